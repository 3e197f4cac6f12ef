"""On what condition: its words, and the pattern of the event it waits for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Combination, Commitment, EventPattern, StatePattern

Bind = Callable[[str], tuple[Commitment, ...]]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Moscow promised to lift the embargo if Kyiv withdrew its troops.", "if Kyiv withdrew its troops"),
        ("If Ukraine strikes Crimea, Russia will retaliate.", "If Ukraine strikes Crimea"),
        ("Moscow has promised to lift the embargo unless Kyiv attacks the port.", "unless Kyiv attacks the port"),
        (
            "Should Russia attack Estonia, Finland would close its border, the Finnish foreign minister said.",
            "Should Russia attack Estonia",
        ),
        (
            "Britain is prepared to lift the sanctions as long as Iran releases the prisoners.",
            "as long as Iran releases the prisoners",
        ),
        ("Egypt offered to reopen the crossing once Israel withdraws.", "once Israel withdraws"),
    ],
)
def test_words_of_the_condition(bind: Bind, text: str, condition: str) -> None:
    assert [one.condition.words if one.condition else None for one in bind(text)] == [condition]


def test_promise_without_a_condition_has_none(bind: Bind) -> None:
    assert [(one.condition, one.trigger) for one in bind("Norway promised to send tanks to Ukraine.")] == [(None, None)]


def test_what_is_waited_for(bind: Bind) -> None:
    (found,) = bind("Israel threatened to retaliate if Iran attacked Haifa.")
    assert isinstance(found.trigger, EventPattern)
    assert (found.trigger.type, found.trigger.actors) == ("ASSAULT", ("IRN",))


def test_unless_waits_for_its_not_coming_about(bind: Bind) -> None:
    (found,) = bind("Moscow has promised to lift the embargo unless Kyiv attacks the port.")
    assert isinstance(found.trigger, Combination)
    assert found.trigger.operator == "not"
    (part,) = found.trigger.parts
    assert isinstance(part, EventPattern)
    assert (part.type, part.polarity, part.actors) == ("ASSAULT", "positive", ("UKR",))


def test_party_that_is_not_named_is_whoever_is_bound(bind: Bind) -> None:
    (found,) = bind("Members are bound by the charter to defend each other if one of them is attacked.")
    assert isinstance(found.trigger, EventPattern)
    assert (found.trigger.type, found.trigger.recipients) == ("ASSAULT", ("bearer",))


def test_war_is_a_state(bind: Bind) -> None:
    (found,) = bind("North Korea pledged to send troops to Russia if Russia goes to war.")
    assert StatePattern(state="war", of="RUS") in (
        found.trigger.parts if isinstance(found.trigger, Combination) else (found.trigger,)
    )


def test_two_conditions_are_joined_as_they_say(bind: Bind) -> None:
    (found,) = bind("Britain offered to lift the sanctions if Iran released the prisoners and withdrew its troops.")
    assert isinstance(found.trigger, Combination)
    assert found.trigger.operator == "all"
    assert len(found.trigger.parts) == 2
