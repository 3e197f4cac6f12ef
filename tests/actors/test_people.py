"""Which names are one person, and whether the library knows them on that day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.actors.describe import Scene
from dragoman.actors.people import Person, find_persons

MakeScene = Callable[[str], Scene]


def persons(scene: MakeScene, text: str, country: str | None = None) -> dict[str, Person]:
    return {person.name: person for person in find_persons(scene(text), country)}


def test_all_forms_of_a_name_are_one_person(scene: MakeScene) -> None:
    text = "Sergei Lavrov left. Mr Lavrov had met the envoy. Lavrov said no more."
    (person,) = persons(scene, text).values()
    assert (person.name, len(person.runs), person.gender) == ("Sergei Lavrov", 3, "m")
    assert (person.actor.code, person.rule) == ("RUSGOV", "name in the library")


def test_another_first_name_is_another_person(scene: MakeScene) -> None:
    found = persons(scene, "Sergei Lavrov left. Australian farmer Peter Lavrov stayed.")
    assert found["Sergei Lavrov"].actor.code == "RUSGOV"
    assert found["Peter Lavrov"].actor.country == "AUS"
    assert found["Peter Lavrov"].actor.id.startswith("doc:")


def test_a_surname_follows_the_gender_of_its_honorific(scene: MakeScene) -> None:
    found = persons(scene, "Kari Nordmann and Ola Nordmann left. Mrs Kari Nordmann spoke. Mr Ola Nordmann wrote.")
    assert {name: person.gender for name, person in found.items()} == {"Kari Nordmann": "f", "Ola Nordmann": "m"}


@pytest.mark.parametrize(
    ("text", "name", "code", "rule"),
    [
        ("Biden left.", "Biden", "USAGOV", "surname of an office holder of the day"),
        ("Lavrov met reporters.", "Lavrov", "RUSGOV", "surname of an office holder of the day"),
        ("Norwegian Fisheries Minister Kari Nordmann left.", "Kari Nordmann", "NORGOV", "title"),
        ("Norwegian Kari Nordmann left.", "Kari Nordmann", "NORCVL", "nationality"),
        ("Kari Nordmann left.", "Kari Nordmann", None, "unknown person"),
    ],
)
def test_who_somebody_is(scene: MakeScene, text: str, name: str, code: str | None, rule: str) -> None:
    person = persons(scene, text)[name]
    assert (person.actor.code, person.rule) == (code, rule)


def test_a_title_without_a_country_is_of_the_country_in_play(scene: MakeScene) -> None:
    text = "Norway protested. Norway left the talks. Norway stayed away. Fisheries Minister Kari Nordmann left."
    assert persons(scene, text, "NOR")["Kari Nordmann"].actor.code == "NORGOV"
    assert persons(scene, text)["Kari Nordmann"].actor.code is None


@pytest.mark.parametrize(
    "text",
    ["Boats met near the Thomas Shoal.", "Refugees reached Lampedusa on Monday, and fled to Lampedusa again.",
     "NATO met.", "Germany protested.", "Rebels captured Goma.", "Inspectors visited the Zaporizhzhia plant."],
)  # fmt: skip
def test_no_person(scene: MakeScene, text: str) -> None:
    assert persons(scene, text) == {}


def test_a_surname_that_the_tagger_takes_for_a_plural(scene: MakeScene) -> None:
    (person,) = persons(scene, "Khawaja Asif spoke. Asif later told reporters more.").values()
    assert len(person.runs) == 2


def test_a_participle_that_opens_a_sentence_is_no_first_name(scene: MakeScene) -> None:
    found = persons(scene, "Sergei Lavrov left. Echoing Lavrov's views, the envoy stayed.")
    assert list(found) == ["Sergei Lavrov"]


def test_a_surname_that_is_a_people_makes_nobody_of_that_country(scene: MakeScene) -> None:
    (person,) = persons(scene, "The army won, spokesman Lambert Mende said.").values()
    assert person.actor.country is None
