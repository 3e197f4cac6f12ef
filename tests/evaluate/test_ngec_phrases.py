"""Mentions by themselves in NGEC's conventions (tests/gold/actors/conventions): even rows are read, odd ones scored."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from tools.evaluate.ngec import Codes, ngec_codes

from dragoman.reader import Reader
from dragoman.records import Document

FILE = Path(__file__).parents[1] / "gold" / "actors" / "conventions" / "ngec.toml"
TODAY = date(2024, 6, 25)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def codes_of(reader: Reader, words: str, day: str) -> Codes:
    """What the first mention says, or that the words are a time."""
    reading = reader.read(Document.plain(words, published=date.fromisoformat(day) if day else TODAY))
    is_time = any(time.mention.words == words for time in reading.times)
    codes = ngec_codes(next(iter(reading.actors), None), words=words, is_time=is_time)
    return {"country": codes.get("country", ""), "sector": codes.get("sector", "")}


@pytest.mark.parametrize(("half", "share"), [(0, 0.97), (1, 0.89)])
def test_share_of_mentions_right(reader: Reader, half: int, share: float) -> None:
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["rows"]
    found = [(row, codes_of(reader, row[0], row[3])) for row in rows[half::2]]
    wrong = [(row, have) for row, have in found if (row[1], row[2]) != (have["country"], have["sector"])]
    if half == 0:
        print(*wrong, sep="\n")
    print(f"half {half}: {1 - len(wrong) / len(found):.3f} of {len(found)}")
    assert 1 - len(wrong) / len(found) >= share
