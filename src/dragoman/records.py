"""What is recorded: the frozen records that every stage reads and writes.

Spans are half-open code-point offsets into `Document.text`. A `Mention` is made from the text
(`Mention.of`), so its words are the slice by construction. Ids are content hashes, so reading the
same document twice gives the same ids.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from dragoman.errors import RecordError

BlockKind = Literal["title", "paragraph", "item", "caption"]
PublishedFrom = Literal["given", "page", "dateline", "url", "title"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Form = Literal["direct", "indirect", "mixed"]
SpeechAct = Literal[
    "say", "hope", "condemn", "accuse", "deny", "warn", "threaten", "promise", "offer", "demand", "request",
    "thank", "praise", "apologise", "agree", "reject", "consider", "ask", "confirm", "announce", "stress",
]  # fmt: skip
StatementStatus = Literal["said", "expected", "declined", "hypothetical"]
HopKind = Literal["carried", "quoted", "reported", "seen", "published"]
Polarity = Literal["positive", "negative"]
Mood = Literal["asserted", "future", "possible", "obliged", "wished", "conditional", "purpose", "question"]
Tense = Literal["past", "present", "future", "none"]
Status = Literal["actual", "historical", "future", "hypothetical", "negated"]
CommitmentKind = Literal["obligation", "pledge", "offer", "threat", "prohibition", "policy", "intent"]
CommitmentStatus = Literal["standing", "fulfilled", "broken", "withdrawn", "expired"]


def content_id(*parts: object) -> str:
    """Sixteen hexadecimal digits that depend on nothing but `parts`, in their order."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open code-point offsets into `Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise RecordError(f"span {self.start}:{self.end} is not in order; give start ≤ end", code="D501")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A span and the exact words that stand there."""

    words: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Mention:
        """The words of `text` from `start` up to `end`."""
        return cls(start, end, text[start:end])

    def check(self, text: str) -> None:
        """Raise `RecordError` unless the words stand in `text` at this span."""
        if text[self.start : self.end] != self.words:
            raise RecordError(
                f"words {self.words!r} do not stand at {self.start}:{self.end}; make mentions with Mention.of",
                code="D502",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of the page: its kind and where it stands in the text."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as it will be read: clean text and what is known of the page.

    `published` is the day that relative times are counted from (None: unknown), `published_at` the
    instant with its zone where the page has one, `published_from` where it came from. `place` is the
    dateline's, `agency` the name of the agency whose text it is, `contributors` those of agencies that only gave
    material (*With inputs from AFP*). `title` is a block of `text` too, where it has one.
    """

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    published: date | None = None
    published_at: str | None = None
    published_from: PublishedFrom | None = None
    publisher: str | None = None
    agency: str | None = None
    contributors: tuple[str, ...] = ()
    byline: str | None = None
    place: str | None = None
    language: str = "en"
    url: str | None = None
    origin: str = "text"
    raw_sha256: str | None = None

    @classmethod
    def plain(cls, text: str, *, published: date | None = None) -> Document:
        """A document whose text is taken as it is, without any cleaning."""
        return cls(
            id=content_id("document", "", text),
            text=text,
            published=published,
            published_from="given" if published else None,
        )

    def mention(self, start: int, end: int) -> Mention:
        """The words of the text from `start` up to `end`."""
        return Mention.of(self.text, start, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who: a state, body, office holder, or a person or kind that only this article knows.

    `id` is the key in the actor library, or `doc:…` for an actor made from the document. `code` is
    country (or body) plus PLOVER sector, `KOR`, `RUSGOV`, `IGONAT`; None where nothing is known.
    """

    id: str
    code: str | None = None
    country: str | None = None
    sector: str | None = None
    label: str | None = None
    office: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Words that name an actor; `actor` is None where they stay unresolved, `rule` says why it is who it is."""

    mention: Mention
    actor: Actor | None
    name: str
    rule: str

    @property
    def code(self) -> str | None:
        """The actor's code, None where unresolved or unknown."""
        return self.actor.code if self.actor else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A TIMEX3 expression. `anchor` is the day it was counted from; open values have no days."""

    mention: Mention
    type: TimexType
    value: str
    first_day: date | None = None
    last_day: date | None = None
    granularity: str | None = None
    anchor: date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name a place; `country` is ISO 3166 alpha-3, coordinates in degrees."""

    mention: Mention
    name: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyMention:
    """Words that name a treaty; `treaty` is its key in the library or None."""

    mention: Mention
    treaty: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One carrier of a statement: an actor of the article, or (without a span) the page's publisher or agency."""

    actor: ActorMention | None
    publisher: str | None = None
    publisher_code: str | None = None
    cue: Mention | None = None
    time: TimeMention | None = None
    kind: HopKind = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Somebody's words or attitude, with the chain of those who passed it on, from the speaker outward."""

    id: str
    speakers: tuple[ActorMention, ...]
    source: Mention | None
    cue: Mention | None
    content: tuple[Mention, ...]
    form: Form
    speech_act: SpeechAct
    status: StatementStatus = "said"
    addressees: tuple[ActorMention, ...] = ()
    about: tuple[str, ...] = ()
    time: TimeMention | None = None
    chain: tuple[Hop, ...] = ()
    parent: str | None = None
    denies: str | None = None
    basis: Mention | None = None
    in_response_to: Mention | None = None
    in_title: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One of the 37 PLOVER contexts and the words that gave it."""

    name: str
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people or things: `kind` is killed, wounded or arrested and the like."""

    kind: str
    number: int
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A PLOVER event. `status` says whether it happened; `parent` is the event whose content this one is.

    `intensity` is PLOVER's conflict–cooperation score (−10 … +10), `confidence` 0 … 1 how likely a coder records
    it with this type (docs/reference/confidence.md). `plover_type` is the type that counts, folded, None
    for events that are another's content; `quad` is its quad class.
    """

    id: str
    type: str
    plover_type: str | None
    quad: str
    mode: str | None
    contexts: tuple[Context, ...]
    polarity: Polarity
    modality: Mood
    tense: Tense
    status: Status
    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]
    trigger: Mention
    extent: Mention
    time: TimeMention | None = None
    place: PlaceMention | None = None
    counts: tuple[Count, ...] = ()
    intensity: float = 0.0
    confidence: float = 0.5
    parent: str | None = None
    statement: str | None = None
    presupposed: bool = False
    in_title: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPattern:
    """What an event must look like. Actors and recipients are codes, "bearer", "beneficiary" or "any"."""

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    polarity: Polarity = "positive"
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatePattern:
    """A state of affairs (`war`) of a code, "bearer" or "beneficiary"."""

    state: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination:
    """Patterns joined by any, all or not (not has one part)."""

    operator: Literal["any", "all", "not"]
    parts: tuple[Pattern, ...]

    def __post_init__(self) -> None:
        if self.operator == "not" and len(self.parts) != 1:
            raise RecordError(f"not has {len(self.parts)} parts; give it one, or wrap them in any or all", code="D503")


Pattern = EventPattern | StatePattern | Combination


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What somebody is bound to, promises, offers, threatens or intends, and on what condition.

    `instrument` is the noun for the text that binds, `treaty` its key in the treaty library where it is known.
    """

    id: str
    kind: CommitmentKind
    bearers: tuple[ActorMention, ...]
    beneficiaries: tuple[ActorMention, ...]
    against: tuple[ActorMention, ...]
    action: Pattern | None
    cue: Mention
    extent: Mention
    manner: tuple[Mention, ...] = ()
    deadline: TimeMention | None = None
    condition: Mention | None = None
    trigger: Pattern | None = None
    instrument: str | None = None
    treaty: str | None = None
    mutual: bool = False
    status: CommitmentStatus = "standing"
    statement: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What gave nothing or stayed open, where, and why."""

    code: str
    message: str
    mention: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read in one document."""

    document: Document
    actors: tuple[ActorMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    treaties: tuple[TreatyMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    notes: tuple[Note, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The reading as plain dictionaries and lists, ready for JSON; `docs/reading.schema.json` describes it."""
        from dragoman.serial import to_dict

        return to_dict(self)

    def _repr_html_(self) -> str:
        """The annotated article, as a notebook shows it."""
        from dragoman.annotate import to_html

        return to_html(self, whole_page=False)


def distinct(codes: Iterable[str | None]) -> tuple[str, ...]:
    """The codes that are not None, each once, in their first order."""
    return tuple(dict.fromkeys(code for code in codes if code))
