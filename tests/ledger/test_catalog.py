from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.ledger.examples import numbered, run

from dragoman.errors import LedgerError
from dragoman.ledger import Added, Ledger, catalog


def code_of(path: Path, **options: Any) -> str:
    with pytest.raises(LedgerError) as caught:
        Ledger.open(path, **options)
    assert str(path) in str(caught.value) or caught.value.code == "D401"
    assert "\n" not in str(caught.value)
    return caught.value.code


def test_a_new_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "a" / "b").close()
    Ledger.open(tmp_path / "a" / "b", create=False).close()


def test_an_empty_folder_becomes_a_ledger(tmp_path: Path) -> None:
    with Ledger.open(tmp_path) as ledger:
        assert ledger.statements() == []


def test_a_file_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert code_of(tmp_path / "file") == "D402"
    assert code_of(tmp_path / "file" / "below") in ("D403", "D405")


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    assert code_of(tmp_path) == "D403"
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_asking_does_not_make_a_ledger(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none", create=False) == "D403"
    assert not (tmp_path / "none").exists()


def test_a_catalog_of_something_else_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "catalog.sqlite").write_bytes(b"this is not a database" * 100)
    assert code_of(tmp_path, create=False) == "D408"
    assert code_of(tmp_path) == "D408"


def test_another_ducklake_is_no_ledger(tmp_path: Path) -> None:
    connection = catalog._database()
    catalog._attach(connection, tmp_path)
    connection.execute("CREATE TABLE ledger.letters (x INTEGER)")
    connection.close()
    assert code_of(tmp_path, create=False) == "D404"


def test_a_folder_that_is_not_writable_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger.open(tmp_path).close()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert code_of(tmp_path) == "D405"


def test_a_ledger_of_a_newer_version_is_not_opened(tmp_path: Path) -> None:
    with Ledger.open(tmp_path) as ledger:
        ledger.rows("UPDATE ledger.schema_version SET version = 99")
    assert code_of(tmp_path) == "D406"


def test_a_ledger_that_stays_busy_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked() -> None:
        raise duckdb.IOException("IO Error: database is locked")

    with pytest.raises(LedgerError) as caught:
        catalog.retrying(locked, patience=0.05, where=tmp_path)
    assert caught.value.code == "D407"


HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""


def test_a_writer_that_holds_the_catalog_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(tmp_path) as ledger:
        command = [sys.executable, "-c", HOLDER, str(tmp_path / "catalog.sqlite")]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "held\n"
            assert ledger.statements() == []  # those who ask need not wait
            monkeypatch.setattr("time.sleep", lambda seconds: holder.communicate("let go\n"))
            assert ledger.add([numbered(1)], run=run()) == Added(new=1)
            assert holder.returncode == 0, "the ledger has not waited"


def test_a_missing_extension_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "find_spec", lambda package: None)
    with pytest.raises(LedgerError, match="pip install duckdb-extension-sqlite-scanner==") as caught:
        Ledger.open(tmp_path)
    assert caught.value.code == "D401"


def test_importing_the_ledger_does_not_import_duckdb() -> None:
    program = "import sys, dragoman.ledger; sys.exit('duckdb' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_ledger_from_before_a_column_gets_it(tmp_path: Path) -> None:
    with Ledger.open(tmp_path) as ledger:
        ledger.rows("ALTER TABLE ledger.commitments DROP COLUMN treaty")
    with Ledger.open(tmp_path, create=False) as ledger:
        assert ledger.commitments() == []
        assert ledger.rows("SELECT treaty FROM ledger.commitments") == []
