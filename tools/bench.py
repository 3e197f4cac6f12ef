"""Words a second beside bare spaCy, on the same texts in the same run.

    python -m tools.bench [--gold DIR] [--rounds N]

Both take turns on every round, after a warm-up: the spaCy pipeline as it comes, whose components Dragoman uses all,
and Dragoman reading from the clean text to the records. Printed are words a second (median), the ratio and its 95 %
bootstrap interval, and then each stage's share of a read. Process time of one core.

Dragoman's parse is that of this pipeline, word for word; it gets two components' results in a quicker way of its own
(`dragoman.language.ruling`, `dragoman.language.entities`), so the ratio may pass 1.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from dragoman import reader as reading
from dragoman.language.parser import load_pipeline
from dragoman.reader import Reader
from dragoman.records import Document

SAMPLE_WORDS = 12_000
#: shares of a read that stages are meant to stay under; shown, not held: a busy machine is no fault of the code
LIMITS = {"statements": 0.10, "events": 0.15}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    texts = sample_texts(options.gold)
    words = sum(len(text.split()) for text in texts)
    reader = Reader()
    pipeline = load_pipeline(reader.parser.model)
    documents = [Document.plain(text, published=date(2016, 9, 12)) for text in texts]
    runs: dict[str, Callable[[], object]] = {
        "the spaCy components Dragoman uses": lambda: [list(pipeline.pipe(_paragraphs(text))) for text in texts],
        "Dragoman": lambda: [reader.read(document) for document in documents],
    }
    seconds = _measure(runs, options.rounds)
    print(f"{len(texts)} articles, {words} words, {options.rounds} rounds, {platform.machine()}, one core")
    for name, times in seconds.items():
        print(f"{name:35} {words / statistics.median(times):8.0f} words/s")
    for base in list(runs)[:-1]:
        ratios = [b / d for b, d in zip(seconds[base], seconds["Dragoman"], strict=True)]
        low, high = _interval(ratios)
        print(f"ratio to {base:35} {statistics.median(ratios):.2f} [{low:.2f}, {high:.2f}]")
    for stage, share in stage_shares(reader, documents, options.rounds).items():
        limit = f"  (at most {LIMITS[stage]:.0%})" if stage in LIMITS else ""
        print(f"{stage:34} {share:6.1%} of a read{limit}")


def stage_shares(reader: Reader, documents: list[Document], rounds: int) -> dict[str, float]:
    """Each stage's share of reading the documents (median over rounds), in the order in which the reader calls them.

    A stage is the parser or a `find_…` that `dragoman.reader` calls; each is timed where the reader calls it.
    """
    shares: dict[str, list[float]] = {}
    for _ in range(rounds):
        spent: dict[str, float] = {}
        with _timed(reader, spent):
            start = time.process_time()
            for document in documents:
                reader.read(document)
            whole = time.process_time() - start
        for stage, seconds in (*spent.items(), ("the rest", whole - sum(spent.values()))):
            shares.setdefault(stage, []).append(seconds / whole)
    return {stage: statistics.median(found) for stage, found in shares.items()}


@contextmanager
def _timed(reader: Reader, spent: dict[str, float]) -> Iterator[None]:
    """Within it every call of a stage adds its seconds to `spent`."""

    def timed(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return stage(*given, **named)
            finally:
                spent[name] = spent.get(name, 0.0) + time.process_time() - start

        return call

    with ExitStack() as stack:
        stack.enter_context(patch.object(reader.parser, "parse", timed("parse", reader.parser.parse)))
        for name in sorted(vars(reading)):
            if name.startswith("find_"):
                stage = timed(name.removeprefix("find_"), getattr(reading, name))
                stack.enter_context(patch.object(reading, name, stage))
        yield


def sample_texts(gold: Path) -> list[str]:
    """Real articles where the gold folder is there, else the bundled example again and again."""
    source = gold / "attribution" / "polnear_dev.jsonl"
    if not source.exists():
        return [Path("examples/page.txt").read_text(encoding="utf-8")] * 20
    texts: list[str] = []
    for line in source.read_text(encoding="utf-8").splitlines():
        if sum(len(text.split()) for text in texts) < SAMPLE_WORDS:
            texts.append(json.loads(line)["text"])
    return texts


def _paragraphs(text: str) -> list[str]:
    return [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]


def _measure(runs: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    for run in runs.values():
        run()
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            start = time.process_time()
            run()
            seconds[name].append(time.process_time() - start)
    return seconds


def _interval(values: list[float], rounds: int = 2000, seed: int = 7) -> tuple[float, float]:
    dice = random.Random(seed)
    medians = sorted(statistics.median(dice.choices(values, k=len(values))) for _ in range(rounds))
    return medians[int(rounds * 0.025)], medians[int(rounds * 0.975)]


if __name__ == "__main__":
    main()
