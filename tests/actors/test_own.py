"""A user's own actors in the library and in a reading, and what is wrong in his file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from dragoman.actors import Library, check_own_actors, library_with
from dragoman.actors.names import NameFinder
from dragoman.errors import DataError
from dragoman.reader import Reader
from dragoman.records import Document

MINE = """
[[actor]]
id = "ruritania"
code = "RUR"
names = ["Ruritania", "Ruritanian", "Strelsau"]

[[actor]]
id = "black-michael"
names = ["Black Michael"]
code = "RUR"
terms = [
  { code = "RUROPP", until = "1995-05-31" },
  { code = "RURGOV", from = "1995-06-01", until = "1995" },
]

[[role]]
nouns = ["lancer"]
code = "MILCAV"

[[role]]
nouns = ["police"]
code = "COP"
countable = false

[[actor]]
id = "paris"
code = "TEX"
names = ["Paris"]
"""


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def reader(mine: Path) -> Reader:
    return Reader(actors=[mine])


def codes(reader: Reader, text: str, day: date = date(1995, 7, 1)) -> dict[str, str | None]:
    reading = reader.read(Document.plain(text, published=day))
    return {who.mention.words: who.code for who in reading.actors}


def test_a_country_makes_codes_with_the_roles_beside_it(reader: Reader) -> None:
    assert codes(reader, "Ruritania's lancers arrested a smuggler.")["Ruritania's lancers"] == "RURMILCAV"
    assert codes(reader, "Ruritanian police arrested a smuggler.")["Ruritanian police"] == "RURCOP"


def test_codes_are_those_of_the_articles_day(reader: Reader) -> None:
    text = "Black Michael condemned the arrest."
    assert codes(reader, text, date(1995, 1, 1))["Black Michael"] == "RUROPP"
    assert codes(reader, text, date(1995, 7, 1))["Black Michael"] == "RURGOV"
    assert codes(reader, text, date(1996, 7, 1))["Black Michael"] == "RUR"


def test_an_own_form_hides_the_same_form_of_the_library(mine: Path) -> None:
    (hit,) = NameFinder(library_with([mine])).find("Paris")
    assert {sense.actor for sense in hit.senses} == {"TEX"}
    (shipped,) = NameFinder(Library.shipped()).find("Paris")
    assert "FRA" in {sense.actor for sense in shipped.senses}


def test_a_noun_without_a_plural_is_not_found_in_the_plural(mine: Path) -> None:
    finder = NameFinder(library_with([mine]))
    assert finder.find("police")
    assert not [hit for hit in finder.find("polices") if hit.title]


def test_the_shipped_library_stays_as_it_is(mine: Path) -> None:
    before = list(Library.shipped().names())
    library_with([mine])
    assert list(Library.shipped().names()) == before


def test_a_later_file_wins_over_an_earlier_one(tmp_path: Path) -> None:
    paths = []
    for code in ("AAA", "BBB"):
        path = tmp_path / f"{code}.toml"
        path.write_text(f'[[actor]]\nid = "zenda"\ncode = "{code}"\nnames = ["Zenda"]\n', encoding="utf-8")
        paths.append(path)
    (hit,) = NameFinder(library_with(paths)).find("Zenda")
    assert [sense.actor for sense in hit.senses] == ["BBB"]


def test_a_dictionary_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("HENTZAU [RURMIL]\nbad line\n", encoding="utf-8")
    assert library_with([path]).actor("hentzau").code == "RURMIL"


def test_a_missing_or_broken_file_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no file"):
        library_with([tmp_path / "none.toml"])
    broken = tmp_path / "broken.toml"
    broken.write_text('[[actor]]\nid = "x"\nname = ["X"]\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"broken\.toml:1"):
        library_with([broken])


def test_own_lists_alone_know_nobody_else(mine: Path) -> None:
    alone = library_with([mine], base=Library.empty())
    assert {sense.actor for _, sense in alone.names()} == {"RUR", "black-michael", "TEX"}
    reader = Reader(library=Library.empty(), actors=[mine])
    assert codes(reader, "Ruritania's lancers attacked Germany.") == {"Ruritania's lancers": "RURMILCAV"}


OFFICE = """[[office]]
id = "XAA.president"
country = "{country}"
title = "president"
kinds = ["head_of_state"]
holder = [
  {{ name = "First Holder", from = "2001-01-01", until = "{until}" }},
  {{ name = "Second Holder", from = "2005-01-01" }},
]
"""


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[[actor]]\nid = "a"\ncode = "RUR"\nnames = ["Ruritania"]\nkode = "x"\n', 1, "kode"),
        ('[[actor]]\nid = "a"\ncode = "RUR"\nnames = []\n', 1, "names"),
        ('[[actor]]\nid = "a"\ncode = "QQQGOV"\nnames = ["Ruritania"]\n', 1, "begins with no country"),
        ('[[actor]]\nid = "a"\ncode = "RUR"\nnames = ["?!"]\n', 1, "nothing can match"),
        (
            '[[actor]]\nid = "a"\ncode = "RUR"\nnames = ["Zenda"]\n'
            '[[actor]]\nid = "b"\ncode = "RUT"\nnames = ["Zenda"]\n',
            5,
            "stands at mine.toml:1",
        ),
        (
            '[[actor]]\nid = "a"\ncode = "RUR"\nnames = ["Zenda"]\n'
            '[[actor]]\nid = "a"\ncode = "RUT"\nnames = ["Hentzau"]\n',
            5,
            "id 'a'",
        ),
        (
            '[[actor]]\nid = "a"\nnames = ["Zenda"]\nterms = [{ code = "FRA", from = "2002", until = "2001" }]\n',
            1,
            "before it begins",
        ),
        (
            '[[actor]]\nid = "a"\nnames = ["Zenda"]\nterms = [\n{ code = "FRA", until = "2002" },\n'
            '{ code = "DEU", from = "2001" }]\n',
            1,
            "overlaps",
        ),
        ('[[actor]]\nid = "a"\nnames = ["Zenda"]\nterms = [{ code = "FRA", from = "2001-02-30" }]\n', 1, "day"),
        (OFFICE.format(country="FRA", until="2003-01-01"), 8, "nobody holds"),
        (OFFICE.format(country="FRA", until="2006-01-01"), 8, "overlaps"),
        (OFFICE.format(country="FRA", until="2000-01-01"), 7, "leaves"),
        (OFFICE.format(country="XAA", until="2004-12-31"), 1, "unknown country"),
        ('[[person]]\nname = "x"\n', 1, "unknown table"),
    ],
)
def test_every_fault_is_named_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    found = [str(problem) for problem in check_own_actors(path)]
    assert any(problem.startswith(f"mine.toml:{line}: ") and words in problem for problem in found), found


def test_a_sound_file_has_no_problems(mine: Path) -> None:
    assert check_own_actors(mine) == ()


def test_the_guides_file_is_sound_and_codes_as_it_says(tmp_path: Path) -> None:
    guide = Path(__file__).parents[2] / "docs" / "how-to" / "bring-your-own-actors.md"
    block = re.search(r"```toml\n(.*?)```", guide.read_text(encoding="utf-8"), re.DOTALL)
    assert block
    path = tmp_path / "mine.toml"
    path.write_text(block[1], encoding="utf-8")
    assert check_own_actors(path) == ()
    found = codes(Reader(actors=[path]), "Ruritanian lancers attacked the castle.")
    assert found["Ruritanian lancers"] == "RURMIL"
