"""Who held an office on a day, and what a person was then: the answer to `dragoman who`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from dragoman.actors import library_with
from dragoman.actors.library import Answer, Library, Tenure, fold
from dragoman.actors.schema import Office
from dragoman.actors.spelling import persons_like

PRECISIONS = {4: "year", 7: "month", 10: "day"}
"""How exactly a written day is known, by its length."""


def print_who(name: str, *, on: date, console: Console, actors: Iterable[Path] = ()) -> None:
    """What a person was on the day, or who held the office; "not covered" where the library does not know.

    `actors` are a user's own files, whose offices and holders count with the shipped ones.
    """
    library = library_with(actors)
    for line in who_lines(library, name, on) or (f"not covered: {name} on {on}{_suggestion(library, name)}",):
        console.print(escape(line), highlight=False)


def _suggestion(library: Library, name: str) -> str:
    """Whose name is spelt nearly so."""
    near = [library.tenures(person)[0].holder.name for person in persons_like(library, name)[:3]]
    return f"; did you mean {' or '.join(near)}?" if near else ""


def who_lines(library: Library, name: str, on: date) -> tuple[str, ...]:
    """One line for each office of that person on the day and for each office of that name, country or body."""
    persons = (
        f"{tenure.holder.name}: {tenure.office.title} ({_seat(tenure)}), {_term(tenure)}"
        for tenure in library.who(name, on)
    )
    offices = (
        f"{office.title} ({_home(office)}): {_holders(library.holders(office.id, on))}"
        for office in offices_named(library, name)
    )
    return (*persons, *offices)


def offices_named(library: Library, name: str) -> tuple[Office, ...]:
    """The offices that an id, code, title, `foreign minister of Mali` or `Malian foreign minister` names."""
    return tuple(office for office in library.offices if _names(library, name, office))


def _names(library: Library, name: str, office: Office) -> bool:
    if name in (office.id, office.country, office.body) or library.country_of_name(name) == office.country is not None:
        return True
    if office.country and name == f"{office.country}{office.sector}":  # RUSGOV
        return True
    asked = fold(name)
    if asked == fold(office.title):
        return True
    for title in map(fold, library.titles(office)):
        if asked.startswith(f"{title} of "):
            place = asked.removeprefix(f"{title} of ").removeprefix("the ")
        elif asked.endswith(f" {title}"):
            place = asked.removesuffix(f" {title}").removeprefix("the ")
        else:
            continue
        if _is_home(library, place, office):
            return True
    return False


def _is_home(library: Library, place: str, office: Office) -> bool:
    if office.country:
        return library.country_of_name(place) == office.country
    body = next((body for body in library.bodies if body.id == office.body), None)
    return body is not None and place in {fold(form) for form in (*body.names, *body.adjectives, *body.short_forms)}


def _home(office: Office) -> str:
    return office.country or office.body or ""


def _seat(tenure: Tenure) -> str:
    """The country or body, and which of many such offices there: *UKR: Kherson*."""
    return ": ".join(filter(None, (_home(tenure.office), tenure.holder.of)))


def _holders(answer: Answer) -> str:
    if not answer.tenures:
        return answer.status.replace("_", " ")
    doubt = "; not covered so late, the last holder known" if answer.status == "assumed" else ""
    return ", ".join(f"{tenure.holder.name}, {_term(tenure)}" for tenure in answer.tenures) + doubt


def _term(tenure: Tenure) -> str:
    """From when until when, and how exactly that is known where it is not to the day."""
    holder = tenure.holder
    days = [day for day in (holder.from_, holder.until) if day]
    precision = PRECISIONS[min(map(len, days))]
    notes = [*(["acting"] if holder.acting else []), *([f"to the {precision}"] if precision != "day" else [])]
    return f"{holder.from_} to {holder.until or 'now'}" + (f" ({', '.join(notes)})" if notes else "")
