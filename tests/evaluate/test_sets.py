"""How our own articles are put into sets."""

from __future__ import annotations

import json
from pathlib import Path

from tools.evaluate.sets import own_articles


def test_an_article_belongs_to_the_set_that_it_names(tmp_path: Path) -> None:
    for slug, gold in {"a": {"set": "unread"}, "b": {}, "c": {"set": "unread"}, "d": {"set": "first"}}.items():
        (tmp_path / slug).mkdir()
        (tmp_path / slug / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    assert own_articles(tmp_path) == {
        "first": [tmp_path / "b", tmp_path / "d"],
        "unread": [tmp_path / "a", tmp_path / "c"],
    }


def test_a_set_without_articles_is_none(tmp_path: Path) -> None:
    assert own_articles(tmp_path) == {}
