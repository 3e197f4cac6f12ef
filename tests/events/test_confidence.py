"""Signs raise and lower the confidence, each by its weight."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.events.confidence import PLAIN, SIGNS, confidence_of, read_weights, signs_of_clause, signs_of_parties
from dragoman.language import Parser
from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]


def test_every_weight_is_of_a_sign() -> None:
    weights = read_weights()
    assert weights.keys() <= {PLAIN, *SIGNS}
    assert PLAIN in weights


def test_what_lowers_it_lowers_it() -> None:
    weights = read_weights()
    lowering = ("inside", "uncounted", "rivals", "many rivals", "not finite", "actor thing", "actor nobody")
    assert all(weights[sign] < 0 for sign in lowering)
    assert confidence_of(("actor body",)) > confidence_of(("actor body", "rivals"))
    assert 0 < confidence_of(lowering) < confidence_of(()) < 1


@pytest.mark.parametrize(
    ("constraints", "rivals", "found"),
    [
        (0, 0, {"0 constraints"}),
        (7, 0, {"3 constraints"}),
        (1, 2, {"1 constraints", "rivals"}),
        (1, 3, {"1 constraints", "rivals", "many rivals"}),
    ],
)
def test_signs_of_a_clause(constraints: int, rivals: int, found: set[str]) -> None:
    (clause,) = Parser().parse("Norway left.").clauses
    told = set(signs_of_clause(clause, constraints=constraints, rivals=rivals))
    assert told == {"verb root", "tense past", *found}


def test_signs_of_parties() -> None:
    assert list(signs_of_parties("body", "nobody", ranked=("actor",))) == [
        "actor body", "recipient nobody", "ranked actor",
    ]  # fmt: skip


def test_what_another_act_is_about_is_less_likely_recorded(find: Find) -> None:
    outer, inner = find("Iran threatened to attack Israel.")
    assert outer.confidence > 0.5 > inner.confidence


def test_a_thing_acts_less_likely_than_an_army(find: Find) -> None:
    (army,) = find("The Syrian army attacked the town.")
    things = find("The dirt attacked the town.")
    assert all(army.confidence > thing.confidence for thing in things)
