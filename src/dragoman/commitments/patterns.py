"""Patterns of events, from events that were read or, where none was, from the lexicon."""

from __future__ import annotations

from dragoman.commitments.scene import Scene
from dragoman.events.lexicon import Lexicon
from dragoman.events.schema import NONE
from dragoman.language import Clause
from dragoman.records import Event, EventPattern, distinct


def pattern_of(event: Event) -> EventPattern:
    """What an event would have to look like to be this one."""
    return EventPattern(
        type=event.type,
        mode=event.mode,
        contexts=tuple(context.name for context in event.contexts),
        polarity=event.polarity,
        actors=distinct(actor.code for actor in event.actors),
        recipients=distinct(recipient.code for recipient in event.recipients),
    )


def looked_up(scene: Scene, clause: Clause) -> EventPattern | None:
    """What the lexicon calls the predicate in its least constrained sense, if that asks for nothing: whoever it is.

    An event needs parties that are known; a pattern of what may happen does not (*if it is invaded*). Where every sense
    asks for something, it is the one that fits (*would supply missiles*).
    """
    senses = Lexicon.shipped().of_lemma(clause.kind, clause.lemma)
    if not senses:
        return None
    match = scene.matcher.match(clause) if senses[-1].row.constraints else None
    sense = match.sense if match is not None else senses[-1]
    if sense.type == NONE or (match is None and sense.row.constraints):
        return None
    doers = [who.code for phrase in scene.phrases(clause, "subject") for who in scene.who(clause, phrase)]
    named = [phrase for phrase in scene.phrases(clause, "object") if phrase.kind != "pronoun"]
    done_to = [who.code for phrase in named for who in scene.who(clause, phrase)]
    return EventPattern(
        type=sense.type,
        mode=sense.row.mode,
        polarity=clause.polarity,
        actors=distinct(doers),
        recipients=distinct(done_to),
    )
