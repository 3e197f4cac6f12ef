"""Reads a text as the reader does, up to its statements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.actors import Library, find_actors
from dragoman.language import Parser
from dragoman.records import Document, Statement
from dragoman.speech import find_statements
from dragoman.times import find_times

Read = Callable[[str], tuple[Statement, ...]]


@pytest.fixture(scope="session")
def read(parser: Parser) -> Read:
    """A function from a text, published on one fixed day, to its statements."""
    library = Library.shipped()

    def read_text(text: str) -> tuple[Statement, ...]:
        document = Document.plain(text, published=date(2024, 6, 25))
        parsed = parser.parse(document)
        times = find_times(document, parsed)
        cast = find_actors(document, parsed, times, library=library)
        return find_statements(document, parsed, times, cast, ())

    return read_text
