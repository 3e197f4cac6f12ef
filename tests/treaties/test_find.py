from __future__ import annotations

import pytest

from dragoman.data_files import Entry
from dragoman.records import Document
from dragoman.treaties import check_treaties, find_treaties
from dragoman.treaties.library import Treaty, read_treaties


@pytest.mark.parametrize("entry", read_treaties(), ids=lambda entry: entry.row.id)
def test_every_example_names_its_treaty(entry: Entry[Treaty]) -> None:
    (mention,) = find_treaties(Document.plain(entry.row.example))
    assert mention.treaty == entry.row.id
    mention.mention.check(entry.row.example)


def test_a_name_inside_a_word_is_none() -> None:
    assert find_treaties(Document.plain("The preUNCLOS rules and UNCLOSed waters.")) == ()


def test_the_data_file_is_sound() -> None:
    assert check_treaties() == ()
