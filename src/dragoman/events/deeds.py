"""Whose doing a noun sums up: *Chad expelled the envoy, a step that Mali condemned* condemns Chad."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.events.agents import Agents
from dragoman.events.naming import NOBODY
from dragoman.language import Clause, Phrase
from dragoman.records import ActorMention

#: class of classes.toml: nouns that sum up what was just told
DEEDS = "deeds"
#: how such a noun begins: new in apposition (*a step that …*), or taken up (*criticised the step*)
IN_APPOSITION = frozenset({"a", "an", "another", ""})
TAKEN_UP = frozenset({"the", "this", "that", "these", "those", "such"})
#: marks before an apposition
BEFORE_APPOSITION = frozenset({",", "-", "--", "–", "—", ";", ":"})
#: relations of clauses that say what somebody else did, or when
ASIDES = frozenset({"relative", "condition", "purpose"})
#: pronouns that stand for whoever did it
ONES = frozenset({"it", "him", "her", "them"})
DEED_RULE = "whose doing it sums up"


class Deeds(Agents):
    """Finds who did what a noun in apposition, or one that takes up what was told, sums up."""

    def _doers(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """Who did what was told right before the noun."""
        if not self._sums_up(phrase):
            return NOBODY
        for clause in self._told_earlier(phrase):
            match = self.matcher.match(clause)
            if match is not None and match.sense.type in self.lexicon.types:
                found = self.participants(clause, match, speakers).actors
            else:
                subjects = self.matcher.phrases(clause, "subject")
                found = next((who for one in subjects if (who := self._who(one, speakers))), NOBODY)
            if found:
                return tuple(replace(who, rule=f"{who.rule}, {DEED_RULE}") for who in found)
        return NOBODY

    def _doers_again(
        self, clause: Clause, phrase: Phrase, speakers: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """*…, a step for which Mali berated it*: the pronoun in what is said of the step stands for who took it."""
        host = self.parsed.phrases[clause.host] if clause.host is not None else None
        if host is None or phrase.kind != "pronoun" or self.parsed.words[phrase.head].text.lower() not in ONES:
            return NOBODY
        words = self.parsed.mention(phrase.core_start, phrase.core_end)
        return tuple(replace(who, mention=words) for who in self._doers(host, speakers)[:1])

    def _sums_up(self, phrase: Phrase) -> bool:
        """Whether the noun sums up what stands before it, and nobody is named whose doing it is."""
        of_deeds = phrase.lemma in self.lexicon.classes[DEEDS] or phrase.lemma == "something"
        if not of_deeds or phrase.possessor is not None or self.cast.owner_of(phrase):
            return False
        if any(one.preposition in ("by", "from", "of") for one in phrase.attachments):
            return False
        if phrase.determiner in TAKEN_UP:
            return not phrase.attachments and not self._is_happening(phrase)
        before = self.parsed.word_at(phrase.core_start)
        mark = self.parsed.words[before.index - 1].text if before is not None and before.index else ""
        described = any(one.host == phrase.index and one.relation == "relative" for one in self.parsed.clauses)
        return described and mark in BEFORE_APPOSITION and phrase.determiner in IN_APPOSITION

    def _told_earlier(self, phrase: Phrase) -> Iterator[Clause]:
        """The clauses before the noun that tell what was done, the nearest first; those that are acts before others."""
        before = [
            one
            for one in self.parsed.clauses
            if one.sentence == phrase.sentence and one.kind == "verb" and one.finite and one.relation not in ASIDES
            if one.trigger_end <= phrase.core_start and one.quotation is None
        ]
        acts = [one for one in before if (match := self.matcher.match(one)) and match.sense.type in self.lexicon.types]
        yield from reversed(acts)
        yield from (one for one in reversed(before) if one not in acts)
