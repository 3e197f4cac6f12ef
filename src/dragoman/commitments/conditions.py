"""Conditions and what they wait for: the words after *if*, and the pattern of the event they name."""

from __future__ import annotations

import re

from dragoman.language import Clause, Parsed
from dragoman.records import (
    Combination,
    Event,
    EventPattern,
    Mention,
    Pattern,
    StatePattern,
    distinct,
)

WAR = re.compile(r"\b(?:state of war|at war|war (?:is|was|were) declared|goes? to war)\b", re.IGNORECASE)
#: a party that is not named: it is whoever is bound
ANY_PARTY = re.compile(
    r"\b(?:either|one of (?:them|the)|any of (?:them|the)|each other|the other|one side|a (?:party|member)|any member|"
    r"one (?:party|member)|both)\b",
    re.IGNORECASE,
)


def condition_of(parsed: Parsed, clause: Clause) -> Clause | None:
    """The condition on a clause: its own, that of its content, or that of a clause it is the content of."""
    for candidate in (clause, *_contents(parsed, clause), *_containers(parsed, clause)):
        for child in parsed.children(candidate):
            if child.relation == "condition":
                return child
    return None


def _contents(parsed: Parsed, clause: Clause) -> list[Clause]:
    """The clauses that say what is promised or threatened, and what is joined to them, to any depth."""
    found: list[Clause] = []
    for child in parsed.children(clause):
        if child.relation in ("content", "conjunct", "nominal", "light"):
            found += [child, *_contents(parsed, child)]
    return found


def _containers(parsed: Parsed, clause: Clause) -> list[Clause]:
    found: list[Clause] = []
    while clause.parent is not None and clause.relation in ("content", "light", "nominal", "conjunct"):
        clause = parsed.clauses[clause.parent]
        found.append(clause)
    return found


def words_of_condition(parsed: Parsed, condition: Clause) -> Mention:
    """The condition from its marker to its end, with what is joined to it and a closing quotation mark."""
    start, end = condition.start, condition.end
    for child in parsed.children(condition):
        if child.relation == "conjunct":
            end = max(end, child.end)
    for quotation in parsed.quotations:
        if start <= quotation.outer_start < end <= quotation.outer_end:
            end = quotation.outer_end
    return parsed.mention(start, end)


def trigger_of(condition: Mention, events: tuple[Event, ...]) -> Pattern | None:
    """The pattern of what the condition waits for; None where it names no event or state."""
    inside = [event for event in events if condition.covers(event.trigger) and event.parent not in {e.id for e in events
              if condition.covers(e.trigger)}]  # fmt: skip
    parts: list[Pattern] = [_pattern(event, condition) for event in inside]
    if WAR.search(condition.words):
        parts.append(StatePattern(state="war", of="bearer"))
    unique = tuple(dict.fromkeys(parts))
    if len(unique) < 2:
        return unique[0] if unique else None
    operator = "all" if re.search(r"\band\b", condition.words) and " or " not in condition.words else "any"
    return Combination(operator="all" if operator == "all" else "any", parts=unique)


def _pattern(event: Event, condition: Mention) -> EventPattern:
    pattern = pattern_of(event)
    open_party = ANY_PARTY.search(condition.words) is not None
    if open_party and not pattern.recipients and event.type not in ("CONSULT", "AGREE", "COOPERATE"):
        return EventPattern(
            type=pattern.type, mode=pattern.mode, contexts=(), polarity=pattern.polarity,
            actors=pattern.actors, recipients=("bearer",),
        )  # fmt: skip
    return pattern


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
