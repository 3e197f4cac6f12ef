"""From clauses to PLOVER events with their status."""

from dragoman.events.check import check_events
from dragoman.events.find import explain_events, find_events, weigh_events
from dragoman.events.ontology import Ontology, check_ontology

__all__ = ["Ontology", "check_events", "check_ontology", "explain_events", "find_events", "weigh_events"]
