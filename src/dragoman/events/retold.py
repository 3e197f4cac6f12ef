"""Acts that are told twice: which of two events only tells the other again.

A participle goes on with its verb (*severed its ties, ending an exchange*), a noun names what the verb does (*parked
their cabs in a protest*, *the pact that they signed*), a definite noun takes up what has been told (*the attack*), or
what is answered is named in the answer (*rebuffed their suggestion*). The first is told, with whomever the other names
where it names nobody; the other stands under it and does not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.events.matching import Match, Matcher
from dragoman.events.naming import Naming, Participants, is_known, without
from dragoman.events.schema import EventType
from dragoman.language import Clause, Parsed, Phrase
from dragoman.records import ActorMention

#: types of which one says of the same act what the other says
ALIKE = (frozenset({"CONCEDE", "RETREAT"}),)
#: types of which a participle of the second only explains the first (*rejected the offer, dismissing it as a joke*)
EXPLAINED = frozenset({("REJECT", "ACCUSE")})
#: prepositions behind which a noun names what its verb does (*walked out in protest*, *on his first trip to Oslo*)
NAMING_IT = frozenset({"in", "into", "on", "as", "during", "with", "by", "for", "at", "amid", "under"})
#: prepositions behind which an answer names what it answers
ANSWERED = frozenset({"over", "at", "to", ""})
#: whose noun says at whom the act is aimed, and its verb where it is done (*blocked Oslo in a protest against the law*)
PROTEST = "PROTEST"
#: whose place stands for whom it is with
MEETING = "CONSULT"
#: where those stand to whom something else is done
SLOTS = ("object", "recipient", "to", "from", "with", "against", "at")
#: determiners of what is known already
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
#: kinds of parties that say who it was
CLEAR = frozenset({"body", "role", "country", "people", "name"})
KNOWN = frozenset({"body", "country"})
#: how clear it is to whom something is done where somebody is named; 1 is a place or thing, 0 nobody
CLEARLY = 2


@dataclass(frozen=True, slots=True)
class Told:
    """An event as far as it is known: its clause and sense, its type, its parties as ruled and as elected."""

    clause: Clause
    match: Match
    type: EventType
    by_rule: Participants
    parties: Participants


class Retelling:
    """Finds for the events of one text those that tell another again."""

    def __init__(self, parsed: Parsed, matcher: Matcher, casting: Naming) -> None:
        self.parsed, self.matcher, self.casting = parsed, matcher, casting

    def pairs(self, events: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
        """Each event that only tells another again, with that other, which itself tells none again."""
        gone: set[int] = set()
        hosts: set[int] = set()
        by_clause = {one.clause.index: one for one in events}
        for place, one in enumerate(events):
            other = self._told_by(one, by_clause) or self._taken_up(one, events[:place])
            if other is not None and one.clause.index not in hosts and other.clause.index not in gone:
                gone.add(one.clause.index)
                hosts.add(other.clause.index)
                yield one, other

    def together(self, one: Told, other: Told) -> Participants:
        """The parties of the other, and those of the one where it has none or only names a place or thing."""
        mine, theirs = one.parties, other.parties
        if not _alike(one, other) or one.clause.sentence != other.clause.sentence:
            return theirs
        actors = theirs.actors or mine.actors
        is_aimed = one.type.name == PROTEST and one.clause.kind == "noun" and bool(mine.recipients)
        is_host = one.type.name == MEETING and bool(
            theirs.recipients
        )  # *stopped over in Riyadh on a tour of producers*
        lacks = not is_host and self._clarity(theirs) < self._clarity(mine) and len(theirs.actors) < 2
        recipients = mine.recipients if is_aimed or lacks else theirs.recipients
        return replace(theirs, actors=actors, recipients=without(recipients, actors))

    def _told_by(self, one: Told, by_clause: dict[int, Told]) -> Told | None:
        above = self._above(one, by_clause)
        if one.clause.kind == "noun":
            inside = self._relative(one, by_clause)
            if inside is not None:
                return inside
            if above is not None and (self._names_it(one, above) or self._is_answered(one, above)):
                return above
            return None
        return above if above is not None and self._goes_on(one, above) else None

    def _above(self, one: Told, by_clause: dict[int, Told]) -> Told | None:
        """The event on which the clause hangs, over nouns and verbs that are none."""
        clause = one.clause
        while clause.parent is not None and clause.relation in ("nominal", "adverbial", "light", "purpose"):
            clause = self.parsed.clauses[clause.parent]
            if clause.index in by_clause:
                return by_clause[clause.index]
            if clause.kind != "noun":
                return None
        return None

    # ---------------------------------------------------------------- the tests

    def _goes_on(self, one: Told, above: Told) -> bool:
        """*severed its ties, ending an exchange*: a participle of the same kind, done to nobody else."""
        clause = one.clause
        if clause.marker == "by" and clause.kind == "verb" and _alike(one, above):
            return True  # *broke the truce by shelling villages*
        is_participle = clause.relation == "adverbial" and not clause.finite and not clause.marker
        if not is_participle or self.parsed.words[clause.head].tag != "VBG":
            return False
        same_mode = one.match.sense.row.mode == above.match.sense.row.mode  # *arrested the editor, seizing his papers*
        if not (_alike(one, above) and same_mode) and (above.type.name, one.type.name) not in EXPLAINED:
            return False
        return not any(self._is_party(phrase) for slot in SLOTS for phrase in self.matcher.phrases(clause, slot))

    def _is_party(self, phrase: Phrase) -> bool:
        """Whether the phrase names somebody, or something that is somebody's (*seizing a Greek tanker*)."""
        cast = self.casting.cast
        return bool(cast.of(phrase)) or is_known(cast.owner_of(phrase)) or self.casting.is_somebody(phrase)

    def _relative(self, noun: Told, by_clause: dict[int, Told]) -> Told | None:
        """*a deal that Kigali struck with the Union*: the verb of the clause behind it tells the same."""
        behind = (one for one in by_clause.values() if one.clause.relation == "relative")
        return next((one for one in behind if one.clause.host == noun.clause.phrase and _alike(one, noun)), None)

    def _names_it(self, noun: Told, above: Told) -> bool:
        """*parked their cabs in a protest*: the noun stands beside its verb and names what that does."""
        if not _alike(noun, above) or self._is_by_another(noun, above) or self._is_to_another(noun, above):
            return False
        return self._preposition(noun, above) in NAMING_IT

    def _is_to_another(self, noun: Told, above: Told) -> bool:
        """Whether each is done to somebody of its own; a protest is where its verb is, and aimed where its noun is."""
        if noun.type.name == PROTEST or self._clarity(above.parties) < CLEARLY:
            return False
        others = noun.parties.recipients or noun.parties.actors  # *talks with Y*: both take part
        own = {_who(who) for who in others if self.casting.kind_of(who) in CLEAR}
        return bool(own - _everybody(above))

    def _is_by_another(self, noun: Told, above: Told) -> bool:
        """Whether somebody does it who does not do what the verb says: by the noun's words, or plainly to somebody."""
        theirs = set(map(_who, above.parties.actors))
        own = {_who(who) for who in noun.by_rule.actors if self.casting.kind_of(who) in CLEAR}
        if self._clarity(noun.parties) == CLEARLY:
            own = set(map(_who, noun.parties.actors))
        return bool(own) and own.isdisjoint(theirs)

    def _preposition(self, noun: Told, above: Told) -> str | None:
        """How the noun hangs on the verb: its preposition, "" for its object, None where it does not."""
        for role in above.clause.roles:
            if role.phrase is not None and noun.clause.phrase in (
                role.phrase, *self.parsed.phrases[role.phrase].members
            ):  # fmt: skip
                return role.preposition if role.name in ("complement", "object") else None
        return None

    def _is_answered(self, noun: Told, above: Told) -> bool:
        """*rebuffed London over its suggestion*: words between the same two, told as what is answered."""
        if not noun.type.quad.startswith("verbal") or not above.type.quad.startswith("verbal"):
            return False
        if self._preposition(noun, above) not in ANSWERED:
            return False
        theirs = _everybody(noun)
        return bool(theirs) and theirs <= _everybody(above) and not self._is_actor_of_both(noun, above)

    def _is_actor_of_both(self, noun: Told, above: Told) -> bool:
        return not {_who(who) for who in noun.parties.actors}.isdisjoint(map(_who, above.parties.actors))

    def _taken_up(self, one: Told, before: Sequence[Told]) -> Told | None:
        """*The attack*, *such a sale*: what has been told already, as far as the words say who took part.

        So is what such a noun does (*the attack killed nine people*): whom it was done to may be told more closely.
        """
        noun = one.clause if one.clause.kind == "noun" else self._subject(one)
        if noun is None or noun.light or noun.phrase is None or not self._is_definite(noun.phrase):
            return None
        kinds = CLEAR if noun is one.clause else KNOWN
        named = {_who(who) for who in _sides(one.by_rule) if self.casting.kind_of(who) in kinds}
        earlier = (told for told in reversed(before) if _alike(told, one) and told.clause.index != noun.index)
        return next((told for told in earlier if named <= _everybody(told)), None)

    def _subject(self, one: Told) -> Clause | None:
        """The noun of an act of the same type that is the verb's subject."""
        for phrase in self.matcher.phrases(one.clause, "subject"):
            noun = self.parsed.clause_of_word(phrase.head)
            match = self.matcher.match(noun) if noun is not None else None
            if match is not None and match.sense.type == one.type.name:
                return noun
        return None

    def _is_definite(self, phrase: int) -> bool:
        own = self.parsed.phrases[phrase]
        modifiers = {self.parsed.words[index].text.lower() for index in own.modifiers}
        return own.determiner in DEFINITE or "such" in modifiers

    def _clarity(self, parties: Participants) -> int:
        """How much it says of whom it is done to, or with whom."""
        if len(parties.actors) > 1 and not parties.recipients:
            return CLEARLY
        kinds = {self.casting.kind_of(who) for who in parties.recipients}
        return CLEARLY if not kinds.isdisjoint(CLEAR) else int(bool(kinds))


def _alike(one: Told, other: Told) -> bool:
    names = {one.type.name, other.type.name}
    return len(names) == 1 or any(names <= pair for pair in ALIKE)


def _sides(parties: Participants) -> tuple[ActorMention, ...]:
    return (*parties.actors, *parties.recipients)


def _everybody(one: Told) -> set[str]:
    return set(map(_who, _sides(one.parties)))


def _who(who: ActorMention) -> str:
    return who.actor.id if who.actor is not None else who.name.lower()
