"""Where a clause's own words say that it happens: never a place of an unrelated clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.language import Parsed
from dragoman.places.attach import dateline_of, place_of
from dragoman.records import PlaceMention

Find = Callable[[str], tuple[Parsed, tuple[PlaceMention, ...]]]


def place_of_lemma(find: Find, text: str, lemma: str) -> str | None:
    parsed, found = find(text)
    clause = next(clause for clause in parsed.clauses if clause.lemma == lemma)
    place = place_of(parsed, found, clause)
    return place.mention.words if place else None


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The two ministers met in Geneva.", "meet", "Geneva"),
        ("The envoys said in Doha that the army had shelled Rafah.", "say", "Doha"),
        ("The envoys said in Doha that the army had shelled Rafah.", "shell", "Rafah"),
        ("Protesters marched in Tbilisi after police had fired tear gas.", "fire", None),
        ("The minister flew from Geneva to Doha.", "fly", "Doha"),
        ("The two leaders agreed to hold a summit in Istanbul.", "summit", "Istanbul"),
        ("The two leaders agreed to hold a summit in Istanbul.", "agree", None),
        ("Drones struck Odesa, killing three.", "kill", "Odesa"),
        ("The attack on Kharkiv killed three people.", "attack", "Kharkiv"),
        ("Rebels seized the town of Bunagana on Monday.", "seize", "Bunagana"),
        ("Troops were sent to Russia's Kursk region.", "send", "Kursk region"),
        ("A joint drill was held near Jeju.", "hold", "Jeju"),
        ("Three soldiers were wounded when rebels ambushed a patrol near Bor.", "wound", "Bor"),
        ("He thanked the contributors, in particular Rwanda, India and Nepal.", "thank", None),
        ("He was arrested on Snake Island.", "arrest", "Snake Island"),
    ],
)
def test_place_of_a_clause(places: Find, text: str, lemma: str, expected: str | None) -> None:
    assert place_of_lemma(places, text, lemma) == expected


def test_a_dateline_is_for_the_lead_alone(places: Find) -> None:
    _, found = places("SEOUL, June 25 (Yonhap) -- The ministry summoned the envoy, who had arrived from Geneva.")
    place = dateline_of(found)
    assert place is not None
    assert (place.mention.words, place.country) == ("SEOUL", "KOR")
    assert dateline_of(found[1:]) is None
