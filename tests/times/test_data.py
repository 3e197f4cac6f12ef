"""Every entry of the time files is shown by its example."""

from __future__ import annotations

import pytest

from dragoman.data_files import read_rows
from dragoman.language.model import Parsed
from dragoman.records import Document
from dragoman.times import find_times, grammar
from dragoman.times.schema import RuleRow, WordRow
from dragoman.times.vocabulary import DATA, WORD_TABLES

RULES = [entry.row for entry in read_rows(DATA / "rules.toml", "rule", RuleRow)]
WORDS = [entry.row for kind, table in WORD_TABLES.items() for entry in read_rows(DATA / "words.toml", kind, table)]


def bare(text: str) -> Parsed:
    return Parsed(text=text, words=(), sentences=(), quotations=(), phrases=(), clauses=())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_gives_what_it_expects(rule: RuleRow, parse) -> None:  # type: ignore[no-untyped-def]
    document = Document.plain(rule.example, published=rule.published)
    found = find_times(document, parse(rule.example))
    assert tuple((time.mention.words, time.value) for time in found) == rule.expect
    assert rule.name in {time.rule for time in found}


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row.words[0])
def test_the_example_of_a_word_holds_a_time_with_it(row: WordRow) -> None:
    document = Document.plain(row.example, published=RULES[0].published)
    found = " ".join(time.mention.words.lower() for time in find_times(document, bare(row.example)))
    assert any(word.lower() in found for word in row.words)


def test_rules_have_names_of_their_own() -> None:
    names = [rule.row.name for rule in grammar.grammar().rules]
    assert len(names) == len(set(names))
