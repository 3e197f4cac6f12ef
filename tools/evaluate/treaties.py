"""The treaty library against the gold sets of treaties: who is bound to defend whom, and which treaties it holds.

The gold reads treaties as one standard data set of alliances does; the library reads the treaties' own articles.
Where the two differ in an even row, the difference is printed by name with the treaty and article it rests on; the
argument stands under `reading` in that treaty's entry. Odd rows are scored and never shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.treaties import Attack, TreatyLibrary, casus
from dragoman.treaties.schema import Treaty
from tools.evaluate.scoring import Rows, load, scorer

Figures = dict[str, float]
#: entries whose reservations no document was found for
CHOSEN_RESERVATIONS = ("OAS-CHARTER",)
KINDS = {"defence": "defense", "offence": "offense", "non-aggression": "nonaggression"}


def questions(folder: Path, _reader: object) -> tuple[int, Figures]:
    """Who is bound to defend the target at the end of the year, whatever the strength of the obligation."""
    gold = load(folder / "questions_dev.jsonl")
    predictions = [{"id": row["id"], "answer": _defenders(row)} for row in gold]
    figures: Figures = {}
    for part, rows in (("", gold), ("_even", gold[::2]), ("_odd", gold[1::2])):
        score = scorer(folder).score_questions(rows, predictions)
        figures |= {f"exact{part}": score["exact"], f"macro_f1{part}": score["macro_f1"]}
    figures["exact_by_the_other_reading"] = _exact_by_the_other_reading(folder, gold)
    for row in gold[::2]:
        _print_difference(row)
    return len(gold), figures


def _exact_by_the_other_reading(folder: Path, gold: Rows) -> float:
    """The figure without the reservations that are a choice of ours, argued in the entry's `reading`."""
    treaties = TreatyLibrary.shipped().treaties
    by_text = TreatyLibrary(
        one.model_copy(update={"reservations": {}}) if one.id in CHOSEN_RESERVATIONS else one for one in treaties
    )
    predictions = [{"id": row["id"], "answer": _defenders(row, by_text)} for row in gold]
    exact: float = scorer(folder).score_questions(gold, predictions)["exact"]
    return exact


def _defenders(row: dict[str, Any], library: TreatyLibrary | None = None) -> list[str]:
    day = date(row["year"], 12, 31)
    attack = Attack(victim=row["target"])
    return list(casus(attack, on=day, library=library or TreatyLibrary.shipped()).bound_to_defend())


def _print_difference(row: dict[str, Any]) -> None:
    day = date(row["year"], 12, 31)
    duties = casus(Attack(victim=row["target"]), on=day, library=TreatyLibrary.shipped()).duties
    grounds = {duty.bearer: f"{duty.treaty} {duty.article}" for duty in duties if duty.kind == "defence"}
    ours = [f"{state} by {grounds[state]}" for state in sorted(set(grounds) - set(row["answer"]))]
    missing = sorted(set(row["answer"]) - set(grounds))
    if ours or missing:
        print(f"  differs: {row['id']}: only ours: {', '.join(ours) or '–'}; only gold: {', '.join(missing) or '–'}")


def alliances(folder: Path, _reader: object) -> tuple[int, Figures]:
    """Which of the gold's treaties the library holds, from which year and with which members."""
    gold = load(folder / "alliances_dev.jsonl")
    day = date.fromisoformat(gold[0]["as_of"])
    predictions = [_alliance(treaty, day) for treaty in TreatyLibrary.shipped().treaties if _counts(treaty, day)]
    figures: Figures = {}
    for part, rows in (("", gold), ("_even", gold[::2]), ("_odd", gold[1::2])):
        figures |= {f"{name}{part}": figure for name, figure in _alliance_figures(folder, rows, predictions)}
    for row in gold[::2]:
        _print_other_duty(row, predictions)
    return len(gold), figures


def _print_other_duty(row: dict[str, Any], predictions: Rows) -> None:
    """A treaty that is found, but owes no defence by our reading; the argument stands in its entry."""
    if "defense" not in row["obligations"]:
        return
    states = {member["state"] for member in row["members"]}
    same = [
        one
        for one in predictions
        if {member["state"] for member in one["members"]} == states and one["begin"][:4] == row["begin"][:4]
    ]
    if same and not any("defense" in one["obligations"] for one in same):
        ours = ", ".join(f"{one['id']} owes {', '.join(one['obligations'])}" for one in same)
        print(f"  differs: {'–'.join(sorted(states))} {row['begin'][:4]}: defence by the gold, {ours}")


def _alliance_figures(folder: Path, gold: Rows, predictions: Rows) -> Iterable[tuple[str, float]]:
    score = scorer(folder).score_alliances
    defence = [row for row in gold if "defense" in row["obligations"]]
    others = [row for row in gold if "defense" not in row["obligations"] and len(row["members"]) > 2]
    pacts = score(defence, predictions)
    yield "defence_recall", pacts["recall"]
    yield "defence_start_year", pacts["begin_same_year"]
    yield "defence_members_f1", pacts["members"]["f1"]
    yield "others_of_many_recall", score(others, predictions)["recall"] if others else 1.0
    yield "recall_all", score(gold, predictions)["recall"]


def _counts(treaty: Treaty, day: date) -> bool:
    return bool(treaty.obligation) and len(treaty.parties_on(day)) > 1


def _alliance(treaty: Treaty, day: date) -> dict[str, Any]:
    """A treaty in the gold's words; the start is the signature of the first of those whose place it took.

    The gold counts a treaty that takes another's place as the next phase of one alliance.
    """
    standing = [
        one for one in treaty.obligation if (one.since or day) <= day and (one.until is None or day < one.until)
    ]
    kinds = {one.kind for one in standing if one.kind != "assurance"}
    bound = {
        state
        for one in standing
        for side in (one.bearers, one.beneficiaries)
        for state in (treaty.parties_on(day) if side == ("members",) else side)
    }
    return {
        "id": treaty.id,
        "begin": TreatyLibrary.shipped().first_signed(treaty.id).isoformat(),
        "members": [{"state": state} for state in treaty.parties_on(day) if state in bound],
        "obligations": sorted(KINDS.get(kind, kind) for kind in kinds),
        "defense_conditional": any(one.kind == "defence" and one.conditional for one in standing),
    }
