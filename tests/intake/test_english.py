from __future__ import annotations

import pytest

from dragoman.errors import LanguageError
from dragoman.intake.english import other_language, require_english
from dragoman.intake.schema import LanguageWords, rows

LANGUAGES = rows("languages.toml", "language", LanguageWords)


@pytest.mark.parametrize("row", LANGUAGES, ids=lambda row: row.name)
def test_examples_are_told_apart(row: LanguageWords) -> None:
    assert other_language(f"{row.example} " * 4) == (None if row.name == "English" else row.name)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Министры заявили, что встретятся в Женеве в пятницу.", "Russian or another language in Cyrillic letters"),
        ("قال الوزراء إنهم سيجتمعون في جنيف يوم الجمعة المقبل", "Arabic, Persian or Urdu"),
        (
            "장관들은 금요일에 제네바에서 만날 것이라고 말했다. 장관들은 금요일에 제네바에서 만날 것이라고 말했다.",
            "Korean",
        ),
    ],
)
def test_other_scripts(text: str, language: str) -> None:
    assert other_language(text * 2) == language


def test_too_few_words_are_taken_for_english() -> None:
    assert other_language("Die Minister trafen sich in Genf.") is None
    assert other_language("") is None


def test_the_error_says_what_it_looks_like() -> None:
    german = next(row.example for row in LANGUAGES if row.name == "German")
    with pytest.raises(LanguageError, match=r"article\.txt is not English .it looks like German") as caught:
        require_english(german * 5, where="article.txt")
    assert caught.value.code == "D310"
