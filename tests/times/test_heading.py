"""Which way a time looks: nouns of what happened, nouns and verbs of plans, headlines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.data_files import read_rows
from dragoman.language.model import Parsed
from dragoman.records import Document
from dragoman.times import find_times
from dragoman.times.schema import BearingRow
from dragoman.times.vocabulary import BEARINGS, DATA

TUESDAY = date(2024, 6, 25)
Parse = Callable[[str], Parsed]
ROWS = [entry.row for kind in BEARINGS for entry in read_rows(DATA / "bearings.toml", kind, BearingRow)]


def values(text: str, parse: Parse) -> list[str]:
    return [time.value for time in find_times(Document.plain(text, published=TUESDAY), parse(text))]


def test_a_meeting_that_is_called_is_ahead(parse: Parse) -> None:
    assert values("The cabinet called an emergency meeting for Thursday.", parse) == ["2024-06-27"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words[0])
def test_the_example_of_a_word_looks_its_way(row: BearingRow, parse: Parse) -> None:
    found = find_times(Document.plain(row.example, published=TUESDAY), parse(row.example))
    assert tuple((time.mention.words, time.value) for time in found) == row.expect


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers will discuss Thursday's attack when they meet on Friday.", ["2024-06-20", "2024-06-28"]),
        ("Leaders will attend Thursday's summit.", ["2024-06-27"]),
        ("The walkout was followed by Monday's strikes.", ["2024-06-24"]),
        ("The convoy must leave by Monday.", ["2024-07-01"]),
        ("The vote comes days before Sunday's election.", ["2024-06-30"]),
        ("Thursday's ruling comes amid protests.", ["2024-06-20"]),
        ("The court rules on Sunday.", ["2024-06-30"]),
        ("The firm said on Monday it would close the plant.", ["2024-06-24"]),
        ("The firm said Monday it will close the plant.", ["2024-06-24"]),
        ("The firm said in May it would cut jobs.", ["2024-05"]),
        ("The firm said it would close the plant on Monday.", ["2024-07-01"]),
    ],
)
def test_nouns_and_tenses(text: str, expected: list[str], parse: Parse) -> None:
    assert values(text, parse) == expected


def test_a_headline_tells_of_what_has_been(parse: Parse) -> None:
    title, body = "Israel strikes Beirut on Thursday", "The court rules on Thursday."
    text = f"{title}\n\n{body}"
    document = Document(id="x", text=text, title=title, published=TUESDAY)
    assert [time.value for time in find_times(document, parse(text))] == ["2024-06-20", "2024-06-27"]
