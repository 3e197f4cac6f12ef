"""Sentences in which every event is labelled: what share of the events is found, and of what is told is right."""

from __future__ import annotations

import pytest
from tools.own_gold import Sentences, judged

from tools import own_gold

#: events below this confidence are more likely wrong than right
LIKELY = 0.5


def scores(turn: int, least: float = 0.0) -> tuple[float, float]:
    """Recall and precision of whole events (type and both parties) on every second sentence."""
    sentences = Sentences()
    labelled = told = right = 0
    for name in own_gold.whole_names():
        for text, labels in own_gold.whole(name, turn):
            _, reading = sentences.read(text)
            verdicts, _ = judged(reading, labels)
            labelled += len(verdicts)
            told += sum(event.confidence >= least for event in own_gold.counted(reading))
            right += sum(one.right and one.event is not None and one.event.confidence >= least for one in verdicts)
    return right / labelled, right / told


#: the first half was read while the lexicon grew, the second was not; when they were written, both had a recall of .71
#: and a precision of .64
@pytest.mark.parametrize(
    ("turn", "least", "recall", "precision"),
    [(0, 0.0, 0.82, 0.77), (0, LIKELY, 0.78, 0.835), (1, 0.0, 0.725, 0.66), (1, LIKELY, 0.695, 0.755)],
    ids=["read", "read, likely", "unread", "unread, likely"],
)
def test_events_of_whole_sentences(turn: int, least: float, recall: float, precision: float) -> None:
    found = scores(turn, least)
    assert found[0] >= recall, found
    assert found[1] >= precision, found
