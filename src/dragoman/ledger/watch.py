"""From the ledger's rows to what is reasoned over: events as occurrences, commitments as they stand; and back to rows.

The reasoning itself is in `dragoman.treaties` and `dragoman.commitments`, and knows no tables.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from dragoman.commitments import Change, Standing
from dragoman.treaties import Candidate, Occurrence, Party
from dragoman.treaties.patterns import parties_in

Row = dict[str, Any]
_NAMES = {record: frozenset(field.name for field in fields(record)) for record in (Occurrence, Standing)}


def occurrence_of(row: Row) -> Occurrence:
    """The event of a row of `sql/occurrences.sql`."""
    values = {key: value for key, value in row.items() if key in _NAMES[Occurrence]}
    tellers = _parties(row["tellers"])
    if row["statement"] is not None and not tellers:
        tellers = (Party(name=row["source"] or "somebody unnamed"),)
    sides = {"actors": _parties(row["actors"]), "recipients": _parties(row["recipients"]), "tellers": tellers}
    return Occurrence(**{**values, **sides, "contexts": tuple(row["contexts"])})


def standing_of(row: Row) -> Standing:
    """The commitment of a row of `sql/standing.sql`."""
    values = {key: value for key, value in row.items() if key in _NAMES[Standing]}
    sides = {role: _parties(row[role]) for role in ("bearers", "beneficiaries", "against")}
    patterns = {key: json.loads(row[key]) if row[key] else None for key in ("action", "trigger")}
    return Standing(**{**values, **sides, **patterns})


def _parties(rows: list[Row]) -> tuple[Party, ...]:
    return tuple(Party(**row) for row in rows)


def countries_of(commitments: Iterable[Standing]) -> list[str]:
    """Whoever can do anything to the commitments: their parties and those that their patterns name."""
    found: set[str] = set()
    for one in commitments:
        found |= {str(who.country or who.code) for who in (*one.bearers, *one.beneficiaries, *one.against) if who.code}
        for pattern in (one.action, one.trigger):
            found |= {code for name in parties_in(pattern or {}) for code in (name, name[:3])}
    return sorted(found)


def candidate_row(candidate: Candidate) -> Row:
    """The candidate as one dictionary: flat but for its evidence, one dictionary an event."""
    return {
        "day": candidate.day,
        "what": f"{candidate.evidence[0].type}: {candidate.attacker} → {candidate.victim}",
        "source": candidate.source,
        "key": candidate.key,
        "article": candidate.article,
        "kind": candidate.kind,
        "strength": candidate.strength,
        "bearers": list(candidate.bearers),
        "beneficiaries": list(candidate.beneficiaries),
        "actor": candidate.attacker,
        "recipient": candidate.victim,
        "action": candidate.action,
        "waits_for": candidate.waits_for,
        "label": candidate.label,
        "words": [told.words for told in candidate.evidence],
        "gaps": list(candidate.gaps),
        "evidence": [_evidence(told) for told in candidate.evidence],
    }


def _evidence(told: Occurrence) -> Row:
    return {
        "event": told.id,
        "document": told.document,
        "status": told.status,
        "source": told.source,
        "words": told.words,
        "publisher": told.publisher,
        "title": told.title,
    }


def change_row(change: Change) -> Row:
    """The change as one dictionary."""
    return {field.name: getattr(change, field.name) for field in fields(change)}
