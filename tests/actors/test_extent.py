"""How much the library of actors covers, in counts: what the reference (docs/reference/actors.md) promises."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from tools.count_actors import PAGE, with_counts

from dragoman.actors.library import Library
from dragoman.actors.schema import Agent, Body, Group, Holder, Kind, Medium, Office, Organisation, State
from dragoman.data_files import Row

LIBRARY = Library.shipped()
G20 = [
    "ARG",
    "AUS",
    "BRA",
    "CAN",
    "CHN",
    "FRA",
    "DEU",
    "IND",
    "IDN",
    "ITA",
    "JPN",
    "KOR",
    "MEX",
    "RUS",
    "SAU",
    "ZAF",
    "TUR",
    "GBR",
    "USA",
]
GREAT_POWERS = ["USA", "RUS", "CHN", "GBR", "FRA"]
SOVEREIGN = [state.id for state in LIBRARY.states if not state.sovereign and not state.until]
#: states that news writes of by the names of others, or that no single person heads
HEADLESS = {"ESH", "SMR"}


def test_armed_groups_and_rebel_movements() -> None:
    armed = [group for group in LIBRARY.groups if group.sector in ("REB", "CRM", "MIL")]
    assert len(armed) >= 200


def test_media_with_country() -> None:
    kinds = Counter(medium.kind for medium in LIBRARY.media if medium.country)
    assert kinds.total() >= 250
    assert kinds["agency"] >= 100
    assert kinds["state"] >= 30
    assert len({medium.country for medium in LIBRARY.media}) >= 100


@pytest.mark.parametrize(
    ("sector", "least"), [("PTY", 250), ("OPP", 15), ("NGO", 100), ("REL", 35), ("LAB", 15), ("BUS", 100), ("EDU", 40)]
)
def test_organisations_by_sector(sector: str, least: int) -> None:
    assert sum(organisation.sector == sector for organisation in LIBRARY.organisations) >= least


@pytest.mark.parametrize("country", sorted(set(G20) - {"SAU", "CHN", "RUS"}))
def test_big_countries_have_parties(country: str) -> None:
    parties = [row for row in LIBRARY.organisations if row.country == country and row.sector in ("PTY", "OPP")]
    assert len(parties) >= 3


def test_services_and_police() -> None:
    serving = [
        state.id
        for state in LIBRARY.states
        if any(residence.sector in ("SPY", "COP") for residence in state.residences)
    ]
    assert len(serving) >= 80


@pytest.mark.parametrize("country", sorted(set(SOVEREIGN) - HEADLESS))
def test_every_state_has_a_head_for_each_year_of_this_century(country: str) -> None:
    kinds = ("leader", "head_of_state", "head_of_government")
    known = [
        year
        for year in range(2001, 2026)
        if any(LIBRARY.office_holder(country, kind, date(year, 7, 1)).tenures for kind in kinds)
    ]
    assert len(known) >= 14 if country in ("SSD", "XKX", "MNE", "TLS", "HTI") else len(known) >= 23


@pytest.mark.parametrize("kind", ["foreign_minister", "defence_minister", "finance_minister", "military_chief"])
@pytest.mark.parametrize("country", G20)
def test_ministers_of_the_g20(country: str, kind: str) -> None:
    if kind == "military_chief" and country in ("ARG", "BRA", "MEX", "ZAF", "SAU", "CHN", "USA", "RUS", "AUS"):
        pytest.skip("the title is another's there, or not listed")
    assert any(office.country == country and kind in office.kinds for office in LIBRARY.offices)


@pytest.mark.parametrize("kind", ["foreign_minister", "defence_minister"])
@pytest.mark.parametrize("country", G20)
def test_ministers_of_the_g20_year_by_year(country: str, kind: str) -> None:
    years = range(2010, 2026)
    assert [year for year in years if not LIBRARY.office_holder(country, kind, date(year, 7, 1)).tenures] == []


COUNCIL = [
    "AGO", "ALB", "ARG", "AUS", "AUT", "AZE", "BEL", "BHR", "BIH", "BOL", "BRA", "CHE", "CHL", "CHN", "CIV", "COD",
    "COL", "DEU", "DNK", "DOM", "DZA", "ECU", "EGY", "ESP", "EST", "ETH", "FRA", "GAB", "GBR", "GHA", "GNQ", "GRC",
    "GTM", "GUY", "IDN", "IND", "IRL", "ITA", "JOR", "JPN", "KAZ", "KEN", "KOR", "KWT", "LBN", "LBR", "LTU", "LUX",
    "LVA", "MAR", "MEX", "MLT", "MOZ", "MYS", "NER", "NGA", "NLD", "NOR", "NZL", "PAK", "PAN", "PER", "POL", "PRT",
    "RUS", "RWA", "SEN", "SLE", "SOM", "SVN", "SWE", "TCD", "TGO", "TUN", "TUR", "UGA", "UKR", "URY", "USA", "VCT",
    "VEN", "VNM", "ZAF", "ARE",
]  # fmt: skip
"""Who sat in the Security Council in any year from 2010 to 2026."""


@pytest.mark.parametrize("country", COUNCIL)
def test_foreign_ministers_of_the_security_council(country: str) -> None:
    assert any(office.country == country and "foreign_minister" in office.kinds for office in LIBRARY.offices)


@pytest.mark.parametrize("country", GREAT_POWERS)
@pytest.mark.parametrize("kind", ["spokesperson", "ambassador_un", "intelligence_chief"])
def test_voices_of_the_great_powers(country: str, kind: str) -> None:
    assert any(office.country == country and kind in office.kinds for office in LIBRARY.offices)


def test_offices_and_persons() -> None:
    assert len(LIBRARY.offices) >= 1000
    assert len(LIBRARY.persons) >= 4500
    assert sum(office.body is not None for office in LIBRARY.offices) >= 35


def test_the_reference_counts_what_there_is_today() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert with_counts(page, LIBRARY) == page, "run python -m tools.count_actors"


@pytest.mark.parametrize("schema", [State, Body, Group, Medium, Organisation, Agent, Kind, Office, Holder], ids=str)
def test_the_reference_names_every_field(schema: type[Row]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    fields = [field.alias or name for name, field in schema.model_fields.items()]
    assert [name for name in fields if f"`{name}`" not in page] == []
