"""From clauses, statements and events to commitments.

A cue says the kind (`data/cues.toml`); the clause's roles say who is bound; the event in its content is what is owed;
what it waits for is the condition, and the event in that the trigger. Besides cues there are two rules without a cue
word: what somebody *must* do *under a treaty* is an obligation, and what a speaker says that his own side would do on a
condition is a threat, a pledge, an offer or an intent, by what would be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.actors import Cast
from dragoman.commitments.actions import Action, action_of
from dragoman.commitments.build import Draft, commitment_of
from dragoman.commitments.changes import read_changes
from dragoman.commitments.conditions import Condition, condition_of, duties, is_act
from dragoman.commitments.implied import implied_by, set_by
from dragoman.commitments.parties import (
    bearers_of,
    instrument_of,
    is_instrument,
    parties_of,
    spoken_of,
    text_meant,
    under_before,
    under_here,
)
from dragoman.commitments.scene import Scene
from dragoman.commitments.schema import Cue, read_cues
from dragoman.commitments.ultimatums import threatened_by
from dragoman.language import Clause, Parsed, Phrase
from dragoman.records import (
    ActorMention,
    Commitment,
    CommitmentKind,
    Document,
    Event,
    Statement,
    TimeMention,
    TreatyMention,
)

#: sums: a pledge of money says what is owed without a verb for it
MONEY = re.compile(r"[$€£¥]\s?\d|\b(?:dollars?|euros?|pounds?|yen|yuan|roubles?|rubles?|rupees?|crowns?|francs?)\b")
#: moods in which nobody is bound yet, unless the cue says otherwise
UNREAL = frozenset({"conditional", "wished", "purpose", "question"})
#: what a text may oblige to in every mood but these (*an attack would oblige …*)
UNASKED = frozenset({"wished", "question"})


def find_commitments(
    document: Document,
    parsed: Parsed,
    times: tuple[TimeMention, ...],
    cast: Cast,
    statements: tuple[Statement, ...],
    events: tuple[Event, ...],
    treaties: tuple[TreatyMention, ...] = (),
) -> tuple[Commitment, ...]:
    """Every commitment in the article, in the order of the cues."""
    scene = Scene(document, parsed, cast, times, statements, events, read_cues(), treaties)
    found: dict[str, Commitment] = {}
    taken: set[int] = set()
    for finder in (_from_cue, _from_policy, _by_text, threatened_by, implied_by, set_by):
        for clause in _outermost_first(scene):
            if clause.index in taken or (finder is threatened_by and _is_carrier(scene, clause, taken)):
                continue
            draft = next(finder(scene, clause), None)
            if draft is not None:
                commitment = commitment_of(scene, draft)
                found.setdefault(commitment.id, commitment)
                taken |= {clause.index, *(inner.index for inner in scene.contents(clause))}
    return tuple(sorted(found.values(), key=lambda commitment: (commitment.cue.start, commitment.id)))


def _is_carrier(scene: Scene, clause: Clause, taken: set[int]) -> bool:
    """*issued an ultimatum*: the noun has said it already."""
    return any(child.relation == "light" and child.index in taken for child in scene.parsed.children(clause))


def _outermost_first(scene: Scene) -> list[Clause]:
    return sorted(
        scene.parsed.clauses, key=lambda clause: (sum(1 for _ in scene.parsed.ancestors(clause)), clause.index)
    )


def _from_cue(scene: Scene, clause: Clause) -> Iterator[Draft]:
    for cue in scene.cues.by_predicate.get((clause.kind, clause.lemma), ()):
        if not fits(scene, cue, clause) or scene.is_only_alleged(clause) or _is_undone(scene, cue, clause):
            continue
        instrument = _instrument(scene, cue, clause)
        condition = condition_of(scene, clause, cue)
        if not _has_what_it_needs(scene, cue, clause, instrument, condition):
            continue
        bearers = bearers_of(scene, cue, clause, instrument)
        if not bearers and instrument is None:
            bearers = _only_here(scene, clause)
        action = action_of(scene, clause, condition, itself=cue.itself, alone=cue.condition_role == "object")
        known = any(bearer.code for bearer in bearers) or (bool(bearers) and cue.voice == "passive")
        if not (known or (instrument is not None and cue.kind in ("obligation", "prohibition"))):
            continue
        if action is None and condition is None and not _says_what(scene, cue, clause):
            continue
        kind = (
            cue.hostile
            if cue.hostile is not None and _is_unfriendly(scene, clause, cue, action, condition)
            else cue.kind
        )
        yield Draft(clause, kind, bearers, action, condition, instrument, f"{cue.word} {clause.lemma}")


def _only_here(scene: Scene, clause: Clause) -> tuple[ActorMention, ...]:
    """*the allies are obliged to assist*: who is bound is known by nothing but what he is to do."""
    bound = list(scene.phrases(clause, "object" if clause.voice == "passive" else "subject"))
    events = (scene.event_of.get(inner.trigger_start) for inner in scene.contents(clause))
    return tuple(
        who
        for event in events
        if event is not None
        for who in event.actors
        if any(phrase.core_start <= who.mention.start < phrase.core_end for phrase in bound)
    )


def fits(scene: Scene, cue: Cue, clause: Clause) -> bool:
    """Whether the clause's own form and words are those that the cue asks for; *would have* binds nobody."""
    if clause.perfect and clause.mood in ("future", "conditional", "possible"):
        return False
    if cue.itself and cue.polarity == "negative" and not clause.finite:
        return False  # *did not threaten to attack*
    if cue.moods and clause.mood not in cue.moods:
        return False
    unreal = UNASKED if cue.bearer == "object" else UNREAL
    if not cue.moods and clause.mood in unreal:
        return False
    if clause.polarity != cue.polarity or (cue.voice is not None and clause.voice != cue.voice):
        return False
    return cue.words is None or re.search(cue.words, scene.words(clause), re.IGNORECASE) is not None


def _instrument(scene: Scene, cue: Cue, clause: Clause) -> Phrase | None:
    if cue.kind not in ("obligation", "prohibition"):
        return None
    found = (text_meant(scene, clause) if cue.pronoun else None) or instrument_of(scene, clause)
    return found or (spoken_of(scene, clause) if cue.condition_role is not None else None)


def _has_what_it_needs(
    scene: Scene, cue: Cue, clause: Clause, instrument: Phrase | None, condition: Condition | None
) -> bool:
    if cue.needs == "condition":
        return condition is not None
    if cue.needs == "failure":
        return condition is not None and (condition.negative or _goes_on(condition))
    if cue.needs == "instrument":
        return instrument is not None
    if cue.needs == "text":
        by_name = any(is_instrument(scene, phrase) for phrase in scene.phrases(clause, "subject"))
        return by_name or (cue.pronoun and instrument is not None and text_meant(scene, clause) is not None)
    if cue.needs == "act":
        return any(is_act(scene, phrase) for phrase in scene.phrases(clause, "subject"))
    if cue.needs == "infinitive":
        return any(
            inner.marker in ("to", "not to") for inner in scene.parsed.children(clause) if inner.relation == "content"
        )
    if cue.needs == "terms":
        return any(
            is_act(scene, phrase) or is_instrument(scene, phrase) for phrase in scene.phrases_behind(clause, "to")
        )
    if cue.needs == "condition or threat":
        return condition is not None or any(_is_grave(scene, inner) for inner in scene.contents(clause))
    return True


def _is_grave(scene: Scene, clause: Clause) -> bool:
    """*there would be consequences*, *or it would face war*: a threat by its own words."""
    cues = scene.cues.by_predicate.get((clause.kind, clause.lemma), ())
    return any(cue.kind == "threat" and cue.words is not None and fits(scene, cue, clause) for cue in cues)


def _says_what(scene: Scene, cue: Cue, clause: Clause) -> bool:
    """Without an event that is known there must be a clause, or a thing, that says what is bound to be done."""
    if (
        cue.itself
        or cue.bearer == "speaker"
        or cue.needs == "terms"
        or any(inner.kind == "verb" for inner in scene.contents(clause))
    ):
        return True
    if cue.bearer == "object" and next(duties(scene, clause), None) is not None:
        return True
    things = scene.phrases(clause, "object", "complement")
    if clause.kind == "verb" and cue.kind in ("pledge", "offer"):  # *promised Moldova 135 million dollars*
        if any(MONEY.search(scene.mention(thing).words) for thing in scene.phrases(clause, "object")):
            return True
        return any(who.code for phrase in scene.phrases_behind(clause, "to") for who in scene.who(clause, phrase))
    if clause.kind == "noun" and cue.kind == "pledge" and clause.light:  # *reiterated its commitment to peace*
        return any(role.preposition in ("to", "of", "for") for role in clause.all_roles("complement"))
    return clause.kind == "verb" and cue.kind in ("threat", "prohibition") and next(things, None) is not None


def _goes_on(condition: Condition) -> bool:
    """*as long as they stay*: it waits for an end."""
    return condition.words.words.lower().startswith(("as long as", "so long as", "while"))


def _is_undone(scene: Scene, cue: Cue, clause: Clause) -> bool:
    """*withdrew its offer*, *broke its promise*: what is taken back or broken is not promised anew.

    *offered to help but later withdrew the offer* takes it back in the same breath.
    """
    changes = read_changes()
    if clause.kind != "noun":
        after = (one for one in scene.parsed.clauses if one.sentence == clause.sentence and one.index > clause.index)
        return any(_takes_back(scene, cue, one) for one in after)
    if clause.parent is None:
        return False
    above = scene.parsed.clauses[clause.parent]
    return any(pattern.match(above.lemma) is not None for pattern in (changes.taking, changes.breaking))


def _takes_back(scene: Scene, cue: Cue, clause: Clause) -> bool:
    """Whether the clause tells that the noun for such a commitment was taken back (*then withdrew the offer*)."""
    changes = read_changes()
    noun = changes.nouns.get(cue.kind)
    told = clause.kind == "verb" and clause.mood == "asserted" and clause.polarity == "positive"
    if noun is None or not told or changes.taking.match(clause.lemma) is None:
        return False
    things = scene.phrases(clause, "object")
    return any(noun.fullmatch(thing.lemma) and (thing.determiner == "the" or thing.possessor) for thing in things)


def _is_threatening(scene: Scene, clause: Clause) -> bool:
    cues = scene.cues.by_predicate.get((clause.kind, clause.lemma), ())
    return clause.polarity == "positive" and any(cue.kind == "threat" and cue.words is None for cue in cues)


def _is_unfriendly(scene: Scene, clause: Clause, cue: Cue, action: Action | None, condition: Condition | None) -> bool:
    """A hostile act, or an unknown one that waits for what others fail to do (*ready to act if they do not …*)."""
    if cue.kind == "pledge" and "vow" not in cue.predicates:
        return any(_is_threatening(scene, inner) for inner in scene.contents(clause))  # *promised to hit back*
    if action is not None:
        return action.is_hostile
    return cue.kind == "offer" and condition is not None and condition.awaits_failure


def _from_policy(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """*maintains a policy of not supplying arms*, *it is Ireland's policy to stay out*: the content is the clause."""
    for phrase in _headings(scene, clause):
        cues = scene.cues.by_predicate.get(("noun", phrase.lemma), ())
        if clause.mood in ("wished", "question") or not any(cue.kind == "policy" for cue in cues):
            continue
        bearers = _holders(scene, clause, phrase)
        if bearers:
            condition = condition_of(scene, clause)
            action = action_of(scene, clause, condition, itself=True)
            yield Draft(clause, "policy", bearers, action, condition, None, f"noun {phrase.lemma}", phrase)


def _holders(scene: Scene, clause: Clause, phrase: Phrase) -> tuple[ActorMention, ...]:
    """Whose policy it is: its possessor, else the nearest subject above that is known."""
    options = [scene.cast.owner_of(phrase)]
    options += [
        tuple(who for subject in scene.phrases(above, "subject") for who in scene.who(above, subject))
        for above in (clause, *scene.parsed.ancestors(clause))
    ]
    return next((option for option in options if any(who.code for who in option)), ())


def _headings(scene: Scene, clause: Clause) -> Iterator[Phrase]:
    """The phrase that the clause fills: right before *of*, *to* or *that*, or what it is said to be."""
    if clause.kind != "verb":
        return
    yield from scene.phrases(clause, "attribute")
    opening = scene.parsed.words[max(clause.head - 4, 0) : clause.head]
    is_to = bool(opening) and opening[-1].text.lower() == "to"  # *the policy is to keep out*, not *policy had changed*
    own = set() if is_to else {phrase.head for phrase in scene.phrases(clause, "subject", "object")}
    for word in reversed(opening):
        if word.sentence == clause.sentence and word.pos == "NOUN" and word.index not in own:
            yield from (phrase for phrase in scene.parsed.phrases if phrase.head == word.index)
            return


def _by_text(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """*Under the deal, Armenia must withdraw its troops*, *is to withdraw*, and what the next sentence goes on with.

    What may not be done under it is forbidden.
    """
    if clause.kind != "verb":
        return
    forbidden = _is_forbidden(clause)
    owed = forbidden or (clause.polarity == "positive" and _is_owed(scene, clause))
    set_down = _is_set_down(clause) and clause.lemma not in scene.cues.idle
    named = under_here(scene, clause) if owed or set_down else None
    instrument = named or ((instrument_of(scene, clause) or under_before(scene, clause)) if owed else None)
    if instrument is None or any(phrase.index == instrument.index for phrase in scene.phrases(clause, "subject")):
        return
    bearers = tuple(who for phrase in scene.phrases(clause, "subject") for who in scene.who(clause, phrase))
    if not any(bearer.code for bearer in bearers):
        bearers = parties_of(scene.parsed, scene.cast, instrument, scene.events)
    condition = condition_of(scene, clause)
    if clause.mood == "conditional" and condition is not None and not owed:
        return
    action = action_of(scene, clause, condition, itself=True)
    if any(bearer.code for bearer in bearers) or (owed and named is not None):
        how = clause.modals[0] if clause.modals else "is to"
        kind: CommitmentKind = "prohibition" if forbidden else "obligation"
        yield Draft(clause, kind, bearers, action, condition, instrument, f"{how}, under a text")


def _is_forbidden(clause: Clause) -> bool:
    """*may not enter*, *must not be used*, also joined to what must be done."""
    return clause.polarity == "negative" and clause.mood in ("obliged", "possible") and not clause.perfect


def _is_set_down(clause: Clause) -> bool:
    """*under the deal, Armenia will withdraw*: how texts put what is owed."""
    told = clause.mood == "future" or (clause.mood == "conditional" and clause.modals == ("would",))
    return told and clause.finite and clause.polarity == "positive" and bool(clause.modals) and not clause.perfect


def _is_owed(scene: Scene, clause: Clause) -> bool:
    """*must withdraw*, *is to withdraw*, *are to be released*."""
    before = scene.parsed.text[clause.start : clause.trigger_start].lower()
    owed = bool({"must", "have to", "need to", "shall"} & set(clause.modals)) and clause.mood != "question"
    return (
        (clause.mood == "obliged" and bool(clause.modals))
        or owed
        or (clause.mood == "future" and re.search(r"\b(?:is|are) (?:also )?to (?:be )?$", before) is not None)
    )
