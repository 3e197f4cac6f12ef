from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.reader import Reader
from dragoman.records import Document, Event

Find = Callable[[str], tuple[Event, ...]]
DAY = date(2024, 6, 25)


@pytest.fixture(scope="session")
def find() -> Find:
    """The events of a sentence that was published on DAY."""
    reader = Reader()

    def events(sentence: str) -> tuple[Event, ...]:
        return reader.read(Document.plain(sentence, published=DAY)).events

    return events
