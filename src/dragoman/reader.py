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
from dragoman.events import Ontology, find_events
from dragoman.language import DEFAULT_MODEL, Parsed, Parser
from dragoman.places import PLACES, find_places
from dragoman.records import Document, Note, Reading, TimeMention
from dragoman.speech import find_statements
from dragoman.times import find_times
from dragoman.treaties import find_treaties


class Reader:
    """Reads documents; keep one and use it for many, since it holds the language model and the libraries."""

    def __init__(
        self,
        *,
        model: str = DEFAULT_MODEL,
        library: Library | None = None,
        actors: Iterable[Path] = (),
        ontology: Path | str | None = None,
    ) -> None:
        """`actors` are a user's own files (TOML, or PETRARCH's dictionaries), which add to the library and override.

        `ontology` is a user's TOML file of types and predicates, a folder of such files, or a shipped one (`cameo`).
        """
        self.parser = Parser(model)
        own_actors = tuple(actors)
        self.library = library_with(own_actors, base=library)
        self.ontology = Ontology.of(ontology)
        self.own_files = own_actors + self.ontology.files

    def read(self, document: Document) -> Reading:
        """All that the document says, every record pinned to its words."""
        parsed = self.parser.parse(document)
        return self.read_parsed(document, parsed)

    def read_parsed(self, document: Document, parsed: Parsed) -> Reading:
        """The same for a document that is parsed already."""
        times = find_times(document, parsed)
        cast = find_actors(document, parsed, times, library=self.library, places=PLACES)
        places = find_places(document, parsed, times, cast)
        statements = find_statements(document, parsed, times, cast, places)
        treaties = find_treaties(document, parsed, cast)
        events = find_events(document, parsed, times, cast, places, statements, lexicon=self.ontology.lexicon)
        commitments = find_commitments(document, parsed, times, cast, statements, events, treaties)
        return Reading(
            document=document,
            actors=cast.mentions,
            times=times,
            places=places,
            treaties=treaties,
            statements=statements,
            events=self.ontology.told(parsed, events),
            commitments=commitments,
            notes=tuple(_notes(document, parsed, times, cast)),
        )

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The readings of many documents, in their order, each as soon as it is there."""
        for document in documents:
            yield self.read(document)


def read(
    text: str,
    *,
    published: date | str | None = None,
    model: str = DEFAULT_MODEL,
    ontology: Path | str | None = None,
) -> Reading:
    """Read a text as it is given, without cleaning: offsets hold for this very text.

    `published` is the day that relative times are counted from, a date or an ISO string; `ontology` as in `Reader`.
    """
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return _shared_reader(model, ontology).read(Document.plain(text, published=day))


@lru_cache(maxsize=2)
def _shared_reader(model: str, ontology: Path | str | None) -> Reader:
    return Reader(model=model, ontology=ontology)


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
