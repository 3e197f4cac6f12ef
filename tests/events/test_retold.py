"""An act that is told twice in one text counts once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]


def counted(events: tuple[Event, ...]) -> list[str]:
    return [one.trigger.words for one in events if one.plover_type and one.status != "negated"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # a participle goes on with its verb
        ("Peru severed its ties with Chile, ending an exchange of students.", ["severed"]),
        ("Ankara rejected the offer of Athens, dismissing it as a joke.", ["rejected"]),
        # how it was done is what was done
        ("The army broke the truce by shelling villages in Mali.", ["broke"]),
        # a noun names what its verb does
        ("Farmers from Crete blocked the port of Piraeus in a protest against the government.", ["blocked"]),
        ("The king of Jordan flew to Oman on his first visit to the country.", ["flew"]),
        # the verb of the clause behind a noun
        ("Fish is sold under a deal that Iceland signed with Norway.", ["signed"]),
        # words that are answered
        ("Rwanda rebuffed Belgium over its suggestion that Kigali pay.", ["rebuffed"]),
        # what has been told is taken up
        ("Rebels attacked Goma. The attack lasted nine hours.", ["attacked"]),
        ("Turkey struck Kobani. The strike killed nine people.", ["struck"]),
        ("Qatar began selling gas to Malta, the first such sale.", ["began"]),
    ],
)
def test_it_counts_once(find: Find, sentence: str, told: list[str]) -> None:
    assert counted(find(sentence)) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # done to others
        ("Rebels overran Goma, capturing nine Zambian soldiers.", ["overran", "capturing"]),
        ("Peru severed its ties with Chile, ending an exchange with Bolivia.", ["severed", "ending"]),
        # by others
        ("Rebels attacked Goma. The attack by Rwanda on Uvira went on.", ["attacked", "attack"]),
        # of another kind
        ("Zimbabwe quit the Commonwealth, accusing Australia of arrogance.", ["quit", "accusing"]),
    ],
)
def test_another_act_counts_too(find: Find, sentence: str, told: list[str]) -> None:
    assert counted(find(sentence)) == told


def test_the_second_stands_under_the_first(find: Find) -> None:
    first, second = find("Turkey struck Kobani. The strike killed nine people.")
    assert second.parent == first.id


def test_the_first_has_the_clearer_parties(find: Find) -> None:
    event = next(one for one in find("Iraq scrapped a decree, bowing to Kuwait.") if one.plover_type)
    assert (event.trigger.words, [who.code for who in event.recipients]) == ("scrapped", ["KWT"])
