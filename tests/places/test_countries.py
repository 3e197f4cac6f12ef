from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.places import check_places, countries, country_of_bare_name, country_of_place
from dragoman.places.countries import country_rows, slips_between
from dragoman.places.gazetteer import countries_of_region


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Burmese", "MMR"),  # an adjective
        ("Frankreich", "FRA"),  # another language
        ("Upper Volta", "BFA"),  # a former name
        ("Lake Baikal", "RUS"),  # a landform
        ("the Lone Star State", "USA"),  # a nickname
        ("Yekaterinburg", "RUS"),  # a city
        ("Calcutta", "IND"),  # its older name
        ("Florida", "USA"),  # a region whose namesake is small
        ("Perm Krai", "RUS"),  # a generic word behind a name
        ("ZÜRICH", "CHE"),  # capitals, diacritics
        ("Venezula", "VEN"),  # a letter missing
        ("Austrailia", "AUS"),  # a letter too many
        ("Cyrpus", "CYP"),  # two letters swapped
    ],
)
def test_a_bare_name_gives_its_country(name: str, country: str) -> None:
    assert country_of_bare_name(name) == country


@pytest.mark.parametrize("name", ["", "Xyzzyx", "parliament", "Santa Cruz", "San Juan Bautista de la Nada"])
def test_what_no_country_dominates_stays_open(name: str) -> None:
    assert country_of_bare_name(name) is None


def test_a_short_word_is_no_misspelt_state() -> None:
    assert country_of_bare_name("Chid") is None  # one letter from Chad


def test_every_name_of_our_own_belongs_to_its_country() -> None:
    wrong = [
        (name, row.country, country_of_bare_name(name))
        for row in country_rows()
        for name in row.names
        if country_of_bare_name(name) != row.country
    ]
    assert not wrong


def test_every_row_has_an_example_with_one_of_its_names() -> None:
    assert not [row for row in country_rows() if not any(name in row.example for name in row.names)]


def test_the_place_files_are_sound() -> None:
    assert check_places() == ()


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_slips_are_symmetric_and_nought_only_for_the_same(one: str, other: str) -> None:
    assert slips_between(one, other) == slips_between(other, one)
    assert (slips_between(one, other) == 0) == (one == other)
    assert slips_between(one, other) <= max(len(one), len(other))


def test_small_places_and_divisions_have_their_country() -> None:
    names = ("Ayodhya", "Negros Oriental", "Donetsk Oblast", "Volkswagen")
    assert [country_of_place(name) for name in names] == ["IND", "PHL", "UKR", None]


def test_a_division_of_two_states_has_both() -> None:
    assert countries_of_region("Texas") == ("USA",)
    assert set(countries_of_region("Punjab")) == {"IND", "PAK"}


def test_the_listing_is_in_order_as_its_search_asks() -> None:
    lines = countries._listing()
    assert lines == sorted(lines)
    assert {line.split("\t")[0] for line in lines} == set(countries.KINDS)
