"""A corroboration in lines, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from dragoman.ask import Corroboration, Source

TITLES = {"says": "Who says it", "denies": "Who denies it", "leaves open": "Who leaves it open"}


def as_json(answer: Corroboration) -> str:
    """All fields; days as ISO 8601."""
    return json.dumps(asdict(answer), ensure_ascii=False, indent=1, default=str)


def as_text(answer: Corroboration) -> str:
    """What it is about, the count, the sources with their reports, and the wordings by day."""
    return "\n".join(_lines(answer))


def _lines(answer: Corroboration) -> Iterator[str]:
    yield f"{answer.type}: {', '.join(answer.parties) or 'somebody unnamed'} – “{_flat(answer.words)}”"
    yield (
        f"{_number(answer.says, 'independent source')} {'says' if answer.says == 1 else 'say'} it, {answer.denies} "
        f"{'denies' if answer.denies == 1 else 'deny'} it, {answer.leaves_open} "
        f"{'leaves' if answer.leaves_open == 1 else 'leave'} it open "
        f"({_number(answer.documents, 'article')}, {_number(answer.texts, 'text')})"
    )
    for stance, title in TITLES.items():
        sources = [source for source in answer.sources if source.stance == stance]
        if sources:
            yield f"\n{title.upper()}"
            for source in sources:
                yield from _source_lines(source)
    if len(answer.wordings) > 1:
        yield "\nHOW THE WORDING MOVED"
        for wording in answer.wordings:
            yield f"  {wording.day or 'undated'}  {wording.source}: “{_flat(wording.words)}”"
            moved = [f"+ {', '.join(wording.came)}"] * bool(wording.came)
            moved += [f"− {', '.join(wording.went)}"] * bool(wording.went)
            if moved:
                yield f"              {'   '.join(moved)}"


def _source_lines(source: Source) -> Iterator[str]:
    code = f" ({source.code})" if source.code else ""
    party = ", a party to it" if source.party else ""
    through = f", through {', '.join(source.outlets)}" if source.outlets != (source.name,) else ""
    yield f"  {source.name}{code}{party}{through}"
    for report in source.reports:
        again = " – a reprint" if report.reprint_of else ""
        yield f"    {report.day or 'undated'}  {report.id[:8]}  {' ← '.join(report.chain)}{again}"
        yield f"      “{_flat(report.words)}”"
        yield f"      because: {'; '.join(report.why)}"


def _flat(words: str) -> str:
    return " ".join(words.split())


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
