"""The public face: exactly these names, each there, and none of them costs anything before it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import dragoman

NAMES = [
    "Commitment", "Document", "DragomanError", "Event", "Ledger", "Reader", "Reading", "Statement", "clean_page",
    "clean_text", "read",
]  # fmt: skip


def test_public_names_are_these() -> None:
    assert dragoman.__all__ == NAMES == sorted(NAMES)
    assert all(getattr(dragoman, name).__name__ == name for name in NAMES)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = dragoman.nothing


def test_import_leaves_the_parser_and_the_database_alone() -> None:
    code = "import sys, dragoman, dragoman.faces.cli; print([m for m in ('spacy', 'duckdb') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
