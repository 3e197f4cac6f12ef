"""The library of actors: every name that it knows, and who held which office on which day.

    library = Library.shipped()
    library.office_holder("RUS", "foreign_minister", date(2024, 6, 25)).holder.name   # Sergei Lavrov
    library.actor("RUS.sergei-lavrov", on=date(2024, 6, 25)).code                      # RUSGOV

Ids: states `RUS`, their organs `RUS/MIL`, offices `RUS.president`, persons `RUS.vladimir-putin`; bodies, groups,
media and organisations have the ids that their files give them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Literal, TypeVar

from dragoman.actors.schema import (
    SECTORS,
    About,
    Agent,
    Ambiguous,
    Body,
    Group,
    Holder,
    Kind,
    Listed,
    Medium,
    Office,
    Organisation,
    Part,
    Period,
    Role,
    State,
    UsageWords,
    first_day,
    last_day,
)
from dragoman.data_files import Entry, Problem, Row, try_tables
from dragoman.errors import DataError
from dragoman.records import Actor

R = TypeVar("R", bound=Row)

SHIPPED = Path(__file__).parent
TABLES: dict[str, type[Row]] = {
    "about": About, "state": State, "body": Body, "group": Group, "medium": Medium, "organisation": Organisation,
    "agent": Agent, "part": Part, "kind": Kind, "office": Office, "usage": UsageWords, "actor": Listed, "role": Role,
}  # fmt: skip

PARTISAN = ("PTY", "OPP", "CVL", "BUS")
"""Sectors of those whom no state has put where they are."""

Entries = dict[str, tuple[Entry[Row], ...]]
"""Sound entries by table."""
Other = Body | Group | Medium | Organisation | Agent
SenseKind = Literal[
    "name", "adjective", "demonym", "metonym", "residence", "short",
    "body", "group", "member", "medium", "organisation", "person", "family_name", "agent", "part",
]  # fmt: skip
AnswerStatus = Literal["held", "assumed", "vacant", "not_covered"]


@dataclass(frozen=True, slots=True)
class NameSense:
    """Whom a form names. `ambiguous` says how to tell it from its other meaning, None where it has none.

    `usual` is the meaning that is taken where nothing tells.
    """

    actor: str
    kind: SenseKind
    ambiguous: str | None = None
    case_sensitive: bool = True
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Tenure:
    """One holder's time in one office."""

    office: Office
    holder: Holder
    person: str

    def covers(self, day: date) -> bool:
        """Whether the day may fall into this time, to the precision that is known; it ends with the office."""
        until = self.holder.until or self.office.until
        return first_day(self.holder.from_) <= day and (until is None or day <= last_day(until))


@dataclass(frozen=True, slots=True)
class Answer:
    """Who held an office on a day.

    `held`: these did. `assumed`: the last holder known, the day being later than what is known of the office.
    `vacant`: nobody did. `not_covered`: the library does not know. `tenures` are several for collective offices,
    and where two terms meet within the precision of their dates.
    """

    status: AnswerStatus
    tenures: tuple[Tenure, ...] = ()

    @property
    def holder(self) -> Holder | None:
        """The holder, None unless exactly one comes into question."""
        return self.tenures[0].holder if len(self.tenures) == 1 else None


class Library:
    """States, bodies, groups, media, organisations, agents and offices, read from a folder of TOML files."""

    def __init__(self, entries: Entries, *, own: Library | None = None) -> None:
        """`own` is the part that a user's files gave: its forms hide the same forms of others."""
        self.entries = entries
        self.own = own
        self.states = self._rows("state", State)
        self.bodies = self._rows("body", Body)
        self.groups = self._rows("group", Group)
        self.media = self._rows("medium", Medium)
        self.organisations = self._rows("organisation", Organisation)
        self.agents = self._rows("agent", Agent)
        self.parts = self._rows("part", Part)
        self.kinds = {kind.id: kind for kind in self._rows("kind", Kind)}
        self.offices = self._rows("office", Office)
        self.listed = self._rows("actor", Listed)
        self.roles = self._rows("role", Role)

    @classmethod
    @cache
    def shipped(cls) -> Library:
        """The library that comes with the program, read once."""
        return cls.from_folder(SHIPPED)

    @classmethod
    def empty(cls) -> Library:
        """A library that knows nobody, for reading with a user's lists alone."""
        return cls({})

    @classmethod
    def from_folder(cls, folder: Path) -> Library:
        """The library in `folder/data/` and `folder/offices/`; raise `DataError` at the first fault."""
        entries, problems = read_folder(folder)
        if problems:
            raise DataError(f"{problems[0]}; run `dragoman check` for all", code="D201")
        return cls(entries)

    def with_own(self, entries: Entries) -> Library:
        """With a user's entries, which replace those of the same id, and whose forms hide the same forms of others."""
        own = Library(entries) if self.own is None else self.own.with_own(entries)
        replaced = {getattr(entry.row, "id", None) for rows in entries.values() for entry in rows} - {None}
        kept = {
            table: tuple(entry for entry in rows if getattr(entry.row, "id", None) not in replaced)
            for table, rows in self.entries.items()
        }
        tables = dict.fromkeys((*kept, *entries))
        return Library({table: (*kept.get(table, ()), *entries.get(table, ())) for table in tables}, own=own)

    def names(self) -> Iterator[tuple[str, NameSense]]:
        """Every form that names an actor, with whom it names. A form may come several times."""
        if self.own is None:
            yield from self._all_names()
            return
        own = set(self.own._all_names())
        hidden = {fold(without_article(form)) for form, _ in own}
        for named in self._all_names():
            if named in own or fold(without_article(named[0])) not in hidden:
                yield named

    def _all_names(self) -> Iterator[tuple[str, NameSense]]:
        for state in self.states:
            yield from _state_names(state)
        for body in self.bodies:
            yield from _forms(body.id, "body", (*body.names, *body.adjectives), body.ambiguous)
            yield from _forms(body.id, "short", body.short_forms, body.ambiguous)
        for group in self.groups:
            yield from _forms(group.id, "group", group.names, group.ambiguous)
            yield from _forms(group.id, "member", group.demonyms, group.ambiguous)
        for medium in self.media:
            yield from _forms(medium.id, "medium", medium.names, medium.ambiguous)
        for organisation in self.organisations:
            yield from _forms(organisation.id, "organisation", organisation.names, organisation.ambiguous)
            yield from _forms(organisation.id, "member", organisation.demonyms, organisation.ambiguous)
        for person, tenures in self._tenures.items():
            yield from _person_names(person, tenures)
        for agent in self.agents:
            for noun in agent.nouns:
                yield noun, NameSense(agent.nouns[0], "agent", case_sensitive=noun != noun.lower())
        for part in self.parts:
            yield from _forms(part.country, "part", (*part.names, *part.members), ())
        for listed in self.listed:
            if listed.is_country and listed.code:
                yield from _forms(listed.code, "name", listed.names, ())
            else:
                yield from _forms(listed.id, "organisation", listed.names, ())

    def titles(self, office: Office) -> tuple[str, ...]:
        """Every way to call the office's holder that fits behind the country: *president*, *leader*."""
        shared = (title for kind in office.kinds for title in self.kinds[kind].titles)
        return tuple(dict.fromkeys((office.title, *office.titles, *shared)))

    def actor(self, id: str, *, on: date | None = None, office: str | None = None) -> Actor:  # noqa: A002
        """The record of an actor, with the code that it had on that day; raise `DataError` for an unknown id.

        `office` is given where the words themselves name it (*President Putin*). An office's id gives its holder
        that day, or the bare office where there is not exactly one. Without a day only offices held now count.
        """
        if id in self._tenures:
            return self._person(id, on, office)
        if id in self._offices:
            tenures = self.holders(id, on).tenures if on else ()
            return self._person(tenures[0].person, on, id) if len(tenures) == 1 else _bare_office(self._offices[id])
        if id in self._states:
            state = self._states[id]
            return Actor(id=id, code=id, country=id, label=state.label, wikidata=state.wikidata)
        if id in self._others:
            return _other(self._others[id], on)
        if id in self._listed_countries:
            return Actor(id=id, code=id, country=id, label=self._listed_countries[id].names[0])
        if id in self._listed:
            return _listed_actor(self._listed[id], on)
        country, _, sector = id.partition("/")
        if country in self._states.keys() | self._listed_codes.keys() and sector in self._sectors:
            label = self._states[country].label if country in self._states else self._listed_codes[country]
            return Actor(
                id=id, code=country + sector, country=country, sector=sector,
                label=f"{label} ({SECTORS.get(sector, sector)})",
            )  # fmt: skip
        raise DataError(f"no actor {id!r} in the library; ids are listed by Library.names()", code="D211")

    def holders(self, office: str, on: date) -> Answer:
        """Who held the office on that day; an unknown office is not covered."""
        known = self._offices.get(office)
        if known is None:
            return Answer("not_covered")
        tenures = self._by_office[office]
        if known.until and on > last_day(known.until):
            return Answer("vacant")
        found = [tenure for tenure in tenures if tenure.covers(on)]
        if not known.collective:
            found = _without_handover(found, on)
        if found:
            open_ended = any(tenure.holder.until is None for tenure in found)
            return Answer("assumed" if open_ended and self._is_later_than_known(office, on) else "held", tuple(found))
        starts = [first_day(tenure.holder.from_) for tenure in tenures]
        before = not starts or on < min(starts)
        unknown = before or known.incomplete or self._is_later_than_known(office, on)
        return Answer("not_covered" if unknown else "vacant")

    def known_until(self, office: str) -> date | None:
        """The last day that is known of the office (`as_of`), None where its file does not say."""
        return self._as_of.get(office)

    def _is_later_than_known(self, office: str, on: date) -> bool:
        as_of = self.known_until(office)
        return as_of is None or on > as_of

    def office_holder(self, country: str, kind: str, on: date) -> Answer:
        """Who held the country's (or body's) office of that kind; `leader` is the one who really led it that day."""
        offices = [
            office
            for office in self.offices
            if country in (office.country, office.body)
            and (_leads(office.leads, on) if kind == "leader" else kind in office.kinds)
        ]
        answers = [self.holders(office.id, on) for office in offices]
        order: tuple[AnswerStatus, ...] = ("held", "assumed", "vacant")
        for status in order:
            for answer in answers:
                if answer.status == status:
                    return answer
        return Answer("not_covered")

    def who(self, name: str, on: date | None = None) -> tuple[Tenure, ...]:
        """The offices that somebody of this name (full, alias or family name) held on that day, or ever held."""
        persons = self._persons_by_name.get(fold(name), ())
        return tuple(
            tenure for person in persons for tenure in self._tenures[person] if on is None or tenure.covers(on)
        )

    def country_of_name(self, name: str) -> str | None:
        """The one state that the name, adjective or metonym stands for, None where there is none or several."""
        found = self._states_by_name.get(fold(name), frozenset())
        return next(iter(found)) if len(found) == 1 else None

    def states_named_after(self, name: str) -> tuple[str, ...]:
        """The states called so, alone or behind a direction (*Korea*, *Sudan*); () where there are not several."""
        labels = {name, *(f"{direction} {name}" for direction in ("North", "South", "East", "West"))}
        found = tuple(state.id for state in self.states if state.label in labels and not state.until)
        return found if len(found) > 1 else ()

    def is_called(self, state: str, noun: str) -> bool:
        """Whether a name of the state has the noun: the *Kingdom* of Saudi Arabia."""
        row = self._states.get(state)
        return row is not None and any(noun in fold(name).split() for name in row.names)

    def organs_of(self, body: str) -> frozenset[str]:
        """The ids of the bodies that are part of this one, directly."""
        return frozenset(row.id for row in self.bodies if row.part_of == body)

    @cached_property
    def directed_states(self) -> frozenset[str]:
        """The states that are called by a direction: *the North* and *the South* are Korea's."""
        return frozenset(state.id for state in self.states if state.short_forms)

    def is_state(self, id: str) -> bool:  # noqa: A002
        """Whether a state or territory of the library has this id."""
        return id in self._states

    @property
    def persons(self) -> tuple[str, ...]:
        """The ids of all who hold or held an office."""
        return tuple(self._tenures)

    def tenures(self, person: str) -> tuple[Tenure, ...]:
        """Every office that the person with this id held, in the files' order."""
        return self._tenures[person]

    def _rows(self, table: str, schema: type[R]) -> tuple[R, ...]:
        return tuple(entry.row for entry in self.entries.get(table, ()) if isinstance(entry.row, schema))

    def _person(self, person: str, on: date | None, office: str | None) -> Actor:
        tenures = self._tenures[person]
        held = [tenure for tenure in tenures if (tenure.covers(on) if on else tenure.holder.until is None)]
        retired = all(tenure.office.sector == "ELI" for tenure in held)  # as a former president, or not at all
        named = [tenure for tenure in (tenures if retired else held) if tenure.office.id == office]
        home = next((tenure.office.country for tenure in tenures if tenure.office.country), None)
        label = tenures[0].holder.name
        if named or held:
            now = (named or sorted(held, key=_standing))[0].office
            return Actor(
                id=person, code=self._code(now), country=now.country, sector=now.sector, label=label, office=now.id
            )
        if on and any(on >= first_day(tenure.holder.from_) for tenure in tenures):
            return Actor(id=person, code=f"{home}ELI" if home else None, country=home, sector="ELI", label=label)
        return Actor(id=person, country=home, label=label)

    def _code(self, office: Office) -> str:
        body = self._others.get(office.body or "")
        return body.code if isinstance(body, Body) else f"{office.country}{office.sector}"

    @cached_property
    def armed_groups(self) -> frozenset[str]:
        """The ids of the groups that are armed, or were."""
        return frozenset(group.id for group in self.groups)

    @cached_property
    def _states(self) -> dict[str, State]:
        return {state.id: state for state in self.states}

    @cached_property
    def _listed(self) -> dict[str, Listed]:
        return {row.id: row for row in self.listed if not row.is_country}

    @cached_property
    def _listed_countries(self) -> dict[str, Listed]:
        return {row.code: row for row in reversed(self.listed) if row.is_country and row.code}

    @cached_property
    def _listed_codes(self) -> dict[str, str]:
        """What codes of a user's list begin with, and the name of the country that it is, if it has one."""
        begun = {code[:3]: code[:3] for row in self.listed for code in row.codes}
        return begun | {code: row.names[0] for code, row in self._listed_countries.items()}

    @cached_property
    def _sectors(self) -> frozenset[str]:
        behind = (code[3:] for row in self.listed for code in row.codes)
        return frozenset((*SECTORS, *behind, *(role.code for role in self.roles)))

    @cached_property
    def _others(self) -> dict[str, Other]:
        known: dict[str, Other] = {agent.nouns[0]: agent for agent in self.agents}
        rows: tuple[Body | Group | Medium | Organisation, ...]
        rows = (*self.bodies, *self.groups, *self.media, *self.organisations)
        return known | {row.id: row for row in rows}

    @cached_property
    def _offices(self) -> dict[str, Office]:
        return {office.id: office for office in self.offices}

    @cached_property
    def _by_office(self) -> dict[str, tuple[Tenure, ...]]:
        return {
            office.id: tuple(
                Tenure(office, holder, f"{self._home(office, holder)}.{_slug(holder.name)}") for holder in office.holder
            )
            for office in self.offices
        }

    @cached_property
    def _countries_of_name(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for office in self.offices:
            if office.country:
                for holder in office.holder:
                    found.setdefault(_slug(holder.name), set()).add(office.country)
        return found

    def _home(self, office: Office, holder: Holder) -> str:
        """The country of an office's holder; for a body's official the country where the same name held office."""
        if office.country:
            return office.country
        countries = self._countries_of_name.get(_slug(holder.name), set())
        return next(iter(countries)) if len(countries) == 1 else (office.body or "").split(".")[0]

    @cached_property
    def _tenures(self) -> dict[str, tuple[Tenure, ...]]:
        found: dict[str, list[Tenure]] = {}
        for tenures in self._by_office.values():
            for tenure in tenures:
                found.setdefault(tenure.person, []).append(tenure)
        return {person: tuple(tenures) for person, tenures in found.items()}

    @cached_property
    def _persons_by_name(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for person, tenures in self._tenures.items():
            for form, _ in _person_names(person, tenures):
                found.setdefault(fold(form), {})[person] = None
        return {form: tuple(persons) for form, persons in found.items()}

    @cached_property
    def _states_by_name(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for state in self.states:
            for form, _ in _state_names(state):
                found.setdefault(fold(form), set()).add(state.id)
        return {form: frozenset(states) for form, states in found.items()}

    @cached_property
    def _as_of(self) -> dict[str, date]:
        days = {entry.file: entry.row.as_of for entry in self.entries.get("about", ()) if isinstance(entry.row, About)}
        return {
            entry.row.id: last_day(day)
            for entry in self.entries.get("office", ())
            if isinstance(entry.row, Office) and (day := entry.row.as_of or days.get(entry.file))
        }


def read_folder(folder: Path) -> tuple[Entries, tuple[Problem, ...]]:
    """The sound entries of every actor file by table, and what is wrong with the others."""
    entries: dict[str, list[Entry[Row]]] = {}
    problems: list[Problem] = []
    for path in _files(folder):
        found, complaints = try_tables(path, TABLES)
        problems += complaints
        for table, rows in found.items():
            entries.setdefault(table, []).extend(rows)
    return {table: tuple(rows) for table, rows in entries.items()}, tuple(problems)


def _files(folder: Path) -> Iterator[Path]:
    for part in ("data", "offices"):
        yield from sorted((folder / part).rglob("*.toml"))


def fold(name: str) -> str:
    """The name without diacritics, case, hyphens, points and apostrophes, for comparing spellings."""
    plain = name if name.isascii() else _without_diacritics(name)
    return " ".join(plain.casefold().translate(_MARKS).split())


def _without_diacritics(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


_MARKS = str.maketrans({**dict.fromkeys(".'’ʼ`", None), "-": " "})
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ə": "a", "Ə": "A"})


def without_article(form: str) -> str:
    """*the North* is found as *North*, so that it does not stand in the way of *the North Koreans*."""
    return form[4:] if form[:4].lower() == "the " else form


@lru_cache(maxsize=1 << 14)
def _slug(name: str) -> str:
    return fold(name).replace(" ", "-")


def family_name(holder: Holder) -> str:
    """The family name: as the file gives it, else the last word."""
    return holder.family_name or holder.name.split()[-1]


def _state_names(state: State) -> Iterator[tuple[str, NameSense]]:
    yield from _forms(state.id, "name", state.names, state.ambiguous)
    yield from _forms(state.id, "adjective", state.adjectives, state.ambiguous)
    yield from _forms(state.id, "demonym", state.demonyms, state.ambiguous)
    yield from _forms(state.id, "metonym", state.metonyms, state.ambiguous)
    yield from _forms(state.id, "short", state.short_forms, state.ambiguous)
    for residence in state.residences:
        yield from _forms(f"{state.id}/{residence.sector}", "residence", (residence.name,), state.ambiguous)


def _person_names(person: str, tenures: tuple[Tenure, ...]) -> Iterator[tuple[str, NameSense]]:
    forms: dict[str, SenseKind] = {}
    for tenure in tenures:
        holder = tenure.holder
        forms |= dict.fromkeys((holder.name, *holder.aliases), "person")
        if holder.by_family_name:
            forms.setdefault(family_name(holder), "family_name")
    return ((form, NameSense(person, kind)) for form, kind in forms.items())


def _forms(
    actor: str, kind: SenseKind, forms: tuple[str, ...], ambiguous: tuple[Ambiguous, ...]
) -> Iterator[tuple[str, NameSense]]:
    told = {row.name: row for row in ambiguous}
    for form in forms:
        row = told.get(form)
        yield form, NameSense(actor, kind, row.how, usual=row.usual) if row else NameSense(actor, kind)


def _without_handover(tenures: list[Tenure], on: date) -> list[Tenure]:
    """On the day of a handover the successor counts."""
    ending = [tenure for tenure in tenures if tenure.holder.until == on.isoformat()]
    return [tenure for tenure in tenures if tenure not in ending] or ending[-1:]


def _standing(tenure: Tenure) -> tuple[bool, bool]:
    """Who leads the country is that first of all, and who sits in parliament is no mere party leader."""
    return not tenure.office.leads, tenure.office.sector in PARTISAN


def _leads(leads: bool | tuple[Period, ...], on: date) -> bool:
    if isinstance(leads, bool):
        return leads
    return any(
        (not period.from_ or first_day(period.from_) <= on) and (not period.until or on <= last_day(period.until))
        for period in leads
    )


def _bare_office(office: Office) -> Actor:
    home = office.country or office.body
    code = f"{home}{office.sector}" if office.country else None
    return Actor(
        id=office.id, code=code, country=office.country, sector=office.sector, label=f"{office.title} ({home})",
        office=office.id,
    )  # fmt: skip


def _listed_actor(row: Listed, on: date | None) -> Actor:
    """The actor of a user's list, its code cut into country and sector where it has that form."""
    code = row.code_on(on)
    country, sector = (code[:3], code[3:] or None) if code and len(code) > 2 and code.isalpha() else (None, None)
    return Actor(id=row.id, code=code, country=country, sector=sector, label=row.names[0])


def _other(row: Other, on: date | None) -> Actor:
    match row:
        case Agent():
            return Actor(id=row.nouns[0], sector=row.sector, label=row.nouns[0])
        case Body():
            return Actor(id=row.id, code=row.code, sector=row.sector, label=row.label, wikidata=row.wikidata)
        case Group():
            then = [
                term for term in row.terms
                if on and first_day(term.from_) <= on and (not term.until or on <= last_day(term.until))
            ]  # fmt: skip
            code, sector = (then[0].code, then[0].sector) if then else (row.code, row.sector)
            return Actor(
                id=row.id, code=code, country=row.country, sector=sector, label=row.label, wikidata=row.wikidata
            )
        case Medium() | Organisation():
            sector = "MED" if isinstance(row, Medium) else row.sector
            code = f"{row.country}{sector}" if row.country else sector
            return Actor(id=row.id, code=code, country=row.country, sector=sector, label=row.label)
