from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.intake.clean import clean_text
from dragoman.records import Document

TITLE = "Ministers 'calmly' agree to meet again"
LEAD = "The two foreign ministers agreed on Tuesday to meet again in Geneva, an official said."
BODY = "Neither side gave a day for the signature of the treaty, which has been open since 2012."
SCRAPED = f"""{TITLE}

Ministers calmly agree to meet again
x
Highlights

{LEAD}

Share this article

BERN, June 25, 2024 (Reuters) - {LEAD}

{BODY}

Also read: What the treaty says

Show Full Article
ADVERTISEMENT
(Reporting by a staff writer in Geneva)"""
SIGNS = ["x", "\n", "\n\n", " ", '"', "“", "”", "- ", "• ", ". ", "… ", "\u200b", "\xa0", "\r\n", "A", "No. "]
HEADS = ["Seoul: ", "SEOUL (Reuters) - ", "June 25, 2024", "MOSCOW, June 25. /TASS/. ", "By Jane Roe", "(AP)"]
FURNITURE = ["Read more: ", "Advertisement", "With inputs from AFP"]
PIECES = st.sampled_from([TITLE, LEAD, BODY, *SIGNS, *HEADS, *FURNITURE])
SCRAPS = st.lists(PIECES, max_size=30).map("".join)


def blocks_of(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.span.start : block.span.end]) for block in document.blocks]


def test_a_scraped_article() -> None:
    document = clean_text(SCRAPED)
    assert blocks_of(document) == [("title", TITLE), ("paragraph", LEAD), ("paragraph", BODY)]
    assert document.text == f"{TITLE}\n\n{LEAD}\n\n{BODY}"
    assert (document.title, document.place, document.agency) == (TITLE, "BERN", "Reuters")
    assert (document.published, document.published_from) == (date(2024, 6, 25), "dateline")


def test_the_given_day_wins() -> None:
    document = clean_text(SCRAPED, published=date(2024, 6, 26), url="https://example.org/2024/06/27/x")
    assert (document.published, document.published_from) == (date(2024, 6, 26), "given")


def test_the_address_is_the_last_word() -> None:
    document = clean_text(LEAD, url="https://example.org/2024/06/27/x")
    assert (document.published, document.published_from) == (date(2024, 6, 27), "url")


def test_undated_is_no_error() -> None:
    document = clean_text(LEAD)
    assert (document.published, document.published_from) == (None, None)


def test_a_day_without_its_year_dates_nothing() -> None:
    assert clean_text(f"SEOUL, June 25 (Reuters) - {LEAD}").published is None


def test_a_line_of_place_and_day_is_the_dateline() -> None:
    document = clean_text(f"{TITLE}\n\nBrussels, 3 August 2023\n\n{LEAD}")
    assert (document.published, document.published_from, document.place) == (date(2023, 8, 3), "dateline", "Brussels")
    assert document.text == f"{TITLE}\n\n{LEAD}"
    assert clean_text(f"{TITLE}\n\nPress release, Brussels, 3 August 2023\n\n{LEAD}").place == "Brussels"
    assert clean_text(f"{TITLE}\n\nVIENNA, Nov. 20, 2022\n\n{LEAD}").published == date(2022, 11, 20)
    assert clean_text(f"{TITLE}\n\nElections, 3 August 2023\n\n{LEAD}").published is None


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Department Press Briefing – March 14, 2024", date(2024, 3, 14)),
        ("Balkan Briefing | 27 September 2023", date(2023, 9, 27)),
        ("Remarks by the president (3 May 2024)", date(2024, 5, 3)),
        ("Remembering D-Day – June 6, 1944", None),
        ("A press release of 3 May 2024 and what became of it", None),
    ],
)
def test_the_title_of_a_record_says_its_day(title: str, day: date | None) -> None:
    document = clean_text(f"{title}\n\n{LEAD}")
    assert (document.published, document.published_from) == (day, "title" if day else None)


def test_a_byline_before_the_dateline_is_no_place() -> None:
    document = clean_text(f"By Financial Desk. THE HAGUE, Sept 4, 2024 – {LEAD}")
    assert (document.place, document.published) == ("THE HAGUE", date(2024, 9, 4))


def test_the_day_of_publication_goes_before_that_of_a_change() -> None:
    lines = "Updated June 27, 2024\n\nPublished June 25, 2024"
    assert clean_text(f"{TITLE}\n\n{lines}\n\n{LEAD}").published == date(2024, 6, 25)
    assert clean_text(f"{TITLE}\n\nUpdated June 27, 2024\n\n{LEAD}").published == date(2024, 6, 27)


def test_a_bare_date_in_the_body_heads_a_part_of_it() -> None:
    parts = [f"{BODY} {BODY[::-1]}", f"{LEAD} {LEAD[::-1]}", "May 4, 2020", "The talks began."]
    document = clean_text("\n\n".join(parts))
    assert (document.text, document.published) == ("\n\n".join(parts), None)
    assert "June" not in clean_text("\n\n".join([*parts, "Published June 25, 2024"])).text


def test_byline_and_date_line_are_read_and_taken_out() -> None:
    document = clean_text(f"{TITLE}\nBy Jane Roe\nPublished 25 June 2024, 10:31 GMT\n\n{LEAD}")
    assert blocks_of(document) == [("title", TITLE), ("paragraph", LEAD)]
    assert (document.byline, document.published) == ("Jane Roe", date(2024, 6, 25))


def test_lines_broken_at_a_width_are_joined() -> None:
    broken = (
        "The two foreign ministers agreed on Tuesday to meet again\n"
        "in Geneva, an official said. Neither side gave a day for\n"
        "the signature."
    )
    assert clean_text(broken).text == broken.replace("\n", " ")


def test_what_stands_below_a_broken_paragraph_is_not_joined_to_it() -> None:
    broken = "The two foreign ministers agreed on Tuesday to meet again\nin Geneva, an official said.\n(END)"
    assert (
        clean_text(broken).text
        == "The two foreign ministers agreed on Tuesday to meet again in Geneva, an official said."
    )


def test_a_list_of_links_goes_with_its_heading() -> None:
    assert (
        clean_text(f"{LEAD}\n\nAlso read:\n\nTreaty in doubt\n\nAdvertisement\n\nTalks off\n\n{BODY}").text
        == f"{LEAD}\n\n{BODY}"
    )


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert clean_text(f"{LEAD}\n{BODY}").text == f"{LEAD}\n\n{BODY}"


def test_items_are_marked_and_lose_their_bullets() -> None:
    document = clean_text(f"{LEAD}\n\n- {BODY}\n• The talks go on.")
    assert blocks_of(document)[1:] == [("item", BODY), ("item", "The talks go on.")]


def test_a_sentence_is_no_title() -> None:
    assert clean_text(f"The talks failed.\n\n{LEAD}").title is None


def test_invisible_characters_and_hard_blanks() -> None:
    assert clean_text("\ufeffThe\xa0talks\u200b have\u00ad\tfailed.\r\n").text == "The talks have failed."


def test_accents_are_composed() -> None:
    assert clean_text("Erdog\u0306an spoke.").text == "Erdo\u011fan spoke."


def test_a_given_title_stands_on_top_once() -> None:
    document = clean_text(f"{TITLE}\n\n{LEAD}", title="Ministers calmly agree to meet again")
    assert blocks_of(document) == [("title", "Ministers calmly agree to meet again"), ("paragraph", LEAD)]


def test_an_empty_text_is_an_empty_document() -> None:
    assert clean_text(" \n\u200b") == clean_text("")
    assert clean_text("").blocks == ()


@given(st.one_of(st.text(), SCRAPS))
@settings(max_examples=300)
def test_blocks_lie_in_the_text_in_order_with_a_blank_line_between(text: str) -> None:
    document = clean_text(text)
    assert "\n\n".join(words for _, words in blocks_of(document)) == document.text
    assert all(words and words == words.strip() and "\n" not in words for _, words in blocks_of(document))


@given(st.one_of(st.text(), SCRAPS))
@settings(max_examples=300)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text).text
    assert clean_text(once).text == once


@given(SCRAPS)
def test_no_letter_is_invented(text: str) -> None:
    assert set(clean_text(text).text) <= set(text) | {" ", "\n"}


def test_of_a_title_with_the_site_behind_it_that_stands_again_only_the_title_is_kept() -> None:
    body = "The two ministers agreed in Muscat on Tuesday that the talks will go on, Oman said."
    document = clean_text(
        f"Ministers agree to go on talking | The Muscat Wire\n\nMinisters agree to go on talking\n\n{body}"
    )
    assert document.title == "Ministers agree to go on talking"
    assert document.text == f"Ministers agree to go on talking\n\n{body}"
