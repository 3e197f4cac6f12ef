"""From words to TIMEX3: expressions and the days they mean."""
