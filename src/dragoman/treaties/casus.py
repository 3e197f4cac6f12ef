"""What an attack sets off: the obligations, bearer by bearer, in rounds, and where they stand against each other.

    casus(Attack(attacker="PRK", victim="KOR"), on=date(2024, 6, 25), library=TreatyLibrary.shipped())

Round 1 is the attack itself. Whoever is drawn into it by an obligation becomes a party to the war; in the next
round the attacker may turn on him, which can set off the obligations that others owe to *him*; and so on until nobody
new comes in. With `assume="automatic"` only automatic obligations draw their bearer in, with `"all"` also those
that leave the means to the bearer's own decision, with `"none"` nobody enters and one round is all there is.

Pure functions over frozen records: the same library, attack and day give the same answer, in any order of the files.
What comes out is a candidate: it says what the texts hold, not what a state will do, nor what a court would find.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.treaties.library import Bond, TreatyLibrary
from dragoman.treaties.patterns import Happening, default_trigger, matches
from dragoman.treaties.schema import Kind, Obligation, Strength

Assume = Literal["all", "none", "automatic"]
ConflictKind = Literal["bound to both sides", "non-aggression against a duty to defend", "neutrality against a duty"]
#: what a standing obligation towards the enemy makes of a duty to fight him
CONFLICTS: dict[Kind, ConflictKind] = {
    "defence": "bound to both sides",
    "non-aggression": "non-aggression against a duty to defend",
    "neutrality": "neutrality against a duty",
}
#: the attacker where the question names none
UNKNOWN = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """An armed attack: who, on whom, and where (a country or territory code; None is the victim's own country)."""

    attacker: str = UNKNOWN
    victim: str
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """An obligation that is set off: who owes what to whom, under which article, because of which attack."""

    bearer: str
    beneficiary: str
    treaty: str
    article: str
    kind: Kind
    strength: Strength
    action: str
    reason: str
    round: int
    attack: Attack
    enters: bool = False
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two things that one state owes and cannot both do."""

    state: str
    kind: ConflictKind
    duty: Duty
    treaty: str
    article: str
    towards: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round: the attacks that are looked at, the duties they set off, who enters by them and on whose side."""

    number: int
    attacks: tuple[Attack, ...]
    duties: tuple[Duty, ...]
    enters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Casus:
    """The whole answer. `breaches` are the promises not to attack, or to stand aside, that the attack itself breaks."""

    attack: Attack
    on: date
    assume: Assume
    rounds: tuple[Round, ...]
    breaches: tuple[Duty, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def duties(self) -> tuple[Duty, ...]:
        """The duties of all rounds, in order."""
        return tuple(duty for one in self.rounds for duty in one.duties)

    def bound_to_defend(self) -> tuple[str, ...]:
        """Who owes the first victim defence, whatever its strength."""
        first = self.rounds[0].duties
        return tuple(sorted({duty.bearer for duty in first if duty.kind == "defence"}))


def casus(attack: Attack, *, on: date, library: TreatyLibrary, assume: Assume = "automatic") -> Casus:
    """Every obligation that the attack sets off on that day, round by round."""
    inside = {attack.attacker, attack.victim}
    rounds: list[Round] = []
    attacks: tuple[Attack, ...] = (attack,)
    while attacks:
        duties = _duties(attacks, library, on, inside, len(rounds) + 1, assume)
        enters = tuple(sorted({duty.bearer for duty in duties if duty.enters}))
        rounds.append(Round(number=len(rounds) + 1, attacks=attacks, duties=duties, enters=enters))
        inside |= set(enters)
        attacks = tuple(_next_attacks(attack, duties)) if attack.attacker != UNKNOWN else ()
    owed = [duty for one in rounds for duty in one.duties]
    return Casus(
        attack=attack,
        on=on,
        assume=assume,
        rounds=tuple(rounds),
        breaches=tuple(_breaches(attack, library, on)),
        conflicts=tuple(_conflicts(owed, library, on)),
    )


def _duties(
    attacks: tuple[Attack, ...], library: TreatyLibrary, on: date, inside: set[str], number: int, assume: Assume
) -> tuple[Duty, ...]:
    return tuple(
        _duty(bond, attack, number, assume)
        for attack in attacks
        for state in (attack.victim, attack.attacker)
        for bond in library.bonds_to(state, on)
        if bond.bearer not in inside and bond.obligation.kind != "non-aggression" and set_off(bond, attack)
    )


def set_off(bond: Bond, attack: Attack) -> bool:
    """Whether the attack is one that the bond's article speaks of."""
    obligation = bond.obligation
    trigger = obligation.trigger or default_trigger(obligation.kind)
    happening = Happening(type="ASSAULT", actors=(attack.attacker,), recipients=(attack.victim,))
    return (
        matches(trigger, happening, bearer=bond.bearer, beneficiary=bond.beneficiary)
        and attack.place not in obligation.outside
        and attacker_counts(obligation, attack.attacker, bond)
    )


def attacker_counts(obligation: Obligation, attacker: str, bond: Bond) -> bool:
    """Whether the article speaks of an attack by this attacker."""
    if attacker in obligation.not_against:
        return False
    if obligation.against == "anybody":
        return True
    if obligation.against == "outsiders":
        return attacker not in bond.treaty.parties
    return attacker in obligation.against


def _duty(bond: Bond, attack: Attack, number: int, assume: Assume) -> Duty:
    obligation = bond.obligation
    return Duty(
        bearer=bond.bearer,
        beneficiary=bond.beneficiary,
        treaty=bond.treaty.id,
        article=obligation.article,
        kind=obligation.kind,
        strength=obligation.strength,
        action=obligation.action,
        reason=f"{attack.attacker} attacks {attack.victim}",
        round=number,
        attack=attack,
        enters=obligation.kind in ("defence", "offence") and _draws_in(obligation.strength, assume),
        caveats=tuple(_caveats(obligation)),
    )


def _draws_in(strength: Strength, assume: Assume) -> bool:
    return (assume != "none" and strength == "automatic") or (assume == "all" and strength == "own decision")


def _caveats(obligation: Obligation) -> Iterator[str]:
    if obligation.area:
        yield f"only {obligation.area}"
    if obligation.exclusions:
        yield obligation.exclusions


def _next_attacks(attack: Attack, duties: tuple[Duty, ...]) -> Iterator[Attack]:
    """The attacker turns on those who came in against him; those who came in on his side attack the victim."""
    enters = {(duty.bearer, duty.kind) for duty in duties if duty.enters}
    for state, kind in sorted(enters):
        if kind == "defence":
            yield Attack(attacker=attack.attacker, victim=state)
        else:
            yield Attack(attacker=state, victim=attack.victim)


def _breaches(attack: Attack, library: TreatyLibrary, on: date) -> Iterator[Duty]:
    for bond in library.bonds_to(attack.victim, on):
        if bond.obligation.kind == "non-aggression" and set_off(bond, attack):
            yield _duty(bond, attack, 1, "none")


def _conflicts(duties: Iterable[Duty], library: TreatyLibrary, on: date) -> Iterator[Conflict]:
    """A bearer of a duty to fight somebody to whom he also owes defence, peace or neutrality."""
    owed: dict[str, tuple[Bond, ...]] = {}
    for duty in duties:
        if duty.kind not in ("defence", "offence"):
            continue
        enemy = duty.attack.attacker if duty.kind == "defence" else duty.attack.victim
        if enemy not in owed:
            owed[enemy] = library.bonds_to(enemy, on)
        for bond in owed[enemy]:
            kind = CONFLICTS.get(bond.obligation.kind)
            if kind and bond.bearer == duty.bearer and bond.treaty.id != duty.treaty:
                yield Conflict(
                    state=duty.bearer,
                    kind=kind,
                    duty=duty,
                    treaty=bond.treaty.id,
                    article=bond.obligation.article,
                    towards=enemy,
                )
