from __future__ import annotations

import pytest
from tests.actors.mention_score import cases, check

from dragoman.actors import find_actors
from dragoman.language import Parser
from dragoman.places import PLACES
from dragoman.records import Document

#: share of the checks that must be right; it may be raised
FLOOR = 0.97


def test_share_of_mentions_right(parser: Parser) -> None:
    checks = []
    for where, case in cases():
        document = Document.plain(case.text, published=case.on)
        checks += list(check(where, case, find_actors(document, parser.parse(document), (), places=PLACES)))
    wrong = [one for one in checks if not one.right]
    share = 1 - len(wrong) / len(checks)
    print(f"{len(checks) - len(wrong)} of {len(checks)} right ({share:.3f})")
    for one in wrong:
        print(f"{one.case} {one.what}: wanted {one.wanted}, found {one.found}")
    assert share >= FLOOR


@pytest.mark.parametrize("case", [case for _, case in cases()], ids=[where for where, _ in cases()])
def test_case_asks_about_its_own_words(case: object) -> None:
    asked = (*case.is_, *case.names, *case.nobody, *case.open)  # type: ignore[attr-defined]
    assert all(words in case.text for words in asked)  # type: ignore[attr-defined]
