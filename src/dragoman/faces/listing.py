"""Rows as a table, JSON or CSV: one shape for every command that lists."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from typing import Any, Literal

from rich.console import Console
from rich.table import Table

Format = Literal["table", "json", "csv"]


def print_rows(rows: Sequence[dict[str, Any]], columns: Sequence[str], *, form: Format, console: Console) -> None:
    """Print the rows: all columns as JSON or CSV, `columns` as a table."""
    if form == "json":
        json.dump(list(rows), sys.stdout, ensure_ascii=False, indent=1, default=str)
        sys.stdout.write("\n")
    elif form == "csv":
        writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]) if rows else list(columns))
        writer.writeheader()
        writer.writerows({key: flat(value) for key, value in row.items()} for row in rows)
    else:
        table = Table(*columns, box=None, header_style="bold", pad_edge=False)
        for row in rows:
            table.add_row(*(flat(row.get(column)) for column in columns))
        console.print(table if rows else "nothing found; see --help for the filters")


def flat(value: Any) -> str:
    """A value in one cell; lists are joined by semicolons."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(flat(part) for part in value)
    if isinstance(value, dict):
        return str(value["words"]) if "words" in value else json.dumps(value, ensure_ascii=False, default=str)
    return " ".join(str(value).split())
