"""Sentences written blind, of the wire and from elsewhere: which pair did what, from the plain sentence."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.events.lexicon import Lexicon
from dragoman.records import ActorMention, Event

Find = Callable[[str], tuple[Event, ...]]
GOLD = Path(__file__).parents[1] / "gold" / "events"


def rows_of(name: str) -> list[list[str]]:
    """The sentences of a file: words, type, words of the actor and of the recipient, code or trigger."""
    rows: list[list[str]] = tomllib.loads((GOLD / f"{name}.toml").read_text(encoding="utf-8"))["rows"]
    return rows


WIRE, NEWSROOM, CONFLICT = rows_of("wire"), rows_of("newsroom"), rows_of("conflict")
COOPERATION = rows_of("cooperation")
#: what is yielded in words or in deed
YIELD = frozenset({"CONCEDE", "RETREAT"})


def overlaps(side: tuple[ActorMention, ...], words: str, text: str) -> bool:
    """Whether somebody on that side is named by some of the words."""
    start = text.index(words)
    return any(who.mention.start < start + len(words) and start < who.mention.end for who in side)


def is_between(event: Event, actor: str, recipient: str, text: str) -> bool:
    """Whether these are its parties, in either order where all take part alike."""
    if not recipient:
        return overlaps(event.actors, actor, text)
    if not event.recipients:
        return overlaps(event.actors, actor, text) and overlaps(event.actors, recipient, text)
    return overlaps(event.actors, actor, text) and overlaps(event.recipients, recipient, text)


#: floors: the share of sentences with an event of that type between those parties. Before the lexicon had met them it
#: was .54 on the wire, .625 in the newsroom and .646 over the types of conflict; of the latter two only the even rows
#: (.637, .677) are read.
@pytest.mark.parametrize(
    ("rows", "floor"),
    [
        (WIRE, 0.70),
        (NEWSROOM[::2], 0.85),
        (NEWSROOM[1::2], 0.735),
        (CONFLICT[::2], 0.83),
        (CONFLICT[1::2], 0.79),
    ],
    ids=["wire", "newsroom-even", "newsroom-odd", "conflict-even", "conflict-odd"],
)
def test_the_pair_has_its_type(find: Find, rows: list[list[str]], floor: float) -> None:
    right = sum(
        any(event.plover_type == name and is_between(event, actor, recipient, text) for event in find(text))
        for text, name, actor, recipient, _ in rows
    )
    assert right / len(rows) >= floor


def ordered_by_turns(rows: list[list[str]], turn: int) -> list[list[str]]:
    """Every second sentence of each type, CONCEDE and RETREAT being one."""
    seen: Counter[str] = Counter()
    chosen = []
    for row in rows:
        name = "YIELD" if row[1] in YIELD else row[1]
        if seen[name] % 2 == turn:
            chosen.append(row)
        seen[name] += 1
    return chosen


#: before the lexicon had met them, .36 and .26; only the first half was read
@pytest.mark.parametrize(("turn", "floor"), [(0, 0.58), (1, 0.48)], ids=["even", "odd"])
def test_cooperation_in_long_sentences(find: Find, turn: int, floor: float) -> None:
    rows = ordered_by_turns(COOPERATION, turn)
    right = 0
    for text, name, actor, recipient in rows:
        names = YIELD if name in YIELD else {name}
        right += any(event.plover_type in names and is_between(event, actor, recipient, text) for event in find(text))
    assert right / len(rows) >= floor, right / len(rows)


def test_every_type_and_every_root_of_cameo_is_there() -> None:
    assert {row[1] for row in WIRE} == set(Lexicon.shipped().types)
    assert {row[4][:2] for row in WIRE} == {f"{root:02}" for root in range(3, 21)}


def test_the_newsroom_has_thirty_of_each_type_and_no_trigger_more_than_twice() -> None:
    assert Counter(row[1] for row in NEWSROOM) == dict.fromkeys(Lexicon.shipped().types, 30)
    assert max(Counter(row[4] for row in NEWSROOM).values()) <= 2


@pytest.mark.parametrize(
    "rows", [WIRE, NEWSROOM, CONFLICT, COOPERATION], ids=["wire", "newsroom", "conflict", "cooperation"]
)
def test_words_of_the_parties_stand_in_the_sentence(rows: list[list[str]]) -> None:
    assert [row for row in rows if row[2] not in row[0] or row[3] not in row[0]] == []
