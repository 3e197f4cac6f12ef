"""Polarity, mood and tense of a clause: from its own words first, then from what it hangs on."""

from __future__ import annotations

from dragoman.language.drafts import Draft, Workshop, behind_preposition, embedder_of_host
from dragoman.language.schema import Embedder
from dragoman.language.tree import Tree
from dragoman.records import Mood, Polarity

#: in infinitives, gerunds and nouns these moods of the clause above pass on
IRREALIS: frozenset[Mood] = frozenset({"future", "possible", "obliged", "wished", "conditional", "purpose", "question"})
TRUE = frozenset({"true", "correct", "right", "case", "fact"})
UNTRUE = frozenset({"untrue", "false", "wrong", "lie"})
#: words that ask for one part of what is said and leave the rest as it is (*why did X expel …*)
ASKING = frozenset({"who", "whom", "whose", "what", "which", "when", "where", "why", "how"})
#: what is said to somebody in one word, and is read with its verb (*said no to them*)
SAID = frozenset({"no", "yes"})
OPPOSITE: dict[Polarity, Polarity] = {"positive": "negative", "negative": "positive"}

#: prepositions behind which stands why something is to be done: that has happened (*will expel them over an attack*)
REASONS = frozenset({"over", "after", "because of", "due to", "following", "in response to", "in retaliation for"})


def own_words(shop: Workshop, draft: Draft) -> None:
    """Read tense, aspect, auxiliaries, negation and adverbs that stand in the clause itself."""
    tree = shop.tree
    word = draft.head if draft.carrier is None else draft.carrier
    helpers = tree.kids(word, "aux", "auxpass")
    tags = {tree.tag[child] for child in helpers} | {tree.tag[word]}
    texts = ["will" if _is_to_for_will(tree, child) else tree.text[child].lower() for child in helpers]
    draft.finite = draft.kind != "noun" and (bool(tags & {"VBD", "VBZ", "VBP", "MD"}) or _is_subjunctive(shop, word))
    draft.perfect = draft.kind == "verb" and any(tree.lemma[child] == "have" for child in helpers)
    draft.progressive = tree.tag[draft.head] == "VBG" and any(tree.lemma[child] == "be" for child in helpers)
    if draft.kind != "noun":
        _tense(draft, tags, texts)
        if draft.finite:
            draft.form = "that"
        if draft.kind == "verb" and draft.carrier is not None and not _is_undone(shop, draft):
            going = "be going to" if tree.text[word].lower() == "going" else f"{tree.lemma[word].lower()} to"
            texts = [*texts, going]
        _auxiliaries(shop, draft, texts)
    _negation(shop, draft, word)
    _adverbs(shop, draft, word)
    if draft.kind == "noun" and draft.mood == "asserted":
        _modifiers(shop, draft)


def _is_to_for_will(tree: Tree, word: int) -> bool:
    """The *to* of a headline (*EU to impose sanctions*), which is read as an auxiliary (telegraphic.py)."""
    return tree.tag[word] == "MD" and tree.text[word].lower() == "to"


def _is_subjunctive(shop: Workshop, word: int) -> bool:
    """*insisted that Kyiv recognise the border*: a bare form behind *that*, with a subject."""
    tree = shop.tree
    if tree.tag[word] != "VB" or tree.kids(word, "aux") or not tree.kids(word, "nsubj"):
        return False
    return any(tree.text[child].lower() == "that" for child in tree.kids(word, "mark"))


def _tense(draft: Draft, tags: set[str], texts: list[str]) -> None:
    if {"will", "shall", "'ll", "’ll"} & set(texts):
        draft.tense = "future"
    elif "VBD" in tags:
        draft.tense = "past"
    elif tags & {"VBZ", "VBP", "MD"}:
        draft.tense = "present"
    elif tags == {"VBN"} and draft.voice == "passive":
        draft.tense = "past"  # *the treaty signed in Minsk*


def _auxiliaries(shop: Workshop, draft: Draft, texts: list[str]) -> None:
    for text in texts:
        if text in shop.grammar.auxiliaries:
            mood = shop.grammar.auxiliaries[text]
            draft.modals.append(text)
            if mood is not None and draft.mood == "asserted":
                draft.mood = mood


def _negation(shop: Workshop, draft: Draft, word: int) -> None:
    tree, negators = shop.tree, shop.grammar.negators
    denials = [child for child in tree.kids(word, "neg") if not _is_only(shop, child)]
    flips = len([child for child in denials if tree.text[child].lower() in negators])
    if draft.carrier is not None:
        flips += len(tree.kids(draft.head, "neg"))
    flips += sum(_is_negative_adverb(shop, draft, child) for child in tree.kids(word, "advmod", "preconj", "cc"))
    flips += _is_undone(shop, draft)
    if draft.kind == "noun":
        flips += sum(1 for child in tree.kids(word, "det") if negators.get(tree.text[child].lower()) == "phrase")
    else:
        arguments = [role.phrase for role in draft.roles if role.name in ("subject", "object")]
        flips += any(_is_negative_phrase(shop, phrase) for phrase in (draft.surface, *arguments))
    if flips % 2:
        draft.polarity = "negative"


def _is_negative_adverb(shop: Workshop, draft: Draft, child: int) -> bool:
    """*never*, *no longer*, and *neither* before the first of two verbs."""
    tree = shop.tree
    if child > draft.head or _is_only(shop, child):
        return False
    words = " ".join(tree.text[tree.left[child] : child + 1]).lower()
    scope = shop.grammar.negators.get(words)
    return scope in ("verb", "clause") or (scope is not None and tree.dep[child] == "preconj")


def _is_only(shop: Workshop, negator: int) -> bool:
    """*not only*, *not just*: what follows is so, and more."""
    behind = negator + 1
    return behind < len(shop.tree.text) and shop.tree.text[behind].lower() in ("only", "just", "merely", "simply")


def _is_undone(shop: Workshop, draft: Draft) -> bool:
    """*has yet to ratify*, *is yet to be released*."""
    tree = shop.tree
    return draft.carrier is not None and any(
        tree.text[one].lower() == "yet" for one in tree.kids(draft.carrier, "advmod")
    )


def _is_negative_phrase(shop: Workshop, phrase: int | None) -> bool:
    """*no troops*, *nobody*, *neither side*: a phrase that makes its whole clause negative."""
    if phrase is None:
        return False
    found = shop.table.phrases[phrase]
    if any(shop.tree.text[child].lower() == "neither" for child in shop.tree.children[found.head]):
        return True  # *neither Israel nor Hamas*
    first = shop.tree.left[found.head]
    if shop.tree.text[first].lower() == "not" and not _is_only(shop, first):
        return True  # *not one minister*, *not a single shot*
    words = (found.determiner, shop.tree.text[found.head].lower())
    return any(shop.grammar.negators.get(word) == "phrase" for word in words)


def _adverbs(shop: Workshop, draft: Draft, word: int) -> None:
    tree, adverbs = shop.tree, shop.grammar.adverbs
    said = [one for one in tree.kids(word, "intj") if tree.text[one].lower() in SAID]
    carried = tree.kids(draft.head, "advmod") if draft.carrier is not None else ()
    for child in (*said, *tree.kids(word, "advmod"), *carried):
        text = tree.text[child].lower()
        draft.adverbs.append(text)
        if text in adverbs:
            draft.modals.append(text)
            mood = adverbs[text]
            if mood is not None and draft.mood == "asserted":
                draft.mood = mood


def _modifiers(shop: Workshop, draft: Draft) -> None:
    """*a possible supply*, *the planned visit*: adjectives that bear on the mood of a noun of action."""
    for child in shop.tree.kids(draft.head, "amod"):
        text = shop.tree.text[child].lower()
        if text in shop.grammar.adjectives_of_mood:
            draft.modals.append(text)
            draft.mood = shop.grammar.adjectives_of_mood[text]


def inherited(shop: Workshop, draft: Draft) -> None:
    """Take over mood and polarity from the clause above, which is settled already."""
    parent = shop.draft_of(draft.parent)
    _only_before_a_future(draft, parent)
    if draft.marker_row is not None:
        if draft.marker_row.mood is not None and draft.relation in ("condition", "purpose"):
            draft.mood = draft.marker_row.mood
        if "not" in draft.marker.split():  # the *not* of *not to* may hang on the verb, and be counted already
            draft.polarity = "negative"
        elif draft.marker_row.polarity == "negative":
            draft.polarity = OPPOSITE[draft.polarity]
    if draft.preposition in ("without", "far from"):
        draft.polarity = OPPOSITE[draft.polarity]
    if draft.relation == "purpose":
        draft.mood = "purpose"
    if draft.relation == "condition" and draft.mood == "asserted":
        draft.mood = "conditional"
    if draft.relation == "root" and _is_asked(shop, draft):
        draft.mood = "question"
    if parent is None:
        return
    if draft.kind == "noun":
        _noun_from(shop, draft, parent)
    elif draft.relation == "content" and _is_weighed(shop, draft):
        draft.mood = "question"
    elif draft.relation == "content":
        _content_from(shop, draft, parent)
    elif draft.relation == "conjunct":
        _conjunct_from(shop, draft, parent)


def _is_asked(shop: Workshop, draft: Draft) -> bool:
    """A question whether it is so: an auxiliary before the subject, a question mark, and nothing asked for besides."""
    tree, word = shop.tree, draft.head if draft.carrier is None else draft.carrier
    subject = tree.kid(word, "nsubj", "nsubjpass")
    auxiliary = word if draft.carrier is not None else tree.kid(word, "aux", "auxpass")
    if draft.kind == "noun" or subject is None or auxiliary is None or auxiliary > subject:
        return False
    ends = next((i for i in range(draft.head, len(tree.text)) if tree.text[i] in (".", "?", "!")), None)
    asked_for = any(tree.text[i].lower() in ASKING for i in range(tree.left[word], auxiliary))
    return ends is not None and tree.text[ends] == "?" and not asked_for


def _is_weighed(shop: Workshop, draft: Draft) -> bool:
    """*is considering whether to send tanks*: a question of those who weigh it."""
    first = shop.tree.left[draft.head]
    before = range(max(first - 1, 0), draft.head)
    return draft.form == "infinitive" and any(shop.tree.text[word].lower() == "whether" for word in before)


def _only_before_a_future(draft: Draft, parent: Draft | None) -> None:
    """*when it is attacked, it will …* is a condition, *after police fired, two died* is not."""
    row = draft.marker_row
    if row is None or not row.main_future or draft.relation != "condition":
        return
    if draft.tense == "past" or parent is None or parent.mood not in IRREALIS:
        draft.relation, draft.marker_row = "adverbial", None


def _may_not_be(draft: Draft, parent: Draft) -> bool:
    """Whether the verb above is about what may never be, and the noun does not say otherwise."""
    return parent.kind == "verb" and parent.mood in IRREALIS and draft.mood == "asserted"


def _noun_from(shop: Workshop, draft: Draft, parent: Draft) -> None:
    if draft.relation == "light":
        _as(draft, parent)
        return
    slot = _preposition_between(shop, draft, parent)
    if slot is None:
        return
    embedder = shop.grammar.embedder_of_noun(parent.lemma, parent.kind, slot, active=parent.voice == "active")
    supposed = next((row for row in shop.grammar.markers.get(slot, ()) if row.form == "noun"), None)
    if supposed is not None and supposed.mood is not None:
        draft.mood = supposed.mood  # *in the event of an attack*
    elif embedder is not None and embedder.factive and (slot in REASONS or slot == "for"):
        return  # *will expel them for an attack*, but *will travel for talks*
    elif embedder is not None:
        _embedded(shop, draft, parent, embedder)
    elif slot not in REASONS and _may_not_be(draft, parent) and _is_indefinite(shop, draft):
        draft.mood = parent.mood


def _preposition_between(shop: Workshop, draft: Draft, parent: Draft) -> str | None:
    """How the noun stands to the predicate above: "" for its object, a preposition for a complement."""
    own = shop.table.by_head[draft.head]
    for role in parent.roles:
        if role.phrase is None or (role.phrase != own and own not in shop.table.phrases[role.phrase].members):
            continue
        if role.name == "object":
            return ""
        if role.name == "complement":
            return role.preposition
    return None


def _is_indefinite(shop: Workshop, draft: Draft) -> bool:
    phrase = shop.table.phrases[shop.table.by_head[draft.head]]
    return phrase.determiner in ("", "a", "an", "any", "another", "more") and phrase.possessor is None


def _as(draft: Draft, verb: Draft) -> None:
    """A noun behind a light verb happens as, when and if the verb does."""
    if verb.mood != "asserted":
        draft.mood = verb.mood
    if verb.polarity == "negative":
        draft.polarity = OPPOSITE[draft.polarity]
    draft.tense, draft.perfect, draft.progressive, draft.voice = verb.tense, verb.perfect, verb.progressive, verb.voice


def _content_from(shop: Workshop, draft: Draft, parent: Draft) -> None:
    has_object = parent.kind == "verb" and parent.patient is not None
    embedder = shop.grammar.embedder(parent.lemma, parent.kind, draft.form, draft.preposition, has_object=has_object)
    if embedder is None and parent.kind == "noun":
        embedder = shop.grammar.embedder(parent.base, "verb", draft.form, draft.preposition)
    behind = behind_preposition(shop, draft, parent)
    embedder = embedder_of_host(shop, draft) or embedder or (behind[0] if behind else None)
    if _is_only_named(shop, draft, parent) and (embedder is None or embedder.mood == "asserted"):
        draft.mood = "wished"
        return
    if embedder is not None:
        _embedded(shop, draft, parent, embedder)
        return
    if draft.form == "that":
        _would(draft, parent)
        if _is_untrue(shop, parent):
            draft.polarity = OPPOSITE[draft.polarity]
        if parent.mood == "conditional" and draft.mood == "asserted":
            draft.mood = "conditional"
    else:
        _pass_on(draft, parent)


def _is_only_named(shop: Workshop, draft: Draft, parent: Draft) -> bool:
    """*sending troops is a risk*, *it is wrong to send them*: what is judged before, or without, being done."""
    if draft.form == "that" or parent.kind == "noun" or draft.mood != "asserted" or parent.tense != "present":
        return False
    if parent.kind == "adjective":
        head = shop.table.phrases[parent.surface].head if parent.surface is not None else None
        return draft.form == "infinitive" and head is not None and shop.tree.text[head].lower() == "it"
    return parent.lemma == "be" and (draft.head < parent.head or draft.form == "infinitive")


def _is_untrue(shop: Workshop, parent: Draft) -> bool:
    """*it is not true that*, *it is false that*."""
    words = {shop.tree.lemma[child].lower() for child in shop.tree.kids(parent.head, "acomp", "attr")}
    if parent.base != "be" or not words:
        return False
    return bool(words & UNTRUE) or (parent.polarity == "negative" and bool(words & TRUE))


def _is_indicative(shop: Workshop, draft: Draft) -> bool:
    word = draft.head if draft.carrier is None else draft.carrier
    return any(shop.tree.tag[one] in ("VBZ", "VBD") for one in (word, *shop.tree.kids(word, "aux", "auxpass")))


def _embedded(shop: Workshop, draft: Draft, parent: Draft, embedder: Embedder) -> None:
    if draft.form == "that" and draft.kind != "noun":
        _would(draft, parent)
    twice = draft.kind == "noun" and parent.polarity == "negative"  # *did not rule out an attack*
    if embedder.polarity == "negative" and not twice:
        draft.polarity = OPPOSITE[draft.polarity]
    overrides = draft.form != "that" or embedder.mood == "wished" or embedder.unreal
    if embedder.mood == "obliged" and draft.form == "that" and _is_indicative(shop, draft):
        return  # *insists that it is lawful*, not *that it be changed*
    if embedder.mood is not None and (draft.mood == "asserted" or overrides):
        draft.mood = embedder.mood
    if draft.form != "that" or draft.kind == "noun":
        _pass_on(draft, parent)


def _pass_on(draft: Draft, parent: Draft) -> None:
    """An infinitive, gerund or noun happens at most as far as the clause above does."""
    if parent.mood in IRREALIS and draft.mood == "asserted":
        draft.mood = parent.mood
    if parent.polarity == "negative" and draft.kind != "noun" and parent.relation != "relative":
        draft.polarity = OPPOSITE[draft.polarity]


def _would(draft: Draft, parent: Draft) -> None:
    """*said it would send*: in what a past verb reports, would is the future; *would have sent* is what was not."""
    if draft.conditioned or draft.perfect:
        return
    if (
        "would" in draft.modals
        and (parent.tense == "past" or parent.form == "gerund")
        and draft.mood in ("conditional", "possible", "asserted")
    ):
        draft.mood, draft.tense = "future", "future"


def _conjunct_from(shop: Workshop, draft: Draft, parent: Draft) -> None:
    """*will arm and train*: what is joined without auxiliaries of its own shares those of the first."""
    shares = not draft.finite and not draft.modals and parent.kind != "noun"
    alike = draft.finite == parent.finite  # *offered to help but withdrew the offer* did withdraw it
    joined = shares or (parent.relation in ("condition", "content") and alike)
    if joined and parent.mood in IRREALIS and draft.mood == "asserted":
        draft.mood = parent.mood
    above = shop.draft_of(parent.parent) if parent.relation == "content" else None
    if above is not None and not shares:
        _would(draft, above)  # *said it regretted the tariff and would take it to court*
    if shares and draft.tense == "none":
        draft.tense = parent.tense
        draft.finite = parent.finite
    between = {shop.tree.text[i].lower() for i in range(parent.head, draft.head)}
    same = shares and shop.tree.tag[draft.head] == shop.tree.tag[parent.head] and "but" not in between
    if parent.polarity == "negative" and (same or "nor" in between):
        draft.polarity = "negative"
