"""What an entry of each file in `speech/data/` looks like, and what must hold between entries.

All words are lemmas (*condemn*, *call on*, *thank*). `act` is the speech act; an entry without one is neutral:
what was said decides. `takes` are the complements that make a statement, in the terms of `Complement`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

from dragoman.data_files import Entry, Problem, Row, try_tables
from dragoman.errors import DataError
from dragoman.records import HopKind, SpeechAct

R = TypeVar("R", bound=Row)
DATA = Path(__file__).parent / "data"

#: that: *said (that) it would leave*; quote: *"We leave," he said*; question: *asked whether*; infinitive: *vowed to
#: leave*; order: *urged them to leave*; gerund: *denied leaving*; object: *condemned the raid*; attribute: *called the
#: raid a crime*, *hailed it as …*; reproach: *accused them of lying*, *thanked them for waiting*; about: *spoke of
#: peace*, *hope for peace*
Complement = Literal[
    "that", "quote", "question", "infinitive", "order", "gerund", "object", "attribute", "reproach", "about"
]  # fmt: skip
CueKind = Literal["verb", "noun", "adjective"]


class SpeechRow(Row):
    """What every entry has: its words, a sentence of our own that shows it, and where it comes from."""

    words: tuple[str, ...]
    example: str
    source: str = "recalled"


class Cue(SpeechRow):
    """Verbs, nouns or adjectives by which somebody says or thinks something.

    `prepositions` introduce the content of an *about* or *reproach* complement, `to` the one spoken to.
    `addressed`: the object may be the one spoken to (*told the council that …*).
    """

    act: SpeechAct | None = None
    takes: tuple[Complement, ...]
    kind: Literal["speech", "attitude"] = "speech"
    prepositions: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    addressed: bool = False


class PhraseCue(SpeechRow):
    """Prepositions that introduce whose words a sentence is (*according to X*), or one of `nouns` with its owner.

    With nouns: *in Ankara's view*, *in the words of the mediator*.
    """

    nouns: tuple[str, ...] = ()


class ClausalCue(SpeechRow):
    """Verbs that attribute the sentence around them (*as the mediator put it*), behind `marker`."""

    marker: str


class Carrier(SpeechRow):
    """Verbs by which one passes on another's words; `kind` says how.

    `cites`: the verb's object is whose words they are (*quoting an official*); otherwise it is the words themselves.
    """

    kind: HopKind
    cites: bool = False


class Kind(SpeechRow):
    """Words of a kind.

    *outlet*, *press*, *document*: what chains ask for; *charge*: predicates that, negated, answer a charge;
    *light*: verbs that carry a noun cue and whose subject is the speaker; *person*: people, and groups of them, whom
    the library of actors does not know.
    """


class Occasion(SpeechRow):
    """Words before or behind *message*, *letter*, *note* that say what such a message does."""

    act: SpeechAct


TABLES: dict[str, type[Row]] = {
    "verb": Cue, "noun": Cue, "adjective": Cue, "idiom": Cue, "phrase": PhraseCue, "clausal": ClausalCue,
    "carrier": Carrier,
    "occasion": Occasion, "outlet": Kind, "press": Kind, "document": Kind, "charge": Kind,
    "light": Kind, "person": Kind,
}  # fmt: skip


class Lexicon:
    """The cues and carriers, by word."""

    def __init__(self, entries: dict[str, tuple[Entry[Row], ...]]) -> None:
        self._cues: dict[tuple[str, str], list[Cue]] = {}
        for kind in ("verb", "noun", "adjective"):
            for row in _rows(entries, kind, Cue):
                for word in row.words:
                    self._cues.setdefault((kind, word), []).append(row)
        self.idioms = _by_first_word(_rows(entries, "idiom", Cue))
        self.particled = frozenset(word for kind, word in self._cues if kind == "verb" and " " in word)
        rows = tuple(_rows(entries, "phrase", PhraseCue))
        self.prepositions = frozenset(word for row in rows if not row.nouns for word in row.words)
        self.owned = frozenset((word, noun) for row in rows for word in row.words for noun in row.nouns)
        self.clausal = {(row.marker, word) for row in _rows(entries, "clausal", ClausalCue) for word in row.words}
        self._carriers: dict[str, list[Carrier]] = {}
        for carrier in _rows(entries, "carrier", Carrier):
            for word in carrier.words:
                self._carriers.setdefault(word, []).append(carrier)
        self.outlets = _words(entries, "outlet")
        self.press = _words(entries, "press")
        self.documents = _words(entries, "document")
        self.light = _words(entries, "light")
        self.persons = _words(entries, "person")
        self.charges = _words(entries, "charge")
        self.occasions = {word: row.act for row in _rows(entries, "occasion", Occasion) for word in row.words}

    def cues(self, kind: str, word: str) -> list[Cue]:
        """The entries of a verb, noun or adjective, in the order of the file."""
        return self._cues.get((kind, word), [])

    def carrier(self, word: str, *, cites: bool) -> Carrier | None:
        """The carrier entry of a verb that cites somebody, or that passes words on."""
        return next((row for row in self._carriers.get(word, ()) if row.cites == cites), None)


@cache
def shipped() -> Lexicon:
    """The lexicon that comes with Dragoman; raise `DataError` where a file is broken."""
    entries, problems = _read()
    if problems:
        raise DataError(f"{problems[0]}; run `dragoman check` for all", code="D201")
    return Lexicon(entries)


def check_speech() -> tuple[Problem, ...]:
    """Everything wrong in the room's data files: schema breaks, and words that stand in two places."""
    entries, problems = _read()
    return (*problems, *_repeats(entries), *_idle(entries))


def _read() -> tuple[dict[str, tuple[Entry[Row], ...]], tuple[Problem, ...]]:
    found: dict[str, tuple[Entry[Row], ...]] = {}
    problems: list[Problem] = []
    for path in sorted(DATA.glob("*.toml")):
        tables, complaints = try_tables(path, TABLES)
        found |= tables
        problems += complaints
    return found, tuple(problems)


def _rows(entries: dict[str, tuple[Entry[Row], ...]], table: str, schema: type[R]) -> Iterator[R]:
    return (entry.row for entry in entries.get(table, ()) if isinstance(entry.row, schema))


def _words(entries: dict[str, tuple[Entry[Row], ...]], table: str) -> frozenset[str]:
    return frozenset(word for row in _rows(entries, table, Kind) for word in row.words)


def _by_first_word(rows: Iterator[Cue]) -> dict[str, list[tuple[tuple[str, ...], list[Cue]]]]:
    """The other words of each phrase and its entries, by the first word; the longest phrases first."""
    found: dict[tuple[str, ...], list[Cue]] = {}
    for row in rows:
        for phrase in row.words:
            found.setdefault(tuple(phrase.split()), []).append(row)
    by_first: dict[str, list[tuple[tuple[str, ...], list[Cue]]]] = {}
    for words in sorted(found, key=len, reverse=True):
        by_first.setdefault(words[0], []).append((words[1:], found[words]))
    return by_first


def _repeats(entries: dict[str, tuple[Entry[Row], ...]]) -> Iterator[Problem]:
    """A word may stand in several families of a table only with complements that differ."""
    for table, rows in entries.items():
        seen: dict[str, int] = {}
        for entry in rows:
            for key in _keys(entry.row):
                if key in seen:
                    yield Problem(
                        entry.file, entry.line, f"{table} {key!r} already stands in line {seen[key]}; keep one"
                    )
                seen.setdefault(key, entry.line)


def _keys(row: Row) -> Iterator[str]:
    if isinstance(row, Cue):
        for word in row.words:
            for complement in row.takes:
                if complement in ("about", "reproach"):
                    yield from (f"{word} + {complement} {preposition}" for preposition in row.prepositions)
                else:
                    yield f"{word} + {complement}"
    elif isinstance(row, Carrier):
        yield from (f"{word} {'cites' if row.cites else 'carries'}" for word in row.words)
    elif isinstance(row, SpeechRow):
        yield from row.words


def _idle(entries: dict[str, tuple[Entry[Row], ...]]) -> Iterator[Problem]:
    for rows in entries.values():
        for entry in rows:
            row = entry.row
            if isinstance(row, Cue) and {"about", "reproach"} & set(row.takes) and not row.prepositions:
                yield Problem(
                    entry.file, entry.line, "takes a preposition's object but names no prepositions; add them"
                )
