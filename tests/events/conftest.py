from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.actors import Library, find_actors
from dragoman.events import find_events
from dragoman.language import Parser
from dragoman.records import Document, Event
from dragoman.times import find_times

Find = Callable[[str], tuple[Event, ...]]
DAY = date(2024, 6, 25)


@pytest.fixture(scope="session")
def find() -> Find:
    """The events of a sentence that was published on DAY, without places and statements."""
    parser, library = Parser(), Library.shipped()

    def events(sentence: str) -> tuple[Event, ...]:
        document = Document.plain(sentence, published=DAY)
        parsed = parser.parse(document)
        times = find_times(document, parsed)
        return find_events(document, parsed, times, find_actors(document, parsed, times, library=library))

    return events
