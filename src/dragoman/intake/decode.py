"""Bytes → text, or a clear word on why not: binary files by their first bytes, encodings by mark and declaration."""

from __future__ import annotations

import codecs
import re

from dragoman.errors import SourceError

_BINARY = (
    (b"%PDF", "a PDF", "take its text out first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an Office document", "unpack it or save it as text first"),
    (b"\x89PNG", "a PNG image", "give the article as a page or as text"),
    (b"\xff\xd8\xff", "a JPEG image", "give the article as a page or as text"),
    (b"GIF8", "a GIF image", "give the article as a page or as text"),
    (b"RIFF", "a WebP image, sound or video file", "give the article as a page or as text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "save it as text first"),
    (b"\x7fELF", "a program", "give the article as a page or as text"),
    (b"SQLite format 3", "an SQLite database", "give the article as a page or as text"),
    (b"OggS", "a sound or video file", "give the article as a page or as text"),
    (b"ID3", "a sound file", "give the article as a page or as text"),
    (b"{\\rtf", "an RTF document", "save it as text first"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(r"<(?:html|body|head|div|article|p|h1)\b[^>]{0,500}>", re.IGNORECASE)
_DATA = (
    (re.compile(r"\s*<(?:\?xml|rss|feed|rdf:RDF)\b"), "XML, perhaps a feed"),
    (re.compile(r"\s*(?:\{\s*\"|\[\s*\{)"), "JSON"),
)
LOOKED_AT = 4096
"""Bytes in which declarations and tags are looked for."""


def decode(raw: bytes, *, where: str, charset: str | None = None) -> str:
    """The text of `raw`; `charset` is what the server said, `where` names the source in errors.

    A byte-order mark decides, then valid UTF-8, then the declared encoding, then Windows-1252 and Latin-1,
    which fit any bytes. Raises `SourceError` for what is empty (D103) or not text (D104).
    """
    if not raw.strip():
        raise SourceError(f"{where} is empty; nothing to read", code="D103")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    _refuse_binary(raw, where)
    declared = _DECLARED.search(raw[:LOOKED_AT])
    for name in ("utf-8", charset, declared[1].decode("ascii") if declared else None, *_unmarked_utf16(raw), "cp1252"):
        if name and (text := _try(raw, name)) is not None:
            return text
    return raw.decode("latin-1")


def looks_like_html(text: str) -> bool:
    """Whether the text is a page: it begins like one, or has several tags of one near its beginning."""
    return bool(_HTML_START.match(text)) or len(_HTML_TAG.findall(text[:LOOKED_AT])) >= 2


def data_kind(text: str) -> str | None:
    """What kind of data file the text is (a feed, JSON), None for running text."""
    return next((what for beginning, what in _DATA if beginning.match(text)), None)


def _refuse_binary(raw: bytes, where: str) -> None:
    for beginning, what, advice in _BINARY:
        if raw.startswith(beginning):
            raise SourceError(f"{where} is {what}, not text or HTML; {advice}", code="D104")
    if b"\0" in raw[:LOOKED_AT] and not _unmarked_utf16(raw):
        raise SourceError(f"{where} is binary data; give the article as a page or as text", code="D104")


def _unmarked_utf16(raw: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark shows as a zero in nearly every second byte of English."""
    head = raw[:LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.4 and even < len(head) * 0.05:
        return ("utf-16-le",)
    return ("utf-16-be",) if even > len(head) * 0.4 and odd < len(head) * 0.05 else ()


def _try(raw: bytes, encoding: str) -> str | None:
    # Pages that declare Latin-1 mean Windows-1252, whose quotation marks Latin-1 does not have.
    name = (
        "cp1252"
        if encoding.lower().replace("_", "-") in {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"}
        else encoding
    )
    try:
        text = raw.decode(name)
    except (LookupError, UnicodeError):
        return None
    return None if "\0" in text else text
