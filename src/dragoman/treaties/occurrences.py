"""Events as a trigger sees them: who did what to whom on which day, where, and on whose word it is told.

An `Occurrence` is made from an event of a reading, or from a row of the ledger; the reasoning over both is the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.records import ActorMention, Event, Reading, Statement

#: sectors of those by whom a state acts; a bare country is the state itself
OFFICIAL = frozenset({"", "GOV", "MIL", "LEG", "JUD", "SPY", "COP"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of an occurrence: its code (`RUSMIL`), country and sector as far as they are known, and its name."""

    name: str
    code: str | None = None
    country: str | None = None
    sector: str | None = None

    @property
    def is_official(self) -> bool:
        """Whether a state acts by it."""
        return self.country is not None and (self.sector or "") in OFFICIAL

    def __str__(self) -> str:
        return f"{self.name} ({self.code})" if self.code else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """An event as one document tells it.

    `day` to `last_day` is when it happened, the page's day where the text says none (`day_is_told` is false); what is
    told as long past without a day has none;
    `tellers` are those in whose statement it stands, empty where the page itself tells it; `parent` is the type of
    the event that it is only the content of; `place` and `place_country` are where.
    """

    id: str
    document: str
    type: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    polarity: str = "positive"
    status: str = "actual"
    tense: str = "past"
    day: date | None = None
    last_day: date | None = None
    day_is_told: bool = True
    place: str | None = None
    place_country: str | None = None
    trigger: str = ""
    words: str = ""
    tellers: tuple[Party, ...] = ()
    parent: str | None = None
    presupposed: bool = False
    publisher: str | None = None
    title: str | None = None

    @property
    def source(self) -> str:
        """On whose word it is told: the speakers, else the publisher, else the page by its title or id."""
        return ", ".join(teller.name for teller in self.tellers) or self.publisher or self.title or self.document


def occurrences_in(reading: Reading) -> tuple[Occurrence, ...]:
    """The events of the reading, without those of its title, in the order of the text."""
    statements = {statement.id: statement for statement in reading.statements}
    types = {event.id: event.type for event in reading.events}
    return tuple(
        _occurrence(event, reading, statements.get(event.statement or ""), types.get(event.parent or ""))
        for event in reading.events
        if not event.in_title
    )


def _occurrence(event: Event, reading: Reading, statement: Statement | None, parent: str | None) -> Occurrence:
    document, told = reading.document, event.time.first_day if event.time is not None else None
    last_day = event.time.last_day if event.time is not None else None
    page_day = document.published if event.status != "historical" else None
    return Occurrence(
        id=event.id,
        document=document.id,
        type=event.type,
        actors=tuple(map(party_of, event.actors)),
        recipients=tuple(map(party_of, event.recipients)),
        mode=event.mode,
        contexts=tuple(context.name for context in event.contexts),
        polarity=event.polarity,
        status=event.status,
        tense=event.tense,
        day=told or page_day,
        last_day=last_day or told or page_day,
        day_is_told=told is not None,
        place=event.place.name if event.place is not None else None,
        place_country=event.place.country if event.place is not None else None,
        trigger=event.trigger.words,
        words=event.extent.words,
        tellers=tuple(_tellers(statement)),
        parent=parent,
        presupposed=event.presupposed,
        publisher=document.publisher,
        title=document.title,
    )


def party_of(mention: ActorMention) -> Party:
    """The actor of a mention as a side of an occurrence."""
    actor = mention.actor
    if actor is None:
        return Party(name=mention.name)
    return Party(name=mention.name, code=actor.code, country=actor.country, sector=actor.sector)


def _tellers(statement: Statement | None) -> Iterator[Party]:
    if statement is not None:
        yield from map(party_of, statement.speakers)
        if not statement.speakers:
            yield Party(name=statement.source.words if statement.source is not None else "somebody unnamed")
