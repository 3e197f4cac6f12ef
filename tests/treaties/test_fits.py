from __future__ import annotations

from typing import Any

import pytest
from tests.treaties.told import told

from dragoman.treaties.fits import averts, fit, in_words

ROLES = {"bearer": ("RUS",), "beneficiary": ("PRK",)}
ARMS = {"type": "AID", "contexts": ["military"], "actors": ["KOR"], "recipients": ["UKR"]}
WAR = {"state": "war", "of": "beneficiary"}

FITS: list[tuple[dict[str, Any], Any, Any]] = [
    (ARMS, told("AID KOR → UKR", contexts=("military",)), ()),
    (ARMS, told("AID KORMIL → UKRMIL", contexts=("military", "economic")), ()),
    (ARMS, told("AID KOR → UKR"), ("that it is military is not said",)),
    (ARMS, told("AID KORBUS → UKR", contexts=("military",)), None),
    (ARMS, told("AID JPN → UKR", contexts=("military",)), None),
    (ARMS, told("AID KOR → UKR", contexts=("military",), polarity="negative"), None),
    ({"type": "ASSAULT", "recipients": ["beneficiary"]}, told("ASSAULT KOR → PRK"), ()),
    ({"type": "ASSAULT", "recipients": ["beneficiary"]}, told("ASSAULT KOR → PRKREB"), None),
    ({"type": "ASSAULT", "recipients": ["nobody's"]}, told("ASSAULT KOR → PRK"), None),
    ({"type": "ASSAULT", "actors": ["USA"], "recipients": ["PRK"]}, told("ASSAULT → PRK"), ("who did it is not said",)),
    (WAR, told("ASSAULT KOR → PRK"), ("whether an attack is a state of war is not said",)),
    (WAR, told("THREATEN KOR → PRK"), None),
    ({"any": [ARMS, WAR]}, told("ASSAULT KOR → PRK"), ("whether an attack is a state of war is not said",)),
    ({"not": ARMS}, told("AID KOR → UKR", contexts=("military",)), None),
]


@pytest.mark.parametrize(("pattern", "event", "gaps"), FITS)
def test_fit(pattern: dict[str, Any], event: Any, gaps: Any) -> None:
    assert fit(pattern, event, ROLES) == gaps


def test_one_of_two_parts_is_a_candidate_that_waits_for_the_other() -> None:
    both = {"all": [{"type": "ASSAULT", "recipients": ["PRK"]}, ARMS]}
    assert fit(both, told("ASSAULT KOR → PRK"), ROLES) == ("it also waits for: AID (military) KOR → UKR",)


def test_done_to_people_of_the_state_is_a_gap() -> None:
    (gap,) = fit({"type": "ASSAULT", "recipients": ["PRK"]}, told("ASSAULT KOR → PRKCVL"), ROLES) or ()
    assert "not to the state as such" in gap


def test_a_role_that_nobody_has_fits_nobody() -> None:
    pattern = {"type": "ASSAULT", "recipients": ["bearer"]}
    assert fit(pattern, told("ASSAULT KOR → PRK"), {"bearer": (), "beneficiary": ()}) is None


def test_what_unless_waits_for_averts() -> None:
    unless = {"not": {"type": "RETREAT", "actors": ["KOR"]}}
    assert averts(unless, told("RETREAT KOR → PRK"), ROLES)
    assert not averts(unless, told("RETREAT JPN → PRK"), ROLES)
    assert not averts(ARMS, told("AID KOR → UKR"), ROLES)


def test_in_words() -> None:
    assert in_words({"any": [ARMS, {"not": WAR}]}) == "AID (military) KOR → UKR or anything but war of beneficiary"
    assert in_words({"type": "AID", "polarity": "negative", "actors": ["KOR"]}) == "no AID KOR → anybody"
