"""`load`: whatever a user names – a file, `-`, an address – as one clean `Document`."""

from __future__ import annotations

import hashlib
import sys
from datetime import date
from pathlib import Path

from dragoman.errors import SourceError
from dragoman.intake.clean import PageFacts, assemble
from dragoman.intake.decode import data_kind, decode, looks_like_html
from dragoman.intake.english import require_english
from dragoman.intake.fetch import LONGEST_PAGE, LONGEST_WAIT, Limits, fetch
from dragoman.intake.page import clean_page
from dragoman.records import Document

STANDARD_INPUT = "-"


def load(
    source: str,
    *,
    published: date | None = None,
    url: str | None = None,
    max_bytes: int = LONGEST_PAGE,
    seconds: float = LONGEST_WAIT,
    allow_private: bool = False,
) -> Document:
    """The article at `source`: a file (HTML or plain text), `-` for standard input, an http(s) address.

    `published` wins over every date in the source, `url` says where a saved page came from. `max_bytes` and
    `seconds` bound what is read, `allow_private` admits addresses of the own network. Raises `SourceError`
    (D101-D114), and `LanguageError` (D310) where the text is not English.
    """
    charset = None
    if "://" in source:
        limits = Limits(max_bytes=max_bytes, seconds=seconds, allow_private=allow_private)
        fetched = fetch(source, limits=limits)
        raw, charset, url, where = fetched.raw, fetched.charset, url or fetched.url, source
    elif source == STANDARD_INPUT:
        where = "standard input"
        raw = _at_most(sys.stdin.buffer.read(max_bytes + 1), max_bytes, where)
    else:
        where = source
        raw = _read_file(Path(source), max_bytes)
    text = decode(raw, where=where, charset=charset)
    document = _clean(text, raw, where=where, url=url, published=published)
    require_english(document.text, where=where)
    return document


def _clean(text: str, raw: bytes, *, where: str, url: str | None, published: date | None) -> Document:
    if looks_like_html(text):
        return clean_page(text, where=where, url=url, published=published)
    if kind := data_kind(text):
        raise SourceError(f"{where} is {kind}, not an article; give one article as a page or as text", code="D104")
    facts = PageFacts(url=url, raw_sha256=hashlib.sha256(raw).hexdigest())
    document = assemble(text, facts, published=published)
    if not document.text:
        raise SourceError(f"{where} has no running text, only page furniture; give the article's text", code="D107")
    return document


def _read_file(path: Path, max_bytes: int) -> bytes:
    try:
        with path.open("rb") as file:
            return _at_most(file.read(max_bytes + 1), max_bytes, str(path))
    except FileNotFoundError as error:
        raise SourceError(f"no such file: {path}; check the path", code="D101") from error
    except IsADirectoryError as error:
        raise SourceError(f"{path} is a folder; give the files in it", code="D102") from error
    except (OSError, ValueError) as error:
        raise SourceError(f"{path} cannot be read: {error}", code="D106") from error


def _at_most(raw: bytes, max_bytes: int, where: str) -> bytes:
    if len(raw) > max_bytes:
        raise SourceError(
            f"{where} is larger than {max_bytes / 1e6:g} MB, the limit; give the article alone, or raise max_bytes",
            code="D105",
        )
    return raw
