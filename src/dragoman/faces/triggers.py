"""What an article's events may have set off, event by event, in lines for the brief and the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.commitments import Standing, set_off_in, standing_in
from dragoman.records import Reading
from dragoman.treaties import Candidate, TreatyLibrary
from dragoman.treaties.proof import article_words

#: kinds whose treaties are only named
LESSER = ("assurance", "consultation", "neutrality")
#: how much a kind of obligation asks of its bearers, most first; commitments of the news stand behind defence
WEIGHT = ("defence", "offence", "non-aggression", "consultation", "neutrality", "assurance")
STRENGTH = ("automatic", "own decision", "consult")
#: bearers that are named in one line; more are counted
NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOff:
    """One act, in words and with what is open about it, and a line for each thing that it may have set off."""

    act: str
    words: tuple[str, ...]
    open: tuple[str, ...]
    lines: tuple[str, ...]


def triggers_of(reading: Reading, waiting: Iterable[Standing] = ()) -> tuple[Candidate, ...]:
    """What the article's own events may have set off: treaties, its own commitments and those that `waiting` names."""
    others = (one for one in waiting if one.document != reading.document.id)
    return set_off_in(reading, (*others, *standing_in(reading)), library=TreatyLibrary.shipped())


def by_act(candidates: Iterable[Candidate]) -> tuple[SetOff, ...]:
    """The candidates under the acts that may have set them off; what is open about all of an act's stands once."""
    acts: dict[tuple[str, ...], list[Candidate]] = {}
    for one in candidates:
        key = (str(one.day), one.attacker, one.victim, *(told.id for told in one.evidence))
        acts.setdefault(key, []).append(one)
    return tuple(_set_off(many) for many in acts.values())


def _set_off(candidates: list[Candidate]) -> SetOff:
    first = candidates[0]
    shared = tuple(gap for gap in first.gaps if all(gap in one.gaps for one in candidates))
    return SetOff(
        act=f"{first.evidence[0].type} {first.attacker} → {first.victim}, {first.day}",
        words=tuple(dict.fromkeys(" ".join(told.words.split()) for told in first.evidence)),
        open=shared,
        lines=tuple(_lines(candidates, shared)),
    )


def _lines(candidates: list[Candidate], shared: tuple[str, ...]) -> Iterator[str]:
    """A line for each that binds somebody to act; the treaties by which others are to consult and the like in one."""
    yield from (_line(one, shared) for one in candidates if one.kind not in LESSER)
    for kind in LESSER:
        keys = dict.fromkeys(one.key for one in candidates if one.kind == kind)
        if keys:
            yield f"{kind}: {', '.join(keys)}"


def _line(one: Candidate, shared: tuple[str, ...]) -> str:
    """*USA → KOR: defence, own decision – USA-KOR-1953 Article III*, and what is open about this one alone."""
    to = f" → {', '.join(one.beneficiaries)}" if one.beneficiaries else ""
    what = f"{one.kind}, {one.strength}" if one.strength else one.kind
    if one.kind == "non-aggression":
        what += ", broken by the act itself"
    article = f" {article_words(one.article)}" if one.article else ""
    key = f"{one.key}{article}" if one.source == "treaty" else f"“{' '.join(one.label.split())}”"
    gaps = "; ".join(gap for gap in one.gaps if gap not in shared)
    return f"{shortened(one.bearers)}{to}: {what} – {key}" + (f" – open: {gaps}" if gaps else "")


def shortened(bearers: Iterable[str]) -> str:
    """The first bearers, and how many more there are."""
    names = list(bearers)
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return (", ".join(names[:NAMED]) or "somebody unnamed") + more


def best_of_acts(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """One row for each act, in the order in which they came: what asks most of its bearers, and how much else there is.

    An article of several paragraphs, and a commitment that several pages carry, are one thing that is set off.
    """
    acts: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in rows:
        acts.setdefault((str(row["day"]), row["what"]), []).append(row)
    return [_best(many) for many in acts.values()]


def _best(rows: list[Mapping[str, Any]]) -> dict[str, Any]:
    best = min(rows, key=_rank)
    others = {_thing(row) for row in rows} - {_thing(best)}
    return {**best, "bearers": shortened(best["bearers"]), "others": f"and {len(others)} more" if others else ""}


def _thing(row: Mapping[str, Any]) -> tuple[str, str]:
    """A treaty with its article; a commitment by its words, which reprints share."""
    if row["source"] == "treaty":
        return str(row["key"]), str(row["article"])
    return "", " ".join(str(row["label"]).lower().split())


def _rank(row: Mapping[str, Any]) -> tuple[int, int, int, str, str]:
    """Defence before what somebody has promised or threatened, that before the rest; then the stronger, the surer."""
    weight = WEIGHT.index(row["kind"]) if row["kind"] in WEIGHT else 0.5
    strength = STRENGTH.index(row["strength"]) if row["strength"] in STRENGTH else len(STRENGTH)
    return int(weight * 2), strength, len(row["gaps"]), str(row["key"]), str(row["article"])
