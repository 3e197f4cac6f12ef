from __future__ import annotations

import pytest

from dragoman.intake.clean import clean_text
from dragoman.intake.credits import find_agency, is_agency, read_byline, read_credit, tag_at_end
from dragoman.intake.schema import Agency, rows


@pytest.mark.parametrize("row", rows("agencies.toml", "agency", Agency), ids=lambda row: row.name)
def test_examples_credit_their_agency(row: Agency) -> None:
    assert clean_text(row.example).agency == row.name


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By JANE ROE and JOHN DOE, Associated Press", "JANE ROE and JOHN DOE, Associated Press"),
        ("By Jane Roe | June 25, 2024", "Jane Roe"),
        ("Written by: Jane Roe", "Jane Roe"),
        ("By Maria van der Berg", "Maria van der Berg"),
    ],
)
def test_bylines(line: str, names: str) -> None:
    assert read_byline(line) == names


@pytest.mark.parametrize("line", ["By Friday the talks had failed.", "Jane Roe", "By now, both sides agreed", ""])
def test_no_bylines(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("With inputs from AFP", "Agence France-Presse"),
        ("(Reuters)", "Reuters"),
        ("Source: Xinhua", "Xinhua"),
        ("— AP", "Associated Press"),
        ("(With agency inputs from PTI and ANI)", "PTI"),
        ("© 2024 Agence France-Presse. All rights reserved", "Agence France-Presse"),
    ],
)
def test_credits(line: str, agency: str) -> None:
    assert read_credit(line) == agency


@pytest.mark.parametrize("line", ["Reuters could not verify the report.", "Agencies", "", "AP " * 100])
def test_no_credits(line: str) -> None:
    assert read_credit(line) is None


def test_a_short_name_counts_only_with_its_case() -> None:
    assert find_agency("The pap was thin, and so was the pa.") is None
    assert is_agency("AP")
    assert not is_agency("AP photo")


def test_tag_behind_the_last_sentence() -> None:
    text = "The talks ended on Tuesday. (ANI)"
    assert tag_at_end(text) == (text.index(" (ANI)"), "ANI")
    assert tag_at_end("The talks ended on Tuesday (local time).") is None
