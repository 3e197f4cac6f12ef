"""What an entry of each file in `events/data/` looks like.

Lemmas are lower case and singular; *-ise* spellings stand for *-ize* too. `source` names what was opened to
write the entry; `recalled` says that it was written from knowledge of English and of PLOVER.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from dragoman.data_files import Row
from dragoman.language import closed
from dragoman.records import Mood, Polarity, Status

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]

#: what an entry can ask for beside its word, as the fields of `Predicate` are called
Constraint = Literal[
    "light", "mood", "polarity", "subject", "object", "attribute", "object_not", "complements", "modifiers",
    "content", "content_lemmas", "content_markers", "content_mood", "content_polarity", "content_of_other",
    "content_types", "aims", "nearby",
]  # fmt: skip

DATA = Path(__file__).parent / "data"
PREDICATES = DATA / "predicates"
#: the type of an entry that fires and gives no event (its file is `none.toml`)
NONE = "NONE"
#: the role of the one who says what the clause says (*said that the rebels were responsible*)
SPEAKER = "speaker"
#: words as the parser sees them: *cease-fire* is *ceasefire*
Words = tuple[Annotated[str, AfterValidator(closed)], ...]


class Predicate(Row):
    """Predicates that share one sense: verbs (with particle), nouns, adjectives.

    Where `type` is not given, the file's name is the type.
    Everything from `subject` to `polarity` is a constraint, and all must hold. A list is met by one of its words:
    a head noun (`truce`), the noun before it and the head (`air strike`), a class of classes.toml (`@weapons`), or
    `*` (anything), `@actor` (somebody), `@name`, `@country`, `@place`, `@plural`, `@several` (*A and B*),
    `@sector:MIL`.
    `complements` are keyed by preposition (`subject>between`: on the subject, *a truce between X and Y held*),
    `attribute` is what somebody is called, with *as* or without (of an adjective, the word),
    `light` the light verbs that carry the noun, `modifiers` words before it (or before the
    object of a verb), `content` whether a clause must (or must not) depend on the predicate, `content_lemmas`,
    `content_types` and `content_markers` (`to`, `that`) what that clause must be; `content_mood` and
    `content_polarity` its mood and polarity, `content_of_other` that its subject is somebody else. `aims` are
    lemmas of the verb, or types of the event, in the infinitive that says what for (*sent planes to rescue them*);
    `nearby` are lemmas of which one stands somewhere in the clause (*troops were flown to the flood zone*).
    Where `polarity` asks for a negation, that is part of what the predicate means (*did not rule out* is a threat),
    and denies nothing.

    `actor` is the role of the one who acts, `recipient` the roles (or prepositions) to try for the other, in
    order (`to>in`: behind *in*, on what stands behind *to*); None takes the type's. With `reciprocal` all
    participants are actors.
    """

    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    type: str | None = None
    mode: str | None = None
    actor: str = "subject"
    recipient: tuple[str, ...] | None = None
    reciprocal: bool = False
    contexts: tuple[str, ...] = ()
    subject: Words = ()
    object: Words = ()
    object_not: Words = ()
    attribute: Words = ()
    complements: dict[str, Words] = Field(default_factory=dict)
    modifiers: Words = ()
    light: tuple[str, ...] = ()
    content: bool | None = None
    content_lemmas: Words = ()
    content_markers: tuple[str, ...] = ()
    content_types: tuple[str, ...] = ()
    content_mood: tuple[Mood, ...] = ()
    content_polarity: tuple[Polarity, ...] = ()
    content_of_other: bool = False
    aims: Words = ()
    nearby: tuple[str, ...] = ()
    mood: tuple[Mood, ...] = ()
    polarity: tuple[Polarity, ...] = ()
    examples: tuple[str, ...]
    source: str = "recalled"

    @property
    def constraints(self) -> int:
        """How many constraints the entry has; the more, the earlier it is tried."""
        lists = (self.subject, self.object, self.attribute, self.complements, self.modifiers, self.light)
        rest = (
            self.content_lemmas, self.content_types, self.content_markers, self.content_mood, self.content_polarity,
            self.content_of_other, self.aims, self.nearby, self.mood, self.object_not, self.polarity,
        )  # fmt: skip
        return sum(map(bool, lists)) + sum(map(bool, rest)) + (self.content is not None)


class EventType(Row):
    """A type of events: quad, scores, default roles of the recipient, and what it does to the events inside it.

    `inner_noun` is the status of a noun that is its content (*demanded the release*); None leaves its own, and
    the noun then is an event beside the outer one (*condemned the attack*). `future` is the type as which such an
    event counts while it is only announced, `refused` the one as which it counts where somebody says that he will
    not do it; None is the type itself, and nothing.
    """

    name: str = Field(pattern=r"^[\w-]+$")
    label: str = ""
    quad: Quad
    score: float = Field(default=0, ge=-10, le=10)
    modes: dict[str, float] = Field(default_factory=dict)
    recipient: tuple[str, ...] = ("object", "recipient", "to", "with", "on", "against", "for", "in")
    inner_noun: Status | None = None
    needs_recipient: bool = False
    future: str | None = None
    refused: str | None = None


class Coding(Row):
    """What an event that the lexicon finds is in an ontology of one's own: the first row that fits decides.

    `of` are shipped types, or types with a mode (`ASSAULT.aerial`); the other lists, where they are given, ask for
    lemmas in the trigger, for contexts, and for sectors of who acts.
    """

    of: tuple[str, ...] = Field(min_length=1)
    words: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    type: str
    mode: str | None = None
    examples: tuple[str, ...]
    source: str = "recalled"


class Frame(Row):
    """What an ontology is: its name, and whether its types stand instead of PLOVER's or beside them."""

    name: str
    instead: bool = False
    source: str = "recalled"


class WordClass(Row):
    """A kind of thing that entries name with @."""

    name: str
    words: Words


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
    """Predicates that decide whether the noun they take has happened (*planned a visit*, *prevented an attack*).

    `denied` is what a negated one leaves where it is denied itself: nothing (*failed to prevent the attack*), or open
    (*did not rule out an attack*).
    """

    predicates: tuple[str, ...]
    status: Status
    denied: Status | None = None
    example: str


class Host(Row):
    """Nouns that say of an act behind their *of* or *for* whether it has happened (*the risk of a war*)."""

    nouns: tuple[str, ...]
    status: Status
    example: str


class Unsaid(Row):
    """Verbs of saying and thinking: what somebody did not say or think stays open."""

    verbs: tuple[str, ...]
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


class Realm(Row):
    """A realm that borrows the words of politics, and what shows that a sentence is of it (`realms.toml`)."""

    name: str
    sure: Words
    likely: Words = ()
    scores: bool = False
    moves: Words = ()
    earnest: Words = ()
    timeless: bool = False
    strangers: bool = False
    example: str


class Topic(Row):
    """Verbs whose subject is only a topic, and nouns behind which an act is one (`topics.toml`)."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    example: str


class Doer(Row):
    """Which sectors alone, or never, do acts of these types, or types with a mode (`doers.toml`)."""

    of: tuple[str, ...]
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    example: str


class Habit(Row):
    """Words by which the present tense tells what is done again and again (*routinely*, *every year*)."""

    words: tuple[str, ...]
    example: str


class CountRow(Row):
    """Predicates whose object (or subject) is counted, and as what.

    `objects` and `attributes` are what the object, or what it is left as, must be (*claimed 14 lives*, *left 30
    dead*). With `of_act` the predicate is no act itself, and the count is that of the act in it (*died in clashes*).
    """

    kind: str
    predicates: tuple[str, ...]
    role: Literal["object", "subject"] = "object"
    objects: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    of_act: bool = False
    example: str


class SignRow(Row):
    """What a sign does to the confidence of an event, in log-odds; `plain` is an event without any."""

    sign: str
    log_odds: float
    meaning: str
    source: str


class PartyWeights(Row):
    """What each sign does to the log-odds that somebody named in the sentence is on one side of an event."""

    name: Literal["actor", "recipient"]
    source: str
    weight: dict[str, float]
