"""Who is bound, to whose good, and against whom."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.actors import Cast
from dragoman.commitments.actions import Action
from dragoman.commitments.conditions import Condition
from dragoman.commitments.scene import THIRD_PERSON, Scene, country, same_side
from dragoman.commitments.schema import Cue
from dragoman.language import Clause, Parsed, Phrase, Role
from dragoman.language.model import RoleName
from dragoman.places import country_of_name
from dragoman.records import ActorMention, Event
from dragoman.treaties import TreatyLibrary

PARTY_PREPOSITIONS = frozenset({"with", "between", "among", "of"})
#: how a text is named by which somebody is bound: *under the treaty*, *bound by the pact*
BINDING = (
    "under", "by", "pursuant to", "in accordance with", "in line with", "in terms of", "under the terms of",
    "by the terms of", "as part of", "as required by",
)  # fmt: skip
Actors = tuple[ActorMention, ...]
#: parties of a treaty that are named one by one; more are *the members*
FEW = 4
#: to whose good something is done, by the preposition
GOING = frozenset({"to", "for"})
SIGNING = frozenset({"signatory", "party", "member", "guarantor", "signer"})
LEADING = frozenset({"lead", "head", "spearhead"})


def instrument_of(scene: Scene, clause: Clause) -> Phrase | None:
    """The treaty or law that binds: the subject, or behind *under* in the clause, below it or above it."""
    for phrase in scene.phrases(clause, "subject"):
        if is_instrument(scene, phrase):
            return phrase
    around = [clause, *scene.contents(clause)]
    around += [above for above in scene.parsed.ancestors(clause) if above.sentence == clause.sentence]
    for candidate in around:
        for role in candidate.all_roles("complement"):
            found = _binding_text(scene, role)
            if found is not None:
                return found
    return None


def under_here(scene: Scene, clause: Clause) -> Phrase | None:
    """The text under which the clause itself says that something is owed."""
    clauses = [clause]
    if (
        clause.relation == "conjunct" and clause.parent is not None
    ):  # *under the deal, one will give and the other take*
        clauses.append(scene.parsed.clauses[clause.parent])
    texts = (_binding_text(scene, role) for one in clauses for role in one.all_roles("complement"))
    return next((text for text in texts if text is not None), None)


def _binding_text(scene: Scene, role: Role) -> Phrase | None:
    """*under the treaty*, *as a signatory of the treaty*."""
    if role.phrase is None:
        return None
    phrase = scene.parsed.phrases[role.phrase]
    if role.preposition == "as" and phrase.lemma in SIGNING:
        hanging = (scene.parsed.phrases[attachment.phrase] for attachment in phrase.attachments)
        return next((one for one in hanging if is_instrument(scene, one)), None)
    return phrase if role.preposition in BINDING and is_instrument(scene, phrase) else None


def text_meant(scene: Scene, clause: Clause) -> Phrase | None:
    """*It obliges a member to …*: the treaty that the sentence before, or this one, spoke of."""
    heads = [scene.parsed.words[phrase.head].text.lower() for phrase in scene.phrases(clause, "subject")]
    found = spoken_of(scene, clause) if heads in (["it"], ["which"], ["that"]) else None
    return found if found is not None and clause.sentence - found.sentence <= 1 else None


def is_instrument(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase names a text that binds those who made it; *rules* does, *rule* does not."""
    head = scene.parsed.words[phrase.head].text.lower()
    return phrase.lemma.lower() in scene.cues.instruments or head in scene.cues.instruments


def spoken_of(scene: Scene, clause: Clause) -> Phrase | None:
    """The treaty last spoken of before the clause, at most two sentences ago: what *an attack obliges* rests on."""
    before = [
        phrase
        for phrase in scene.parsed.phrases
        if phrase.start < clause.trigger_start
        and clause.sentence - phrase.sentence <= 2
        and phrase.lemma.lower() in scene.cues.instruments
    ]
    return before[-1] if before else None


def under_before(scene: Scene, clause: Clause) -> Phrase | None:
    """The text under which the sentence before says that something is owed: what goes on with *they must …* is too."""
    before = [one for one in scene.parsed.clauses if one.sentence == clause.sentence - 1]
    roles = (role for one in before for role in one.all_roles("complement") if role.preposition in BINDING)
    phrases = (scene.parsed.phrases[role.phrase] for role in roles if role.phrase is not None)
    return next((phrase for phrase in phrases if is_instrument(scene, phrase)), None)


def bearers_of(scene: Scene, cue: Cue, clause: Clause, instrument: Phrase | None) -> Actors:
    """Who is bound, by what the cue says of it."""
    if cue.bearer == "speaker":
        report = scene.report_of(clause)
        return report.speakers if report is not None else ()
    if cue.bearer == "object":
        return _obliged(scene, clause, instrument)
    name: RoleName = "object" if clause.voice == "passive" and clause.kind == "verb" else "subject"
    by_text = _by_treaty(scene, instrument, scene.phrases(clause, name))
    if by_text:
        return by_text
    # *Russia's pact with North Korea commits both*: the pact is none of those it binds
    found = _all(scene, clause, (one for one in scene.phrases(clause, name) if scene.treaty_of(one) is None))
    if cue.itself and not found and clause.voice == "passive" and cue.kind == "threat":
        report = scene.report_of(clause)  # *any attempt would be considered an act of war, Turkey said*
        return report.speakers if report is not None else ()
    if clause.kind == "noun" and not found:
        found = _owner(scene, clause)
    if _known(found) or _is_first_person(scene, clause, name):
        return found
    inner = (scene.phrases(content, "subject") for content in scene.contents(clause) if content.finite)
    told = _all(scene, clause, next(inner, iter(())))
    if _known(told):
        return told
    if instrument is not None:
        return parties_of(scene.parsed, scene.cast, instrument, scene.events)
    return (
        _led_by(scene, clause, name)
        or _of_sentence(scene, clause)
        or _capital(scene, found)
        or _of_sentence_before(scene, clause, name)
        or found
    )


def _of_sentence_before(scene: Scene, clause: Clause, name: RoleName) -> Actors:
    """*India told Canada to go. It threatened to …*: a pronoun or *the group* that is nobody yet is its subject."""
    bound = list(scene.phrases(clause, name))
    if len(bound) != 1 or not _takes_up(scene, bound[0]):
        return ()
    roots = (one for one in scene.parsed.clauses if one.sentence == clause.sentence - 1 and one.relation == "root")
    subjects = (_all(scene, root, scene.phrases(root, "subject")) for root in roots)
    found = next((subject for subject in subjects if _known(subject)), ())
    several = scene.parsed.words[bound[0].head].text.lower() == "they"
    return found if several or len(_once(found)) == 1 else ()


def _takes_up(scene: Scene, phrase: Phrase) -> bool:
    if phrase.kind == "pronoun":
        return scene.parsed.words[phrase.head].text.lower() in THIRD_PERSON
    return phrase.determiner == "the" and phrase.lemma in scene.cues.bodies


def _capital(scene: Scene, found: Actors) -> Actors:
    """*Oslo's offer*: a town that nobody speaks for elsewhere stands for its state, where it binds itself."""
    if len(found) != 1:
        return ()
    country = country_of_name(found[0].mention.words)
    return (scene.cast.of_place(found[0].mention, country),) if country else ()


def _led_by(scene: Scene, clause: Clause, name: RoleName) -> Actors:
    """*donors led by Germany*: whoever else it is, Germany is."""
    bound = {phrase.index for phrase in scene.phrases(clause, name)}
    for inner in scene.parsed.clauses:
        if inner.host in bound and inner.lemma in LEADING:
            led = _all(scene, inner, scene.phrases(inner, "subject"))
            if _known(led):
                return led
    return ()


def _of_sentence(scene: Scene, clause: Clause) -> Actors:
    """*The Council demanded that they leave, warning that …*: whoever the sentence is about, where the parser errs."""
    if not scene.is_trailing(clause):
        return ()
    options = (_all(scene, above, scene.phrases(above, "subject")) for above in scene.parsed.ancestors(clause))
    return next((option for option in options if _known(option)), ())


def _is_first_person(scene: Scene, clause: Clause, name: RoleName) -> bool:
    """*we have proposed …, and Moscow …*: a speaker whom nobody knows is not the next one named."""
    heads = (scene.parsed.words[phrase.head] for phrase in scene.phrases(clause, name))
    return any(word.text.lower() in ("i", "we") for word in heads)


def _obliged(scene: Scene, clause: Clause, instrument: Phrase | None) -> Actors:
    """Those named as obliged; for *the two allies*, *each party*, *the others* the parties of the text."""
    named = [phrase for content in scene.contents(clause) for phrase in scene.phrases(content, "subject")]
    by_text = _by_treaty(scene, instrument, (*scene.phrases(clause, "object", "recipient"), *named))
    if by_text:
        return by_text
    found = _all(scene, clause, scene.phrases(clause, "object", "recipient"))
    if not _known(found):
        inner = (scene.phrases(content, "subject") for content in scene.contents(clause))
        found = next((who for who in (_all(scene, clause, subject) for subject in inner) if _known(who)), ())
    if _known(found):
        return found
    found = _capital(scene, found)
    if found or instrument is None:
        return found
    report = scene.report_of(clause)
    speakers = report.speakers if report is not None and len(report.speakers) > 1 else ()
    return parties_of(scene.parsed, scene.cast, instrument, scene.events) or _once(speakers)


def _by_treaty(scene: Scene, instrument: Phrase | None, bound: Iterable[Phrase]) -> Actors:
    """*the two allies*, *both countries*: the parties of a known treaty on the article's day, where they are few.

    Of a treaty that is not in force yet, all its parties.
    """
    key = scene.treaty_of(instrument)
    phrase = next((one for one in bound if scene.cues.wordings["parties"].match(scene.mention(one).words)), None)
    if key is None or phrase is None:
        return ()
    treaty = TreatyLibrary.shipped().treaty(key)
    states = treaty.parties_on(scene.document.published or treaty.start) or treaty.parties
    if len(states) > FEW:
        return ()
    library, words = scene.cast.library, scene.mention(phrase)
    known = (library.actor(state, on=scene.document.published) for state in sorted(states))
    return tuple(
        ActorMention(mention=words, actor=actor, name=actor.label or actor.id, rule=f"party of {key}")
        for actor in known
    )


def _owner(scene: Scene, clause: Clause) -> Actors:
    """Whose promise it is: its possessor, else the subject of the verb that it depends on."""
    if clause.phrase is not None:
        owner = scene.cast.owner_of(scene.parsed.phrases[clause.phrase])
        if _known(owner):
            return owner
    if clause.parent is None:
        return ()
    above = scene.parsed.clauses[clause.parent]
    return _all(scene, above, scene.phrases(above, "subject"))


def _all(scene: Scene, clause: Clause, phrases: Iterable[Phrase]) -> Actors:
    return tuple(actor for phrase in phrases for actor in scene.who(clause, phrase))


def _known(actors: Actors) -> bool:
    return any(actor.code for actor in actors)


def against_of(
    scene: Scene,
    clause: Clause,
    bearers: Actors,
    *,
    condition: Condition | None,
    action: Action | None,
    threat: bool,
    answers: bool = False,
) -> Actors:
    """Whom it is against: those warned, whose doing it answers, or to whose cost it would be done; not one's own side.

    Of what is no threat only a hostile act or an opposing verb (*will resist …*) is against somebody, and what answers
    another's doing, unless that is good will (`answers`: *would turn to the Council if Caracas acted*).
    """
    contents = scene.contents(clause)
    options: list[Actors] = []
    if threat:
        options.append(_all(scene, clause, scene.phrases(clause, "recipient", "object")))
    if action is not None and action.event is not None and action.is_hostile:
        options.append(action.event.recipients)
    if threat:
        options += _doers(scene, condition)
    options += [
        _with_owner(scene, inner, phrase)
        for inner in (clause, *contents)
        if threat or inner.lemma in scene.cues.opposing
        for phrase in scene.phrases(inner, "object", "recipient", "complement", "attribute")
    ]
    if answers and not threat:
        options += _doers(scene, condition)
    if threat:
        options += [_all(scene, inner, scene.phrases(inner, "subject")) for inner in (clause, *contents)]
        report = scene.report_of(clause)
        options.append(report.addressees if report is not None else ())
        options.append(_already_hit(scene, clause))
    return next((others for others in (_others(option, bearers) for option in options) if others), ())


def _already_hit(scene: Scene, clause: Clause) -> Actors:
    """*imposed sanctions on Niamey and threatened to use force*: whom the act that it is joined to was done to."""
    if clause.relation != "conjunct" or clause.parent is None:
        return ()
    event = scene.event_of.get(scene.parsed.clauses[clause.parent].trigger_start)
    return event.recipients if event is not None else ()


def _doers(scene: Scene, condition: Condition | None) -> list[Actors]:
    if condition is None:
        return []
    found = [event.actors for event in scene.events if condition.words.covers(event.trigger)]
    if condition.clause is not None:
        found.append(_all(scene, condition.clause, scene.phrases(condition.clause, "subject")))
    return found


def _with_owner(scene: Scene, clause: Clause, phrase: Phrase) -> Actors:
    """The phrase's actors, whose thing it is, and what hangs on it: *gas deliveries to Tajikistan*."""
    hanging = [scene.parsed.phrases[attachment.phrase] for attachment in phrase.attachments]
    return (
        *scene.who(clause, phrase),
        *scene.cast.owner_of(phrase),
        *_all(scene, clause, hanging),
    )


def _others(actors: Actors, bearers: Actors) -> Actors:
    """The known states and bodies that are not those bound."""
    return tuple(who for who in actors if who.code and not same_side((who,), bearers) and country(who) is not None)


def beneficiaries_of(scene: Scene, clause: Clause, bearers: Actors, *, action: Action | None) -> Actors:
    """To whose good: whom the act is done to or for, else to whom it is promised."""
    if action is not None and action.is_hostile:
        return ()
    contents = [clause, *scene.contents(clause)]
    event = action.event if action is not None else None
    options: list[Actors] = [event.recipients if event is not None else ()]
    if event is not None:
        inner = next((one for one in contents if one.trigger_start == event.trigger.start), None)
        options += [_all(scene, inner, scene.phrases(inner, "recipient", "object", "complement"))] if inner else []
    for inner in contents[1:] or contents:
        options += [_with_owner(scene, inner, p) for p in scene.phrases(inner, "recipient", "object")]
    options.append(_all(scene, clause, scene.phrases(clause, "recipient", "object")))
    for inner in contents:
        going = (r for r in inner.all_roles("complement") if r.preposition in GOING and r.phrase is not None)
        options += [_with_owner(scene, inner, scene.parsed.phrases[r.phrase]) for r in going if r.phrase is not None]
    return next((others for others in (_others(option, bearers) for option in options) if others), ())


def parties_of(parsed: Parsed, cast: Cast, instrument: Phrase, events: tuple[Event, ...]) -> Actors:
    """The parties that its phrase names, else those of another mention of the same noun, else its signers.

    Each country stands once. Empty where the article names fewer than two.
    """
    same = [
        phrase for phrase in parsed.phrases if phrase.lemma == instrument.lemma and phrase.index <= instrument.index
    ]
    later = [
        phrase for phrase in parsed.phrases if phrase.lemma == instrument.lemma and phrase.index > instrument.index
    ]
    for phrase in (*reversed(same), *later):
        named = _named(parsed, cast, phrase)
        if len(named) > 1:
            return named
    signers = [event for event in events if event.type == "SUPPORT" and "sign" in event.trigger.words.lower()]
    return next((_once(event.actors) for event in signers if len(_once(event.actors)) > 1), ())


def _named(parsed: Parsed, cast: Cast, phrase: Phrase) -> Actors:
    found = list(cast.owner_of(phrase))
    for attachment in phrase.attachments:
        if attachment.preposition in PARTY_PREPOSITIONS:
            found += cast.of(parsed.phrases[attachment.phrase])
    return _once(tuple(found))


def _once(actors: Actors) -> Actors:
    """One mention a country or body, in the order of the text."""
    unique: dict[str, ActorMention] = {}
    for mention in actors:
        if mention.actor is not None and mention.code is not None:
            unique.setdefault(mention.actor.country or mention.code, mention)
    return tuple(unique.values())
