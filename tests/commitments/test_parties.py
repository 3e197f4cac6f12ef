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


@pytest.mark.parametrize(
    ("text", "treaty", "parties"),
    [
        ("The US-Philippines Mutual Defense Treaty obliges the two allies to act if either is attacked.",
         "USA-PHL-1951", {"PHL", "USA"}),
        ("The Shusha Declaration was signed in 2021. The declaration obliges both countries to help each other if "
         "either is attacked.", "SHUSHA-2021", {"AZE", "TUR"}),
        ("Under Article 5 of the North Atlantic Treaty, the allies are obliged to assist any member that is attacked.",
         "NATO", set()),  # too many to name one by one
    ],
)  # fmt: skip
def test_parties_that_only_the_library_knows(bind: Bind, text: str, treaty: str, parties: set[str]) -> None:
    (found,) = [one for one in bind(text) if one.kind == "obligation"]
    assert found.treaty == treaty
    assert {actor.code for actor in found.bearers} == parties
    assert all(actor.rule == f"party of {treaty}" for actor in found.bearers)


def test_a_text_that_is_not_known_has_no_key(bind: Bind) -> None:
    (found,) = bind("The ceasefire agreement obliges Israel to withdraw its troops from Lebanon.")
    assert found.treaty is None
