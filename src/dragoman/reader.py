"""One Document in, one Reading out: the one place where the stages are called, in their order.

language → times → actors → places → speech → treaties → events → commitments
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from dragoman.actors import Cast, Library, find_actors, library_with
from dragoman.commitments import find_commitments
from dragoman.events import find_events
from dragoman.language import DEFAULT_MODEL, Parsed, Parser
from dragoman.places import country_of_name, find_places
from dragoman.records import Document, Note, Reading, TimeMention
from dragoman.speech import find_statements
from dragoman.times import find_times
from dragoman.treaties import find_treaties


class Reader:
    """Reads documents; keep one and use it for many, since it holds the language model and the libraries."""

    def __init__(
        self, *, model: str = DEFAULT_MODEL, library: Library | None = None, actors: Iterable[Path] = ()
    ) -> None:
        """`actors` are a user's own files (TOML, or PETRARCH's dictionaries), which add to the library and override."""
        self.parser = Parser(model)
        self.own_files = tuple(actors)
        self.library = library_with(self.own_files, base=library)

    def read(self, document: Document) -> Reading:
        """All that the document says, every record pinned to its words."""
        parsed = self.parser.parse(document)
        return self.read_parsed(document, parsed)

    def read_parsed(self, document: Document, parsed: Parsed) -> Reading:
        """The same for a document that is parsed already."""
        times = find_times(document, parsed)
        cast = find_actors(document, parsed, times, library=self.library, country_of_place=country_of_name)
        places = find_places(document, parsed, times, cast)
        statements = find_statements(document, parsed, times, cast, places)
        treaties = find_treaties(document)
        events = find_events(document, parsed, times, cast, places, statements)
        commitments = find_commitments(document, parsed, times, cast, statements, events)
        return Reading(
            document=document,
            actors=cast.mentions,
            times=times,
            places=places,
            treaties=treaties,
            statements=statements,
            events=events,
            commitments=commitments,
            notes=tuple(_notes(document, parsed, times, cast)),
        )

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The readings of many documents, in their order, each as soon as it is there."""
        for document in documents:
            yield self.read(document)


def read(text: str, *, published: date | str | None = None, model: str = DEFAULT_MODEL) -> Reading:
    """Read a text as it is given, without cleaning: offsets hold for this very text.

    `published` is the day that relative times are counted from, a date or an ISO string.
    """
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return _shared_reader(model).read(Document.plain(text, published=day))


@lru_cache(maxsize=2)
def _shared_reader(model: str) -> Reader:
    return Reader(model=model)


def _notes(document: Document, parsed: Parsed, times: tuple[TimeMention, ...], cast: Cast) -> Iterator[Note]:
    """What stayed open or gave nothing, and why."""
    if document.published is None:
        relative = sum(1 for time in times if time.first_day is None and time.type in ("DATE", "TIME"))
        yield Note(
            code="N101",
            message=f"the page's date is unknown, so {relative} time expressions stay open; "
            "give --published YYYY-MM-DD",
        )
    if not parsed.clauses:
        yield Note(code="N102", message="no clause was found: the text has no running sentences")
    for mention in cast.mentions:
        if mention.actor is None:
            yield Note(code="N201", message=f"nobody found for these words ({mention.rule})", mention=mention.mention)
