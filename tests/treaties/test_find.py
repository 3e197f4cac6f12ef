from __future__ import annotations

from datetime import date

import pytest

from dragoman.data_files import Entry, read_rows
from dragoman.reader import Reader
from dragoman.records import Document
from dragoman.treaties import check_treaties
from dragoman.treaties.find import named_treaties
from dragoman.treaties.library import read_treaties
from dragoman.treaties.schema import Treaty
from dragoman.treaties.wording import WORDING, About, Text, read_wording

NAMED = [entry for entry in read_treaties() if entry.row.names]


@pytest.mark.parametrize("entry", NAMED, ids=lambda entry: entry.row.id)
def test_every_example_names_its_treaty(entry: Entry[Treaty]) -> None:
    example = entry.row.example or ""
    (mention,) = named_treaties(Document.plain(example))
    assert mention.treaty == entry.row.id
    mention.mention.check(example)


def test_a_name_inside_a_word_is_none() -> None:
    assert named_treaties(Document.plain("The preUNCLOS rules and UNCLOSed waters.")) == ()


def test_the_data_file_is_sound() -> None:
    assert check_treaties() == ()


DESCRIBED = [
    ("The 1961 treaty between China and North Korea is still in force.", ["CHN-PRK-1961"]),
    ("China and North Korea are bound by the 1961 treaty. The treaty has seven articles.", ["CHN-PRK-1961"] * 2),
    ("Washington's mutual defense treaty with Seoul dates from 1953.", ["USA-KOR-1953"]),
    ("Under its mutual defence treaty with the United States, the Philippines asked for help.", ["USA-PHL-1951"]),
    ("Russia's 2024 pact with North Korea commits both countries to assistance.", ["RUS-PRK-2024"]),
    ("The North Atlantic Treaty was signed in 1949. The pact has 14 articles.", ["NATO", "NATO"]),
    ("Moscow signed a defence treaty with Pyongyang.", []),  # a new one is none that is known
    ("France signed a treaty with Spain.", []),
    ("The treaty was signed in Geneva.", []),  # nothing was said before
    ("The North Atlantic Treaty was signed in 1949. A peace treaty followed. The treaty was short.", ["NATO"]),
    ("The Shusha Declaration came later. The agreement was praised.", ["SHUSHA-2021"]),  # it is no agreement
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(("text", "treaties"), DESCRIBED)
def test_treaties_without_their_names(reader: Reader, text: str, treaties: list[str]) -> None:
    found = reader.read(Document.plain(text, published=date(2025, 6, 25))).treaties
    assert [one.treaty for one in found] == treaties
    for one in found:
        one.mention.check(text)


def test_in_force_on_the_day_decides_between_two(reader: Reader) -> None:
    text = "The treaty between Russia and North Korea is old."
    for published, treaty in ((date(2010, 1, 1), "RUS-PRK-2000"), (date(2025, 1, 1), "RUS-PRK-2024")):
        (found,) = reader.read(Document.plain(text, published=published)).treaties
        assert found.treaty == treaty


EXAMPLES = [entry.row.example for entry in read_rows(WORDING, "text", Text)]
EXAMPLES += [entry.row.example for entry in read_rows(WORDING, "about", About)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_wording_has_one_of_its_nouns(example: str) -> None:
    assert any(noun in example.lower() for noun in read_wording().nouns)
