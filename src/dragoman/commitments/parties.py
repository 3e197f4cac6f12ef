"""Whom a treaty or law that an article speaks of binds."""

from __future__ import annotations

from dragoman.actors import Cast
from dragoman.language import Parsed, Phrase
from dragoman.records import ActorMention, Event

PARTY_PREPOSITIONS = frozenset({"with", "between", "among", "of"})


def parties_of(parsed: Parsed, cast: Cast, instrument: Phrase, events: tuple[Event, ...]) -> tuple[ActorMention, ...]:
    """The parties that its phrase names, else those of another mention of the same noun, else its signers.

    Each country stands once. Empty where the article names fewer than two.
    """
    same = [
        phrase for phrase in parsed.phrases if phrase.lemma == instrument.lemma and phrase.index <= instrument.index
    ]
    later = [
        phrase for phrase in parsed.phrases if phrase.lemma == instrument.lemma and phrase.index > instrument.index
    ]
    for phrase in (*reversed(same), *later):
        named = _named(parsed, cast, phrase)
        if len(named) > 1:
            return named
    signers = [event for event in events if event.type == "SUPPORT" and "sign" in event.trigger.words.lower()]
    return next((_once(event.actors) for event in signers if len(_once(event.actors)) > 1), ())


def _named(parsed: Parsed, cast: Cast, phrase: Phrase) -> tuple[ActorMention, ...]:
    found = list(cast.owner_of(phrase))
    for attachment in phrase.attachments:
        if attachment.preposition in PARTY_PREPOSITIONS:
            found += cast.of(parsed.phrases[attachment.phrase])
    return _once(tuple(found))


def _once(actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """One mention a country or body, in the order of the text."""
    unique: dict[str, ActorMention] = {}
    for mention in actors:
        if mention.actor is not None and mention.code is not None:
            unique.setdefault(mention.actor.country or mention.code, mention)
    return tuple(unique.values())
