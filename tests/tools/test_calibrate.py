"""Weights are found again that were planted; bins and figures are what they say."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
from tools.calibrate import Judged, fit, judged_events
from tools.own_gold import Label
from tools.reliability import curve, svg, table

from dragoman.events.confidence import PLAIN


def test_planted_weights_are_found_again() -> None:
    dice = random.Random(7)
    planted = {PLAIN: 2.0, "inside": -3.0, "not finite": -1.0, "rivals": -0.5}
    judged = []
    for _ in range(20_000):
        found = tuple(sign for sign in planted if sign != PLAIN and dice.random() < 0.4)
        odds = planted[PLAIN] + sum(planted[sign] for sign in found)
        judged.append(Judged(found, dice.random() < 1 / (1 + math.exp(-odds))))
    assert fit(judged) == pytest.approx(planted, abs=0.15)


def test_an_event_beside_the_labels_is_one_too_many() -> None:
    labels = (Label("ASSAULT", ("Chad",), ("Mali",), "attacked"),)
    assert [one.right for one in judged_events("Chad attacked Mali and thanked Niger.", labels)] == [True, False]


def test_a_curve_has_its_figures() -> None:
    claimed, right = np.array([0.25, 0.25, 0.85, 0.85]), np.array([0.0, 0.0, 1.0, 0.0])
    found = curve("a", claimed, right)
    assert [(one.events, one.claimed, one.right) for one in found.bins] == [(2, 0.25, 0.0), (2, 0.85, 0.5)]
    assert found.error == pytest.approx((2 * 0.25 + 2 * 0.35) / 4)
    assert found.auc == pytest.approx((2 + 0.5) / 3)
    assert found.brier == pytest.approx((2 * 0.0625 + 0.0225 + 0.7225) / 4)


def test_the_page_and_the_picture_show_every_bin() -> None:
    found = curve("half", np.array([0.2, 0.9, 1.0]), np.array([0.0, 1.0, 1.0]))
    assert table([found]).count("| half |") == 1 + len(found.bins)
    assert svg([found]).count("<circle") == len(found.bins)
