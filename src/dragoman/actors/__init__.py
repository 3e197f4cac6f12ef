"""From words to actors at their date."""

from dragoman.actors.cast import Cast
from dragoman.actors.find import find_actors
from dragoman.actors.library import Library

__all__ = ["Cast", "Library", "find_actors"]
