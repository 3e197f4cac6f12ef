"""Who acts: in the role that a sense names, and in all that stands for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.events.matching import Match
from dragoman.events.naming import HOME, MEASURES, NOBODY, Naming, is_known
from dragoman.events.schema import SPEAKER
from dragoman.language import Clause, Phrase
from dragoman.records import ActorMention

#: where the one who acts stands besides the named role, for a noun: *the attack by*, *a call from*
AGENT_SLOTS = ("by", "from")
#: classes of classes.toml: what speaks for its author, and verbs whose subject does not do what their object names
DOCUMENTS = "documents"
BYSTANDERS = "bystanders"
#: types that end or take back something of the actor's own
ENDING = frozenset({"SANCTION", "RETREAT", "CONCEDE", "REJECT"})
#: sectors of bodies in which things are decided
DECIDING = frozenset({"LEG", "JUD"})
#: types that are force
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
#: prepositions before the money and the help with which something is done
MEANS = ("under", "with", "through", "thanks to", "using")
#: houses, besides missions, in which people are helped by those whose they are
HOUSES = frozenset({"hospital", "clinic", "camp", "monastery", "convent", "church", "mosque", "hospital ship"})
#: types whose things change hands, and the classes of such things
GIVING = frozenset({"AID", "COOPERATE"})
GIFTS = ("aid", "money", "goods", "weapons", "peacekeepers", "commodities")
#: the type of meetings and visits, and prepositions behind which they are told with what their guests do
MEETING = "CONSULT"
MEANWHILE = frozenset({"after", "during", "following", "before", "at", "in", "on", "ahead of", "amid"})
#: pronouns of subjects that may stand for who speaks
THIRD_PERSON = frozenset({"it", "he", "she", "they"})
#: prepositions behind which others stand who act too
BESIDE = ("together with", "along with", "alongside", "jointly with", "in concert with", "in coordination with")
#: markers of what the subject of a clause further up does too
CIRCUMSTANCES = frozenset({"after", "before", "while", "since", "by", "without", "despite"})
#: verbs that say what somebody is, or to whom he belongs
BEING = frozenset({"be", "become", "remain"})
#: participles that say for whom somebody acts, and the prepositions behind which that one stands
BOUND_TO = {
    "work": ("for", "on behalf of"), "act": ("for", "on behalf of"), "fight": ("for",), "spy": ("for",),
    "link": ("to", "with"), "tie": ("to",), "connect": ("to",), "affiliate": ("with", "to"), "ally": ("with", "to"),
    "align": ("with",), "associate": ("with",),
}  # fmt: skip
#: prepositions behind which some of several are named
INCLUDING = frozenset({"including", "among", "like", "such as", "notably"})
#: verbs whose object does what the subject does
JOINING = frozenset({"join"})


class Agents(Naming):
    """Finds who acts: the subject, and where there is none, whoever else the words make the one who does it."""

    def _actors(self, clause: Clause, slot: str, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        if slot == SPEAKER:
            return speakers or tuple(
                who for one in self.matcher.phrases(clause, "from") for who in self._who(one, NOBODY)
            )
        told = self._told_before(clause)
        if slot == "subject" and told is not None:
            return self._actors(told, slot, speakers)
        for phrase in self._actor_phrases(clause, slot):
            found = self._homes(phrase) or self._who(phrase, speakers)
            found = found if is_known(found) else self._same_as_speaker(clause, phrase, speakers) or found
            found = found or self._of_happening(clause, phrase, speakers)
            found = found or self._author(phrase, speakers) or self._said_to_be(phrase, speakers)
            found = found or self._unresolved(clause, phrase)
            found = (*found, *self._unknown_members(clause, phrase, found))
            found = found if is_known(found) else self._included(phrase, speakers) or found
            if found:
                found = (self._bound_to(phrase, speakers) or found) if not is_known(found) else found
                return (*found, *self._joined(clause, phrase, speakers))
        if slot != "subject":
            behind = self._behind_noun(clause, slot, speakers) if slot in AGENT_SLOTS else NOBODY
            return behind or (self._whence(clause, "subject", speakers) if slot in AGENT_SLOTS else NOBODY)
        if clause.voice == "passive":
            return self._behind_noun(clause, "by", speakers) or self._in_act(clause, speakers)
        beside = clause.relation == "adverbial" or clause.marker in CIRCUMSTANCES
        if clause.kind == "verb" and beside and not clause.finite:
            return self._above(clause, speakers)
        return (
            self._owner_of_noun(clause)
            or self._doer_of_noun(clause, speakers)
            or self._taking_part(clause, slot, speakers)
        )

    def _told_before(self, clause: Clause) -> Clause | None:
        """*accused ships of ramming a boat, injuring four*: force that follows on force is the doing of the same."""
        above = self.parsed.clauses[clause.parent] if clause.parent is not None else None
        behind = clause.relation == "adverbial" and not clause.finite and clause.kind == "verb" and not clause.marker
        told = self.matcher.content(above) if above is not None and behind and above.kind == "verb" else None
        if told is None or told.index == clause.index or told.kind != "verb" or told.end > clause.start:
            return None
        both = [self.matcher.match(one) for one in (told, clause)]
        return told if all(match is not None and match.sense.type in FORCE for match in both) else None

    def _above(self, clause: Clause, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*will boycott the talks that begin on Monday after accusing Chad*: the next one above who can act."""
        for above in self.parsed.ancestors(clause):
            for phrase in self.matcher.phrases(above, "subject"):
                if not self._is_happening(phrase) and (found := self._who(phrase, speakers)):
                    return found
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

    def _included(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*Several allies, including France and Norway, offered help*: those whom the words name of them."""
        for attachment in phrase.attachments:
            if attachment.preposition in INCLUDING and phrase.number == "plural":
                return self._who(self.parsed.phrases[attachment.phrase], speakers)
        return NOBODY

    def _owner_of_noun(self, clause: Clause) -> tuple[ActorMention, ...]:
        """*Russian shelling*: whose act the noun is by the word before it."""
        owned = any(role.filled_by in ("adjective", "possessive") for role in clause.all_roles("subject"))
        return self.cast.owner_of(self.parsed.phrases[clause.phrase]) if owned and clause.phrase is not None else NOBODY

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

    def _taking_part(self, clause: Clause, slot: str, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*After talks with Chad, the emir flew home*: who does something after or during a meeting was there."""
        match = self.matcher.match(clause)
        above = self.parsed.clauses[clause.parent] if clause.parent is not None else None
        if clause.kind != "noun" or above is None or above.kind != "verb" or above.voice == "passive":
            return NOBODY
        if match is None or match.sense.type != MEETING or any(self.matcher.phrases(clause, "between")):
            return NOBODY
        if all(role.phrase != clause.phrase or role.preposition not in MEANWHILE for role in above.roles):
            return NOBODY
        subjects = self.matcher.phrases(above, slot)
        return next((found for one in subjects if (found := self._who(one, speakers))), NOBODY)

    def _subject_over(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """The subject of the verb whose object the phrase is."""
        for clause in self.parsed.clauses_around(phrase.core_start, phrase.core_end):
            objects = (self.parsed.phrases[r.phrase] for r in clause.all_roles("object") if r.phrase is not None)
            if clause.kind == "verb" and any(phrase.index in (one.index, *one.members) for one in objects):
                subjects = self.matcher.phrases(clause, "subject")
                return next((found for one in subjects if (found := self._who(one, speakers))), NOBODY)
        return NOBODY

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

    def _unresolved(self, clause: Clause, phrase: Phrase) -> tuple[ActorMention, ...]:
        """The words of a subject that nobody knows; things that happen and times are no actors."""
        if clause.kind != "verb" or phrase.kind == "pronoun" or self._is_happening(phrase):
            return NOBODY
        return NOBODY if phrase.entity in MEASURES - {"CARDINAL"} else self._open(phrase)

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

    def _said_to_be(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*Italy was among the states that voted for it*: who is said to be one of those who did it."""
        for clause in self.parsed.clauses_around(phrase.core_start, phrase.core_end):
            among = (*clause.all_roles("complement", "among"), *clause.all_roles("attribute"))
            if clause.lemma in BEING and any(role.phrase == phrase.index for role in among):
                return next(
                    (who for one in self.matcher.phrases(clause, "subject") if (who := self._who(one, speakers))),
                    NOBODY,
                )
        return NOBODY

    def _launched_by(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*A missile fired from Chad*, *rockets that Chad fired*: who did what is said of the phrase behind it."""
        for clause in self.parsed.clauses:
            if clause.host == phrase.index and clause.kind == "verb" and clause.role("object") is not None:
                for slot in ("subject", *AGENT_SLOTS):
                    for one in self.matcher.phrases(clause, slot):
                        found = self._who(one, speakers) if one.index != phrase.index else NOBODY
                        if found:
                            return found
        return NOBODY

    def _bound_to(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*Hackers working for Chad*, *gunmen linked to Chad*: for whom people act whom nobody knows otherwise."""
        for clause in self.parsed.clauses:
            if clause.host != phrase.index or clause.lemma not in BOUND_TO:
                continue
            for one in (each for slot in BOUND_TO[clause.lemma] for each in self.matcher.phrases(clause, slot)):
                words = self.parsed.mention(phrase.core_start, one.core_end)
                if found := self._who(one, speakers):
                    return tuple(replace(who, mention=words) for who in found)
        return NOBODY

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

    def _behind_noun(self, clause: Clause, slot: str, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*is under investigation by Chad*, *was refused entry by Chad*: who stands behind what the verb takes."""
        for role in clause.roles:
            if role.phrase is None or role.name == "subject":
                continue
            for attachment in self.parsed.phrases[role.phrase].attachments:
                behind = self.parsed.phrases[attachment.phrase]  # *an offer by Chad was welcomed*: not by Chad
                if attachment.preposition == slot and behind.start > clause.trigger_start:
                    found = self._who(behind, speakers)
                    if found:
                        return found
        return NOBODY

    def _whence(self, clause: Clause, slot: str, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*Tents from Oslo arrived*, *rice given by Oslo reached the port*: whose the thing is that comes."""
        for phrase in self.matcher.phrases(clause, slot):
            inside = (self.parsed.phrases[a.phrase] for a in phrase.attachments if a.preposition == "of")
            of_goods = (member for one in inside for member in self.parsed.members(one))
            for one in (*self.parsed.members(phrase), *of_goods):
                for hanging in one.attachments:
                    found = self._who(self.parsed.phrases[hanging.phrase], speakers)
                    if found and hanging.preposition in AGENT_SLOTS:
                        return found
            return self._launched_by(phrase, speakers) or self.cast.owner_of(phrase)
        return NOBODY

    def _is_given(self, phrase: Phrase) -> bool:
        """Whether the phrase names what is given, sold or sent to help."""
        return any(self.matcher.is_one(phrase, f"@{name}") for name in GIFTS)

    def _in_act(self, clause: Clause, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*were killed in a Norwegian attack*: who does what it was done in; *was approved in parliament*."""
        for slot in ("in", "during"):
            for phrase in self.matcher.phrases(clause, slot):
                inner = self._event_of(phrase)
                match = self.matcher.match(inner) if inner is not None and inner.index != clause.index else None
                if inner is not None and match is not None and match.sense.type in FORCE:
                    return self.participants(inner, match, speakers).actors
                deciding = self._who(phrase, speakers)
                if any(who.actor is not None and who.actor.sector in DECIDING for who in deciding):
                    return deciding
        return NOBODY

    def _whose_means(self, clause: Clause, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*are built under a grant from Oslo*, *with Norwegian money*: who pays for what nobody else is said to do."""
        given = self.lexicon.classes["money"] | self.lexicon.classes["aid"]
        for slot in MEANS:
            for phrase in self.matcher.phrases(clause, slot):
                if phrase.lemma in given:
                    behind = (a.phrase for a in phrase.attachments if a.preposition in (*AGENT_SLOTS, "of"))
                    found = tuple(who for one in behind for who in self._who(self.parsed.phrases[one], speakers))
                    return found or self.cast.owner_of(phrase)
        for slot in ("at", "in"):  # *was given shelter at the Dutch embassy*, *treated in a Dutch hospital*
            for phrase in self.matcher.phrases(clause, slot):
                if phrase.lemma in self.lexicon.classes["missions"] or phrase.lemma in HOUSES:
                    return self.cast.owner_of(phrase) or self._who(phrase, speakers)
        return NOBODY

    def _whose_it_was(
        self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """*Dutch aid to Kigali was frozen*: who ends what is his own, where nobody else is named."""
        if clause.voice != "passive":
            sent = (one for one in self.matcher.phrases(clause, "object") if self._is_sent(match, one))
            forces = next(sent, None) if clause.kind == "noun" else None  # *a buildup of Dutch troops*
            return NOBODY if forces is None else self._who(forces, speakers)
        for phrase in self.matcher.phrases(clause, "object"):
            if self._is_sent(match, phrase):
                return self._who(phrase, speakers)
            inner = self._event_of(phrase)
            found = self.matcher.match(inner) if inner is not None else None
            if inner is None or found is None:
                continue
            if found.sense.type == match.sense.type:  # *a plea by Oslo was sent to Lima*
                return self.participants(inner, found, speakers).actors
            if match.sense.type in ENDING:
                return self._owner_of_noun(inner)
        given = match.sense.type in GIVING and any(map(self._is_given, self.matcher.phrases(clause, "object")))
        origin = self._whence(clause, "object", speakers) if given else NOBODY
        return origin or (self._whose_means(clause, speakers) if match.sense.type == "AID" else NOBODY)
