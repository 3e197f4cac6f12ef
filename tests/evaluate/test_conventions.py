"""How PLV labels what the manual labels otherwise."""

from __future__ import annotations

import pytest
from tools.evaluate.conventions import MANUAL, PLV
from tools.evaluate.sets import pairs

from dragoman.reader import Reader
from dragoman.records import Document


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("sentence", "manual", "plv"),
    [
        ("A court convicted the minister.", "SANCTION", "ACCUSE"),
        ("Peru extradited a banker to Chile.", "COOPERATE", "ACCUSE"),
        ("Norway imposed sanctions on Belarus.", "SANCTION", "COERCE"),
        ("Norway cut off aid to Belarus.", "SANCTION", "SANCTION"),
        ("Egypt imposed a blockade on Gaza.", "COERCE", "ASSAULT"),
        ("Egypt seized an Israeli tanker.", "COERCE", "ASSAULT"),
        ("The general ordered the army to attack the village.", "REQUEST", "ASSAULT"),
        ("The teacher ordered the boys to leave.", "REQUEST", "REQUEST"),
    ],
)
def test_conventions_differ_where_they_should(reader: Reader, sentence: str, manual: str, plv: str) -> None:
    reading = reader.read(Document.plain(sentence))
    (first, *_) = [event for event in reading.events if event.parent is None]
    place = reading.events.index(first)
    assert [pairs(reading, each)[place]["type"] for each in (MANUAL, PLV)] == [manual, plv]


def test_who_hosts_acts_in_the_set_and_the_guest_by_the_manual(reader: Reader) -> None:
    reading = reader.read(Document.plain("Oman hosted the Iranian foreign minister."))
    sources = [pairs(reading, each)[0]["source"]["spans"] for each in (MANUAL, PLV)]
    assert sources == [[[12, 40]], [[0, 4]]]
