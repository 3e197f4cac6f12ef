"""Whose a thing is: *Moscow's* treaty, *Japanese* tankers, the *Syrian government* offensive, a ship *from Oman*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.actors.describe import INSTITUTION_KINDS, STATE_KINDS, Description, PersonRun, Scene
from dragoman.actors.library import NameSense
from dragoman.actors.names import NameHit
from dragoman.actors.people import Person
from dragoman.actors.schema import SECTORS
from dragoman.actors.usage import usage_words
from dragoman.language.model import Phrase
from dragoman.records import Actor, ActorMention, content_id

NOBODY: tuple[ActorMention, ...] = ()


def made(scene: Scene, said: Description, code: str | None, country: str | None, sector: str | None) -> Actor:
    """Somebody known only by what the article calls him; the same words and code are one actor."""
    words = said.title_words
    office = words if said.title and said.title.office else None
    key = "doc:" + content_id(scene.document, "kind", code, words)
    return Actor(id=key, code=code, country=country, sector=sector, label=words, office=office)


@dataclass(frozen=True, slots=True)
class Owners:
    """Finds owners once every phrase is resolved."""

    scene: Scene
    by_phrase: dict[int, tuple[ActorMention, ...]]
    person_of_run: dict[PersonRun, Person]

    def of(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """Whose thing the phrase names."""
        if phrase.possessor is not None:
            owner = self.scene.parsed.phrases[phrase.possessor]
            return tuple(m for i in owner.members or (owner.index,) for m in self.by_phrase.get(i, NOBODY))
        before = tuple(self._modifiers(phrase))
        if before or phrase.head in self.scene.runs:
            return before
        is_event = self.scene.parsed.clause_of_word(phrase.head) is not None  # a ship, but not a withdrawal, from Syria
        return tuple(
            m
            for attachment in phrase.attachments
            if attachment.preposition == "of" or (attachment.preposition == "from" and not is_event)
            for i in self.scene.parsed.phrases[attachment.phrase].members or (attachment.phrase,)
            for m in self.by_phrase.get(i, NOBODY)
        )

    def _modifiers(self, phrase: Phrase) -> Iterator[ActorMention]:
        """Nationalities, bodies and persons that stand before the head: *Japanese* tankers, *NATO* ships."""
        head = self.scene.head_hit(phrase)
        seen: set[int] = set()
        for word in self.scene.core_words(phrase):
            hit, run = self.scene.hits.get(word.index), self.scene.runs.get(word.index)
            if word.index == phrase.head or (hit is not None and hit is head):
                return
            if run and run.last <= phrase.head and run.start not in seen:
                seen.add(run.start)
                person = self.person_of_run[run]
                yield ActorMention(
                    mention=self.scene.parsed.mention(run.start, run.end),
                    actor=person.actor,
                    name=person.name,
                    rule=person.rule,
                )
            elif hit and self.scene.sides(hit):
                continue
            elif hit and hit.start not in seen and (sense := hit.sense(*STATE_KINDS, *INSTITUTION_KINDS)) and not run:
                seen.add(hit.start)
                if sense.kind == "metonym" and phrase.lemma not in usage_words("political"):
                    continue
                yield self._organ_before(phrase, hit, sense) or self._owner_before(hit, sense)

    def _owner_before(self, hit: NameHit, sense: NameSense) -> ActorMention:
        mention = self.scene.parsed.mention(hit.start, hit.end)
        actor = self.scene.actor(sense)
        return ActorMention(mention=mention, actor=actor, name=mention.words, rule=f"{sense.kind} before a noun")

    def _organ_before(self, phrase: Phrase, hit: NameHit, sense: NameSense) -> ActorMention | None:
        """The organ that a nationality and a group before the noun name: the *Syrian government* offensive."""
        after = self.scene.parsed.word_at(hit.end + 1)
        organ = self.scene.hits.get(after.index) if after else None
        title = (
            organ.title if organ and organ.start == hit.end + 1 and organ is not self.scene.head_hit(phrase) else None
        )
        head = self.scene.parsed.words[phrase.head]
        state = self.scene.state_of(hit)
        if organ is None or title is None or not title.group or title.plural or state is None or organ.end > head.start:
            return None
        mention = self.scene.parsed.mention(hit.start, organ.end)
        if self.scene.library.is_state(state) and title.sector in SECTORS and title.sector != "UNK":
            actor = self.scene.library.actor(f"{state}/{title.sector}")
        else:
            said = Description(title=title, title_words=title.words, country=state)
            actor = made(self.scene, said, f"{state}{title.sector}", state, title.sector)
        return ActorMention(mention=mention, actor=actor, name=mention.words, rule="organ before a noun")
