"""Contexts by the words around an event: each row's own example, and our gold over all 37."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.data_files import read_rows
from dragoman.events.schema import DATA, ContextRow
from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]
ROWS = [entry.row for entry in read_rows(DATA / "contexts.toml", "context", ContextRow)]
GOLD = tomllib.loads((Path(__file__).parent.parent / "gold" / "events" / "contexts.toml").read_text(encoding="utf-8"))


def contexts(events: tuple[Event, ...]) -> set[str]:
    return {context.name for event in events for context in event.contexts}


def test_there_are_37_each_with_gold() -> None:
    asked = Counter(row[1] for row in GOLD["rows"] if row[1])
    assert len(ROWS) == 37
    assert {row.name for row in ROWS} == set(asked)
    assert min(asked.values()) >= 2


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_example_gives_its_context(find: Find, row: ContextRow) -> None:
    assert row.name in contexts(find(row.example))


@pytest.mark.parametrize("row", GOLD["rows"], ids=lambda row: row[0])
def test_gold_context_is_given_and_the_other_is_not(find: Find, row: list[str]) -> None:
    text, wanted, unwanted = row
    found = contexts(find(text))
    assert wanted in (*found, "")
    assert unwanted not in found


def test_words_that_gave_a_context_stand_in_the_text(find: Find) -> None:
    text = "Brussels slapped tariffs on Chinese steel."
    given = {context.name: context.mention for event in find(text) for context in event.contexts}
    given["economic"].check(text)
    assert given["economic"].words == "tariffs"


def test_arms_that_are_no_states_are_not_military(find: Find) -> None:
    assert "military" not in contexts(find("Hezbollah fired missiles at Israel."))
    assert "military" in contexts(find("Iran fired missiles at Israel."))
