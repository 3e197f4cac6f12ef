"""*According to X* and its like: how far their word reaches."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Statement

Read = Callable[[str], tuple[Statement, ...]]


def carriers(one: Statement) -> list[str]:
    return [hop.actor.mention.words for hop in one.chain if hop.actor is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Russia's foreign ministry warned Sweden that Moscow would respond, according to Russian news agency TASS.",
        "According to Russian news agency TASS, Russia's foreign ministry warned Sweden that Moscow would respond.",
    ],
)
def test_agency_behind_a_statement_carries_it(read: Read, text: str) -> None:
    (one,) = read(text)
    assert one.source is not None
    assert one.source.words.endswith("foreign ministry")
    assert [piece.words for piece in one.content] == ["Moscow would respond"]
    assert (one.speech_act, carriers(one)) == ("warn", ["Russian news agency TASS"])


def test_somebody_behind_a_statement_tells_of_it(read: Read) -> None:
    inner, outer = read("The Polish minister said that Russia had attacked, according to the French president.")
    assert inner.parent == outer.id
    assert [piece.words for piece in inner.content] == ["Russia had attacked"]
    assert carriers(inner) == ["the French president"]
    assert [who.code for who in outer.speakers] == ["FRAGOV"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Iran attacked the port, according to Israeli officials.", "Israeli officials", "Iran attacked the port"),
        ("According to the mediator, both sides have agreed.", "the mediator", "both sides have agreed"),
        ("In Ankara's view, the pact is dead.", "Ankara's", "the pact is dead"),
        ("The pact, as the mediator put it, is dead.", "the mediator", "The pact … is dead"),
    ],
)
def test_phrase_gives_the_sentence_to_somebody(read: Read, text: str, source: str, content: str) -> None:
    found = [(one.source.words if one.source else "", " … ".join(p.words for p in one.content)) for one in read(text)]
    assert (source, content) in found or (source.removesuffix("'s"), content) in found
