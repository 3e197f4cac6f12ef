"""Who cannot have done it is not elected as the one who acts: most passives of the news name nobody who does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.events.standing import read_doers
from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]

NOBODY_ACTS = [
    # who only tells of it
    ("A relief group told Reuters that two bakers were arrested for selling bread to rebels.", "COERCE"),
    ("The United Nations mission's spokesman told reporters that four soldiers were wounded.", "ASSAULT"),
    ("Nine farmers were killed near the village on Monday, Amnesty International said.", "ASSAULT"),
    # who stands in the words of those it is done to
    ("The spokesman for the Botswana Democratic Party was arrested on Monday.", "COERCE"),
    ("Musa, founder of an association of Malagasy farmers, was arrested late in the morning.", "COERCE"),
    # who does no such thing
    ("The former mayor was sentenced to three years in the case of a Brazilian construction company.", "SANCTION"),
    ("The senator was convicted in a trial that accused him of taking bribes from construction companies.", "SANCTION"),
    ("The deputy was freed in the evening and later spoke on national television.", "RETREAT"),
]


@pytest.mark.parametrize(("sentence", "type_"), NOBODY_ACTS, ids=[row[0][:40] for row in NOBODY_ACTS])
def test_nobody_is_elected_who_cannot_have_done_it(find: Find, sentence: str, type_: str) -> None:
    (event,) = [event for event in find(sentence) if event.type == type_]
    assert [who.mention.words for who in event.actors] == []


STILL_ELECTED = [
    ("The army said on Sunday that nine rebels were killed in the hills.", "ASSAULT", "army"),
    ("Police said eleven people were arrested in Nairobi on Monday.", "COERCE", "olice"),
]


@pytest.mark.parametrize(("sentence", "type_", "actor"), STILL_ELECTED)
def test_who_tells_of_his_own_deeds_may_have_done_them(find: Find, sentence: str, type_: str, actor: str) -> None:
    (event,) = [event for event in find(sentence) if event.type == type_]
    assert not event.actors or actor in event.actors[0].mention.words


def test_a_minister_who_speaks_of_protests_does_not_march(find: Find) -> None:
    sentence = (
        "The US secretary of state said that Washington is concerned by violence surrounding protests in Caracas."
    )
    protests = [event for event in find(sentence) if event.type == "PROTEST"]
    assert all("secretary" not in who.mention.words for event in protests for who in event.actors)


def test_doers_are_read() -> None:
    assert any("COERCE.arrest" in doer.of and "COP" in doer.only for doer in read_doers())
