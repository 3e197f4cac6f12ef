"""How likely it is that a coder, reading the sentence for what happened, records the event with this type.

The signs that lower it are weighed by `data/confidence.toml`, which `python -m tools.calibrate` writes from our own
sentences: the log-odds of a plain event, and what each sign takes from it. How well that holds on sentences nobody has
read is in `docs/reference/confidence.md`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from dragoman.data_files import read_rows
from dragoman.events.schema import DATA, SignRow

Sign = Literal["inside", "noun", "rivals", "many-rivals"]
SIGNS: tuple[Sign, ...] = get_args(Sign)
WEIGHTS = DATA / "confidence.toml"
#: the row of a plain event, one without a sign
PLAIN = "plain"
#: from how many other types on a word counts as having many
MANY_RIVALS = 3


def signs(*, kind: str, light: bool, inside: bool, rivals: int) -> tuple[Sign, ...]:
    """The signs of an event: what kind of word its trigger is, what it hangs on, what else the word can mean."""
    return tuple(_signs(kind, light, inside, rivals))


def _signs(kind: str, light: bool, inside: bool, rivals: int) -> Iterator[Sign]:
    if inside:
        yield "inside"
    if kind == "noun" and not light:
        yield "noun"
    if rivals:
        yield "rivals"
    if rivals >= MANY_RIVALS:
        yield "many-rivals"


def confidence_of(found: Iterable[Sign]) -> float:
    """The probability, 0 to 1, rounded to two digits."""
    weights = read_weights()
    log_odds = weights[PLAIN] + sum(weights[sign] for sign in found)
    return round(1 / (1 + math.exp(-log_odds)), 2)


@cache
def read_weights(path: Path = WEIGHTS) -> Mapping[str, float]:
    """Log-odds by sign; raise `DataError` where the file breaks its schema."""
    return {entry.row.sign: entry.row.log_odds for entry in read_rows(path, "weight", SignRow)}
