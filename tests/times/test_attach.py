"""Which time belongs to which clause."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.language.model import Parsed
from dragoman.records import Document
from dragoman.times import find_times, time_of

Parse = Callable[[str], Parsed]


def time_of_lemma(text: str, lemma: str, parse: Parse) -> str | None:
    parsed = parse(text)
    times = find_times(Document.plain(text, published=date(2024, 6, 25)), parsed)
    clause = next(clause for clause in parsed.clauses if clause.lemma == lemma)
    found = time_of(parsed, times, clause)
    return found.mention.words if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Last week, South Korea said it could consider a possible supply of weapons to Ukraine.",
            {"say": "Last week", "consider": None, "supply": None},
        ),
        (
            "The minister told reporters on Monday that the army had shelled the town on Saturday.",
            {"tell": "Monday", "shell": "Saturday"},
        ),
        (
            "The treaty, signed by Kim and Putin after their talks in Pyongyang last week, is not directed at Seoul.",
            {"talk": "last week", "direct": None},
        ),
        ("During last week's summit with Kim, Putin praised the army.", {"summit": "last week", "praise": "last week"}),
        (
            "The deputy minister on Tuesday expressed hope that Seoul would yield.",
            {"express": "Tuesday", "yield": None},
        ),
        ("Israel struck Rafah on Sunday, killing 12 people.", {"strike": "Sunday", "kill": "Sunday"}),
        ("The two presidents agreed on Friday to hold talks next month.", {"agree": "Friday", "hold": "next month"}),
        ("The two presidents agreed on Friday to hold talks next month.", {"talk": "next month"}),
        ("On Monday the army began withdrawing its troops.", {"begin": "Monday", "withdraw": "Monday"}),
        ("Kyiv abandoned the 1994 accord.", {"abandon": None}),
        (
            "The premier accused the bloc of bad faith last week after its envoys failed to come.",
            {"accuse": "last week", "fail": None},
        ),
        (
            "Russia's minister on Tuesday expressed hope that Seoul would yield, a report said, amid protests.",
            {"express": "Tuesday", "say": None},
        ),
        ("The army has shelled the town every day.", {"shell": None}),
        (
            "Seventeen soldiers were killed when gunmen attacked a post on Sunday.",
            {"kill": "Sunday", "attack": "Sunday"},
        ),
        ("Talks between Iran and Britain will resume on Friday.", {"talk": "Friday"}),
        ("Hamas killed 1,200 people in its attack on Israel on 7 October.", {"attack": "7 October"}),
        ("Following a landing in Minsk on 23 May 2021, the council banned the carriers.", {"ban": None}),
        ('"We signed the accord in May," the minister said on Tuesday.', {"sign": "May", "say": "Tuesday"}),
    ],
)
def test_a_clause_has_the_time_of_its_own_words(text: str, expected: dict[str, str | None], parse: Parse) -> None:
    assert {lemma: time_of_lemma(text, lemma, parse) for lemma in expected} == expected
