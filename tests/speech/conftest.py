"""Reads a text as the reader does, up to its statements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dragoman.actors import Library, find_actors
from dragoman.language import Parser
from dragoman.records import Document, Statement
from dragoman.speech import find_statements
from dragoman.times import find_times

Read = Callable[..., tuple[Statement, ...]]


@pytest.fixture(scope="session")
def read(parser: Parser) -> Read:
    """A function from a text (and its page's publisher and agency), published on one fixed day, to its statements."""
    library = Library.shipped()

    def read_text(text: str, *, publisher: str | None = None, agency: str | None = None) -> tuple[Statement, ...]:
        plain = Document.plain(text, published=date(2024, 6, 25))
        document = replace(plain, publisher=publisher, agency=agency)
        parsed = parser.parse(document)
        times = find_times(document, parsed)
        cast = find_actors(document, parsed, times, library=library)
        return find_statements(document, parsed, times, cast, ())

    return read_text
