"""A newly signed treaty as an entry of the library, its gaps marked."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.treaties.told import DAY, party, told

from dragoman.commitments import Standing, as_toml, drafts
from dragoman.treaties import Occurrence, TreatyLibrary, check_own_treaties

NONE = TreatyLibrary(())
SIGNED = told("SUPPORT NOR FIN → ", trigger="signed", words="Norway and Finland signed a treaty of assistance")
OWED = Standing(
    id="c", document="d2", kind="obligation", day=DAY, bearers=(party("FIN"), party("NOR")), mutual=True,
    action={"type": "AID", "actors": ["FIN", "NOR"]}, trigger={"type": "ASSAULT", "recipients": ["bearer"]},
    instrument="treaty", words="the two must help each other if either is attacked",
)  # fmt: skip


def test_what_the_news_tells_and_what_it_does_not() -> None:
    (one,) = drafts([SIGNED], [OWED], library=NONE)
    assert (one.id, one.parties, one.signed) == ("FIN-NOR-2024", ("FIN", "NOR"), DAY)
    (entry,) = tomllib.loads(as_toml([one]))["treaty"]
    assert entry["signed"] == DAY
    assert SIGNED.words in entry["note"]
    assert entry["obligation"][0]["kind"] == "defence"
    assert entry["label"].startswith("GAP:")


NOT_DRAFTED: list[tuple[str, Occurrence]] = [
    ("only planned", replace(SIGNED, status="future")),
    ("no treaty", replace(SIGNED, words="Norway and Finland signed a book")),
    ("not signed", replace(SIGNED, trigger="praised")),
    ("one state", told("SUPPORT NOR → ", trigger="signed", words="Norway signed the treaty")),
    ("two firms", told("SUPPORT NORBUS FINBUS → ", trigger="signed", words="two firms signed an agreement")),
    ("undated", replace(SIGNED, day=None)),
]


@pytest.mark.parametrize(("what", "event"), NOT_DRAFTED, ids=[what for what, _ in NOT_DRAFTED])
def test_not_drafted(what: str, event: Occurrence) -> None:
    assert drafts([event], [], library=NONE) == (), what


def test_two_papers_tell_of_one_signing_and_a_told_day_wins() -> None:
    later = replace(SIGNED, document="d3", day=DAY + timedelta(days=3), day_is_told=False)
    (one,) = drafts([later, SIGNED], [], library=NONE)
    assert one.signed == DAY
    assert len(one.news) == 2


def test_what_the_library_holds_is_not_drafted() -> None:
    pact = told("SUPPORT SAU PAK → ", trigger="signed", words="They signed a defence pact", day=date(2025, 9, 18))
    assert drafts([pact], [], library=TreatyLibrary.shipped()) == ()
    assert drafts([replace(pact, day=date(2030, 9, 18))], [], library=TreatyLibrary.shipped()) != ()


def test_the_check_names_each_gap_and_then_the_rest(tmp_path: Path) -> None:
    text = as_toml(drafts([SIGNED], [OWED], library=NONE))
    path = tmp_path / "draft.toml"
    path.write_text(text, encoding="utf-8")
    problems = check_own_treaties(path)
    assert len(problems) == sum("GAP:" in line for line in text.splitlines() if not line.startswith("#"))
    assert all(text.splitlines()[problem.line - 1].strip() in problem.message for problem in problems)
    filled = text.replace("GAP: automatic, own decision or consult", "own decision").replace("GAP: ", "")
    path.write_text(filled, encoding="utf-8")
    assert check_own_treaties(path) == ()
    path.write_text(filled.replace('id = "FIN-NOR-2024"', 'id = "NATO"'), encoding="utf-8")
    assert "already" in str(check_own_treaties(path)[0])
    path.write_text(filled.replace('"FIN", "NOR"', '"FIN", "QQQ"'), encoding="utf-8")
    assert "QQQ is no country code" in "\n".join(map(str, check_own_treaties(path)))
