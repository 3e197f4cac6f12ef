from __future__ import annotations

from datetime import date

import pytest

from dragoman.intake.dateline import first_date, read_date_line, read_dateline
from dragoman.intake.schema import Agency, DatelinePlaces, Label, rows

BODY = "The two foreign ministers agreed to meet again on Friday."


@pytest.mark.parametrize(
    ("head", "place", "agency", "month_day"),
    [
        ("Seoul: ", "Seoul", None, None),
        ("SEOUL, June 25 (Reuters) - ", "SEOUL", "Reuters", (6, 25)),
        ("MOSCOW (AP) — ", "MOSCOW", "Associated Press", None),
        ("KYIV, Ukraine — ", "KYIV, Ukraine", None, None),
        ("KYIV, Ukraine (AP) — ", "KYIV, Ukraine", "Associated Press", None),
        ("SEOUL/TOKYO (Reuters) - ", "SEOUL/TOKYO", "Reuters", None),
        ("MOSCOW, June 25. /TASS/. ", "MOSCOW", "TASS", (6, 25)),
        ("UNITED NATIONS, June 25 (Xinhua) -- ", "UNITED NATIONS", "Xinhua", (6, 25)),
        ("GENEVA (25 June 2024) – ", "GENEVA", None, (6, 25)),
        ("New York, 25 June 2024 – ", "New York", None, (6, 25)),
        ("New Delhi [India], June 25 (ANI): ", "New Delhi", "ANI", (6, 25)),
        ("New Delhi, Jun 25 (PTI) ", "New Delhi", "PTI", (6, 25)),
        ("ACCRA, June 25, GNA - ", "ACCRA", "GNA", (6, 25)),
        ("ABU DHABI, 25th June, 2024 (WAM) -- ", "ABU DHABI", "WAM", (6, 25)),
        ("(Reuters) - ", None, "Reuters", None),
        ("June 25 (Reuters) - ", None, "Reuters", (6, 25)),
        ("Tel Aviv — ", "Tel Aviv", None, None),
        ("SDEROT, Israel (JTA)—", "SDEROT, Israel", "JTA", None),
    ],
)
def test_datelines(head: str, place: str | None, agency: str | None, month_day: tuple[int, int] | None) -> None:
    found = read_dateline(head + BODY)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert (head + BODY)[found.end :] == BODY
    assert (found.day and (found.day.month, found.day.day)) == month_day


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Breaking: {BODY}",
        f"PUTIN: {BODY}",
        f"The minister: {BODY}",
        f"Jane Roe - {BODY}",
        "Moscow — the capital of Russia — was calm on Friday, its mayor said.",
        "Seoul: 21 degrees",
        "The United States (Reuters) could not be reached.",
        "",
        ": " + BODY,
        f"GET / {BODY}",
    ],
)
def test_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize("row", rows("datelines.toml", "places", DatelinePlaces), ids=lambda row: row.region)
def test_examples_of_places(row: DatelinePlaces) -> None:
    found = read_dateline(row.example)
    assert found is not None
    assert found.place in row.places


@pytest.mark.parametrize("row", rows("datelines.toml", "label", Label), ids=lambda row: row.words[0])
def test_examples_of_labels(row: Label) -> None:
    assert read_dateline(row.example) is None
    assert row.example.split(" —")[0].casefold() in row.words


@pytest.mark.parametrize(
    "line",
    [
        "June 25, 2024",
        "Published: 25 June 2024, 10:31 GMT",
        "Tuesday, 25 June 2024 | 10:31 am IST",
        "Published June 25, 2024 at 3:04 p.m. EDT",
        "Posted on 2024-06-25 10:31:07 UTC+9",
        "First published on June 25, 2024 - 4 min read",
    ],
)
def test_date_lines(line: str) -> None:
    days = read_date_line(line)
    assert days
    assert first_date(days) == date(2024, 6, 25)


def test_a_line_that_only_counts_backward_is_a_date_line_without_a_day() -> None:
    assert read_date_line("Updated 3 hours ago") == ()


@pytest.mark.parametrize(
    "line", ["", "On June 25, 2024 the treaty was signed.", "Tuesday", "June 25, 2024 in Seoul " * 20]
)
def test_no_date_lines(line: str) -> None:
    assert read_date_line(line) is None


@pytest.mark.parametrize("row", rows("agencies.toml", "agency", Agency), ids=lambda row: row.name)
def test_no_agency_is_a_place(row: Agency) -> None:
    found = read_dateline(row.example)
    assert found is None or found.place is None or row.name not in found.place


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("28.11.2023 18:05 • Updated 28.11.2023 19:20", date(2023, 11, 28)),
        ("Issued on: 29/01/2024 - 07:18", date(2024, 1, 29)),
        ("Published: 03/04/2024 at 9:15 AM", None),
    ],
)
def test_date_lines_in_numbers(line: str, day: date | None) -> None:
    days = read_date_line(line)
    assert days is not None
    assert first_date(days) == day
