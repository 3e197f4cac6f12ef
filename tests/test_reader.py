"""The reader: offsets hold for the text given, nothing raises, the same text gives the same ids."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.reader import Reader
from dragoman.records import Document, Reading
from dragoman.serial import mentions_in

NEWS = (
    "Moscow warned Seoul on Monday. ", '"We will respond," the minister said. ', "If NATO attacks, ",
    "according to TASS",
    "Norway pledged to send tanks to Ukraine by March.\n\n", "TOKYO, June 25 (Kyodo) -- ",
    "’", "“", "\u200b", "é", "🇺🇦",
    "\r\n", " ", "the treaty obliges both sides to help each other", "unless ", "he ", "on Tuesday", ",", ".", "\t",
)  # fmt: skip
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(NEWS), max_size=12).map("".join))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def ids(reading: Reading) -> list[str]:
    statements = [one.id for one in reading.statements]
    events = [one.id for one in reading.events]
    return statements + events + [one.id for one in reading.commitments]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_any_text_gives_words_that_stand_in_it(reader: Reader, text: str) -> None:
    document = Document.plain(text, published=date(2024, 6, 25))
    reading = reader.read(document)
    assert reading.document.text == text
    for mention in mentions_in(reading):
        assert text[mention.start : mention.end] == mention.words
    assert ids(reader.read(document)) == ids(reading)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_ids_name_one_record_each(reader: Reader, text: str) -> None:
    found = ids(reader.read(Document.plain(text)))
    assert len(found) == len(set(found))


def test_text_is_not_cleaned() -> None:
    text = "ADVERTISEMENT\n\n  Moscow warned Seoul.  \n"
    assert dragoman.read(text).document.text == text


def test_day_may_be_a_date_or_its_words() -> None:
    text = "Moscow warned Seoul on Monday."
    assert dragoman.read(text, published="2024-06-25") == dragoman.read(text, published=date(2024, 6, 25))
    with pytest.raises(ValueError, match="isoformat"):
        dragoman.read(text, published="25 June")


def test_many_keep_their_order_and_come_one_by_one(reader: Reader) -> None:
    documents = [Document.plain(text) for text in ("Moscow warned Seoul.", "", "Oslo thanked Rome.")]
    readings = reader.read_many(iter(documents))
    assert next(readings).document == documents[0]
    assert [reading.document for reading in readings] == documents[1:]


def test_one_document_leaves_no_trace_in_the_next(reader: Reader) -> None:
    alone = Document.plain("He said that talks had failed.")
    before = reader.read(alone)
    reader.read(Document.plain("Sergei Lavrov said that talks had failed."))
    assert reader.read(alone) == before


def test_what_stays_open_is_noted() -> None:
    codes = {note.code for note in dragoman.read("Tuesday").notes}
    assert {"N101", "N102"} <= codes
    assert "N101" not in {note.code for note in dragoman.read("Tuesday", published="2024-06-25").notes}
