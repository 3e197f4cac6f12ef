"""What an entry of each file in `language/data/` looks like, and what must hold between entries.

All lemmas are lower case and singular as a lemmatiser gives them (*talks* → `talk`). `source` names
what was opened to write the entry; `recalled` says that it was written from knowledge of English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field

from dragoman.data_files import Entry, Problem, Row, try_rows
from dragoman.records import Mood, Polarity

DATA = Path(__file__).parent / "data"

NounRole = Literal["subject", "object", "recipient", "complement"]
Form = Literal["infinitive", "gerund", "that"]
R = TypeVar("R", bound=Row)


class LanguageRow(Row):
    """What every entry has: a sentence of our own that shows it, and where it comes from."""

    example: str
    source: str = "recalled"


class Nominalisation(LanguageRow):
    """Nouns that name an action, each with the verb behind it.

    `of` is the role of an *of*-phrase (*the invasion of Kuwait*: object; *the arrival of troops*: subject).
    `object_prepositions` introduce what would be the verb's direct object (*an attack on the base*);
    any other preposition makes a complement (*talks with Seoul*). A possessor or nationality before the
    noun is the subject unless `possessor` says otherwise (*the minister's arrest*) and nothing else fills the object.
    """

    name: str
    nouns: tuple[tuple[str, str], ...]
    of: Literal["subject", "object"] = "object"
    object_prepositions: tuple[str, ...] = ()
    possessor: Literal["subject", "object"] = "subject"


class LightVerb(LanguageRow):
    """Verbs that only carry a noun of action (*launch an attack on X*): the noun is what is done.

    `slot` is where the noun stands: the verb's object, or behind a preposition (*come under attack*).
    `subject` is the role in the noun that the verb's subject fills (object: *suffered an attack*), `indirect`
    the one that its second object fills (*gave Kyiv support*), `prepositions` the roles of phrases that hang on
    the verb or noun, before those of the noun's own family. `any_nominalisation` admits every noun of action.
    """

    verbs: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    any_nominalisation: bool = False
    slot: str = "object"
    subject: Literal["subject", "object"] = "subject"
    indirect: NounRole | None = None
    prepositions: dict[str, NounRole] = Field(default_factory=dict)


class Embedder(LanguageRow):
    """Predicates that decide about the clause they take: its mood, its polarity, who does it.

    The entry holds for the forms named (`infinitive`: *agreed to go*; `gerund`: *denied going*, behind one of
    `prepositions` where given: *accused X of going*; `that`). `mood` None leaves the inner clause its own mood.
    `controller` is the role of the predicate that does the inner action (object includes a recipient, *told Iran
    to halt*, and what the passive makes of it, *is expected to sign*). Where a predicate stands in two entries
    of one form, the one with controller object holds if it has an object. `factive`: the inner clause is true;
    `unreal`: its mood holds whatever the inner clause's own (*fears that X will attack*).
    """

    predicates: tuple[str, ...]
    kind: Literal["verb", "noun", "adjective"] = "verb"
    forms: tuple[Form, ...] = ("infinitive",)
    mood: Mood | None
    polarity: Polarity = "positive"
    controller: Literal["subject", "object", "none"] = "subject"
    prepositions: tuple[str, ...] = ()
    factive: bool = False
    unreal: bool = False


class Negator(LanguageRow):
    """Words that turn a clause negative. `scope` is what they stand on: the verb, a noun phrase in it, or all of it."""

    words: tuple[str, ...]
    scope: Literal["verb", "phrase", "clause"]


class MoodWord(LanguageRow):
    """Auxiliaries, adverbs and phrases that give the clause they stand in its mood.

    `mood` None: only noted among the clause's `modals` (*reportedly* leaves the mood to the reader).
    """

    words: tuple[str, ...]
    kind: Literal["auxiliary", "adverb", "adjective"]
    mood: Mood | None


class Marker(LanguageRow):
    """Words that open a subordinate clause and say what it is to the main one.

    `mood` None leaves the subordinate clause its own. `main_future`: only where the main clause is about the
    future (*when it is attacked, it will …*). `form` is the verb form behind the words.
    """

    words: tuple[str, ...]
    relation: Literal["condition", "purpose", "adverbial"]
    mood: Mood | None
    form: Literal["finite", "infinitive", "gerund", "noun", "inversion"]
    polarity: Polarity = "positive"
    main_future: bool = False


class Dative(LanguageRow):
    """Verbs whose first object is the one to whom (*gave Kyiv tanks*, *told reporters*): the role `recipient`."""

    verbs: tuple[str, ...]


class Lemma(LanguageRow):
    """Forms of a verb that the lemmatiser takes for another verb's (*hoped* for a form of *hop*)."""

    lemma: str
    forms: tuple[str, ...]


class Likeness(LanguageRow):
    """Forms that the parser reads as if `like` stood in their place (*overthrew* as *took*)."""

    like: str
    forms: tuple[str, ...]


class Compound(LanguageRow):
    """Words written with a hyphen or without: any of `first` with any that begins like one of `second`."""

    first: tuple[str, ...]
    second: tuple[str, ...] = ()


def check_language() -> tuple[Problem, ...]:
    """Everything wrong in the room's data files: schema breaks, and words that stand in two places."""
    return tuple(_check_all())


def _check_all() -> Iterator[Problem]:
    families, problems = try_rows(DATA / "nominalisations.toml", "family", Nominalisation)
    yield from problems
    yield from _repeats(families, lambda family: [noun for noun, _ in family.nouns])
    nouns = {noun for entry in families for noun, _ in entry.row.nouns}
    light_verbs, problems = try_rows(DATA / "light_verbs.toml", "light_verb", LightVerb)
    yield from problems
    for light in light_verbs:
        for noun in light.row.nouns:
            if noun not in nouns:
                yield Problem(
                    light.file, light.line, f"{noun!r} is not in nominalisations.toml; add it to a family there"
                )
    yield from _contradictions(light_verbs)
    embedders, problems = try_rows(DATA / "embedding.toml", "embedder", Embedder)
    yield from problems
    yield from _repeats(embedders, _embedder_keys)
    negators, problems = try_rows(DATA / "negation.toml", "negator", Negator)
    yield from problems
    yield from _repeats(negators, lambda negator: negator.words)
    moods, problems = try_rows(DATA / "modal.toml", "modal", MoodWord)
    yield from problems
    yield from _repeats(moods, lambda modal: modal.words)
    markers, problems = try_rows(DATA / "markers.toml", "marker", Marker)
    yield from problems
    yield from _repeats(markers, _marker_keys)
    lemmas, problems = try_rows(DATA / "lemmas.toml", "lemma", Lemma)
    yield from problems
    yield from _repeats(lemmas, lambda lemma: lemma.forms)
    likenesses, problems = try_rows(DATA / "likenesses.toml", "likeness", Likeness)
    yield from problems
    yield from _repeats(likenesses, lambda likeness: likeness.forms)
    datives, problems = try_rows(DATA / "datives.toml", "dative", Dative)
    yield from problems
    yield from _repeats(datives, lambda dative: dative.verbs)
    yield from try_rows(DATA / "compounds.toml", "compound", Compound)[1]


def _contradictions(entries: tuple[Entry[LightVerb], ...]) -> Iterator[Problem]:
    """Pairs of verb and noun that one entry reads as done, another as suffered, by the verb's subject."""
    seen: dict[tuple[str, str, str], Entry[LightVerb]] = {}
    for entry in entries:
        for verb in entry.row.verbs:
            for noun in entry.row.nouns:
                first = seen.setdefault((verb, noun, entry.row.slot), entry)
                if first.row.subject != entry.row.subject:
                    message = f"{verb!r} with {noun!r} has another subject in line {first.line}; keep one"
                    yield Problem(entry.file, entry.line, message)


def _embedder_keys(row: Embedder) -> list[str]:
    return [
        " ".join(filter(None, (predicate, f"({row.kind})", form, row.controller, preposition)))
        for predicate in row.predicates
        for form in row.forms
        for preposition in row.prepositions or ("",)
    ]


def _marker_keys(row: Marker) -> list[str]:
    when = " before a future" if row.main_future else ""
    return [f"{word} + {row.form}{when}" for word in row.words]


def _repeats(entries: tuple[Entry[R], ...], keys: Callable[[R], Iterable[str]]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for entry in entries:
        for key in keys(entry.row):
            if key in seen:
                yield Problem(entry.file, entry.line, f"{key!r} already stands in line {seen[key]}; keep one")
            seen[key] = entry.line
