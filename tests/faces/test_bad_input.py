"""What must not be read: one clear line each, the right exit status, and nothing half-written."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

ARTICLE = (
    "Norway pledged on Tuesday to send two air defence batteries to Ukraine. "
    "The Norwegian defence minister said that the delivery would begin in March."
)
GERMAN = (
    "Der Bundeskanzler hat am Dienstag in Berlin erklärt, dass die Bundesregierung der Ukraine weitere Waffen liefern "
    "werde. Die Verhandlungen mit den Partnern seien noch nicht abgeschlossen, sagte er nach dem Treffen mit dem "
    "Präsidenten, und man werde sich in der nächsten Woche noch einmal mit ihnen zusammensetzen."
)
NAVIGATION = "<html><body><nav><a href='/'>Home</a> <a href='/world'>World</a></nav></body></html>"
BEGIN = "from dragoman.faces.cli import main; main()"
#: what stands in for the open internet, since a test has nothing but the own machine to offer
LOOPBACK_IS_PUBLIC = "import dragoman.intake.fetch as fetch; fetch.is_public = lambda address: True; "
PATIENCE = "import dragoman.intake.sources as sources; sources.load.__kwdefaults__['seconds'] = 0.5; "


def run(*arguments: str | Path, before: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", before + BEGIN, *map(str, arguments)]
    return subprocess.run(command, input="", capture_output=True, text=True, check=False, timeout=120)


def refusal(done: subprocess.CompletedProcess[str]) -> str:
    """The one line by which the program refused everything it was given."""
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    found = re.fullmatch(r"dragoman: \[(D\d{3})\] .+", lines[0])
    assert found, lines[0]
    return found[1]


def rows(ledger: Path, table: str) -> list[dict[str, object]]:
    """What the ledger holds, as another run of the program tells it."""
    done = run(table, "--ledger", ledger, "--format", "json")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "D101"),
        (b"", "D103"),
        (b" \n\n ", "D103"),
        (b"%PDF-1.7 \x00\x01", "D104"),
        (bytes(range(256)) * 8, "D104"),
        (GERMAN.encode(), "D310"),
        (NAVIGATION.encode(), "D107"),
    ],
    ids=["no such file", "empty", "blank", "pdf", "binary", "german", "no article"],
)
def test_bad_file(tmp_path: Path, content: bytes | None, code: str) -> None:
    source, out = tmp_path / "source", tmp_path / "out.json"
    if content is not None:
        source.write_bytes(content)
    done = run("read", source, "--no-ledger", "--format", "json", "-o", out)
    assert refusal(done) == code
    assert "source" in done.stderr
    assert {path.name for path in tmp_path.iterdir()} <= {"source"}


def test_page_of_50_megabytes(tmp_path: Path) -> None:
    page = tmp_path / "large.html"
    with page.open("w", encoding="utf-8") as file:
        file.write("<html><body><article>")
        file.writelines(f"<p>{ARTICLE}</p>" * 1000 for _ in range(50_000_000 // (1000 * len(ARTICLE)) + 1))
    started = time.monotonic()
    assert refusal(run("read", page, "--no-ledger")) == "D105"
    assert time.monotonic() - started < 20


def test_folder_instead_of_a_file(tmp_path: Path) -> None:
    assert refusal(run("read", tmp_path, "--no-ledger")) == "D102"


def test_day_that_is_none(article: Path) -> None:
    done = run("read", article, "--no-ledger", "--published", "2024-02-30")
    assert refusal(done) == "D120"
    assert "--published" in done.stderr


def test_undated_is_a_note_and_no_error(article: Path) -> None:
    done = run("read", article, "--no-ledger", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    reading = json.loads(done.stdout)
    assert reading["document"]["published"] is None
    assert [note["code"] for note in reading["notes"] if note["code"] == "N101"] == ["N101"]
    assert all(time["first_day"] is None for time in reading["times"] if time["words"] == "Tuesday")


# --- addresses ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def silent_site() -> Iterator[str]:
    """A site that takes the request and never answers."""
    enough = threading.Event()

    class Silent(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            enough.wait(30)

    server = HTTPServer(("127.0.0.1", 0), Silent)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/story"
    enough.set()
    server.shutdown()
    server.server_close()
    thread.join()


def test_address_that_refuses() -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{reserved.getsockname()[1]}/"
        done = run("read", url, "--no-ledger", before=LOOPBACK_IS_PUBLIC)
    assert refusal(done) == "D110"
    assert url in done.stderr


def test_address_that_never_answers(silent_site: str) -> None:
    assert refusal(run("read", silent_site, "--no-ledger", before=LOOPBACK_IS_PUBLIC + PATIENCE)) == "D111"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "[::1]"])
def test_private_address(host: str) -> None:
    done = run("read", f"http://{host}/", "--no-ledger")
    assert refusal(done) == "D109"


@pytest.mark.parametrize("url", ["ftp://example.org/x", "http://", "file:///etc/hosts"])
def test_address_that_is_none(url: str) -> None:
    assert refusal(run("read", url, "--no-ledger")) == "D108"


# --- ledgers and outputs ------------------------------------------------------------------------


def test_ledger_that_is_a_file(article: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert refusal(run("read", article, "--ledger", tmp_path / "file")) == "D402"
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_ledger_below_a_file(article: Path) -> None:
    assert refusal(run("read", article, "--ledger", article / "ledger")) == "D405"


def test_ledger_where_nobody_may_write(article: Path) -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("has no /proc, the one folder in which root may not write either")
    assert refusal(run("read", article, "--ledger", "/proc/dragoman-ledger")) == "D405"


def test_ledger_without_permission(article: Path, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert refusal(run("read", article, "--ledger", closed / "ledger")) == "D405"


def test_ledger_whose_catalog_is_none(article: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger"
    ledger.mkdir()
    (ledger / "catalog.sqlite").write_bytes(b"not a database, but long enough to be looked at" * 100)
    refusal(run("read", article, "--ledger", ledger))


def test_folder_with_other_things_is_left_alone(article: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    assert refusal(run("read", article, "--ledger", tmp_path / "mine")) == "D403"
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("command", ["statements", "events", "commitments"])
def test_ledger_that_is_not_there_is_not_made(tmp_path: Path, command: str) -> None:
    assert refusal(run(command, "--ledger", tmp_path / "none")) == "D403"
    assert list(tmp_path.iterdir()) == []


def test_output_that_cannot_be_written(article: Path) -> None:
    done = run("read", article, "--no-ledger", "-o", article / "out.txt")
    assert refusal(done) == "D121"


def test_output_that_is_a_folder(article: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert refusal(run("read", article, "--no-ledger", "-o", tmp_path / "folder")) == "D121"
    assert list((tmp_path / "folder").iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "folder"]


def test_pages_of_several_articles_need_a_folder(article: Path) -> None:
    assert refusal(run("read", article, article, "--no-ledger", "--format", "html")) == "D122"


def test_model_that_is_not_installed(article: Path) -> None:
    done = run("read", article, "--no-ledger", "--model", "xx_no_such_model")
    assert refusal(done).startswith("D3")


# --- several sources ----------------------------------------------------------------------------


def test_batch_goes_on_past_what_is_bad(article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    out, ledger = tmp_path / "out.jsonl", tmp_path / "ledger"
    second = tmp_path / "second.txt"
    second.write_text(ARTICLE.replace("Norway", "Denmark"), encoding="utf-8")
    sources = (tmp_path / "empty.txt", article, tmp_path / "missing.txt", second)
    done = run("read", *sources, "--ledger", ledger, "--format", "jsonl", "-o", out)
    assert done.returncode == 1
    first, next_, last = done.stderr.splitlines()
    assert ("D103" in first, "D101" in next_) == (True, True)
    assert last.startswith("2 read, 2 refused; ")
    assert "2 new" in last
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2
    assert len({row["document"] for row in rows(ledger, "statements")}) == 2


def test_batch_without_a_good_one_leaves_no_file(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    done = run("read", tmp_path / "one", tmp_path / "two", "--no-ledger", "--format", "json", "-o", out)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "0 read, 2 refused"
    assert list(tmp_path.iterdir()) == []


def test_batch_without_a_bad_one_is_a_success(article: Path) -> None:
    done = run("read", article, article, "--no-ledger", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "2 read, 0 refused\n")
    assert len(json.loads(done.stdout)) == 2


# --- Ctrl-C -------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["json", "jsonl", "brief"])
def test_ctrl_c_leaves_nothing_half_written(article: Path, tmp_path: Path, form: str) -> None:
    pipe, out, ledger = tmp_path / "pipe", tmp_path / "out", tmp_path / "ledger"
    os.mkfifo(pipe)
    sources = (article, pipe)
    options = ("--ledger", str(ledger), "--format", form, "-o", str(out))
    command = [sys.executable, "-c", BEGIN, "read", *map(str, sources), *options]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with pipe.open("w"):  # opens when the program does: it has read the article and waits for the second
        program.send_signal(signal.SIGINT)
        printed, said = program.communicate(timeout=60)
    assert program.returncode == 130, said
    assert printed == ""
    assert len(said.splitlines()) == 1
    assert "interrupted" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "ledger", "pipe"]
    assert rows(ledger, "statements") == []
    again = run("read", article, "--ledger", ledger)
    assert (again.returncode, "1 new" in again.stderr) == (0, True)
