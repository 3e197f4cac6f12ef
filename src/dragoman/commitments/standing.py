"""What becomes of a commitment: standing, fulfilled, broken, withdrawn or expired, by later events.

    history(commitment, occurrences, until=date(2024, 12, 31))

Pure functions over records, the same for a reading and for a ledger. Each change names its day, its rule and the event
it rests on. Only what the news says to have happened changes a status, only by the parties of the commitment
themselves, and only where the event fits without a gap: what is uncertain leaves the commitment standing. A breach is
never concluded from silence: what was to be done until a day and was not read to be done is *expired*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from dragoman.commitments.changes import Changes, read_changes
from dragoman.records import Commitment, CommitmentStatus, Reading
from dragoman.serial import pattern_to_dict
from dragoman.treaties import Occurrence, Party
from dragoman.treaties.candidates import HAPPENED
from dragoman.treaties.fits import Roles, averts, fit
from dragoman.treaties.occurrences import party_of

Pattern = Mapping[str, Any]
#: acts that only answer or announce: no later event tells that *they* were meant
VAGUE = frozenset({"THREATEN", "AGREE", "REQUEST", "ACCUSE", "REJECT"})
#: acts that both sides do alike
TOGETHER = frozenset({"CONSULT", "COOPERATE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A commitment as time goes on: what of it the later news is held against.

    `day` is the first on which it is known (the page's); `action` and `trigger` are patterns; `deadline` is the last
    day by which it is to be done. `treaty` is the key of the treaty that it rests on, `instrument` the word for it.
    """

    id: str
    document: str
    kind: str
    day: date | None
    bearers: tuple[Party, ...] = ()
    beneficiaries: tuple[Party, ...] = ()
    against: tuple[Party, ...] = ()
    action: Pattern | None = None
    trigger: Pattern | None = None
    condition: str | None = None
    deadline: date | None = None
    mutual: bool = False
    instrument: str | None = None
    treaty: str | None = None
    words: str = ""

    roles: Roles = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find once the codes for a pattern's `bearer` and `beneficiary`."""
        roles = {"bearer": _codes(self.bearers), "beneficiary": _codes(self.beneficiaries or self.against)}
        object.__setattr__(self, "roles", roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A status from a day on, the rule that set it, and the words and the event that it rests on."""

    status: CommitmentStatus
    day: date | None
    rule: str
    words: str
    document: str
    event: str | None = None


def standing_in(reading: Reading) -> tuple[Standing, ...]:
    """The commitments of a reading, known from its day."""
    return tuple(_standing(one, reading) for one in reading.commitments)


def _standing(one: Commitment, reading: Reading) -> Standing:
    return Standing(
        id=one.id,
        document=reading.document.id,
        kind=one.kind,
        day=reading.document.published,
        bearers=tuple(map(party_of, one.bearers)),
        beneficiaries=tuple(map(party_of, one.beneficiaries)),
        against=tuple(map(party_of, one.against)),
        action=pattern_to_dict(one.action) if one.action is not None else None,
        trigger=pattern_to_dict(one.trigger) if one.trigger is not None else None,
        condition=one.condition.words if one.condition is not None else None,
        deadline=one.deadline.last_day if one.deadline is not None else None,
        mutual=one.mutual,
        instrument=one.instrument,
        treaty=one.treaty,
        words=one.extent.words,
    )


def history(one: Standing, occurrences: Iterable[Occurrence], *, until: date) -> tuple[Change, ...]:
    """The statuses of the commitment up to that day: standing, and what ended it, if anything did.

    Only events of later days and of other documents count. The first that ends it does; of two on one day the first in
    the order of status, document and id, so that the order in which they were read does not matter.
    """
    standing = Change(status="standing", day=one.day, rule="since it was said", words=one.words, document=one.document)
    if one.day is None:
        return (standing,)
    later = [
        told
        for told in occurrences
        if told.day is not None and one.day < told.day <= until and told.document != one.document
    ]
    ends = [*_ends(one, sorted(later, key=_order)), *_expiry(one, until)]
    first = min(ends, key=lambda end: (str(end.day), end.status, end.document, end.event or ""), default=None)
    return (standing,) if first is None else (standing, first)


def status_on(changes: tuple[Change, ...], day: date) -> CommitmentStatus:
    """The status on a day: that of the last change up to it."""
    return next((one.status for one in reversed(changes) if one.day is None or one.day <= day), "standing")


def _order(told: Occurrence) -> tuple[str, str, str]:
    return (str(told.day), told.document, told.id)


def _ends(one: Standing, later: list[Occurrence]) -> Iterator[Change]:
    """What each of the later events makes of the commitment, if it makes anything."""
    met, action = one.trigger is None or "not" in one.trigger, whole_action(one)
    for told in later:
        if told.status in HAPPENED and told.parent is None:
            if one.trigger is not None and averts(one.trigger, told, one.roles):
                yield _change("expired", told, "what it waited for not to happen has happened")
            met = met or (one.trigger is not None and fit(one.trigger, told, one.roles) == ())
            if met:
                yield from _by_deed(one, told, action)
            yield from _by_word(one, told)
        yield from _given_up(one, told, action)


def _expiry(one: Standing, until: date) -> Iterator[Change]:
    if one.deadline is not None and one.deadline < until:
        rule = f"its time ended on {one.deadline.isoformat()}, and nothing that ended it before was read"
        day = one.deadline + timedelta(days=1)
        yield Change(status="expired", day=day, rule=rule, words=one.words, document=one.document)


def _by_deed(one: Standing, told: Occurrence, action: Pattern | None) -> Iterator[Change]:
    """What was to be done and is done is fulfilled; what was to be kept from and is done is broken."""
    if action is None or not _is_done(action, told, one.roles):
        return
    if action.get("polarity") == "negative":
        yield _change("broken", told, "what it keeps from was done")
    else:
        yield _change("fulfilled", told, "it was done")


def _given_up(one: Standing, told: Occurrence, action: Pattern | None) -> Iterator[Change]:
    """Its bearers say that they will not do it, or that they will do what they were to keep from."""
    own = not told.tellers or bool(_countries(told.tellers) & _countries(one.bearers))
    if action is None or told.tense != "future" or told.status not in ("future", "negated") or not own:
        return
    opposite = "positive" if action.get("polarity") == "negative" else "negative"
    if told.polarity == opposite and fit({**action, "polarity": opposite}, told, one.roles) == ():
        yield _change("withdrawn", told, "its bearer says the opposite")


def _by_word(one: Standing, told: Occurrence) -> Iterator[Change]:
    """*withdrew its offer*, *violated the ceasefire*: the noun for it and what was done with it, by its bearers."""
    changes = read_changes()
    if not _is_by_bearers(one, told) or not _is_about(one, told, changes):
        return
    if changes.breaking.match(told.trigger):
        yield _change("broken", told, "it is said to be broken")
    elif changes.taking.match(told.trigger):
        yield _change("withdrawn", told, "it is said to be taken back")


def _is_about(one: Standing, told: Occurrence, changes: Changes) -> bool:
    """Whether the words name this commitment: by the noun for its kind or text, and by nobody but its own parties."""
    noun = changes.nouns[one.kind].search(told.words)
    if noun is None or (one.instrument is not None and one.instrument not in told.words.lower()):
        return False
    named = _countries(told.recipients)
    others = _countries((*one.bearers, *one.beneficiaries, *one.against))
    return named <= others if one.instrument is None else bool(named & others)


def _is_by_bearers(one: Standing, told: Occurrence) -> bool:
    return bool(_countries(told.actors) & _countries(one.bearers))


def whole_action(one: Standing) -> dict[str, Any] | None:
    """The act with its two sides; None where it is no single act, or where to whom it would be done is not known."""
    action = one.action
    if action is None or "type" not in action or action["type"] in VAGUE:
        return None
    recipients = action.get("recipients") or one.roles["beneficiary"]
    actors = action.get("actors") or one.roles["bearer"]
    if not recipients or not actors:
        return None
    return {**action, "actors": list(actors), "recipients": list(recipients)}


def _is_done(action: Pattern, told: Occurrence, roles: Roles) -> bool:
    """Whether the event is the act, without a gap; what is done together has no direction."""
    if action["type"] in TOGETHER:
        together = (*told.actors, *told.recipients)
        told = replace(told, actors=together, recipients=together)
    return fit({**action, "polarity": "positive"}, told, roles) == ()


def _change(status: CommitmentStatus, told: Occurrence, rule: str) -> Change:
    return Change(status=status, day=told.day, rule=rule, words=told.words, document=told.document, event=told.id)


def _codes(parties: tuple[Party, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.code for party in parties if party.code))


def _countries(parties: tuple[Party, ...]) -> set[str]:
    """The states, and the bodies that are none, among the parties."""
    return {party.country or party.code or "" for party in parties} - {""}
