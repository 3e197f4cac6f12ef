"""Which sense of the lexicon a clause has: the first, in the lexicon's order, whose constraints all hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, repeat

from dragoman.actors import Cast
from dragoman.events.lexicon import BUILT_IN, SOMEBODY, Lexicon, Sense
from dragoman.events.refusing import in_words
from dragoman.events.schema import Constraint, Predicate
from dragoman.language import Clause, Parsed, Phrase, Role

#: heads behind which the of-phrase is what is meant (*dozens of tanks*)
QUANTITIES = frozenset({
    "dozen", "hundred", "thousand", "million", "billion", "number", "lot", "score", "couple", "series", "kind",
    "sort", "type", "group", "batch", "wave", "round", "pair", "shipment", "delivery", "supply", "amount", "part",
    "majority", "piece", "volume", "tonne", "ton", "member", "package", "raft", "set", "array", "string", "host",
    "handful", "range", "barrage", "flurry", "salvo", "last", "rest", "most", "consignment", "contingent", "worth",
    "percent", "cent", "some", "many", "several", "all", "any", "none", "much", "few", "both", "each", "share",
    "bunch", "pack", "nest", "gang", "portion", "half", "third", "quarter", "bulk", "dose", "stockpile", "cache",
    "trove", "busload", "boatload", "carload", "planeload", "trainload", "truckload", "lorryload", "shipload",
})  # fmt: skip


#: what somebody feels about an act, which is done to none of these (*to the dismay of shopkeepers*)
FEELINGS = frozenset({
    "joy", "delight", "dismay", "despair", "anger", "fury", "annoyance", "relief", "horror", "surprise", "alarm",
    "astonishment", "consternation", "irritation", "chagrin", "satisfaction", "embarrassment", "disappointment",
    "regret", "frustration", "amazement", "disgust", "outrage", "applause", "acclaim", "cheer", "boo", "jeer",
})  # fmt: skip
#: parts of speech of words that say what something is like, and are no phrase
QUALIFYING = frozenset({"ADJ", "ADV"})
#: constraints on what a clause is like
OF_CLAUSE = frozenset({"light", "mood", "polarity"})
#: verbs of what goes to somebody, whom the parser may hang on words inside the object
HANDING = frozenset({"return", "repatriate", "restore", "hand", "deliver", "donate", "transfer", "ship", "extradite"})
#: pronouns of things, and how a clause hangs on the one whose object they take up
IT = frozenset({"it", "them", "both"})
JOINED = frozenset({"conjunct", "parataxis"})

NOTHING: frozenset[str] = frozenset()
#: constraints that anybody, or anything, meets
ANYBODY = frozenset({"*", "@actor", "@name", "@country", "@place", "@plural", "@several"})


#: the kind of named entity, and the sectors of actors, that make a name one of a class of people
ENTITIES_OF = {"people": "PERSON", "bodies": "ORG"}
SECTORS_OF = {"troops": ("MIL",), "police": ("COP",), "courts": ("JUD",)}

#: prepositions that are no particles where the verb has an object (*gave a speech in Lima*)
ONLY_PREPOSITIONS = frozenset({"in", "on", "off", "over"})

#: how sums begin that the parser does not know for money
SUM = re.compile(r"(?:\w+ ){0,3}?(?:[A-Z]{0,3}[$€£¥₹₽₺₦₩₪]|(?:USD|EUR|GBP|CHF|Rs\.?) ?\d)")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sense that was considered for a clause, and the constraint that did not hold."""

    sense: Sense
    reason: str


@dataclass(frozen=True, slots=True)
class Match:
    """The sense that a clause has, and whether it was found by `base`.

    `met` are the phrases that a constraint asked for by what they name; `used` those among them that cannot be
    anybody acted on.
    """

    sense: Sense
    used: frozenset[int]
    met: frozenset[int]
    by_base: bool


class Matcher:
    """Matches the clauses of one parsed text; `refusals` are kept per clause for those who want to know why."""

    def __init__(self, parsed: Parsed, cast: Cast, lexicon: Lexicon, *, keep_refusals: bool = False) -> None:
        self.parsed = parsed
        self.cast = cast
        self.lexicon = lexicon
        self.keep_refusals = keep_refusals
        self.refusals: dict[int, list[Refusal]] = {}
        self._matches: dict[int, Match | None] = {}
        self._standing: dict[int, dict[str, dict[int, Phrase]]] = {}  # these are asked for again by every sense
        self._phrases: dict[tuple[int, str], tuple[Phrase, ...]] = {}
        self._met_there: dict[int, dict[str, frozenset[str]]] = {}
        self._met_by: dict[int, frozenset[str]] = {}
        self._types: dict[int, frozenset[str]] = {}

    def match(self, clause: Clause) -> Match | None:
        """The clause's sense, None where the lexicon has none that fits."""
        if clause.index not in self._matches:
            self._matches[clause.index] = None  # a clause that depends on itself finds nothing
            self._matches[clause.index] = self._find(clause)
        return self._matches[clause.index]

    def match_of_type(self, clause: Clause, type_name: str) -> Match | None:
        """The first sense of that type that the clause can have, whatever else it can be."""
        own, of_base = self._candidates(clause, likely=True)
        for sense, by_base in chain(zip(own, repeat(False)), zip(of_base, repeat(True))):
            if sense.type == type_name and self._failing(clause, sense) is None:
                return self._match(clause, sense, by_base)
        return None

    def _find(self, clause: Clause) -> Match | None:
        own, of_base = self._candidates(clause, likely=not self.keep_refusals)
        for sense, by_base in chain(zip(own, repeat(False)), zip(of_base, repeat(True))):
            constraint = self._failing(clause, sense)
            if constraint is None:
                return self._match(clause, sense, by_base)
            if self.keep_refusals:
                reason = in_words(constraint, sense.row, clause, self.content(clause))
                self.refusals.setdefault(clause.index, []).append(Refusal(sense, reason))
        return None

    def _match(self, clause: Clause, sense: Sense, by_base: bool) -> Match:
        """The match, with the phrases that met the sense's constraints."""
        row = sense.row
        complements = [one for one in row.complements.items() if self._meets(clause, *one)]
        asked = [("subject", row.subject), ("object", row.object), ("attribute", row.attribute), *complements[:1]]
        met = {index: word for slot, wanted in asked for index, word in self._meeting(clause, slot, wanted)}
        named = {index: word for index, word in met.items() if word not in ANYBODY}
        used = frozenset(index for index, word in named.items() if not _names_somebody(word))
        return Match(sense, used, frozenset(named), by_base)

    def _candidates(self, clause: Clause, *, likely: bool = False) -> tuple[Iterable[Sense], Iterable[Sense]]:
        """The senses of the clause's own word, with particles first, and then those of the verb behind it.

        Those that are `likely` are not ruled out by the words of the clause.
        """
        senses = partial(self.lexicon.likely, there=partial(self._met_in, clause)) if likely else self.lexicon.of_lemma
        lemmas = dict.fromkeys((*_with_particles(clause), clause.lemma))
        own = list(chain.from_iterable(senses(clause.kind, lemma) for lemma in lemmas))
        if len({sense.nothing for sense in own}) > 1:  # *exports drop by a third* is no visit, whatever the particle
            own.sort(key=lambda sense: not sense.nothing)
        if clause.base == clause.lemma and clause.kind != "noun":
            return own, ()
        tried = {sense.order for sense in own}
        return own, (sense for sense in senses("verb", clause.base) if sense.order not in tried)

    def rivals(self, clause: Clause, type_name: str) -> int:
        """How many other types (none counts as one) the lexicon has for the clause's word."""
        if clause.index not in self._types:
            self._types[clause.index] = frozenset(sense.type for sense in chain(*self._candidates(clause)))
        return len(self._types[clause.index] - {type_name})

    def is_nothing_of(self, clause: Clause, other: Clause) -> bool:
        """Whether the clause would be no act if the other's subject did it (*killing* of a storm's)."""
        wanted = {word for sense in chain(*self._candidates(clause)) if sense.nothing for word in sense.row.subject}
        return not self._met_in(other, "subject").isdisjoint(wanted - {"*"})

    def _failing(self, clause: Clause, sense: Sense) -> Constraint | None:
        """The first constraint of the sense that does not hold, None if all do."""
        for constraint, wanted in sense.asks:
            if self._met_in(clause, constraint).isdisjoint(wanted):
                return constraint
        row = sense.row
        if sense.nothing and row.subject and not self._all_are(clause, row.subject):
            return "subject"
        if row.object_not and self._meets(clause, "object", row.object_not):
            return "object_not"
        if row.complements and not any(self._meets(clause, *one) for one in row.complements.items()):
            return "complements"
        if row.modifiers and not self._modified(clause, row.modifiers):
            return "modifiers"
        return self._failing_inside(clause, row)

    def _failing_inside(self, clause: Clause, row: Predicate) -> Constraint | None:
        """The first that does not hold of what the clause is about, or has somewhere in it."""
        inner = self.content(clause)
        if row.content is not None and row.content != (inner is not None):
            return "content"
        if row.content_lemmas and (inner is None or inner.lemma not in row.content_lemmas):
            return "content_lemmas"
        if row.content_markers and (inner is None or inner.marker not in row.content_markers):
            return "content_markers"
        if row.content_mood and (inner is None or inner.mood not in row.content_mood):
            return "content_mood"
        if row.content_polarity and (inner is None or inner.polarity not in row.content_polarity):
            return "content_polarity"
        if row.content_of_other and (inner is None or not self._is_of_other(clause, inner)):
            return "content_of_other"
        if row.content_types and not self._is_of_type(inner, row.content_types):
            return "content_types"
        if row.aims and not any(self._aims(child, row.aims) for child in self._ends(clause)):
            return "aims"
        words = self.parsed.words_between(clause.start, clause.end) if row.nearby else ()
        if row.nearby and not any(word.lemma.lower() in row.nearby for word in words):
            return "nearby"
        return None

    def _is_of_type(self, clause: Clause | None, types: tuple[str, ...]) -> bool:
        found = None if clause is None else self.match(clause)
        return found is not None and found.sense.type in types

    def _ends(self, clause: Clause) -> Iterator[Clause]:
        """What hangs on the clause, and on its objects (*launched an operation to free them*)."""
        objects = {role.phrase for role in clause.all_roles("object")}
        yield from self.parsed.children(clause)
        yield from (one for one in self.parsed.clauses if one.host is not None and one.host in objects)

    def _aims(self, clause: Clause, wanted: tuple[str, ...]) -> bool:
        """Whether the clause says what for, and is one of these verbs or types."""
        if clause.relation not in ("purpose", "content", "relative") or clause.marker != "to":
            return False
        return clause.lemma in wanted or self._is_of_type(clause, wanted)

    def _is_of_other(self, clause: Clause, inner: Clause) -> bool:
        """Whether the clause inside has a subject that is not the predicate's own, nor *we* or *it* unresolved."""
        own = {key for one in self.phrases(clause, "subject") for key in self._named(one)}
        for phrase in self.phrases(inner, "subject"):
            found = self._named(phrase)
            if phrase.kind == "pronoun" and not found:
                return False
            return not found & own
        return inner.voice == "passive"

    def _named(self, phrase: Phrase) -> frozenset[str]:
        """Who the phrase stands for, as keys that tell one from another."""
        return frozenset(who.actor.id if who.actor else who.name for who in self.cast.of(phrase))

    def content(self, clause: Clause) -> Clause | None:
        """The clause that depends on the predicate as its content."""
        role = clause.role("content")
        return None if role is None or role.clause is None else self.parsed.clauses[role.clause]

    def phrases(self, clause: Clause, slot: str) -> tuple[Phrase, ...]:
        """What stands in that role of the clause, or behind that preposition on it or on its object.

        In text order, but what opens the sentence comes last.
        """
        if not self._is_filled(clause, slot):
            return ()
        key = (clause.index, slot)
        if key not in self._phrases:
            self._phrases[key] = self._phrases_of(clause, slot)
        return self._phrases[key]

    def _is_filled(self, clause: Clause, slot: str) -> bool:
        """Whether anything stands there; of most slots that the senses ask for, nothing does."""
        if clause.index not in self._standing:
            self._standing[clause.index] = self._by_slot(clause)
        return slot in self._standing[clause.index] or ">" in slot

    def _phrases_of(self, clause: Clause, slot: str) -> tuple[Phrase, ...]:
        outer, inside, preposition = slot.partition(">")
        if inside:  # *to>in*: what hangs by *in* on what stands behind *to*
            hanging = (a for one in self.phrases(clause, outer) for a in one.attachments)
            return tuple(self.parsed.phrases[a.phrase] for a in hanging if a.preposition == preposition)
        found = list(self._standing[clause.index][slot].values())
        if slot == "object":
            found += self._meant(clause, found)
        found = [phrase for phrase in found if slot != "to" or phrase.lemma not in FEELINGS]
        behind = clause.kind == "verb" and slot not in ("subject", "object")  # *On his way back, he called on the pope*
        return tuple(sorted(found, key=lambda phrase: (behind and phrase.head < clause.head, phrase.head)))

    def _by_slot(self, clause: Clause) -> dict[str, dict[int, Phrase]]:
        """Everything that stands in a role of the clause, or behind a preposition on it, its objects or attributes."""
        there = [(slot, role.phrase) for role in clause.roles for slot in _slots_of(role)]
        carriers = [role.phrase for name in ("object", "attribute") for role in clause.all_roles(name)]
        for carrier in self._what_there_is((clause.phrase, *carriers)):
            there += [(slot, one.phrase) for one in carrier.attachments for slot in _same(one.preposition)]
        if clause.lemma in HANDING and all(slot != "to" for slot, _ in there):
            there += self._further_in(clause)
        found: dict[str, dict[int, Phrase]] = {}
        for slot, index in there:
            if index is not None:
                found.setdefault(slot, {})[index] = self.parsed.phrases[index]
        return found

    def strayed(self, clause: Clause, slot: str) -> tuple[Phrase, ...]:
        """*returned a picture of a girl by Matisse to its owner*: what the parser hangs on the last noun before it."""
        if self._is_filled(clause, slot):
            return ()
        standing = (
            one for there, found in self._standing[clause.index].items() if there != "subject" for one in found.values()
        )
        behind = [one for one in standing if one.head > clause.head]
        for phrase in behind:  # grows while it is read
            for attachment in phrase.attachments:
                if slot in _same(attachment.preposition):
                    return (self.parsed.phrases[attachment.phrase],)
            inner = (*(attachment.phrase for attachment in phrase.attachments), *phrase.apposition)
            behind += [one for one in map(self.parsed.phrases.__getitem__, inner) if one not in behind]
        return ()

    def _further_in(self, clause: Clause) -> list[tuple[str, int | None]]:
        """*returned a ring engraved with a lion to Peru*: the last behind *to* inside the words of the object."""
        objects = [self.parsed.phrases[role.phrase] for role in clause.all_roles("object") if role.phrase is not None]
        asides = (one.end for one in self.parsed.children(clause) if not one.finite and not one.marker)
        end = max((*(one.end for one in objects), *asides)) if objects else 0
        within = (one for one in self.parsed.phrases if clause.trigger_end < one.start < end)
        behind = [one for one in within if self.parsed.text[: one.start].endswith(" to ") and not one.members]
        return [("to", behind[-1].index)] if behind else []

    def _what_there_is(self, carriers: Iterable[int | None]) -> Iterator[Phrase]:
        """The phrases, all members of them, and what there is so much of (*tents and tons of rice for Chad*)."""
        for carrier in (one for one in carriers if one is not None):
            whole = self.parsed.phrases[carrier]
            for member in (whole, *(one for one in self.parsed.members(whole) if one.index != carrier)):
                yield member
                for attachment in member.attachments if member.lemma in QUANTITIES else ():
                    if attachment.preposition == "of":
                        yield from self.parsed.members(self.parsed.phrases[attachment.phrase])

    def _meant(self, clause: Clause, objects: list[Phrase]) -> list[Phrase]:
        """*signed the accord and scrapped it*: what the first verb was done to, where a pronoun stands for it."""
        is_joined = clause.relation in JOINED or (clause.relation == "content" and clause.role("subject") is None)
        if not is_joined or clause.parent is None or not objects:
            return []
        words = {self.parsed.words[phrase.head].text.lower() for phrase in objects}
        before = self.parsed.clauses[clause.parent].role("object")
        if not words <= IT or before is None or before.phrase is None:
            return []
        meant = self.parsed.phrases[before.phrase]
        return [meant] if meant.kind != "pronoun" and meant.head < clause.head else []

    def _meets(self, clause: Clause, slot: str, wanted: tuple[str, ...]) -> bool:
        return not self._met_in(clause, slot).isdisjoint(wanted)

    def _meeting(self, clause: Clause, slot: str, wanted: tuple[str, ...]) -> Iterator[tuple[int, str]]:
        """The first phrase there that meets the constraint, and the first of its words that is met."""
        for phrase in self.phrases(clause, slot):
            for member in self.parsed.members(phrase):
                met = self._met(member)
                if not met.isdisjoint(wanted):
                    yield phrase.index, next(word for word in wanted if word in met)
                    return

    def _met_in(self, clause: Clause, slot: str) -> frozenset[str]:
        """All that a constraint on that slot can ask for and that is there."""
        there = self._met_there.setdefault(clause.index, {})
        if slot not in there:
            there[slot] = self._find_met(clause, slot)
        return there[slot]

    def _find_met(self, clause: Clause, slot: str) -> frozenset[str]:
        if slot in OF_CLAUSE:
            return frozenset((getattr(clause, slot),))
        found = NOTHING
        if self._is_filled(clause, slot):
            members = chain.from_iterable(map(self.parsed.members, self.phrases(clause, slot)))
            found = NOTHING.union(*map(self._met, members))
        if slot == "attribute":
            return found | self.lexicon.with_classes(self._called(clause))
        return found | {"*"} if slot == "subject" else found

    def _all_are(self, clause: Clause, wanted: tuple[str, ...]) -> bool:
        """*air strikes and artillery fire hit the town*: of several subjects each must be what does nothing."""
        members = [one for phrase in self.phrases(clause, "subject") for one in self.parsed.members(phrase)]
        return len(members) < 2 or not any(self._met(one).isdisjoint(wanted) for one in members)

    def is_one(self, phrase: Phrase, word: str) -> bool:
        """Whether the phrase meets a constraint: a word, a class, or what `*`, `@actor` and their like ask for."""
        return word in self._met(phrase)

    def _called(self, clause: Clause) -> frozenset[str]:
        """What the object is called in words that are no phrase: *called it cowardly*, *described it as shameful*."""
        words = self.parsed.words
        objects = self.phrases(clause, "object")
        if not objects and clause.voice == "active":  # *stood firm*
            return frozenset(word.text.lower() for word in words[clause.head + 1 : clause.head + 2])
        ends = [word for phrase in objects for word in (phrase.head, *(m for m in phrase.modifiers if m > phrase.head))]
        after = words[max(ends) + 1 :] if ends else ()
        behind = [word for word in after if word.start < clause.end]
        found = {words[index].text.lower() for index in ends[1:]}
        for place, word in enumerate(behind):
            is_first = place == 0 or behind[place - 1].text.lower() == "as"
            found |= {word.text.lower()} if is_first and word.pos in QUALIFYING else set()
        return frozenset(found)

    def _met(self, phrase: Phrase) -> frozenset[str]:
        """All that a constraint can ask for and that the phrase meets: words, their classes, and what is built in."""
        if phrase.index not in self._met_by:
            built_in = (f"@{name}" for name in (*self._built_in(phrase), *self._classes(phrase)))
            self._met_by[phrase.index] = self.lexicon.with_classes(self._names(phrase)).union(("*",), built_in)
        return self._met_by[phrase.index]

    def _built_in(self, phrase: Phrase) -> Iterator[str]:
        who = self.cast.of(phrase)
        actors = [mention.actor for mention in who if mention.actor]
        if phrase.number == "plural" or len(phrase.members) > 1:
            yield "plural"
        if len(phrase.members) > 1 or (phrase.number == "plural" and self._are_of_several(phrase)):
            yield "several"
        if phrase.kind == "name" or who:
            yield "place"
        if phrase.kind == "pronoun" or who:
            yield "actor"
        if phrase.kind == "pronoun" or (phrase.kind == "name" and actors):
            yield "name"
        if any(actor.code is not None and actor.code == actor.country for actor in actors):
            yield "country"
        yield from (f"sector:{actor.sector}" for actor in actors)

    def _are_of_several(self, phrase: Phrase) -> bool:
        """*Polish and Baltic soldiers*: whether two capitalised words are joined before the plural."""
        before = [self.parsed.words[index].text for index in phrase.modifiers if index < phrase.head]
        core = self.parsed.text[phrase.core_start : phrase.core_end].split()
        joined = next((place for place, word in enumerate(core) if word == "and" and 0 < place < len(core) - 1), None)
        capitals = joined is not None and core[joined - 1][:1].isupper() and core[joined + 1][:1].isupper()
        return len(self.cast.of(phrase)) > 1 or (capitals and bool(before))

    def _classes(self, phrase: Phrase) -> Iterator[str]:
        """The classes of a phrase, whatever its words: a person's is `people`, an army's `troops`, a court's `courts`.

        A sum's is `money`, however it is written (*€45m*, *$100,000*).
        """
        if phrase.entity == "MONEY" or SUM.match(self.parsed.text, phrase.start, phrase.end):
            yield "money"
        if phrase.kind == "name":
            sectors = {who.actor.sector for who in self.cast.of(phrase) if who.actor}
            yield from (name for name, entity in ENTITIES_OF.items() if phrase.entity == entity)
            yield from (name for name, of in SECTORS_OF.items() if not sectors.isdisjoint(of))

    def _names(self, phrase: Phrase) -> set[str]:
        """The head, alone, with the word before it and with its *of*; behind a quantity what there is so much of."""
        words = self.parsed.words
        found = {phrase.lemma}
        before = [index for index in phrase.modifiers if index < phrase.head]
        for length in (1, 2):
            if len(before) >= length:
                found.add(" ".join([*(words[index].lemma.lower() for index in before[-length:]), phrase.lemma]))
        if before and words[before[-1]].tag == "VBN":  # *a combined operation*
            found.add(f"{words[before[-1]].text.lower()} {phrase.lemma}")
        for attachment in phrase.attachments:
            if attachment.preposition == "of":
                content = self.parsed.phrases[attachment.phrase]
                found.add(f"{phrase.lemma} of {content.lemma}")
                if phrase.lemma in QUANTITIES:
                    found.update(self._names(content) if content.kind != "name" else (content.lemma,))
        if phrase.kind == "name":  # *President Zelensky*, *Salva Kiir, the president* are presidents
            whole = self._is_body(phrase)
            found.update(words[i].lemma.lower() for i in before if not whole or words[i].text.islower())
            found.update(self.parsed.phrases[index].lemma for index in phrase.apposition)
        return found

    def _is_body(self, phrase: Phrase) -> bool:
        """Whether the name is of a body that the library knows: it is nothing else that its words name."""
        return phrase.entity == "ORG" and any(
            who.code is not None and who.actor and not who.actor.office for who in self.cast.of(phrase)
        )

    def _modified(self, clause: Clause, wanted: tuple[str, ...]) -> bool:
        carriers = [clause.phrase] if clause.kind == "noun" else [role.phrase for role in clause.all_roles("object")]
        words = self.parsed.words
        modifiers = {
            form.lower()
            for carrier in carriers
            if carrier is not None
            for index in self.parsed.phrases[carrier].modifiers
            for form in (words[index].lemma, words[index].text)
        }
        return not self.lexicon.with_classes(modifiers).isdisjoint(wanted)


def _slots_of(role: Role) -> Iterator[str]:
    """The slots of a role: its name, its preposition; *as* says what something is (*described it as a farce*)."""
    if role.name != "complement":
        yield role.name
    if role.preposition == "as":
        yield "attribute"
    yield from _same(role.preposition)


def _same(preposition: str) -> tuple[str, ...]:
    """The preposition and what it also stands for: *out of* is *from*."""
    return (preposition, "from") if preposition == "out of" else (preposition,)


def _names_somebody(word: str) -> bool:
    """Whether a constraint asks for somebody: such a phrase may still be the one acted on."""
    return word.startswith("@") and (word[1:].split(":")[0] in BUILT_IN or word[1:] in SOMEBODY)


def _with_particles(clause: Clause) -> Iterator[str]:
    """The verb with what may be its particle: *pull* with *out of Gaza*, *walk* with *out*."""
    if clause.kind == "verb":
        holds = clause.role("object") is not None  # *held drills off Palawan* does not hold off
        for word in (*clause.adverbs, *(role.preposition.partition(" ")[0] for role in clause.roles)):
            if word and not (holds and word in ONLY_PREPOSITIONS and word not in clause.adverbs):
                yield f"{clause.lemma} {word}"
