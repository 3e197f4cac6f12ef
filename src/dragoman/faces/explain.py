"""Why a sentence gives what it gives; the answer to `explain`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from dragoman.actors import find_actors, library_with
from dragoman.commitments import find_commitments
from dragoman.events import Ontology, explain_events, weigh_events
from dragoman.events.find import Trial
from dragoman.events.lexicon import Sense
from dragoman.events.schema import NONE
from dragoman.language import Clause, Parsed, Parser
from dragoman.places import PLACES, find_places
from dragoman.records import ActorMention, Document, Event, Statement
from dragoman.speech import explain_statements, find_statements
from dragoman.times import find_times
from dragoman.treaties import find_treaties


def print_explanation(
    sentence: str,
    *,
    published: date | None,
    model: str,
    console: Console,
    ontology: str | None = None,
    actors: Iterable[Path] = (),
) -> None:
    """Clauses, mentions, the entries that fired and those that were refused, each with its reason.

    `actors` are a user's own files, as `Reader` takes them.
    """
    told_in = Ontology.of(ontology)
    document = Document.plain(sentence, published=published)
    parsed = Parser(model).parse(document)
    times = find_times(document, parsed)
    cast = find_actors(document, parsed, times, library=library_with(actors), places=PLACES)
    places = find_places(document, parsed, times, cast)
    statements = find_statements(document, parsed, times, cast, places)
    weighed = weigh_events(document, parsed, times, cast, places, statements, lexicon=told_in.lexicon)
    events = tuple(one.event for one in weighed)
    found = {one.event.id: one.signs for one in weighed}
    treaties = find_treaties(document, parsed, cast)
    commitments = find_commitments(document, parsed, times, cast, statements, events, treaties)

    _print(console, "Clauses", [_clause_line(parsed, clause) for clause in parsed.clauses])
    _print(console, "Actors", [f"{who.mention.words} → {who.code or 'open'} ({who.rule})" for who in cast.mentions])
    _print(console, "Times", [f"{time.mention.words} → {time.value} ({time.rule})" for time in times])
    _print(console, "Places", [f"{place.mention.words} → {place.country or 'open'} ({place.rule})" for place in places])
    trials = explain_statements(document, parsed, times, cast, places)
    tried = [f"{'fired' if t.fired else 'refused'}: {sentence[t.start : t.end]} ({t.rule})" for t in trials]
    _print(console, "Statements", [_statement_line(statement) for statement in statements] + tried)
    _print(console, "Events", [_event_line(event, found[event.id], told_in) for event in told_in.told(parsed, events)])
    triggers = {event.trigger.start for event in events}
    for trial in explain_events(parsed, cast, lexicon=told_in.lexicon):
        gave = parsed.clauses[trial.clause].trigger_start in triggers
        _print(console, f"Event entries tried on {trial.words!r}, in their order", list(_trial_lines(trial, gave=gave)))
    _print(console, "Commitments", [f"{one.kind}: {one.extent.words} ({one.rule})" for one in commitments])


def _print(console: Console, title: str, lines: list[str]) -> None:
    console.print(f"[bold]{escape(title)}[/bold]")
    for line in lines or ["none"]:
        console.print(f"  {escape(line)}", highlight=False, soft_wrap=True)


def _clause_line(parsed: Parsed, clause: Clause) -> str:
    roles = [
        f"{role.preposition or role.name}={parsed.words_of(parsed.phrases[role.phrase], core=True)!r}"
        for role in clause.roles
        if role.phrase is not None
    ]
    above = "" if clause.parent is None else f", {clause.relation} of {clause.parent}"
    marks = f"{clause.voice}, {clause.polarity}, {clause.mood}, {clause.tense}{above}"
    return f"{clause.index} {clause.kind} {clause.lemma}: {' '.join(roles)} [{marks}]"


def _statement_line(statement: Statement) -> str:
    content = " … ".join(piece.words for piece in statement.content)
    chain = "".join(f" ← {hop.actor.mention.words if hop.actor else hop.kind}" for hop in statement.chain)
    status = "" if statement.status == "said" else f", {statement.status}"
    return f"{_names(statement.speakers)} {statement.speech_act}{status}: {content}{chain} ({statement.rule})"


def _trial_lines(trial: Trial, *, gave: bool) -> Iterator[str]:
    """The entries as the matcher took them: a user's own, then the most constrained, then the narrowest.

    `gave` says whether an event stands for it; what fires gives none without parties or within a light verb's.
    """
    for number, refusal in enumerate(trial.refused, start=1):
        yield f"{number}. {_ranked(refusal.sense)} refused: {refusal.reason}"
    fired = _ranked(trial.fired) + " fired" if trial.fired is not None else "none fired"
    if trial.fired is not None and trial.fired.type == NONE:
        fired += ": this says that nothing political happens"
    elif trial.fired is not None and not gave:
        fired += ", but gives no event: it lacks a party, or is told by the word that carries it"
    yield f"{len(trial.refused) + 1}. {fired}" if trial.fired is not None else fired


def _ranked(sense: Sense) -> str:
    own = "own, " if sense.layer else ""
    constraints, words = sense.row.constraints, sense.breadth
    return f"{sense} [{own}constraints {constraints}, words {words}]"


def _event_line(event: Event, signs: tuple[str, ...], told_in: Ontology) -> str:
    mode = f" {event.mode}" if event.mode else ""
    sides = f"{_names(event.actors)} → {_names(event.recipients)}"
    doubt = f"confidence {event.confidence}: {', '.join(signs) or 'plain'}"
    label = told_in.lexicon.types[event.type].label
    name = f"{event.type} {label}" if label else event.type
    where = "".join(f", {word} {it.mention.words!r}" for word, it in (("at", event.time), ("in", event.place)) if it)
    marks = "".join(f", {context.name}" for context in event.contexts)
    return (
        f"{name}{mode}, {event.status}, {_counted(event)}: {sides}, by {event.trigger.words!r}{where}{marks} "
        f"({event.rule}; {doubt})"
    )


def _counted(event: Event) -> str:
    """What it counts as when events are folded as PLOVER does, or why it does not count."""
    if event.plover_type is not None:
        return f"counts as {event.plover_type}"
    return "not counted: inside another act" if event.parent is not None else "not counted"


def _names(mentions: tuple[ActorMention, ...]) -> str:
    return ", ".join(who.code or who.name for who in mentions) or "–"
