"""From the ledger: what its events may have set off, and what they make of its commitments."""

from __future__ import annotations

from datetime import date

import pytest
from tests.ledger.examples import run

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger
from dragoman.reader import Reader
from dragoman.records import Document, Reading
from dragoman.treaties import occurrences_in


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    promised = (
        "Russia will respond if South Korea supplies weapons to Ukraine, Russia's foreign ministry said on Monday. "
        "Germany promised to deliver tanks to Ukraine by 31 July."
    )
    happened = (
        "South Korea supplied weapons to Ukraine on Tuesday, Russia's defence ministry said. "
        "Russian forces shelled Estonia on Wednesday. Germany delivered tanks to Ukraine on 4 July."
    )
    reader = Reader()
    days = ((promised, date(2024, 6, 25)), (happened, date(2024, 7, 5)))
    return [reader.read(Document.plain(text, published=day)) for text, day in days]


@pytest.fixture
def filled(ledger: Ledger, readings: list[Reading]) -> Ledger:
    ledger.add(readings, run=run())
    return ledger


def test_treaties_and_commitments_are_candidates(filled: Ledger) -> None:
    rows = filled.triggers()
    threat = next(row for row in rows if row["source"] == "commitment")
    assert (threat["kind"], threat["bearers"], threat["day"]) == ("threat", ["RUS"], date(2024, 7, 2))
    assert threat["gaps"][0].startswith("alleged by Russia's defence ministry")
    assert threat["evidence"][0]["words"] == "South Korea supplied weapons to Ukraine on Tuesday"
    nato = next(row for row in rows if (row["key"], row["kind"]) == ("NATO", "defence"))
    assert "USA" in nato["bearers"]
    assert nato["beneficiaries"] == ["EST"]


def test_filters(filled: Ledger) -> None:
    assert {row["actor"] for row in filled.triggers(actor="RUS")} == {"RUS"}
    assert {row["kind"] for row in filled.triggers(type="threat")} == {"threat"}
    assert filled.triggers(since=date(2024, 7, 4)) == []
    assert filled.triggers(until=date(2024, 7, 1)) == []
    assert len(filled.triggers(limit=1)) == 1
    assert filled.triggers(status="negated") == []
    assert {row["recipient"] for row in filled.triggers(recipient="Estonia")} == {"EST"}


def test_status_by_later_events(filled: Ledger) -> None:
    statuses = {row["kind"]: row["status"] for row in filled.commitments(on=date(2024, 12, 31))}
    assert statuses == {"threat": "standing", "pledge": "fulfilled"}
    (pledge,) = filled.commitments(status="fulfilled", on=date(2024, 12, 31))
    assert [change["status"] for change in pledge["changes"]] == ["standing", "fulfilled"]
    assert pledge["changes"][1]["words"] == "Germany delivered tanks to Ukraine on 4 July"
    assert filled.commitments(status="fulfilled", on=date(2024, 7, 3)) == []


def test_waiting_commitments_are_those_that_stand(filled: Ledger) -> None:
    assert [one.kind for one in filled.waiting(on=date(2024, 7, 1))] == ["threat"]


def test_an_event_by_the_beginning_of_its_id(filled: Ledger, readings: list[Reading]) -> None:
    event = next(event for event in readings[1].events if event.type == "ASSAULT")
    assert filled.occurrence(event.id[:12]).words == event.extent.words
    with pytest.raises(LedgerError, match="no events"):
        filled.occurrence("zzz")


def test_rows_give_the_same_occurrences_as_readings(filled: Ledger, readings: list[Reading]) -> None:
    for reading in readings:
        for expected in occurrences_in(reading):
            assert filled.occurrence(expected.id) == expected
