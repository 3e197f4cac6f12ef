"""Nouns that sum up what was just told: whose doing that is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]


def judged(events: tuple[Event, ...], type_name: str) -> list[str]:
    """Whom the last event of that type is done to, by code or in words."""
    event = [event for event in events if event.type == type_name][-1]
    return [who.code or who.mention.words for who in event.recipients]


@pytest.mark.parametrize(
    ("sentence", "type_name", "codes"),
    [
        ("Chad expelled the envoy of Mali, a step that Peru condemned.", "ACCUSE", ["TCD"]),
        ("The mine was seized by Chad in May, a move that was denounced by Peru.", "ACCUSE", ["TCD"]),
        ("Chad and Mali agreed to exchange ambassadors, a deal that Peru hailed.", "SUPPORT", ["TCD", "MLI"]),
        ("Chad shelled the port, an attack for which Peru publicly berated it.", "ACCUSE", ["TCD"]),
        ("Chad asked Mali to cut its subsidies, a suggestion that the Malian minister rejected.", "REJECT", ["TCD"]),
        ("Chad expelled the envoy, and Peru condemned the decision.", "ACCUSE", ["TCD"]),
        # that has its own doer
        ("Chad expelled the envoy, and Peru condemned the arrest of nurses by Mali.", "ACCUSE", ["MLI"]),
    ],
)
def test_who_did_what_is_summed_up_is_judged(find: Find, sentence: str, type_name: str, codes: list[str]) -> None:
    assert judged(find(sentence), type_name) == codes


def test_a_noun_that_sums_up_nothing_is_a_thing(find: Find) -> None:
    assert judged(find("Peru condemned the decision."), "ACCUSE") == ["the decision"]
