"""Names of treaties in the text, linked to the library."""

from __future__ import annotations

from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.records import Document, TreatyMention
from dragoman.treaties.library import read_treaties


def find_treaties(document: Document) -> tuple[TreatyMention, ...]:
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
