"""The brief of an article: what happened is what likely did; what is left out is counted."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

from rich.console import Console

import dragoman
from dragoman.events.confidence import LIKELY
from dragoman.faces.brief import print_brief
from dragoman.records import Reading


def brief_of(reading: Reading) -> str:
    console = Console(file=StringIO(), width=100)
    print_brief(reading, console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_less_likely_events_are_counted_and_not_told() -> None:
    reading = dragoman.read("Russian forces shelled Kharkiv on Monday.")
    sure, doubtful = (
        replace(reading, events=tuple(replace(event, confidence=confidence) for event in reading.events))
        for confidence in (LIKELY, LIKELY - 0.01)
    )
    assert "ASSAULT" in brief_of(sure)
    assert "less likely" not in brief_of(sure)
    assert "ASSAULT" not in brief_of(doubtful)
    assert "1 less likely left out" in brief_of(doubtful)
