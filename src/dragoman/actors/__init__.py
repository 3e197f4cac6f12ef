"""From words to actors at their date."""

from dragoman.actors.cast import Cast
from dragoman.actors.check import check as check_actors
from dragoman.actors.find import find_actors
from dragoman.actors.library import Library

__all__ = ["Cast", "Library", "check_actors", "find_actors"]
