"""Our own sentences with their events (tests/gold/events), and what of a reading agrees with them.

Two kinds of files: in the one each sentence was written for one event, in the other (`whole/`) every event of the
sentence is labelled, so that what is told too much can be counted. The last row of every four (`UNREAD`) is read for
the score alone.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from dragoman.actors import Library, find_actors
from dragoman.events.find import Weighed, weigh_events
from dragoman.events.ranking import Weights
from dragoman.language import Parser
from dragoman.places import PLACES, find_places
from dragoman.records import ActorMention, Document, Event, Reading
from dragoman.speech import find_statements
from dragoman.times import find_times

GOLD = Path(__file__).parents[1] / "tests" / "gold" / "events"
WHOLE = GOLD / "whole"
#: files of sentences written for one event, with the tables of rows in them
SINGLE = {
    "wire": ("rows",), "newsroom": ("rows",), "conflict": ("rows",), "cooperation": ("rows",),
    "helping": ("rows", "later"), "yielding": ("rows", "later"), "clash": ("rows",), "clash_blind": ("rows",),
}  # fmt: skip
#: which rows of every four were read while the lexicon grew (the second one only lately), and which nobody reads
READ, UNREAD = (0, 1, 2), (3,)
#: the rows that weights are learnt from, and those that they are only scored on
EVEN, ODD = (0, 2), (1, 3)
#: what is yielded in words or in deed
YIELD = frozenset({"CONCEDE", "RETREAT"})
#: what parts the names of one side in a label
BAR = " | "


@dataclass(frozen=True, slots=True)
class Label:
    """One event as it is labelled: type, the words of both sides (several names each, or none), its trigger if told."""

    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    trigger: str = ""
    mutual: bool = False

    @classmethod
    def of(cls, row: list[str]) -> Label:
        """The label of a row of type, actor, recipient, trigger, and `mutual` where all take part alike."""
        actors, recipients = (tuple(filter(None, side.split(BAR))) for side in row[1:3])
        return cls(row[0], actors, recipients, row[3], row[4:] == ["mutual"])


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reading makes of one label: the event that stands for it, and which sides of that are right."""

    label: Label
    event: Event | None = None
    actors: bool = False
    recipients: bool = False

    @property
    def right(self) -> bool:
        """Whether an event of that type is between those parties."""
        return self.event is not None and self.actors and self.recipients


class Sentences:
    """Reads sentences with what their events rest on."""

    def __init__(self) -> None:
        self.parser, self.library = Parser(), Library.shipped()

    def read(self, text: str, *, party_weights: Weights | None = None) -> tuple[tuple[Weighed, ...], Reading]:
        """The events with their signs and elections, and a reading of them; the shipped weights are used if None."""
        document = Document.plain(text)
        parsed = self.parser.parse(document)
        times = find_times(document, parsed)
        cast = find_actors(document, parsed, times, library=self.library, places=PLACES)
        places = find_places(document, parsed, times, cast)
        statements = find_statements(document, parsed, times, cast, places)
        weighed = weigh_events(document, parsed, times, cast, places, statements, party_weights=party_weights)
        events = tuple(one.event for one in weighed)
        return weighed, Reading(document=document, actors=cast.mentions, events=events)


def single(name: str) -> list[tuple[str, Label]]:
    """The sentences of a file that were written for one event each."""
    tables = tomllib.loads((GOLD / f"{name}.toml").read_text(encoding="utf-8"))
    rows = (row for table in SINGLE[name] for row in tables[table])
    return [(row[0], Label.of([*row[1:4], ""])) for row in rows]


def whole(name: str, turns: tuple[int, ...] = (*READ, *UNREAD)) -> list[tuple[str, tuple[Label, ...]]]:
    """The sentences of a file in which every event is labelled; of every four those whose `turns` it is."""
    rows = tomllib.loads((WHOLE / f"{name}.toml").read_text(encoding="utf-8"))["rows"]
    return [(text, tuple(map(Label.of, labels))) for number, (text, labels) in enumerate(rows) if number % 4 in turns]


def whole_names() -> list[str]:
    """The names of those files."""
    return sorted(path.stem for path in WHOLE.glob("*.toml"))


def names(side: tuple[ActorMention, ...], words: str, reading: Reading) -> bool:
    """Whether somebody on that side is named by some of the words, there or elsewhere (*Chad said it …*)."""
    start = reading.document.text.index(words)
    here = {
        who for who in (*reading.actors, *side) if who.mention.start < start + len(words) and start < who.mention.end
    }
    return not here.isdisjoint(side) or not {_who(one) for one in here}.isdisjoint(map(_who, side))


def _who(mention: ActorMention) -> str:
    return mention.actor.id if mention.actor else mention.name


def counted(reading: Reading) -> list[Event]:
    """The events that a coder would record: those that count, and are not denied."""
    return [event for event in reading.events if event.plover_type is not None and event.status != "negated"]


def judged(reading: Reading, labels: tuple[Label, ...]) -> tuple[list[Verdict], list[Event]]:
    """The verdict on each label, and the events told that stand for none."""
    left = counted(reading)
    verdicts = {label: Verdict(label) for label in labels}
    for only_right in (True, False):
        for label in labels:
            found = (_verdict(event, label, reading) for event in left)
            best = max(found, key=_closeness, default=Verdict(label))
            if verdicts[label].event is None and (best.right if only_right else _closeness(best) > NO_MATCH):
                verdicts[label] = best
                left = [event for event in left if event is not best.event]
    return list(verdicts.values()), left


#: how close an event is to a label that shares neither its trigger nor a party
NO_MATCH = (False, False, 0)


def _closeness(verdict: Verdict) -> tuple[bool, bool, int]:
    """Right before all; then by the trigger, then by the sides that are right."""
    event, label = verdict.event, verdict.label
    if event is None:
        return NO_MATCH
    told = bool(label.trigger) and _shares(event.trigger.words, label.trigger)
    named = (bool(label.actors) and verdict.actors) + (bool(label.recipients) and verdict.recipients)
    return (verdict.right, told, named)


def _verdict(event: Event, label: Label, reading: Reading) -> Verdict:
    if not _is_type(event, label.type):
        return Verdict(label)
    ways = [(label.actors, label.recipients)] + ([(label.recipients, label.actors)] if label.mutual else [])
    verdicts = []
    for actors, recipients in ways:
        others = event.recipients or event.actors
        verdicts.append(
            Verdict(label, event, _is_named(event.actors, actors, reading), _is_named(others, recipients, reading))
        )
    return max(verdicts, key=_closeness)


def _is_type(event: Event, wanted: str) -> bool:
    return event.plover_type == wanted or {event.plover_type, wanted} <= YIELD


def _is_named(side: tuple[ActorMention, ...], words: tuple[str, ...], reading: Reading) -> bool:
    """Whether one of the names is there; a label without a name asks for nobody in particular."""
    return not words or any(names(side, one, reading) for one in words)


def _shares(words: str, wanted: str) -> bool:
    return not set(wanted.lower().split()).isdisjoint(words.lower().split())


def put_into(page: Path, name: str, shown: str) -> None:
    """Put figures into a page of the documentation, between `<!-- name -->` and the next comment."""
    text = page.read_text(encoding="utf-8")
    begin = f"<!-- {name} -->\n"
    page.write_text(re.sub(f"(?<={begin})[^<]*", lambda _: shown, text), encoding="utf-8")
