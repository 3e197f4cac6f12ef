"""How the news tells that a commitment was taken back or broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.commitments import changes
from dragoman.commitments.changes import CHANGES, Taken, check_changes, read_changes
from dragoman.data_files import read_rows

TAKEN = [entry.row for entry in read_rows(CHANGES, "taken", Taken)]


@pytest.mark.parametrize("row", TAKEN, ids=lambda row: row.kind)
def test_every_example_names_its_kind(row: Taken) -> None:
    assert read_changes().nouns[row.kind].search(row.example)


@pytest.mark.parametrize(
    ("trigger", "taking", "breaking"),
    [("withdrew", True, False), ("withdrawal", True, False), ("revoked", True, False), ("pulled", True, False),
     ("suspension", True, False), ("violated", False, True), ("broke", False, True), ("attacked", False, False),
     ("packed", False, False)],
)  # fmt: skip
def test_triggers(trigger: str, taking: bool, breaking: bool) -> None:  # a table of cases
    found = read_changes()
    assert (found.taking.match(trigger) is not None, found.breaking.match(trigger) is not None) == (taking, breaking)


def test_the_data_file_is_sound() -> None:
    assert check_changes() == ()


def test_faults_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "changes.toml"
    path.write_text(
        '[[taken]]\nkind = "offer"\nnouns = ["bid"]\nexample = "It withdrew its offer."\n'
        "[[taking]]\npatterns = ['(']\nexample = \"x\"\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(changes, "CHANGES", path)
    found = "\n".join(map(str, check_changes()))
    assert "changes.toml:1: the example has none of the nouns" in found
    assert "is no regular expression" in found
