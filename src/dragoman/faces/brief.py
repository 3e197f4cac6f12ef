"""The brief: what a desk officer wants to know of an article, each line with its words."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from dragoman.annotate import chain, commitment_line, event_line, speakers, when
from dragoman.events.confidence import LIKELY
from dragoman.faces.triggers import SetOff, by_act
from dragoman.records import Commitment, Event, Reading, Statement
from dragoman.serial import pattern_to_dict
from dragoman.treaties import Candidate, in_words

HAPPENED = ("actual", "historical")


def print_brief(reading: Reading, console: Console, *, triggers: tuple[Candidate, ...] = ()) -> None:
    """Print the brief; readable when piped, coloured on a terminal. `triggers` is what the events may have set off."""
    console.print(_brief(reading, triggers))


def _brief(reading: Reading, triggers: tuple[Candidate, ...]) -> RenderableType:
    document = reading.document
    day = f"{document.published} ({document.published_from})" if document.published else "undated"
    facts = " · ".join(part for part in (document.place, day, document.publisher, document.agency) if part)
    body = [s for s in reading.statements if not s.in_title]
    counted = [e for e in reading.events if not e.in_title and e.parent is None]
    parts: list[RenderableType] = [Text(document.title or "Without a title", style="bold"), Text(facts, style="dim")]
    happened = [e for e in counted if e.status in HAPPENED]
    likely = [e for e in happened if e.confidence >= LIKELY]
    less = len(happened) - len(likely)
    left_out = [Text(f"({less} less likely left out; --format json has all)", style="dim")] if less else []
    parts += _section("What happened", [*map(_event, likely), *left_out])
    parts += _section("Who said what, and on whose word", [_statement(s) for s in body])
    parts += _section("Planned, possible or denied", [_event(e) for e in counted if e.status not in HAPPENED])
    parts += _section("Promised, threatened or owed", [_commitment(c) for c in reading.commitments])
    parts += _section("May have been set off", [_trigger(one) for one in by_act(triggers)])
    notes = [note for note in reading.notes if note.mention is None]
    parts += _section("Left open", [Text(f"{note.code}: {note.message}") for note in notes])
    return Group(*parts)


def _section(title: str, lines: list[RenderableType]) -> list[RenderableType]:
    if not lines:
        return []
    return [Text(), Text(title.upper(), style="bold cyan"), *(Padding(line, (0, 0, 0, 2)) for line in lines)]


def _line(head: str, *quotes: str) -> RenderableType:
    return Group(Text(head), *(Padding(Text(f"“{quote}”", style="italic dim"), (0, 0, 0, 4)) for quote in quotes))


def _event(event: Event) -> RenderableType:
    return _line(event_line(event), " ".join(event.extent.words.split()))


def _statement(statement: Statement) -> RenderableType:
    status = "" if statement.status == "said" else f" ({statement.status})"
    head = f"{speakers(statement)} – {statement.speech_act}{status}{when(statement.time)}{chain(statement.chain)}"
    return _line(head, " […] ".join(" ".join(piece.words.split()) for piece in statement.content))


def _trigger(found: SetOff) -> RenderableType:
    lines = [*([f"open: {'; '.join(found.open)}"] if found.open else []), *found.lines]
    return Group(_line(found.act, *found.words), *(Padding(Text(line), (0, 0, 0, 4)) for line in lines))


def _commitment(commitment: Commitment) -> RenderableType:
    line = commitment_line(commitment)
    if commitment.condition is not None:
        line += f" – {' '.join(commitment.condition.words.split())}"
    if commitment.trigger is not None:
        line += f" [set off by {in_words(pattern_to_dict(commitment.trigger))}]"
    return _line(line, " ".join(commitment.extent.words.split()))
