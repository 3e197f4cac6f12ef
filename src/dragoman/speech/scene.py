"""What the finders share: the article, who is in it, the lexicon, and look-ups that the parse does not keep."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from dragoman.actors import Cast
from dragoman.language.model import Clause, Parsed, Phrase, Quotation
from dragoman.records import ActorMention, Document, PlaceMention, SpeechAct, TimeMention
from dragoman.speech.schema import Complement, Lexicon

Range = tuple[int, int]


@dataclass(slots=True)
class Link:
    """A carrier of somebody's words, while the chain is being built."""

    phrase: Phrase
    kind: str
    clause: Clause | None = None
    cue: Range | None = None


@dataclass(slots=True, eq=False)
class Finding:
    """A statement under construction.

    `heads` are the clauses that stand for it in its sentence (the cue's own, and the light verb's above a noun);
    `content_clause` is the main clause of what is said. `pieces` are the spans of the content.
    `source` is who speaks where no phrase of the sentence is (*WALLACE: …*).
    `beside` is the place of a report that stands beside what it reports (*…, X said on Monday*).
    `of_document`: its speakers are a document, which speaks for nobody and is no link of a chain.
    """

    rule: str
    cue: Range | None
    act: SpeechAct | None = None
    kind: str = "speech"
    clause: Clause | None = None
    heads: set[int] = field(default_factory=set)
    speakers: list[Phrase] = field(default_factory=list)
    source: Range | None = None
    pieces: list[Range] = field(default_factory=list)
    complement: Complement | None = None
    content_clause: Clause | None = None
    addressees: list[Phrase] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    parent: Finding | None = None
    denies: Finding | None = None
    basis: Phrase | None = None
    carrier_only: bool = False
    of_document: bool = False
    beside: Range | None = None

    @property
    def start(self) -> int:
        """Where the cue, or without one the content, begins."""
        return self.cue[0] if self.cue else self.pieces[0][0]


@dataclass(frozen=True, slots=True)
class Trial:
    """A cue that was tried: where, by which entry, whether it fired, and if not, why."""

    start: int
    end: int
    rule: str
    fired: bool
    reason: str = ""


@dataclass(frozen=True)
class Scene:
    """One article on its way through the finders; `trials` is the log that `explain` shows."""

    document: Document
    parsed: Parsed
    times: tuple[TimeMention, ...]
    cast: Cast
    places: tuple[PlaceMention, ...]
    lexicon: Lexicon
    trials: list[Trial] = field(default_factory=list)

    @cached_property
    def outer(self) -> tuple[Quotation, ...]:
        """The quotations that stand in no other."""
        return tuple(quotation for quotation in self.parsed.quotations if quotation.depth == 0)

    @cached_property
    def _outer_starts(self) -> list[int]:
        return [quotation.outer_start for quotation in self.outer]

    def outer_near(self, offset: int) -> tuple[Quotation | None, Quotation | None]:
        """The last quotation that begins before the offset, and the first that begins there or behind it."""
        place = bisect_left(self._outer_starts, offset)
        before = self.outer[place - 1] if place else None
        return before, self.outer[place] if place < len(self.outer) else None

    @cached_property
    def clauses_in(self) -> dict[int, list[Clause]]:
        """Verb and adjective clauses by the outermost quotation in which they stand."""
        found: dict[int, list[Clause]] = defaultdict(list)
        for clause in self.parsed.clauses:
            quotation = self.outermost(clause.quotation)
            if quotation is not None and clause.kind != "noun":
                found[quotation.index].append(clause)
        return found

    @cached_property
    def phrase_of_word(self) -> dict[int, int]:
        """The phrase that a word heads."""
        return {phrase.head: phrase.index for phrase in self.parsed.phrases}

    @cached_property
    def phrases_ending(self) -> dict[int, list[Phrase]]:
        """Phrases by where they end, as a whole or without what hangs on them."""
        found: dict[int, list[Phrase]] = defaultdict(list)
        for phrase in self.parsed.phrases:
            for end in {phrase.core_end, phrase.end}:
                found[end].append(phrase)
        return found

    @cached_property
    def hosted(self) -> dict[int, list[Clause]]:
        """Relative clauses, participles and content clauses by the phrase that they hang on."""
        found: dict[int, list[Clause]] = defaultdict(list)
        for clause in self.parsed.clauses:
            if clause.host is not None:
                found[clause.host].append(clause)
        return found

    @cached_property
    def object_of(self) -> dict[int, Clause]:
        """The verb clause whose object a phrase is."""
        found: dict[int, Clause] = {}
        for clause in self.parsed.clauses:
            if clause.kind == "verb":
                for role in clause.all_roles("object"):
                    if role.phrase is not None:
                        found.setdefault(role.phrase, clause)
        return found

    @cached_property
    def subject_of(self) -> dict[int, list[Clause]]:
        """The verb clauses whose subject a phrase is in its own sentence."""
        found: dict[int, list[Clause]] = defaultdict(list)
        for clause in self.parsed.clauses:
            if clause.kind == "verb":
                for role in clause.all_roles("subject"):
                    if role.phrase is not None and role.filled_by == "syntax":
                        found[role.phrase].append(clause)
        return found

    def outermost(self, index: int | None) -> Quotation | None:
        """The quotation of that index, or the one that stands around all others around it."""
        while index is not None:
            quotation = self.parsed.quotations[index]
            if quotation.parent is None:
                return quotation
            index = quotation.parent
        return None

    def phrases(self, clause: Clause, name: str, prepositions: tuple[str, ...] | None = None) -> list[Phrase]:
        """The phrases in the roles of that name (and of one of the prepositions)."""
        return [
            self.parsed.phrases[role.phrase]
            for role in clause.roles
            if role.name == name
            and role.phrase is not None
            and (prepositions is None or role.preposition in prepositions)
        ]

    def actors(self, phrase: Phrase, speakers: tuple[ActorMention, ...] = ()) -> tuple[ActorMention, ...]:
        """Who the phrase stands for."""
        return self.cast.of(phrase, speakers=speakers)

    def is_somebody(self, phrase: Phrase) -> bool:
        """Whether the phrase stands for an actor, or for people whom the library does not know."""
        return bool(self.actors(phrase)) or (phrase.kind == "noun" and phrase.lemma in self.lexicon.persons)

    def is_outlet(self, phrase: Phrase) -> bool:
        """Whether the phrase names a paper, agency, broadcaster, or a report by one; not the people who work there."""
        if phrase.lemma in self.lexicon.press:
            return False
        codes = [who.code for who in self.actors(phrase) if who.code]
        if any(code.startswith("IGO") for code in codes):
            return False  # *the International Atomic Energy Agency*
        if phrase.lemma in self.lexicon.outlets and phrase.kind != "pronoun":
            return True
        return phrase.kind == "name" and any(code.endswith("MED") for code in codes)

    def is_document(self, phrase: Phrase) -> bool:
        """Whether the phrase is a statement, letter, report or the like."""
        return phrase.kind == "noun" and phrase.lemma in self.lexicon.documents

    def refuse(self, span: Range, rule: str, reason: str) -> None:
        """Note that a cue did not fire."""
        self.trials.append(Trial(*span, rule, False, reason))
