"""Dragoman's components in a pipeline of somebody else's."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from dragoman.errors import LanguageError, SourceError
from dragoman.language import Parser
from dragoman.reader import read

TEXT = "Moscow warned Seoul on Monday. “Arms for Kyiv would be a mistake,” the foreign ministry said."


@pytest.fixture(scope="module")
def nlp(parser: Parser) -> Language:
    """An English pipeline with both components behind it."""
    pipeline = spacy.util.load_model_from_path(parser.pipeline.path)
    pipeline.add_pipe("dragoman_statements", config={"published": "2024-06-25"})
    pipeline.add_pipe("dragoman_events", config={"published": "2024-06-25"})
    return pipeline


def test_a_doc_has_what_the_reader_gives(nlp: Language) -> None:
    doc, reading = nlp(TEXT), read(TEXT, published="2024-06-25")
    assert doc._.statements == reading.statements
    assert doc._.events == reading.events
    assert doc._.dragoman.document.text == TEXT


def test_times_count_from_the_day_of_the_config(nlp: Language) -> None:
    (warning,) = [event for event in nlp(TEXT)._.events if event.type == "THREATEN"]
    assert warning.time is not None
    assert warning.time.value == "2024-06-24"


def test_a_doc_keeps_its_reading_in_bytes_and_from_other_processes(nlp: Language) -> None:
    doc = nlp(TEXT)
    kept = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin().from_bytes(kept).get_docs(nlp.vocab)
    assert again._.dragoman == doc._.dragoman
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.events == doc._.events


def test_both_components_share_one_reading(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc._.events is doc._.dragoman.events


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(SourceError, match="write it as 2024-06-25"):
        spacy.blank("en").add_pipe("dragoman_events", config={"published": "yesterday"})


def test_a_pipeline_without_a_parser_is_told_what_is_missing() -> None:
    blank = spacy.blank("en")
    blank.add_pipe("dragoman_events")
    with pytest.raises(LanguageError, match="tagger, a parser"):
        blank("Moscow warned Seoul.")


def test_an_empty_text_gives_nothing() -> None:
    blank = spacy.blank("en")
    blank.add_pipe("dragoman_statements")
    assert blank("")._.statements == ()
