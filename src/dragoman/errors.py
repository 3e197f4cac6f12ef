"""Every error that Dragoman raises on purpose.

    DragomanError
    ├── SourceError        a page, file or address that cannot be read        (D1xx)
    ├── DataError          a data file that breaks its schema                 (D2xx)
    ├── LanguageError      the language model is missing or unfit             (D3xx)
    ├── LedgerError        a ledger that cannot be opened, written or asked   (D4xx)
    └── RecordError        a record that contradicts itself or its text       (D5xx)

A message says what was found, where, and what to do. Codes are for the errors that users meet:
they stay the same between versions, so that they can be searched for.
"""

from __future__ import annotations


class DragomanError(Exception):
    """Base of all errors; `str(error)` is one line fit for a terminal."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code

    def __str__(self) -> str:
        return f"[{self.code}] {self.args[0]}"


class SourceError(DragomanError):
    """What was to be read cannot be read: missing, empty, too large, not text, refused."""


class DataError(DragomanError):
    """A data file breaks its schema; the message names file and line."""


class LanguageError(DragomanError):
    """The language model is missing, or the text is not in its language."""


class LedgerError(DragomanError):
    """The ledger cannot be opened, written or asked."""


class RecordError(DragomanError):
    """A record contradicts itself or the text that it claims to quote."""
