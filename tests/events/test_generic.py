"""What is done again and again, what holds of anybody, and what is only imagined is told of no day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]


def counted(events: tuple[Event, ...]) -> list[tuple[str | None, str]]:
    return [(one.plover_type, one.trigger.words) for one in events if one.plover_type and one.status != "negated"]


@pytest.mark.parametrize(
    "sentence",
    [
        # habits
        "Police in Lyon routinely detain drivers.",
        "Every year the ministers of Estonia and Latvia meet in a spa.",
        # what holds of any
        "A state that recognises another accepts its government.",
        "A declaration of war ends all ties between two states.",
        # what is only imagined
        "A braver minister would apologise to the nurses.",
        "Would Kenya send troops to Haiti?",
        "France would send tanks to Chad if it had any.",
    ],
)
def test_nothing_of_it_counts(find: Find, sentence: str) -> None:
    assert counted(find(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # told in the past, or of one
        ("Police in Lyon routinely detained drivers.", ("COERCE", "detained")),
        ("A suicide bomber kills nine people in Kabul.", ("ASSAULT", "kills")),
        # said, and so promised
        ("Nairobi said that a delegation would visit Haiti.", ("AGREE", "visit")),
        ("France said that it would send tanks to Chad if Chad asked.", ("AGREE", "send")),
        ("France would send tanks to Chad.", ("AGREE", "send")),
    ],
)
def test_what_is_told_of_one_counts(find: Find, sentence: str, told: tuple[str, str]) -> None:
    assert told in counted(find(sentence))


def test_readiness_is_told_once(find: Find) -> None:
    assert [name for name, _ in counted(find("Mali expressed its readiness on Tuesday to meet the rebels."))] == [
        "AGREE"
    ]
