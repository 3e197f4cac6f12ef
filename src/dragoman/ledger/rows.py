"""A Reading as the rows of the ledger's tables, and the reading back from its document's row."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date
from typing import Any

from dragoman.ledger.run import Run
from dragoman.records import ActorMention, Commitment, Event, Hop, Mention, Reading, Statement, TimeMention
from dragoman.serial import from_dict, to_dict

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def rows_of(reading: Reading, *, run: Run) -> Rows:
    """Every row that the reading gives, by the name of its table. Days are ISO 8601, for JSON."""
    data = to_dict(reading)
    rows: Rows = defaultdict(list)
    rows["documents"].append(_document_row(data, run))
    for table in ("actors", "times", "places", "treaties"):
        for ordinal, mention in enumerate(data[table]):
            rows[_MENTION_TABLES[table]].append({**_spanned(mention), "ordinal": ordinal})
    for ordinal, note in enumerate(data["notes"]):
        rows["notes"].append({**_spanned(note), "ordinal": ordinal})
    for statement in reading.statements:
        _add_statement(rows, statement)
    for event in reading.events:
        _add_event(rows, event)
    for commitment, written in zip(reading.commitments, data["commitments"], strict=True):
        _add_commitment(rows, commitment, written)
    for table in ("statements", "event_mentions", "commitments"):
        for ordinal, row in enumerate(rows[table]):
            row["ordinal"] = ordinal
    for table, found in rows.items():
        if table != "documents":
            for row in found:
                row["document"] = reading.document.id
    return dict(rows)


def reading_from(row: Row) -> Reading:
    """The reading of a row of `documents`; its text is stored once, beside the rest."""
    data = json.loads(zlib.decompress(b64decode(row["reading"])))
    data["document"]["text"] = row["text"]
    return from_dict(data)


_MENTION_TABLES = {
    "actors": "actor_mentions",
    "times": "time_mentions",
    "places": "place_mentions",
    "treaties": "treaty_mentions",
}


def _document_row(data: Row, run: Run) -> Row:
    document = data["document"]
    rest = {**data, "document": {key: value for key, value in document.items() if key != "text"}}
    return {
        **{key: value for key, value in document.items() if key not in ("blocks", "contributors")},
        "run": run.id,
        "fingerprint": run.fingerprint,
        "read_at": timestamp(run),
        "reading": b64encode(zlib.compress(_json(rest).encode())).decode(),
    }


def timestamp(run: Run) -> str:
    """When the run started, in UTC and without a zone, as the tables have it."""
    return run.started.astimezone(UTC).replace(tzinfo=None).isoformat()


def _spanned(record: Row) -> Row:
    """The record with the column names of the ledger: `end` is a word of SQL, `id` is an actor's."""
    renamed = {"start": "start_char", "end": "end_char", "id": "actor"}
    return {renamed.get(key, key): value for key, value in record.items()}


def _add_statement(rows: Rows, statement: Statement) -> None:
    rows["statements"].append(
        {
            **_plain(statement, "id speech_act form status parent denies in_title rule"),
            **_words_of(statement, "source cue basis in_response_to"),
            **_time(statement.time),
            "content": " … ".join(piece.words for piece in statement.content),
        }
    )
    roles = {"speaker": statement.speakers, "addressee": statement.addressees}
    _add_actors(rows, "statement", statement.id, roles)
    for ordinal, code in enumerate(statement.about):
        rows["statement_actors"].append(
            {"statement": statement.id, "role": "about", "ordinal": ordinal, "code": code, "name": code}
        )
    for ordinal, hop in enumerate(statement.chain):
        rows["hops"].append({"statement": statement.id, "ordinal": ordinal, **_hop(hop)})
    _add_passages(rows, statement, "source cue content basis in_response_to")


def _add_event(rows: Rows, event: Event) -> None:
    place = event.place
    rows["event_mentions"].append(
        {
            **_plain(event, "id type plover_type quad mode polarity modality tense status intensity confidence"),
            **_plain(event, "parent statement presupposed in_title rule"),
            **_words_of(event, "trigger extent"),
            **_time(event.time),
            **(_plain(place, "country admin1 latitude longitude") if place else {}),
            "place": place.name if place else None,
        }
    )
    _add_actors(rows, "event", event.id, {"actor": event.actors, "recipient": event.recipients})
    for ordinal, context in enumerate(event.contexts):
        rows["event_contexts"].append(
            {"event": event.id, "ordinal": ordinal, "name": context.name, **_span(context.mention)}
        )
    for ordinal, count in enumerate(event.counts):
        row = {"event": event.id, "ordinal": ordinal, **_plain(count, "kind number"), **_span(count.mention)}
        rows["event_counts"].append(row)
    _add_passages(rows, event, "trigger extent")


def _add_commitment(rows: Rows, commitment: Commitment, written: Row) -> None:
    deadline = commitment.deadline
    rows["commitments"].append(
        {
            **_plain(commitment, "id kind status instrument treaty mutual statement rule"),
            **_words_of(commitment, "cue extent condition"),
            "action": _json(written["action"]) if written["action"] else None,
            "trigger": _json(written["trigger"]) if written["trigger"] else None,
            "deadline_value": deadline.value if deadline else None,
            "deadline_day": _iso(deadline.last_day) if deadline else None,
        }
    )
    roles = {"bearer": commitment.bearers, "beneficiary": commitment.beneficiaries, "against": commitment.against}
    _add_actors(rows, "commitment", commitment.id, roles)
    _add_passages(rows, commitment, "cue extent manner condition")


def _add_actors(rows: Rows, kind: str, record: str, roles: dict[str, tuple[ActorMention, ...]]) -> None:
    for role, mentions in roles.items():
        for ordinal, mention in enumerate(mentions):
            rows[f"{kind}_actors"].append({kind: record, "role": role, "ordinal": ordinal, **_who(mention)})


def _add_passages(rows: Rows, record: Statement | Event | Commitment, roles: str) -> None:
    for role in roles.split():
        for ordinal, mention in enumerate(_several(getattr(record, role))):
            rows["passages"].append({"record": record.id, "role": role, "ordinal": ordinal, **_span(mention)})


def _several(value: Mention | tuple[Mention, ...] | None) -> Iterable[Mention]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _who(mention: ActorMention) -> Row:
    actor = mention.actor
    known = {"actor": actor.id, **_plain(actor, "code country sector label office")} if actor else {}
    return {"name": mention.name, **_span(mention.mention), **known}


def _hop(hop: Hop) -> Row:
    page = {"name": hop.publisher, "code": hop.publisher_code}
    cue, time = hop.cue, hop.time
    return {
        **(_who(hop.actor) if hop.actor else page),
        "kind": hop.kind,
        "cue": cue.words if cue else None,
        "time_value": time.value if time else None,
    }


def _span(mention: Mention) -> Row:
    return {"words": mention.words, "start_char": mention.start, "end_char": mention.end}


def _plain(record: object, names: str) -> Row:
    return {name: getattr(record, name) for name in names.split()}


def _words_of(record: object, names: str) -> Row:
    mentions = {name: getattr(record, name) for name in names.split()}
    return {name: mention.words if mention else None for name, mention in mentions.items()}


def _time(time: TimeMention | None) -> Row:
    if time is None:
        return {}
    return {"time_value": time.value, "first_day": _iso(time.first_day), "last_day": _iso(time.last_day)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _json(value: Row) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
