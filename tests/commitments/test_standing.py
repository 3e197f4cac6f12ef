"""What later events make of a commitment: each change with its day and its evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.treaties.told import DAY, party, told

from dragoman.commitments import Standing, history, standing_in, status_on
from dragoman.reader import Reader
from dragoman.records import Document
from dragoman.treaties import Occurrence

END = date(2024, 12, 31)
LATER = DAY + timedelta(days=10)
TANKS = {"type": "AID", "contexts": ["military"], "actors": ["DEU"], "recipients": ["UKR"]}


def commitment(kind: str = "pledge", by: str = "DEU", to: str = "UKR", **more: Any) -> Standing:
    values: dict[str, Any] = {
        "id": "c",
        "document": "d1",
        "day": DAY,
        "words": "said it would",
        "action": TANKS,
        **more,
    }
    return Standing(kind=kind, bearers=(party(by),), beneficiaries=(party(to),), **values)


def later(act: str, **more: Any) -> Occurrence:
    return told(act, **{"day": LATER, "last_day": LATER, **more})


WILL_NOT = later("AID DEU → UKR", contexts=("military",), status="negated", polarity="negative", tense="future")
DONE = later("AID DEU → UKR", contexts=("military",))
THREAT = {"type": "ASSAULT", "actors": ["PRK"], "recipients": ["KOR"]}
NOT_TO = {**THREAT, "polarity": "negative"}
WAITS = {"type": "AID", "actors": ["KOR"], "recipients": ["UKR"]}


def after(one: Standing, *events: Occurrence, until: date = END) -> tuple[str, date | None, str | None]:
    last = history(one, events, until=until)[-1]
    return last.status, last.day, last.event


CASES: list[tuple[str, Standing, tuple[Occurrence, ...], str]] = [
    ("nothing happened", commitment(), (), "standing"),
    ("it was done", commitment(), (DONE,), "fulfilled"),
    ("it was done, but not said to be military", commitment(), (replace(DONE, contexts=()),), "standing"),
    ("it was done by another", commitment(), (later("AID FRA → UKR", contexts=("military",)),), "standing"),
    ("it is only planned", commitment(), (replace(DONE, status="future"),), "standing"),
    ("it is only feared", commitment(), (replace(DONE, parent="ACCUSE"),), "standing"),
    ("it was done before", commitment(), (replace(DONE, day=DAY - timedelta(days=1)),), "standing"),
    ("its own article tells it", commitment(), (replace(DONE, document="d1"),), "standing"),
    ("its bearer says it will not", commitment(),
     (WILL_NOT,), "withdrawn"),
    ("a stranger says it will not", commitment(),
     (replace(WILL_NOT, tellers=(party("FRAGOV"),)),), "standing"),
    ("kept from, and done", commitment(by="PRK", to="KOR", action=NOT_TO), (later("ASSAULT PRKMIL → KOR"),), "broken"),
    ("a threat carried out", commitment("threat", by="PRK", to="KOR", action=THREAT),
     (later("ASSAULT PRKMIL → KOR"),), "fulfilled"),
    ("done before its condition", commitment("threat", by="PRK", to="KOR", action=THREAT, trigger=WAITS),
     (later("ASSAULT PRKMIL → KOR"),), "standing"),
    ("done after its condition", commitment("threat", by="PRK", to="KOR", action=THREAT, trigger=WAITS),
     (told("AID KOR → UKR", day=DAY + timedelta(days=2)), later("ASSAULT PRKMIL → KOR")), "fulfilled"),
    ("what unless waits for has happened",
     commitment("threat", by="PRK", to="KOR", action=THREAT, trigger={"not": WAITS}),
     (later("AID KOR → UKR"),), "expired"),
    ("its offer is withdrawn", commitment("offer", by="PRK", to="KOR", action=None),
     (later("REJECT PRK → KOR", trigger="withdrew", words="North Korea withdrew its offer of talks"),), "withdrawn"),
    ("another's offer is withdrawn", commitment("offer", by="PRK", to="KOR", action=None),
     (later("REJECT JPN → KOR", trigger="withdrew", words="Japan withdrew its offer of talks"),), "standing"),
    ("an offer to another is withdrawn", commitment("offer", by="PRK", to="KOR", action=None),
     (later("REJECT PRK → JPN", trigger="withdrew", words="North Korea withdrew its offer to Japan"),), "standing"),
    ("a promise is broken", commitment(action=None),
     (later("REJECT DEU → UKR", trigger="broke", words="Germany broke its promise"),), "broken"),
    ("a text is left", commitment("obligation", by="MLI", to="NER", action=None, instrument="treaty"),
     (later("REJECT MLI → NER", trigger="withdrawal", words="its withdrawal from the treaty with it"),), "withdrawn"),
    ("some other text is left", commitment("obligation", by="MLI", to="NER", action=None, instrument="treaty"),
     (later("REJECT MLI → ", trigger="withdrawal", words="its withdrawal from the treaty"),), "standing"),
    ("talks were held", commitment("offer", by="PRK", to="KOR", action={"type": "CONSULT", "actors": ["PRK"]}),
     (later("CONSULT KOR PRK → "),), "fulfilled"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "one", "events", "status"), CASES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_status(what: str, one: Standing, events: tuple[Occurrence, ...], status: str) -> None:
    found, day, event = after(one, *events)
    assert found == status, what
    if status != "standing":
        assert (day, event) == (LATER, events[-1].id)


def test_a_deadline_that_passes_is_no_breach() -> None:
    one = commitment(deadline=date(2024, 7, 31))
    assert after(one, until=date(2024, 7, 31))[0] == "standing"
    assert after(one, until=date(2024, 8, 1))[:2] == ("expired", date(2024, 8, 1))
    assert after(one, DONE)[0] == "fulfilled"
    assert after(one, replace(DONE, day=date(2024, 8, 2)))[0] == "expired"


def test_status_on_a_day() -> None:
    changes = history(commitment(), (DONE,), until=END)
    assert status_on(changes, LATER - timedelta(days=1)) == "standing"
    assert status_on(changes, LATER) == "fulfilled"


def test_an_undated_commitment_stands() -> None:
    assert after(commitment(day=None), DONE)[0] == "standing"


def test_every_change_names_what_it_rests_on() -> None:
    first, second = history(commitment(), (DONE,), until=END)
    assert (first.words, first.document, first.event) == ("said it would", "d1", None)
    assert (second.words, second.document, second.event, second.rule) == (DONE.words, "d2", DONE.id, "it was done")


days = st.dates(DAY - timedelta(days=20), DAY + timedelta(days=40))
acts = st.sampled_from([
    DONE, later("ASSAULT PRK → KOR"), replace(DONE, status="future"),
    later("REJECT DEU → UKR", trigger="withdrew", words="Germany withdrew its pledge"),
])  # fmt: skip
news = st.lists(
    st.builds(lambda act, day, key: replace(act, day=day, id=key), acts, days, st.sampled_from("abc")), max_size=5
)
deadlines = st.none() | days


@given(news, deadlines, st.randoms())
def test_the_order_of_the_news_does_not_matter(events: list[Occurrence], deadline: date | None, random: Any) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)
    one = commitment(deadline=deadline)
    before, behind = (history(one, many, until=END) for many in (events, shuffled))
    assert [(change.status, change.day, change.event) for change in before] == [
        (change.status, change.day, change.event) for change in behind
    ]


@given(news, deadlines, days)
def test_what_is_known_by_a_day_is_not_changed_by_later_days(
    events: list[Occurrence], deadline: date | None, day: date
) -> None:
    one = commitment(deadline=deadline)
    assert status_on(history(one, events, until=END), day) == status_on(history(one, events, until=day), day)


@given(news, deadlines)
def test_one_end_at_most_and_it_comes_later(events: list[Occurrence], deadline: date | None) -> None:
    changes = history(commitment(deadline=deadline), events, until=END)
    assert [change.status for change in changes].count("standing") == 1
    assert len(changes) <= 2
    assert all(change.day and change.day > DAY for change in changes[1:]) or deadline is not None


def test_standing_in_a_reading() -> None:
    reading = Reader().read(Document.plain("Germany promised to deliver tanks to Ukraine by 31 July.", published=DAY))
    (one,) = standing_in(reading)
    assert (one.kind, one.day, one.deadline) == ("pledge", DAY, date(2024, 7, 31))
    assert after(one, DONE)[0] == "fulfilled"
