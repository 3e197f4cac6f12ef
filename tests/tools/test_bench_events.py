"""The larger lexicons of the benchmark hold what they are said to hold, and find what the shipped one finds."""

from __future__ import annotations

from tools.bench_events import TIMES, enlarged, other_senses, other_words

from dragoman.actors import Library, find_actors
from dragoman.events import find_events
from dragoman.events.lexicon import Lexicon
from dragoman.language import Parser
from dragoman.records import Document
from dragoman.times import find_times


def test_ten_times_the_entries_find_the_same() -> None:
    document = Document.plain("Poland sent tanks to Ukraine, and France condemned Iran.")
    parsed = Parser().parse(document)
    times = find_times(document, parsed)
    cast = find_actors(document, parsed, times, library=Library.shipped())
    shipped = Lexicon.shipped()
    wanted = find_events(document, parsed, times, cast)
    for change in (other_words, other_senses):
        larger = enlarged(change)
        assert len(larger) > (TIMES - 0.5) * len(shipped)
        assert find_events(document, parsed, times, cast, lexicon=larger) == wanted


def test_other_words_are_new_and_other_senses_of_the_same() -> None:
    shipped = set(Lexicon.shipped().senses)
    assert len(set(enlarged(other_words).senses)) > (TIMES - 0.5) * len(shipped)
    assert set(enlarged(other_senses).senses) == shipped
