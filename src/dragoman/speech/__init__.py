"""From clauses to statements and the chains of those who passed them on."""

from dragoman.speech.schema import check_speech
from dragoman.speech.statements import explain_statements, find_statements

__all__ = ["check_speech", "explain_statements", "find_statements"]
