"""Events ordered by type and sides: what is left out could not have mattered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.commitments.test_standing import DONE, END, NOT_TO, TANKS, THREAT, WAITS, commitment, later, news

from dragoman.commitments import News, history
from dragoman.treaties import Occurrence
from dragoman.treaties.fits import fit

PATTERNS = [
    TANKS, NOT_TO, THREAT, {"type": "AID"}, {"type": "CONSULT", "actors": ["bearer"], "recipients": ["any"]},
    {"state": "war", "of": "bearer"}, {"not": WAITS}, {"any": [THREAT, {"type": "AID"}]}, {"all": [WAITS, THREAT]},
]  # fmt: skip
kinds = st.sampled_from(["pledge", "offer", "threat", "obligation"])
codes = st.sampled_from(["DEU", "PRK", "KOR", "UKR", "DEUGOV"])
patterns = st.none() | st.sampled_from(PATTERNS)


@given(news, kinds, codes, codes, patterns, patterns)
def test_statuses_are_those_of_all_the_news(
    events: list[Occurrence], kind: str, by: str, to: str, action: Any, trigger: Any
) -> None:
    one = commitment(kind, by, to, action=action, trigger=trigger)
    events = [replace(event, id=str(number)) for number, event in enumerate(events)]
    assert history(one, News(events).of(one), until=END) == history(one, events, until=END)


@given(news, codes, codes, patterns)
def test_whatever_fits_is_awaited(events: list[Occurrence], by: str, to: str, trigger: Any) -> None:
    one = commitment("threat", by, to, trigger=trigger)
    events = [replace(event, id=str(number)) for number, event in enumerate(events)]
    fitting = {event.id for event in events if trigger is not None and fit(trigger, event, one.roles) is not None}
    assert fitting <= {event.id for event in News(events).awaited(one)}


def test_few_are_kept() -> None:
    others = [later("ASSAULT FRA → MLI", id=str(number)) for number in range(20)]
    assert News([*others, DONE]).of(commitment()) == (DONE,)


def test_an_unsaid_side_is_awaited_too() -> None:
    unsaid = later("AID → UKR")
    assert News([unsaid]).awaited(commitment(trigger=WAITS)) == (unsaid,)
