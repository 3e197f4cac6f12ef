"""Everything that can be wrong in the treaty files, with file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from dragoman.actors import Library
from dragoman.data_files import Entry, Problem, try_rows
from dragoman.treaties.library import DATA, read_treaties
from dragoman.treaties.patterns import unknown_words
from dragoman.treaties.schema import ALL, Obligation, Treaty
from dragoman.treaties.wording import wording_problems

#: how a draft marks what a person has to fill in
GAP = "GAP:"


def check_treaties(folder: Path = DATA) -> tuple[Problem, ...]:
    """Everything wrong in the room's data files."""
    return (*_problems(folder), *(wording_problems() if folder == DATA else ()))


def check_own_treaties(path: Path) -> tuple[Problem, ...]:
    """Everything wrong in a file of treaties beside the shipped ones: first its gaps, then all that a check finds."""
    lines = path.read_text(encoding="utf-8").splitlines()
    gaps = tuple(
        Problem(path, number, f"to be filled: {line.strip()}")
        for number, line in enumerate(lines, start=1)
        if GAP in line and not line.lstrip().startswith("#")
    )
    if gaps:
        return gaps
    shipped = {entry.row.id: entry.file.name for entry in read_treaties()}
    entries, _ = try_rows(path, "treaty", Treaty)
    known = (
        Problem(path, entry.line, f"{entry.row.id!r} is in the library already ({shipped[entry.row.id]})")
        for entry in entries
        if entry.row.id in shipped
    )
    return (*_problems_in([path]), *known)


def _problems(folder: Path) -> Iterator[Problem]:
    yield from _problems_in(sorted(folder.glob("*.toml")))


def _problems_in(paths: Iterable[Path]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    found: dict[str, Entry[Treaty]] = {}
    for path in paths:
        entries, problems = try_rows(path, "treaty", Treaty)
        yield from problems
        found |= {entry.row.id: entry for entry in entries}
        for entry in entries:
            for complaint in _complaints(entry.row):
                yield Problem(entry.file, entry.line, f"{entry.row.id}: {complaint}")
            yield from _repeats(entry, seen)
    for entry in found.values():
        yield from (Problem(entry.file, entry.line, f"{entry.row.id}: {one}") for one in _succession(entry.row, found))


def _succession(treaty: Treaty, found: Mapping[str, Entry[Treaty]]) -> Iterator[str]:
    """What it replaces has to be there, to be older, and to end when it begins."""
    if treaty.replaces is None:
        return
    if treaty.replaces not in found:
        yield f"it replaces {treaty.replaces}, which is not there"
        return
    before = found[treaty.replaces].row
    if before.signed >= treaty.signed:
        yield f"it replaces {before.id}, which is younger"
    if before.ended != treaty.start:
        yield f"it replaces {before.id}, which ends on {before.ended} and not on {treaty.start}"


def _repeats(entry: Entry[Treaty], seen: dict[str, str]) -> Iterator[Problem]:
    for key in sorted({entry.row.id, *entry.row.names}):
        if key in seen:
            yield Problem(entry.file, entry.line, f"{key!r} already stands in {seen[key]}; keep one")
        seen[key] = f"{entry.file.name}:{entry.line}"


def _complaints(treaty: Treaty) -> Iterator[str]:
    yield from _reversed_days(treaty)
    for state in sorted({*treaty.joined, *treaty.left, *treaty.suspended, *treaty.reservations} - {*treaty.parties}):
        yield f"{state} has a day or a reservation, but is not among the parties"
    for state in sorted({*treaty.parties} - _codes()):
        yield f"{state} is no country code"
    if treaty.obligation and len(treaty.parties) < 2:
        yield "obligations, but fewer than two parties"
    if treaty.names and not treaty.example:
        yield "names without an example sentence"
    if treaty.example and not any(name in treaty.example for name in treaty.names):
        yield "the example names none of the names"
    if treaty.source == "recalled" and any(one.quote for one in treaty.obligation):
        yield "words are quoted from a text that was not opened; name it in `source`, or take them out"
    for obligation in treaty.obligation:
        yield from _obligation_complaints(obligation, treaty)


def _reversed_days(treaty: Treaty) -> Iterator[str]:
    if treaty.start < treaty.signed:
        yield f"in force ({treaty.start}) before it was signed ({treaty.signed})"
    if treaty.ended is not None and treaty.ended <= treaty.start:
        yield f"ended ({treaty.ended}) before it was in force ({treaty.start})"
    for state, day in treaty.left.items():
        if day <= treaty.joined.get(state, treaty.start):
            yield f"{state} left ({day}) before it joined"
    for state, windows in treaty.suspended.items():
        if any(first >= end for first, end in windows):
            yield f"{state}: a suspension ends before it begins"


def _obligation_complaints(obligation: Obligation, treaty: Treaty) -> Iterator[str]:
    if not obligation.article.strip():
        yield f"a {obligation.kind} obligation without its article"
    named = {*obligation.bearers, *obligation.beneficiaries} - {ALL}
    for state in sorted(named - {*treaty.parties}):
        yield f"article {obligation.article} names {state}, which is not among the parties"
    attackers = () if isinstance(obligation.against, str) else obligation.against
    for state in sorted({*attackers, *obligation.not_against, *obligation.outside} - _codes()):
        yield f"article {obligation.article}: {state} is no country code"
    if obligation.since and obligation.until and obligation.until <= obligation.since:
        yield f"article {obligation.article} ends before it begins"
    if obligation.trigger is not None:
        yield from (f"article {obligation.article}: {word}" for word in unknown_words(obligation.trigger))


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(state.id for state in Library.shipped().states)
