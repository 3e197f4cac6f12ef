"""Headlines leave out small words, and the parser loses the verb with them (*Norway lifts ban on whaling*).

Each step puts one word back or in the place of another, has the line parsed so, keeps the parse if the verb is found
by it, and takes the word out again:

    Fiji, Samoa sign pact            → Fiji and Samoa sign …
    EU to impose sanctions           → EU will impose …
    Norway lifts ban on whaling      → Norway lifts the ban …
    Editor jailed for insulting king → Editor is jailed …
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.language.headlines import is_title_case, may_be_verb
from dragoman.language.subjects import INTRANSITIVE
from dragoman.language.tree import NOMINAL_TAGS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

#: how many words a headline has
WORDS = range(3, 21)
#: how lines end that are no headlines
SENTENCE_ENDS = tuple('.!?:;,"”’)')
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
#: what no object begins with
NO_OBJECT = frozenset({"IN", "TO", "CC", "DT", "PRP$", "RP", "RB", "POS", ",", ".", ":", "``", "''", "-LRB-"})
#: names and nouns without an -s that act as many
COLLECTIVE = frozenset({"police", "taliban", "people", "troops", "maoists", "youth", "clergy"})
#: verbs besides those of `subjects` that are no passive without an object
WITHOUT_OBJECT = INTRANSITIVE | {"die", "crash", "collide", "vote", "say", "clash", "start", "end", "begin", "drop"}


@dataclass(frozen=True, slots=True)
class Attempt:
    """The words to parse, for each the token it stands for (None: put in), and the token that must become the verb.

    `joining` is a token that must join the verb's subjects or what it takes.
    """

    words: list[str]
    origins: list[int | None]
    verb: int
    joining: int | None = None


Step = Callable[["Doc", frozenset[str]], Iterator[Attempt]]


def is_headline(line: str) -> bool:
    """Whether a line may leave out small words: it is short, and does not end as sentences do."""
    return is_title_case(line) or (len(line.split()) in WORDS and not line.endswith(SENTENCE_ENDS))


def read_out(doc: Doc, pipeline: Language, verbs: frozenset[str], *, headline: bool) -> Doc:
    """The line with the parse that it has with its small words; as it was where they change nothing.

    `verbs` are those that the pipeline knows. Of a sentence that is no headline only a verb is looked for, where it
    has none.
    """
    if not headline and (len(doc) not in WORDS or any(token.tag_ in FINITE for token in doc)):
        return doc
    for step in (_joined, _with_will, _with_article, _with_copula) if headline else (_with_article,):
        found = next((found for one in step(doc, verbs) if (found := _parsed(one, doc, pipeline)) is not None), None)
        doc = found if found is not None else doc
    return doc


def _parsed(attempt: Attempt, doc: Doc, pipeline: Language) -> Doc | None:
    """The document with the parse of the attempt, None if the verb is none there."""
    from spacy.tokens import Doc

    tried = Doc(pipeline.vocab, words=attempt.words)
    for _, component in pipeline.pipeline:
        if component is not pipeline.get_pipe("ner"):
            tried = component(tried)
    place = {origin: number for number, origin in enumerate(attempt.origins) if origin is not None}
    if not _has_subject(tried[place[attempt.verb]]):
        return None
    if attempt.joining is not None and tried[place[attempt.joining]].head.dep_ not in ("nsubj", "dobj", "pobj"):
        return None
    tokens = [tried[place[token.i]] for token in doc]
    heads = [attempt.origins[token.head.i] for token in tokens]
    if None in heads:
        return None
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in tokens],
        pos=[token.pos_ for token in tokens],
        lemmas=[token.lemma_ for token in tokens],
        heads=[head for head in heads if head is not None],
        deps=[token.dep_ for token in tokens],
    )


def _has_subject(verb: Token) -> bool:
    is_root = verb.dep_ == "ROOT" and verb.tag_[:2] == "VB"
    return is_root and any(one.dep_.startswith("nsubj") for one in verb.children)


def _attempt(
    doc: Doc, verb: int, *, instead: dict[int, str] | None = None, before: dict[int, str] | None = None,
    joining: int | None = None,
) -> Attempt:  # fmt: skip
    """The line with words in the place of tokens, and put in before some."""
    words: list[str] = []
    origins: list[int | None] = []
    for token in doc:
        if before and token.i in before:
            words.append(before[token.i])
            origins.append(None)
        words.append((instead or {}).get(token.i, token.text))
        origins.append(token.i)
    return Attempt(words, origins, verb, joining)


def _first_finite(doc: Doc) -> int:
    return next((token.i for token in doc if token.tag_ in FINITE), len(doc))


def _joined(doc: Doc, verbs: frozenset[str]) -> Iterator[Attempt]:
    """*Fiji, Samoa sign pact*, *urges Serbia, Kosovo to talk*: a comma that stands for *and*."""
    commas = [token.i for token in doc if token.text == ","]
    if len(commas) != 1 or commas[0] + 2 >= len(doc) or commas[0] == 0:
        return
    (comma,) = commas
    before, behind = doc[comma - 1], doc[comma + 1]
    if before.tag_ not in NOMINAL_TAGS or behind.tag_ not in (*NOMINAL_TAGS, "JJ"):
        return
    opens = not any(token.tag_ in FINITE for token in doc[:comma])
    if not opens and (behind.tag_ != "NNP" or any(token.tag_ in FINITE for token in doc[comma:])):
        return
    for token in doc[comma + 1 : -1] if opens else doc[:comma]:
        if token.tag_[:2] == "VB" or may_be_verb(token.text, verbs):
            for articles in ((), (token.i + 1,), (comma + 1, token.i + 1)):
                put_in = dict.fromkeys(articles, "the")
                yield _attempt(doc, token.i, instead={comma: "and"}, before=put_in, joining=comma)


def _with_will(doc: Doc, _: frozenset[str]) -> Iterator[Attempt]:
    """*EU to impose sanctions*: what a headline says of the future."""
    for token in doc[1 : min(_first_finite(doc), len(doc) - 1)]:
        named = doc[token.i - 1].tag_ in NOMINAL_TAGS or (token.i == 1 and doc[0].is_title)
        if token.tag_ == "TO" and named and doc[token.i + 1].tag_ in ("VB", "NN"):
            yield _attempt(doc, token.i + 1, instead={token.i: "will"})
            return


def _with_article(doc: Doc, verbs: frozenset[str]) -> Iterator[Attempt]:
    """*Norway lifts ban on whaling*: the object with its article shows what the verb is."""
    finite = _first_finite(doc)
    if finite < len(doc) and doc[finite].tag_ not in ("VBP", "VBD"):
        return
    for token in doc[1 : min(finite, len(doc) - 1)]:
        behind = doc[token.i + 1]
        if finite not in (len(doc), behind.i) or behind.tag_ in NO_OBJECT or not _looks_like_verb(token, verbs):
            continue
        yield _attempt(doc, token.i, before={behind.i: "the"})


def _looks_like_verb(token: Token, verbs: frozenset[str]) -> bool:
    """Whether a word behind a noun may be a verb by its form: *lifts*, *evicted*; *fire* only behind many."""
    before, text = token.nbor(-1), token.text
    if before.tag_ not in NOMINAL_TAGS or not text.islower() or not may_be_verb(text, verbs):
        return False
    if token.tag_ in ("NN", "VB", "JJ") and not text.endswith("ed"):
        return before.tag_ in ("NNS", "NNPS") or before.lower_ in COLLECTIVE
    return (token.tag_ == "NNS" and text.endswith("s")) or (token.tag_ in ("JJ", "VBN") and text.endswith("ed"))


def _with_copula(doc: Doc, _: frozenset[str]) -> Iterator[Attempt]:
    """*Editor jailed for insulting king*: a past without an object is a passive in a headline."""
    finite = _first_finite(doc)
    if finite < len(doc) and doc[finite].tag_ != "VBD":
        return
    for token in doc[1:]:
        if (
            token.tag_ not in ("VBD", "VBN")
            or token.lemma_ in WITHOUT_OBJECT
            or token.nbor(-1).tag_ not in NOMINAL_TAGS
        ):
            continue
        if any(child.dep_ in ("dobj", "ccomp", "xcomp", "prt", "auxpass", "aux") for child in token.children):
            return
        if token.i + 1 == len(doc) or token.nbor().tag_ in ("IN", "TO"):
            yield _attempt(doc, token.i, before={token.i: "is"})
            return
