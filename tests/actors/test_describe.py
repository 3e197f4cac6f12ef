"""What a noun phrase says of its bearer: role, country, institution, rank, and whether it is past."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.actors.describe import Description, Scene

MakeScene = Callable[[str], Scene]


def described(scene: MakeScene, text: str, words: str) -> Description:
    found = scene(text)
    phrase = next(phrase for phrase in found.parsed.phrases if found.parsed.words_of(phrase, core=True) == words)
    return found.describe(phrase)


@pytest.mark.parametrize(
    ("text", "words", "title", "country", "sector"),
    [
        ("The Russian foreign minister left.", "The Russian foreign minister", "foreign minister", "RUS", "GOV"),
        ("The president of France left.", "The president", "president", "FRA", "GOV"),
        ("Police in Kenya fired.", "Police", "police", "KEN", "COP"),
        ("Shanghai police said so.", "Shanghai police", "police", "CHN", "COP"),
        ("The governor of Kherson left.", "The governor", "governor", "UKR", "GOV"),
        ("A Pentagon official said so.", "A Pentagon official", "official", "USA", "MIL"),
        ("The embassy in Beijing closed.", "The embassy", "embassy", None, "GOV"),
        ("A former Japanese prime minister left.", "A former Japanese prime minister", "prime minister", "JPN", "ELI"),
        ("Catalan lawmakers left.", "Catalan lawmakers", "lawmaker", "ESP", "LEG"),
        ("A Nimitz-class aircraft carrier left.", "A Nimitz-class aircraft carrier", "aircraft carrier", "USA", "MIL"),
        ("Mumbai police said so.", "Mumbai police", "police", "IND", "COP"),
        ("The University of Dodoma closed.", "The University", "university", "TZA", "EDU"),
        ("School teachers in Kenya left.", "School teachers", "school teacher", "KEN", "EDU"),
        ("A Greek-owned airline left.", "A Greek-owned airline", "airline", "GRC", "BUS"),
        ("A Hezbollah lawmaker left.", "A Hezbollah lawmaker", "lawmaker", "LBN", "LEG"),
        ("Acehnese officials left.", "Acehnese officials", "official", "IDN", "GOV"),
        ("A police convoy left.", "A police convoy", "convoy", None, "COP"),
        ("The Hamas-run health ministry spoke.", "The Hamas-run health ministry", "health ministry", "PSE", "GOV"),
        ("NATO moved its soldiers in Mali.", "its soldiers", "soldier", None, "MIL"),
        ("US-led forces struck the town.", "US-led forces", "forces", None, "MIL"),
    ],
)
def test_role_country_and_sector(
    scene: MakeScene, text: str, words: str, title: str, country: str | None, sector: str
) -> None:
    said = described(scene, text, words)
    assert said.title is not None
    assert (said.title.words, said.country, said.sector) == (title, country, sector)


def test_rank_and_institution(scene: MakeScene) -> None:
    said = described(scene, "The Norwegian deputy monuments minister left.", "The Norwegian deputy monuments minister")
    assert (said.rank, said.title_words) == (True, "deputy minister")
    said = described(scene, "A NATO spokesman declined to comment.", "A NATO spokesman")
    assert said.institution is not None
    assert said.institution.code == "IGONAT"


def test_a_thing_says_nothing(scene: MakeScene) -> None:
    assert described(scene, "The treaty lapsed.", "The treaty") == Description()


@pytest.mark.parametrize(
    ("text", "words", "joined"),
    [
        ("Russian and Chinese warships sailed.", "Russian and Chinese warships", ("RUS", "CHN")),
        ("Chinese warships sailed.", "Chinese warships", ()),
    ],
)
def test_nationalities_joined(scene: MakeScene, text: str, words: str, joined: tuple[str, ...]) -> None:
    found = scene(text)
    phrase = next(phrase for phrase in found.parsed.phrases if found.parsed.words_of(phrase, core=True) == words)
    assert found.countries_joined(phrase) == joined


def test_a_state_tied_to_a_participle_owns_nothing(scene: MakeScene) -> None:
    found = scene("Iran-backed militias left. Iranian militias stayed.")
    hits = list(dict.fromkeys(found.hits.values()))
    linked = {found.parsed.text[hit.start : hit.end]: found.is_linked(hit) for hit in hits}
    assert linked["Iran"] is True
    assert linked["Iranian"] is False


def test_a_part_of_a_country_does_not_have_its_offices(scene: MakeScene) -> None:
    assert described(scene, "The Sicilian leader left.", "The Sicilian leader").partial
    assert not described(scene, "The Italian leader left.", "The Italian leader").partial


@pytest.mark.parametrize("body", ["European Council", "European Commission"])
def test_a_body_that_a_title_ends_with_is_whose_role_it_is(scene: MakeScene, body: str) -> None:
    said = described(scene, f"The president of the {body} left.", "The president")
    assert said.institution is not None
    assert said.institution.code == "IGOEEC"


def test_rebels_of_a_name_that_an_army_has_too_are_the_groups(scene: MakeScene) -> None:
    said = described(scene, "The ADF rebels left.", "The ADF rebels")
    assert (said.country, said.sector) == ("COD", "REB")


@pytest.mark.parametrize(
    ("words", "country", "sector"),
    [
        ("The Warsaw police station", "POL", "COP"),
        ("Panama's immigration inspectors", "PAN", "COP"),
        ("A partially recognised state", None, "REB"),
    ],
)
def test_bodies_of_the_police_and_states_that_few_recognise(
    scene: MakeScene, words: str, country: str | None, sector: str
) -> None:
    said = described(scene, f"{words} closed.", words)
    assert (said.country, said.sector) == (country, sector)
