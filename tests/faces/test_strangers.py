"""A filter that names somebody whom nobody knows is refused, with the names that are spelt nearly so."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.errors import LedgerError
from dragoman.faces.cli import app

NEWS = "Russia's foreign minister said that Estonia was safe. Russian forces shelled Estonia on Wednesday.\n"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("strangers")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    path = str(folder / "ledger")
    done = CliRunner().invoke(app, ["read", str(folder / "news.txt"), "--ledger", path, "--published", "2024-07-05"])
    assert done.exit_code == 0
    return path


@pytest.mark.parametrize(
    ("command", "option", "name", "near"),
    [
        ("statements", "--by", "Nobodyland", ""),
        ("events", "--actor", "Rusia", "did you mean Russia"),
        ("events", "--recipient", "Estnia", "did you mean Estonia"),
        ("statements", "--via", "Nobodyland", ""),
        ("commitments", "--by", "Ukrane", "did you mean Ukraine"),
        ("triggers", "--actor", "QQQ", ""),
    ],
)
def test_who_is_unknown_is_said(ledger: str, command: str, option: str, name: str, near: str) -> None:
    with pytest.raises(LedgerError, match=f"no actor '{name}' is known.*{near}"):
        CliRunner().invoke(app, [command, option, name, "--ledger", ledger], catch_exceptions=False)


@pytest.mark.parametrize(
    ("command", "option", "name"),
    [
        ("statements", "--by", "FRA"), ("statements", "--by", "France"), ("events", "--actor", "RUSMIL"),
        ("statements", "--via", "MED"), ("events", "--actor", "FRAGOV"), ("commitments", "--by", "Zelensky"),
        ("events", "--recipient", "NATO"), ("triggers", "--actor", "EST"),
        ("events", "--actor", "IGOUNO"), ("events", "--actor", "frabus"),
    ],
)  # fmt: skip
def test_who_is_known_and_not_told_of_gives_nothing(ledger: str, command: str, option: str, name: str) -> None:
    done = CliRunner().invoke(app, [command, option, name, "--ledger", ledger], catch_exceptions=False)
    assert done.exit_code == 0
