"""Commitments without a cue word: what speakers say that their own side would do, on a condition or for certain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.commitments.actions import Action, action_of, is_for_oneself, kind_by_action
from dragoman.commitments.build import Draft
from dragoman.commitments.conditions import Condition, condition_of
from dragoman.commitments.scene import COOPERATION, HOSTILE, Scene, same_side
from dragoman.commitments.triggers import events_in
from dragoman.language import Clause, Phrase
from dragoman.records import ActorMention, CommitmentKind, Event, Statement

#: sectors of those who can bind a state, a body or an armed force
BINDING_SECTORS = frozenset({"", "GOV", "MIL", "LEG", "SPY", "REB", "PTY", "OPP", "COP"})
TO_COME = frozenset({"future", "conditional", "possible"})
#: what is announced to be done, and by whom it is left unsaid, whoever announces it does
OFFICIAL_ACTS = frozenset({"SANCTION", "COERCE", "MOBILIZE", "REJECT", "AID", "RETREAT", "CONCEDE", "SUPPORT"})
#: what binds him who says that he will do it, condition or none; talks and visits are only dates
BINDING_ACTS = (COOPERATION - {"CONSULT"}) | (HOSTILE - {"THREATEN", "PROTEST"})
#: words for what is one's own: *his country*, *its troops*, where nobody else is meant
ENDING = frozenset({"end", "stop", "cease", "halt", "suspend", "pause", "lift", "ease", "call off", "drop", "give up"})
ENDED = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
OWN = frozenset({"its", "their", "his", "her", "our", "my"})
Actors = tuple[ActorMention, ...]


def implied_by(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """*said it would restore the sanctions unless …*, *the visit could take place when …*, *will not expel …*."""
    report = _binding_report(scene, clause)
    if report is None:
        return
    known = [speaker for speaker in report.speakers if speaker.code]
    condition = condition_of(scene, clause)
    if condition is not None and condition.clause is clause:
        return
    action = action_of(scene, clause, condition, itself=True)
    if condition is None and _may_be_a_thing(scene, clause, report):
        return
    subject = _doers(scene, clause, report, action, condition)
    if any(who.code for who in subject):
        if known and not same_side(subject, report.speakers):
            return
        if condition is not None:
            kind = _kind(scene, clause, condition, action, subject)
            yield Draft(clause, kind, subject, action, condition, None, "said of one's own side, on a condition")
        elif known:
            yield from _for_certain(scene, clause, subject, action)
    elif condition is not None and known and _is_done_together(clause, action):
        kind = "threat" if condition.negative else "offer"
        yield Draft(clause, kind, report.speakers, action, condition, None, "said to happen on a condition")


def _binding_report(scene: Scene, clause: Clause) -> Statement | None:
    """The statement in which somebody who can bind says that the clause will come true; *would have* did not."""
    aside = clause.relation in ("relative", "purpose") or (
        clause.relation == "condition" and not _shares_marker(scene, clause)
    )
    if clause.mood not in TO_COME or aside or clause.perfect:
        return None
    if clause.kind != "verb" and not _is_ruled_out(scene, clause):
        return None
    report = scene.report_of(clause)
    if report is None or report.status != "said" or scene.is_question(clause):
        return None
    known = [speaker for speaker in report.speakers if speaker.code]
    if known and not (any(map(can_bind, known)) and _is_his_own_word(scene, clause, report)):
        return None
    return report


def _is_his_own_word(scene: Scene, clause: Clause, report: Statement) -> bool:
    """Not *said that Warsaw had made it clear that …*: whose word it is between the speaker and the clause."""
    for above in scene.parsed.ancestors(clause):
        if report.cue is not None and above.trigger_start <= report.cue.start < above.trigger_end:
            return True
        told = tuple(who for phrase in scene.phrases(above, "subject") for who in scene.who(above, phrase) if who.code)
        if told and not same_side(told, report.speakers):
            return False
    return True


def _shares_marker(scene: Scene, clause: Clause) -> bool:
    """*as long as they shell us, no grain will leave*, where the parser gives the marker to both clauses."""
    return clause.marker != "" and any(
        child.relation == "condition" and child.marker == clause.marker for child in scene.parsed.children(clause)
    )


def _may_be_a_thing(scene: Scene, clause: Clause, report: Statement) -> bool:
    """*it would violate the law*, said by a person: *it* is what he speaks of, unless somebody was found for it."""
    words = [scene.parsed.words[phrase.head].text.lower() for phrase in scene.phrases(clause, "subject")]
    if words != ["it"]:
        return False
    found = [who for phrase in scene.phrases(clause, "subject") for who in scene.cast.of(phrase)]
    source = report.source.words.lower() if report.source is not None else ""
    is_person = any(who.actor is not None and who.actor.office for who in report.speakers)
    return not any(who.code for who in found) and (is_person or source in ("he", "she"))


def _is_ruled_out(scene: Scene, clause: Clause) -> bool:
    """*there would be no talks*: a noun that stands for an act, carried by *be*."""
    ruled_out = clause.polarity == "negative" and clause.mood in ("future", "possible")
    return clause.kind == "noun" and clause.light == "be" and ruled_out


def _is_done_together(clause: Clause, action: Action | None) -> bool:
    return action is not None and action.pattern.type in COOPERATION and clause.polarity == "positive"


def _doers(
    scene: Scene, clause: Clause, report: Statement, action: Action | None, condition: Condition | None
) -> Actors:
    """Who would do it: the subject, the speaker for what is his own (*his country*), or whoever announces an act.

    *Teams will be sent*, *the line would be closed*: a passive that leaves the doer out is the speaker's own act, if it
    is one that states announce, and not done with the people of others.
    """
    phrases = list(scene.phrases(clause, "subject"))
    found = tuple(who for phrase in phrases for who in scene.who(clause, phrase))
    if any(who.code for who in found):
        return found
    owners = tuple(who for phrase in phrases for who in scene.cast.owner_of(phrase))
    if same_side(owners, report.speakers) and any(scene.parsed.clause_of_word(p.head) is not None for p in phrases):
        return owners  # *Turkey's offensive would end*
    speakers = report.speakers if any(map(can_bind, report.speakers)) else ()
    if clause.lemma in ENDING and any(phrase.lemma in scene.cues.campaigns for phrase in phrases):
        return speakers  # *the operation will stop*
    if any(_is_parties(scene, phrase) or _is_own(scene, phrase) or _is_his_body(scene, phrase) for phrase in phrases):
        return speakers  # *the two will defend it together*: he speaks for one of them
    if clause.polarity == "negative" and any(phrase.determiner == "no" for phrase in phrases):
        return speakers  # *no grain will leave this port*
    if phrases or not (clause.voice == "passive" or clause.kind == "noun"):
        return found
    things = list(scene.phrases(clause, "object"))
    theirs = tuple(who for thing in things for who in scene.who(clause, thing) if who.code)
    if theirs:
        return theirs if same_side(theirs, speakers) and clause.voice == "passive" else ()
    official = action is not None and action.pattern.type in OFFICIAL_ACTS
    withheld = condition is not None and condition.negative
    if official or withheld or any(_is_own(scene, thing) for thing in things):
        return speakers
    return speakers if _is_ruled_out(scene, clause) else found


def _is_own(scene: Scene, phrase: Phrase) -> bool:
    return scene.mention(phrase).words.partition(" ")[0].lower() in OWN


def _is_his_body(scene: Scene, phrase: Phrase) -> bool:
    """*the coalition would protect shipping*, *the army will strike*: what he speaks for, if no other is known."""
    return phrase.determiner == "the" and phrase.lemma.lower() in scene.cues.bodies


def _for_certain(scene: Scene, clause: Clause, bearers: Actors, action: Action | None) -> Iterator[Draft]:
    """*said that Mexico will not expel diplomats*: what one's own side will do or leave, without a condition."""
    if clause.mood != "future" or not clause.finite or clause.progressive or clause.kind != "verb":
        return
    if scene.is_only_alleged(clause) or all(who.actor is not None and who.actor.sector == "COP" for who in bearers):
        return  # what the police will do is their work
    own = {clause.trigger_start, *(one.trigger_start for one in scene.contents(clause))}
    if action is None or (action.event is not None and action.event.trigger.start not in own):
        if clause.voice == "active" and clause.base not in scene.cues.idle and clause.lemma not in scene.cues.idle:
            yield Draft(clause, "intent", bearers, None, None, None, "said of one's own side")
        return
    if not _binds(action):
        return
    kind: CommitmentKind = "pledge" if kind_by_action(action) == "pledge" else "intent"
    if is_for_oneself(action, bearers):
        kind = "intent"
    if action.pattern.type == "ASSAULT" and action.pattern.polarity == "positive":
        kind = "threat"
    yield Draft(clause, kind, bearers, action, None, None, "said of one's own side")


def set_by(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """*Norway is to recognise Palestine*, *will not lift the ban*: what a state is set to do, as the article says."""
    if clause.kind != "verb" or clause.modals not in (("be to",), ("will",)) or clause.perfect or not clause.finite:
        return
    subject = tuple(who for phrase in scene.phrases(clause, "subject") for who in scene.who(clause, phrase))
    reported = scene.report_of(clause) is not None and clause.modals == ("will",)
    aside = clause.relation in ("relative", "condition", "purpose", "adverbial")
    if not any(map(can_bind, subject)) or reported or aside or scene.is_question(clause):
        return
    condition = condition_of(scene, clause)
    action = action_of(scene, clause, condition, itself=True)
    if condition is not None and clause.mood in TO_COME and (_binds(action) or condition.negative):
        kind = _kind(scene, clause, condition, action, subject)
        yield Draft(clause, kind, subject, action, condition, None, "is set to, on a condition")
    elif condition is None and (_binds(action) or clause.modals == ("be to",)):
        for draft in _for_certain(scene, clause, subject, action):
            yield replace(draft, rule="is set to")


def _binds(action: Action | None) -> bool:
    return action is not None and action.pattern.type in BINDING_ACTS


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
    helps = action is not None and action.pattern.type in ("AID", "SUPPORT", "COOPERATE")
    strengthens = helps and any(_is_own(scene, phrase) for phrase in scene.phrases(clause, "object"))
    if strengthens or is_for_oneself(action, bearers):
        by_action = None
    campaigns = (phrase.lemma in scene.cues.campaigns for phrase in scene.phrases(clause, "subject", "object"))
    if clause.lemma in ENDING and (_ends_force(scene, clause, action) or any(campaigns)):
        by_action = "pledge" if clause.polarity == "positive" else "threat"
    if by_action == "pledge":
        if condition.negative:
            return "threat"
        return "offer" if clause.mood == "possible" else "pledge"
    if by_action is not None:
        return by_action
    if scene.has("any party", condition.words.words):  # *if either is attacked*: what allies do for each other
        return "pledge"
    awaited = events_in(scene, condition.words)
    drilled = not scene.cues.campaigns.isdisjoint(_nouns_in(scene, condition))
    provoked = any(_is_provocation(event, bearers, military=drilled) for event in awaited)
    return "threat" if provoked or condition.awaits_failure or _is_told_to_others(scene, clause, bearers) else "intent"


def _ends_force(scene: Scene, clause: Clause, action: Action | None) -> bool:
    """*the offensive would end*: what would be no more is the hostile act that a phrase names."""
    event = action.event if action is not None else None
    phrases = scene.phrases(clause, "subject", "object")
    named = event is not None and any(scene.mention(phrase).covers(event.trigger) for phrase in phrases)
    kinds = ENDED | {"REJECT"} if clause.lemma in ("drop", "lift", "withdraw", "give up") else ENDED  # *drop its veto*
    return named and event is not None and event.type in kinds


def _nouns_in(scene: Scene, condition: Condition) -> set[str]:
    words = condition.words
    return {phrase.lemma for phrase in scene.parsed.phrases if words.start <= phrase.core_start < words.end}


def _is_provocation(event: Event, bearers: tuple[ActorMention, ...], *, military: bool) -> bool:
    """A hostile or military act of others, not one that is done for the bearers (*if X sold us arms*)."""
    if event.type in COOPERATION and same_side(event.recipients, bearers):
        return False
    military = military or any(context.name == "military" for context in event.contexts)
    return (event.type in HOSTILE or military) and not same_side(event.actors, bearers)


def _is_told_to_others(scene: Scene, clause: Clause, bearers: tuple[ActorMention, ...]) -> bool:
    report = scene.report_of(clause)
    addressees = report.addressees if report is not None else ()
    return any(who.code and can_bind(who) and not same_side((who,), bearers) for who in addressees)
