"""Headlines are read with the small words that they leave out, and keep their own."""

from __future__ import annotations

import pytest

from dragoman.language import Parser
from dragoman.language.telegraphic import is_headline

Roles = dict[str, str]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Norway lifts ban on whaling", True),
        ("Norway Lifts Ban on Whaling.", True),
        ("Norway lifts its ban on whaling.", False),
        ("Norway lifts", False),
        ("Will Norway lift its ban?", False),
        (" ".join(["word"] * 21), False),
    ],
)
def test_what_is_a_headline(line: str, *, expected: bool) -> None:
    assert is_headline(line) is expected


@pytest.mark.parametrize(
    ("headline", "lemma", "roles"),
    [
        ("Norway lifts ban on whaling", "lift", {"subject": "Norway", "object": "ban"}),
        ("Poland summons Russian ambassador over missile", "summon", {"subject": "Poland"}),
        ("Police fire tear gas at crowd in Lyon", "fire", {"subject": "Police", "object": "tear gas", "at": "crowd"}),
        ("Police evicted squatters from a building in Berlin.", "evict", {"subject": "Police", "object": "squatters"}),
        ("Editor jailed for insulting Thai king", "jail", {"object": "Editor"}),
        ("Colombia government, ELN rebels agree ceasefire", "agree", {"subject": "Colombia government"}),
    ],
)
def test_the_verb_has_its_roles(parser: Parser, headline: str, lemma: str, roles: Roles) -> None:
    parsed = parser.parse(headline)
    clause = next(clause for clause in parsed.clauses if clause.lemma == lemma)
    found = {
        role.preposition or role.name: parsed.words_of(parsed.phrases[role.phrase], core=True)
        for role in clause.roles
        if role.phrase is not None
    }
    assert found.items() >= roles.items()
    assert "".join(word.text for word in parsed.words) == headline.replace(" ", "")


@pytest.mark.parametrize(
    ("headline", "subjects"),
    [
        ("Fiji, Samoa sign fisheries pact", ["Fiji", "Samoa"]),
        ("India, Pakistan exchange fire across Kashmir frontier", ["India", "Pakistan"]),
    ],
)
def test_a_comma_stands_for_and(parser: Parser, headline: str, subjects: list[str]) -> None:
    parsed = parser.parse(headline)
    phrase = next(parsed.phrases[role.phrase] for role in parsed.clauses[0].roles if role.phrase is not None)
    assert [parsed.words_of(member, core=True) for member in parsed.members(phrase)] == subjects


@pytest.mark.parametrize("headline", ["EU to impose sanctions on Belarus", "Trump to meet Putin in Budapest"])
def test_an_infinitive_is_of_the_future(parser: Parser, headline: str) -> None:
    assert parser.parse(headline).clauses[0].tense == "future"


@pytest.mark.parametrize(
    "line", ["Peace talks in Geneva", "UN aid workers in Gaza", "Hostage crisis in North Ossetia", "Photo: Reuters"]
)
def test_a_line_without_a_verb_keeps_none(parser: Parser, line: str) -> None:
    assert [clause.lemma for clause in parser.parse(line).clauses if clause.kind == "verb"] == []
