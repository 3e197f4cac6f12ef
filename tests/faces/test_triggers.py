from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.errors import SourceError
from dragoman.faces.cli import app
from dragoman.faces.triggers import best_of_acts, shortened

NEWS = "Russian forces shelled Estonia on Wednesday. South Korea supplied weapons to Ukraine.\n"


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("triggers")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    path = str(folder / "ledger")
    brief = run("read", str(folder / "news.txt"), "--published", "2024-07-05", "--ledger", path)
    assert "MAY HAVE BEEN SET OFF" in brief
    assert "NATO Article 5" in brief
    return path


def test_the_three_forms(ledger: str) -> None:
    assert "NATO" in run("triggers", "--ledger", ledger, "--all")
    rows = json.loads(run("triggers", "--ledger", ledger, "--format", "json", "--type", "defence"))
    assert {row["key"] for row in rows} == {"NATO", "EU-TEU"}
    table = list(csv.DictReader(io.StringIO(run("triggers", "--ledger", ledger, "--format", "csv"))))
    assert {row["recipient"] for row in table} == {"EST"}


def test_casus_of_an_event_takes_its_day_and_shows_its_words(ledger: str) -> None:
    events = json.loads(run("events", "--ledger", ledger, "--format", "json"))
    ids = {event["type"]: event["id"] for event in events}
    shown = run("casus", "--event", ids["ASSAULT"][:10], "--ledger", ledger)
    assert shown.startswith("“Russian forces shelled Estonia on Wednesday”")
    assert "RUS attacks EST, 2024-07-03" in shown
    value = json.loads(run("casus", "--event", ids["ASSAULT"], "--ledger", ledger, "--format", "json"))
    assert value["event"]["words"] == "Russian forces shelled Estonia on Wednesday"
    assert "NATO" in {duty["treaty"] for one in value["rounds"] for duty in one["duties"]}
    with pytest.raises(SourceError, match="no attack"):
        run("casus", "--event", ids["AID"], "--ledger", ledger)


def test_the_page_shows_them_too(tmp_path: Path) -> None:
    news = tmp_path / "news.txt"
    news.write_text(NEWS, encoding="utf-8")
    page = run("read", str(news), "--published", "2024-07-05", "--no-ledger", "--format", "html")
    assert "What may have been set off" in page
    assert "NATO Article 5" in page


def test_many_bearers_are_counted() -> None:
    assert shortened(["A"] * 8) == "A, A, A, A, A, A and 2 more"
    assert shortened([]) == "somebody unnamed"


def test_the_table_has_one_line_an_act_and_all_with_all(ledger: str) -> None:
    rows = json.loads(run("triggers", "--ledger", ledger, "--format", "json"))
    acts = {(row["day"], row["what"]) for row in rows}
    assert len(rows) > len(acts)
    short = run("triggers", "--ledger", ledger)
    assert short.count("ASSAULT:") == len({act for act in acts if act[1].startswith("ASSAULT")})
    assert "more" in short
    assert run("triggers", "--ledger", ledger, "--all").count("ASSAULT:") > short.count("ASSAULT:")
    assert run("triggers", "--ledger", ledger, "--limit", "1").count("2024-07-0") == 1


def test_of_an_act_what_asks_most_is_shown() -> None:
    row = {
        "day": "2024-07-03", "what": "ASSAULT: RUS → EST", "source": "treaty", "key": "T", "label": "", "article": "1",
        "kind": "consultation", "strength": "consult", "bearers": ["A"], "gaps": ["the place is not said"],
    }  # fmt: skip
    threat = {**row, "source": "commitment", "key": "c1", "label": "will act", "kind": "threat", "strength": None}
    defence = {**row, "key": "D", "kind": "defence", "strength": "automatic"}
    other = {**row, "what": "ASSAULT: RUS → LVA", "bearers": ["A"] * 8}
    first, second = best_of_acts([row, threat, {**threat, "key": "c2"}, other, defence])
    assert (first["key"], first["others"]) == ("D", "and 2 more")
    assert (second["bearers"], second["others"]) == ("A, A, A, A, A, A and 2 more", "")
    assert best_of_acts([row, threat])[0]["key"] == "c1"
    assert best_of_acts([]) == []
