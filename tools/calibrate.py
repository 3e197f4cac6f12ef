"""Weigh the signs of an event's confidence on our own sentences, and see how it holds on sentences nobody has read.

    python -m tools.calibrate [--gold DIR]

Learnt from are only the lexicon's examples and tests/gold/events: an event is right if it is the one that its sentence
was written for. Since each sentence was written for an entry that exists, it is read a second time without that
entry: what the rest of the lexicon makes of it then is what happens with words in senses nobody has thought of. How
much those readings weigh (LEFT_OUT) was chosen on the even rows of plv_train; its odd rows are only reported.
Writes events/data/confidence.toml and, where DIR has the set, figures and curve of docs/reference/confidence.md.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import ChainMap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.actors import Library, find_actors
from dragoman.events.confidence import PLAIN, SIGNS, WEIGHTS, Sign, read_weights
from dragoman.events.find import weigh_events
from dragoman.events.lexicon import Lexicon, Sense, keys
from dragoman.language import Parser
from dragoman.places import PLACES, find_places
from dragoman.reader import Reader
from dragoman.records import Document, Event
from dragoman.speech import find_statements
from dragoman.times import find_times
from tools.evaluate.conventions import PLV
from tools.evaluate.scoring import load, scorer
from tools.evaluate.sets import pairs
from tools.reliability import Curve, curve, svg, table

GOLD = Path("tests/gold/events")
PAGE = Path("docs/reference/confidence.md")
#: how much a reading without the entry weighs beside one with it
LEFT_OUT = 3.0
#: pulls the weights towards 0, as if each sign had been seen so often without effect
PRIOR = 3.0
MEANINGS = {
    PLAIN: "a verb of one type only, that is nobody's content",
    "inside": "what another act is about (threatened to attack): a coder records the other act",
    "noun": "the trigger is a noun without a light verb (the shelling of …)",
    "rivals": "the lexicon knows the word in another type, too",
    "many-rivals": "in three other types or more",
}
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """The signs of an event, whether it is right, and how much it weighs."""

    signs: tuple[Sign, ...]
    right: bool
    weight: float = 1.0


class Sentences:
    """Reads sentences and keeps what does not depend on the lexicon."""

    def __init__(self) -> None:
        self.parser, self.library = Parser(), Library.shipped()

    def read(self, sentence: str, *lexicons: Lexicon) -> list[tuple[tuple[Event, tuple[Sign, ...]], ...]]:
        """The events and their signs by each lexicon."""
        document = Document.plain(sentence)
        parsed = self.parser.parse(document)
        times = find_times(document, parsed)
        cast = find_actors(document, parsed, times, library=self.library, places=PLACES)
        places = find_places(document, parsed, times, cast)
        statements = find_statements(document, parsed, times, cast, places)
        return [weigh_events(document, parsed, times, cast, places, statements, lexicon=each) for each in lexicons]


def main() -> None:
    """Fit, write the weights, and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    options = parser.parse_args()
    sentences = Sentences()
    judged = [*_examples(sentences), *_gold(sentences)]
    weights = fit(judged)
    _write(weights, len(judged))
    print(f"{len(judged)} readings of our own; {weights}")
    if (options.gold / "events" / "plv_train.jsonl").exists():
        _report(_measure(options.gold / "events"))


# ---------------------------------------------------------------- our own sentences


def _examples(sentences: Sentences) -> Iterator[Judged]:
    """Of each example of the lexicon what is found with its entry and without it."""
    shipped = Lexicon.shipped()
    senses = {sense.order: sense for many in shipped.senses.values() for sense in many}
    for sense in senses.values():
        for example in sense.row.examples:
            whole, rest = sentences.read(example, shipped, _without(shipped, sense))
            at = {event.trigger for event, _ in whole if event.rule == str(sense)}
            for event, found in whole:
                yield Judged(found, event.trigger in at or event.type == sense.type)
            for event, found in rest:
                if event.trigger in at:
                    yield Judged(found, event.type == sense.type, LEFT_OUT)


def _gold(sentences: Sentences) -> Iterator[Judged]:
    """The same of the gold's sentences, of which some have no event."""
    shipped = Lexicon.shipped()
    senses = {str(sense): sense for many in shipped.senses.values() for sense in many}
    for text, type_name, trigger in _gold_rows():
        (whole,) = sentences.read(text, shipped)
        for event, found in whole:
            right = event.type == type_name and _shares(trigger, event.trigger.words)
            yield Judged(found, right)
            if right:
                (rest,) = sentences.read(text, _without(shipped, senses[event.rule]))
                yield from (
                    Judged(signs, other.type == type_name, LEFT_OUT)
                    for other, signs in rest
                    if other.trigger == event.trigger
                )


def _gold_rows() -> Iterator[tuple[str, str, str]]:
    """Text, type and trigger. What is denied or supposed is no event that is recorded, so those rows stay out."""
    for name in ("material", "none", "statuses", "verbal"):
        for row in tomllib.loads((GOLD / f"{name}.toml").read_text(encoding="utf-8"))["rows"]:
            if isinstance(row, str):
                yield row, "", ""
            elif row[3] not in ("negated", "hypothetical"):
                yield row[0], row[1], row[6]


def _shares(wanted: str, words: str) -> bool:
    return not set(wanted.lower().split()).isdisjoint(words.lower().split())


def _without(lexicon: Lexicon, sense: Sense) -> Lexicon:
    """The lexicon as if the entry had never been written."""
    left = {key: tuple(other for other in lexicon.senses[key] if other is not sense) for key in keys(sense.row)}
    return replace(lexicon, senses=ChainMap(left, dict(lexicon.senses)))


# ---------------------------------------------------------------- the weights


def fit(judged: list[Judged]) -> dict[str, float]:
    """Log-odds of a plain event and of each sign, by logistic regression (Newton's steps) with a prior at 0."""
    seen = np.array([[1.0, *(float(sign in one.signs) for sign in SIGNS)] for one in judged])
    right = np.array([float(one.right) for one in judged])
    weight = np.array([one.weight for one in judged])
    prior = np.diag([0.0, *(PRIOR for _ in SIGNS)])
    found: Numbers = np.zeros(seen.shape[1])
    for _ in range(50):
        probability = 1 / (1 + np.exp(-seen @ found))
        slope = seen.T @ (weight * (right - probability)) - prior @ found
        bend = (seen * (weight * probability * (1 - probability))[:, None]).T @ seen + prior
        found = found + np.linalg.solve(bend, slope)
    return {name: round(float(value), 2) for name, value in zip((PLAIN, *SIGNS), found, strict=True)}


def _write(weights: dict[str, float], readings: int) -> None:
    head = (
        "# What lowers the confidence of an event, in log-odds; written by `python -m tools.calibrate` from our own\n"
        "# sentences. What it means and how it holds elsewhere: docs/reference/confidence.md.\n"
    )
    source = f"fitted to {readings} readings of the lexicon's examples and tests/gold/events"
    rows = (
        f'[[weight]]\nsign = "{sign}"\nlog_odds = {value}\nmeaning = "{MEANINGS[sign]}"\nsource = "{source}"\n'
        for sign, value in weights.items()
    )
    WEIGHTS.write_text(head + "\n" + "\n".join(rows), encoding="utf-8")


# ---------------------------------------------------------------- how it holds


def _measure(folder: Path) -> dict[str, tuple[Numbers, Numbers]]:
    """Confidence and right or wrong of each event on a marked pair, by half of the rows."""
    read_weights.cache_clear()
    module, rows, reader = scorer(folder), load(folder / "plv_train.jsonl"), Reader()
    found: dict[str, tuple[Numbers, Numbers]] = {}
    for name, half in (("even rows", rows[::2]), ("odd rows", rows[1::2])):
        points = [point for row in half if row["space"] == "plv15" for point in _on_the_pair(module, row, reader)]
        found[name] = (np.array([p for p, _ in points]), np.array([float(right) for _, right in points]))
    return found


def _on_the_pair(module: ModuleType, row: dict[str, Any], reader: Reader) -> Iterator[tuple[float, bool]]:
    reading = reader.read(Document.plain(row["text"]))
    for event, pair in zip(reading.events, pairs(reading, PLV), strict=True):
        if module.pair_fit(row, pair) > 0:
            yield event.confidence, module.fold("plv15", pair["type"]) == row["type"]


def _report(measured: dict[str, tuple[Numbers, Numbers]]) -> None:
    """Put the figures and the curve into the page."""
    curves: list[Curve] = [curve(name, *points) for name, points in measured.items()]
    shown = table(curves)
    print(shown)
    PAGE.with_suffix(".svg").write_text(svg(curves), encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(
        re.sub(r"(?<=<!-- figures -->\n).*(?=<!-- end -->)", lambda _: shown, page, flags=re.DOTALL), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
