"""The room's data file: no problem in it, and every example gives what its entry says."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.commitments import check_commitments
from dragoman.commitments.schema import CUES, ConditionWords, Cue, Wording, read_cues
from dragoman.data_files import read_rows
from dragoman.reader import Reader
from dragoman.records import Commitment, Document


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def commitments(reader: Reader, text: str) -> tuple[Commitment, ...]:
    return reader.read(Document.plain(text, published=date(2024, 6, 25))).commitments


def test_shipped_file_has_no_problem() -> None:
    assert check_commitments() == ()


@pytest.mark.parametrize("cue", [entry.row for entry in read_rows(CUES, "cue", Cue)], ids=lambda cue: cue.example[:40])
def test_the_example_of_a_cue_gives_its_kind(reader: Reader, cue: Cue) -> None:
    assert cue.kind in [one.kind for one in commitments(reader, cue.example)]


@pytest.mark.parametrize("row", [entry.row for entry in read_rows(CUES, "condition", ConditionWords)], ids=str)
def test_the_example_of_a_condition_has_one(reader: Reader, row: ConditionWords) -> None:
    conditions = [one.condition.words.lower() for one in commitments(reader, row.example) if one.condition]
    assert any(words.startswith(row.words) for words in conditions)


@pytest.mark.parametrize("row", [entry.row for entry in read_rows(CUES, "wording", Wording)], ids=lambda row: row.use)
def test_the_example_of_a_wording_has_it(row: Wording) -> None:
    assert read_cues().wordings[row.use].search(row.example)
