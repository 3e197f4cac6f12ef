"""From Readings to the ledger: a folder of Parquet with a SQLite catalog (DuckLake), and back.

    with Ledger.open("dragoman-ledger") as ledger:
        ledger.add([reading], run=Run.start(model="en_core_web_sm 3.8.0"))
        ledger.events(by="RUS", about="UKR", type="ASSAULT", since=date(2024, 6, 1))

Tables and columns: docs/reference/ledger.md.
"""

from __future__ import annotations

from dragoman.ledger.run import Added, Reject, Run
from dragoman.ledger.store import Ledger

__all__ = ["Added", "Ledger", "Reject", "Run"]
