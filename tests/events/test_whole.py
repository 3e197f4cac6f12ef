"""Sentences in which every event is labelled: what share of the events is found, and of what is told is right."""

from __future__ import annotations

from functools import cache

import pytest
from tools.own_gold import Sentences, judged

from tools import own_gold

#: events below this confidence are more likely wrong than right
LIKELY = 0.5


@cache
def outcomes(turn: int) -> tuple[int, tuple[float, ...], tuple[float, ...]]:
    """How many events every second sentence has; the confidence of each told, and of each that is right."""
    sentences = Sentences()
    labelled = 0
    told: list[float] = []
    right: list[float] = []
    for name in own_gold.whole_names():
        for text, labels in own_gold.whole(name, turn):
            _, reading = sentences.read(text)
            verdicts, _ = judged(reading, labels)
            labelled += len(verdicts)
            told += [event.confidence for event in own_gold.counted(reading)]
            right += [one.event.confidence for one in verdicts if one.right and one.event is not None]
    return labelled, tuple(told), tuple(right)


def scores(turn: int, least: float) -> tuple[float, float]:
    """Recall and precision of whole events (type and both parties) from a confidence on."""
    labelled, told, right = outcomes(turn)
    found = sum(one >= least for one in right)
    return found / labelled, found / sum(one >= least for one in told)


#: the first half was read while the lexicon grew, the second was not; when they were written, both had a recall of .71
#: and a precision of .64
@pytest.mark.parametrize(
    ("turn", "least", "recall", "precision"),
    [(0, 0.0, 0.82, 0.80), (0, LIKELY, 0.78, 0.85), (1, 0.0, 0.725, 0.685), (1, LIKELY, 0.695, 0.765)],
    ids=["read", "read, likely", "unread", "unread, likely"],
)
def test_events_of_whole_sentences(turn: int, least: float, recall: float, precision: float) -> None:
    found = scores(turn, least)
    assert found[0] >= recall, found
    assert found[1] >= precision, found
