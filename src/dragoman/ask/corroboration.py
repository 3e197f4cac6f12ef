"""For one event or claim: how many independent sources say it, who denies it, and how the wording moved.

Reports are gathered by `matching`, their sources told apart by `origins`. Nothing is merged or written: the answer is
made anew from what the ledger holds, and each report says why it belongs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

from dragoman.ask.matching import DENYING, NO_CLAIM, Match, is_met, same_claim, same_event
from dragoman.ask.origins import Origin, Origins
from dragoman.ask.words import content_words, is_negated
from dragoman.errors import LedgerError
from dragoman.ledger import Ledger

Row = dict[str, Any]
Stance = Literal["says", "denies", "leaves open"]
SQL = Path(__file__).parent / "sql"
#: how many days before and after an event or claim reports of it are looked for, unless told otherwise
WITHIN = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One mention of the event or claim: `chain` from its speaker outward, `why` it is taken for the same.

    `reprint_of` is the article whose text this one prints again, `day` the one of publication.
    """

    id: str
    document: str
    title: str | None
    day: date | None
    words: str
    status: str
    chain: tuple[str, ...]
    why: tuple[str, ...]
    reprint_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One independent voice with all its reports; `outlets` are those through whom it came, each counted once.

    `party`: the event was done by it or to it.
    """

    name: str
    code: str | None
    stance: Stance
    party: bool
    outlets: tuple[str, ...]
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A wording that differs from the one before it, with the content words that came and went."""

    day: date | None
    source: str
    stance: Stance
    words: str
    came: tuple[str, ...]
    went: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """The answer: `says`, `denies` and `leaves_open` count independent sources, `documents` the articles."""

    id: str
    kind: Literal["event", "statement"]
    type: str
    words: str
    parties: tuple[str, ...]
    says: int
    denies: int
    leaves_open: int
    documents: int
    texts: int
    sources: tuple[Source, ...]
    wordings: tuple[Wording, ...]


def corroboration(ledger: Ledger, record: str, *, within: int = WITHIN) -> Corroboration:
    """Who says, denies or leaves open what an event or a statement of the ledger says.

    `record` is its id or the beginning of it, `within` how many days around it are searched. Raises `LedgerError`
    (D410) where no event or statement begins so, or several do.
    """
    kind, target = _target(ledger, record)
    since, until = _window(target, within)
    if kind == "event":
        rows = ledger.rows(_sql("events"), id=None, type=target["type"], since=since, until=until)
        matched = _matched(target, rows, same_event)
    else:
        rows = ledger.rows(_sql("statements"), id=None, documents=None, since=since, until=until)
        matched = _matched(target, rows, same_claim)
    return _Answer(ledger, kind, target, matched).build()


@cache
def _sql(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def _target(ledger: Ledger, record: str) -> tuple[Literal["event", "statement"], Row]:
    events = ledger.rows(_sql("events"), id=record, type=None, since=None, until=None)
    statements = ledger.rows(_sql("statements"), id=record, documents=None, since=None, until=None)
    if len(events) + len(statements) != 1:
        raise LedgerError(
            f"{len(events) + len(statements) or 'no'} events and statements of {ledger.path} have an id that begins "
            f"with {record!r}; `dragoman events` and `dragoman statements` list them with their ids",
            code="D410",
        )
    return ("event", events[0]) if events else ("statement", statements[0])


def _window(target: Row, within: int) -> tuple[date | None, date | None]:
    first, last = target["first_day"] or target["published"], target["last_day"] or target["published"]
    around = timedelta(days=within)
    return (first - around, last + around) if first and last else (None, None)


def _matched(target: Row, rows: list[Row], same: Callable[[Row, Row], Match | None]) -> list[tuple[Row, Match]]:
    found: list[tuple[Row, Match]] = []
    for row in rows:
        mine = (row["document"], row["id"]) == (target["document"], target["id"])
        if row["in_title"] and not mine:
            continue  # a title names no source, and the article below it does
        match = Match(("the one asked about",)) if mine else same(target, row)
        if match is not None:
            found.append((row, match))
    return found


class _Answer:
    """Puts the matched mentions in order: by source, and by day."""

    def __init__(
        self, ledger: Ledger, kind: Literal["event", "statement"], target: Row, matched: list[tuple[Row, Match]]
    ) -> None:
        self.kind, self.target, self.matched = kind, target, matched
        documents = sorted({row["document"] for row, _ in matched})
        self.origins = Origins(ledger.rows(_sql("documents"), documents=documents))
        said = ledger.rows(_sql("statements"), id=None, documents=documents, since=None, until=None)
        self.statements = {(row["document"], row["id"]): row for row in said}
        self.denials = {(row["document"], row["denies"]): row for row in said if row["denies"]}

    def build(self) -> Corroboration:
        told = [entry for row, match in self.matched for entry in self._told(row, match)]
        sources = self._sources(told)
        count = {stance: sum(source.stance == stance for source in sources) for stance in STANCES}
        documents = {report.document for source in sources for report in source.reports}
        return Corroboration(
            id=self.target["id"],
            kind=self.kind,
            type=self.target["type"],
            words=self.target["words"],
            parties=tuple(self._parties()),
            says=count["says"],
            denies=count["denies"],
            leaves_open=count["leaves open"],
            documents=len(documents),
            texts=len({self.origins.reprint_of(document) or document for document in documents}),
            sources=sources,
            wordings=tuple(_wordings(told)),
        )

    def _parties(self) -> list[str]:
        if self.kind == "event":
            return [*self.target["actors"], *self.target["recipients"]]
        return [speaker["code"] or speaker["name"] for speaker in self.target["speakers"]]

    def _told(self, row: Row, match: Match) -> Iterator[_Told]:
        """Each voice that tells of the mention: those in whose statement it stands, and those whom they deny."""
        for statement in self._voices(row):
            stance = self._stance(row, statement)
            for origin in self.origins.of(row["document"], statement):
                outlet = origin if origin.is_outlet else self._outlet(row, statement)
                yield _Told(origin, stance, outlet, self._report(row, statement, match))

    def _voices(self, row: Row) -> list[Row | None]:
        if self.kind == "statement":
            return [row]
        mine = self.statements.get((row["document"], row["statement"]))
        if mine is None:
            return [None]
        other = self.statements.get((row["document"], mine["denies"])) or self.denials.get(
            (row["document"], mine["id"])
        )
        return [mine] if other is None else [mine, other]

    def _stance(self, row: Row, statement: Row | None) -> Stance:
        act, status = (statement["type"], statement["status"]) if statement else ("say", "said")
        if status != "said":
            return "leaves open"
        if act in DENYING:
            return "denies"
        if self.kind == "statement":
            return "says" if is_negated(row["words"]) == is_negated(self.target["words"]) else "denies"
        if act in NO_CLAIM or row["status"] == "hypothetical":
            return "leaves open"
        if row["status"] == "future" and self.target["status"] != "future":
            return "leaves open"
        its_own = statement is None or statement["id"] == row["statement"]
        return "denies" if row["status"] == "negated" and its_own else "says"

    def _outlet(self, row: Row, statement: Row | None) -> Origin:
        return self.origins.outlet(row["document"], statement["chain"] if statement else [])

    def _report(self, row: Row, statement: Row | None, match: Match) -> Report:
        document = self.origins.documents[row["document"]]
        page = [name for name in (document["agency"], document["publisher"]) if name]
        speakers = [speaker["name"] for speaker in statement["speakers"]] if statement else []
        source = ", ".join(speakers) or (statement["source"] or "somebody unnamed" if statement else None)
        passed_on = [hop["words"] or hop["name"] for hop in statement["chain"]] if statement else page
        return Report(
            id=row["id"],
            document=row["document"],
            title=row["title"],
            day=row["published"],
            words=row["words"],
            status=row["status"],
            chain=tuple(filter(None, [source, *passed_on])),
            why=match.reasons,
            reprint_of=self.origins.reprint_of(row["document"]),
        )

    def _sources(self, told: list[_Told]) -> tuple[Source, ...]:
        groups: dict[tuple[Stance, str], list[_Told]] = {}
        for one in told:
            groups.setdefault((one.stance, one.origin.key), []).append(one)
        ordered = sorted(groups.items(), key=lambda group: (STANCES.index(group[0][0]), _order(group[1][0])))
        return tuple(self._source(stance, members) for (stance, _), members in ordered)

    def _source(self, stance: Stance, members: list[_Told]) -> Source:
        origin = members[0].origin
        outlets = {one.outlet.key: one.outlet.name for one in members}
        reports = {(one.report.document, one.report.id): one.report for one in members}
        party = (
            self.kind == "event"
            and origin.code is not None
            and any(is_met(origin.code[:3], code[:3]) for code in self._parties())
        )
        return Source(
            name=origin.name,
            code=origin.code,
            stance=stance,
            party=party,
            outlets=tuple(outlets.values()),
            reports=tuple(reports.values()),
        )


STANCES: tuple[Stance, ...] = ("says", "denies", "leaves open")


@dataclass(frozen=True, slots=True)
class _Told:
    """One report by one source, through one outlet."""

    origin: Origin
    stance: Stance
    outlet: Origin
    report: Report


def _order(told: _Told) -> tuple[date, str]:
    return told.report.day or date.max, told.origin.key


def _wordings(told: list[_Told]) -> Iterator[Wording]:
    """The wordings by day; a reprint and a repetition say nothing new."""
    before: dict[str, str] = {}
    seen: set[tuple[str, ...]] = set()
    for one in sorted(told, key=lambda one: (one.report.day or date.max, one.report.document, one.report.id)):
        now = content_words(one.report.words)
        if one.report.reprint_of or tuple(sorted(now)) in seen:
            continue
        seen.add(tuple(sorted(now)))
        yield Wording(
            day=one.report.day,
            source=one.origin.name,
            stance=one.stance,
            words=one.report.words,
            came=tuple(now[stem] for stem in now if stem not in before) if before else (),
            went=tuple(before[stem] for stem in before if stem not in now),
        )
        before = now
