"""Opening the folder: DuckDB with its DuckLake and SQLite extensions, the catalog, the tables.

The extensions come from their Python packages, nothing is downloaded. DuckLake would settle a conflict
between writers by committing again without looking; that is turned off (`ducklake_max_retry_count` is 0),
because `Ledger.add` has to look again at what is there.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dragoman.errors import LedgerError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SCHEMA_VERSION = 1
"""Version of the tables; a ledger of a newer one is not opened."""

LATER_COLUMNS = (("commitments", "treaty", "VARCHAR"),)
"""Table, name and type of the columns that came after the first ledgers were made."""

INLINED_ROWS = 1000
"""Inserts up to this many rows a table stay in the catalog; larger ones become Parquet files at once."""

_CATALOG = "catalog.sqlite"
_SQL = Path(__file__).parent / "sql"
T = TypeVar("T")


@cache
def sql(name: str) -> str:
    """The text of `sql/<name>.sql`."""
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8")


def connect(folder: Path, *, create: bool, patience: float) -> DuckDBPyConnection:
    """DuckDB with the ledger of the folder attached as `ledger`; raises `LedgerError` where there is none."""
    _check_folder(folder, create=create)

    def attached() -> DuckDBPyConnection:
        connection = _database()  # a new one each time: an attach that failed leaves its transaction aborted
        try:
            _attach(connection, folder)
            if create:
                _create_tables(connection)
            _check_version(connection, folder)
            _add_later_columns(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    return retrying(attached, patience=patience, where=folder)


def retrying(
    action: Callable[[], T],
    *,
    patience: float,
    where: Path,
    code: str = "D408",
    advice: str = "see that the disk has room and the files are whole",
) -> T:
    """What the action gives, tried again for `patience` seconds while other writers are in its way.

    Pauses grow from 20 ms to 1 s, each of random length, so that two writers do not meet again. Other
    errors of the database become a `LedgerError` with the code and the advice.
    """
    import duckdb

    give_up, pause = time.monotonic() + patience, 0.02
    while True:
        try:
            return action()
        except duckdb.Error as error:
            if not _is_conflict(error):
                raise LedgerError(f"{where} cannot be used: {_first_line(error)}; {advice}", code=code) from error
            if time.monotonic() > give_up:
                message = f"{where} was busy for {patience:g} seconds; nothing was written, try again later"
                raise LedgerError(message, code="D407") from error
        time.sleep(random.uniform(0, pause))
        pause = min(1.0, pause * 1.6)


def in_transaction(connection: DuckDBPyConnection, action: Callable[[DuckDBPyConnection], T]) -> T:
    """What the action gives, after everything it wrote was committed together; nothing of it stays on an error."""
    connection.begin()
    try:
        result = action(connection)
        connection.commit()
    except BaseException:
        _roll_back(connection)
        raise
    return result


def _roll_back(connection: DuckDBPyConnection) -> None:
    import duckdb

    with suppress(duckdb.TransactionException):  # a commit that failed has ended the transaction already
        connection.rollback()


def _check_folder(folder: Path, *, create: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise LedgerError(f"{folder} is a file; give the folder of a ledger", code="D402")
    if not (folder / _CATALOG).exists():
        if folder.exists() and any(folder.iterdir()):
            message = f"{folder} holds other things and no {_CATALOG}; give a ledger, or a new or empty folder"
            raise LedgerError(message, code="D403")
        if not create:
            raise LedgerError(f"there is no ledger at {folder}; `dragoman read` makes one", code="D403")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(f"{folder} cannot be made: {error.strerror}; give another folder", code="D405") from error
    for path in (folder, folder / _CATALOG):
        if path.exists() and not os.access(path, os.W_OK):
            raise LedgerError(f"{path} is not writable; change its permissions or give another folder", code="D405")


def _database() -> DuckDBPyConnection:
    import duckdb

    connection = duckdb.connect(
        config={"autoinstall_known_extensions": False, "autoload_known_extensions": False},
    )
    for name in ("sqlite_scanner", "ducklake"):
        connection.load_extension(str(_extension(name, duckdb.__version__)))
    connection.execute("SET GLOBAL ducklake_max_retry_count = 0")
    connection.execute(sql("macros"))
    return connection


def _extension(name: str, version: str) -> Path:
    package = f"duckdb_extension_{name}"
    spec = find_spec(package)
    for home in (spec.submodule_search_locations or ()) if spec else ():
        file = Path(home) / "extensions" / f"v{version}" / f"{name}.duckdb_extension"
        if file.exists():
            return file
    message = f"DuckDB {version} has no {name} extension; run pip install {package.replace('_', '-')}=={version}"
    raise LedgerError(message, code="D401")


def _attach(connection: DuckDBPyConnection, folder: Path) -> None:
    where = str(folder.resolve()).replace("'", "''")
    connection.execute(
        f"ATTACH IF NOT EXISTS 'ducklake:sqlite:{where}/{_CATALOG}' AS ledger ("
        f"DATA_PATH '{where}/data', OVERRIDE_DATA_PATH true, "  # the folder may have been moved
        f"DATA_INLINING_ROW_LIMIT {INLINED_ROWS}, META_JOURNAL_MODE 'WAL', META_BUSY_TIMEOUT 200)"
    )


def _create_tables(connection: DuckDBPyConnection) -> None:
    if _has_tables(connection):
        return

    def create(inside: DuckDBPyConnection) -> None:
        inside.execute(sql("schema"))
        if not inside.execute("FROM ledger.schema_version").fetchall():
            inside.execute("INSERT INTO ledger.schema_version VALUES (?)", [SCHEMA_VERSION])

    in_transaction(connection, create)


def _has_tables(connection: DuckDBPyConnection) -> bool:
    found = "SELECT 1 FROM duckdb_tables() WHERE database_name = 'ledger' AND table_name = 'schema_version'"
    return bool(connection.execute(found).fetchall())


def _check_version(connection: DuckDBPyConnection, folder: Path) -> None:
    if not _has_tables(connection):
        raise LedgerError(f"{folder} is a DuckLake, but not a ledger; give another folder", code="D404")
    (version,) = connection.execute("SELECT max(version) FROM ledger.schema_version").fetchall()[0]
    if version > SCHEMA_VERSION:
        message = f"{folder} was made by a newer Dragoman (tables {version}, here {SCHEMA_VERSION}); upgrade Dragoman"
        raise LedgerError(message, code="D406")


def _add_later_columns(connection: DuckDBPyConnection) -> None:
    """Give a ledger of an earlier Dragoman the columns that have come since; they are NULL in its rows."""
    there = "SELECT 1 FROM duckdb_columns() WHERE database_name = 'ledger' AND table_name = ? AND column_name = ?"
    for table, column, kind in LATER_COLUMNS:
        if not connection.execute(there, [table, column]).fetchall():
            connection.execute(f"ALTER TABLE ledger.{table} ADD COLUMN {column} {kind}")


def _is_conflict(error: Exception) -> bool:
    """Whether another writer was in the way, so that the same may work a moment later.

    An attach beside another process that makes the ledger may also find its own transaction aborted, with no reason
    given; each try has a connection of its own, so nothing of it is left.
    """
    message = str(error).lower()
    signs = (
        "database is locked", "conflict", "maximum retry count", "unique constraint", "database is busy",
        "current transaction is aborted",
    )  # fmt: skip
    return any(sign in message for sign in signs)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
