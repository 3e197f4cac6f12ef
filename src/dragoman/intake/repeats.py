"""What stands twice on a page and is kept once: title, lead, paragraphs, sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

SHORTEST_REPEAT = 40
"""A shorter sentence (*He declined to comment.*) may well be said twice."""

SHORTEST_TEASER = 6
"""In words."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|(?<=[.!?][\"”’')])\s+")
_WORD = re.compile(r"\w+")
_ELLIPSIS = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])$")
_SITE_NAME = re.compile(r"\s+[|\-–—:•»]\s+")
LONGEST_SITE_NAME = 60


def tokens(text: str) -> tuple[str, ...]:
    """The words of the text without case, punctuation and quotation marks: equal for variants of one title."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("’", "").replace("'", "")))


def without_repeats(paragraphs: list[str]) -> list[str]:
    """The paragraphs, in order, with what was said before left out; emptied ones stay as "".

    A short paragraph may come again unless it is the first one (the title). A teaser that breaks off
    (*The minister said on …*) goes where its words come again in full.
    """
    seen: set[tuple[str, ...]] = set()
    whole: set[tuple[str, ...]] = set()
    teasers = _teasers(paragraphs)
    kept: list[str] = []
    for place, paragraph in enumerate(paragraphs):
        words = tokens(paragraph)
        if place in teasers or (
            words in whole and (len(paragraph) >= SHORTEST_REPEAT or words == tokens(paragraphs[0]))
        ):
            kept.append("")
            continue
        whole.add(words)
        kept.append(" ".join(_new_sentences(paragraph, seen)))
    return kept


def _new_sentences(paragraph: str, seen: set[tuple[str, ...]]) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(paragraph):
        words = tokens(sentence)
        if len(sentence) < SHORTEST_REPEAT or words not in seen or _breaks_a_quotation(sentence):
            yield sentence
        seen.add(words)


def _breaks_a_quotation(sentence: str) -> bool:
    """Whether the sentence opens or closes a quotation, whose other mark would be left alone without it."""
    return sentence.count('"') % 2 == 1 or sentence.count("“") != sentence.count("”")


def _teasers(paragraphs: list[str]) -> set[int]:
    """Places of paragraphs, but the first, that break off and whose words another one begins with."""
    words = [tokens(paragraph) for paragraph in paragraphs]
    longest: dict[tuple[str, ...], tuple[str, ...]] = {}
    for each in words:
        opening = each[:SHORTEST_TEASER]
        longest[opening] = max(longest.get(opening, ()), each, key=len)
    return {
        place
        for place, each in enumerate(words)
        if place
        and len(each) >= SHORTEST_TEASER
        and _ELLIPSIS.search(paragraphs[place], max(0, len(paragraphs[place]) - 8))
        and len(full := longest[each[:SHORTEST_TEASER]]) > len(each)
        and full[: len(each)] == each
    }


def without_site_name(title: str, *, others: tuple[str, ...] = ()) -> str:
    """The title without *| The Site*, where one of `others` (headings, the site's name) says so."""
    known = {tokens(other) for other in others if other}
    for separator in _SITE_NAME.finditer(title):
        head, tail = title[: separator.start()], title[separator.end() :]
        if len(tail) <= LONGEST_SITE_NAME and (tokens(head) in known or tokens(tail) in known):
            return head
    return title
