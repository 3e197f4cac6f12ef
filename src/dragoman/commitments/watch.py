"""What the news may have set off: standing commitments and treaty obligations, as candidates.

    set_off(occurrences, commitments, library=TreatyLibrary.shipped())

The treaties are taken as they stood on the day of the event, a commitment where it was known and standing then.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.commitments.news import News
from dragoman.commitments.standing import Pattern, Standing, history, status_on
from dragoman.records import Reading
from dragoman.treaties import Candidate, Occurrence, Party, TreatyLibrary, in_words, occurrences_in, treaty_candidates
from dragoman.treaties.candidates import how_told, joined, with_sources
from dragoman.treaties.fits import Gaps, fit


def set_off(
    occurrences: Iterable[Occurrence],
    commitments: Iterable[Standing],
    *,
    library: TreatyLibrary,
    known: Iterable[Occurrence] | None = None,
) -> tuple[Candidate, ...]:
    """Everything that the occurrences may have set off, by day.

    `known` is all that may have ended a commitment before (default: the occurrences themselves).
    """
    told = tuple(occurrences)
    others = told if known is None else tuple(known)
    both = (*treaty_candidates(told, library), *commitment_candidates(told, commitments, known=others))
    return tuple(sorted(both, key=lambda one: one.order))


def set_off_in(
    reading: Reading, commitments: Iterable[Standing] = (), *, library: TreatyLibrary
) -> tuple[Candidate, ...]:
    """What the events that are new in the article may have set off; what is long past is not asked."""
    happened = [told for told in occurrences_in(reading) if told.status == "actual"]
    return set_off(happened, commitments, library=library)


def commitment_candidates(
    occurrences: Iterable[Occurrence], commitments: Iterable[Standing], *, known: tuple[Occurrence, ...]
) -> tuple[Candidate, ...]:
    """Which commitments the occurrences may have set off; those of the same sides on the same day together."""
    told = News(occurrences)
    found: dict[tuple[str, ...], Candidate] = {}
    news = News(known)
    for one in commitments:
        fitting = [(event, gaps) for event in told.awaited(one) if (gaps := _gaps(one, event)) is not None]
        others = news.of(one) if fitting else ()
        for event, gaps in sorted(fitting, key=lambda pair: (str(pair[0].day), pair[0].document, pair[0].id)):
            if _stands(one, event, others):
                candidate = _candidate(one, event, gaps)
                before = found.get(candidate.order)
                found[candidate.order] = candidate if before is None else joined(before, candidate)
    return tuple(sorted((with_sources(one) for one in found.values()), key=lambda one: one.order))


def _gaps(one: Standing, told: Occurrence) -> Gaps | None:
    """What stays open where the event may be what the commitment waits for; None where it is not.

    It has to be known by then, and its own condition is no event; a trigger without any side would fit everything.
    """
    if one.trigger is None or one.day is None or told.day is None or told.day < one.day:
        return None
    if not _names_a_side(one.trigger) or (told.document == one.document and told.words in (one.condition or "")):
        return None
    gaps = fit(one.trigger, told, one.roles)
    return None if gaps is None else tuple(dict.fromkeys((*gaps, *how_told(told))))


def _names_a_side(pattern: Pattern) -> bool:
    """Whether the pattern says of anybody who he is."""
    parts = [*pattern.get("any", ()), *pattern.get("all", ())]
    sides = [name for role in ("actors", "recipients") for name in pattern.get(role, ()) if name != "any"]
    return bool(sides) or "of" in pattern or any(map(_names_a_side, parts))


def _stands(one: Standing, told: Occurrence, others: tuple[Occurrence, ...]) -> bool:
    """Whether nothing before the event had ended the commitment."""
    if told.day is None:
        return False
    changes = history(one, (other for other in others if other.id != told.id), until=told.day)
    return status_on(changes, told.day) == "standing"


def _candidate(one: Standing, told: Occurrence, gaps: Gaps) -> Candidate:
    bearers, beneficiaries = one.roles["bearer"], one.roles["beneficiary"]
    if one.mutual:  # the one that it is done to is owed, the others owe
        struck = {party.country for party in told.recipients} - {None}
        owed = tuple(code for code in bearers if code[:3] in struck)
        if owed:
            bearers, beneficiaries = tuple(code for code in bearers if code not in owed), owed
    return Candidate(
        source="commitment",
        key=one.id,
        label=one.words,
        article=None,
        kind=one.kind,
        strength=None,
        action=in_words(one.action) if one.action is not None else one.words,
        bearers=bearers,
        beneficiaries=beneficiaries,
        waits_for=one.condition or "",
        attacker=_codes(told.actors),
        victim=_codes(told.recipients),
        day=told.day,
        evidence=(told,),
        gaps=gaps,
    )


def _codes(parties: tuple[Party, ...]) -> str:
    return ", ".join(party.code or party.name for party in parties) or "?"
