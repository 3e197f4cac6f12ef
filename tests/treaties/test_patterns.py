from __future__ import annotations

from typing import Any

import pytest

from dragoman.treaties.patterns import Happening, matches, unknown_words

WAR = Happening(type="ASSAULT", actors=("AAA",), recipients=("BBB",))
CASES: list[tuple[dict[str, Any], bool]] = [
    ({"type": "ASSAULT", "recipients": ["beneficiary"]}, True),
    ({"type": "ASSAULT", "recipients": ["bearer"]}, False),
    ({"type": "THREATEN", "recipients": ["beneficiary"]}, False),
    ({"type": "ASSAULT", "actors": ["AAA", "CCC"], "recipients": ["any"]}, True),
    ({"state": "war", "of": "beneficiary"}, True),
    ({"state": "war", "of": "bearer"}, False),
    ({"any": [{"type": "AID"}, {"state": "war", "of": "AAA"}]}, True),
    ({"all": [{"type": "ASSAULT"}, {"state": "war", "of": "CCC"}]}, False),
    ({"not": {"type": "ASSAULT", "actors": ["AAA"]}}, False),
]


@pytest.mark.parametrize(("pattern", "expected"), CASES)
def test_matches(pattern: dict[str, Any], expected: bool) -> None:
    assert matches(pattern, WAR, bearer="CCC", beneficiary="BBB") is expected
    assert list(unknown_words(pattern)) == []


def test_faulty_patterns_are_named() -> None:
    assert list(unknown_words({"any": [{"tipe": "ASSAULT"}, {"state": "war"}]})) == [
        "the trigger's key 'tipe' is not known",
        "the trigger says neither type nor state",
        "the trigger does not say whose state (`of`)",
    ]
