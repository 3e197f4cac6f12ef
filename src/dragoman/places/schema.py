"""What the place files hold: places of our own, and names that mean something else too."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dragoman.data_files import Row

PlaceKind = Literal["country", "region", "capital", "city", "area"]


class PlaceRow(Row):
    """A place that the gazetteer lacks or spells otherwise than the news.

    The first of `names` is its usual one; `country` is ISO 3166 alpha-3, None for seas and what no state has alone.
    """

    names: tuple[str, ...]
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None
    latitude: float
    longitude: float
    population: int = 0
    source: str = "recalled"
    example: str


class HomonymRow(Row):
    """Names of places that are words or names of persons too; they need a preposition of place or a country beside."""

    names: tuple[str, ...]
    how: str
    example: str


class PlaceNounRow(Row):
    """Nouns that a place's name may stand before or behind: *Kursk region*, *the city of Goma*."""

    kind: Literal["region", "town", "spot"]
    nouns: tuple[str, ...]
    example: str


class CountryNamesRow(Row):
    """Names that, standing alone, belong to one country: its own and former ones, nicknames, landforms, regions."""

    country: str = Field(pattern=r"^[A-Z]{3}$")
    kind: Literal["native", "former", "nickname", "short", "landform", "region", "town"]
    names: tuple[str, ...]
    source: str = "recalled"
    example: str
