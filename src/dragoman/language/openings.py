"""What opens a paragraph before its first sentence: a dateline, or who speaks in a transcript."""

from __future__ import annotations

import re

from dragoman.language.model import Parsed, Sentence

#: typographic signs as the parser sees them, each for one character
PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\n": " ", "\t": " ",
                       "\r": " ", "\xa0": " ", "\u2028": " ", "\u200b": " ", "–": "-"})  # fmt: skip
#: a place in capital letters with its country, day or agency, or in small ones with one of them, and a dash; what
#: follows is a sentence of its own. An agency may stand in front of the place too (*Reuters PARIS (Reuters) -*).
DATELINE = re.compile(
    r"(?:([A-Z]\w+) (?=[A-Z][A-Z .,'\-]+ ?\(\1\)))?"
    r"(?:[A-Z][A-Z.'\-]+(?: [A-Z][A-Z.'\-]+){0,3}(?:, [\w. ,]{2,30}?)? ?(?:\([^)\n]{2,30}\) ?)?"
    r"|[A-Z][a-z'-]+(?: [A-Z][a-z]+){0,2}"
    r"(?:, [A-Z][a-z]+(?: [A-Z0-9]\w*)?(?:, [A-Z]{2,8})?(?: \([A-Z][^)\n]{1,30}\))?| \([A-Z][^)\n]{1,30}\)) )"
    r"[-–—]{1,2} (?=[\"'A-Z0-9])"
)
#: who speaks, at the head of a turn of a transcript; what follows is a sentence of its own
TURN = re.compile(r"(?:(?:[A-Z]|[A-Z][A-Z.'\-]+(?: [A-Z][A-Z.'\-]+){0,4}):|Q\.?) (?=[\"A-Z])")


def opening_of(paragraph: str) -> re.Match[str] | None:
    """The dateline or speaker that the paragraph, as the parser sees it, begins with."""
    return DATELINE.match(paragraph) or TURN.match(paragraph)


def datelines_of(parsed: Parsed) -> frozenset[int]:
    """The sentences that are datelines and nothing else."""
    text = parsed.text.translate(PLAIN)
    return frozenset(sentence.index for sentence in parsed.sentences if _is_dateline(text, sentence))


def _is_dateline(text: str, sentence: Sentence) -> bool:
    found = DATELINE.match(text, sentence.start)
    return found is not None and found.end() - 1 <= sentence.end <= found.end()
