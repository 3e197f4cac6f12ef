"""On whose word: the gold of nested and quoted reports, and attitudes that only repeat their speaker."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.records import Statement

Read = Callable[[str], tuple[Statement, ...]]


def carriers(one: Statement) -> list[str]:
    return [hop.actor.mention.words for hop in one.chain if hop.actor is not None]


def test_own_governments_attitude_is_the_speakers_own_to_tell(read: Read) -> None:
    (one,) = read("Hungarian Prime Minister Viktor Orban said his government supports Sweden's membership.")
    assert [piece.words for piece in one.content] == ["his government supports Sweden's membership"]


def test_attitude_of_another_country_is_a_statement_inside(read: Read) -> None:
    inner = read("Hungarian Prime Minister Viktor Orban said that Turkey supports Sweden's membership.")[1]
    assert [who.code for who in inner.speakers] == ["TUR"]
    assert carriers(inner) == ["Hungarian Prime Minister Viktor Orban"]


def test_quoted_as_saying_by(read: Read) -> None:
    (one,) = read("Lavrov was quoted as saying by the Interfax news agency that the talks had failed.")
    assert one.source is not None
    assert one.source.words == "Lavrov"
    assert carriers(one) == ["the Interfax news agency"]


def test_cited_document_is_the_ground(read: Read) -> None:
    (one,) = read("The Pentagon, citing an intelligence report, said that the depot had been emptied.")
    assert one.basis is not None
    assert one.basis.words == "an intelligence report"


def test_who_is_quoted_in_so_many_words_speaks_though_it_is_an_outlet(read: Read) -> None:
    outer, *inner = sorted(
        read('"We believe that the mayor knew," the Daily Mail wrote.'), key=lambda one: one.parent is not None
    )
    assert (outer.form, outer.parent) == ("direct", None)
    assert all(one.parent == outer.id for one in inner)
