"""Which country a bare name belongs to: of a state in any language, a region, town, river, nickname, also misspelt.

    country_of_bare_name("Burmese")     # MMR
    country_of_bare_name("Frankreich")  # FRA
    country_of_bare_name("Venezula")    # VEN
    country_of_bare_name("Santa Cruz")  # None: towns of several countries, none of which dominates

This is for a name that stands alone – in a table, a query, a dictionary. Names in an article are found by the
library and the gazetteer, which know fewer names and ask what stands around them.
"""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from dragoman.actors.library import Library, fold
from dragoman.data_files import read_rows
from dragoman.places.gazetteer import DATA, country_of_name, gazetteer
from dragoman.places.schema import CountryNamesRow

Weights = dict[str, float]
"""How weightily a name stands for each country, in people."""

DOMINATES = 3.0
"""How many times as weighty as the next country the first must be to be the answer. Swept over even rows of
aliases_dev (accuracy / precision): 1 .853/.980, 2 .852/.983, 3 .850/.984, 8 .845/.987."""

KINDS = ("alternative", "region", "territory", "town")
"""The kinds of names that the file lists."""

ALTERNATIVE_SHARE = 0.5
"""What a town's other name counts beside another town's usual one; lists of other names are the less reliable."""

TYPING_SLIPS = ((6, 1), (9, 2), (14, 3))
"""From how many letters how many slips (a letter missing, doubled, replaced, two swapped) still leave a name known."""

_GENERIC = re.compile(
    r"^(?:the|republic of|kingdom of|state of|province of|region of|city of|pulau|mount|lake) "
    r"|^(?:s|n)(?= )|"
    r" (?:republic|province|region|oblast|governorate|county|state|territory|district|department|prefecture|"
    r"islands?|city|canton|voivodeship|krai|inhabitants|people|government)$"
)
"""What stands before or behind a name without changing which country it belongs to."""


@lru_cache(maxsize=4096)
def country_of_bare_name(name: str, *, library: Library | None = None) -> str | None:
    """The country (ISO 3166 alpha-3) of the name; None for seas, unknown names and those that no country dominates.

    The nearest knowledge first: the library's names and adjectives of states, names of states in other languages,
    nicknames and former names, then places by weight, the same without words like *province*, at last misspelt states.
    """
    library = library or Library.shipped()
    folded = fold(name)
    plain = _GENERIC.sub("", _GENERIC.sub("", folded))
    forms = [folded] if plain == folded or len(plain) < 4 else [folded, plain]
    for form in forms:
        if found := library.country_of_name(form) or _names_of_states().get(form) or _dominant(_weights(name, form)):
            return found
    return next(filter(None, (_misspelt(form, library) for form in forms)), None)


@lru_cache(maxsize=4096)
def country_of_place(name: str) -> str | None:
    """The country of a name that must be a place's where it stands (*Ayodhya police*): also of small ones.

    The gazetteer first, then towns and divisions by weight, also under words like *district*.
    """
    if found := country_of_name(name):
        return found
    folded = fold(name)
    plain = _GENERIC.sub("", _GENERIC.sub("", folded))
    for form in dict.fromkeys((folded, plain)):
        if len(form) > 3 and (found := _dominant(_weights(name, form)) or _own_names().get(form)):
            return found
    return None


def _dominant(weights: Weights) -> str | None:
    ranked = sorted(weights.items(), key=lambda found: (-found[1], found[0]))
    if len(ranked) > 1 and ranked[0][1] < DOMINATES * ranked[1][1]:
        return None
    return ranked[0][0] if ranked else None


def _weights(name: str, folded: str) -> Weights:
    """The countries of the places of that name, each with the people that its weightiest place has."""
    found: Weights = defaultdict(float)
    for place in gazetteer().by_name.get(name, ()):
        if place.country and place.kind != "region":
            found[place.country] = max(found[place.country], place.weight)
    for kind, country, weight in _rows_of(folded):
        if kind != "territory":
            found[country] = max(found[country], weight * (ALTERNATIVE_SHARE if kind == "alternative" else 1.0))
    return found


@cache
def _listing() -> list[str]:
    """The lines of the file, which are in order: a name is found without cutting all of them into rows."""
    return gzip.decompress((DATA / "countries.tsv.gz").read_bytes()).decode().splitlines()


def _rows_of(folded: str) -> Iterator[tuple[str, str, int]]:
    """Kind, country and weight of what has the folded name."""
    lines = _listing()
    for kind in KINDS:
        key = f"{kind}\t{folded}\t"
        at = bisect_left(lines, key)
        if at < len(lines) and lines[at].startswith(key):
            yield from _row(lines[at])


def _row(line: str) -> Iterator[tuple[str, str, int]]:
    kind, _, countries = line.split("\t")
    for each in countries.split():
        country, _, weight = each.partition(":")
        yield kind, country, int(weight)


@cache
def _names_of_states() -> dict[str, str]:
    """Names of states in other languages, nicknames, former names and landforms, each of one country."""
    countries: dict[str, set[str]] = defaultdict(set)
    for line in _listing():
        if line.startswith("territory\t"):
            countries[line.split("\t")[1]] |= {country for _, country, _ in _row(line)}
    return {name: next(iter(found)) for name, found in countries.items() if len(found) == 1} | _own_names()


@cache
def _own_names() -> dict[str, str]:
    """The names of `country_names.toml`: historical regions, peoples, nicknames."""
    return {fold(name): row.country for row in country_rows() for name in row.names}


@cache
def country_rows() -> tuple[CountryNamesRow, ...]:
    """The rows of `country_names.toml`."""
    entries = read_rows(DATA / "country_names.toml", "country_names", CountryNamesRow)
    return tuple(entry.row for entry in entries)


# --- misspelt names ---------------------------------------------------------------------------------------------


def _misspelt(folded: str, library: Library) -> str | None:
    """The one state that has a name so nearly like this one."""
    allowed = max((slips for letters, slips in TYPING_SLIPS if len(folded) >= letters), default=0)
    near: dict[int, set[str]] = defaultdict(set)
    for form, country in _spellings(library) if allowed else ():
        if abs(len(form) - len(folded)) <= allowed and form[0] == folded[0]:
            near[slips_between(folded, form)].add(country)
    nearest = min(near, default=allowed + 1)
    return next(iter(near[nearest])) if nearest <= allowed and len(near[nearest]) == 1 else None


@lru_cache(maxsize=4)
def _spellings(library: Library) -> tuple[tuple[str, str], ...]:
    """The state's own names and adjectives; what has another meaning is no name to be guessed."""
    return tuple(dict.fromkeys(_long_forms(library)))


def _long_forms(library: Library) -> Iterator[tuple[str, str]]:
    shortest = TYPING_SLIPS[0][0] - 1
    for form, sense in library.names():
        if sense.kind in ("name", "adjective", "demonym") and len(fold(form)) >= shortest and len(sense.actor) == 3:
            yield fold(form), sense.actor


def slips_between(one: str, other: str) -> int:
    """How many letters are missing, added, replaced, or swapped with their neighbour (optimal string alignment)."""
    older: list[int] = []
    above: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        older, above, row = above, row, [i]
        for j, match in enumerate(other, start=1):
            row.append(min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != match)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == match:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[-1]
