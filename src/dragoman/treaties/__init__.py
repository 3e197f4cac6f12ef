"""The treaties: who is bound to what on which day, and what an attack would set off."""

from dragoman.treaties.candidates import Candidate, attacks_of, treaty_candidates
from dragoman.treaties.casus import Attack, Casus, casus
from dragoman.treaties.check import check_own_treaties, check_treaties
from dragoman.treaties.find import find_treaties
from dragoman.treaties.fits import in_words
from dragoman.treaties.library import TreatyLibrary
from dragoman.treaties.occurrences import Occurrence, Party, occurrences_in

__all__ = [
    "Attack",
    "Candidate",
    "Casus",
    "Occurrence",
    "Party",
    "TreatyLibrary",
    "attacks_of",
    "casus",
    "check_own_treaties",
    "check_treaties",
    "find_treaties",
    "in_words",
    "occurrences_in",
    "treaty_candidates",
]
