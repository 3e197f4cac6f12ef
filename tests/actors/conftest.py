from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.actors.describe import Scene
from dragoman.actors.find import _by_word, _settled
from dragoman.actors.library import Library
from dragoman.actors.names import NameFinder
from dragoman.actors.people import find_person_runs
from dragoman.actors.usage import Usage
from dragoman.language import Parser
from dragoman.places import PLACES

DAY = date(2024, 6, 25)


@pytest.fixture(scope="session")
def scene(parser: Parser) -> Callable[[str], Scene]:
    """An article with the library's names and its persons laid over it, before anybody is resolved."""

    def made(text: str) -> Scene:
        library, parsed = Library.shipped(), parser.parse(text)
        hits = _by_word(_settled(NameFinder.of(library).find(text), parsed, library), parsed)
        found = Scene("doc", parsed, library, Usage.of(parsed), DAY, hits, PLACES)
        found.runs = find_person_runs(found)
        return found

    return made
