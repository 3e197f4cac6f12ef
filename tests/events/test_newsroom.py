"""What real news says again and again and an entry of the lexicon took for something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]

#: a sentence, and the types that count in it
COUNTED = [
    ("In his speech to the crowd, the mayor called on police to release the teacher.", ["REQUEST"]),
    ("The secretary of state and the Saudi foreign minister discussed the attack on Israel by Iran.", ["CONSULT"]),
    ("Manila currently holds the rotating presidency of the bloc.", []),
    ("A judge convicted the former president, making him the first to be found guilty.", ["SANCTION"]),
    ("Further defiance will invite further punishment, the ambassador said.", []),
    ("The survivor said she thanked God.", []),
    ("The candidates demanded a rerun of the polls.", ["REQUEST"]),
    ("The opposition party has alleged widespread fraud and irregularities.", ["ACCUSE"]),
    ("Two soldiers died in an exchange of fire with Indian forces on Thursday.", ["ASSAULT"]),
    ("The Indian army engaged a group of infiltrators in a fierce gun battle.", ["ASSAULT"]),
    ("Venezuela expelled three U.S. consular officials on Sunday.", ["SANCTION"]),
]


@pytest.mark.parametrize(("sentence", "types"), COUNTED, ids=[row[0][:40] for row in COUNTED])
def test_types_that_count(find: Find, sentence: str, types: list[str]) -> None:
    assert [event.plover_type for event in find(sentence) if event.plover_type] == types


def test_rockets_fired_from_a_place_are_no_dismissal(find: Find) -> None:
    events = find("Three people were killed as rockets fired from Gaza struck southern Israel.")
    assert {event.type for event in events} == {"ASSAULT"}
