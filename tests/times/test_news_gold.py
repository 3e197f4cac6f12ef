"""Times as news writes them (tests/gold/times): the value of each, and no time that is none."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.language.model import Parsed
from dragoman.records import Document, TimeMention
from dragoman.times import find_times

GOLD = Path(__file__).parents[1] / "gold" / "times" / "news.toml"
TUESDAY = date(2024, 6, 25)
#: share of the values that must be right; it may be raised
FLOOR = 0.98

Parse = Callable[[str], Parsed]


def rows() -> list[list[Any]]:
    """Sentence, then pairs of words and value."""
    found: list[list[Any]] = tomllib.loads(GOLD.read_text(encoding="utf-8"))["rows"]
    return found


def read(text: str, parse: Parse) -> tuple[TimeMention, ...]:
    return find_times(Document.plain(text, published=TUESDAY), parse(text))


def is_at(time: TimeMention, words: str) -> bool:
    """Whether it is the time of these words; an article or a genitive may stand outside."""
    return time.mention.words in words or words in time.mention.words


def test_share_of_values_right(parse: Parse) -> None:
    asked, right = 0, 0
    for text, *wanted in rows():
        found = read(text, parse)
        for words, value in wanted:
            asked += 1
            values = [time.value for time in found if is_at(time, words)]
            right += value in values
            if value not in values:
                print(f"{text} {words}: wanted {value}, found {values}")
    assert right / asked >= FLOOR


def test_nothing_else_is_a_time(parse: Parse) -> None:
    for text, *wanted in rows():
        others = [time for time in read(text, parse) if not any(is_at(time, words) for words, _ in wanted)]
        assert not others, text


def test_every_time_stands_in_its_sentence() -> None:
    assert all(words in text for text, *wanted in rows() for words, _ in wanted)
