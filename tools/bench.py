"""Words a second beside bare spaCy, on the same texts in the same run.

    python -m tools.bench [--gold DIR] [--rounds N]

Three pipelines take turns on every round, after a warm-up: the whole spaCy pipeline as it comes, exactly the
components that Dragoman enables, and Dragoman reading from the clean text to the records. Printed are words a
second (median), the ratio to either, and the 95 % bootstrap interval of the ratios. Process time of one core.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from dragoman.reader import Reader
from dragoman.records import Document

SAMPLE_WORDS = 12_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    texts = sample_texts(options.gold)
    words = sum(len(text.split()) for text in texts)
    reader = Reader()
    pipeline = reader.parser.pipeline
    documents = [Document.plain(text, published=date(2016, 9, 12)) for text in texts]
    runs: dict[str, Callable[[], object]] = {
        "the whole spaCy pipeline": lambda: [list(pipeline.pipe(_paragraphs(text))) for text in texts],
        "the components Dragoman enables": lambda: [list(pipeline.pipe(_paragraphs(text))) for text in texts],
        "Dragoman": lambda: [reader.read(document) for document in documents],
    }
    seconds = _measure(runs, options.rounds)
    print(f"{len(texts)} articles, {words} words, {options.rounds} rounds, {platform.machine()}, one core")
    for name, times in seconds.items():
        print(f"{name:34} {words / statistics.median(times):8.0f} words/s")
    for base in list(runs)[:-1]:
        ratios = [b / d for b, d in zip(seconds[base], seconds["Dragoman"], strict=True)]
        low, high = _interval(ratios)
        print(f"ratio to {base:34} {statistics.median(ratios):.2f} [{low:.2f}, {high:.2f}]")


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
