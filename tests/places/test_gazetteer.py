"""The gazetteer: every entry of our own is found in its example, and names mean the likeliest place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.data_files import read_rows
from dragoman.language import Parsed
from dragoman.places import country_of_name
from dragoman.places.gazetteer import DATA, PLACE_FILES, check_places, gazetteer
from dragoman.places.schema import HomonymRow, PlaceNounRow, PlaceRow
from dragoman.records import PlaceMention

Find = Callable[[str], tuple[Parsed, tuple[PlaceMention, ...]]]
ROWS = [entry.row for file in PLACE_FILES for entry in read_rows(DATA / file, "place", PlaceRow)]

CENTRES = {
    place.country: place.latitude
    for places in gazetteer().by_name.values()
    for place in places
    if place.kind == "country" and place.latitude is not None
}
FARTHEST = 25
"""Degrees of latitude between a country's centre and any place of it."""


def test_the_example_of_a_place_names_it_where_a_place_stands(places: Find) -> None:
    _, found = places("\n".join(row.example for row in ROWS))
    by_words = {place.mention.words: place for place in found}
    missed = [row.names[0] for row in ROWS if not any(name in by_words for name in row.names)]
    assert missed == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.names[0])
def test_coordinates_lie_on_the_globe_and_near_the_country(row: PlaceRow) -> None:
    assert -90 <= row.latitude <= 90
    assert -180 <= row.longitude <= 180
    if (centre := CENTRES.get(row.country or "")) is not None:
        assert abs(centre - row.latitude) < FARTHEST


@pytest.mark.parametrize(
    "name",
    [
        "Palawan", "Raja-Jooseppi", "Kursk", "Pokrovsk", "Rafah", "Jabaliya", "Bakhmut", "Galwan", "Doklam",
        "Panmunjom", "Scarborough Shoal", "Second Thomas Shoal", "Goma", "El Fasher", "Bucha", "Avdiivka", "Kobani",
        "Idlib", "Hodeidah", "Kerch Strait", "Bab al-Mandab", "Strait of Hormuz", "Taiwan Strait", "Snake Island",
        "Diego Garcia", "Yongbyon", "Punggye-ri", "Natanz", "Fordow", "Cabo Delgado", "Kidal", "Zamzam", "Shebaa Farms",
        "Netzarim corridor", "Philadelphi corridor", "Kerem Shalom", "Suwalki Gap", "Line of Control", "Guantanamo Bay",
    ],
)  # fmt: skip
def test_places_of_conflicts_are_known(name: str) -> None:
    place = gazetteer().by_name[name][0]
    assert place.latitude is not None


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kyiv", "UKR"),
        ("Paris", "FRA"),
        ("London", "GBR"),
        ("Florida", "USA"),
        ("Maryland", "USA"),
        ("Black Sea", None),
        ("Nowhereville", None),
    ],
)
def test_a_name_alone_is_its_likeliest_place(name: str, country: str | None) -> None:
    assert country_of_name(name) == country


def test_names_are_found_as_whole_words_and_the_longest_first() -> None:
    text = "From Gaza City to Gazania, by Second Thomas Shoal."
    assert [hit.name for hit in gazetteer().find(text)] == ["Gaza City", "Second Thomas Shoal"]


def test_homonyms_and_nouns_show_one_of_their_words() -> None:
    homonyms = [entry.row for entry in read_rows(DATA / "homonyms.toml", "homonym", HomonymRow)]
    nouns = [entry.row for entry in read_rows(DATA / "nouns.toml", "place_noun", PlaceNounRow)]
    assert all(any(name in row.example for name in row.names) for row in homonyms)
    assert all(any(noun in row.example for noun in row.nouns) for row in nouns)


def test_the_place_files_are_sound() -> None:
    assert check_places() == ()


@pytest.mark.parametrize(
    ("name", "country"),
    [("Victoria", None), ("Hamilton", None), ("Santiago", "CHL"), ("St. Petersburg", "RUS"), ("Wellington", "NZL")],
)
def test_a_capital_smaller_than_its_namesakes_needs_more_than_its_name(name: str, country: str | None) -> None:
    assert country_of_name(name) == country
