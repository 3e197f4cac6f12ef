"""Threats that are told as such: *gave the envoy until Sunday to leave*, *set a deadline*, *delivered an ultimatum*."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.commitments.actions import action_of
from dragoman.commitments.build import Draft
from dragoman.commitments.conditions import Condition, condition_of
from dragoman.commitments.implied import can_bind
from dragoman.commitments.scene import Scene
from dragoman.language import Clause
from dragoman.records import Event


def threatened_by(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """What is read as the act of threatening binds him who did it, if it says until when, or on what."""
    event = scene.event_of.get(clause.trigger_start)
    if event is None or not _is_threat(event) or scene.is_only_alleged(clause):
        return
    condition = condition_of(scene, clause) or next(_said_with_it(scene, clause), None)
    if condition is None and clause.relation == "parataxis" and clause.parent is not None:
        condition = condition_of(scene, scene.parsed.clauses[clause.parent])  # *an ultimatum: he would …*
    action = action_of(scene, clause, condition, itself=False)
    is_hostile = action is not None and action.is_hostile
    if condition is None and not _sets_a_term(scene, clause, event):
        return
    yield Draft(clause, "threat", event.actors, action if is_hostile else None, condition, None, "told as a threat")


def _said_with_it(scene: Scene, clause: Clause) -> Iterator[Condition]:
    """*set a deadline, saying that force would be used if they refused*."""
    for beside in scene.parsed.children(clause):
        if beside.relation == "adverbial" and not beside.finite:
            found = condition_of(scene, beside)
            if found is not None:
                yield found


def _is_threat(event: Event) -> bool:
    binding = any(map(can_bind, event.actors))
    return event.type == "THREATEN" and event.status == "actual" and event.parent is None and binding


def _sets_a_term(scene: Scene, clause: Clause, event: Event) -> bool:
    """Whether a time stands behind the verb, in its clause, and it is told to others."""
    inside = (time.mention for time in scene.times if clause.trigger_start <= time.mention.start < clause.end)
    return next(inside, None) is not None and bool(event.recipients)
