"""Quotations and who speaks in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Statement

Read = Callable[[str], tuple[Statement, ...]]


def told(one: Statement) -> tuple[str, str, str]:
    return one.source.words if one.source else "", " … ".join(piece.words for piece in one.content), one.form


@pytest.mark.parametrize(
    ("text", "source", "content", "form"),
    [
        ('"The pact is dead," the minister said.', "the minister", "The pact is dead,", "direct"),
        ("“The pact is dead,” said the minister.", "the minister", "The pact is dead,", "direct"),
        ('The minister said: "The pact is dead."', "The minister", "The pact is dead.", "direct"),
        ("The minister said the pact was dead.", "The minister", "the pact was dead", "indirect"),
        (
            'The minister said the pact was "dead".',
            "The minister",
            'the pact was "dead"',
            "mixed",
        ),
    ],
)
def test_form_and_speaker(read: Read, text: str, source: str, content: str, form: str) -> None:
    (one,) = read(text)
    given, words, kind = told(one)
    assert (given, words.strip(' ,."'), kind) == (source, content.strip(' ,."'), form)


def test_second_half_belongs_to_the_same_speaker(read: Read) -> None:
    (one,) = read('"The pact is dead," the minister said. "We will not revive it."')
    assert [piece.words.strip(",.") for piece in one.content] == ["The pact is dead", "We will not revive it"]


@pytest.mark.parametrize(
    "text",
    ['The so-called "Green Line" divides the city.', 'The film "Cold War" opened the festival.'],
)
def test_quotation_marks_that_hold_no_speech(read: Read, text: str) -> None:
    assert read(text) == ()


def test_unclosed_quotation_runs_into_the_next_paragraph(read: Read) -> None:
    text = '"The pact is dead, the minister said.\n\n"We will not revive it," she added.'
    assert all(text[p.start : p.end] == p.words for one in read(text) for p in one.content)


@pytest.mark.parametrize(
    "text",
    [
        '"The harbour is safe," the envoy said on Thursday on "Meet the Press."',
        '"The harbour is safe," the envoy told the "Good Morning Europe" programme.',
    ],
)
def test_a_title_is_no_part_of_what_is_said(read: Read, text: str) -> None:
    (one,) = read(text)
    assert told(one)[:2] == ("the envoy", "The harbour is safe,")


def test_a_report_inside_a_quotation_ends_with_it(read: Read) -> None:
    text = '"Out of the blue, he said the harbour was lost," an officer recalled.'
    inner, outer = sorted(read(text), key=lambda one: one.parent is None)
    assert told(outer)[0] == "an officer"
    assert inner.parent == outer.id
    assert [piece.words for piece in inner.content] == ["the harbour was lost"]


def test_whoever_a_colon_follows_speaks(read: Read) -> None:
    (one,) = read('The foreign minister shrugged: "We have no money left."')
    assert told(one) == ("The foreign minister", "We have no money left.", "direct")


def test_a_quotation_opened_behind_a_colon_runs_on_into_the_next_paragraph(read: Read) -> None:
    (one,) = read('The bishop said: "The roof has fallen in.\n\n"We shall build it again."')
    assert [piece.words for piece in one.content] == ["The roof has fallen in.", "We shall build it again."]
    assert one.form == "direct"


def test_a_modal_in_what_is_said_makes_no_supposed_statement(read: Read) -> None:
    (one,) = read('"We went there because nobody else would," said the bishop.')
    assert one.status == "said"


def test_a_short_answer_is_speech(read: Read) -> None:
    (one,) = read('"No," the envoy said. "Never."')
    assert told(one) == ("the envoy", "No, … Never.", "direct")
