from __future__ import annotations

import pytest
from hypothesis import settings

from dragoman.language import Parser

#: no test is timed: a busy machine is no fault of the code (speed is shown by `make bench`)
#: the build tries the same texts every time, so that it fails for a change and not for luck; `--hypothesis-profile
#: search` tries new ones
settings.register_profile("build", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("build")


@pytest.fixture(scope="session")
def parser() -> Parser:
    """One parser for all tests: loading the model takes longer than parsing any of their sentences."""
    return Parser()
