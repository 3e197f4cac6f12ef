from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.reader import Reader
from dragoman.records import Document, Event, Reading

Find = Callable[[str], tuple[Event, ...]]
Read = Callable[[str], Reading]
DAY = date(2024, 6, 25)


@pytest.fixture(scope="session")
def read() -> Read:
    """The reading of a sentence that was published on DAY."""
    reader = Reader()
    return lambda sentence: reader.read(Document.plain(sentence, published=DAY))


@pytest.fixture(scope="session")
def find(read: Read) -> Find:
    """The events of a sentence that was published on DAY."""
    return lambda sentence: read(sentence).events
