"""Whom a treaty binds that an article speaks of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Commitment

Bind = Callable[[str], tuple[Commitment, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty between Russia and North Korea requires both sides to help each other if one side is attacked.",
        "Russia and North Korea signed a treaty in June. The treaty requires both sides to help each other.",
        "Russia's treaty with North Korea was signed in June. The treaty requires both sides to help each other.",
    ],
)
def test_parties_are_those_that_the_article_names(bind: Bind, text: str) -> None:
    (found,) = [one for one in bind(text) if one.kind == "obligation"]
    assert {actor.code for actor in found.bearers} == {"RUS", "PRK"}
    assert (found.instrument, found.mutual) == ("treaty", True)
    assert found.beneficiaries == found.bearers


def test_those_it_names_as_bound_come_before_its_parties(bind: Bind) -> None:
    (found,) = bind("The treaty between Russia and North Korea obliges Russia to send arms to North Korea.")
    assert [actor.code for actor in found.bearers] == ["RUS"]
    assert not found.mutual
