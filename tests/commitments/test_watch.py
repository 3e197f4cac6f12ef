"""Which commitments an event may have set off."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.treaties.told import DAY, party, told

from dragoman.commitments import Standing, set_off, set_off_in, standing_in
from dragoman.reader import Reader
from dragoman.records import Document
from dragoman.treaties import Candidate, Occurrence, TreatyLibrary

NONE = TreatyLibrary(())
ARMS = {"type": "AID", "contexts": ["military"], "actors": ["KOR"], "recipients": ["UKR"]}
THREAT = Standing(
    id="c", document="d1", kind="threat", day=DAY, bearers=(party("RUS"),), against=(party("KOR"),), trigger=ARMS,
    condition="if Seoul sends weapons", words="Moscow will respond if Seoul sends weapons",
)  # fmt: skip
LATER = DAY + timedelta(days=3)
SENT = told("AID KOR → UKR", contexts=("military",), day=LATER, last_day=LATER)


def found(one: Standing, *events: Occurrence) -> tuple[Candidate, ...]:
    return set_off(events, (one,), library=NONE)


def test_the_threat_is_set_off_with_its_words_and_gaps() -> None:
    (candidate,) = found(THREAT, SENT)
    assert (candidate.source, candidate.kind, candidate.key) == ("commitment", "threat", "c")
    assert (candidate.bearers, candidate.beneficiaries) == (("RUS",), ("KOR",))
    assert candidate.waits_for == "if Seoul sends weapons"
    assert candidate.gaps == ("told by one source alone: The Daily",)


def test_not_before_it_was_known_nor_after_it_ended() -> None:
    assert found(THREAT, replace(SENT, day=DAY - timedelta(days=1))) == ()
    withdrawn = told(
        "REJECT RUS → KOR", id="w", trigger="withdrew", words="withdrew its threat", day=DAY + timedelta(days=1)
    )
    assert found(THREAT, SENT, withdrawn) == ()
    assert found(THREAT, SENT, replace(withdrawn, day=DAY + timedelta(days=9))) != ()


def test_its_own_condition_is_no_event() -> None:
    own = replace(SENT, document="d1", words="Seoul sends weapons", status="hypothetical")
    assert found(THREAT, own) == ()


def test_a_trigger_that_names_nobody_is_not_watched() -> None:
    assert found(replace(THREAT, trigger={"type": "AID", "actors": ["any"]}), SENT) == ()


def test_of_allies_the_one_that_is_not_attacked_owes() -> None:
    pact = Standing(
        id="p", document="d1", kind="obligation", day=DAY, bearers=(party("RUS"), party("PRK")), mutual=True,
        trigger={"type": "ASSAULT", "recipients": ["bearer"]}, words="obliged to help each other",
    )  # fmt: skip
    (candidate,) = found(pact, told("ASSAULT KORMIL → PRK", day=DAY + timedelta(days=1)))
    assert (candidate.bearers, candidate.beneficiaries) == (("RUS",), ("PRK",))


def test_in_an_article_only_what_is_new_counts() -> None:
    text = "Russian forces shelled Estonia on Wednesday. North Korea invaded South Korea in 1950."
    reading = Reader().read(Document.plain(text, published=DAY))
    candidates = set_off_in(reading, standing_in(reading), library=TreatyLibrary.shipped())
    assert {one.victim for one in candidates} == {"EST"}
    assert "NATO" in {one.key for one in candidates}
