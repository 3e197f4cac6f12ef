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
        ("The minister told analysts on a conference call that the port would open.", "The minister",
         "the port would open"),
        ("The chancellor's view is that the courts will settle the matter.", "The chancellor",
         "the courts will settle the matter"),
        ("The minister said the press is to blame for \"he said this, he said that.\"", "The minister",
         'the press is to blame for "he said this, he said that."'),
        ("The critics shot back that nobody had asked them.", "The critics", "nobody had asked them"),
        ("These accounts, the banker explained earlier, were \"well-paid\" last year.", "the banker",
         'These accounts … were "well-paid" last year'),
        ("Her colleagues oppose the move.", "Her colleagues", "the move"),
        ("The inspector estimated the damage at $300,000.", "The inspector", "the damage at $300,000"),
        ("Poll: Most voters want the bridge repaired.", "Poll", "Most voters want the bridge repaired"),
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


@pytest.mark.parametrize(
    ("text", "source", "contents"),
    [
        (
            "The ministry said it would not seek a vote and denied that talks had broken down.",
            "The ministry",
            ["it would not seek a vote", "talks had broken down"],
        ),
        (
            "Two officials said the talks had ended at noon, adding that the border was likely to stay shut.",
            "Two officials",
            ["the talks had ended at noon", "the border was likely to stay shut"],
        ),
        (
            "The spokesman defended the trip, saying the words had been twisted and noting that the film was long.",
            "The spokesman",
            ["the trip", "the words had been twisted", "the film was long"],
        ),
    ],
)
def test_one_who_says_two_things(read: Read, text: str, source: str, contents: list[str]) -> None:
    assert [told(statement) for statement in read(text)] == [(source, content) for content in contents]


def test_what_another_says_stays_within(read: Read) -> None:
    first, second = read("Officials said the suspect called the station, saying he would surrender.")
    assert told(second) == ("the suspect", "he would surrender")
    assert second.parent == first.id
