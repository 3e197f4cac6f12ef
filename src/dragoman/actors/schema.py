"""What the actor files hold: states, bodies, groups, media, organisations, agents, kinds of office, offices.

A day is written `2012-05-07`, `2012-05` or `2012`; what is left out is not known. `from` is the first
day in office, `until` the last one, left out for whoever held the office when the file was written
(`as_of`, in the file's `[[about]]`). An entry's `example` is required of the shipped files (`dragoman check`), not of
a user's own. The tables `actor` and `role` are for a user's own lists: codes of any length, no examples.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from dragoman.data_files import Row

SECTORS: dict[str, str] = {
    "GOV": "government", "MIL": "armed forces", "LEG": "legislature", "JUD": "judiciary",
    "SPY": "intelligence services", "COP": "police", "OPP": "opposition", "REB": "rebels", "PTY": "party",
    "MED": "media", "BUS": "business",
    "LAB": "labour", "EDU": "education", "CVL": "civilians", "NGO": "non-governmental organisation",
    "IGO": "intergovernmental organisation", "MNC": "multinational company", "REL": "religious body",
    "ETH": "ethnic group", "CRM": "criminals", "REF": "refugees", "UNK": "unknown", "ELI": "former officials",
}  # fmt: skip
"""PLOVER's sectors and the words for them; ELI is NGEC's, for those who held an office once."""


def _sector(value: str) -> str:
    if value not in SECTORS:
        raise ValueError(f"unknown sector {value!r}; PLOVER knows {', '.join(SECTORS)}")
    return value


def _day(value: str) -> str:
    first_day(value), last_day(value)
    return value


@lru_cache(maxsize=1 << 14)
def first_day(written: str) -> date:
    """The earliest day that `2012-05-07`, `2012-05` or `2012` can mean."""
    year, month, day = _numbers(written)
    return date(year, month or 1, day or 1)


@lru_cache(maxsize=1 << 14)
def last_day(written: str) -> date:
    """The latest day that `2012-05-07`, `2012-05` or `2012` can mean."""
    year, month, day = _numbers(written)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _numbers(written: str) -> tuple[int, int | None, int | None]:
    parts = written.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
        raise ValueError(f"{written!r} is not a day; write YYYY-MM-DD, YYYY-MM or YYYY")
    numbers = [int(part) for part in parts]
    return numbers[0], numbers[1] if len(numbers) > 1 else None, numbers[2] if len(numbers) > 2 else None


Sector = Annotated[str, AfterValidator(_sector)]
Day = Annotated[str, AfterValidator(_day)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Code = Annotated[str, Field(pattern=r"^[A-Z]{3,9}$")]
ListCode = Annotated[str, Field(pattern=r"^[A-Z0-9+][A-Z0-9+/*]+$")]
"""A code of a user's own list, of any length: GON, PSEREBHMS, FRO/BIL."""
Names = tuple[str, ...]


class About(Row):
    """The head of a file: where its knowledge comes from and until when it holds."""

    source: str
    as_of: Day | None = None


class Residence(Row):
    """A house, organ or force that stands for a sector of its state: *the Kremlin*, *the Pentagon*."""

    name: str
    sector: Sector


class Ambiguous(Row):
    """A form that has another common meaning, and how to tell.

    It is taken where something tells; `usual` says that it is also where nothing does, as the meaning that is meant
    most: a *Congolese* minister is of the larger republic unless the smaller one is named.
    """

    name: str
    how: str
    usual: bool = False


class State(Row):
    """A state or territory with a code of its own; `id` is ISO 3166 alpha-3 (XKX for Kosovo)."""

    id: Country
    label: str
    names: Names
    adjectives: Names = ()
    demonyms: Names = ()
    capital: str | None = None
    metonyms: Names = ()
    residences: tuple[Residence, ...] = ()
    short_forms: Names = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    sovereign: Country | None = None
    until: Day | None = None
    region: str | None = None
    wikidata: str | None = None
    example: str = ""


class Body(Row):
    """An intergovernmental body or one of its organs (`part_of`)."""

    id: str
    code: Code
    label: str
    names: Names
    adjectives: Names = ()
    short_forms: Names = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    sector: Sector = "IGO"
    part_of: str | None = None
    wikidata: str | None = None
    example: str = ""


class CodeTerm(Row):
    """From when until when a group has another code."""

    code: Code
    sector: Sector
    from_: Day = Field(alias="from")
    until: Day | None = None


class Group(Row):
    """An armed group, rebel authority or cartel; `terms` say when it was something else than `code`."""

    id: str
    code: Code
    country: Country | None = None
    sector: Sector
    label: str
    names: Names
    demonyms: Names = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    terms: tuple[CodeTerm, ...] = ()
    wikidata: str | None = None
    example: str = ""


class Medium(Row):
    """A news agency, state medium, paper or broadcaster."""

    id: str
    country: Country | None
    label: str
    names: Names
    kind: Literal["agency", "state", "paper", "broadcaster", "site"]
    ambiguous: tuple[Ambiguous, ...] = ()
    example: str = ""


class Organisation(Row):
    """A party, church, company, union, or non-governmental organisation."""

    id: str
    country: Country | None = None
    sector: Sector
    label: str
    names: Names
    demonyms: Names = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    example: str = ""


class Agent(Row):
    """A common noun for people or things that act for a sector: *lawmakers*, *warships*.

    `nouns` are singular, then plural where it is not regular; `institution` marks those that take their
    institution's sector (*spokesman*). Without a country they are taken for those of the country that the article
    is about, unless `local` is false: a *relative* may be anybody's.
    """

    nouns: Names
    sector: Sector
    kind: Literal["person", "group", "thing"] = "person"
    office: bool = False
    institution: bool = False
    local: bool = True
    example: str = ""


class Part(Row):
    """A people, a region or a class of ships of one country: *Catalan* lawmakers, *Nimitz-class* carriers.

    `names` stand before a role and tell its country, though not whose office it is: the *Chechen leader* does not
    lead Russia. `members` are the nouns for its persons (*Catalans*), who have the `sector`.
    """

    country: Country
    names: Names = ()
    members: Names = ()
    sector: Sector = "ETH"
    example: str = ""


class Kind(Row):
    """A kind of office and the common titles by which news calls its holders, in any country."""

    id: str
    titles: Names
    sector: Sector = "GOV"
    example: str = ""


class Holder(Row):
    """Who held an office from when until when.

    `of` says which of many offices of that title (*Kherson*, *Israel*). Where the family name is an ordinary word
    (*Work*, *Price*), `by_family_name` is false: it names nobody until the article has given the full name.
    """

    name: str
    aliases: Names = ()
    family_name: str | None = None
    by_family_name: bool = True
    of: str | None = None
    gender: Literal["m", "f"] = "m"
    from_: Day = Field(alias="from")
    until: Day | None = None
    acting: bool = False


class Period(Row):
    """A stretch of time; a side left out is open."""

    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None


class Office(Row):
    """An office and its holders, in order.

    `leads` says whether (or when) its holder is the one who really leads the country. `collective`
    offices have several holders at once; of `incomplete` ones only some holders are listed, so that a
    gap means *not known* and not *vacant*. `titles` are added to those of its kinds. `as_of` is the last day
    that is known of this office, where it is another than the file's.
    """

    id: str
    country: Country | None = None
    body: str | None = None
    title: str
    titles: Names = ()
    kinds: Names
    sector: Sector = "GOV"
    leads: bool | tuple[Period, ...] = False
    collective: bool = False
    incomplete: bool = False
    as_of: Day | None = None
    until: Day | None = None
    holder: tuple[Holder, ...]
    example: str = ""


class ListedTerm(Row):
    """From when until when an actor of a user's list has another code; a side left out is open."""

    code: ListCode | None = None
    from_: Day | None = Field(default=None, alias="from")
    until: Day | None = None


class Listed(Row):
    """An actor of a user's own list; the first of `names` is its label.

    `code` holds where no term does. A code of three letters without terms is a country, whose name makes codes with
    the roles beside it (*Arnor police* is ARNCOP); a longer one is an organisation or person. Without a code the
    names are known and nobody's.
    """

    id: str
    code: ListCode | None = None
    names: Names = Field(min_length=1)
    terms: tuple[ListedTerm, ...] = ()
    example: str = ""

    @property
    def is_country(self) -> bool:
        """Whether other codes are made with its code."""
        return self.code is not None and len(self.code) == 3 and self.code.isalpha() and not self.terms

    def code_on(self, day: date | None) -> str | None:
        """The code of the first term that holds on the day, else the code that always does."""
        if day is not None:
            for term in self.terms:
                begun = term.from_ is None or first_day(term.from_) <= day
                if begun and (term.until is None or day <= last_day(term.until)):
                    return term.code
        return self.code

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code that it has at any time."""
        return tuple(code for code in (self.code, *(term.code for term in self.terms)) if code)


class Role(Row):
    """A common noun of a user's own list, and what it adds to its country's code: behind it, or `before` it.

    `plurals` are those besides the regular one; none at all where `countable` is false (*police*).
    """

    nouns: Names = Field(min_length=1)
    code: ListCode
    before: bool = False
    countable: bool = True
    plurals: Names = ()
    example: str = ""


UsageKind = Literal[
    "place_prepositions", "place_on", "place_objects", "place_subjects", "motion", "visits", "urban", "political",
    "anaphoric_groups", "parts_of_bodies",
    "anaphoric_states", "counterparts", "openers", "plural_members", "leaders", "honorifics", "deputies",
    "former", "abroad", "attendants", "running", "owning", "siding", "shadows", "landforms", "sending",
    "own_organs", "constitutions", "named_organs", "inhabitants", "rivals", "accusing", "denying", "commenting",
]  # fmt: skip


class UsageWords(Row):
    """Words (lemmas) that decide how a phrase is read: `kind` says what they do, `example` shows one at work.

    `sectors`: for which actors nouns like *the bloc* are used; UNK for organisations that nobody knows.
    """

    kind: UsageKind
    words: Names
    sectors: tuple[Sector, ...] = ()
    example: str
    source: str = "recalled"
