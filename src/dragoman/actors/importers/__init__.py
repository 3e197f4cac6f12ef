"""From other programs' dictionaries to the library's own entries."""

from dragoman.actors.importers.petrarch import read_petrarch
from dragoman.actors.importers.writing import to_toml

__all__ = ["read_petrarch", "to_toml"]
