"""Treaty obligations that an event in the news may have set off: candidates with their evidence and gaps.

A candidate is no verdict. It says that the words of the news fit the trigger of an article on that day, on whose word,
and what stays open: who attacked is alleged, the place is not said, whether it was an armed attack is for others to
find.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import groupby

from dragoman.treaties.casus import UNKNOWN, Attack, attacker_counts
from dragoman.treaties.fits import Gaps, fit, in_words
from dragoman.treaties.library import Bond, TreatyLibrary
from dragoman.treaties.occurrences import Occurrence, Party
from dragoman.treaties.patterns import default_trigger, types_in

#: statuses of what is said to have happened
HAPPENED = frozenset({"actual", "historical"})
#: modes of ASSAULT that are done to persons, and are hardly an armed attack on a state
PERSONAL = frozenset({"beat", "torture", "sexual", "crowd-control", "primitive", "abduct", "targeted"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that may have been set off, by what, and what stays open.

    `source` is `treaty` or `commitment`, `key` the treaty's key or the commitment's id, `article` the treaty's; `kind`
    the obligation's (defence) or the commitment's (threat). `bearers` and `beneficiaries` are codes. `evidence` are
    the events of the news, oldest document first; `gaps` in words.
    """

    source: str
    key: str
    label: str
    article: str | None
    kind: str
    strength: str | None
    action: str
    bearers: tuple[str, ...]
    beneficiaries: tuple[str, ...]
    waits_for: str
    attacker: str
    victim: str
    day: date | None
    evidence: tuple[Occurrence, ...]
    gaps: Gaps

    @property
    def order(self) -> tuple[str, str, str, str, str, str, str]:
        """What candidates are sorted by: the day first."""
        day = self.day.isoformat() if self.day else ""
        return (day, self.attacker, self.victim, self.source, self.key, self.article or "", self.kind)


def attacks_of(told: Occurrence) -> tuple[Attack, ...]:
    """The acts of one state against another that the event may be, one for each pair of countries.

    Where nobody is named for the act (*Estonia was attacked*) the attacker is unknown. What an armed group does, or is
    done inside one country, is no act between states.
    """
    victims = sorted({party.country for party in told.recipients if party.country})
    if not told.actors:
        attackers = [UNKNOWN]
    else:
        attackers = sorted({str(party.country) for party in told.actors if party.is_official})
    return tuple(
        Attack(attacker=attacker, victim=victim, place=told.place_country)
        for attacker in attackers
        for victim in victims
        if attacker != victim
    )


def treaty_candidates(occurrences: Iterable[Occurrence], library: TreatyLibrary) -> tuple[Candidate, ...]:
    """What the events may have set off, those of the same sides on the same day together, in a stable order."""
    found: dict[tuple[str, ...], Candidate] = {}
    for told in sorted(occurrences, key=lambda one: (str(one.day), one.document, one.id)):
        for candidate in _candidates(told, library):
            key = (*candidate.order, *candidate.beneficiaries, *candidate.bearers)
            before = found.get(key)
            found[key] = candidate if before is None else joined(before, candidate)
    return tuple(sorted((with_sources(one) for one in found.values()), key=lambda one: one.order))


def joined(one: Candidate, other: Candidate) -> Candidate:
    """The same candidate by the evidence of both; a gap stays only where neither fills it."""
    gaps = tuple(gap for gap in one.gaps if gap in other.gaps)
    return replace(one, evidence=(*one.evidence, *other.evidence), gaps=gaps)


def with_sources(candidate: Candidate) -> Candidate:
    """The candidate with the gap of who tells it: one source alone, or only sources that allege it."""
    sources = tuple(dict.fromkeys(told.source for told in candidate.evidence))
    if all(told.tellers for told in candidate.evidence):
        tellers = (_named(teller, candidate) for told in candidate.evidence for teller in told.tellers)
        gap = f"alleged by {', '.join(dict.fromkeys(tellers))}"
    elif len(sources) == 1:
        gap = f"told by one source alone: {sources[0]}"
    else:
        return candidate
    return replace(candidate, gaps=(gap, *candidate.gaps))


def _named(teller: Party, candidate: Candidate) -> str:
    """The teller, and whether he is a side himself."""
    if teller.country == candidate.attacker:
        return f"{teller}, the side that is said to have done it"
    return f"{teller}, the side to whom it is said to be done" if teller.country == candidate.victim else str(teller)


def _candidates(told: Occurrence, library: TreatyLibrary) -> Iterator[Candidate]:
    if told.day is None or told.type not in awaited_types(library):
        return
    for attack in attacks_of(told):
        sides = _between(told, attack)
        for state in (attack.victim, attack.attacker):
            bonds = groupby(library.bonds_to(state, told.day), key=_article)
            for _, group in bonds:
                binding = [bond for bond in group if _binds(bond, attack)]
                gaps = _gaps(binding[0], sides, attack) if binding else None
                if gaps is not None:
                    yield _candidate(binding, gaps, told, attack)


@lru_cache(maxsize=4)
def awaited_types(library: TreatyLibrary) -> frozenset[str]:
    """The PLOVER types that some article of the library waits for."""
    obligations = (one for treaty in library.treaties for one in treaty.obligation)
    return frozenset(kind for one in obligations for kind in types_in(one.trigger or default_trigger(one.kind)))


def _between(told: Occurrence, attack: Attack) -> Occurrence:
    """The event with none but the two sides."""
    return replace(
        told,
        actors=tuple(party for party in told.actors if party.country == attack.attacker),
        recipients=tuple(party for party in told.recipients if party.country == attack.victim),
    )


def _article(bond: Bond) -> tuple[str, str, str]:
    return (bond.treaty.id, bond.obligation.article, bond.obligation.kind)


def _binds(bond: Bond, attack: Attack) -> bool:
    """Whether the attack concerns the bearer: a promise of peace its attacker, all else those who are no side."""
    obligation = bond.obligation
    if obligation.kind == "non-aggression":
        concerned = bond.bearer == attack.attacker
    else:
        concerned = bond.bearer not in (attack.attacker, attack.victim)
    covered = attack.place not in obligation.outside
    return concerned and covered and attacker_counts(obligation, attack.attacker, bond)


def _gaps(bond: Bond, told: Occurrence, attack: Attack) -> Gaps | None:
    """What stays open where the event may be the one that the bond's article speaks of; None where it is not."""
    obligation = bond.obligation
    roles = {"bearer": (bond.bearer,), "beneficiary": (bond.beneficiary,)}
    gaps = fit(obligation.trigger or default_trigger(obligation.kind), told, roles)
    return None if gaps is None else tuple(dict.fromkeys((*gaps, *open_questions(told), *_place(bond, attack))))


def open_questions(told: Occurrence) -> Iterator[str]:
    """What the news leaves open about the act itself."""
    if not told.actors:
        yield "who did it is not said"
    yield from how_told(told)
    if told.mode in PERSONAL:
        yield f"whether {told.mode} is an armed attack on the state"


def how_told(told: Occurrence) -> Iterator[str]:
    """What is open about whether it happened, and when."""
    if told.status not in HAPPENED:
        yield f"not said to have happened: {told.status}"
    if told.parent is not None:
        yield f"only the content of {told.parent}"
    if told.presupposed:
        yield "said only in passing"
    if not told.day_is_told:
        yield "its day is not said: the page's is taken"
    elif told.last_day and told.last_day != told.day:
        yield f"its day lies between {told.day} and {told.last_day}"


def _place(bond: Bond, attack: Attack) -> Iterator[str]:
    """Whether it happened where the article holds."""
    obligation = bond.obligation
    if attack.place is None:
        yield "where it happened is not said"
    elif attack.place != attack.victim:
        yield f"it happened in {attack.place}, outside the territory of {attack.victim}"
    if obligation.area:
        yield f"the article holds for {obligation.area}"
    if obligation.exclusions:
        yield f"the article's own limit: {obligation.exclusions}"


def _candidate(bonds: list[Bond], gaps: Gaps, told: Occurrence, attack: Attack) -> Candidate:
    first = bonds[0]
    obligation = first.obligation
    return Candidate(
        source="treaty",
        key=first.treaty.id,
        label=first.treaty.label,
        article=obligation.article,
        kind=obligation.kind,
        strength=obligation.strength,
        action=obligation.action,
        bearers=tuple(sorted({bond.bearer for bond in bonds})),
        beneficiaries=(first.beneficiary,),
        waits_for=in_words(obligation.trigger or default_trigger(obligation.kind)),
        attacker=attack.attacker,
        victim=attack.victim,
        day=told.day,
        evidence=(told,),
        gaps=gaps,
    )
