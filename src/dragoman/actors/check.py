"""What is wrong in the actor files: overlaps, gaps in order, doubled names, unknown codes, each with file and line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from dragoman.actors.library import SHIPPED, Library, family_name, read_folder
from dragoman.actors.schema import Body, Group, Holder, Medium, Office, Organisation, State, first_day, last_day
from dragoman.data_files import Entry, Problem, Row

NAMING = ("name", "body", "group", "medium", "organisation")


def check(folder: Path = SHIPPED) -> tuple[Problem, ...]:
    """Everything that is wrong in `folder/data` and `folder/offices`, in the files' order."""
    entries, problems = read_folder(folder)
    library = Library(entries)
    rows = [entry for table in entries.values() for entry in table]
    return (
        *problems,
        *doubled_ids(rows),
        *_doubled_names(library, rows),
        *(problem for entry in rows for problem in unknown_references(library, entry)),
        *(problem for entry in rows for problem in idle_ambiguities(entry)),
        *(problem for entry in rows for problem in _missing_example(entry)),
        *(problem for entry in rows if isinstance(entry.row, Office) for problem in terms_problems(entry, entry.row)),
        *(problem for entry in rows for problem in _later_than_known(library, entry)),
        *_states_by_family_name(library, rows),
    )


def _states_by_family_name(library: Library, rows: list[Entry[Row]]) -> Iterator[Problem]:
    """Family names that are the name of a state (*Jim Jordan*) and would hide it."""
    states = {form for state in library.states for form in state.names}
    for entry in rows:
        for holder in entry.row.holder if isinstance(entry.row, Office) else ():
            if holder.by_family_name and family_name(holder) in states - {holder.name}:
                yield holder_problem(
                    entry, holder, f"{family_name(holder)!r} names a state too; say by_family_name = false"
                )


def _later_than_known(library: Library, entry: Entry[Row]) -> Iterator[Problem]:
    """Who comes into office after the last day of which the file or the office says that it is known."""
    office = entry.row
    known_until = library.known_until(office.id) if isinstance(office, Office) else None
    if isinstance(office, Office) and known_until:
        for holder in office.holder:
            if first_day(holder.from_) > known_until:
                yield holder_problem(
                    entry, holder, f"{holder.name} comes after {known_until}, the last day known (as_of) of {office.id}"
                )


def _missing_example(entry: Entry[Row]) -> Iterator[Problem]:
    if getattr(entry.row, "example", None) == "":
        yield problem_at(entry, "no example sentence")


def doubled_ids(rows: list[Entry[Row]]) -> Iterator[Problem]:
    """Ids that two entries have."""
    seen: dict[str, Entry[Row]] = {}
    for entry in rows:
        if (key := getattr(entry.row, "id", None)) is None:
            continue
        if key in seen:
            yield problem_at(entry, f"id {key!r} stands at {seen[key].file.name}:{seen[key].line} too")
        seen.setdefault(key, entry)


def _doubled_names(library: Library, rows: list[Entry[Row]]) -> Iterator[Problem]:
    """A form that names two actors must say how to tell them, in at least one of the entries."""
    by_id = {key: entry for entry in rows if (key := getattr(entry.row, "id", None))}
    senses: dict[str, dict[str, str | None]] = {}
    for form, sense in library.names():
        if sense.kind in NAMING:
            senses.setdefault(form, {})[sense.actor] = sense.ambiguous
    for form, actors in senses.items():
        if len(actors) > 1 and not any(actors.values()):
            first, *others = actors
            yield problem_at(by_id[others[0]], f"{form!r} names {first!r} too; say under `ambiguous` how to tell")


def unknown_references(library: Library, entry: Entry[Row]) -> Iterator[Problem]:
    """Countries, bodies, kinds and codes that are not in the library."""
    states = {state.id for state in library.states}
    bodies = {body.id for body in library.bodies}
    row = entry.row
    if isinstance(row, Group | Medium | Organisation | Office) and row.country and row.country not in states:
        yield problem_at(entry, f"unknown country {row.country!r}")
    if isinstance(row, State) and row.sovereign and row.sovereign not in states:
        yield problem_at(entry, f"unknown sovereign {row.sovereign!r}")
    if isinstance(row, Body):
        if row.part_of and row.part_of not in bodies:
            yield problem_at(entry, f"unknown body {row.part_of!r}")
        if not row.code.startswith("IGO"):
            yield problem_at(entry, f"code {row.code!r} of a body does not start with IGO")
    if isinstance(row, Group):
        for code, sector in ((row.code, row.sector), *((term.code, term.sector) for term in row.terms)):
            if code != (row.country or "") + sector:
                yield problem_at(entry, f"code {code!r} is not the country and the sector {sector!r}")
    if isinstance(row, Office):
        if (row.country is None) == (row.body is None):
            yield problem_at(entry, "an office belongs to a country or to a body")
        if row.body and row.body not in bodies:
            yield problem_at(entry, f"unknown body {row.body!r}")
        yield from (problem_at(entry, f"unknown kind {kind!r}") for kind in row.kinds if kind not in library.kinds)


def idle_ambiguities(entry: Entry[Row]) -> Iterator[Problem]:
    """Ambiguities of forms that the entry does not have."""
    row = entry.row
    if isinstance(row, State | Body | Group | Medium | Organisation):
        forms = set(forms_of(row))
        for ambiguous in row.ambiguous:
            if ambiguous.name not in forms:
                yield problem_at(entry, f"ambiguous {ambiguous.name!r} is none of the entry's names")


def forms_of(row: State | Body | Group | Medium | Organisation) -> tuple[str, ...]:
    """Every form in an entry that names its actor."""
    match row:
        case State():
            residences = (residence.name for residence in row.residences)
            return (*row.names, *row.adjectives, *row.demonyms, *row.metonyms, *row.short_forms, *residences)
        case Body():
            return (*row.names, *row.adjectives, *row.short_forms)
        case Group() | Organisation():
            return (*row.names, *row.demonyms)
        case Medium():
            return row.names


def terms_problems(entry: Entry[Row], office: Office) -> Iterator[Problem]:
    """Who leaves before coming, comes before a predecessor, or overlaps with him."""
    for holder in office.holder:
        if holder.until and last_day(holder.until) < first_day(holder.from_):
            yield holder_problem(entry, holder, f"{holder.name} leaves {office.id} before coming")
    if office.collective:
        return
    for before, after in pairwise(office.holder):
        if first_day(after.from_) < first_day(before.from_):
            yield holder_problem(
                entry, after, f"{after.name} stands after {before.name} in {office.id}, but came earlier"
            )
        elif before.until is None or first_day(before.until) > last_day(after.from_):
            yield holder_problem(entry, after, f"{after.name} overlaps {before.name} in {office.id}")


def holder_problem(entry: Entry[Row], holder: Holder, message: str) -> Problem:
    """The problem at the line where the holder stands, found by name and day behind the office's head."""
    lines = entry.file.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines[entry.line :], start=entry.line + 1):
        if f'"{holder.name}"' in line and f'"{holder.from_}"' in line:
            return Problem(entry.file, number, message)
    return problem_at(entry, message)


def problem_at(entry: Entry[Row], message: str) -> Problem:
    """The problem at the line where the entry stands."""
    return Problem(entry.file, entry.line, message)
