"""Somebody that a user asks for and nobody knows: said, with the names that are spelt nearly so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from dragoman.actors import Library
from dragoman.actors.library import fold
from dragoman.actors.schema import SECTORS
from dragoman.actors.spelling import persons_like
from dragoman.errors import LedgerError
from dragoman.faces.who import who_lines
from dragoman.ledger import Ledger

#: how like a name must be, and how many are told
LIKENESS, TOLD = 0.75, 3
#: letters by which a name that is meant may be longer or shorter
SLIP = 3


def refuse_strangers(ledger: Ledger, asked: Iterable[str | date | None]) -> None:
    """Raise `LedgerError` (D412) where neither the ledger nor the library knows whom a filter names."""
    names = [name for name in asked if isinstance(name, str)]
    if not names:
        return
    library, known = Library.shipped(), ledger.who_is_told()
    for name in names:
        if not ledger.tells_of(name) and not is_known(library, name):
            near = nearly(name, (*known, *_near_in(library, name)))
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            raise LedgerError(f"no actor {name!r} is known to the ledger or the library{hint}", code="D412")


def is_known(library: Library, name: str) -> bool:
    """Whether it is a code, a key or a name of the library."""
    if _is_code(library, name.upper()) or library.country_of_name(name) or who_lines(library, name, date.today()):
        return True
    asked = fold(name)
    return any(asked == fold(form) or name == sense.actor for form, sense in library.names())


def _is_code(library: Library, code: str) -> bool:
    """*RUS*, *MED*, *RUSGOV*, *IGOUNO*."""
    begins = library.is_state(code[:3]) or code[:3] in SECTORS
    return begins and (code[3:6] in SECTORS or len(code) == len("RUS") or code[:3] in SECTORS)


def nearly(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that are spelt nearly so, the nearest first."""
    forms = {fold(one): one for one in names if abs(len(one) - len(name)) <= SLIP}
    return tuple(forms[form] for form in get_close_matches(fold(name), forms, n=TOLD, cutoff=LIKENESS))


def _near_in(library: Library, name: str) -> Iterator[str]:
    yield from (library.tenures(person)[0].holder.name for person in persons_like(library, name)[:TOLD])
    yield from (form for form, _ in library.names())
