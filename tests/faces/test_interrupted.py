"""A batch that is stopped in the middle: whole batches stay, and the same command again gives what one run gives."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dragoman.faces.cli import BATCH, INTERRUPTED
from dragoman.ledger import Ledger

COMMAND = [sys.executable, "-c", "from dragoman.faces.cli import main; main()", "read"]
COUNTRIES = ("Chile", "Peru", "Kenya", "Ghana", "Japan", "Norway", "Egypt", "India", "Canada", "Spain")
TABLES = ("documents", "statements", "event_mentions", "event_actors", "commitments", "actor_mentions", "hops")
#: columns that say when and in which run it was read
OF_THE_RUN = {"run", "read_at"}


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """More articles than two batches hold."""
    folder: Path = tmp_path_factory.mktemp("news")
    for number in range(2 * BATCH + 5):
        one, other = COUNTRIES[number % 10], COUNTRIES[(number // 10 + number + 1) % 10]
        text = f"{one} condemned {other} on Monday. Its minister said that {one} would impose sanctions on {other}.\n"
        (folder / f"{number:02}.txt").write_text(f"Report {number}\n\n{text}", encoding="utf-8")
    return sorted(map(str, folder.iterdir()))


def contents(ledger: Path) -> dict[str, list[tuple[Any, ...]]]:
    with Ledger.open(ledger, create=False) as opened:
        return {
            table: sorted(
                tuple(str(value) for name, value in row.items() if name not in OF_THE_RUN)
                for row in opened.rows(f"SELECT * FROM ledger.{table}")
            )
            for table in TABLES
        }


def read_all(news: list[str], ledger: Path) -> str:
    options = ["--ledger", str(ledger), "--published", "2024-07-05", "--format", "jsonl"]
    done = subprocess.run([*COMMAND, *news, *options], capture_output=True, text=True, check=True, timeout=200)
    return done.stderr


@pytest.fixture(scope="module")
def whole(news: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Any, ...]]]:
    """What one run that nobody stops leaves."""
    ledger = tmp_path_factory.mktemp("whole") / "ledger"
    read_all(news, ledger)
    return contents(ledger)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_what_was_interrupted_is_resumed(
    news: list[str], whole: dict[str, list[tuple[Any, ...]]], tmp_path: Path, how: signal.Signals
) -> None:
    broken = tmp_path / "broken"
    options = ["--ledger", str(broken), "--published", "2024-07-05", "--format", "jsonl"]
    with subprocess.Popen(
        [*COMMAND, *news, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        for _ in range(BATCH + 3):
            assert running.stdout.readline()
        running.send_signal(how)
        running.stdout.read()
        complaint = running.stderr.read().decode()
    if how == signal.SIGINT:
        assert running.returncode == INTERRUPTED
        assert "run the same command again" in complaint
    kept = len(contents(broken)["documents"])
    assert kept % BATCH == 0
    assert 0 < kept < len(news)
    assert f"{len(news) - kept} new, {kept} known already" in read_all(news, broken)
    assert contents(broken) == whole


def test_the_bar_counts_to_the_end_on_a_terminal_and_is_silent_elsewhere(news: list[str], tmp_path: Path) -> None:
    assert "reading" not in read_all(news[:3], tmp_path / "quiet")
    ours, theirs = pty.openpty()
    options = ["--ledger", str(tmp_path / "shown"), "--format", "jsonl", "-o", str(tmp_path / "out.jsonl")]
    with subprocess.Popen([*COMMAND, *news[:3], *options], stdout=subprocess.DEVNULL, stderr=theirs) as running:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the terminal is closed on the other side
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    assert running.returncode == 0
    assert b"reading" in shown
    assert b"100%" in shown
