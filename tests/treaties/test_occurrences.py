"""Events of a reading as triggers see them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.reader import Reader
from dragoman.records import Document
from dragoman.treaties import Occurrence, occurrences_in

DAY = date(2024, 6, 25)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def one(reader: Reader, text: str, kind: str = "ASSAULT") -> Occurrence:
    found = occurrences_in(reader.read(Document.plain(text, published=DAY)))
    return next(event for event in found if event.type == kind)


def test_sides_day_and_words(reader: Reader) -> None:
    told = one(reader, "Russian forces shelled Estonia on Monday.")
    assert [party.code for party in told.actors] == ["RUSMIL"]
    assert [party.country for party in told.recipients] == ["EST"]
    assert (told.day, told.day_is_told) == (date(2024, 6, 24), True)
    assert told.words == "Russian forces shelled Estonia on Monday"
    assert told.tellers == ()


def test_without_a_day_the_page_counts_but_not_for_what_is_long_past(reader: Reader) -> None:
    told = one(reader, "Russian forces shelled Estonia.")
    assert (told.day, told.day_is_told) == (DAY, False)
    reading = reader.read(Document.plain("Russian forces shelled Estonia.", published=DAY))
    (event,) = reading.events
    (old,) = occurrences_in(replace(reading, events=(replace(event, status="historical"),)))
    assert (old.status, old.day) == ("historical", None)


def test_on_whose_word(reader: Reader) -> None:
    told = one(reader, "Russian forces shelled Estonia, Estonia's defence minister said.")
    assert told.tellers[0].country == "EST"
    assert one(reader, "Ukraine accused Belarus of attacking it.").parent == "ACCUSE"
