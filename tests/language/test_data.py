from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.data_files import read_rows
from dragoman.language import schema
from dragoman.language.schema import (
    DATA,
    Compound,
    Dative,
    Embedder,
    LanguageRow,
    Lemma,
    LightVerb,
    Likeness,
    Marker,
    MoodWord,
    Negator,
    Nominalisation,
    check_language,
)

FILES: list[tuple[str, str, type[LanguageRow]]] = [
    ("nominalisations.toml", "family", Nominalisation),
    ("light_verbs.toml", "light_verb", LightVerb),
    ("embedding.toml", "embedder", Embedder),
    ("negation.toml", "negator", Negator),
    ("modal.toml", "modal", MoodWord),
    ("markers.toml", "marker", Marker),
    ("datives.toml", "dative", Dative),
    ("lemmas.toml", "lemma", Lemma),
    ("likenesses.toml", "likeness", Likeness),
    ("compounds.toml", "compound", Compound),
]
CASES = [
    pytest.param(entry.row, id=f"{name}:{entry.line}")
    for name, table, row in FILES
    for entry in read_rows(DATA / name, table, row)
]


def words_of(row: LanguageRow) -> tuple[str, ...]:
    match row:
        case Nominalisation():
            return tuple(noun for noun, _ in row.nouns)
        case LightVerb():
            return row.verbs
        case Embedder():
            return row.predicates
        case Dative():
            return row.verbs
        case Lemma() | Likeness():
            return row.forms[:1]
        case Compound():
            return tuple(f"{first}-{second}" for first in row.first for second in row.second or ("",))
        case Negator() | MoodWord() | Marker():
            return row.words
    raise AssertionError(row)


IRREGULAR = {
    "give": "gave", "make": "made", "take": "took", "hold": "held", "come": "came", "pay": "paid", "put": "put",
    "tell": "told", "lay": "laid", "go": "went", "be": "is|was|are", "put up": "put up", "lend": "lent",
    "stand": "stood", "say": "said",
}  # fmt: skip


def occurs(word: str, sentence: str) -> bool:
    """Whether some form of the word stands in the sentence."""
    first, *rest = word.split(" ")
    stem = re.escape(first[:-1] if first[-1] in "ey" and len(first) > 3 else first)
    form = rf"(?:{stem}\w{{0,4}}|{IRREGULAR.get(first, stem)})"
    pattern = rf"(?<!\w){form}{''.join(rf' {re.escape(part)}' for part in rest)}(?!\w{{5}})"
    return re.search(pattern, sentence, re.IGNORECASE) is not None


def test_data_files_are_sound() -> None:
    assert [str(problem) for problem in check_language()] == []


@pytest.mark.parametrize("row", CASES)
def test_example_shows_the_entry(row: LanguageRow) -> None:
    assert any(occurs(word, row.example) for word in words_of(row)), row.example


def test_light_verb_example_shows_one_of_its_nouns() -> None:
    for entry in read_rows(DATA / "light_verbs.toml", "light_verb", LightVerb):
        if not entry.row.any_nominalisation:
            assert any(occurs(noun, entry.row.example) for noun in entry.row.nouns), entry.row.example


def test_the_lists_are_as_long_as_the_language_needs() -> None:
    families = read_rows(DATA / "nominalisations.toml", "family", Nominalisation)
    assert sum(len(entry.row.nouns) for entry in families) >= 500
    embedders = read_rows(DATA / "embedding.toml", "embedder", Embedder)
    assert len({(p, entry.row.kind) for entry in embedders for p in entry.row.predicates}) >= 250


def test_a_noun_in_two_families_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, _, _ in FILES:
        (tmp_path / name).write_text((DATA / name).read_text(encoding="utf-8"), encoding="utf-8")
    again = '\n[[family]]\nname = "again"\nnouns = [["attack", "attack"]]\nexample = "An attack on the post failed."\n'
    with (tmp_path / "nominalisations.toml").open("a", encoding="utf-8") as file:
        file.write(again)
    monkeypatch.setattr(schema, "DATA", tmp_path)
    (problem,) = check_language()
    assert "'attack' already stands in line" in problem.message
