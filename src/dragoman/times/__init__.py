"""From words to TIMEX3: expressions and the days they mean."""

from dragoman.times.find import find_times

__all__ = ["find_times"]
