"""The treaties: who is bound to what on which day, and what an attack would set off."""

from dragoman.treaties.casus import Attack, Casus, casus
from dragoman.treaties.check import check_treaties
from dragoman.treaties.find import find_treaties
from dragoman.treaties.library import TreatyLibrary

__all__ = ["Attack", "Casus", "TreatyLibrary", "casus", "check_treaties", "find_treaties"]
