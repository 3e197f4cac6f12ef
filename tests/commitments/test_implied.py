"""What is promised or threatened without a word for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Commitment

Bind = Callable[[str], tuple[Commitment, ...]]


def shown(found: tuple[Commitment, ...]) -> list[tuple[str, list[str | None], str | None]]:
    return [
        (one.kind, [who.code for who in one.bearers], one.condition.words if one.condition else None) for one in found
    ]


@pytest.mark.parametrize(
    ("text", "kind", "bearer", "condition"),
    [
        (
            "Teams will be sent to Fiji if they are needed, the Australian foreign minister said.",
            "offer", "AUSGOV", "if they are needed",
        ),
        (
            "The line would be closed unless the shelling stopped, the Russian defence ministry said.",
            "threat", "RUSGOV", "unless the shelling stopped",
        ),
        ("The Mexican foreign minister stressed that Mexico will not expel any diplomats.", "pledge", "MEX", None),
        ("Mali said there would be no talks without a full withdrawal.", "threat", "MLI", "without a full withdrawal"),
        (
            "The Serbian president arrived. He said his country would send troops if its police came under fire.",
            "threat", "SRB", "if its police came under fire",
        ),
        ("The Chilean customs authority said it would adjust the rules as the situation requires.", "intent", "CHL",
         "as the situation requires"),
        (
            "Erdogan said that Turkey's offensive would end if the fighters left the border.",
            "pledge", "TUR", "if the fighters left the border",
        ),
        ("The Pentagon said that the coalition would protect shipping in the strait.", "intent", "USA", None),
        ("Norway is to recognise the State of Palestine.", "pledge", "NOR", None),
        ("Niger's junta gave the French ambassador until Sunday to leave the country.", "threat", "NER", None),
        (
            "Warsaw gave the hauliers an ultimatum: the police would clear the road unless they left.",
            "threat", "POL", "unless they left",
        ),
        ("Serbia agreed to a truce with Kosovo.", "pledge", "SRB", None),
        ("Donors led by Germany pledged 3 billion dollars for Sudan.", "pledge", "DEU", None),
        ("Slovakia refused to sign unless it received guarantees.", "threat", "SVK", "unless it received guarantees"),
    ],
)  # fmt: skip
def test_what_binds_without_a_word_for_it(bind: Bind, text: str, kind: str, bearer: str, condition: str | None) -> None:
    found = shown(bind(text))
    assert any(
        one == kind and words == condition and any(code and code.startswith(bearer) for code in codes)
        for one, codes, words in found
    ), found


@pytest.mark.parametrize(
    "text",
    [
        "The French president said he would travel to Cairo next week.",
        "The French president condemned the decree, saying it would violate the law.",
        "Russia has denied that it will attack Estonia.",
        "The police said the road would be closed until Monday.",
        "The Kenyan minister said prices would fall.",
        "The court set a deadline of Friday for the company to answer.",
    ],
)
def test_what_binds_nobody(bind: Bind, text: str) -> None:
    assert shown(bind(text)) == []


@pytest.mark.parametrize(
    ("text", "kind", "instrument", "condition"),
    [
        ("Under the truce, Serbia's troops may not enter Kosovo unless NATO agrees.", "prohibition", "truce",
         "unless NATO agrees"),
        ("Under the rules, foreign boats may not enter the zone.", "prohibition", "rule", None),
        ("As a signatory of the convention, Ecuador must respect the embassy.", "obligation", "convention", None),
        ("Under the terms of the truce, Israel has to pull back its tanks.", "obligation", "truce", None),
        ("Under the memorandum, Ethiopia will lease 20 km of coast.", "obligation", "memorandum", None),
        (
            "Kenya and Uganda signed a pact. It obliges a member that closes a border to inform the other.",
            "obligation", "pact", "that closes a border",
        ),
    ],
)  # fmt: skip
def test_what_texts_ask_and_forbid(bind: Bind, text: str, kind: str, instrument: str, condition: str | None) -> None:
    found = [(one.kind, one.instrument, one.condition.words if one.condition else None) for one in bind(text)]
    assert (kind, instrument, condition) in found


def test_a_pronoun_that_is_nobody_goes_back_to_the_sentence_before(bind: Bind) -> None:
    text = (
        "India told Canada to recall 41 diplomats. It threatened to expel them if they stayed, a banker told the paper."
    )
    assert ("threat", ["IND"], "if they stayed") in shown(bind(text))


def test_who_backs_a_group_is_not_bound_by_its_vow(bind: Bind) -> None:
    assert shown(bind("The group, which is backed by Iran, has vowed to block all ports of Israel.")) == []


def test_strengthening_oneself_against_drills_is_a_threat(bind: Bind) -> None:
    text = "North Korea said it would bolster its arsenal if the United States and Japan held joint drills."
    assert shown(bind(text))[0][:2] == ("threat", ["PRK"])
