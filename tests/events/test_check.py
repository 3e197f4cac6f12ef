"""Entries that shadow each other are found, and only those."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.events import check_events, check_ontology

ENTRY = '[[predicate]]\ntype = "AID"\nverbs = ["feed"]\n{}\nexamples = ["A fed B."]\n'


def test_shipped_files_have_no_problem() -> None:
    assert check_events() == ()


def shadows(folder: Path, earlier: str, later: str) -> list[str]:
    file = folder / "mine.toml"
    file.write_text(ENTRY.format(earlier) + ENTRY.format(later), encoding="utf-8")
    return [str(problem) for problem in check_ontology(file)]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("", ""),
        ('object = ["child", "woman"]', 'object = ["woman", "child"]'),
        ('content_lemmas = ["eat", "drink"]', 'content_lemmas = ["eat"]'),
        ('mood = ["future", "possible"]', 'mood = ["future"]'),
        ('object_not = ["fish"]', 'object_not = ["fish", "meat"]'),
        ('subject = ["*"]', 'subject = ["@actor"]'),
        ('complements = { to = ["people"] }', 'complements = { to = ["people"] }'),
    ],
)
def test_an_entry_that_holds_wherever_a_later_one_does_shadows_it(tmp_path: Path, earlier: str, later: str) -> None:
    (problem,) = shadows(tmp_path, earlier, later)
    assert problem.startswith("mine.toml:6: verb 'feed' is never reached here: mine.toml:1 AID is tried before")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("", 'object = ["child"]'),  # more constraints go first
        ('object = ["child", "woman"]', 'object = ["child"]'),  # the narrower goes first
        ('object = ["child"]', 'subject = ["king"]'),
        ('complements = { to = ["people"] }', 'complements = { for = ["people"] }'),
        ('mood = ["future"]', 'mood = ["future", "possible"]'),
        ("content = true", "content = false"),
        ('object_not = ["fish", "meat"]', 'object_not = ["fish"]'),
    ],
)
def test_entries_that_each_have_a_case_of_their_own_are_none(tmp_path: Path, earlier: str, later: str) -> None:
    assert shadows(tmp_path, earlier, later) == []


def test_a_class_counts_as_its_words(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    words = '[[class]]\nname = "young"\nwords = ["child"]\n'
    file.write_text(words + ENTRY.format('object = ["child"]') + ENTRY.format('object = ["@young"]'), encoding="utf-8")
    (problem,) = check_ontology(file)
    assert "never reached" in problem.message
