"""Score every gold set that is there and hold the floors.

    python -m tools.evaluate [--gold DIR] [--only NAME …]

Prints one table and writes it to build/eval.json. Exit status 1 where a figure is under its floor.
"""

from __future__ import annotations

import argparse
import json
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.reader import Reader
from tools.evaluate.sets import SETS, GoldSet, NotBuiltError

HERE = Path(__file__).parent
DEFAULT_GOLD = Path("../shared/gold")
OUT = Path("build/eval.json")
#: two runs on one machine give the same figures; the band is for other builds of the numeric libraries
NOISE = 0.002


def main() -> int:
    """Run the sets, print the table, write it, and say what is under its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=DEFAULT_GOLD, help="folder of gold sets (default: %(default)s)")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="only sets whose name contains NAME")
    options = parser.parse_args()
    if not options.gold.is_dir():
        parser.error(f"{options.gold} is not a folder; give the folder of gold sets with --gold")
    known = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    held = options.gold.resolve() == DEFAULT_GOLD.resolve()
    reader = Reader()
    reader.read_many([])
    rows: list[dict[str, Any]] = []
    for gold_set in SETS:
        wanted = not options.only or any(name in gold_set.name for name in options.only)
        if wanted and (options.gold / gold_set.file).exists():
            rows += _run(gold_set, options.gold, reader, known, held=held)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    under = [row for row in rows if row["floor"] is not None and row["figure"] < row["floor"] - NOISE]
    for row in under:
        print(f"UNDER ITS FLOOR: {row['set']} {row['metric']} is {row['figure']:.4f}, the floor is {row['floor']:.4f}")
    return bool(under)


def _run(
    gold_set: GoldSet, gold: Path, reader: Reader, known: dict[str, dict[str, float]], *, held: bool
) -> Iterator[dict[str, Any]]:
    start = time.perf_counter()
    try:
        records, figures = gold_set.answer((gold / gold_set.file).parent, reader)
    except NotBuiltError as reason:
        print(f"{gold_set.name:28} not built yet: {reason}")
        return
    seconds = round(time.perf_counter() - start, 1)
    for metric, figure in figures.items():
        key = f"{gold_set.name} {metric}"
        row = {
            "set": gold_set.name,
            "records": records,
            "metric": metric,
            "figure": round(figure, 4),
            "floor": known["floors"].get(key) if held else None,
            "anchor": known["anchors"].get(key),
            "seconds": seconds,
        }
        print(_line(row), flush=True)
        yield row


def _line(row: dict[str, Any]) -> str:
    floor, anchor = ("" if row[key] is None else f"{row[key]:.4f}" for key in ("floor", "anchor"))
    return (
        f"{row['set']:28} {row['records']:>6} {row['metric']:34} {row['figure']:>9.4f}"
        f"  floor {floor:>8}  anchor {anchor:>6}  {row['seconds']:>7.1f} s"
    )


if __name__ == "__main__":
    raise SystemExit(main())
