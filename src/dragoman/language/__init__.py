"""From text to words, sentences, quotations, phrases and clauses; the only room that knows spaCy."""

from dragoman.language.compounds import closed
from dragoman.language.model import Attachment, Clause, Parsed, Phrase, Quotation, Role, Sentence, Word
from dragoman.language.openings import datelines_of
from dragoman.language.parser import DEFAULT_MODEL, Parser

__all__ = [
    "DEFAULT_MODEL", "Attachment", "Clause", "Parsed", "Parser", "Phrase", "Quotation", "Role", "Sentence", "Word",
    "closed", "datelines_of",
]  # fmt: skip
