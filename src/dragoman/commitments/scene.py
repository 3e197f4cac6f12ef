"""What the finders of this room share: the article as the stages before read it, and look-ups over it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.actors import Cast
from dragoman.commitments.schema import Cues, Use
from dragoman.events.lexicon import Lexicon
from dragoman.events.matching import Matcher
from dragoman.language import Clause, Parsed, Phrase
from dragoman.language.model import RoleName
from dragoman.records import ActorMention, Document, Event, Mention, Statement, TimeMention, TreatyMention

#: relations of clauses that say what is promised or threatened, and of what is joined to them
CONTENT = ("content", "conjunct", "nominal", "light")
THIRD_PERSON = frozenset({"it", "they", "he", "she"})
HOSTILE = frozenset({"THREATEN", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "REJECT", "PROTEST"})
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})


@dataclass(frozen=True)
class Scene:
    """One article on its way through the room."""

    document: Document
    parsed: Parsed
    cast: Cast
    times: tuple[TimeMention, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    cues: Cues
    treaties: tuple[TreatyMention, ...] = ()

    @cached_property
    def event_of(self) -> dict[int, Event]:
        """The event that a clause is, by where its predicate begins."""
        return {event.trigger.start: event for event in self.events}

    @cached_property
    def matcher(self) -> Matcher:
        """Which sense of the lexicon a clause has, also where nobody that is known takes part."""
        return Matcher(self.parsed, self.cast, Lexicon.shipped())

    def statement_of(self, clause: Clause) -> Statement | None:
        """The statement in whose content the clause stands, or whose cue it is; the innermost."""
        here = self.parsed.mention(clause.trigger_start, clause.trigger_end)
        around = [
            statement
            for statement in self.statements
            if any(piece.covers(here) for piece in statement.content)
            or (statement.cue is not None and statement.cue.overlaps(here))
        ]
        return min(around, key=lambda s: sum(len(piece.words) for piece in s.content), default=None)

    def report_of(self, clause: Clause) -> Statement | None:
        """The innermost statement of somebody known, or in office, in whose content the clause stands."""
        here = self.parsed.mention(clause.trigger_start, clause.trigger_end)
        around = [
            statement
            for statement in self.statements
            if any(piece.covers(here) for piece in statement.content)
            and not (statement.cue is not None and statement.cue.overlaps(here))
            and (any(speaker.code for speaker in statement.speakers) or self.is_official(statement))
        ]
        return min(around, key=lambda s: sum(len(piece.words) for piece in s.content), default=None)

    def treaty_of(self, instrument: Phrase | None) -> str | None:
        """The key of the known treaty that the phrase names (*Article 4 of the treaty* too)."""
        if instrument is None:
            return None
        inside = (one for one in self.treaties if one.mention.overlaps(self.mention(instrument)))
        return next((one.treaty for one in inside if one.treaty is not None), None)

    def phrases(self, clause: Clause, *names: RoleName) -> Iterator[Phrase]:
        """The phrases in the roles of those names, in that order of the names."""
        for name in names:
            yield from (self.parsed.phrases[r.phrase] for r in clause.all_roles(name) if r.phrase is not None)

    def phrases_behind(self, clause: Clause, preposition: str) -> Iterator[Phrase]:
        """The phrases that hang on the clause by that preposition."""
        roles = clause.all_roles("complement", preposition)
        yield from (self.parsed.phrases[role.phrase] for role in roles if role.phrase is not None)

    def who(self, clause: Clause, phrase: Phrase) -> tuple[ActorMention, ...]:
        """Who the phrase stands for; *we*, and an *it* or *they* that nobody else is, are the speakers."""
        report = self.report_of(clause)
        speakers = report.speakers if report is not None else ()
        found = self.cast.of(phrase, speakers=speakers)
        word = self.parsed.words[phrase.head].text.lower()
        if not any(actor.code for actor in found) and phrase.kind == "pronoun" and word in THIRD_PERSON:
            return speakers if any(who.code for who in speakers) else found
        return found

    def contents(self, clause: Clause) -> list[Clause]:
        """The clauses that say what is promised or threatened, and what is joined to them, to any depth."""
        found: list[Clause] = []
        for child in self.parsed.children(clause):
            if _is_beside(child, clause):
                continue
            if child.relation in CONTENT or (child.relation == "relative" and child.marker == "to"):
                found += [child, *self.contents(child)]
        return found

    def is_official(self, statement: Statement) -> bool:
        """Whether the words for the speaker are those for somebody in office (*its foreign minister*)."""
        words = statement.source.words.lower() if statement.source is not None else ""
        return not self.cues.officials.isdisjoint(re.findall(r"\w+", words))

    def is_only_alleged(self, clause: Clause) -> bool:
        """*accused Rwanda of planning to attack*, *would it respond?*: what is alleged or asked binds nobody.

        *demanded that they leave, warning that …* is a warning of whoever demanded.
        """
        return self.is_question(clause) or any(above.lemma in self.cues.alleging for above in self.around(clause))

    def around(self, clause: Clause) -> Iterator[Clause]:
        """The clauses that it stands inside; what it is joined to (*demanded X and warned of Y*) stands beside it."""
        if self.is_trailing(clause):
            return
        beside = clause.relation == "conjunct"
        for above in self.parsed.ancestors(clause):
            if not beside:
                yield above
            beside = above.relation == "conjunct"

    def is_trailing(self, clause: Clause) -> bool:
        """Whether it is a participle behind a comma: who does it is whoever the sentence is about."""
        before = self.parsed.text[: clause.trigger_start].rstrip()
        return clause.relation == "adverbial" and not clause.finite and before.endswith(",")

    def is_question(self, clause: Clause) -> bool:
        """Whether the sentence asks."""
        return self.parsed.text[: self.parsed.sentences[clause.sentence].end].rstrip().endswith("?")

    def words(self, clause: Clause) -> str:
        """The clause as it stands in the text."""
        return self.parsed.text[clause.start : clause.end]

    def has(self, use: Use, words: str) -> bool:
        """Whether a wording of that use stands in the words."""
        return self.cues.wordings[use].search(words) is not None

    def mention(self, phrase: Phrase) -> Mention:
        """The whole phrase as it stands in the text."""
        return self.parsed.mention(phrase.start, phrase.end)


def _is_beside(child: Clause, clause: Clause) -> bool:
    """*has promised a vote but has not set a day*: what is joined to what binds, and told as a fact, is no content."""
    return (
        child.relation == "conjunct" and child.finite and child.mood == "asserted" and child.tense != "none"
    ) and not (clause.relation == "content" and clause.finite)


def country(actor: ActorMention) -> str | None:
    """The state or body that an actor belongs to: its country, else its code."""
    return actor.actor.country or actor.code if actor.actor is not None else None


def same_side(one: tuple[ActorMention, ...], other: tuple[ActorMention, ...]) -> bool:
    """Whether somebody of the one belongs to a state or body of the other."""
    ours = {country(actor) for actor in one} - {None}
    return bool(ours & {country(actor) for actor in other})
