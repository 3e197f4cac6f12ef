"""Which offices a title names in a country, and who held them on a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import lru_cache

from dragoman.actors.library import Answer, Library, Tenure
from dragoman.actors.schema import Office
from dragoman.actors.usage import usage_words

BROAD_KINDS = frozenset({"head_of_state", "head_of_government", "leader"})
"""Kinds that say little of how an office is called: one country's chancellor is another's finance minister."""


def holder_of(library: Library, country: str, title: str, on: date) -> Answer | None:
    """Who alone was called that in the country on the day; None where nobody or several were."""
    if title in usage_words("leaders") and (country, title) not in _offices_by_title(library):
        answers = [library.office_holder(country, "leader", on)]
    else:
        answers = [library.holders(office.id, on) for office in _offices_by_title(library).get((country, title), ())]
    known = [answer for answer in answers if answer.holder is not None]
    return known[0] if known and len({answer.tenures[0].person for answer in known}) == 1 else None


def counterpart_of(library: Library, country: str, office: str, on: date) -> Answer | None:
    """Who held in that country the office that answers to this one: leader to leader, minister to minister."""
    row = _offices(library).get(office)
    if row is None:
        return None
    kinds = ["leader"] if row.leads else sorted(set(row.kinds) - BROAD_KINDS)
    answers = (library.office_holder(country, kind, on) for kind in kinds)
    return next((answer for answer in answers if answer.holder is not None), None)


def titles_of(library: Library, tenures: tuple[Tenure, ...]) -> frozenset[str]:
    """Everything by which the holder of these offices is called, in small letters."""
    return frozenset(title.lower() for tenure in tenures for title in library.titles(tenure.office))


@lru_cache(maxsize=4)
def _offices_by_title(library: Library) -> dict[tuple[str, str], tuple[Office, ...]]:
    found: dict[tuple[str, str], list[Office]] = defaultdict(list)
    for office in library.offices:
        if office.collective and office.incomplete:
            continue  # one of many is known, and *the senator* is not he
        for title in dict.fromkeys(title.lower() for title in library.titles(office)):
            found[office.country or office.body or "", title].append(office)
    return {key: tuple(offices) for key, offices in found.items()}


@lru_cache(maxsize=4)
def _offices(library: Library) -> dict[str, Office]:
    return {office.id: office for office in library.offices}
