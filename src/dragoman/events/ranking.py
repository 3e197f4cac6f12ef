"""Who of those named in a sentence is most likely a party, where no rule is sure.

The rules of `agents.py` and `recipients.py` go by where somebody stands; in a long sentence the parser hangs him
elsewhere, or they find nobody. Then everybody named there stands for election: what is known of each (`signs`) is
weighed by `data/parties.toml`, which `python -m tools.rank_parties` learns from our own sentences, and so is that
nobody is meant. Whom the rules had is unseated only by somebody far likelier.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from dragoman.data_files import read_rows
from dragoman.events.matching import Match
from dragoman.events.naming import Participants, is_known
from dragoman.events.recipients import REST, UNNAMED
from dragoman.events.roles import Casting
from dragoman.events.schema import DATA, PartyWeights
from dragoman.events.standing import Standing, read_doers
from dragoman.language import Clause, Phrase
from dragoman.language.paths import Path as PathTo
from dragoman.language.paths import Paths
from dragoman.records import ActorMention

Side = Literal["actor", "recipient"]
Weights = Mapping[Side, Mapping[str, float]]
WEIGHTS = DATA / "parties.toml"
#: what stands behind the rule by which somebody is known whom a rule did not make a party
RANKED_RULE = "likeliest party"
#: by how much, in log-odds, somebody must be likelier than whom the rules have, or than nobody
MARGIN: Mapping[str, float] = MappingProxyType({"actor": 1.0, "recipient": 2.0})
#: words before a name that tell its part, besides the prepositions of recipients
BEFORE = frozenset({*REST, "by", "'s", "and", "as", "after", "between"})
#: phrases further from the role they hang in than this are alike
FAR = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody named in the sentence, what speaks for and against him, whether the rules have him, if he may win."""

    who: ActorMention
    signs: tuple[str, ...]
    ruled: bool
    eligible: bool = True


@dataclass(frozen=True, slots=True)
class Ballot:
    """Everybody who may be on one side of an event, and the signs that nobody is."""

    side: Side
    candidates: tuple[Candidate, ...]
    nobody: tuple[str, ...]

    def elected(self, weights: Weights) -> ActorMention | None:
        """The likeliest, if he is likelier by the margin than all whom the rules have; None leaves them.

        Where that is somebody who cannot have done it, nobody wins: the next is a guess.
        """
        mine = weights[self.side]
        scores = [sum(mine.get(sign, 0.0) for sign in one.signs) for one in self.candidates]
        if not scores:
            return None
        best = max(range(len(scores)), key=scores.__getitem__)
        seated = [score for one, score in zip(self.candidates, scores, strict=True) if one.ruled]
        bar = max(seated) if seated else sum(mine.get(sign, 0.0) for sign in self.nobody)
        winner = self.candidates[best]
        if winner.ruled or not winner.eligible or scores[best] - bar <= MARGIN[self.side]:
            return None
        return winner.who


class Ranking:
    """Revises the parties of one text's events; its paths are made when they are first asked for."""

    def __init__(self, casting: Casting, weights: Weights | None = None) -> None:
        self.casting, self.parsed, self.lexicon = casting, casting.parsed, casting.lexicon
        self.weights = read_weights() if weights is None else weights
        self.standing = Standing(self.parsed, read_doers())
        self._paths: Paths | None = None

    def revised(self, clause: Clause, match: Match, parties: Participants) -> Participants:
        """The parties with whoever is likelier than those whom the rules have."""
        for ballot in self.ballots(clause, match, parties):
            elected = ballot.elected(self.weights)
            if elected is not None:
                parties = _seated(parties, ballot.side, replace(elected, rule=f"{elected.rule}, {RANKED_RULE}"))
        return parties

    def ballots(self, clause: Clause, match: Match, parties: Participants) -> Iterator[Ballot]:
        """An election for each side that is in doubt: who acts where nobody known does, on whom where no slot says.

        The latter only of verbs, and not where several may do it together.
        """
        row = match.sense.row
        given = row.recipient if row.recipient is not None else self.lexicon.types[match.sense.type].recipient
        if not is_known(parties.actors):
            yield self._ballot("actor", clause, match, parties)
        together = row.reciprocal or (len(parties.actors) > 1 and not parties.recipients)
        if given and parties.actors and not (parties.sure or together or clause.kind == "noun"):
            yield self._ballot("recipient", clause, match, parties)

    def _ballot(self, side: Side, clause: Clause, match: Match, parties: Participants) -> Ballot:
        ruled, others = parties.actors, parties.recipients
        if side == "recipient":
            ruled, others = others, ruled
        links = self.paths.links(clause)
        signs = _Signs(self, side, clause, match, ruled, others, links)
        candidates = (
            Candidate(
                who, tuple(signs.of(who)), signs.is_ruled(who),
                eligible=side == "recipient" or self.standing.may_act(who, clause, match),
            )
            for who in self._named(clause, ruled, others)
        )  # fmt: skip
        return Ballot(side, tuple(candidates), tuple(signs.of_nobody()))

    @property
    def paths(self) -> Paths:
        """How the text's phrases hang on its clauses."""
        if self._paths is None:
            self._paths = Paths(self.parsed)
        return self._paths

    def _named(
        self, clause: Clause, ruled: tuple[ActorMention, ...], others: tuple[ActorMention, ...]
    ) -> list[ActorMention]:
        """Whom the rules have, and who else is named in the sentence and not on the other side."""
        sentence = self.parsed.sentences[clause.sentence]
        there = [who for who in self.casting.cast.between(sentence.start, sentence.end) if who.actor is not None]
        found: list[ActorMention] = list(ruled)
        for who in there:
            is_told = self.casting.tells(clause, who) or any(_is_part(who, one) for one in found)
            if not is_told and not any(_is_same(who, one) or _lies_in(who, one) for one in others):
                found.append(who)
        for phrase in self.parsed.phrases_of(sentence):
            is_taken = any(
                one.mention.start < phrase.core_end and phrase.core_start < one.mention.end
                for one in (*there, *found, *others)
            )
            if not is_taken and self._may_name(phrase):
                found += self.casting.opened(phrase)
        return sorted(found, key=lambda who: who.mention.start)

    def _may_name(self, phrase: Phrase) -> bool:
        """Names and people that nobody knows."""
        if len(phrase.members) > 1 or phrase.kind == "pronoun" or phrase.entity in UNNAMED:
            return False
        return phrase.kind == "name" or self.casting.is_somebody(phrase)


class _Signs:
    """What speaks for or against somebody as a party of one event."""

    def __init__(
        self, ranking: Ranking, side: Side, clause: Clause, match: Match, ruled: tuple[ActorMention, ...],
        others: tuple[ActorMention, ...], links: dict[int, tuple[int, str]],
    ) -> None:  # fmt: skip
        self.ranking, self.parsed, self.side = ranking, ranking.parsed, side
        self.clause, self.match, self.ruled, self.links = clause, match, ruled, links
        self.type = match.sense.type
        self.countries = {who.actor.country for who in others if who.actor is not None and who.actor.country}
        row = match.sense.row
        given = row.recipient if row.recipient is not None else ranking.lexicon.types[self.type].recipient
        self.given = (given or ()) if side == "recipient" else (row.actor,)

    def is_ruled(self, who: ActorMention) -> bool:
        """Whether the rules have him, in these or other words."""
        return any(who.mention == one.mention or _is_same(who, one) for one in self.ruled)

    def of_nobody(self) -> Iterator[str]:
        """What speaks for an event without anybody on that side."""
        yield "nobody"
        yield f"nobody, {self.type}"
        yield f"nobody, {'passive' if self.clause.voice == 'passive' else self.clause.kind} {self.clause.relation}"
        if not self.ruled:
            yield "nobody, nor by rule"

    def of(self, who: ActorMention) -> Iterator[str]:
        """What speaks for and against him."""
        behind = who.mention.start >= self.clause.trigger_end
        yield "behind" if behind else "before"
        if self.is_ruled(who):
            yield "by rule"
            if is_known(self.ruled):
                yield "by rule, known"
        yield f"kind {self.ranking.casting.kind_of(who)}"
        if who.actor is not None and who.actor.country in self.countries:
            yield "of the other side's country"
        if self.side == "actor":
            form = "passive" if self.clause.voice == "passive" else self.clause.kind
            yield f"{form}, {'behind' if behind else 'before'}"
        before = self._word_before(who)
        yield f"word {before}"
        yield f"{self.type}, word {before}"
        yield from self._of_path(who)

    def _of_path(self, who: ActorMention) -> Iterator[str]:
        phrase = self._phrase(who)
        path = None if phrase is None else self.ranking.paths.path(self.clause, self.links, phrase)
        if path is None:
            yield "no path"
            return
        yield f"link {path.link}"
        yield f"role {path.role}"
        yield f"steps {min(FAR, len(path.steps))}"
        if phrase is not None and phrase.core_end != who.mention.end:
            yield "before the noun"
        yield from self._of_slot(path)

    def _of_slot(self, path: PathTo) -> Iterator[str]:
        """Whether he stands where the sense asks for a party."""
        slot = path.role.split(" ", 1)[-1]
        in_slot = slot in self.given and not path.link
        if path.steps:
            yield f"step {path.steps[0]}"
            yield "step of a slot" if path.steps[0] in self.given else "step of no slot"
            if in_slot:
                yield "inside a slot"
        elif not path.link:
            yield "in a slot" if in_slot else "in no slot"

    def _word_before(self, who: ActorMention) -> str:
        word = self.parsed.word_at(who.mention.start)
        before = self.parsed.words[word.index - 1].text.lower() if word is not None and word.index else ""
        return before if before in BEFORE else "other"

    def _phrase(self, who: ActorMention) -> Phrase | None:
        """The smallest phrase that his words are the core of, or stand in."""
        around = [
            one
            for one in self.parsed.phrases_around(who.mention.start, who.mention.start)
            if one.core_start <= who.mention.start < one.core_end
        ]
        return min(around, key=lambda one: one.core_end - one.core_start, default=None)


def _seated(parties: Participants, side: Side, who: ActorMention) -> Participants:
    """The parties with somebody alone on one side, and not on the other."""
    if side == "recipient":
        return replace(parties, recipients=(who,))
    return replace(
        parties, actors=(who,), recipients=tuple(one for one in parties.recipients if one.mention != who.mention)
    )


def sides_elected(parties: Participants) -> Iterator[Side]:
    """On which sides somebody stands whom no rule made a party."""
    if _is_elected(parties.actors):
        yield "actor"
    if _is_elected(parties.recipients):
        yield "recipient"


def _is_elected(side: tuple[ActorMention, ...]) -> bool:
    return any(who.rule.endswith(RANKED_RULE) for who in side)


def _is_same(who: ActorMention, other: ActorMention) -> bool:
    return who.actor is not None and other.actor is not None and who.actor.id == other.actor.id


def _lies_in(who: ActorMention, other: ActorMention) -> bool:
    return other.mention.start <= who.mention.start and who.mention.end <= other.mention.end


def _is_part(who: ActorMention, other: ActorMention) -> bool:
    """Whether these are the other's words, or he is the other inside longer words."""
    return who.mention == other.mention or (_lies_in(who, other) and _is_same(who, other))


@cache
def read_weights(path: Path = WEIGHTS) -> Weights:
    """Log-odds by side and sign; raise `DataError` where the file breaks its schema."""
    return {entry.row.name: entry.row.weight for entry in read_rows(path, "side", PartyWeights)}
