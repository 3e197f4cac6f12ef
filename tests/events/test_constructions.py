"""Acts told in a construction that other words also have: which act it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]


def counted(events: tuple[Event, ...]) -> list[str | None]:
    return [event.plover_type for event in events if event.parent is None and event.plover_type]


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("Armed men attacked an army camp in Mali.", ["ASSAULT"]),
        ("Masked gunmen clashed with police in Quito.", ["ASSAULT"]),
        ("Men with rifles stormed a farm in Kenya.", ["ASSAULT"]),
        ("Students attacked riot police in Lima.", ["PROTEST"]),
        ("Azerbaijan violated the ceasefire agreement with Armenia.", ["ASSAULT"]),
        ("The rebels violated the truce accord.", ["ASSAULT"]),
        ("The rebels violated the trade accord.", ["REJECT"]),
        ("The president ordered sanctions on Iran.", ["SANCTION"]),
        ("Police launched an operation to detain 30 smugglers.", ["COERCE"]),
        ("Sudan's army launched an operation to rescue 30 nurses.", ["AID"]),
        ("Israel closed all crossing points into the enclave.", ["COERCE"]),
        ("The U.S. Fish and Wildlife Service gave 12 boats to Peru.", ["AID"]),
    ],
)
def test_what_is_done_to_what_by_whom_decides(find: Find, sentence: str, types: list[str]) -> None:
    assert counted(find(sentence)) == types


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("The union declared that it will not end the strike until the company pays.", ["REJECT"]),
        ("The rebels announced that they would not lift the siege.", ["REJECT"]),
        ("The junta decided to lift the siege.", ["CONCEDE"]),
    ],
)
def test_announcing_a_negated_yielding_is_a_refusal(find: Find, sentence: str, types: list[str]) -> None:
    assert counted(find(sentence)) == types


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("The president of Belarus signed a decree banning rallies.", ["COERCE"]),
        ("The king signed a decree pardoning 30 prisoners.", ["CONCEDE"]),
        ("The army issued an evacuation order to the residents of the town.", ["REQUEST"]),
    ],
)
def test_what_a_decree_does_is_the_act(find: Find, sentence: str, types: list[str]) -> None:
    assert counted(find(sentence)) == types


def test_critics_accuse_whom_they_speak_of(find: Find) -> None:
    (event,) = [e for e in find("Critics of the president of Chad say he has muzzled the press.") if e.plover_type]
    assert event.plover_type == "ACCUSE"
    assert [who.code for who in event.recipients] == ["TCDGOV"]
