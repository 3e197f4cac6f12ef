"""Which articles an event of the news may have set off, and what stays open about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.treaties.test_casus import DEFENCE, PEACE, treaty
from tests.treaties.told import DAY, party, told

from dragoman.treaties import Attack, Candidate, Occurrence, TreatyLibrary, attacks_of, treaty_candidates

ALLIES = treaty("T1", ("BBB", "CCC", "DDD"), DEFENCE)
ATTACK = told("ASSAULT AAAMIL → BBB", place="Bee", place_country="BBB")


def found(*events: Occurrence, treaties: Any = (ALLIES,)) -> tuple[Candidate, ...]:
    return treaty_candidates(events, TreatyLibrary(treaties))


def test_the_allies_of_the_victim_are_bearers_and_the_words_are_evidence() -> None:
    (one,) = found(ATTACK)
    assert (one.key, one.article, one.kind) == ("T1", "1", "defence")
    assert (one.bearers, one.beneficiaries) == (("CCC", "DDD"), ("BBB",))
    assert one.evidence == (ATTACK,)
    assert one.gaps == ("told by one source alone: The Daily",)


def test_what_a_side_alleges_is_said_to_be_alleged_by_it() -> None:
    (one,) = found(replace(ATTACK, tellers=(party("BBBGOV"),)))
    assert one.gaps == ("alleged by BBBGOV (BBBGOV), the side to whom it is said to be done",)


def test_two_papers_fill_each_others_gaps() -> None:
    vague = replace(ATTACK, id="2", document="d3", publisher="The Post", place_country=None, place=None)
    assert "where it happened is not said" in found(vague)[0].gaps
    (one,) = found(ATTACK, vague)
    assert one.gaps == ()
    assert len(one.evidence) == 2


def test_gaps_of_status_day_place_mode_and_parent() -> None:
    open_one = replace(
        ATTACK,
        status="hypothetical",
        day_is_told=False,
        place_country="EEE",
        mode="beat",
        parent="ACCUSE",
        presupposed=True,
    )
    gaps = "; ".join(found(open_one)[0].gaps)
    for words in (
        "not said to have happened: hypothetical", "only the content of ACCUSE", "said only in passing",
        "the page's is taken", "in EEE, outside the territory of BBB", "whether beat is an armed attack",
    ):  # fmt: skip
        assert words in gaps


def test_the_articles_own_area_and_limits_are_gaps() -> None:
    narrow = treaty("T1", ("BBB", "CCC"), {**DEFENCE, "area": "Europe", "exclusions": "only in winter"})
    gaps = found(ATTACK, treaties=(narrow,))[0].gaps
    assert {"the article holds for Europe", "the article's own limit: only in winter"} <= set(gaps)


def test_a_territory_that_the_article_leaves_out_is_none() -> None:
    narrow = treaty("T1", ("BBB", "CCC"), {**DEFENCE, "outside": ["FLK"]})
    assert found(replace(ATTACK, place_country="FLK"), treaties=(narrow,)) == ()


def test_the_attack_breaks_a_promise_of_peace() -> None:
    (one,) = found(ATTACK, treaties=(treaty("T1", ("AAA", "BBB"), PEACE),))
    assert (one.kind, one.bearers) == ("non-aggression", ("AAA",))


def test_who_attacked_may_be_unsaid_but_no_armed_group_is_a_state() -> None:
    assert "who did it is not said" in found(told("ASSAULT → BBB"))[0].gaps
    assert found(told("ASSAULT AAAREB → BBB")) == ()
    assert found(told("ASSAULT BBBMIL → BBBCVL")) == ()


def test_treaties_count_as_they_stood_on_the_day() -> None:
    later = treaty("T1", ("BBB", "CCC"), DEFENCE, joined={"CCC": date(2024, 7, 1)})
    assert found(ATTACK, treaties=(later,)) == ()
    assert found(replace(ATTACK, day=date(2024, 7, 1)), treaties=(later,)) != ()
    assert found(replace(ATTACK, day=None), treaties=(later,)) == ()


def test_a_threat_sets_off_only_what_waits_for_threats() -> None:
    consult = {
        "kind": "consultation",
        "strength": "consult",
        "trigger": {"type": "THREATEN", "recipients": ["beneficiary"]},
    }
    (one,) = found(told("THREATEN AAA → BBB"), treaties=(treaty("T1", ("BBB", "CCC"), DEFENCE, consult),))
    assert one.kind == "consultation"


def test_attacks_of_an_event() -> None:
    assert attacks_of(told("ASSAULT AAAMIL → BBB CCC")) == (
        Attack(attacker="AAA", victim="BBB"),
        Attack(attacker="AAA", victim="CCC"),
    )
    assert attacks_of(ATTACK) == (Attack(attacker="AAA", victim="BBB", place="BBB"),)


events = st.lists(
    st.builds(
        lambda act, day, source: told(act, id=f"{act}{day}", day=day, document=f"by {source}", publisher=source),
        st.sampled_from(["ASSAULT AAA → BBB", "ASSAULT AAAMIL → CCC", "THREATEN AAA → BBB", "AID AAA → BBB"]),
        st.sampled_from([DAY, date(2024, 6, 26)]),
        st.sampled_from(["The Daily", "The Post"]),
    ),
    max_size=5,
)


@given(events, st.randoms())
def test_the_order_of_the_news_does_not_matter(news: list[Occurrence], random: Any) -> None:
    shuffled = list(news)
    random.shuffle(shuffled)
    assert found(*news) == found(*shuffled)


@given(events)
def test_every_candidate_rests_on_events_of_its_day_and_sides(news: list[Occurrence]) -> None:
    for one in found(*news):
        assert one.evidence
        assert all(event.day == one.day and event in news for event in one.evidence)
        assert not {one.attacker, one.victim} & set(one.bearers)
