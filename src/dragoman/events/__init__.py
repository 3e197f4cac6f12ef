"""From clauses to PLOVER events with their status."""
