"""Scores parsed sentences against the clause gold: who fills which role, and how the clause stands."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from dragoman.language.model import Clause, ClauseKind, Parsed, Relation, Voice, Word
from dragoman.records import Mood, Polarity, Tense

GOLD = Path(__file__).parents[1] / "gold" / "clauses"
ROLES = ("subject", "object", "recipient", "complement")
ASPECTS = ("polarity", "mood", "voice", "tense", "parent", "relation")


class GoldRow(BaseModel):
    """Base of the gold's rows: a misspelt key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Complement(GoldRow):
    """A phrase behind a preposition."""

    preposition: str
    phrase: str


class GoldClause(GoldRow):
    """One annotated clause; README.md beside the gold says how."""

    predicate: str
    occurrence: int = 1
    kind: ClauseKind
    lemma: str = ""
    base: str = ""
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    complements: tuple[Complement, ...] = ()
    polarity: Polarity
    mood: Mood
    voice: Voice = "active"
    tense: Tense
    parent: str
    parent_occurrence: int = 1
    relation: Relation

    def fillers(self) -> Iterator[tuple[str, str, str]]:
        """Role, preposition (or "") and phrase of everything that fills a role."""
        for role, phrases in (("subject", self.subject), ("object", self.object), ("recipient", self.recipient)):
            yield from ((role, "", phrase) for phrase in phrases)
        yield from (("complement", item.preposition, item.phrase) for item in self.complements)


class GoldSentence(GoldRow):
    """A sentence and its clauses."""

    id: str
    text: str
    clause: tuple[GoldClause, ...]


def read_gold(folder: Path = GOLD) -> dict[str, tuple[GoldSentence, ...]]:
    """The sentences of each construction, by the name of its file."""
    return {
        path.stem: tuple(
            GoldSentence.model_validate(row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]
        )
        for path in sorted(folder.glob("*.toml"))
    }


def spans_of(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the words stand in the text as whole words."""
    return tuple(match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def span_of(words: str, occurrence: int, text: str) -> tuple[int, int]:
    """The span of that occurrence (from 1) of the words."""
    return spans_of(words, text)[occurrence - 1]


def score(parsed_by_id: Mapping[str, Parsed], gold: Mapping[str, Iterable[GoldSentence]]) -> dict[str, float]:
    """Figures between 0 and 1, named `all/role_f1`, `passive/subject_precision`, `mood/mood` …

    For each file and for `all`: `clause_recall`; for each role and for `role` (all of them) precision, recall and F1;
    for each aspect (polarity, mood, voice, tense, parent, relation) the accuracy on predicates found.
    """
    counts: Counter[str] = Counter()
    for name, sentences in gold.items():
        for sentence in sentences:
            for key, number in _count(parsed_by_id[sentence.id], sentence).items():
                counts[f"{name}/{key}"] += number
                counts[f"all/{key}"] += number
    return dict(_figures(counts, [*gold, "all"]))


def differences(parsed: Parsed, sentence: GoldSentence) -> Iterator[str]:
    """Each thing in which the parse and the gold differ, one line each."""
    for clause in sentence.clause:
        found = _clause_of(parsed, clause, sentence.text)
        if found is None:
            yield f"{clause.predicate}: no clause"
            continue
        roles = _compare_roles(parsed, found, clause, sentence.text)
        yield from (f"{clause.predicate}: missed {' '.join(filler)}" for filler in roles.missed)
        yield from (f"{clause.predicate}: surplus {' '.join(filler)}" for filler in roles.surplus)
        for aspect, (wanted, given) in _aspects(parsed, found, clause, sentence.text).items():
            if wanted != given:
                yield f"{clause.predicate}: {aspect} {given!r}, not {wanted!r}"


Filler = tuple[str, str, str]


@dataclass(frozen=True)
class Comparison:
    """Fillers (role, preposition, words) of one clause that were found, missed, or given and not wanted."""

    right: tuple[Filler, ...]
    missed: tuple[Filler, ...]
    surplus: tuple[Filler, ...]


def _count(parsed: Parsed, sentence: GoldSentence) -> Counter[str]:
    counts: Counter[str] = Counter()
    for clause in sentence.clause:
        counts["clauses"] += 1
        counts.update(f"{role} wanted" for role, _, _ in clause.fillers())
        found = _clause_of(parsed, clause, sentence.text)
        if found is None:
            continue
        counts["found"] += 1
        roles = _compare_roles(parsed, found, clause, sentence.text)
        counts.update(f"{role} right" for role, _, _ in roles.right)
        counts.update(f"{role} given" for role, _, _ in roles.right + roles.surplus)
        for aspect, (wanted, given) in _aspects(parsed, found, clause, sentence.text).items():
            counts[f"{aspect} asked"] += 1
            counts[f"{aspect} right"] += wanted == given
    return counts


def _clause_of(parsed: Parsed, clause: GoldClause, text: str) -> Clause | None:
    """The parsed clause whose head word stands in the gold's predicate."""
    start, end = span_of(clause.predicate, clause.occurrence, text)
    return next((found for found in parsed.clauses if start <= parsed.words[found.head].start < end), None)


def _compare_roles(parsed: Parsed, found: Clause, clause: GoldClause, text: str) -> Comparison:
    wanted = tuple(clause.fillers())
    prepositions = {preposition for _, preposition, _ in wanted}
    right: set[Filler] = set()
    surplus: list[Filler] = []
    for role, preposition, word in _given(parsed, found):
        matched = {filler for filler in wanted if filler[:2] == (role, preposition) and _lies_in(word, filler[2], text)}
        right |= matched
        if not matched and (role != "complement" or preposition in prepositions):
            surplus.append((role, preposition, word.text))
    return Comparison(
        right=tuple(filler for filler in wanted if filler in right),
        missed=tuple(filler for filler in wanted if filler not in right),
        surplus=tuple(surplus),
    )


def _given(parsed: Parsed, found: Clause) -> Iterator[tuple[str, str, Word]]:
    """Role, preposition and head word of every phrase in a role, members of a coordination apart."""
    for role in found.roles:
        if role.name in ROLES and role.phrase is not None:
            for phrase in parsed.members(parsed.phrases[role.phrase]):
                yield role.name, role.preposition, parsed.words[phrase.head]


def _lies_in(word: Word, phrase: str, text: str) -> bool:
    return any(start <= word.start < end for start, end in spans_of(phrase, text))


def _aspects(parsed: Parsed, found: Clause, clause: GoldClause, text: str) -> dict[str, tuple[str, str]]:
    """For each aspect what the gold wants and what the clause has; voice and tense of verbs only."""
    aspects = {name: (getattr(clause, name), getattr(found, name)) for name in ("polarity", "mood", "relation")}
    if clause.kind == "verb":
        aspects |= {name: (getattr(clause, name), getattr(found, name)) for name in ("voice", "tense")}
    return {**aspects, "parent": (clause.parent, _parent(parsed, found, clause, text))}


def _parent(parsed: Parsed, found: Clause, clause: GoldClause, text: str) -> str:
    """The gold's parent where it is the first above that counts, else the words of the one that stands there.

    Between a relative clause and its parent a noun clause may stand, between conjuncts another conjunct.
    """
    above = tuple(parsed.ancestors(found))
    if not above:
        return ""
    if clause.parent:
        start, end = span_of(clause.parent, clause.parent_occurrence, text)
        for ancestor in above:
            if start <= parsed.words[ancestor.head].start < end:
                return clause.parent
            between = clause.relation in ("relative", "nominal") and ancestor.kind == "noun"
            if not (between or (clause.relation == "conjunct" and ancestor.relation == "conjunct")):
                break
    return f"{parsed.words[above[0].head].text} at {parsed.words[above[0].head].start}"


def _figures(counts: Counter[str], names: Iterable[str]) -> Iterator[tuple[str, float]]:
    for name in names:
        yield f"{name}/clause_recall", _share(counts[f"{name}/found"], counts[f"{name}/clauses"])
        for role in ROLES:
            for kind in ("right", "wanted", "given"):
                counts[f"{name}/role {kind}"] += counts[f"{name}/{role} {kind}"]
        for role in (*ROLES, "role"):
            right = counts[f"{name}/{role} right"]
            wanted, given = counts[f"{name}/{role} wanted"], counts[f"{name}/{role} given"]
            yield f"{name}/{role}_precision", _share(right, given)
            yield f"{name}/{role}_recall", _share(right, wanted)
            yield f"{name}/{role}_f1", _share(2 * right, wanted + given)
        for aspect in ASPECTS:
            yield f"{name}/{aspect}", _share(counts[f"{name}/{aspect} right"], counts[f"{name}/{aspect} asked"])


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
