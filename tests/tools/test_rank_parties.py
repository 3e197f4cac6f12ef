"""Weights are found again that were planted, and elections whose party is not named teach nothing."""

from __future__ import annotations

from tools.rank_parties import Election, fit

from dragoman.events.ranking import Ballot, Candidate
from dragoman.records import ActorMention, Mention

CHAD, MALI = (
    ActorMention(mention=Mention(start=0, end=4, words=words), actor=None, name=words, rule="")
    for words in ("Chad", "Mali")
)


def election(right: tuple[bool, bool], *, named: bool = True) -> Election:
    candidates = (Candidate(CHAD, ("word to",), ruled=False), Candidate(MALI, ("word in",), ruled=True))
    return Election(Ballot("recipient", candidates, ("nobody",)), right, named)


def test_whoever_is_mostly_right_gets_the_weight() -> None:
    weights = fit([*[election((True, False))] * 30, *[election((False, True))] * 10])
    assert weights["word to"] > weights["word in"]
    assert weights["word to"] > weights["nobody"]


def test_where_nobody_is_named_nobody_gets_it() -> None:
    weights = fit([election((False, False), named=False)] * 20)
    assert weights["nobody"] > 0 > weights["word to"]


def test_a_party_that_is_no_candidate_teaches_nothing() -> None:
    known = [election((True, False))] * 5
    assert fit([*known, *[election((False, False))] * 50]) == fit(known)
