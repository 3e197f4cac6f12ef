"""Where no rule is sure, everybody named stands for election as a party, and only somebody far likelier wins."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tools.own_gold import Sentences
from tools.rank_parties import NO_WEIGHTS

from dragoman.events.ranking import MARGIN, RANKED_RULE, Ballot, Candidate, Side, read_weights
from dragoman.records import ActorMention, Event, Mention
from tools import own_gold

Find = Callable[[str], tuple[Event, ...]]


def somebody(words: str, start: int = 0) -> ActorMention:
    return ActorMention(
        mention=Mention(start=start, end=start + len(words), words=words), actor=None, name=words, rule=""
    )


def ballot(*candidates: Candidate, side: Side = "recipient") -> Ballot:
    return Ballot(side, candidates, ("nobody",))


IN_OFFICE = Candidate(somebody("Chad"), ("by rule",), ruled=True)
RIVAL = Candidate(somebody("Mali", 10), ("word to",), ruled=False)


@pytest.mark.parametrize("side", ["actor", "recipient"])
def test_whom_the_rules_have_is_unseated_only_by_the_margin(side: Side) -> None:
    held = ballot(IN_OFFICE, RIVAL, side=side)
    for lead, winner in ((MARGIN[side], None), (MARGIN[side] + 0.1, RIVAL.who)):
        weights = {**NO_WEIGHTS, side: {"by rule": 0.0, "word to": lead}}
        assert held.elected(weights) is winner


def test_without_anybody_by_rule_nobody_is_the_rival() -> None:
    held = ballot(RIVAL)
    assert held.elected({**NO_WEIGHTS, "recipient": {"word to": 2.9, "nobody": 1.0}}) is None
    assert held.elected({**NO_WEIGHTS, "recipient": {"word to": 3.1, "nobody": 1.0}}) is RIVAL.who


def test_an_empty_ballot_elects_nobody() -> None:
    assert ballot().elected(NO_WEIGHTS) is None


@pytest.fixture(scope="module")
def sentences() -> Sentences:
    return Sentences()


def test_without_weights_the_rules_stand(sentences: Sentences) -> None:
    sentence = "The museum returned a mask that had been stolen in Lagos in 1990 from a palace to the king of Benin."
    weighed, _ = sentences.read(sentence, party_weights=NO_WEIGHTS)
    assert not any(RANKED_RULE in who.rule for one in weighed for who in (*one.event.actors, *one.event.recipients))


def test_signs_tell_where_somebody_stands(sentences: Sentences) -> None:
    weighed, _ = sentences.read("The museum returned a mask stolen in Lagos to the king of Benin.")
    signs = {sign for one in weighed for held in one.ballots for each in held.candidates for sign in each.signs}
    assert {"before", "behind"} & signs
    assert any(sign.startswith("kind ") for sign in signs)
    assert any(sign.startswith(("role ", "no path")) for sign in signs)


def test_nobody_is_on_both_sides(find: Find) -> None:
    for text, _ in own_gold.single("wire")[:60]:
        for event in find(text):
            mentions = {who.mention for who in event.actors}
            assert not any(who.mention in mentions for who in event.recipients)


def test_weights_are_there_for_both_sides() -> None:
    weights = read_weights()
    assert weights.keys() == {"actor", "recipient"}
    assert all(weights[side]["by rule"] > 0 for side in weights)
