"""What an entry of `treaties/data/*.toml` looks like: who is party when, and what each article obliges to."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from dragoman.data_files import Row

Kind = Literal["defence", "offence", "neutrality", "non-aggression", "consultation", "assurance"]
Strength = Literal["automatic", "own decision", "consult"]
#: pair of days: from the first (inclusive) to the second (exclusive)
Window = tuple[date, date]

#: who is party to what an article obliges to, where the entry does not say
ALL = "members"


class Obligation(Row):
    """What one article obliges to.

    `bearers` and `beneficiaries` are country codes, or `["members"]` for every party; where both are the members
    the obligation is mutual and nobody owes it to himself. `trigger` is a pattern over events (design: *Pattern*).
    `against` says from whom the attack must come: anybody, only states outside the treaty, or the codes named;
    `not_against` excludes attackers. `outside` are the codes of territories that the article does not cover, `area`
    the same in words. `quote` are the operative words, taken only from a text that `source` names. `since` and `until`
    limit the article where they differ from the treaty's days.
    """

    article: str
    kind: Kind
    action: str
    strength: Strength = "own decision"
    bearers: tuple[str, ...] = (ALL,)
    beneficiaries: tuple[str, ...] = (ALL,)
    trigger: dict[str, Any] | None = None
    against: Literal["anybody", "outsiders"] | tuple[str, ...] = "anybody"
    not_against: tuple[str, ...] = ()
    area: str | None = None
    outside: tuple[str, ...] = ()
    exclusions: str | None = None
    quote: str | None = None
    conditional: bool = False
    since: date | None = None
    until: date | None = None


class Treaty(Row):
    """A treaty: its key, its names, its days, its parties and its obligations.

    `parties` are bound from the entry into force (`in_force`; from the signature where that day is not given) or
    from the day in `joined`, until the day in `left` (exclusive), but for the days in `suspended`. `reservations`
    free a party from the kinds of obligation named. `ended` is the first day on which the treaty no longer binds;
    `in_force = "never"` marks what was signed only. `replaces` is the key of the treaty whose place it took.
    """

    id: str
    label: str
    names: tuple[str, ...] = ()
    signed: date
    in_force: date | Literal["never"] | None = None
    ended: date | None = None
    replaces: str | None = None
    parties: tuple[str, ...] = ()
    joined: dict[str, date] = Field(default_factory=dict)
    left: dict[str, date] = Field(default_factory=dict)
    suspended: dict[str, tuple[Window, ...]] = Field(default_factory=dict)
    reservations: dict[str, tuple[Kind, ...]] = Field(default_factory=dict)
    obligation: tuple[Obligation, ...] = ()
    example: str | None = None
    source: str
    note: str | None = None
    reading: str | None = None

    @property
    def start(self) -> date:
        """The first day on which anybody is bound (of the signature, where the entry into force is not given)."""
        return self.in_force if isinstance(self.in_force, date) else self.signed

    def in_force_on(self, day: date) -> bool:
        """Whether the treaty binds anybody on that day."""
        return self.in_force != "never" and self.start <= day and (self.ended is None or day < self.ended)

    def is_party(self, state: str, day: date) -> bool:
        """Whether the state is party on that day, and not suspended."""
        if state not in self.parties or not self.in_force_on(day):
            return False
        if day < self.joined.get(state, self.start) or (state in self.left and day >= self.left[state]):
            return False
        return not any(first <= day < end for first, end in self.suspended.get(state, ()))

    def parties_on(self, day: date) -> tuple[str, ...]:
        """The parties on that day, in alphabetical order of their codes."""
        return tuple(state for state in sorted(self.parties) if self.is_party(state, day))
