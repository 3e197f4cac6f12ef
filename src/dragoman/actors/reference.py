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
NEAR, FAR, ANYWHERE = 1, 10, 1000
"""Sentences in which a plural's members are looked for first, and last."""
STATE_NOUNS = frozenset(
    {
        "country",
        "nation",
        "state",
        "neighbour",
        "neighbor",
        "government",
        "capital",
        "republic",
        "kingdom",
        "power",
        "ally",
    }
)
"""Plurals of these are states."""
FRIENDS = frozenset({"ally", "partner", "friend", "mediator", "guarantor", "signatory", "member"})
"""Who has last been named may be anybody's enemy; these are named together."""
_NONE: frozenset[str] = frozenset()


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
    organ: str = ""
    """The last word of the organ that a role was said to be of: *ministry* for its spokeswoman."""

    @property
    def ids(self) -> frozenset[str]:
        """Who it is, to compare candidates."""
        found = frozenset(mention.actor.id for mention in self.mentions if mention.actor)
        return found or frozenset({f"thing:{self.phrase.index}"})


Wanted = Callable[[Candidate], bool]


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
        """The actors that *the two leaders* or *both sides* means: a coordination that fits, or the last so many.

        Officials named together stand for their countries too (*Putin and Kim met. The two countries …*). Who tells of
        both sides of three that the sentence names is neither. Friends are looked for among those named together.
        """
        wanted = _wanted(phrase.lemma)
        sides = phrase.lemma in ("side", "party")
        without = self._teller(phrase) if sides and self._names_more(phrase, count) else _NONE
        if sides:
            without |= self._asker(phrase)
            if found := self._together(phrase, count, wanted, without, sentences=LOOK_BACK):
                return found
        for sentences in (NEAR, LOOK_BACK):
            if found := self._together(phrase, count, wanted, without, sentences=sentences):
                return found
            if phrase.lemma in FRIENDS:
                continue
            if found := self._last(phrase, count, wanted, without, sentences=sentences):
                return found
        if not _office_of(phrase.lemma):
            return self._together(phrase, count, wanted, without, sentences=FAR)
        found = self._together(phrase, count, wanted, without, sentences=ANYWHERE)
        return found or self._last(phrase, count, wanted, without, sentences=FAR)

    def _together(
        self, phrase: Phrase, count: int | None, wanted: Wanted, without: frozenset[str], *, sentences: int
    ) -> tuple[ActorMention, ...]:
        """A coordination of just those that are wanted."""
        for candidate in self.before(phrase, sentences=sentences):
            fits = wanted(candidate) and not candidate.ids & without
            if fits and len(candidate.mentions) > 1 and count in (None, len(candidate.mentions)):
                return candidate.mentions
        return ()

    def _last(
        self, phrase: Phrase, count: int | None, wanted: Wanted, without: frozenset[str], *, sentences: int
    ) -> tuple[ActorMention, ...]:
        """The last so many that are wanted; of two each is from another country."""
        found: dict[str, ActorMention] = {}
        for candidate in self.before(phrase, sentences=sentences) if count is not None else ():
            if not wanted(candidate) or candidate.ids & without:
                continue
            new = {_key(mention, by_country=count == 2): mention for mention in candidate.mentions}
            new = {key: mention for key, mention in new.items() if key not in found}
            if len(candidate.mentions) == 1 or len(found) + len(new) <= (count or 0):
                found |= new
            if len(found) == count:
                return tuple(sorted(found.values(), key=lambda mention: mention.mention.start))
        return ()

    def _teller(self, phrase: Phrase) -> frozenset[str]:
        """Who says the clause that the phrase plays in."""
        for clause in self._clauses_of(phrase):
            above = self.usage.parsed.clauses[clause.parent] if clause.parent is not None else None
            if clause.relation == "content" and above is not None:
                told = {role.phrase for role in above.all_roles("subject")}
                return frozenset(i for c in self.candidates if c.phrase.index in told and c.mentions for i in c.ids)
        return _NONE

    def _asker(self, phrase: Phrase) -> frozenset[str]:
        """Who does something to the phrase: whoever asks *both sides* to stop is neither."""
        subjects = {
            subject.phrase
            for clause, role in self.usage.roles_of(phrase)
            if role.name in ("object", "recipient") and (subject := clause.role("subject"))
        }
        return frozenset(i for c in self.candidates if c.phrase.index in subjects and c.mentions for i in c.ids)

    def _names_more(self, phrase: Phrase, count: int | None) -> bool:
        """Whether the sentence has named more actors than are counted."""
        return len({i for c in self.before(phrase, sentences=0) if c.mentions for i in c.ids}) > (count or 2)

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

    def _is_aside(self, phrase: Phrase, clauses: tuple[Clause, ...]) -> bool:
        """Whether it is the subject of a condition or aside that the pronoun stands outside of."""
        around = {clause.index for clause in clauses}
        asides = [clause for clause, _ in self.usage.roles_of(phrase) if clause.relation in ("condition", "adverbial")]
        return any(clause.index not in around for clause in asides)

    def _denies(self, pronoun: Phrase, accused: Phrase) -> bool:
        """*A accused B of fraud. He denied it*: whoever denies is the accused."""
        denies = any(
            role.name == "subject" and clause.base in usage_words("denying")
            for clause, role in self.usage.roles_of(pronoun)
        )
        return denies and any(
            role.name in ("object", "recipient") and clause.base in usage_words("accusing")
            for clause, role in self.usage.roles_of(accused)
        )

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
        if self._is_aside(candidate.phrase, clauses):
            score -= 0.3
        if self._denies(pronoun, candidate.phrase):
            score += 0.9
        if candidate.phrase.quotation is not None and candidate.phrase.quotation != pronoun.quotation:
            score -= 1.2  # whoever is quoted is not named in his own words
        outside = pronoun.quotation is not None and candidate.phrase.quotation != pronoun.quotation
        return score - (0.8 if outside and candidate.phrase.sentence == pronoun.sentence else 0.0)


def _covers(outer: Phrase, inner: Phrase) -> bool:
    return outer.core_start <= inner.core_start and inner.core_end <= outer.core_end


def _fits(candidate: Candidate, number: Number, gender: str) -> bool:
    if gender in ("m", "f"):
        return candidate.person and candidate.number == "singular" and candidate.gender in ("", gender)
    if number == "plural":
        return candidate.number == "plural" or (bool(candidate.words) and not candidate.person)
    is_named = candidate.phrase.kind == "name" and len(candidate.mentions) == 1  # the Rapid Support Forces: it
    return not candidate.person and (candidate.number == "singular" or is_named)


def _wanted(lemma: str) -> Wanted:
    """What kind of actor a plural noun gathers."""
    if lemma in STATE_NOUNS:
        return lambda candidate: (
            candidate.state
            or (
                len(candidate.mentions) > 1
                and candidate.person
                and len(_countries(candidate)) == len(candidate.mentions)
            )
        )
    if offices := _office_of(lemma):
        return lambda candidate: (
            candidate.person
            and all(
                m.actor is not None and any(office in (m.actor.office or "") for office in offices)
                for m in candidate.mentions
            )
        )
    if lemma in usage_words("leaders") or lemma in ("man", "woman", "diplomat", "official", "head"):
        return lambda candidate: candidate.person and bool(candidate.mentions)
    return lambda candidate: bool(candidate.mentions)


def _office_of(lemma: str) -> tuple[str, ...]:
    """The words of the office that a plural names: *both presidents* are called so, *leaders* may be anything."""
    if lemma == "minister":
        return ("minister", "secretary")
    return (lemma,) if lemma in ("president", "chancellor", "king", "ambassador") else ()


def _countries(candidate: Candidate) -> frozenset[str]:
    return frozenset(m.actor.country for m in candidate.mentions if m.actor is not None and m.actor.country)


def _key(mention: ActorMention, *, by_country: bool) -> str:
    actor = mention.actor
    if actor is None:
        return mention.name
    return actor.country if by_country and actor.country else actor.id
