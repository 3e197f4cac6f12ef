"""From clauses to PLOVER events with their status."""

from dragoman.events.find import explain_events, find_events
from dragoman.events.lexicon import check_events

__all__ = ["check_events", "explain_events", "find_events"]
