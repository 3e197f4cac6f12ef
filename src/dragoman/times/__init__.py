"""From words to TIMEX3: expressions and the days they mean."""

from dragoman.times.attach import owner_of, same_event, time_of
from dragoman.times.find import find_times

__all__ = ["find_times", "owner_of", "same_event", "time_of"]
