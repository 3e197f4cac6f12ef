"""`dragoman casus` and `dragoman treaties`: what an attack would set off, and who is bound to whom."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman.errors import SourceError

if TYPE_CHECKING:
    from dragoman.treaties import Attack, Occurrence
    from dragoman.treaties.schema import Treaty

treaties = typer.Typer(no_args_is_help=True, help="The treaty library: what it holds, and who is bound to whom.")
LedgerOption = Annotated[Path, typer.Option("--ledger", help="Folder of the ledger.", envvar="DRAGOMAN_LEDGER")]
OnOption = Annotated[str | None, typer.Option("--on", metavar="YYYY-MM-DD", help="Day (default: today).")]
Form = Literal["text", "json", "dot", "html"]


def casus(
    attack: Annotated[str | None, typer.Option("--attack", metavar="ATTACKER:VICTIM", help="Codes or names.")] = None,
    what_if: Annotated[str | None, typer.Option("--what-if", help="A sentence; its attacks are taken.")] = None,
    event: Annotated[
        str | None, typer.Option("--event", help="Id of an event of the ledger, or its beginning (dragoman events).")
    ] = None,
    on: OnOption = None,
    place: Annotated[str | None, typer.Option("--place", help="Where, if not in the victim's own country.")] = None,
    assume: Annotated[
        Literal["automatic", "all", "none"], typer.Option("--assume", help="Whose obligations draw him in.")
    ] = "automatic",
    form: Annotated[Form, typer.Option("--format", help="How to print.")] = "text",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="File.")] = None,
    ledger: LedgerOption = Path("dragoman-ledger"),
) -> None:
    """Show which treaty obligations an attack would set off, round by round. It reads texts; it is not legal advice.

    For example

    - `dragoman casus --attack PRK:KOR --on 2024-06-25`
    - `dragoman casus --attack Russia:Estonia --assume all --format html -o casus.html`
    - `dragoman casus --what-if "North Korea attacked South Korea." --on 2024-06-25`
    - `dragoman casus --event 4f1c`
    """
    if [attack, what_if, event].count(None) != 2:
        raise SourceError("give one of --attack ATTACKER:VICTIM, --what-if SENTENCE and --event ID", code="D121")
    told = _told(event, ledger) if event is not None else None
    if told is not None:
        attacks, day = _attacks_in(told), _day(on) if on or told.day is None else told.day
    else:
        day = _day(on)
        attacks = _attacks_of(what_if, day) if what_if is not None else [_attack(attack or "", place)]
    text = _joined([_answer(one, day, assume, form) for one in attacks], told, form)
    if output is None:
        print(text)
    else:
        output.write_text(text + "\n", encoding="utf-8")


def _joined(answers: list[str], told: Occurrence | None, form: Form) -> str:
    """The answers in one text, under the event that they are about; JSON of several is a list."""
    if form == "json":
        values = [json.loads(answer) | ({"event": _told_value(told)} if told else {}) for answer in answers]
        return json.dumps(values[0] if len(values) == 1 else values, ensure_ascii=False, indent=1)
    head = "\n".join(_told_lines(told)) + "\n\n" if told is not None and form == "text" else ""
    return head + "\n\n".join(answers)


def _told_value(told: Occurrence) -> dict[str, object]:
    from dragoman.treaties.candidates import open_questions

    return {
        "id": told.id,
        "document": told.document,
        "words": told.words,
        "source": told.source,
        "status": told.status,
        "open": list(open_questions(told)),
    }


def _told(event: str, ledger: Path) -> Occurrence:
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        return opened.occurrence(event)


def _attacks_in(told: Occurrence) -> list[Attack]:
    """The attacks of one state on another that the event may be."""
    from dragoman.treaties import attacks_of

    found = list(attacks_of(told)) if told.type == "ASSAULT" else []
    if not found:
        sides = f"{', '.join(map(str, told.actors)) or '?'} → {', '.join(map(str, told.recipients)) or '?'}"
        raise SourceError(
            f"event {told.id} ({told.type}, {sides}) is no attack of one state on another; "
            "`dragoman triggers` lists what other events may set off",
            code="D122",
        )
    return found


def _told_lines(told: Occurrence) -> Iterator[str]:
    """The event in its own words, on whose word it is told, and what stays open about it."""
    from dragoman.treaties.candidates import open_questions

    yield f"“{' '.join(told.words.split())}”"
    yield f"  told by {told.source}" + (f", in {told.title!r}" if told.title else "") + f", as {told.status}"
    yield from (f"  open: {gap}" for gap in open_questions(told))


def _answer(attack: Attack, day: date, assume: Literal["automatic", "all", "none"], form: Form) -> str:
    from dragoman.treaties import TreatyLibrary, proof
    from dragoman.treaties import casus as reason

    library = TreatyLibrary.shipped()
    answer = reason(attack, on=day, library=library, assume=assume)
    if form == "json":
        return proof.as_json(answer)
    if form == "dot":
        return proof.as_dot(answer)
    return proof.as_html(answer, library) if form == "html" else proof.as_text(answer, library)


def _attack(words: str, place: str | None) -> Attack:
    from dragoman.treaties import Attack

    attacker, colon, victim = words.partition(":")
    if not colon:
        raise SourceError(f"--attack {words!r} names one side; write it as ATTACKER:VICTIM (PRK:KOR)", code="D121")
    where = state_of(place) if place else None
    return Attack(attacker=state_of(attacker), victim=state_of(victim), place=where)


def _attacks_of(sentence: str, day: date) -> list[Attack]:
    """The attacks of one state on another that the sentence speaks of, whatever their status: it is a supposition."""
    from dragoman.reader import Reader
    from dragoman.records import Document
    from dragoman.treaties import Attack

    reading = Reader().read(Document.plain(sentence, published=day))
    found = {
        (actor.actor.country, recipient.actor.country)
        for event in reading.events
        if event.type == "ASSAULT"
        for actor in event.actors
        for recipient in event.recipients
        if actor.actor and recipient.actor and actor.actor.country and recipient.actor.country
    }
    attacks = [Attack(attacker=str(one), victim=str(other)) for one, other in sorted(found, key=str) if one != other]
    if not attacks:
        raise SourceError(
            f"no attack of one state on another was read in {sentence!r}; see `dragoman explain`", code="D122"
        )
    return attacks


def state_of(words: str) -> str:
    """The code of a state or territory that is given by code or by name; raise `SourceError` for anything else."""
    from dragoman.actors import Library

    library = Library.shipped()
    words = words.strip()
    if words.upper() in {state.id for state in library.states}:
        return words.upper()
    if code := library.country_of_name(words):
        return code
    raise SourceError(f"{words!r} is no country's code or name; write PRK or 'North Korea'", code="D123")


@treaties.command("list")
def list_treaties(
    state: Annotated[str | None, typer.Argument(metavar="[STATE]", help="Only those that bind this state.")] = None,
    on: OnOption = None,
) -> None:
    """List the treaties in force on a day, with their parties: `dragoman treaties list FRA --on 2018-12-31`."""
    from dragoman.treaties import TreatyLibrary

    day = _day(on)
    code = state_of(state) if state else None
    for treaty in TreatyLibrary.shipped().treaties:
        if treaty.in_force_on(day) and (code is None or treaty.is_party(code, day)):
            print(f"{treaty.id}: {treaty.label} ({treaty.signed.isoformat()}): {_parties(treaty, day)}")


@treaties.command()
def show(
    key: Annotated[str, typer.Argument(metavar="ID", help="Key of the treaty: NATO, CSTO …")], on: OnOption = None
) -> None:
    """Show a treaty: its days, its parties on a day, its obligations by article, and how it is read."""
    from dragoman.treaties import TreatyLibrary
    from dragoman.treaties.proof import article_words

    treaty = TreatyLibrary.shipped().treaty(key)
    day = _day(on)
    print(f"{treaty.label} ({treaty.id})")
    ended = f", ended {treaty.ended.isoformat()}" if treaty.ended else ""
    print(f"signed {treaty.signed.isoformat()}, in force {treaty.in_force or 'counted from the signature'}{ended}")
    if treaty.replaces:
        print(f"in the place of {treaty.replaces}")
    print(f"parties on {day.isoformat()}: {_parties(treaty, day)}")
    for one in treaty.obligation:
        sides = f"{', '.join(one.bearers)} → {', '.join(one.beneficiaries)}"
        print(f"{article_words(one.article)}: {one.kind}, {one.strength}: {sides}")
        print(f"  {one.action}" + (f"; only {one.area}" if one.area else ""))
        if one.quote:
            print(f"  “{one.quote}”")
    for title, words in (("reading", treaty.reading), ("note", treaty.note), ("source", treaty.source)):
        if words:
            print(f"{title}: {words}")


@treaties.command()
def draft(
    since: Annotated[str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="First day.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="YYYY-MM-DD", help="Last day.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="File.")] = None,
    ledger: LedgerOption = Path("dragoman-ledger"),
) -> None:
    """Write entries for newly signed treaties from what the ledger holds, gaps marked: `dragoman treaties draft`.

    A person fills the gaps from the treaty's text; `dragoman check FILE` names those that are left.
    """
    from dragoman.commitments import as_toml
    from dragoman.faces.files import atomic
    from dragoman.ledger import Ledger

    first, last = (_given(value, option) for value, option in ((since, "--since"), (until, "--until")))
    with Ledger.open(ledger, create=False) as opened:
        found = opened.drafts(since=first, until=last)
    if not found:
        print("no treaty between states was read that the library does not hold", file=sys.stderr)
    elif output is None:
        print(as_toml(found))
    else:
        with atomic(output) as file:
            file.write(as_toml(found))


@treaties.command()
def between(
    one: Annotated[str, typer.Argument(metavar="A", help="Code or name.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Code or name.")],
    on: OnOption = None,
) -> None:
    """Show what two states owe each other on a day: `dragoman treaties between RUS PRK --on 2025-01-01`."""
    from dragoman.treaties import TreatyLibrary
    from dragoman.treaties.proof import article_words

    bonds = TreatyLibrary.shipped().between(state_of(one), state_of(other), _day(on))
    for bond in bonds:
        what = bond.obligation
        print(f"{bond.bearer} → {bond.beneficiary}: {what.kind}, {what.strength}")
        print(f"  {bond.treaty.label} ({bond.treaty.id}), {article_words(what.article)}: {what.action}")
    if not bonds:
        print("nothing in the library")


def _parties(treaty: Treaty, day: date) -> str:
    return ", ".join(treaty.parties_on(day)) or "not listed"


def _day(value: str | None) -> date:
    return _given(value, "--on") or date.today()


def _given(value: str | None, option: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise SourceError(f"{option} {value!r} is not a day; write it as 2024-06-25", code="D120") from None
