"""Patterns of what a condition waits for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.commitments.conditions import Condition
from dragoman.commitments.patterns import looked_up, pattern_of
from dragoman.commitments.scene import HOSTILE, Scene, country, same_side
from dragoman.language import Clause
from dragoman.records import (
    ActorMention,
    Combination,
    Event,
    EventPattern,
    Mention,
    Pattern,
    StatePattern,
    distinct,
)

#: types with no party at whose cost they are done
TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})
Actors = tuple[ActorMention, ...]


def events_in(scene: Scene, words: Mention) -> list[Event]:
    """The events in those words that are no other's content there."""
    inside = [event for event in scene.events if words.covers(event.trigger)]
    ids = {event.id for event in inside}
    return [event for event in inside if event.parent not in ids]


def trigger_of(
    scene: Scene, condition: Condition, *, bearers: Actors, victims: Actors, doers: Actors = ()
) -> Pattern | None:
    """The pattern of what the condition waits for; None where it names no event or state.

    `victims` are those whom an *it* to whom something is done stands for where nobody was found for it: the
    beneficiaries, else the bearers; `doers` those whom an *it* that does it stands for: whom a threat is against.
    """
    words = condition.words.words
    parts: list[Pattern] = list(_events(scene, condition, bearers, victims, doers))
    if scene.has("war", words):
        parts = [part for part in parts if isinstance(part, EventPattern) and part.recipients]
        parts.append(StatePattern(state="war", of=_at_war(scene, condition, bearers)))
    unique = tuple(dict.fromkeys(parts))
    if not unique:
        return None
    pattern: Pattern = unique[0] if len(unique) == 1 else _joined(words, unique)
    return Combination(operator="not", parts=(pattern,)) if condition.negative else pattern


def _joined(words: str, parts: tuple[Pattern, ...]) -> Combination:
    both = re.search(r"\band\b", words) is not None and " or " not in words
    return Combination(operator="all" if both else "any", parts=parts)


def _events(
    scene: Scene, condition: Condition, bearers: Actors, victims: Actors, doers: Actors
) -> Iterator[EventPattern]:
    """The events of the condition; without any, what the lexicon says of its first predicate that it knows."""
    clause_at = {
        clause.trigger_start: clause
        for clause in scene.parsed.clauses
        if condition.words.start <= clause.trigger_start < condition.words.end
    }
    found = [(pattern_of(event), clause_at.get(event.trigger.start)) for event in events_in(scene, condition.words)]
    if not found:
        looked = ((looked_up(scene, one), one) for one in clause_at.values())
        found += [(pattern, one) for pattern, one in looked if pattern is not None][:1]
    for pattern, clause in found:
        adjusted = _adjusted(scene, pattern, clause, condition, bearers, victims)
        yield _with_doers(scene, adjusted, clause, bearers, doers)


def _adjusted(
    scene: Scene,
    pattern: EventPattern,
    clause: Clause | None,
    condition: Condition,
    bearers: Actors,
    victims: Actors,
) -> EventPattern:
    """Denied where its clause is; done to a party where no party is named; never by those who wait for it."""
    if condition.clause is not None and condition.clause.polarity == "negative" and clause is not condition.clause:
        pattern = replace(pattern, polarity="negative")
    if clause is None or pattern.type in TOGETHER:
        return pattern
    objects = list(scene.phrases(clause, "object"))
    if clause.kind == "noun":
        pattern = _of_noun(scene, pattern, clause, bearers)
    if any(scene.has("any party", scene.mention(phrase).words) for phrase in objects) or _is_open(scene, clause):
        return replace(pattern, contexts=(), recipients=("bearer",))
    if not pattern.recipients and objects and all(phrase.kind == "pronoun" for phrase in objects):
        return replace(pattern, recipients=distinct(who.code for who in victims))
    return pattern


def _with_doers(
    scene: Scene, pattern: EventPattern, clause: Clause | None, bearers: Actors, doers: Actors
) -> EventPattern:
    """*unless it released them*, *vowed to retaliate against Iran if it attacked*: whom the threat is against."""
    subjects = list(scene.phrases(clause, "subject")) if clause is not None and clause.kind == "verb" else []
    if not subjects or any(phrase.kind != "pronoun" for phrase in subjects):
        return pattern
    ours = {who.code for who in bearers}
    if pattern.actors and not (doers and pattern.type in HOSTILE and set(pattern.actors) <= ours):
        return pattern
    return replace(pattern, actors=distinct(who.code for who in doers))


def _is_open(scene: Scene, clause: Clause) -> bool:
    """*an attack on either*: the party that is not named stands behind a preposition."""
    if clause.phrase is None:
        return False
    hanging = (scene.parsed.phrases[one.phrase] for one in scene.parsed.phrases[clause.phrase].attachments)
    return any(scene.has("any party", scene.mention(phrase).words) for phrase in hanging)


def _of_noun(scene: Scene, pattern: EventPattern, clause: Clause, bearers: Actors) -> EventPattern:
    """*an attack on its oil fields*: not by those who would answer it; done to the owner of the thing."""
    own = {who.code for who in bearers}
    if set(pattern.actors) & own:
        pattern = replace(pattern, actors=())
    if not pattern.recipients:
        owners = (who for phrase in scene.phrases(clause, "object") for who in scene.cast.owner_of(phrase))
        pattern = replace(pattern, recipients=distinct(who.code for who in owners))
    return pattern


def _at_war(scene: Scene, condition: Condition, bearers: Actors) -> str:
    """Who would be at war: the country that is the subject, else whoever is bound."""
    if condition.clause is None or scene.has("any party", condition.words.words):
        return "bearer"
    named = (who for p in scene.phrases(condition.clause, "subject", "object") for who in scene.cast.of(p) if who.code)
    for who in named:
        if len(bearers) == 1 or not same_side((who,), bearers):
            return country(who) or "bearer"
    return "bearer"
