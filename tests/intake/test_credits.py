from __future__ import annotations

import pytest

from dragoman.intake.clean import clean_text
from dragoman.intake.credits import find_agency, is_agency, is_contribution, read_byline, read_credit, tag_at_end
from dragoman.intake.schema import Agency, rows


@pytest.mark.parametrize("row", rows("agencies.toml", "agency", Agency), ids=lambda row: row.name)
def test_examples_credit_their_agency(row: Agency) -> None:
    document = clean_text(row.example)
    assert row.name in (document.agency, *document.contributors)


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
    assert clean_text(text).agency == "ANI"
    assert tag_at_end("The talks ended on Tuesday (local time).") is None


@pytest.mark.parametrize(
    ("credit", "contributors"),
    [
        ("(With inputs from agencies)", ()),
        ("(With AFP)", ("Agence France-Presse",)),
        ("(With inputs from Reuters)", ("Reuters",)),
        ("(With additional reporting by AP)", ("Associated Press",)),
    ],
)
def test_who_only_gave_material_is_not_the_agency_of_the_text(credit: str, contributors: tuple[str, ...]) -> None:
    body = "The talks ended on Tuesday without an agreement, the Omani foreign minister said."
    for text in (f"{body} {credit}", f"{body}\n\n{credit}"):
        document = clean_text(text)
        assert document.text == body
        assert (document.agency, document.contributors) == (None, contributors)
    assert is_contribution(credit)
    assert not is_contribution("(Reuters)")


def test_what_stands_in_brackets_and_is_no_credit_stays() -> None:
    text = "The talks ended on Tuesday. (With hindsight, they never began.)"
    assert tag_at_end(text) is None
