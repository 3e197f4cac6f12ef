from __future__ import annotations

from datetime import date

import pytest

from dragoman.actors import Cast, find_actors
from dragoman.language import Parser, Phrase
from dragoman.records import ActorMention, Document


def cast_of(parser: Parser, text: str, on: date = date(2024, 6, 25)) -> Cast:
    document = Document.plain(text, published=on)
    return find_actors(document, parser.parse(document), ())


def phrase_of(cast: Cast, lemma: str) -> Phrase:
    return next(phrase for phrase in cast.parsed.phrases if phrase.lemma == lemma.lower())


def codes(mentions: tuple[ActorMention, ...]) -> list[str | None]:
    return [mention.code for mention in mentions]


def test_coordination_gives_all_members(parser: Parser) -> None:
    cast = cast_of(parser, "Japan and the Philippines accused China of provocation.")
    assert codes(cast.of(phrase_of(cast, "japan"))) == ["JPN", "PHL"]


def test_things_and_places_are_nobody(parser: Parser) -> None:
    cast = cast_of(parser, "Japan signed the treaty in Geneva.")
    assert cast.of(phrase_of(cast, "treaty")) == ()
    assert cast.of(phrase_of(cast, "geneva")) == ()


@pytest.mark.parametrize(
    ("text", "thing", "owners"),
    [
        ("Pirates seized Japanese tankers.", "tanker", ["JPN"]),
        ("The court overruled Moscow's treaty.", "treaty", ["RUS"]),
        ("Iran and its allies praised NATO ships.", "ship", ["IGONAT"]),
        ("The fall of Russia was long.", "fall", ["RUS"]),
        ("The table was green.", "table", []),
    ],
)
def test_owner_of_a_thing(parser: Parser, text: str, thing: str, owners: list[str]) -> None:
    cast = cast_of(parser, text)
    assert codes(cast.owner_of(phrase_of(cast, thing))) == owners


def test_first_person_is_whoever_speaks(parser: Parser) -> None:
    cast = cast_of(parser, 'Japan protested. "We will not yield," the minister said.')
    we = next(phrase for phrase in cast.parsed.phrases if cast.parsed.words_of(phrase) == "We")
    speaker = cast.of(phrase_of(cast, "japan"))
    assert cast.of(we) == ()
    (found,) = cast.of(we, speakers=speaker)
    assert (found.code, found.mention.words) == ("JPN", "We")


def test_mentions_stand_in_the_text_in_order(parser: Parser) -> None:
    text = "The French foreign minister met his German counterpart in Rome. Paris and Berlin praised the talks."
    cast = cast_of(parser, text)
    starts = [mention.mention.start for mention in cast.mentions]
    assert starts == sorted(starts)
    for mention in cast.mentions:
        mention.mention.check(text)


def test_inner_nationality_yields_to_the_whole_role(parser: Parser) -> None:
    cast = cast_of(parser, "The Russian deputy foreign minister spoke.")
    assert [mention.mention.words for mention in cast.mentions] == ["The Russian deputy foreign minister"]
