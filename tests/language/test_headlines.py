"""Headlines in title case are read as sentences are; other lines stay as they are."""

from __future__ import annotations

import pytest

from dragoman.language import Parser
from dragoman.language.headlines import is_title_case, with_small_verbs

VERBS = frozenset({"lift", "urge", "carry", "jail", "impose", "state"})


@pytest.mark.parametrize(
    ("line", "small"),
    [
        ("Oslo Lifts Ban on Whaling", "Oslo lifts Ban on Whaling"),
        ("United States Urges Calm in Chad", "United States urges Calm in Chad"),
        ("Court Carries Out Order, Jailing Editor", "Court carries Out Order, jailing Editor"),
    ],
)
def test_words_that_may_be_verbs_are_small(line: str, small: str) -> None:
    assert is_title_case(line)
    assert with_small_verbs(line, VERBS) == small


@pytest.mark.parametrize(
    "line",
    [
        "Oslo Lifts",
        "Oslo lifts its ban on whaling",
        "OSLO LIFTS BAN ON WHALING",
        "Oslo Lifts Ban!",
        "Prime Minister Keir Starmer visited Kyiv.",
        "",
    ],
)
def test_other_lines_are_no_headlines(line: str) -> None:
    assert not is_title_case(line)


@pytest.mark.parametrize(
    ("headline", "lemma", "verb"),
    [
        ("EU Imposes New Sanctions on Belarus", "impose", "Imposes"),
        ("China Urges Restraint After North Korea Fires Missile", "urge", "Urges"),
        ("Russian Forces Shell Kharkiv as Talks Stall", "shell", "Shell"),
        ("Norway Lifts Travel Advisory for Lebanon.", "lift", "Lifts"),
    ],
)
def test_the_verb_of_a_headline_is_found_in_its_own_words(parser: Parser, headline: str, lemma: str, verb: str) -> None:
    clause = next(clause for clause in parser.parse(headline).clauses if clause.lemma == lemma)
    assert headline[clause.trigger_start : clause.trigger_end] == verb
    assert [word.text for word in parser.parse(headline).words] == headline.replace(".", " .").split(" ")
