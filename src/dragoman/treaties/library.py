"""The treaties that are known, and what they oblige to on a day: `data/*.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from dragoman.data_files import Entry, read_rows
from dragoman.errors import DataError
from dragoman.treaties.schema import ALL, Obligation, Treaty

DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=2)
def read_treaties(folder: Path = DATA) -> tuple[Entry[Treaty], ...]:
    """The treaties of the folder's files; raise `DataError` where one breaks the schema."""
    return tuple(entry for path in sorted(folder.glob("*.toml")) for entry in read_rows(path, "treaty", Treaty))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """One obligation as it binds on a day: who owes it to whom under which article of which treaty."""

    bearer: str
    beneficiary: str
    treaty: Treaty
    obligation: Obligation

    @property
    def order(self) -> tuple[str, str, str, str, str]:
        """What bonds are sorted by, so that the order of the files does not matter."""
        return (self.treaty.id, self.obligation.article, self.obligation.kind, self.bearer, self.beneficiary)


class TreatyLibrary:
    """Treaties by key, and the bonds that stand on a day."""

    def __init__(self, treaties: Iterable[Treaty]) -> None:
        self.treaties = tuple(sorted(treaties, key=lambda treaty: treaty.id))
        self._by_id = {treaty.id: treaty for treaty in self.treaties}
        self._of_party: dict[str, list[Treaty]] = {}
        for treaty in self.treaties:
            for state in treaty.parties:
                self._of_party.setdefault(state, []).append(treaty)
        # a chain of alliances asks for the same parties hundreds of times
        self._bonds = lru_cache(maxsize=1024)(self._bonds_of)
        self._parties = lru_cache(maxsize=4096)(lambda key, day: self._by_id[key].parties_on(day))

    @classmethod
    @lru_cache(maxsize=1)
    def shipped(cls) -> TreatyLibrary:
        """The library that comes with Dragoman."""
        return cls(entry.row for entry in read_treaties())

    def treaty(self, key: str) -> Treaty:
        """The treaty of that key, upper or lower case; raise `DataError` where there is none."""
        if found := self._by_id.get(key.upper()):
            return found
        raise DataError(f"no treaty {key!r}; `dragoman treaties list` gives the keys", code="D210")

    def first_signed(self, key: str) -> date:
        """When the treaty, or the first of those whose place it took one after the other, was signed."""
        treaty = self.treaty(key)
        return self.first_signed(treaty.replaces) if treaty.replaces else treaty.signed

    def bonds_to(self, state: str, day: date) -> tuple[Bond, ...]:
        """Every obligation that is owed to the state on the day, in an order that the files do not change."""
        return self._bonds(state, day)

    def _bonds_of(self, state: str, day: date) -> tuple[Bond, ...]:
        found = (
            bond
            for treaty in self._of_party.get(state, ())
            for bond in _bonds_to(treaty, state, day, self._parties(treaty.id, day))
        )
        return tuple(sorted(found, key=lambda bond: bond.order))

    def between(self, one: str, other: str, day: date) -> tuple[Bond, ...]:
        """The bonds of two states towards each other on the day."""
        pairs = ((one, other), (other, one))
        found = (bond for bearer, to in pairs for bond in self.bonds_to(to, day) if bond.bearer == bearer)
        return tuple(sorted(found, key=lambda bond: bond.order))


def _bonds_to(treaty: Treaty, beneficiary: str, day: date, parties: tuple[str, ...]) -> Iterator[Bond]:
    if beneficiary not in parties:
        return
    for obligation in treaty.obligation:
        stands = (obligation.since or day) <= day and (obligation.until is None or day < obligation.until)
        if stands and _binds(obligation.beneficiaries, beneficiary, obligation, treaty):
            for bearer in parties:
                if bearer != beneficiary and _binds(obligation.bearers, bearer, obligation, treaty):
                    yield Bond(bearer=bearer, beneficiary=beneficiary, treaty=treaty, obligation=obligation)


def _binds(side: tuple[str, ...], state: str, obligation: Obligation, treaty: Treaty) -> bool:
    """Whether a party stands on that side of the obligation; a reservation works for both sides alike.

    That a reservation frees the others towards the state that made it is Article 21(1)(b) of the Vienna Convention on
    the Law of Treaties.
    """
    return (side == (ALL,) or state in side) and obligation.kind not in treaty.reservations.get(state, ())
