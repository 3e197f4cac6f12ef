"""What finding names costs as a share of reading, with the shipped library and with ten times its entries.

    python -m tools.bench_actors [--gold DIR] [--rounds N]

The larger library has nine more actors for every shipped name, called like it but for one or two letters, so that the
automaton walks far into them. Process time of one core; matching and reading take turns in every round.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from dragoman.actors import Library
from dragoman.actors.names import NameFinder
from dragoman.actors.schema import Listed
from dragoman.data_files import Entry, Row
from dragoman.reader import Reader
from dragoman.records import Document
from tools.bench import sample_texts

TIMES = 10
LIMIT = 0.05
"""The share of reading that matching may cost."""


def main() -> None:
    """Measure and print; exit status 1 where matching costs more than `LIMIT`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    texts = sample_texts(options.gold)
    documents = [Document.plain(text, published=date(2016, 9, 12)) for text in texts]
    print(f"{len(texts)} articles, {sum(len(text.split()) for text in texts)} words, {options.rounds} rounds, one core")
    shares = [
        _share(name, library, documents, options.rounds)
        for name, library in (("shipped", Library.shipped()), (f"{TIMES} times", enlarged(Library.shipped(), TIMES)))
    ]
    if max(shares) > LIMIT:
        raise SystemExit(f"matching costs more than {LIMIT:.0%} of reading")


def _share(name: str, library: Library, documents: list[Document], rounds: int) -> float:
    reader, finder = Reader(library=library), NameFinder.of(library)
    matching: list[float] = []
    reading: list[float] = []
    for round_number in range(rounds + 1):
        found = _seconds(lambda: [finder.find(document.text) for document in documents])
        read = _seconds(lambda: [reader.read(document) for document in documents])
        if round_number:  # the first one warms up
            matching.append(found)
            reading.append(read)
    share = statistics.median(m / r for m, r in zip(matching, reading, strict=True))
    forms = sum(1 for _ in library.names())
    print(
        f"{name:9} {forms:7} forms: matching {statistics.median(matching):.3f} s of {statistics.median(reading):.2f} s "
        f"of reading, {share:.2%}"
    )
    return share


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def enlarged(library: Library, times: int) -> Library:
    """The library with `times` - 1 more actors for each of its forms."""
    return library.with_own({"actor": tuple(_namesakes(library, times))})


def _namesakes(library: Library, times: int) -> Iterator[Entry[Row]]:
    known = {form for form, _ in library.names()}
    for form in sorted(known):
        for number in range(1, times):
            name = f"{form[: -number or None]}{form[-1]}{chr(ord('a') + number)}x"
            if name not in known:
                yield Entry(Path("namesakes"), 1, Listed(id=f"{number}:{form}", code="UNKUNK", names=(name,)))


if __name__ == "__main__":
    main()
