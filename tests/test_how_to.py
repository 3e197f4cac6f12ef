"""What the how-to on ontologies shows is what the program does."""

from __future__ import annotations

import re
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from dragoman.events import Ontology
from dragoman.events.lexicon import TABLES
from dragoman.faces.brief import print_brief
from dragoman.faces.checking import own_problems
from dragoman.reader import Reader
from dragoman.records import Document

HOW_TO = (Path(__file__).parents[1] / "docs" / "how-to" / "own-ontology.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", HOW_TO, re.MULTILINE | re.DOTALL)
TOML = [block for language, block in BLOCKS if language == "toml"]
DAY = date(2024, 6, 25)
SHOWN = {
    "culture.toml": "Egypt lent manuscripts to Greece on Monday. China will send an orchestra to Brazil. "
    "Poland sent tanks to Ukraine.",
    "cameo": "China will send aid to Nepal. Russian troops shelled Kharkiv. Bulgaria expelled two Russian diplomats.",
}


@pytest.fixture(scope="module")
def culture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("how-to") / "culture.toml"
    file.write_text(TOML[0], encoding="utf-8")
    return file


def test_the_file_is_sound_and_its_examples_fire(culture: Path) -> None:
    assert own_problems([culture]) == ((), 1)


@pytest.mark.parametrize("name", SHOWN)
def test_the_output_is_the_real_one(culture: Path, name: str) -> None:
    shown = next(
        block for _, block in BLOCKS if block.startswith("$") and f"--ontology {name}" in block.splitlines()[0]
    )
    reading = Reader(ontology=culture if name == "culture.toml" else name).read(
        Document.plain(SHOWN[name], published=DAY)
    )
    out = StringIO()
    print_brief(reading, Console(file=out, width=110))
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    wanted = shown.splitlines()[1:]
    start = lines.index(wanted[0])
    assert lines[start : start + len(wanted)] == wanted


def test_rows_of_the_map_that_are_shown_stand_in_the_shipped_file(tmp_path: Path) -> None:
    file = tmp_path / "shown.toml"
    head = '[[ontology]]\nname = "x"\ninstead = true\n'
    types = "".join(f'[[type]]\nname = "{code}"\nquad = "verbal conflict"\n' for code in ("02", "10", "20"))
    file.write_text(head + types + TOML[1], encoding="utf-8")
    assert Ontology.of(file).kept == frozenset({"02", "10", "20"})


def test_every_table_is_named() -> None:
    assert [table for table in TABLES if f"[[{table}]]" not in HOW_TO] == []
