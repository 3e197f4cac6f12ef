"""The engine: rounds, who enters, conflicts; and properties over libraries of made-up treaties."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dragoman.treaties import Attack, Casus, TreatyLibrary, casus
from dragoman.treaties.schema import Treaty

DAY = date(2020, 6, 1)
STATES = ("AAA", "BBB", "CCC", "DDD", "EEE", "FFF")


def treaty(key: str, parties: tuple[str, ...], *obligations: dict[str, Any], **more: Any) -> Treaty:
    rows = [{"article": "1", "action": "help", **one} for one in obligations]
    given_values = {"id": key, "label": key, "signed": date(2000, 1, 1), "source": "made up", **more}
    return Treaty.model_validate({**given_values, "parties": parties, "obligation": rows})


DEFENCE = {"kind": "defence", "strength": "automatic"}
OWN = {"kind": "defence", "strength": "own decision"}
PEACE = {"kind": "non-aggression", "strength": "automatic"}


def answer(*treaties: Treaty, attack: str = "AAA:BBB", on: date = DAY, assume: Any = "automatic") -> Casus:
    attacker, victim = attack.split(":")
    return casus(Attack(attacker=attacker, victim=victim), on=on, library=TreatyLibrary(treaties), assume=assume)


def entered(result: Casus) -> set[str]:
    return {state for one in result.rounds for state in one.enters}


def test_an_ally_that_enters_draws_in_his_own_ally() -> None:
    chain = (treaty("T1", ("BBB", "CCC"), DEFENCE), treaty("T2", ("CCC", "DDD"), DEFENCE))
    result = answer(*chain)
    assert [one.enters for one in result.rounds] == [("CCC",), ("DDD",), ()]
    assert result.rounds[1].attacks == (Attack(attacker="AAA", victim="CCC"),)


def test_own_decision_stops_unless_all_is_assumed() -> None:
    chain = (treaty("T1", ("BBB", "CCC"), OWN), treaty("T2", ("CCC", "DDD"), DEFENCE))
    assert answer(*chain).bound_to_defend() == ("CCC",)
    assert entered(answer(*chain)) == set()
    assert entered(answer(*chain, assume="all")) == {"CCC", "DDD"}


def test_nobody_enters_where_none_is_assumed() -> None:
    result = answer(treaty("T1", ("BBB", "CCC"), DEFENCE), assume="none")
    assert result.bound_to_defend() == ("CCC",)
    assert len(result.rounds) == 1


def test_one_way_obligations_bind_one_way() -> None:
    one_way = treaty("T1", ("BBB", "CCC"), {**DEFENCE, "bearers": ["CCC"], "beneficiaries": ["BBB"]})
    assert answer(one_way).bound_to_defend() == ("CCC",)
    assert answer(one_way, attack="AAA:CCC").bound_to_defend() == ()


def test_conflicts_are_shown_for_both_sides_and_for_promised_peace() -> None:
    both = (treaty("T1", ("BBB", "CCC"), DEFENCE), treaty("T2", ("AAA", "CCC"), DEFENCE, PEACE))
    kinds = {conflict.kind for conflict in answer(*both).conflicts}
    assert kinds == {"bound to both sides", "non-aggression against a duty to defend"}


def test_the_attack_itself_breaks_a_promise_of_peace() -> None:
    (breach,) = answer(treaty("T1", ("AAA", "BBB"), PEACE)).breaches
    assert (breach.bearer, breach.beneficiary) == ("AAA", "BBB")


def test_offence_draws_in_on_the_side_of_the_attacker() -> None:
    treaties = (
        treaty("T1", ("AAA", "CCC"), {"kind": "offence", "strength": "automatic"}),
        treaty("T2", ("BBB", "DDD"), {**DEFENCE, "against": ["CCC"]}),
    )
    result = answer(*treaties)
    assert result.rounds[0].enters == ("CCC",)
    assert result.rounds[1].enters == ("DDD",)


def test_attackers_and_places_that_the_article_leaves_out() -> None:
    outsiders = treaty("T1", ("AAA", "BBB", "CCC"), {**DEFENCE, "against": "outsiders"})
    assert answer(outsiders).bound_to_defend() == ()
    assert answer(outsiders, attack="DDD:BBB").bound_to_defend() == ("AAA", "CCC")
    area = TreatyLibrary([treaty("T1", ("BBB", "CCC"), {**DEFENCE, "outside": ["FLK"]})])
    assert casus(Attack(victim="BBB", place="FLK"), on=DAY, library=area).bound_to_defend() == ()
    assert casus(Attack(victim="BBB"), on=DAY, library=area).bound_to_defend() == ("CCC",)


def test_a_reservation_frees_both_sides() -> None:
    reserved = treaty("T1", ("BBB", "CCC", "DDD"), DEFENCE, reservations={"DDD": ["defence"]})
    assert answer(reserved).bound_to_defend() == ("CCC",)
    assert answer(reserved, attack="AAA:DDD").bound_to_defend() == ()


parties = st.lists(st.sampled_from(STATES), min_size=2, max_size=6, unique=True).map(tuple)
kinds = st.lists(st.sampled_from([DEFENCE, OWN, PEACE]), min_size=1, max_size=3, unique_by=str)
libraries = st.lists(st.tuples(parties, kinds), max_size=6).map(
    lambda rows: tuple(treaty(f"T{n}", members, *kind) for n, (members, kind) in enumerate(rows))
)
assumptions = st.sampled_from(["automatic", "all", "none"])


@given(libraries, assumptions)
def test_it_ends_and_nobody_enters_twice(treaties: tuple[Treaty, ...], assume: str) -> None:
    result = answer(*treaties, assume=assume)
    states = [state for one in result.rounds for state in one.enters]
    assert len(states) == len(set(states)) <= len(STATES)
    assert not {"AAA", "BBB"} & set(states)


@given(libraries, st.randoms(), assumptions)
def test_the_order_of_the_treaties_does_not_matter(treaties: tuple[Treaty, ...], random: Any, assume: str) -> None:
    shuffled = list(treaties)
    random.shuffle(shuffled)
    assert answer(*treaties, assume=assume) == answer(*shuffled, assume=assume)


@given(libraries, st.sampled_from(STATES), st.integers(min_value=0, max_value=5), assumptions)
def test_a_new_member_frees_nobody(treaties: tuple[Treaty, ...], state: str, which: int, assume: str) -> None:
    before = answer(*treaties, assume=assume)
    wider = [
        one.model_copy(update={"parties": tuple({*one.parties, state})}) if number == which else one
        for number, one in enumerate(treaties)
    ]
    after = answer(*wider, assume=assume)
    assert set(before.bound_to_defend()) <= set(after.bound_to_defend())
    assert entered(before) <= entered(after)


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(1, 4000), st.integers(1, 4000))
def test_a_party_is_bound_from_its_day_until_the_day_it_leaves(start: date, stay: int, offset: int) -> None:
    leave, day = start + timedelta(days=stay), start - timedelta(days=2000) + timedelta(days=offset)
    one = treaty("T1", ("BBB", "CCC"), DEFENCE, signed=date(1980, 1, 1), joined={"CCC": start}, left={"CCC": leave})
    assert (answer(one, on=day).bound_to_defend() == ("CCC",)) == (start <= day < leave)


@given(st.permutations(STATES), st.sampled_from(["automatic", "all"]))
def test_a_ring_of_allies_ends(ring: list[str], assume: str) -> None:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    result = answer(*(treaty(f"T{n}", pair, DEFENCE) for n, pair in enumerate(pairs)), assume=assume)
    assert len(result.rounds) <= len(STATES)
    assert entered(result) <= set(STATES) - {"AAA", "BBB"}


OFFENCE = {"kind": "offence", "strength": "automatic"}
mixed = st.lists(st.sampled_from([DEFENCE, OWN, PEACE, OFFENCE]), min_size=1, max_size=3, unique_by=str)
fuller = st.lists(st.tuples(parties, mixed), max_size=6).map(
    lambda rows: tuple(treaty(f"T{n}", members, *kind) for n, (members, kind) in enumerate(rows))
)


@given(fuller, parties, mixed, assumptions)
def test_a_new_treaty_frees_nobody(treaties: tuple[Treaty, ...], members: Any, kind: Any, assume: str) -> None:
    before, after = answer(*treaties, assume=assume), answer(*treaties, treaty("NEW", members, *kind), assume=assume)
    assert set(before.bound_to_defend()) <= set(after.bound_to_defend())
    assert entered(before) <= entered(after)


@given(fuller)
def test_the_more_is_assumed_the_more_enter(treaties: tuple[Treaty, ...]) -> None:
    none, automatic, everybody = (entered(answer(*treaties, assume=one)) for one in ("none", "automatic", "all"))
    assert none == set() <= automatic <= everybody


@given(st.integers(0, 900), st.integers(1, 300), st.integers(1, 300))
def test_suspensions_and_the_days_of_an_article_are_windows(offset: int, stay: int, away: int) -> None:
    day, first = date(2019, 1, 1) + timedelta(days=offset), date(2019, 6, 1)
    end = first + timedelta(days=away)
    apart = treaty("T1", ("BBB", "CCC"), DEFENCE, suspended={"CCC": [[first, end]]})
    assert (answer(apart, on=day).bound_to_defend() == ()) == (first <= day < end)
    until = first + timedelta(days=stay)
    short = treaty("T1", ("BBB", "CCC"), {**DEFENCE, "since": first, "until": until})
    assert (answer(short, on=day).bound_to_defend() == ("CCC",)) == (first <= day < until)
