"""What is no part of an article by where it stands."""

from __future__ import annotations

import pytest

from dragoman.intake import clean_text

BODY = "The two ministers met in Vienna on Friday and agreed to go on with the talks that had been broken off in March."
MORE = "Neither of them would say how long the new round of talks is to last, or who else will take part in it."
TITLE = "Ministers meet in Vienna"


def left(*lines: str) -> list[str]:
    """What is left of a page of those lines around two paragraphs of text; *BODY* stands for one."""
    words = "\n\n".join([TITLE, *(BODY if line == "BODY" else line for line in lines)])
    return [line for line in clean_text(words).text.split("\n\n") if line not in (TITLE, BODY)]


@pytest.mark.parametrize(
    "lines",
    [
        ("My News", "World", "BODY"),
        ("The envoys leave the hall on Friday", "GETTY IMAGES", "BODY"),
        ("Image source, EPA", "Image caption,", "The envoys leave the hall on Friday", "BODY"),
        ("BODY", "Legal | Privacy policy | Sign up for our bulletin"),
        ("BODY", "You may also be interested in:", "Why did the talks break off?"),
        ("BODY", "Top picks for you"),
        ("Summary", "Both sides to meet again, envoys say", "BODY"),
        ("Press Release No. 160", "BODY", "-oOo-"),
        ("Publication date: 12 May 2024", "BODY"),
        ("Vienna Correspondent", "BODY", "Reporting by Example staff; Editing by the Vienna desk"),
    ],
    ids=str,
)
def test_what_stands_around_is_left_out(lines: tuple[str, ...]) -> None:
    assert left(*lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("BODY", "A fragile truce", MORE),
        ("BODY", "What happened in March?", MORE),
        ("BODY", "He smiled.", MORE),
        ("BODY", "He did not say when."),
        ("Envoys of both sides say that they are ready for a compromise", "BODY"),
    ],
    ids=str,
)
def test_what_is_the_articles_own_stays(lines: tuple[str, ...]) -> None:
    assert left(*lines) == [line for line in lines if line != "BODY"]


def test_a_text_without_a_long_paragraph_stays_whole() -> None:
    assert clean_text("Yes\n\nNo doubt about it\n\nHe left.").text == "Yes\n\nNo doubt about it\n\nHe left."


def test_a_heading_behind_links_that_stand_together_stays() -> None:
    page = f"{TITLE}\n\n{BODY}\n\nYou may also be interested in:\nWhy did the talks break off?\n\nA long wait\n\n{MORE}"
    assert clean_text(page).text == f"{TITLE}\n\n{BODY}\n\nA long wait\n\n{MORE}"
