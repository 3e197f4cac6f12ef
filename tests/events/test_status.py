"""What the news only supposes, plans, denies or recalls is never counted as done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.reader import read
from dragoman.records import Event

Find = Callable[[str], tuple[Event, ...]]

DAY = date(2024, 6, 25)


def event_of(sentence: str, trigger: str) -> Event:
    return next(event for event in read(sentence, published=DAY).events if event.trigger.words.startswith(trigger))


@pytest.mark.parametrize(
    ("sentence", "trigger", "status", "counted"),
    [
        # would have, could have: it was not
        ("Had Washington not intervened, India would have attacked Pakistan.", "attacked", "hypothetical", None),
        ("Russia would have attacked Estonia without NATO, the minister said.", "attacked", "hypothetical", None),
        ("France could have sent troops to Mali.", "sent", "hypothetical", None),
        ("Iran said it would attack Israel.", "attack", "future", "THREATEN"),
        # what somebody did not say
        ("The president did not say that France would send troops to Mali.", "send", "hypothetical", None),
        ("Germany does not believe that Russia will attack Poland.", "attack", "hypothetical", None),
        # infinitives behind a noun
        ("Police arrested a man paid by a banker to attack the parliament of Peru.", "attack", "hypothetical", None),
        ("There was no reason to attack Iran, the minister said.", "attack", "negated", None),
        ("Kenya was the first country to condemn the junta.", "condemn", "actual", "ACCUSE"),
        # what hangs on a thing that does not exist yet
        ("The council wants to adopt a resolution condemning Israel.", "condemning", "hypothetical", None),
        ("The ministers failed to agree on a statement criticising China.", "criticising", "negated", None),
        ("The council adopted a resolution condemning Israel.", "condemning", "actual", "ACCUSE"),
        # nouns of what may come
        ("There is a risk of a war between Iran and Israel.", "war", "hypothetical", None),
        ("Rumours of an attack by Israel spread in Tehran.", "attack", "hypothetical", None),
        ("The decree raised fears of a war with Eritrea.", "war", "hypothetical", None),
        ("Kenya will expel two envoys over the poisoning of a spy by Chad.", "poisoning", "actual", "ASSAULT"),
        ("The war between Iran and Iraq ruined both.", "war", "actual", "ASSAULT"),
        # ready, and asked
        ("The EU remains ready to support Belarus with three billion euros.", "support", "future", None),
        ("Britain called on Iran to release the sailors.", "release", "hypothetical", None),
        # what is dated after the page
        ("The foreign minister of France visits Beijing next week.", "visits", "future", "AGREE"),
        ("The cabinet of Kenya called a meeting with Uganda for Friday.", "meeting", "future", None),
        # what it is called, and where one is not
        ("The president of Mexico called the raid by Chad on Ecuador a crime.", "raid", "actual", "ASSAULT"),
        ("Britain is not at war with Yemen.", "war", "negated", None),
        ("Moldova braces for a halt of Russian gas supplies.", "halt", "future", "THREATEN"),
        # weighed, and twice denied
        ("Germany is considering whether to send tanks to Ukraine.", "send", "hypothetical", None),
        ("There are no plans for a meeting between Putin and Erdogan.", "meeting", "negated", "REJECT"),
        ("Israel did not rule out an attack on Iran.", "attack", "hypothetical", None),
        ("Police prevented an attack on the embassy of Israel.", "attack", "negated", None),
        # judged, answered, foreseen
        ("Invading Ukraine was a mistake.", "Invading", "actual", None),
        ("It is dangerous to attack Iran, the paper wrote.", "attack", "hypothetical", None),
        ("Brazil said that it regretted the tariff and would help Mexico.", "help", "future", "AGREE"),
        ("France spoke to Japan, adding that it would help Mexico.", "help", "future", "AGREE"),
        ("The company cut its forecast for sales to China.", "sales", "hypothetical", None),
        ("The general once led talks with North Korea.", "talks", "historical", "CONSULT"),
        ("The general once again led talks with North Korea.", "talks", "actual", "CONSULT"),
        ("India banned a rally by the opposition.", "rally", "negated", None),
        ("The police of Kenya resorted to beating students.", "beating", "actual", "ASSAULT"),
        ("The officer admitted to killing a protester in Lima.", "killing", "actual", None),
        ("Those who threaten Denmark should know that it watches.", "threaten", "hypothetical", None),
        ("Those who attacked Denmark fled.", "attacked", "actual", "ASSAULT"),
        # nearly, to begin, and reports that are taken back
        ("Armenia and Turkey were close to signing a treaty, Qatar said.", "signing", "future", "AGREE"),
        ("Armenia and Turkey are on the verge of signing a treaty.", "signing", "future", "AGREE"),
        ("Germany discussed the idea of sending troops to Ukraine.", "sending", "hypothetical", None),
        ("Talks between Iran and Britain will resume in Geneva.", "Talks", "future", "AGREE"),
        ("Talks between Iran and Britain resumed in Geneva.", "Talks", "actual", "CONSULT"),
        ("The minister dismissed reports that Kenya had sent police to Haiti.", "sent", "negated", None),
        # background of another clause
        ("The army of Britain struck sites in Yemen used to launch drones.", "struck", "actual", "ASSAULT"),
        ("Chad used to attack the rebels of Mali.", "attack", "historical", "ASSAULT"),
        ("Oslo says that Russian border guards used to turn travellers back.", "turn", "historical", "COERCE"),
        ("The general threatened to attack the rebels of Mali.", "attack", "hypothetical", None),
        # what any such act sets off
        ("An attack on Mali triggers consultations with Niger.", "attack", "hypothetical", None),
        # to say so is the threat
        ("Iran said that it would respond to the sanctions of Japan.", "respond", "actual", "THREATEN"),
        ("In Gaza, where the war began a year ago, Israeli forces shelled Rafah.", "shelled", "actual", "ASSAULT"),
        ("Washington has troops stationed in Seoul, a legacy of the Korean War.", "stationed", "actual", "MOBILIZE"),
        ("Ethiopia has fought the rebels since 2006.", "fought", "actual", "ASSAULT"),
        ("Ethiopia fought the rebels in 2006.", "fought", "historical", "ASSAULT"),
    ],
)
def test_status(sentence: str, trigger: str, status: str, counted: str | None) -> None:
    event = event_of(sentence, trigger)
    assert (event.status, event.plover_type) == (status, counted)


def test_the_speaker_of_a_turn_is_no_event() -> None:
    reading = read("QUESTION: Would Canada suspend arms deliveries if Israel went ahead?", published=DAY)
    assert [event for event in reading.events if event.plover_type] == []


def test_what_somebody_is_expected_to_do_is_his_and_not_asked_of_him() -> None:
    reading = read("Egypt is expected to back Somalia.", published=DAY)
    found = [(event.type, event.status, [who.code for who in event.actors]) for event in reading.events]
    assert found == [("SUPPORT", "future", ["EGY"])]


def test_a_question_behind_its_letter_is_one() -> None:
    reading = read("Q Will Britain now sanction Iran?", published=DAY)
    assert [event.status for event in reading.events] == ["hypothetical"]


def test_whom_a_call_asks_is_to_do_it() -> None:
    event = event_of("Britain called on Iran to release the sailors.", "release")
    assert [who.code for who in event.actors] == ["IRN"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The Security Council on Wednesday adopted a resolution to impose new sanctions on North Korea.", "actual"),
        ("The Security Council is to adopt a resolution to impose new sanctions on North Korea.", "future"),
        ("The Security Council adopted a plan to impose new sanctions on North Korea.", "hypothetical"),
    ],
)
def test_what_a_resolution_imposes_is_done_with_it(find: Find, sentence: str, status: str) -> None:
    assert [event.status for event in find(sentence) if event.type == "SANCTION"] == [status]
