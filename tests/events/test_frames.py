"""Who acts and on whom, in every frame; the share that is read rightly does not fall."""

from __future__ import annotations

import tomllib
from pathlib import Path

from dragoman.reader import Reader
from dragoman.records import ActorMention, Document, Event

GOLD = Path(__file__).parents[1] / "gold" / "events" / "frames.toml"
ROWS: list[tuple[str, list[str], list[str]]] = tomllib.loads(GOLD.read_text(encoding="utf-8"))["rows"]
#: share of the sentences with an event of exactly these parties
FLOOR = 0.89


def countries(mentions: tuple[ActorMention, ...]) -> set[str]:
    return {who.actor.country for who in mentions if who.actor and who.actor.country}


def has_parties(event: Event, actors: list[str], recipients: list[str]) -> bool:
    return countries(event.actors) == set(actors) and countries(event.recipients) == set(recipients)


def test_parties_are_found_in_every_frame() -> None:
    reader = Reader()
    missed = [
        sentence
        for sentence, actors, recipients in ROWS
        if not any(has_parties(event, actors, recipients) for event in reader.read(Document.plain(sentence)).events)
    ]
    assert 1 - len(missed) / len(ROWS) >= FLOOR, missed
