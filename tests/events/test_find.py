"""Events with their parties and status, over constructions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reader import read
from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]


def codes(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [who.code for who in event.actors], [who.code for who in event.recipients]


@pytest.mark.parametrize(
    ("sentence", "type_name", "status", "actors", "recipients"),
    [
        ("Russia attacked Ukraine.", "ASSAULT", "actual", ["RUS"], ["UKR"]),
        ("Ukraine was attacked by Russia.", "ASSAULT", "actual", ["RUS"], ["UKR"]),
        ("France did not attack Mali.", "ASSAULT", "negated", ["FRA"], ["MLI"]),
        ("France condemned Iran.", "ACCUSE", "actual", ["FRA"], ["IRN"]),
        ("Japan thanked Canada for its help.", "SUPPORT", "actual", ["JPN"], ["CAN"]),
        ("Poland sent tanks to Ukraine.", "AID", "actual", ["POL"], ["UKR"]),
        ("If Russia attacks Poland, the alliance will meet.", "ASSAULT", "hypothetical", ["RUS"], ["POL"]),
        ("Ethiopia said it would attack Eritrea.", "ASSAULT", "future", ["ETH"], ["ERI"]),
    ],
)
def test_event_has_type_status_and_parties(
    find: Find, sentence: str, type_name: str, status: str, actors: list[str], recipients: list[str]
) -> None:
    found = [event for event in find(sentence) if event.type == type_name]
    assert [(event.status, *codes(event)) for event in found] == [(status, actors, recipients)]


def test_reciprocal_event_has_all_as_actors(find: Find) -> None:
    event = next(event for event in find("Kenya and Uganda held talks in Nairobi.") if event.plover_type)
    assert event.type == "CONSULT"
    assert event.recipients == ()
    assert {code[:3] for code in codes(event)[0] if code} == {"KEN", "UGA"}


def test_outer_act_counts_and_inner_one_is_its_child(find: Find) -> None:
    outer, inner = find("Iran threatened to attack Israel.")
    assert (outer.type, outer.plover_type, outer.parent) == ("THREATEN", "THREATEN", None)
    assert (inner.type, inner.plover_type, inner.parent) == ("ASSAULT", None, outer.id)
    assert codes(inner) == (["IRN"], ["ISR"])


def test_what_is_nobodys_content_counts_itself(find: Find) -> None:
    (event,) = [e for e in find("Sudan and Chad were guilty of violating the ceasefire.") if e.type == "ASSAULT"]
    assert (event.plover_type, event.parent) == ("ASSAULT", None)


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("Denmark promised not to deport the Syrian refugees.", ["AGREE"]),
        ("Serbia vowed never to recognise Kosovo.", ["REJECT"]),
        ("The premier called the president a puppet.", ["ACCUSE"]),
        ("The premier called the president in the evening.", ["CONSULT"]),
        ("Warsaw called Minsk cowardly.", ["ACCUSE"]),
        ("Russia described the raid by Georgia as shameful.", ["ACCUSE", "ASSAULT"]),
    ],
)
def test_what_is_promised_not_to_happen_and_what_somebody_is_called(
    find: Find, sentence: str, counted: list[str]
) -> None:
    assert sorted(event.plover_type for event in find(sentence) if event.plover_type) == counted


def test_future_cooperation_counts_as_agreement(find: Find) -> None:
    (event,) = find("China will send aid to Nepal.")
    assert (event.type, event.status, event.plover_type) == ("AID", "future", "AGREE")


def test_joint_subject_of_joined_in_is_complete(find: Find) -> None:
    (event,) = [e for e in find("Canada joined Britain in condemning Iran.") if e.type == "ACCUSE"]
    assert codes(event) == (["CAN", "GBR"], ["IRN"])


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        # what was done in answer is the act
        ("China retaliated by banning fish from Japan.", ["SANCTION"]),
        ("Iran hit back by seizing a tanker of Greece.", ["COERCE"]),
        ("China retaliated against Japan.", ["ASSAULT"]),
        # the noun by which a verb is known for the act is the same act
        ("The United States reimposed sanctions on Iran.", ["SANCTION"]),
        ("The United States reimposed a 25% tariff on steel from Brazil.", ["SANCTION"]),
        ("The European Union froze its support to Mozambique.", ["SANCTION"]),
        # a storm's deed, whatever the parser hangs it on
        (
            "Journalists have reached towns in Mozambique that were cut off after a cyclone tore through Nampula, "
            "killing at least 86 people and leaving thousands homeless.",
            ["COERCE"],
        ),
        ("Police of Kenya fired on a crowd, killing 2 people.", ["ASSAULT", "ASSAULT"]),
        # what a pronoun stands for, and what something appears to be
        ("Washington announced the tariffs on Chile in May, then scrapped them.", ["SANCTION", "CONCEDE"]),
        ("The United States signed the accord with Iran and scrapped it.", ["SUPPORT", "REJECT"]),
        ("North Korea fired what appeared to be a missile into the sea off Japan.", ["MOBILIZE"]),
        ("Serbia and Kosovo engaged discussions.", ["CONSULT"]),
        ("Rebels shelled Bunia, killing 23 people, medics and a committee told reporters.", ["ASSAULT", "ASSAULT"]),
        ("Armed men stormed the hospital in Khartoum.", ["ASSAULT"]),
        ("Villagers stormed the office of the governor of Kano.", ["PROTEST"]),
        ("China invited Vietnam to send a delegation to the expo.", ["AGREE"]),
        ("Western countries pumped Ukraine with weapons.", ["AID"]),
    ],
)
def test_each_act_is_one_event_of_its_type(find: Find, sentence: str, types: list[str]) -> None:
    assert [event.plover_type for event in find(sentence) if event.plover_type] == types


@pytest.mark.parametrize(
    "sentence", ["The minister spoke slowly.", "It rained in Geneva on Monday.", "The river is long."]
)
def test_no_event_where_nothing_political_happens(find: Find, sentence: str) -> None:
    assert not [event for event in find(sentence) if event.plover_type]


def test_words_of_trigger_and_extent_stand_in_the_text(find: Find) -> None:
    sentence = "Germany condemned Belarus over the arrest of the journalist."
    for event in find(sentence):
        event.trigger.check(sentence)
        event.extent.check(sentence)


def test_a_day_that_has_passed_behind_an_infinitive_is_that_of_the_verb() -> None:
    reading = read("Sweden applied to join the alliance in May 2022.", published="2024-01-24")
    (event,) = [one for one in reading.events if one.plover_type]
    assert (event.status, event.time and event.time.value) == ("historical", "2022-05")
    promise = read("Chad promised France to hold elections by May 2022.", published="2024-01-24")
    assert [one.time for one in promise.events if one.type == "AGREE"] == [None]


def test_what_only_dates_another_event_is_as_old_as_that() -> None:
    text = "Sweden applied to join the alliance in May 2022, three months after Russia invaded Ukraine."
    reading = read(text, published="2024-01-24")
    (invasion,) = [event for event in reading.events if event.type == "ASSAULT"]
    assert invasion.status == "historical"


def test_those_who_are_obliged_are_not_asked(find: Find) -> None:
    assert [event for event in find("The allies are obliged to assist any member.") if event.type == "REQUEST"] == []


def test_accession_is_supported_by_who_ratifies_it(find: Find) -> None:
    (event,) = find("Hungary ratified the accession of Sweden.")
    assert (event.type, codes(event)) == ("SUPPORT", (["HUN"], ["SWE"]))


def test_force_that_is_only_announced_is_a_threat(find: Find) -> None:
    (event,) = [e for e in find("Iran will attack Israel on Monday.") if e.type == "ASSAULT"]
    assert (event.status, event.plover_type) == ("future", "THREATEN")


def test_force_that_is_only_possible_counts_as_nothing(find: Find) -> None:
    (event,) = [e for e in find("Iran could attack Israel.") if e.type == "ASSAULT"]
    assert (event.status, event.plover_type) == ("hypothetical", None)


def test_where_something_is_promised_is_not_what_is_promised(find: Find) -> None:
    events = {e.type: e for e in find("At talks with Egypt, Qatar promised loans.")}
    assert (events["CONSULT"].status, events["CONSULT"].parent) == ("actual", None)


def test_the_word_before_a_noun_acts(find: Find) -> None:
    (event,) = [e for e in find("Russian shelling of Ukraine went on.") if e.type == "ASSAULT"]
    assert codes(event) == (["RUS"], ["UKR"])


def test_who_promises_something_in_a_call_takes_part_in_it(find: Find) -> None:
    events = {e.type: e for e in find("In a telephone call with Egypt, Qatar promised loans.")}
    assert codes(events["CONSULT"])[0] == ["QAT", "EGY"]


def test_intensity_is_that_of_the_mode_or_type(find: Find) -> None:
    (strike,) = [e for e in find("Israel bombed Syria.") if e.type == "ASSAULT"]
    assert (strike.mode, strike.intensity) == ("aerial", -9.5)
    (thanks,) = find("Japan thanked Canada for its help.")
    assert (thanks.mode, thanks.intensity) == (None, 5)


def test_intensity_of_what_is_only_promised_is_that_of_the_promise(find: Find) -> None:
    (event,) = find("China will send aid to Nepal.")
    assert (event.type, event.plover_type, event.intensity) == ("AID", "AGREE", 2.5)


@pytest.mark.parametrize(
    ("sentence", "type_name"),
    [
        ("Norway provides €45m for farmers in Malawi.", "AID"),
        ("Britain gave £10m to Mozambique after the cyclone.", "AID"),
        ("Chile and Peru held naval exercises.", "COOPERATE"),
        ("Chile held naval exercises.", "MOBILIZE"),
    ],
)
def test_sums_however_written_and_what_two_do_at_once(find: Find, sentence: str, type_name: str) -> None:
    assert [event.type for event in find(sentence) if event.parent is None] == [type_name]


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("The air strike killed twelve soldiers.", ["ASSAULT"]),
        ("Zimbabwe's opposition rejected the referendum.", ["REJECT"]),
        ("Spain's opposition to the treaty was known.", ["ACCUSE"]),
        ("The bishop praised Pakistan's fight against corruption.", ["SUPPORT"]),
    ],
)
def test_a_noun_that_is_the_verb_or_somebody_is_no_second_event(find: Find, sentence: str, types: list[str]) -> None:
    assert [event.type for event in find(sentence)] == types


def test_who_walks_out_of_a_house_was_not_held_there(find: Find) -> None:
    events = find("Opposition members walked out of the Lok Sabha on Tuesday.")
    assert "RETREAT" not in {event.type for event in events}


def test_a_call_that_says_what_for_is_that_act(find: Find) -> None:
    (event,) = find("The emir telephoned the Sudanese president on Monday to congratulate him on the deal.")
    assert (event.type, event.plover_type, event.status) == ("SUPPORT", "SUPPORT", "actual")
    (event, *_) = find("Oslo sent a letter to the Danish minister threatening to close the border.")
    assert event.plover_type == "THREATEN"
    assert [who.code for who in event.recipients] == ["DNKGOV"]


def test_a_call_beside_which_somebody_speaks_is_a_call(find: Find) -> None:
    events = find("The emir telephoned the Sudanese president on Monday, urging him to end the fighting.")
    assert "CONSULT" in {event.plover_type for event in events}


def test_several_who_meet_somebody_meet_him_too(find: Find) -> None:
    (event,) = find("Ministers from Chad and Mali met the Nigerian president.")
    assert {who.code for who in event.actors} == {"TCDGOV", "MLIGOV", "NGAGOV"} or len(event.actors) == 3


def test_what_is_joined_to_a_condition_is_one(find: Find) -> None:
    events = find("Iran will attack Israel if the UN fails and Russia invades Poland.")
    (invasion,) = (event for event in events if event.trigger.words == "invades")
    assert (invasion.status, invasion.plover_type) == ("hypothetical", None)


def test_what_a_refusal_waits_for_has_not_happened(find: Find) -> None:
    events = find("Rebels will not free the pilots before the army withdraws from Goma.")
    (withdrawal,) = (event for event in events if event.trigger.words == "withdraws")
    assert withdrawal.status == "hypothetical"


def test_of_several_subjects_each_must_be_what_does_nothing(find: Find) -> None:
    events = find("Syrian air strikes and artillery fire hit the town of Douma.")
    assert "ASSAULT" in {event.plover_type for event in events if event.trigger.words == "hit"}
