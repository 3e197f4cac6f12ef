"""Our own gold of events (tests/gold/events): found by type and trigger, with status and parties; none where none."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from dragoman.events.lexicon import Lexicon
from dragoman.places import country_of_name
from dragoman.records import ActorMention, Event

Find = Callable[[str], tuple[Event, ...]]
GOLD = Path(__file__).parent.parent / "gold" / "events"
#: what is reached, pinned from below: shares of the sentences (found, mode, none) or of the events found (the rest)
FLOORS = {"found": 0.975, "mode": 0.99, "status": 0.985, "actor": 0.97, "recipient": 0.975, "none": 0.99}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row of the gold; `mode`, `actor` and `recipient` are empty where any will do."""

    text: str
    type: str
    mode: str
    status: str
    actor: str
    recipient: str
    trigger: str


@cache
def wanted() -> tuple[Wanted, ...]:
    files = ("verbal", "material", "statuses", "surroundings")
    return tuple(Wanted(*row) for name in files for row in _rows(name))


def _rows(name: str) -> list[list[str]]:
    rows: list[list[str]] = tomllib.loads((GOLD / f"{name}.toml").read_text(encoding="utf-8"))["rows"]
    return rows


def found_in(events: tuple[Event, ...], gold: Wanted) -> Event | None:
    """The event of that type at that trigger, the one with the right status before others."""
    fitting = [event for event in events if event.type == gold.type and _shares(gold.trigger, event.trigger.words)]
    return max(fitting, key=lambda event: event.status == gold.status, default=None)


def _shares(wanted_words: str, words: str) -> bool:
    return not set(wanted_words.lower().split()).isdisjoint(words.lower().split())


def names(side: tuple[ActorMention, ...], words: str) -> bool:
    """Whether somebody on that side is called by those words, or is of the country that they name (*the king*, JOR).

    An empty wording asks for nobody in particular.
    """
    country = country_of_name(words)
    return not words or any(
        _overlap(words.lower(), who.mention.words.lower())
        or (country is not None and who.actor is not None and who.actor.country == country)
        for who in side
    )


def _overlap(wanted_words: str, words: str) -> bool:
    """Whether one wording holds the other: *Polish* stands for the *Polish prime minister*."""
    return wanted_words in words or words.removeprefix("the ") in wanted_words


@pytest.fixture(scope="module")
def shares(find: Find) -> dict[str, float]:
    """The figures that FLOORS pins."""
    pairs = [(gold, found_in(find(gold.text), gold)) for gold in wanted()]
    hits = [(gold, event) for gold, event in pairs if event is not None]
    empty = [text for text in _rows("none") if not any(event.plover_type for event in find(str(text)))]
    return {
        "found": len(hits) / len(pairs),
        "mode": sum(gold.mode in ("", event.mode) for gold, event in hits) / len(hits),
        "status": sum(gold.status == event.status for gold, event in hits) / len(hits),
        "actor": sum(names(event.actors, gold.actor) for gold, event in hits) / len(hits),
        "recipient": sum(
            names((*event.recipients, *event.actors), gold.recipient) for gold, event in hits
        ) / len(hits),
        "none": len(empty) / len(_rows("none")),
    }  # fmt: skip


@pytest.mark.parametrize("figure", FLOORS)
def test_figure_is_reached(shares: dict[str, float], figure: str) -> None:
    assert shares[figure] >= FLOORS[figure], shares


def test_gold_is_large_and_covers_all_types_and_modes() -> None:
    rows, types = wanted(), Lexicon.shipped().types
    assert len(rows) >= 300
    assert len(_rows("none")) >= 100
    assert {row.type for row in rows} == set(types)
    assert {row.status for row in rows} == {"actual", "historical", "future", "hypothetical", "negated"}
    missing = {(name, mode) for name, row in types.items() for mode in row.modes} - {(r.type, r.mode) for r in rows}
    assert not missing


def test_each_event_of_a_sentence_is_there_once() -> None:
    asked = [(row.text, row.trigger) for row in wanted()] + [(str(text), "") for text in _rows("none")]
    assert len(asked) == len(set(asked))
