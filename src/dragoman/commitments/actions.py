"""What is bound to be done: the act in the content of a commitment, and the kind that it makes."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.commitments.conditions import Condition
from dragoman.commitments.patterns import looked_up, pattern_of
from dragoman.commitments.scene import COOPERATION, HOSTILE, Scene, same_side
from dragoman.language import Clause
from dragoman.records import ActorMention, CommitmentKind, Event, EventPattern


@dataclass(frozen=True, slots=True)
class Action:
    """What is to be done, as a pattern; the event of the article, where it is one."""

    pattern: EventPattern
    event: Event | None = None

    @property
    def is_hostile(self) -> bool:
        """Whether a hostile act is to be done, and not kept from; sending troops is hostile only to somebody."""
        return self.pattern.type in HOSTILE - {"MOBILIZE"} and self.pattern.polarity == "positive"


def action_of(
    scene: Scene, clause: Clause, condition: Condition | None, *, itself: bool, alone: bool = False
) -> Action | None:
    """The first event in what the clause contains, or that the clause itself is; none of the condition's.

    Where there is none, what the lexicon calls the first verb there. `alone`: nothing but the clause itself counts.
    """
    clauses = ([clause] if itself else []) + ([] if alone else scene.contents(clause))
    clauses = [one for one in clauses if condition is None or not _stands_in(one, condition)]
    found = [scene.event_of[one.trigger_start] for one in clauses if one.trigger_start in scene.event_of]
    if not found and not alone:
        found = [event for event in scene.events if _is_inside(scene, event, clause, condition)]
    if found:
        event = min(found, key=lambda event: event.trigger.start)
        return Action(pattern_of(event), event)
    by_class = sorted(clauses, key=lambda one: one.kind == "noun")
    patterns = (looked_up(scene, one) for one in by_class)
    pattern = next((pattern for pattern in patterns if pattern is not None), None)
    return Action(pattern) if pattern is not None else None


def _stands_in(clause: Clause, condition: Condition) -> bool:
    return condition.words.start <= clause.trigger_start < condition.words.end


def _is_inside(scene: Scene, event: Event, clause: Clause, condition: Condition | None) -> bool:
    """Whether the event stands behind the word that binds, not in its condition, nor beside it (*when he visits*)."""
    if condition is not None and condition.words.overlaps(event.trigger):
        return False
    if not clause.trigger_end <= event.trigger.start < clause.end:
        return False
    path = [
        one for one in scene.parsed.clauses_around(event.trigger.start, event.trigger.end) if one.start > clause.start
    ]
    return not any(_is_aside(one, clause) for one in path)


def _is_aside(clause: Clause, binding: Clause) -> bool:
    joined = clause.relation == "conjunct" and clause.finite and clause.mood == "asserted"
    return clause.parent == binding.index and (clause.relation == "adverbial" or joined)


def kind_by_action(action: Action | None) -> CommitmentKind | None:
    """A threat, if a hostile act is to be done or good will to be kept back; a pledge the other way round."""
    if action is None:
        return None
    done = action.pattern.polarity == "positive"
    if action.pattern.type in HOSTILE:
        return "threat" if done else "pledge"
    if action.pattern.type in COOPERATION:
        return "pledge" if done else "threat"
    return None


#: how things are named that are one's own
OWN = ("its ", "their ", "his ", "her ", "our ", "my ")


def is_for_oneself(action: Action | None, bearers: tuple[ActorMention, ...]) -> bool:
    """Whether good is done to nobody else (*would bolster its arsenal*, *would defend its share*).

    SUPPORT of nobody in particular is done for all who are party to it (*would ratify the accession*).
    """
    if action is None or action.event is None or action.pattern.type not in ("AID", "SUPPORT", "COOPERATE"):
        return False
    things = [who.mention.words.lower() for who in action.event.recipients if who.actor is None]
    if action.pattern.type == "SUPPORT" and len(things) == len(action.event.recipients):
        return any(words.startswith(OWN) for words in things)
    others = [who for who in action.event.recipients if who.code and not same_side((who,), bearers)]
    return not others
