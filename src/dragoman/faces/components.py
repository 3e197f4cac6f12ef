"""Dragoman in a spaCy pipeline of one's own: `nlp.add_pipe("dragoman_statements")`, then `doc._.statements`.

The pipeline's own parse is read, so it needs a tagger, a dependency parser and a lemmatiser for English; entities are
used where they are there. Both components share one reading of a document. The day that *Tuesday* counts from is
the component's `published` (`nlp.add_pipe("dragoman_events", config={"published": "2024-06-25"})`), and `ontology`
names a user's own types of events (a file, a folder, or `cameo`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import srsly
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.errors import LanguageError, SourceError
from dragoman.reader import Reader
from dragoman.records import Document, Reading
from dragoman.serial import from_dict, to_json

NEEDED = ("TAG", "DEP", "LEMMA")
FIELDS = ("statements", "events", "commitments")
#: under which a reading stands in the bytes of a `Doc`
PACKED = "__dragoman__"

Component = Callable[[Doc], Doc]


@Language.factory(
    "dragoman_statements", default_config={"published": None, "ontology": None}, assigns=["doc._.statements"]
)
def make_statements(nlp: Language, name: str, published: str | None, ontology: str | None) -> Component:
    """A component that gives `doc._.statements`, and with it `doc._.dragoman`, the whole reading."""
    return _component(published, ontology)


@Language.factory("dragoman_events", default_config={"published": None, "ontology": None}, assigns=["doc._.events"])
def make_events(nlp: Language, name: str, published: str | None, ontology: str | None) -> Component:
    """A component that gives `doc._.events` and `doc._.commitments`, and with them `doc._.dragoman`."""
    return _component(published, ontology)


def pack_reading(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """A reading inside the bytes of a `Doc`, as `DocBin`, `Doc.to_bytes` and `nlp.pipe(n_process=2)` ask for them."""
    if isinstance(value, Reading):
        return {PACKED: to_json(value)}
    return value if chain is None else chain(value)


def unpack_reading(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """The reading again."""
    if isinstance(value, dict) and PACKED in value:
        return from_dict(json.loads(value[PACKED]))
    return value if chain is None else chain(value)


srsly.msgpack_encoders.register("dragoman", func=pack_reading)
srsly.msgpack_decoders.register("dragoman", func=unpack_reading)


def _component(published: str | None, ontology: str | None) -> Component:
    day = _day(published)
    _set_extensions()

    def read(doc: Doc) -> Doc:
        if doc._.dragoman is None:
            doc._.dragoman = _reading(doc, day, ontology)
        return doc

    return read


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        raise SourceError(f"published = {published!r} is not a day; write it as 2024-06-25", code="D120") from None


def _set_extensions() -> None:
    if not Doc.has_extension("dragoman"):
        Doc.set_extension("dragoman", default=None)
        for field in FIELDS:
            Doc.set_extension(field, getter=_getter(field))


def _getter(field: str) -> Callable[[Doc], object]:
    return lambda doc: getattr(doc._.dragoman, field) if doc._.dragoman is not None else ()


def _reading(doc: Doc, published: date | None, ontology: str | None) -> Reading:
    missing = [annotation for annotation in NEEDED if not doc.has_annotation(annotation)]
    if missing and len(doc):
        raise LanguageError(
            f"the pipeline gives no {', '.join(missing)}; put the Dragoman component behind a tagger, a parser and "
            "a lemmatiser",
            code="D302",
        )
    reader = _reader(ontology)
    return reader.read_parsed(Document.plain(doc.text, published=published), reader.parser.parsed_of(doc))


@cache
def _reader(ontology: str | None) -> Reader:
    """The libraries are read once for each ontology; its own language model is never loaded."""
    return Reader(ontology=ontology)
