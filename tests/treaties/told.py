"""Events of made-up news for the tests of what they may set off."""

from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.treaties import Occurrence, Party

DAY = date(2024, 6, 25)


def party(code: str) -> Party:
    """A state (`KOR`) or somebody of it (`KORMIL`)."""
    return Party(name=code, code=code, country=code[:3], sector=code[3:] or None)


def told(act: str, **more: Any) -> Occurrence:
    """`ASSAULT RUSMIL → EST` as told on a day, by a paper unless `tellers` say otherwise."""
    kind, sides = act.split(" ", 1)
    actors, recipients = (tuple(party(code) for code in side.split()) for side in sides.split("→"))
    values = {"id": act, "document": "d2", "day": DAY, "last_day": DAY, "words": act, "publisher": "The Daily", **more}
    return Occurrence(type=kind, actors=actors, recipients=recipients, **values)
