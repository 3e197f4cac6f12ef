"""From clauses and events to obligations, promises, threats and their conditions."""

from dragoman.commitments.find import find_commitments
from dragoman.commitments.schema import check_commitments

__all__ = ["check_commitments", "find_commitments"]
