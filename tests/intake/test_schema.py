from __future__ import annotations

import pytest

from dragoman.intake.schema import DATA, FILES, Furniture, check_intake, rows


def test_data_files_are_sound_and_their_examples_do_what_they_show() -> None:
    assert check_intake() == ()


def test_every_file_in_the_data_folder_is_checked() -> None:
    assert {path.name for path in DATA.glob("*.toml")} == {file for file, _, _ in FILES}


def test_every_furniture_rule_shows_lines_and_prose() -> None:
    assert all(rule.examples and rule.counterexamples for rule in rows("furniture.toml", "furniture", Furniture))


def test_a_broken_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="not a regular expression"):
        Furniture(name="broken", patterns=("(",), examples=("x",), counterexamples=())
