"""Whom a name stands for: states, capitals, bodies, media, persons; the base that the resolver is built on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace

from dragoman.actors.describe import INSTITUTION_KINDS, NATIONAL_KINDS, STATE_KINDS, Description, PersonRun, Scene
from dragoman.actors.library import NameSense
from dragoman.actors.names import NameHit
from dragoman.actors.people import Person
from dragoman.actors.reference import Candidate, Memory
from dragoman.actors.usage import government_rule, usage_words
from dragoman.language.model import Phrase
from dragoman.records import Actor, ActorMention, Document, content_id

NOBODY: tuple[ActorMention, ...] = ()
INDEFINITE = frozenset({"a", "an", "another", "one", "any", "no", "every", "each", "some"})
_HOUSED = frozenset({"GOV", "MIL"})
"""Sectors whose residences are buildings where things happen: *the Kremlin*, *the Pentagon*, but not *the Sejm*."""
_LAST_WORDS = frozenset(
    {"community", "council", "commission", "union", "court", "assembly", "league", "organisation", "organization",
     "agency", "fund", "bank", "movement", "front", "party", "alliance", "conference", "group", "committee"}
)  # fmt: skip
"""Last words by which bodies and groups are called in their capital, once they were named in full."""


@dataclass(slots=True)
class Named(ABC):
    """Reads names. `by_phrase` and `memory` fill while the phrases are gone through in the order of the text."""

    document: Document
    scene: Scene
    country_in_play: str | None
    persons: tuple[Person, ...]
    by_phrase: dict[int, tuple[ActorMention, ...]] = field(default_factory=dict)
    owners: dict[int, tuple[ActorMention, ...]] = field(default_factory=dict)
    person_of_run: dict[PersonRun, Person] = field(default_factory=dict)
    memory: Memory = field(init=False)

    def __post_init__(self) -> None:
        self.memory = Memory(self.scene.usage)
        self.person_of_run = {run: person for person in self.persons for run in person.runs}

    @abstractmethod
    def _who(self, index: int) -> tuple[ActorMention, ...]:
        """Who the phrase stands for; what a role belongs to is asked before its turn."""

    @abstractmethod
    def _placed(self, run: PersonRun) -> Person:
        """The person, with the country or body that only the text before tells."""

    @abstractmethod
    def _kind(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """Somebody known only by what he is."""

    @abstractmethod
    def _taken_up(self, phrase: Phrase, said: Description) -> tuple[ActorMention, ...]:
        """Who was last named that fits."""

    def _mention(self, phrase: Phrase, actor: Actor | None, rule: str, *, name: str = "") -> ActorMention:
        hit = self.scene.head_hit(phrase)
        start = min(phrase.core_start, hit.start if hit else phrase.core_start)
        end = max(phrase.core_end, hit.end if hit else 0)
        text = self.scene.parsed.text
        if text[end : end + 1] == ")" and "(" in text[phrase.core_start : end]:
            end += 1
        mention = self.scene.parsed.mention(start, end)
        return ActorMention(mention=mention, actor=actor, name=name or mention.words, rule=rule)

    def _named_person(self, run: PersonRun) -> ActorMention:
        person = self._placed(run)
        mention = self.scene.parsed.mention(self._start_of_title(run), run.end)
        return ActorMention(mention=mention, actor=person.actor, name=person.name, rule=person.rule)

    def _start_of_title(self, run: PersonRun) -> int:
        """Where title, nationality and determiner before a name begin; the name's own start where it has no title."""
        title, words, hits = self.scene.title_hit_before(run), self.scene.parsed.words, self.scene.hits
        first = run.first
        if title is None:
            before = words[first - 1] if first else None
            honoured = before is not None and before.text.lower() in usage_words("honorifics")
            return before.start if before is not None and honoured else run.start
        while first and words[first - 1].sentence == words[run.first].sentence:
            before = words[first - 1]
            inside = before.start >= title.start or before.index in hits
            apart = before.tag == "HYPH" and words[first].start > before.end
            apart = apart or before.text.endswith("--")
            if not inside and (apart or before.tag not in ("JJ", "DT", "POS", "NNP", "HYPH", "PRP$", "VBN")):
                break
            first -= 1
        while words[first].tag in ("POS", "HYPH") or words[first].text == ".":
            first += 1
        return words[first].start

    def _named(self, phrase: Phrase, hit: NameHit) -> tuple[ActorMention, ...] | None:
        """A state, capital, body, group or medium; None where the hit's other role (a title) must be tried."""
        sense = hit.sense("medium") or hit.sense(*STATE_KINDS, *INSTITUTION_KINDS)
        if sense and sense.kind == "short" and (named := self._body_called(phrase, hit)):
            return named
        if sense and sense.kind == "short" and self._is_described(phrase, hit):
            return self._taken_up(phrase, Description()) or NOBODY  # a Russia-led alliance is not the alliance
        if sense and sense.kind == "name" and (titled := self._person_titled(phrase, sense.actor)):
            return titled
        if sense is None or (sense.ambiguous and sense.kind in STATE_KINDS and self._is_persons_name(phrase)):
            return None
        if abroad := self._of_another_state(phrase, sense):
            return abroad
        if sense.kind == "metonym" or (sense.kind in ("residence", "short") and self._is_city(phrase, hit)):
            before = self.scene.parsed.words[phrase.head - 1] if phrase.head else None
            if (
                before
                and before.tag == "NNP"
                and before.start >= phrase.core_start
                and before.index not in self.scene.hits
            ):
                return NOBODY  # a person or a place: *Denzel Washington*, *East London*
            rule = government_rule(self.scene.usage, phrase)
            return (self._mention(phrase, self.scene.actor(sense), rule),) if rule else NOBODY
        if sense.kind in NATIONAL_KINDS and phrase.kind == "noun" and not self._are_nationals(phrase, hit):
            return None
        takes_up = sense.kind == "short" and phrase.lemma in usage_words("anaphoric_groups")
        if takes_up and (taken_up := self._taken_up(phrase, Description())):
            return taken_up  # *the bloc* is the one that was named
        if takes_up and (other := self._body_named_last(phrase)):
            return (self._mention(phrase, self.scene.actor(other), f"takes up {other.actor}"),)
        rules = {"name": "country name", "adjective": "nationality", "demonym": "nationality", "short": "short form",
                 "residence": "residence"}  # fmt: skip
        return (self._mention(phrase, self.scene.actor(sense), rules.get(sense.kind, f"name of a {sense.kind}")),)

    def _are_nationals(self, phrase: Phrase, hit: NameHit) -> bool:
        """Whether a nationality that the tagger takes for a noun is people: *Nigerians*, *a Kenyan*."""
        return hit.sense("demonym") is not None and self.scene.parsed.words[phrase.head].tag in ("NNS", "NNPS", "NN")

    def _of_another_state(self, phrase: Phrase, sense: NameSense) -> tuple[ActorMention, ...]:
        """What several states have, of the one beside it: *the Jamaica Labour Party*, *the Senate of Chad*."""
        if sense.kind != "residence" and not (sense.kind == "organisation" and sense.ambiguous):
            return NOBODY
        whose, own = self.scene.country_beside(phrase), self.scene.actor(sense)
        if not whose or whose == own.country or not own.country or not own.sector:
            return NOBODY
        if not self.scene.library.is_state(whose):
            return NOBODY
        actor = self.scene.library.actor(f"{whose}/{own.sector}")
        if sense.kind == "residence":
            return (self._mention(phrase, actor, "residence of the state beside it"),)
        key = "doc:" + content_id(self.document.id, "name", phrase.lemma + whose)
        actor = replace(actor, id=key, label=self.scene.parsed.words_of(phrase, core=True))
        return (self._mention(phrase, actor, "name of an organisation of the state beside it"),)

    def _person_titled(self, phrase: Phrase, state: str) -> tuple[ActorMention, ...]:
        """Somebody whose name is a state's too, told by title and nationality: *Norway's minister Jordan*."""
        head = self.scene.parsed.words[phrase.head]
        before = self.scene.hits.get(phrase.head - 1)
        title = before.title if before and head.start - before.end == 1 and before.start >= phrase.core_start else None
        whose = self.scene.country_before(phrase) if title and title.office and not title.plural else None
        if title is None or not whose or whose == state:
            return NOBODY
        return self._kind(phrase, Description(title=title, title_words=title.words, country=whose))

    def _is_persons_name(self, phrase: Phrase) -> bool:
        """Whether a state's name is here somebody's: *Chad Smith*, or *Jordan* where a *Michael Jordan* is named."""
        if phrase.entity != "PERSON":
            return False
        head = self.scene.parsed.words[phrase.head]
        alone = phrase.core_start == head.start
        return not alone or any(
            run.last - run.first > 1 and self.scene.parsed.words[run.last - 1].text == head.text
            for run in self.scene.runs.values()
        )

    def _is_city(self, phrase: Phrase, hit: NameHit) -> bool:
        """Whether the form is a city's name too: *Brussels*, but not *the North* or *the Kremlin*."""
        if phrase.entity not in ("GPE", "LOC"):
            return False
        words = self.scene.parsed.text[hit.start : hit.end]
        if (house := hit.sense("residence")) is not None:
            return house.actor.partition("/")[2] in _HOUSED
        return self.scene.places.country(words) is not None

    def _abbreviated(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*The European Union (EU)*, where the bracket heads the phrase."""
        words = self.scene.parsed.words
        hit = self.scene.hits.get(phrase.head - 2) if phrase.head > 1 and words[phrase.head - 1].text == "(" else None
        sense = hit.sense("name", *INSTITUTION_KINDS) if hit and hit.start >= phrase.core_start else None
        if hit is None or sense is None:
            return NOBODY
        mention = self.scene.parsed.mention(phrase.core_start, hit.end)
        actor = self.scene.actor(sense)
        return (ActorMention(mention=mention, actor=actor, name=mention.words, rule=f"name of a {sense.kind}"),)

    def _named_behind(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*Russia and the mighty awful China*, where the parser takes the adjective for the noun."""
        words = self.scene.parsed.words
        after = words[phrase.head + 1] if phrase.head + 1 < len(words) else None
        hit = self.scene.hits.get(after.index) if after and after.start - words[phrase.head].end == 1 else None
        sense = hit.sense("name") if hit and after and hit.start == after.start else None
        if hit is None or sense is None or phrase.determiner != "the" or words[phrase.head].tag not in ("JJ", "NN"):
            return NOBODY
        if any(role.name != "attribute" for _, role in self.scene.usage.roles.get(self._headed_at(hit), ())):
            return NOBODY
        mention = self.scene.parsed.mention(phrase.core_start, hit.end)
        return (ActorMention(mention=mention, actor=self.scene.actor(sense), name=mention.words, rule="country name"),)

    def _headed_at(self, hit: NameHit) -> int:
        """The index of the phrase that the hit heads, -1 where it heads none."""
        around = self.scene.parsed.phrases_around(hit.start, hit.end)
        return next((phrase.index for phrase in around if self.scene.head_hit(phrase) is hit), -1)

    def _body_called(self, phrase: Phrase, head: NameHit) -> tuple[ActorMention, ...]:
        """*The Mercosur bloc*: the body whose name stands before the noun for its kind."""
        if phrase.lemma not in usage_words("anaphoric_groups"):
            return NOBODY
        named = (hit.sense("body") for hit in self.scene.core_hits(phrase) if hit is not head)
        body = next((sense for sense in named if sense), None)
        return (self._mention(phrase, self.scene.actor(body), "name of a body"),) if body else NOBODY

    def _body_named_last(self, phrase: Phrase) -> NameSense | None:
        """The body that the text named last before the phrase, if only in a role's name (*Mercosur leaders*)."""
        before = [hit for hit in self.scene.hits.values() if hit.end <= phrase.core_start and hit.sense("body")]
        return max(before, key=lambda hit: hit.end).sense("body") if before else None

    def _is_described(self, phrase: Phrase, hit: NameHit) -> bool:
        """Whether a body's short form is told apart by words before it: *a Russia-led alliance*."""
        generic = hit.sense("short") is not None and phrase.lemma in usage_words("anaphoric_groups")
        return generic and (bool(phrase.modifiers) or phrase.determiner in INDEFINITE)

    def _called_by_last_word(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """*The Community* for the Economic Community that was named: the word in its capital."""
        word = self.scene.parsed.words[phrase.head]
        inside = word.index > self.scene.parsed.sentences[phrase.sentence].first
        bare = phrase.determiner == "the" and not phrase.modifiers and not phrase.attachments
        if not (inside and bare and word.text.istitle() and word.text.lower() in _LAST_WORDS):
            return NOBODY
        found = self.memory.latest(phrase, lambda c: _is_called(c, word.text), sentences=40)
        return tuple(self._again(phrase, who, f"takes up {who.name}") for who in found.mentions) if found else NOBODY

    def _is_noun(self, phrase: Phrase) -> bool:
        return self.scene.parsed.words[phrase.head].tag.startswith("NN")

    def _unknown_name(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        """A name that the library does not know and that acts, owns or is acted on; nothing for other things."""
        region = bool(self.scene.places.regions(self.scene.parsed.words_of(phrase, core=True)))
        if phrase.kind != "name" or (phrase.entity not in ("", "ORG", "NORP", "GPE") and not region):
            return NOBODY
        roles = {role.name for clause, role in self.scene.usage.roles_of(phrase) if clause.kind == "verb"}
        organised = phrase.entity in ("ORG", "NORP") or (region and phrase.entity == "PERSON")
        plays = roles & {"object", "recipient"} or self.scene.usage.owned_by(phrase) if organised else None
        if not plays and not self.scene.usage.is_subject(phrase):
            return NOBODY
        if roles == {"object"} and self.scene.places.listed(self.scene.parsed.words_of(phrase, core=True)):
            return NOBODY  # a town that is attacked
        said = self.scene.describe(phrase)
        words = self.scene.parsed.words_of(phrase, core=True)
        if roles == {"subject"} and region:
            return NOBODY  # Michoacán is one of the states
        sector = self.scene.sector_in_name(phrase)
        actor = Actor(
            id="doc:" + content_id(self.document.id, "name", words),
            code=f"{said.country}{sector}" if said.country and sector != "UNK" else None,
            country=said.country,
            sector=None if sector == "UNK" else sector,
            label=words,
        )
        return (self._mention(phrase, actor, "unknown organisation" if organised else "unknown name"),)

    def _again(self, phrase: Phrase, who: ActorMention, rule: str) -> ActorMention:
        return self._mention(phrase, who.actor, rule, name=who.name)

    def _person_with(self, mentions: tuple[ActorMention, ...]) -> Person | None:
        ids = {m.actor.id for m in mentions if m.actor}
        return next((person for person in self.persons if ids == {person.actor.id}), None)


def _is_called(candidate: Candidate, word: str) -> bool:
    """Whether the candidate is one body or group whose name, as the article gives it, has the word and others."""
    if candidate.person or candidate.state or len(candidate.mentions) != 1:
        return False
    parts = candidate.mentions[0].mention.words.split()
    return word in parts[1:] and parts[-1] != parts[0] and len(parts) > 2
