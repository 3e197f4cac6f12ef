"""By what a reading was made: the version of the code, the data files, the language model.

The same document read by the same fingerprint gives the same reading, so the ledger need not store it twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGE = Path(__file__).parent
DATA_FILES = ("*.toml", "*.tsv.gz")
"""What counts as data: what experts edit, and the packed lists of places."""


@cache
def code_version() -> str:
    """The version of the installed package, `0+source` where it runs without being installed."""
    try:
        return version("dragoman")
    except PackageNotFoundError:
        return "0+source"


@cache
def data_sha256() -> str:
    """SHA-256 over all data files of the package, their names with their bytes, in the order of their names."""
    return hash_files(_PACKAGE)


def data_sha256_with(files: Iterable[Path], *, only_own: bool = False) -> str:
    """The same with a user's own files, in their order; without any it is the package's alone.

    `only_own` says that these files' actors are the only ones that are known.
    """
    contents = [file.read_bytes() for file in files]
    if not contents and not only_own:
        return data_sha256()
    digest = hashlib.sha256(f"{data_sha256()}{only_own}".encode())
    for content in contents:
        digest.update(f"\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def hash_files(folder: Path) -> str:
    """SHA-256 over the data files below the folder; moving or renaming one changes it as editing does."""
    digest = hashlib.sha256()
    for file in sorted(file for pattern in DATA_FILES for file in folder.rglob(pattern)):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def fingerprint(*, version: str, data_sha256: str, model: str) -> str:
    """Sixteen hexadecimal digits for code, data and model (`en_core_web_sm 3.8.0`) together."""
    return hashlib.sha256("\0".join((version, data_sha256, model)).encode()).hexdigest()[:16]
