"""Readings made by hand for the ledger's tests."""

from __future__ import annotations

from datetime import UTC, date, datetime

from dragoman.ledger import Run
from dragoman.records import (
    Actor,
    ActorMention,
    Commitment,
    Context,
    Document,
    Event,
    EventPattern,
    Hop,
    Mention,
    Note,
    PlaceMention,
    Reading,
    Statement,
    TimeMention,
)

TEXT = (
    "Moscow warned Seoul on Monday against sending weapons to Kyiv, Sputnik said. "
    "Russian forces shelled Kharkiv on June 20. If Seoul sends weapons, Moscow will respond."
)
PUBLISHED = date(2024, 6, 25)


def run(model: str = "m 1", *, day: int = 1) -> Run:
    """A run of June `day`, whose fingerprint depends on the model alone."""
    started = datetime(2024, 6, day, tzinfo=UTC)
    return Run(id=f"{model} on {day}", started=started, version="1", data_sha256="a", model=model)


def words(piece: str) -> Mention:
    start = TEXT.index(piece)
    return Mention.of(TEXT, start, start + len(piece))


def who(piece: str, code: str, label: str) -> ActorMention:
    actor = Actor(id=code.lower(), code=code, country=code[:3], label=label)
    return ActorMention(mention=words(piece), actor=actor, name=label, rule="test")


def day(piece: str, value: str) -> TimeMention:
    on = date.fromisoformat(value)
    return TimeMention(mention=words(piece), type="DATE", value=value, first_day=on, last_day=on)


def reading() -> Reading:
    """A warning passed on by Sputnik, a shelling five days before the page, a conditional threat."""
    moscow, seoul = who("Moscow", "RUS", "Russia"), who("Seoul", "KOR", "South Korea")
    army, monday = who("Russian forces", "RUSMIL", "Russian army"), day("Monday", "2024-06-24")
    shelling_day = day("June 20", "2024-06-20")
    kharkiv = PlaceMention(mention=words("Kharkiv"), name="Kharkiv", country="UKR")
    warning = Statement(
        id="warning", speakers=(moscow,), source=words("Moscow"), cue=words("warned"),
        content=(words("against sending weapons to Kyiv"),), form="indirect", speech_act="warn",
        addressees=(seoul,), about=("UKR",), time=monday,
        chain=(Hop(actor=who("Sputnik", "RUSMED", "Sputnik"), cue=words("said")),
               Hop(actor=None, publisher="The Daily", kind="published")),
    )  # fmt: skip
    shelling = Event(
        id="shelling", type="ASSAULT", plover_type="ASSAULT", quad="material conflict", mode="aerial",
        contexts=(Context(name="military", mention=words("forces")),), polarity="positive", modality="asserted",
        tense="past", status="actual", actors=(army,), recipients=(who("Kyiv", "UKR", "Ukraine"),),
        trigger=words("shelled"), extent=words("Russian forces shelled Kharkiv"), time=shelling_day, place=kharkiv,
        intensity=-9.0, confidence=0.8,
    )  # fmt: skip
    threat = Commitment(
        id="threat", kind="threat", bearers=(moscow,), beneficiaries=(), against=(seoul,),
        action=EventPattern(type="COERCE", actors=("bearer",)), cue=words("will"),
        extent=words("Moscow will respond"), condition=words("If Seoul sends weapons"), statement="warning",
        trigger=EventPattern(type="AID", actors=("KOR",)),
    )  # fmt: skip
    return Reading(
        document=Document(id="d1", text=TEXT, title="A warning", published=PUBLISHED, publisher="The Daily"),
        actors=(moscow, seoul, army),
        times=(monday, shelling_day),
        places=(kharkiv,),
        statements=(warning,),
        events=(shelling,),
        commitments=(threat,),
        notes=(Note(code="N1", message="nothing more"),),
    )


def numbered(number: int, *, notes: int = 1) -> Reading:
    """A small document of its own for every number."""
    document = Document.plain(f"Seoul waits for the {number}th day.")
    note = Note(code="N1", message="nothing here", mention=document.mention(0, 5))
    return Reading(document=document, notes=(note,) * notes)
