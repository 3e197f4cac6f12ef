"""A commitment from what was found about it: manner, deadline, parties and trigger are read from its words."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.commitments.actions import Action
from dragoman.commitments.conditions import Condition
from dragoman.commitments.parties import against_of, beneficiaries_of
from dragoman.commitments.scene import COOPERATION, Scene
from dragoman.commitments.schema import Use
from dragoman.commitments.triggers import events_in, trigger_of
from dragoman.language import Clause, Phrase
from dragoman.records import (
    ActorMention,
    Commitment,
    CommitmentKind,
    Mention,
    TimeMention,
    content_id,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A commitment under construction; `heading` is the noun that announces it, where the clause is its content."""

    clause: Clause
    kind: CommitmentKind
    bearers: tuple[ActorMention, ...]
    action: Action | None
    condition: Condition | None
    instrument: Phrase | None
    rule: str
    heading: Phrase | None = None


def commitment_of(scene: Scene, draft: Draft) -> Commitment:
    """The record."""
    parsed, clause = scene.parsed, draft.clause
    cue = parsed.mention(clause.trigger_start, clause.trigger_end)
    if draft.heading is not None:
        head = parsed.words[draft.heading.head]
        cue = parsed.mention(head.start, head.end)
    extent = _extent(scene, draft)
    mutual = draft.kind == "obligation" and draft.instrument is not None and _is_mutual(scene, draft, extent)
    beneficiaries = draft.bearers if mutual else beneficiaries_of(scene, clause, draft.bearers, action=draft.action)
    against = against_of(
        scene,
        clause,
        draft.bearers,
        condition=draft.condition,
        action=draft.action,
        threat=draft.kind == "threat",
        answers=draft.kind == "intent" and not _awaits_good_will(scene, draft),
    )
    statement = scene.statement_of(clause)
    return Commitment(
        id=content_id(scene.document.id, "commitment", draft.kind, cue.start, cue.end, extent.start, extent.end),
        kind=draft.kind,
        bearers=draft.bearers,
        beneficiaries=() if draft.kind == "threat" else beneficiaries,
        against=against,
        action=draft.action.pattern if draft.action is not None else None,
        cue=cue,
        extent=extent,
        manner=_found(scene, "manner", extent),
        deadline=_deadline(scene, draft, extent),
        condition=draft.condition.words if draft.condition is not None else None,
        trigger=trigger_of(
            scene, draft.condition, bearers=draft.bearers, victims=beneficiaries or draft.bearers, doers=against
        )
        if draft.condition is not None
        else None,
        instrument=draft.instrument.lemma.lower() if draft.instrument is not None else None,
        treaty=scene.treaty_of(draft.instrument),
        mutual=mutual,
        statement=statement.id if statement is not None else None,
        rule=draft.rule,
    )


def _awaits_good_will(scene: Scene, draft: Draft) -> bool:
    """Whether what it waits for is an act of good will (*if Caracas agreed*)."""
    if draft.condition is None:
        return False
    return any(event.type in COOPERATION for event in events_in(scene, draft.condition.words))


def _extent(scene: Scene, draft: Draft) -> Mention:
    """The clause, the verb above where a noun is the cue, and the act."""
    clause = draft.clause
    start, end = clause.start, clause.end
    if clause.kind == "noun" and clause.parent is not None:
        above = scene.parsed.clauses[clause.parent]
        start, end = min(start, above.start), max(end, above.end)
    if draft.heading is not None:
        start = min(start, draft.heading.start)
    if draft.action is not None and draft.action.event is not None:
        trigger = draft.action.event.trigger
        start, end = min(start, trigger.start), max(end, trigger.end)
    return scene.parsed.mention(start, end)


def _is_mutual(scene: Scene, draft: Draft, extent: Mention) -> bool:
    """*each other*, *either*: each of the parties is bound to each; of one that is named alone it is not so."""
    words = extent.words + " " + (draft.condition.words.words if draft.condition is not None else "")
    return len(draft.bearers) != 1 and scene.has("mutual", words)


def _found(scene: Scene, use: Use, extent: Mention) -> tuple[Mention, ...]:
    matches = scene.cues.wordings[use].finditer(scene.parsed.text, extent.start, extent.end)
    return tuple(scene.parsed.mention(*match.span()) for match in matches)


def _deadline(scene: Scene, draft: Draft, extent: Mention) -> TimeMention | None:
    """The first time that stands behind *by*, *within*, *before* in what is bound to be done, not in its condition."""
    for time in scene.times:
        if not extent.covers(time.mention) or time.mention.start < draft.clause.trigger_start:
            continue
        if draft.condition is not None and draft.condition.words.overlaps(time.mention):
            continue
        if _is_deadline(scene, time, extent.start):
            return time
    return None


def _is_deadline(scene: Scene, time: TimeMention, start: int) -> bool:
    """Whether a word of deadline stands right before the time, or opens it."""
    pattern = scene.cues.wordings["deadline"]
    before = scene.parsed.text[start : time.mention.start].rstrip()
    opened = pattern.match(time.mention.words)
    return opened is not None or any(match.end() == len(before) for match in pattern.finditer(before))
