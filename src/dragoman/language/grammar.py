"""What the data files of this room say, in the form in which the clause builder asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.data_files import read_rows
from dragoman.language.compounds import closed
from dragoman.language.schema import (
    DATA,
    Dative,
    Embedder,
    Form,
    Lemma,
    LightVerb,
    Likeness,
    Marker,
    MoodWord,
    Negator,
    Nominalisation,
)
from dragoman.records import Mood


@dataclass(frozen=True, slots=True)
class Grammar:
    """The room's knowledge of English words, by lemma or by lower-case words.

    `nouns` gives for a noun of action the verb behind it and its family; `embedders` is keyed by
    (predicate, kind, form, preposition or ""); `markers` by their words, several forms each.
    """

    nouns: Mapping[str, tuple[str, Nominalisation]]
    light_verbs: Mapping[str, tuple[LightVerb, ...]]
    embedders: Mapping[tuple[str, str, str, str], tuple[Embedder, ...]]
    negators: Mapping[str, str]
    auxiliaries: Mapping[str, Mood | None]
    adverbs: Mapping[str, Mood | None]
    markers: Mapping[str, tuple[Marker, ...]]
    datives: frozenset[str]
    lemmas: Mapping[str, str]
    likenesses: Mapping[str, str]
    adjectives: frozenset[str]
    predicates: frozenset[str]
    adjectives_of_mood: Mapping[str, Mood]

    def embedder(
        self, predicate: str, kind: str, form: Form, preposition: str = "", *, has_object: bool = False
    ) -> Embedder | None:
        """What the predicate does to a clause of that form behind that preposition.

        Of a predicate that controls by subject or by object (*wants to go*, *wants Iran to go*) the entry that fits.
        """
        key = (predicate, kind, form)
        rows = self.embedders.get((*key, preposition)) or self.embedders.get((*key, "")) or ()
        fitting = (row for row in rows if (row.controller == "object") == has_object)
        return next(fitting, None) or next(iter(rows), None)

    def embedder_of_noun(self, predicate: str, kind: str, preposition: str, *, active: bool) -> Embedder | None:
        """What the predicate does to a noun of action that is its object ("") or stands behind a preposition.

        *called for talks*, *agreed to a truce* follow the infinitive, *ordered the seizure* what is ordered.
        """
        forms: tuple[Form, ...] = ("gerund", "infinitive") if preposition else ("infinitive", "gerund")
        keys = [(predicate, kind, form, preposition) for form in forms]
        if preposition in ("for", "to"):
            keys.append((predicate, kind, "infinitive", ""))
        rows = (row for key in keys for row in self.embedders.get(key, ()))
        return next((row for row in rows if preposition or row.controller != "object" or active), None)


@lru_cache(maxsize=4)
def read_grammar(folder: Path = DATA) -> Grammar:
    """The grammar of the data files in `folder`; raise `DataError` where one breaks its schema."""
    families = [e.row for e in read_rows(folder / "nominalisations.toml", "family", Nominalisation)]
    light_verbs: dict[str, list[LightVerb]] = {}
    for light in read_rows(folder / "light_verbs.toml", "light_verb", LightVerb):
        for verb in light.row.verbs:
            light_verbs.setdefault(verb, []).append(light.row)
    markers: dict[str, list[Marker]] = {}
    for marker in read_rows(folder / "markers.toml", "marker", Marker):
        for words in marker.row.words:
            markers.setdefault(words, []).append(marker.row)
    moods = [e.row for e in read_rows(folder / "modal.toml", "modal", MoodWord)]
    embedders = _embedders(folder)
    return Grammar(
        nouns={closed(noun): (closed(base), family) for family in families for noun, base in family.nouns},
        light_verbs={verb: tuple(rows) for verb, rows in light_verbs.items()},
        embedders=embedders,
        lemmas={
            form: entry.row.lemma
            for entry in read_rows(folder / "lemmas.toml", "lemma", Lemma)
            for form in entry.row.forms
        },
        likenesses={
            form: entry.row.like
            for entry in read_rows(folder / "likenesses.toml", "likeness", Likeness)
            for form in entry.row.forms
        },
        predicates=frozenset(key[0] for key in embedders),
        adjectives=frozenset(key[0] for key in embedders if key[1] == "adjective"),
        negators={
            word: entry.row.scope
            for entry in read_rows(folder / "negation.toml", "negator", Negator)
            for word in entry.row.words
        },
        auxiliaries={word: row.mood for row in moods if row.kind == "auxiliary" for word in row.words},
        adjectives_of_mood={
            word: row.mood for row in moods if row.kind == "adjective" and row.mood is not None for word in row.words
        },
        adverbs={word: row.mood for row in moods if row.kind == "adverb" for word in row.words},
        markers={words: tuple(rows) for words, rows in markers.items()},
        datives=frozenset(
            verb for entry in read_rows(folder / "datives.toml", "dative", Dative) for verb in entry.row.verbs
        ),
    )


def _embedders(folder: Path) -> dict[tuple[str, str, str, str], tuple[Embedder, ...]]:
    found: dict[tuple[str, str, str, str], tuple[Embedder, ...]] = {}
    for entry in read_rows(folder / "embedding.toml", "embedder", Embedder):
        for predicate in entry.row.predicates:
            for form in entry.row.forms:
                for preposition in entry.row.prepositions or ("",):
                    key = (predicate, entry.row.kind, form, preposition)
                    found[key] = (*found.get(key, ()), entry.row)
    return found
