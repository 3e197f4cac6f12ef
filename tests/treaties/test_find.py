from __future__ import annotations

import pytest

from dragoman.data_files import Entry
from dragoman.records import Document
from dragoman.treaties import check_treaties, find_treaties
from dragoman.treaties.library import read_treaties
from dragoman.treaties.schema import Treaty

NAMED = [entry for entry in read_treaties() if entry.row.names]


@pytest.mark.parametrize("entry", NAMED, ids=lambda entry: entry.row.id)
def test_every_example_names_its_treaty(entry: Entry[Treaty]) -> None:
    example = entry.row.example or ""
    (mention,) = find_treaties(Document.plain(example))
    assert mention.treaty == entry.row.id
    mention.mention.check(example)


def test_a_name_inside_a_word_is_none() -> None:
    assert find_treaties(Document.plain("The preUNCLOS rules and UNCLOSed waters.")) == ()


def test_the_data_file_is_sound() -> None:
    assert check_treaties() == ()
