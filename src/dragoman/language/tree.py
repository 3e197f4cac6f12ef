"""The dependency tree as plain lists, and the repairs that news English needs.

Labels are those of the ClearNLP scheme that spaCy's English pipelines use. A repair mends one fault
that the small parser makes again and again in wire copy; each says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

NOMINAL_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: verbs of reporting that stand behind or after what they report, without an object of their own
REPORTING = frozenset(
    {"say", "report", "add", "tell", "write", "announce", "state", "claim", "confirm", "quote", "note"}
)
#: verbs that stand as an aside in what they report
ASIDE_REPORTS = REPORTING | frozenset(
    {
        "argue", "believe", "think", "insist", "warn", "contend", "maintain", "suggest", "acknowledge", "concede",
        "admit", "explain", "observe", "recall", "complain", "predict", "stress", "suspect", "hope", "fear", "reckon",
        "conclude", "declare", "assert", "remark", "allege", "estimate", "find", "promise", "vow", "caution",
    }
)  # fmt: skip
TAIL_BREAKS = frozenset({",", '"', "''"})


@dataclass(slots=True)
class Tree:
    """One list per attribute, indexed by word; `head[i] == i` marks a root."""

    text: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    dep: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    entity: list[str] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.text)

    def kids(self, index: int, *labels: str) -> list[int]:
        """The direct dependents with one of the labels, in the order of the text."""
        dep = self.dep
        return [child for child in self.children[index] if dep[child] in labels]

    def kid(self, index: int, *labels: str) -> int | None:
        """The first direct dependent with one of the labels."""
        dep = self.dep
        return next((child for child in self.children[index] if dep[child] in labels), None)

    def above(self, index: int) -> Iterator[int]:
        """The governors of a word, nearest first."""
        while self.head[index] != index:
            index = self.head[index]
            yield index

    def attach(self, index: int, head: int, label: str) -> None:
        """Hang a word on another head; call `link` when all repairs are done."""
        self.head[index], self.dep[index] = head, label

    def link(self) -> None:
        """Compute children and the edges of every subtree from the heads."""
        size = len(self.text)
        self.children = [[] for _ in range(size)]
        self.left, self.right = list(range(size)), list(range(size))
        for index, head in enumerate(self.head):
            if head != index:
                self.children[head].append(index)
        for index in self._bottom_up():
            head = self.head[index]
            if head != index:
                self.left[head] = min(self.left[head], self.left[index])
                self.right[head] = max(self.right[head], self.right[index])

    def _bottom_up(self) -> list[int]:
        order = [index for index, head in enumerate(self.head) if head == index]
        for index in order:  # grows while it is read: breadth first from the roots
            order.extend(self.children[index])
        return order[::-1]


def mend(tree: Tree) -> None:
    """Apply every repair, then link the tree."""
    tree.link()
    for first, last in tree.sentences:
        for index in range(first, last):
            _name_behind_title(tree, index)
            _name_behind_noun(tree, index)
    tree.link()
    for first, last in tree.sentences:
        for index in range(first, last):
            _name_taken_for_adverb(tree, index)
            _verb_behind_apposition(tree, index)
            _subjunctive(tree, index)
            _participle_as_adjective(tree, index)
            _that_behind_noun(tree, index)
            _joined_apposition(tree, index)
            _finite_conjunct(tree, index)
            _persona_non_grata(tree, index)
            _small_clause(tree, index)
            _subject_before_verb(tree, index)
    tree.link()
    for first, last in tree.sentences:
        for index in range(first, last):
            _report_in_commas(tree, index, last)
            _said_behind_comma(tree, index)
    tree.link()
    for first, last in tree.sentences:
        _reporting_tail(tree, first, last)
        _quoted_tail(tree, first, last)
    tree.link()


def _name_behind_title(tree: Tree, index: int) -> None:
    """*the North's leader Kim Jong-un*: a name hung on its title without a comma becomes the head."""
    title = tree.head[index]
    if tree.dep[index] != "appos" or tree.tag[index] not in ("NNP", "NNPS") or title > index:
        return
    if tree.tag[title] not in NOMINAL_TAGS or tree.left[index] != title + 1:
        return
    label, above = tree.dep[title], tree.head[title]
    for child in tree.children[title]:
        if child != index:
            tree.attach(child, index, tree.dep[child])
    tree.attach(index, index if above == title else above, label)
    tree.attach(title, index, "compound")
    _relink_after_swap(tree, title, index)


def _relink_after_swap(tree: Tree, title: int, name: int) -> None:
    """Keep the children lists right, because later repairs of the same sentence read them."""
    tree.children[name] = sorted({*tree.children[name], *(c for c in tree.children[title] if c != name), title})
    tree.children[title] = []
    if tree.head[name] != name:
        siblings = tree.children[tree.head[name]]
        siblings[siblings.index(title)] = name
    tree.left[name] = min(tree.left[name], tree.left[title])
    tree.right[name] = max(tree.right[name], tree.right[title])


def _joined_apposition(tree: Tree, index: int) -> None:
    """*the leader Kim Jong-un and President Putin*: what *and* joins is a second one, not another name of the first."""
    before = tree.left[index] - 1
    if (
        tree.dep[index] == "appos"
        and before >= 0
        and tree.tag[before] == "CC"
        and tree.head[before] == tree.head[index]
    ):
        tree.dep[index] = "conj"


def _name_behind_noun(tree: Tree, index: int) -> None:
    """*by the Russian news agency Sputnik*: a name taken for an object right behind a noun belongs to that noun."""
    before = tree.left[index] - 1
    if tree.dep[index] != "dobj" or tree.tag[index] != "NNP" or before < 0:
        return
    if tree.tag[before] != "NN" or tree.dep[before] not in ("pobj", "nsubj", "conj") or tree.head[index] == before:
        return
    label, above = tree.dep[before], tree.head[before]
    siblings = tree.children[tree.head[index]]
    if index in siblings:
        siblings.remove(index)
    for child in tree.children[before]:
        tree.attach(child, index, tree.dep[child])
    tree.attach(index, above, label)
    tree.attach(before, index, "compound")
    _relink_after_swap(tree, before, index)


def _name_taken_for_adverb(tree: Tree, index: int) -> None:
    """*USAID provided shelter*: a name in capital letters that the tagger does not know is the verb's subject."""
    verb, name = tree.head[index], tree.text[index]
    if tree.dep[index] not in ("advmod", "amod", "dep", "npadvmod") or not (len(name) > 2 and name.isupper()):
        return
    if index > verb or tree.tag[verb] not in ("VBD", "VBZ", "VBP", "VBN"):
        return
    if tree.kid(verb, "nsubj", "nsubjpass", "csubj") is None:
        tree.tag[index], tree.pos[index], tree.dep[index] = "NNP", "PROPN", "nsubj"


def _verb_behind_apposition(tree: Tree, index: int) -> None:
    """*The union, a foe of the bill, called for calm*: a past tense behind an apposition is the sentence's verb."""
    name = tree.head[index]
    if tree.dep[index] != "acl" or tree.tag[index] != "VBD" or tree.head[name] != name:
        return
    if tree.tag[name] not in NOMINAL_TAGS or tree.text[index - 1] != "," or tree.kid(name, "appos") is None:
        return
    for child in tree.children[name]:
        if child > index:
            tree.attach(child, index, tree.dep[child])
    tree.attach(index, index, "ROOT")
    tree.attach(name, index, "nsubj")


def _subjunctive(tree: Tree, index: int) -> None:
    """*demanded that the government resign*: a bare verb behind *that* taken for a noun, its subject for part of it."""
    if tree.dep[index] != "ccomp" or tree.tag[index] != "NN" or tree.kid(index, "mark") is None:
        return
    if tree.kid(index, "nsubj", "cop", "aux", "prep", "relcl") is not None or tree.tag[tree.head[index]][:2] != "VB":
        return
    nouns = [child for child in tree.kids(index, "compound", "nmod", "poss") if tree.tag[child] in NOMINAL_TAGS]
    if not nouns:
        return
    subject = nouns[-1]
    for child in tree.children[index]:
        if child < subject and tree.dep[child] != "mark":
            tree.attach(child, subject, tree.dep[child])
    tree.tag[index], tree.pos[index] = "VB", "VERB"
    tree.attach(subject, index, "nsubj")


def _participle_as_adjective(tree: Tree, index: int) -> None:
    """*is thrilled to receive*: a participle that is the complement of *be* is an adjective."""
    if tree.dep[index] == "acomp" and tree.tag[index] == "VBN":
        tree.tag[index], tree.pos[index] = "JJ", "ADJ"


def _that_behind_noun(tree: Tree, index: int) -> None:
    """*told a meeting of leaders that few understood*: a *that* which is no part of its clause belongs to the verb."""
    if tree.dep[index] not in ("relcl", "acl") or tree.kid(index, "nsubj", "nsubjpass", "expl") is None:
        return
    that = tree.kid(index, "mark")
    if that is None or tree.text[that].lower() != "that":
        return
    for above in tree.above(index):
        if tree.pos[above] == "VERB":
            if tree.lemma[above] in ASIDE_REPORTS and tree.kid(above, "ccomp") is None and above < that:
                tree.attach(index, above, "ccomp")
            return


def _finite_conjunct(tree: Tree, index: int) -> None:
    """*urged Iran to halt enrichment and accused Moscow*: a finite verb joined to an infinitive belongs further up."""
    if tree.dep[index] != "conj" or tree.tag[index] not in ("VBD", "VBZ", "VBP"):
        return
    if tree.kid(index, "nsubj", "nsubjpass", "aux") is not None or tree.tag[tree.head[index]] not in ("VB", "VBG"):
        return
    if tree.kid(tree.head[index], "aux") is not None and tree.tag[tree.head[index]] == "VB":
        modal = tree.kid(tree.head[index], "aux")
        if modal is not None and tree.tag[modal] == "MD":
            return
    for above in tree.above(tree.head[index]):
        if tree.tag[above] == tree.tag[index]:
            tree.attach(index, above, "conj")
            return


def _small_clause(tree: Tree, index: int) -> None:
    """*called the launch unacceptable*, *holds Iran liable*: the noun before the adjective is the verb's object."""
    _adjective_taken_for_clause(tree, index)
    if tree.dep[index] != "oprd" or tree.tag[index] != "JJ":
        return
    nouns = [c for c in tree.kids(index, "compound", "nsubj", "nmod") if tree.tag[c] in NOMINAL_TAGS and c < index]
    if not nouns or tree.kid(tree.head[index], "dobj") is not None:
        return
    for child in tree.children[index]:
        if child < nouns[-1]:
            tree.attach(child, nouns[-1], tree.dep[child])
    tree.attach(nouns[-1], tree.head[index], "dobj")


def _adjective_taken_for_clause(tree: Tree, index: int) -> None:
    """An adjective that has a subject and no verb is what the verb above makes of that subject."""
    verb = tree.head[index]
    if tree.dep[index] != "ccomp" or tree.tag[index] != "JJ" or tree.kid(index, "aux", "cop", "mark") is not None:
        return
    subject = tree.kid(index, "nsubj")
    if subject is None or not verb < subject < index or tree.pos[verb] != "VERB":
        return
    tree.dep[index] = "oprd"
    tree.attach(subject, verb, "dobj")
    tree.children[index] = [child for child in tree.children[index] if child != subject]
    tree.children[verb] = sorted({*tree.children[verb], subject})


def _persona_non_grata(tree: Tree, index: int) -> None:
    """*declared the envoy persona non grata*: Latin taken for a verb is what the verb above makes of its object."""
    words = [text.lower() for text in tree.text[index : index + 3]]
    verb, subject, last = tree.head[index], tree.kid(index, "nsubj"), index + 2
    if words != ["persona", "non", "grata"] or tree.dep[index] != "ccomp" or subject is None or verb > subject:
        return
    tree.attach(subject, verb, "dobj")
    tree.attach(last, verb, "oprd")
    tree.attach(index, last, "compound")
    tree.attach(index + 1, last, "compound")
    tree.tag[index] = tree.tag[last] = "NN"
    tree.pos[index] = tree.pos[last] = "NOUN"
    _relink_after_swap(tree, index, last)


def _subject_before_verb(tree: Tree, index: int) -> None:
    """*Should Moscow attack, …*: a name taken for part of the verb is its subject."""
    verb = tree.head[index]
    if tree.dep[index] != "compound" or tree.tag[index] not in NOMINAL_TAGS or index > verb:
        return
    if tree.kid(verb, "nsubj", "nsubjpass") is None and tree.tag[verb] in ("VB", "VBD", "VBZ", "VBP"):
        tree.dep[index] = "nsubj"


def _report_in_commas(tree: Tree, index: int, last: int) -> None:
    """*If it fails, he argues, there are other tools*: the verb between commas is an aside, and its *if* another's."""
    head = tree.head[index]
    if tree.lemma[index] not in ASIDE_REPORTS or tree.tag[index] not in ("VBZ", "VBD", "VBP"):
        return
    if tree.dep[index] not in ("advcl", "ccomp", "dep") or head <= index or index + 1 >= last:
        return
    subject = tree.kid(index, "nsubj")
    if subject is None or subject > index or tree.text[index + 1] != "," or tree.text[tree.left[subject] - 1] != ",":
        return
    for child in tree.children[index]:
        if child < tree.left[subject] and tree.dep[child] != "punct":
            tree.attach(child, head, tree.dep[child])
    tree.dep[index] = "parataxis"


def _said_behind_comma(tree: Tree, index: int) -> None:
    """*After some delay, work has begun, he said*: a finite clause without a marker is what is said."""
    verb = tree.head[index]
    if tree.dep[index] != "advcl" or index > verb or tree.lemma[verb] not in ASIDE_REPORTS:
        return
    if tree.kid(index, "mark") is not None or tree.kid(index, "nsubj", "nsubjpass", "expl") is None:
        return
    subject = tree.kid(verb, "nsubj")
    if subject is not None and index < subject and tree.text[tree.left[subject] - 1] in TAIL_BREAKS:
        tree.dep[index] = "ccomp"


def _reporting_tail(tree: Tree, first: int, last: int) -> None:
    """*The deal is off, reports Yonhap* and *…, a news report said, …*: the verb of reporting governs the rest.

    The parser hangs it somewhere inside what is reported; it becomes the root, and what stood to its left
    its content.
    """
    verb = _tail_verb(tree, first, last)
    if verb is None:
        return
    root = next((i for i in range(first, last) if tree.head[i] == i and tree.dep[i] != "punct"), None)
    if root is None or root == verb or tree.left[root] > verb:
        return
    above, label = tree.head[verb], tree.dep[verb]
    speaker = _speaker_of_tail(tree, verb, last)
    for child in tree.children[verb]:
        if child < verb and child != speaker and tree.dep[child] not in ("punct", "aux", "advmod"):
            tree.attach(child, above, label)
    if speaker is not None:
        tree.attach(speaker, verb, "nsubj")
    tree.attach(verb, verb, "ROOT")
    tree.attach(root, verb, "ccomp")


def _quoted_tail(tree: Tree, first: int, last: int) -> None:
    """*The deal is off and talks are over, he was quoted as saying by TASS*: the passive governs all before it."""
    for index in range(first + 3, last - 2):
        if tree.lemma[index] not in ("quote", "cite") or tree.text[index + 1] != "as" or tree.tag[index] != "VBN":
            continue
        subject = tree.kid(index, "nsubjpass", "nsubj")
        root = next((i for i in range(first, last) if tree.head[i] == i and tree.dep[i] != "punct"), None)
        if subject is None or root is None or root >= tree.left[subject] or tree.text[tree.left[subject] - 1] != ",":
            return
        for child in tree.children[index]:
            if child < tree.left[subject] and tree.dep[child] != "punct":
                tree.attach(child, root, tree.dep[child])
        tree.attach(index, index, "ROOT")
        tree.attach(root, index, "ccomp")
        return


def _speaker_of_tail(tree: Tree, verb: int, last: int) -> int | None:
    before = next(
        (i for i in tree.kids(verb, "nsubj") if i < verb and tree.text[tree.left[i] - 1] in TAIL_BREAKS), None
    )
    if before is not None:
        return before
    behind = next((i for i in tree.kids(verb, "nsubj") if i > verb), None)
    if behind is not None:
        return behind
    words = range(verb + 1, last)
    return next((i for i in words if tree.head[i] not in words and tree.tag[i] in NOMINAL_TAGS), None)


def _tail_verb(tree: Tree, first: int, last: int) -> int | None:
    """The last finite verb of reporting that stands, with its subject on either side, behind a comma."""
    for index in range(last - 1, first + 2, -1):
        if tree.lemma[index] not in REPORTING or tree.tag[index] not in ("VBZ", "VBD", "VBP"):
            continue
        if tree.dep[index] in ("relcl", "acl") or tree.kid(index, "mark", "cc", "auxpass") is not None:
            continue
        if (
            any(child > index for child in tree.kids(index, "ccomp", "xcomp", "dobj"))
            and tree.text[index - 1] not in TAIL_BREAKS
        ):
            continue
        if tree.text[index - 1] in TAIL_BREAKS:
            follows = tree.tag[index + 1] if index + 1 < last else "."
            inverted = follows in ("DT", "NN", "NNS", "NNP", "NNPS", "JJ", "PRP", "PRP$", "CD")
            if inverted and not any(tree.tag[i] in FINITE_TAGS for i in range(index + 1, last)):
                return index
        subject = next((c for c in tree.kids(index, "nsubj") if c < index), None)
        if subject is not None and tree.text[tree.left[subject] - 1] in TAIL_BREAKS and tree.left[subject] > first + 1:
            behind = tree.text[index + 1] if index + 1 < last else "."
            if behind in (",", ".", "on", "in", "late", "earlier", "at") or tree.entity[index + 1] == "DATE":
                return index
    return None
