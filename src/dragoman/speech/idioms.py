"""Cues of several words: *made it clear that …*, *took aim at …*, *gave her word that …*."""

from __future__ import annotations

from dragoman.language.model import Clause, Phrase, Word
from dragoman.speech.content import QUESTION_WORDS, Content, before_aside, inside, said_from, tidy
from dragoman.speech.scene import Range, Scene
from dragoman.speech.schema import Complement, Cue

#: words for which `~` stands in the lexicon
OWN = frozenset({"my", "your", "his", "her", "its", "our", "their"})
#: characters between a cue and what it takes
NEAR = 3


def idiom_at(scene: Scene, clause: Clause) -> tuple[str, list[Cue], int]:
    """The longest phrase of the lexicon that begins with the predicate, its entries, and its last word."""
    if clause.kind != "verb":
        return "", [], clause.head
    words, head = scene.parsed.words, clause.head
    for rest, rows in scene.lexicon.idioms.get(words[head].lemma, ()):
        behind = words[head + 1 : head + 1 + len(rest)]
        if len(behind) == len(rest) and all(map(_is_word, behind, rest)):
            return " ".join((words[head].lemma, *rest)), rows, head + len(rest)
    return "", [], head


def _is_word(word: Word, wanted: str) -> bool:
    text = word.text.lower()
    return text == wanted or (wanted == "~" and (text in OWN or word.tag == "POS"))


def taken_by(scene: Scene, clause: Clause, rows: list[Cue], last: int) -> Content | None:
    """What stands right behind the phrase and is one of the complements that it takes."""
    end = scene.parsed.words[last].end
    first = scene.parsed.words[last + 1] if last + 1 < len(scene.parsed.words) else None
    if first is None or first.sentence != clause.sentence:
        return None
    for row in rows:
        found = _quoted(scene, end) or _clausal(scene, first) or _prepositional(scene, row, first)
        if found is None and "object" in row.takes:
            phrase = _phrase_at(scene, first.start)
            found = ("object", [tidy(scene, phrase.start, phrase.end)], None) if phrase is not None else None
        if found is not None and found[0] in row.takes:
            return Content(row, *found)
    return None


Taken = tuple[Complement, list[Range], Clause | None]


def _quoted(scene: Scene, end: int) -> Taken | None:
    _, after = scene.outer_near(end)
    near = after is not None and scene.parsed.text[end : after.outer_start].strip(" ") in (",", ":")
    return ("quote", [inside(scene, after)], None) if near and after is not None else None


def _clausal(scene: Scene, first: Word) -> Taken | None:
    """*that …*, *to …*, *whether …*: a clause that begins right behind the phrase."""
    clause = _clause_at(scene, first)
    if clause is None:
        return None
    word = first.text.lower()
    bare = clause.finite and clause.start == first.start and clause.trigger_start > first.start
    if bare and not clause.marker and word not in QUESTION_WORDS:
        return "that", [tidy(scene, first.start, clause.end)], clause  # *made it clear he would go*
    if word == "that":
        return "that", [tidy(scene, first.end, clause.end)], clause
    if word == "to":
        return "infinitive", [tidy(scene, first.start, clause.end)], clause
    return ("question", [tidy(scene, first.start, clause.end)], clause) if word in QUESTION_WORDS else None


def _clause_at(scene: Scene, first: Word) -> Clause | None:
    """The widest clause of the sentence that begins at the word or the one behind it."""
    near = [
        clause
        for clause in scene.parsed.clauses
        if clause.sentence == first.sentence
        and clause.kind != "noun"
        and clause.trigger_start >= first.start
        and (first.start <= clause.start <= first.end + NEAR or said_from(scene, clause) == first.end)
    ]
    return max(near, key=lambda clause: clause.end, default=None)


def _prepositional(scene: Scene, row: Cue, first: Word) -> Taken | None:
    """*at …*, *with …*: a phrase, or a clause of what is done."""
    if first.text.lower() not in row.prepositions:
        return None
    behind = scene.parsed.words[first.index + 1] if first.index + 1 < len(scene.parsed.words) else None
    if behind is None or behind.sentence != first.sentence:
        return None
    clause = _clause_at(scene, behind) if behind.tag == "VBG" or behind.text.lower() in QUESTION_WORDS else None
    if clause is not None:
        name: Complement = "gerund" if "gerund" in row.takes else "about"
        return name, [tidy(scene, behind.start, clause.end)], clause
    phrase = _phrase_at(scene, behind.start)
    if phrase is not None:
        return "about", [tidy(scene, phrase.start, before_aside(scene, phrase.start, phrase.end))], None
    inner = _clause_at(scene, behind)
    return ("about", [tidy(scene, behind.start, inner.end)], inner) if inner is not None else None


def _phrase_at(scene: Scene, start: int) -> Phrase | None:
    """The longest phrase that begins there."""
    found = [
        scene.parsed.phrases[index]
        for word in scene.parsed.words_between(start, start + 80)
        if (index := scene.phrase_of_word.get(word.index)) is not None and scene.parsed.phrases[index].start == start
    ]
    return max(found, key=lambda phrase: phrase.end, default=None)
