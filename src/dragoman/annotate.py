"""A reading as one HTML page: the article with coloured spans, the records beside it.

The page is self-contained (no script, no address of another host) and prints well. Spans that overlap are
nested where they can be, otherwise cut at the other's edge, so that every character keeps its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from dragoman.records import ActorMention, Commitment, Event, Hop, Mention, Reading, Statement, TimeMention

STYLE = """
.dragoman{font:16px/1.55 Georgia,serif;color:#1b1b1b;max-width:1180px;margin:0 auto;padding:1.2rem;display:grid;
grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem}
.dragoman h1{font-size:1.5rem;line-height:1.25;grid-column:1/-1;margin:0}
.dragoman .facts{grid-column:1/-1;color:#555;font-size:.9rem;margin:0}
.dragoman .text{white-space:pre-wrap}
.dragoman aside{font-size:.86rem;line-height:1.4}
.dragoman h2{font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;color:#555;margin:1.1rem 0 .3rem}
.dragoman .record{border-left:3px solid #ccc;padding:.15rem 0 .15rem .6rem;margin:.45rem 0}
.dragoman q{color:#333}
.dragoman .actor{background:#dcebfa}.dragoman .place{background:#e3f3dc}.dragoman .time{background:#fdf0cf}
.dragoman .treaty{background:#eee3f7}
.dragoman .content{border-bottom:2px solid #b48ad6}.dragoman .trigger{font-weight:bold;color:#a12b1d}
.dragoman .condition{border-bottom:2px dotted #d07a12}
.dragoman .legend span{padding:0 .3rem;margin-right:.5rem}
.dragoman .negated,.dragoman .hypothetical,.dragoman .future{color:#666;font-style:italic}
@media print{.dragoman{display:block;font-size:11pt}}
@media(max-width:760px){.dragoman{display:block}}
"""
#: outermost first, so that a long statement encloses the actors in it
LAYERS = ("content", "condition", "treaty", "actor", "place", "time", "trigger")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str
    title: str


#: one line that heads a record, the words it rests on, and further lines
Lines = tuple[str, tuple[str, ...], tuple[str, ...]]


def to_html(reading: Reading, *, whole_page: bool = True, triggers: Iterable[Lines] = ()) -> str:
    """The annotated article; `whole_page` False gives the fragment that a notebook shows.

    `triggers` are the acts that may have set something off, each with its words and further lines.
    """
    document = reading.document
    title = escape(document.title or "Without a title")
    body = (
        f'<style>{STYLE}</style><div class="dragoman"><h1>{title}</h1><p class="facts">{escape(_facts(reading))}</p>'
        f'<div><p class="legend">{_legend()}</p><div class="text">{_annotated(reading)}</div></div>'
        f"<aside>{_records(reading)}{_triggers(tuple(triggers))}</aside></div>"
    )
    if not whole_page:
        return body
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>\n'


def _facts(reading: Reading) -> str:
    document = reading.document
    day = document.published.isoformat() if document.published else "undated"
    return " · ".join(part for part in (document.place, day, document.publisher, document.agency, document.url) if part)


def _legend() -> str:
    return "".join(f'<span class="{kind}">{kind}</span>' for kind in LAYERS)


def _marks(reading: Reading) -> Iterator[_Mark]:
    for actor in reading.actors:
        label = f"{actor.name}: {actor.code or 'unresolved'} ({actor.rule})"
        yield _Mark(actor.mention.start, actor.mention.end, "actor", label)
    for place in reading.places:
        yield _Mark(place.mention.start, place.mention.end, "place", f"{place.name}, {place.country or '?'}")
    for treaty in reading.treaties:
        yield _Mark(treaty.mention.start, treaty.mention.end, "treaty", f"{treaty.treaty or '?'} ({treaty.rule})")
    for time in reading.times:
        yield _Mark(time.mention.start, time.mention.end, "time", f"{time.value or 'open'} ({time.rule})")
    for statement in reading.statements:
        for piece in statement.content:
            yield _Mark(piece.start, piece.end, "content", f"{speakers(statement)}: {statement.speech_act}")
    for event in reading.events:
        yield _Mark(event.trigger.start, event.trigger.end, "trigger", f"{event.type} {event.status}")
    for commitment in reading.commitments:
        if commitment.condition is not None:
            yield _Mark(commitment.condition.start, commitment.condition.end, "condition", commitment.kind)


def _annotated(reading: Reading) -> str:
    """The text with its marks: at every edge the open spans are closed and opened anew, so that they nest."""
    text = reading.document.text
    marks = sorted(set(_marks(reading)), key=lambda m: (m.start, LAYERS.index(m.kind), -m.end))
    edges = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    pieces: list[str] = []
    active: list[_Mark] = []
    following = 0
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.end > start]
        while following < len(marks) and marks[following].start <= start:
            active.append(marks[following])
            following += 1
        around = sorted(active, key=lambda m: (LAYERS.index(m.kind), m.start, -m.end))
        opening = "".join(f'<span class="{m.kind}" title="{escape(m.title)}">' for m in around)
        pieces.append(f"{opening}{escape(text[start:end])}{'</span>' * len(around)}")
    return "".join(pieces)


def _records(reading: Reading) -> str:
    sections = (
        ("Who said what", [_statement(s) for s in reading.statements if not s.in_title]),
        ("What happened", [_event(e) for e in reading.events if not e.in_title]),
        ("What is promised, threatened or owed", [_commitment(c) for c in reading.commitments]),
    )
    return "".join(f"<h2>{title}</h2>" + ("".join(records) or "<p>nothing</p>") for title, records in sections)


def _triggers(found: tuple[Lines, ...]) -> str:
    if not found:
        return ""
    records = "".join(_record("set-off", head, *words, further=further) for head, words, further in found)
    return f"<h2>What may have been set off</h2>{records}"


def _record(kind: str, head: str, *quotes: str, further: Iterable[str] = ()) -> str:
    lines = "".join(f"<br><q>{escape(quote)}</q>" for quote in quotes)
    lines += "".join(f"<br>{escape(line)}" for line in further)
    return f'<div class="record {kind}">{escape(head)}{lines}</div>'


def _statement(statement: Statement) -> str:
    head = f"{speakers(statement)} – {statement.speech_act}{when(statement.time)}{chain(statement.chain)}"
    return _record(statement.status, head, *(piece.words for piece in statement.content))


def _event(event: Event) -> str:
    return _record(event.status, event_line(event), event.extent.words)


def _commitment(commitment: Commitment) -> str:
    quotes: Iterable[Mention] = (commitment.extent, *([commitment.condition] if commitment.condition else []))
    return _record(commitment.status, commitment_line(commitment), *(quote.words for quote in quotes))


def named(actors: tuple[ActorMention, ...]) -> str:
    """Names with codes: *Andrey Rudenko (RUSGOV), Japan (JPN)*."""
    return ", ".join(f"{actor.name} ({actor.code})" if actor.code else actor.name for actor in actors)


def speakers(statement: Statement) -> str:
    """Who says it, as far as it is known."""
    return named(statement.speakers) or (statement.source.words if statement.source else "somebody unnamed")


def when(time: TimeMention | None) -> str:
    """The time in brackets, or nothing."""
    return f" [{time.value}]" if time is not None and time.value else ""


def chain(hops: tuple[Hop, ...]) -> str:
    """The carriers from the speaker outward: * ← Sputnik ← this page*."""
    return "".join(f" ← {hop_name(hop)}" for hop in hops)


def hop_name(hop: Hop) -> str:
    """The carrier's own words, or the publisher."""
    return hop.actor.mention.words if hop.actor is not None else hop.publisher or "this page"


def event_line(event: Event) -> str:
    """One line: type, who to whom, status, time, place."""
    mode = f" ({event.mode})" if event.mode else ""
    sides = named(event.actors) or "somebody unnamed"
    if event.recipients:
        sides += f" → {named(event.recipients)}"
    place = f" in {event.place.name}" if event.place is not None else ""
    counts = "".join(f", {count.number} {count.kind}" for count in event.counts)
    return f"{event.type}{mode}: {sides} – {event.status}{counts}{when(event.time)}{place}"


def commitment_line(commitment: Commitment) -> str:
    """One line: kind, who is bound, to whom or against whom."""
    under = f" under {commitment.treaty}" if commitment.treaty else ""
    line = f"{commitment.kind}{under}: {named(commitment.bearers) or 'somebody unnamed'}"
    if commitment.mutual:
        return f"{line}, to each other"
    if commitment.against:
        return f"{line} against {named(commitment.against)}"
    return f"{line} towards {named(commitment.beneficiaries)}" if commitment.beneficiaries else line
