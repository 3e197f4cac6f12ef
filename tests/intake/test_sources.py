from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import LanguageError, SourceError
from dragoman.intake import load
from dragoman.intake.sources import STANDARD_INPUT

LEAD = "The two foreign ministers agreed on Tuesday to meet again in Geneva, an official said after the talks."


def refused(source: str, **options: int) -> SourceError:
    with pytest.raises(SourceError) as caught:
        load(source, max_bytes=options.get("max_bytes", 20_000_000))
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_text_file(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(f"Ministers agree\n\nSeoul: {LEAD}", encoding="utf-8")
    document = load(str(file), published=date(2024, 6, 25), url="https://example.org/x")
    assert document.text == f"Ministers agree\n\n{LEAD}"
    assert (document.place, document.published, document.url) == ("Seoul", date(2024, 6, 25), "https://example.org/x")
    assert document.origin == "text"


def test_a_saved_page(tmp_path: Path) -> None:
    file = tmp_path / "article.html"
    file.write_text(
        f"<html><body><article><h1>Ministers agree</h1>{f'<p>{LEAD}</p>' * 3}</article></body></html>", encoding="utf-8"
    )
    document = load(str(file))
    assert document.origin == "page"
    assert document.text.count(LEAD) == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LEAD.encode())))
    assert load(STANDARD_INPUT).text == LEAD


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "D103"),
        (b"%PDF-1.4", "D104"),
        (b"Advertisement\nShare", "D107"),
        (b'<?xml version="1.0"?><rss>', "D104"),
        (b'{"text": 1}', "D104"),
    ],
)
def test_files_that_hold_no_article(tmp_path: Path, content: bytes, code: str) -> None:
    file = tmp_path / "bad"
    file.write_bytes(content)
    error = refused(str(file))
    assert error.code == code
    assert str(file) in str(error)


def test_no_such_file_and_a_folder(tmp_path: Path) -> None:
    assert refused(str(tmp_path / "nowhere.txt")).code == "D101"
    assert refused(str(tmp_path)).code == "D102"
    assert refused("a\0b").code == "D106"
    assert refused("ftp://example.org/x").code == "D108"


def test_too_large(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_text(LEAD * 10, encoding="utf-8")
    assert refused(str(file), max_bytes=100).code == "D105"


def test_too_large_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LEAD.encode())))
    assert refused(STANDARD_INPUT, max_bytes=10).code == "D105"


def test_not_english(tmp_path: Path) -> None:
    file = tmp_path / "artikel.txt"
    file.write_text(
        "Die Minister sagten, dass sie sich am Freitag in Genf treffen werden. Es ist das erste Treffen nach einer "
        "langen Pause, und auf beiden Seiten wird mit einem Abkommen nicht vor dem Herbst gerechnet.",
        encoding="utf-8",
    )
    with pytest.raises(LanguageError, match="German"):
        load(str(file))


def test_importing_intake_loads_neither_spacy_nor_the_web() -> None:
    heavy = "{'spacy', 'trafilatura', 'htmldate', 'httpx', 'lxml'} & set(sys.modules)"
    code = f"import sys, dragoman.intake; sys.exit(bool({heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
