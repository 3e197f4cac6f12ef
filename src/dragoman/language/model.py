"""What the stages see of a text: words, sentences, quotations, phrases and clauses.

Nothing here knows spaCy, and nothing above `language` knows the parse tree: who does what to whom
is read from `Clause.roles`, what a phrase is made of from `Phrase`. All offsets are half-open code
points of the document's text; all indices point into the tuples of the same `Parsed`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dragoman.records import Mention, Mood, Polarity, Tense

ClauseKind = Literal["verb", "noun", "adjective"]
RoleName = Literal["subject", "object", "recipient", "complement", "content", "attribute"]
Voice = Literal["active", "passive"]
Number = Literal["singular", "plural"]
PhraseKind = Literal["name", "noun", "pronoun"]
Relation = Literal[
    "root", "content", "condition", "purpose", "relative", "conjunct", "adverbial", "nominal", "light", "parataxis"
]
FilledBy = Literal[
    "syntax", "passive", "control", "conjunct", "relative", "participle", "possessive", "adjective", "light", "nominal"
]


@dataclass(frozen=True, slots=True)
class Word:
    """One token. `tag` is Penn Treebank, `pos` Universal; `entity` the NER label or ""."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    sentence: int
    quotation: int | None
    entity: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `start:end`, words `first:last` (half-open)."""

    index: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks. `start:end` is inside the marks, `outer` includes them.

    `closed` is False where the mark never closes (a quoted paragraph that runs on into the next);
    `parent` is the quotation around this one; `depth` is 0 for the outermost.
    """

    index: int
    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool
    depth: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A phrase that hangs on another by a preposition: *talks `with` Seoul*."""

    preposition: str
    phrase: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase.

    `start:end` is the whole phrase with everything that hangs on it; `core_start:core_end` runs from
    the determiner to the head (`the Russian deputy foreign minister Andrey Rudenko`), without
    complements, appositions behind a comma, relative clauses and conjuncts.
    `members` are the phrases of a coordination, itself first (empty if it stands alone);
    `apposition` are phrases that name the same thing (both ways); `possessor` owns it (*Putin's*);
    `modifiers` are the word indices of adjectives, compounds and participles before the head.
    """

    index: int
    sentence: int
    head: int
    start: int
    end: int
    core_start: int
    core_end: int
    lemma: str
    kind: PhraseKind
    number: Number
    determiner: str
    modifiers: tuple[int, ...] = ()
    possessor: int | None = None
    attachments: tuple[Attachment, ...] = ()
    apposition: tuple[int, ...] = ()
    members: tuple[int, ...] = ()
    quotation: int | None = None
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what fills a role of a clause: a phrase, or (role `content`) another clause.

    Roles are logical: the subject is who does it, in the passive too (`by …`), the object to whom or
    what it is done. `preposition` is set for complements (`with`, `to`, `in response to`, …).
    """

    name: RoleName
    phrase: int | None = None
    clause: int | None = None
    preposition: str = ""
    filled_by: FilledBy = "syntax"


@dataclass(frozen=True, slots=True)
class Clause:
    """Who does what: a predicate (verb, noun or adjective) with its roles.

    `lemma` is the predicate's base form with its particle (`pull out`), `base` the verb behind a
    nominalisation (`condemnation` → `condemn`; the lemma itself otherwise). `light` is the light verb
    that carries a noun (`issue` in *issued a statement*), and such a noun clause has the verb's mood,
    tense, polarity and subject. `relation` says why the clause hangs on `parent`, `marker` by which word
    (`if`, `that`, `after`, `to`). `start:end` is the whole clause, `trigger_start:trigger_end` the
    predicate (with its particle). `host` is the phrase that a relative clause or participle modifies.
    `modals` are lemmas of the auxiliaries and of adverbs that bear on mood (`could`, `possibly`).
    `quotation` is the quotation in which the predicate stands.
    """

    index: int
    sentence: int
    kind: ClauseKind
    head: int
    lemma: str
    base: str
    start: int
    end: int
    trigger_start: int
    trigger_end: int
    roles: tuple[Role, ...]
    voice: Voice = "active"
    polarity: Polarity = "positive"
    mood: Mood = "asserted"
    tense: Tense = "none"
    perfect: bool = False
    progressive: bool = False
    finite: bool = False
    light: str = ""
    parent: int | None = None
    relation: Relation = "root"
    marker: str = ""
    host: int | None = None
    modals: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    quotation: int | None = None
    phrase: int | None = None

    def role(self, name: RoleName, preposition: str | None = None) -> Role | None:
        """The first role of that name (and preposition), if there is one."""
        return next(self.all_roles(name, preposition), None)

    def all_roles(self, name: RoleName, preposition: str | None = None) -> Iterator[Role]:
        """Every role of that name (and preposition), in the order of the text."""
        return (
            role
            for role in self.roles
            if role.name == name and (preposition is None or role.preposition == preposition)
        )


@dataclass(frozen=True)
class Parsed:
    """A text and all that was found in it. Clauses are in the order of their predicates."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    phrases: tuple[Phrase, ...]
    clauses: tuple[Clause, ...]

    def mention(self, start: int, end: int) -> Mention:
        """The words of the text from `start` up to `end`."""
        return Mention.of(self.text, start, end)

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _clauses_by_head(self) -> dict[int, int]:
        return {clause.head: clause.index for clause in self.clauses}

    @cached_property
    def _children(self) -> dict[int, tuple[int, ...]]:
        found: dict[int, list[int]] = {}
        for clause in self.clauses:
            if clause.parent is not None:
                found.setdefault(clause.parent, []).append(clause.index)
        return {parent: tuple(children) for parent, children in found.items()}

    @cached_property
    def _clauses_by_sentence(self) -> dict[int, list[Clause]]:
        found: dict[int, list[Clause]] = {}
        for clause in self.clauses:
            found.setdefault(clause.sentence, []).append(clause)
        return found

    @cached_property
    def _phrases_by_sentence(self) -> dict[int, list[Phrase]]:
        found: dict[int, list[Phrase]] = {}
        for phrase in self.phrases:
            found.setdefault(phrase.sentence, []).append(phrase)
        return found

    def word_at(self, offset: int) -> Word | None:
        """The word whose characters include `offset`, or the last one before it."""
        place = bisect_right(self._word_starts, offset) - 1
        return self.words[place] if place >= 0 else None

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that begin in `start:end`."""
        first = bisect_right(self._word_starts, start - 1)
        last = bisect_right(self._word_starts, end - 1)
        return self.words[first:last]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence around `offset`, or the last one before it."""
        place = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[place] if place >= 0 else None

    def clause_of_word(self, word: int) -> Clause | None:
        """The clause whose predicate is that word."""
        index = self._clauses_by_head.get(word)
        return None if index is None else self.clauses[index]

    def children(self, clause: Clause) -> tuple[Clause, ...]:
        """The clauses that hang directly on `clause`."""
        return tuple(self.clauses[index] for index in self._children.get(clause.index, ()))

    def ancestors(self, clause: Clause) -> Iterator[Clause]:
        """The clauses above, nearest first."""
        while clause.parent is not None:
            clause = self.clauses[clause.parent]
            yield clause

    def clauses_around(self, start: int, end: int) -> tuple[Clause, ...]:
        """Every clause whose extent covers `start:end`, the smallest first; of equal ones the last first."""
        sentence = self.sentence_at(start)
        inside = self._clauses_by_sentence.get(sentence.index, ()) if sentence else ()
        around = (clause for clause in reversed(inside) if clause.start <= start and end <= clause.end)
        return tuple(sorted(around, key=lambda clause: clause.end - clause.start))

    def phrases_around(self, start: int, end: int) -> tuple[Phrase, ...]:
        """Every phrase that covers `start:end`, the smallest first."""
        sentence = self.sentence_at(start)
        inside = self._phrases_by_sentence.get(sentence.index, ()) if sentence else ()
        around = (phrase for phrase in inside if phrase.start <= start and end <= phrase.end)
        return tuple(sorted(around, key=lambda phrase: phrase.end - phrase.start))

    def phrases_of(self, sentence: Sentence) -> Sequence[Phrase]:
        """The phrases of one sentence, in the order of their heads."""
        return self._phrases_by_sentence.get(sentence.index, ())

    def innermost_clause(self, start: int, end: int) -> Clause | None:
        """The smallest verbal clause whose extent covers `start:end`; of equal ones the last."""
        return next((clause for clause in self.clauses_around(start, end) if clause.kind != "noun"), None)

    def words_of(self, phrase: Phrase, *, core: bool = False) -> str:
        """The phrase as it stands in the text."""
        return self.text[phrase.core_start : phrase.core_end] if core else self.text[phrase.start : phrase.end]

    def members(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """The phrases of a coordination, or the phrase alone."""
        return tuple(self.phrases[index] for index in phrase.members) or (phrase,)
