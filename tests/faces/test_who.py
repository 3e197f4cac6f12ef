"""Who held an office on a day, asked by person, office, country and code."""

from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from dragoman.actors.library import Library
from dragoman.faces.who import print_who, who_lines


@pytest.mark.parametrize(
    ("name", "on", "answer"),
    [
        ("foreign minister of Mali", date(2022, 5, 1), "Abdoulaye Diop, 2021-06 to now (to the month)"),
        ("Malian foreign minister", date(2019, 1, 1), "Kamissa Camara"),
        ("MLI", date(2012, 6, 1), "president (MLI): Dioncounda Traoré"),
        ("Mali", date(2012, 6, 1), "president (MLI): Dioncounda Traoré"),
        ("MLIGOV", date(2012, 6, 1), "president (MLI): Dioncounda Traoré"),
        ("RUS.president", date(2010, 1, 1), "Dmitry Medvedev, 2008-05-07 to 2012-05-07"),
        ("Lavrov", date(2010, 5, 1), "foreign minister (RUS)"),
    ],
)
def test_who_answers_both_ways(name: str, on: date, answer: str) -> None:
    assert answer in "\n".join(who_lines(Library.shipped(), name, on))


def test_a_gap_in_an_incomplete_series_is_not_covered() -> None:
    (line,) = who_lines(Library.shipped(), "foreign minister of Libya", date(2015, 1, 1))
    assert line == "foreign minister (LBY): not covered"


def test_a_day_behind_the_knowledge_of_the_file_says_so() -> None:
    (line,) = who_lines(Library.shipped(), "foreign minister of Mali", date(2026, 11, 1))
    assert "not covered so late" in line


def test_nobody_known_gives_no_line() -> None:
    assert who_lines(Library.shipped(), "nobody known at all", date(2020, 1, 1)) == ()


def test_own_offices_are_answered_for(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(
        """
[[office]]
id = "NOR.harbourmaster"
country = "NOR"
title = "harbourmaster"
kinds = ["minister"]
holder = [{ name = "Kari Example", from = "2020-01-01" }]
"""
    )
    told = StringIO()
    print_who("harbourmaster", on=date(2022, 5, 1), actors=[mine], console=Console(file=told, width=200))
    assert "Kari Example, 2020-01-01 to now" in told.getvalue()
