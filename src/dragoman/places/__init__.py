"""From names to places: which of them, in which country, and what happens there."""

from dragoman.actors import Places
from dragoman.places.attach import dateline_of, place_of
from dragoman.places.countries import country_of_bare_name, country_of_place
from dragoman.places.find import find_places
from dragoman.places.gazetteer import check_places, countries_of_region, country_of_name

PLACES = Places(country=country_of_name, listed=country_of_place, regions=countries_of_region)
"""What the shipped gazetteer answers to actors."""

__all__ = [
    "PLACES",
    "check_places",
    "country_of_bare_name",
    "country_of_name",
    "country_of_place",
    "dateline_of",
    "find_places",
    "place_of",
]
