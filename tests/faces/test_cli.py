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
