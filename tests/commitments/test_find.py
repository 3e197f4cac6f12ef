"""What binds somebody: the kinds, who is bound, and what binds nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.commitments.schema import CUES, Cue
from dragoman.data_files import read_rows
from dragoman.records import ActorMention, Commitment, EventPattern

Bind = Callable[[str], tuple[Commitment, ...]]


def words(actors: tuple[ActorMention, ...]) -> list[str]:
    return [actor.mention.words for actor in actors]


def only(found: tuple[Commitment, ...]) -> Commitment:
    assert len(found) == 1, [(one.kind, one.extent.words) for one in found]
    return found[0]


@pytest.mark.parametrize("row", [entry.row for entry in read_rows(CUES, "cue", Cue)], ids=lambda row: row.example[:40])
def test_example_of_every_cue_binds(bind: Bind, row: Cue) -> None:
    assert row.kind in [one.kind for one in bind(row.example)]


@pytest.mark.parametrize(
    ("text", "kind", "bearers"),
    [
        ("The allies are obliged to assist any member that is attacked.", "obligation", ["The allies"]),
        ("Washington has a duty under the treaty to defend the Philippines.", "obligation", ["Washington"]),
        ("The treaty obliges Greece and Turkey to help Cyprus.", "obligation", ["Greece", "Turkey"]),
        ("Norway pledged to send two air defence batteries to Ukraine.", "pledge", ["Norway"]),
        ("Germany renewed its commitment to defend Lithuania.", "pledge", ["Germany"]),
        ("Canada vowed to respect the ruling.", "pledge", ["Canada"]),
        ("Oman offered to host talks between Iran and the United States.", "offer", ["Oman"]),
        ("China is willing to resume talks with Japan.", "offer", ["China"]),
        ("Iran threatened to attack Israel.", "threat", ["Iran"]),
        ("Japan's policy is not to export lethal weapons.", "policy", ["Japan"]),
        ("Poland plans to deploy two divisions in Lithuania.", "intent", ["Poland"]),
    ],
)
def test_kind_and_bearers(bind: Bind, text: str, kind: str, bearers: list[str]) -> None:
    found = only(bind(text))
    assert (found.kind, words(found.bearers)) == (kind, bearers)


@pytest.mark.parametrize(
    "text",
    [
        "Norway sent two air defence batteries to Ukraine.",
        "Iran did not threaten to attack Israel.",
        "Russia's ambassador left Berlin on Tuesday.",
        "",
    ],
)
def test_what_binds_nobody(bind: Bind, text: str) -> None:
    assert bind(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "bearers", "against"),
    [
        (
            "President Recep Tayyip Erdogan said Ankara would ratify the accession if Washington approved the sale.",
            "pledge",
            ["Ankara"],
            [],
        ),
        (
            "The Finnish foreign minister said Finland would attack Russia if Russia attacked Estonia.",
            "threat",
            ["Finland"],
            ["Russia"],
        ),
    ],
)
def test_what_would_be_done_on_a_condition(
    bind: Bind, text: str, kind: str, bearers: list[str], against: list[str]
) -> None:
    found = only(bind(text))
    assert (found.kind, words(found.bearers), words(found.against)) == (kind, bearers, against)
    assert found.condition is not None
    assert found.trigger is not None


@pytest.mark.parametrize(
    "text",
    [
        "The Israeli foreign ministry said Iran would attack Jordan if Jordan closed its border.",
        "The French president said Russia would withdraw if Ukraine withdrew.",
    ],
)
def test_forecast_of_anothers_doing_binds_nobody(bind: Bind, text: str) -> None:
    assert bind(text) == ()


def test_threat_has_whom_it_is_made_against_and_what_sets_it_off(bind: Bind) -> None:
    found = only(bind("Russia's foreign ministry warned Sweden that Moscow would respond if NATO attacked Belarus."))
    assert (found.kind, words(found.against)) == ("threat", ["Sweden"])
    assert isinstance(found.trigger, EventPattern)
    assert (found.trigger.type, found.trigger.actors, found.trigger.recipients) == ("ASSAULT", ("IGONAT",), ("BLR",))


def test_warning_without_a_condition_is_no_threat(bind: Bind) -> None:
    assert bind("The Swedish defence ministry warned that Russia had attacked Estonia.") == ()


def test_words_and_manner_stand_in_the_text(bind: Bind) -> None:
    text = "The United States promised on Monday to defend Japan immediately and by all available means."
    found = only(bind(text))
    assert [part.words for part in found.manner] == ["immediately", "by all available means"]
    for mention in (found.cue, found.extent, *found.manner):
        assert text[mention.start : mention.end] == mention.words


def test_same_text_gives_the_same_ids(bind: Bind) -> None:
    text = "Norway pledged to send tanks to Ukraine. Iran threatened to attack Israel."
    ids = [one.id for one in bind(text)]
    assert ids == [one.id for one in bind(text)]
    assert len(ids) == len(set(ids)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "If Washington had not intervened, India would have attacked Pakistan, the minister of India said.",
        "The council of Peru had offered to help Chile but later withdrew the offer.",
    ],
)
def test_what_was_not_or_is_taken_back_binds_nobody(bind: Bind, text: str) -> None:
    assert bind(text) == ()


def test_what_is_told_beside_a_promise_is_not_promised(bind: Bind) -> None:
    one = only(bind("Mali has promised to hold elections next year but has not set a date."))
    assert one.action is None
    assert words(one.bearers) == ["Mali"]


def test_a_sum_is_a_pledge_and_a_visit_beside_it_is_not(bind: Bind) -> None:
    one = only(bind("Norway promised Moldova 135 million dollars when its minister visited Chisinau."))
    assert (one.kind, words(one.bearers), one.action) == ("pledge", ["Norway"], None)


def test_a_speaker_whom_nobody_knows_is_not_the_next_one_named(bind: Bind) -> None:
    assert bind("A: We have proposed a timetable for a withdrawal, and Moscow has not even answered.") == ()


def test_who_remains_ready_offers(bind: Bind) -> None:
    one = only(bind("The EU remains ready to support Belarus with aid once the country holds free elections."))
    assert (one.kind, words(one.bearers)) == ("offer", ["The EU"])
    assert one.condition is not None
    assert one.condition.words == "once the country holds free elections"


def test_an_act_without_a_recipient_still_tells_a_pledge_from_a_threat(bind: Bind) -> None:
    one = only(bind("The French minister said France would supply air defence missiles if Armenia needed them."))
    assert one.kind == "pledge"
    assert isinstance(one.action, EventPattern)
    assert one.action.type == "AID"


def test_a_policy_that_is_spoken_of_is_not_what_it_is(bind: Bind) -> None:
    assert bind("Aides of the American president insisted that policy had not changed.") == ()


def test_what_a_treaty_says_an_attack_is_binds_in_the_present_too(bind: Bind) -> None:
    one = only(bind("Under Article 5 of the Washington Treaty, an attack on one ally is considered an attack on all."))
    assert one.kind == "obligation"
