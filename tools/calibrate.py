"""Weigh the signs of an event's confidence on our own sentences, and see how it holds on others.

    python -m tools.calibrate [--gold DIR]

Learnt from are the quarters of tests/gold/events/whole that nobody read: sentences in which every event is labelled, so
that an event which stands for no label is one too many. Of plv_train nothing is learnt. Writes
events/data/confidence.toml, and figures and curve of docs/reference/confidence.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.events.confidence import PLAIN, SIGNS, WEIGHTS, read_weights
from dragoman.reader import Reader
from dragoman.records import Document
from tools import own_gold
from tools.evaluate.conventions import PLV
from tools.evaluate.scoring import load, scorer
from tools.evaluate.sets import pairs
from tools.own_gold import Label, Sentences, judged, put_into
from tools.reliability import Curve, curve, svg, table

PAGE = Path("docs/reference/confidence.md")
#: pulls the weights towards 0, as if each sign had been seen so often without effect
PRIOR = 3.0
#: weights that change nothing are left out
LEAST = 0.05
#: parts in which the sentences learnt from are scored by weights that have not seen them
FOLDS = 4
#: confidences from which on events may be taken
LEASTS = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8)
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """The signs of an event, and whether a coder recorded it."""

    signs: tuple[str, ...]
    right: bool


def main() -> None:
    """Fit, write the weights, and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    options = parser.parse_args()
    sentences = [list(judged_events(text, labels)) for text, labels in _unread()]
    weights = fit([one for found in sentences for one in found])
    _write(weights, sum(map(len, sentences)), len(sentences))
    measured = {"our own, by weights that had not seen them": _crosswise(sentences)}
    if (options.gold / "events" / "plv_train.jsonl").exists():
        measured |= _measure(options.gold / "events")
    _report(measured)


# ---------------------------------------------------------------- our own sentences


def _unread() -> Iterator[tuple[str, tuple[Label, ...]]]:
    """The quarters that nobody read while the lexicon grew: on the others it does better than on new text."""
    for name in own_gold.whole_names():
        yield from own_gold.whole(name, own_gold.UNREAD)


def judged_events(text: str, labels: tuple[Label, ...]) -> Iterator[Judged]:
    """Each event of a sentence: right is one that stands for a label, by its type and its trigger or a party."""
    weighed, reading = _sentences().read(text)
    standing = {id(verdict.event) for verdict in judged(reading, labels)[0]}
    yield from (Judged(one.signs, id(one.event) in standing) for one in weighed)


@cache
def _sentences() -> Sentences:
    return Sentences()


# ---------------------------------------------------------------- the weights


def fit(found: list[Judged]) -> dict[str, float]:
    """Log-odds of every event and of each sign, by logistic regression (Newton's steps) with a prior at 0."""
    names = (PLAIN, *(sign for sign in SIGNS if any(sign in one.signs for one in found)))
    seen = np.array([[float(name == PLAIN or name in one.signs) for name in names] for one in found])
    right = np.array([float(one.right) for one in found])
    prior = np.diag([0.0, *(PRIOR for _ in names[1:])])
    weights: Numbers = np.zeros(len(names))
    for _ in range(50):
        probability = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (right - probability) - prior @ weights
        bend = (seen * (probability * (1 - probability))[:, None]).T @ seen + prior
        weights = weights + np.linalg.solve(bend, slope)
    rounded = {name: round(float(value), 2) for name, value in zip(names, weights, strict=True)}
    return {name: value for name, value in rounded.items() if name == PLAIN or abs(value) >= LEAST}


def _write(weights: dict[str, float], events: int, sentences: int) -> None:
    head = (
        "# What raises and lowers the confidence of an event, in log-odds; written by `python -m tools.calibrate`\n"
        "# from our own sentences. What it means and how it holds elsewhere: docs/reference/confidence.md.\n"
    )
    source = f"fitted to {events} events of {sentences} sentences of tests/gold/events/whole"
    meanings = {PLAIN: "every event"} | dict(SIGNS)
    rows = (
        f'[[weight]]\nsign = "{sign}"\nlog_odds = {value}\nmeaning = "{meanings[sign]}"\nsource = "{source}"\n'
        for sign, value in weights.items()
    )
    WEIGHTS.write_text(head + "\n" + "\n".join(rows), encoding="utf-8")
    read_weights.cache_clear()


def _crosswise(sentences: list[list[Judged]]) -> tuple[Numbers, Numbers]:
    """Confidence and right or wrong of each event, by weights fitted to the other sentences."""
    claimed: list[float] = []
    right: list[float] = []
    for fold in range(FOLDS):
        weights = fit([one for number, found in enumerate(sentences) if number % FOLDS != fold for one in found])
        for one in (one for found in sentences[fold::FOLDS] for one in found):
            log_odds = weights[PLAIN] + sum(weights.get(sign, 0.0) for sign in one.signs)
            claimed.append(1 / (1 + np.exp(-log_odds)))
            right.append(float(one.right))
    return np.array(claimed), np.array(right)


# ---------------------------------------------------------------- how it holds


def _measure(folder: Path) -> dict[str, tuple[Numbers, Numbers]]:
    """Confidence and right or wrong of each event on a marked pair, by half of the rows."""
    module, rows, reader = scorer(folder), load(folder / "plv_train.jsonl"), Reader()
    found: dict[str, tuple[Numbers, Numbers]] = {}
    for name, half in (("even rows", rows[::2]), ("odd rows", rows[1::2])):
        points = [point for row in half if row["space"] == "plv15" for point in _on_the_pair(module, row, reader)]
        found[name] = (np.array([p for p, _ in points]), np.array([float(right) for _, right in points]))
    return found


def _on_the_pair(module: ModuleType, row: dict[str, Any], reader: Reader) -> Iterator[tuple[float, bool]]:
    reading = reader.read(Document.plain(row["text"]))
    for pair in pairs(reading, PLV):
        if module.pair_fit(row, pair) > 0:
            yield pair["confidence"], module.fold("plv15", pair["type"]) == row["type"]


def _report(measured: dict[str, tuple[Numbers, Numbers]]) -> None:
    """Put the figures and the curve into the page."""
    curves: list[Curve] = [curve(name, *points) for name, points in measured.items()]
    shown = table(curves)
    print(shown)
    PAGE.with_suffix(".svg").write_text(svg(curves), encoding="utf-8")
    put_into(PAGE, "figures", shown)
    put_into(PAGE, "line", lines(*next(iter(measured.values()))))


def lines(claimed: Numbers, right: Numbers) -> str:
    """What is kept from each confidence on, of all and of the right ones, and what share of it is right."""
    rows = ["| events from | kept | right among them | of the right ones kept |", "|---|---|---|---|"]
    for least in LEASTS:
        kept = claimed >= least
        shares = (kept.mean(), right[kept].mean(), right[kept].sum() / right.sum())
        rows.append("| " + " | ".join([f"{least:.1f}", *(f"{share:.2f}" for share in shares)]) + " |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
