"""Raise the floors to what `make eval` measured last; none is ever lowered.

    python -m tools.evaluate.raise_floors [SET …]

Reads build/eval.json, rewrites the lines of floors.toml whose figure is higher (cut to three decimals), and adds
the figures of sets that have none yet. SET limits it to sets whose name contains it.
"""

from __future__ import annotations

import json
import math
import sys
import tomllib
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.toml"
MEASURED = Path("build/eval.json")
#: measured for comparison, not held
UNHELD = ("exact_by_the_other_reading", "f1_trafilatura", "furniture_lines_per_100_pages", "pages_with_repeats")


def raised(figures: dict[str, float], text: str) -> str:
    """The text of floors.toml with every floor that the figures are above, and the new ones at its end."""
    known = tomllib.loads(text)["floors"]
    lines = text.rstrip("\n").split("\n")
    for key, figure in figures.items():
        floor = math.floor(figure * 1000) / 1000
        line = f'"{key}" = {floor:g}'
        if key not in known:
            lines.append(line)
        elif floor > known[key]:
            at = max(number for number, old in enumerate(lines) if old.startswith(f'"{key}" ='))
            lines[at] = line
    return "\n".join(lines) + "\n"


def main() -> None:
    """Raise the floors of the sets named on the command line, of all without one."""
    rows = json.loads(MEASURED.read_text(encoding="utf-8"))
    figures = {
        f"{row['set']} {row['metric']}": row["figure"]
        for row in rows
        if row["metric"] not in UNHELD and (not sys.argv[1:] or any(name in row["set"] for name in sys.argv[1:]))
    }
    FLOORS.write_text(raised(figures, FLOORS.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
