"""Files that appear only when they are whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dragoman.errors import SourceError


@contextmanager
def atomic(path: Path) -> Iterator[IO[str]]:
    """Write a file beside the target and put it in place only when it is whole."""
    if path.is_dir():
        raise SourceError(f"{path} is a folder; name a file with -o", code="D121")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise SourceError(
            f"{path} cannot be written: {error.strerror}; name another file with -o", code="D121"
        ) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            yield file
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
