"""Signs lower the confidence, each by its weight."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from dragoman.events.confidence import PLAIN, SIGNS, Sign, confidence_of, read_weights, signs
from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]


def test_every_sign_has_a_weight_and_lowers() -> None:
    weights = read_weights()
    assert weights.keys() == {PLAIN, *SIGNS}
    assert all(weights[sign] < 0 for sign in SIGNS)
    assert 0.5 < confidence_of(()) < 1


def test_more_signs_never_raise_it() -> None:
    for size in range(len(SIGNS)):
        for some in combinations(SIGNS, size):
            assert all(confidence_of((*some, more)) <= confidence_of(some) for more in SIGNS if more not in some)


@pytest.mark.parametrize(
    ("kind", "light", "rivals", "found"),
    [
        ("verb", False, 0, ()),
        ("noun", True, 0, ()),
        ("noun", False, 0, ("noun",)),
        ("verb", False, 2, ("rivals",)),
        ("verb", False, 3, ("rivals", "many-rivals")),
    ],
)
def test_signs_of_the_trigger(kind: str, light: bool, rivals: int, found: tuple[Sign, ...]) -> None:
    assert signs(kind=kind, light=light, inside=False, rivals=rivals) == found


def test_what_another_act_is_about_is_less_likely_recorded(find: Find) -> None:
    outer, inner = find("Iran threatened to attack Israel.")
    assert outer.confidence > 0.5 > inner.confidence
