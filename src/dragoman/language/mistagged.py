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
    "bless", "champion", "sign", "ratify", "broker", "resent", "lament", "bemoan", "attack", "assail",
})  # fmt: skip
#: verbs of telling whose hearer stands behind them in an aside
TELLING_ASIDE = ASIDE_REPORTS | {"tell", "inform", "assure", "remind"}
#: verbs whose object goes where a particle says
LETTING = frozenset({"let", "get", "keep", "have", "help"})
#: what those in power have done to others
COMMANDED = frozenset({
    "arrest", "detain", "throw", "jail", "imprison", "expel", "deport", "execute", "beat", "flog", "remove", "evict",
    "banish", "whip", "hang", "burn", "demolish", "haul", "release", "free", "bar", "ban", "censor", "block", "close",
    "shut", "seal", "bulldoze", "extradite", "sack", "summon", "raze", "torture", "interrogate", "prosecute",
    "confiscate", "seize", "exile", "evacuate", "assassinate", "poison", "tap", "withdraw", "investigate",
})  # fmt: skip
#: verbs of what comes from others (*drew applause from Peru*)
DRAWING = frozenset({"draw", "earn", "win", "attract", "provoke", "elicit", "bring", "spark", "prompt", "trigger"})
#: marks of sentences
FULL_STOP = "."


def mend_tags(tree: Tree) -> None:
    """Apply the repairs to a linked tree, and link it again."""
    for first, last in tree.sentences:
        for index in range(first, last):
            _plural_as_verb(tree, index)
            _verb_as_plural(tree, index)
            _relative_as_content(tree, index)
            _told_in_commas(tree, index, last)
            _past_as_modifier(tree, index, last)
            _from_behind_noun(tree, index)
            _agent_behind_attribute(tree, index)
            _let_out(tree, index)
            _had_done(tree, index)
    tree.link()


def _from_behind_noun(tree: Tree, index: int) -> None:
    """*drew applause from Peru and reproaches from Chad*: whose each is stands right behind it."""
    noun = index - 1
    if tree.text[index].lower() != "from" or tree.dep[noun] != "conj" or tree.tag[noun] not in ("NN", "NNS"):
        return
    verb = next((above for above in tree.above(noun) if tree.pos[above] == "VERB"), noun)
    drawn = tree.kid(verb, "dobj")
    if tree.lemma[verb] not in DRAWING or drawn is None or not verb < drawn < noun:
        return
    other = next((i for i in range(drawn, noun) if tree.text[i].lower() == "from"), None)
    if other is None or tree.kid(other, "pobj") is None:
        return
    for child in tree.children[tree.head[noun]]:
        if tree.dep[child] == "cc":
            tree.attach(child, drawn, "cc")
    tree.attach(noun, drawn, "conj")
    tree.attach(other, drawn, "prep")
    tree.attach(index, noun, "prep")


def _let_out(tree: Tree, index: int) -> None:
    """*let the woman out on bail*: a particle without a verb is no clause."""
    verb = tree.head[index]
    if tree.tag[index] not in ("RP", "IN", "RB") or tree.dep[index] != "ccomp" or tree.lemma[verb] not in LETTING:
        return
    whom = tree.kid(index, "nsubj")
    if whom is None or not verb < whom < index or tree.kid(verb, "dobj") is not None:
        return
    tree.attach(whom, verb, "dobj")
    for child in tree.children[index]:
        if child > index:
            tree.attach(child, verb, tree.dep[child])
    tree.attach(index, verb, "prt")


def _had_done(tree: Tree, index: int) -> None:
    """*had the editor arrested*, *had barbers thrown into cells*: who has it done does it."""
    if tree.tag[index] not in ("VBN", "VBD") or tree.lemma[index] not in COMMANDED:
        return
    whom = tree.head[index] if tree.dep[index] == "acl" else tree.kid(index, "nsubj")
    if whom is None or whom > index:
        return
    have = tree.head[whom] if tree.dep[index] == "acl" else tree.head[index]
    if tree.lemma[have] not in ("have", "get") or tree.dep[whom] not in ("dobj", "nsubj") or have > whom:
        return
    if tree.kid(have, "nsubj") is None or tree.kid(index, "agent", "auxpass", "aux") is not None:
        return
    above, label = tree.head[have], tree.dep[have]
    for child in tree.children[have]:
        if child not in (index, whom):
            tree.attach(child, index, tree.dep[child])
    tree.attach(index, index if above == have else above, label)
    tree.attach(whom, index, "dobj")
    tree.attach(have, index, "aux")


def _agent_behind_attribute(tree: Tree, index: int) -> None:
    """*was recognised as a state by Gabon*: whose deed it is stands behind the verb."""
    noun = tree.head[index]
    as_, verb = tree.head[noun], tree.head[tree.head[noun]]
    if tree.dep[index] != "prep" or tree.text[index].lower() != "by" or tree.dep[noun] != "pobj":
        return
    if tree.text[as_].lower() == "as" and tree.tag[verb] == "VBN" and tree.kid(verb, "agent") is None:
        tree.attach(index, verb, "agent")


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


def _verb_as_plural(tree: Tree, index: int) -> None:
    """*The ministry thanks both states*: a plural with a subject and an object is a verb."""
    if tree.tag[index] != "NNS" or tree.kid(index, "nsubj") is None or tree.kid(index, "dobj") is None:
        return
    tree.tag[index], tree.pos[index] = "VBZ", "VERB"
    tree.lemma[index] = tree.text[index].lower().removesuffix("s")


def _relative_as_content(tree: Tree, index: int) -> None:
    """*a suggestion that the minister rejected*: a verb that takes an object and has none has the *that* for one."""
    if tree.dep[index] not in ("acl", "ccomp") or tree.lemma[index] not in TAKING_OBJECTS:
        return
    noun, that = tree.head[index], tree.kid(index, "mark", "dobj")
    if that != noun + 1 or tree.text[that].lower() != "that" or tree.tag[noun] not in NOMINAL_TAGS:
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
    if tree.tag[index] not in ("VBD", "VBZ", "VBP") or tree.lemma[index] not in TELLING_ASIDE:
        return
    subject, hearer = tree.kid(index, "nsubj"), tree.kid(index, "dobj", "dative")
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
