"""Whether an event happened: one stated precedence over what its clause and its surroundings say.

    negated > hypothetical > future > historical > actual

A verb's polarity and mood come from `language`; what a noun of action needs besides (the predicate that takes it,
the words before it) stands in `data/status.toml`, and so do the wordings that put an event into the past.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from dragoman.data_files import read_rows
from dragoman.events.schema import DATA, BackgroundCue, EventType, Governor, StatusModifier
from dragoman.language import Clause, Parsed
from dragoman.records import Document, Mood, Polarity, Status, TimeMention

#: an event that ended longer ago than this before publication is history (design.md)
HISTORY = timedelta(days=30)
#: determiners of what may never come (*any member that is attacked*)
GENERIC = frozenset({"any", "every", "whichever", "whatever"})
#: pronouns for whoever it may be (*anyone who attacks …*)
WHOEVER = frozenset({"anyone", "anybody", "everyone", "everybody", "whoever", "whichever", "whatever"})
INDEFINITE = frozenset({"a", "an", "any"})
PRECEDENCE: tuple[Status, ...] = ("negated", "hypothetical", "future", "historical", "actual")
OF_MOOD: Mapping[Mood, Status] = {
    "asserted": "actual",
    "future": "future",
    "possible": "hypothetical",
    "obliged": "hypothetical",
    "wished": "hypothetical",
    "conditional": "hypothetical",
    "purpose": "hypothetical",
    "question": "hypothetical",
}


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The words of `data/status.toml`: governors and modifiers with their status, background wordings."""

    governors: Mapping[str, Status]
    modifiers: Mapping[str, Status]
    background: tuple[str, ...]


@cache
def read_status_words(folder: Path = DATA) -> StatusWords:
    """Read `status.toml`; raise `DataError` where it breaks its schema."""
    path = folder / "status.toml"
    return StatusWords(
        governors={word: e.row.status for e in read_rows(path, "governor", Governor) for word in e.row.predicates},
        modifiers={word: e.row.status for e in read_rows(path, "modifier", StatusModifier) for word in e.row.words},
        background=tuple(word for e in read_rows(path, "background", BackgroundCue) for word in e.row.words),
    )


def status_of(parsed: Parsed, document: Document, clause: Clause, time: TimeMention | None) -> Status:
    """The strongest status that anything about the clause gives."""
    words = read_status_words()
    found: set[Status] = {OF_MOOD[clause.mood]}
    if clause.polarity == "negative":
        found.add("negated")
    if _is_of_whoever(parsed, clause):
        found.add("hypothetical")
    if clause.kind == "noun":
        found |= _of_noun(parsed, clause, words)
    else:
        found |= _of_report(parsed, clause, words)
    if _is_past(document, time) or _is_background(parsed, clause, words):
        found.add("historical")
    return next(status for status in PRECEDENCE if status in found)


def _is_of_whoever(parsed: Parsed, clause: Clause) -> bool:
    """*any member that is attacked*, *anyone who attacks*, *whoever attacks*: it may never come."""
    hosts = [parsed.phrases[clause.host]] if clause.host is not None else []
    if clause.relation == "relative" or not hosts:
        hosts += [parsed.phrases[role.phrase] for role in clause.all_roles("subject") if role.phrase is not None]
    return any(host.determiner in GENERIC or host.lemma in WHOEVER for host in hosts)


def _of_noun(parsed: Parsed, clause: Clause, words: StatusWords) -> set[Status]:
    found: set[Status] = set()
    if clause.phrase is not None:
        modifiers = (parsed.words[index] for index in parsed.phrases[clause.phrase].modifiers)
        found |= {words.modifiers[word.text.lower()] for word in modifiers if word.text.lower() in words.modifiers}
    above = parsed.clauses[clause.parent] if clause.parent is not None else None
    if _is_defined(parsed, clause, above):
        found.add("hypothetical")
    governed = above is not None and above.lemma in words.governors and not clause.light
    if above is not None and governed and _is_argument(parsed, clause, above):
        found.add(words.governors[above.lemma])
    return found


def _is_defined(parsed: Parsed, noun: Clause, above: Clause | None) -> bool:
    """*an attack on one is an attack on all*: of any such act it is said what it is, and of none that it was."""
    if above is None or above.lemma != "be" or above.tense != "present" or noun.phrase is None:
        return False
    attribute, subject = above.role("attribute"), above.role("subject")
    if attribute is None or attribute.phrase is None or subject is None or subject.phrase is None:
        return False
    return all(parsed.phrases[one].determiner in INDEFINITE for one in (subject.phrase, attribute.phrase))


def _of_report(parsed: Parsed, clause: Clause, words: StatusWords) -> set[Status]:
    """*denied reports that it had attacked*: what takes the noun back takes back what it says."""
    noun = parsed.clauses[clause.parent] if clause.parent is not None else None
    if clause.relation != "content" or noun is None:
        return set()
    if noun.kind == "noun":
        return _of_noun(parsed, noun, words) & {"negated"}
    hosts = {role.phrase for role in noun.all_roles("object")}
    taken_back = words.governors.get(noun.lemma) == "negated"
    return {"negated"} if taken_back and clause.host is not None and clause.host in hosts else set()


def _is_argument(parsed: Parsed, noun: Clause, above: Clause) -> bool:
    """Whether the noun is the object of the predicate above, or stands behind its preposition *for*, *to*, *of*."""
    if noun.phrase is None:
        return False
    for role in above.roles:
        if role.phrase is None or noun.phrase not in (role.phrase, *parsed.phrases[role.phrase].members):
            continue
        return role.name == "object" or role.preposition in ("for", "to", "of", "against", "about", "forward to", "out")
    return False


def _is_past(document: Document, time: TimeMention | None) -> bool:
    if document.published is None or time is None or time.last_day is None:
        return False
    return document.published - time.last_day > HISTORY


def _is_background(parsed: Parsed, clause: Clause, words: StatusWords) -> bool:
    around = parsed.text[max(clause.start - 40, 0) : clause.end].lower()
    return any(wording in around for wording in words.background)


def folded(event_type: EventType, status: Status, *, is_content: bool, mood: Mood, is_planned: bool) -> str | None:
    """The type that counts: None for what is denied, supposed or another event's content.

    A cooperation that is planned, possible or promised on a condition counts as the willingness to it; one that
    somebody will not do (*will not lift the ban*), as a refusal; force on a condition (*will strike if …*), a threat.
    """
    if is_content:
        return None
    if status == "negated":
        return event_type.refused if mood == "future" else None
    if status == "future":
        return event_type.future or event_type.name
    if status == "hypothetical":
        counts = is_planned and (event_type.refused is not None or mood == "conditional")
        return event_type.future if counts else None
    return event_type.name


def intensity_of(event_type: EventType, mode: str | None, counted: EventType | None) -> float:
    """The conflict–cooperation score of the mode, else of the type; of what counts as another type, that one's.

    So aid that is only promised has the score of AGREE and not that of AID.
    """
    if counted is not None and counted.name != event_type.name:
        return counted.score
    return event_type.modes.get(mode or "", event_type.score)


def polarity_of(clause: Clause, status: Status) -> Polarity:
    """Negative where the clause says so or where what is around it takes the event back."""
    return "negative" if status == "negated" else clause.polarity
