"""Who acts and on whom: the roles that a sense names, filled from the clause and from what is around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.actors import Cast
from dragoman.events.lexicon import SOMEBODY, Lexicon
from dragoman.events.matching import Match, Matcher
from dragoman.language import Clause, Parsed, Phrase
from dragoman.records import ActorMention

NOBODY: tuple[ActorMention, ...] = ()
#: where the one who acts stands besides the named role, for a noun: *the attack by*, *a call from*
AGENT_SLOTS = ("by", "from")
#: classes whose words force may be used on, and the types that are force
THINGS = ("territory", "buildings", "assets")
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
#: how many clauses inside one another are searched for the other side (*refused to agree to let them …*)
DEEPEST = 3
#: kinds of named entities that may take part in an event
NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE", "FAC", "LOC"})
#: verbs whose object does what the subject does
JOINING = frozenset({"join"})
#: roles and prepositions tried, in this order, when an entry's own slots found nobody
REST = ("object", "recipient", "against", "to", "on", "with", "at", "for", "from", "in", "over", "of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participants:
    """Both sides of an event."""

    actors: tuple[ActorMention, ...] = ()
    recipients: tuple[ActorMention, ...] = ()


class Casting:
    """Fills the roles of matched clauses; what an event inside another contributes is asked of the same casting."""

    def __init__(self, parsed: Parsed, cast: Cast, lexicon: Lexicon, matcher: Matcher) -> None:
        self.parsed = parsed
        self.cast = cast
        self.lexicon = lexicon
        self.matcher = matcher
        self._found: dict[int, Participants] = {}

    def participants(self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...] = ()) -> Participants:
        """Actors and recipients of the clause in that sense; `speakers` are *I* and *we*."""
        if clause.index not in self._found:
            self._found[clause.index] = Participants()  # an event inside itself contributes nobody
            self._found[clause.index] = self._cast(clause, match, speakers)
        return self._found[clause.index]

    def _cast(self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...]) -> Participants:
        row = match.sense.row
        actors = self._actors(clause, row.actor, speakers)
        recipients = self._recipients(clause, match, speakers, actors)
        if row.reciprocal or self._is_mutual(clause, match, recipients):
            return Participants(actors=_distinct((*actors, *recipients)))
        return Participants(actors=_distinct(actors), recipients=_without(_distinct(recipients), actors))

    def _is_mutual(self, clause: Clause, match: Match, recipients: tuple[ActorMention, ...]) -> bool:
        between = any(True for _ in self.matcher.phrases(clause, "between"))
        return between and match.sense.type in ("CONSULT", "COOPERATE", "ASSAULT", "AGREE", "SUPPORT")

    # ---------------------------------------------------------------- who acts

    def _actors(self, clause: Clause, slot: str, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        for phrase in self._actor_phrases(clause, slot):
            found = self._who(phrase, speakers) or self._unresolved(clause, phrase)
            if found:
                return (*found, *self._joined(clause, phrase, speakers))
        return NOBODY

    def _unresolved(self, clause: Clause, phrase: Phrase) -> tuple[ActorMention, ...]:
        """The words of a subject that nobody knows; things that happen are no actors."""
        if clause.kind != "verb" or phrase.kind == "pronoun" or self._event_of(phrase) is not None:
            return NOBODY
        return self._open(phrase)

    def _open(self, phrase: Phrase) -> tuple[ActorMention, ...]:
        words = self.parsed.mention(phrase.core_start, phrase.core_end)
        return (ActorMention(mention=words, actor=None, name=words.words, rule="unresolved"),)

    def _joined(self, clause: Clause, subject: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*A joined B and C in condemning D*: B and C do it too."""
        for above in self.parsed.ancestors(clause):
            if all(role.phrase != subject.index for role in above.all_roles("subject")):
                return NOBODY
            if above.lemma in JOINING:
                return tuple(
                    who for phrase in self.matcher.phrases(above, "object") for who in self._who(phrase, speakers)
                )
        return NOBODY

    def _actor_phrases(self, clause: Clause, slot: str) -> Iterator[Phrase]:
        yield from self.matcher.phrases(clause, slot)
        if slot != "subject":
            return
        if clause.kind == "noun":
            for agent in AGENT_SLOTS:
                yield from self.matcher.phrases(clause, agent)
            yield from self.matcher.phrases(clause, "between")

    # ---------------------------------------------------------------- on whom

    def _recipients(
        self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        row, event_type = match.sense.row, self.lexicon.types[match.sense.type]
        given = row.recipient if row.recipient is not None else event_type.recipient
        slots = (*given, *(slot for slot in REST if slot not in given)) if given else ()
        for slot in slots:
            if slot == row.actor:
                continue
            found = self._in_slot(clause, slot, match, speakers, own=slot in given)
            found = _without(found, actors)
            if found:
                return found
        inner = self._inner_parties(clause, speakers, actors) if given else NOBODY
        return inner or self._open_recipient(clause, match, given)

    def _open_recipient(self, clause: Clause, match: Match, slots: tuple[str, ...]) -> tuple[ActorMention, ...]:
        """People, bodies and names that nobody knows, in the roles that the sense names; of force, things too."""
        classes = (*SOMEBODY, *(THINGS if match.sense.type in FORCE else ()))
        for slot in slots:
            if slot not in (match.sense.row.actor, "content"):
                for phrase in self.matcher.phrases(clause, slot):
                    if self._is_open(phrase, classes):
                        return self._open(phrase)
        return NOBODY

    def _is_open(self, phrase: Phrase, classes: tuple[str, ...]) -> bool:
        if phrase.kind == "pronoun" or self._event_of(phrase) is not None:
            return False
        named = phrase.kind == "name" and phrase.entity in NAMES
        return named or any(phrase.lemma in self.lexicon.classes[name] for name in classes)

    def _in_slot(
        self, clause: Clause, slot: str, match: Match, speakers: tuple[ActorMention, ...], *, own: bool
    ) -> tuple[ActorMention, ...]:
        if slot == "content":
            return self._inner_parties(clause, speakers, ())
        found: list[ActorMention] = []
        for phrase in self.matcher.phrases(clause, slot):
            found += self._received(clause, phrase, speakers, used=phrase.index in match.used)
            if found:
                break
        return tuple(found)

    def _received(
        self, clause: Clause, phrase: Phrase, speakers: tuple[ActorMention, ...], *, used: bool
    ) -> tuple[ActorMention, ...]:
        """Whom the phrase names, whose thing it is, or the parties of the event that it names."""
        direct = NOBODY if used else self.cast.of(phrase, speakers=speakers)
        if direct:
            return direct
        inner = self._event_of(phrase)
        if inner is not None and inner.index != clause.index:
            found = self._parties(inner, speakers)
            if found:
                return found
        for member in self.parsed.members(phrase):
            owners = self.cast.owner_of(member)
            if owners:
                return owners
        return self._behind(phrase, speakers)

    def _behind(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """Whom a phrase that hangs on this one names: *weapons for Kyiv*, *the border with Mali*."""
        for attachment in phrase.attachments:
            found = self.cast.of(self.parsed.phrases[attachment.phrase], speakers=speakers)
            if found:
                return found
        return NOBODY

    def _inner_parties(
        self, clause: Clause, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """Who besides the actors takes part in the clause that is the content, or in that clause's content."""
        for _ in range(DEEPEST):
            inner = self.matcher.content(clause)
            if inner is None:
                return NOBODY
            found = _foreign(self._parties(inner, speakers, actors), actors)
            if not found:
                found = self._conditional_parties(inner, speakers, actors)
            if found:
                return found
            clause = inner
        return NOBODY

    def _conditional_parties(
        self, inner: Clause, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]
    ) -> tuple[ActorMention, ...]:
        """Whose act is the condition: *warned that it would strike if Israel attacked*."""
        for child in self.parsed.children(inner):
            if child.relation == "condition":
                found = _foreign(self._parties(child, speakers, actors), actors)
                if found:
                    return found
        return NOBODY

    def _parties(
        self, inner: Clause, speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...] = ()
    ) -> tuple[ActorMention, ...]:
        """Those who act, else those acted on, in an event inside; the actors outside do not count."""
        match = self.matcher.match(inner)
        if match is not None and match.sense.type in self.lexicon.types:
            both = self.participants(inner, match, speakers)
            return _without(both.actors, actors) or _without(both.recipients, actors)
        for slot in ("subject", *REST):
            for phrase in self.matcher.phrases(inner, slot):
                found = _without(self._who(phrase, speakers) or self._behind(phrase, speakers), actors)
                if found:
                    return found
        return NOBODY

    def _event_of(self, phrase: Phrase) -> Clause | None:
        return self.parsed.clause_of_word(phrase.head)

    def _who(self, phrase: Phrase, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        found = self.cast.of(phrase, speakers=speakers)
        if found:
            return found
        return tuple(who for member in self.parsed.members(phrase) for who in self.cast.owner_of(member))


def _distinct(mentions: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Each actor once, by who it is; unresolved ones by their name."""
    seen: dict[str, ActorMention] = {}
    for mention in mentions:
        seen.setdefault(_identity(mention), mention)
    return tuple(seen.values())


def _without(mentions: tuple[ActorMention, ...], others: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    theirs = {_identity(other) for other in others}
    return tuple(mention for mention in mentions if _identity(mention) not in theirs)


def _foreign(mentions: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Without those of the actors' own country: a ministry does not warn its own capital."""
    homes = {who.actor.country for who in actors if who.actor is not None and who.actor.country}
    return tuple(who for who in mentions if who.actor is None or who.actor.country not in homes)


def _identity(mention: ActorMention) -> str:
    return mention.actor.id if mention.actor is not None else mention.name.lower()
