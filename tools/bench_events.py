"""What finding events costs as a share of reading, with the shipped lexicon and with ten times as many entries.

    python -m tools.bench_events [--gold DIR] [--rounds N]

Ten times the words: for every entry nine more whose words differ in one letter, so they are looked up and not found.
Ten times the senses: for every entry nine more of the same words that ask for an object nobody has, which the matcher
has to refuse one by one; no lexicon grows like that, it is the worst that can be. Process time of one core; finding and
reading take turns in every round.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.actors import find_actors
from dragoman.data_files import Entry
from dragoman.events import find_events
from dragoman.events.lexicon import Lexicon, shipped_entries
from dragoman.events.schema import Predicate
from dragoman.language import Parsed
from dragoman.places import PLACES, find_places
from dragoman.reader import Reader
from dragoman.records import Document
from dragoman.speech import find_statements
from dragoman.times import find_times
from tools.bench import sample_texts

TIMES = 10
LIMIT = 0.15
"""The share of reading that the event stage may cost, with the shipped lexicon and with ten times its words."""
NOBODY = "qqnobody"


def main() -> None:
    """Measure and print; exit status 1 where the event stage costs more than `LIMIT`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    texts = sample_texts(options.gold)
    reader = Reader()
    documents = [Document.plain(text, published=date(2016, 9, 12)) for text in texts]
    inputs = [_before(reader, document) for document in documents]
    print(f"{len(texts)} articles, {sum(len(text.split()) for text in texts)} words, {options.rounds} rounds, one core")
    lexicons = {
        "shipped": Lexicon.shipped(),
        f"{TIMES} times the words": enlarged(other_words),
        f"{TIMES} times the senses": enlarged(other_senses),
    }
    shares = _shares(reader, documents, inputs, lexicons, options.rounds)
    for (name, share), lexicon in zip(shares.items(), lexicons.values(), strict=True):
        print(f"{name:22} {len(lexicon):7} senses of words  {share:6.1%} of reading")
    if max(list(shares.values())[:2]) > LIMIT:
        raise SystemExit(f"the event stage costs more than {LIMIT:.0%} of reading")


def _before(reader: Reader, document: Document) -> tuple[Any, ...]:
    """What the stages before the events give."""
    parsed: Parsed = reader.parser.parse(document)
    times = find_times(document, parsed)
    cast = find_actors(document, parsed, times, library=reader.library, places=PLACES)
    places = find_places(document, parsed, times, cast)
    return document, parsed, times, cast, places, find_statements(document, parsed, times, cast, places)


def _shares(
    reader: Reader,
    documents: list[Document],
    inputs: list[tuple[Any, ...]],
    lexicons: dict[str, Lexicon],
    rounds: int,
) -> dict[str, float]:
    """Median share of the event stage in reading, where the rest of reading is that of the shipped lexicon."""
    found: dict[str, list[float]] = {name: [] for name in lexicons}
    for number in range(rounds + 1):
        read = _seconds(lambda: [reader.read(document) for document in documents])
        seconds = {name: _finding(inputs, lexicon) for name, lexicon in lexicons.items()}
        rest = read - seconds["shipped"]
        if number:  # the first one warms up
            for name, spent in seconds.items():
                found[name].append(spent / (rest + spent))
    return {name: statistics.median(values) for name, values in found.items()}


def _finding(inputs: list[tuple[Any, ...]], lexicon: Lexicon) -> float:
    return _seconds(lambda: [find_events(*each, lexicon=lexicon) for each in inputs])


def enlarged(change: Callable[[Predicate, int], Predicate]) -> Lexicon:
    """The shipped lexicon with nine changed entries for every one of its own."""
    rows = shipped_entries()["predicate"]
    changed = (Entry(entry.file, entry.line, change(entry.row, number)) for entry in rows for number in range(1, TIMES))
    return Lexicon.of(shipped_entries(), {"predicate": tuple(changed)})


def other_words(row: Predicate, number: int) -> Predicate:
    """The entry with words that are like its own but for one letter."""
    letter = "bcdfghjkl"[number - 1]
    lists = {kind: tuple(f"{letter}{word}" for word in getattr(row, kind)) for kind in ("verbs", "nouns", "adjectives")}
    return row.model_copy(update=lists)


def other_senses(row: Predicate, number: int) -> Predicate:
    """The entry asking for an object that nobody has."""
    return row.model_copy(update={"object": (f"{NOBODY}{number}",)})


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


if __name__ == "__main__":
    main()
