"""Names that stand where a place stands, and which place of that name is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.language import Parsed
from dragoman.records import PlaceMention

Find = Callable[[str], tuple[Parsed, tuple[PlaceMention, ...]]]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The minister flew to Goma.", "Goma", "COD"),
        ("Soldiers were sent to Pokrovsk.", "Pokrovsk", "UKR"),
        ("Some 8,000 men have been sent to Russia's Kursk region.", "Kursk region", "RUS"),
        ("The garrison on Snake Island was relieved.", "Snake Island", "UKR"),
        ("Tension grew on the Korean Peninsula.", "Korean Peninsula", None),
        ("Ships collided in the South China Sea.", "South China Sea", None),
        ("Warships sailed through the North Sea.", "North Sea", None),
        ("The crossing at Raja-Jooseppi will stay shut.", "Raja-Jooseppi", "FIN"),
        ("Reporters gathered on the island of Palawan.", "Palawan", "PHL"),
        ("Aid convoys waited at the crossings into the Gaza Strip.", "Gaza Strip", "PSE"),
        ("The city of Bukavu fell.", "Bukavu", "COD"),
        ("The Istanbul talks failed.", "Istanbul", "TUR"),
        ("Drones struck Odesa before dawn.", "Odesa", "UKR"),
        ("The army withdrew from Kherson.", "Kherson", "UKR"),
        ("A bomb went off in Paris, Texas.", "Paris", "USA"),
        ("Troops landed in Ukraine.", "Ukraine", "UKR"),
        ("SEOUL, June 25 (Yonhap) -- The ministry protested.", "SEOUL", "KOR"),
        ("Nairobi: The court sat late.", "Nairobi", "KEN"),
        ("Reuters KHARTOUM (Reuters) -- The court sat late on Monday.", "KHARTOUM", "SDN"),
        ("PORT-AU-PRINCE, Haiti -- The court sat late on Monday.", "PORT-AU-PRINCE", "HTI"),
        ("Near Tal Afar, one strike destroyed a factory.", "Tal Afar", "IRQ"),
    ],
)
def test_a_place(places: Find, text: str, words: str, country: str | None) -> None:
    _, found = places(text)
    assert (words, country) in {(place.mention.words, place.country) for place in found}


@pytest.mark.parametrize(
    "text",
    [
        "Moscow warned of consequences.",
        "Denmark sent arms to Kyiv.",
        "The pact is not directed at Seoul.",
        "He has confidence in Israel.",
        "The University of Nairobi closed.",
        "Abraham Lincoln spoke first.",
        "Workers felt nice.",
        "The North protested.",
        "Lake Victoria University closed.",
        "Officials in Lebanon County resigned.",
        "Residents of Cuba Street complained.",
    ],
)
def test_no_place(places: Find, text: str) -> None:
    _, found = places(text)
    assert [place.mention.words for place in found] == []


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("A bomb went off in Tripoli, Lebanon.", "Tripoli", "in; beside its country"),
        ("Lebanon protested. A bomb went off in Tripoli.", "Tripoli", "in; in a country of the article"),
        ("A bomb went off in Tripoli.", "Tripoli", "in; the largest of that name"),
        ("Soldiers were sent to Pokrovsk.", "Pokrovsk", "send to; the largest of that name"),
    ],
)
def test_the_rule_says_position_and_choice(places: Find, text: str, words: str, rule: str) -> None:
    _, found = places(text)
    assert {place.mention.words: place.rule for place in found}[words] == rule


def test_every_mention_slices_the_text_in_order(places: Find) -> None:
    text = "Envoys flew from Geneva to Doha, then met in Istanbul, Turkey, and off Crimea in the Black Sea."
    _, found = places(text)
    starts = [place.mention.start for place in found]
    assert starts == sorted(starts)
    assert all(text[place.mention.start : place.mention.end] == place.mention.words for place in found)
    assert {"Geneva", "Doha", "Istanbul", "Black Sea"} <= {place.mention.words for place in found}
