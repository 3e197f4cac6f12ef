"""Reads a text as the reader does, up to its commitments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.reader import Reader
from dragoman.records import Commitment, Document

Bind = Callable[[str], tuple[Commitment, ...]]


@pytest.fixture(scope="session")
def bind() -> Bind:
    """A function from a text, published on one fixed day, to its commitments."""
    reader = Reader()
    return lambda text: reader.read(Document.plain(text, published=date(2024, 6, 25))).commitments
