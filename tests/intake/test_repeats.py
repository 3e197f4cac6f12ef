from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.repeats import tokens, without_repeats, without_site_name

LEAD = "The two foreign ministers agreed on Tuesday to meet again in Geneva."
NEXT = "Neither side gave a day for the signature of the treaty."


def test_a_paragraph_stands_once() -> None:
    assert without_repeats(["Title", LEAD, NEXT, LEAD]) == ["Title", LEAD, NEXT, ""]


def test_a_title_stands_once_with_or_without_quotation_marks() -> None:
    assert without_repeats(["They 'calmly' agree", "They calmly agree", LEAD]) == ["They 'calmly' agree", "", LEAD]


def test_a_long_sentence_stands_once_and_a_short_one_may_come_again() -> None:
    assert without_repeats([f"{LEAD} He said no.", f"{NEXT} {LEAD} He said no."]) == [
        f"{LEAD} He said no.",
        f"{NEXT} He said no.",
    ]


def test_a_teaser_that_breaks_off_goes() -> None:
    assert without_repeats(["Title", "The two foreign ministers agreed on Tuesday…", LEAD]) == ["Title", "", LEAD]


def test_half_a_quotation_stays_so_that_its_marks_have_partners() -> None:
    quote = '"We have agreed on Tuesday to meet again in Geneva.'
    assert without_repeats([f'{quote} That is all."', f'{quote} And soon."'])[1] == f'{quote} And soon."'


@given(st.lists(st.text(max_size=80), max_size=8))
def test_nothing_is_added_and_twice_is_once(paragraphs: list[str]) -> None:
    once = without_repeats(paragraphs)
    assert len(once) == len(paragraphs)
    assert all(set(tokens(after)) <= set(tokens(before)) for before, after in zip(paragraphs, once, strict=True))


def test_site_name_goes_where_a_heading_or_the_site_says_so() -> None:
    assert without_site_name("Ministers agree - The Example", others=("The Example",)) == "Ministers agree"
    assert without_site_name("Ministers agree | World | Example", others=("Ministers agree",)) == "Ministers agree"
    assert without_site_name("Ministers agree - for now", others=("The Example",)) == "Ministers agree - for now"
