"""The article's memory: whom pronouns and plurals take up, and when that stays open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.actors.reference import Candidate, Memory
from dragoman.actors.usage import Usage
from dragoman.language import Parser, Phrase
from dragoman.records import Actor, ActorMention


class Article:
    """A text whose phrases are remembered by hand, so that only the memory is tested."""

    def __init__(self, parser: Parser, text: str) -> None:
        self.parsed = parser.parse(text)
        self.memory = Memory(Usage.of(self.parsed))

    def phrase(self, word: str, number: int = 0) -> Phrase:
        heads = (self.parsed.words[phrase.head].text for phrase in self.parsed.phrases)
        return [phrase for phrase, head in zip(self.parsed.phrases, heads, strict=True) if head == word][number]

    def who(self, word: str, country: str) -> ActorMention:
        phrase = self.phrase(word)
        mention = self.parsed.mention(phrase.core_start, phrase.core_end)
        office = None if word == country else f"{country}.president"
        actor = Actor(
            id=country if office is None else f"{country}.{word}", code=country, country=country, office=office
        )
        return ActorMention(mention=mention, actor=actor, name=word, rule="test")

    def state(self, word: str, code: str) -> None:
        phrase, who = self.phrase(word), self.who(word, code)
        actor = Actor(id=code, code=code, country=code)
        self.memory.add(Candidate(phrase=phrase, mentions=(replace(who, actor=actor),), number="singular", state=True))

    def person(self, word: str, country: str, gender: str = "") -> None:
        mentions = (self.who(word, country),)
        self.memory.add(
            Candidate(phrase=self.phrase(word), mentions=mentions, number="singular", person=True, gender=gender)
        )

    def thing(self, word: str) -> None:
        self.memory.add(Candidate(phrase=self.phrase(word), mentions=(), number="singular"))


def names(mentions: tuple[ActorMention, ...]) -> list[str]:
    return [mention.name for mention in mentions]


def test_gender_and_number_choose(parser: Parser) -> None:
    article = Article(parser, "Merkel met Macron. She left.")
    article.person("Merkel", "DEU", "f")
    article.person("Macron", "FRA", "m")
    found = article.memory.antecedent(article.phrase("She"))
    assert found is not None
    assert names(found.mentions) == ["Merkel"]


def test_nobody_is_subject_and_object_of_one_clause(parser: Parser) -> None:
    article = Article(parser, "Putin spoke. Macron warned him.")
    article.person("Putin", "RUS", "m")
    article.person("Macron", "FRA", "m")
    found = article.memory.antecedent(article.phrase("him"))
    assert found is not None
    assert names(found.mentions) == ["Putin"]


def test_a_thing_can_be_the_best_antecedent(parser: Parser) -> None:
    article = Article(parser, "The treaty lapsed. It had been signed in May.")
    article.thing("treaty")
    found = article.memory.antecedent(article.phrase("It"))
    assert found is not None
    assert found.mentions == ()


def test_too_close_stays_open(parser: Parser) -> None:
    article = Article(parser, "Oman and Iran talked while Iraq and Syria talked. It left.")
    for word, code in (("Oman", "OMN"), ("Iran", "IRN"), ("Iraq", "IRQ"), ("Syria", "SYR")):
        article.state(word, code)
    assert article.memory.antecedent(article.phrase("It")) is None


def test_what_lies_too_far_back_is_not_taken_up(parser: Parser) -> None:
    article = Article(parser, "Oman left. Rain fell. Snow fell. Hail fell. Sleet fell. It stayed.")
    article.state("Oman", "OMN")
    assert article.memory.antecedent(article.phrase("It")) is None


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("leaders", ["Biden", "Xi"]), ("presidents", ["Biden", "Xi"]), ("countries", []), ("allies", [])],
)
def test_a_plural_gathers_what_fits_it(parser: Parser, noun: str, expected: list[str]) -> None:
    article = Article(parser, f"Biden called Xi. The two {noun} agreed.")
    article.person("Biden", "USA")
    article.person("Xi", "CHN")
    assert names(article.memory.members(article.phrase(noun), 2)) == expected


def test_of_two_each_is_from_another_country(parser: Parser) -> None:
    article = Article(parser, "Putin called Xi. Lavrov smiled. The two leaders agreed.")
    for word, country in (("Putin", "RUS"), ("Xi", "CHN"), ("Lavrov", "RUS")):
        article.person(word, country)
    assert names(article.memory.members(article.phrase("leaders"), 2)) == ["Xi", "Lavrov"]
