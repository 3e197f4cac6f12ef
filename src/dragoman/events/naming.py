"""Whom the phrases of a clause name, and in which words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.actors import PLACE_RULE, Cast
from dragoman.events.lexicon import SOMEBODY, Lexicon
from dragoman.events.matching import QUANTITIES, Match, Matcher
from dragoman.language import Clause, Parsed, Phrase
from dragoman.places import country_of_name
from dragoman.records import ActorMention, PlaceMention

NOBODY: tuple[ActorMention, ...] = ()
#: sectors of those who act for their state
STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
#: classes of what is sent and massed
FORCES = ("troops", "police", "weapons")
#: prepositions behind which people have their countries
HOME = frozenset({"of", "from", "in"})
#: prepositions that say where a thing is that is acted on
LOCATING = frozenset({"in", "at", "near", "outside", "inside", "on", "off", "across", "around", "north", "south"})
#: kinds of named entities that are places
PLACES = frozenset({"GPE", "LOC", "FAC"})
#: kinds of named entities that are measures and times, not things that can be acted on
MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})

#: how a recipient is told whom only an act told before names
CARRIED_RULE = "of an act told before"

PartyKind = Literal["body", "role", "country", "place", "people", "name", "pronoun", "thing", "nobody"]
#: kinds of parties by how much they tell, the surest first
PARTY_KINDS: Mapping[PartyKind, str] = {
    "body": "a body or person whom the library knows",
    "country": "a country, or a capital that stands for it",
    "role": "somebody known by role alone (police, the minister)",
    "people": "people whom nobody knows",
    "name": "a name that nobody knows",
    "pronoun": "a pronoun that stands for nobody in particular",
    "place": "a place where it is done",
    "thing": "a thing",
    "nobody": "nobody that is named",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Participants:
    """Both sides of an event; `sure` where the recipients, or that there are none, are plain from the words."""

    actors: tuple[ActorMention, ...] = ()
    recipients: tuple[ActorMention, ...] = ()
    sure: bool = False


NO_PARTIES = Participants()


class Naming(ABC):
    """Who a phrase stands for, in the words that name him whole: the ground on which both sides are found."""

    def __init__(
        self, parsed: Parsed, cast: Cast, lexicon: Lexicon, matcher: Matcher, places: tuple[PlaceMention, ...] = ()
    ) -> None:
        self.parsed = parsed
        self.places = places
        self.cast = cast
        self.lexicon = lexicon
        self.matcher = matcher
        self._found: dict[tuple[int, int], Participants] = {}

    @abstractmethod
    def participants(self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...] = ()) -> Participants:
        """Actors and recipients of the clause in that sense."""

    def _event_of(self, phrase: Phrase) -> Clause | None:
        return self.parsed.clause_of_word(phrase.head)

    def _is_happening(self, phrase: Phrase) -> bool:
        inner = self._event_of(phrase)
        match = self.matcher.match(inner) if inner is not None else None
        return match is not None and match.sense.type in self.lexicon.types

    def _who(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """Who the phrase stands for; of each member whom nobody knows, whose it is (*Chinese builders and Chad*)."""
        others = phrase.apposition if phrase.entity not in PLACES else ()  # *flew to Kano, the highest envoy to do so*
        found = self.cast.of(phrase, speakers=speakers) or tuple(
            who for index in others for who in self.cast.of(self.parsed.phrases[index], speakers=speakers)
        )
        if found and len(phrase.members) < 2:
            return self._in_full(phrase, found)
        whole: list[ActorMention] = list(self._in_full(phrase, found))
        for member in self.parsed.members(phrase):
            told = any(who.mention.start < member.core_end and member.core_start < who.mention.end for who in whole)
            if not told:
                whole += self._in_words_of(member, self.cast.owner_of(member))
        return tuple(sorted(whole, key=lambda who: who.mention.start))

    def _in_full(self, phrase: Phrase, found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*The ambassador of Ecuador* for *the ambassador*, who is known by his country."""
        members = {member.core_end: member for member in (phrase, *self.parsed.members(phrase))}
        if len(found) > 1 and len({who.mention for who in found}) == 1:
            return self._each_home(members.get(found[0].mention.end), found)
        return tuple(self._with_home(members.get(who.mention.end), who) for who in found)

    def _each_home(self, phrase: Phrase | None, found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*Officials of Chile and Bolivia* are two parties: *officials of Chile*, and those of *Bolivia*."""
        for attachment in phrase.attachments if phrase is not None else ():
            homes = tuple(self.parsed.members(self.parsed.phrases[attachment.phrase]))
            if phrase is not None and attachment.preposition in HOME and len(homes) == len(found):
                starts = (phrase.core_start, *(home.core_start for home in homes[1:]))
                spans = zip(starts, (home.core_end for home in homes), strict=True)
                words = (self.parsed.mention(start, end) for start, end in spans)
                return tuple(replace(who, mention=its) for who, its in zip(found, words, strict=True))
        return found

    def _with_home(self, phrase: Phrase | None, who: ActorMention) -> ActorMention:
        home = phrase.attachments[0] if phrase is not None and phrase.attachments else None
        if phrase is None or home is None or who.mention.start < phrase.core_start:
            return who
        if phrase.kind == "name" and self.parsed.phrases[home.phrase].kind != "name":
            return who
        if home.preposition != "of" and (phrase.kind == "name" or home.preposition not in (*HOME, *LOCATING)):
            return who
        words = self.parsed.mention(who.mention.start, self.parsed.phrases[home.phrase].core_end)
        return replace(who, mention=words)

    def _in_words_of(self, phrase: Phrase, whose: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*Japanese tankers*, *a march in Conakry*: it is done to that, and it is theirs."""
        ends = [who.mention.end for who in whose if who.mention.end <= phrase.end]
        words = self.parsed.mention(phrase.core_start, max((phrase.core_end, *ends)))
        return tuple(replace(who, mention=words) for who in whose)

    def _open(self, phrase: Phrase, *, rule: str = "unresolved") -> tuple[ActorMention, ...]:
        words = self.parsed.mention(phrase.core_start, phrase.core_end)
        return (ActorMention(mention=words, actor=None, name=words.words, rule=rule),)

    def kind_of(self, who: ActorMention) -> PartyKind:
        """What kind of party somebody is."""
        word = self.parsed.word_at(who.mention.end - 1)
        if who.rule.startswith(PLACE_RULE):
            return "place"
        if who.actor is not None:
            if who.actor.id.startswith(("doc:", "kind:")):
                return "role"
            return "country" if who.actor.code == who.actor.country else "body"
        if word is None or word.pos in ("PRON", "PROPN"):
            return "name" if word is not None and word.pos == "PROPN" else "pronoun"
        people = any(word.lemma.lower() in self.lexicon.classes[name] for name in SOMEBODY)
        return "people" if people else "thing"

    def surest(self, side: tuple[ActorMention, ...]) -> PartyKind:
        """The kind of the one on that side who is known best."""
        kinds = {self.kind_of(who) for who in side}
        return next((kind for kind in PARTY_KINDS if kind in kinds), "nobody")

    def is_somebody(self, phrase: Phrase) -> bool:
        """Whether the noun names people or a body of them."""
        return any(phrase.lemma in self.lexicon.classes[name] for name in SOMEBODY)

    def opened(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """The phrase as somebody whom nobody knows, or as the place that it names."""
        return tuple(map(self._as_place, self._open(phrase)))

    def _as_place(self, who: ActorMention) -> ActorMention:
        """A name that nobody knows as somebody, but that names a place."""
        if who.code is not None or not who.rule.startswith(("unknown", "unresolved")):
            return who
        country = next((place.country for place in self.places if place.mention == who.mention), None)
        country = country or country_of_name(who.mention.words)
        return self.cast.of_place(who.mention, country) if country else who

    def _is_thing(self, phrase: Phrase) -> bool:
        """Whether the phrase names neither a measure nor something that happens, and is no pronoun."""
        return phrase.kind != "pronoun" and phrase.entity not in MEASURES and self._event_of(phrase) is None

    def _hanging_on(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """Who is named in the phrase itself or in what hangs on it by prepositions, not in its relative clauses."""
        found = self.cast.between(phrase.core_start, phrase.core_end)
        for attachment in phrase.attachments:
            found += self._hanging_on(self.parsed.phrases[attachment.phrase])
        return tuple(who for who in found if who.code is not None)

    def _named_inside(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        return tuple(who for who in self.cast.between(phrase.start, phrase.end) if who.actor is not None)

    def _is_sent(self, match: Match, phrase: Phrase) -> bool:
        """Whether the phrase names the forces that somebody moves: they are his, and nothing is done to them."""
        moves = match.sense.type == "MOBILIZE" or match.sense.row.mode == "withdraw"
        of = (self.parsed.phrases[a.phrase].lemma for a in phrase.attachments if a.preposition == "of")
        lemmas = {phrase.lemma, *(of if phrase.lemma in QUANTITIES else ())}
        return moves and any(not lemmas.isdisjoint(self.lexicon.classes[name]) for name in FORCES)


def is_known(mentions: tuple[ActorMention, ...]) -> bool:
    """Whether the library knows one of them."""
    return any(who.code is not None for who in mentions)


def distinct(mentions: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Each actor once, by who it is; unresolved ones by their name."""
    seen: dict[str, ActorMention] = {}
    for mention in mentions:
        seen.setdefault(_identity(mention), mention)
    return tuple(seen.values())


def without(mentions: tuple[ActorMention, ...], others: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Those that are none of the others, by who they are; a place at home is one (*Nigeria sent soldiers to Jos*)."""
    theirs = {_identity(other) for other in others}
    return tuple(who for who in mentions if who.rule == PLACE_RULE or _identity(who) not in theirs)


def foreign(mentions: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Without those of the actors' own side.

    Who acts for a state has his countrymen beside him: a ministry does not warn its own capital; workers may.
    """
    homes = {_side(who) for who in actors} - {None}
    others = without(mentions, actors)
    return tuple(who for who in others if who.actor is None or who.actor.country not in homes)


def _side(who: ActorMention) -> str | None:
    """The country that somebody acts for, if he does."""
    acts_for = who.actor is not None and (who.actor.sector is None or who.actor.sector in STATE)
    return who.actor.country if who.actor is not None and acts_for else None


def without_own(mentions: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Without the actors, and without the body for which one of them acts (*the U.N.* beside its secretary-general)."""
    bodies = {who.code[:6] for who in actors if who.code is not None and who.code.startswith("IGO")}
    left = without(mentions, actors)
    return tuple(who for who in left if who.code is None or who.code[:6] not in bodies)


def _identity(mention: ActorMention) -> str:
    return mention.actor.id if mention.actor is not None else mention.name.lower()


def other_side(who: ActorMention, told: list[Participants]) -> tuple[ActorMention, ...]:
    """The one other side of the last act told before in which he or his country took part; nobody where that is open.

    *Mexico accused Quito of a raid. It severed relations within hours.*
    """
    for parties in reversed(told):
        for mine, others in ((parties.actors, parties.recipients), (parties.recipients, parties.actors)):
            left = foreign(others, (who,))
            if any(_of_one_side(one, who) for one in mine) and len(left) == 1 and is_known(left):
                return (replace(left[0], rule=f"{left[0].rule}, {CARRIED_RULE}"),)
    return NOBODY


def _of_one_side(one: ActorMention, other: ActorMention) -> bool:
    side = _side(one)
    return _identity(one) == _identity(other) or (side is not None and side == _side(other))
