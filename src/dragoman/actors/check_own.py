"""What is wrong in a user's own actor file, seen together with the library that it adds to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path

from dragoman.actors.check import (
    doubled_ids,
    holder_problem,
    idle_ambiguities,
    problem_at,
    terms_problems,
    unknown_references,
)
from dragoman.actors.library import Library
from dragoman.actors.names import NameFinder
from dragoman.actors.own import read_own
from dragoman.actors.schema import SECTORS, Holder, Listed, ListedTerm, Office, Role, first_day, last_day
from dragoman.data_files import Entry, Problem, Row

WORLDWIDE = frozenset({"IGO", "NGO", "NGM", "IGM", "IMG", "MNC", "INT", "UNK", "WLD"})
"""What codes begin with that belong to no country, in PLOVER and in CAMEO."""


def check_own(path: Path, *, base: Library | None = None) -> tuple[Problem, ...]:
    """Everything that is wrong in the file, in the order of its lines; raise `DataError` where there is no file."""
    base = base or Library.shipped()
    entries, problems = read_own(path)
    library = base.with_own(entries)
    rows = [entry for table in entries.values() for entry in table]
    found = [
        *problems,
        *doubled_ids(rows),
        *_doubled_names(entries_of(Library(entries)), rows),
        *_unmatched(library, rows),
        *(problem for entry in rows for problem in unknown_references(library, entry)),
        *(problem for entry in rows for problem in idle_ambiguities(entry)),
        *(problem for entry in rows for problem in _terms(library, entry)),
    ]
    return tuple(sorted(found, key=lambda problem: problem.line))


def entries_of(own: Library) -> dict[str, tuple[str, ...]]:
    """The actors of each form, folded."""
    found: dict[str, dict[str, None]] = {}
    for form, sense in own.names():
        if sense.kind not in ("family_name", "agent") and not sense.ambiguous:
            found.setdefault(form.casefold(), {})[sense.actor] = None
    return {form: tuple(actors) for form, actors in found.items()}


def _doubled_names(actors_of: dict[str, tuple[str, ...]], rows: list[Entry[Row]]) -> Iterator[Problem]:
    """Forms of two actors, at the later entry, and nouns of two roles."""
    seen: dict[str, Entry[Row]] = {}
    for entry in rows:
        for form in _forms(entry.row):
            first = seen.setdefault(form.casefold(), entry)
            several = isinstance(entry.row, Role) or len(actors_of.get(form.casefold(), ())) > 1
            if first is not entry and several and type(first.row) is type(entry.row):
                yield problem_at(entry, f"{form!r} stands at {first.file.name}:{first.line} too")


def _forms(row: Row) -> tuple[str, ...]:
    if isinstance(row, Role):
        return row.nouns
    names: tuple[str, ...] = getattr(row, "names", ())
    return names


def _unmatched(library: Library, rows: list[Entry[Row]]) -> Iterator[Problem]:
    """Names without letters, and those that the finder does not find even where they stand alone."""
    finder = NameFinder(library)
    for entry in rows:
        for form in _forms(entry.row):
            hits = finder.find(form)
            whole = any(hit.end - hit.start >= len(form.removeprefix("the ").strip()) for hit in hits)
            if not whole or not any(map(str.isalnum, form)):
                yield problem_at(entry, f"nothing can match {form!r}; write it as it stands in an article")


def _terms(library: Library, entry: Entry[Row]) -> Iterator[Problem]:
    match entry.row:
        case Office():
            yield from terms_problems(entry, entry.row)
            yield from _gaps(entry, entry.row)
        case Listed():
            yield from _listed_terms(entry, entry.row)
            yield from _unknown_codes(library, entry, entry.row)
        case _:
            return


def _gaps(entry: Entry[Row], office: Office) -> Iterator[Problem]:
    """Days between two holders; where they are meant, the office is `incomplete`."""
    if office.collective or office.incomplete:
        return
    for before, after in pairwise(office.holder):
        if before.until and last_day(before.until) + timedelta(days=1) < first_day(after.from_):
            yield holder_problem(entry, after, _gap(before, after, office.id))


def _gap(before: Holder, after: Holder, office: str) -> str:
    return f"nobody holds {office} between {before.name} ({before.until}) and {after.name} ({after.from_})"


def _listed_terms(entry: Entry[Row], row: Listed) -> Iterator[Problem]:
    for term in row.terms:
        first, last = _days(term)
        if last < first:
            yield problem_at(entry, f"{term.code} of {row.id!r} ends on {term.until} before it begins on {term.from_}")
    for one, other in combinations(row.terms, 2):
        (first, last), (begun, ended) = _days(one), _days(other)
        if one.code != other.code and max(first, begun) < min(last, ended):
            yield problem_at(entry, f"{other.code} of {row.id!r} overlaps {one.code}, which stands first and wins")


def _days(term: ListedTerm) -> tuple[date, date]:
    first = first_day(term.from_) if term.from_ else date.min
    return first, last_day(term.until) if term.until else date.max


def _unknown_codes(library: Library, entry: Entry[Row], row: Listed) -> Iterator[Problem]:
    """Codes that begin with no country, be it the library's or one that the file names by itself."""
    countries = {state.id for state in library.states} | {one.code for one in library.listed if one.is_country}
    for code in row.codes:
        if len(code) > 3 and code[:3] not in countries | WORLDWIDE and code not in SECTORS:
            yield problem_at(entry, f"{code!r} of {row.id!r} begins with no country that is known")
