"""Repairs of sentences whose verb the parser takes for a part of a noun, or hangs behind one."""

from __future__ import annotations

from dragoman.language.reporting import REPORTING
from dragoman.language.tree import FINITE_TAGS, NOMINAL_TAGS, Tree

#: verbs that are no passive participles of the noun before them, by what follows (*a report called on*)
SPEAKING_FOR = {"call": ("for", "on", "upon"), "appeal": ("to", "for"), "agree": ("to", "on", "with"), "warn": ("of",)}


def verb_behind_apposition(tree: Tree, index: int) -> None:
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


def verb_behind_relative(tree: Tree, index: int) -> None:
    """*The bloc, which had backed Chad, called on Mali*: behind the comma that ends an aside, its noun acts."""
    inside = tree.head[index]
    if tree.dep[index] != "acl" or tree.tag[index] not in ("VBD", "VBN") or tree.text[index - 1] != ",":
        return
    aside = next((i for i in tree.above(inside) if tree.dep[i] == "relcl"), None)
    if aside is None or index < inside or tree.kid(index, "agent", "auxpass") is not None:
        return
    name = tree.head[aside]
    if tree.head[name] != name or tree.tag[name] not in NOMINAL_TAGS or tree.text[tree.left[aside] - 1] != ",":
        return
    for child in tree.children[name]:
        if child > index:
            tree.attach(child, index, tree.dep[child])
    tree.tag[index] = "VBD"
    tree.attach(index, index, "ROOT")
    tree.attach(name, index, "nsubj")


def perfect_before_object(tree: Tree, index: int) -> None:
    """*has since held drills with Mali*: behind an auxiliary and an adverb, what seems to modify the object is a verb.

    Where the parser has no other verb for the auxiliary, it hangs that on a report behind (*…, an aide said*).
    """
    noun, have = tree.head[index], index - 2
    if tree.dep[index] != "amod" or tree.tag[index] != "VBN" or have < 0 or tree.lemma[have] != "have":
        return
    above, label = tree.head[have], tree.dep[have]
    if tree.dep[index - 1] != "advmod" or tree.head[noun] not in (have, above) or tree.left[noun] < index - 1:
        return
    if label == "aux" and (above < noun or tree.lemma[above] not in REPORTING):
        return
    for child in tree.children[above if label == "aux" else have]:
        if child < have or (label != "aux" and child != noun):
            tree.attach(child, index, tree.dep[child])
    if label == "aux":
        label = "ccomp"
        for teller in range(noun, above):
            if tree.dep[teller] == "appos" and tree.right[teller] == above - 1:
                tree.attach(teller, above, "nsubj")
    tree.attach(index, index if above == have else above, label)
    tree.attach(have, index, "aux")
    tree.attach(noun, index, "dobj")
    tree.pos[index] = "VERB"


def verb_as_participle(tree: Tree, index: int, last: int) -> None:
    """*A report by experts called for sanctions*: a sentence without a verb of its own has one that looks passive."""
    noun = tree.head[index]
    if tree.dep[index] != "acl" or tree.tag[index] not in ("VBN", "VBD") or index < noun:
        return
    opening = tree.head[noun]  # *Before flying home, the envoy lunched*: all hangs on the opening preposition
    behind = tree.dep[noun] == "pobj" and tree.head[opening] == opening and tree.text[tree.left[noun] - 1] == ","
    if opening != noun and not behind:
        return
    follows = SPEAKING_FOR.get(tree.lemma[index], ())
    leads_on = tree.kid(index, "dobj") is not None or any(
        tree.text[child].lower() in follows for child in tree.kids(index, "prep")
    )
    leads_on = leads_on or (tree.text[last - 1] == "." and _is_verbless(tree, noun, last))
    bare = tree.tag[index] == "VBD" and tree.kid(index, "mark", "nsubj") is None
    leads_on = leads_on or (bare and _is_verbless(tree, index + 1, last))
    if not leads_on or tree.kid(index, "auxpass") is not None or tree.tag[noun] not in NOMINAL_TAGS:
        return
    for child in tree.children[noun]:
        if child > index or (opening == noun and child < noun and tree.dep[child] == "prep"):
            tree.attach(child, index, tree.dep[child])
    tree.tag[index] = "VBD"
    tree.attach(index, index, "ROOT")
    tree.attach(noun, index, "nsubj")
    if behind:
        tree.attach(opening, index, "prep")


def _is_verbless(tree: Tree, first: int, last: int) -> bool:
    """Whether nothing from there on is a finite verb, but for relative clauses, nor says by whom it was done."""
    verbs = (i for i in range(first, last) if tree.tag[i] in FINITE_TAGS)
    finite = (tree.head[i] if tree.dep[i] in ("aux", "auxpass") else i for i in verbs)
    agents = any(tree.dep[i] == "agent" for i in range(first, last))
    return not agents and all(tree.dep[i] == "relcl" for i in finite)


def verb_as_modifier(tree: Tree, index: int) -> None:
    """*Norway exports gas*, *the general seized power*: a verb between two nouns is no part of them."""
    noun, subject = tree.head[index], index - 1
    if tree.dep[index] not in ("amod", "compound", "nmod") or tree.tag[index] not in ("VBZ", "VBP", "VBD", "VBN"):
        return
    if index > noun or subject < 0 or not _acts_before(tree, subject, index, noun):
        return
    if tree.kid(noun, "nsubj", "cop") not in (None, subject):
        return
    for child in tree.children[noun]:
        if child < subject:
            tree.attach(child, subject, tree.dep[child])
        elif child > noun and tree.dep[child] in ("prep", "punct", "advcl", "npadvmod", "advmod"):
            tree.attach(child, index, tree.dep[child])
    tree.tag[index] = "VBD" if tree.tag[index] == "VBN" else tree.tag[index]
    tree.pos[index] = "VERB"
    above, label = tree.head[noun], tree.dep[noun]
    if label == "ccomp":
        tree.attach(index, above, label)
    else:
        tree.attach(index, index, "ROOT")
    if label == "nsubj":
        tree.attach(above, index, "advcl")
    tree.attach(subject, index, "nsubj")
    tree.attach(noun, index, "dobj")


def _acts_before(tree: Tree, subject: int, verb: int, noun: int) -> bool:
    """Whether the word before the verb is a noun, if need be one that looks like an adjective (*the military*)."""
    if tree.head[noun] == subject and tree.dep[noun] == "appos":  # *miners downed tools*
        return tree.head[subject] == subject and tree.tag[subject] in NOMINAL_TAGS
    if tree.head[subject] not in (noun, verb):
        return False
    above, label = tree.head[noun], tree.dep[noun]
    told = label == "ccomp" and tree.lemma[above] in REPORTING  # *defied the ban, a group said*
    saying = label == "nsubj" and tree.tag[above] == "VBG" and tree.dep[above] == "ROOT"  # *defied the ban, saying*
    if above != noun and not (tree.tag[verb] == "VBD" and (told or saying)):
        return False
    return tree.tag[subject] in NOMINAL_TAGS or (tree.tag[subject] == "JJ" and tree.tag[verb] == "VBD" and subject > 0)
