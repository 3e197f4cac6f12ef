"""Who wrote what into the ledger, and with which outcome."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from dragoman.fingerprint import code_version, data_sha256_with, fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One time that the program read: `started` is an instant with its zone, `model` a name and a version."""

    id: str
    started: datetime
    version: str
    data_sha256: str
    model: str

    @classmethod
    def start(cls, *, model: str, own_files: Iterable[Path] = (), only_own: bool = False) -> Run:
        """A run that begins now, with this code, its data files and the user's own (`Reader.own_files`)."""
        return cls(
            id=uuid4().hex,
            started=datetime.now(UTC),
            version=code_version(),
            data_sha256=data_sha256_with(own_files, only_own=only_own),
            model=model,
        )

    @property
    def fingerprint(self) -> str:
        """What the readings of this run depend on besides the document."""
        return fingerprint(version=self.version, data_sha256=self.data_sha256, model=self.model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """A source that gave no reading, and why; `code` is the error's (`D103`)."""

    source: str
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of a batch: how many documents were new, known already, read better, or refused."""

    new: int = 0
    unchanged: int = 0
    superseded: int = 0
    refused: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(
            new=self.new + other.new,
            unchanged=self.unchanged + other.unchanged,
            superseded=self.superseded + other.superseded,
            refused=self.refused + other.refused,
        )
