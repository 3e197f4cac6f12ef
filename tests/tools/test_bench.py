from __future__ import annotations

from datetime import date

import pytest
from tools.bench import LIMITS, stage_shares

from dragoman import reader as reading
from dragoman.reader import Reader
from dragoman.records import Document


def test_shares_name_every_stage_and_make_up_a_read() -> None:
    stages = {name.removeprefix("find_") for name in vars(reading) if name.startswith("find_")}
    finders = {name: value for name, value in vars(reading).items() if name.startswith("find_")}
    document = Document.plain("Moscow warned Seoul on Monday, Tass reported.", published=date(2024, 6, 25))
    shares = stage_shares(Reader(), [document], 2)
    assert set(shares) == {"parse", *stages, "the rest"}
    assert set(LIMITS) <= stages
    assert sum(shares.values()) == pytest.approx(1, abs=0.2)  # medians of two rounds
    assert all(getattr(reading, name) is value for name, value in finders.items())
