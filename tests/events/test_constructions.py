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


@pytest.mark.parametrize(
    ("sentence", "giver", "taker"),
    [
        ("Japan is among the biggest donors to Palau.", "JPN", "PLW"),
        ("China is Cambodia's biggest donor.", "CHN", "KHM"),
        ("Canada announced an increase in funding to fight cholera in Haiti.", "CAN", "HTI"),
        ("The Chinese aid package consists of 3,000 tons of rice for Sudan.", "CHN", "SDN"),
        ("The Canadian grant, which will help farmers in Peru, is small.", "CAN", "PER"),
        ("Japan responded to the drought in Kenya with a grant.", "JPN", "KEN"),
        ("Germany renewed its commitment to Jordan with a contribution of two million euros.", "DEU", "JOR"),
        ("Two Turkish planes with medicine landed in Somalia on Sunday.", "TUR", "SOM"),
        ("Poland made 14 tanks available to Ukraine.", "POL", "UKR"),
        ("Croatia placed three planes at the disposal of Montenegro.", "HRV", "MNE"),
        ("Indonesian peacekeepers arrived in Lebanon.", "IDN", "LBN"),
    ],
)
def test_ways_to_tell_of_help(find: Find, sentence: str, giver: str, taker: str) -> None:
    (event,) = [e for e in find(sentence) if e.parent is None and e.plover_type]
    assert event.plover_type == "AID"
    assert [(who.code or "")[:3] for who in event.actors] == [giver]
    assert taker in [(who.code or "")[:3] for who in event.recipients]


def test_what_a_court_awards_somebody_pays(find: Find) -> None:
    (event,) = find("A court in Ohio awarded the widow two million dollars from the Sudanese government.")
    assert (event.plover_type, [who.code for who in event.recipients]) == ("SANCTION", ["SDNGOV"])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Turkish president gave the prime minister a mandate to form a government.", "the prime minister"),
        ("A judge in Manila dismissed the case against the senator.", "the senator"),
        ("Doctors in Chad ended their strike after a deal with the ministry.", "the ministry"),
        ("Lorry drivers called off a strike after the government of Chad agreed to pay.", "the government of Chad"),
        ("The agency returned a manuscript, missing since 1943, to Venafro, Italy.", "Venafro"),
        ("Sweden returned a ring engraved with the crest of a king to Danish officials.", "Danish officials"),
    ],
)
def test_to_whom_somebody_yields(find: Find, sentence: str, words: str) -> None:
    event = next(e for e in find(sentence) if e.parent is None and e.plover_type in ("CONCEDE", "RETREAT"))
    assert words in " / ".join(who.mention.words for who in event.recipients)


@pytest.mark.parametrize(
    ("sentence", "type_name", "words"),
    [
        ("Netanyahu called Scott Morrison to congratulate him.", "SUPPORT", "Scott Morrison"),
        ("Bandits telephoned the parents to demand money.", "REQUEST", "the parents"),
        ("Macron phoned Putin to discuss the war.", "CONSULT", "Putin"),
    ],
)
def test_what_a_call_is_for_is_the_act(find: Find, sentence: str, type_name: str, words: str) -> None:
    (event,) = [e for e in find(sentence) if e.parent is None and e.plover_type]
    assert (event.plover_type, [who.mention.words for who in event.recipients]) == (type_name, [words])


@pytest.mark.parametrize(
    "sentence",
    [
        "The bank made credit available to shoppers.",
        "The equipment included cameras and lights.",
        "The shipment of cocaine was destined for Rotterdam.",
        "Critics say the film is dull.",
        "The fund includes shares of Apple.",
    ],
)
def test_what_only_sounds_like_help_or_blame(find: Find, sentence: str) -> None:
    assert counted(find(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("A contingent of Indian peacekeeping troops arrived in Lebanon.", ["AID"]),
        ("A contingent of Indian troops arrived in Lebanon.", ["MOBILIZE"]),
        ("The court of Ecuador overturned the ban on an opposition party.", ["CONCEDE"]),
    ],
)
def test_what_there_is_so_much_of_and_what_is_undone(find: Find, sentence: str, types: list[str]) -> None:
    assert counted(find(sentence)) == types
