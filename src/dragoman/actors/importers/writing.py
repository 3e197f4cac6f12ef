"""Writes a user's entries as TOML that `dragoman read --actors` and `dragoman check` read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from dragoman.actors.library import Entries
from dragoman.actors.schema import Listed, Role
from dragoman.data_files import Row

HEAD = "# Own actors and roles; `dragoman check FILE` says what is wrong, `dragoman read --actors FILE` uses them.\n"


def to_toml(entries: Entries, *, source: str) -> str:
    """The tables `actor` and `role` as a file; `source` says where they come from."""
    rows = [entry.row for table in ("actor", "role") for entry in entries.get(table, ())]
    head = f"{HEAD}\n[[about]]\nsource = {_text(source)}\n"
    return head + "".join("\n" + "".join(f"{line}\n" for line in _lines(row)) for row in rows)


def _lines(row: Row) -> Iterator[str]:
    if isinstance(row, Listed):
        yield from ("[[actor]]", f"id = {_text(row.id)}")
        if row.code:
            yield f"code = {_text(row.code)}"
        yield f"names = {_array(row.names)}"
        if row.terms:
            yield "terms = ["
            for term in row.terms:
                parts = (("code", term.code), ("from", term.from_), ("until", term.until))
                yield "  { " + ", ".join(f"{key} = {_text(value)}" for key, value in parts if value) + " },"
            yield "]"
    elif isinstance(row, Role):
        yield from ("[[role]]", f"nouns = {_array(row.nouns)}", f"code = {_text(row.code)}")
        if row.before:
            yield "before = true"
        if not row.countable:
            yield "countable = false"
        if row.plurals:
            yield f"plurals = {_array(row.plurals)}"


def _array(values: Iterable[str]) -> str:
    return "[" + ", ".join(map(_text, values)) + "]"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
