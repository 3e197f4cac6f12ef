"""Persons whose name is written otherwise than the library has it: *Nyussi*, *Rakhmonov*, *M. Rajapakse*."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from dragoman.actors.library import Library, fold

#: share of common letters from which two words are one; `make eval` on leaders_dev is flat from .76 to .84
NEARLY_THE_SAME = 0.8
#: words of names that say nothing about who it is
PARTICLES = frozenset(
    {"de", "da", "dos", "van", "von", "der", "al", "el", "ul", "bin", "ibn", "ben", "ould", "la", "le", "as", "dit"}
)
#: letters of a word that tells a person apart
TELLING = 4


def persons_like(library: Library, name: str, *, country: str | None = None) -> tuple[str, ...]:
    """The persons (ids) whose names have all words of this one in some spelling, the nearest first.

    `country` admits only those who held an office there.
    """
    asked = _words(name)
    if not any(len(word) >= TELLING for word in asked):
        return ()
    found = [(_likeness(asked, words), person) for person, words in _names(library, country)]
    return tuple(person for likeness, person in sorted(found, key=lambda pair: -pair[0]) if likeness)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in fold(name).split() if word not in PARTICLES and len(word) > 1)


def _names(library: Library, country: str | None) -> Iterator[tuple[str, frozenset[str]]]:
    for person in library.persons:
        tenures = library.tenures(person)
        if country is None or any(tenure.office.country == country for tenure in tenures):
            forms = {form for tenure in tenures for form in (tenure.holder.name, *tenure.holder.aliases)}
            yield person, frozenset(word for form in forms for word in _words(form))


def _likeness(asked: tuple[str, ...], known: frozenset[str]) -> float:
    """How near the words asked for are to known ones, 0 where one of them is to none."""
    shares = [max((_share(word, other) for other in known), default=0.0) for word in asked]
    return sum(shares) / len(shares) if min(shares) >= NEARLY_THE_SAME else 0.0


def _share(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= NEARLY_THE_SAME else 0.0
