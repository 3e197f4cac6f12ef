"""What a noun phrase says of its bearer: role, country, institution, and where a personal name stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.actors.library import Library, NameSense, SenseKind
from dragoman.actors.names import NameFinder, NameHit, Title
from dragoman.actors.usage import Usage, usage_words
from dragoman.actors.where import NOWHERE, Places
from dragoman.language import datelines_of
from dragoman.language.model import Parsed, Phrase, Word
from dragoman.records import Actor

STATE_KINDS: tuple[SenseKind, ...] = ("name", "adjective", "demonym", "metonym", "short")
NATIONAL_KINDS: tuple[SenseKind, ...] = ("adjective", "demonym")
INSTITUTION_KINDS: tuple[SenseKind, ...] = ("residence", "body", "group", "member", "medium", "organisation")
PERSON_KINDS: tuple[SenseKind, ...] = ("person", "family_name")
#: sectors of the organs that a movement which rules has
_CIVIL = frozenset({"GOV", "LEG", "JUD", "COP", "EDU", "CVL", "UNK"})
#: sectors of roles that somebody has whatever his party
_SEATS = frozenset({"LEG", "JUD"})
#: sectors of those whom towns and districts have
_LOCAL = frozenset({"GOV", "COP", "JUD", "LEG"})
#: last words of offices that first-level divisions have
_OF_DIVISIONS = frozenset({"governor", "premier"})
#: prepositions behind which a role's country or institution stands: *president of France*, *police in Kenya*
OWNING = ("of", "from", "in", "at", "for", "with")


@dataclass(frozen=True, slots=True)
class PersonRun:
    """The words of a personal name: word indices `first:last` (half-open) and the characters they cover."""

    first: int
    last: int
    start: int
    end: int
    hit: NameHit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the words of a phrase say, before anybody asks whom they mean.

    `title_words` has the rank in front of the title (*deputy foreign minister*); `rank` is whether there is one.
    `institution` is the body or organ that the bearer belongs to; `former` that the role is past,
    `partial` that the words name a part of the country (*Catalan*), whose offices are not the country's.
    """

    title: Title | None = None
    title_words: str = ""
    rank: bool = False
    country: str | None = None
    country_words: str = ""
    institution: Actor | None = None
    former: bool = False
    partial: bool = False

    @property
    def _leads(self) -> bool:
        return self.title is not None and self.title.words.split()[-1:] in (["leader"], ["chief"], ["elder"])

    @property
    def sector(self) -> str | None:
        """The sector that the role has, or takes from its institution."""
        if self.former:
            return "ELI"
        if self.title is None:
            return None
        own = self.institution is not None and "/" not in self.institution.id and ":" not in self.institution.id
        if self.institution and (own or self.title.institution or self.title.sector in ("GOV", "CVL")):
            if self.institution.sector in ("PTY", "REB", "OPP") and self.title.sector in _SEATS and own:
                return self.title.sector  # a Labour MP sits in parliament
            if self.institution.sector == "UNK" and self.title.sector == "CVL":
                return self.title.sector  # residents of what the recogniser takes for an organisation
            if self.institution.sector == "ETH" and self.title.sector == "GOV" and not self._leads:
                return self.title.sector  # Acehnese officials are officials, Aboriginal leaders lead a people
            return self.institution.sector
        if self.institution and self.institution.sector == "COP" and self.title.group and self.title.sector == "MIL":
            return "COP"  # a police convoy
        return self.title.sector


def of_the_states_named(senses: tuple[NameSense, ...], named: AbstractSet[str]) -> tuple[NameSense, ...]:
    """Of houses that several states have (*the Foreign Office*) those of the states that the article names."""
    if len({sense.actor[:3] for sense in senses if sense.kind == "residence"}) < 2:
        return senses
    return tuple(sense for sense in senses if sense.kind != "residence" or sense.actor[:3] in named) or senses


@dataclass(slots=True)
class Scene:
    """An article's words with the library's hits and personal names laid over them; `document` is its id."""

    document: str
    parsed: Parsed
    library: Library
    usage: Usage
    on: date | None
    hits: dict[int, NameHit]
    places: Places = NOWHERE
    runs: dict[int, PersonRun] = field(default_factory=dict)
    datelines: frozenset[int] = frozenset()
    _described: dict[int, Description] = field(default_factory=dict)
    _by_head: dict[int, Phrase] = field(default_factory=dict)
    _bodies: frozenset[str] = frozenset()
    _states_named: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.datelines = datelines_of(self.parsed)
        self._bodies = frozenset(body.id for body in self.library.bodies)
        self._states_named = frozenset(state for hit in self.hits.values() if (state := self.state_of(hit)))
        self._by_head = {phrase.head: phrase for phrase in self.parsed.phrases}

    def head_hit(self, phrase: Phrase) -> NameHit | None:
        """The library name or role that the phrase is headed by (not one that began before: *secretary of state*).

        A role of two words whose first the tagger takes for a verb (*Aid* workers) began before all the same.
        """
        hit = self.hits.get(phrase.head)
        if hit is None or hit.start >= phrase.core_start:
            return hit
        outside = self.parsed.words_between(hit.start, phrase.core_start)
        return None if hit.senses or any(word.tag not in ("VB", "VBP") for word in outside) else hit

    def phrases_of(self, run: PersonRun) -> Iterator[Phrase]:
        """The phrases that the name heads."""
        return (self._by_head[index] for index in range(run.first, run.last) if index in self._by_head)

    def apposed_to(self, phrase: Phrase) -> tuple[int, ...]:
        """The phrases that have this one in apposition (*its president, X*)."""
        before = self.parsed.phrases[max(0, phrase.index - 6) : phrase.index]
        return tuple(other.index for other in before if phrase.index in other.apposition)

    def phrase_of_title_before(self, run: PersonRun) -> Phrase | None:
        """The phrase headed by the title that stands right before the name (*the North's leader* Kim)."""
        hit = self.title_hit_before(run)
        words = self.parsed.words_between(hit.start, hit.end) if hit else ()
        return next((self._by_head[word.index] for word in words if word.index in self._by_head), None)

    def title_hit_before(self, run: PersonRun) -> NameHit | None:
        """The role noun right before the name."""
        start = self.parsed.words[run.first].start
        before = run.first - 1
        while before >= 0 and self.parsed.words[before].text in (".", "-"):
            before -= 1
        hit = self.hits.get(before)
        return hit if hit and hit.title and start - hit.end <= 2 else None

    def core_words(self, phrase: Phrase) -> tuple[Word, ...]:
        """The words from determiner to head."""
        return self.parsed.words_between(phrase.core_start, phrase.core_end)

    def core_hits(self, phrase: Phrase) -> Iterator[NameHit]:
        """The hits before and at the head, each once."""
        last: NameHit | None = None
        for word in self.core_words(phrase):
            hit = self.hits.get(word.index)
            if hit is not None and hit is not last:
                yield hit
            last = hit

    def title_of(self, phrase: Phrase) -> NameHit | None:
        """The role noun that heads the phrase, or stands right before the personal name that does."""
        run = self.runs.get(phrase.head)
        hit = self.title_hit_before(run) if run else self.head_hit(phrase)
        return hit if hit and hit.title else None

    def describe(self, phrase: Phrase) -> Description:
        """What the phrase's words say; read once."""
        found = self._described.get(phrase.index)
        if found is None:
            self._described[phrase.index] = Description()  # phrases that own each other in a bad parse
            found = self._described[phrase.index] = self._describe(phrase)
        return found

    def _describe(self, phrase: Phrase) -> Description:
        hit = self.title_of(phrase)
        title = hit.title if hit else None
        country, country_words = self.country_and_words_before(phrase)
        institution = self._institution_before(phrase, hit)
        partial = False
        if title and country is None and (institution is None or institution.id.startswith("kind:")):
            country, country_words = self._part_before(phrase) or self._place_before(phrase, hit)
            partial = country is not None
        if title and country is None and (institution is None or institution.id.startswith("kind:")):
            country, country_words, behind = self._behind(phrase, title)
            institution = institution or self._named_in_title(hit) or behind
        rank, former = self._rank(phrase, hit)
        return Description(
            title=title,
            title_words=f"{rank} {title.words}".strip() if title else "",
            rank=bool(rank),
            country=country or (institution.country if institution else None),
            country_words=country_words,
            institution=institution,
            former=former,
            partial=partial,
        )

    def country_before(self, phrase: Phrase) -> str | None:
        """Country of the possessor or of the first national name before the head."""
        return self.country_and_words_before(phrase)[0]

    def country_and_words_before(self, phrase: Phrase) -> tuple[str | None, str]:
        """The same with the words that name it."""
        head = self.head_hit(phrase)
        for hit in (*self.core_hits(phrase), *self._inside(head)):
            if hit is not head and (country := self._run_by(hit, head)):
                return country, self.parsed.text[hit.start : hit.end]
            if hit is head or self.is_linked(hit):
                continue
            state = self.state_of(hit)
            if state:
                return state, self.parsed.text[hit.start : hit.end]
        if phrase.possessor is not None:
            owner = self.describe(self.parsed.phrases[phrase.possessor])
            if owner.title:
                return owner.country, owner.country_words
        return None, ""

    def country_beside(self, phrase: Phrase) -> str | None:
        """Country before the head, or behind *of* (*the Supreme Court of Kenya*)."""
        if before := self.country_before(phrase):
            return before
        for attachment in phrase.attachments:
            hit = self.head_hit(self.parsed.phrases[attachment.phrase]) if attachment.preposition == "of" else None
            if hit and (state := self.state_of(hit)):
                return state
        return None

    def _part_before(self, phrase: Phrase) -> tuple[str, str] | None:
        """The country of the people, region or class of ships before or at the head: *Catalan* lawmakers."""
        for hit in (*self.core_hits(phrase), *self._inside(self.head_hit(phrase))):
            named = self.parsed.word_at(hit.start)  # Lambert Mende is no Mende
            in_name = named is not None and named.index in self.runs and self.runs[named.index].start < hit.start
            if (sense := hit.sense("part")) and not self.is_linked(hit) and not in_name:
                return sense.actor, self.parsed.text[hit.start : hit.end]
        return None

    def _run_by(self, hit: NameHit, head: NameHit | None) -> str | None:
        """The country of whoever runs or owns what the head names: *Hamas-run* ministry, *Greek-owned* tanker."""
        after = self.parsed.word_at(hit.end + 1) if self.is_linked(hit) else None
        civil = head is not None and head.title is not None and head.title.sector in _CIVIL
        words = after.text.lower() if after and head and head.title else ""
        if words not in usage_words("owning") and not (civil and words in usage_words("running")):
            return None
        sense = hit.sense(*STATE_KINDS, *INSTITUTION_KINDS)
        return self.actor(sense).country if sense else None

    def countries_behind(self, phrase: Phrase, title: Title) -> tuple[str, ...]:
        """The countries of *the presidents of Turkey and Russia*; () where one or none stands there."""
        for attachment in phrase.attachments:
            members = self.parsed.phrases[attachment.phrase].members
            hits = [self.head_hit(self.parsed.phrases[index]) for index in members]
            states = [state for hit in hits if hit and (state := self.state_of(hit))]
            owns = self._owns_behind(attachment.preposition, title)
            if owns and len(members) > 1 and len(states) == len(members):
                return tuple(states)
        return ()

    def countries_joined(self, phrase: Phrase) -> tuple[str, ...]:
        """The countries of *Russian and Chinese* warships; () where one nationality or none stands there."""
        owners = self.owners_joined(phrase)
        return tuple(owner.id for owner in owners) if all(owner.id == owner.country for owner in owners) else ()

    def owners_joined(self, phrase: Phrase) -> tuple[Actor, ...]:
        """The states and bodies of *British and EU* negotiators, *police and army* units; () where one or none is."""
        head, found, last = self.head_hit(phrase), list[Actor](), 0
        for hit in (*(hit for hit in self.core_hits(phrase) if hit is not head), *self._inside(head)):
            owner = None if self.is_linked(hit) else self._owner_named(hit)
            if owner is None or (found and self.parsed.text[last : hit.start].strip() not in ("and", ",", ", and")):
                break
            found.append(owner)
            last = hit.end
        return tuple(found) if len(found) > 1 else ()

    def _owner_named(self, hit: NameHit) -> Actor | None:
        """The state, body or organ that the words before a role name."""
        if state := self.state_of(hit):
            return self.library.actor(state, on=self.on)
        if sense := hit.sense(*INSTITUTION_KINDS):
            return self.actor(sense)
        is_organ = hit.title is not None and hit.title.group
        return _organ(hit.title) if is_organ and hit.title is not None else None

    def _place_before(self, phrase: Phrase, head: NameHit | None) -> tuple[str | None, str]:
        """The country of the city or region before a role: *Shanghai* police, *Karachi's* mayor."""
        if head is None or head.title is None:
            return None, ""
        names = [
            word
            for word in self.core_words(phrase)
            if (word.tag == "NNP" or (word.tag in ("JJ", "NN") and word.text.istitle() and self._may_be_place(word)))
            and word.start < head.start
            and word.index not in self.hits
            and not self.runs.get(word.index)
        ]
        if not names:
            return None, ""
        words = self.parsed.text[names[0].start : names[-1].end]
        return self._country_of_name(words, head.title), words

    def _may_be_place(self, word: Word) -> bool:
        """Whether an adjective in a capital is a place's name: not a people's, but *Punjab* is one."""
        return word.entity != "NORP" or bool(self.places.regions(word.text))

    def country_of_region(self, name: str) -> str | None:
        """The country of the first-level division; of several that of the one state that the article names."""
        found = self.places.regions(name)
        named = [country for country in found if country in self._states_named]
        return named[0] if len(named) == 1 else next(iter(found), None)

    def _country_of_name(self, words: str, title: Title) -> str | None:
        """The country of a place by its name, small ones for roles that places have; a *governor's* is a division."""
        if title.words.split()[-1] in _OF_DIVISIONS and (country := self.country_of_region(words)):
            return country
        if self.library.country_of_name(words):  # a state's name that means something else here
            return None
        several = self.places.regions(words)
        if len(several) > 1 and self._states_named.intersection(several):
            return self.country_of_region(words)
        local = title.sector in _LOCAL or title.words.split()[-1] in usage_words("inhabitants")
        return self.places.country(words) or (self.places.listed(words) if local else None)

    def _institution_before(self, phrase: Phrase, head: NameHit | None) -> Actor | None:
        """*NATO* official, *Pentagon* spokesman, *foreign ministry* spokesman, the *Army's* chief."""
        organ: Title | None = None
        for hit in (*self.core_hits(phrase), *self._inside(head)):
            if hit is head or self.is_linked(hit):
                continue
            armed = head is not None and head.title is not None and head.title.sector == "REB"
            sense = (hit.sense("group") if armed else None) or hit.sense(*INSTITUTION_KINDS)
            if sense:
                return self.actor(sense)
            if hit.title and hit.title.group:
                organ = hit.title
        return _organ(organ) if organ else None

    def _inside(self, title: NameHit | None) -> tuple[NameHit, ...]:
        """The names that a title of several words begins with: the *Kremlin* in *Kremlin spokesman*."""
        words = self.parsed.words_between(title.start, title.end)[:-1] if title and title.title else ()
        if not words or not words[0].text[0].isupper():
            return ()
        found = NameFinder.of(self.library).find(self.parsed.text[words[0].start : words[-1].end])
        return tuple(
            replace(
                hit,
                start=hit.start + words[0].start,
                end=hit.end + words[0].start,
                senses=of_the_states_named(self._told(hit), self._states_named),
            )
            for hit in found
        )

    def _named_in_title(self, title: NameHit | None) -> Actor | None:
        """The body that a title of several words ends with: the *European Council* in *president of the …*."""
        words = self.parsed.text[title.start : title.end] if title else ""
        role, of, _ = words.partition(" of ")
        if title is None or not of:
            return None
        start = title.start + len(role + of)
        found = NameFinder.of(self.library).find(self.parsed.text[start : title.end])
        senses = (sense for hit in found if start + hit.end == title.end for sense in self._told(hit))
        body = next((sense for sense in senses if sense.kind == "body"), None)
        return self.actor(body) if body else None

    def _told(self, hit: NameHit) -> tuple[NameSense, ...]:
        """The senses of a name in a role that nothing else has: a *Congress leader* may be of India's Congress."""
        return tuple(s for s in hit.senses if not s.ambiguous or s.actor[:3] in self._states_named)

    def _behind(self, phrase: Phrase, title: Title) -> tuple[str | None, str, Actor | None]:
        """Country or institution in what hangs on the role: *president of France*, *spokesman for the army*.

        Of several (*professor of history at the University of Oslo*) the first that gives a country. Where somebody's
        people are (*its soldiers in Mali*) is not whose they are.
        """
        elsewhere = ("in", "at", *(("from",) if self.is_abroad(title) else ())) if phrase.possessor is not None else ()
        others = [
            (attachment.preposition, self.parsed.phrases[attachment.phrase])
            for attachment in phrase.attachments
            if self._owns_behind(attachment.preposition, title) and attachment.preposition not in elsewhere
        ]
        found = [self._owner_behind(preposition, other, title) for preposition, other in others]
        whose = next((each for each in found if each[0]), None) or next((each for each in found if any(each)), None)
        return whose or (*self._place_behind(phrase), None)

    def _place_behind(self, phrase: Phrase) -> tuple[str | None, str]:
        """The country of a place that the parser takes for no noun: *residents of Bakhmut*, at the end of the text."""
        words = self.parsed.words
        first = phrase.head + 2
        if phrase.attachments or first >= len(words) or words[first - 1].text not in ("of", "in", "from"):
            return None, ""
        if words[first].tag.startswith("NN") or any(not word.text.istitle() for word in words[first:]):
            return None, ""
        name = self.parsed.text[words[first].start : words[-1].end]
        return self.places.country(name), name

    def _owns_behind(self, preposition: str, title: Title) -> bool:
        """Whether it tells whose the role is: *aide to* but not *envoy to*, *court in* but not *embassy in*."""
        if preposition == "to":
            return title.words.split()[-1:] != [] and title.words.split()[-1] in usage_words("attendants")
        if preposition in ("in", "at") and self.is_abroad(title):
            return False
        seated = preposition == "for" and title.sector == "LEG" and not title.group  # an MP for Leeds
        return seated or (preposition in OWNING and (preposition not in ("for", "with") or title.institution))

    def is_abroad(self, title: Title) -> bool:
        """Whether the role is one that a state has in others: *embassy*, *envoy*."""
        return bool(title.words) and title.words.split()[-1] in usage_words("abroad")

    def _owner_behind(self, preposition: str, other: Phrase, title: Title) -> tuple[str | None, str, Actor | None]:
        hit = self.head_hit(other)
        words = self.parsed.words_of(other, core=True)
        if hit and (state := self.state_of(hit)):
            return state, words, None
        if hit and (sense := hit.sense(*INSTITUTION_KINDS)):
            return None, words, self.actor(sense)
        if hit and (sense := hit.sense("part")):
            return sense.actor, words, None
        inner = self.describe(other)
        if inner.title and (inner.country or inner.title.group):
            organ = Actor(id=f"kind:{inner.title_words}", sector=inner.sector, label=inner.title_words)
            return inner.country, inner.country_words, inner.institution or organ
        if (country := self._country_of_place(other, title) or self._country_behind_comma(other)) is not None:
            return country, words, None
        if preposition == "of" and not inner.title and any(behind := self._behind(other, title)):
            return behind  # the Ministry of Health of Ethiopia
        if other.kind == "name" and other.entity == "ORG":
            country = inner.country or next(filter(None, map(self.state_of, self.core_hits(other))), None)
            sector = self.sector_in_name(other)
            return country, words, Actor(id="kind:organisation", country=country, sector=sector, label=words)
        return (*self._behind(other, title)[:2], None) if preposition in ("at", "in") else (None, "", None)

    def _country_of_place(self, phrase: Phrase, title: Title) -> str | None:
        """The country of a city or region that is named alone: the governor *of Kherson*."""
        if phrase.kind != "name" or phrase.head in self.runs:
            return None
        words = self.parsed.words
        first = last = phrase.head  # the parser may cut *Cape Town* in two
        while first and words[first - 1].tag == "NNP" and words[first].start - words[first - 1].end == 1:
            first -= 1
        while last + 1 < len(words) and words[last + 1].tag == "NNP" and words[last + 1].start - words[last].end == 1:
            last += 1
        whole = self.parsed.text[words[first].start : words[last].end]
        bare = self.parsed.words_of(phrase, core=True).removeprefix("the ")
        return next(filter(None, (self._country_of_name(name, title) for name in dict.fromkeys((whole, bare)))), None)

    def _country_behind_comma(self, phrase: Phrase) -> str | None:
        """The country of the region behind a town that the gazetteer has twice or not at all: *Flint, Michigan*."""
        comma = self.parsed.word_at(phrase.core_end)
        hit = self.hits.get(comma.index + 1) if comma and comma.text == "," and phrase.kind == "name" else None
        if hit is None:
            return None
        part = hit.sense("part")
        return self.state_of(hit) or (part.actor if part else None)

    def sector_in_name(self, phrase: Phrase) -> str:
        """The sector of the last word of an organisation's name that tells one: the Chadian *Human Rights* League."""
        titles = [hit.title for hit in self.core_hits(phrase) if hit.title and hit.title.sector != "UNK"]
        return titles[-1].sector if titles else "UNK"

    def _rank(self, phrase: Phrase, title: NameHit | None) -> tuple[str, bool]:
        """The rank right before the role (*deputy*, *vice*), and whether the role is past (*former*)."""
        if title is None:
            return "", False
        ranks: list[str] = []
        former = False
        for word in self.core_words(phrase):
            if word.start >= title.start:
                break
            lower = word.text.lower()
            if lower in usage_words("deputies"):
                ranks.append(lower)
            former = former or lower in usage_words("former")
        return " ".join(ranks), former

    def state_of(self, hit: NameHit) -> str | None:
        """The state that the hit names in any form."""
        states = (s.actor for s in hit.senses if s.kind in STATE_KINDS and s.actor not in self._bodies)
        return next(states, None)

    def is_linked(self, hit: NameHit) -> bool:
        """Whether a hyphen ties it to a participle (*US-led*, *Iran-backed*): then it does not own what follows."""
        text = self.parsed.text
        if text[hit.end : hit.end + 1] != "-":
            return False
        after = self.parsed.word_at(hit.end + 1)
        return after is not None and after.index not in self.hits

    def sides(self, hit: NameHit) -> bool:
        """Whether it only says whom something is for: an *Iran-allied* group is none of Iran's."""
        after = self.parsed.word_at(hit.end + 1) if self.is_linked(hit) else None
        return after is not None and after.text.lower() in usage_words("siding")

    def actor(self, sense: NameSense) -> Actor:
        """The library's record at the article's date."""
        return self.library.actor(sense.actor, on=self.on)


def _organ(title: Title) -> Actor:
    """An organ known by its kind alone: the *foreign ministry* of a country that other words tell."""
    return Actor(id=f"kind:{title.words}", sector=title.sector, label=title.words)
