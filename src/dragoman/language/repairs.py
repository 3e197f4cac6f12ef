"""The repairs that news English needs: each mends a fault that the small parser makes again and again in wire copy."""

from __future__ import annotations

from dragoman.language.main_verbs import (
    perfect_before_object,
    verb_as_modifier,
    verb_as_participle,
    verb_behind_apposition,
    verb_behind_relative,
)
from dragoman.language.mistagged import mend_tags
from dragoman.language.names import mend_names, relink_after_swap
from dragoman.language.reporting import ASIDE_REPORTS, REPORTING, mend_reports
from dragoman.language.tree import FINITE_TAGS, NOMINAL_TAGS, Tree

#: labels of words that no repair looks at
SOUND = frozenset({"det", "punct", "aux", "auxpass", "case", "nummod", "cc", "mark", "poss", "neg", "prt", "predet"})
#: verbs that say what their object is or becomes (*found the law unconstitutional*)
RATING = frozenset({
    "find", "hold", "declare", "deem", "consider", "call", "judge", "rule", "make", "render", "think", "believe",
    "brand", "label", "keep", "leave", "set", "let", "adjudge", "pronounce", "regard", "view",
})  # fmt: skip
#: prepositions that take up, behind an aside in commas, what stood before it
RESUMING = frozenset({"on", "against", "to", "for", "from", "with", "over", "upon", "into", "at"})
#: what lists a part of what stands before it
INCLUDING = "including"
#: verbs that say of a passive that it lasts (*stands accused*, *lies buried*)
LASTING = frozenset({"stand", "lie", "sit", "remain", "stay", "go"})
#: verbs with *free* or *loose* for a particle, which stands before a heavy object (*set free the monks*)
RELEASING = frozenset({"let", "set", "cut", "turn"})
#: verbs behind whose object an infinitive stands
FORCING = frozenset(
    {"force", "compel", "order", "allow", "permit", "oblige", "instruct", "ask", "invite", "urge", "help"}
)
#: verbs before whose object the parser expects a clause
LETTING = frozenset({"let", "get", "keep", "help", "have"})
#: verbs that move what they take, so that what is close to something is where it goes
MOVING = frozenset({
    "sail", "fly", "send", "move", "deploy", "station", "mass", "park", "land", "bring", "take", "drive", "steer",
    "fire", "drop", "position", "place", "put", "push", "pull", "dispatch", "despatch", "shift", "manoeuvre", "pilot",
})  # fmt: skip
#: Latin for an envoy who must go
NOT_WELCOME = ["persona", "non", "grata"]
#: verbs of giving, and what is given to act in
GRANTING = frozenset({"give", "allow", "grant"})
SPANS = frozenset({"hour", "day", "week", "month", "year", "minute"})
#: behind a span, how it is told from when
AWAY = frozenset({"after", "before", "ago", "earlier", "later", "prior", "into", "since"})
#: where one is taken, and by which verbs
BROUGHT_TO = frozenset({"court", "task", "trial", "account", "jail"})
BRINGING = frozenset({"take", "bring", "haul", "call", "drag", "send", "put"})
#: verbs with two objects, and what *make* makes somebody
GIVING = frozenset({"give", "offer", "grant", "pay", "promise", "pledge", "lend", "award", "guarantee", "owe", "make"})
MADE_TO = frozenset({"offer", "promise", "proposal", "pledge", "loan", "payment", "concession", "present", "threat"})
#: verbs that have no infinitive with a subject of its own: what follows says what for
ANNOUNCING = frozenset({
    "announce", "sign", "approve", "launch", "open", "hold", "unveil", "adopt", "pass", "impose", "start", "begin",
    "deploy", "stage", "convene", "introduce", "issue", "establish", "create", "form", "extend",
})  # fmt: skip
#: transitive verbs and the particles that stand before their objects
PARTICLES = {
    "let": ("in", "out", "off"), "hand": ("over", "in", "out", "back"), "send": ("in", "back", "off", "out"),
    "bring": ("in", "down", "back"), "take": ("over", "in", "out", "back"), "wave": ("in", "through"),
    "turn": ("over", "in", "down", "back", "away", "off"), "call": ("off", "up", "in", "out"), "shoot": ("down",),
    "gun": ("down",), "burn": ("down",), "shut": ("down", "off", "out"), "cut": ("off",), "seal": ("off",),
    "break": ("off",), "vote": ("down", "out"), "strike": ("down",), "round": ("up",), "lock": ("up", "out"),
    "carry": ("out",), "kick": ("out",), "throw": ("out", "in"), "pull": ("out", "back"), "put": ("off", "down"),
    "write": ("off",), "pass": ("on",), "give": ("up", "back", "away"), "haul": ("in", "off"),
    "switch": ("off", "on"), "sound": ("out",), "keep": ("out",), "force": ("out", "back"),
    "drive": ("out", "back", "off"), "push": ("back", "out"), "beat": ("back", "off"), "fight": ("off",),
    "fend": ("off",), "ward": ("off",), "chase": ("away", "out", "off"), "pick": ("up",), "wipe": ("out",),
    "win": ("over", "back"), "tear": ("down", "up"), "rip": ("up",), "track": ("down",), "pay": ("off", "back"),
    "buy": ("off", "up"), "bail": ("out",), "rule": ("out",), "point": ("out",), "root": ("out",), "stamp": ("out",),
    "close": ("down", "off"), "lay": ("off", "down"), "fly": ("in", "out"), "ship": ("in", "out"), "freeze": ("out",),
    "phase": ("out", "in"), "scale": ("back", "down"), "block": ("off",), "fence": ("off", "in"),
    "invite": ("in", "over"), "snap": ("up",), "scoop": ("up",), "mow": ("down",), "blow": ("up",),
    "set": ("up", "off"),
}  # fmt: skip


#: verbs behind whose hearers it stands what these are to do
ASKING = frozenset(
    {"call", "urge", "ask", "appeal", "press", "order", "invite", "encourage", "exhort", "implore", "tell"}
)


def mend(tree: Tree) -> None:
    """Apply every repair, then link the tree."""
    tree.link()
    mend_names(tree)
    mend_tags(tree)
    for first, last in tree.sentences:
        for index in range(first, last):
            if tree.dep[index] in SOUND:
                continue
            _name_taken_for_adverb(tree, index)
            _plural_with_object(tree, index)
            verb_behind_apposition(tree, index)
            verb_behind_relative(tree, index)
            perfect_before_object(tree, index)
            _subjunctive(tree, index)
            _clause_without_verb(tree, index)
            _subject_behind_opening(tree, index)
            _object_as_clause(tree, index)
            _two_objects_as_clause(tree, index)
            _two_objects_in_one(tree, index)
            _participle_as_adjective(tree, index)
            _that_behind_noun(tree, index)
            _joined_apposition(tree, index)
            _finite_conjunct(tree, index)
            _parallel_conjunct(tree, index)
            _persona_non_grata(tree, index)
            _small_clause(tree, index)
            _rated_object(tree, index)
            _free_before_object(tree, index)
            _infinitive_as_noun(tree, index)
            _purpose_with_subject(tree, index)
            _forced_to(tree, index)
            _involved_to(tree, index)
            verb_as_participle(tree, index, last)
            verb_as_modifier(tree, index)
            _particle_as_preposition(tree, index)
            _two_objects(tree, index)
            _called_by_name(tree, index)
            _called_up(tree, index)
            _given_behind_name(tree, index)
            _span_behind_object(tree, index)
            _object_behind_place(tree, index)
            _plural_as_conjunct(tree, index)
            _behind_aside(tree, index)
            _subject_of_auxiliary(tree, index)
            _time_to_act(tree, index)
            _noun_behind_to(tree, index)
            _subject_before_verb(tree, index)
            _subject_behind_verb(tree, index)
            _lasting_passive(tree, index)
            _some_of_whom(tree, index)
            _before_colon(tree, index)
            _close_to(tree, index)
            _second_subject(tree, index)
    tree.link()
    mend_reports(tree)


def _subject_of_auxiliary(tree: Tree, index: int) -> None:
    """*The cabinet is opposed to …*: a subject hung on the auxiliary belongs to the verb."""
    auxiliary = tree.head[index]
    if tree.dep[index] == "nsubj" and tree.dep[auxiliary] in ("aux", "auxpass"):
        tree.attach(index, tree.head[auxiliary], "nsubjpass" if tree.dep[auxiliary] == "auxpass" else "nsubj")


def _second_subject(tree: Tree, index: int) -> None:
    """*forces loyal to General Abd forced …*: of two subjects the one behind an adjective's preposition is its noun."""
    before, verb = tree.left[index] - 1, tree.head[index]
    if tree.dep[index] != "nsubj" or before < 2 or tree.dep[before] != "prep" or tree.kid(before, "pobj", "pcomp"):
        return
    adjective, noun = tree.head[before], tree.head[tree.head[before]]
    beside = adjective == before - 1 and noun == before - 2
    if beside and tree.tag[adjective] == "JJ" and tree.dep[noun] == "nsubj" and tree.head[noun] == verb:
        tree.attach(index, before, "pobj")


def _time_to_act(tree: Tree, index: int) -> None:
    """*gave the rebels three days to leave*, *until Friday to leave*: time is what is given."""
    verb = tree.head[index]
    if tree.lemma[verb] not in GRANTING or verb > index:
        return
    if tree.dep[index] == "npadvmod" and tree.lemma[index].lower() in SPANS and tree.kid(verb, "dobj") is None:
        tree.dep[index] = "dobj"
    until = any(tree.text[kid].lower() == "until" for kid in tree.kids(verb, "prep"))
    if tree.dep[index] == "dobj" and until and tree.kid(verb, "dative") is None and tree.kid(verb, "advcl") is not None:
        tree.dep[index] = "dative"


def _noun_behind_to(tree: Tree, index: int) -> None:
    """*took Israel to court*, *to task*: where somebody is taken, and no infinitive."""
    verb, to = tree.head[index], index - 1
    if tree.lemma[index].lower() not in BROUGHT_TO or tree.lemma[verb] not in BRINGING or tree.head[to] != index:
        return
    if tree.tag[index] == "VB" and tree.tag[to] == "TO" and tree.kid(index, "dobj", "xcomp", "ccomp") is None:
        tree.attach(to, verb, "prep")
        tree.attach(index, to, "pobj")
        tree.tag[to], tree.pos[to], tree.tag[index], tree.pos[index] = "IN", "ADP", "NN", "NOUN"


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


def _name_taken_for_adverb(tree: Tree, index: int) -> None:
    """*USAID provided shelter*, *Hungary vetoes aid*: a name that the tagger does not know is the verb's subject."""
    verb, name = tree.head[index], tree.text[index]
    is_name = (len(name) > 2 and name.isupper()) or (name.istitle() and tree.tag[index] == "JJ" and index == verb - 1)
    if tree.dep[index] not in ("advmod", "amod", "dep", "npadvmod") or not is_name:
        return
    if index > verb or tree.tag[verb] not in ("VBD", "VBZ", "VBP", "VBN"):
        return
    if tree.kid(verb, "nsubj", "nsubjpass", "csubj") is None:
        tree.tag[index], tree.pos[index], tree.dep[index] = "NNP", "PROPN", "nsubj"


def _plural_with_object(tree: Tree, index: int) -> None:
    """*Manila reserves the right*: no noun has an object; what is taken for a plural is a verb."""
    thing = tree.kid(index, "dobj")
    if tree.tag[index] != "NNS" or thing is None or thing < index or index == 0:
        return
    subject = tree.kid(index, "nsubj")
    if subject is None and tree.head[index - 1] == index and tree.tag[index - 1] in NOMINAL_TAGS:
        subject = index - 1
    if subject is not None and subject < index:
        tree.tag[index], tree.pos[index], tree.dep[subject] = "VBZ", "VERB", "nsubj"


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


def _clause_without_verb(tree: Tree, index: int) -> None:
    """*allowed the plane to land*, *demanded that he resign*: what has *to*, or *that* and a subject, is a verb."""
    if tree.dep[index] not in ("ccomp", "xcomp", "advcl") or tree.tag[index] not in ("NN", "JJ", "NNP"):
        return
    to, that = tree.kid(index, "aux"), tree.kid(index, "mark")
    is_infinitive = to == index - 1 and tree.text[to].lower() == "to" and tree.kid(index, "det", "cop") is None
    is_subjunctive = that is not None and tree.kid(index, "nsubj") == index - 1 and tree.tag[index] == "NN"
    if is_infinitive or is_subjunctive:
        tree.tag[index], tree.pos[index] = "VB", "VERB"


def _subject_behind_opening(tree: Tree, index: int) -> None:
    """*On a visit to Chad, the king of Jordan called for calm*: a name behind the opening is the verb's subject.

    The parser joins it to the last name of the opening, and leaves the verb without a subject.
    """
    if tree.dep[index] not in ("conj", "appos") or tree.tag[index] not in NOMINAL_TAGS:
        return
    if tree.text[tree.left[index] - 1] != "," or tree.kid(tree.head[index], "cc") is not None:
        return
    chain = list(tree.above(index))
    verb = next((above for above in chain if tree.tag[above] in FINITE_TAGS), None)
    if verb is None or not all(above < index for above in chain[: chain.index(verb)]) or verb < index:
        return
    opens = tree.dep[chain[chain.index(verb) - 1]] == "prep"
    if opens and tree.right[index] < verb and tree.kid(verb, "nsubj", "nsubjpass", "expl", "csubj") is None:
        tree.attach(index, verb, "nsubj")


def _object_as_clause(tree: Tree, index: int) -> None:
    """*let eleven women out of jail*: a noun without a verb is no clause but the object."""
    verb = tree.head[index]
    if tree.dep[index] != "ccomp" or tree.tag[index] not in NOMINAL_TAGS or index < verb:
        return
    if tree.lemma[verb] not in LETTING or tree.kid(index, "nsubj", "aux", "cop", "mark") is not None:
        return
    tree.attach(index, verb, "dobj")
    for child in tree.kids(index, "prep"):
        tree.attach(child, verb, "prep")


def _two_objects_as_clause(tree: Tree, index: int) -> None:
    """*made Kenya an offer*, *made him a knight*: two nouns behind a verb are no clause but its objects."""
    verb, first = tree.head[index], tree.kid(index, "nsubj")
    if tree.dep[index] != "ccomp" or tree.tag[index] not in NOMINAL_TAGS or tree.lemma[verb] not in GIVING:
        return
    if first is None or not verb < first < index or tree.kid(index, "aux", "cop", "mark") is not None:
        return
    gives = tree.lemma[verb] != "make" or tree.lemma[index] in MADE_TO
    tree.attach(first, verb, "dative" if gives else "dobj")
    tree.attach(index, verb, "dobj" if gives else "oprd")


def _two_objects_in_one(tree: Tree, index: int) -> None:
    """*paid Kenya compensation*: a country before the noun that is given is to whom."""
    verb, first = tree.head[index], index - 1
    if tree.dep[index] != "dobj" or tree.tag[index] not in ("NN", "NNS") or tree.lemma[verb] not in GIVING:
        return
    if tree.head[first] != index or tree.tag[first] != "NNP" or tree.entity[first] != "GPE":
        return
    if tree.left[index] == tree.left[first] == verb + 1 and tree.kid(verb, "dative") is None:
        tree.attach(first, verb, "dative")


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
    if tree.kid(index, "nsubj", "nsubjpass", "aux") is not None or not _is_unlike(tree, index):
        return
    if tree.kid(tree.head[index], "aux") is not None and tree.tag[tree.head[index]] == "VB":
        modal = tree.kid(tree.head[index], "aux")
        if modal is not None and tree.tag[modal] == "MD":
            return
    for above in tree.above(tree.head[index]):
        if tree.tag[above] == tree.tag[index]:
            tree.attach(index, above, "conj")
            return


def _is_unlike(tree: Tree, index: int) -> bool:
    """Whether it is joined to what is not finite (*had been killed, and accused …*, behind a comma)."""
    inner = tree.head[index]
    if tree.tag[inner] in ("VB", "VBG"):
        return True
    comma = any(tree.text[word] == "," for word in range(inner + 1, index))
    return tree.tag[inner] == "VBN" and tree.kid(inner, "aux") is not None and comma and tree.dep[inner] == "ccomp"


def _parallel_conjunct(tree: Tree, index: int) -> None:
    """*has said that it will not expel them, and has called for calm*: a perfect is joined to the perfect above."""
    if tree.dep[index] != "conj" or tree.tag[index] != "VBN":
        return
    inner, auxiliary = tree.head[index], tree.kid(index, "aux")
    if auxiliary is None or tree.kid(index, "nsubj", "nsubjpass") is not None:
        return
    beside = tree.kid(inner, "aux")
    if tree.lemma[auxiliary] != "have" or beside is None or tree.tag[beside] != "MD":
        return
    for above in tree.above(inner):
        if any(tree.text[one] == tree.text[auxiliary] for one in tree.kids(above, "aux")):
            tree.attach(index, above, "conj")
            return


def _persona_non_grata(tree: Tree, index: int) -> None:
    """*declared the envoy persona non grata*: Latin taken for a verb is what the verb above makes of its object."""
    if tree.dep[index] != "ccomp" or [text.lower() for text in tree.text[index : index + 3]] != NOT_WELCOME:
        return
    verb, subject, last = tree.head[index], tree.kid(index, "nsubj"), index + 2
    if subject is None or verb > subject:
        return
    tree.attach(subject, verb, "dobj")
    tree.attach(last, verb, "oprd")
    tree.attach(index, last, "compound")
    tree.attach(index + 1, last, "compound")
    tree.tag[index] = tree.tag[last] = "NN"
    tree.pos[index] = tree.pos[last] = "NOUN"
    relink_after_swap(tree, index, last)


def _small_clause(tree: Tree, index: int) -> None:
    """*called the launch unacceptable*: the noun glued to the adjective is the verb's object."""
    if tree.dep[index] != "oprd" or tree.tag[index] != "JJ":
        return
    nouns = [c for c in tree.kids(index, "compound", "nsubj", "nmod") if tree.tag[c] in NOMINAL_TAGS and c < index]
    if not nouns or tree.kid(tree.head[index], "dobj") is not None:
        return
    for child in tree.children[index]:
        if child < nouns[-1]:
            tree.attach(child, nouns[-1], tree.dep[child])
    tree.attach(nouns[-1], tree.head[index], "dobj")


def _rated_object(tree: Tree, index: int) -> None:
    """*found the banker guilty of fraud*: an adjective without a copula is what the object is said to be."""
    verb = tree.head[index]
    if tree.dep[index] not in ("ccomp", "dobj", "advcl") or tree.tag[index] != "JJ" or tree.lemma[verb] not in RATING:
        return
    if index < verb or tree.kid(index, "cop", "aux", "mark") is not None:
        return
    if tree.kid(verb, "dobj") in (None, index):
        rated = next((c for c in reversed(tree.children[index]) if c == index - 1 and _is_rated(tree, c)), None)
        rated = tree.kid(index, "nsubj") if rated is None else rated  # *found the general from Chad guilty*
        if rated is None:
            return
        tree.tag[rated] = tree.tag[rated] if tree.tag[rated] in NOMINAL_TAGS else "NN"
        for child in tree.children[index]:
            if child < rated:
                tree.attach(child, rated, tree.dep[child])
        tree.attach(rated, verb, "dobj")
    for child in tree.kids(index, "prep"):
        tree.attach(child, verb, "prep")
    tree.attach(index, verb, "oprd")


def _is_rated(tree: Tree, index: int) -> bool:
    """A noun, or an adjective right behind an article that can only be one (*held the general responsible*)."""
    return tree.tag[index] in NOMINAL_TAGS or (tree.tag[index] == "JJ" and tree.tag[index - 1] in ("DT", "PRP$"))


def _free_before_object(tree: Tree, index: int) -> None:
    """*set free three journalists*: *free* before a noun without an article belongs to the verb."""
    noun = tree.head[index]
    if tree.text[index].lower() not in ("free", "loose"):
        return
    if tree.dep[index] in ("ccomp", "xcomp", "advmod") and noun == index - 1 and tree.lemma[noun] in RELEASING:
        for child in tree.kids(index, "dobj", "prep", "npadvmod"):
            tree.attach(child, noun, tree.dep[child])
        tree.attach(index, noun, "prt")
        return
    if tree.dep[index] != "amod" or tree.dep[noun] != "dobj":
        return
    if tree.left[noun] == index == tree.head[noun] + 1 and tree.lemma[index - 1] in RELEASING:
        tree.attach(index, index - 1, "prt")


def _infinitive_as_noun(tree: Tree, index: int) -> None:
    """*forced the plane to land in Jaipur*: a bare word behind the *to* of an infinitive is a verb."""
    to, verb = tree.head[index], tree.head[tree.head[index]]
    if tree.dep[index] != "pobj" or tree.tag[index] != "NN" or tree.tag[verb][:2] != "VB":
        return
    is_forced = tree.text[to] == "to" and tree.lemma[verb] in FORCING and tree.left[index] == index
    if tree.tag[to] != "TO" and not is_forced:
        return
    if index != to + 1 or tree.kid(verb, "xcomp") is not None:
        return
    for child in tree.children[verb]:
        if child > index and tree.dep[child] in ("prep", "advmod", "npadvmod"):
            tree.attach(child, index, tree.dep[child])
    tree.tag[index], tree.pos[index] = "VB", "VERB"
    tree.attach(to, index, "aux")
    tree.attach(index, verb, "xcomp")


def _purpose_with_subject(tree: Tree, index: int) -> None:
    """*announced a truce to mark the holiday*: what is announced is the object, the infinitive says what for."""
    verb = tree.head[index]
    if tree.dep[index] != "ccomp" or tree.tag[index] != "VB" or tree.lemma[verb] not in ANNOUNCING:
        return
    subject, auxiliary = tree.kid(index, "nsubj"), tree.kid(index, "aux")
    if subject is None or auxiliary is None or tree.tag[auxiliary] != "TO" or tree.kid(verb, "dobj") is not None:
        return
    tree.attach(subject, verb, "dobj")
    tree.attach(index, verb, "advcl")


def _involved_to(tree: Tree, index: int) -> None:
    """*call on all sides involved to cease fire*: what is asked hangs on who asks, not on *involved*."""
    participle = tree.head[index]
    if tree.dep[index] not in ("xcomp", "advcl", "ccomp") or tree.lemma[participle] not in ("involve", "concern"):
        return
    auxiliary, above = tree.kid(index, "aux"), tree.head[tree.head[participle]]
    if tree.dep[participle] != "acl" or auxiliary is None or tree.tag[auxiliary] != "TO":
        return
    above = tree.head[above] if tree.dep[above] == "prep" else above
    if tree.lemma[above] in ASKING:
        tree.attach(index, above, "xcomp")


def _forced_to(tree: Tree, index: int) -> None:
    """*forced a plane flying to Delhi to land*: the infinitive is what it is forced to, not what it flew for."""
    flying, to = tree.head[index], tree.kid(index, "aux")
    noun = tree.head[flying]
    verb = tree.head[noun]
    if tree.dep[index] not in ("xcomp", "advcl") or to is None or tree.tag[to] != "TO" or tree.kid(index, "nsubj"):
        return
    hangs_there = tree.dep[flying] == "acl" and tree.tag[flying] == "VBG" and tree.dep[noun] == "dobj"
    if hangs_there and tree.lemma[verb] in FORCING and tree.kid(verb, "xcomp", "ccomp") is None:
        tree.attach(index, verb, "xcomp")


def _particle_as_preposition(tree: Tree, index: int) -> None:
    """*let in a regional force*: a particle before the object of a verb that has no other."""
    verb, noun = tree.head[index], tree.kid(index, "pobj")
    if tree.dep[index] != "prep" or noun is None or index != verb + 1 or tree.kid(verb, "dobj") is not None:
        return
    if tree.text[index].lower() in PARTICLES.get(tree.lemma[verb], ()):
        tree.attach(noun, verb, "dobj")
        tree.attach(index, verb, "prt")
        tree.tag[index] = "RP"


def _two_objects(tree: Tree, index: int) -> None:
    """*gave the junta in Niamey an ultimatum*: of two objects the first is to whom; *branded them terrorists*: what."""
    first, second = (*tree.kids(index, "dobj"), None, None)[:2]
    if first is None or second is None or tree.tag[second] not in NOMINAL_TAGS:
        return
    before = tree.left[second] - 1
    if tree.text[before] == ",":  # *imposed a ban, a move which …*, but *gave the premier, his rival, a mandate*
        gives = tree.lemma[index] in GIVING and (tree.tag[first] == "NNP" or tree.kid(first, "appos") is not None)
        tree.attach(*((first, index, "dative") if gives else (second, first, "appos")))
        return
    if (
        before > first and tree.dep[before] == "pobj" and tree.text[before].endswith("ing")
    ):  # *help in housing families*
        tree.tag[before], tree.pos[before] = "VBG", "VERB"
        tree.attach(second, before, "dobj")
        return
    if tree.lemma[index] in RATING:
        tree.dep[second] = "oprd"
    elif tree.kid(index, "dative") is None:
        tree.dep[first] = "dative"


def _called_by_name(tree: Tree, index: int) -> None:
    """*called the envoy a fool*: a second noun with an article and no comma is what the object is said to be."""
    rated, article = tree.head[index], tree.kid(index, "det")
    if tree.dep[index] != "appos" or article is None or tree.text[article].lower() not in ("a", "an"):
        return
    verb = tree.head[rated]
    if tree.dep[rated] in ("dobj", "oprd") and tree.lemma[verb] in RATING and tree.text[tree.left[index] - 1] != ",":
        tree.dep[rated] = "dobj" if tree.kid(verb, "dobj") is None else tree.dep[rated]
        tree.attach(index, verb, "oprd")


def _called_up(tree: Tree, index: int) -> None:
    """*called President Bashir on Saturday*: a name alone behind the verb is whom it takes, not what it calls him."""
    verb = tree.head[index]
    if (
        tree.dep[index] == "oprd"
        and tree.tag[index] == "NNP"
        and tree.kid(verb, "dobj", "nsubjpass", "auxpass") is None
    ):
        tree.dep[index] = "dobj" if index > verb else tree.dep[index]


def _given_behind_name(tree: Tree, index: int) -> None:
    """*gave the premier, his rival, a mandate*: what is given is no other name for whom it is given to."""
    article, name = tree.kid(index, "det"), tree.head[index]
    given = tree.head[name] if tree.dep[name] == "appos" else name
    verb = tree.head[given]
    if tree.dep[index] != "appos" or article is None or tree.text[article].lower() not in ("a", "an"):
        return
    is_name = tree.tag[name] == "NNP" and tree.text[tree.left[index] - 1] == ","
    if is_name and tree.dep[given] == "dobj" and tree.lemma[verb] in GIVING - {"make"}:
        tree.attach(given, verb, "dative")
        tree.attach(index, verb, "dobj")


def _span_behind_object(tree: Tree, index: int) -> None:
    """*called off a strike hours after talks*: how long before or after is no part of the object."""
    noun, verb = index - 1, tree.head[index]
    if tree.dep[index] != "dobj" or tree.lemma[index] not in SPANS or tree.tag[index] != "NNS":
        return
    if tree.head[noun] != index or tree.dep[noun] != "compound" or tree.text[index + 1].lower() not in AWAY:
        return
    for child in tree.children[index]:
        if child < noun:
            tree.attach(child, noun, tree.dep[child])
    tree.attach(noun, verb, "dobj")
    tree.attach(index, verb, "npadvmod")


def _object_behind_place(tree: Tree, index: int) -> None:
    """*returned to Lagos last week twelve bronzes*: a noun far behind its verb is its object, unless it measures."""
    verb = tree.head[index]
    if tree.dep[index] not in ("npadvmod", "advcl") or tree.tag[index] not in ("NN", "NNS") or index < verb:
        return
    if tree.tag[verb] not in ("VBD", "VBZ", "VBP") or tree.lemma[index].lower() in SPANS or tree.entity[index]:
        return
    if tree.kid(verb, "dobj", "ccomp", "xcomp") is None and tree.kid(index, "nsubj", "aux", "cop", "mark") is None:
        counted = tree.kid(index, "nummod") is not None
        if counted and any(child < index for child in tree.kids(verb, "prep") if child > verb):
            for day in tree.kids(index, "npadvmod", "nmod", "compound"):
                if tree.entity[day] == "DATE":
                    tree.attach(day, verb, "npadvmod")
            tree.attach(index, verb, "dobj")


def _plural_as_conjunct(tree: Tree, index: int) -> None:
    """*travel bans and asset freezes*: a plural that looks like a verb, behind a noun that is joined to another."""
    noun, subject = index - 1, tree.kid(index, "nsubj")
    if tree.tag[index] != "VBZ" or tree.dep[index] != "conj" or tree.dep[noun] != "conj" or tree.tag[noun] != "NN":
        return
    listed = subject == tree.head[noun] and tree.text[tree.left[subject] - 1].lower() == INCLUDING
    if (subject is not None and not listed) or tree.kid(index, "dobj", "ccomp", "xcomp", "aux") is not None:
        return
    if subject is not None:
        tree.attach(subject, tree.left[subject] - 1, "pobj")
    tree.tag[index], tree.pos[index] = "NNS", "NOUN"
    tree.attach(index, tree.head[noun], "conj")
    tree.attach(noun, index, "compound")


def _behind_aside(tree: Tree, index: int) -> None:
    """*imposed sanctions, including asset freezes, on ten men*, *returned a book, lost in 1943, to Rome*.

    What follows an aside in commas hangs on what the aside is about, or on the verb.
    """
    if tree.dep[index] != "prep" or tree.text[index - 1] != "," or tree.text[index].lower() not in RESUMING:
        return
    for above in tree.above(index):
        is_aside = tree.text[above].lower() == INCLUDING or tree.dep[above] in ("acl", "advcl")
        opens = tree.left[above] == above and tree.text[above - 1] == ","
        if is_aside and opens and tree.tag[above] in ("VBG", "VBN"):
            tree.attach(index, tree.head[above], "prep")
            return


def _lasting_passive(tree: Tree, index: int) -> None:
    """*stands accused of murder*: what lasts is a passive, and its subject that of the verb of lasting."""
    verb = tree.head[index]
    if tree.dep[index] != "xcomp" or tree.tag[index] != "VBN" or tree.lemma[verb] not in LASTING or index < verb:
        return
    if tree.kid(index, "aux", "nsubj", "nsubjpass") is not None or tree.kid(verb, "dobj") is not None:
        return
    above, label = tree.head[verb], tree.dep[verb]
    for child in tree.children[verb]:
        if child != index:
            tree.attach(child, index, "nsubjpass" if tree.dep[child] == "nsubj" else tree.dep[child])
    tree.attach(index, index if above == verb else above, label)
    tree.attach(verb, index, "auxpass")


def _some_of_whom(tree: Tree, index: int) -> None:
    """*The families, many of whom had camped there, implored …*: the clause of *whom* is a relative one."""
    inner, of = tree.head[index], tree.kid(index, "prep")
    relative = tree.kid(of, "pobj") if of is not None else None
    if tree.dep[index] != "nsubj" or relative is None or tree.tag[relative] not in ("WP", "WDT"):
        return
    first = next((c for c in tree.kids(inner, "nsubj") if c < index), None)
    verb = next((c for c in tree.kids(inner, "conj") if tree.tag[c] in FINITE_TAGS), None)
    if first is None or verb is None or tree.kid(verb, "nsubj", "nsubjpass") is not None:
        return
    above, label = tree.head[inner], tree.dep[inner]
    tree.attach(verb, verb if above == inner else above, label)
    tree.attach(first, verb, "nsubj")
    tree.attach(inner, first, "relcl")


def _before_colon(tree: Tree, index: int) -> None:
    """*Patience is thin: the envoy threatened to quit*: what stands before a colon is said by nobody behind it."""
    verb, behind = tree.head[index], tree.right[index] + 1
    if tree.dep[index] == "ccomp" and index < verb and tree.text[behind] == ":" and tree.lemma[verb] not in REPORTING:
        tree.dep[index] = "parataxis"


def _close_to(tree: Tree, index: int) -> None:
    """*sailed a ship close to Taiwan*: how near it went is where it went."""
    if tree.text[index].lower() not in ("close", "closer") or tree.dep[index] not in ("amod", "advmod", "acomp"):
        return
    to, noun = tree.kid(index, "prep"), tree.head[index]
    if tree.dep[noun] == "dobj" and tree.lemma[tree.head[noun]] not in MOVING:
        return  # *razed villages close to the border*: where they are
    verb = tree.head[noun] if tree.dep[noun] == "dobj" else noun
    if to == index + 1 and tree.text[to] == "to" and tree.pos[verb] == "VERB" and index > verb:
        tree.attach(to, verb, "prep")


def _subject_before_verb(tree: Tree, index: int) -> None:
    """*Should Moscow attack, …*: a name taken for part of the verb is its subject."""
    verb = tree.head[index]
    if tree.dep[index] != "compound" or tree.tag[index] not in NOMINAL_TAGS or index > verb:
        return
    if tree.kid(verb, "nsubj", "nsubjpass") is None and tree.tag[verb] in ("VB", "VBD", "VBZ", "VBP"):
        tree.dep[index] = "nsubj"


def _subject_behind_verb(tree: Tree, index: int) -> None:
    """*Okano, the vice minister, summoned Wu*: of two subjects the one behind the verb is its object."""
    verb = tree.head[index]
    if tree.dep[index] != "nsubj" or index < verb or tree.tag[verb][:2] != "VB" or tree.lemma[verb] in ASIDE_REPORTS:
        return
    before = tree.kid(verb, "nsubj")
    if before is not None and before < verb and tree.kid(verb, "dobj", "ccomp") is None:
        tree.attach(index, verb, "dobj")
