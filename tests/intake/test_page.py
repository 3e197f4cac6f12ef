from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import SourceError
from dragoman.intake.page import clean_page

TITLE = "Ministers agree to meet again in Geneva"
LEAD = "The two foreign ministers agreed on Tuesday to meet again in Geneva, an official said after the talks."
BODY = [
    "Neither side gave a day for the signature of the treaty, which has been open for signature since the spring.",
    "“We are closer than we were a year ago,” the official said, and added that the text would be published soon.",
    "The talks began in the autumn after a long pause, and both governments had asked for them to be held in secret.",
]
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>{TITLE} - The Example</title>
<meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="The Example"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2024-06-25T10:31:00+02:00"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>{TITLE}</h1>
<p>BERN, June 25 (Reuters) - {LEAD}</p><p>Also read: <a href="/x">What the treaty says</a></p>
{"".join(f"<p>{paragraph}</p>" for paragraph in BODY)}<p>{BODY[0]}</p><p>Sign up for our newsletter</p></article>
<footer>© 2024 The Example. All rights reserved.</footer></body></html>"""


def test_a_page() -> None:
    document = clean_page(PAGE, url="https://example.org/world/talks")
    assert document.text == "\n\n".join([TITLE, LEAD, *BODY])
    assert [block.kind for block in document.blocks] == ["title"] + ["paragraph"] * 4
    assert (document.title, document.publisher, document.byline) == (TITLE, "The Example", "Jane Roe")
    assert (document.place, document.agency, document.origin) == ("BERN", "Reuters", "page")
    assert (document.published, document.published_from) == (date(2024, 6, 25), "page")
    assert document.published_at == "2024-06-25T10:31:00+02:00"
    assert document.url == "https://example.org/world/talks"


def test_the_title_is_the_heading_where_the_two_are_alike() -> None:
    shown = "Exclusive: Ministers agree to meet again in Geneva"
    assert clean_page(PAGE.replace(f"<h1>{TITLE}", f"<h1>{shown}")).title == shown
    assert clean_page(PAGE.replace(f"<h1>{TITLE}", "<h1>World news")).title == TITLE
    assert clean_page(PAGE.replace(f"<h1>{TITLE}", f"<h1>{TITLE.upper()}")).title == TITLE


def test_bytes_and_text_are_the_same_page() -> None:
    assert clean_page(PAGE.encode()) == clean_page(PAGE)


def test_the_given_day_wins_and_its_instant_is_unknown() -> None:
    document = clean_page(PAGE, published=date(2024, 7, 1))
    assert (document.published, document.published_at, document.published_from) == (date(2024, 7, 1), None, "given")


@pytest.mark.parametrize(
    "html",
    ["", "<html><body></body></html>", "<html><body><nav><a href='/'>Home</a></nav></body></html>", "<!DOCTYPE html>"],
)
def test_no_article(html: str) -> None:
    with pytest.raises(SourceError, match=r"no article|nothing but") as caught:
        clean_page(html, where="front.html")
    assert caught.value.code == "D107"
    assert "front.html" in str(caught.value)


def test_an_xml_declaration_and_an_old_encoding_do_no_harm() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?>' + PAGE.replace("“", '"').replace("”", '"').replace(
        "autumn", "été"
    )
    assert "The talks began in the été after" in clean_page(page.encode("iso-8859-1")).text
