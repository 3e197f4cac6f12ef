"""Who said what: sources, contents and their ends, over constructions that the chain gold does not hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Statement

Read = Callable[[str], tuple[Statement, ...]]


def told(statement: Statement) -> tuple[str, str]:
    return statement.source.words if statement.source else "", " … ".join(piece.words for piece in statement.content)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The ferry is safe, one official said.", "one official", "The ferry is safe"),
        (
            "After some delay, the work has begun, one official said.",
            "one official",
            "After some delay, the work has begun",
        ),
        (
            "If this plan fails, the minister argues, there are other tools.",
            "the minister",
            "If this plan fails … there are other tools",
        ),
        ("The minister says in Oslo that she is thrilled to sign.", "The minister", "she is thrilled to sign"),
        (
            "The city is demanding that the campaign stop using the image.",
            "The city",
            "the campaign stop using the image",
        ),
        (
            "He told a meeting of island leaders that few people knew the risks.",
            "He",
            "few people knew the risks",
        ),
        ("The envoy, who said that talks had failed, left.", "who", "talks had failed"),
        ("The envoy, who had fled, said that talks had failed.", "The envoy", "talks had failed"),
        ("''It is over,'' the envoy said. ''It failed.''", "the envoy", "It is over, … It failed."),
        ("The union blasted the ministry for not paying.", "The union", "the ministry for not paying"),
        (
            "Georgia has left the council for good, the spokesman of the palace was cited as saying by Interfax.",
            "the spokesman of the palace",
            "Georgia has left the council for good",
        ),
        ("ECOWAS would keep the ban, its president was quoted as saying by AFP.", "its president",
         "ECOWAS would keep the ban"),
        ("MODERATOR: Governor, let me stop you there. You have one minute.", "MODERATOR",
         "Governor, let me stop you there. You have one minute"),
    ],
)  # fmt: skip
def test_source_and_content(read: Read, text: str, source: str, content: str) -> None:
    assert (source, content) in [told(statement) for statement in read(text)]


def test_whom_somebody_joins_says_it_too(read: Read) -> None:
    statements = read("Seoul joined Washington and Tokyo in condemning the launch.")
    (joint,) = [statement for statement in statements if statement.speech_act == "condemn"]
    assert [who.code for who in joint.speakers] == ["KOR", "USA", "JPN"]


def test_why_something_is_said_is_no_part_of_it(read: Read) -> None:
    (statement,) = read("Seoul said it could consider a supply of arms to Kyiv in response to the pact.")
    assert told(statement) == ("Seoul", "it could consider a supply of arms to Kyiv")
    assert statement.in_response_to is not None
    assert statement.in_response_to.words == "the pact"


@pytest.mark.parametrize(
    "text",
    [
        "Most residents voted for the reform party.",
        "Officers greeted the king at the gate.",
        "A year costs 20,000 euros per student.",
    ],
)
def test_what_nobody_says(read: Read, text: str) -> None:
    assert read(text) == ()
