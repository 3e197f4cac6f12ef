"""Repairs of names: what belongs to a title, a noun or another name, and the parser hangs elsewhere."""

from __future__ import annotations

from dragoman.language.tree import FINITE_TAGS, NOMINAL_TAGS, Tree

#: labels of what is a part of a name
INSIDE_NAMES = frozenset({"nmod", "compound"})


def mend_names(tree: Tree) -> None:
    """Apply the repairs to a linked tree, and link it again."""
    for first, last in tree.sentences:
        for index in range(first, last):
            _name_behind_title(tree, index)
            _name_behind_noun(tree, index)
            _people_joined(tree, index)
            _day_joined(tree, index)
            _name_as_adverb(tree, index)
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
    relink_after_swap(tree, title, index)


def relink_after_swap(tree: Tree, title: int, name: int) -> None:
    """Keep the children lists right, because later repairs of the same sentence read them."""
    tree.children[name] = sorted({*tree.children[name], *(c for c in tree.children[title] if c != name), title})
    tree.children[title] = []
    if tree.head[name] != name:
        siblings = tree.children[tree.head[name]]
        siblings[siblings.index(title)] = name
    tree.left[name] = min(tree.left[name], tree.left[title])
    tree.right[name] = max(tree.right[name], tree.right[title])


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
    relink_after_swap(tree, before, index)


def _people_joined(tree: Tree, index: int) -> None:
    """*Secretary Antony Blinken and Secretary Lloyd Austin*: of two people joined neither is a part of the other."""
    if tree.entity[index] != "PERSON" or tree.dep[index] not in INSIDE_NAMES:
        return
    joint = tree.kid(index, "cc")
    if joint is None:
        return
    between = [index]  # up to the other name, by its title
    while tree.dep[between[-1]] in INSIDE_NAMES:
        between.append(tree.head[between[-1]])
    other = between[-1]
    if other < joint or tree.entity[other] != "PERSON":
        return
    for child in [child for word in between for child in tree.children[word] if child not in between]:
        if child < index:
            tree.attach(child, index, tree.dep[child])
        elif joint < child < other:
            tree.attach(child, other, "compound")
    above, label = tree.head[other], tree.dep[other]
    tree.attach(index, index if above == other else above, label)
    tree.attach(other, index, "conj")
    for word in between[1:-1]:
        tree.attach(word, other, "compound")


def _day_joined(tree: Tree, index: int) -> None:
    """*struck on Friday and fire shook the city*: a day joined to a noun ends its clause, and the noun begins one."""
    if tree.entity[index] != "DATE" or tree.dep[index] not in INSIDE_NAMES:
        return
    noun, joint = tree.head[index], tree.kid(index, "cc")
    verb = noun + 1
    if joint is None or not index < joint < noun or verb >= len(tree):
        return
    if tree.dep[verb] != "conj" or tree.tag[verb] not in FINITE_TAGS:
        return
    if tree.kid(verb, "nsubj", "nsubjpass") is not None:
        return
    tree.attach(index, tree.head[noun], tree.dep[noun])
    tree.attach(joint, tree.head[verb], "cc")
    tree.attach(noun, verb, "nsubj")


def _name_as_adverb(tree: Tree, index: int) -> None:
    """*met its envoy, Wu Jianghao, in Rome*: a person named behind a comma is no measure but who the object is."""
    if tree.dep[index] != "npadvmod" or tree.entity[index] != "PERSON":
        return
    person = tree.kid(tree.head[index], "dobj")
    if person is None or person > index:
        return
    if tree.text[tree.left[index] - 1] == "," and tree.right[person] < tree.left[index]:
        tree.attach(index, person, "appos")
