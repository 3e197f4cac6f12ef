"""How a phrase is used: what it plays in, what it hangs on, and whether a capital is there its government."""

from __future__ import annotations

import pytest

from dragoman.actors.usage import Usage, government_rule, usage_words
from dragoman.language import Parser, Phrase


def usage_of(parser: Parser, text: str, words: str) -> tuple[Usage, Phrase]:
    parsed = parser.parse(text)
    phrase = next(phrase for phrase in parsed.phrases if parsed.words[phrase.head].text == words)
    return Usage.of(parsed), phrase


@pytest.mark.parametrize(
    ("text", "city", "rule"),
    [
        ("Moscow warned Kyiv.", "Moscow", "capital as subject of warn"),
        ("Moscow warned Kyiv.", "Kyiv", "capital as object of warn"),
        ("Moscow's treaty lapsed.", "Moscow", "capital as possessor"),
        ("The envoy cancelled his visit to Beijing.", "Beijing", "host named by its capital"),
        ("The pact is directed at Seoul.", "Seoul", "capital behind direct at"),
        ("He spoke of the ambitions of Beijing.", "Beijing", "capital behind ambition of"),
        ("Leaders met in Moscow.", "Moscow", None),
        ("Rebels shelled Kinshasa.", "Kinshasa", None),
        ("London's streets were empty.", "London", None),
        ("Ankara lies on a plateau.", "Ankara", None),
        ("The minister flew to Beijing.", "Beijing", None),
        ("YEREVAN, February 23.", "YEREVAN", None),
    ],
)
def test_when_a_capital_is_its_government(parser: Parser, text: str, city: str, rule: str | None) -> None:
    assert government_rule(*usage_of(parser, text, city)) == rule


def test_a_member_of_a_coordination_plays_where_the_first_does(parser: Parser) -> None:
    usage, phrase = usage_of(parser, "Japan and Korea signed the pact.", "Korea")
    assert ("sign", "subject") in [(clause.lemma, role.name) for clause, role in usage.roles_of(phrase)]
    assert usage.is_subject(phrase)


def test_what_a_phrase_hangs_on_and_owns(parser: Parser) -> None:
    usage, phrase = usage_of(parser, "Talks with Oman failed.", "Oman")
    assert [preposition for preposition, _ in usage.hosts_of(phrase)] == ["with"]
    usage, phrase = usage_of(parser, "Oman's navy left.", "Oman")
    owned = usage.owned_by(phrase)
    assert owned is not None
    assert owned.lemma == "navy"


def test_words_of_a_kind_and_of_a_sector() -> None:
    assert "embassy" in usage_words("abroad")
    assert "bloc" in usage_words("anaphoric_groups", "IGO")
    assert "bloc" not in usage_words("anaphoric_groups", "MED")
    assert all(word == word.lower() for word in usage_words("shadows"))
