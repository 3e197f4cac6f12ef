"""Words written with a hyphen or without (*cease-fire*): the parser, which splits at hyphens, sees them whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.data_files import read_rows
from dragoman.language.schema import DATA, Compound

#: what may follow a first part that takes any second
ANY = r"(?=[a-z]{3})"


def hyphens_within(text: str) -> Iterator[re.Match[str]]:
    """The hyphens that part no two words, in the order of the text."""
    return _pattern().finditer(text) if "-" in text else iter(())


def closed(words: str) -> str:
    """The words as the parser sees them, without such hyphens."""
    return _pattern().sub("", words) if "-" in words else words


@cache
def _pattern() -> re.Pattern[str]:
    rows = [entry.row for entry in read_rows(DATA / "compounds.toml", "compound", Compound)]
    follows: dict[str, list[str]] = {}
    for row in rows:
        for first in row.first:
            follows.setdefault(first, []).append(f"(?={'|'.join(row.second)})" if row.second else ANY)
    around = (f"(?<=\\b(?i:{first})-)(?:{'|'.join(rest)})" for first, rest in follows.items())
    return re.compile(f"-(?:{'|'.join(around)})")  # the sign first: it is looked for at once, and all else only there
