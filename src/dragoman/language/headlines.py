"""Headlines in title case (*U.S. Lifts Travel Ban*): the parser takes capitals for names, so it sees verbs small."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
#: how many of a line's longer words must begin with a capital, and how many such there must be
CAPITALS = 0.75
LEAST = 3
#: the share of a line that ends in a full stop, as sentences do
ALL_CAPITALS = 0.9
#: longer words are those longer than the articles and prepositions that title case leaves small
SHORT = 3
#: forms of verbs that end many names
IN_NAMES = frozenset({"states", "times", "post", "will", "may", "us"})
#: endings of verbs, and what the verb has in their place
ENDINGS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"), ("", ""),
)  # fmt: skip


def verbs_of(pipeline: Language) -> frozenset[str]:
    """The verbs, and their irregular forms, that the pipeline's lemmatiser knows; none where it has no tables."""
    lookups = getattr(pipeline.get_pipe("lemmatizer"), "lookups", None) if pipeline.has_pipe("lemmatizer") else None
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    index, irregular = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    return frozenset((*index.get("verb", ()), *irregular.get("verb", ())))


def is_title_case(line: str) -> bool:
    """Whether the line is a headline whose words all begin with capitals, but is not all capitals."""
    words = [word for word in WORD.findall(line) if len(word) > SHORT]
    capital = sum(word[0].isupper() for word in words)
    share = ALL_CAPITALS if line.endswith(".") else CAPITALS
    return len(words) >= LEAST and capital >= share * len(words) and not line.isupper() and line[-1:] not in '!"”'


def with_small_verbs(line: str, verbs: frozenset[str]) -> str:
    """The headline, of the same length, with every word but the first that may be a verb in small letters."""
    return WORD.sub(lambda match: _small(match[0], verbs) if match.start() else match[0], line)


def may_be_verb(word: str, verbs: frozenset[str]) -> bool:
    """Whether the word, in small letters, is a form of one of the verbs."""
    stems = (word.removesuffix(ending) + added for ending, added in ENDINGS if word.endswith(ending))
    return any(stem in verbs for stem in stems)


def _small(word: str, verbs: frozenset[str]) -> str:
    small = word.lower()
    if word.isupper() or word[1:] != small[1:] or small in IN_NAMES or len(word) <= SHORT:
        return word
    return small if may_be_verb(small, verbs) else word
