"""How likely it is that a coder, reading the sentence for what happened, records the event with this type.

What is known of an event (`signs`) is weighed by `data/confidence.toml`, which `python -m tools.calibrate` learns from
our own sentences in which every event is labelled. How well that holds on sentences nobody has read is in
`docs/reference/confidence.md`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import get_args

from dragoman.data_files import read_rows
from dragoman.events.naming import PARTY_KINDS, PartyKind
from dragoman.events.schema import DATA, SignRow
from dragoman.language import Clause
from dragoman.language.model import Relation
from dragoman.records import Tense

WEIGHTS = DATA / "confidence.toml"
#: the row that every event has
PLAIN = "plain"
#: from this confidence on an event is likelier right than wrong
LIKELY = 0.5
#: from how many other types on a word counts as having many
MANY_RIVALS = 3
#: entries with as many constraints or more are alike
MANY_CONSTRAINTS = 3
#: what each sign says; several may stand for one event
SIGNS: Mapping[str, str] = {
    "inside": "it is what another act is about (threatened to attack): a coder records the other act",
    "uncounted": "it is denied or only supposed, and does not count",
    "rivals": "the lexicon knows the word in another type, too",
    "many rivals": "in three other types or more",
    "not finite": "its verb has no tense of its own (accusing, to attack), or it is a noun",
    **{f"tense {tense}": f"the tense of its clause is {tense}" for tense in get_args(Tense)},
    **{
        f"{kind} {relation}": f"its {kind} hangs on the sentence as {relation}"
        for kind, relation in product(("verb", "noun", "adjective"), get_args(Relation))
    },
    **{
        f"{number} constraints": f"its entry asks for {number} things beside the word"
        for number in range(MANY_CONSTRAINTS)
    },
    f"{MANY_CONSTRAINTS} constraints": f"its entry asks for {MANY_CONSTRAINTS} things beside the word, or more",
    **{f"actor {kind}": f"who acts is {meaning}" for kind, meaning in PARTY_KINDS.items()},
    **{f"recipient {kind}": f"it is done to {meaning}" for kind, meaning in PARTY_KINDS.items()},
    "ranked actor": "who acts was elected, not found by a rule",
    "ranked recipient": "whom it is done to was elected, not found by a rule",
}


def signs_of_clause(clause: Clause, *, constraints: int, rivals: int) -> Iterator[str]:
    """What the clause says: how it hangs on the sentence, how much its entry asked for, what else the word can mean."""
    yield f"{clause.kind} {clause.relation}"
    yield f"tense {clause.tense}"
    yield f"{min(MANY_CONSTRAINTS, constraints)} constraints"
    if not clause.finite:
        yield "not finite"
    if rivals:
        yield "rivals"
    if rivals >= MANY_RIVALS:
        yield "many rivals"


def signs_of_parties(actors: PartyKind, recipients: PartyKind, *, ranked: Iterable[str]) -> Iterator[str]:
    """What the parties say: the surest kind on each side, and which sides were elected."""
    yield f"actor {actors}"
    yield f"recipient {recipients}"
    yield from (f"ranked {side}" for side in ranked)


def confidence_of(found: Iterable[str]) -> float:
    """The probability, rounded to two digits: 0.01 to 0.99, since nothing is certain."""
    weights = read_weights()
    log_odds = weights[PLAIN] + sum(weights.get(sign, 0.0) for sign in found)
    return min(0.99, max(0.01, round(1 / (1 + math.exp(-log_odds)), 2)))


@cache
def read_weights(path: Path = WEIGHTS) -> Mapping[str, float]:
    """Log-odds by sign, 0 for those that are not there; raise `DataError` where the file breaks its schema."""
    return {entry.row.sign: entry.row.log_odds for entry in read_rows(path, "weight", SignRow)}
