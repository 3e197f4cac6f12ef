"""Descriptive phrases with country and sector (tests/gold/actors/phrases), alone and in a sentence."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from dragoman.actors import find_actors
from dragoman.language import Parser
from dragoman.places import PLACES
from dragoman.records import ActorMention, Document

FOLDER = Path(__file__).parents[1] / "gold" / "actors" / "phrases"
DAY = date(2024, 6, 25)


def rows_of(name: str) -> list[list[str]]:
    """The rows of a list: phrase, code, sentence with ~ for the phrase."""
    rows: list[list[str]] = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["rows"]
    return rows


def codes_at(parser: Parser, text: str, start: int, end: int) -> set[str]:
    """The codes of the first mention within the words, which is their head's."""
    document = Document.plain(text, published=DAY)
    cast = find_actors(document, parser.parse(document), (), places=PLACES)
    inside = [who for who in cast.mentions if start <= who.mention.start and who.mention.end <= end]
    return {code_of(who) for who in inside if who.mention == inside[0].mention}


def code_of(who: ActorMention) -> str:
    """Country and sector, or a body's own code; "" where the mention is open."""
    return who.code or (who.actor.sector if who.actor else None) or ""


@pytest.mark.parametrize(
    ("name", "alone", "in_sentence"), [("first", 0.95, 0.96), ("second", 0.92, 0.93), ("third", 0.9, 0.91)]
)
def test_share_of_phrases_right(parser: Parser, name: str, alone: float, in_sentence: float) -> None:
    rows, right = rows_of(name), {"alone": 0, "in a sentence": 0}
    for words, code, frame in rows:
        sentence = frame.replace("~", words)
        sentence = sentence[0].upper() + sentence[1:]
        start = sentence.lower().index(words.lower())
        for where, text, at in (("alone", words, 0), ("in a sentence", sentence, start)):
            found = codes_at(parser, text, at, at + len(words))
            right[where] += found == {code}
            if found != {code}:
                print(f"{where}: {text}: wanted {code}, found {found}")
    assert right["alone"] / len(rows) >= alone
    assert right["in a sentence"] / len(rows) >= in_sentence


def test_every_phrase_stands_once_in_its_sentence() -> None:
    rows = rows_of("first") + rows_of("second") + rows_of("third")
    assert all(frame.count("~") == 1 for _, _, frame in rows)
    assert len({words for words, _, _ in rows}) == len(rows)
