"""Words of acts in names, games, stories and counts, which are no acts; and the same words in earnest, which are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.events.passing import read_realms, read_topics_rows
from dragoman.events.schema import Realm, Topic
from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]


def counted(events: tuple[Event, ...]) -> list[tuple[str, str]]:
    return [(one.type, one.trigger.words) for one in events if one.plover_type and one.status != "negated"]


@pytest.mark.parametrize("realm", read_realms(), ids=lambda realm: realm.name)
def test_in_a_realm_nothing_happens(find: Find, realm: Realm) -> None:
    assert counted(find(realm.example)) == []


@pytest.mark.parametrize("topic", read_topics_rows(), ids=lambda topic: topic.example)
def test_what_is_only_a_topic_does_not_happen(find: Find, topic: Topic) -> None:
    assert counted(find(topic.example)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Organisation for the Prohibition of Chemical Weapons has its seat in The Hague.",
        "Shooting Stars of Ibadan drew with Enyimba in Aba.",
        "The Committee Against Torture has ten members.",
    ],
)
def test_a_word_of_a_name_is_no_act(find: Find, sentence: str) -> None:
    assert counted(find(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        # nobody can suffer it
        "The engineers attacked the noise of the turbine.",
        "A Dutch historian demolishes the legend.",
        "The guests mounted an assault on the buffet.",
        # nobody does it, and to nobody
        "The certification process rejects any compromise.",
    ],
)
def test_a_figure_of_speech_is_no_act(find: Find, sentence: str) -> None:
    assert counted(find(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "type_name"),
    [
        # what may suffer force, and what acts for somebody
        ("Rebels attacked the refinery.", "ASSAULT"),
        ("A drone hit the warehouse.", "ASSAULT"),
        # a capital makes no name of a word in a headline, nor at the beginning of a sentence
        ("Israel Launches Attack on Lebanon", "ASSAULT"),
        ("Bombing by Sudan killed nine people in Chad.", "ASSAULT"),
        # whoever is in earnest at a match
        ("Police in Cairo fired on fans of Zamalek in the second half of the match.", "ASSAULT"),
        ("Gunmen attacked supporters of Zamalek at half-time.", "ASSAULT"),
        ("Protesters blocked the peloton in Bilbao.", "PROTEST"),
        # whoever is known acts, whatever the words around it
        ("Turkey banned a novel about the massacre.", "COERCE"),
        ("Canada imposed sanctions on Russia, and sterling and the yen rose.", "SANCTION"),
    ],
)
def test_in_earnest_it_is_one(find: Find, sentence: str, type_name: str) -> None:
    assert type_name in [kind for kind, _ in counted(find(sentence))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Attacks by Israel on Lebanon have increased.",
        "The murder of a priest by Serbian police shocked the village.",
    ],
)
def test_what_somebody_does_happens_whatever_is_said_of_it(find: Find, sentence: str) -> None:
    assert "ASSAULT" in [kind for kind, _ in counted(find(sentence))]


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("The prosecutor in Lima indicted nine men over the burning of a house in Mali.", [("ACCUSE", "indicted")]),
        ("Norway opened an exhibition of pictures from the siege of Sarajevo.", []),
        ("The envoy of Chad read out notes addressed to Mali.", []),
        # those named hold a protest, and what has happened to somebody has happened
        ("Monks filed through Yangon in protest at the government of Chad.", [("PROTEST", "protest")]),
        ("Two villagers were shot in Mali on Monday.", [("ASSAULT", "shot")]),
    ],
)
def test_an_act_that_no_word_says_who_does_is_only_touched_on(
    find: Find, sentence: str, acts: list[tuple[str, str]]
) -> None:
    assert counted(find(sentence)) == acts
