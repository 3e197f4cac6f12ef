"""The gazetteer: names of places and what they may stand for."""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.actors import schema as actors_schema
from dragoman.actors.library import fold
from dragoman.data_files import Entry, Problem, read_rows, try_rows
from dragoman.places.schema import CountryNamesRow, HomonymRow, PlaceKind, PlaceNounRow, PlaceRow

DATA = Path(__file__).parent / "data"
PLACE_FILES = ("places.toml", "small_places.toml")
STATES = Path(actors_schema.__file__).parent / "data" / "states.toml"
_KINDS: dict[str, PlaceKind] = {"country": "country", "region": "region", "capital": "capital", "city": "city"}
_WEIGHTS: dict[PlaceKind, int] = {"country": 10**9, "area": 3 * 10**6, "capital": 10**7, "region": 3 * 10**5, "city": 0}


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its usual name, country (ISO 3166 alpha-3), first-level region, coordinates in degrees."""

    kind: PlaceKind
    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int = 0

    @property
    def weight(self) -> int:
        """How likely a name means this place when nothing else is known."""
        return self.population + _WEIGHTS[self.kind]


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that stands in a text, and the places of that name, the likeliest first."""

    start: int
    end: int
    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every name with its places, ready to be found in a text in one pass."""

    by_name: dict[str, tuple[Place, ...]]
    names: tuple[str, ...]
    automaton: AhoCorasick
    homonyms: frozenset[str]
    nouns: dict[str, str]
    capitals: dict[str, Place]

    def capital_of(self, country: str) -> Place | None:
        """The capital of the country (ISO 3166 alpha-3), None where the lists have none."""
        return self.capitals.get(country)

    def find(self, text: str) -> Iterator[Hit]:
        """The names that stand in the text as whole words, the longest at each place."""
        for index, start, end in self.automaton.find_matches_as_indexes(text):
            if (start and _is_word(text[start - 1])) or (end < len(text) and _is_word(text[end])):
                continue
            name = self.names[index]
            yield Hit(start, end, name, self.by_name[name])


def country_of_name(name: str) -> str | None:
    """The country (ISO 3166 alpha-3) of the likeliest place of that name, None for seas and unknown names.

    A capital smaller than a place of its name elsewhere (*Victoria*, *Hamilton*) needs more than its name: None.
    """
    places = gazetteer().by_name.get(name, ())
    if not places:
        return None
    first, *others = places
    rivals = (place.population for place in others if place.country != first.country)
    overshadowed = first.kind == "capital" and first.population < max(rivals, default=0)
    return None if overshadowed else first.country


def countries_of_region(name: str) -> tuple[str, ...]:
    """The countries of the first-level divisions of that name (*Texas*), first those that are usually called so."""
    places = gazetteer().by_name.get(name, ())
    regions = [place for place in places if place.kind == "region" or (place.kind == "area" and place.admin1 == name)]
    regions.sort(key=lambda place: place.name != name)
    return tuple(dict.fromkeys(place.country for place in regions if place.country))


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once."""
    found: dict[str, list[Place]] = defaultdict(list)
    rows = [*_shipped(), *_own(), *_states()]
    for names, place in rows:
        for name in names:
            if place not in found[name]:
                found[name].append(place)
    peopled = _peopled(place for _, place in rows)
    for places in found.values():
        if len(places) > 1:
            places.sort(key=lambda place: (-place.weight, -peopled[place.country, place.admin1]))
    by_name = {name: tuple(places) for name, places in found.items()}
    names = tuple(sorted(by_name))
    automaton = AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest)
    homonyms = (entry.row for entry in read_rows(DATA / "homonyms.toml", "homonym", HomonymRow))
    nouns = (entry.row for entry in read_rows(DATA / "nouns.toml", "place_noun", PlaceNounRow))
    return Gazetteer(
        by_name,
        names,
        automaton,
        frozenset(name for row in homonyms for name in row.names),
        {noun: row.kind for row in nouns for noun in row.nouns},
        {place.country: place for _, place in rows if place.kind == "capital" and place.country is not None},
    )


def _peopled(places: Iterable[Place]) -> Counter[tuple[str | None, str | None]]:
    """How many people live in the listed towns of each region: of two regions of one name the larger is meant."""
    towns = {place for place in places if place.kind in ("city", "capital")}  # some stand in two lists
    found: Counter[tuple[str | None, str | None]] = Counter()
    for town in towns:
        found[town.country, town.admin1] += town.population
    return found


def _shipped() -> Iterator[tuple[list[str], Place]]:
    text = gzip.decompress((DATA / "gazetteer.tsv.gz").read_bytes()).decode()
    for line in text.splitlines():
        kind, name, country, admin1, latitude, longitude, population, others = line.split("\t")
        place = Place(_KINDS[kind], name, country, admin1 or None, float(latitude), float(longitude), int(population))
        if kind != "country":  # the names of states stand in the actors' files
            yield [name, *others.split("|")] if others else [name], place


def _own() -> Iterator[tuple[tuple[str, ...], Place]]:
    for entry in (entry for file in PLACE_FILES for entry in read_rows(DATA / file, "place", PlaceRow)):
        row = entry.row
        yield (
            row.names,
            Place(row.kind, row.names[0], row.country, row.admin1, row.latitude, row.longitude, row.population),
        )


def _states() -> Iterator[tuple[tuple[str, ...], Place]]:
    centres = _centres()
    for entry in read_rows(STATES, "state", actors_schema.State):
        row = entry.row
        if row.until is None:
            latitude, longitude = centres.get(row.id, (None, None))
            names = tuple(name for name in row.names if name not in _OWN_AREAS)  # *the North* begins the North Sea
            yield names, Place("country", row.label, row.id, None, latitude, longitude)


_OWN_AREAS = frozenset({"Gaza Strip", "Gaza", "West Bank", "Palestinian territories", "Palestinian Territories"})
"""Names that stand for a state among actors, and for a part of it among places."""


def _centres() -> dict[str, tuple[float, float]]:
    text = gzip.decompress((DATA / "gazetteer.tsv.gz").read_bytes()).decode()
    rows = (line.split("\t") for line in text.splitlines() if line.startswith("country\t"))
    return {row[2]: (float(row[4]), float(row[5])) for row in rows}


def check_places() -> tuple[Problem, ...]:
    """Everything that is wrong in the place files."""
    found: list[Problem] = []
    for file in PLACE_FILES:
        found += try_rows(DATA / file, "place", PlaceRow)[1]
    found += try_rows(DATA / "homonyms.toml", "homonym", HomonymRow)[1]
    found += try_rows(DATA / "nouns.toml", "place_noun", PlaceNounRow)[1]
    rows, problems = try_rows(DATA / "country_names.toml", "country_names", CountryNamesRow)
    return (*found, *problems, *_names_of_two_countries(rows))


def _names_of_two_countries(rows: tuple[Entry[CountryNamesRow], ...]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for entry in rows:
        for name in entry.row.names:
            country = first.setdefault(fold(name), entry.row.country)
            if country != entry.row.country:
                yield Problem(entry.file, entry.line, f"{name!r} belongs to {country} too; keep it where it is clear")
