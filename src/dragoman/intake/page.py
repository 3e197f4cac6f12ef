"""A news page (HTML) → a `Document`: main text by trafilatura, what the page says about itself, then `clean`.

trafilatura is imported inside the functions: it takes a third of a second, which `dragoman --help` has not.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date, datetime
from html import unescape
from typing import Any

from dragoman.errors import SourceError
from dragoman.intake.clean import PageFacts, assemble
from dragoman.intake.decode import decode
from dragoman.intake.repeats import tokens, without_site_name
from dragoman.records import Document

_INSTANT = re.compile(
    r"(?:datePublished|published_time|publishdate|pubdate|dateCreated)[^<>{}]{0,60}?"
    r"(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d))",
    re.IGNORECASE,
)
_HEADING = re.compile(r"<h1\b[^>]{0,1000}>(.{0,1000}?)</h1", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,1000}>")
ALIKE = 0.6
"""Share of words that a heading and the page's title have in common where they are one title."""


def clean_page(
    html: bytes | str, *, url: str | None = None, published: date | None = None, where: str | None = None
) -> Document:
    """The article of a page, its title on top, without furniture, each thing once.

    `url` is where the page came from, `published` wins over what the page says, `where` names it in errors.
    Raises `SourceError` where the page is empty (D103), not text (D104) or has no article (D107).
    """
    where = where or url or "the page"
    raw = html.encode("utf-8", errors="surrogatepass") if isinstance(html, str) else html
    text = html if isinstance(html, str) else decode(html, where=where)
    extracted = _extract(text, url) if text.strip() else None
    if extracted is None:
        raise SourceError(f"{where} has no article in it; save the article's own page, or give its text", code="D107")
    facts = _facts(extracted, text, url=url, raw_sha256=hashlib.sha256(raw).hexdigest())
    # trafilatura puts every paragraph on one line; a blank line keeps short ones apart.
    document = assemble(extracted.text.replace("\n", "\n\n"), facts, published=published)
    if all(block.kind == "title" for block in document.blocks):
        raise SourceError(f"{where} has nothing but a title and furniture in it; give the article's text", code="D107")
    return document


def _extract(text: str, url: str | None) -> Any:
    """Trafilatura's document with text and metadata, None where it finds no article."""
    import trafilatura

    return trafilatura.bare_extraction(
        text,
        url=url,
        with_metadata=True,
        include_comments=False,
        # Without the extensive search: a date from some corner of the page would be a silent guess.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )


def _facts(extracted: Any, html: str, *, url: str | None, raw_sha256: str) -> PageFacts:
    headings = tuple(unescape(_TAG.sub("", heading)) for heading in _HEADING.findall(html))
    title = extracted.title and _as_read(extracted.title, headings, site=extracted.sitename or "")
    day = date.fromisoformat(extracted.date) if extracted.date else None
    return PageFacts(
        title=title,
        published=day,
        published_at=_instant(html, day),
        publisher=extracted.sitename,
        byline=extracted.author,
        url=url or extracted.url,
        origin="page",
        raw_sha256=raw_sha256,
    )


def _as_read(title: str, headings: tuple[str, ...], *, site: str) -> str:
    """The title as the page's heading shows it, where that is a variant of it; else without the site's name.

    A heading all in capitals is passed over: names cannot be told in it.
    """
    words = set(tokens(title))
    for heading in headings:
        shown = set(tokens(heading))
        if len(shown & words) > ALIKE * len(shown | words) and not heading.isupper():
            return heading
    return without_site_name(title, others=(*headings, site))


def _instant(html: str, day: date | None) -> str | None:
    """The first instant of publication in the page that lies on that day, in ISO 8601 with its zone."""
    for written in _INSTANT.findall(html):
        try:
            instant = datetime.fromisoformat(written)
        except ValueError:
            continue
        if instant.date() == day:
            return instant.isoformat()
    return None
