"""Offices by day: until when they are known, and what the check says of those who come later."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.actors.check import check
from dragoman.actors.library import Library

FILE = """
[[about]]
source = "recalled"
as_of = "2020-12-31"

[[state]]
id = "RUR"
label = "Ruritania"
names = ["Ruritania"]
example = "Ruritania is a kingdom."

[[office]]
id = "RUR.king"
country = "RUR"
title = "king"
kinds = ["head_of_state"]
{as_of}
holder = [
  {{ name = "Rudolf Elphberg", from = "2010-01-01"{until} }},
]
example = "Rudolf Elphberg became king of Ruritania on 1 January 2010."

[[kind]]
id = "head_of_state"
titles = ["head of state"]
example = "The heads of state met."
"""


def folder(base: Path, **parts: str) -> Path:
    (base / "data").mkdir()
    (base / "data" / "states.toml").write_text(FILE.format(**{"as_of": "", "until": ""} | parts), encoding="utf-8")
    return base


@pytest.mark.parametrize(
    ("as_of", "until", "on", "status"),
    [
        ("", "", date(2020, 12, 31), "held"),
        ("", "", date(2021, 1, 1), "assumed"),
        ('as_of = "2022-06"', "", date(2022, 6, 30), "held"),
        ('as_of = "2022-06"', "", date(2022, 7, 1), "assumed"),
        ("", ', until = "2015-01-01"', date(2016, 1, 1), "vacant"),
        ("", ', until = "2015-01-01"', date(2021, 1, 1), "not_covered"),
        ("", "", date(2009, 1, 1), "not_covered"),
    ],
)
def test_an_office_is_known_until_its_own_day_or_the_files(
    tmp_path: Path, as_of: str, until: str, on: date, status: str
) -> None:
    library = Library.from_folder(folder(tmp_path, as_of=as_of, until=until))
    assert library.holders("RUR.king", on).status == status


def test_who_comes_after_the_last_day_known_is_a_problem(tmp_path: Path) -> None:
    (problem,) = check(folder(tmp_path, as_of='as_of = "2009-12-31"'))
    assert "Rudolf Elphberg comes after 2009-12-31" in problem.message
    assert problem.line == 19


def test_a_day_covered_by_the_file_is_no_problem(tmp_path: Path) -> None:
    assert check(folder(tmp_path)) == ()


def test_a_family_name_that_is_a_word_names_nobody_by_itself() -> None:
    forms = {form: sense.kind for form, sense in Library.shipped().names() if sense.actor == "USA.robert-work"}
    assert forms["Robert Work"] == "person"
    assert "Work" not in forms


def test_a_family_name_that_names_a_state_is_a_problem(tmp_path: Path) -> None:
    text = FILE.format(as_of="", until="").replace("Rudolf Elphberg", "Rudolf Ruritania")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "states.toml").write_text(text, encoding="utf-8")
    (problem,) = check(tmp_path)
    assert "'Ruritania' names a state too" in problem.message


def test_who_sits_in_parliament_and_leads_the_opposition_is_a_lawmaker() -> None:
    wine = Library.shipped().actor("UGA.bobi-wine", on=date(2019, 6, 1))
    assert (wine.code, wine.office) == ("UGALEG", "UGA.member-of-parliament")
    assert Library.shipped().actor("UGA.bobi-wine", on=date(2023, 6, 1)).code == "UGAOPP"


def test_files_in_folders_of_data_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "data" / "groups").mkdir(parents=True)
    text = '[[group]]\nid = "G"\ncode = "REB"\nsector = "REB"\nlabel = "Gang"\nnames = ["Gang"]\nexample = ""\n'
    (tmp_path / "data" / "groups" / "armed_world.toml").write_text(text, encoding="utf-8")
    (problem,) = check(tmp_path)
    assert str(problem) == "armed_world.toml:1: no example sentence"
    assert [row.id for row in Library.from_folder(tmp_path).groups] == ["G"]


def test_a_term_ends_with_its_office() -> None:
    library = Library.shipped()
    assert library.actor("AFG.ashraf-ghani", on=date(2021, 6, 1)).sector == "GOV"
    assert library.actor("AFG.ashraf-ghani", on=date(2022, 6, 1)).sector == "ELI"


@pytest.mark.parametrize(
    ("person", "day", "sector"),
    [
        ("GBR.theresa-may", date(2021, 6, 1), "LEG"),
        ("GRC.alexis-tsipras", date(2021, 6, 1), "LEG"),
        ("JPN.shinzo-abe", date(2020, 6, 1), "GOV"),
        ("JPN.shinzo-abe", date(2021, 6, 1), "LEG"),
        ("ESP.mariano-rajoy", date(2021, 6, 1), "ELI"),
        ("IND.vasundhara-raje", date(2016, 6, 1), "GOV"),
        ("IND.vasundhara-raje", date(2021, 6, 1), "LEG"),
    ],
)
def test_a_former_leader_who_sits_in_parliament_is_a_lawmaker(person: str, day: date, sector: str) -> None:
    assert Library.shipped().actor(person, on=day).sector == sector
