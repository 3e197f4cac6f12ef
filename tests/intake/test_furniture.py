from __future__ import annotations

import pytest

from dragoman.intake.furniture import is_furniture, looks_like_link, matches, opens_links
from dragoman.intake.schema import Furniture, rows

RULES = rows("furniture.toml", "furniture", Furniture)


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule in RULES for line in rule.examples])
def test_examples_are_furniture(rule: Furniture, line: str) -> None:
    assert matches(rule, line)


@pytest.mark.parametrize("line", [line for rule in RULES for line in rule.counterexamples])
def test_counterexamples_are_furniture_of_no_rule(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "France will send the aircraft in March.",
        "He said no.",
        "“We will not leave,” the minister said.",
        "Follow-up talks are planned for June.",
        "The agreement was signed in Geneva.",
        "Print runs of the banned newspaper were seized.",
        "Related to this is the question of prisoners.",
        "More than 1,000 people crossed the border.",
        "Join the European Union or stay out: that was the question in the referendum.",
        "Reuters could not independently verify the report.",
        "Photos from the scene showed the bridge in ruins.",
        "The source said the deal was close.",
        "Video of the meeting was released by the Kremlin.",
    ],
)
def test_prose_stays(sentence: str) -> None:
    assert not is_furniture(sentence)


def test_headlines_and_sentences() -> None:
    assert opens_links("RELATED STORIES")
    assert not opens_links("Print Article")
    assert looks_like_link("Ministers to meet again in Geneva")
    assert not looks_like_link("The ministers will meet again.")


def test_signs_alone_are_furniture() -> None:
    assert is_furniture("* * *")
    assert is_furniture("___")


def test_a_line_longer_than_the_rule_allows_stays() -> None:
    rule = Furniture(name="short", patterns=(".*",), longest=10, examples=("x",), counterexamples=())
    assert matches(rule, "0123456789")
    assert not matches(rule, "0123456789a")
