"""From any phrase to a clause: through which clauses, in which role, over which phrases."""

from __future__ import annotations

import pytest

from dragoman.language import Parser
from dragoman.language.paths import Path, Paths


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def path_of(parser: Parser, text: str, predicate: str, noun: str) -> Path | None:
    parsed = parser.parse(text)
    clause = next(one for one in parsed.clauses if one.lemma == predicate)
    phrase = next(one for one in parsed.phrases if parsed.words[one.head].text == noun)
    paths = Paths(parsed)
    return paths.path(clause, paths.links(clause), phrase)


@pytest.mark.parametrize(
    ("text", "predicate", "noun", "path"),
    [
        ("Norway sent tents to Chad.", "send", "Norway", Path("", "subject")),
        ("Norway sent tents to Chad.", "send", "tents", Path("", "object")),
        ("Norway sent tents to Chad.", "send", "Chad", Path("", "complement to")),
        ("Norway rejected a plan by Chad.", "reject", "Chad", Path("", "object", ("by",))),
        ("Norway rejected the plan of the envoy from Chad.", "reject", "Chad", Path("", "object", ("from", "of"))),
        ("Norway rejected Chad's plan.", "reject", "Chad", Path("", "object", ("'s",))),
        ("Norway promised to help Chad.", "promise", "Chad", Path(">content", "object")),
    ],
)
def test_paths(parser: Parser, text: str, predicate: str, noun: str, path: Path) -> None:
    assert path_of(parser, text, predicate, noun) == path


def test_what_stands_around_and_beside_is_linked(parser: Parser) -> None:
    around = path_of(parser, "Norway promised to help Chad.", "help", "Norway")
    beside = path_of(parser, "Norway closed its embassy after Chad had left because Mali paid.", "leave", "Norway")
    assert around is not None
    assert around.link == ""  # who promises is who is to help
    assert beside is not None
    assert beside.link.startswith("<")


def test_there_is_no_path_to_another_sentence(parser: Parser) -> None:
    assert path_of(parser, "Norway paid. Chad thanked Mali.", "pay", "Mali") is None
