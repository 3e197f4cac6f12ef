"""Noun phrases out of the dependency tree."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from dragoman.language.model import Attachment, Number, Phrase, PhraseKind
from dragoman.language.tree import NOMINAL_TAGS, Tree

#: labels under which a word of any tag stands for a thing or person (*the wounded*, *both*, *12*)
NOMINAL_LABELS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "dative", "appos", "poss", "npadvmod", "oprd", "nmod", "acomp"}
)
#: labels that are part of the phrase before (or right behind) its head
CORE_LABELS = frozenset(
    {"det", "predet", "poss", "amod", "compound", "nummod", "nmod", "quantmod", "case", "advmod", "neg", "preconj"}
)
NOT_NOMINAL_TAGS = frozenset(
    {"VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "IN", "TO", "MD", "RB", ",", ".", "``", "''", ":", "CC", "PRP$", "WP$"}
)
#: prepositions of several words whose middle is a noun: (first, noun, last)
NOUN_PREPOSITIONS = frozenset(
    {
        "in response to", "in reaction to", "in retaliation for", "in exchange for", "in return for", "in favour of",
        "in favor of", "on behalf of", "in support of", "in defence of", "in defense of", "in protest at",
        "in protest against", "in line with", "in accordance with", "in contrast to", "in addition to", "in front of",
        "in terms of", "in view of", "in light of", "in spite of", "in violation of", "in breach of",
        "in connection with",
        "in cooperation with", "in coordination with", "in case of", "in honour of", "in honor of", "in place of",
        "by means of", "with regard to", "with respect to", "as part of", "as a result of", "at the request of",
        "at the hands of", "at the invitation of", "with the help of", "in the face of", "in the wake of",
        "in the event of", "in the aftermath of", "in the course of", "in the name of", "on the side of",
        "on the part of", "under the terms of", "in the middle of", "in the run-up to", "for the sake of",
    }
)  # fmt: skip


@dataclass(slots=True)
class PhraseTable:
    """The phrases of a text and, for each head word, which phrase it heads.

    `nationalities` are, for a noun of action, the phrases made of capitalised modifiers before it
    (*Russian shelling*, *U.S. sanctions*); `coordination` gives for a member of a coordination its first phrase.
    """

    phrases: list[Phrase] = field(default_factory=list)
    by_head: dict[int, int] = field(default_factory=dict)
    nationalities: dict[int, tuple[int, ...]] = field(default_factory=dict)
    coordination: dict[int, int] = field(default_factory=dict)

    def of_word(self, word: int | None) -> int | None:
        """The phrase that the word heads."""
        return None if word is None else self.by_head.get(word)


def find_phrases(
    tree: Tree, sentence_of: list[int], quotation_of: list[int | None], nouns: Container[str]
) -> PhraseTable:
    """Every noun phrase, in the order of the heads; `nouns` are the nouns of action."""
    modifiers = {i: tree.head[i] for i in range(len(tree)) if _is_nationality(tree, i, nouns)}
    heads = [index for index in range(len(tree)) if index in modifiers or _is_nominal(tree, index)]
    table = PhraseTable(by_head={head: number for number, head in enumerate(heads)})
    for modifier, noun in modifiers.items():
        table.nationalities[noun] = (*table.nationalities.get(noun, ()), table.by_head[modifier])
    apposition = _appositions(tree, table)
    for number, head in enumerate(heads):
        core_first, core_last = _core(tree, head)
        last = _last_word(tree, head)
        table.phrases.append(
            Phrase(
                index=number,
                sentence=sentence_of[head],
                head=head,
                start=tree.start[min(_first_word(tree, head), core_first)],
                end=tree.end[max(last, core_last)],
                core_start=tree.start[core_first],
                core_end=tree.end[core_last],
                lemma=tree.lemma[head].lower(),
                kind=_kind(tree, head),
                number=_number(tree, head),
                determiner=_determiner(tree, head),
                modifiers=tuple(i for i in tree.kids(head, "amod", "compound", "nmod", "nummod") if i < head),
                possessor=table.of_word(tree.kid(head, "poss")),
                attachments=attachments(tree, table, head),
                apposition=tuple(apposition.get(number, ())),
                members=_members(tree, table, head),
                quotation=quotation_of[head],
                entity=tree.entity[head],
            )
        )
    table.coordination = {member: phrase.index for phrase in table.phrases for member in phrase.members}
    return table


def _is_nominal(tree: Tree, index: int) -> bool:
    tag, dep = tree.tag[index], tree.dep[index]
    if dep in ("compound", "punct", "case", "aux", "expl", "intj", "det", "nummod"):
        return False
    if tag in NOMINAL_TAGS:
        return dep != "amod" or tag == "NNP"
    if tag == "PRP$":
        return dep == "poss"
    if tag in ("DT", "CD", "JJ", "JJS", "JJR", "WP", "WDT", "NFP", "FW", "PDT", "$"):
        return (dep in NOMINAL_LABELS and dep != "nmod") or (dep == "conj" and _is_nominal_conjunct(tree, index))
    return tag not in NOT_NOMINAL_TAGS and dep in NOMINAL_LABELS


def _is_nationality(tree: Tree, index: int, nouns: Container[str]) -> bool:
    """A capitalised adjective, or the last word of a name, before a noun of action."""
    head = tree.head[index]
    if index >= head or tree.lemma[head].lower() not in nouns or not tree.text[index][0].isupper():
        return False
    if tree.dep[index] == "amod":
        return tree.tag[index] in ("JJ", "NNP") and tree.entity[index] in ("NORP", "GPE", "ORG")
    return (
        tree.dep[index] in ("compound", "nmod")
        and tree.tag[index] in ("NNP", "NNPS")
        and tree.entity[index] in ("NORP", "GPE", "ORG")
    )


def _is_nominal_conjunct(tree: Tree, index: int) -> bool:
    first = next((i for i in tree.above(index) if tree.dep[i] != "conj"), index)
    return first != index and tree.tag[first] in (*NOMINAL_TAGS, "CD") and tree.dep[first] in NOMINAL_LABELS


def _core(tree: Tree, head: int) -> tuple[int, int]:
    """First and last word from determiner to head, with a number or name right behind it (*Article 5*)."""
    first = last = head
    for child in tree.children[head]:
        if tree.dep[child] not in CORE_LABELS:
            continue
        if child < head:
            first = min(first, tree.left[child])
        elif child == last + 1 and tree.dep[child] in ("nummod", "compound", "nmod"):
            last = child
    while first < head and (tree.tag[first] in (",", "``", "''", ":", "CC") or tree.dep[first] == "preconj"):
        first += 1
    return first, last


def _first_word(tree: Tree, head: int) -> int:
    first = tree.left[head]
    while first < head and tree.tag[first] in (",", "''", ":", "-RRB-"):
        first += 1
    return first


def _last_word(tree: Tree, head: int) -> int:
    last = tree.right[head]
    while last > head and tree.tag[last] in (",", ".", ":", "``", "''", "-LRB-"):
        last -= 1
    if tree.dep[head] == "poss" and last > head and tree.dep[last] == "case":
        last -= 1
    return last


def _kind(tree: Tree, head: int) -> PhraseKind:
    tag = tree.tag[head]
    if tag in ("PRP", "PRP$", "WP", "WDT") or (tag == "DT" and tree.left[head] == head):
        return "pronoun"
    return "name" if tag in ("NNP", "NNPS") else "noun"


def _number(tree: Tree, head: int) -> Number:
    if tree.tag[head] in ("NNS", "NNPS"):
        return "plural"
    return "plural" if tree.text[head].lower() in PLURAL_PRONOUNS else "singular"


PLURAL_PRONOUNS = frozenset({"they", "them", "their", "we", "us", "our", "these", "those", "both"})


def _determiner(tree: Tree, head: int) -> str:
    word = tree.kid(head, "det", "predet")
    return "" if word is None else tree.text[word].lower()


def _members(tree: Tree, table: PhraseTable, head: int) -> tuple[int, ...]:
    """The phrases of a coordination, its first phrase first; empty for all but the first."""
    if _continues_list(tree, head) and tree.head[head] in table.by_head:
        return ()
    chain = [head]
    for word in chain:  # grows while it is read: each conjunct hangs on the one before
        chain.extend(child for child in tree.children[word] if _continues_list(tree, child) and child in table.by_head)
    return tuple(table.by_head[word] for word in sorted(chain)) if len(chain) > 1 else ()


def _continues_list(tree: Tree, word: int) -> bool:
    """Whether a coordination goes on: a conjunct, or a name that the parse takes for the apposition of a name.

    Of *Norway, the Netherlands, Chad and Peru* the second is read as what the first is; but one name is not three.
    """
    if tree.dep[word] == "conj":
        return True
    names = ("NNP", "NNPS")
    return (
        tree.dep[word] == "appos"
        and tree.tag[word] in names
        and tree.tag[tree.head[word]] in names
        and any(tree.tag[other] in names for other in tree.kids(word, "conj"))
    )


def _appositions(tree: Tree, table: PhraseTable) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for head, number in table.by_head.items():
        other = table.by_head.get(tree.head[head])
        if tree.dep[head] == "appos" and other is not None and not _continues_list(tree, head):
            found.setdefault(number, []).append(other)
            found.setdefault(other, []).append(number)
    return found


def attachments(tree: Tree, table: PhraseTable, word: int) -> tuple[Attachment, ...]:
    """The phrases that hang on a word by prepositions, compound prepositions read as one.

    Also those behind an adverb or particle of direction (*pulled back from the town*).
    """
    found: list[Attachment] = []
    for child in tree.children[word]:
        if tree.dep[child] in ("prep", "agent", "dative") and tree.tag[child] in ("IN", "TO", "VBG", "RB", "VBN", "RP"):
            found += preposition_objects(tree, table, child)
        elif tree.dep[child] in ("advmod", "prt") and tree.tag[child] in ("RB", "RP") and child > word:
            for preposition in tree.kids(child, "prep"):
                found += preposition_objects(tree, table, preposition)
    return tuple(found)


def preposition_objects(tree: Tree, table: PhraseTable, preposition: int, before: str = "") -> list[Attachment]:
    """What a preposition governs: *in response to Kyiv's move* gives (in response to, Kyiv's move)."""
    words = f"{before} {tree.text[preposition].lower()}".strip()
    found: list[Attachment] = []
    for child in tree.children[preposition]:
        if tree.dep[child] in ("prep", "pcomp") and tree.tag[child] in ("IN", "TO", "RB", "RP"):
            found += preposition_objects(tree, table, child, words)
        elif tree.dep[child] == "pobj" and child in table.by_head:
            inner = _through_noun(tree, table, words, child)
            found += inner or [Attachment(words, table.by_head[child])]
    return found


def _through_noun(tree: Tree, table: PhraseTable, words: str, noun: int) -> list[Attachment]:
    determiner = tree.kid(noun, "det")
    middle = f"{tree.text[determiner].lower()} " if determiner is not None else ""
    for child in tree.children[noun]:
        full = f"{words} {middle}{tree.text[noun].lower()} {tree.text[child].lower()}"
        if tree.dep[child] == "prep" and full in NOUN_PREPOSITIONS:
            inner = preposition_objects(tree, table, child)
            return [Attachment(full, each.phrase) for each in inner]
    return []
