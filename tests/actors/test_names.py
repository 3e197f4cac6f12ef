"""Names and role nouns of the library in a text: one pass, whole words, the longest, capitals where they tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.library import Library
from dragoman.actors.names import NameFinder, fold, plural_of

FINDER = NameFinder.of(Library.shipped())


def found(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in FINDER.find(text)]


def kinds(text: str) -> dict[str, set[str]]:
    return {text[hit.start : hit.end]: {sense.kind for sense in hit.senses} for hit in FINDER.find(text)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("South Korea warned North Korea.", ["South Korea", "North Korea"]),
        ("Lukashenko’s aide left.", ["Lukashenko", "aide"]),
        ("Warships crossed the South China Sea.", ["Warships"]),
        ("A pro-Russian group left.", []),
        ("South America is divided.", []),
        ("The Russianism was noted.", []),
    ],
)
def test_the_longest_names_as_whole_words(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Moscow protested.", "Moscow", "metonym"),
        ("Russians voted.", "Russians", "demonym"),
        ("Hamas fired.", "Hamas", "group"),
        ("Reuters reported it.", "Reuters", "medium"),
        ("NATO met.", "NATO", "body"),
        ("Vladimir Putin left.", "Vladimir Putin", "person"),
        ("The Kremlin protested.", "Kremlin", "residence"),
    ],
)
def test_what_a_form_can_name(text: str, words: str, kind: str) -> None:
    assert kind in kinds(text)[words]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("They told us so.", "name"), ("They polish shoes.", "adjective"), ("They turkey-walked.", "name")],
)
def test_capitals_tell_a_name_from_a_word(text: str, kind: str) -> None:
    assert all(kind not in senses for senses in kinds(text).values())


def test_role_nouns_know_number_and_sector() -> None:
    (hit,) = FINDER.find("the foreign ministers")
    assert hit.title is not None
    assert (hit.title.words, hit.title.plural, hit.title.sector) == ("foreign minister", True, "GOV")
    (hit,) = FINDER.find("the defence force")
    assert hit.title is not None
    assert (hit.title.group, hit.title.sector) == (True, "MIL")


@pytest.mark.parametrize(
    ("singular", "plural"),
    [("ministry", "ministries"), ("chief of staff", "chiefs of staff"), ("coach", "coaches"), ("envoy", "envoys"),
     ("spokesman", "spokesmen")],
)  # fmt: skip
def test_regular_plurals(singular: str, plural: str) -> None:
    assert plural_of(singular) == plural


@given(st.text(max_size=60))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text) + 1
    for hit in FINDER.find(text):
        assert 0 <= hit.start < hit.end <= len(text)
