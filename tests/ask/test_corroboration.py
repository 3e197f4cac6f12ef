"""Five short articles about one event: who says it, who denies it, and what is no second voice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman.ask import Corroboration, corroboration
from dragoman.errors import LedgerError
from dragoman.faces.corroboration import as_json, as_text
from dragoman.intake import clean_text
from dragoman.ledger import Ledger, Run
from dragoman.reader import Reader

ROOT = Path(__file__).parents[2]
DAM = ROOT / "examples" / "dam"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    reader = Reader()
    days = {"5-later": date(2023, 6, 17)}
    readings = [
        reader.read(clean_text(path.read_text(encoding="utf-8"), published=days.get(path.stem, date(2023, 6, 6))))
        for path in sorted(DAM.glob("*.txt"))
    ]
    with Ledger.open(tmp_path_factory.mktemp("dam") / "ledger") as opened:
        opened.add(readings, run=Run.start(model="test"))
        yield opened


@pytest.fixture(scope="module")
def answer(ledger: Ledger) -> Corroboration:
    event = next(row for row in ledger.events(actor="RUS", type="ASSAULT", status="actual") if not row["in_title"])
    return corroboration(ledger, event["id"])


def names(answer: Corroboration, stance: str) -> set[str | None]:
    return {source.code[:3] if source.code else source.name for source in answer.sources if source.stance == stance}


def test_one_wire_and_one_state_count_once(answer: Corroboration) -> None:
    assert (answer.says, answer.documents, answer.texts) == (2, 5, 4)
    assert names(answer, "says") == {"UKR", "The New York Times"}


def test_the_accused_denies_it_and_is_a_party(answer: Corroboration) -> None:
    (denial,) = [source for source in answer.sources if source.stance == "denies"]
    assert (denial.code, denial.party, denial.outlets) == ("RUSGOV", True, ("TASS",))


def test_every_report_says_why(answer: Corroboration) -> None:
    reasons = [report.why for source in answer.sources for report in source.reports]
    assert reasons.count(("the one asked about",)) == 1
    assert all(why[0] in ("both ASSAULT", "the one asked about") for why in reasons)


def test_the_wording_moves_by_day_and_a_reprint_says_nothing_new(answer: Corroboration) -> None:
    days = [wording.day for wording in answer.wordings if wording.day]
    assert days == sorted(days)
    assert len({wording.words for wording in answer.wordings}) == len(answer.wordings)
    assert any("inside" in (*wording.came, *wording.went) for wording in answer.wordings)


def test_a_statement_is_asked_in_the_same_way(ledger: Ledger) -> None:
    said = next(row for row in ledger.statements(by="UKRMIL"))
    found = corroboration(ledger, said["id"])
    assert found.says >= 2
    assert names(found, "denies") == {"RUS"}


def test_fewer_days_find_fewer_reports(ledger: Ledger, answer: Corroboration) -> None:
    denied = ledger.events(actor="RUS", type="ASSAULT", status="negated")
    assert corroboration(ledger, denied[-1]["id"], within=0).documents < answer.documents + 1
    said = next(row for row in ledger.statements(by="UKRMIL"))
    assert corroboration(ledger, said["id"], within=1).says < corroboration(ledger, said["id"]).says


@pytest.mark.parametrize("record", ["no such id", ""])
def test_an_id_must_tell_one_record_from_all_others(ledger: Ledger, record: str) -> None:
    with pytest.raises(LedgerError, match="D410"):
        corroboration(ledger, record)


def test_the_how_to_shows_what_it_prints(answer: Corroboration) -> None:
    shown = (ROOT / "docs" / "how-to" / "corroboration.md").read_text(encoding="utf-8")
    told = [line for line in as_text(answer).splitlines() if "independent source" in line or "a party to it" in line]
    assert len(told) == 3
    assert [line for line in told if line.strip() not in shown] == []
    assert '"says": 2' in as_json(answer)
