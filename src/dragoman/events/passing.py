"""What fits an entry and is no act all the same: part of a name, a move in a game, a scene of a story, a mere topic.

The lexicon sees a word and what stands around it. Whether the sentence tells of a match, a film or the exchange, and
whether the noun of an act is only counted, felt or talked about, is asked here, for every entry alike; the words of
it are in `data/realms.toml` and `data/topics.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.data_files import read_rows
from dragoman.events.marks import wordings
from dragoman.events.matching import QUANTITIES, Match, Matcher
from dragoman.events.naming import Naming, Participants
from dragoman.events.schema import DATA, Realm, Topic
from dragoman.language import Clause, Parsed, Word
from dragoman.language.headlines import is_title_case
from dragoman.records import ActorMention

#: how much of a realm a sentence must show: a sure word says twice what a likely one says
ENOUGH = 2
#: how a game stands (*3-1*, *118–97*)
SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")
#: kinds of named entities that are titles and bodies, and no places, days or sums
TITLES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "LAW"})
#: words of names that begin with small letters
SMALL = frozenset({"of", "for", "the", "and", "on", "in", "to", "against", "de", "la", "del", "&"})
#: a meeting is called by its name (*the Shangri-La Dialogue*), an act is not (*the Battle of Britain*)
MEETING = "CONSULT"
#: sectors of those who are in earnest wherever they are (*police fired on fans at half-time*)
EARNEST = frozenset({"COP", "MIL", "JUD", "REB", "SPY", "LEG", "UAF", "CRM"})
#: the type of force, and classes of what may suffer it
FORCE = "ASSAULT"
THREAT = ("THREATEN", "violence")
SUFFERING = (
    "people", "bodies", "buildings", "assets", "territory", "weapons", "troops", "police", "leaders", "refugees",
    "criminals", "missions", "media", "nationals", "diplomats", "protesters", "goods", "border", "heritage",
    "targets", "communities",
)  # fmt: skip
#: classes of things that act for somebody, and of those who use force
ACTING = (
    "weapons", "troops", "documents", "bodies", "people", "media", "laws", "courts", "hostilities", "assets",
    "business", "protesters", "donors", "prosecutors", "police", "communities",
)  # fmt: skip
FORCES = ("troops", "weapons", "police", "hostilities")
#: kinds of parties that tell of nobody
UNCLEAR = frozenset({"thing", "place", "nobody", "pronoun"})
#: kinds of parties whom the library knows
KNOWN = frozenset({"body", "country"})
#: prepositions by which an act hangs on the noun that makes it a topic
PREPOSITIONS = frozenset({"of", "for", "in", "about", "on", "over", "from", "to", "with", "at", "against"})


@dataclass(frozen=True, slots=True)
class Topics:
    """The words of `data/topics.toml`: verbs whose subject, and nouns behind which an act is only a topic."""

    verbs: frozenset[str]
    nouns: frozenset[str]


class Passing:
    """Asks of the clauses of one text whether they name an act in passing only."""

    def __init__(self, parsed: Parsed, matcher: Matcher, casting: Naming) -> None:
        self.parsed, self.matcher, self.casting = parsed, matcher, casting
        self._realms: dict[int, tuple[Realm, ...]] = {}

    # ---------------------------------------------------------------- before anybody is found

    def is_name(self, clause: Clause, match: Match) -> bool:
        """*the Organisation for the Prohibition of Chemical Weapons*, *Shooting Stars*: a word of a name."""
        head = self.parsed.words[clause.head]
        if not head.text[:1].isupper() or head.text.isupper() or self._is_title(clause.sentence):
            return False
        sentence = self.parsed.sentences[clause.sentence]
        if head.index == sentence.first or not self.parsed.text[sentence.start : head.start].strip("\"“‘'( "):
            return head.tag in ("VBG", "NNP", "NNS", "NN") and self._begins_name(head)
        if clause.kind == "verb":
            return head.entity in TITLES and clause.voice == "active" and not clause.finite
        is_last = not self._goes_on(head)
        return not (match.sense.type == MEETING and is_last) and (head.entity in TITLES or not is_last)

    def _begins_name(self, head: Word) -> bool:
        after = self.parsed.words[head.index + 1 : head.index + 2]
        return bool(after) and after[0].tag == "NNPS" and after[0].entity != "NORP" and head.tag == "VBG"

    def _goes_on(self, head: Word) -> bool:
        """Whether the name goes on behind the word: *the Prohibition of Chemical Weapons*."""
        for word in self.parsed.words[head.index + 1 : head.index + 4]:
            if word.text.lower() in SMALL and word.entity in TITLES:
                continue
            return word.text[:1].isupper() and word.entity in TITLES and head.entity in TITLES
        return False

    def _is_title(self, index: int) -> bool:
        sentence = self.parsed.sentences[index]
        return is_title_case(self.parsed.text[sentence.start : sentence.end].strip())

    # ---------------------------------------------------------------- when the parties are known

    def is_played(self, clause: Clause, parties: Participants) -> bool:
        """*Chelsea fought back in the second half*: a move of the game, the stage or the exchange that is told of."""
        moves = {clause.lemma, clause.lemma.partition(" ")[0], clause.base}
        return any(
            (not realm.moves or not moves.isdisjoint(realm.moves)) and not self._is_in_earnest(realm, clause, parties)
            for realm in self._realms_of(clause.sentence)
        )

    def _is_in_earnest(self, realm: Realm, clause: Clause, parties: Participants) -> bool:
        """Whether one of the parties is nobody of the realm, or the act is told as one that has been."""
        sides = (*parties.actors, *parties.recipients)
        if realm.timeless and clause.tense != "present" and clause.kind != "noun":
            return True
        if realm.strangers and any(self.casting.kind_of(who) in KNOWN for who in sides):
            return True
        if any(who.actor is not None and who.actor.sector in EARNEST for who in sides):
            return True
        words = {word.lemma.lower() for who in sides for word in self._words_of(who.mention.start, who.mention.end)}
        return not words.isdisjoint(realm.earnest)

    def _words_of(self, start: int, end: int) -> tuple[Word, ...]:
        return self.parsed.words_between(start, end)

    def _realms_of(self, index: int) -> tuple[Realm, ...]:
        if index not in self._realms:
            sentence = self.parsed.sentences[index]
            words = self.parsed.words[sentence.first : sentence.last]
            said = {wording for wording, _, _ in wordings(words)}
            has_score = SCORE.search(self.parsed.text, sentence.start, sentence.end) is not None
            self._realms[index] = tuple(realm for realm in read_realms() if _weight(realm, said, has_score) >= ENOUGH)
        return self._realms[index]

    def is_figure(self, clause: Clause, match: Match, parties: Participants) -> bool:
        """*attacked the noise*, *concerns delayed the sale*: nobody can suffer that, or do it."""
        kinds = (self.casting.surest(parties.actors), self.casting.surest(parties.recipients))
        if kinds[0] == "thing" and kinds[1] in UNCLEAR and not self._has(parties.actors, ACTING):
            return True
        return (
            (match.sense.type == FORCE or (match.sense.type, match.sense.row.mode) == THREAT)
            and kinds[1] == "thing"
            and not self._has(parties.recipients, SUFFERING)
            and not self._has(parties.actors, FORCES)
        )

    def _has(self, side: tuple[ActorMention, ...], classes: tuple[str, ...]) -> bool:
        """Whether a word of one on that side is in one of the classes."""
        words = {word for who in side for word in self._what(who)}
        return any(not words.isdisjoint(self.matcher.lexicon.classes[name]) for name in classes)

    def _what(self, who: ActorMention) -> Iterator[str]:
        """The words that say what somebody is, not whose (*the position of the church*, *a salvo of missiles*)."""
        of_quantity = True
        for word in self._words_of(who.mention.start, who.mention.end):
            if word.pos in ("NUM", "PRON"):
                yield "other"
            if word.pos == "ADP" and not of_quantity:
                return
            of_quantity = word.lemma.lower() in QUANTITIES
            yield word.lemma.lower()

    def is_topic(self, clause: Clause, parties: Participants) -> bool:
        """*assaults on drivers fell*, *the number of strikes*: an act nobody is said to do is counted or talked of."""
        if clause.kind != "noun" or clause.light or clause.phrase is None or self._is_done_by_somebody(parties):
            return False
        topics = read_topics()
        return any(lemma in topics.verbs for lemma in self._said_of(clause)) or any(
            lemma in topics.nouns for lemma in self._behind(clause.phrase)
        )

    def _is_done_by_somebody(self, parties: Participants) -> bool:
        return self.casting.surest(parties.actors) in ("body", "role", "country", "people")

    def _said_of(self, clause: Clause) -> Iterator[str]:
        """The verbs whose subject the noun is."""
        above = self.parsed.clauses[clause.parent] if clause.parent is not None else None
        if above is not None and any(
            role.phrase == clause.phrase and role.name == ("subject" if above.voice == "active" else "object")
            for role in above.roles
        ):
            yield above.lemma

    def _behind(self, phrase: int) -> Iterator[str]:
        """The nouns on which the phrase hangs, outwards."""
        own = self.parsed.phrases[phrase]
        for around in self.parsed.phrases_around(own.start, own.end):
            if any(self._is_held(a.phrase, phrase) and a.preposition in PREPOSITIONS for a in around.attachments):
                yield around.lemma

    def _is_held(self, holder: int, phrase: int) -> bool:
        return phrase in (holder, *self.parsed.phrases[holder].members)


def _weight(realm: Realm, said: set[str], has_score: bool) -> int:
    score = 1 if has_score and realm.scores else 0
    return 2 * len(said.intersection(realm.sure)) + len(said.intersection(realm.likely)) + score


@cache
def read_realms(path: Path = DATA / "realms.toml") -> tuple[Realm, ...]:
    """The realms; raise `DataError` where the file breaks its schema."""
    return tuple(entry.row for entry in read_rows(path, "realm", Realm))


def read_topics_rows(path: Path = DATA / "topics.toml") -> tuple[Topic, ...]:
    """The rows of topics; raise `DataError` where the file breaks its schema."""
    return tuple(entry.row for entry in read_rows(path, "topic", Topic))


@cache
def read_topics() -> Topics:
    """The words that make an act a topic."""
    rows = read_topics_rows()
    return Topics(
        verbs=frozenset(verb for row in rows for verb in row.verbs),
        nouns=frozenset(noun for row in rows for noun in row.nouns),
    )
