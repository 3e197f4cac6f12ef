"""Which time a clause's own words give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language.model import Clause, Parsed
from dragoman.records import Mention, TimeMention
from dragoman.times.heading import modified_by

_SAME_TIME = frozenset({"at", "during", "in", "on", "amid", "by", "with", "on the sidelines of", "in the course of"})
"""Prepositions whose noun happens when the verb does: *said in a statement on Tuesday*, *at last week's summit*."""

_SAME_EVENT = frozenset(
    {"begin", "start", "commence", "resume", "continue", "proceed", "go", "manage", "fail", "stop", "cease", "finish"}
)
"""Verbs that add a phase to their content: what *began on Monday* and *withdrawing* are one event."""


_WHILE = frozenset({"when", "as", "while"})
"""Markers of a clause that tells of the same moment: *were killed when gunmen attacked the post on Sunday*."""

_WITHIN = frozenset({"at", "during", "in", "amid", "on the sidelines of", "in the course of"})
"""Prepositions of an event noun that happens with its verb: *killed 12 on Sunday in an attack on the town*."""

_OTHER_TIME = frozenset(
    {"following", "after", "before", "since", "despite", "over", "because of", "ahead of", "prior to"}
) | frozenset({"in the wake of", "in response to", "in retaliation for", "in protest at", "due to", "in reaction to"})
"""Prepositions of what was at another time: *following a landing on 23 May, the council banned …*."""

_PHASES = frozenset(
    {"begin", "start", "commence", "resume", "open", "reopen", "convene", "take place", "occur", "happen", "go ahead"}
)
"""Verbs that say of their subject when, where and whether it happens: *talks will resume in Geneva on Monday*."""

_VAGUENESS = ("dated", "open", "span", "reference")


def time_of(parsed: Parsed, times: Sequence[TimeMention], clause: Clause) -> TimeMention | None:
    """The time that a clause's words give it, or None.

    It is a date in the clause's own extent and in no clause inside it; else one of a noun that happens at the same
    time (*at last week's summit*); else that of the clause above, if the two are one event (light verbs, *began
    withdrawing*, *struck the town, killing three*).
    """
    seen: set[int] = set()
    nearby = _of_sentence(parsed, times, clause)
    while nearby and clause.index not in seen:
        seen.add(clause.index)
        if found := _own(parsed, nearby, clause) or _of_role(parsed, nearby, clause):
            return found
        above = same_event(parsed, clause)
        if above is None:
            return next((time for one in moments_of(parsed, clause) if (time := _own(parsed, nearby, one))), None)
        clause = above
    return None


def moments_of(parsed: Parsed, clause: Clause) -> Iterator[Clause]:
    """The clauses below that tell of the same moment: *were killed when gunmen attacked the post on Sunday*."""
    return (child for child in parsed.children(clause) if _is_same_moment(child, clause))


def _is_same_moment(clause: Clause, above: Clause) -> bool:
    joined = clause.relation in ("adverbial", "condition") and clause.marker in _WHILE
    return joined and clause.finite and clause.tense == above.tense == "past" and not (clause.perfect or above.perfect)


def owner_of(parsed: Parsed, mention: Mention) -> Clause | None:
    """The clause whose extent the mention stands in directly; a modifier of a noun belongs to that noun alone."""
    around = [
        one
        for one in parsed.clauses_around(mention.start, mention.end)
        if not (_covers_trigger(mention, one) or _stands_before_marker(parsed, mention, one))
    ]
    modified = modified_by(parsed, mention.start, mention.end)
    if around and modified is None and _is_of_another(parsed, mention, around[0]):
        return None
    if modified is not None:
        return next((clause for clause in around if clause.kind == "noun" and clause.phrase == modified.index), None)
    if not around:
        return None
    # what is said and who says it can have one extent (*X on Tuesday expressed hope that …, a report said*)
    widest = around[0].end - around[0].start
    equal = [clause for clause in around if clause.end - clause.start == widest]
    return min(equal, key=lambda clause: _distance(mention, clause))


def _is_of_another(parsed: Parsed, mention: Mention, clause: Clause) -> bool:
    """Whether it dates what the clause comes after or answers: *following a landing on 23 May 2021*."""
    for role in clause.all_roles("complement"):
        if role.phrase is None or role.preposition not in _OTHER_TIME:
            continue
        phrase = parsed.phrases[role.phrase]
        if phrase.core_end <= mention.start < phrase.end:
            return True
    return False


def _own(parsed: Parsed, times: Sequence[TimeMention], clause: Clause) -> TimeMention | None:
    mine = [time for time in times if _is_heard(parsed, time, clause) and owner_of(parsed, time.mention) is clause]
    return min(mine, key=lambda time: (_vagueness(time), _distance(time.mention, clause)), default=None)


def _of_role(parsed: Parsed, times: Sequence[TimeMention], clause: Clause) -> TimeMention | None:
    """The time of an event noun beside a verb: at the same time, or a day that closes the object's phrase."""
    if clause.kind == "noun":
        return None
    for role in clause.roles:
        if role.phrase is None or not (role.name == "object" or role.preposition in _SAME_TIME):
            continue
        phrase = parsed.phrases[role.phrase]
        noun = parsed.clause_of_word(phrase.head)
        if noun is None or (found := _own(parsed, times, noun)) is None:
            continue
        is_closing = found.granularity == "day" and found.mention.start >= phrase.core_end
        if role.name != "object" or is_closing:
            return found
    return None


def same_event(parsed: Parsed, clause: Clause) -> Clause | None:
    """The clause above, if the two tell of one event and so share time and place."""
    if clause.parent is None:
        return None
    above = parsed.clauses[clause.parent]
    if _is_same_moment(clause, above) or _happens_in(parsed, clause, above) or is_phase_of(above, clause):
        return above
    if clause.relation == "light" or (
        clause.relation == "content" and above.lemma in _SAME_EVENT and not clause.finite
    ):
        return above
    if clause.relation == "adverbial" and not clause.finite and not clause.marker:
        return above
    shares_subject = any(role.name == "subject" and role.filled_by == "conjunct" for role in clause.roles)
    return above if clause.relation == "conjunct" and shares_subject and clause.tense == above.tense else None


def is_phase_of(above: Clause, noun: Clause) -> bool:
    """Whether the verb tells of the noun that it takes place, begins or goes on (*talks will resume*)."""
    if noun.kind != "noun" or noun.phrase is None or above.lemma not in _PHASES:
        return False
    return any(role.phrase == noun.phrase for role in above.all_roles("subject"))


def _happens_in(parsed: Parsed, noun: Clause, above: Clause) -> bool:
    """*killed 12 on Sunday in an attack*: the noun in which it is done."""
    return noun.kind == "noun" and any(
        role.preposition in _WITHIN and role.phrase is not None and role.phrase == noun.phrase
        for role in above.all_roles("complement")
    )


def _of_sentence(parsed: Parsed, times: Sequence[TimeMention], clause: Clause) -> list[TimeMention]:
    sentence = parsed.sentences[clause.sentence]
    return [
        time
        for time in times
        if sentence.start <= time.mention.start < sentence.end and _vagueness(time) < len(_VAGUENESS)
    ]


def _vagueness(time: TimeMention) -> int:
    """How little a time says of when: dates, open dates, spans with days, references; sets and lengths nothing."""
    if time.type == "SET" or (time.type == "DURATION" and time.first_day is None):
        return len(_VAGUENESS)
    if time.type == "DURATION":
        return _VAGUENESS.index("span")
    if time.value.endswith("_REF"):
        return _VAGUENESS.index("reference")
    return _VAGUENESS.index("dated" if time.first_day else "open")


def _is_heard(parsed: Parsed, time: TimeMention, clause: Clause) -> bool:
    """Whether the time stands in no quotation that the clause does not stand in."""
    word = parsed.word_at(time.mention.start)
    return word is None or word.quotation is None or word.quotation in _quotations(parsed, clause)


def _quotations(parsed: Parsed, clause: Clause) -> Iterator[int]:
    quotation = clause.quotation
    while quotation is not None:
        yield quotation
        quotation = parsed.quotations[quotation].parent


def _stands_before_marker(parsed: Parsed, mention: Mention, clause: Clause) -> bool:
    """Whether it stands before a clause's *after* or *when*: *accused them last week after talks failed*."""
    behind = parsed.text[mention.end : mention.end + len(clause.marker) + 2].strip().lower()
    return bool(clause.marker) and clause.kind != "noun" and behind == clause.marker.lower()


def _covers_trigger(mention: Mention, clause: Clause) -> bool:
    return mention.start < clause.trigger_end and clause.trigger_start < mention.end


def _distance(mention: Mention, clause: Clause) -> int:
    return max(mention.start - clause.trigger_end, clause.trigger_start - mention.end, 0)
