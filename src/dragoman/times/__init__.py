"""From words to TIMEX3: expressions and the days they mean."""

from dragoman.times.attach import is_phase_of, moments_of, owner_of, same_event, time_of
from dragoman.times.find import find_times
from dragoman.times.vocabulary import check_times

__all__ = ["check_times", "find_times", "is_phase_of", "moments_of", "owner_of", "same_event", "time_of"]
