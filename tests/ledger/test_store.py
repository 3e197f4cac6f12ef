from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from tests.ledger.examples import numbered, reading, run
from tests.strategies import readings

from dragoman.errors import LedgerError
from dragoman.ledger import Added, Ledger, Reject, catalog, store
from dragoman.records import Document, Mention, Note, Reading

MODELS = count()


def counts(ledger: Ledger) -> dict[str, int]:
    tables = (row["name"] for row in ledger.rows("SELECT table_name AS name FROM duckdb_tables()"))
    return {name: ledger.rows(f"SELECT count(*) AS n FROM ledger.{name}")[0]["n"] for name in tables}


def snapshots(ledger: Ledger) -> list[int]:
    return [row["id"] for row in ledger.rows("SELECT snapshot_id AS id FROM ledger.snapshots() ORDER BY 1")]


# --- adding and superseding ------------------------------------------------------------------------


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(found=readings())
def test_a_reading_comes_back_equal(ledger: Ledger, found: Reading) -> None:
    ledger.add([found], run=run(f"m {next(MODELS)}"))  # another model each time: ids may come again
    assert ledger.reading(found.document.id) == found


def test_text_with_control_characters_comes_back(ledger: Ledger) -> None:
    found = Reading(document=Document.plain("one\x00two\x1f\u2028 \U0001f54a 'three' \"four\" $five"))
    ledger.add([found], run=run())
    assert ledger.reading(found.document.id) == found


def test_the_same_by_the_same_fingerprint_changes_nothing(ledger: Ledger) -> None:
    assert ledger.add([reading()], run=run()) == Added(new=1)
    before = counts(ledger), snapshots(ledger)
    assert ledger.add([reading()], run=run(day=2)) == Added(unchanged=1)
    assert (counts(ledger), snapshots(ledger)) == before


def test_a_newer_fingerprint_supersedes_and_the_past_remains(ledger: Ledger) -> None:
    ledger.add([reading()], run=run())
    before = snapshots(ledger)[-1]
    better = replace(reading(), statements=(), notes=())
    assert ledger.add([better], run=run("m 2", day=2)) == Added(superseded=1)
    assert ledger.reading("d1") == better
    assert ledger.statements() == []
    assert len(ledger.events()) == 1
    past = ledger.rows(f"SELECT id FROM ledger.statements AT (VERSION => {before})")
    assert past == [{"id": "warning"}]


def test_events_may_be_asked_for_from_a_confidence_on(ledger: Ledger) -> None:
    ledger.add([reading()], run=run())
    assert [len(ledger.events(least=least)) for least in (0.0, 0.8, 0.81)] == [1, 1, 0]


def test_a_run_that_began_earlier_does_not_supersede(ledger: Ledger) -> None:
    ledger.add([reading()], run=run("m 2", day=2))
    assert ledger.add([replace(reading(), notes=())], run=run("m 1", day=1)) == Added(unchanged=1)
    assert ledger.reading("d1") == reading()


def test_a_document_twice_in_a_batch_is_stored_once(ledger: Ledger) -> None:
    assert ledger.add([reading(), reading()], run=run()) == Added(new=1, unchanged=1)
    assert counts(ledger)["statements"] == 1


def test_a_mixed_batch_is_counted(ledger: Ledger) -> None:
    ledger.add([numbered(1)], run=run())
    ledger.add([numbered(2)], run=run("m 2", day=2))
    batch = [numbered(1), numbered(2), numbered(3)]
    assert ledger.add(batch, run=run("m 2", day=2)) == Added(new=1, unchanged=1, superseded=1)


def test_a_run_is_stored_once_for_many_batches(ledger: Ledger) -> None:
    for number in range(3):
        ledger.add([numbered(number)], run=run())
    assert [row["id"] for row in ledger.rows("SELECT id FROM ledger.runs")] == [run().id]


def test_what_is_refused_is_counted_with_its_reason(ledger: Ledger) -> None:
    false = replace(numbered(1), notes=(Note(code="N1", message="", mention=Mention(0, 5, "Tokyo")),))
    rejects = [Reject(source="empty.html", code="D103", message="the page is empty")]
    assert ledger.add([false, numbered(2)], run=run(), rejects=rejects) == Added(new=1, refused=2)
    found = ledger.rows("SELECT source, code FROM ledger.rejects ORDER BY code")
    assert found == [{"source": "empty.html", "code": "D103"}, {"source": false.document.id, "code": "D502"}]
    assert ledger.reading(false.document.id) is None


def test_an_unknown_document_has_no_reading(ledger: Ledger) -> None:
    assert ledger.reading("nowhere") is None


def test_large_batches_become_parquet_and_can_be_superseded(ledger: Ledger) -> None:
    large = numbered(1, notes=1500)
    ledger.add([large], run=run())
    assert list((ledger.path / "data").rglob("*.parquet"))
    ledger.add([numbered(1)], run=run("m 2", day=2))
    assert counts(ledger)["notes"] == 1


def test_a_ledger_may_be_moved(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "here") as ledger:
        ledger.add([numbered(1, notes=1500)], run=run())
    shutil.move(tmp_path / "here", tmp_path / "it's there")
    with Ledger.open(tmp_path / "it's there", create=False) as ledger:
        assert counts(ledger)["notes"] == 1500


# --- asking -----------------------------------------------------------------------------------------


def test_a_statement_has_speakers_chain_and_words(ledger: Ledger) -> None:
    ledger.add([reading()], run=run())
    (found,) = ledger.statements()
    assert found | {
        "id": "warning", "day": date(2024, 6, 24), "speakers": ["Russia"], "speaker_codes": ["RUS"],
        "addressees": ["South Korea"], "about": ["UKR"], "chain": ["Sputnik", "The Daily"], "speech_act": "warn",
        "content": "against sending weapons to Kyiv", "title": "A warning",
    } == found  # fmt: skip


def test_an_event_has_parties_place_and_contexts(ledger: Ledger) -> None:
    ledger.add([reading()], run=run())
    (found,) = ledger.events()
    assert found | {
        "id": "shelling", "day": date(2024, 6, 20), "actor_codes": ["RUSMIL"], "recipient_codes": ["UKR"],
        "contexts": ["military"], "trigger": "shelled", "place": "Kharkiv", "country": "UKR", "intensity": -9.0,
    } == found  # fmt: skip


def test_a_commitment_has_its_condition(ledger: Ledger) -> None:
    ledger.add([reading()], run=run())
    (found,) = ledger.commitments()
    assert found | {
        "id": "threat", "kind": "threat", "bearer_codes": ["RUS"], "against": ["South Korea"],
        "condition": "If Seoul sends weapons", "trigger": '{"type": "AID", "actors": ["KOR"]}',
    } == found  # fmt: skip


FILTERS: list[tuple[str, dict[str, Any], bool]] = [
    ("statements", {"by": "RUS"}, True),
    ("statements", {"by": "russia"}, True),
    ("statements", {"by": "RUSGOV"}, False),
    ("statements", {"by": "KOR"}, False),
    ("statements", {"about": "UKR"}, True),
    ("statements", {"about": "South Korea"}, True),
    ("statements", {"about": "RUS"}, False),
    ("statements", {"type": "warn", "status": "said"}, True),
    ("statements", {"type": "deny"}, False),
    ("statements", {"since": date(2024, 6, 24), "until": date(2024, 6, 24)}, True),
    ("statements", {"since": date(2024, 6, 25)}, False),
    ("statements", {"until": date(2024, 6, 23)}, False),
    ("statements", {"limit": 0}, False),
    ("events", {"actor": "RUS", "recipient": "UKR"}, True),
    ("events", {"actor": "RUSMIL"}, True),
    ("events", {"actor": "army"}, True),
    ("events", {"actor": "arm"}, False),
    ("events", {"actor": "UKR"}, False),
    ("events", {"recipient": "RUS"}, False),
    ("events", {"type": "assault", "status": "actual"}, True),
    ("events", {"status": "negated"}, False),
    ("events", {"since": date(2024, 6, 20), "until": date(2024, 6, 20)}, True),
    ("events", {"since": date(2024, 6, 21)}, False),
    ("commitments", {"by": "RUS", "about": "KOR", "type": "threat", "status": "standing"}, True),
    ("commitments", {"by": "KOR"}, False),
    ("commitments", {"about": "RUS"}, False),
    ("commitments", {"since": date(2024, 6, 25), "until": date(2024, 6, 25)}, True),
    ("commitments", {"until": date(2024, 6, 24)}, False),
    ("statements", {"by": "' OR 1=1 --"}, False),
]


def test_filters_find_what_they_ask_for_and_nothing_else(ledger: Ledger) -> None:
    ledger.add([reading()], run=run())
    found = [bool(getattr(ledger, table)(**filters)) for table, filters, _ in FILTERS]
    assert found == [wanted for *_, wanted in FILTERS]


def test_undated_records_are_found_only_without_days(ledger: Ledger) -> None:
    undated = reading()
    bare = replace(undated.statements[0], time=None)
    ledger.add([replace(undated, document=replace(undated.document, published=None), statements=(bare,))], run=run())
    assert len(ledger.statements()) == 1
    assert ledger.statements(since=date(1900, 1, 1)) == []


def test_records_stand_in_the_order_of_the_text(ledger: Ledger) -> None:
    first = reading()
    several = tuple(replace(first.statements[0], id=name) for name in "zaq")
    ledger.add([replace(first, statements=several)], run=run())
    assert [row["id"] for row in ledger.statements()] == list("zaq")


def test_several_threads_may_ask(ledger: Ledger) -> None:
    ledger.add([reading()], run=run())
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda number: len(ledger.events(actor="RUS")), range(12)))
    assert found == [1] * 12


def test_a_limit_keeps_the_oldest(ledger: Ledger) -> None:
    late = replace(reading(), document=replace(reading().document, id="d0", published=date(2024, 7, 1)))
    ledger.add([late, reading()], run=run())
    assert [row["document"] for row in ledger.commitments(limit=1)] == ["d1"]


def test_a_broken_query_is_a_ledger_error(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="D409") as caught:
        ledger.rows("SELECT nothing FROM ledger.nowhere")
    assert caught.value.code == "D409"


# --- several writers, and writers that die -----------------------------------------------------------


def test_a_writer_in_between_is_seen_on_the_second_look(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = 0
    look = store._stored

    with Ledger.open(ledger.path) as other:

        def look_and_be_overtaken(cursor: Any, documents: list[str]) -> Any:
            nonlocal looks
            looks += 1
            there = look(cursor, documents)
            if looks == 1:
                assert other.add([numbered(1)], run=run()) == Added(new=1)
            return there

        monkeypatch.setattr(store, "_stored", look_and_be_overtaken)
        assert ledger.add([numbered(1), numbered(2)], run=run(day=2)) == Added(new=1, unchanged=1)
    assert looks == 3  # ours, the other's, ours again
    assert counts(ledger) | {"documents": 2, "notes": 2} == counts(ledger)


def test_an_attach_that_another_process_aborts_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attach, tries = catalog._attach, 0

    def aborted_once(connection: Any, folder: Path) -> None:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise duckdb.TransactionException("Failed to initialize DuckLake: Current transaction is aborted")
        attach(connection, folder)

    monkeypatch.setattr(catalog, "_attach", aborted_once)
    with Ledger.open(tmp_path / "ledger") as made:
        assert (tries, counts(made)["documents"]) == (2, 0)


def write_numbers(path: Path, start: Any, results: Any) -> None:
    start.wait()
    try:
        with Ledger.open(path) as ledger:
            added = sum((ledger.add([numbered(number)], run=run()) for number in range(8)), Added())
    except Exception as error:
        results.put(repr(error))
        raise
    results.put((added.new, added.unchanged))


def test_two_processes_at_once_make_one_ledger_and_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    start, results = context.Barrier(2), context.Queue()
    writers = [context.Process(target=write_numbers, args=(tmp_path / "ledger", start, results)) for _ in range(2)]
    for writer in writers:
        writer.start()
    outcomes = [results.get(timeout=60) for _ in writers]
    for writer in writers:
        writer.join()
    assert [outcome for outcome in outcomes if isinstance(outcome, str)] == []
    assert sum(new for new, _ in outcomes) == 8
    assert sum(unchanged for _, unchanged in outcomes) == 8
    with Ledger.open(tmp_path / "ledger", create=False) as ledger:
        assert counts(ledger) | {"documents": 8, "notes": 8, "runs": 1} == counts(ledger)


def die_while_writing(path: Path) -> None:
    insert = Ledger._insert

    def insert_and_die(self: Ledger, cursor: Any, table: str, rows: list[Any]) -> None:
        insert(self, cursor, table, rows)
        if table == "statements":
            os.kill(os.getpid(), signal.SIGKILL)

    Ledger._insert = insert_and_die  # type: ignore[method-assign]
    with Ledger.open(path) as ledger:
        ledger.add([reading()], run=run())


def test_a_writer_that_is_killed_leaves_nothing_half_written(ledger: Ledger) -> None:
    before = counts(ledger)
    writer = multiprocessing.get_context("spawn").Process(target=die_while_writing, args=(ledger.path,))
    writer.start()
    writer.join()
    assert writer.exitcode == -signal.SIGKILL
    assert counts(ledger) == before
    assert ledger.add([reading()], run=run()) == Added(new=1)


def test_an_interrupt_leaves_nothing_half_written(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    before = counts(ledger)
    insert = Ledger._insert

    def insert_and_stop(self: Ledger, cursor: Any, table: str, rows: list[Any]) -> None:
        insert(self, cursor, table, rows)
        if table == "statements":
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "_insert", insert_and_stop)
        with pytest.raises(KeyboardInterrupt):
            ledger.add([reading()], run=run())
    assert counts(ledger) == before
    assert ledger.add([reading()], run=run()) == Added(new=1)


def test_a_reader_that_fails_in_the_middle_of_a_batch_writes_nothing(ledger: Ledger) -> None:
    def failing() -> Any:
        yield numbered(1)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        ledger.add(failing(), run=run())
    assert counts(ledger)["documents"] == 0


def test_statements_are_found_by_who_passed_them_on(ledger: Ledger) -> None:
    ledger.add([reading()], run=run())
    assert [len(ledger.statements(via=name)) for name in ("Sputnik", "The Daily", "Reuters")] == [1, 1, 0]


def test_a_chain_runs_from_the_speaker_outward(ledger: Ledger) -> None:
    ledger.add([reading()], run=run())
    steps = ledger.chain("warn")
    assert [(row["step"], row["name"]) for row in steps] == [(0, "Russia"), (1, "Sputnik"), (2, "The Daily")]
    assert {row["content"] for row in steps} == {"against sending weapons to Kyiv"}


def test_an_id_that_is_none_or_several_is_told(ledger: Ledger) -> None:
    several = tuple(replace(reading().statements[0], id=name) for name in ("a1", "a2"))
    ledger.add([replace(reading(), statements=several)], run=run())
    for asked, number in (("zz", "no"), ("a", "2")):
        with pytest.raises(LedgerError, match=f"{number} statements .* begins with"):
            ledger.chain(asked)
