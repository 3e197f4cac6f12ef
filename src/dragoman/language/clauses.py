"""From the dependency tree to clauses: predicates, roles, moods, in that order.

    predicates → direct roles → links → subjects (from the top down) → nouns of action → moods (from the top down)

Each step is a module of its own; this one calls them in order and freezes the result.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.language.drafts import Draft, Workshop, direct_roles, find_predicates, link
from dragoman.language.grammar import Grammar
from dragoman.language.model import Clause, Role
from dragoman.language.moods import inherited, own_words
from dragoman.language.nominal import carried_by_participle, nominal_roles
from dragoman.language.phrases import PhraseTable
from dragoman.language.subjects import fill_subjects
from dragoman.language.tree import Tree


def find_clauses(
    tree: Tree, table: PhraseTable, grammar: Grammar, sentence_of: list[int], quotation_of: list[int | None]
) -> tuple[Clause, ...]:
    """Every clause of the text, in the order of the predicates."""
    shop = Workshop(tree, table, grammar)
    find_predicates(shop)
    for draft in shop.drafts.values():
        direct_roles(shop, draft)
        link(shop, draft)
    for draft in _from_the_top(shop):
        own_words(shop, draft)
        fill_subjects(shop, draft)
        if draft.kind == "noun":
            nominal_roles(shop, draft)
        _quoted_as_saying(shop, draft)
    for draft in shop.drafts.values():
        if draft.kind == "noun":
            carried_by_participle(shop, draft)
    for draft in _from_the_top(shop):
        inherited(shop, draft)
    return _frozen(shop, sentence_of, quotation_of)


def _from_the_top(shop: Workshop) -> Iterable[Draft]:
    """Parents before children; a cycle, which a mended tree could have, is cut."""
    done: set[int] = set()
    for draft in shop.drafts.values():
        chain: list[Draft] = []
        current: Draft | None = draft
        while current is not None and current.head not in done:
            done.add(current.head)
            chain.append(current)
            current = shop.draft_of(current.parent)
        yield from reversed(chain)


def _quoted_as_saying(shop: Workshop, draft: Draft) -> None:
    """*was quoted as saying by Sputnik*: the agent that hangs on the inner verb belongs to the passive above it."""
    parent = shop.draft_of(draft.parent)
    if parent is None or parent.voice != "passive" or draft.form != "gerund" or draft.voice == "passive":
        return
    for role in [role for role in draft.roles if role.preposition == "by"]:
        draft.roles.remove(role)
        parent.add("subject", role.phrase, "passive")


def _frozen(shop: Workshop, sentence_of: list[int], quotation_of: list[int | None]) -> tuple[Clause, ...]:
    number = {head: index for index, head in enumerate(shop.drafts)}
    contents: dict[int, list[Role]] = {}
    for draft in shop.drafts.values():
        if draft.parent is not None and draft.relation == "content":
            parent = shop.draft_of(draft.parent)
            if parent is not None:
                role = Role("content", clause=number[draft.head], preposition=draft.preposition)
                contents.setdefault(parent.head, []).append(role)
    return tuple(
        _clause(shop, draft, number, (*draft.roles, *contents.get(head, ())), sentence_of, quotation_of)
        for head, draft in shop.drafts.items()
    )


def _clause(
    shop: Workshop,
    draft: Draft,
    number: dict[int, int],
    roles: tuple[Role, ...],
    sentence_of: list[int],
    quotation_of: list[int | None],
) -> Clause:
    tree, head = shop.tree, draft.head
    first, last = _extent(tree, head if draft.carrier is None else draft.carrier)
    parent = shop.draft_of(draft.parent)
    adjacent = draft.particle if draft.particle is not None and draft.particle == head + 1 else None
    return Clause(
        index=number[head],
        sentence=sentence_of[head],
        kind=draft.kind,
        head=head,
        lemma=draft.lemma,
        base=draft.base,
        start=tree.start[first],
        end=tree.end[last],
        trigger_start=tree.start[head],
        trigger_end=tree.end[head if adjacent is None else adjacent],
        roles=roles,
        voice=draft.voice,
        polarity=draft.polarity,
        mood=draft.mood,
        tense=draft.tense,
        perfect=draft.perfect,
        progressive=draft.progressive,
        finite=draft.finite,
        light=draft.light,
        parent=None if parent is None else number[parent.head],
        relation=draft.relation,
        marker=draft.marker,
        host=draft.host,
        modals=tuple(draft.modals),
        adverbs=tuple(draft.adverbs),
        quotation=quotation_of[head],
        phrase=shop.table.by_head.get(head) if draft.kind == "noun" else None,
    )


def _extent(tree: Tree, head: int) -> tuple[int, int]:
    """First and last word of the clause, without the punctuation around it, nor a mark that stays open."""
    first, last = tree.left[head], tree.right[head]
    closes = "''" in tree.tag[first : last + 1]
    while first < head and tree.tag[first] in (",", ":", "''", ".", "-RRB-", *(() if closes else ("``",))):
        first += 1
    while last > head and tree.tag[last] in (",", ".", ":", "``", "-LRB-"):
        last -= 1
    return first, last
