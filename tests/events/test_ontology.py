"""A user's own types and predicates, beside PLOVER and instead of it; CAMEO's roots as the shipped example."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.events import Ontology, check_ontology
from dragoman.events.lexicon import Lexicon
from dragoman.events.ontology import SHIPPED, ontology_files, read_own_entries
from dragoman.faces.checking import gives
from dragoman.reader import Reader
from dragoman.records import Document, Event

Told = Callable[[str], tuple[Event, ...]]

CULTURE = """
[[ontology]]
name = "Culture"

[[type]]
name = "CULTURE"
quad = "material cooperation"
score = 6
modes = { sport = 5 }
future = "AGREE"

[[class]]
name = "art"
words = ["manuscript", "orchestra"]

[[context]]
name = "music"
words = ["orchestra"]
example = "An orchestra played."

[[cue]]
type = "CULTURE"
mode = "sport"
words = ["match"]

[[predicate]]
type = "CULTURE"
verbs = ["send", "lend", "play"]
object = ["@art", "match"]
examples = ["China sent an orchestra to Brazil."]
"""
#: a type, and what PLOVER's become of it
INSTEAD = """
[[ontology]]
name = "Two kinds"
instead = true

[[type]]
name = "words"
quad = "verbal conflict"

[[type]]
name = "blows"
quad = "material conflict"
modes = { air = -9 }

[[map]]
of = ["ASSAULT.aerial"]
type = "blows"
mode = "air"
examples = ["Israel bombed Syria."]

[[map]]
of = ["ASSAULT"]
sectors = ["REB"]
type = "blows"
examples = ["The Taliban attacked Kabul."]

[[map]]
of = ["REQUEST"]
words = ["demand"]
type = "words"
examples = ["Serbia demanded a visit."]
"""


def told_by(folder: Path, text: str) -> Told:
    """The events of a sentence in an ontology of that text."""
    file = folder / "mine.toml"
    file.write_text(text, encoding="utf-8")
    reader = Reader(ontology=file)
    return lambda sentence: reader.read(Document.plain(sentence)).events


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return told_by(tmp_path_factory.mktemp("beside"), CULTURE)


@pytest.fixture(scope="module")
def instead(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return told_by(tmp_path_factory.mktemp("instead"), INSTEAD)


@pytest.fixture(scope="module")
def cameo() -> Told:
    reader = Reader(ontology="cameo")
    return lambda sentence: reader.read(Document.plain(sentence)).events


def test_own_entries_go_before_the_shipped_ones(beside: Told) -> None:
    (event,) = beside("China sent an orchestra to Brazil.")
    assert (event.type, event.plover_type, event.quad, event.intensity) == (
        "CULTURE", "CULTURE", "material cooperation", 6,
    )  # fmt: skip
    assert "music" in {context.name for context in event.contexts}
    assert event.rule.startswith("mine.toml:")


def test_own_modes_come_from_their_words(beside: Told) -> None:
    (event,) = beside("India played a match with Pakistan.")
    assert (event.type, event.mode, event.intensity) == ("CULTURE", "sport", 5)


def test_own_types_fold_as_they_say(beside: Told) -> None:
    (event,) = beside("China will send an orchestra to Brazil.")
    assert (event.type, event.status, event.plover_type) == ("CULTURE", "future", "AGREE")


def test_plover_stands_beside_an_ontology_that_adds(beside: Told) -> None:
    (event,) = beside("Poland sent tanks to Ukraine.")
    assert (event.type, event.rule.split(":")[0]) == ("AID", "aid.toml")


def test_only_own_types_are_told_by_one_that_replaces(instead: Told) -> None:
    assert [event.type for event in instead("France condemned Iran.")] == []
    (event,) = instead("Israel bombed Syria.")
    assert (event.type, event.mode, event.intensity, event.plover_type) == ("blows", "air", -9, "blows")


def test_a_row_asks_for_the_sector_of_who_acts(instead: Told) -> None:
    assert [event.type for event in instead("The Taliban attacked Kabul.")] == ["blows"]
    assert [event.type for event in instead("Russia attacked Ukraine.")] == []


def test_a_row_asks_for_words_of_the_trigger(instead: Told) -> None:
    assert [event.type for event in instead("Serbia demanded the release of the priest.")] == ["words"]
    assert [event.type for event in instead("Serbia asked for the release of the priest.")] == []


def test_what_hung_on_an_event_that_is_not_told_stands_for_itself(instead: Told) -> None:
    (event,) = instead("Egypt blamed Israel for bombing Syria.")
    assert (event.type, event.parent) == ("blows", None)


def test_what_was_supposed_does_not_count_because_its_outer_event_is_not_told(instead: Told) -> None:
    for event in instead("Iran threatened to bomb Israel."):
        assert (event.type, event.parent, event.plover_type) == ("blows", None, None)


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.toml")), ids=lambda file: file.stem)
def test_examples_of_the_shipped_ontologies_give_their_type(file: Path) -> None:
    reader = Reader(ontology=file)
    entries, _ = read_own_entries(file)
    rows = [(entry.row, example) for table in ("predicate", "map") for entry in entries[table]
            for example in entry.row.examples]  # fmt: skip
    failed = [example for row, example in rows
              if not gives(reader.read(Document.plain(example)).events, row.type, row.mode)]  # fmt: skip
    assert not failed


def test_cameo_has_the_twenty_roots_and_every_plover_type_becomes_one() -> None:
    ontology = Ontology.of("cameo")
    assert ontology.kept == frozenset(f"{code:02}" for code in range(1, 21))
    without_condition = {
        source for entry in ontology.codings for source in entry.row.of
        if not (entry.row.words or entry.row.contexts or entry.row.sectors)
    }  # fmt: skip
    assert set(Lexicon.shipped().types) <= without_condition


@pytest.mark.parametrize(
    ("sentence", "type_name", "counted"),
    [
        ("China will send aid to Nepal.", "07", "03"),
        ("Russia will not lift the ban on the party.", "08", "12"),
        ("Russia attacked Ukraine.", "19", "19"),
    ],
)
def test_cameo_counts_the_folded_type(cameo: Told, sentence: str, type_name: str, counted: str) -> None:
    assert (type_name, counted) in [(event.type, event.plover_type) for event in cameo(sentence)]


def test_commitments_speak_plover_in_any_ontology() -> None:
    sentence = "France warned that it would send arms to Ukraine if Russia attacked Moldova."
    document = Document.plain(sentence)
    assert Reader(ontology="cameo").read(document).commitments == Reader().read(document).commitments != ()


def test_a_folder_is_read_as_one(tmp_path: Path) -> None:
    head, predicates = CULTURE.split("[[predicate]]")
    (tmp_path / "types.toml").write_text(head, encoding="utf-8")
    (tmp_path / "predicates").mkdir()
    named = "[[predicate]]" + predicates.replace('type = "CULTURE"\n', "")
    (tmp_path / "predicates" / "culture.toml").write_text(named, encoding="utf-8")
    ontology = Ontology.of(tmp_path)
    assert [file.name for file in ontology.files] == ["culture.toml", "types.toml"]
    assert ontology.lexicon.of_lemma("verb", "lend")[0].type == "CULTURE"


def test_a_name_that_is_none_lists_those_that_are() -> None:
    with pytest.raises(DataError, match=r"D204.*one of: .*cameo"):
        ontology_files("nowhere")


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(b"\xff\xfe[[type]]")
    with pytest.raises(DataError, match="D203"):
        Ontology.of(file)


FAULTS = {
    '[[type]]\nname = "A B"\nquad = "verbal conflict"\n': "name: String should match",
    '[[type]]\nname = "A"\nquad = "cold"\n': "quad: Input should be",
    '[[type]]\nname = "A"\nquad = "verbal conflict"\n': "nothing gives A",
    '[[type]]\nname = "AID"\nquad = "verbal conflict"\nfuture = "B"\n': "future: B is no type",
    '[[predicate]]\ntype = "A"\nverbs = ["sing"]\nexamples = ["A sang."]\n': "A is no type",
    '[[predicate]]\ntype = "AID"\nmode = "x"\nverbs = ["sing"]\nexamples = ["A sang."]\n': "mode 'x' is none of AID",
    '[[predicate]]\ntype = "AID"\nverbs = ["sing"]\nexamples = []\n': "no example",
    '[[predicate]]\ntype = "AID"\nexamples = ["A sang."]\n': "no verbs, nouns or adjectives",
    '[[predicate]]\ntype = "AID"\nverbs = ["sing"]\nobject = ["@tune"]\nexamples = ["A."]\n': "class @tune is unknown",
    '[[cue]]\ntype = "AID"\nmode = "x"\nwords = ["y"]\n': "mode 'x' is none of AID",
    '[[map]]\nof = ["AIDS"]\ntype = "AID"\nexamples = ["A."]\n': "AIDS is no type",
    '[[map]]\nof = ["AID"]\ntype = "A"\nexamples = ["A."]\n': "A is no type",
    '[[map]]\nof = ["AID"]\ntype = "AGREE"\nexamples = []\n': "no example",
    '[[map]]\nof = []\ntype = "AGREE"\nexamples = ["A."]\n': "of: Tuple should have at least 1",
    '[[kind]]\nname = "A"\n': "unknown table 'kind'",
}


@pytest.mark.parametrize(("text", "message"), FAULTS.items(), ids=FAULTS.values())
def test_check_names_the_line_of_a_fault(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    assert any(str(problem).startswith("mine.toml:1: ") and message in str(problem) for problem in check_ontology(file))
    with pytest.raises(DataError, match="D201"):
        Ontology.of(file)


def test_check_finds_rows_that_are_never_reached(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    row = '[[map]]\nof = ["{}"]\n{}type = "AGREE"\nexamples = ["A."]\n'
    file.write_text(row.format("ASSAULT", "") + row.format("ASSAULT.aerial", 'words = ["bomb"]\n'), encoding="utf-8")
    assert [str(problem).split(";")[0] for problem in check_ontology(file)] == [
        "mine.toml:5: never reached: mine.toml:1 takes all of it"
    ]
    file.write_text(row.format("ASSAULT", 'words = ["bomb"]\n') + row.format("ASSAULT", ""), encoding="utf-8")
    assert check_ontology(file) == ()
