"""What the README shows is what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_example_is_the_real_output() -> None:
    command = [sys.executable, "-c", "from dragoman.faces.cli import main; main()", "read", "examples/page.html"]
    done = subprocess.run([*command, "--no-ledger"], cwd=ROOT, capture_output=True, text=True, check=True)
    shown = next(block for language, block in BLOCKS if not language)
    assert shown.splitlines() == [line.rstrip() for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    "block", [block for language, block in BLOCKS if language == "python" and "import dragoman" in block]
)
def test_python_block_runs(block: str) -> None:
    exec(compile(block, "README.md", "exec"), {})


def test_files_that_it_names_are_there() -> None:
    named = re.findall(r"`((?:src|docs|examples)/[\w./-]+?)/?`", README)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_version_is_in_the_changelog() -> None:
    assert dragoman.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
