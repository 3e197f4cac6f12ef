"""Whom pronouns, definite descriptions and plurals take up: the article's memory of who was named.

Everything that could be taken up later is a `Candidate`, things included: when a thing is the best antecedent
of *it*, the pronoun is no actor. Where the two best are too close the reference stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dragoman.actors.usage import Usage, usage_words
from dragoman.language.model import Clause, Number, Phrase
from dragoman.records import ActorMention

#: pronouns by what they ask for: number, gender ("" = not a person, "?" = any)
PRONOUNS: dict[str, tuple[Number, str]] = {
    "he": ("singular", "m"), "him": ("singular", "m"), "his": ("singular", "m"), "himself": ("singular", "m"),
    "she": ("singular", "f"), "her": ("singular", "f"), "hers": ("singular", "f"), "herself": ("singular", "f"),
    "it": ("singular", ""), "its": ("singular", ""), "itself": ("singular", ""),
    "they": ("plural", "?"), "them": ("plural", "?"), "their": ("plural", "?"), "theirs": ("plural", "?"),
    "themselves": ("plural", "?"),
}  # fmt: skip
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
NUMBERS = {"two": 2, "both": 2, "either": 2, "neither": 2, "three": 3, "four": 4, "five": 5}
LOOK_BACK = 3
"""Sentences that a pronoun reaches back."""
TOO_CLOSE = 0.15
"""Two candidates nearer than this leave the pronoun open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something named: an actor, several (a coordination), or a thing (no mentions)."""

    phrase: Phrase
    mentions: tuple[ActorMention, ...]
    number: Number
    person: bool = False
    gender: str = ""
    state: bool = False
    words: str = ""
    """The role noun, where one was said (*ministry*)."""

    @property
    def ids(self) -> frozenset[str]:
        """Who it is, to compare candidates."""
        found = frozenset(mention.actor.id for mention in self.mentions if mention.actor)
        return found or frozenset({f"thing:{self.phrase.index}"})


@dataclass(slots=True)
class Memory:
    """The candidates in text order."""

    usage: Usage
    candidates: list[Candidate] = field(default_factory=list)

    def add(self, candidate: Candidate) -> None:
        """Remember what was just named."""
        self.candidates.append(candidate)

    def before(self, phrase: Phrase, *, sentences: int = LOOK_BACK) -> Iterator[Candidate]:
        """What was named before the phrase, the latest first."""
        for candidate in reversed(self.candidates):
            if candidate.phrase.sentence < phrase.sentence - sentences:
                return
            if candidate.phrase.head < phrase.head and not _covers(candidate.phrase, phrase):
                yield candidate

    def latest(self, phrase: Phrase, fits: Callable[[Candidate], bool], *, sentences: int = 8) -> Candidate | None:
        """The last candidate before the phrase that fits."""
        return next((c for c in self.before(phrase, sentences=sentences) if c.mentions and fits(c)), None)

    def antecedent(self, pronoun: Phrase) -> Candidate | None:
        """Whom or what a pronoun of the third person takes up; None where that is open."""
        number, gender = PRONOUNS[pronoun.lemma if pronoun.lemma in PRONOUNS else self._word(pronoun)]
        clauses = self._clauses_of(pronoun)
        before = tuple(self.before(pronoun))
        others = {i for one in before if one.mentions and self._same_clause(one, pronoun, clauses) for i in one.ids}
        scored = sorted(
            (
                (self._score(candidate, pronoun, clauses), place, candidate)
                for place, candidate in enumerate(before)
                if _fits(candidate, number, gender)
                and not self._same_clause(candidate, pronoun, clauses)
                and not (others and candidate.ids <= others)
            ),
            key=lambda found: (-found[0], found[1]),
        )
        if not scored:
            return None
        best = scored[0]
        rival = next((found for found in scored if found[2].ids != best[2].ids), None)
        return None if rival and best[0] - rival[0] < TOO_CLOSE else best[2]

    def members(self, phrase: Phrase, count: int | None) -> tuple[ActorMention, ...]:
        """The actors that *the two leaders* or *both sides* means: a coordination that fits, or the last so many."""
        wanted = _wanted(phrase.lemma)
        for candidate in self.before(phrase):
            fitting = tuple(mention for mention in candidate.mentions if wanted(candidate))
            if len(fitting) > 1 and count in (None, len(fitting)):
                return fitting
        if count is None:
            return ()
        found: dict[str, ActorMention] = {}
        for candidate in self.before(phrase):
            if len(candidate.mentions) == 1 and wanted(candidate):
                mention = candidate.mentions[0]
                country = mention.actor.country if mention.actor else None
                key = country or (mention.actor.id if mention.actor else mention.name)
                found.setdefault(key, mention)
            if len(found) == count:
                return tuple(reversed(found.values()))
        return ()

    def _word(self, pronoun: Phrase) -> str:
        return self.usage.parsed.words[pronoun.head].text.lower()

    def _clauses_of(self, phrase: Phrase) -> tuple[Clause, ...]:
        """The clause that the phrase (or what it belongs to) plays in, and those above."""
        roles = [clause for clause, role in self.usage.roles_of(phrase) if clause.kind != "noun"]
        clause = roles[0] if roles else self.usage.parsed.innermost_clause(phrase.start, phrase.end)
        return (clause, *self.usage.parsed.ancestors(clause)) if clause else ()

    def _same_clause(self, candidate: Candidate, pronoun: Phrase, clauses: tuple[Clause, ...]) -> bool:
        """*Putin warned him*: nobody is subject and object of one clause, unless the word is reflexive."""
        word = self._word(pronoun)
        if word in REFLEXIVE or self.usage.owned_by(pronoun) is not None or not clauses:
            return False
        mine = {clause.index for clause, _ in self.usage.roles_of(pronoun)}
        theirs = {clause.index for clause, _ in self.usage.roles_of(candidate.phrase)}
        return bool(mine & theirs)

    def _score(self, candidate: Candidate, pronoun: Phrase, clauses: tuple[Clause, ...]) -> float:
        roles = self.usage.roles_of(candidate.phrase)
        names = {role.name for clause, role in roles if clause.kind != "noun"}
        score = -1.0 * (pronoun.sentence - candidate.phrase.sentence)
        score += 0.8 if "subject" in names else 0.3 if names & {"object", "recipient"} else 0.0
        above = {clause.index for clause in clauses}
        if any(role.name == "subject" and clause.index in above for clause, role in roles):
            score += 0.5
        if candidate.phrase.sentence < pronoun.sentence:
            sentence = self.usage.parsed.sentences[candidate.phrase.sentence]
            score += 0.2 * (1 - (candidate.phrase.head - sentence.first) / max(1, sentence.last - sentence.first))
        else:
            score += 0.2 * candidate.phrase.head / max(1, pronoun.head)
        if not candidate.mentions:
            score -= 0.2
        outside = pronoun.quotation is not None and candidate.phrase.quotation != pronoun.quotation
        return score - (0.8 if outside and candidate.phrase.sentence == pronoun.sentence else 0.0)


def _covers(outer: Phrase, inner: Phrase) -> bool:
    return outer.core_start <= inner.core_start and inner.core_end <= outer.core_end


def _fits(candidate: Candidate, number: Number, gender: str) -> bool:
    if gender in ("m", "f"):
        return candidate.person and candidate.number == "singular" and candidate.gender in ("", gender)
    if number == "plural":
        return candidate.number == "plural" or (bool(candidate.words) and not candidate.person)
    return not candidate.person and candidate.number == "singular"


def _wanted(lemma: str) -> Callable[[Candidate], bool]:
    """What kind of actor a plural noun gathers."""
    if lemma in ("country", "nation", "state", "neighbour", "neighbor", "government", "capital", "republic", "korea"):
        return lambda candidate: candidate.state
    if lemma in usage_words("leaders") or lemma in (
        "minister",
        "president",
        "man",
        "woman",
        "diplomat",
        "official",
        "head",
    ):
        return lambda candidate: candidate.person
    return lambda candidate: bool(candidate.mentions)
