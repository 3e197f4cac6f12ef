"""Treaties that the text speaks of, linked to the library: by name, by their parties, and by what was said before.

- *the North Atlantic Treaty*: a name in the library.
- *the 1961 treaty between China and North Korea*, *its mutual defence treaty with Manila*: the one treaty that binds
  exactly these states and fits year and kind. Where several fit none is linked: a guess would be worse.
- *the treaty*: the one last spoken of, unless another that is not known stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.actors import Cast
from dragoman.language import Parsed, Phrase
from dragoman.records import ActorMention, Document, Mention, TreatyMention
from dragoman.treaties.library import TreatyLibrary, read_treaties
from dragoman.treaties.schema import Treaty
from dragoman.treaties.wording import read_wording

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
INDEFINITE = frozenset({"a", "an", "another", "any", "no", "some"})
POSSESSIVE = re.compile(r"(?:its|their|his|her)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")


def find_treaties(document: Document, parsed: Parsed, cast: Cast) -> tuple[TreatyMention, ...]:
    """Every mention of a known treaty, in the order of the text."""
    named = named_treaties(document)
    found = [*named, *_described(document, parsed, cast, named)]
    return tuple(sorted(found, key=lambda one: (one.mention.start, one.mention.end)))


def named_treaties(document: Document) -> tuple[TreatyMention, ...]:
    """Every name of a known treaty, the longest where names overlap."""
    matcher, keys = _matcher()
    text = document.text
    return tuple(
        TreatyMention(mention=document.mention(start, end), treaty=keys[pattern], rule="name in the library")
        for pattern, start, end in matcher.find_matches_as_indexes(text)
        if not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum()
    )


@lru_cache(maxsize=1)
def _matcher() -> tuple[AhoCorasick, tuple[str, ...]]:
    names = [(name, entry.row.id) for entry in read_treaties() for name in entry.row.names]
    matcher = AhoCorasick([name for name, _ in names], matchkind=MatchKind.LeftmostLongest)
    return matcher, tuple(key for _, key in names)


def _described(
    document: Document, parsed: Parsed, cast: Cast, named: tuple[TreatyMention, ...]
) -> Iterator[TreatyMention]:
    """Phrases headed by a noun for a treaty, from the first to the last; `last` is the one last spoken of."""
    last: Treaty | None = None
    library, nouns = TreatyLibrary.shipped(), read_wording().nouns
    for phrase in sorted(parsed.phrases, key=lambda one: parsed.words[one.head].start):
        if phrase.lemma.lower() not in nouns:
            continue
        by_name = next((one for one in named if _covers(phrase, one.mention)), None)
        if by_name is not None:
            last = library.treaty(by_name.treaty or "")
            continue
        words = parsed.mention(phrase.core_start, phrase.core_end)
        parties = _parties(cast, phrase)
        if len(parties) < 2 and (_YEAR.search(words.words) or POSSESSIVE.match(words.words)):
            parties |= _others_in_sentence(parsed, cast, phrase)
        if _is_bare(parsed, phrase, parties):
            if last is not None and _may_be_called(last, phrase.lemma.lower()):
                yield TreatyMention(mention=words, treaty=last.id, rule="spoken of before")
            continue
        last = _known(document, parsed, phrase, parties)
        if last is not None:
            yield TreatyMention(mention=parsed.mention(phrase.start, phrase.end), treaty=last.id, rule="its parties")


def _covers(phrase: Phrase, mention: Mention) -> bool:
    return phrase.start <= mention.start and mention.end <= phrase.end


def _is_bare(parsed: Parsed, phrase: Phrase, parties: frozenset[str]) -> bool:
    """*the treaty*, *this pact*: no party, no year, no other word."""
    return phrase.determiner.lower() in DEFINITE and not (parties or phrase.modifiers or phrase.attachments)


def _parties(cast: Cast, phrase: Phrase) -> frozenset[str]:
    """The states that the phrase names, those that own it included."""
    return _countries((*cast.between(phrase.start, phrase.end), *cast.owner_of(phrase)))


def _others_in_sentence(parsed: Parsed, cast: Cast, phrase: Phrase) -> frozenset[str]:
    """*China and North Korea are bound by the 1961 treaty*: the states of the sentence; () where they are not two."""
    sentence = parsed.sentences[phrase.sentence]
    found = _countries(cast.between(sentence.start, sentence.end))
    return found if len(found) == 2 else frozenset()


def _countries(mentions: Iterable[ActorMention]) -> frozenset[str]:
    return frozenset(who.actor.country for who in mentions if who.actor is not None and who.actor.country)


def _known(document: Document, parsed: Parsed, phrase: Phrase, parties: frozenset[str]) -> Treaty | None:
    """The one treaty of the library that the description fits; of a new one (*a treaty*) none."""
    words = parsed.text[phrase.start : phrase.end]
    years = {int(year) for year in _YEAR.findall(words)}
    if len(parties) < 2 or (phrase.determiner.lower() in INDEFINITE and not years):
        return None
    fitting = [one for one in _between(parties) if _may_be_called(one, phrase.lemma.lower())]
    if years:
        fitting = [one for one in fitting if years & {one.signed.year, one.start.year}]
    for word in re.findall(r"[\w-]+", words.lower()):
        fitting = _narrowed(fitting, word)
    if len(fitting) > 1 and not years:
        day = document.published or date.today()
        fitting = [one for one in fitting if one.in_force_on(day)]
    return fitting[0] if len(fitting) == 1 else None


def _between(parties: frozenset[str]) -> Iterable[Treaty]:
    return (one for one in TreatyLibrary.shipped().treaties if frozenset(one.parties) == parties)


def _may_be_called(treaty: Treaty, noun: str) -> bool:
    """Whether the noun is one for any treaty, or stands in the treaty's own name."""
    names = " ".join((treaty.label, *treaty.names)).lower()
    return read_wording().nouns[noun] or noun in names


def _narrowed(treaties: list[Treaty], word: str) -> list[Treaty]:
    """Those that the word fits, all of them where it says nothing of treaties."""
    about = read_wording().about.get(word)
    if about is None:
        return treaties
    by_kind = [one for one in treaties if any(duty.kind in about.kinds for duty in one.obligation)]
    by_label = [one for one in treaties if about.in_label and word in one.label.lower()]
    return [one for one in treaties if one in by_kind or one in by_label]
