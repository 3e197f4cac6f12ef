"""Write `docs/reading.schema.json` from the records: `python tools/write_schema.py`."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.serial import schema

TARGET = Path(__file__).parents[1] / "docs" / "reading.schema.json"

if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(schema(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
