"""TOML data files: each entry with its line, each complaint with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.data_files import Row, read_rows, try_rows
from dragoman.errors import DataError

SOUND = '# a comment\n[[verb]]\nword = "warn"\n\n[[verb]]\nword = "deny"\n'


class Verb(Row):
    word: str


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "verbs.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_entries_know_their_lines(tmp_path: Path) -> None:
    entries = read_rows(written(tmp_path, SOUND), "verb", Verb)
    assert [(entry.row.word, entry.line) for entry in entries] == [("warn", 2), ("deny", 5)]


@pytest.mark.parametrize("wrong", ['word = "x"\nwrod = "y"', "word = 3", ""])
def test_wrong_entry_is_named_and_the_others_are_kept(tmp_path: Path, wrong: str) -> None:
    path = written(tmp_path, f"{SOUND}\n[[verb]]\n{wrong}\n")
    entries, problems = try_rows(path, "verb", Verb)
    assert [entry.row.word for entry in entries] == ["warn", "deny"]
    assert problems
    assert str(problems[0]).startswith("verbs.toml:")
    with pytest.raises(DataError, match=r"verbs\.toml:\d+"):
        read_rows(path, "verb", Verb)


def test_file_that_is_no_toml_is_a_problem(tmp_path: Path) -> None:
    assert try_rows(written(tmp_path, "[[verb]\n"), "verb", Verb)[1]


@pytest.mark.parametrize(
    ("text", "line"),
    [('# one\n[verb]\nword = "warn"\n', 2), ('[other]\n\n[ verb ]\nword = "warn"', 3), ('verb = [{word = "warn"}]', 1)],
)
def test_rows_may_be_written_in_other_ways(tmp_path: Path, text: str, line: int) -> None:
    (entry,) = read_rows(written(tmp_path, text), "verb", Verb)
    assert (entry.row.word, entry.line) == ("warn", line)


def test_value_where_a_table_belongs_is_a_problem(tmp_path: Path) -> None:
    entries, problems = try_rows(written(tmp_path, "verb = 3"), "verb", Verb)
    assert not entries
    assert problems


def test_header_inside_a_text_misleads_nobody(tmp_path: Path) -> None:
    (entry,) = read_rows(written(tmp_path, '[[verb]]\nword = """\n[[verb]]\n"""\n'), "verb", Verb)
    assert entry.row.word == "[[verb]]\n"


def test_file_that_changed_is_read_anew(tmp_path: Path) -> None:
    read_rows(written(tmp_path, SOUND), "verb", Verb)
    entries = read_rows(written(tmp_path, SOUND.replace("warn", "urge")), "verb", Verb)
    assert [entry.row.word for entry in entries] == ["urge", "deny"]


def test_line_of_a_fault_in_the_writing_is_told(tmp_path: Path) -> None:
    (problem,) = try_rows(written(tmp_path, SOUND + "word = \n"), "verb", Verb)[1]
    assert problem.line == 7


def test_rows_do_not_change(tmp_path: Path) -> None:
    (entry, _) = read_rows(written(tmp_path, SOUND), "verb", Verb)
    with pytest.raises(ValueError, match="frozen"):
        entry.row.word = "x"
