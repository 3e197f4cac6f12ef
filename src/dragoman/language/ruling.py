"""A quicker matcher for spaCy's attribute ruler, with the same matches.

The ruler of an English pipeline asks of every token some 180 questions, nearly all of which turn on its tag, its
dependency, whether it is white space, and whether its small letters are one of a few words. The answers are looked up
by these four; the few rules that ask for more (several tokens, regular expressions) are left to spaCy's matcher.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

ATTRIBUTES = ("TAG", "DEP", "IS_SPACE", "LOWER")
RULER = "attribute_ruler"

Match = tuple[int, int, int]
"""Key of the rule, first token, token behind the last one."""
Values = tuple[int, ...]
"""A token's values of `ATTRIBUTES`, strings as their hashes; `LOWER` is 0 for words that no rule names."""
Condition = Callable[[int], bool]
Pattern = list[dict[str, Any]]


def quicken(pipeline: Language) -> None:
    """Give the pipeline's attribute ruler, if it has one, the quicker matcher."""
    if pipeline.has_pipe(RULER):
        ruler: Any = pipeline.get_pipe(RULER)
        ruler.matcher = TokenMatcher(ruler.matcher, (str(number) for number in range(len(ruler.attrs))), ruler.vocab)


class TokenMatcher:
    """Stands in the place of a `spacy.matcher.Matcher` that holds rules under the given keys."""

    def __init__(self, matcher: Any, keys: Iterable[str], vocab: Vocab) -> None:
        from spacy.matcher import Matcher

        self._matcher = matcher
        self._others = Matcher(vocab)
        self._rules: list[tuple[int, dict[int, Condition]]] = []
        self._words: set[int] = set()
        self._found: dict[Values, tuple[int, ...]] = {}
        for key in keys:
            patterns: list[Pattern] = matcher.get(key)[1]
            others = [pattern for pattern in patterns if not _is_simple(pattern)]
            if others:
                self._others.add(key, others)
            for (token,) in (pattern for pattern in patterns if _is_simple(pattern)):
                self._rules.append((vocab.strings[key], dict(_conditions(token, vocab))))
                self._words.update(vocab.strings[word] for word in _named(token.get("LOWER", ())))

    def __call__(self, doc: Doc, *, allow_missing: bool = False, as_spans: Literal[False] = False) -> list[Match]:
        """Every match in the document; the order does not matter to a ruler, and it never asks for spans."""
        found: list[Match] = self._others(doc, allow_missing=allow_missing)
        for index, (tag, dep, space, lower) in enumerate(doc.to_array(list(ATTRIBUTES)).tolist()):
            values = tag, dep, space, lower if lower in self._words else 0
            keys = self._found.get(values)
            if keys is None:
                keys = self._found[values] = tuple(self._matching(values))
            found += [(key, index, index + 1) for key in keys]
        return found

    def get(self, key: str) -> Any:
        """The patterns under a key, as they were given."""
        return self._matcher.get(key)

    def _matching(self, values: Values) -> Iterator[int]:
        for key, conditions in self._rules:
            if all(holds(values[place]) for place, holds in conditions.items()):
                yield key


def _is_simple(pattern: Pattern) -> bool:
    """Whether the pattern is of one token, and asks only what `ATTRIBUTES` can answer."""
    return len(pattern) == 1 and all(
        attribute in ATTRIBUTES
        and (isinstance(wanted, str | bool) or (isinstance(wanted, dict) and wanted.keys() <= {"IN", "NOT_IN"}))
        for attribute, wanted in pattern[0].items()
    )


def _conditions(token: Mapping[str, Any], vocab: Vocab) -> Iterator[tuple[int, Condition]]:
    for attribute, wanted in token.items():
        yield ATTRIBUTES.index(attribute), _condition(wanted, vocab)


def _condition(wanted: Any, vocab: Vocab) -> Condition:
    if isinstance(wanted, bool):
        return lambda value: value == wanted
    if isinstance(wanted, str):
        word = vocab.strings.add(wanted)
        return lambda value: value == word
    among = frozenset(map(vocab.strings.add, wanted["IN"])) if "IN" in wanted else None
    outside = frozenset(map(vocab.strings.add, wanted.get("NOT_IN", ())))
    return lambda value: (among is None or value in among) and value not in outside


def _named(wanted: Any) -> Iterator[str]:
    """The words that a condition names."""
    if isinstance(wanted, str):
        yield wanted
    elif isinstance(wanted, dict):
        yield from (word for words in wanted.values() for word in words)
