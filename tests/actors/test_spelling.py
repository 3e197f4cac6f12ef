"""Names in other spellings find their person."""

from __future__ import annotations

import pytest

from dragoman.actors import Library
from dragoman.actors.spelling import persons_like


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.shipped()


@pytest.mark.parametrize(
    ("name", "country", "wanted"),
    [
        ("Nyussi", None, "Filipe Nyusi"),
        ("Kravtchuk", "UKR", "Leonid Kravchuk"),
        ("Nazarbaiev", None, "Nursultan Nazarbayev"),
        ("L. Walessa", "POL", "Lech Wałęsa"),
        ("Macron Emmanuel", None, "Emmanuel Macron"),
    ],
)
def test_the_nearest_comes_first(library: Library, name: str, country: str | None, wanted: str) -> None:
    person = persons_like(library, name, country=country)[0]
    assert library.tenures(person)[0].holder.name == wanted


@pytest.mark.parametrize("name", ["", "Xi", "de la", "Qwertyuiop"])
def test_what_tells_nobody_apart_finds_nobody(library: Library, name: str) -> None:
    assert persons_like(library, name) == ()


def test_the_country_admits_only_its_own(library: Library) -> None:
    found = persons_like(library, "Rajapakse", country="LKA")
    assert found
    assert persons_like(library, "Rajapakse", country="FRA") == ()
