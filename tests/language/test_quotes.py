from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.quotes import find_quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The envoy said "yes" and left.', ["yes"]),
        ("The envoy said “yes” and left.", ["yes"]),
        ("Der Botschafter sagte „ja“ and left.", ["ja"]),
        ("The envoy said «yes» and left.", ["yes"]),
        ("``It is over,'' the envoy said.", ["It is over,"]),
        ("''It is over,'' the envoy said. ''For good.''", ["It is over,", "For good."]),
        ("Seoul 'calmly' accepts the leaders' deal", ["calmly"]),
        ("The '90s were the ministers' best years.", []),
        ('A 6" gun and a "big" one.', ["big"]),
        ("\"'Never,' she told us,\" the envoy said.", ["'Never,' she told us,", "Never,"]),
        ('"The envoy said "no" and left," he told us.', ['The envoy said "no" and left,', "no"]),
        ("“The envoy said “no” and left,” he told us.", ["The envoy said “no” and left,", "no"]),
        ('"The envoy said no," he told us. "And left.', ["The envoy said no,"]),
        ('The envoy said in a statement, "We are leaving. We hope to return.', ["We are leaving. We hope to return."]),
        ('The envoy called it "a trap and left.', []),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_opened_paragraph_runs_on_to_its_end() -> None:
    (quotation,) = find_quotations('"The talks go on', [(0, 16)])
    assert not quotation.closed
    assert quotation.end == 16


@pytest.mark.parametrize(("after", "count"), [('"it will rain."', 2), ("It will rain.", 0)])
def test_one_opened_in_the_middle_runs_on_where_the_next_paragraph_opens_again(after: str, count: int) -> None:
    before = 'The envoy said: "it is over.'
    text = f"{before}\n\n{after}"
    found = find_quotations(text, [(0, len(before)), (len(before) + 2, len(text))])
    assert len(found) == count
    assert all(quotation.closed == (quotation.start > len(before)) for quotation in found)


def test_nesting_is_told() -> None:
    outer, inner = find_quotations("“He said ‘no’ twice.”", [(0, 21)])
    assert (outer.depth, inner.depth, inner.parent) == (0, 1, outer.index)


def test_no_quotation_crosses_a_paragraph() -> None:
    text = 'He said "yes.\n\nThey said "no."'
    assert all("\n\n" not in text[q.start : q.end] for q in find_quotations(text, [(0, 13), (15, len(text))]))


@given(st.text(alphabet="ab ,.\"'“”‘’«»„`\n", max_size=200))
def test_any_marks_give_ordered_well_nested_spans(text: str) -> None:
    found = find_quotations(text, [(0, len(text))])
    for quotation in found:
        assert 0 <= quotation.outer_start < quotation.start <= quotation.end <= quotation.outer_end <= len(text)
        if quotation.parent is not None:
            parent = found[quotation.parent]
            assert parent.start <= quotation.outer_start
            assert quotation.outer_end <= parent.outer_end


def test_ten_thousand_marks_are_read() -> None:
    assert len(find_quotations('"a" ' * 5000, [(0, 20000)])) == 5000
    assert len(find_quotations('"' * 10000, [(0, 10000)])) <= 10000
