"""Reports beside what they report, and where what is said ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Statement

Read = Callable[..., tuple[Statement, ...]]


def told(one: Statement) -> tuple[str, str]:
    return one.source.words if one.source else "", " … ".join(piece.words for piece in one.content)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Her deputy flew to Baku on Sunday to see his counterpart, the state-run Azertac agency reported.",
            "the state-run Azertac agency",
            "Her deputy flew to Baku on Sunday to see his counterpart",
        ),
        (
            "The British frigate has held drills with the coast guard of Kenya, the British embassy in Nairobi said.",
            "the British embassy in Nairobi",
            "The British frigate has held drills with the coast guard of Kenya",
        ),
        (
            "The party would leave the government, she said, should the law be passed.",
            "she",
            "The party would leave the government … should the law be passed",
        ),
        (
            "The foreign ministers of four states, known as the Quad, said they would meet in Tokyo.",
            "The foreign ministers of four states, known as the Quad",
            "they would meet in Tokyo",
        ),
    ],
)
def test_report_beside_its_content(read: Read, text: str, source: str, content: str) -> None:
    assert (source, content) in map(told, read(text))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Norway said that the cable had been cut, after Sweden sent a frigate to the strait.",
            "the cable had been cut",
        ),
        (
            "Chad said the garrison had been attacked, as France moved its jets to Niger.",
            "the garrison had been attacked",
        ),
        (
            "He denied that the fund could be used for arms and did not answer questions.",
            "the fund could be used for arms",
        ),
        ("The envoy said he would leave if the shelling went on.", "he would leave if the shelling went on"),
        ("Spain condemned the killing of the monk in Homs.", "the killing of the monk in Homs"),
        ("Spain condemned the coup in a letter to the junta.", "the coup"),
        ("Spain condemned the abuse of prisoners by the junta.", "the abuse of prisoners by the junta"),
        ("Spain praised the plan for the river, which has taken ten years.", "the plan for the river"),
        ("The bishop called on both sides to respect the truce.", "both sides to respect the truce"),
        ("Turkey threatened on Friday to close the straits.", "to close the straits"),
    ],
)
def test_where_what_is_said_ends(read: Read, text: str, content: str) -> None:
    assert content in [words for _, words in map(told, read(text))]


def test_one_cited_by_a_report_that_closes_the_sentence_speaks(read: Read) -> None:
    (one,) = read(
        "The two sides have agreed on a map of the border, the Anadolu agency reported, citing Turkish diplomats."
    )
    assert told(one)[0] == "Turkish diplomats"
    assert [hop.actor.mention.words for hop in one.chain if hop.actor] == ["the Anadolu agency"]
    assert one.speech_act == "say"


def test_carrier_between_the_cue_and_its_that(read: Read) -> None:
    (one,) = read("The marshal warned, according to the RIA news agency, that the straits would be closed.")
    assert told(one) == ("The marshal", "the straits would be closed")
    assert [hop.actor.mention.words for hop in one.chain if hop.actor] == ["the RIA news agency"]


def test_what_is_asked_of_others_is_not_said_by_them(read: Read) -> None:
    assert len(read("The Security Council called on all parties to honour the deal.")) == 1


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The minister tweeted in the early morning that the envoy was “a con” and told his followers to vote.",
            "The minister",
            "the envoy was “a con”",
        ),
        (
            "Critics of the plan point out that the river floods every spring.",
            "Critics of the plan",
            "the river floods every spring",
        ),
        (
            "The mayor says the night's flurry of tweets targeting an aide was “unhinged”.",
            "The mayor",
            "the night's flurry of tweets targeting an aide was “unhinged”",
        ),
        (
            "She called the deal “outrageous” and called for compensation to be “clawed back” from managers.",
            "She",
            "compensation to be “clawed back” from managers",
        ),
    ],
)
def test_a_clause_that_the_parser_has_lost(read: Read, text: str, source: str, content: str) -> None:
    assert (source, content) in list(map(told, read(text)))


def test_so_is_no_clause(read: Read) -> None:
    assert read("The mayor said so when he left.") == ()
