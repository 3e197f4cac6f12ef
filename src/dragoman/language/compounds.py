"""Words written with a hyphen or without (*cease-fire*): the parser, which splits at hyphens, sees them whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.data_files import read_rows
from dragoman.language.schema import DATA, Compound

#: what may follow a first part that takes any second
ANY = r"(?=[a-z]{3})"


#: names of several parts with a small word between them (*Mazar-i-Sharif*), which are one word
_NAME = re.compile(r"\b[A-Z][a-z]+(?:-(?:i|e|ez|al|el|ul|ur|us|en|sur|on|upon|de|la|le)-[A-Z][a-z]+)+\b")
_HYPHEN = re.compile("-")


def hyphens_within(text: str) -> Iterator[re.Match[str]]:
    """The hyphens that part no two words, in the order of the text."""
    if "-" not in text:
        return iter(())
    in_names = [hyphen for name in _NAME.finditer(text) for hyphen in _HYPHEN.finditer(text, *name.span())]
    seen = {hyphen.start() for hyphen in in_names}
    others = (hyphen for hyphen in _pattern().finditer(text) if hyphen.start() not in seen)
    return iter(sorted((*in_names, *others), key=lambda hyphen: hyphen.start()))


def closed(words: str) -> str:
    """The words as the parser sees them, without such hyphens."""
    if "-" not in words:
        return words
    return _pattern().sub("", _NAME.sub(lambda name: name[0].replace("-", ""), words))


@cache
def _pattern() -> re.Pattern[str]:
    rows = [entry.row for entry in read_rows(DATA / "compounds.toml", "compound", Compound)]
    follows: dict[str, list[str]] = {}
    for row in rows:
        for first in row.first:
            follows.setdefault(first, []).append(f"(?={'|'.join(row.second)})" if row.second else ANY)
    around = (f"(?<=\\b(?i:{first})-)(?:{'|'.join(rest)})" for first, rest in follows.items())
    return re.compile(f"-(?:{'|'.join(around)})")  # the sign first: it is looked for at once, and all else only there
