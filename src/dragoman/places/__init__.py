"""From names to places: which of them, in which country, and what happens there."""

from dragoman.places.attach import dateline_of, place_of
from dragoman.places.countries import country_of_bare_name
from dragoman.places.find import find_places
from dragoman.places.gazetteer import check_places, country_of_name

__all__ = ["check_places", "country_of_bare_name", "country_of_name", "dateline_of", "find_places", "place_of"]
