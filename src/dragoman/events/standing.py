"""Who may stand for election as the one who acts: not whoever only tells of it, suffers it or could not do it.

Most passives of the news name nobody who acts (*two editors were held, a lawyer said*), and then nobody is to be
found among those who are named besides. Which sectors can do what is in `data/doers.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.data_files import read_rows
from dragoman.events.matching import Match
from dragoman.events.schema import DATA, Doer
from dragoman.language import Clause, Parsed, Phrase
from dragoman.records import ActorMention

#: types of acts that are not done by telling of them
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "RETREAT", "PROTEST"})
#: types of acts that nobody does to himself
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "RETREAT"})
#: sectors of those who tell of their own deeds (*the army said nine rebels were killed*), as countries do
IN_PERSON = frozenset({"GOV", "MIL", "COP", "REB", "JUD", "SPY"})
#: deeds that no state does, and that others tell of as their own
CIVIL = "PROTEST"
#: who is somebody whom nobody knows
UNKNOWN = "UNK"


@dataclass(frozen=True, slots=True)
class Standing:
    """Asks of those named in one text whether they may be the one who acts."""

    parsed: Parsed
    doers: tuple[Doer, ...]

    def may_act(self, who: ActorMention, clause: Clause, match: Match) -> bool:
        """Whether the words leave open that he did it."""
        if self._is_told_of(who, clause, match) or self._is_within(who, clause, match):
            return False
        sector = who.actor.sector if who.actor is not None else UNKNOWN
        if sector is None or (who.actor is None and self._is_name(who)):
            return True
        fitting = (doer for doer in self.doers if _is_of(doer, match))
        return all(sector not in doer.never and (not doer.only or sector in doer.only) for doer in fitting)

    def _is_name(self, who: ActorMention) -> bool:
        """Whether it is a name that nobody knows: that of a court as well as of a company."""
        word = self.parsed.word_at(who.mention.end - 1)
        return word is not None and word.pos == "PROPN"

    def _is_told_of(self, who: ActorMention, clause: Clause, match: Match) -> bool:
        """*A charity said nine farmers were killed*: who says it of others, unless he tells of his own deeds."""
        sector = who.actor.sector if who.actor is not None else UNKNOWN
        tells_of_others = sector in IN_PERSON if match.sense.type == CIVIL else sector not in {*IN_PERSON, None}
        if match.sense.type not in DEEDS or not tells_of_others:
            return False
        inner = clause
        for above in self.parsed.ancestors(clause):
            subjects = (self.parsed.phrases[one.phrase] for one in above.all_roles("subject") if one.phrase is not None)
            if inner.relation in ("content", "parataxis") and any(
                one.start <= who.mention.start < one.end for one in subjects
            ):
                return True
            inner = above
        return False

    def _is_within(self, who: ActorMention, clause: Clause, match: Match) -> bool:
        """*The spokesman for Renamo was arrested*: who stands in the words of those whom it is done to."""
        if match.sense.type not in HOSTILE or clause.voice != "passive":
            return False
        suffering = (self.parsed.phrases[role.phrase] for role in clause.all_roles("object") if role.phrase is not None)
        return any(one.start <= who.mention.start and who.mention.end <= self._end(one, clause) for one in suffering)

    @staticmethod
    def _end(phrase: Phrase, clause: Clause) -> int:
        """Where its words end: *a student who was held during protests in Serbia* before what he suffers."""
        return clause.trigger_start if phrase.start < clause.trigger_start < phrase.end else phrase.end


def _is_of(doer: Doer, match: Match) -> bool:
    sense = match.sense
    return sense.type in doer.of or f"{sense.type}.{sense.row.mode}" in doer.of


@cache
def read_doers(path: Path = DATA / "doers.toml") -> tuple[Doer, ...]:
    """The rows of doers; raise `DataError` where the file breaks its schema."""
    return tuple(entry.row for entry in read_rows(path, "doer", Doer))
