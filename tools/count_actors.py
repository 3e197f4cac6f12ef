"""Write what the library of actors holds, in figures, into docs/reference/actors.md.

    python -m tools.count_actors [--check]

The table between the two marks is made anew; `--check` only compares, with exit status 1 where it is no longer true.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from dragoman.actors import Library

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "actors.md"
BEGIN, END = "<!-- counts -->\n", "<!-- end of counts -->"
ARMED = ("REB", "CRM", "MIL")
SERVICES = ("SPY", "COP")


def figures(library: Library) -> dict[str, int]:
    """What is counted, by the words of the table."""
    services = [residence for state in library.states for residence in state.residences if residence.sector in SERVICES]
    return {
        "states and territories": len(library.states),
        "of them sovereign today": sum(not state.sovereign and not state.until for state in library.states),
        "spy and police services": len(services),
        "intergovernmental bodies and their organs": len(library.bodies),
        "armed groups, rebels, cartels": sum(group.sector in ARMED for group in library.groups),
        "media with their country": sum(medium.country is not None for medium in library.media),
        "countries of these media": len({medium.country for medium in library.media}),
        "parties": sum(row.sector in ("PTY", "OPP") for row in library.organisations),
        "non-governmental organisations": sum(row.sector == "NGO" for row in library.organisations),
        "churches and other religious bodies": sum(row.sector == "REL" for row in library.organisations),
        "companies": sum(row.sector == "BUS" for row in library.organisations),
        "offices": len(library.offices),
        "of them in bodies": sum(office.body is not None for office in library.offices),
        "terms of office": sum(len(office.holder) for office in library.offices),
        "persons": len(library.persons),
        "forms of names": sum(1 for _ in library.names()),
    }


def table(library: Library) -> str:
    """The figures as a table in Markdown."""
    rows = "".join(f"| {what} | {number:,} |\n" for what, number in figures(library).items())
    return "| | |\n|---|---:|\n" + rows


def with_counts(page: str, library: Library) -> str:
    """The page with the table of today between its marks."""
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return head + BEGIN + table(library) + END + tail


def main() -> None:
    """Rewrite the page, or say that it is no longer true."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only compare")
    options = parser.parse_args()
    old = PAGE.read_text(encoding="utf-8")
    new = with_counts(old, Library.shipped())
    if options.check:
        raise SystemExit(0 if old == new else f"{PAGE.name} counts otherwise; run python -m tools.count_actors")
    PAGE.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
