"""Who acts and on whom: the roles that a sense names, filled from the clause and from what is around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.actors import PLACE_RULE, Cast
from dragoman.events.lexicon import SOMEBODY, Lexicon
from dragoman.events.matching import Match, Matcher
from dragoman.language import Clause, Parsed, Phrase
from dragoman.places import country_of_name
from dragoman.records import ActorMention, PlaceMention

NOBODY: tuple[ActorMention, ...] = ()
#: where the one who acts stands besides the named role, for a noun: *the attack by*, *a call from*
AGENT_SLOTS = ("by", "from")
#: classes of classes.toml: what speaks for its author, and verbs whose subject does not do what their object names
DOCUMENTS = "documents"
BYSTANDERS = "bystanders"
#: class of classes.toml: what somebody has made for others to take up or refuse
PROPOSALS = "proposals"
#: types that are not done to a place
UNPLACED = frozenset({"ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
#: types that are about things as much as about people (*ratified the treaty*, *denied the accusations*)
OPINIONS = frozenset({"SUPPORT", "REJECT", "PROTEST"})
#: types that judge what somebody did: whom that was done to is not judged (*condemned the attack on Paris*)
JUDGING = frozenset({"ACCUSE", "SUPPORT"})
#: classes of what is sent and massed
FORCES = ("troops", "police", "weapons")
#: types that end or take back something of the actor's own
ENDING = frozenset({"SANCTION", "RETREAT", "CONCEDE", "REJECT"})
#: classes whose words force may be used on, and the types that are force
THINGS = ("territory", "buildings", "assets")
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
#: pronouns of subjects that may stand for who speaks
THIRD_PERSON = frozenset({"it", "he", "she", "they"})
#: the role of the one who says what the clause says (*said that the rebels were responsible*)
SPEAKER = "speaker"
#: slots whose words, where they name nobody, are still what the act is done to
THINGS_IN = frozenset({"object", "recipient", "content", "on", "against", "to", "of"})
#: how a recipient is told that is nobody; such take no part in what several do together
THING_RULE = "thing acted on"
#: how many clauses inside one another are searched for the other side (*refused to agree to let them …*)
DEEPEST = 3
#: prepositions behind which people have their countries
HOME = frozenset({"of", "from", "in"})
#: prepositions that say where a thing is that is acted on
LOCATING = frozenset({"in", "at", "near", "outside", "inside", "on", "off", "across", "around", "north", "south"})
#: kinds of named entities that are measures and times, not things that can be acted on
MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
#: those that take no part in an event though they have names
UNNAMED = MEASURES | {"LAW", "EVENT", "WORK_OF_ART", "LANGUAGE"}
#: what several make together, besides treaties and relations
UNIONS = frozenset({"union", "federation", "coalition", "bloc", "pact", "project", "programme", "program"})
#: prepositions behind which others stand who act too
BESIDE = ("together with", "along with", "alongside", "jointly with", "in concert with", "in coordination with")
#: verbs whose object does what the subject does
JOINING = frozenset({"join"})
#: roles and prepositions tried, in this order, when an entry's own slots found nobody
REST = (
    "object", "recipient", "against", "to", "toward", "towards", "on", "with", "at", "for", "from", "in", "opposite",
    "near", "along", "around", "facing", "over", "of",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Participants:
    """Both sides of an event."""

    actors: tuple[ActorMention, ...] = ()
    recipients: tuple[ActorMention, ...] = ()


class Casting:
    """Fills the roles of matched clauses; what an event inside another contributes is asked of the same casting."""

    def __init__(
        self, parsed: Parsed, cast: Cast, lexicon: Lexicon, matcher: Matcher, places: tuple[PlaceMention, ...] = ()
    ) -> None:
        self.parsed = parsed
        self.places = places
        self.cast = cast
        self.lexicon = lexicon
        self.matcher = matcher
        self._found: dict[int, Participants] = {}

    def participants(self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...] = ()) -> Participants:
        """Actors and recipients of the clause in that sense; `speakers` are *I* and *we*."""
        if clause.index not in self._found:
            self._found[clause.index] = Participants()  # an event inside itself contributes nobody
            self._found[clause.index] = self._cast(clause, match, speakers)
        return self._found[clause.index]

    def _cast(self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...]) -> Participants:
        row = match.sense.row
        actors = self._actors(clause, row.actor, speakers) or self._whose_it_was(clause, match, speakers)
        recipients = self._recipients(clause, match, speakers, actors)
        if self._is_joint(clause, match, actors, recipients):
            return Participants(actors=_distinct(actors))
        if row.reciprocal or self._is_mutual(clause, match, recipients):
            others = tuple(who for who in recipients if who.rule not in (PLACE_RULE, THING_RULE))
            if "@plural" in row.subject:  # enough of them act; who else is named is not one of them unless *with* them
                named = tuple(
                    who for slot in row.recipient or () for who in self._in_slot(clause, slot, match, speakers)
                )
                recipients, others = _without(others, named), tuple(who for who in others if who in named)
            else:
                recipients = NOBODY
            if len(actors) > 1 and match.sense.row.mode != "visit":
                others = tuple(who for who in others if who in self._in_slot(clause, "with", match, speakers))
            together = _distinct((*actors, *others))
            if len(together) == 1:
                together = _distinct((*self._present(clause, speakers), *together))
            left = _without(_distinct(recipients), together) if len(together) < 2 else NOBODY
            return Participants(actors=together, recipients=left)
        return Participants(actors=_distinct(actors), recipients=_without(_distinct(recipients), actors))

    def _is_joint(
        self, clause: Clause, match: Match, actors: tuple[ActorMention, ...], recipients: tuple[ActorMention, ...]
    ) -> bool:
        """*A and B failed to reach a deal*, *plan to cooperate*: what several do together is done to no other."""
        inner = self.matcher.content(clause)
        joint = self.matcher.match(inner) if inner is not None else None
        if len(actors) < 2 or joint is None or not joint.sense.row.reciprocal:
            return False
        return not _is_known(recipients) or not any(True for _ in self.matcher.phrases(inner or clause, "with"))

    def _is_mutual(self, clause: Clause, match: Match, recipients: tuple[ActorMention, ...]) -> bool:
        between = any(True for _ in self.matcher.phrases(clause, "between"))
        return between and match.sense.type in ("CONSULT", "COOPERATE", "ASSAULT", "AGREE", "SUPPORT")

    # ---------------------------------------------------------------- who acts

    def _actors(self, clause: Clause, slot: str, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        if slot == SPEAKER:
            return speakers or tuple(
                who for one in self.matcher.phrases(clause, "from") for who in self._who(one, NOBODY)
            )
        for phrase in self._actor_phrases(clause, slot):
            found = (
                self._homes(phrase) or self._who(phrase, speakers) or self._same_as_speaker(clause, phrase, speakers)
            )
            found = found or self._of_happening(clause, phrase, speakers)
            found = found or self._author(phrase, speakers) or self._unresolved(clause, phrase)
            found = (*found, *self._unknown_members(clause, phrase, found))
            if found:
                return (*found, *self._joined(clause, phrase, speakers))
        if slot != "subject":
            return self._behind_noun(clause, slot, speakers) if slot in AGENT_SLOTS else NOBODY
        if clause.voice == "passive":
            return self._behind_noun(clause, "by", speakers) or self._in_act(clause, speakers)
        return self._owner_of_noun(clause) or self._doer_of_noun(clause, speakers)

    def _behind_noun(self, clause: Clause, slot: str, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*is under investigation by Chad*, *was refused entry by Chad*: who stands behind what the verb takes."""
        for role in clause.roles:
            if role.phrase is None or role.name == "subject":
                continue
            for attachment in self.parsed.phrases[role.phrase].attachments:
                if attachment.preposition == slot:
                    found = self._who(self.parsed.phrases[attachment.phrase], speakers)
                    if found:
                        return found
        return NOBODY

    def _in_act(self, clause: Clause, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*were killed in a Norwegian attack*: who does what it was done in."""
        for slot in ("in", "during"):
            for phrase in self.matcher.phrases(clause, slot):
                inner = self._event_of(phrase)
                match = self.matcher.match(inner) if inner is not None and inner.index != clause.index else None
                if inner is not None and match is not None and match.sense.type in FORCE:
                    return self.participants(inner, match, speakers).actors
        return NOBODY

    def _whose_it_was(
        self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """*Dutch aid to Kigali was frozen*: who ends what is his own, where nobody else is named."""
        if clause.voice != "passive":
            return NOBODY
        for phrase in self.matcher.phrases(clause, "object"):
            if self._is_sent(match, phrase):
                return self._who(phrase, speakers)
            if match.sense.type not in ENDING:
                continue
            inner = self._event_of(phrase)
            if inner is not None and self.matcher.match(inner) is not None:
                return self._owner_of_noun(inner)
        return NOBODY

    def _is_sent(self, match: Match, phrase: Phrase) -> bool:
        """Whether the phrase names the forces that somebody moves: they are his, and nothing is done to them."""
        return match.sense.type == "MOBILIZE" and any(phrase.lemma in self.lexicon.classes[name] for name in FORCES)

    def _homes(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*Officials of Chile and Bolivia conferred*: people of several countries act for each of them."""
        if phrase.number != "plural" or len(phrase.members) > 1:
            return NOBODY
        for attachment in phrase.attachments:
            homes = self.parsed.phrases[attachment.phrase]
            if attachment.preposition in HOME and len(homes.members) > 1:
                found = self.cast.of(homes)
                if len(found) > max(1, len(self.cast.of(phrase))):
                    return found
        return NOBODY

    def _present(self, clause: Clause, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*In a call with X, Y promised help*: who does something in a meeting takes part in it."""
        above = self.parsed.clauses[clause.parent] if clause.parent is not None else None
        if above is None or clause.kind != "noun":
            return NOBODY
        inside = any(
            role.phrase == clause.phrase for name in ("in", "during") for role in above.all_roles("complement", name)
        )
        subjects = self.matcher.phrases(above, "subject") if inside else ()
        return tuple(who for phrase in subjects for who in self._who(phrase, speakers))

    def _owner_of_noun(self, clause: Clause) -> tuple[ActorMention, ...]:
        """*Russian shelling*: whose act the noun is by the word before it."""
        owned = any(role.filled_by in ("adjective", "possessive") for role in clause.all_roles("subject"))
        return self.cast.owner_of(self.parsed.phrases[clause.phrase]) if owned and clause.phrase is not None else NOBODY

    def _same_as_speaker(
        self, clause: Clause, phrase: Phrase, speakers: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """*The army said it had opened an inquiry*: a pronoun that nothing else takes up is who says so."""
        is_said = clause.relation in ("content", "conjunct") and clause.quotation is None
        if phrase.kind != "pronoun" or not is_said or self.parsed.words[phrase.head].text.lower() not in THIRD_PERSON:
            return NOBODY
        words = self.parsed.mention(phrase.core_start, phrase.core_end)
        return tuple(replace(who, mention=words, rule="pronoun in what its speaker says") for who in speakers)

    def _unknown_members(
        self, clause: Clause, phrase: Phrase, known: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """Those of a coordination whom nobody knows, beside those who are known."""
        if not known or len(phrase.members) < 2:
            return NOBODY
        told = [who.mention for who in known]
        others = (
            member
            for member in self.parsed.members(phrase)
            if not any(words.start < member.core_end and member.core_start < words.end for words in told)
        )
        return tuple(who for other in others for who in self._unresolved(clause, other))

    def _of_happening(
        self, clause: Clause, phrase: Phrase, speakers: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """Whose act the subject names: *air strikes by the regime hit the town*."""
        inner = self._event_of(phrase)
        match = self.matcher.match(inner) if inner is not None and inner.index != clause.index else None
        if inner is None or match is None or match.sense.type not in self.lexicon.types:
            return NOBODY
        return self.participants(inner, match, speakers).actors

    def _author(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """Whose doing a thing is (*the move by Chad bars …*), or who speaks in a document (*a letter from Rome*)."""
        is_document = phrase.lemma in self.lexicon.classes[DOCUMENTS]
        for attachment in phrase.attachments:
            if attachment.preposition in (AGENT_SLOTS if is_document else ("by",)):
                found = self._who(self.parsed.phrases[attachment.phrase], speakers)
                if found:
                    return found
        return self._subject_over(phrase, speakers) if is_document else self._launched_by(phrase, speakers)

    def _launched_by(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*A missile fired from Chad*, *the rebels backed by Chad*: who did what a participle says of the phrase."""
        for clause in self.parsed.clauses:
            if clause.host == phrase.index and clause.voice == "passive" and clause.kind == "verb":
                for slot in ("subject", *AGENT_SLOTS):
                    for one in self.matcher.phrases(clause, slot):
                        found = self._who(one, speakers) if one.index != phrase.index else NOBODY
                        if found:
                            return found
        return NOBODY

    def _subject_over(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """The subject of the verb whose object the phrase is."""
        for clause in self.parsed.clauses_around(phrase.core_start, phrase.core_end):
            objects = (self.parsed.phrases[r.phrase] for r in clause.all_roles("object") if r.phrase is not None)
            if clause.kind == "verb" and any(phrase.index in (one.index, *one.members) for one in objects):
                subjects = self.matcher.phrases(clause, "subject")
                return next((found for one in subjects if (found := self._who(one, speakers))), NOBODY)
        return NOBODY

    def _doer_of_noun(self, clause: Clause, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """Who does what a noun names without saying whose: the subject of the verb (*announced a suspension of aid*).

        Not where the verb is an event itself, or one of undergoing and telling (*survived the attack*).
        """
        above = self.parsed.clauses[clause.parent] if clause.parent is not None else None
        if clause.kind != "noun" or clause.phrase is None or above is None or above.kind != "verb":
            return NOBODY
        if above.lemma in self.lexicon.classes[BYSTANDERS] or self.matcher.match(above) is not None:
            return NOBODY
        return self._subject_over(self.parsed.phrases[clause.phrase], speakers)

    def _unresolved(self, clause: Clause, phrase: Phrase) -> tuple[ActorMention, ...]:
        """The words of a subject that nobody knows; things that happen and times are no actors."""
        if clause.kind != "verb" or phrase.kind == "pronoun" or self._is_happening(phrase):
            return NOBODY
        return NOBODY if phrase.entity in MEASURES - {"CARDINAL"} else self._open(phrase)

    def _open(self, phrase: Phrase, *, rule: str = "unresolved") -> tuple[ActorMention, ...]:
        words = self.parsed.mention(phrase.core_start, phrase.core_end)
        return (ActorMention(mention=words, actor=None, name=words.words, rule=rule),)

    def _joined(self, clause: Clause, subject: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*A joined B in condemning D*, *A, together with B, condemned D*: B does it too."""
        beside = (one for slot in BESIDE for one in self.matcher.phrases(clause, slot))
        found = tuple(who for one in beside for who in self._who(one, speakers))
        if found:
            return found
        for above in self.parsed.ancestors(clause):
            if all(role.phrase != subject.index for role in above.all_roles("subject")):
                return NOBODY
            if above.lemma in JOINING:
                return tuple(
                    who for phrase in self.matcher.phrases(above, "object") for who in self._who(phrase, speakers)
                )
        return NOBODY

    def _actor_phrases(self, clause: Clause, slot: str) -> Iterator[Phrase]:
        yield from self.matcher.phrases(clause, slot)
        if slot != "subject":
            yield from (
                one for other in AGENT_SLOTS if slot in AGENT_SLOTS for one in self.matcher.phrases(clause, other)
            )
            return
        if clause.kind == "noun":
            for agent in AGENT_SLOTS:
                yield from self.matcher.phrases(clause, agent)
            yield from self.matcher.phrases(clause, "between")

    # ---------------------------------------------------------------- on whom

    def _recipients(
        self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """Whom the act is done to, in the order of `_in_order`: the first that leaves somebody besides the actors."""
        row, event_type = match.sense.row, self.lexicon.types[match.sense.type]
        given = row.recipient if row.recipient is not None else event_type.recipient
        if not given:
            return NOBODY
        given = tuple(slot for slot in given if slot != row.actor)
        rest = tuple(slot for slot in REST if slot not in (*given, row.actor))
        if self._judges(clause, match):
            given, rest = ("object",), ()
        for found in self._in_order(clause, match, speakers, actors, given, rest):
            left = _without_own(found, actors)
            if left:
                if _is_known(left):
                    return left
                origin = _without_own(self._coming_from(clause, match), actors)
                return origin or (*left, *self._where_done(clause, match, (*given, *rest), left))
        return NOBODY

    def _coming_from(self, clause: Clause, match: Match) -> tuple[ActorMention, ...]:
        """*killed soldiers from Chad*: whose people or things the object is by what the parser hangs on the verb."""
        for phrase in self.matcher.phrases(clause, "object") if "from" not in (match.sense.row.recipient or ()) else ():
            for origin in self.matcher.phrases(clause, "from"):
                if self.parsed.text[phrase.core_end : origin.core_start].strip() == "from":
                    found = self.cast.of(origin)
                    return tuple(
                        replace(who, mention=self.parsed.mention(phrase.core_start, who.mention.end)) for who in found
                    )
        return NOBODY

    def _where_done(
        self, clause: Clause, match: Match, slots: tuple[str, ...], found: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """Beside people and things that nobody knows, the place where they are (*families in Mali*)."""
        if match.sense.type in UNPLACED:
            return NOBODY
        places = (self._place_in(clause, slot) for slot in (*slots, "content"))
        words = {who.mention for who in found}
        return next((place for place in places if place and place[0].mention not in words), NOBODY)

    def _in_order(
        self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...],
        given: tuple[str, ...], rest: tuple[str, ...],
    ) -> Iterator[tuple[ActorMention, ...]]:  # fmt: skip
        """Who may be the recipient, the surest first.

        Who is resolved in the slots of the sense, or open there (people and names); the same in any other slot and
        in the clause inside; somebody named further inside those words; a place; at last the thing itself.
        """
        if match.sense.row.actor not in AGENT_SLOTS:
            yield self._makers(clause, actors)
        for slot in given:
            yield self._there(clause, match, slot, self._in_slot(clause, slot, match, speakers))
        if self._judges(clause, match):
            for phrase in self.matcher.phrases(clause, "object"):
                inner = self._event_of(phrase)
                shared = inner is not None and self._is_reciprocal(inner)
                yield self._parties(inner, speakers, actors) if inner is not None and shared else NOBODY
            yield from (self._thing_in(clause, match, slot, own=own) for own in (False, True) for slot in given)
            return
        yield from (self._open_in(clause, match, slot, actors) for slot in given)
        for slot in rest:
            if not self._is_told(clause, slot, match):
                yield self._there(clause, match, slot, self._in_slot(clause, slot, match, speakers))
        yield self._inner_parties(clause, speakers, actors)
        others = tuple(slot for slot in rest if not self._is_told(clause, slot, match))
        yield from (self._open_in(clause, match, slot, actors) for slot in others)
        yield from (self._within(clause, slot, actors) for slot in (*given, *rest, "content"))
        if match.sense.type not in UNPLACED:
            yield from (self._place_in(clause, slot) for slot in (*given, *rest, "content"))
        yield self._open_in(clause, match, "content", actors)
        for own in (False, True):
            yield from (
                self._thing_in(clause, match, slot, own=own) for slot in (*given, "content") if slot in THINGS_IN
            )

    def _makers(self, clause: Clause, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*turned down an offer by the city*, *left the union with Mali*: whose it is that is refused, with whom."""
        for phrase in (one for slot in ("object", "from", "to") for one in self.matcher.phrases(clause, slot)):
            for preposition in self._makers_of(phrase):
                hanging = (self.parsed.phrases[a.phrase] for a in phrase.attachments if a.preposition == preposition)
                for maker in (*hanging, *(self.matcher.phrases(clause, "with") if preposition == "with" else ())):
                    found = _without(self._who(maker, NOBODY) or self._hanging_on(maker)[:1], actors)
                    if found or self._is_thing(maker):
                        return found or self._open(maker)
        return NOBODY

    def _is_reciprocal(self, clause: Clause) -> bool:
        match = self.matcher.match(clause)
        return match is not None and match.sense.row.reciprocal

    def _makers_of(self, phrase: Phrase) -> tuple[str, ...]:
        """The prepositions behind which those stand whose the phrase is: an offer *by*, a treaty *with* them."""
        classes = self.lexicon.classes
        if phrase.lemma in classes["treaty"] or phrase.lemma in classes["relations"] or phrase.lemma in UNIONS:
            return ("with",)
        return (*AGENT_SLOTS, "of") if phrase.lemma in classes[PROPOSALS] else ()

    def _there(
        self, clause: Clause, match: Match, slot: str, found: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """*struck the port in Yemen*: force that is used on a thing somewhere is used on that, and it is theirs."""
        if match.sense.type not in FORCE or slot not in LOCATING or not found:
            return found
        things = (one for one in self.matcher.phrases(clause, "object") if self._is_acted_on(match, "object", one))
        hit = next((phrase for phrase in things if phrase.kind != "pronoun" and not self._is_own(phrase)), None)
        return found if hit is None else self._in_words_of(hit, found[:1])

    def _is_acted_on(self, match: Match, slot: str, phrase: Phrase) -> bool:
        """Whether the phrase may be what the act is done to, though a constraint asked for it by its name."""
        return phrase.index not in match.used or (match.sense.row.recipient or ())[:1] == (slot,)

    def _judges(self, clause: Clause, match: Match) -> bool:
        """Whether the act judges what happened: whoever did that is meant, not those to whom it was done."""
        objects = self.matcher.phrases(clause, "object")
        happening = any(self._is_happening(phrase) and phrase.index not in match.used for phrase in objects)
        return match.sense.type in JUDGING and happening

    def _is_told(self, clause: Clause, slot: str, match: Match) -> bool:
        """Whether what stands in the slot met a constraint of the sense: *mobilised `troops`* is nobody's target."""
        return any(phrase.index in match.met for phrase in self.matcher.phrases(clause, slot))

    def _open_in(
        self, clause: Clause, match: Match, slot: str, actors: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """People, bodies and names in the slot that nobody knows, or who is named there; of force, things too."""
        if self._is_of_own(clause, slot):
            return NOBODY
        classes = (*SOMEBODY, *(THINGS if match.sense.type in FORCE else ()))
        together = slot == "with" and match.sense.row.reciprocal
        for phrase in self._own_phrases(clause, slot):
            is_open = self._is_open(phrase, classes) or (together and self._is_thing(phrase))
            is_open = is_open and not self._is_sent(match, phrase)
            if is_open and not self._is_own(phrase) and not self._who(phrase, NOBODY):
                there = _without(self._hanging_on(phrase), actors)
                return self._in_words_of(phrase, there[:1]) or tuple(map(self._as_place, self._open(phrase)))
        return NOBODY

    def _is_of_own(self, clause: Clause, slot: str) -> bool:
        """*its share of the Nile*: what something of one's own is of."""
        return slot == "of" and any(self._is_own(phrase) for phrase in self.matcher.phrases(clause, "object"))

    def _hanging_on(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """Who is named in the phrase itself or in what hangs on it by prepositions, not in its relative clauses."""
        found = self.cast.between(phrase.core_start, phrase.core_end)
        for attachment in phrase.attachments:
            found += self._hanging_on(self.parsed.phrases[attachment.phrase])
        return tuple(who for who in found if who.code is not None)

    def _is_open(self, phrase: Phrase, classes: tuple[str, ...]) -> bool:
        if phrase.kind == "pronoun" or self._event_of(phrase) is not None:
            return False
        named = phrase.kind == "name" and phrase.entity not in UNNAMED
        return named or any(phrase.lemma in self.lexicon.classes[name] for name in classes)

    def _is_thing(self, phrase: Phrase) -> bool:
        """Whether the phrase names neither a measure nor something that happens, and is no pronoun."""
        return phrase.kind != "pronoun" and phrase.entity not in MEASURES and self._event_of(phrase) is None

    def _within(self, clause: Clause, slot: str, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """The first actor named anywhere in the words of the slot: *reports that appeared in The Times*."""
        for phrase in self._own_phrases(clause, slot):
            found = _without(self._named_inside(phrase), actors)
            if found:
                return found[:1]
        return NOBODY

    def _named_inside(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        return tuple(who for who in self.cast.between(phrase.start, phrase.end) if who.actor is not None)

    def _place_in(self, clause: Clause, slot: str) -> tuple[ActorMention, ...]:
        """The place acted on: *imposed a curfew in the valley*; its country is the recipient where that is known."""
        for phrase in self._own_phrases(clause, slot):
            for place in self.places:
                if phrase.start <= place.mention.start and place.mention.end <= phrase.end:
                    return (self.cast.of_place(place.mention, place.country),)
        return NOBODY

    def _thing_in(self, clause: Clause, match: Match, slot: str, *, own: bool) -> tuple[ActorMention, ...]:
        """What the act is done to, in its words, where it is nobody: *rejected the referendum*; or what is its own."""
        if self._is_of_own(clause, slot):
            return NOBODY
        about = slot == "object" and match.sense.type in OPINIONS
        for phrase in self._own_phrases(clause, slot):
            known = self.cast.of(phrase) or phrase.kind == "pronoun" or phrase.entity in MEASURES
            meant = about or self._is_acted_on(match, slot, phrase)
            if not known and meant and own == self._is_own(phrase) and phrase.index not in self._carried(clause):
                return self._open(phrase, rule=THING_RULE)
        return NOBODY

    def _carried(self, clause: Clause) -> frozenset[int | None]:
        """The nouns of action that the verb only carries: *issued a condemnation* is done to no condemnation."""
        return frozenset(child.phrase for child in self.parsed.children(clause) if child.relation == "light")

    def _own_phrases(self, clause: Clause, slot: str) -> Iterator[Phrase]:
        """The phrases of the slot, of the clause inside for `content`."""
        if slot != "content":
            yield from self.matcher.phrases(clause, slot)
            return
        inner = self.matcher.content(clause)
        if inner is not None:
            subjects = {role.phrase for role in clause.all_roles("subject")}
            for role in inner.roles:
                if role.phrase is not None and role.phrase not in subjects:
                    yield self.parsed.phrases[role.phrase]

    def _in_slot(
        self, clause: Clause, slot: str, match: Match, speakers: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        if slot == "content":
            return self._inner_parties(clause, speakers, ())
        found: list[ActorMention] = []
        for phrase in self.matcher.phrases(clause, slot):
            if self._is_own(phrase):
                found += self._behind(phrase, speakers)
                break
            judged = match.sense.type in JUDGING
            used = not self._is_acted_on(match, slot, phrase)
            found += self._received(clause, phrase, speakers, used=used, judged=judged)
            if found:
                break
        return tuple(self._as_place(who) for who in found)

    def _is_own(self, phrase: Phrase) -> bool:
        """*its troops*, *their mission*: what the actors do with their own is not done to it."""
        owner = self.parsed.phrases[phrase.possessor] if phrase.possessor is not None else None
        return owner is not None and owner.kind == "pronoun" and phrase.lemma not in self.lexicon.classes["people"]

    def _as_place(self, who: ActorMention) -> ActorMention:
        """A name that nobody knows as somebody, but that names a place."""
        if who.code is not None or not who.rule.startswith(("unknown", "unresolved")):
            return who
        country = next((place.country for place in self.places if place.mention == who.mention), None)
        country = country or country_of_name(who.mention.words)
        return self.cast.of_place(who.mention, country) if country else who

    def _received(
        self, clause: Clause, phrase: Phrase, speakers: tuple[ActorMention, ...], *, used: bool, judged: bool
    ) -> tuple[ActorMention, ...]:
        """Whom the phrase names, whose thing it is, or the parties of the event that it names."""
        direct = NOBODY if used else self.cast.of(phrase, speakers=speakers)
        if direct:
            return self._in_full(phrase, direct)
        inner = self._event_of(phrase)
        if inner is not None and inner.index != clause.index:
            match = self.matcher.match(inner)
            if judged and match is not None and match.sense.type in self.lexicon.types:
                return self.participants(inner, match, speakers).actors
            found = self._parties(inner, speakers)
            if found:
                return found
        for member in self.parsed.members(phrase):
            owners = self.cast.owner_of(member)
            if owners:
                return self._in_words_of(member, owners)
        return self._behind(phrase, speakers, is_thing=not used and inner is None)

    def _in_words_of(self, phrase: Phrase, whose: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*Japanese tankers*, *a march in Conakry*: it is done to that, and it is theirs."""
        ends = [who.mention.end for who in whose if who.mention.end <= phrase.end]
        words = self.parsed.mention(phrase.core_start, max((phrase.core_end, *ends)))
        return tuple(replace(who, mention=words) for who in whose)

    def _behind(
        self, phrase: Phrase, speakers: tuple[ActorMention, ...], *, is_thing: bool = False
    ) -> tuple[ActorMention, ...]:
        """Whom a phrase that hangs on this one names: *weapons for Kyiv*; for what is acted on, where it is too."""
        for attachment in phrase.attachments:
            found = self.cast.of(self.parsed.phrases[attachment.phrase], speakers=speakers)
            if found:
                located = is_thing and attachment.preposition in LOCATING
                return self._in_words_of(phrase, found) if located else found
        return NOBODY

    def _inner_parties(
        self, clause: Clause, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """Who besides the actors takes part in the content, in its content in turn, or in what the act is for."""
        for _ in range(DEEPEST):
            inner = self.matcher.content(clause) or self._content_of_noun(clause) or self._purpose(clause)
            if inner is None:
                return NOBODY
            found = _foreign(self._parties(inner, speakers, actors), actors)
            if not found:
                found = self._conditional_parties(inner, speakers, actors)
            if found:
                return found
            clause = inner
        return NOBODY

    def _content_of_noun(self, clause: Clause) -> Clause | None:
        """*repeated its promise to help Mali*: what the noun is about that the verb carries."""
        nouns = (child for child in self.parsed.children(clause) if child.relation == "light")
        return next((inner for noun in nouns if (inner := self.matcher.content(noun)) is not None), None)

    def _purpose(self, clause: Clause) -> Clause | None:
        """*sent vans to help families*: the clause that says what for."""
        return next((child for child in self.parsed.children(clause) if child.relation == "purpose"), None)

    def _conditional_parties(
        self, inner: Clause, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """Whose act is the condition: *warned that it would strike if Israel attacked*."""
        for child in self.parsed.children(inner):
            if child.relation == "condition":
                found = _foreign(self._parties(child, speakers, actors), actors)
                if found:
                    return found
        return NOBODY

    def _parties(
        self, inner: Clause, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...] = ()
    ) -> tuple[ActorMention, ...]:
        """Those who act, else those acted on, in an event inside; the actors outside do not count."""
        match = self.matcher.match(inner)
        if match is not None and match.sense.type in self.lexicon.types:
            both = self.participants(inner, match, speakers)
            return _without_own(both.actors, actors) or _without(both.recipients, actors)
        for slot in ("subject", *REST):
            for phrase in self.matcher.phrases(inner, slot):
                found = _without(self._who(phrase, speakers) or self._behind(phrase, speakers), actors)
                if found:
                    return found
        return NOBODY

    def _is_happening(self, phrase: Phrase) -> bool:
        inner = self._event_of(phrase)
        match = self.matcher.match(inner) if inner is not None else None
        return match is not None and match.sense.type in self.lexicon.types

    def _event_of(self, phrase: Phrase) -> Clause | None:
        return self.parsed.clause_of_word(phrase.head)

    def _who(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """Who the phrase stands for; of each member whom nobody knows, whose it is (*Chinese builders and Chad*)."""
        found = self.cast.of(phrase, speakers=speakers) or tuple(
            who for index in phrase.apposition for who in self.cast.of(self.parsed.phrases[index], speakers=speakers)
        )
        if found and len(phrase.members) < 2:
            return self._in_full(phrase, found)
        whole: list[ActorMention] = list(self._in_full(phrase, found))
        for member in self.parsed.members(phrase):
            told = any(who.mention.start < member.core_end and member.core_start < who.mention.end for who in whole)
            if not told:
                whole += self._in_words_of(member, self.cast.owner_of(member))
        return tuple(sorted(whole, key=lambda who: who.mention.start))

    def _in_full(self, phrase: Phrase, found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*The ambassador of Ecuador* for *the ambassador*, who is known by his country."""
        members = {member.core_end: member for member in (phrase, *self.parsed.members(phrase))}
        if len(found) > 1 and len({who.mention for who in found}) == 1:
            return self._each_home(members.get(found[0].mention.end), found)
        return tuple(self._with_home(members.get(who.mention.end), who) for who in found)

    def _each_home(self, phrase: Phrase | None, found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*Officials of Chile and Bolivia* are two parties: *officials of Chile*, and those of *Bolivia*."""
        for attachment in phrase.attachments if phrase is not None else ():
            homes = tuple(self.parsed.members(self.parsed.phrases[attachment.phrase]))
            if phrase is not None and attachment.preposition in HOME and len(homes) == len(found):
                starts = (phrase.core_start, *(home.core_start for home in homes[1:]))
                spans = zip(starts, (home.core_end for home in homes), strict=True)
                words = (self.parsed.mention(start, end) for start, end in spans)
                return tuple(replace(who, mention=its) for who, its in zip(found, words, strict=True))
        return found

    def _with_home(self, phrase: Phrase | None, who: ActorMention) -> ActorMention:
        home = phrase.attachments[0] if phrase is not None and phrase.attachments else None
        if phrase is None or home is None or who.mention.start < phrase.core_start:
            return who
        if phrase.kind == "name" and self.parsed.phrases[home.phrase].kind != "name":
            return who
        if home.preposition != "of" and (phrase.kind == "name" or home.preposition not in (*HOME, *LOCATING)):
            return who
        words = self.parsed.mention(who.mention.start, self.parsed.phrases[home.phrase].core_end)
        return replace(who, mention=words)


def _is_known(mentions: tuple[ActorMention, ...]) -> bool:
    return any(who.code is not None for who in mentions)


def _distinct(mentions: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Each actor once, by who it is; unresolved ones by their name."""
    seen: dict[str, ActorMention] = {}
    for mention in mentions:
        seen.setdefault(_identity(mention), mention)
    return tuple(seen.values())


def _without(mentions: tuple[ActorMention, ...], others: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    theirs = {_identity(other) for other in others}
    return tuple(mention for mention in mentions if _identity(mention) not in theirs)


def _foreign(mentions: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Without those of the actors' own country: a ministry does not warn its own capital."""
    homes = {who.actor.country for who in actors if who.actor is not None and who.actor.country}
    return tuple(who for who in mentions if who.actor is None or who.actor.country not in homes)


def _without_own(mentions: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Without the actors, and without the body for which one of them acts (*the U.N.* beside its secretary-general)."""
    bodies = {who.code[:6] for who in actors if who.code is not None and who.code.startswith("IGO")}
    left = _without(mentions, actors)
    return tuple(who for who in left if who.code is None or who.code[:6] not in bodies)


def _identity(mention: ActorMention) -> str:
    return mention.actor.id if mention.actor is not None else mention.name.lower()
