"""Wire sentences of every CAMEO sub-category, written blind: which pair did what, from the plain sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

from dragoman.events.lexicon import Lexicon
from dragoman.records import ActorMention, Event

Find = Callable[[str], tuple[Event, ...]]
GOLD = Path(__file__).parents[1] / "gold" / "events" / "wire.toml"
ROWS: list[list[str]] = tomllib.loads(GOLD.read_text(encoding="utf-8"))["rows"]
#: share of the sentences with an event of that type between those parties; .54 before the lexicon had met them
FLOOR = 0.62


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


def test_the_pair_has_its_type(find: Find) -> None:
    right = sum(
        any(event.plover_type == name and is_between(event, actor, recipient, text) for event in find(text))
        for text, name, actor, recipient, _ in ROWS
    )
    assert right / len(ROWS) >= FLOOR


def test_every_type_and_every_root_of_cameo_is_there() -> None:
    assert {row[1] for row in ROWS} == set(Lexicon.shipped().types)
    assert {row[4][:2] for row in ROWS} == {f"{root:02}" for root in range(3, 21)}


def test_words_of_the_parties_stand_in_the_sentence() -> None:
    assert [row for row in ROWS if row[2] not in row[0] or row[3] not in row[0]] == []
