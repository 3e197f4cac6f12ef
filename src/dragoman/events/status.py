"""Whether an event happened: one stated precedence over what its clause and its surroundings say.

    negated > hypothetical > future > historical > actual

A verb's polarity and mood come from `language`; what a noun of action needs besides (the predicate that takes it,
the words before it) stands in `data/status.toml`, and so do the wordings that put an event into the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from dragoman.data_files import read_rows
from dragoman.events.marks import wordings
from dragoman.events.schema import DATA, BackgroundCue, EventType, Governor, Habit, Host, StatusModifier, Unsaid
from dragoman.language import Clause, Parsed, Phrase
from dragoman.records import Document, Mood, Polarity, Status, TimeMention
from dragoman.times import is_phase_of

#: an event that ended longer ago than this before publication is history (design.md)
HISTORY = timedelta(days=30)
#: determiners of what may never come (*any member that is attacked*)
GENERIC = frozenset({"any", "every", "whichever", "whatever"})
#: kinds of named entities that tie what is told to one place, day or body
NAMED = frozenset({"GPE", "ORG", "PERSON", "NORP", "LOC", "FAC", "DATE", "TIME"})
#: pronouns for whoever it may be (*anyone who attacks …*)
WHOEVER = frozenset({"anyone", "anybody", "everyone", "everybody", "whoever", "whichever", "whatever"})
INDEFINITE = frozenset({"a", "an", "any"})
#: whose infinitive tells what was done (*the first country to recognise …*), and not what for
RANKING = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latest", "only", "sole", "next", "one"})
#: verbs that say what any such act sets off
OBLIGING = frozenset({"oblige", "bind", "require", "trigger", "activate", "commit", "compel", "entitle", "invoke"})
#: prepositions behind which a predicate's noun says what it is about
ARGUMENT = frozenset({"for", "to", "of", "against", "about", "forward to", "out"})
#: how far before an event a wording of background may stand
BEFORE = 40
#: what began on that day goes on
SINCE = re.compile(r"\bsince (?:the |early |late |mid-?)*$", re.IGNORECASE)
#: moods in which somebody who will not, would not or cannot do something refuses it now
REFUSING: frozenset[Mood] = frozenset({"future", "possible", "conditional"})
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
    """The words of `data/status.toml`: governors, modifiers and hosts with their status, and the other wordings."""

    governors: Mapping[str, Governor]
    modifiers: Mapping[str, Status]
    background: tuple[str, ...]
    unsaid: frozenset[str]
    hosts: Mapping[str, Status]
    habits: frozenset[str]


@cache
def read_status_words(folder: Path = DATA) -> StatusWords:
    """Read `status.toml`; raise `DataError` where it breaks its schema."""
    path = folder / "status.toml"
    return StatusWords(
        governors={word: e.row for e in read_rows(path, "governor", Governor) for word in e.row.predicates},
        modifiers={word: e.row.status for e in read_rows(path, "modifier", StatusModifier) for word in e.row.words},
        background=tuple(word for e in read_rows(path, "background", BackgroundCue) for word in e.row.words),
        habits=frozenset(word for e in read_rows(path, "habit", Habit) for word in e.row.words),
        hosts={noun: e.row.status for e in read_rows(path, "host", Host) for noun in e.row.nouns},
        unsaid=frozenset(verb for e in read_rows(path, "unsaid", Unsaid) for verb in e.row.verbs),
    )


def status_of(
    parsed: Parsed, document: Document, clause: Clause, time: TimeMention | None, *, negation_is_meant: bool = False
) -> Status:
    """The strongest status that anything about the clause gives; a negation that the sense asks for denies nothing."""
    words = read_status_words()
    is_refusal = negation_is_meant and clause.mood in REFUSING and clause.relation != "condition"
    found: set[Status] = {"actual" if is_refusal else OF_MOOD[clause.mood]}
    if clause.polarity == "negative" and not negation_is_meant:
        found.add("negated")
    if _is_of_whoever(parsed, clause) or _is_habit(parsed, clause, words) or _is_of_any(parsed, clause):
        found.add("hypothetical")
    if clause.kind == "noun":
        found |= _of_noun(parsed, clause, words)
    else:
        found |= _of_report(parsed, clause, words) | _of_host(parsed, clause) | _behind_noun(parsed, clause, words)
    if _is_to_come(document, clause, time):
        found.add("future")
    if _is_past(parsed, document, time) or _is_background(parsed, clause, words):
        found.add("historical")
    return next(status for status in PRECEDENCE if status in found)


def _is_of_whoever(parsed: Parsed, clause: Clause) -> bool:
    """*any member that is attacked*, *anyone who attacks*, *whoever attacks*: it may never come."""
    hosts = [parsed.phrases[clause.host]] if clause.host is not None else []
    if clause.relation == "relative" or not hosts:
        hosts += [parsed.phrases[role.phrase] for role in clause.all_roles("subject") if role.phrase is not None]
    timeless = clause.tense == "present" and not clause.perfect and not clause.progressive
    general = WHOEVER | {"those"} if timeless else WHOEVER  # *those who threaten us*, not *those who attacked us*
    return any(host.determiner in GENERIC or host.lemma in general for host in hosts)


def is_imagined(parsed: Parsed, clause: Clause) -> bool:
    """*a wiser man would apologise*, *would win if it gave in*, *would you?*: nobody says that somebody will."""
    if clause.mood != "conditional" or clause.relation == "content":  # *said that a team would visit*
        return False
    sentence = parsed.sentences[clause.sentence]
    subjects = [parsed.phrases[role.phrase] for role in clause.all_roles("subject") if role.phrase is not None]
    tags = {parsed.words[index].tag for one in subjects if one.determiner in INDEFINITE for index in one.modifiers}
    if "JJR" in tags:
        return True
    if parsed.text[: sentence.end].rstrip("\"”’' ")[-1:] == "?":
        return True
    unreal = (one for one in parsed.children(clause) if one.relation == "condition" and one.finite)
    return any(one.tense == "past" and not one.perfect for one in unreal)


def _is_timeless(clause: Clause) -> bool:
    """Whether the verb is in the simple present."""
    simple = not clause.perfect and not clause.progressive
    return clause.kind == "verb" and clause.finite and clause.tense == "present" and simple


def _is_habit(parsed: Parsed, clause: Clause, words: StatusWords) -> bool:
    """*routinely arrest drivers*, *meet every year*: none of these acts is told."""
    if not _is_timeless(clause) or clause.mood != "asserted":
        return False
    spoken = {wording for wording, _, _ in wordings(parsed.words_between(clause.start, clause.end)) if " " in wording}
    return not words.habits.isdisjoint(clause.adverbs) or not words.habits.isdisjoint(spoken)


def _is_of_any(parsed: Parsed, clause: Clause) -> bool:
    """*a state that recognises another accepts its government*: what holds of any is told of none.

    Where anybody or any day is named, or in a headline, it is told of one (*a bomber kills nine in Kabul*).
    """
    if not _is_timeless(clause) or clause.mood != "asserted":
        return False
    subjects = [parsed.phrases[role.phrase] for role in clause.all_roles("subject") if role.phrase is not None]
    if not subjects or any(one.determiner not in INDEFINITE for one in subjects):
        return False
    sentence = parsed.sentences[clause.sentence]
    around = parsed.words[sentence.first : sentence.last]
    return parsed.text[sentence.end - 1] == "." and not any(
        word.entity in NAMED or word.pos == "PROPN" for word in around
    )


def _of_noun(parsed: Parsed, clause: Clause, words: StatusWords) -> set[Status]:
    found: set[Status] = set()
    if clause.phrase is not None:
        modifiers = (parsed.words[index] for index in parsed.phrases[clause.phrase].modifiers)
        found |= {words.modifiers[word.text.lower()] for word in modifiers if word.text.lower() in words.modifiers}
        found.update(_of_hosts(parsed, parsed.phrases[clause.phrase], words))
        found.update(_behind_object(parsed, clause, words))
    above = parsed.clauses[clause.parent] if clause.parent is not None else None
    if _is_defined(parsed, clause, above):
        found.add("hypothetical")
    if above is not None and not clause.light:
        governed = _governed(parsed, clause, above, words)
        found |= {governed} if governed else set()
        found |= _of_copula(above, clause)
        if is_phase_of(above, clause):
            found |= {*_standing_of(above)}
    return found


def _governed(parsed: Parsed, noun: Clause, above: Clause, words: StatusWords) -> Status | None:
    """What the predicate above says of the noun: *called for a meeting*, *called a meeting*."""
    slot = _slot(parsed, noun, above)
    if slot is None or (slot == "" and above.lemma == "call" and _is_named(parsed, noun, above)):
        return None
    row = words.governors.get(f"{above.lemma} {slot}") or words.governors.get(above.lemma)
    if row is None:
        return None
    if above.polarity == "negative" and row.status in ("negated", "future"):
        return row.denied if row.status == "negated" else "negated"  # *did not plan a visit*
    return row.status


def _is_named(parsed: Parsed, noun: Clause, above: Clause) -> bool:
    """*called the raid a crime* says what it is, *called a meeting* has it held."""
    determiner = parsed.phrases[noun.phrase].determiner if noun.phrase is not None else ""
    return above.role("attribute") is not None or determiner not in ("", "a", "an", "another")


def _of_copula(above: Clause, noun: Clause) -> set[Status]:
    """*are not at war*, *was no attack on X*: where one is not, there is none."""
    if above.lemma != "be" or above.polarity != "negative" or noun.phrase is None:
        return set()
    places = (role for role in above.roles if role.name == "attribute" or role.preposition in ("at", "in", "under"))
    return {"negated"} if any(role.phrase == noun.phrase for role in places) else set()


def _of_hosts(parsed: Parsed, phrase: Phrase, words: StatusWords) -> Iterator[Status]:
    """What the nouns say that it stands behind: *the risk of a war*, *no plans for a visit*."""
    for around in parsed.phrases_around(phrase.start, phrase.end):
        for attachment in around.attachments:
            same = phrase.index in (attachment.phrase, *parsed.phrases[attachment.phrase].members)
            if same and attachment.preposition in ("of", "for", "about", "on") and around.lemma in words.hosts:
                yield "negated" if around.determiner == "no" else words.hosts[around.lemma]


def _behind_object(parsed: Parsed, noun: Clause, words: StatusWords) -> Iterator[Status]:
    """*cut its forecast for sales*: the same, where the parser hangs what stands behind the noun on the verb."""
    above = parsed.clauses[noun.parent] if noun.parent is not None else None
    held = above.role("object") if above is not None else None
    if above is None or held is None or held.phrase is None:
        return
    lemma = parsed.phrases[held.phrase].lemma
    places = (role for role in above.all_roles("complement") if role.preposition in ("for", "of"))
    if lemma in words.hosts and any(role.phrase == noun.phrase for role in places):
        yield words.hosts[lemma]


def _is_defined(parsed: Parsed, noun: Clause, above: Clause | None) -> bool:
    """*an attack on one is an attack on all*: of any such act it is said what it is, and of none that it was.

    Or what it sets off (*an attack on one of them obliges the others to help*).
    """
    if above is None or above.tense != "present" or noun.phrase is None:
        return False
    if above.lemma in OBLIGING and any(role.phrase == noun.phrase for role in above.all_roles("subject")):
        return parsed.phrases[noun.phrase].determiner in INDEFINITE
    if above.lemma != "be":
        return False
    attribute, subject = above.role("attribute"), above.role("subject")
    if attribute is None or attribute.phrase is None or subject is None or subject.phrase is None:
        return False
    return all(parsed.phrases[one].determiner in INDEFINITE for one in (subject.phrase, attribute.phrase))


def _of_report(parsed: Parsed, clause: Clause, words: StatusWords) -> set[Status]:
    """*denied reports that it had attacked*: what takes the noun back takes back what it says.

    What somebody did not say is open (*did not say that it would send troops*).
    """
    noun = parsed.clauses[clause.parent] if clause.parent is not None else None
    if clause.relation != "content" or noun is None:
        return set()
    if noun.polarity == "negative" and noun.lemma in words.unsaid and clause.finite:
        return {"hypothetical"}
    if noun.kind == "noun":
        above = parsed.clauses[noun.parent] if noun.parent is not None else None
        if above is not None and f"{above.lemma} that" in words.governors and _slot(parsed, noun, above) == "":
            return {"negated"}  # *dismissed reports that*
        return _of_noun(parsed, noun, words) & {"negated"}
    hosts = {role.phrase for role in noun.all_roles("object")}
    row = words.governors.get(noun.lemma) or words.governors.get(f"{noun.lemma} that")
    taken_back = row is not None and row.status == "negated"
    return {"negated"} if taken_back and clause.host is not None and clause.host in hosts else set()


def _of_host(parsed: Parsed, clause: Clause) -> set[Status]:
    """What hangs on a noun and is no fact of its own.

    An infinitive says what for (*a plot to attack*), or that there was no such thing (*no reason to attack*); what is
    only wanted or refused does nothing yet (*will adopt a resolution condemning …*).
    """
    if clause.relation != "relative" or clause.finite or clause.host is None:
        return set()
    host = parsed.phrases[clause.host]
    if clause.marker in ("to", "not to"):
        if host.determiner == "no":
            return {"negated"}
        return set() if _is_ranked(parsed, host) else {"hypothetical"}
    if host.determiner not in INDEFINITE or parsed.words[clause.head].tag != "VBG":
        return set()
    return {status for above in _above_host(parsed, clause) for status in _standing_of(above)}


def _behind_noun(parsed: Parsed, clause: Clause, words: StatusWords) -> set[Status]:
    """*the idea of sending troops*, *on the verge of signing*: what the noun says that the gerund stands behind."""
    if parsed.words[clause.head].tag != "VBG" or clause.head < 2:
        return set()
    noun, preposition = parsed.words[clause.head - 2 : clause.head]
    host = next((one for one in parsed.phrases_around(noun.start, noun.end) if one.head == noun.index), None)
    if preposition.text.lower() not in ("of", "for", "about") or host is None or host.lemma not in words.hosts:
        return set()
    return {"negated" if host.determiner == "no" else words.hosts[host.lemma]}


def _is_ranked(parsed: Parsed, host: Phrase) -> bool:
    words = [parsed.words[index] for index in (*host.modifiers, host.head)]
    return any(word.text.lower() in RANKING or word.tag in ("JJS", "RBS") for word in words)


def _above_host(parsed: Parsed, clause: Clause) -> Iterator[Clause]:
    """The clause that takes the noun on which the clause hangs, and the noun itself where it is a clause."""
    above = parsed.clauses[clause.parent] if clause.parent is not None else None
    while above is not None:
        yield above
        is_host = above.kind == "noun" and above.phrase == clause.host
        above = parsed.clauses[above.parent] if is_host and above.parent is not None else None


def _standing_of(above: Clause) -> Iterator[Status]:
    if above.polarity == "negative":
        yield "negated"
    if OF_MOOD[above.mood] != "actual":
        yield OF_MOOD[above.mood]


def _slot(parsed: Parsed, noun: Clause, above: Clause) -> str | None:
    """How the noun hangs on the predicate above: "" for its object, else the preposition; None where it is no argument.

    What stands behind *of* is the subject of some nouns (*fears of a war*).
    """
    if noun.phrase is None:
        return None
    for role in above.roles:
        if role.phrase is None or noun.phrase not in (role.phrase, *parsed.phrases[role.phrase].members):
            continue
        if role.name == "object":
            return ""
        if above.kind == "noun" and role.name == "subject" and noun.trigger_start > above.trigger_end:
            return "of"
        return role.preposition if role.preposition in ARGUMENT else None
    return None


def _is_past(parsed: Parsed, document: Document, time: TimeMention | None) -> bool:
    if time is None or SINCE.search(parsed.text, max(time.mention.start - BEFORE, 0), time.mention.start):
        return False
    return is_long_past(document, time)


def is_long_past(document: Document, time: TimeMention) -> bool:
    """Whether it ended more than thirty days before the page's day."""
    return document.published is not None and time.last_day is not None and document.published - time.last_day > HISTORY


def _is_to_come(document: Document, clause: Clause, time: TimeMention | None) -> bool:
    """*visits Beijing next week*, *the talks on Friday*: what is dated after the page's day, whatever the tense."""
    if document.published is None or time is None or time.first_day is None or clause.perfect:
        return False
    timeless = clause.kind == "noun" or (clause.finite and clause.tense == "present")
    return timeless and time.first_day > document.published


def _is_background(parsed: Parsed, clause: Clause, words: StatusWords) -> bool:
    """Whether a wording of background stands in the clause or in one above it, right before it or behind its verb."""
    first = max(clause.start - BEFORE, parsed.sentences[clause.sentence].start)
    around = parsed.text[first : clause.end].lower()
    places = ((first + around.find(wording), wording) for wording in words.background if wording in around)
    beside = (_is_beside(parsed, clause, start, start + len(wording)) for start, wording in places)
    return _used_to(parsed, clause) or _was_once(parsed, clause) or any(beside)


def _was_once(parsed: Parsed, clause: Clause) -> bool:
    """*once led the talks*, but not *once again*, *at once* or *once they had left*."""
    verb = clause
    if clause.kind == "noun" and clause.parent is not None:
        verb = parsed.clauses[clause.parent]
    return (
        verb.tense == "past" and not verb.perfect and parsed.words[verb.head - 1].text.lower() in ("once", "formerly")
    )


def _used_to(parsed: Parsed, clause: Clause) -> bool:
    """*used to export rubber*, but not *sites used to launch drones*."""
    before = parsed.words[max(clause.head - 2, 0) : clause.head]
    if [word.text.lower() for word in before] != ["used", "to"]:
        return False
    above = parsed.clauses[clause.parent] if clause.parent is not None else None
    is_use = above is not None and above.lemma == "use" and above.voice == "active" and above.role("object") is None
    return before[0].tag == "VBD" or is_use


def _is_beside(parsed: Parsed, clause: Clause, start: int, end: int) -> bool:
    """Not in an aside of another clause (*Gaza, where the war began a year ago*), nor behind a comma after the verb."""
    if start > clause.trigger_end and "," in parsed.text[clause.trigger_end : start]:
        return False
    verbs = [one for one in parsed.clauses_around(start, end) if one.kind != "noun"]
    inner = min(verbs, key=lambda one: one.end - one.start, default=None)
    return (
        inner is None or inner.index == clause.index or inner.index in {one.index for one in parsed.ancestors(clause)}
    )


def folded(event_type: EventType, status: Status, *, is_content: bool, mood: Mood, is_planned: bool) -> str | None:
    """The type that counts: None for what is denied, supposed or another event's content.

    A cooperation that is planned, possible or promised on a condition counts as the willingness to it; one that
    somebody will not do (*will not lift the ban*), as a refusal; force on a condition (*will strike if …*), a threat.
    """
    if is_content:
        return None
    if status == "negated":
        return event_type.refused if mood == "future" or (mood == "conditional" and is_planned) else None
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
