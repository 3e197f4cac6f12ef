from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.language import Parsed, Parser


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Parsed]:
    return Parser().parse
