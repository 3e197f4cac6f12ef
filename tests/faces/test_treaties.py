from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.errors import SourceError
from dragoman.faces.cli import app
from dragoman.faces.treaties import state_of


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_casus_by_names_and_codes_is_the_same() -> None:
    by_code = run("casus", "--attack", "PRK:KOR", "--on", "2024-06-25")
    assert by_code == run("casus", "--attack", "North Korea:South Korea", "--on", "2024-06-25")
    assert "USA → KOR: defence, own decision" in by_code


def test_casus_into_a_file(tmp_path: Path) -> None:
    out = tmp_path / "casus.json"
    assert run("casus", "--attack", "RUS:EST", "--on", "2024-06-25", "--format", "json", "-o", str(out)) == ""
    assert "FIN" in json.loads(out.read_text(encoding="utf-8"))["bound_to_defend"]


def test_what_if_reads_the_sentence() -> None:
    assert "KOR attacks PRK" in run("casus", "--what-if", "South Korea attacked North Korea.", "--on", "2025-01-01")


def test_json_of_several_attacks_is_a_list() -> None:
    sentence = "South Korea and Japan attacked North Korea."
    values = json.loads(run("casus", "--what-if", sentence, "--on", "2025-01-01", "--format", "json"))
    assert [value["attack"]["attacker"] for value in values] == ["JPN", "KOR"]


def test_a_sentence_without_an_attack_is_refused() -> None:
    with pytest.raises(SourceError, match="no attack"):
        run("casus", "--what-if", "The ministers met in Geneva.", "--on", "2025-01-01")


@pytest.mark.parametrize(
    "arguments", [(), ("--attack", "PRK"), ("--attack", "PRK:Nowhere"), ("--attack", "A:B", "--on", "x")]
)
def test_bad_input_is_refused(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SourceError):
        run("casus", *arguments)


def test_treaties_list_show_between() -> None:
    assert "ANZUS" in run("treaties", "list", "Australia", "--on", "2018-12-31")
    assert "Article 5: defence" in run("treaties", "show", "nato")
    assert "RUS-PRK-2024" in run("treaties", "between", "RUS", "North Korea", "--on", "2025-01-01")
    assert run("treaties", "between", "CHE", "PRY", "--on", "2025-01-01") == "nothing in the library\n"


def test_state_of() -> None:
    assert state_of(" prk ") == state_of("North Korea") == "PRK"


def test_draft_and_check(tmp_path: Path) -> None:
    news, ledger, out = tmp_path / "news.txt", str(tmp_path / "ledger"), tmp_path / "draft.toml"
    news.write_text("Norway and Finland signed a treaty of military assistance on Monday.\n", encoding="utf-8")
    run("read", str(news), "--published", "2025-11-18", "--ledger", ledger)
    assert 'id = "FIN-NOR-2025"' in run("treaties", "draft", "--ledger", ledger)
    run("treaties", "draft", "--ledger", ledger, "-o", str(out))
    checked = CliRunner().invoke(app, ["check", str(out)])
    assert checked.exit_code == 1
    assert "to be filled" in checked.output
    run("treaties", "draft", "--ledger", ledger, "--since", "2030-01-01", "-o", str(tmp_path / "none.toml"))
    assert not (tmp_path / "none.toml").exists()
