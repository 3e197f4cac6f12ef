"""The treaties that news names."""

from dragoman.treaties.find import find_treaties
from dragoman.treaties.library import check_treaties

__all__ = ["check_treaties", "find_treaties"]
