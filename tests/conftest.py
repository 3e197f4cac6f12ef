from __future__ import annotations

import pytest

from dragoman.language import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """One parser for all tests: loading the model takes longer than parsing any of their sentences."""
    return Parser()
