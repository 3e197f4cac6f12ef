"""Our own labels: what stands in the sentence, and what of a reading agrees with them."""

from __future__ import annotations

import pytest
from tools.own_gold import Label, Sentences, judged

from dragoman.events.lexicon import Lexicon
from tools import own_gold


@pytest.fixture(scope="module")
def sentences() -> Sentences:
    return Sentences()


@pytest.mark.parametrize("name", own_gold.whole_names())
def test_words_of_whole_labels_stand_in_the_sentence(name: str) -> None:
    types = set(Lexicon.shipped().types)
    for text, labels in own_gold.whole(name):
        for label in labels:
            assert label.type in types
            assert all(words in text for words in (*label.actors, *label.recipients, label.trigger)), (text, label)


@pytest.mark.parametrize("parts", [(own_gold.READ, own_gold.UNREAD), (own_gold.EVEN, own_gold.ODD)])
def test_the_parts_are_the_whole(parts: tuple[tuple[int, ...], ...]) -> None:
    for name in own_gold.whole_names():
        both = [text for part in parts for text, _ in own_gold.whole(name, part)]
        assert sorted(both) == sorted(text for text, _ in own_gold.whole(name))


def test_a_quarter_is_unread() -> None:
    for name in own_gold.whole_names():
        assert own_gold.whole(name, own_gold.UNREAD) == own_gold.whole(name)[3::4]


def test_several_names_and_mutual_acts() -> None:
    label = Label.of(["CONSULT", "Kenya | Uganda", "", "talks", "mutual"])
    assert label == Label("CONSULT", ("Kenya", "Uganda"), (), "talks", mutual=True)


@pytest.mark.parametrize(
    ("label", "right", "found"),
    [
        (Label("ASSAULT", ("Chad",), ("Mali",), "attacked"), True, True),
        (Label("ASSAULT", ("Mali",), ("Chad",), "attacked"), False, True),
        (Label("ASSAULT", ("Mali",), ("Chad",), "attacked", mutual=True), True, True),
        (Label("AID", ("Chad",), ("Mali",), "attacked"), False, False),
    ],
)
def test_verdicts(sentences: Sentences, label: Label, *, right: bool, found: bool) -> None:
    _, reading = sentences.read("Chad attacked Mali on Monday.")
    (verdict,), left = judged(reading, (label,))
    assert (verdict.right, verdict.event is not None) == (right, found)
    assert len(left) == (not found)


def test_an_event_stands_for_one_label_only(sentences: Sentences) -> None:
    _, reading = sentences.read("Chad attacked Mali on Monday.")
    label = Label("ASSAULT", ("Chad",), ("Mali",), "attacked")
    verdicts, left = judged(reading, (label, Label("ASSAULT", ("Chad",), ("Mali",), "shelled")))
    assert [verdict.right for verdict in verdicts] == [True, False]
    assert not left
