"""On whom an act is done: in the slots of its sense, elsewhere in the clause, inside what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise, repeat

from dragoman.events.agents import AGENT_SLOTS, DOCUMENTS, FORCE
from dragoman.events.deeds import Deeds
from dragoman.events.lexicon import SOMEBODY
from dragoman.events.matching import QUANTITIES, Match
from dragoman.events.naming import HOME, LOCATING, MEASURES, NOBODY, PLACES, foreign, is_known, without, without_own
from dragoman.language import Clause, Phrase
from dragoman.records import ActorMention

#: class of classes.toml: what somebody has made for others to take up or refuse
PROPOSALS = "proposals"
#: types that are not done to a place
UNPLACED = frozenset({"ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
#: types that are about things as much as about people (*ratified the treaty*, *denied the accusations*)
OPINIONS = frozenset({"SUPPORT", "REJECT", "PROTEST"})
#: types that judge what somebody did: whom that was done to is not judged (*condemned the attack on Paris*)
JUDGING = frozenset({"ACCUSE", "SUPPORT"})
#: types of what a threat would do to somebody
LOSSES = FORCE | {"SANCTION"}
#: types whose condition names the other side (*will not leave until the firm pays*, *will send arms if Kyiv asks*)
CONDITIONAL = frozenset({"REJECT", "THREATEN", "AID"})
#: mode of what is done to things as well as to people
INVESTIGATING = "investigate"
#: type of what somebody does since another has moved him to it
YIELDING = "CONCEDE"
#: markers of what a refusal waits for
UNTIL = frozenset({"until", "till", "unless", "before"})
#: relations of clauses that say what was done in what another tells
ASIDE = frozenset({"relative", "adverbial", "purpose"})
#: prepositions that the parser hangs on a noun too far behind the verb
STRAYING = frozenset({"to", "from", "on", "against"})
#: verbs of calls and letters
CALLING = frozenset({"call", "phone", "telephone", "ring", "ring up", "write", "cable", "telegraph", "contact"})
#: class of classes.toml: verbs of writing and speaking to somebody
TELLING = "telling"
#: classes whose words force may be used on
THINGS = ("territory", "buildings", "assets")
#: slots whose words, where they name nobody, are still what the act is done to
THINGS_IN = frozenset({"object", "recipient", "content", "on", "against", "at", "to", "of"})
#: more of them: what an opinion is for, and what is left (*withdrew from a border zone*)
MORE_THINGS_IN = dict.fromkeys(OPINIONS, frozenset({"for", "behind", "with"})) | {"RETREAT": frozenset({"from"})}
#: how a recipient is told that is nobody; such take no part in what several do together
THING_RULE = "thing acted on"
#: how a recipient is told that stands in no slot, but is the next to be named
NEXT_RULE = "named next"
#: prepositions behind which somebody tells of an act and has no part in it
TELLERS = frozenset({"according to", "per", "citing", "despite", "in spite of", "contrary to"})
#: behind these stands what somebody is or is like
COMPARING = frozenset({"as", "like", "than", "including"})
ARTICLES = frozenset({"a", "an", "the"})
#: what stands between the names of a list
LISTING = frozenset({"and", "or", ",", ", and", ", or"})
#: relations of clauses that stand beside an act and are no part of what it is about
BESIDE_THE_ACT = frozenset({"adverbial", "condition", "conjunct", "parataxis"})
#: how many clauses inside one another are searched for the other side (*refused to agree to let them …*)
DEEPEST = 3
#: those that take no part in an event though they have names
UNNAMED = MEASURES | {"LAW", "EVENT", "WORK_OF_ART", "LANGUAGE"}
#: what several make together, besides treaties and relations
UNIONS = frozenset({"union", "federation", "coalition", "bloc", "pact", "project", "programme", "program"})
#: who is somebody else though he is called one's own
OTHERS = frozenset({
    "neighbour", "neighbor", "ally", "partner", "rival", "foe", "enemy", "opponent", "counterpart", "colleague",
    "critic", "creditor", "lender", "guest", "host", "adversary", "customer", "supplier", "competitor", "detractor",
})  # fmt: skip
#: whose a thing is, though he is called the thing's own (*returned the harp to its owner*)
OWNERS = frozenset({"owner", "heir", "proprietor", "maker", "builder", "creator", "author"})
#: what is talked about takes no part in the talks
TOPICS = frozenset({"on", "over", "of", "for"})
#: roles and prepositions tried, in this order, when an entry's own slots found nobody
REST = (
    "object", "recipient", "against", "to", "toward", "towards", "on", "with", "at", "for", "from", "in", "opposite",
    "near", "along", "around", "facing", "over", "of",
)  # fmt: skip


class Recipients(Deeds):
    """Finds on whom: the surest place first, and at last the thing itself."""

    def _recipients(
        self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]
    ) -> tuple[tuple[ActorMention, ...], bool]:
        """Whom the act is done to: the first found that leaves somebody besides the actors; and whether that is sure.

        Sure is only somebody known who stands in a slot of the sense.
        """
        row, event_type = match.sense.row, self.lexicon.types[match.sense.type]
        given = row.recipient if row.recipient is not None else event_type.recipient
        if not given:
            return NOBODY, False
        heard = self._hearer(clause, actors) if event_type.quad.startswith("verbal") else NOBODY
        if heard:
            return heard, True
        given = tuple(slot for slot in given if slot != row.actor)
        topics = TOPICS if match.sense.type == "CONSULT" else frozenset()
        rest = tuple(
            slot
            for slot in REST
            if slot not in (*given, row.actor) and slot not in topics and self.matcher.phrases(clause, slot)
        )
        if self._judges(clause, match):
            given, rest = ("object",), ()
        slots = self._in_slots(clause, match, speakers, actors, given)
        others = self._elsewhere(clause, match, speakers, actors, given, rest)
        for found, sure in chain(zip(slots, repeat(True)), zip(others, repeat(False))):
            left = without_own(found, actors) if found else NOBODY
            if left:
                if is_known(left):
                    return left, sure
                origin = without_own(self._coming_from(clause, match), actors)
                where = self._where_done(clause, match, (*given, *rest), left)
                return origin or (*left, *(where or self._named_next(clause, match, left, actors))), False
        return self._named_next(clause, match, NOBODY, actors), False

    def _named_next(
        self, clause: Clause, match: Match, found: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """*gave tents to 900 people in Mali*: where no slot has anybody known or named, who is named next in its words.

        Only of verbs, only beside somebody who acts, and none of whom several do something together with.
        """
        if clause.kind == "noun" or not actors or (match.sense.row.reciprocal and (found or len(actors) > 1)):
            return NOBODY
        if any(self._has_tag(who, "NNP") for who in found):
            return NOBODY
        sent = [one for one in self.matcher.phrases(clause, "object") if self._is_sent(match, one)]
        start = max((clause.trigger_end, *(phrase.core_end for phrase in sent)))
        behind = (who for who in self.cast.between(start, clause.end) if who.code is not None)
        for who in without_own(without(tuple(behind), found), actors):
            beside = self._is_told_elsewhere(clause, match, who) or self.tells(clause, who)
            if not beside and not self._is_only_compared(who):
                return (replace(who, rule=f"{who.rule}, {NEXT_RULE}"),)
        return NOBODY

    def _has_tag(self, who: ActorMention, tag: str) -> bool:
        return any(word.tag == tag for word in self.parsed.words_between(who.mention.start, who.mention.end))

    def tells(self, clause: Clause, who: ActorMention) -> bool:
        """Whether he only tells of the act: *according to an official*, *despite reports in the press*."""
        told = (role.phrase for role in clause.all_roles("complement") if role.preposition in TELLERS)
        phrases = (self.parsed.phrases[phrase] for phrase in told if phrase is not None)
        return any(phrase.start <= who.mention.start < phrase.end for phrase in phrases)

    def _is_only_compared(self, who: ActorMention) -> bool:
        """A pronoun, and whoever stands behind *as* or *like*: that is no party of the act."""
        word = self.parsed.word_at(who.mention.start)
        before = [each.text.lower() for each in self.parsed.words[max(0, word.index - 2) : word.index]] if word else []
        beside = before[:1] if before[1:] and before[1] in ARTICLES else before[-1:]
        return (word is not None and word.pos == "PRON") or not COMPARING.isdisjoint(beside)

    def _is_told_elsewhere(self, clause: Clause, match: Match, who: ActorMention) -> bool:
        """Whether a clause beside the act names him, or one that says what others do; not what the act is about."""
        force = match.sense.type in FORCE
        for around in self.parsed.clauses_around(who.mention.start, who.mention.end):
            if around.index == clause.index:
                return False
            is_beside = around.relation in BESIDE_THE_ACT and around.marker != "by"  # *violated it by shelling Uri*
            of_others = around.relation == "content" and around.finite
            of_others |= force and around.relation == "relative" and around.voice == "active" and around.kind == "verb"
            if (is_beside or of_others) and around.trigger_start > clause.trigger_start:
                return True
        return False

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
        places = (self._place_in(clause, match, slot) for slot in (*slots, "content"))
        words = {who.mention for who in found}
        return next((place for place in places if place and place[0].mention not in words), NOBODY)

    def _in_slots(
        self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...],
        given: tuple[str, ...],
    ) -> Iterator[tuple[ActorMention, ...]]:  # fmt: skip
        """Who is resolved in the slots of the sense."""
        if match.sense.row.actor not in AGENT_SLOTS:
            yield self._makers(clause, actors)
        for slot in given:
            yield self._there(clause, match, slot, self._in_slot(clause, slot, match, speakers))

    def _elsewhere(
        self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...],
        given: tuple[str, ...], rest: tuple[str, ...],
    ) -> Iterator[tuple[ActorMention, ...]]:  # fmt: skip
        """Who else may be the recipient, the surest first.

        Who is open in the slots of the sense (people and names); who is resolved or open in any other slot and in the
        clause inside; somebody named further inside those words; a place; at last the thing itself.
        """
        if self._judges(clause, match):
            yield from self._judged(clause, match, speakers, actors, given)
            return
        if self.lexicon.types[match.sense.type].quad.startswith("verbal"):
            yield self._addressee(clause, actors)
        yield from (self._open_in(clause, match, slot, actors) for slot in given)
        if match.sense.row.mode == INVESTIGATING:  # *an inquiry into the crash*, whoever else is named there
            slots = (slot for slot in given if slot != "object" and not self._is_claim(clause, slot))
            yield from (self._thing_in(clause, match, slot, own=False) for slot in slots)
        if match.sense.type == "PROTEST":
            yield self._demanded_of(clause, match, speakers, actors)
        if clause.polarity == "negative":
            yield self._conditional_parties(clause, speakers, actors)
        for slot in rest:
            if not self._is_told(clause, slot, match):
                yield self._there(clause, match, slot, self._in_slot(clause, slot, match, speakers))
        yield self._in_object(clause, self._inner_parties(clause, speakers, actors))
        if match.sense.type in FORCE:
            yield self._how(clause, speakers)
        if match.sense.type in CONDITIONAL:
            yield self._conditional_parties(clause, speakers, actors)
        if match.sense.type == YIELDING:
            yield self._yielded_to(clause, speakers, actors)
        others = tuple(slot for slot in rest if not self._is_told(clause, slot, match))
        yield from (self._open_in(clause, match, slot, actors) for slot in others)
        yield from (self._within(clause, match, slot, actors) for slot in (*given, *rest, "content"))
        if match.sense.type not in UNPLACED:
            yield from (self._place_in(clause, match, slot) for slot in (*given, *rest, "content"))
        yield self._open_in(clause, match, "content", actors)
        things = THINGS_IN | MORE_THINGS_IN.get(match.sense.type, frozenset())
        for own in (False,) if clause.mood == "asserted" else (False, True):  # *will defend its share*: a vow or threat
            yield from (self._thing_in(clause, match, slot, own=own) for slot in (*given, "content") if slot in things)
        if match.sense.type in OPINIONS and actors:
            yield self._thing_in(clause, match, "object", own=False)

    def _judged(
        self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...],
        given: tuple[str, ...],
    ) -> Iterator[tuple[ActorMention, ...]]:  # fmt: skip
        """Who is judged: those who did together what is judged; at last that itself."""
        for phrase in self.matcher.phrases(clause, "object"):
            inner = self._event_of(phrase)
            shared = inner is not None and self._is_reciprocal(inner)
            yield self._parties(inner, speakers, actors) if inner is not None and shared else NOBODY
        yield from (self._thing_in(clause, match, slot, own=own) for own in (False, True) for slot in given)

    def _is_claim(self, clause: Clause, slot: str) -> bool:
        """*looked into reports that Chad paid*: what stands there says what somebody has done."""
        nouns = (self._event_of(phrase) for phrase in self.matcher.phrases(clause, slot))
        return any(noun is not None and self.matcher.content(noun) is not None for noun in nouns)

    def _demanded_of(
        self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """*marched to demand that the mayor resign*, *struck after the firm had refused a rise*: whom that is about.

        Not where there is something else that it is done to (*boycotted the vote, casting doubt on the count*).
        """
        if any(self._is_acted_on(match, "object", phrase) for phrase in self.matcher.phrases(clause, "object")):
            return NOBODY
        for child in self.parsed.children(clause):
            inner = self.matcher.match(child) if child.relation in ("purpose", "adverbial", "parataxis") else None
            if inner is None or inner.sense.type not in self.lexicon.types:
                continue
            both = self.participants(child, inner, speakers)
            found = without_own(both.recipients if not child.finite else both.actors, actors)
            if found:
                return found
        return NOBODY

    def _addressee(self, clause: Clause, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*sent a letter to Oslo demanding …*, *wrote to Oslo to protest*: to whom that goes in which it is said."""
        above = self.parsed.clauses[clause.parent] if clause.parent is not None else None
        if above is None or clause.relation not in ASIDE or not self.carries_words(above):
            return NOBODY
        for slot in ("to", "recipient"):
            for phrase in self.matcher.phrases(above, slot):
                found = without_own(self._who(phrase, NOBODY), actors)
                if found or self.is_somebody(phrase):
                    return found or self._open(phrase)
        return NOBODY

    def _hearer(self, clause: Clause, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*phoned the king to congratulate him, to offer help*: whom the call goes to, unless another is its object."""
        above = self.parsed.clauses[clause.parent] if clause.parent is not None else None
        is_called = above is not None and above.lemma in CALLING and above.voice == "active"
        if above is None or not is_called or clause.relation != "purpose":
            return NOBODY
        for own in self.matcher.phrases(clause, "object"):
            if own.kind != "pronoun" and without_own(self._who(own, NOBODY), actors):
                return NOBODY
        for phrase in (one for slot in ("object", "to", "recipient") for one in self.matcher.phrases(above, slot)):
            found = without_own(self._who(phrase, NOBODY), actors)
            if found or self.is_somebody(phrase):
                return found or self._open(phrase)
        return NOBODY

    def carries_words(self, clause: Clause) -> bool:
        """Whether the verb's object is a document, or the verb one of telling."""
        documents, telling = self.lexicon.classes[DOCUMENTS], self.lexicon.classes[TELLING]
        return clause.lemma in telling or any(one.lemma in documents for one in self.matcher.phrases(clause, "object"))

    def _makers(self, clause: Clause, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*turned down an offer by the city*, *left the union with Mali*: whose it is that is refused, with whom.

        A truce is of those who keep it (*broke Chad's truce in the valley*).
        """
        for phrase in (one for slot in ("object", "from", "to") for one in self.matcher.phrases(clause, slot)):
            for preposition in self._makers_of(phrase):
                hanging = (self.parsed.phrases[a.phrase] for a in phrase.attachments if a.preposition == preposition)
                for maker in (*hanging, *(self.matcher.phrases(clause, "with") if preposition == "with" else ())):
                    found = without(self._who(maker, NOBODY) or self._hanging_on(maker)[:1], actors)
                    if found or self._is_thing(maker):
                        return found or self._open(maker)
            if phrase.lemma in self.lexicon.classes["ceasefire"]:
                return self._in_words_of(phrase, without(self.cast.owner_of(phrase), actors))
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
        things = (one for one in things if not self._is_sent(match, one))
        hit = next((phrase for phrase in things if phrase.kind != "pronoun" and not self._is_own(phrase)), None)
        return found if hit is None else self._in_words_of(hit, found[:1])

    def _is_acted_on(self, match: Match, slot: str, phrase: Phrase) -> bool:
        """Whether the phrase may be what the act is done to, though a constraint asked for it by its name."""
        return phrase.index not in match.used or (match.sense.row.recipient or ())[:1] == (slot,)

    def _judges(self, clause: Clause, match: Match) -> bool:
        """Whether the act judges what happened: whoever did that is meant, not those to whom it was done."""
        if "object" not in (match.sense.row.recipient or ("object",)):
            return False  # *blamed the unrest on rebels*
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
        phrases = self._own_phrases(clause, match, slot)
        for phrase in phrases if match.sense.row.reciprocal else map(self._counted, phrases):
            is_open = self._is_open(phrase, classes) or (together and self._is_thing(phrase))
            is_open = is_open and not self._is_sent(match, phrase)
            known = self._who(phrase, NOBODY)
            if phrase.possessor is not None:  # *gave it back to its owner*
                known = without(known, actors)
            if is_open and not self._is_own(phrase) and not known:
                there = without(self._hanging_on(phrase), actors)
                found = self._in_words_of(phrase, there[:1]) or self.opened(phrase)
                return self._with_name(phrase, found)
        return NOBODY

    def _counted(self, phrase: Phrase) -> Phrase:
        """What there are thousands of."""
        inner = (self.parsed.phrases[a.phrase] for a in phrase.attachments if a.preposition == "of")
        return next(inner, phrase) if phrase.lemma in QUANTITIES and not self._is_own(phrase) else phrase

    def _is_of_own(self, clause: Clause, slot: str) -> bool:
        """*its share of the Nile*: what something of one's own is of."""
        return slot == "of" and any(self._is_own(phrase) for phrase in self.matcher.phrases(clause, "object"))

    def _is_open(self, phrase: Phrase, classes: tuple[str, ...]) -> bool:
        if self._has_named_owner(phrase):
            return True
        if phrase.kind == "pronoun" or self._event_of(phrase) is not None:
            return False
        named = phrase.kind == "name" and phrase.entity not in UNNAMED
        return named or any(phrase.lemma in self.lexicon.classes[name] for name in classes)

    def _has_named_owner(self, phrase: Phrase) -> bool:
        owner = self.parsed.phrases[phrase.possessor] if phrase.possessor is not None else None
        return owner is not None and owner.kind == "name" and owner.entity not in UNNAMED

    def _within(
        self, clause: Clause, match: Match, slot: str, actors: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """The first actor named anywhere in the words of the slot: *reports that appeared in The Times*.

        Force is used on a thing, not on who is named where something is said of it (*shelled the cross that monks put
        up*).
        """
        for phrase in self._own_phrases(clause, match, slot):
            if self._is_sent(match, phrase):
                continue
            inside = self._hanging_on(phrase) if match.sense.type in FORCE else self._named_inside(phrase)
            found = without(inside, actors)
            if found:
                named = self._listed(found)
                return self._in_words_of(phrase, named) if named[0] in self._hanging_on(phrase) else named
        return NOBODY

    def _listed(self, found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """The first of them, and those who are named in one list with him (*sanctions on Chad and Mali*)."""
        last = 0
        for before, who in pairwise(found):
            if self.parsed.text[before.mention.end : who.mention.start].strip() not in LISTING:
                break
            last += 1
        return found[: last + 1]

    def _place_in(self, clause: Clause, match: Match, slot: str) -> tuple[ActorMention, ...]:
        """The place acted on: *imposed a curfew in the valley*; its country is the recipient where that is known."""
        for phrase in self._own_phrases(clause, match, slot):
            inside = [one for one in self.places if phrase.start <= one.mention.start and one.mention.end <= phrase.end]
            for place in sorted(inside, key=lambda one: one.country is None):
                where = (self.cast.of_place(place.mention, place.country),)
                is_site = any(phrase.lemma in self.lexicon.classes[name] for name in THINGS)
                return self._in_words_of(phrase, where) if is_site else where  # *at a mine in Papua*
        return NOBODY

    def _thing_in(self, clause: Clause, match: Match, slot: str, *, own: bool) -> tuple[ActorMention, ...]:
        """What the act is done to, in its words, where it is nobody: *rejected the referendum*; or what is its own."""
        if self._is_of_own(clause, slot):
            return NOBODY
        about = slot == "object" and match.sense.type in OPINIONS
        for phrase in self._own_phrases(clause, match, slot):
            known = self.cast.of(phrase) or phrase.kind == "pronoun" or phrase.entity in MEASURES
            hit = slot == "object" and match.sense.type in FORCE and slot in (match.sense.row.recipient or ())
            meant = about or hit or self._is_acted_on(match, slot, phrase)
            if not known and meant and own == self._is_own(phrase) and phrase.index not in self._carried(clause, match):
                return self._open(phrase, rule=THING_RULE)
        return NOBODY

    def _carried(self, clause: Clause, match: Match) -> frozenset[int | None]:
        """The nouns that the verb only carries: *issued a condemnation* is done to none; but *ratified a treaty* is."""
        light = (child.phrase for child in self.parsed.children(clause) if child.relation == "light")
        return frozenset(phrase for phrase in light if phrase not in match.met)

    def _phrases_in(self, clause: Clause, match: Match, slot: str) -> tuple[Phrase, ...]:
        """What stands in the slot, be it further behind in the object than it should, where the sense asks for it."""
        found = self.matcher.phrases(clause, slot) or self._right_behind(clause, slot)
        is_straying = not found and slot in STRAYING and slot in (match.sense.row.recipient or ())
        return self.matcher.strayed(clause, slot) if is_straying else found

    def _right_behind(self, clause: Clause, slot: str) -> tuple[Phrase, ...]:
        """*carried his message to the emir*: what the parser hangs on the verb, right behind the noun that it is of."""
        above = self.parsed.clauses[clause.parent] if clause.parent is not None else None
        if clause.kind != "noun" or clause.light or clause.phrase is None or above is None:
            return ()
        end = self.parsed.phrases[clause.phrase].core_end
        behind = (one for one in self.matcher.phrases(above, slot) if one.core_start > end)
        return tuple(one for one in behind if self.parsed.text[end : one.core_start].strip() == slot)

    def _own_phrases(self, clause: Clause, match: Match, slot: str) -> Iterator[Phrase]:
        """The phrases of the slot, of the clause inside for `content`."""
        if slot != "content":
            yield from self._phrases_in(clause, match, slot)
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
        for phrase in self._phrases_in(clause, match, slot):
            if self._is_sent(match, phrase):
                continue
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
        is_own = owner is not None and owner.kind == "pronoun"
        return is_own and phrase.lemma not in self.lexicon.classes["people"] and phrase.lemma not in OTHERS

    def _received(
        self, clause: Clause, phrase: Phrase, speakers: tuple[ActorMention, ...], *, used: bool, judged: bool
    ) -> tuple[ActorMention, ...]:
        """Whom the phrase names, whose thing it is, or the parties of the event that it names."""
        owner = self.parsed.phrases[phrase.possessor] if phrase.possessor is not None else None
        if phrase.lemma in OWNERS and owner is not None and owner.kind == "pronoun":
            return self._open(phrase)
        direct = NOBODY if used else self.cast.of(phrase, speakers=speakers)
        if doers := self._doers(phrase, speakers) or (not direct and self._doers_again(clause, phrase, speakers)):
            return doers
        if direct:
            return self._in_full(phrase, direct)
        inner = self._event_of(phrase)
        if inner is not None and inner.index != clause.index:
            match = self.matcher.match(inner)
            if judged and match is not None and match.sense.type in self.lexicon.types:
                return self.participants(inner, match, speakers).actors or self.cast.owner_of(phrase)
            found = self._parties(inner, speakers)
            if found:
                return found
        for member in self.parsed.members(phrase):
            owners = self.cast.owner_of(member)
            if owners:
                return self._with_name(member, self._in_words_of(member, owners))
            if taken_up := self._maker_before(member):
                return taken_up
        if not used and inner is None and self.is_somebody(phrase):
            return self._at_home(phrase)
        return self._behind(phrase, speakers, is_thing=not used and inner is None)

    def _maker_before(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*Oslo's plan fails the poor, he said, calling the plan a farce*: whose it was when it was first named."""
        made = self.lexicon.classes[PROPOSALS] | self.lexicon.classes["treaty"]
        if phrase.determiner not in ("the", "this", "that") or phrase.lemma not in made:
            return NOBODY
        before = [one for one in self.parsed.phrases if one.head < phrase.head and one.sentence == phrase.sentence]
        same = (one for one in reversed(before) if one.lemma == phrase.lemma)
        return next((owners for one in same if (owners := self.cast.owner_of(one))), NOBODY)

    def _with_name(self, phrase: Phrase, found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*the Russian town of Sudzha* for *the Russian town*."""
        for attachment in phrase.attachments:
            name = self.parsed.phrases[attachment.phrase]
            if attachment.preposition == "of" and name.entity in PLACES:
                words = self.parsed.mention(phrase.core_start, name.core_end)
                named = found if is_known(found) else self.opened(name)
                return tuple(replace(who, mention=words) for who in named)
        return found

    def _at_home(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """Whose people they are by where they are or are from (*farmers in Mali*); not by what they are *for*."""
        for attachment in phrase.attachments:
            if attachment.preposition in (*HOME, *LOCATING):
                found = self._hanging_on(self.parsed.phrases[attachment.phrase])[:1]
                if found:
                    return self._in_words_of(phrase, found)
        return NOBODY

    def _behind(
        self, phrase: Phrase, speakers: tuple[ActorMention, ...], *, is_thing: bool = False
    ) -> tuple[ActorMention, ...]:
        """Whom a phrase that hangs on this one names: *weapons for Kyiv*; for what is acted on, where it is too."""
        for attachment in phrase.attachments:
            hanging = self.parsed.phrases[attachment.phrase]
            found = self.cast.of(hanging, speakers=speakers)
            if not found and attachment.preposition == "of":  # *cut off imports of Iranian oil*
                found = self._in_words_of(hanging, self.cast.owner_of(hanging))
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
            found = foreign(self._threatened(clause, inner, speakers, actors), actors)
            found = found or foreign(self._parties(inner, speakers, actors), actors)
            if not found:
                found = self._conditional_parties(inner, speakers, actors)
            if found:
                return found
            clause = inner
        return NOBODY

    def _threatened(
        self, clause: Clause, inner: Clause, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """*cautioned that the bank may cut off the port*: whom the conflict would hit that a threat is about."""
        threat, match = self.matcher.match(clause), self.matcher.match(inner)
        if threat is None or match is None or threat.sense.type != "THREATEN" or match.sense.type not in LOSSES:
            return NOBODY
        return without(self.participants(inner, match, speakers).recipients, actors)

    def _in_object(self, clause: Clause, found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*rejected a plan to pay Mali*: who stands inside what the verb takes is named with it."""
        for phrase in self.matcher.phrases(clause, "object"):
            if len(found) == 1 and phrase.start <= found[0].mention.start and found[0].mention.end <= phrase.end:
                return self._in_words_of(phrase, found)
        return found

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
            if child.relation == "condition" or (inner.polarity == "negative" and child.marker in UNTIL):
                found = self._parties_within(child, speakers, actors)
                if found:
                    return found
        return NOBODY

    def _how(self, clause: Clause, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*broke the truce by shelling villages in Mali*: to whom that was done by which it was done."""
        for child in self.parsed.children(clause):
            match = self.matcher.match(child) if child.marker == "by" and child.kind == "verb" else None
            if match is not None and match.sense.type in self.lexicon.types:
                return self.participants(child, match, speakers).recipients
        return NOBODY

    def _yielded_to(
        self, clause: Clause, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """*called off the strike after the firm had offered a rise*: with whom what moved them to yield was done."""
        inside = (one for one in self.parsed.clauses if clause.start <= one.start and one.end <= clause.end)
        after = (one for one in inside if one.relation == "adverbial" and one.marker == "after")
        return next((found for one in after if (found := self._parties_within(one, speakers, actors))), NOBODY)

    def _parties_within(
        self, clause: Clause, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """Who takes part in it, in its content (*until it is sure that Peru pays*), or in the noun that it carries."""
        carried = (child for child in self.parsed.children(clause) if child.relation == "light")
        for inner in (clause, self.matcher.content(clause), *carried):
            found = foreign(self._parties(inner, speakers, actors), actors) if inner is not None else NOBODY
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
            acting = without_own(both.actors, actors)
            return foreign(acting, actors) or without(both.recipients, actors) or acting
        borrowed = inner.relation == "purpose"  # its subject is whoever does it for that
        for slot in REST if borrowed else ("subject", *REST):
            for phrase in self.matcher.phrases(inner, slot):
                found = without(self._who(phrase, speakers) or self._behind(phrase, speakers), actors)
                if found:
                    return found
        return NOBODY
