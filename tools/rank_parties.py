"""Learn from our own sentences who of those named is a party, and see how it holds on sentences not learnt from.

    python -m tools.rank_parties

Learnt from are the sentences of tests/gold/events that were written for one event, and every second one of those in
which all events are labelled; the other half is only scored. Writes events/data/parties.toml and the figures of
docs/reference/parties.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.events.ranking import WEIGHTS, Ballot, Side, Weights, read_weights
from dragoman.records import Reading
from tools import own_gold
from tools.own_gold import Label, Sentences, Verdict, judged, names

#: pulls the weights towards 0, as if each sign had been seen so often without effect
PRIOR = 1.0
STEPS, RATE = 200, 0.5
PAGE = Path("docs/reference/parties.md")
#: weights that change nothing are left out
LEAST = 0.05
SIDES: tuple[Side, ...] = ("actor", "recipient")
NO_WEIGHTS: Weights = {"actor": {}, "recipient": {}}
Numbers = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Election:
    """A ballot with those of its candidates who are the party that the label names; none where it names nobody."""

    ballot: Ballot
    right: tuple[bool, ...]
    named: bool


def main() -> None:
    """Learn, write the weights, and report."""
    learnt = list(_elections(own_gold.EVEN))
    weights: Weights = {side: fit([one for one in learnt if one.ballot.side == side]) for side in SIDES}
    _write(weights, learnt)
    read_weights.cache_clear()
    rows = ["| | elections | right by the rules | right after | won | lost |", "|---|---|---|---|---|---|"]
    for name, elections in (("learnt from", learnt), ("only scored", list(_elections(own_gold.ODD)))):
        for side in SIDES:
            held = _held([one for one in elections if one.ballot.side == side], weights)
            rows.append("| " + " | ".join([f"{side}, {name}", *map(str, held)]) + " |")
    shown = "\n".join(rows) + "\n"
    print(shown)
    own_gold.put_into(PAGE, "figures", shown)


# ---------------------------------------------------------------- the elections


def _elections(turns: tuple[int, ...]) -> Iterator[Election]:
    """Those of the labelled events: with the even rows those of all sentences of one event, too."""
    sentences = Sentences()
    for text, labels in _sentences(turns):
        weighed, reading = sentences.read(text, party_weights=NO_WEIGHTS)
        ballots = {one.event: one.ballots for one in weighed}
        for verdict in judged(reading, labels)[0]:
            if verdict.event is not None and (verdict.label.trigger or verdict.actors or verdict.recipients):
                yield from _labelled(ballots[verdict.event], verdict, reading)


def _sentences(turns: tuple[int, ...]) -> Iterator[tuple[str, tuple[Label, ...]]]:
    if turns == own_gold.EVEN:
        for name in own_gold.SINGLE:
            yield from ((text, (label,)) for text, label in own_gold.single(name))
    for name in own_gold.whole_names():
        yield from own_gold.whole(name, turns)


def _labelled(ballots: tuple[Ballot, ...], verdict: Verdict, reading: Reading) -> Iterator[Election]:
    label = verdict.label
    for ballot in () if label.mutual else ballots:
        wanted = label.actors if ballot.side == "actor" else label.recipients
        right = tuple(any(names((one.who,), words, reading) for words in wanted) for one in ballot.candidates)
        yield Election(ballot, right, bool(wanted))


# ---------------------------------------------------------------- the weights


def fit(elections: Iterable[Election]) -> dict[str, float]:
    """Log-odds of each sign: a choice among the candidates and nobody (softmax), by adaptive gradient steps.

    Elections whose party is not among the candidates teach nothing.
    """
    numbers: dict[str, int] = {}
    signs: list[int] = []
    owners: list[int] = []
    wanted: list[float] = []
    starts: list[int] = []
    for election in elections:
        right = [*election.right, not election.named]
        if any(right):
            starts.append(len(wanted))
            for told in (*(one.signs for one in election.ballot.candidates), election.ballot.nobody):
                signs += [numbers.setdefault(sign, len(numbers)) for sign in told]
                owners += [len(wanted)] * len(told)
                wanted.append(right[len(wanted) - starts[-1]] / sum(right))
    found = _descended(np.array(signs), np.array(owners), np.array(wanted), np.array(starts), len(numbers))
    return {sign: round(float(found[number]), 2) for sign, number in numbers.items() if abs(found[number]) >= LEAST}


def _descended(signs: Counts, owners: Counts, wanted: Numbers, starts: Counts, size: int) -> Numbers:
    """The weights; `signs` and `owners` are pairs, `starts` the first candidate of each election."""
    election = np.repeat(np.arange(len(starts)), np.diff([*starts, len(wanted)]))
    weights, squares = np.zeros(size), np.full(size, 1e-6)
    for _ in range(STEPS):
        scores = np.bincount(owners, weights=weights[signs], minlength=len(wanted))
        likely = np.exp(scores - np.maximum.reduceat(scores, starts)[election])
        likely /= np.add.reduceat(likely, starts)[election]
        slope = PRIOR * weights + np.bincount(signs, weights=(likely - wanted)[owners], minlength=size)
        squares += slope**2
        weights -= RATE * slope / np.sqrt(squares)
    return weights


def _write(weights: Weights, learnt: list[Election]) -> None:
    lines = [
        "# What speaks for and against somebody named in a sentence as a party of its event, where the rules are not",
        "# sure, in log-odds; written by `python -m tools.rank_parties` from our own sentences. What the signs mean:",
        "# docs/reference/parties.md.",
    ]
    for side in SIDES:
        count = sum(one.ballot.side == side for one in learnt)
        lines += ["", "[[side]]", f'name = "{side}"', f'source = "learnt from {count} sentences of tests/gold/events"']
        lines += ["[side.weight]", *(f'"{sign}" = {value}' for sign, value in sorted(weights[side].items()))]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


# ---------------------------------------------------------------- how it holds


def _held(elections: list[Election], weights: Weights) -> tuple[int, int, int, int, int]:
    """How many elections, how many right by the rules and after; how many of these were won and lost."""
    ruled = elected = gained = lost = 0
    for one in elections:
        seated = [right for candidate, right in zip(one.ballot.candidates, one.right, strict=True) if candidate.ruled]
        before = any(seated) if one.named else not seated
        winner = one.ballot.elected(weights)
        chosen = [right for each, right in zip(one.ballot.candidates, one.right, strict=True) if each.who is winner]
        after = before if winner is None else chosen == [True]
        ruled, elected = ruled + before, elected + after
        gained, lost = gained + (after and not before), lost + (before and not after)
    return len(elections), ruled, elected, gained, lost


if __name__ == "__main__":
    main()
