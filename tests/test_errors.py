"""Errors: one tree, one line each, codes that stay."""

from __future__ import annotations

import pytest

from dragoman import errors
from dragoman.errors import DataError, DragomanError, LanguageError, LedgerError, RecordError, SourceError


@pytest.mark.parametrize("kind", [SourceError, DataError, LanguageError, LedgerError, RecordError])
def test_message_begins_with_the_code(kind: type[DragomanError]) -> None:
    error = kind("no such file: x; check the path", code="D101")
    assert isinstance(error, DragomanError)
    assert str(error) == "[D101] no such file: x; check the path"
    assert error.code == "D101"


def test_every_error_is_in_the_tree_that_the_module_draws() -> None:
    kinds = [found for found in vars(errors).values() if isinstance(found, type) and issubclass(found, DragomanError)]
    assert all(kind.__name__ in (errors.__doc__ or "") for kind in kinds)
