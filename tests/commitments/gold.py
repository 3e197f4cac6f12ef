"""Reads the annotated sentences of `tests/gold/commitments/` and compares commitments with them.

Of a commitment only the keys that are written are asked. Kind (or one of `accept_kinds`) and bearers find it; each
other key is a check of its own. A country is met by its organs: `RUS` by `RUSGOV`.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from dragoman.records import CommitmentKind

GOLD = Path(__file__).parents[1] / "gold" / "commitments"
DETAILS = (
    "condition", "trigger", "action", "against", "beneficiaries", "manner", "deadline", "mutual", "instrument",
)  # fmt: skip

Json = dict[str, Any]


class GoldRow(BaseModel):
    """Base of the gold's rows: a misspelt key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Wanted(GoldRow):
    """A commitment that the sentence makes; `trigger` and `action` are patterns of which only these keys are asked."""

    kind: CommitmentKind
    bearers: tuple[str, ...]
    accept_kinds: tuple[CommitmentKind, ...] = ()
    against: tuple[str, ...] | None = None
    beneficiaries: tuple[str, ...] | None = None
    condition: str | None = None
    trigger: Json | None = None
    action: Json | None = None
    manner: tuple[str, ...] | None = None
    deadline: str | None = None
    mutual: bool | None = None
    instrument: str | None = None


class Sentence(GoldRow):
    """A text, every commitment in it, and kinds that may be given besides."""

    text: str
    commitments: tuple[Wanted, ...] = ()
    accept: tuple[CommitmentKind, ...] = ()


def read_gold(folder: Path = GOLD) -> dict[str, tuple[Sentence, ...]]:
    """The sentences of each file, by its name."""
    return {
        path.stem: tuple(
            Sentence.model_validate(row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]
        )
        for path in sorted(folder.glob("*.toml"))
    }


def score(given: Mapping[str, list[Json]], gold: Mapping[str, Iterable[Sentence]]) -> dict[str, float]:
    """Shares between 0 and 1: `found`, `precision`, `none` (sentences that rightly give none), and each detail."""
    counts: Counter[str] = Counter()
    for sentences in gold.values():
        for sentence in sentences:
            counts.update(_counts(sentence, given[sentence.text]))
    names = {key.removesuffix(" asked") for key in counts if key.endswith(" asked")}
    return {name: counts[f"{name} right"] / counts[f"{name} asked"] for name in names}


def _counts(sentence: Sentence, given: list[Json]) -> Iterator[str]:
    if not sentence.commitments:
        yield "none asked"
        if all(one["kind"] in sentence.accept for one in given):
            yield "none right"
    for one in given:
        yield "precision asked"
        if one["kind"] in sentence.accept or any(_is(want, one) for want in sentence.commitments):
            yield "precision right"
    for want in sentence.commitments:
        hit = best(want, given)
        yield "found asked"
        if hit is not None:
            yield "found right"
        for name in DETAILS:
            if getattr(want, name) is not None:
                yield f"{name} asked"
                if hit is not None and _detail(name, want, hit):
                    yield f"{name} right"


def faults(sentence: Sentence, given: list[Json]) -> Iterator[str]:
    """What is wrong with a sentence's commitments, a line each."""
    for want in sentence.commitments:
        hit = best(want, given)
        if hit is None:
            yield f"no {want.kind} of {list(want.bearers)}"
            continue
        for name in DETAILS:
            if getattr(want, name) is not None and not _detail(name, want, hit):
                yield f"{name} is {_shown(name, hit)}, not {getattr(want, name)}"
    for one in given:
        if one["kind"] not in sentence.accept and not any(_is(want, one) for want in sentence.commitments):
            yield f"surplus {one['kind']} of {_codes(one['bearers'])}: {one['extent']['words']!r} ({one['rule']})"


def best(want: Wanted, given: list[Json]) -> Json | None:
    """The commitment of that kind and those bearers; of several the one that is right in most."""
    hits = [one for one in given if _is(want, one)]
    asked = [name for name in DETAILS if getattr(want, name) is not None]
    return max(hits, key=lambda one: sum(_detail(name, want, one) for name in asked), default=None)


def _is(want: Wanted, one: Json) -> bool:
    return one["kind"] in (want.kind, *want.accept_kinds) and _covers(_codes(one["bearers"]), want.bearers)


def _detail(name: str, want: Wanted, one: Json) -> bool:
    wanted = getattr(want, name)
    if name in ("trigger", "action"):
        return holds(wanted, one[name])
    if name in ("against", "beneficiaries"):
        return _covers(_codes(one[name]), wanted) and bool(wanted or not one[name])
    if name == "manner":
        return all(any(words in given["words"] for given in one["manner"]) for words in wanted)
    if name in ("condition", "deadline"):
        return one[name] is not None and alike(one[name]["words"], wanted)
    return bool(one[name] == wanted)


def _shown(name: str, one: Json) -> object:
    value = one[name]
    if name in ("against", "beneficiaries"):
        return _codes(value)
    if isinstance(value, dict):
        return value.get("words", value)
    return [given["words"] for given in value] if isinstance(value, list) else value


def holds(want: Json, given: Json | None) -> bool:
    """Whether the pattern, or one that it joins, has what is wanted; polarity is positive unless it says otherwise."""
    if given is None:
        return False
    for operator in ("any", "all"):
        if operator in given:
            return any(holds(want, part) for part in given[operator])
    if "not" in want or "not" in given:
        return "not" in want and "not" in given and holds(want["not"], given["not"])
    if "state" not in want and given.get("polarity", "positive") != want.get("polarity", "positive"):
        return False
    return all(_has(key, value, given.get(key)) for key, value in want.items() if key != "polarity")


def _has(key: str, wanted: Any, given: Any) -> bool:
    return _covers(given or [], wanted) if isinstance(wanted, list) else bool(given == wanted)


def alike(one: str, other: str) -> bool:
    """Whether the two share four fifths of their words."""
    ours, theirs = (set(re.findall(r"\w+", text.lower())) for text in (one, other))
    return len(ours & theirs) >= 0.8 * len(ours | theirs)


def _codes(actors: list[Json]) -> list[str]:
    return [who["code"] for who in actors if who["code"]]


def _covers(given: Iterable[str], wanted: Iterable[str]) -> bool:
    return all(any(code.startswith(want) for code in given) for want in wanted)
