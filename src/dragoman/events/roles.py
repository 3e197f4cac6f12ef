"""Both sides of an event: who acts and on whom, or who does it together."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors import PLACE_RULE
from dragoman.events.matching import Match
from dragoman.events.naming import NO_PARTIES, NOBODY, Participants, distinct, is_known, without
from dragoman.events.recipients import OPINIONS, THING_RULE, Recipients
from dragoman.language import Clause
from dragoman.records import ActorMention

#: kinds of named entities that stand before people for their side
SIDES = frozenset({"GPE", "NORP", "ORG"})
#: types of what several agree on with one another, wherever that is
AGREEING = frozenset({"AGREE", "SUPPORT"})
#: constraints on subjects that are enough to do alone what takes two
SEVERAL = frozenset({"@plural", "@several"})


class Casting(Recipients):
    """Fills the roles of matched clauses; what an event inside another contributes is asked of the same casting."""

    def participants(self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...] = ()) -> Participants:
        """Actors and recipients of the clause in that sense; `speakers` are *I* and *we*."""
        key = clause.index, match.sense.order
        if key not in self._found:
            self._found[key] = NO_PARTIES  # an event inside itself contributes nobody
            self._found[key] = self._cast(clause, match, speakers)
        return self._found[key]

    def _cast(self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...]) -> Participants:
        row = match.sense.row
        actors = self._actors(clause, row.actor, speakers) or self._whose_it_was(clause, match, speakers)
        recipients, sure = self._recipients(clause, match, speakers, actors)
        if self._is_joint(clause, match, actors, recipients):
            return Participants(actors=distinct(actors), sure=True)  # nobody else is meant
        if row.reciprocal or self._is_mutual(clause, match, recipients):
            others = tuple(who for who in recipients if who.rule not in (PLACE_RULE, THING_RULE))
            if not SEVERAL.isdisjoint(
                row.subject
            ):  # enough of them act; who else is named is not one of them unless *with* them
                named = tuple(
                    who for slot in row.recipient or () for who in self._in_slot(clause, slot, match, speakers)
                )
                recipients, others = without(others, named), tuple(who for who in others if who in named)
            else:  # *ratified the treaty*: with nobody else, what it is about is what it is done to
                about = recipients if match.sense.type in OPINIONS else NOBODY
                recipients = tuple(who for who in about if who.rule == THING_RULE)
            if len(actors) > 1 and match.sense.row.mode != "visit":
                others = tuple(who for who in others if who in self._joining(clause, match, speakers))
            together = distinct((*actors, *others))
            if len(together) < 2:
                together = self._halves(clause) or together
            if len(together) == 1:
                together = distinct((*self._present(clause, speakers), *together))
            left = without(distinct(recipients), together) if len(together) < 2 else NOBODY
            return Participants(actors=together, recipients=left)
        recipients = without(distinct(recipients), actors)
        mutual = match.sense.type in AGREEING or "between" in (row.recipient or ())
        if len(actors) > 1 and mutual and self._is_only_where(clause, recipients):
            recipients = NOBODY  # *Chad and Mali agreed to a truce on their border*: where it is to be
        return Participants(actors=distinct(actors), recipients=recipients, sure=sure)

    def _is_only_where(self, clause: Clause, recipients: tuple[ActorMention, ...]) -> bool:
        """Whether all of them only say where it was done."""
        there = {who.mention for one in self.matcher.phrases(clause, "in") for who in self.cast.of(one)}
        return all(who.rule == PLACE_RULE or who.mention in there for who in recipients)

    def _halves(self, clause: Clause) -> tuple[ActorMention, ...]:
        """*House and Senate negotiators*, *the US and Western allies*: two sides in one phrase."""
        for phrase in self.matcher.phrases(clause, "subject"):
            first = self.parsed.words[phrase.modifiers[0]] if phrase.modifiers else None
            around = self.parsed.phrases_around(first.start, first.end) if first is not None else ()
            members = self.parsed.members(around[0]) if around and around[0] is not phrase else ()
            if phrase.number == "plural" and len(members) == 2 and all(one.entity in SIDES for one in members):
                sides = (phrase.core_start, members[0].core_end), (members[1].core_start, phrase.core_end)
                return tuple(self._side_in(*side) for side in sides)
        return NOBODY

    def _side_in(self, start: int, end: int) -> ActorMention:
        """Who is named by those words, or nobody known in them."""
        words = self.parsed.mention(start, end)
        named = next(iter(self.cast.between(start, end)), None)
        if named is not None and named.code is not None:
            return replace(named, mention=words)
        return ActorMention(mention=words, actor=None, name=words.words, rule="one of two sides")

    def _joining(self, clause: Clause, match: Match, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """With whom several do something: *talked with X*, *met X*."""
        slots = [slot for slot in ("object", "with") if slot == "with" or slot in (match.sense.row.recipient or ())]
        return tuple(who for slot in slots for who in self._in_slot(clause, slot, match, speakers))

    def _is_joint(
        self, clause: Clause, match: Match, actors: tuple[ActorMention, ...], recipients: tuple[ActorMention, ...]
    ) -> bool:
        """*A and B failed to reach a deal*, *plan to cooperate*: what several do together is done to no other."""
        inner = self.matcher.content(clause)
        joint = self.matcher.match(inner) if inner is not None else None
        if len(actors) < 2 or joint is None or not joint.sense.row.reciprocal:
            return False
        return not is_known(recipients) or not any(True for _ in self.matcher.phrases(inner or clause, "with"))

    def _is_mutual(self, clause: Clause, match: Match, recipients: tuple[ActorMention, ...]) -> bool:
        between = any(True for _ in self.matcher.phrases(clause, "between"))
        return between and match.sense.type in ("CONSULT", "COOPERATE", "ASSAULT", "AGREE", "SUPPORT")

    def _present(self, clause: Clause, speakers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """*In a call with X, Y promised help*: who does something in a meeting takes part in it."""
        above = self.parsed.clauses[clause.parent] if clause.parent is not None else None
        if above is None or clause.kind != "noun":
            return NOBODY
        inside = any(
            role.phrase == clause.phrase for name in ("in", "during") for role in above.all_roles("complement", name)
        )
        subjects = self.matcher.phrases(above, "subject") if inside else ()
        return tuple(who for phrase in subjects for who in self._who(phrase, speakers))
