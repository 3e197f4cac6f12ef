"""Which sense of the lexicon a clause has: the first, in the lexicon's order, whose constraints all hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.actors import Cast
from dragoman.events.lexicon import BUILT_IN, SOMEBODY, Kind, Lexicon, Sense, admitted
from dragoman.language import Attachment, Clause, Parsed, Phrase

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
#: pronouns of things, and how a clause hangs on the one whose object they take up
IT = frozenset({"it", "them", "both"})
JOINED = frozenset({"conjunct", "parataxis"})

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
        self._phrases: dict[tuple[int, str], tuple[Phrase, ...]] = {}  # asked for again by every sense
        self._hanging: dict[int, tuple[Attachment, ...]] = {}
        self._types: dict[int, frozenset[str]] = {}
        self._named_by: dict[int, frozenset[str]] = {}
        self._spelt_out: dict[tuple[str, ...], frozenset[str]] = {}

    def match(self, clause: Clause) -> Match | None:
        """The clause's sense, None where the lexicon has none that fits."""
        if clause.index not in self._matches:
            self._matches[clause.index] = None  # a clause that depends on itself finds nothing
            self._matches[clause.index] = self._find(clause)
        return self._matches[clause.index]

    def _find(self, clause: Clause) -> Match | None:
        for sense, by_base in self._candidates(clause):
            met: dict[int, str] = {}
            reason = self._refused(clause, sense, met)
            if reason is None:
                used = frozenset(
                    phrase for phrase, word in met.items() if word not in ANYBODY and not _names_somebody(word)
                )
                return Match(
                    sense, used, frozenset(phrase for phrase, word in met.items() if word not in ANYBODY), by_base
                )
            if self.keep_refusals:
                self.refusals.setdefault(clause.index, []).append(Refusal(sense, reason))
        return None

    def _candidates(self, clause: Clause) -> Iterator[tuple[Sense, bool]]:
        kind: Kind = clause.kind
        own = [
            sense
            for lemma in dict.fromkeys((*_with_particles(clause), clause.lemma))
            for sense in self.lexicon.of_lemma(kind, lemma)
        ]
        if len({sense.nothing for sense in own}) > 1:  # *exports drop by a third* is no visit, whatever the particle
            own.sort(key=lambda sense: not sense.nothing)
        yield from ((sense, False) for sense in own)
        if clause.base != clause.lemma or kind == "noun":
            tried = {sense.order for sense in own}
            verbs = self.lexicon.of_lemma("verb", clause.base)
            yield from ((sense, True) for sense in verbs if sense.order not in tried)

    def rivals(self, clause: Clause, type_name: str) -> int:
        """How many other types (none counts as one) the lexicon has for the clause's word."""
        if clause.index not in self._types:
            self._types[clause.index] = frozenset(sense.type for sense, _ in self._candidates(clause))
        return len(self._types[clause.index] - {type_name})

    def is_nothing_of(self, clause: Clause, other: Clause) -> bool:
        """Whether the clause would be no act if the other's subject did it (*killing* of a storm's)."""
        wanted = {word for sense, _ in self._candidates(clause) if sense.nothing for word in sense.row.subject}
        wanted.discard("*")
        return self._meets(other, "subject", tuple(wanted), {})

    def _refused(self, clause: Clause, sense: Sense, met: dict[int, str]) -> str | None:
        """Why the sense does not fit, None if it does; `met` gathers the phrases that met a constraint, and which."""
        row = sense.row
        if row.light and clause.light not in row.light:
            return f"light verb is {clause.light or 'none'}"
        if row.mood and clause.mood not in row.mood:
            return f"mood is {clause.mood}"
        if row.polarity and clause.polarity not in row.polarity:
            return f"it is {clause.polarity}"
        for slot in ("subject", "object", "attribute"):
            wanted: tuple[str, ...] = getattr(row, slot)
            if wanted and not self._meets(clause, slot, wanted, met):
                return f"{slot} is none of {_some(wanted)}"
        if sense.nothing and row.subject and not self._all_are(clause, row.subject):
            return f"not all of the subjects are {_some(row.subject)}"
        if row.object_not and self._meets(clause, "object", row.object_not, {}):
            return f"object is one of {_some(row.object_not)}"
        if row.complements and not any(
            self._meets(clause, slot, wanted, met) for slot, wanted in row.complements.items()
        ):
            return f"no complement with {', '.join(row.complements)} that fits"
        if row.modifiers and not self._modified(clause, row.modifiers):
            return f"no modifier among {_some(row.modifiers)}"
        return self._content_refused(clause, sense)

    def _content_refused(self, clause: Clause, sense: Sense) -> str | None:
        row = sense.row
        inner = self.content(clause)
        if row.content is not None and row.content != (inner is not None):
            return "a clause depends on it" if inner else "no clause depends on it"
        if row.content_lemmas and (inner is None or inner.lemma not in row.content_lemmas):
            return f"the clause inside is not {_some(row.content_lemmas)}"
        if row.content_markers and (inner is None or inner.marker not in row.content_markers):
            return f"the clause inside does not begin with {_some(row.content_markers)}"
        if row.content_mood and (inner is None or inner.mood not in row.content_mood):
            return f"the mood of the clause inside is not {_some(row.content_mood)}"
        if row.content_polarity and (inner is None or inner.polarity not in row.content_polarity):
            return f"the clause inside is not {_some(row.content_polarity)}"
        if row.content_of_other and (inner is None or not self._is_of_other(clause, inner)):
            return "the subject of the clause inside is the same"
        if row.content_types:
            found = None if inner is None else self.match(inner)
            if found is None or found.sense.type not in row.content_types:
                return f"the event inside is not {_some(row.content_types)}"
        if row.aims and not any(self._aims(child, row.aims) for child in self.parsed.children(clause)):
            return f"it is not done to {_some(row.aims)}"
        if row.nearby and not any(
            word.lemma.lower() in row.nearby for word in self.parsed.words_between(clause.start, clause.end)
        ):
            return f"the clause has none of the words {_some(row.nearby)}"
        return None

    def _aims(self, clause: Clause, wanted: tuple[str, ...]) -> bool:
        """Whether the clause says what for, and is one of these verbs or types."""
        if clause.relation not in ("purpose", "content") or clause.marker != "to":
            return False
        found = None if clause.lemma in wanted else self.match(clause)
        return clause.lemma in wanted or (found is not None and found.sense.type in wanted)

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
        key = (clause.index, slot)
        if key not in self._phrases:
            self._phrases[key] = self._phrases_of(clause, slot)
        return self._phrases[key]

    def _phrases_of(self, clause: Clause, slot: str) -> tuple[Phrase, ...]:
        outer, inside, preposition = slot.partition(">")
        if inside:  # *to>in*: what hangs by *in* on what stands behind *to*
            hanging = (a for one in self.phrases(clause, outer) for a in one.attachments)
            return tuple(self.parsed.phrases[a.phrase] for a in hanging if a.preposition == preposition)
        found = []
        for role in clause.roles:
            is_role = role.name == slot and slot != "complement"
            is_role |= slot == "attribute" and role.preposition == "as"  # *described it as a farce*
            if role.phrase is not None and (is_role or _is_same(role.preposition, slot)):
                found.append(self.parsed.phrases[role.phrase])
        for attachment in self._carried(clause):
            if _is_same(attachment.preposition, slot):
                found.append(self.parsed.phrases[attachment.phrase])
        if not found:
            return ()
        found = list(dict.fromkeys(found))
        if slot == "object":
            found += self._meant(clause, found)
        found = [phrase for phrase in found if slot != "to" or phrase.lemma not in FEELINGS]
        behind = clause.kind == "verb" and slot not in ("subject", "object")  # *On his way back, he called on the pope*
        return tuple(sorted(found, key=lambda phrase: (behind and phrase.head < clause.head, phrase.head)))

    def strayed(self, clause: Clause, slot: str) -> tuple[Phrase, ...]:
        """*returned a picture of a girl by Matisse to its owner*: what the parser hangs on the last noun before it."""
        hanging = [attachment.phrase for attachment in self._carried(clause)]
        hanging += [role.phrase for role in clause.all_roles("complement") if role.phrase is not None]
        behind = [one for index in hanging if (one := self.parsed.phrases[index]).head > clause.head]
        for phrase in behind:  # grows while it is read
            for attachment in phrase.attachments:
                if _is_same(attachment.preposition, slot):
                    return (self.parsed.phrases[attachment.phrase],)
            inner = (*(attachment.phrase for attachment in phrase.attachments), *phrase.apposition)
            behind += [one for one in map(self.parsed.phrases.__getitem__, inner) if one not in behind]
        return ()

    def _carried(self, clause: Clause) -> tuple[Attachment, ...]:
        """What hangs by prepositions on the noun of the clause, on its objects and attributes."""
        if clause.index not in self._hanging:
            carriers = [clause.phrase] if clause.phrase is not None else []
            named = (*clause.all_roles("object"), *clause.all_roles("attribute"))
            carriers += [role.phrase for role in named if role.phrase is not None]
            self._hanging[clause.index] = tuple(
                attachment for carrier in self._what_there_is(carriers) for attachment in carrier.attachments
            )
        return self._hanging[clause.index]

    def _what_there_is(self, carriers: list[int]) -> Iterator[Phrase]:
        """The phrases, all members of them, and what there is so much of (*tents and tons of rice for Chad*)."""
        for carrier in carriers:
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

    def _meets(self, clause: Clause, slot: str, wanted: tuple[str, ...], met: dict[int, str]) -> bool:
        phrases = self.phrases(clause, slot)
        plain, others = _parted(wanted) if phrases else NOTHING
        for phrase in phrases:
            for member in self.parsed.members(phrase):
                tried = others if self._names(member).isdisjoint(plain) else wanted
                word = next((word for word in tried if self._is(member, word)), None)
                if word is not None:
                    met[phrase.index] = word
                    return True
        if slot == "attribute":
            return not self._called(clause).isdisjoint(self._admitted(wanted))
        return "*" in wanted and slot == "subject"

    def _all_are(self, clause: Clause, wanted: tuple[str, ...]) -> bool:
        """*air strikes and artillery fire hit the town*: of several subjects each must be what does nothing."""
        members = [one for phrase in self.phrases(clause, "subject") for one in self.parsed.members(phrase)]
        return len(members) < 2 or all(any(self._is(one, word) for word in wanted) for one in members)

    def is_one(self, phrase: Phrase, word: str) -> bool:
        """Whether the phrase meets a constraint: a word, a class, or what `*`, `@actor` and their like ask for."""
        return self._is(phrase, word)

    def _admitted(self, wanted: tuple[str, ...]) -> frozenset[str]:
        if wanted not in self._spelt_out:
            self._spelt_out[wanted] = admitted(wanted, self.lexicon.classes)
        return self._spelt_out[wanted]

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

    def _is(self, phrase: Phrase, word: str) -> bool:
        if word == "*":
            return True
        if not word.startswith("@"):
            return word in self._names(phrase)
        if word[1:] in self.lexicon.classes:
            return not self._names(phrase).isdisjoint(self.lexicon.classes[word[1:]]) or self._is_one_of(
                phrase, word[1:]
            )
        return self._is_built_in(phrase, word[1:])

    def _is_built_in(self, phrase: Phrase, name: str) -> bool:
        if name == "plural":
            return phrase.number == "plural" or len(phrase.members) > 1
        if name == "several":
            return len(phrase.members) > 1 or (phrase.number == "plural" and self._are_of_several(phrase))
        if name == "place":
            return phrase.kind == "name" or bool(self.cast.of(phrase))
        actors = [mention.actor for mention in self.cast.of(phrase) if mention.actor]
        if name == "actor":
            return bool(self.cast.of(phrase)) or phrase.kind == "pronoun"
        if name == "name":
            return (phrase.kind == "name" and bool(actors)) or phrase.kind == "pronoun"
        if name == "country":
            return any(actor.code is not None and actor.code == actor.country for actor in actors)
        return any(actor.sector == name.removeprefix("sector:") for actor in actors)

    def _are_of_several(self, phrase: Phrase) -> bool:
        """*Polish and Baltic soldiers*: whether two capitalised words are joined before the plural."""
        before = [self.parsed.words[index].text for index in phrase.modifiers if index < phrase.head]
        core = self.parsed.text[phrase.core_start : phrase.core_end].split()
        joined = next((place for place, word in enumerate(core) if word == "and" and 0 < place < len(core) - 1), None)
        capitals = joined is not None and core[joined - 1][:1].isupper() and core[joined + 1][:1].isupper()
        return len(self.cast.of(phrase)) > 1 or (capitals and bool(before))

    def _is_one_of(self, phrase: Phrase, name: str) -> bool:
        """Whether a name is one of a class: a person of `people`, an army of `troops`, a court of `courts`.

        A sum of money is of `money`, however it is written (*€45m*, *$100,000*).
        """
        if name == "money":
            return phrase.entity == "MONEY" or _is_sum(self.parsed.text[phrase.start : phrase.end])
        if phrase.kind != "name" or (name not in SECTORS_OF and name not in ENTITIES_OF):
            return False
        if phrase.entity == ENTITIES_OF.get(name):
            return True
        return any(who.actor and who.actor.sector in SECTORS_OF.get(name, ()) for who in self.cast.of(phrase))

    def _names(self, phrase: Phrase) -> frozenset[str]:
        """The head, alone, with the word before it and with its *of*; behind a quantity what there is so much of."""
        if phrase.index not in self._named_by:
            self._named_by[phrase.index] = self._names_of(phrase)
        return self._named_by[phrase.index]

    def _names_of(self, phrase: Phrase) -> frozenset[str]:
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
                content = self.parsed.phrases[attachment.phrase].lemma
                found.update((f"{phrase.lemma} of {content}", *((content,) if phrase.lemma in QUANTITIES else ())))
        if phrase.kind == "name":  # *President Zelensky*, *Salva Kiir, the president* are presidents
            found.update(words[index].lemma.lower() for index in before)
            found.update(self.parsed.phrases[index].lemma for index in phrase.apposition)
        return frozenset(found)

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
        return not modifiers.isdisjoint(wanted)


#: a constraint of no words
NOTHING: tuple[frozenset[str], tuple[str, ...]] = (frozenset(), ())


@cache
def _parted(wanted: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a constraint that are words, looked up at once, and the others: classes and what is built in."""
    plain = frozenset(word for word in wanted if word != "*" and not word.startswith("@"))
    return plain, tuple(word for word in wanted if word not in plain)


def _is_same(preposition: str, slot: str) -> bool:
    """Whether a preposition is the slot's; *out of* is *from*."""
    return preposition == slot or (preposition == "out of" and slot == "from")


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


def _is_sum(words: str) -> bool:
    """Whether the words begin with a currency's sign and a number."""
    return SUM.match(words) is not None


def _some(words: tuple[str, ...]) -> str:
    return ", ".join(words[:4]) + (" …" if len(words) > 4 else "")
