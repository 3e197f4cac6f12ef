"""The reference names every command, option, record and field."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
import typer

from dragoman import records
from dragoman.faces.cli import app

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
CLI = (REFERENCE / "cli.md").read_text(encoding="utf-8")
RECORDS = (REFERENCE / "records.md").read_text(encoding="utf-8")
CLASSES = [found for found in vars(records).values() if dataclasses.is_dataclass(found) and isinstance(found, type)]


def options() -> list[tuple[str, str]]:
    """Every option with the command that has it."""
    found: list[tuple[str, str]] = []
    waiting = [("", typer.main.get_command(app))]
    while waiting:
        name, command = waiting.pop()
        found += [(name, option) for parameter in command.params for option in (*parameter.opts,) if option[0] == "-"]
        inner = getattr(command, "commands", {})
        waiting += [(f"{name} {word}".strip(), one) for word, one in inner.items()]
        found.append((name, name.split()[-1] if name else "dragoman"))
    return sorted(found)


@pytest.mark.parametrize(("command", "option"), options())
def test_command_and_option_are_named(command: str, option: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", CLI), f"{command} {option} is missing in cli.md"


@pytest.mark.parametrize("record", CLASSES, ids=lambda record: record.__name__)
def test_record_and_its_fields_are_named(record: type) -> None:
    sections = re.split(r"^## ", RECORDS, flags=re.MULTILINE)
    section = next((one for one in sections if re.search(rf"\b{record.__name__}\b", one.splitlines()[0])), None)
    assert section is not None, f"{record.__name__} has no section in records.md"
    fields = [field.name for field in dataclasses.fields(record)]
    assert [name for name in fields if f"`{name}`" not in section] == []


def test_records_that_are_gone_are_not_described() -> None:
    names = {record.__name__ for record in CLASSES}
    titles = re.findall(r"^## (?:Patterns: )?(.*)$", RECORDS, re.MULTILINE)
    assert {name for title in titles for name in title.split(", ")} == names
