from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.actors import find_actors
from dragoman.language import Parsed, Parser
from dragoman.places import PLACES, find_places
from dragoman.records import Document, PlaceMention
from dragoman.times import find_times


@pytest.fixture(scope="session")
def places(parser: Parser) -> Callable[[str], tuple[Parsed, tuple[PlaceMention, ...]]]:
    """The places of a text, with its parse."""

    def found(text: str) -> tuple[Parsed, tuple[PlaceMention, ...]]:
        document = Document.plain(text, published=date(2024, 6, 25))
        parsed = parser.parse(document)
        times = find_times(document, parsed)
        cast = find_actors(document, parsed, times, places=PLACES)
        return parsed, find_places(document, parsed, times, cast)

    return found
