"""Repairs of what the tagger takes for another part of speech, and of what hangs on that."""

from __future__ import annotations

from dragoman.language.reporting import ASIDE_REPORTS
from dragoman.language.tree import FINITE_TAGS, NOMINAL_TAGS, Tree

#: labels of what only a noun can be
OF_NOUNS = frozenset({"dobj", "pobj", "appos", "iobj", "dative"})
#: verbs that take an object: where they have none behind a *that*, it is the *that*
TAKING_OBJECTS = frozenset({
    "reject", "condemn", "denounce", "welcome", "hail", "parry", "dismiss", "decry", "criticise", "criticize", "praise",
    "oppose", "rebuff", "spurn", "endorse", "applaud", "deplore", "call", "brand", "term", "describe", "rule", "deny",
    "accept", "back", "support", "approve", "adopt", "ignore", "defend", "resist", "shrug", "salute", "cheer", "laud",
    "slam", "blast", "lambast", "lambaste", "castigate", "deride", "ridicule", "mock", "protest", "contest", "dispute",
    "challenge", "refuse", "decline", "disown", "disavow", "scorn", "veto", "block", "repudiate", "embrace", "greet",
    "bless", "champion", "sign", "ratify", "broker", "brand", "resent", "lament", "bemoan", "attack", "assail",
})  # fmt: skip
#: verbs of telling whose hearer stands behind them in an aside
TELLING_ASIDE = frozenset({"tell", "inform", "assure", "remind"})
#: marks of sentences
FULL_STOP = "."


def mend_tags(tree: Tree) -> None:
    """Apply the repairs to a linked tree, and link it again."""
    for first, last in tree.sentences:
        for index in range(first, last):
            _plural_as_verb(tree, index)
            _relative_as_content(tree, index)
            _told_in_commas(tree, index, last)
            _past_as_modifier(tree, index, last)
    tree.link()


def _plural_as_verb(tree: Tree, index: int) -> None:
    """*razed eleven Karen villages*: what is an object is a noun; *Hamas and Fatah, rivals for decades, …*."""
    if tree.tag[index] != "VBZ" or tree.kid(index, "aux", "auxpass", "mark") is not None:
        return
    if tree.dep[index] in OF_NOUNS and tree.kid(index, "nsubj", "dobj", "ccomp", "xcomp") is None:
        tree.tag[index], tree.pos[index] = "NNS", "NOUN"
        return
    subject, verb = tree.kid(index, "nsubj"), tree.head[index]
    if tree.dep[index] != "nsubj" or subject is None or subject > index or tree.text[index - 1] != ",":
        return
    tree.tag[index], tree.pos[index] = "NNS", "NOUN"
    tree.attach(subject, verb, "nsubj")
    tree.attach(index, subject, "appos")


def _relative_as_content(tree: Tree, index: int) -> None:
    """*a suggestion that the minister rejected*: a verb that takes an object and has none has the *that* for one."""
    noun, that = tree.head[index], tree.kid(index, "mark", "dobj")
    if tree.dep[index] not in ("acl", "ccomp") or that != noun + 1 or tree.text[that].lower() != "that":
        return
    if tree.tag[noun] not in NOMINAL_TAGS or tree.lemma[index] not in TAKING_OBJECTS:
        return
    others = (child for child in tree.kids(index, "dobj", "ccomp", "xcomp", "nsubjpass", "auxpass") if child != that)
    if any(True for _ in others) or tree.tag[index] == "VBG":
        return
    if tree.kid(index, "nsubj") is not None:
        tree.tag[that], tree.pos[that] = "WDT", "PRON"
        tree.attach(that, index, "dobj")
        tree.attach(index, noun, "relcl")


def _told_in_commas(tree: Tree, index: int, last: int) -> None:
    """*Rebels in Goma, their leader told a newspaper, freed two men*: what stands before and behind is told.

    The parser takes the verb of telling for the sentence's, and hangs the rest on it.
    """
    subject, hearer = tree.kid(index, "nsubj"), tree.kid(index, "dobj", "dative")
    if tree.lemma[index] not in TELLING_ASIDE | ASIDE_REPORTS or tree.tag[index] not in ("VBD", "VBZ", "VBP"):
        return
    if subject is None or subject > index or tree.text[tree.left[subject] - 1] != ",":
        return
    end = max((tree.right[hearer] if hearer is not None and hearer > index else index), index) + 1
    opening = next((c for c in tree.kids(index, "advcl", "dep", "npadvmod", "nsubj", "ccomp") if c < subject), None)
    verb = next((c for c in tree.kids(index, "conj", "ccomp", "dep") if c > index), None)
    if opening is None or verb is None or opening == subject or end >= last or tree.text[end] != ",":
        return
    if tree.tag[opening] not in NOMINAL_TAGS or tree.tag[verb] not in FINITE_TAGS or verb < end:
        return
    if tree.kid(verb, "nsubj", "nsubjpass") is not None or any(c < verb for c in tree.kids(index, "cc")):
        return
    above, label = tree.head[index], tree.dep[index]
    tree.attach(verb, verb if above == index else above, label)
    tree.attach(opening, verb, "nsubj")
    tree.attach(index, verb, "parataxis")


def _past_as_modifier(tree: Tree, index: int, last: int) -> None:
    """*Nurses in Lagos, unpaid since May, downed tools*: a sentence without a verb has one before its last noun."""
    noun = tree.head[index]
    subject = tree.head[noun]
    if tree.dep[index] != "amod" or tree.tag[index] not in ("VBN", "VBD") or tree.dep[noun] != "appos":
        return
    if tree.head[subject] != subject or tree.tag[subject] not in NOMINAL_TAGS or tree.left[noun] != index:
        return
    if tree.text[index - 1] != "," or tree.text[last - 1] != FULL_STOP or not _is_verbless(tree, subject, last):
        return
    for child in tree.children[noun]:
        if child > noun and tree.dep[child] in ("prep", "npadvmod", "advcl", "punct"):
            tree.attach(child, index, tree.dep[child])
    for child in tree.children[subject]:
        if child > noun:
            tree.attach(child, index, tree.dep[child])
    tree.tag[index], tree.pos[index] = "VBD", "VERB"
    tree.attach(index, index, "ROOT")
    tree.attach(subject, index, "nsubj")
    tree.attach(noun, index, "dobj")


def _is_verbless(tree: Tree, first: int, last: int) -> bool:
    """Whether no word there is a finite verb but in relative clauses."""
    finite = (i for i in range(first, last) if tree.tag[i] in FINITE_TAGS)
    return all(tree.dep[tree.head[i] if tree.dep[i] in ("aux", "auxpass") else i] == "relcl" for i in finite)
