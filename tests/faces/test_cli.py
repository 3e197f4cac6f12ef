"""The program as a user runs it: the example, and bad input, each with one clear line and nothing half-written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman

EXAMPLE = Path(__file__).parents[2] / "examples" / "page.html"


def run(*arguments: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from dragoman.faces.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, timeout=120)


def test_example_goes_into_a_ledger_and_can_be_asked(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger"
    done = run("read", EXAMPLE, "--ledger", ledger)
    assert done.returncode == 0, done.stderr
    assert "THREATEN" in done.stdout
    asked = run("events", "--type", "ASSAULT", "--ledger", ledger, "--format", "json")
    assert any(row["type"] == "ASSAULT" for row in json.loads(asked.stdout))


def test_json_is_the_reading(tmp_path: Path) -> None:
    out = tmp_path / "reading.json"
    assert run("read", EXAMPLE, "--no-ledger", "--format", "json", "-o", out).returncode == 0
    reading = json.loads(out.read_text(encoding="utf-8"))
    text = reading["document"]["text"]
    for event in reading["events"]:
        trigger = event["trigger"]
        assert text[trigger["start"] : trigger["end"]] == trigger["words"]


def test_explain_shows_what_fired_and_what_was_refused() -> None:
    done = run("explain", "Moscow warned Seoul.")
    assert done.returncode == 0, done.stderr
    assert "THREATEN" in done.stdout
    assert "refused" in done.stdout


def test_who_says_not_covered_where_nothing_is_known() -> None:
    assert "not covered" in run("who", "Nobody Known At All").stdout


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.bin", bytes(range(256)) * 8),
        ("page.html", b"<html><body><nav>x</nav></body></html>"),
    ],
)
def test_bad_file_is_one_line_and_leaves_nothing(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    out = tmp_path / "out.json"
    done = run("read", tmp_path / name, "--no-ledger", "--format", "json", "-o", out)
    assert done.returncode != 0
    assert name in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert "Traceback" not in done.stderr


def test_version_is_the_package_version() -> None:
    assert run("--version").stdout == f"dragoman {dragoman.__version__}\n"


def test_no_such_file_is_said(tmp_path: Path) -> None:
    done = run("read", tmp_path / "missing.txt", "--no-ledger")
    assert done.returncode != 0
    assert "missing.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_private_address_is_refused() -> None:
    done = run("read", "http://127.0.0.1:9/", "--no-ledger")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr


def test_folder_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    done = run("events", "--ledger", tmp_path)
    assert done.returncode != 0
    assert "D403" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


DICTIONARY = "RURITANIA [RUR]\n+RURITANIAN\nHENTZAU [RURMIL <20200101]\nbad line\n"


def test_a_dictionary_becomes_toml_that_is_sound_and_read(tmp_path: Path) -> None:
    source, mine = tmp_path / "list.txt", tmp_path / "mine.toml"
    source.write_text(DICTIONARY, encoding="utf-8")
    done = run("actors", "import", source, "-o", mine)
    assert done.returncode == 0, done.stderr
    assert "list.txt:4" in done.stdout
    assert run("check", mine).returncode == 0
    for actors in (mine, source):
        told = run(
            "read", "-", "--no-ledger", "--format", "json", "--actors", actors, stdin="Ruritania invaded France."
        )
        assert told.returncode == 0, told.stderr
        assert "RUR" in {who["code"] for who in json.loads(told.stdout)["actors"]}


def test_a_dictionary_is_printed_and_what_is_none_is_refused(tmp_path: Path) -> None:
    source, other = tmp_path / "list.txt", tmp_path / "letter.txt"
    source.write_text(DICTIONARY, encoding="utf-8")
    other.write_text("Dear editor,\nplease find below what you asked for.\n", encoding="utf-8")
    done = run("actors", "import", source)
    assert done.returncode == 0
    assert done.stdout.startswith("# Own actors")
    assert "list.txt:4" in done.stderr
    refused = run("actors", "import", source, other)
    assert refused.returncode == 1
    assert "D205" in refused.stderr
    assert refused.stdout == ""


def test_actors_beside_the_ledger_are_used_and_change_what_the_readings_depend_on(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Ruritania invaded France.", encoding="utf-8")
    ledger = tmp_path / "ledger"
    assert "1 new" in run("read", text, "--ledger", ledger).stderr
    assert "1 known already" in run("read", text, "--ledger", ledger).stderr
    (ledger / "actors.toml").write_text('[[actor]]\nid = "r"\ncode = "RUR"\nnames = ["Ruritania"]\n', encoding="utf-8")
    assert "1 superseded" in run("read", text, "--ledger", ledger).stderr
    assert "RUR" in run("events", "--actor", "RUR", "--ledger", ledger, "--format", "csv").stdout


OWN_TYPES = """[[type]]
name = "CULTURE"
quad = "material cooperation"

[[predicate]]
type = "CULTURE"
verbs = ["lend"]
examples = ["Egypt lent manuscripts to Greece.", "It rained in Geneva."]
"""


def test_own_types_are_read_from_the_option_and_beside_the_ledger(tmp_path: Path) -> None:
    text, mine, ledger = tmp_path / "a.txt", tmp_path / "mine.toml", tmp_path / "ledger"
    text.write_text("Egypt lent manuscripts to Greece.", encoding="utf-8")
    mine.write_text(OWN_TYPES, encoding="utf-8")
    assert "CULTURE" in run("read", text, "--no-ledger", "--ontology", mine).stdout
    assert "CULTURE" in run("explain", "Egypt lent manuscripts to Greece.", "--ontology", mine).stdout
    assert "1 new" in run("read", text, "--ledger", ledger).stderr
    (ledger / "ontology.toml").write_text(OWN_TYPES, encoding="utf-8")
    assert "1 superseded" in run("read", text, "--ledger", ledger).stderr
    assert "EGY" in run("events", "--type", "CULTURE", "--ledger", ledger, "--format", "csv").stdout
    assert "1 superseded" in run("read", text, "--ledger", ledger, "--ontology", "cameo").stderr
    assert "CULTURE" not in run("events", "--ledger", ledger, "--format", "csv").stdout


def test_check_reads_the_examples_of_an_ontology(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(OWN_TYPES, encoding="utf-8")
    done = run("check", mine)
    assert done.returncode == 1
    assert done.stdout.startswith("mine.toml:5: 'It rained in Geneva.' gives no event")
    assert len(done.stdout.splitlines()) == 1


def test_an_ontology_that_is_not_there_is_one_line() -> None:
    done = run("read", EXAMPLE, "--no-ledger", "--ontology", "nowhere")
    assert done.returncode == 1
    assert done.stderr.startswith("dragoman: [D204] no ontology nowhere")


def test_check_names_the_line_of_a_fault_and_fails(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[[actor]]\nid = "r"\ncode = "QQQGOV"\nnames = ["Ruritania"]\n', encoding="utf-8")
    done = run("check", mine)
    assert done.returncode == 1
    assert done.stdout.startswith("mine.toml:1: ")


def test_a_missing_actor_file_is_one_line() -> None:
    done = run("read", EXAMPLE, "--no-ledger", "--actors", "nowhere.toml")
    assert done.returncode == 1
    assert done.stderr.startswith("dragoman: [D202] no file nowhere.toml")
