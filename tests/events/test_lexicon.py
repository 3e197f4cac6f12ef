"""Every example of the lexicon is read; nearly all must give the type (and mode) of the entry they stand under."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.events.lexicon import Lexicon, Sense, in_british, spellings
from dragoman.events.schema import NONE
from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]
#: share of the examples that must fire (measured .977); what fails is a fault of parsing or of a nearer entry
FLOOR = 0.97


def fires(sense: Sense, events: tuple[Event, ...]) -> bool:
    if sense.type == NONE:
        return not events
    return any(e.type == sense.type and sense.row.mode in (None, e.mode) for e in events)


def test_examples_give_their_type(find: Find) -> None:
    senses = {sense.order: sense for many in Lexicon.shipped().senses.values() for sense in many}
    asked = [(sense, example) for sense in senses.values() for example in sense.row.examples]
    failed = [f"{sense}: {example}" for sense, example in asked if not fires(sense, find(example))]
    assert len(failed) <= (1 - FLOOR) * len(asked), "\n".join(failed)


def test_all_types_have_senses() -> None:
    lexicon = Lexicon.shipped()
    covered = {sense.type for many in lexicon.senses.values() for sense in many}
    assert covered - {NONE} == set(lexicon.types)


def test_american_spellings_stand_for_british_ones() -> None:
    assert list(spellings("criticise")) == ["criticise", "criticize"]


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("defense ministry", "defence ministry"),
        ("armored vehicle", "armoured vehicle"),
        ("space program", "space programme"),
        ("labor organizer", "labour organiser"),
        ("authorization", "authorisation"),
        ("laboratory", "laboratory"),
        ("programmer", "programmer"),
        ("size", "size"),
    ],
)
def test_words_are_looked_up_as_the_lexicon_spells_them(american: str, british: str) -> None:
    assert in_british(american) == british
