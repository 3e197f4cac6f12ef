from __future__ import annotations

import pytest
from hypothesis import settings

from dragoman.language import Parser

#: no test is timed: a busy machine is no fault of the code (speed is shown by `make bench`)
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def parser() -> Parser:
    """One parser for all tests: loading the model takes longer than parsing any of their sentences."""
    return Parser()
