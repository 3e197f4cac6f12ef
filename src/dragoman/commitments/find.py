"""From clauses, statements and events to commitments.

A cue says the kind (`data/cues.toml`); the clause's roles say who is bound; the event in its content is what is
owed; a conditional clause below is the condition, and the event in it the trigger. Besides cues there is one rule
without a cue word: what a speaker says could or will happen *on a condition* is an offer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.actors import Cast
from dragoman.commitments.conditions import condition_of, pattern_of, trigger_of, words_of_condition
from dragoman.commitments.parties import parties_of
from dragoman.commitments.schema import Cue, Cues, read_cues
from dragoman.language import Clause, Parsed
from dragoman.language.model import RoleName
from dragoman.records import (
    ActorMention,
    Commitment,
    CommitmentKind,
    Document,
    Event,
    Mention,
    Pattern,
    Statement,
    TimeMention,
    content_id,
)

COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
MANNER = re.compile(
    r"\b(?:with(?:out)? (?:all|every|any|delay|hesitation|conditions?|exceptions?|preconditions?|warning)"
    r"(?: (?:available |necessary |possible )?(?:means|force|measures|support|ways?))?"
    r"|by (?:all|any|every) (?:available |necessary |possible )?means"
    r"|immediately|unconditionally|at once|in full|as long as it takes|at (?:any|all) costs?)\b",
    re.IGNORECASE,
)
MUTUAL = re.compile(
    r"\b(?:mutual(?:ly)?|each other|one another|one side to the other|either|both (?:sides|parties)|reciprocal)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Scene:
    document: Document
    parsed: Parsed
    cast: Cast
    times: tuple[TimeMention, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    cues: Cues


def find_commitments(
    document: Document,
    parsed: Parsed,
    times: tuple[TimeMention, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
) -> tuple[Commitment, ...]:
    """Every commitment in the article, in the order of the cues."""
    scene = _Scene(document, parsed, cast, times, statements, events, read_cues())
    found: dict[str, Commitment] = {}
    taken: set[int] = set()
    for clause in parsed.clauses:
        for commitment in _from_cue(scene, clause):
            found.setdefault(commitment.id, commitment)
            taken |= {clause.index, *(child.index for child in parsed.children(clause))}
            break
    for clause in parsed.clauses:
        if clause.relation == "condition" and clause.parent is not None and clause.parent not in taken:
            for commitment in _conditional_offer(scene, clause):
                found.setdefault(commitment.id, commitment)
    return tuple(sorted(found.values(), key=lambda commitment: (commitment.cue.start, commitment.id)))


def _from_cue(scene: _Scene, clause: Clause) -> Iterator[Commitment]:
    for cue in scene.cues.by_predicate.get((clause.kind, clause.lemma), ()):
        condition = condition_of(scene.parsed, clause)
        if not _fits(scene, cue, clause) or (cue.needs_condition and condition is None):
            continue
        bearers = _bearers(scene, cue, clause)
        action = _action(scene, cue, clause)
        if not bearers or (action is None and condition is None):
            continue
        yield _commitment(scene, clause, kind=cue.kind, bearers=bearers, action=action, condition=condition,
                          rule=f"{cue.word} {clause.lemma}")  # fmt: skip


def _fits(scene: _Scene, cue: Cue, clause: Clause) -> bool:
    if cue.moods and clause.mood not in cue.moods:
        return False
    if clause.polarity != cue.polarity or (cue.voice is not None and clause.voice != cue.voice):
        return False
    if cue.subject == "instrument":
        return _instrument(scene, clause) is not None
    return clause.mood not in ("conditional", "wished", "purpose", "question") or bool(cue.moods)


def _instrument(scene: _Scene, clause: Clause) -> int | None:
    """The phrase of the treaty or law that is the subject."""
    for role in clause.all_roles("subject"):
        if role.phrase is not None and scene.parsed.phrases[role.phrase].lemma in scene.cues.instruments:
            return role.phrase
    return None


def _bearers(scene: _Scene, cue: Cue, clause: Clause) -> tuple[ActorMention, ...]:
    instrument = _instrument(scene, clause)
    if cue.subject == "instrument" and instrument is not None:
        return parties_of(scene.parsed, scene.cast, scene.parsed.phrases[instrument], scene.events)
    name: RoleName = "object" if clause.voice == "passive" else "subject"
    phrases = [role.phrase for role in clause.all_roles(name) if role.phrase is not None]
    found = tuple(actor for phrase in phrases for actor in scene.cast.of(scene.parsed.phrases[phrase]))
    if found or clause.parent is None or clause.kind != "noun":
        return found
    above = scene.parsed.clauses[clause.parent]
    subjects = [role.phrase for role in above.all_roles("subject") if role.phrase is not None]
    return tuple(actor for phrase in subjects for actor in scene.cast.of(scene.parsed.phrases[phrase]))


def _action(scene: _Scene, cue: Cue, clause: Clause) -> Event | None:
    """The event that is owed: the outermost one in the content, or the clause itself."""
    condition = condition_of(scene.parsed, clause)
    start, end = clause.start, clause.end
    if clause.kind == "noun" and clause.parent is not None:
        end = max(end, scene.parsed.clauses[clause.parent].end)
    inside = [
        event
        for event in scene.events
        if start <= event.trigger.start < end
        and (event.trigger.start > clause.trigger_start if cue.action == "content" else True)
        and event.trigger.start != clause.trigger_start
        and not (condition is not None and condition.start <= event.trigger.start < condition.end)
    ]
    return min(inside, key=lambda event: event.trigger.start, default=None)


def _conditional_offer(scene: _Scene, condition: Clause) -> Iterator[Commitment]:
    """*the trip could take place when conditions are right*: on an official's word, an offer."""
    main = scene.parsed.clauses[condition.parent] if condition.parent is not None else None
    if main is None or main.mood not in ("possible", "future", "conditional"):
        return
    statement = _statement(scene, main)
    action = next((e for e in scene.events if main.start <= e.trigger.start < main.end
                   and not condition.start <= e.trigger.start < condition.end), None)  # fmt: skip
    if statement is None or action is None or action.type not in COOPERATION or not statement.speakers:
        return
    yield _commitment(scene, main, kind="offer", bearers=statement.speakers, action=action, condition=condition,
                      rule="said to happen on a condition")  # fmt: skip


def _commitment(
    scene: _Scene,
    clause: Clause,
    *,
    kind: CommitmentKind,
    bearers: tuple[ActorMention, ...],
    action: Event | None,
    condition: Clause | None,
    rule: str,
) -> Commitment:
    parsed = scene.parsed
    cue = parsed.mention(clause.trigger_start, clause.trigger_end)
    extent = _extent(scene, clause, action)
    words = words_of_condition(parsed, condition) if condition is not None else None
    mutual = kind == "obligation" and len(bearers) > 1 and MUTUAL.search(extent.words) is not None
    statement = _statement(scene, clause)
    instrument = next((p for p in (_instrument(scene, clause),) if p is not None), None)
    return Commitment(
        id=content_id(scene.document.id, "commitment", kind, cue.start, cue.end, extent.start, extent.end),
        kind=kind,
        bearers=bearers,
        beneficiaries=bearers if mutual else (action.recipients if action is not None and kind != "threat" else ()),
        against=_against(scene, clause, words, action) if kind == "threat" else (),
        action=_pattern(action),
        cue=cue,
        extent=extent,
        manner=tuple(
            parsed.mention(extent.start + m.start(), extent.start + m.end()) for m in MANNER.finditer(extent.words)
        ),
        condition=words,
        trigger=trigger_of(words, scene.events) if words is not None else None,
        instrument=parsed.phrases[instrument].lemma if instrument is not None else None,
        mutual=mutual,
        statement=statement.id if statement is not None else None,
        rule=rule,
    )


def _pattern(action: Event | None) -> Pattern | None:
    return None if action is None else pattern_of(action)


def _extent(scene: _Scene, clause: Clause, action: Event | None) -> Mention:
    start, end = clause.start, clause.end
    if clause.kind == "noun" and clause.parent is not None:
        above = scene.parsed.clauses[clause.parent]
        start, end = min(start, above.start), max(end, above.end)
    if action is not None:
        start, end = min(start, action.trigger.start), max(end, action.trigger.end)
    return scene.parsed.mention(start, end)


def _statement(scene: _Scene, clause: Clause) -> Statement | None:
    """The statement in whose content the clause stands, or whose cue it is; the innermost."""
    here = scene.parsed.mention(clause.trigger_start, clause.trigger_end)
    around = [
        statement
        for statement in scene.statements
        if any(piece.covers(here) for piece in statement.content)
        or (statement.cue is not None and statement.cue.overlaps(here))
    ]
    return min(around, key=lambda s: sum(len(piece.words) for piece in s.content), default=None)


def _against(
    scene: _Scene, clause: Clause, condition: Mention | None, action: Event | None
) -> tuple[ActorMention, ...]:
    """Whom a threat is made against: those warned, else those whose doing it would answer."""
    names: tuple[RoleName, ...] = ("recipient", "object")
    for name in names:
        phrases = [role.phrase for role in clause.all_roles(name) if role.phrase is not None]
        found = tuple(actor for phrase in phrases for actor in scene.cast.of(scene.parsed.phrases[phrase]))
        if any(actor.code for actor in found):
            return found
    if condition is not None:
        doers = (event.actors for event in scene.events if condition.covers(event.trigger))
        found = next((actors for actors in doers if actors), ())
        if found:
            return found
    return action.recipients if action is not None else ()
