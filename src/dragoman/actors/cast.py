"""Who plays in an article: every mention, and who any phrase stands for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from dragoman.actors.library import Library
from dragoman.actors.reference import FIRST_PERSON
from dragoman.errors import DataError
from dragoman.language.model import Parsed, Phrase
from dragoman.records import ActorMention, Mention

#: the rule of a place that something is done to
PLACE_RULE = "place acted on"
NOBODY: tuple[ActorMention, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Who plays in an article.

    `mentions` are in text order; none lies inside another but for owners (*Moscow's* in *Moscow's treaty*) and
    the several members of a plural, which share its span. `of` and `owner_of` are look-ups: all was resolved
    while the article was read.
    """

    parsed: Parsed
    library: Library
    on: date | None = None
    mentions: tuple[ActorMention, ...] = ()
    by_phrase: dict[int, tuple[ActorMention, ...]] = field(default_factory=dict)
    owners: dict[int, tuple[ActorMention, ...]] = field(default_factory=dict)

    def of(
        self, phrase: Phrase, *, on: date | None = None, speakers: tuple[ActorMention, ...] = ()
    ) -> tuple[ActorMention, ...]:
        """Who the phrase stands for: all members of a coordination or plural, or the one; () for things and places.

        `on` asks for the offices of another day than the article's. `speakers` are those in whose quotation the
        phrase stands: *I* and *we* are they.
        """
        if len(phrase.members) > 1:
            found = tuple(m for index in phrase.members for m in self._single(self.parsed.phrases[index], speakers))
        else:
            found = self._single(phrase, speakers)
        return tuple(self._at(mention, on) for mention in found) if on and on != self.on else found

    def owner_of(self, phrase: Phrase, *, on: date | None = None) -> tuple[ActorMention, ...]:
        """Whose thing the phrase names: possessor, nationality before the noun, or what stands behind *of*."""
        found = self.owners.get(phrase.index, NOBODY)
        return tuple(self._at(mention, on) for mention in found) if on and on != self.on else found

    def between(self, start: int, end: int) -> tuple[ActorMention, ...]:
        """The mentions whose words lie in `start:end`, in text order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return tuple(who for who in self.mentions[first:last] if who.mention.end <= end)

    def of_place(self, words: Mention, country: str | None) -> ActorMention:
        """A place as the one acted on: its country where the library knows it, else its words alone."""
        try:
            actor = self.library.actor(country or "", on=self.on)
        except DataError:
            actor = None
        return ActorMention(mention=words, actor=actor, name=words.words, rule=PLACE_RULE)

    @cached_property
    def _starts(self) -> list[int]:
        return [who.mention.start for who in self.mentions]

    def _single(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        if speakers and phrase.kind == "pronoun":
            word = self.parsed.words[phrase.head].text
            if word.lower() in FIRST_PERSON:
                mention = self.parsed.mention(phrase.core_start, phrase.core_end)
                return tuple(replace(who, mention=mention, rule=f"{word} in a quotation") for who in speakers)
        return self.by_phrase.get(phrase.index) or self._by_another_name(phrase)

    def _by_another_name(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*The premier's strongest rival, Benny Gantz*: who a noun is says the name that follows it."""
        if phrase.kind != "noun":  # *flew to Kano, the highest envoy to do so*
            return NOBODY
        names = (self.parsed.phrases[index] for index in phrase.apposition if self.parsed.phrases[index].kind == "name")
        return next((found for name in names if (found := self.by_phrase.get(name.index))), NOBODY)

    def _at(self, mention: ActorMention, on: date | None) -> ActorMention:
        """The same mention with the office and code of that day."""
        actor = mention.actor
        if actor is None or actor.id.startswith(("doc:", "kind:")):
            return mention
        try:
            return replace(mention, actor=self.library.actor(actor.id, on=on))
        except DataError:
            return mention
