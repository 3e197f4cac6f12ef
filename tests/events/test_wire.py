"""Sentences written blind, of the wire and from elsewhere: which pair did what, from the plain sentence."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tools.own_gold import YIELD, names

from dragoman.events.lexicon import Lexicon
from dragoman.records import Event, Reading

Read = Callable[[str], Reading]
GOLD = Path(__file__).parents[1] / "gold" / "events"


def rows_of(name: str, table: str = "rows") -> list[list[str]]:
    """The sentences of a file: words, type, words of the actor and of the recipient, code or trigger."""
    rows: list[list[str]] = tomllib.loads((GOLD / f"{name}.toml").read_text(encoding="utf-8"))[table]
    return rows


WIRE, NEWSROOM, CONFLICT = rows_of("wire"), rows_of("newsroom"), rows_of("conflict")
COOPERATION, HELPING, CLASH = rows_of("cooperation"), rows_of("helping"), rows_of("clash")
CLASH_BLIND = rows_of("clash_blind")
YIELDING = rows_of("yielding")
LATER = rows_of("helping", "later")


def is_between(event: Event, actor: str, recipient: str, reading: Reading) -> bool:
    """Whether these are its parties, in either order where all take part alike."""
    if not recipient or not names(event.actors, actor, reading):
        return not recipient and names(event.actors, actor, reading)
    return names(event.recipients or event.actors, recipient, reading)


def has(reading: Reading, types: frozenset[str], actor: str, recipient: str) -> bool:
    """Whether an event of one of the types is between the two."""
    return any(one.plover_type in types and is_between(one, actor, recipient, reading) for one in reading.events)


#: floors: the share of sentences with an event of that type between those parties. Before the lexicon had met them it
#: was .54 on the wire, .625 in the newsroom and .646 over the types of conflict; of the latter two only the even rows
#: (.637, .677) are read.
@pytest.mark.parametrize(
    ("rows", "floor"),
    [
        (WIRE, 0.805),
        (NEWSROOM[::2], 0.89),
        (NEWSROOM[1::2], 0.79),
        (CONFLICT[::2], 0.9),
        (CONFLICT[1::2], 0.81),
    ],
    ids=["wire", "newsroom-even", "newsroom-odd", "conflict-even", "conflict-odd"],
)
def test_the_pair_has_its_type(read: Read, rows: list[list[str]], floor: float) -> None:
    right = sum(has(read(text), frozenset({name}), actor, recipient) for text, name, actor, recipient, _ in rows)
    assert right / len(rows) >= floor, right / len(rows)


#: .614 when they were first scored, with the lexicon as it was when they had been written
def test_clashes_that_were_scored_once(read: Read) -> None:
    right = sum(has(read(text), frozenset({name}), actor, recipient) for text, name, actor, recipient in CLASH_BLIND)
    assert right / len(CLASH_BLIND) >= 0.6, right / len(CLASH_BLIND)


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


#: before the lexicon had met them, .36 and .26 of the sentences of cooperation, .68 and .52 of those of yielding; only
#: the first halves were read
@pytest.mark.parametrize(
    ("sentences", "turn", "floor"),
    [(COOPERATION, 0, 0.66), (COOPERATION, 1, 0.52), (YIELDING, 0, 0.82), (YIELDING, 1, 0.62)],
    ids=["cooperation-even", "cooperation-odd", "yielding-even", "yielding-odd"],
)
def test_long_sentences_of_a_type(read: Read, sentences: list[list[str]], turn: int, floor: float) -> None:
    rows = ordered_by_turns(sentences, turn)
    right = sum(
        has(read(text), YIELD if name in YIELD else frozenset({name}), actor, recipient)
        for text, name, actor, recipient in rows
    )
    assert right / len(rows) >= floor, right / len(rows)


#: before the lexicon met them, .51 and .64 of helping, .50 of the later ones, .45 and .44 of clashes were right; second
#: halves are not read
@pytest.mark.parametrize(
    ("all_rows", "turn", "floor"),
    [(HELPING, 0, 0.80), (HELPING, 1, 0.68), (LATER, 0, 0.60), (LATER, 1, 0.45), (CLASH, 0, 0.71), (CLASH, 1, 0.55)],
    ids=["helping-even", "helping-odd", "later-even", "later-odd", "clash-even", "clash-odd"],
)
def test_types_in_the_words_of_the_wire(read: Read, all_rows: list[list[str]], turn: int, floor: float) -> None:
    rows = ordered_by_turns(all_rows, turn)
    right = sum(has(read(text), frozenset({name}), actor, recipient) for text, name, actor, recipient in rows)
    assert right / len(rows) >= floor, right / len(rows)


#: written when the lexicon had grown for the first ones (.71 then), and not read since
def test_later_sentences_of_yielding(read: Read) -> None:
    rows = tomllib.loads((GOLD / "yielding.toml").read_text(encoding="utf-8"))["later"]
    right = sum(
        has(read(text), YIELD if name in YIELD else frozenset({name}), actor, recipient)
        for text, name, actor, recipient in rows
    )
    assert right / len(rows) >= 0.70, right / len(rows)


def test_every_type_and_every_root_of_cameo_is_there() -> None:
    assert {row[1] for row in WIRE} == set(Lexicon.shipped().types)
    assert {row[4][:2] for row in WIRE} == {f"{root:02}" for root in range(3, 21)}


def test_the_newsroom_has_thirty_of_each_type_and_no_trigger_more_than_twice() -> None:
    assert Counter(row[1] for row in NEWSROOM) == dict.fromkeys(Lexicon.shipped().types, 30)
    assert max(Counter(row[4] for row in NEWSROOM).values()) <= 2


@pytest.mark.parametrize(
    "rows",
    [WIRE, NEWSROOM, CONFLICT, COOPERATION, HELPING, LATER, CLASH, YIELDING],
    ids=["wire", "newsroom", "conflict", "cooperation", "helping", "later", "clash", "yielding"],
)
def test_words_of_the_parties_stand_in_the_sentence(rows: list[list[str]]) -> None:
    assert [row for row in rows if row[2] not in row[0] or row[3] not in row[0]] == []


#: before small words were put back .35 and .67 were right
@pytest.mark.parametrize(("half", "floor"), [("seen", 0.92), ("unseen", 0.8)])
def test_headlines(read: Read, half: str, floor: float) -> None:
    rows = tomllib.loads((GOLD / "headlines.toml").read_text(encoding="utf-8"))[half]
    wrong = [row for row in rows if not has(read(row[0]), frozenset({row[1]}), row[2], row[3])]
    assert 1 - len(wrong) / len(rows) >= floor, wrong
