"""Our own annotated articles: each is well-formed, and the reader finds who says what in them.

The full figure is `article/siblings` of `make eval`; here is only what needs no scorer from outside.
"""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ConfigDict

from dragoman.actors import Library
from dragoman.actors.schema import SECTORS
from dragoman.events.lexicon import Lexicon
from dragoman.intake import clean_text
from dragoman.reader import Reader
from dragoman.records import CommitmentKind, Form, SpeechAct, Status

ARTICLES = sorted(path.parent for path in (Path(__file__).parent / "gold" / "articles").glob("*/gold.json"))
#: share of the wanted statements that are found with all their speakers; may be raised, not lowered
FOUND_FLOOR = 0.75


class Item(BaseModel):
    """An annotation; a key that the scorer does not know would be ignored by it, so it is an error here."""

    model_config = ConfigDict(extra="forbid", strict=True)
    note: str | None = None
    where: str | None = None


class Page(Item):
    title: str
    lead: str
    dateline_place: str | None
    furniture_never_in_text: list[str]


class Quote(Item):
    quote: str


class Who(Quote):
    code: str
    name: str | None = None
    role: str | None = None


class Where(Quote):
    country: str


class When(Quote):
    value: str


class Said(Item):
    id: str
    speaker: str | None = None
    speaker_code: str | None = None
    speakers: list[str] | None = None
    act: SpeechAct
    accept_acts: list[SpeechAct] = []
    form: Form
    content: str | None = None
    content_contains: str | None = None
    about: list[str] = []
    on: str | None = None
    on_or_null: str | None = None
    via: list[str] = []
    joint: bool = False
    in_response_to: str | None = None


class Done(Item):
    id: str
    type: str
    status: Status
    actor: list[str]
    recipient: list[str]
    mode: str | None = None
    context: list[str] = []
    trigger: str | None = None
    trigger_contains: str | None = None
    on: str | None = None
    on_or_null: str | None = None
    place: str | None = None
    place_or_null: str | None = None
    accept: list[dict[str, Any]] = []
    attributed_to: str | None = None
    plover_type: str | None = None
    what: str | None = None


class Never(Item):
    type: str
    status: Status | None = None
    why: str


class Bound(Item):
    id: str
    kind: CommitmentKind
    accept_kinds: list[CommitmentKind] = []
    bearers: list[str]
    against: list[str] = []
    beneficiaries: list[str] = []
    condition: str | None = None
    manner: list[str] | None = None
    mutual: bool | None = None
    instrument: str | None = None
    action: dict[str, Any] | None = None
    trigger: dict[str, Any] | None = None
    content: str | None = None
    source: str | None = None


class Gold(BaseModel):
    """What gold.json holds."""

    model_config = ConfigDict(extra="forbid")
    about: str
    set: str = "first"
    published: date
    page: Page
    actors: list[Who]
    places_not_actors: list[Where]
    times: list[When]
    statements: list[Said]
    events: list[Done]
    never_events: list[Never]
    commitments: list[Bound]
    chains: list[dict[str, Any]] = []


@cache
def gold_of(folder: Path) -> Gold:
    return Gold.model_validate(json.loads((folder / "gold.json").read_text(encoding="utf-8")))


def text_of(folder: Path) -> str:
    return (folder / "article.txt").read_text(encoding="utf-8")


every_article = pytest.mark.parametrize("folder", ARTICLES, ids=[folder.name for folder in ARTICLES])


def test_there_are_articles() -> None:
    assert ARTICLES


@every_article
def test_words_are_the_articles_own(folder: Path) -> None:
    gold, text = gold_of(folder), text_of(folder)
    quotes: list[str | None] = [gold.page.title, gold.page.lead, *gold.page.furniture_never_in_text]
    quotes += [item.quote for item in (*gold.actors, *gold.places_not_actors, *gold.times)]
    for said in gold.statements:
        quotes += [said.content, said.content_contains]
    for done in gold.events:
        quotes += [done.trigger, done.trigger_contains, *(other.get("trigger") for other in done.accept)]
    for bound in gold.commitments:
        quotes += [bound.condition, *(bound.manner or [])]
    assert [quote for quote in quotes if quote is not None and quote not in text] == []


@every_article
def test_surroundings_stand_around_the_quote(folder: Path) -> None:
    """`where` tells two occurrences apart: its words stand within 60 characters of one of them."""
    gold, text = gold_of(folder), text_of(folder)
    for item in (*gold.actors, *gold.places_not_actors, *gold.times):
        spans = [match.span() for match in re.finditer(re.escape(item.quote), text)]
        around = [_words(text[max(0, start - 60) : end + 60]) for start, end in spans]
        assert any(_words(item.where or "") <= words for words in around), item


@every_article
def test_codes_are_countries_and_sectors(folder: Path) -> None:
    gold, states = gold_of(folder), {state.id for state in Library.shipped().states}
    codes = [who.code for who in gold.actors]
    for said in gold.statements:
        codes += [*(said.speakers or []), *([said.speaker_code] if said.speaker_code else []), *said.about]
    for done in gold.events:
        codes += [*done.actor, *done.recipient, *filter(None, (done.place, done.place_or_null))]
    for bound in gold.commitments:
        codes += [*bound.bearers, *bound.against, *bound.beneficiaries]
    codes += [place.country for place in gold.places_not_actors]
    wrong = [
        code
        for code in codes
        if not (re.fullmatch("IGO([A-Z]{3})?", code) or (code[:3] in states and code[3:] in {"", *SECTORS}))
    ]
    assert wrong == []


@every_article
def test_types_and_modes_are_plovers(folder: Path) -> None:
    gold, types = gold_of(folder), Lexicon.shipped().types
    every = [done.model_dump(include={"type", "mode", "status"}) for done in gold.events]
    every += [other for done in gold.events for other in done.accept]
    every += [never.model_dump(include={"type"}) for never in gold.never_events]
    for event in every:
        assert event["type"] in types
        assert event.get("mode") in {None, *types[event["type"]].modes}
        assert event.get("status", "actual") in get_args(Status)


@every_article
def test_annotation_is_complete(folder: Path) -> None:
    gold = gold_of(folder)
    assert gold.never_events
    assert gold.places_not_actors
    assert len(gold.actors) >= 10
    assert len(gold.times) >= 4
    assert len(gold.statements) >= 8
    assert len(gold.events) >= 8
    assert len(gold.commitments) >= 3
    for said in gold.statements:
        assert (said.content is None) != (said.content_contains is None), f"{said.id}: one of the two"
        assert (said.speakers is None) != (said.speaker_code is None), f"{said.id}: one of the two"
    for items in (gold.statements, gold.events, gold.commitments):
        ids = [item.id for item in items]
        assert len(ids) == len(set(ids))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def test_speakers_are_found(reader: Reader) -> None:
    wanted = found = 0
    for folder in ARTICLES:
        gold = gold_of(folder)
        if gold.set != "first":  # no bar for later sets: how well they are read is a figure of `make eval`
            continue
        reading = reader.read(clean_text(text_of(folder), published=gold.published))
        said = [(_content(statement), _codes(statement)) for statement in reading.statements]
        wanted += len(gold.statements)
        found += sum(any(_is(want, content, codes) for content, codes in said) for want in gold.statements)
    assert found / wanted >= FOUND_FLOOR, f"{found} of {wanted} statements with their speakers"


def _content(statement: Any) -> str:
    return " ".join(piece.words for piece in statement.content)


def _codes(statement: Any) -> list[str]:
    return [who.actor.code or "" for who in statement.speakers if who.actor]


def _is(want: Said, content: str, codes: list[str]) -> bool:
    """The same content by at least three words of five, and every speaker (a country is met by its organs)."""
    speakers = want.speakers or [want.speaker_code or ""]
    same = _overlap(want.content, content) >= 0.6 if want.content else (want.content_contains or "") in content
    return same and all(any(code.startswith(speaker) for code in codes) for speaker in speakers)


def _overlap(one: str, other: str) -> float:
    ours, theirs = _words(one), _words(other)
    return len(ours & theirs) / len(ours | theirs)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))
