"""Clauses while they are being built: the predicates of a text, what hangs on them directly, and on what they hang."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.language.grammar import Grammar
from dragoman.language.model import ClauseKind, FilledBy, Relation, Role, RoleName, Voice
from dragoman.language.phrases import PhraseTable, attachments
from dragoman.language.schema import Embedder, Form, Marker
from dragoman.language.tree import Tree
from dragoman.records import Mood, Polarity, Tense

NO_PREDICATE = frozenset(
    {"aux", "auxpass", "amod", "compound", "prep", "case", "punct", "nmod", "mark", "cc", "quantmod"}
)
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
#: prepositions that open a clause of circumstance, not the content of the predicate
CIRCUMSTANCE = frozenset(
    {"after", "before", "since", "while", "by", "without", "despite", "upon", "besides", "when", "until", "following"}
)
#: verbs that say of an adjective that it goes on (*remains ready*, *stands prepared*)
LASTING = frozenset({"remain", "stay", "stand", "become", "seem", "appear", "get", "feel", "sound"})
#: of whom the first are told to have done it (*the first to send aid*, *the last country to leave*)
ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "latest"})
ONES = frozenset({
    "one", "ones", "country", "countries", "state", "states", "nation", "nations", "government", "governments",
    "leader", "leaders", "president", "minister", "person", "people", "man", "woman", "company", "bank", "city",
    "group", "party", "pope", "official", "ally",
})  # fmt: skip
#: passives that say what a thing is there for (*sites used to launch drones*)
SERVING = frozenset({"use", "build", "design", "develop", "make", "deploy", "need", "employ", "equip"})
#: nouns of set phrases that say what for (*in order to*, *in a bid to*)
PURPOSE_NOUNS = frozenset({"order", "attempt", "bid", "effort", "move", "hope", "drive", "push"})
#: where a marker may begin before the clause's first word (*as soon | as it …*) and how many words it takes there
MARKER_WINDOWS = ((2, 1), (1, 1), (2, 2), (0, 4), (0, 3), (0, 2), (0, 1))


@dataclass(slots=True)
class Draft:
    """A clause under construction; `surface` is the grammatical subject's phrase, `parent` a word."""

    kind: ClauseKind
    head: int
    lemma: str
    base: str
    form: Form = "that"
    roles: list[Role] = field(default_factory=list)
    surface: int | None = None
    surface_filled_by: FilledBy = "syntax"
    voice: Voice = "active"
    polarity: Polarity = "positive"
    mood: Mood = "asserted"
    tense: Tense = "none"
    perfect: bool = False
    progressive: bool = False
    finite: bool = False
    light: str = ""
    parent: int | None = None
    relation: Relation = "root"
    preposition: str = ""
    marker: str = ""
    marker_row: Marker | None = None
    host: int | None = None
    modals: list[str] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)
    conditioned: bool = False
    particle: int | None = None
    carrier: int | None = None

    def add(self, name: RoleName, phrase: int | None, filled_by: FilledBy = "syntax", preposition: str = "") -> None:
        """Fill a role with a phrase, once."""
        if phrase is None:
            return
        role = Role(name, phrase=phrase, preposition=preposition, filled_by=filled_by)
        if not any((r.name, r.phrase, r.preposition) == (name, phrase, preposition) for r in self.roles):
            self.roles.append(role)

    def filler(self, name: RoleName) -> int | None:
        """The phrase in the first role of that name."""
        return next((role.phrase for role in self.roles if role.name == name and role.phrase is not None), None)

    @property
    def patient(self) -> int | None:
        """To whom it is done or said: the recipient, else the object."""
        recipient = self.filler("recipient")
        return self.filler("object") if recipient is None else recipient


@dataclass(slots=True)
class Workshop:
    """All that the builders share: the tree, its phrases, the grammar, and the drafts by head word.

    `stands_for` maps a copula to the adjective that is the predicate in its place.
    """

    tree: Tree
    table: PhraseTable
    grammar: Grammar
    drafts: dict[int, Draft] = field(default_factory=dict)
    stands_for: dict[int, int] = field(default_factory=dict)

    def draft_of(self, word: int | None) -> Draft | None:
        """The draft whose predicate is the word, or the adjective that the copula carries."""
        if word is None:
            return None
        return self.drafts.get(self.stands_for.get(word, word))

    def governor(self, word: int) -> int | None:
        """The nearest predicate above a word."""
        for above in self.tree.above(word):
            above = self.stands_for.get(above, above)
            if above in self.drafts and above != word:
                return above
        return None


def find_predicates(shop: Workshop) -> None:
    """Make a draft for every verb, noun of action and predicative adjective."""
    tree = shop.tree
    for index in range(len(tree)):
        if _is_verb(tree, index):
            adjective = _predicative_adjective(shop, index)
            inner = _main_verb(shop, index)
            if inner is not None:
                shop.stands_for[index] = inner
            elif adjective is not None:
                shop.stands_for[index] = adjective
                shop.drafts[adjective] = Draft(
                    "adjective", adjective, tree.lemma[adjective].lower(), tree.lemma[adjective].lower(), carrier=index
                )
            else:
                _add_verb(shop, index)
        elif index in shop.table.by_head:
            noun = tree.lemma[index].lower()
            if noun in shop.grammar.nouns and tree.tag[index] in ("NN", "NNS", "NNP"):
                shop.drafts[index] = Draft("noun", index, noun, shop.grammar.nouns[noun][0])
    shop.drafts = dict(sorted(shop.drafts.items()))


def _main_verb(shop: Workshop, index: int) -> int | None:
    """*has to leave*, *is to visit*, *is going to sign*: the verb for which a verb serves as an auxiliary."""
    tree = shop.tree
    lemma = "be going" if tree.text[index].lower() == "going" else tree.lemma[index].lower()
    inner = tree.kid(index, "xcomp", *(("advcl",) if lemma == "need" else ()))  # *needed to act*
    if f"{lemma} to" not in shop.grammar.auxiliaries or inner is None or tree.kid(index, "dobj") is not None:
        return None
    if lemma == "need" and tree.kid(index, "auxpass") is not None:
        return None  # *was needed to protect*: what it is needed for
    if tree.kid(index, "acomp", "attr") is not None:
        return None  # *it is wrong to attack* says of no attack that it will be
    return inner if inner > index and _form(tree, inner) == "infinitive" and _is_verb(tree, inner) else None


def _add_verb(shop: Workshop, index: int) -> None:
    tree = shop.tree
    particle = tree.kid(index, "prt")
    lemma = tree.lemma[index].lower()
    lemma = _with_bare_object(shop, index, lemma) if particle is None else f"{lemma} {tree.text[particle].lower()}"
    base = lemma.removeprefix("re") if tree.text[index].lower().startswith("re-") else lemma
    carrier = next((above for above, inner in shop.stands_for.items() if inner == index), None)
    shop.drafts[index] = Draft("verb", index, lemma, base, form=_form(tree, index), particle=particle, carrier=carrier)


def _with_bare_object(shop: Workshop, index: int, lemma: str) -> str:
    """*take place*, *take part*, *give until*: a verb and a bare word behind it that the grammar lists as one."""
    deadlines = (child for child in shop.tree.kids(index, "prep") if shop.tree.text[child].lower() in ("until", "till"))
    for child in (*shop.tree.kids(index, "dobj"), *deadlines):
        words = f"{lemma} {shop.tree.text[child].lower()}"
        if words in shop.grammar.light_verbs or words in shop.grammar.predicates:
            return words
    return lemma


def _is_verb(tree: Tree, index: int) -> bool:
    if tree.pos[index] not in ("VERB", "AUX") or tree.dep[index] in NO_PREDICATE:
        return False
    return tree.tag[index] != "MD"


def _form(tree: Tree, index: int) -> Form:
    if tree.tag[index] == "VBG":
        return "gerund" if tree.kid(index, "aux") is None else "that"
    if any(tree.tag[child] == "TO" for child in tree.kids(index, "aux")):
        return "infinitive"
    return "infinitive" if tree.tag[index] == "VB" and tree.kid(index, "aux") is None else "that"


def _predicative_adjective(shop: Workshop, copula: int) -> int | None:
    tree = shop.tree
    adjective = tree.kid(copula, "acomp")
    if adjective is None or tree.tag[adjective] not in ("JJ", "VBN", "JJR", "JJS", "VBG"):
        return None
    embeds = tree.lemma[adjective].lower() in shop.grammar.adjectives
    if tree.lemma[copula] != "be":  # *remains ready to help*, *stays committed to peace*
        taken = tree.kid(adjective, "xcomp", "prep")
        return adjective if embeds and tree.lemma[copula] in LASTING and taken is not None else None
    return adjective if embeds or tree.kid(adjective, "xcomp", "prep", "ccomp") is not None else None


def direct_roles(shop: Workshop, draft: Draft) -> None:
    """Fill what the parser gives: subject, objects, attribute, complements; passives turned to their logic."""
    if draft.kind == "noun":
        return
    tree, table, head = shop.tree, shop.table, draft.head
    words = [head] if draft.carrier is None else [draft.carrier, head]
    draft.voice = "passive" if draft.kind == "verb" and _is_passive(tree, head) else "active"
    agents: list[int] = []
    for word in words:
        for child in tree.children[word]:
            label, phrase = tree.dep[child], table.by_head.get(child)
            if label in ("nsubj", "nsubjpass"):
                draft.surface = phrase
            elif label == "dative" and tree.tag[child] not in ("IN", "TO"):
                draft.add("recipient", phrase)
            elif label == "dobj":
                if not draft.lemma.endswith(f" {tree.text[child].lower()}"):
                    draft.add("object", phrase)
                elif phrase is not None:  # *claimed responsibility for the raid*
                    for one in attachments(tree, table, child):
                        draft.add("complement", one.phrase, preposition=one.preposition)
            elif label in ("attr", "oprd") or (label == "acomp" and child != head):
                draft.add("attribute", phrase)
        for attachment in attachments(tree, table, word):
            if table.phrases[attachment.phrase].entity in ("DATE", "TIME"):
                continue  # when, not who: the times stage reads it from the words
            if attachment.preposition == "by" and draft.voice == "passive":
                agents.append(attachment.phrase)
            else:
                draft.add("complement", attachment.phrase, preposition=attachment.preposition)
    for agent in agents:
        draft.add("subject", agent, "passive")
    _first_object_is_recipient(shop, draft)


def _is_passive(tree: Tree, head: int) -> bool:
    if tree.tag[head] not in ("VBN", "VBD"):
        return False
    if tree.kid(head, "auxpass", "nsubjpass") is not None:
        return True
    if tree.tag[head] != "VBN" or tree.kid(head, "nsubj", "aux") is not None:
        return False
    if tree.dep[head] in ("acl", "advcl"):
        return tree.kid(head, "dobj") is None
    return tree.dep[head] == "conj" and _is_passive(tree, tree.head[head])


def _first_object_is_recipient(shop: Workshop, draft: Draft) -> None:
    """*told reporters that …*: with a clause for its content, a dative verb's one object is to whom."""
    base = draft.lemma.split()[0]
    if base not in shop.grammar.datives or draft.filler("recipient") is not None:
        return
    objects = [role for role in draft.roles if role.name == "object"]
    if len(objects) == 1 and shop.tree.kid(draft.head, "ccomp") is not None and draft.voice == "active":
        draft.roles.remove(objects[0])
        draft.add("recipient", objects[0].phrase)


def link(shop: Workshop, draft: Draft) -> None:
    """Find the clause above, why this one hangs there, and by which word."""
    tree, word = shop.tree, draft.head if draft.carrier is None else draft.carrier
    draft.parent = shop.governor(word)
    if draft.kind == "noun":
        draft.relation = "nominal"
        return
    above, label = tree.head[word], tree.dep[word]
    draft.marker, draft.marker_row = _marker(shop, word)
    if draft.marker == "whether":
        draft.mood = "question"
    if label == "ROOT" or draft.parent is None:
        draft.relation, draft.parent = "root", None
    elif label == "conj" or _first_to(shop, draft):
        draft.relation = "conjunct"
    elif label in ("ccomp", "xcomp", "csubj", "csubjpass", "acomp"):
        draft.relation = _complement_relation(shop, draft, label)
    elif label == "pcomp":
        draft.preposition = tree.text[above].lower()
        if draft.preposition == "from" and tree.text[tree.head[above]].lower() == "far":
            draft.preposition = "far from"
        draft.marker = draft.marker or draft.preposition
        draft.relation = _gerund_relation(shop, draft)
    elif label == "advcl":
        asked = _called_for(shop, draft)
        inside = asked or _told_to(shop, draft) or _goes_on(shop, draft)
        draft.relation = "content" if inside else _adverbial_relation(draft)
        draft.mood = "obliged" if asked else draft.mood
    elif label in ("relcl", "acl"):
        draft.host = shop.table.by_head.get(above)
        draft.relation = "relative"
        if _completes_noun(shop, word, above):
            draft.relation = "content"
        elif _time_for(shop, draft, above):
            draft.relation, draft.mood, draft.host = "content", "obliged", None
        elif label == "acl" and draft.form == "infinitive" and _set_phrase(tree, above):
            draft.relation, draft.parent, draft.host = "purpose", shop.governor(tree.head[above]), None
            if tree.head[above] in shop.drafts:
                draft.parent = tree.head[above]
        elif label == "acl" and draft.form == "infinitive":
            draft.relation = "content" if above in shop.drafts or _noun_embeds(shop, above) else "purpose"
    else:
        draft.relation = "parataxis"
    conditional = draft.marker_row is not None and draft.marker_row.relation == "condition"
    if conditional and draft.relation in ("content", "adverbial", "purpose", "parataxis") and label != "csubj":
        draft.relation = "condition"
    if draft.relation == "condition" and draft.parent is not None:
        shop.drafts[draft.parent].conditioned = True


def _first_to(shop: Workshop, draft: Draft) -> bool:
    """*was among the first to send aid*, *is the second country to ban it*: that is what it did."""
    parent, tree = shop.draft_of(draft.parent), shop.tree
    if parent is None or draft.form != "infinitive" or parent.lemma not in ("be", "become"):
        return False
    to = next((child for child in tree.kids(draft.head, "aux") if tree.tag[child] == "TO"), 0)
    before = [text.lower() for text in tree.text[parent.head + 1 : to]]
    return before[-1:] != [] and not ORDINALS.isdisjoint(before) and before[-1] in ORDINALS | ONES


def _set_phrase(tree: Tree, noun: int) -> bool:
    """*in order to*, *in an attempt to*: the noun only serves the infinitive."""
    return tree.lemma[noun].lower() in PURPOSE_NOUNS and tree.text[tree.head[noun]].lower() == "in"


def _time_for(shop: Workshop, draft: Draft, noun: int) -> bool:
    """*It is time for Chad to act*: that somebody is to do it."""
    tree = shop.tree
    waits = tree.text[noun].lower() == "time" and tree.lemma[tree.head[noun]].lower() == "be"
    return waits and draft.form == "infinitive" and bool(tree.kids(draft.head, "nsubj"))


def _completes_noun(shop: Workshop, word: int, noun: int) -> bool:
    """*the hope that Seoul would accept*: a clause with a subject of its own says what the noun contains."""
    tree = shop.tree
    if not any(tree.tag[c] == "IN" and tree.text[c].lower() in ("that", "whether") for c in tree.children[word]):
        return False
    lemma = shop.tree.lemma[noun].lower()
    return noun in shop.drafts or shop.grammar.embedder(lemma, "noun", "that") is not None


def embedder_of_host(shop: Workshop, draft: Draft) -> Embedder | None:
    """*has the ability to bomb*: the noun decides about its infinitive, and not the verb that has it."""
    if draft.host is None:
        return None
    noun = shop.tree.lemma[shop.table.phrases[draft.host].head].lower()
    return shop.grammar.embedder(noun, "noun", draft.form, draft.preposition)


def behind_preposition(shop: Workshop, draft: Draft, parent: Draft) -> tuple[Embedder, int] | None:
    """*called on X to leave*, *appealed to X to leave*: what verb and preposition decide, and whom they ask."""
    for role in parent.roles:
        if role.name == "complement" and role.preposition and role.phrase is not None and parent.kind == "verb":
            row = shop.grammar.embedder(f"{parent.lemma} {role.preposition}", "verb", draft.form)
            if row is not None:
                return row, role.phrase
    return None


def _noun_embeds(shop: Workshop, noun: int) -> bool:
    return shop.grammar.embedder(shop.tree.lemma[noun].lower(), "noun", "infinitive") is not None


def _complement_relation(shop: Workshop, draft: Draft, label: str) -> Relation:
    """A to-infinitive under a verb that takes none is a purpose (*met to discuss*); *then left* is told after it."""
    if label == "ccomp" and _is_next(shop, draft):
        return "conjunct"
    if label != "xcomp" or draft.form != "infinitive" or draft.parent is None:
        return "content"
    parent = shop.drafts[draft.parent]
    if parent.kind == "adjective" or shop.grammar.embedder(parent.lemma, parent.kind, "infinitive") is not None:
        return "content"
    serves = parent.lemma in SERVING and parent.voice == "passive"
    if serves or parent.filler("object") is not None or parent.lemma in ("meet", "gather", "convene"):
        return "purpose"
    return "content"


def _is_next(shop: Workshop, draft: Draft) -> bool:
    """*announced tariffs, then scrapped them*: a verb without a subject behind *then* is told after the first."""
    tree, then = shop.tree, draft.head - 1
    same = draft.parent is not None and draft.parent < then and tree.tag[draft.parent] == tree.tag[draft.head]
    return same and tree.text[then].lower() in ("then", "later") and tree.kid(draft.head, "nsubj") is None


def _gerund_relation(shop: Workshop, draft: Draft) -> Relation:
    parent = shop.drafts[draft.parent] if draft.parent is not None else None
    if parent is not None and shop.grammar.embedder(parent.lemma, parent.kind, "gerund", draft.preposition) is not None:
        return "content"
    if draft.preposition in CIRCUMSTANCE:
        return "adverbial"
    return "purpose" if draft.preposition == "for" and parent is not None and parent.kind == "noun" else "content"


def _told_to(shop: Workshop, draft: Draft) -> bool:
    """*obliges both sides to help*: taken for a purpose, though the verb wants an infinitive and has no other."""
    parent = shop.draft_of(draft.parent)
    if parent is None or draft.form != "infinitive" or draft.marker != "to" or parent.kind != "verb":
        return False
    if draft.head < parent.head or shop.tree.kid(parent.head, "xcomp", "ccomp") is not None:
        return False
    has_object = shop.tree.kid(parent.head, "dobj") is not None
    embedder = shop.grammar.embedder(parent.lemma, "verb", "infinitive", has_object=has_object)
    return embedder is not None and embedder.controller == "object" and embedder.mood == "obliged" and has_object


def _goes_on(shop: Workshop, draft: Draft) -> bool:
    """*went on to send police*: that is what was done next, and not what for."""
    parent = shop.draft_of(draft.parent)
    return parent is not None and parent.lemma == "go on" and draft.form == "infinitive" and draft.marker == "to"


def _called_for(shop: Workshop, draft: Draft) -> bool:
    """*called for Iran to free them*: *for* opens a clause whose subject is asked to act."""
    parent, tree = shop.draft_of(draft.parent), shop.tree
    if parent is None or draft.form != "infinitive" or parent.kind != "verb" or not tree.kids(draft.head, "nsubj"):
        return False
    marked = any(tree.text[child].lower() == "for" for child in tree.kids(draft.head, "mark"))
    return marked and shop.grammar.embedder(f"{parent.lemma} for", "verb", "infinitive") is not None


def _adverbial_relation(draft: Draft) -> Relation:
    if draft.marker_row is not None:
        return draft.marker_row.relation
    return "purpose" if draft.form == "infinitive" else "adverbial"


def _marker(shop: Workshop, word: int) -> tuple[str, Marker | None]:
    """The words that open the clause, longest first, and what the grammar says of them."""
    tree = shop.tree
    first = tree.left[word]
    while first < word and tree.tag[first] in (",", "``", "''", "CC", ":"):
        first += 1
    for before, size in MARKER_WINDOWS:
        if before > first or (before and tree.head[first] != word):
            continue
        if not before and not _opens(tree, first, size, word):
            continue
        if first + size < word and tree.text[first + size].lower() == "of":
            continue  # *in the event of an attack* is a phrase
        words = " ".join(tree.text[first - before : min(first + size, word)]).lower()
        for row in shop.grammar.markers.get(words, ()):
            if row.form != "noun" and (row.form != "inversion" or _inverted(tree, word, first)):
                if row.form == "finite" and tree.tag[word] in ("VB", "VBG") and tree.kid(word, "aux", "nsubj") is None:
                    continue
                return words, row
    inverted = _auxiliary_in_front(shop, word)
    if inverted is not None:
        return inverted
    mark = tree.kid(word, "mark")
    if mark is not None:
        return tree.text[mark].lower(), next(iter(shop.grammar.markers.get(tree.text[mark].lower(), ())), None)
    to = next((child for child in tree.kids(word, "aux") if tree.tag[child] == "TO"), None)
    return ("to" if to is not None else ""), None


def _opens(tree: Tree, first: int, size: int, word: int) -> bool:
    """Whether the first word opens this clause, and not one inside it nor a phrase (*after some delay*)."""
    if tree.dep[first] == "prep" and any(child >= first + size for child in tree.kids(first, "pobj", "pcomp")):
        return False
    clausal = (above for above in tree.above(first) if tree.pos[above] in ("VERB", "AUX"))
    return next(clausal, word) == word or tree.head[first] == word


def _auxiliary_in_front(shop: Workshop, word: int) -> tuple[str, Marker] | None:
    """*… its security should troops be deployed*, *Were NATO to send …*: an inversion that the tree does not open."""
    tree = shop.tree
    subjects = tree.kids(word, "nsubj", "nsubjpass")
    carriers = (word,) if tree.kid(word, "xcomp") is not None else ()
    for auxiliary in (*tree.kids(word, "aux"), *carriers):
        text = tree.text[auxiliary].lower()
        row = next((row for row in shop.grammar.markers.get(text, ()) if row.form == "inversion"), None)
        last = word if auxiliary != word else len(tree)
        if row is not None and any(auxiliary < subject < last for subject in subjects):
            return text, row
    return None


def _inverted(tree: Tree, word: int, first: int) -> bool:
    """*Should Moscow attack, …*: an auxiliary in front of its subject."""
    subject = tree.kid(word, "nsubj", "nsubjpass")
    is_auxiliary = first in tree.children[word] and tree.dep[first] in ("aux", "auxpass")
    return is_auxiliary and subject is not None and first < subject
