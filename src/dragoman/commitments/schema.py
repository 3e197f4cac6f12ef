"""What the entries of `commitments/data/cues.toml` look like, and the file read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from dragoman.data_files import Problem, Row, read_rows, try_tables
from dragoman.records import CommitmentKind, Mood, Polarity

CUES = Path(__file__).parent / "data" / "cues.toml"

#: what a `[[wording]]` tells of the commitment in whose words it stands
Use = Literal["manner", "mutual", "any party", "parties", "war", "bare condition", "condition", "deadline"]

#: what a cue asks for
Need = Literal["condition", "instrument", "text", "act", "infinitive", "terms", "failure", "condition or threat"]


class Cue(Row):
    """Predicates that bind somebody, and what they need to do so.

    `bearer` says who is bound: the predicate's subject, its object (*obliges Iran to …*; where that names nobody the
    parties of the text), or the speaker in whose words it stands (*they will pay a price*). `needs` is a condition, a
    treaty or law (`instrument`: as subject or behind *under*; `text`: as subject), an `act` as subject (*an attack
    obliges …*), an `infinitive` as content (*agreed to …*), `terms` (*agreed to a truce*), a `failure` to wait for
    (*refused to sign unless …*), or a condition or grave words in the content. `words` must be found in the clause.
    `pronoun`: *it* may be the text spoken of. `hostile` is the kind where what is bound to be done is a hostile act.
    `itself`: the predicate is what is owed; else its content is. `condition_role`: the role whose phrase is the
    condition (*any attack* would be met with force).
    """

    kind: CommitmentKind
    predicates: tuple[str, ...]
    word: Literal["verb", "noun", "adjective"]
    example: str
    source: str = "recalled"
    bearer: Literal["subject", "object", "speaker"] = "subject"
    voice: Literal["active", "passive"] | None = None
    moods: tuple[Mood, ...] = ()
    polarity: Polarity = "positive"
    needs: Need | None = None
    words: str | None = None
    hostile: CommitmentKind | None = None
    itself: bool = False
    condition_role: Literal["subject", "object"] | None = None
    pronoun: bool = False


class Instrument(Row):
    """Nouns for texts that bind those who made them."""

    nouns: tuple[str, ...]
    example: str
    source: str = "recalled"


class ConditionWords(Row):
    """Words that open a condition, before a noun if `phrase`; `negative`: met by what does not happen (*unless*)."""

    words: tuple[str, ...]
    example: str
    negative: bool = False
    phrase: bool = False
    source: str = "recalled"


class Official(Row):
    """Nouns for those who speak for a state, a body or an armed force."""

    nouns: tuple[str, ...]
    example: str
    source: str = "recalled"


class Alleging(Row):
    """Verbs in whose content somebody else's plans are only alleged, feared or denied."""

    verbs: tuple[str, ...]
    example: str
    source: str = "recalled"


class Opposing(Row):
    """Verbs whose object, or the owner of it, is whom something is done against."""

    verbs: tuple[str, ...]
    example: str
    source: str = "recalled"


class Idle(Row):
    """Verbs of what befalls somebody, or of his business: that he will do so binds him to nothing."""

    verbs: tuple[str, ...]
    example: str
    source: str = "recalled"


class Body(Row):
    """Nouns by which those who speak for a body call it (*the coalition*)."""

    nouns: tuple[str, ...]
    example: str
    source: str = "recalled"


class Campaign(Row):
    """Nouns for what is done to others, and goes on until somebody ends it."""

    nouns: tuple[str, ...]
    example: str
    source: str = "recalled"


class Wording(Row):
    """Regular expressions, without regard to case, for words that tell something of a commitment."""

    use: Use
    patterns: tuple[str, ...]
    example: str
    source: str = "recalled"


@dataclass(frozen=True, slots=True)
class Cues:
    """The file, ready for look-ups: cues by (word class, lemma) in the order of the file, and the rest."""

    by_predicate: Mapping[tuple[str, str], tuple[Cue, ...]]
    instruments: frozenset[str]
    negative_markers: frozenset[str]
    condition_markers: frozenset[str]
    condition_prepositions: frozenset[str]
    opposing: frozenset[str]
    officials: frozenset[str]
    alleging: frozenset[str]
    idle: frozenset[str]
    bodies: frozenset[str]
    campaigns: frozenset[str]
    wordings: Mapping[Use, re.Pattern[str]]


TABLES: Mapping[str, type[Row]] = {
    "cue": Cue,
    "instrument": Instrument,
    "condition": ConditionWords,
    "opposing": Opposing,
    "official": Official,
    "alleging": Alleging,
    "idle": Idle,
    "body": Body,
    "campaign": Campaign,
    "wording": Wording,
}


@lru_cache(maxsize=2)
def read_cues(path: Path = CUES) -> Cues:
    """The cues of the file; raise `DataError` where it breaks the schema."""
    found: dict[tuple[str, str], tuple[Cue, ...]] = {}
    for entry in read_rows(path, "cue", Cue):
        for predicate in entry.row.predicates:
            key = (entry.row.word, predicate)
            found[key] = (*found.get(key, ()), entry.row)
    conditions = [entry.row for entry in read_rows(path, "condition", ConditionWords)]
    patterns: dict[Use, list[str]] = {}
    for wording in read_rows(path, "wording", Wording):
        patterns.setdefault(wording.row.use, []).extend(wording.row.patterns)
    return Cues(
        by_predicate=found,
        instruments=frozenset(n for entry in read_rows(path, "instrument", Instrument) for n in entry.row.nouns),
        negative_markers=frozenset(word for row in conditions if row.negative for word in row.words),
        condition_markers=frozenset(word for row in conditions if not row.phrase for word in row.words),
        condition_prepositions=frozenset(word for row in conditions if row.phrase for word in row.words),
        opposing=frozenset(verb for entry in read_rows(path, "opposing", Opposing) for verb in entry.row.verbs),
        officials=frozenset(n for entry in read_rows(path, "official", Official) for n in entry.row.nouns),
        alleging=frozenset(verb for entry in read_rows(path, "alleging", Alleging) for verb in entry.row.verbs),
        idle=frozenset(verb for entry in read_rows(path, "idle", Idle) for verb in entry.row.verbs),
        bodies=frozenset(noun for entry in read_rows(path, "body", Body) for noun in entry.row.nouns),
        campaigns=frozenset(n for entry in read_rows(path, "campaign", Campaign) for n in entry.row.nouns),
        wordings={use: re.compile(rf"\b(?:{'|'.join(many)})", re.IGNORECASE) for use, many in patterns.items()},
    )


def check_commitments() -> tuple[Problem, ...]:
    """Everything wrong in the room's data file."""
    return tuple(_problems())


def _problems() -> Iterator[Problem]:
    tables, problems = try_tables(CUES, TABLES)
    yield from problems
    seen: dict[tuple[object, ...], int] = {}
    for entry in tables.get("cue", ()):
        row = entry.row
        yield from _bad_pattern(row.words, entry.file, entry.line)
        for predicate in row.predicates:
            key = (row.word, predicate, row.kind, row.bearer, row.voice, row.needs, row.words)
            if key in seen:
                yield Problem(entry.file, entry.line, f"{predicate!r} already stands in line {seen[key]}; keep one")
            seen[key] = entry.line
    for entry in tables.get("wording", ()):
        for pattern in entry.row.patterns:
            yield from _bad_pattern(pattern, entry.file, entry.line)


def _bad_pattern(pattern: str | None, file: Path, line: int) -> Iterator[Problem]:
    try:
        re.compile(pattern or "")
    except re.error as error:
        yield Problem(file, line, f"{pattern!r} is no regular expression: {error}")
