from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.importers import read_petrarch, to_toml
from dragoman.actors.library import Entries
from dragoman.actors.own import read_own
from dragoman.actors.schema import Listed, Role


def imported(tmp_path: Path, text: str) -> tuple[Entries, list[str]]:
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    entries, problems = read_petrarch(path)
    return entries, [str(problem) for problem in problems]


def actor(entries: Entries) -> Listed:
    (entry,) = entries["actor"]
    assert isinstance(entry.row, Listed)
    return entry.row


def roles(entries: Entries) -> list[Role]:
    return [entry.row for entry in entries["role"] if isinstance(entry.row, Role)]


def test_a_set_of_synonyms_is_one_actor(tmp_path: Path) -> None:
    entries, problems = imported(tmp_path, "RURITANIA_ [RUR] # jw 9/10/91\n+RURITANIAN\n+STRELSAU_\n\n")
    assert not problems
    assert actor(entries).names == ("Ruritania", "Ruritanian", "Strelsau")
    assert actor(entries).code == "RUR"


def test_codes_hold_before_after_and_between_days_and_the_first_that_holds_wins(tmp_path: Path) -> None:
    entries, problems = imported(
        tmp_path,
        "BLACK MICHAEL [RUR] # always\n\t[RUROPP <19950601]\n\t[RURGOV 19950601 - 19951231]\n\t[RURELI > 951231]\n",
    )
    assert not problems
    row = actor(entries)
    days = {date(1995, 5, 31): "RUROPP", date(1995, 6, 1): "RURGOV", date(1995, 12, 31): "RURGOV",
            date(1996, 1, 1): "RURELI"}  # fmt: skip
    assert {day: row.code_on(day) for day in days} == days
    assert row.code_on(None) == "RUR"


def test_two_digit_years_are_of_the_nearer_century(tmp_path: Path) -> None:
    entries, _ = imported(tmp_path, "SAPT [RURMIL 910901-090901]\n")
    (term,) = actor(entries).terms
    assert (term.from_, term.until) == ("1991-09-01", "2009-09-01")


def test_a_name_without_a_code_on_its_line_takes_those_below(tmp_path: Path) -> None:
    entries, problems = imported(tmp_path, "ZENDA\n+CASTLE_OF_ZENDA\n\t[--- <950630]\n\t[RURMIL]\n")
    assert not problems
    row = actor(entries)
    assert row.names == ("Zenda", "Castle of Zenda")
    assert row.code_on(date(1995, 6, 29)) is None
    assert row.code_on(date(1995, 6, 30)) == "RURMIL"


def test_capitals_as_news_writes_them(tmp_path: Path) -> None:
    entries, _ = imported(tmp_path, "THE_KING_OF_RURITANIA [RURGOV]\n+U.S.\n+UN_\n+SAINT-PIERRE\n+MORO ISLAMIC\n")
    assert actor(entries).names == ("the King of Ruritania", "U.S.", "UN", "Saint-Pierre", "Moro Islamic")


def test_agents_with_plurals_macros_and_codes_on_either_side(tmp_path: Path) -> None:
    entries, problems = imported(
        tmp_path,
        "!PERSON! = MAN, MEN\nPOLICE {} [ ~COP]\nATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~JUD]\nLANCER [~MIL]\n"
        "MILITIA!PERSON! [~REB]\nRELIEF_AGENCY [NGO~]\n",
    )
    assert not problems
    police, attorney, lancer, militia, relief = roles(entries)
    assert (police.nouns, police.countable) == (("police",), False)
    assert attorney.plurals == ("attorneys general",)
    assert (lancer.code, lancer.countable) == ("MIL", True)
    assert (militia.nouns, militia.countable) == (("militiaman", "militiamen"), False)
    assert (relief.code, relief.before) == ("NGO", True)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("RURITANIA [RUR\n", 1, "bracket"),
        ("\nRURITANIA\n\nHENTZAU [RURMIL]\n", 2, "no code"),
        ("HENTZAU [RURMIL 19950631-19950701]\n", 1, "no day 19950631"),
        ("HENTZAU [RURMIL 19960101-19950101]\n", 1, "comes before"),
        ("HENTZAU [RURMIL <1995]\n", 1, "not a day"),
        ("HENTZAU [950601-990815]\n", 1, "no code"),
        ("\t[RUR]\n", 1, "belongs to no entry"),
        ("GUARDS!MAN! [~MIL]\n", 1, "not defined"),
        ("RURITANIA [RUR]\n<!-- never closed\nHENTZAU [RURMIL]\n", 2, "not closed"),
    ],
)
def test_bad_lines_are_reported_with_file_and_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    _, problems = imported(tmp_path, text)
    assert any(problem.startswith(f"list.txt:{line}: ") and words in problem for problem in problems), problems


def test_comments_of_every_kind_are_no_entries(tmp_path: Path) -> None:
    entries, problems = imported(
        tmp_path,
        "<!-- head -->\n<!--\nOLD [OLD]\n-->\n<! -- crooked -->\n# HENTZAU [RURMIL]\nRURITANIA [RUR] # Zenda\n",
    )
    assert not problems
    assert actor(entries).names == ("Ruritania",)


@given(st.text("ABZ_ +[]{}<>!~#-=0159\n\t", max_size=80))
def test_no_text_stops_the_reading_and_what_is_read_survives_toml(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("lists")
    entries, _ = imported(folder, text)
    written = folder / "mine.toml"
    written.write_text(to_toml(entries, source="list.txt"), encoding="utf-8")
    again, problems = read_own(written)
    assert not problems
    for table in ("actor", "role"):
        assert [entry.row for entry in again.get(table, ())] == [entry.row for entry in entries[table]]
