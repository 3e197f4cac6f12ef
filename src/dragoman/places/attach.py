"""Where a clause's own words say that it happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.actors.usage import usage_words
from dragoman.language.model import Clause, Parsed, Phrase, Role
from dragoman.places.gazetteer import gazetteer
from dragoman.records import PlaceMention
from dragoman.times import moments_of, same_event

_NEAREST = ("in", "at", "near", "inside", "outside", "on", "around", "across")
_ELSEWHERE = frozenset(
    {"from", "out of", "about", "of", "like", "including", "than", "against", "with", "by", "for"}
) | frozenset({"after", "before", "since", "until", "despite", "following", "ahead of", "over", "as"})
"""Prepositions whose noun does not say where the clause happens."""


def place_of(parsed: Parsed, places: Sequence[PlaceMention], clause: Clause) -> PlaceMention | None:
    """The place that a clause's words give it, or None.

    First its own complements of place, then where it leads or what it hits (*flew to Goma*, *shelled Goma*), then
    the place of a noun that happens with it (*at a summit in Geneva*), then that of the clause above if the two are
    one event. A dateline is nobody's place here: see `dateline_of`.
    """
    seen: set[int] = set()
    sentence = parsed.sentences[clause.sentence]
    nearby = [place for place in places if sentence.start <= place.mention.start < sentence.end]
    while nearby and clause.index not in seen:
        seen.add(clause.index)
        if found := next(_candidates(parsed, nearby, clause), None):
            return found
        above = same_event(parsed, clause)
        if above is None:
            below = (place for one in moments_of(parsed, clause) for place in _candidates(parsed, nearby, one))
            return next(below, None)
        clause = above
    return None


def dateline_of(places: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place of the page's dateline, for events of its lead sentence."""
    return next((place for place in places if place.rule.startswith("dateline")), None)


def _candidates(parsed: Parsed, places: list[PlaceMention], clause: Clause) -> Iterator[PlaceMention]:
    complements = [role for role in clause.roles if role.name == "complement" and role.phrase is not None]
    ranked = sorted(complements, key=lambda role: _rank(clause, role))
    for role in ranked:
        if _rank(clause, role) <= len(_NEAREST):
            yield from _in_phrase(parsed, places, _phrase(parsed, role), core=True)
    if clause.phrase is not None:
        yield from _attached(parsed, places, parsed.phrases[clause.phrase])
    yield from _hit(parsed, places, clause)
    for role in ranked:
        if role.preposition not in _ELSEWHERE or _leads(clause):
            yield from _in_phrase(parsed, places, _phrase(parsed, role), core=False)
    if clause.kind == "verb":
        for role in clause.all_roles("object"):
            if role.phrase is not None and role.filled_by == "syntax":
                named = parsed.phrases[role.phrase]
                for one in (named, *(parsed.phrases[other] for other in named.apposition)):  # *met X, the envoy, in Y*
                    for member in parsed.members(one):
                        yield from _attached(parsed, places, member)


def _phrase(parsed: Parsed, role: Role) -> Phrase:
    assert role.phrase is not None
    return parsed.phrases[role.phrase]


def _rank(clause: Clause, role: Role) -> int:
    if role.preposition in _NEAREST:
        return _NEAREST.index(role.preposition)
    is_of_place = role.preposition in usage_words("place_prepositions")
    goes_there = role.preposition in ("to", "towards", "toward", "into") and _leads(clause)
    return len(_NEAREST) if is_of_place or goes_there else len(_NEAREST) + 1


def _leads(clause: Clause) -> bool:
    """Whether the clause goes somewhere: *visit*, *fly*."""
    return bool({clause.base, clause.lemma} & (usage_words("motion") | usage_words("visits")))


def _hit(parsed: Parsed, places: list[PlaceMention], clause: Clause) -> Iterator[PlaceMention]:
    """The object of a verb that happens where its object is: *shelled Goma*, *the attack on Goma*."""
    if not {clause.base, clause.lemma} & (usage_words("place_objects") | usage_words("visits")):
        return
    for role in clause.roles:
        is_target = role.name == "object" or role.preposition in ("on", "of", "against")
        if role.phrase is not None and is_target:
            yield from _in_phrase(parsed, places, parsed.phrases[role.phrase], core=True)


def _attached(parsed: Parsed, places: list[PlaceMention], phrase: Phrase) -> Iterator[PlaceMention]:
    """Places in the phrase's core (*the Istanbul talks*) and behind its prepositions (*a base in Poland*)."""
    yield from _inside(places, phrase.core_start, phrase.core_end)
    for attachment in phrase.attachments:
        if attachment.preposition in _NEAREST:
            yield from _in_phrase(parsed, places, parsed.phrases[attachment.phrase], core=True)


def _in_phrase(parsed: Parsed, places: list[PlaceMention], phrase: Phrase, *, core: bool) -> Iterator[PlaceMention]:
    for member in parsed.members(phrase):
        yield from _inside(places, member.core_start, member.core_end)
        for other in (parsed.phrases[index] for index in member.apposition):  # *in the capital, Bamako*
            yield from _inside(places, other.core_start, other.core_end)
        for attachment in member.attachments if member.lemma in gazetteer().nouns else ():  # the town of Bunagana
            if attachment.preposition == "of":
                yield from _in_phrase(parsed, places, parsed.phrases[attachment.phrase], core=True)
        if not core:
            yield from _attached(parsed, places, member)


def _inside(places: list[PlaceMention], start: int, end: int) -> Iterator[PlaceMention]:
    """Places in a stretch, those in a country before the country (*Russia's Kursk region*)."""
    found = [place for place in places if start <= place.mention.start and place.mention.end <= end]
    return iter(sorted(found, key=lambda place: place.admin1 is None))
