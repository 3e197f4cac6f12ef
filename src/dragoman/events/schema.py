"""What an entry of each file in `events/data/` looks like.

Lemmas are lower case and singular; *-ise* spellings stand for *-ize* too. `source` names what was opened to
write the entry; `recalled` says that it was written from knowledge of English and of PLOVER.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from dragoman.data_files import Row
from dragoman.records import Mood, Status

DATA = Path(__file__).parent / "data"
PREDICATES = DATA / "predicates"
#: the type of an entry that fires and gives no event (its file is `none.toml`)
NONE = "NONE"


class Predicate(Row):
    """Predicates that share one sense: verbs (with particle), nouns, adjectives. The file's name is the type.

    Everything from `subject` to `mood` is a constraint, and all must hold. A list is met by one of its words:
    a head noun (`truce`), the noun before it and the head (`air strike`), a class of classes.toml (`@weapons`), or
    `*` (anything), `@actor` (somebody), `@name`, `@country`, `@place`, `@plural`, `@sector:MIL`.
    `complements` are keyed by preposition, `attribute` is what somebody is called, `light` the light verbs that
    carry the noun, `modifiers` words before it (or before the object of a verb), `content` whether a clause must
    (or must not) depend on the predicate, `content_lemmas`, `content_types` and `content_markers` (`to`, `that`) what
    that clause must be; `content_mood` its mood, `content_of_other` that its subject is somebody else.

    `actor` is the role of the one who acts, `recipient` the roles (or prepositions) to try for the other, in
    order; None takes the type's. With `reciprocal` all participants are actors.
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    mode: str | None = None
    actor: str = "subject"
    recipient: tuple[str, ...] | None = None
    reciprocal: bool = False
    contexts: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    object_not: tuple[str, ...] = ()
    attribute: tuple[str, ...] = ()
    complements: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    modifiers: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    content: bool | None = None
    content_lemmas: tuple[str, ...] = ()
    content_markers: tuple[str, ...] = ()
    content_types: tuple[str, ...] = ()
    content_mood: tuple[Mood, ...] = ()
    content_of_other: bool = False
    mood: tuple[Mood, ...] = ()
    examples: tuple[str, ...]
    source: str = "recalled"

    @property
    def constraints(self) -> int:
        """How many constraints the entry has; the more, the earlier it is tried."""
        lists = (self.subject, self.object, self.attribute, self.complements, self.modifiers, self.light)
        rest = (
            self.content_lemmas, self.content_types, self.content_markers, self.content_mood, self.content_of_other,
            self.mood, self.object_not,
        )  # fmt: skip
        return sum(map(bool, lists)) + sum(map(bool, rest)) + (self.content is not None)


class EventType(Row):
    """A PLOVER type: quad, scores, default roles of the recipient, and what it does to the events inside it.

    `inner_noun` is the status of a noun that is its content (*demanded the release*); None leaves its own, and
    the noun then is an event beside the outer one (*condemned the attack*).
    """

    name: str
    quad: str
    score: float
    modes: dict[str, float] = Field(default_factory=dict)
    recipient: tuple[str, ...]
    inner_noun: Status | None = None
    needs_recipient: bool = False


class WordClass(Row):
    """A kind of thing that entries name with @."""

    name: str
    words: tuple[str, ...]


class ModeCue(Row):
    """Words in a clause that give an event of that type its mode."""

    type: str
    mode: str
    words: tuple[str, ...]


class ContentMode(Row):
    """The mode of an act in words by what it is about: the event inside (`TYPE` or `TYPE.mode`) or words."""

    type: str
    mode: str
    inner: tuple[str, ...]
    words: tuple[str, ...]


class ContextRow(Row):
    """A PLOVER context and the words that give it. `official_only`: not for armed groups that are no state's."""

    name: str
    words: tuple[str, ...]
    official_only: bool = False
    example: str
    source: str = "recalled"


class Governor(Row):
    """Predicates that decide whether the noun they take has happened (*planned a visit*, *prevented an attack*)."""

    predicates: tuple[str, ...]
    status: Status
    example: str


class StatusModifier(Row):
    """Words before a noun of action that say it has not happened, or not now (*an upcoming visit*)."""

    words: tuple[str, ...]
    status: Status
    example: str


class BackgroundCue(Row):
    """Wordings that put what they stand beside into the past (*anniversary*)."""

    words: tuple[str, ...]
    example: str


class CountRow(Row):
    """Predicates whose object (or subject) is counted, and as what."""

    kind: str
    predicates: tuple[str, ...]
    role: Literal["object", "subject"] = "object"
    example: str
