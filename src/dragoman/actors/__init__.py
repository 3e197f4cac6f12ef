"""From words to actors at their date."""

from dragoman.actors.cast import PLACE_RULE, Cast
from dragoman.actors.check import check as check_actors
from dragoman.actors.check_own import check_own as check_own_actors
from dragoman.actors.find import find_actors
from dragoman.actors.library import Library
from dragoman.actors.own import BESIDE_LEDGER, library_with, read_own
from dragoman.actors.where import Places

__all__ = [
    "BESIDE_LEDGER",
    "PLACE_RULE",
    "Cast",
    "Library",
    "Places",
    "check_actors",
    "check_own_actors",
    "find_actors",
    "library_with",
    "read_own",
]
