"""What the words around an event add to it: mode and contexts (counts are in `counts`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from dragoman.data_files import Row
from dragoman.events.schema import ContentMode, ContextRow, CountRow, ModeCue
from dragoman.language import Clause, Parsed, Word
from dragoman.records import ActorMention, Context, Mention

#: sectors whose arms are no state's: they give no `military` context
UNOFFICIAL = frozenset({"REB", "CRM", "OPP"})
#: words of a clause that are looked at for contexts and modes; longer clauses hold other events
WINDOW = 60
LONGEST_WORDING = 3
R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class MarkWords:
    """The words of contexts.toml, modes.toml and counts.toml, by wording.

    `openers` are the first words of all wordings of contexts and modes.
    """

    contexts: Mapping[str, tuple[ContextRow, ...]]
    modes: Mapping[str, tuple[ModeCue, ...]]
    content_modes: Mapping[str, tuple[ContentMode, ...]]
    counts: Mapping[str, tuple[CountRow, ...]]
    openers: frozenset[str]


def mark_words(
    *,
    contexts: Iterable[ContextRow],
    cues: Iterable[ModeCue],
    content_modes: Iterable[ContentMode],
    counts: Iterable[CountRow],
) -> MarkWords:
    """The rows by their wordings; of several for one wording, the earlier is tried first."""
    contexts, cues, content_modes = tuple(contexts), tuple(cues), tuple(content_modes)
    worded = [row.words for row in contexts] + [row.words for row in cues] + [row.words for row in content_modes]
    return MarkWords(
        contexts=_by((word, row) for row in contexts for word in row.words),
        modes=_by((row.type, row) for row in cues),
        content_modes=_by((row.type, row) for row in content_modes),
        counts=_by((predicate, row) for row in counts for predicate in row.predicates),
        openers=frozenset(word.partition(" ")[0] for words in worded for word in words),
    )


def _by(pairs: Iterable[tuple[str, R]]) -> dict[str, tuple[R, ...]]:
    found: dict[str, tuple[R, ...]] = {}
    for key, row in pairs:
        found[key] = (*found.get(key, ()), row)
    return found


def wordings(words: tuple[Word, ...], openers: frozenset[str] | None = None) -> Iterator[tuple[str, int, int]]:
    """Every run of one to three words as lemmas and as written, with its offsets; with `openers` those they open.

    What hyphens join is one word, and each of its parts is one.
    """
    yield from _runs([(word,) for word in words], openers)
    compounds = _compounds(words)
    if len(compounds) < len(words):
        yield from _runs(compounds, openers)


def _runs(units: list[tuple[Word, ...]], openers: frozenset[str] | None) -> Iterator[tuple[str, int, int]]:
    lemmas = ["".join(word.lemma for word in unit).lower() for unit in units]
    texts = ["".join(word.text for word in unit).lower() for unit in units]
    for first, unit in enumerate(units):
        if openers is not None and openers.isdisjoint((lemmas[first], texts[first])):
            continue
        for last in range(first + 1, min(first + LONGEST_WORDING, len(units)) + 1):
            lemma, written = " ".join(lemmas[first:last]), " ".join(texts[first:last])
            yield lemma, unit[0].start, units[last - 1][-1].end
            if written != lemma:
                yield written, unit[0].start, units[last - 1][-1].end


def _compounds(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """The words with those that hyphens join in one."""
    found: list[tuple[Word, ...]] = []
    for word in words:
        joined = bool(found) and found[-1][-1].end == word.start and "-" in (word.text, found[-1][-1].text)
        if joined:
            found[-1] = (*found[-1], word)
        else:
            found.append((word,))
    return found


def window(parsed: Parsed, clause: Clause, extra: tuple[Mention, ...] = ()) -> tuple[Word, ...]:
    """The words of the clause, and of the mentions that take part in it."""
    words = list(parsed.words_between(clause.start, clause.end)[:WINDOW])
    for mention in extra:
        if not clause.start <= mention.start < clause.end:
            words += parsed.words_between(mention.start, mention.end)
    return tuple(words)


def contexts_of(
    parsed: Parsed, words: tuple[Word, ...], actors: tuple[ActorMention, ...], marks: MarkWords
) -> tuple[Context, ...]:
    """The contexts that the words give, each once, with the first words that gave it."""
    unofficial = any(actor.actor is not None and actor.actor.sector in UNOFFICIAL for actor in actors)
    found: dict[str, Context] = {}
    for wording, start, end in wordings(words, marks.openers):
        for row in marks.contexts.get(wording, ()):
            if row.name not in found and not (row.official_only and unofficial):
                found[row.name] = Context(name=row.name, mention=parsed.mention(start, end))
    return tuple(found.values())


def mode_of(type_name: str, words: tuple[Word, ...], marks: MarkWords) -> str | None:
    """The first mode of the type for which a word stands there."""
    cues = marks.modes.get(type_name)
    if not cues:
        return None
    there = {wording for wording, _, _ in wordings(words, marks.openers)}
    return next((cue.mode for cue in cues if not there.isdisjoint(cue.words)), None)


def content_mode_of(type_name: str, inner: str | None, words: tuple[Word, ...], marks: MarkWords) -> str | None:
    """The mode of an act in words by the event inside it (`TYPE` or `TYPE.mode`), else by its words."""
    modes = marks.content_modes.get(type_name)
    if not modes:
        return None
    if inner is not None:
        named = next((mode.mode for mode in modes if inner in mode.inner or inner.split(".")[0] in mode.inner), None)
        if named is not None:
            return named
    there = {wording for wording, _, _ in wordings(words, marks.openers)}
    return next((mode.mode for mode in modes if not there.isdisjoint(mode.words)), None)
