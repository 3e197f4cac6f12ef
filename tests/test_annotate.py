"""The article as a page: every character kept, nothing of it taken for markup."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import HealthCheck, given, settings
from tests.strategies import readings

import dragoman
from dragoman.annotate import to_html
from dragoman.records import Reading


def shown(page: str) -> str:
    body = re.search(r'<div class="text">(.*?)</div>', page, re.DOTALL)
    assert body is not None
    return unescape(re.sub(r"<[^>]*>", "", body[1]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_every_character_keeps_its_place(reading: Reading) -> None:
    page = to_html(reading)
    assert shown(page) == reading.document.text
    assert page.count("<span") == page.count("</span>")


def test_page_is_self_contained() -> None:
    page = to_html(dragoman.read("Moscow warned Seoul on Monday.", published="2024-06-25"))
    assert page.startswith("<!doctype html>")
    assert not re.search(r"<script|<link|src=|https?://", page)
    assert 'class="trigger"' in page


def test_markup_in_an_article_is_only_text() -> None:
    page = to_html(dragoman.read('Moscow said "<script>alert(1)</script>" to Seoul.'))
    assert "<script>" not in page


def test_notebook_gets_the_fragment() -> None:
    fragment = dragoman.read("Moscow warned Seoul.")._repr_html_()
    assert not fragment.startswith("<!doctype")
    assert "Moscow" in fragment
