"""Hypothesis strategies for the records: readings whose mentions really stand in their text."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from dragoman import records
from dragoman.records import (
    Actor,
    ActorMention,
    Block,
    Combination,
    Commitment,
    Context,
    Count,
    Document,
    Event,
    EventPattern,
    Hop,
    Mention,
    Note,
    Pattern,
    PlaceMention,
    Reading,
    Span,
    Statement,
    StatePattern,
    TimeMention,
    TreatyMention,
    content_id,
)

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)
names = st.text(string.ascii_letters + " -éß’", min_size=1, max_size=12)
codes = st.sampled_from(["KOR", "PRK", "RUSGOV", "USAMIL", "IGONAT", "UKRGOV"])
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
_LITERALS = (
    "BlockKind PublishedFrom TimexType Form SpeechAct StatementStatus HopKind Polarity Mood Tense Status "
    "CommitmentKind CommitmentStatus"
)
kinds = {name: st.sampled_from(get_args(getattr(records, name))) for name in _LITERALS.split()}


def maybe(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """None, or what the strategy gives."""
    return st.none() | strategy


def few(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """A tuple of at most two."""
    return st.lists(strategy, max_size=2).map(tuple)


@st.composite
def spans(draw: DrawFn, text: str) -> Span:
    """Any stretch of the text, empty ones too."""
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


def mentions(text: str) -> SearchStrategy[Mention]:
    """Any stretch of the text with its words."""
    return spans(text).map(lambda span: Mention.of(text, span.start, span.end))


documents = st.builds(
    Document,
    id=st.uuids().map(lambda number: number.hex[:16]),
    text=texts,
    title=maybe(names),
    published=maybe(days),
    published_at=maybe(st.just("2024-06-25T09:00:00+09:00")),
    published_from=maybe(kinds["PublishedFrom"]),
    publisher=maybe(names),
    agency=maybe(names),
    byline=maybe(names),
    place=maybe(names),
    url=maybe(st.just("https://example.org/news/1")),
    raw_sha256=maybe(st.just("0" * 64)),
)

actors = st.builds(
    Actor,
    id=names,
    code=maybe(codes),
    country=maybe(st.just("KOR")),
    sector=maybe(st.just("GOV")),
    label=maybe(names),
    office=maybe(names),
    wikidata=maybe(st.just("Q42")),
)

event_patterns = st.builds(
    EventPattern,
    type=st.sampled_from(["ASSAULT", "AID", "SANCTION"]),
    mode=maybe(names),
    contexts=few(names),
    polarity=kinds["Polarity"],
    actors=few(codes | st.sampled_from(["bearer", "beneficiary", "any"])),
    recipients=few(codes),
)


def _combined(parts: SearchStrategy[Pattern]) -> SearchStrategy[Pattern]:
    several = st.builds(Combination, operator=st.sampled_from(["any", "all"]), parts=few(parts))
    return several | st.builds(Combination, operator=st.just("not"), parts=st.tuples(parts))


patterns: SearchStrategy[Pattern] = st.recursive(
    event_patterns | st.builds(StatePattern, state=st.just("war"), of=codes | st.just("bearer")),
    _combined,
    max_leaves=4,
)


@st.composite
def readings(draw: DrawFn) -> Reading:
    """A reading with up to two of everything; statements and events may name each other as parents."""
    document = draw(documents)
    words = mentions(document.text)
    document = replace(document, blocks=draw(few(st.builds(Block, kind=kinds["BlockKind"], span=spans(document.text)))))
    who = st.builds(ActorMention, mention=words, actor=maybe(actors), name=names, rule=names)
    when = st.builds(
        TimeMention,
        mention=words,
        type=kinds["TimexType"],
        value=names,
        first_day=maybe(days),
        last_day=maybe(days),
        granularity=maybe(st.just("day")),
        anchor=maybe(days),
        rule=names,
    )
    degrees = st.floats(-90, 90)
    where = st.builds(
        PlaceMention,
        mention=words,
        name=names,
        country=maybe(st.just("RUS")),
        admin1=maybe(names),
        latitude=maybe(degrees),
        longitude=maybe(degrees),
        rule=names,
    )
    statements = draw(few(_statements(words, who, when)))
    statements = _numbered(statements, document.id, "statement")
    events = _numbered(draw(few(_events(words, who, when, where))), document.id, "event")
    commitments = _numbered(draw(few(_commitments(words, who, when))), document.id, "commitment")
    return Reading(
        document=document,
        actors=draw(few(who)),
        times=draw(few(when)),
        places=draw(few(where)),
        treaties=draw(few(st.builds(TreatyMention, mention=words, treaty=maybe(names), rule=names))),
        statements=statements,
        events=events,
        commitments=commitments,
        notes=draw(few(st.builds(Note, code=names, message=names, mention=maybe(words)))),
    )


def _numbered(found: tuple[Any, ...], document: str, kind: str) -> tuple[Any, ...]:
    """The records with ids of their own, as a reader gives them."""
    return tuple(replace(record, id=content_id(document, kind, number)) for number, record in enumerate(found))


def _statements(words: Any, who: Any, when: Any) -> SearchStrategy[Statement]:
    by_actor = st.builds(Hop, actor=who, cue=maybe(words), time=maybe(when), kind=kinds["HopKind"])
    by_page = st.builds(Hop, actor=st.none(), publisher=maybe(names), publisher_code=maybe(codes))
    return st.builds(
        Statement,
        id=st.just(""),
        speakers=few(who),
        source=maybe(words),
        cue=maybe(words),
        content=few(words),
        form=kinds["Form"],
        speech_act=kinds["SpeechAct"],
        status=kinds["StatementStatus"],
        addressees=few(who),
        about=few(codes),
        time=maybe(when),
        chain=few(by_actor | by_page),
        parent=maybe(names),
        denies=maybe(names),
        basis=maybe(words),
        in_response_to=maybe(words),
        in_title=st.booleans(),
        rule=names,
    )


def _events(words: Any, who: Any, when: Any, where: Any) -> SearchStrategy[Event]:
    return st.builds(
        Event,
        id=st.just(""),
        type=st.sampled_from(["ASSAULT", "AID", "CONSULT"]),
        plover_type=maybe(st.sampled_from(["AGREE", "AID"])),
        quad=st.just("material conflict"),
        mode=maybe(names),
        contexts=few(st.builds(Context, name=names, mention=words)),
        polarity=kinds["Polarity"],
        modality=kinds["Mood"],
        tense=kinds["Tense"],
        status=kinds["Status"],
        actors=few(who),
        recipients=few(who),
        trigger=words,
        extent=words,
        time=maybe(when),
        place=maybe(where),
        counts=few(st.builds(Count, kind=names, number=st.integers(0, 10**6), mention=words)),
        intensity=st.floats(-10, 10),
        confidence=st.floats(0, 1),
        parent=maybe(names),
        statement=maybe(names),
        presupposed=st.booleans(),
        in_title=st.booleans(),
        rule=names,
    )


def _commitments(words: Any, who: Any, when: Any) -> SearchStrategy[Commitment]:
    return st.builds(
        Commitment,
        id=st.just(""),
        kind=kinds["CommitmentKind"],
        bearers=few(who),
        beneficiaries=few(who),
        against=few(who),
        action=maybe(patterns),
        cue=words,
        extent=words,
        manner=few(words),
        deadline=maybe(when),
        condition=maybe(words),
        trigger=maybe(patterns),
        instrument=maybe(names),
        treaty=maybe(names),
        mutual=st.booleans(),
        status=kinds["CommitmentStatus"],
        statement=maybe(names),
        rule=names,
    )
