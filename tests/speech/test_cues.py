"""Which words make a statement, and which only look like it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable

import pytest

from dragoman.records import Statement
from dragoman.speech import check_speech
from dragoman.speech.schema import DATA, Complement, Cue, Lexicon, shipped

Read = Callable[[str], tuple[Statement, ...]]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey's parliament approved Sweden's accession on Tuesday.",
        "The sale was approved by Congress.",
        "Washington is obliged to defend Japan.",
        "Members are bound by the charter to defend each other.",
        "Troops were sent to support the garrison.",
        "If the ministry rejects the plan, the talks will end.",
    ],
)
def test_what_is_done_or_may_come_is_not_said(read: Read, text: str) -> None:
    assert [one.rule for one in read(text)] == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The prime minister welcomed the vote.", "praise"),
        ("Most ministers approve of the truce.", "agree"),
        ("Iran condemned the strike.", "condemn"),
        ("Iran rejected the plan.", "reject"),
        ("The French foreign minister accused Russia of lying.", "accuse"),
        ("The ambassador thanked Oman for its help.", "thank"),
        ("Seoul's claim that the North had fired first was false.", "say"),
        ("Hungary expressed hope that talks would resume.", "hope"),
        ("Iran is considering leaving the pact.", "consider"),
    ],
)
def test_what_is_said(read: Read, text: str, act: str) -> None:
    assert [one.speech_act for one in read(text)] == [act]


def test_files_of_the_room_have_no_problem() -> None:
    assert check_speech() == ()


def test_entries_keep_the_order_of_the_file() -> None:
    lexicon: Lexicon = shipped()
    takes: list[Complement] = [name for row in lexicon.cues("verb", "warn") for name in row.takes]
    assert "that" in takes
    assert all(isinstance(row, Cue) for row in lexicon.cues("noun", "claim"))
    assert lexicon.cues("verb", "no such verb") == []


def rows() -> list[Cue]:
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(DATA.glob("*.toml"))]
    tables = [
        table for file in files for name in ("verb", "noun", "adjective", "idiom") for table in file.get(name, ())
    ]
    return [Cue(**table) for table in tables]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.words[0])
def test_the_example_of_an_entry_holds_a_statement(read: Read, row: Cue) -> None:
    assert read(row.example)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The envoy took to Twitter to denounce the ruling.", "The envoy", "the ruling"),
        ("The envoy made it clear that the talks had failed.", "The envoy", "the talks had failed"),
        ("The envoy gave his word that the talks would go on.", "The envoy", "the talks would go on"),
        ("The envoy took issue with the new border.", "The envoy", "the new border"),
        ("The envoy tore into the insurers.", "The envoy", "the insurers"),
        ("The envoy voiced relief at the news.", "The envoy", "the news"),
        ("The envoy was heartened that the talks went on.", "The envoy", "the talks went on"),
        ("The envoy wants to raise wages and cut rents.", "The envoy", "to raise wages and cut rents"),
        ("The envoy mentioned a plan the general had made in May.", "The envoy", "a plan the general had made in May"),
    ],
)
def test_cues_of_several_words_and_what_they_take(read: Read, text: str, source: str, content: str) -> None:
    assert [(one.source and one.source.words, one.content[0].words) for one in read(text)] == [(source, content)]
