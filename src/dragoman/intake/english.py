"""Is the text English? Told by the share of function words, and by its letters for other scripts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from dragoman.errors import LanguageError
from dragoman.intake.schema import LanguageWords, rows

ENOUGH_WORDS = 25
"""Fewer words are taken for English: too little to tell by."""

LOOKED_AT = 4000
"""So many of the first words decide."""

LEAST_ENGLISH = 0.12
"""English news has a share of function words of a quarter or more; lists and names lower it."""

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "CYRILLIC": "Russian or another language in Cyrillic letters",
    "ARABIC": "Arabic, Persian or Urdu",
    "HANGUL": "Korean",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "CJK": "Chinese or Japanese",
    "HEBREW": "Hebrew",
    "GREEK": "Greek",
    "DEVANAGARI": "Hindi or Nepali",
    "BENGALI": "Bengali",
    "THAI": "Thai",
    "GEORGIAN": "Georgian",
    "ARMENIAN": "Armenian",
    "TAMIL": "Tamil",
    "ETHIOPIC": "Amharic",
}


def require_english(text: str, *, where: str) -> None:
    """Raise `LanguageError` (D310) unless the text is English, or too short to tell."""
    if language := other_language(text):
        raise LanguageError(
            f"{where} is not English (it looks like {language}); Dragoman reads English only", code="D310"
        )


def other_language(text: str) -> str | None:
    """What the text is written in where that is not English; None for English and for too few words."""
    if script := _script(text[: LOOKED_AT * 6]):
        return script
    words = _WORD.findall(text[: LOOKED_AT * 8].casefold())[:LOOKED_AT]
    if len(words) < ENOUGH_WORDS:
        return None
    counts = Counter(words)
    shares = {name: sum(counts[word] for word in known) / len(words) for name, known in _function_words().items()}
    english = shares.pop("English")
    likeliest = max(shares, key=lambda name: shares[name])
    if english >= max(LEAST_ENGLISH, shares[likeliest]):
        return None
    return likeliest if shares[likeliest] > LEAST_ENGLISH else "no language that is known here"


def _script(text: str) -> str | None:
    """The script of most letters, where it is not the Latin one."""
    letters = [char for char in text if char.isalpha()][::7]
    scripts = Counter(unicodedata.name(char, "?").split(" ")[0] for char in letters)
    common = scripts.most_common(1)
    if not common or common[0][0] == "LATIN" or len(letters) < ENOUGH_WORDS // 2:
        return None
    return _SCRIPTS.get(common[0][0]) if common[0][1] > len(letters) / 2 else None


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {row.name: frozenset(row.words) for row in rows("languages.toml", "language", LanguageWords)}
