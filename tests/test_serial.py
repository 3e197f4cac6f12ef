from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from tests.strategies import readings

from dragoman.errors import RecordError
from dragoman.records import (
    Actor,
    ActorMention,
    Combination,
    Commitment,
    Document,
    EventPattern,
    Hop,
    Mention,
    Note,
    Reading,
    Statement,
    StatePattern,
)
from dragoman.serial import from_dict, schema, to_dict, to_json

VALIDATOR = Draft202012Validator(schema())
TEXT = "Moscow warned Seoul, the agency said. If Seoul sends weapons, Moscow will respond."
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def words(piece: str) -> Mention:
    start = TEXT.index(piece)
    return Mention.of(TEXT, start, start + len(piece))


MOSCOW = ActorMention(
    mention=words("Moscow"),
    actor=Actor(id="RUS", code="RUS", country="RUS", label="Russia"),
    name="Moscow",
    rule="capital",
)
UNKNOWN = ActorMention(mention=words("the agency"), actor=None, name="the agency", rule="unresolved")
WARNING = Statement(
    id="s1",
    speakers=(MOSCOW,),
    source=words("Moscow"),
    cue=words("warned"),
    content=(),
    form="indirect",
    speech_act="warn",
    chain=(Hop(actor=UNKNOWN), Hop(actor=None, publisher="The Daily", kind="published")),
)
THREAT = Commitment(
    id="c1",
    kind="threat",
    bearers=(MOSCOW,),
    beneficiaries=(),
    against=(),
    action=EventPattern(type="ASSAULT", actors=("bearer",)),
    cue=words("will"),
    extent=words("Moscow will respond"),
    condition=words("If Seoul sends weapons"),
    trigger=Combination(
        operator="any",
        parts=(
            EventPattern(type="AID", mode="military", polarity="negative"),
            Combination(operator="not", parts=(StatePattern(state="war", of="bearer"),)),
        ),
    ),
)
READING = Reading(
    document=Document.plain(TEXT),
    actors=(MOSCOW, UNKNOWN),
    statements=(WARNING,),
    commitments=(THREAT,),
    notes=(Note(code="N1", message="no date known"),),
)


@slow
@given(readings())
def test_a_reading_comes_back_equal(reading: Reading) -> None:
    assert from_dict(json.loads(to_json(reading))) == reading


@slow
@given(readings())
def test_every_reading_keeps_the_schema(reading: Reading) -> None:
    VALIDATOR.validate(to_dict(reading))


def test_the_method_of_the_reading_gives_the_same() -> None:
    assert READING.to_dict() == to_dict(READING)


def test_an_actor_is_flat() -> None:
    assert to_dict(READING)["actors"][0] == {
        "start": 0, "end": 6, "words": "Moscow", "id": "RUS", "code": "RUS", "country": "RUS", "sector": None,
        "name": "Moscow", "label": "Russia", "office": None, "wikidata": None, "rule": "capital",
    }  # fmt: skip


def test_an_unresolved_actor_keeps_its_words_and_says_null() -> None:
    actor = to_dict(READING)["actors"][1]
    assert (actor["words"], actor["id"], actor["code"], actor["country"]) == ("the agency", None, None, None)


PROMISED = {
    "Document": "id text title published published_from publisher byline place language url",
    "ActorMention": "start end words id code country sector name label office rule",
    "TimeMention": "start end words type value first_day last_day granularity anchor rule",
    "PlaceMention": "start end words name country admin1 latitude longitude rule",
    "Statement": "id speakers source cue content form speech_act status addressees about time chain parent denies "
    "basis in_response_to rule",
    "Hop": "actor cue time kind",
    "Event": "id type plover_type quad mode contexts polarity modality tense status actors recipients trigger extent "
    "time place counts intensity confidence parent statement presupposed rule",
    "Commitment": "id kind bearers beneficiaries against action cue extent manner deadline condition trigger "
    "instrument mutual status statement rule",
    "Note": "start end words code message",
}


@pytest.mark.parametrize("record", PROMISED)
def test_the_keys_that_others_rely_on_are_there(record: str) -> None:
    assert set(PROMISED[record].split()) <= set(schema()["$defs"][record]["required"])


def test_a_publisher_is_a_hop_without_a_span() -> None:
    hops = to_dict(READING)["statements"][0]["chain"]
    assert hops[0]["actor"]["words"] == "the agency"
    assert hops[1] == {"actor": {"words": "The Daily", "code": None}, "cue": None, "time": None, "kind": "published"}


def test_patterns_leave_out_what_they_do_not_ask() -> None:
    commitment = to_dict(READING)["commitments"][0]
    assert commitment["action"] == {"type": "ASSAULT", "actors": ["bearer"]}
    assert commitment["trigger"] == {
        "any": [
            {"type": "AID", "mode": "military", "polarity": "negative"},
            {"not": {"state": "war", "of": "bearer"}},
        ]
    }


def test_a_note_without_a_place_has_null_offsets() -> None:
    assert to_dict(READING)["notes"] == [
        {"code": "N1", "message": "no date known", "start": None, "end": None, "words": None}
    ]


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        (("actors", 0, "words"), "Tokyo", "do not stand at 0:6"),
        (("actors", 0, "start"), "0", r"reading.actors\[0\].start is '0'; it has to be of type integer"),
        (("document", "published"), "yesterday", "a day like 2024-06-25"),
        (("statements", 0, "form"), "sung", "one of direct, indirect, mixed"),
        (("statements",), {}, "it has to be of type list"),
        (("commitments", 0, "mutual"), 1, "it has to be of type boolean"),
    ],
)
def test_what_is_no_reading_is_refused(path: tuple[Any, ...], value: object, complaint: str) -> None:
    data: Any = deepcopy(to_dict(READING))
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    with pytest.raises(RecordError, match=complaint):
        from_dict(data)


def test_a_missing_key_is_named() -> None:
    data = to_dict(READING)
    del data["statements"][0]["speech_act"]
    with pytest.raises(RecordError, match=r"statements\[0\].speech_act is missing"):
        from_dict(data)


def test_the_written_schema_is_the_one_of_the_records() -> None:
    written = Path(__file__).parents[1] / "docs" / "reading.schema.json"
    assert json.loads(written.read_text(encoding="utf-8")) == schema(), "run python tools/write_schema.py"


def test_the_schema_is_a_schema_and_refuses_unknown_keys() -> None:
    Draft202012Validator.check_schema(schema())
    assert not VALIDATOR.is_valid({**to_dict(READING), "extra": 1})
