"""Senses that a clause's words rule out are passed over: what is found must not change by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.actors import find_actors
from dragoman.events.lexicon import Lexicon
from dragoman.events.matching import Matcher
from dragoman.language import Parser
from dragoman.places import PLACES
from dragoman.records import Document
from dragoman.times import find_times

ARTICLES = sorted((Path(__file__).parents[1] / "gold" / "articles").glob("*/article.txt"))


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.parent.name)
def test_trying_every_sense_finds_the_same(file: Path, parser: Parser) -> None:
    document = Document.plain(file.read_text(encoding="utf-8"))
    parsed = parser.parse(document)
    cast = find_actors(document, parsed, find_times(document, parsed), places=PLACES)
    quick, thorough = (Matcher(parsed, cast, Lexicon.shipped(), keep_refusals=keep) for keep in (False, True))
    assert [quick.match(clause) for clause in parsed.clauses] == [thorough.match(clause) for clause in parsed.clauses]


def test_where_nothing_stands_only_what_needs_nothing_is_tried() -> None:
    lexicon = Lexicon.shipped()
    tried = list(lexicon.likely("verb", "give", lambda slot: frozenset()))
    assert len(tried) < len(lexicon.of_lemma("verb", "give")) / 2
    assert not any(any(sense.needs) for sense in tried)
