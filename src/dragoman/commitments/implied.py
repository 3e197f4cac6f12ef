"""Commitments without a cue word: what speakers say that their own side would do, on a condition."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.commitments.actions import Action, action_of, is_for_oneself, kind_by_action
from dragoman.commitments.build import Draft
from dragoman.commitments.conditions import Condition, condition_of
from dragoman.commitments.scene import COOPERATION, HOSTILE, Scene, same_side
from dragoman.commitments.triggers import events_in
from dragoman.language import Clause, Phrase
from dragoman.records import ActorMention, CommitmentKind, Event

#: sectors of those who can bind a state, a body or an armed force
BINDING_SECTORS = frozenset({"", "GOV", "MIL", "LEG", "SPY", "REB", "PTY", "OPP"})
TO_COME = frozenset({"future", "conditional", "possible"})


def implied_by(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """*said it would restore the sanctions unless …*, *the visit could take place when …*."""
    if clause.kind != "verb" or clause.mood not in TO_COME or clause.relation in ("condition", "relative", "purpose"):
        return
    if clause.perfect:  # *would have attacked if …*: it did not
        return
    report = scene.report_of(clause)
    if report is None or report.status != "said" or scene.is_question(clause):
        return
    known = [speaker for speaker in report.speakers if speaker.code]
    if known and not any(map(can_bind, known)):
        return
    condition = condition_of(scene, clause)
    if condition is None or condition.clause is clause:
        return
    action = action_of(scene, clause, condition, itself=True)
    phrases = list(scene.phrases(clause, "subject"))
    subject = tuple(who for phrase in phrases for who in scene.who(clause, phrase))
    if known and not any(who.code for who in subject) and any(_is_parties(scene, phrase) for phrase in phrases):
        subject = report.speakers  # *the two will defend it together*: he speaks for one of them
    if any(who.code for who in subject):
        if known and not same_side(subject, report.speakers):
            return
        kind = _kind(scene, clause, condition, action, subject)
        yield Draft(clause, kind, subject, action, condition, None, "said of one's own side, on a condition")
    elif known and action is not None and action.pattern.type in COOPERATION and clause.polarity == "positive":
        kind = "threat" if condition.negative else "offer"
        yield Draft(clause, kind, report.speakers, action, condition, None, "said to happen on a condition")


def _is_parties(scene: Scene, phrase: Phrase) -> bool:
    return scene.cues.wordings["parties"].fullmatch(scene.mention(phrase).words) is not None


def can_bind(speaker: ActorMention) -> bool:
    """Whether somebody speaks for a state, a body or an armed force."""
    if speaker.actor is None or speaker.code is None:
        return False
    return speaker.code.startswith("IGO") or (speaker.actor.sector or "") in BINDING_SECTORS


def _kind(
    scene: Scene, clause: Clause, condition: Condition, action: Action | None, bearers: tuple[ActorMention, ...]
) -> CommitmentKind:
    """By what would be done; without a known act by what is waited for: an answer to a hostile act is a threat."""
    by_action = kind_by_action(action)
    if is_for_oneself(action, bearers):
        by_action = None
    if by_action == "pledge":
        if condition.negative:
            return "threat"
        return "offer" if clause.mood == "possible" else "pledge"
    if by_action is not None:
        return by_action
    if scene.has("any party", condition.words.words):  # *if either is attacked*: what allies do for each other
        return "pledge"
    awaited = events_in(scene, condition.words)
    provoked = any(_is_provocation(event, bearers) for event in awaited)
    return "threat" if provoked or condition.awaits_failure or _is_told_to_others(scene, clause, bearers) else "intent"


def _is_provocation(event: Event, bearers: tuple[ActorMention, ...]) -> bool:
    """A hostile or military act of others, not one that is done for the bearers (*if X sold us arms*)."""
    if event.type in COOPERATION and same_side(event.recipients, bearers):
        return False
    military = any(context.name == "military" for context in event.contexts)
    return (event.type in HOSTILE or military) and not same_side(event.actors, bearers)


def _is_told_to_others(scene: Scene, clause: Clause, bearers: tuple[ActorMention, ...]) -> bool:
    report = scene.report_of(clause)
    addressees = report.addressees if report is not None else ()
    return any(who.code and can_bind(who) and not same_side((who,), bearers) for who in addressees)
