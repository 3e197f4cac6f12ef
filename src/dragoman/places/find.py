"""Finds the places of a document: names that stand where a place stands, and which place of that name is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from dragoman.actors.find import LOCAL_NAMES
from dragoman.actors.usage import Usage, usage_words
from dragoman.language import datelines_of
from dragoman.language.model import Parsed, Phrase, Sentence
from dragoman.places.gazetteer import Gazetteer, Hit, Place, gazetteer
from dragoman.records import ActorMention, Document, PlaceMention, TimeMention

_STRICT = frozenset(
    {
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "across",
        "throughout",
        "around",
        "into",
        "through",
        "via",
        "along",
        "off",
    }
)
"""Prepositions before which even a state's name is a place: *troops in Ukraine*."""

_DIRECTED = frozenset({"to", "toward", "towards", "from", "for", "of", "on", "against", "between", "past"})
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]+)?(?:, [A-Z][a-z]+\.? \d{1,2})? ?(?:\([^)\n]{2,40}\))? ?(?:[-–—]{1,2}|:) ")
_CAPITALS = re.compile(r"^(?:[A-Z][a-z]+ )?([A-Z][A-Z.' -]+[A-Z])(?=[,:( -])", re.MULTILINE)
_SMALL_PARTS = re.compile(r"(?<=[ -])(?:Au|Aux|De|Del|Du|La|Le|Les|Sur|En|E|I|Of|And|The)(?=[ -])")
"""Small words within names: *PORT-AU-PRINCE*, *RIO DE JANEIRO*."""

_BESIDE = re.compile(r", (?:in )?(?:the )?(?:(?:north|south|east|west|central)\w* )?")
_TRUST = frozenset({"confidence", "trust", "faith", "belief", "interest", "stake", "believe", "interested"})
"""Words whose *in* is no place."""

_SET_WORDS = ("particular ", "particular, ", "general ")
"""What follows *in* in a set phrase that leads to a name: *some allies, in particular Poland*."""

_GOVERNED = frozenset({"country", "capital"})
"""Places that may stand for a government: arms sent *to Kyiv* are the state's."""

_TOWN = 100_000
_NEAR_SHARE = 20
"""A place in a country that the article is about wins unless the largest of that name has so many times its people."""


class HasMentions(Protocol):
    """What is needed of a cast: its actor mentions."""

    @property
    def mentions(self) -> tuple[ActorMention, ...]:
        """Every actor mention of the article."""


@dataclass(frozen=True, slots=True)
class _Stage:
    """What every decision looks at."""

    document: Document
    parsed: Parsed
    usage: Usage
    actors: tuple[ActorMention, ...]
    hits: tuple[Hit, ...]
    in_play: frozenset[str]
    datelines: tuple[Sentence, ...] = ()


def find_places(
    document: Document, parsed: Parsed, times: tuple[TimeMention, ...], cast: HasMentions
) -> tuple[PlaceMention, ...]:
    """Every place of the document, in text order.

    A name is a place only where it stands in a place's position; what the cast took as an actor is one too only
    behind a preposition of place or as a destination. `rule` says position and choice.
    """
    names = gazetteer()
    hits = tuple(sorted([*names.find(document.text), *_capital_letters(names, document)], key=lambda hit: hit.start))
    datelines = tuple(parsed.sentences[number] for number in sorted(datelines_of(parsed)))
    stage = _Stage(document, parsed, Usage.of(parsed), cast.mentions, hits, _in_play(hits, cast.mentions), datelines)
    taken = [time.mention for time in times]
    named = [
        mention
        for number, hit in enumerate(hits)
        if not any(time.start < hit.end and hit.start < time.end for time in taken)
        and (mention := _place(stage, names, number))
    ]
    return tuple(sorted([*named, *_capitals(stage, names, named)], key=lambda place: place.mention.start))


def _capitals(stage: _Stage, names: Gazetteer, named: list[PlaceMention]) -> Iterator[PlaceMention]:
    """*In the Finnish capital*: the capital of the country whose people the word before it names."""
    for phrase in stage.parsed.phrases:
        if phrase.lemma != "capital" or not any(stage.parsed.words[word].entity == "NORP" for word in phrase.modifiers):
            continue
        mention = stage.document.mention(phrase.core_start, phrase.core_end)
        whose = next((who.actor for who in stage.actors if who.actor and mention.covers(who.mention)), None)
        place = names.capital_of(whose.country) if whose is not None and whose.country else None
        beside = (one.mention.start - mention.end in (1, 2) for one in named)  # *the Malian capital, Bamako*
        if place is not None and not any(beside):
            yield PlaceMention(
                mention=mention, name=place.name, country=place.country, admin1=place.admin1,
                latitude=place.latitude, longitude=place.longitude, rule="capital of that country",
            )  # fmt: skip


def _capital_letters(names: Gazetteer, document: Document) -> Iterator[Hit]:
    """Datelines in capital letters: *SEOUL, June 25*."""
    for found in _CAPITALS.finditer(document.text):
        words = found[1]
        name = _SMALL_PARTS.sub(lambda part: part[0].lower(), words.title())
        name = name if name in names.by_name else words.title()
        if name in names.by_name and words not in names.by_name:
            yield Hit(found.start(1), found.end(1), name, names.by_name[name])


def _in_play(hits: tuple[Hit, ...], actors: tuple[ActorMention, ...]) -> frozenset[str]:
    """The countries that the article names."""
    named = {hit.places[0].country for hit in hits if hit.places[0].kind == "country"}
    acting = {mention.actor.country for mention in actors if mention.actor}
    return frozenset(country for country in named | acting if country)


def _place(stage: _Stage, names: Gazetteer, number: int) -> PlaceMention | None:
    hit = stage.hits[number]
    beside = _beside(stage, number)
    position = _dateline(stage, hit) or _position(stage, names, hit) or _follows_place(stage, names, number)
    if position is None or (hit.name in names.homonyms and not (beside or position in _STRICT)):
        return None
    place, choice = _choose(stage, names, hit, beside)
    return PlaceMention(
        mention=stage.document.mention(hit.start, hit.end),
        name=place.name,
        country=place.country,
        admin1=place.admin1,
        latitude=place.latitude,
        longitude=place.longitude,
        rule=f"{position}; {choice}",
    )


def _dateline(stage: _Stage, hit: Hit) -> str | None:
    """*SEOUL, June 25 (Yonhap) --*, *Seoul:* at the start of a line."""
    at_start = hit.start == 0 or stage.document.text[hit.start - 1] == "\n"
    if any(sentence.start <= hit.start < hit.end <= sentence.end for sentence in stage.datelines):
        return "dateline"
    return "dateline" if at_start and _DATELINE.match(stage.document.text, hit.end) else None


def _follows_place(stage: _Stage, names: Gazetteer, number: int) -> str | None:
    """The country behind a place: *in Goma, Congo*."""
    if not number or stage.parsed.text[stage.hits[number - 1].end : stage.hits[number].start] != ", ":
        return None
    before, hit = stage.hits[number - 1], stage.hits[number]
    is_wider = any(one.kind in ("country", "region") for one in hit.places)
    inside = {place.country for place in before.places} & {place.country for place in hit.places}
    return "behind its town" if is_wider and inside and _position(stage, names, before) else None


def _opening_preposition(parsed: Parsed, hit: Hit) -> str | None:
    """*Near Tal Afar, one strike …*: a preposition in its capital that the tagger takes for a part of the name."""
    word = parsed.word_at(hit.start)
    before = parsed.words[word.index - 1] if word is not None and word.index else None
    if before is None or before.tag != "NNP" or hit.start - before.end != 1 or not before.text.istitle():
        return None
    return before.text.lower() if before.text.lower() in usage_words("place_prepositions") else None


def _position(stage: _Stage, names: Gazetteer, hit: Hit) -> str | None:
    """Why the words stand where a place stands: the preposition, noun or verb that says so."""
    if opening := _opening_preposition(stage.parsed, hit):
        return opening
    phrase = _modified_by(stage.parsed, hit) or _phrase_of(stage.parsed, hit)
    if phrase is None or _is_part_of_name(stage, names, hit):
        return None
    head = stage.parsed.words[phrase.head]
    if hit.end <= head.start:
        is_place = head.text.lower() in names.nouns and not _is_larger_actor(stage, hit)
        return f"before {phrase.lemma}" if is_place else None
    preposition = _preposition(stage.parsed, _first_member(stage, phrase))
    if preposition in _STRICT:
        is_none = _is_regarded(stage, phrase, hit, preposition) or _is_larger_actor(stage, hit)
        return None if is_none else preposition
    if _acts(stage, hit):
        return _destination(stage, phrase, ("visits", "motion"))
    if preposition in usage_words("place_prepositions"):
        return preposition
    if any(stage.parsed.phrases[index].lemma in names.nouns for index in phrase.apposition):
        return "in apposition"
    if hit.name.split()[-1].lower() in usage_words("landforms") and _is_on(stage.parsed, phrase):
        return "on"
    return (
        _of_place_noun(stage, names, phrase)
        or _destination(stage, phrase, ("motion", "visits"))
        or (_destination(stage, phrase, ("sending",)) if hit.places[0].kind not in _GOVERNED else None)
        or _target(stage, phrase)
    )


def _is_on(parsed: Parsed, phrase: Phrase) -> bool:
    """*On Snake Island*, *on the Korean Peninsula*."""
    return parsed.text[max(0, phrase.core_start - 4) : phrase.core_start].lower().endswith(" on ")


def _acts(stage: _Stage, hit: Hit) -> bool:
    """Whether the cast took the words as an actor that it knows; persons it made up itself are no objection."""
    return any(
        actor.mention.start <= hit.start
        and hit.end <= actor.mention.end
        and actor.actor is not None
        and (hit.name in gazetteer().homonyms or not actor.actor.id.startswith("doc:"))
        for actor in stage.actors
    )


def _is_regarded(stage: _Stage, phrase: Phrase, hit: Hit, preposition: str) -> bool:
    """Whether the name is only looked at: *directed at Seoul*, *confidence in Israel*."""
    if preposition == "at":
        return hit.places[0].kind in ("country", "capital")
    return preposition == "in" and any(governor in _TRUST for _, governor in _governors(stage, phrase))


def _of_place_noun(stage: _Stage, names: Gazetteer, phrase: Phrase) -> str | None:
    """*the city of Goma*, *the mayor of Goma*."""
    hosts = [stage.parsed.phrases[host] for preposition, host in stage.usage.hosts_of(phrase) if preposition == "of"]
    wide = {noun for noun, kind in names.nouns.items() if kind != "spot"}
    for host in hosts:  # the mayor of Goma, but not the University of Goma
        is_name = stage.parsed.words[host.head].text[0].isupper()
        if host.lemma in wide or (host.lemma in usage_words("urban") and not is_name):
            return f"{host.lemma} of"
    return None


def _destination(stage: _Stage, phrase: Phrase, kinds: tuple[str, ...]) -> str | None:
    """*flew to Goma*, *a visit to Goma*."""
    moving = frozenset().union(*(usage_words(kind) for kind in kinds))
    for preposition, governor in _governors(stage, phrase):
        if preposition in _DIRECTED and governor in moving:
            return f"{governor} {preposition}"
    return None


def _target(stage: _Stage, phrase: Phrase) -> str | None:
    """*struck Rafah*, *the attack on Kharkiv*, *withdrew from Kherson*."""
    for clause, role in stage.usage.roles_of(phrase):
        if role.name == "object" and {clause.base, clause.lemma} & usage_words("place_objects"):
            return f"object of {clause.lemma}"
    for preposition, governor in _governors(stage, phrase):
        if preposition in _DIRECTED and governor in usage_words("place_objects"):
            return f"{governor} {preposition}"
        if preposition in ("from", "toward", "towards"):
            return preposition
    return None


def _governors(stage: _Stage, phrase: Phrase) -> Iterator[tuple[str, str]]:
    """The prepositions before the phrase, each with the word that it depends on."""
    for preposition, host in stage.usage.hosts_of(phrase):
        yield preposition, stage.parsed.phrases[host].lemma
    for clause, role in stage.usage.roles_of(phrase):
        if role.name == "complement":
            yield role.preposition, clause.base
            yield role.preposition, clause.lemma


def _phrase_of(parsed: Parsed, hit: Hit) -> Phrase | None:
    """The smallest phrase in whose core the name stands, or at least begins (*Washington, D.C.*)."""
    around = parsed.phrases_around(hit.start, hit.start + 1)
    inside = [phrase for phrase in around if phrase.core_start <= hit.start < phrase.core_end]
    return next((phrase for phrase in inside if hit.end <= phrase.core_end), inside[0] if inside else None)


def _modified_by(parsed: Parsed, hit: Hit) -> Phrase | None:
    """The phrase in which the name stands right before the head: the *Istanbul* meeting."""
    for phrase in parsed.phrases_around(hit.start, hit.start + 1):
        head = parsed.words[phrase.head]
        if phrase.core_start <= hit.start and head.start == hit.end + 1 and head.tag.startswith("NN"):
            return phrase
    return None


def _first_member(stage: _Stage, phrase: Phrase) -> Phrase:
    return stage.parsed.phrases[stage.usage.first_member.get(phrase.index, phrase.index)]


@cache
def _before_place() -> re.Pattern[str]:
    words = usage_words("place_prepositions") | _STRICT
    return re.compile(rf"\b({'|'.join(sorted(words, key=lambda word: -len(word)))})\s+$", re.IGNORECASE)


def _preposition(parsed: Parsed, phrase: Phrase) -> str:
    """The preposition of place that stands right before the phrase."""
    found = _before_place().search(parsed.text, max(0, phrase.core_start - 30), phrase.core_start)
    is_set = parsed.text.startswith(_SET_WORDS, phrase.core_start)
    return found[1].lower() if found and not is_set else ""


def _is_part_of_name(stage: _Stage, names: Gazetteer, hit: Hit) -> bool:
    """Whether a capitalised neighbour makes it a part of something else's name (*Lake Victoria*, *Paris Match*)."""
    before = stage.parsed.word_at(hit.start - 1) if hit.start else None
    after = stage.parsed.word_at(hit.end + 1) if hit.end + 1 < len(stage.parsed.text) else None
    words = stage.parsed.words
    if before is not None and before.end == hit.start - 1 and before.index and not _opens(stage.parsed, before.index):
        same = words[before.index].tag in ("NNP", "NNPS") and words[before.index].text[0].isupper()
        if same:
            return True
    if after is None or after.start != hit.end + 1 or after.tag not in ("NNP", "NNPS") or not after.text[0].isupper():
        return False
    is_local = hit.places[0].kind == "country" and after.text in LOCAL_NAMES  # Lebanon County is in no Lebanon
    return is_local or after.text.lower() not in names.nouns


def _opens(parsed: Parsed, word: int) -> bool:
    return parsed.sentences[parsed.words[word].sentence].first == word


def _is_larger_actor(stage: _Stage, hit: Hit) -> bool:
    """Whether the words lie inside an actor's name (*the University of Nairobi*)."""
    return any(
        actor.mention.start <= hit.start
        and hit.end <= actor.mention.end
        and actor.mention.end - actor.mention.start > hit.end - hit.start + len("the ")
        for actor in stage.actors
    )


def _beside(stage: _Stage, number: int) -> frozenset[str]:
    """Countries and regions named right behind (*Paris, Texas*) or as owner before (*Russia's Kursk*)."""
    hit, found = stage.hits[number], set()
    if number + 1 < len(stage.hits):
        after = stage.hits[number + 1]
        if _BESIDE.fullmatch(stage.parsed.text, hit.end, after.start):
            found |= _wider(after)
    if number:
        before = stage.hits[number - 1]
        if stage.parsed.text[before.end : hit.start] in ("'s ", "’s "):
            found |= _wider(before)
    return frozenset(found)


def _wider(hit: Hit) -> set[str]:
    return {
        key
        for place in hit.places
        if place.kind in ("country", "region")
        for key in (place.country if place.kind == "country" else None, place.name if place.kind == "region" else None)
        if key
    }


def _choose(stage: _Stage, names: Gazetteer, hit: Hit, beside: frozenset[str]) -> tuple[Place, str]:
    """Which of the places of that name is meant, and why."""
    places = hit.places
    if is_region := _names_region(stage, names, hit):
        places = tuple(place for place in places if (place.kind == "region") == is_region) or places
    if near := [place for place in places if {place.country, place.admin1} & beside]:
        return near[0], "beside its country"
    if beside:
        return _unknown(hit, beside), "not in the gazetteer, beside its country"
    if len(places) == 1:
        return places[0], "the only place of that name"
    largest = places[0]
    at_hand = [place for place in places if place.country in stage.in_play]
    if largest.country not in stage.in_play and at_hand and _may_be(at_hand[0], largest):
        return at_hand[0], "in a country of the article"
    return largest, "the largest of that name"


def _may_be(near: Place, largest: Place) -> bool:
    """Whether a place at hand is large enough to be meant before the largest of its name."""
    return near.population >= _TOWN or near.weight * _NEAR_SHARE >= largest.weight


def _unknown(hit: Hit, beside: frozenset[str]) -> Place:
    """A place that nobody lists, in the country or region named beside it (*Paris, Texas*)."""
    wider = [place for name in sorted(beside) for place in gazetteer().by_name.get(name, ()) if place.kind == "region"]
    country = wider[0].country if wider else next(iter(sorted(beside)))
    return Place("city", hit.name, country, wider[0].name if wider else None, None, None)


def _names_region(stage: _Stage, names: Gazetteer, hit: Hit) -> bool:
    after = re.compile(r" ([A-Za-z]+)").match(stage.parsed.text, hit.end)
    return after is not None and names.nouns.get(after[1].lower()) == "region"
