from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import SourceError
from dragoman.intake.decode import decode, looks_like_html

TEXT = "“Café talks” – the ministers agreed on Tuesday to meet again."


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_encodings(raw: bytes) -> None:
    assert decode(raw, where="it") == TEXT


def test_declared_encodings() -> None:
    assert decode("Дипломат".encode("cp1251"), where="it", charset="windows-1251") == "Дипломат"
    page = '<meta charset="iso-8859-2"><p>Łódź'
    assert decode(page.encode("iso-8859-2"), where="it") == page
    assert decode(TEXT.encode("cp1252"), where="it", charset="iso-8859-1") == TEXT
    assert decode(TEXT.encode("cp1252"), where="it", charset="no-such-encoding") == TEXT


def test_latin_1_takes_what_windows_does_not() -> None:
    assert decode(b"Caf\xe9 \x81", where="it") == "Café \x81"


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 \0\0", "a PDF"),
        (b"PK\x03\x04\0\0", "a ZIP archive"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"ab\0\0\1\2\3" * 9, "binary data"),
    ],
)
def test_binary_files_are_named(raw: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=f"photo is {what}") as caught:
        decode(raw, where="photo")
    assert caught.value.code == "D104"


@pytest.mark.parametrize("raw", [b"", b" \n\t "])
def test_empty(raw: bytes) -> None:
    with pytest.raises(SourceError, match="note is empty") as caught:
        decode(raw, where="note")
    assert caught.value.code == "D103"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")).filter(str.strip))
def test_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode(), where="it") == text


def test_pages_are_told_from_text() -> None:
    assert looks_like_html("\n<!DOCTYPE html><html>")
    assert looks_like_html('<?xml version="1.0"?><html xmlns="x">')
    assert looks_like_html("<div><p>Talks</p></div>")
    assert not looks_like_html("The talks: x < y and y > z.")
    assert not looks_like_html("")
