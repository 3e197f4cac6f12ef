"""Plain text as scraped → a `Document`: furniture out, what stands twice once, dateline read, blocks marked.

The text itself stays as it is but for white space, invisible characters and accents (composed, NFC). One
pass may uncover work for the next (furniture behind a dateline), so passes run until nothing changes:
cleaning twice changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from dragoman.intake.credits import is_contribution, read_byline, read_credit, tag_at_end
from dragoman.intake.dateline import (
    Dateline,
    day_of_record,
    first_date,
    is_bare_date,
    is_update,
    read_date_line,
    read_dateline,
    read_place_line,
)
from dragoman.intake.days import day_in_address, find_day
from dragoman.intake.furniture import is_furniture, looks_like_link, opens_links
from dragoman.intake.repeats import without_repeats, without_site_name
from dragoman.intake.surroundings import surroundings
from dragoman.records import Block, BlockKind, Document, PublishedFrom, Span, content_id

_NEWLINES = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]"
)
_BULLET = re.compile(r"(?:[-*•·▪■●◦‣]\s+)+")
_SENTENCE_ENDS = (".", "!", "?", ":", '."', ".”", "?”", "!”")
LONGEST_TITLE = 200
LONGEST_WRAPPED_LINE = 100
SHORTEST_WRAPPED_LINE = 45
LONG = 100
LONGEST_HEAD = 2
"""Behind so many paragraphs of LONG characters, a bare date is no longer the page's."""

LONGEST_PAGE_HEAD = 12
"""Among so many lines behind the first the title may stand again."""

SHORTEST_BODY = 60
"""A title stands above at least one paragraph of so many characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What is known of an article from outside its running text."""

    title: str | None = None
    published: date | None = None
    published_at: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    origin: str = "text"
    raw_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """One block on its way: its text stands on one line; whether a blank line stood before it."""

    kind: BlockKind
    text: str
    apart: bool = field(default=False, compare=False)


@dataclass(slots=True)
class _Found:
    """What the lines and datelines that were taken out said; the first word counts."""

    place: str | None = None
    agency: str | None = None
    contributors: list[str] = field(default_factory=list)
    byline: str | None = None
    days: list[date] = field(default_factory=list)
    updates: list[date] = field(default_factory=list)

    def note(self, dateline: Dateline) -> None:
        """Note what a dateline says."""
        self.place = self.place or dateline.place
        self.agency = self.agency or dateline.agency
        self.days += filter(None, [dateline.day.date() if dateline.day else None])

    def credit(self, words: str) -> None:
        """Note whom a credit names: whose text it is, or who only gave material."""
        agency = read_credit(words)
        if agency is None:
            return
        if not is_contribution(words):
            self.agency = self.agency or agency
        elif agency not in self.contributors:
            self.contributors.append(agency)


def clean_text(
    text: str, *, published: date | None = None, title: str | None = None, url: str | None = None
) -> Document:
    """Plain text as scraped, cleaned into blocks with a blank line between them.

    `published` always wins over what the text says; `title` is put on top unless it stands there.
    Any text is taken, also an empty one.
    """
    return assemble(text, PageFacts(title=title, url=url), published=published)


def assemble(text: str, facts: PageFacts, *, published: date | None = None) -> Document:
    """A document of the text and of what the page says about itself."""
    found = _Found()
    pieces = list(_split(text))
    if facts.title and (title := _tidy(facts.title)):
        pieces.insert(0, _Piece("title", title))
    as_scraped = facts.origin == "text"  # a page's extractor has left its surroundings out
    while (cleaned := _one_pass(pieces, found, as_scraped=as_scraped)) != pieces:
        pieces = cleaned
    pieces = _with_title(pieces)
    whole, blocks = _join(pieces)
    title_line = pieces[0].text if pieces and pieces[0].kind == "title" else None
    day, source = _published(published, facts, found, title=title_line)
    return Document(
        id=content_id("document", facts.url or "", whole),
        text=whole,
        blocks=blocks,
        title=title_line,
        published=day,
        published_at=facts.published_at if day and (facts.published_at or "").startswith(day.isoformat()) else None,
        published_from=source,
        publisher=facts.publisher,
        agency=found.agency,
        contributors=tuple(found.contributors),
        byline=facts.byline or found.byline,
        place=found.place,
        url=facts.url,
        origin=facts.origin,
        raw_sha256=facts.raw_sha256,
    )


def _published(
    given: date | None, facts: PageFacts, found: _Found, *, title: str | None
) -> tuple[date, PublishedFrom] | tuple[None, None]:
    if given:
        return given, "given"
    if facts.published:
        return facts.published, "page"
    if days := [*found.days, *found.updates]:
        return days[0], "dateline"
    if in_address := day_in_address(facts.url or ""):
        return in_address, "url"
    of_record = day_of_record(title or "")
    return (of_record, "title") if of_record else (None, None)


def _one_pass(pieces: list[_Piece], found: _Found, *, as_scraped: bool) -> list[_Piece]:
    inner = list(_without_links(pieces))
    if as_scraped:
        inner = list(_without_surroundings(inner))
    kept = _without_site_name(list(_stripped(inner, found)))
    texts = without_repeats([piece.text for piece in kept])
    return [replace(piece, text=text) for piece, text in zip(kept, texts, strict=True) if text]


def _without_surroundings(pieces: list[_Piece]) -> Iterator[_Piece]:
    """The pieces without what stands around the article; a line that names a day, a place or a writer is read first."""
    around = surroundings([piece.text for piece in pieces])
    for index, piece in enumerate(pieces):
        line = piece.text
        tells = read_byline(line) or read_credit(line) or read_place_line(line) or read_date_line(line) is not None
        if index not in around or piece.kind != "paragraph" or tells:
            yield piece


def _without_links(pieces: list[_Piece]) -> Iterator[_Piece]:
    """The pieces without lists of links to other stories: their headings and the headlines behind them."""
    run: list[_Piece] = []
    for piece in pieces:
        opens = piece.kind != "title" and opens_links(piece.text)
        if opens or (run and (looks_like_link(piece.text) or is_furniture(piece.text))):
            run.append(piece)
            continue
        yield from _heading_behind(run)
        run = []
        yield piece


def _heading_behind(run: list[_Piece]) -> list[_Piece]:
    """What stands apart behind links that stood together under their heading is the heading of what follows."""
    is_heading = len(run) > 2 and run[-1].apart and not any(piece.apart for piece in run[1:-1])
    return run[-1:] if is_heading and not is_furniture(run[-1].text) else []


def _stripped(pieces: Iterable[_Piece], found: _Found) -> Iterator[_Piece]:
    long_ones = 0
    for piece in pieces:
        for stripped in _strip(piece, found, in_body=long_ones >= LONGEST_HEAD):
            long_ones += len(stripped.text) >= LONG
            yield stripped


def _strip(piece: _Piece, found: _Found, *, in_body: bool) -> Iterator[_Piece]:
    """The piece without dateline and agency tag, or nothing where it is no part of the article."""
    if piece.kind == "title":
        yield piece
    elif not _is_aside(piece.text, found, in_body=in_body):
        text = _without_tag(_without_datelines(piece.text, found), found)
        bullet = _BULLET.match(text)
        yield replace(piece, text=text[bullet.end() :] if bullet else text)


def _is_aside(line: str, found: _Found, *, in_body: bool) -> bool:
    """Whether the line is furniture, a byline, a credit or the page's date; what it says is noted."""
    if byline := read_byline(line):
        found.byline = found.byline or byline
        found.days += filter(None, [day.date() if (day := find_day(line)) else None])
        return True
    if read_credit(line):
        found.credit(line)
        return True
    days = read_date_line(line)
    if days is None and not in_body and (dateline := read_place_line(line)):
        found.note(dateline)
        return True
    if days is None:
        return is_furniture(line)
    if in_body and is_bare_date(line):
        return False
    (found.updates if is_update(line) else found.days).extend(filter(None, [first_date(days)]))
    return True


def _without_datelines(paragraph: str, found: _Found) -> str:
    start = 0
    while dateline := read_dateline(paragraph, start):
        found.note(dateline)
        start = dateline.end
    return paragraph[start:]


def _without_tag(paragraph: str, found: _Found) -> str:
    tag = tag_at_end(paragraph)
    if tag is None:
        return paragraph
    start, words = tag
    found.credit(words)
    return paragraph[:start]


def _without_site_name(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces; of a first line *Title | The Site* only the title, where that stands again in the page's head."""
    if not pieces:
        return pieces
    first, *rest = pieces
    headings = tuple(piece.text for piece in rest[:LONGEST_PAGE_HEAD])
    return [replace(first, text=without_site_name(first.text, others=headings)), *rest]


def _with_title(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces with the first one marked as title, where it looks like one."""
    if not pieces or pieces[0].kind == "title":
        return pieces
    first, rest = pieces[0], pieces[1:]
    is_title = (
        first.kind == "paragraph"
        and len(first.text) <= LONGEST_TITLE
        and not first.text.endswith((".", ",", ";", ":", ".”", '."'))
        and any(len(piece.text) >= SHORTEST_BODY for piece in rest)
    )
    return [replace(first, kind="title"), *rest] if is_title else pieces


def _join(pieces: list[_Piece]) -> tuple[str, tuple[Block, ...]]:
    blocks, start = [], 0
    for piece in pieces:
        blocks.append(Block(kind=piece.kind, span=Span(start, start + len(piece.text))))
        start += len(piece.text) + 2
    return "\n\n".join(piece.text for piece in pieces), tuple(blocks)


def _split(text: str) -> Iterator[_Piece]:
    """Every paragraph on one line, white space made single blanks."""
    lines: list[str] = []
    for line in [*_NEWLINES.split(text), ""]:
        if tidied := _tidy(line):
            lines.append(tidied)
        else:
            yield from (replace(_piece(one), apart=not at) for at, one in enumerate(_unwrapped(lines)))
            lines = []


def _piece(line: str) -> _Piece:
    bullet = _BULLET.match(line)
    return _Piece("item", line[bullet.end() :]) if bullet else _Piece("paragraph", line)


def _tidy(line: str) -> str:
    # Composed, so that *é* is one character however the page wrote it.
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", line)).split())


def _unwrapped(lines: list[str]) -> list[str]:
    """The lines joined where they were broken at a fixed width, else each by itself.

    Broken at a width: where a line does not end its sentence, the next line's first word would not have
    fitted on it, and some line goes on in small letters.
    """
    width = max(map(len, lines), default=0)
    broken = [len(line) + 1 + len(after.split(" ", 1)[0]) > width for line, after in pairwise(lines)]
    wrapped = (
        SHORTEST_WRAPPED_LINE <= width <= LONGEST_WRAPPED_LINE
        and all(full or line.endswith(_SENTENCE_ENDS) for full, line in zip(broken, lines, strict=False))
        and any(full and after[0].islower() for full, after in zip(broken, lines[1:], strict=True))
        and not any(_BULLET.match(line) for line in lines)
    )
    return _joined(lines, broken) if wrapped else lines


def _joined(lines: list[str], broken: list[bool]) -> list[str]:
    """The lines, with those behind a break put on the line before."""
    runs = [[lines[0]]]
    for full, line in zip(broken, lines[1:], strict=True):
        if full:
            runs[-1].append(line)
        else:
            runs.append([line])
    return [" ".join(run) for run in runs]
