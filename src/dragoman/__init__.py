"""Dragoman reads news and keeps a ledger of who did, said, promised or threatened what, and on whose word.

`read(text, published=…)` gives a `Reading`; keep a `Reader` for many documents, a `Ledger` to keep what they say.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.errors import DragomanError
    from dragoman.intake import clean_page, clean_text
    from dragoman.ledger import Ledger
    from dragoman.reader import Reader, read
    from dragoman.records import Commitment, Document, Event, Reading, Statement

__version__ = version("dragoman")
__all__ = [
    "Commitment", "Document", "DragomanError", "Event", "Ledger", "Reader", "Reading", "Statement", "clean_page",
    "clean_text", "read",
]  # fmt: skip

#: where each name lives: rooms are imported when they are asked for, so that `import dragoman` costs nothing
_ROOMS = {
    "Commitment": "records", "Document": "records", "DragomanError": "errors", "Event": "records",
    "Ledger": "ledger", "Reader": "reader", "Reading": "records", "Statement": "records",
    "clean_page": "intake", "clean_text": "intake", "read": "reader",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(import_module(f"dragoman.{_ROOMS[name]}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
