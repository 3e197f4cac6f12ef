"""Whose a role is that nothing beside it tells: who sends the forces, the country in play, who acted last."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.actors.describe import Description
from dragoman.actors.reference import NUMBERS, Candidate
from dragoman.actors.taking_up import TakingUp
from dragoman.actors.usage import usage_words
from dragoman.language.model import Phrase
from dragoman.records import ActorMention

OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
"""Sectors of those who act for a state."""
LOCAL_SECTORS = frozenset({"COP", "GOV", "LEG", "JUD", "MIL", "SPY", "OPP", "CVL", "EDU", "LAB", "REL"})
"""Sectors whose unnamed members are taken for those of the country that the article is about."""


_WHERE = frozenset({"in", "near", "outside"})
"""Prepositions before the place where somebody acts."""

LOCAL_KEEPERS = frozenset({"COP"})
"""Sectors of those who act where they are."""

_SUMMONING = frozenset({"summon", "expel", "rebuke"})
"""What a state does to another's envoys, never to its own."""


@dataclass(slots=True)
class ByContext(TakingUp):
    """Finds the country of *the army*, *police*, *the presidents* in what the article has said before."""

    def _whose_by_context(self, phrase: Phrase, said: Description) -> tuple[str | None, str]:
        """Whose a bare role is: of whoever sends the forces, else of the country in play, else of the last subject."""
        if said.title is not None and self.scene.is_abroad(said.title):
            return self._sender_of_envoy(phrase)
        if sender := self._sender(phrase, said):
            return sender, "role; of who sends them"
        if here := self._country_of_scene(phrase, said):
            return here, "role; country of the place"
        if self.country_in_play:
            return self.country_in_play, "role; country in play"
        if last := self._country_of_last_subject(phrase, said):
            return last, "role; country of the last subject"
        return None, "role"

    def _sender_of_envoy(self, phrase: Phrase) -> tuple[str | None, str]:
        """Of *summoned the ambassador*: the one other state that was named so far is whose the envoy is."""
        for clause, role in self.scene.usage.roles_of(phrase):
            subject = clause.role("subject")
            if clause.base not in _SUMMONING or role.name != "object" or subject is None or subject.phrase is None:
                continue
            host = self._one_state(self._who(subject.phrase))
            end = self.scene.parsed.sentences[phrase.sentence].end
            named = {self.scene.state_of(hit) for hit in self.scene.hits.values() if hit.end <= end} - {None, host}
            if host and len(named) == 1:
                return named.pop(), "role; of the state whose envoy is summoned"
        return None, "role"

    def _sender(self, phrase: Phrase, said: Description) -> str | None:
        """The state that sends or withdraws *troops* or *police* that nothing else belongs to."""
        if said.sector not in ("MIL", "COP") or phrase.determiner:
            return None
        for clause, role in self.scene.usage.roles_of(phrase):
            subject = clause.role("subject")
            if role.name != "object" or subject is None or subject.phrase is None or clause.kind != "verb":
                continue
            if clause.base in usage_words("sending") and subject.filled_by == "syntax":
                return self._one_state(self._who(subject.phrase))
        return None

    def _country_of_scene(self, phrase: Phrase, said: Description) -> str | None:
        """*In Qingdao a man was detained by police*: those who keep order are of where the sentence plays."""
        if said.sector not in LOCAL_KEEPERS:
            return None
        parsed = self.scene.parsed
        for clause, _ in self.scene.usage.roles_of(phrase):
            there = (role.phrase for role in clause.all_roles("complement") if role.preposition in _WHERE)
            for place in (parsed.phrases[one] for one in there if one is not None):
                named = place.kind == "name" and place.entity in ("GPE", "LOC", "FAC")
                if named and (found := self._country_of(parsed.words_of(place, core=True))):
                    return found
        return None

    def _country_of(self, place: str) -> str | None:
        """The state that a place's name is that of, or lies in."""
        return self.scene.library.country_of_name(place) or self.scene.places.country(place)

    def _country_of_last_subject(self, phrase: Phrase, said: Description) -> str | None:
        """The state that acts: the one that did so far, else the one whose officials or forces acted last.

        Only for what a state has one of and is spoken of as known: *the army*, *the president*, *police*. Whoever
        does something to a state is not its own: *the foreign ministry summoned the Chinese ambassador*.
        """
        title = said.title
        if title is None or said.sector not in ("GOV", "MIL", "COP", "LEG", "JUD"):
            return None
        organ = title.institution or said.institution is not None or "ministry" in title.words
        known = phrase.determiner == "the" or (not phrase.determiner and said.sector == "COP") or organ
        others = self._states_beside(phrase)
        acted = [
            (candidate, state)
            for candidate in self.memory.before(phrase, sentences=4)
            if self.scene.usage.is_subject(candidate.phrase)
            and (state := self._one_state(candidate.mentions))
            and state not in others
        ]
        if len({state for _, state in acted}) == 1:
            return acted[0][1] if known or title.plural else None
        if not acted:
            return self._only_state_so_far(phrase) if known else None
        return self._last_organs_state(acted) if known else None

    def _last_organs_state(self, acted: list[tuple[Candidate, str]]) -> str | None:
        """The state of the organ that acted last; nobody's where another state has done more than comment since."""
        for candidate, state in acted:
            if not candidate.state or candidate.mentions[0].rule.startswith("capital"):
                beside = {other for one, other in acted if one.phrase.sentence == candidate.phrase.sentence}
                return state if len(beside) == 1 else None
            verbs = {clause.base for clause, role in self.scene.usage.roles_of(candidate.phrase)}
            if not verbs & usage_words("commenting"):
                return None
        return None

    def _only_state_so_far(self, phrase: Phrase) -> str | None:
        """The one state that the text has named before: *a bomb in northern Mali, the army said*."""
        named = {
            state
            for hit in self.scene.hits.values()
            if hit.end <= phrase.core_start and (state := self.scene.state_of(hit))
        }
        return next(iter(named)) if len(named) == 1 and self.scene.library.is_state(next(iter(named))) else None

    def _states_beside(self, phrase: Phrase) -> frozenset[str]:
        """The states that the other parties of the phrase's clauses are or belong to."""
        found: set[str] = set()
        for clause, mine in self.scene.usage.roles_of(phrase):
            for role in clause.roles:
                if role is mine or role.phrase is None or role.name not in ("subject", "object", "recipient"):
                    continue
                other = self.scene.parsed.phrases[role.phrase]
                hit = self.scene.head_hit(other)
                state = self.scene.describe(other).country or (self.scene.state_of(hit) if hit else None)
                if state and other.index != phrase.index:
                    found.add(state)
        return frozenset(found)

    def _one_state(self, mentions: tuple[ActorMention, ...]) -> str | None:
        """The state that one actor is or serves."""
        actor = mentions[0].actor if len(mentions) == 1 else None
        if actor is None or not actor.country or not self.scene.library.is_state(actor.country):
            return None
        official = actor.sector in ("GOV", "MIL", "COP", "LEG", "JUD", "SPY") or actor.id == actor.country
        return actor.country if official else None

    def _states_named_together(self, phrase: Phrase, said: Description) -> tuple[str, ...]:
        """The states whose *presidents* or *foreign ministers* are meant, who were named together just before."""
        title = said.title
        if title is None or not (title.plural and title.office and phrase.determiner in ("the", "both", "their")):
            return ()
        if said.country or said.institution or phrase.attachments or not self._is_bare(phrase, replace(said)):
            return ()
        found = self.memory.latest(phrase, lambda c: len(c.mentions) > 1, sentences=2)
        states = [self._one_state((who,)) for who in found.mentions] if found else []
        several = tuple(dict.fromkeys(state for state in states if state))
        return several if len(several) == len(states) > 1 else ()

    def _is_local(self, phrase: Phrase, said: Description) -> bool:
        """Whether bare *police* or *officials* are those of the country in play; *US-led* forces and gunmen are not."""
        linked = any(self.scene.is_linked(hit) for hit in self.scene.core_hits(phrase))
        title = said.title_words.split()
        modifiers = (self.scene.parsed.words[i] for i in phrase.modifiers)
        named = any(
            (word.tag == "NNP" and word.text.lower() not in title and not self._is_organ(word.index))
            or (word.entity == "NORP" and word.index not in self.scene.hits)  # Tuareg rebels, Islamic leaders
            for word in modifiers
        )
        if said.title is None or self.scene.is_abroad(said.title):
            return False
        return said.sector in LOCAL_SECTORS and said.title.local and not linked and not named

    def _is_organ(self, index: int) -> bool:
        """Whether the word names an organ that any state has: *House and Senate* negotiators."""
        hit = self.scene.hits.get(index)
        return bool(hit and hit.title and hit.title.group and hit.title.sector in ("LEG", "GOV", "MIL", "JUD", "COP"))

    def _is_bare(self, phrase: Phrase, said: Description) -> bool:
        """Whether nothing but determiner and role stands there, so that it must take up somebody."""
        title = said.title_words.split()
        return (
            phrase.possessor is None
            and all(
                word.text.lower() in title or word.text.lower() in NUMBERS
                for word in (self.scene.parsed.words[i] for i in phrase.modifiers)
            )
            and not any(attachment.preposition in ("of", "for", "at") for attachment in phrase.attachments)
        )
