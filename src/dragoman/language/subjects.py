"""Who does it, where the sentence does not say so beside the verb: control, conjuncts, participles, relatives."""

from __future__ import annotations

from dragoman.language.drafts import RELATIVE_PRONOUNS, Draft, Workshop, behind_preposition, embedder_of_host
from dragoman.language.model import FilledBy, Role

#: entities that do nothing themselves: *spent the weekend in Muscat talking to …*
PLACES_AND_TIMES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
#: verbs that take no object, though the verb joined to them has one (*came and destroyed the town*)
INTRANSITIVE = frozenset({
    "advance", "agree", "appear", "arrive", "come", "die", "escape", "fall", "flee", "gather", "go", "happen",
    "intervene", "live", "march", "meet", "move", "object", "protest", "rally", "remain", "resign", "respond",
    "retaliate", "retreat", "return", "rise", "run", "sit", "speak", "stand", "stay", "talk", "travel", "wait",
    "win", "work",
})  # fmt: skip
#: verbs of how sure one is what a thing is (*what is believed to be*)
SEEMING = frozenset({"appear", "seem", "believe", "think", "say", "suspect", "presume", "prove", "turn out"})


def fill_subjects(shop: Workshop, draft: Draft) -> None:
    """Fill the grammatical subject from the clause above (whose own is filled already), then the logical roles."""
    if draft.kind == "noun":
        return
    _free_relative(shop, draft)
    _replace_relative_pronouns(shop, draft)
    _raised_object(shop, draft)
    _shared_object(shop, draft)
    if draft.surface is None:
        _borrow(shop, draft)
    if draft.surface is not None and not any(role.phrase == draft.surface for role in draft.roles):
        name = "object" if draft.voice == "passive" else "subject"
        if name == "object" and draft.filler("object") is not None:
            name = "recipient"  # *Kyiv was given tanks*
        elif name == "object" and _is_told(shop, draft):
            name = "recipient"  # *reporters were told that …*
        role = Role(name, phrase=draft.surface, filled_by=draft.surface_filled_by)  # type: ignore[arg-type]
        draft.roles.insert(0, role)


def _free_relative(shop: Workshop, draft: Draft) -> None:
    """*fired what appeared to be a missile into the sea*: fired a missile, and into the sea."""
    tree, told = shop.tree, draft.filler("attribute")
    if draft.lemma != "be" or told is None or draft.relation != "content":
        return
    seeming = draft if draft.form != "infinitive" else shop.draft_of(draft.parent)
    outer = shop.draft_of(seeming.parent) if seeming is not None else None
    if seeming is None or outer is None or outer.kind != "verb" or outer.head > seeming.head:
        return
    if tree.text[tree.left[seeming.head]].lower() != "what" or (seeming is not draft and seeming.lemma not in SEEMING):
        return
    if outer.lemma in shop.grammar.datives or outer.filler("object") is not None:
        return
    outer.add("object", told, "relative")
    for role in [role for role in draft.roles if role.name == "complement"]:
        outer.add("complement", role.phrase, "relative", role.preposition)


def _is_told(shop: Workshop, draft: Draft) -> bool:
    return draft.lemma in shop.grammar.datives and shop.tree.kid(draft.head, "ccomp", "xcomp") is not None


def _replace_relative_pronouns(shop: Workshop, draft: Draft) -> None:
    """*the deal that Moscow signed*: the pronoun stands for the host noun, a gap for the object."""
    parent = shop.draft_of(draft.parent)
    if draft.relation == "conjunct" and parent is not None and parent.host is not None:
        if _is_relative_pronoun(shop, draft.surface):
            draft.surface, draft.surface_filled_by = parent.host, "relative"
        return
    if draft.host is None or shop.tree.dep[draft.head if draft.carrier is None else draft.carrier] != "relcl":
        return
    pronouns = [role for role in draft.roles if _is_relative_pronoun(shop, role.phrase)]
    for role in pronouns:
        draft.roles.remove(role)
        draft.add(role.name, draft.host, "relative", role.preposition)
    if _is_relative_pronoun(shop, draft.surface):
        draft.surface, draft.surface_filled_by = draft.host, "relative"
    elif not pronouns and draft.kind == "verb" and draft.voice == "active" and draft.filler("object") is None:
        inner = any(shop.tree.dep[child] in ("ccomp", "xcomp") for child in shop.tree.children[draft.head])
        adverbial = any(shop.tree.tag[child] == "WRB" for child in shop.tree.children[draft.head])
        if not inner and not adverbial and not _is_whose(shop, draft):
            draft.add("object", draft.host, "relative")


def _is_whose(shop: Workshop, draft: Draft) -> bool:
    """*Cambodia, whose delegates had flown home*: the host owns the subject, and nothing is done to it."""
    subject = shop.tree.kid(draft.head, "nsubj")
    return subject is not None and any(shop.tree.tag[child] == "WP$" for child in shop.tree.kids(subject, "poss"))


def _is_relative_pronoun(shop: Workshop, phrase: int | None) -> bool:
    if phrase is None:
        return False
    head = shop.table.phrases[phrase].head
    return shop.tree.tag[head] in ("WDT", "WP") and shop.tree.text[head].lower() in RELATIVE_PRONOUNS


def _raised_object(shop: Workshop, draft: Draft) -> None:
    """*urged Iran to halt*, parsed with Iran as the inner subject only: it is the outer verb's object too."""
    parent = shop.draft_of(draft.parent)
    if draft.form != "infinitive" or parent is None or draft.surface is None or draft.relation != "content":
        return
    embedder = shop.grammar.embedder(parent.lemma, parent.kind, "infinitive", draft.preposition, has_object=True)
    if embedder is not None and embedder.controller == "object" and parent.filler("object") is None:
        parent.add("object", draft.surface, "control")


def _shared_object(shop: Workshop, draft: Draft) -> None:
    """*arrested and deported the refugees*: of verbs joined without a word between, the object is that of both."""
    parent, tree = shop.draft_of(draft.parent), shop.tree
    if draft.relation != "conjunct" or parent is None or not (draft.kind == parent.kind == "verb"):
        return
    tags = {tree.tag[draft.head], tree.tag[parent.head]}
    alike = (len(tags) == 1 or tags == {"VBD", "VBN"}) and draft.voice == parent.voice == "active"
    between = range(parent.head + 1, draft.head)
    joined = all(tree.dep[word] in ("cc", "advmod", "neg", "preconj") for word in between)
    bare = not any(role.name in ("object", "complement", "content", "attribute") for role in parent.roles)
    if alike and joined and bare and parent.lemma not in INTRANSITIVE:
        parent.add("object", draft.filler("object"), "conjunct")


def _borrow(shop: Workshop, draft: Draft) -> None:
    parent = shop.draft_of(draft.parent)
    if draft.relation == "relative" and draft.host is not None:
        _from_host(shop, draft)
    elif parent is None or (draft.finite and draft.relation != "conjunct"):
        return
    elif draft.relation == "conjunct":
        draft.surface, draft.surface_filled_by = parent.surface, "conjunct"
        if parent.kind == "noun":
            draft.surface = None
    elif draft.relation in ("purpose", "adverbial", "condition", "parataxis"):
        _take(draft, _doer(parent), "control" if draft.relation == "purpose" else "participle")
    elif draft.relation == "content" and draft.form != "that":
        _controlled(shop, draft, parent)


def _from_host(shop: Workshop, draft: Draft) -> None:
    """*a statement condemning Y*: who makes the statement condemns; *troops crossing*: the troops do.

    Of a place or a time behind a preposition it is the subject of the verb (*is in Muscat talking to them*).
    """
    host = shop.table.phrases[draft.host] if draft.host is not None else None
    noun = shop.draft_of(host.head) if host is not None else None
    if host is not None and host.entity in PLACES_AND_TIMES and draft.form == "gerund":
        above = shop.draft_of(shop.governor(host.head)) if shop.tree.dep[host.head] in ("pobj", "dobj") else None
        if above is not None and above.kind == "verb" and _doer(above) is not None:
            _take(draft, _doer(above), "participle")
            return
    maker = noun.filler("subject") if noun is not None else None
    speaks = draft.form == "gerund" and noun is not None and maker is not None
    _take(draft, maker if speaks else draft.host, "participle")


def _controlled(shop: Workshop, draft: Draft, parent: Draft) -> None:
    patient = parent.patient
    embedder = shop.grammar.embedder(
        parent.lemma, parent.kind, draft.form, draft.preposition, has_object=patient is not None
    )
    embedder = embedder_of_host(shop, draft) or embedder
    behind = behind_preposition(shop, draft, parent) if embedder is None else None
    if behind is not None and behind[0].controller == "object":
        _take(draft, behind[1], "control")
        return
    controller = embedder.controller if embedder is not None else "subject"
    if controller == "object" and patient is not None:
        _take(draft, patient, "control")
    elif controller == "object" and parent.kind == "verb" and parent.surface is not None and parent.voice == "passive":
        _take(draft, parent.surface, "control")
    elif controller == "subject" or parent.kind == "adjective":
        _take(draft, _doer(parent), "control")


def _doer(draft: Draft) -> int | None:
    """The grammatical subject of a verb (of a passive the one it is done to), the maker of a noun."""
    return draft.surface if draft.kind != "noun" and draft.surface is not None else draft.filler("subject")


def _take(draft: Draft, phrase: int | None, filled_by: FilledBy) -> None:
    draft.surface, draft.surface_filled_by = phrase, filled_by
