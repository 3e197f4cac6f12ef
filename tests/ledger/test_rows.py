from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from tests.ledger.examples import reading, run
from tests.strategies import readings

from dragoman.ledger import Ledger
from dragoman.ledger.rows import rows_of
from dragoman.records import Reading

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "ledger.md"


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(found=readings())
def test_every_value_has_a_column(ledger: Ledger, found: Reading) -> None:
    for table, rows in rows_of(found, run=run()).items():
        for row in rows:
            assert set(row) <= set(ledger._types[table]), table


def test_no_column_is_forgotten(ledger: Ledger) -> None:
    rows = rows_of(reading(), run=run())
    for table, columns in ledger._types.items():
        if rows.get(table):
            assert set().union(*rows[table]) == set(columns), table


def test_every_table_and_column_is_in_the_reference(ledger: Ledger) -> None:
    sections = REFERENCE.read_text(encoding="utf-8").split("\n## ")
    for table, columns in ledger._types.items():
        (section,) = [text for text in sections if text.startswith(f"{table}\n")]
        missing = [column for column in columns if f"`{column}`" not in section]
        assert not missing, f"{table}: {missing}"


def test_words_stand_where_the_passages_say(ledger: Ledger) -> None:
    ledger.add([reading()], run=run())
    wrong = ledger.rows(
        "SELECT passage.* FROM ledger.passages AS passage JOIN ledger.documents AS document "
        "ON document.id = passage.document "
        "WHERE substr(document.text, start_char + 1, end_char - start_char) <> words"
    )
    assert wrong == []
    roles = ledger.rows("SELECT DISTINCT role FROM ledger.passages ORDER BY role")
    assert [row["role"] for row in roles] == ["condition", "content", "cue", "extent", "source", "trigger"]
