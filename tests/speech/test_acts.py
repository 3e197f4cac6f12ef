"""What a statement does, and whether it was made at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Statement

Read = Callable[[str], tuple[Statement, ...]]


def first(found: tuple[Statement, ...]) -> Statement:
    assert found
    return found[0]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Iran said it would not talk.", "say"),
        ("Iran warned that it would leave.", "warn"),
        ("Iran denied that it had fired first.", "deny"),
        ("Iran promised to leave.", "promise"),
        ("Iran threatened to leave.", "threaten"),
        ("Iran demanded that Israel leave.", "demand"),
        ("Iran urged Israel to leave.", "request"),
        ("Iran apologised for the delay.", "apologise"),
        ("Iran announced that it would leave.", "announce"),
        ("Iran stressed that it would leave.", "stress"),
        ("Iran asked whether Israel would leave.", "ask"),
        ("Iran confirmed that it had left.", "confirm"),
        ("Iran offered to leave.", "offer"),
    ],
)
def test_cue_decides(read: Read, text: str, act: str) -> None:
    assert first(read(text)).speech_act == act


def test_neutral_cue_leaves_it_to_what_is_said(read: Read) -> None:
    assert first(read('"We hope that the talks will go on," the Iranian president said.')).speech_act == "hope"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The minister said that talks had failed.", "said"),
        ("The minister declined to say whether talks had failed.", "declined"),
        ("The minister did not say whether talks had failed.", "declined"),
        ("The Security Council is expected to condemn the raid.", "expected"),
        ("The Security Council will condemn the raid.", "expected"),
        ("Russia will not attack, according to the French foreign minister.", "said"),
    ],
)
def test_said_or_not(read: Read, text: str, status: str) -> None:
    assert first(read(text)).status == status


def test_what_it_answers(read: Read) -> None:
    found = first(read("In response to the raid, Iran said that it would leave the talks."))
    assert found.in_response_to is not None
    assert found.in_response_to.words == "the raid"


def test_whom_it_is_said_to(read: Read) -> None:
    found = first(read("The envoy told the Security Council that talks had failed."))
    assert [who.mention.words for who in found.addressees] == ["the Security Council"]
