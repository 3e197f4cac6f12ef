"""The ledger: what is added, what is asked."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from dragoman.commitments import News, Standing, drafts, history, set_off, status_on
from dragoman.commitments.drafts import SIGNING, Draft
from dragoman.errors import LedgerError, RecordError
from dragoman.ledger.catalog import connect, in_transaction, retrying, sql
from dragoman.ledger.rows import Row, Rows, reading_from, rows_of, timestamp
from dragoman.ledger.run import Added, Reject, Run
from dragoman.ledger.watch import candidate_row, change_row, countries_of, occurrence_of, standing_of
from dragoman.records import Reading
from dragoman.serial import mentions_in
from dragoman.treaties import Occurrence, TreatyLibrary
from dragoman.treaties.candidates import HAPPENED

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class Ledger:
    """A folder that keeps what was read. Made by `Ledger.open`; closes as a context manager.

    Several processes may write to the same folder at once. A ledger may be asked from several threads.
    """

    def __init__(self, path: Path, connection: DuckDBPyConnection, *, patience: float) -> None:
        self.path = path
        self._connection = connection
        self._patience = patience
        self._types = self._column_types()

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True, patience: float = 60.0) -> Self:
        """The ledger in the folder `path`, made new if there is none and `create` is true.

        `patience` is how many seconds to wait for other writers. Raises `LedgerError`: a file (D402), a
        folder with other things (D403), something else's catalog (D404), not writable (D405), tables of a
        newer Dragoman (D406).
        """
        folder = Path(path)
        return cls(folder, connect(folder, create=create, patience=patience), patience=patience)

    def close(self) -> None:
        """Let go of the folder; closing twice does no harm."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # --- adding ---------------------------------------------------------------------------------

    def add(self, readings: Iterable[Reading], *, run: Run, rejects: Iterable[Reject] = ()) -> Added:
        """Write the readings in one transaction: all or, on any error, nothing.

        A document that is there by the same fingerprint is left as it is, and so is one that a later run
        has read; another is superseded. A reading whose words do not stand in its text is refused, with
        the reason in `rejects`. Raises `LedgerError` when others kept the ledger busy (D407) or it cannot
        be written (D408).
        """
        sound, refused = _sort_out(readings)
        refused += rejects
        batch = {reading.document.id: rows_of(reading, run=run) for reading in sound}
        with self._connection.cursor() as cursor:
            added = retrying(
                lambda: in_transaction(cursor, lambda inside: self._write(inside, batch, refused, run)),
                patience=self._patience,
                where=self.path,
            )
        repeated = len(sound) - len(batch)
        return added + Added(unchanged=repeated, refused=len(refused))

    def _write(self, cursor: DuckDBPyConnection, batch: dict[str, Rows], refused: list[Reject], run: Run) -> Added:
        """Compare the batch with what is there now, and write what is new."""
        there = _stored(cursor, list(batch))
        kept = {document for document, row in there.items() if _stays(row, run)}
        superseded = [document for document in there if document not in kept]
        rows: Rows = defaultdict(list)
        for document, tables in batch.items():
            if document not in kept:
                for table, found in tables.items():
                    rows[table] += found
        rows["rejects"] = [_reject_row(reject, run) for reject in refused]
        if any(rows.values()):
            rows["runs"] = _run_rows(cursor, run)
        self._delete(cursor, superseded)
        for table, found in rows.items():
            self._insert(cursor, table, found)
        return Added(new=len(batch) - len(there), unchanged=len(kept), superseded=len(superseded))

    def _insert(self, cursor: DuckDBPyConnection, table: str, rows: list[Row]) -> None:
        """All rows of a table in one statement, handed over as JSON and read by the types of the columns."""
        if rows:
            cursor.execute(
                f"INSERT INTO ledger.{table} BY NAME SELECT unnest(from_json($rows, $types), max_depth := 2)",
                {"rows": json.dumps(rows, ensure_ascii=False), "types": json.dumps([self._types[table]])},
            )

    def _delete(self, cursor: DuckDBPyConnection, documents: list[str]) -> None:
        if documents:
            for table, columns in self._types.items():
                key = "id" if table == "documents" else "document"
                if key in columns and table != "runs":
                    cursor.execute(f"DELETE FROM ledger.{table} WHERE {key} IN (SELECT unnest(?))", [documents])

    # --- asking ---------------------------------------------------------------------------------

    def statements(
        self,
        *,
        by: str | None = None,
        about: str | None = None,
        via: str | None = None,
        type: str | None = None,  # noqa: A002  # the same word on the command line and in the tables
        status: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
    ) -> list[Row]:
        """What was said, oldest first, one dictionary a statement with the columns of `sql/statements.sql`.

        `by` is the speaker, `about` somebody named in the content or addressed – a code, a country, a key
        of the actor library or whole words of a name –, `via` a carrier in the same forms or a sector (`MED`),
        `type` the speech act. Days count both ends.
        """
        return self._ask("statements", by=by, about=about, via=via, type=type, status=status,
                         since=since, until=until, limit=limit)  # fmt: skip

    def chain(self, statement: str) -> list[Row]:
        """Through whom a statement reached us: one row a step, the speaker first (step 0), then each carrier outward.

        `statement` is its id or the beginning of it; the columns are those of `sql/chain.sql`. Raises `LedgerError`
        (D410) where no statement begins so, or several do.
        """
        rows = self._ask("chain", statement=statement)
        found = {(row["document"], row["id"]) for row in rows}
        if len(found) != 1:
            raise LedgerError(
                f"{len(found) or 'no'} statements of {self.path} have an id that begins with {statement!r}; "
                "`dragoman statements` lists them with their ids",
                code="D410",
            )
        return rows

    def events(
        self,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        type: str | None = None,  # noqa: A002  # the same word on the command line and in the tables
        status: str | None = None,
        least: float | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
    ) -> list[Row]:
        """What was done, oldest first, one dictionary a mention with the columns of `sql/events.sql`.

        `actor` and `recipient` as in `statements`; `type` is PLOVER's (`ASSAULT`); `least` is the confidence from
        which on events are given.
        """
        return self._ask("events", by=actor, about=recipient, type=type, status=status,
                         least=least, since=since, until=until, limit=limit)  # fmt: skip

    def commitments(
        self,
        *,
        by: str | None = None,
        about: str | None = None,
        type: str | None = None,  # noqa: A002  # the same word on the command line and in the tables
        status: str | None = None,
        since: date | None = None,
        until: date | None = None,
        on: date | None = None,
        limit: int | None = None,
    ) -> list[Row]:
        """What is promised, threatened or owed, oldest first, with the columns of `sql/commitments.sql`.

        `by` is the bearer, `about` a beneficiary or whom it is against, `type` the kind (`threat`); days are those of
        publication. `status` is that on the day `on` (default: today) as the events of the ledger set it; the column
        `changes` says when, by which rule and by which words.
        """
        day = on or date.today()
        rows = self._ask("commitments", by=by, about=about, type=type, since=since, until=until)
        asked = {(row["document"], row["id"]) for row in rows}
        standing = [one for one in self.standing() if (one.document, one.id) in asked]
        news = News(self._occurrences(until=day, parties=countries_of(standing)))
        changes = {(one.document, one.id): history(one, news.of(one), until=day) for one in standing}
        for row in rows:
            found = changes[row["document"], row["id"]]
            row["status"] = status_on(found, day)
            row["changes"] = [change_row(change) for change in found]
        return [row for row in rows if status in (None, row["status"])][:limit]

    def triggers(
        self,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        type: str | None = None,  # noqa: A002  # the same word on the command line and in the tables
        status: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
    ) -> list[Row]:
        """What the events of the ledger may have set off, oldest first: candidates with evidence and gaps.

        `actor`, `recipient` and the days are those of the event, `type` the kind of what is set off (`defence`,
        `threat`), `status` the event's (without it: what is said to have happened). Treaties are taken from the
        library as they stood on the day, commitments from the ledger where they were known and standing then.
        """
        statuses = [status] if status else sorted(HAPPENED)
        told = self._occurrences(by=actor, about=recipient, statuses=statuses, since=since, until=until)
        standing = [one for one in self.standing(until=until) if one.trigger is not None]
        known = self._occurrences(until=until, parties=countries_of(standing))
        found = set_off(told, standing, library=TreatyLibrary.shipped(), known=known)
        return [candidate_row(one) for one in found if type in (None, one.kind)][:limit]

    def drafts(self, *, since: date | None = None, until: date | None = None) -> tuple[Draft, ...]:
        """Treaties that the events of those days say to have been signed and that the library does not hold."""
        told = self._occurrences(types=sorted(SIGNING), since=since, until=until)
        return drafts(told, self.standing(), library=TreatyLibrary.shipped())

    def waiting(self, *, on: date) -> list[Standing]:
        """The commitments that wait for something and stand on that day, by the events of the ledger."""
        found = [one for one in self.standing(until=on) if one.trigger is not None]
        if not found:
            return []
        news = News(self._occurrences(until=on, parties=countries_of(found)))
        return [one for one in found if status_on(history(one, news.of(one), until=on), on) == "standing"]

    def occurrence(self, event: str) -> Occurrence:
        """One event as triggers see it; `event` is its id or the beginning of it.

        Raises `LedgerError` (D411) where no event begins so, or several do.
        """
        found = self._occurrences(event=event)
        if len(found) != 1:
            raise LedgerError(
                f"{len(found) or 'no'} events of {self.path} have an id that begins with {event!r}; "
                "`dragoman events` lists them with their ids",
                code="D411",
            )
        return found[0]

    def standing(self, *, until: date | None = None) -> list[Standing]:
        """The commitments that were known by that day, whatever became of them, as later news is held against them."""
        return [standing_of(row) for row in self._ask("standing", until=until)]

    def _occurrences(self, **filters: object) -> list[Occurrence]:
        none = dict.fromkeys(("types", "statuses", "parties", "by", "about", "event", "since", "until"))
        return [occurrence_of(row) for row in self._ask("occurrences", **{**none, **filters})]

    def reading(self, document_id: str) -> Reading | None:
        """The whole reading of a document, equal to the one that was added; None if it is not there."""
        rows = self.rows("SELECT text, reading FROM ledger.documents WHERE id = $id", id=document_id)
        return reading_from(rows[0]) if rows else None

    def tells_of(self, name: str) -> bool:
        """Whether anybody of that code, key or name is mentioned in the ledger."""
        query = """
            SELECT 1 FROM ledger.actor_mentions AS who
            WHERE memory.main.is_actor($name, who.actor, who.code, who.country, who.name, who.label)
               OR who.sector = upper($name)
            UNION ALL
            SELECT 1 FROM ledger.hops AS who
            WHERE memory.main.is_actor($name, who.actor, who.code, who.country, who.name, who.label)
               OR who.sector = upper($name)
            LIMIT 1"""
        return bool(self.rows(query, name=name))

    def who_is_told(self) -> tuple[str, ...]:
        """The names of all who are mentioned and known, each once."""
        query = "SELECT DISTINCT name FROM ledger.actor_mentions WHERE code IS NOT NULL AND name IS NOT NULL ORDER BY 1"
        return tuple(row["name"] for row in self.rows(query))

    def rows(self, query: str, **parameters: Any) -> list[Row]:
        """What a query of your own gives, one dictionary a row; tables are `ledger.<name>`, parameters `$name`.

        The query may do whatever SQL can, so it has to be the program's and not a stranger's. Raises
        `LedgerError` (D409) where it cannot be run.
        """

        def ask() -> list[Row]:
            with self._connection.cursor() as cursor:
                result = cursor.execute(query, parameters)
                names = [column[0] for column in result.description or ()]
                return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

        return retrying(ask, patience=self._patience, where=self.path, code="D409", advice="correct the query")

    def _ask(self, name: str, **filters: object) -> list[Row]:
        return self.rows(sql(name), **filters)

    def _column_types(self) -> dict[str, dict[str, str]]:
        types: dict[str, dict[str, str]] = defaultdict(dict)
        for row in self.rows(
            "SELECT table_name, column_name, data_type FROM duckdb_columns() "
            "WHERE database_name = 'ledger' ORDER BY table_name, column_index"
        ):
            types[row["table_name"]][row["column_name"]] = row["data_type"]
        return dict(types)


def _sort_out(readings: Iterable[Reading]) -> tuple[list[Reading], list[Reject]]:
    sound: list[Reading] = []
    refused: list[Reject] = []
    for reading in readings:
        try:
            for mention in mentions_in(reading):
                mention.check(reading.document.text)
            sound.append(reading)
        except RecordError as error:
            source = reading.document.url or reading.document.id
            refused.append(Reject(source=source, code=error.code, message=error.args[0]))
    return sound, refused


def _stored(cursor: DuckDBPyConnection, documents: list[str]) -> dict[str, tuple[str, datetime]]:
    """Fingerprint and time of those documents that are there."""
    query = "SELECT id, fingerprint, read_at FROM ledger.documents WHERE id IN (SELECT unnest(?))"
    return {id_: (print_, at) for id_, print_, at in cursor.execute(query, [documents]).fetchall()}


def _stays(row: tuple[str, datetime], run: Run) -> bool:
    fingerprint, read_at = row
    return fingerprint == run.fingerprint or read_at > datetime.fromisoformat(timestamp(run))


def _run_rows(cursor: DuckDBPyConnection, run: Run) -> list[Row]:
    """The run's row, unless an earlier batch has written it."""
    if cursor.execute("SELECT 1 FROM ledger.runs WHERE id = ?", [run.id]).fetchall():
        return []
    return [
        {
            "id": run.id,
            "started": timestamp(run),
            "version": run.version,
            "data_sha256": run.data_sha256,
            "model": run.model,
            "fingerprint": run.fingerprint,
        }
    ]


def _reject_row(reject: Reject, run: Run) -> Row:
    return {
        "run": run.id,
        "source": reject.source,
        "code": reject.code,
        "message": reject.message,
        "refused_at": datetime.now(UTC).replace(tzinfo=None).isoformat(),
    }
