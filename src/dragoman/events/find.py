"""From clauses to events: which sense a clause has, who takes part, whether it happened, and what it hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.actors import Cast
from dragoman.events.agents import DOCUMENTS, ENDING
from dragoman.events.confidence import confidence_of, signs_of_clause, signs_of_parties
from dragoman.events.counts import counts_of
from dragoman.events.lexicon import Lexicon, Sense
from dragoman.events.marks import content_mode_of, contexts_of, mode_of, window
from dragoman.events.matching import Match, Matcher, Refusal
from dragoman.events.naming import NO_PARTIES, Participants, foreign, is_known, other_side
from dragoman.events.passing import Passing
from dragoman.events.ranking import Ballot, Ranking, Weights, sides_elected
from dragoman.events.recipients import CALLING, JUDGING
from dragoman.events.retold import PROTEST, Retelling, Told
from dragoman.events.roles import Casting
from dragoman.events.schema import NONE, SPEAKER, EventType
from dragoman.events.status import (
    OF_MOOD,
    folded,
    intensity_of,
    is_imagined,
    is_long_past,
    polarity_of,
    status_of,
)  # fmt: skip
from dragoman.language import Clause, Parsed
from dragoman.places import place_of
from dragoman.records import (
    ActorMention,
    Document,
    Event,
    Mention,
    PlaceMention,
    Statement,
    Status,
    TimeMention,
    content_id,
)  # fmt: skip
from dragoman.times import time_of

#: how the clause of an event hangs on that of another whose content it is
CONTENT = frozenset({"content", "nominal", "purpose", "light"})
#: prepositions of the events in or beside which an act is done
CIRCUMSTANCES = frozenset(
    {"in", "at", "during", "after", "before", "since", "amid", "following", "ahead of", "by"}
    | {"over", "because of", "due to", "in response to", "in retaliation for"}
)
#: verbs whose passive only says of what stands inside how sure it is (*is expected to back*)
FORETELLING = frozenset(
    {"expect", "believe", "think", "say", "report", "forecast", "predict", "project", "suppose", "tip"}
)
#: verbs that only say that an act answers another; what it was stands behind *by* (*retaliated by banning fish*)
ANSWERING = frozenset(
    {"retaliate", "respond", "react", "answer", "reply", "hit", "hit back", "strike back", "fight back", "counter"}
)
#: verbs by which a paper of the class @decrees comes into force
ENACTING = frozenset({"sign", "issue", "adopt", "approve", "pass", "publish", "enact", "promulgate"})
DECREES = "@decrees"
#: papers that do what they are adopted to do, and the types of that
STATUTES = ("resolution", "law", "legislation", DECREES)
ENACTED = frozenset({"SANCTION", "COERCE"})
#: the type that calls and letters have when they are for nothing else
TALK = "CONSULT"
#: what somebody is thanked for, whatever it was
FAVOURS = frozenset({"help", "support", "assistance", "aid", "backing", "solidarity", "cooperation", "service"})
#: how a clause hangs on another with which the telling goes on
ONWARD = frozenset({"adverbial", "conjunct"})
#: how many sentences on an act may still be done to the other side of one told before
NEAR = range(1, 4)
#: types that need a recipient, and what else the same words can tell of nobody in particular
UNDIRECTED = {"SANCTION": "REJECT"}
#: the type whose content is only threatened, whatever the tense
MENACE = "THREATEN"
#: the type of what a gift will do, the class of gifts, and how one begins that there is
GIVEN, GIFTS, HAD = "AID", "@gifts", ("the ", "this ", "these ")
#: acts by which what another type of act gave ends: the noun names no act of its own (*froze its support*)
ENDED = frozenset({("SANCTION", "SUPPORT"), ("SANCTION", "AID"), ("SANCTION", "COOPERATE")})
#: what stands right before a day by which something was to be done
AHEAD = re.compile(r"\b(?:by|until|till|before|within|from|after) (?:the )?\Z", re.IGNORECASE)
#: types of acts that are of whoever is named beside them
OWN_ACTS = ENDING | {PROTEST}
#: how what is said hangs on the call or letter in which it is said
SAID_IN = frozenset({"purpose", "adverbial"})
#: acts that are done by saying so
SAID = frozenset({"SUPPORT", "AGREE", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
#: relations of clauses that stand aside of what somebody says (*Moscow, which seized Crimea, …*)
ASIDES = frozenset({"relative", "adverbial"})


@dataclass(frozen=True, slots=True)
class Trial:
    """What was tried on a clause: the sense that fired (or None) and those refused before, each with its reason."""

    clause: int
    words: str
    fired: Sense | None
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An event, the signs that make its confidence, and the elections that were held for its parties."""

    event: Event
    signs: tuple[str, ...]
    ballots: tuple[Ballot, ...]


@dataclass(slots=True)
class _Draft:
    """An event on its way: its clause and sense, the parties, the draft it is the content of, and that it retells."""

    clause: Clause
    match: Match
    parties: Participants
    time: TimeMention | None
    status: Status
    outer: _Draft | None = None
    by_rule: Participants = NO_PARTIES
    retells: _Draft | None = None

    def is_menace(self) -> bool:
        """Whether it is a threat in words; *ready to strike* is a state, and the strike to come."""
        return self.match.sense.type == MENACE and self.clause.kind != "adjective"


def find_events(
    document: Document,
    parsed: Parsed,
    times: tuple[TimeMention, ...],
    cast: Cast,
    places: tuple[PlaceMention, ...] = (),
    statements: tuple[Statement, ...] = (),
    *,
    lexicon: Lexicon | None = None,
) -> tuple[Event, ...]:
    """Every event of the article, in the order of its triggers; `lexicon` is the shipped one if None."""
    return _Finder(document, parsed, times, cast, places, statements, lexicon or Lexicon.shipped()).events()


def weigh_events(
    document: Document,
    parsed: Parsed,
    times: tuple[TimeMention, ...],
    cast: Cast,
    places: tuple[PlaceMention, ...] = (),
    statements: tuple[Statement, ...] = (),
    *,
    lexicon: Lexicon | None = None,
    party_weights: Weights | None = None,
) -> tuple[Weighed, ...]:
    """Every event with what its confidence and its parties rest on; the shipped weights are used if None."""
    lexicon = lexicon or Lexicon.shipped()
    return _Finder(document, parsed, times, cast, places, statements, lexicon, party_weights).weighed()


def explain_events(parsed: Parsed, cast: Cast, *, lexicon: Lexicon | None = None) -> tuple[Trial, ...]:
    """Which sense each clause has, and which were refused and why; clauses that no entry knows are left out."""
    matcher = Matcher(parsed, cast, lexicon or Lexicon.shipped(), keep_refusals=True)
    return tuple(_trials(parsed, matcher))


def _trials(parsed: Parsed, matcher: Matcher) -> Iterator[Trial]:
    for clause in parsed.clauses:
        match = matcher.match(clause)
        refused = tuple(matcher.refusals.get(clause.index, ()))
        if match is not None or refused:
            words = parsed.text[clause.trigger_start : clause.trigger_end]
            yield Trial(clause.index, words, match.sense if match else None, refused)


class _Finder:
    def __init__(
        self, document: Document, parsed: Parsed, times: tuple[TimeMention, ...], cast: Cast,
        places: tuple[PlaceMention, ...], statements: tuple[Statement, ...], lexicon: Lexicon,
        party_weights: Weights | None = None,
    ) -> None:  # fmt: skip
        self.document, self.parsed, self.times, self.places = document, parsed, times, places
        self.lexicon = lexicon
        self.matcher = Matcher(parsed, cast, lexicon)
        self.casting = Casting(parsed, cast, lexicon, self.matcher, places)
        self.ranking = Ranking(self.casting, party_weights)
        self.passing = Passing(parsed, self.matcher, self.casting)
        self.retelling = Retelling(parsed, self.matcher, self.casting)
        self.said = [(piece, one) for one in sorted(statements, key=_size) for piece in one.content]
        self.title = next((block.span for block in document.blocks if block.kind == "title"), None)

    def events(self) -> tuple[Event, ...]:
        return tuple(self._event(draft) for draft in self._drafts())

    def weighed(self) -> tuple[Weighed, ...]:
        return tuple(
            Weighed(
                self._event(draft),
                self._signs(draft),
                tuple(self.ranking.ballots(draft.clause, draft.match, draft.by_rule)),
            )
            for draft in self._drafts()
        )

    def _drafts(self) -> tuple[_Draft, ...]:
        drafts: dict[int, _Draft] = {}
        for clause in self.parsed.clauses:
            match = self._match(clause)
            if match is not None:
                drafts[clause.index] = self._draft(clause, match)
        self._direct(drafts)
        for draft in list(drafts.values()):
            self._take_word_for_deed(draft, drafts)
        for draft in drafts.values():
            draft.outer = self._outer(draft, drafts)
        for draft in drafts.values():
            if draft.outer is not None and not draft.parties.actors:
                draft.parties = _taken_over(draft, draft.outer)
            if draft.status == "future" and draft.outer is not None and draft.outer.is_menace():
                draft.status = "hypothetical"
        for draft in drafts.values():
            draft.by_rule = draft.parties
            if self._stands(draft):  # what is nobody's by rule is no event for an election to find somebody for
                draft.parties = self.ranking.revised(draft.clause, draft.match, draft.parties)
        standing = [one for one in drafts.values() if self._stands(one) and not self._is_passing(one)]
        self._link_retold(standing)
        return tuple(standing)

    def _link_retold(self, drafts: list[_Draft]) -> None:
        """Put every event that only tells another again under that other."""
        counting = {one.clause.index: one for one in drafts if self._counted(one) and one.outer is None}
        told = [Told(one.clause, one.match, self._type(one), one.by_rule, one.parties) for one in counting.values()]
        for one, other in self.retelling.pairs(told):
            counting[one.clause.index].retells = counting[other.clause.index]
            counting[other.clause.index].parties = self.retelling.together(one, other)

    def _is_passing(self, draft: _Draft) -> bool:
        """Whether it is no act though somebody is there for it: a move in a game, a topic."""
        clause = draft.clause
        return (
            self.passing.is_played(clause, draft.parties)
            or self.passing.is_topic(clause, draft.parties)
            or self.passing.is_figure(clause, draft.match, draft.parties)
        )

    def _is_nobodys(self, draft: _Draft) -> bool:
        """*the siege of Goma*, *a letter addressed to Oslo*: an act that no word says who does is only touched on.

        Not so a protest, which those who are named hold, what ends (*a halt of Russian supplies*), and what has
        happened to somebody (*was shot*).
        """
        clause = draft.clause
        if draft.by_rule.actors or not draft.parties.actors or clause.light or self._type(draft).name in OWN_ACTS:
            return False
        return clause.kind == "noun" or (clause.voice == "passive" and not clause.finite)

    # ---------------------------------------------------------------- which clauses are events

    def _match(self, clause: Clause) -> Match | None:
        match = self.matcher.match(clause)
        if match is None or match.sense.type == NONE or self._is_told_by_another(clause) or self._foretells(clause):
            return None
        if self._is_month(clause) or self._only_answers(clause) or self._is_of_nature(clause):
            return None
        if self._is_somebody(clause) or self.passing.is_name(clause, match):
            return None
        if self._only_enacts(clause) or self._only_speaks(clause) or self._is_thanked_for(clause):
            return None
        return match

    def _is_thanked_for(self, clause: Clause) -> bool:
        """*thanked him for his help*: what it was is not told."""
        above = self.parsed.clauses[clause.parent] if clause.parent is not None else None
        if above is None or clause.kind != "noun" or clause.lemma not in FAVOURS:
            return False
        thanks = self.matcher.match(above)
        is_cause = any(role.phrase == clause.phrase for role in above.all_roles("complement", "for"))
        return is_cause and thanks is not None and thanks.sense.type == "SUPPORT"

    def _is_month(self, clause: Clause) -> bool:
        """*the hearing on March 24* is no march."""
        if clause.kind != "noun" or self.parsed.words[clause.head].text != "March":
            return False
        return any(time.mention.start <= clause.trigger_start < time.mention.end for time in self.times)

    def _is_somebody(self, clause: Clause) -> bool:
        """*Chad's opposition*, *the coalition*: a noun that names who acts, though it could name an act."""
        phrase = self.parsed.phrases[clause.phrase] if clause.phrase is not None else None
        done_to = any(role.name != "subject" for role in clause.roles)  # *Spain's opposition to the plan*
        if clause.kind != "noun" or phrase is None or clause.light or done_to:
            return False
        return any(who.mention.end == phrase.core_end for who in self.casting.cast.of(phrase))

    def _only_answers(self, clause: Clause) -> bool:
        """*retaliated by banning fish*: what was done in answer is the act."""
        if clause.kind != "verb" or clause.lemma not in ANSWERING:
            return False
        deeds = (child for child in self.parsed.children(clause) if child.marker == "by" and child.kind == "verb")
        matches = (self.matcher.match(deed) for deed in deeds)
        return any(match is not None and match.sense.type != NONE for match in matches)

    def _only_enacts(self, clause: Clause) -> bool:
        """*signed a decree banning rallies*: what the decree does is the act."""
        if clause.kind != "verb" or clause.lemma not in ENACTING or clause.mood != "asserted":
            return False
        papers = {role.phrase for role in clause.all_roles("object") if role.phrase is not None}
        papers = {index for index in papers if self.matcher.is_one(self.parsed.phrases[index], DECREES)}
        ends = {self.parsed.phrases[index].core_end + 1 for index in papers}  # where the parser hangs it on the verb
        deeds = (one for one in self.parsed.clauses if one.host in papers or one.trigger_start in ends)
        matches = (self.matcher.match(deed) for deed in deeds if deed.kind == "verb" and not deed.finite)
        return clause.polarity == "positive" and any(m is not None and m.sense.type != NONE for m in matches)

    def _is_enacted(self, clause: Clause) -> bool:
        """*adopted a resolution to impose sanctions*: with the paper it is done."""
        above = self.parsed.clauses[clause.parent] if clause.parent is not None else None
        if above is None or above.lemma not in ENACTING or clause.marker != "to" or clause.polarity == "negative":
            return False
        is_done = above.mood == "asserted" and above.polarity == "positive" and above.tense in ("past", "present")
        papers = self.matcher.phrases(above, "object")
        return is_done and any(self.matcher.is_one(paper, word) for paper in papers for word in STATUTES)

    def _is_of_nature(self, clause: Clause) -> bool:
        """*reached towns after a cyclone had struck, killing 86*: what follows its verb is the storm's."""
        if clause.kind != "verb" or clause.relation != "adverbial" or clause.marker or clause.finite:
            return False
        before = [one for one in self.parsed.clauses[: clause.index] if one.sentence == clause.sentence and one.finite]
        return bool(before) and before[-1].index != clause.parent and self.matcher.is_nothing_of(clause, before[-1])

    def _foretells(self, clause: Clause) -> bool:
        """*is expected to back Kyiv*: nobody acts but who is to do what stands inside."""
        if clause.voice != "passive" or clause.lemma not in FORETELLING or clause.role("subject") is not None:
            return False
        return any(child.marker == "to" and child.relation == "content" for child in self.parsed.children(clause))

    def _is_told_by_another(self, clause: Clause) -> bool:
        """A light verb and its noun are one event; the verb's own sense, which knows the noun, is the finer."""
        if clause.kind == "noun" and clause.light and clause.parent is not None:
            verb = self.matcher.match(self.parsed.clauses[clause.parent])
            return verb is not None and clause.phrase in verb.used
        if clause.kind == "noun":
            return self._is_named_by_verb(clause)
        for child in self.parsed.children(clause):
            if child.light and child.kind == "noun" and child.relation == "light":
                noun, verb = self.matcher.match(child), self.matcher.match(clause)
                return noun is not None and verb is not None and child.phrase not in verb.used
        return False

    def _is_named_by_verb(self, noun: Clause) -> bool:
        """*reimposed sanctions*, *the air strike killed twelve*: the noun that the verb is about is the same act."""
        if noun.parent is None or noun.phrase is None:
            return False
        above = self.parsed.clauses[noun.parent]
        verb, own = self.matcher.match(above), self.matcher.match(noun)
        if verb is None or own is None or above.kind != "verb":
            return False
        objects = [role.phrase for role in above.all_roles("object") if role.phrase in verb.used]
        behind = {
            one.phrase for index in objects if index is not None for one in self.parsed.phrases[index].attachments
        }
        if verb.sense.type == own.sense.type == "CONSULT" and noun.phrase in {
            role.phrase for role in above.all_roles("complement", "for")
        }:
            return True  # *arrived in Oslo for talks*
        subjects = {role.phrase for role in above.all_roles("subject")}
        if noun.phrase in subjects and above.voice == "active" and verb.sense.type == own.sense.type:
            return not own.sense.row.reciprocal and not self.casting.participants(noun, own).recipients
        named = noun.phrase in {*objects, *behind}
        return named and (verb.sense.type == own.sense.type or (verb.sense.type, own.sense.type) in ENDED)

    def _draft(self, clause: Clause, match: Match) -> _Draft:
        parties = self.casting.participants(clause, match, self._speakers(clause, match))
        meant, time = bool(match.sense.row.polarity), self._time(clause)
        when = time or self._time_beside(clause) or self._past_around(clause)
        status = status_of(self.parsed, self.document, clause, when, negation_is_meant=meant)
        if status == "future" and match.sense.type == GIVEN and self._is_of_gift(clause):
            status = "actual"
        if status == "hypothetical" and self._is_said_in(clause, match):
            status = "actual"
        if status in ("future", "hypothetical") and match.sense.type in ENACTED and self._is_enacted(clause):
            status = "actual"
        if status in ("future", "hypothetical") and self._is_threat_by_mood(clause, match):
            status = "actual"
        return _Draft(clause, match, parties, time, status)

    def _direct(self, drafts: dict[int, _Draft]) -> None:
        """Give what needs a recipient and names none the other side of what was told before.

        *The army walked out of the talks*: where there is no such side, it is a refusal, if it can be one.
        """
        for draft in list(drafts.values()):
            joined = drafts.get(draft.clause.parent) if draft.clause.parent is not None else None
            if joined is not None and draft.is_menace() and draft.clause.relation == "conjunct":
                self._threaten_the_same(draft, joined)
            if not self._type(draft).needs_recipient or draft.parties.recipients or len(draft.parties.actors) != 1:
                continue
            before = (one for one in drafts.values() if one.clause.head < draft.clause.head)
            near = (one for one in before if draft.clause.sentence - one.clause.sentence in NEAR)
            found = other_side(draft.parties.actors[0], [one.parties for one in near])
            other = UNDIRECTED.get(draft.match.sense.type)
            match = self.matcher.match_of_type(draft.clause, other) if other is not None and not found else None
            if match is not None:
                drafts[draft.clause.index] = self._draft(draft.clause, match)
            elif found:
                draft.parties = replace(draft.parties, recipients=found)

    @staticmethod
    def _threaten_the_same(draft: _Draft, joined: _Draft) -> None:
        """*imposed sanctions on Niamey and threatened to use force*: a threat to nobody known is to the same."""
        others = foreign(joined.parties.recipients, draft.parties.actors)
        if is_known(others) and not is_known(draft.parties.recipients):
            draft.parties = replace(draft.parties, recipients=others)

    def _is_threat_by_mood(self, clause: Clause, match: Match) -> bool:
        """*Moscow will respond*, *said it would respond unless …*: to say so is the threat, and that is done."""
        moods = match.sense.row.mood
        if match.sense.type != MENACE or not moods or "asserted" in moods:
            return False
        return (
            clause.mood in ("future", "conditional")
            and clause.relation != "condition"
            and not is_imagined(self.parsed, clause)
        )

    def _is_said_in(self, clause: Clause, match: Match) -> bool:
        """*phoned the king to congratulate him*: it is done in the call or letter, and is all that this is."""
        above = self.parsed.clauses[clause.parent] if clause.parent is not None else None
        if above is None or clause.relation != "purpose" or clause.marker != "to" or clause.polarity == "negative":
            return False
        is_told = above.kind == "verb" and above.lemma in CALLING and above.mood == "asserted"
        if not is_told or above.polarity == "negative" or above.voice == "passive":
            return False
        event_type = self.lexicon.types.get(match.sense.type)
        is_word = event_type is not None and event_type.quad.startswith("verbal") and event_type.name != TALK
        hearers = (one for slot in ("object", "to") for one in self.matcher.phrases(above, slot))
        return is_word and any(one.kind == "pronoun" or self.casting.cast.of(one) for one in hearers)

    def _only_speaks(self, clause: Clause) -> bool:
        """Whether the call or letter is there for another act in words, which is told instead of it."""
        if clause.kind != "verb" or clause.lemma not in CALLING:
            return False
        inner = ((child, self.matcher.match(child)) for child in self.parsed.children(clause))
        return any(match is not None and self._is_said_in(child, match) for child, match in inner)

    def _is_of_gift(self, clause: Clause) -> bool:
        """*the Canadian grant will help farmers*: the gift is there, whatever will come of it."""
        phrases = self.matcher.phrases(clause, "subject") if clause.polarity == "positive" else ()
        return clause.mood == "future" and any(
            self.parsed.text[phrase.start :].lower().startswith(HAD) and self.matcher.is_one(phrase, GIFTS)
            for phrase in phrases
        )

    def _speakers(self, clause: Clause, match: Match) -> tuple[ActorMention, ...]:
        """Who says so; where it is the saying that counts, in his words if nobody knows him."""
        statement = self._statement(clause)
        if statement is None or statement.speakers or statement.source is None or match.sense.row.actor != SPEAKER:
            return statement.speakers if statement else ()
        words = statement.source
        return (ActorMention(mention=words, actor=None, name=words.words, rule="unresolved"),)

    def _time_beside(self, clause: Clause) -> TimeMention | None:
        """The time of what the clause only says when it was (*after X had invaded*)."""
        if clause.relation != "adverbial" or clause.parent is None:
            return None
        return time_of(self.parsed, self.times, self.parsed.clauses[clause.parent])

    def _past_around(self, clause: Clause) -> TimeMention | None:
        """The long past day of what is told around it (*In 2012 it took Goma. It withdrew when donors cut off aid.*).

        That of the verb on which it hangs, or of the sentence before in the same paragraph, if its own tells no time.
        """
        for above in (clause, *self.parsed.ancestors(clause)):
            if not (above.kind == "verb" and above.tense == "past" and not above.perfect):
                return None
            time = None if above is clause else time_of(self.parsed, self.times, above)
            if time is not None or above.relation not in ONWARD:
                break
        if time is None and above.relation == "root":
            time = self._time_before(clause.sentence)
        return time if time is not None and is_long_past(self.document, time) else None

    def _time_before(self, sentence: int) -> TimeMention | None:
        """The time of the sentences right before in the same paragraph, where this one tells none."""
        span, text = self.parsed.sentences[sentence], self.parsed.text
        if any(span.start <= time.mention.start < span.end for time in self.times):
            return None
        before = self.parsed.sentences[sentence - 1] if sentence else span
        if before is span or "\n" in text[before.end : span.start]:
            return None
        roots = (one for one in self.parsed.clauses if one.sentence == sentence - 1 and one.relation == "root")
        root = next((one for one in roots if one.tense == "past" and not one.perfect), None)
        if root is None:
            return None
        return time_of(self.parsed, self.times, root) or self._time_before(sentence - 1)

    def _time(self, clause: Clause) -> TimeMention | None:
        """When it was; a day that has passed and ends an infinitive is that of the verb (*applied to join in May*)."""
        time, today = time_of(self.parsed, self.times, clause), self.document.published
        if time is not None or today is None or clause.kind != "verb" or clause.tense != "past":
            return time
        inner = (one for one in self.parsed.children(clause) if one.relation == "content" and one.marker == "to")
        found = (time_of(self.parsed, self.times, one) for one in inner)
        passed = (one for one in found if one is not None and one.last_day is not None and one.last_day < today)
        return next((one for one in passed if not AHEAD.search(self.parsed.text[: one.mention.start])), None)

    def _stands(self, draft: _Draft) -> bool:
        """An event without any party is nobody's; so is one of a type that needs a recipient and has none."""
        parties = draft.parties
        if not parties.actors and (not parties.recipients or draft.match.sense.row.actor == SPEAKER):
            return False
        return not (self._type(draft).needs_recipient and not parties.recipients and len(parties.actors) < 2)

    def _is_content(self, draft: _Draft) -> bool:
        """Whether it is the content of an event; that of *they were guilty of shelling it*, which is none, is not."""
        return draft.outer is not None and (draft.clause.marker != "of" or self._stands(draft.outer))

    def _type(self, draft: _Draft) -> EventType:
        return self.lexicon.types[draft.match.sense.type]

    def _take_word_for_deed(self, draft: _Draft, drafts: dict[int, _Draft]) -> None:
        """*phoned the emir to congratulate him*: a call or letter that says what for is that act, and no other."""
        clause = draft.clause
        carrier = drafts.get(clause.parent) if clause.parent is not None and clause.relation in SAID_IN else None
        if carrier is None or carrier.match.sense.type != "CONSULT" or draft.match.sense.type not in SAID:
            return
        beside = clause.relation == "adverbial" and self.parsed.text[: clause.start].rstrip().endswith(",")
        if beside or (carrier.match.sense.row.mode != "phone" and not self.casting.carries_words(carrier.clause)):
            return
        del drafts[carrier.clause.index]
        draft.status = carrier.status if draft.status == OF_MOOD["purpose"] else draft.status
        addressee, meant = carrier.parties.recipients, draft.parties.recipients
        others = foreign(meant, draft.parties.actors)
        is_open = not others or (draft.match.sense.type not in JUDGING and not is_known(others))
        if addressee and (is_open or (is_known(meant) and not foreign(meant, addressee))):
            draft.parties = replace(draft.parties, recipients=addressee)

    # ---------------------------------------------------------------- what it hangs on

    def _outer(self, draft: _Draft, drafts: dict[int, _Draft]) -> _Draft | None:
        clause = draft.clause
        while clause.parent is not None and clause.relation in CONTENT | {"conjunct"}:
            above = self.parsed.clauses[clause.parent]
            outer = drafts.get(above.index)
            if clause.relation != "conjunct" and outer is not None and self._holds(outer, draft, clause):
                return outer
            clause = above
        return None

    def _holds(self, outer: _Draft, draft: _Draft, link: Clause) -> bool:
        """Whether what hangs there is the outer act's content, and not an event of its own beside it."""
        if link.relation == "content":
            return True
        if draft.clause.relation == "content" and draft.clause.parent == link.index and self._is_taken(link, outer):
            return True  # *expressed its readiness to meet them*
        if link.relation == "purpose":
            return draft.clause.kind == "verb" and self._type(outer).quad.startswith("verbal")
        if link.phrase is not None and self._is_circumstance(link, outer.clause):
            return False
        return self._type(outer).inner_noun is not None and draft.clause.kind == "noun"

    def _is_taken(self, noun: Clause, outer: _Draft) -> bool:
        """Whether the noun is what the outer act, whose content is still to come, gives in words."""
        objects = {role.phrase for role in outer.clause.all_roles("object")}
        return noun.kind == "noun" and noun.phrase in objects and self._type(outer).inner_noun is not None

    def _is_circumstance(self, noun: Clause, above: Clause) -> bool:
        """*promised in a call*, *agreed after talks*: when or where the act was done, not what it is about."""
        return any(
            role.preposition in CIRCUMSTANCES
            for role in above.all_roles("complement")
            if role.phrase is not None and noun.phrase in (role.phrase, *self.parsed.phrases[role.phrase].members)
        )

    def _statement(self, clause: Clause) -> Statement | None:
        """The smallest statement in whose words the clause stands."""
        start = clause.trigger_start
        return next((statement for piece, statement in self.said if piece.start <= start < piece.end), None)

    # ---------------------------------------------------------------- the record

    def _status(self, draft: _Draft) -> Status:
        """A noun that is another act's content has the status that the act gives it; else its own."""
        if draft.outer is None:
            return draft.status
        inner = self._type(draft.outer).inner_noun
        if draft.clause.kind == "noun" and inner is not None and draft.status == "actual":
            return inner
        return draft.status

    def _counted(self, draft: _Draft) -> str | None:
        """The type as which it counts, None if it does not."""
        clause = draft.clause
        if draft.retells is not None or self._is_nobodys(draft):
            return None
        stands = clause.mood in ("possible", "conditional") and not self._is_condition(clause) and not clause.perfect
        stands = stands and bool(draft.parties.actors) and not self._is_unsaid(clause)
        stands = stands and not is_imagined(self.parsed, clause)
        return folded(
            self._type(draft), self._status(draft), is_content=self._is_content(draft), mood=clause.mood,
            is_planned=stands,
        )  # fmt: skip

    def _event(self, draft: _Draft) -> Event:
        clause, sense, parties = draft.clause, draft.match.sense, draft.parties
        status, statement = self._status(draft), self._statement(clause)
        words = window(self.parsed, clause, tuple(who.mention for who in (*parties.actors, *parties.recipients)))
        mode = sense.row.mode or self._mode(draft)
        counted = self._counted(draft)
        return Event(
            id=self._id(draft),
            type=sense.type,
            plover_type=counted,
            quad=self.lexicon.types[counted or sense.type].quad,
            mode=mode,
            contexts=contexts_of(self.parsed, words, parties.actors, self.lexicon.marks),
            polarity="positive" if sense.row.polarity and status != "negated" else polarity_of(clause, status),
            modality=clause.mood,
            tense=clause.tense,
            status=status,
            actors=parties.actors,
            recipients=parties.recipients,
            trigger=self._trigger(draft),
            extent=self.parsed.mention(clause.start, clause.end),
            time=draft.time,
            place=place_of(self.parsed, self.places, clause),
            counts=counts_of(self.parsed, clause, self.lexicon.marks.counts),
            intensity=intensity_of(self._type(draft), mode, self.lexicon.types.get(counted or "")),
            confidence=confidence_of(self._signs(draft)),
            parent=self._parent(draft),
            statement=statement.id if statement else None,
            presupposed=statement is not None and self._is_aside(clause, statement),
            in_title=self.title is not None and self.title.start <= clause.trigger_start < self.title.end,
            rule=str(sense),
        )

    def _is_condition(self, clause: Clause) -> bool:
        """*if the UN fails and Russia attacks*: a condition, or what is joined to one."""
        if clause.relation == "conjunct" and clause.parent is not None:
            return self._is_condition(self.parsed.clauses[clause.parent])
        return clause.relation == "condition"

    def _parent(self, draft: _Draft) -> str | None:
        outer = draft.retells or draft.outer
        return self._id(outer) if outer is not None and self._stands(outer) else None

    def _is_unsaid(self, clause: Clause) -> bool:
        """*has not said that it would fight*: nobody threatens, or agrees to, what is not said."""
        above = self.parsed.clauses[clause.parent] if clause.parent is not None else None
        return above is not None and clause.relation == "content" and clause.finite and above.polarity == "negative"

    def _id(self, draft: _Draft) -> str:
        clause = draft.clause
        return content_id(self.document.id, "event", draft.match.sense.type, clause.trigger_start, clause.trigger_end)

    def _trigger(self, draft: _Draft) -> Mention:
        """The words of the act; of a *thank-you message* it is the word before the noun that tells the act."""
        clause, row = draft.clause, draft.match.sense.row
        start = clause.trigger_start
        if clause.phrase is not None and row.modifiers and clause.lemma in self.lexicon.classes[DOCUMENTS]:
            told = self.parsed.phrases[clause.phrase].modifiers
            start = self.parsed.words[clause.head - 1].start if clause.head - 1 in told else start
        return self.parsed.mention(start, clause.trigger_end)

    def _mode(self, draft: _Draft) -> str | None:
        """The mode by the act inside, else by the words of the clause."""
        name = draft.match.sense.type
        inner = self.matcher.content(draft.clause)
        match = self.matcher.match(inner) if inner is not None else None
        within = None
        if match is not None:
            within = match.sense.type + (f".{match.sense.row.mode}" if match.sense.row.mode else "")
        words = window(self.parsed, draft.clause)
        marks = self.lexicon.marks
        return content_mode_of(name, within, words, marks) or mode_of(name, words, marks)

    def _is_aside(self, clause: Clause, statement: Statement) -> bool:
        """Whether a relative clause or participle stands between the event and what the statement asserts."""
        start = min(piece.start for piece in statement.content)
        while clause.parent is not None and clause.trigger_start >= start:
            if clause.relation in ASIDES and not clause.marker and clause.host is not None:
                return True
            clause = self.parsed.clauses[clause.parent]
        return False

    def _signs(self, draft: _Draft) -> tuple[str, ...]:
        clause, sense, parties = draft.clause, draft.match.sense, draft.parties
        kinds = (self.casting.surest(parties.actors), self.casting.surest(parties.recipients))
        uncounted = self._counted(draft) is None or self._status(draft) == "negated"
        return (
            *signs_of_clause(clause, constraints=sense.row.constraints, rivals=self.matcher.rivals(clause, sense.type)),
            *signs_of_parties(*kinds, ranked=sides_elected(parties)),
            *(("inside",) if draft.outer is not None or draft.retells is not None else ()),
            *(("uncounted",) if uncounted else ()),
        )


def _taken_over(draft: _Draft, outer: _Draft) -> Participants:
    """Who is to do what an act in words is about: the one asked, else the one who agrees, threatens or refuses."""
    asked = outer.match.sense.type == "REQUEST"
    actors = outer.parties.recipients if asked else outer.parties.actors
    theirs = {who.mention for who in draft.parties.recipients}
    return replace(draft.parties, actors=tuple(who for who in actors if who.mention not in theirs))


def _size(statement: Statement) -> int:
    return sum(piece.end - piece.start for piece in statement.content)
