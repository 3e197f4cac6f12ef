"""Why a sense does not fit a clause, in words, for those who ask."""

from __future__ import annotations

from dragoman.events.schema import Constraint, Predicate
from dragoman.language import Clause


def in_words(constraint: Constraint, row: Predicate, clause: Clause, inner: Clause | None) -> str:
    """What the clause lacks of that constraint of the entry; `inner` is the clause that it is about."""
    wanted = getattr(row, constraint)
    some = _some(wanted) if isinstance(wanted, tuple) else ""
    reasons: dict[Constraint, str] = {
        "light": f"light verb is {clause.light or 'none'}",
        "mood": f"mood is {clause.mood}",
        "polarity": f"it is {clause.polarity}",
        "subject": f"subject is none of {some}",
        "object": f"object is none of {some}",
        "attribute": f"attribute is none of {some}",
        "object_not": f"object is one of {some}",
        "complements": f"no complement with {', '.join(row.complements)} that fits",
        "modifiers": f"no modifier among {some}",
        "content": "a clause depends on it" if inner else "no clause depends on it",
        "content_lemmas": f"the clause inside is not {some}",
        "content_markers": f"the clause inside does not begin with {some}",
        "content_mood": f"the mood of the clause inside is not {some}",
        "content_polarity": f"the clause inside is not {some}",
        "content_of_other": "the subject of the clause inside is the same",
        "content_types": f"the event inside is not {some}",
        "aims": f"it is not done to {some}",
        "nearby": f"the clause has none of the words {some}",
    }
    return reasons[constraint]


def _some(words: tuple[str, ...]) -> str:
    return ", ".join(words[:4]) + (" …" if len(words) > 4 else "")
