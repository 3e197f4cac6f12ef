"""Our own gold of mentions (tests/gold/actors): whose code, whose name, what is nobody, what stays open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import Field

from dragoman.actors import Cast
from dragoman.data_files import Row, read_rows

FOLDER = Path(__file__).parent.parent / "gold" / "actors"
USUAL_DAY = date(2024, 6, 25)


class MentionCase(Row):
    """A short text with the codes (`is`), names, non-actors (`nobody`) and open mentions that it must give."""

    text: str
    on: date = USUAL_DAY
    is_: dict[str, str | tuple[str, ...]] = Field(default_factory=dict, alias="is")
    names: dict[str, str] = Field(default_factory=dict)
    nobody: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One thing asked of one case: what was wanted, what came."""

    case: str
    what: str
    wanted: object
    found: object

    @property
    def right(self) -> bool:
        return self.wanted == self.found


def cases() -> list[tuple[str, MentionCase]]:
    """Every case with `file:line`."""
    return [
        (f"{path.name}:{entry.line}", entry.row)
        for path in sorted(FOLDER.glob("*.toml"))
        for entry in read_rows(path, "case", MentionCase)
    ]


def check(where: str, case: MentionCase, cast: Cast) -> Iterator[Check]:
    """All that the case asks."""
    found: dict[str, list[str]] = {}
    names: dict[str, set[str]] = {}
    for who in cast.mentions:
        code = who.code or (who.actor.sector if who.actor else None) or ""
        found.setdefault(who.mention.words, []).append(code)
        names.setdefault(who.mention.words, set()).add(who.name)
    for words, codes in case.is_.items():
        wanted = {codes} if isinstance(codes, str) else set(codes)
        yield Check(where, words, wanted, set(found.get(words, ["no mention"])))
    for words, name in case.names.items():
        yield Check(where, f"name of {words}", {name}, names.get(words, set()))
    for words in case.nobody:
        yield Check(where, f"{words} is nobody", None, found.get(words))
    for words in case.open:
        yield Check(where, f"{words} stays open", {""}, set(found.get(words, ["no mention"])))
