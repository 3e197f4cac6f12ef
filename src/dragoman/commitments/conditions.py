"""On what a commitment waits: the words of the condition and the clause, if it is one.

A condition is a clause (*if …*, *unless …*, *should …*), a phrase (*in the event of an attack*), bare words (*if
necessary*), what a general object is said of (*any member that is attacked*), or the thing that would be answered
(*any attack would be met with force*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.commitments.scene import CONTENT, Scene
from dragoman.commitments.schema import Cue
from dragoman.language import Clause, Phrase
from dragoman.records import Mention

INVERTED = frozenset({"should", "were", "had"})
GENERAL = frozenset({"any", "every", "whichever", "whatever", "all"})


@dataclass(frozen=True, slots=True)
class Condition:
    """The words; the clause, where it is one; `negative` where it is met by what does not happen."""

    words: Mention
    clause: Clause | None = None
    negative: bool = False

    @property
    def awaits_failure(self) -> bool:
        """Whether it is met by what somebody does not do."""
        denied = self.clause is not None and self.clause.polarity == "negative"
        return self.negative != denied


def condition_of(scene: Scene, clause: Clause, cue: Cue | None = None) -> Condition | None:
    """The condition on a clause: its own, that of its content, or that of a clause it is the content of."""
    if cue is not None and cue.condition_role is not None:
        thing = _thing(scene, clause, cue.condition_role)
        if thing is not None or cue.kind == "obligation":
            return thing
    around = (clause, *scene.contents(clause), *_containers(scene, clause))
    if _is_law(cue):
        around = (*around, *duties(scene, clause))
    for candidate in (*around, *_purposes(scene, around)):
        if candidate is not clause and candidate.relation == "condition" and candidate.marker in INVERTED:
            return Condition(_words(scene, candidate), candidate)  # *will bear it, should they attack*: upside down
        for child in scene.parsed.children(candidate):
            waits = child.marker in scene.cues.condition_markers or _lasts(child, candidate)
            if child.kind != "noun" and (child.relation == "condition" or waits):
                return Condition(_words(scene, child), child, _is_negative(scene, child, candidate))
            inner = _behind_marker(scene, child)
            if inner is not None:
                return Condition(_words(scene, inner), inner, inner.marker in scene.cues.negative_markers)
    forbids = cue is not None and cue.kind == "prohibition"
    found = next((one for candidate in around for one in _phrases(scene, candidate, forbids=forbids)), None)
    return (
        found
        or _bare(scene, clause)
        or next(_treated(scene, clause), None)
        or next(_general(scene, around, GENERAL | {"a", "an"} if _is_law(cue) else GENERAL), None)
        or _adrift(scene, around)
        or _by_words(scene, around)
    )


def duties(scene: Scene, clause: Clause) -> Iterator[Clause]:
    """*obliges a member that closes its border to inform the others*: the infinitive, though hung lower down."""
    for one in scene.parsed.clauses:
        behind = clause.trigger_end <= one.trigger_start < clause.end
        if behind and one.relation == "purpose" and one.marker == "to":
            yield one


def _is_law(cue: Cue | None) -> bool:
    """*obliges a member that closes its border*: what a text says of one holds for whoever is such a one."""
    return cue is not None and cue.bearer == "object"


def _lasts(condition: Clause, waiting: Clause) -> bool:
    """*will not return while the tariffs are in place*."""
    to_come = waiting.mood in ("future", "conditional", "possible")
    return condition.marker == "while" and waiting.polarity == "negative" and to_come


def _is_negative(scene: Scene, condition: Clause, waiting: Clause) -> bool:
    """*unless*, and *will not … before*: met by what does not happen."""
    late = condition.marker == "before" and waiting.polarity == "negative"
    return late or condition.marker in scene.cues.negative_markers


def _adrift(scene: Scene, around: tuple[Clause, ...]) -> Condition | None:
    """*will not lift the ban it imposed unless …*, hung on *imposed*: no fact waits for what is still to come."""
    behind = around[0].trigger_end
    markers = scene.cues.condition_markers | {"if"}
    for one in scene.parsed.clauses:
        if one.sentence != around[0].sentence or one.start < behind or one.kind == "noun" or one.parent is None:
            continue
        host = scene.parsed.clauses[one.parent]
        is_fact = host.relation in ("relative", "adverbial", "nominal") and host.mood == "asserted"
        if one.marker in markers and is_fact and any(above in around for above in scene.parsed.ancestors(host)):
            return Condition(_words(scene, one), one, one.marker in scene.cues.negative_markers)
    return None


def _by_words(scene: Scene, around: tuple[Clause, ...]) -> Condition | None:
    """*unless KFOR consents* taken for a noun, *in the event that …*: the words up to the comma, if no clause has them.

    What the parser hung on another clause is that one's condition.
    """
    parsed, first = scene.parsed, around[0]
    sentence = parsed.sentences[first.sentence]
    opens, end = min(one.start for one in around), max(one.end for one in around)
    taken = [one for one in parsed.clauses if one.relation == "condition" and one.sentence == first.sentence]
    for match in scene.cues.wordings["condition"].finditer(parsed.text, sentence.start, sentence.end):
        inside = opens <= match.start() < end or match.start() <= sentence.start + 1
        if not inside or any(abs(one.start - match.start()) < len(match[0]) + 2 for one in taken):
            continue
        stop = re.search(r"[,;:\u201d\"]|[.!?]?\s*$", parsed.text[match.end() : sentence.end])
        last = match.end() + (stop.start() if stop else sentence.end - match.end())
        words = parsed.mention(match.start(), last)
        clause = next((one for one in parsed.clauses if words.start <= one.trigger_start < last), None)
        return Condition(words, clause, match[0].lower() in scene.cues.negative_markers)
    return None


def _behind_marker(scene: Scene, clause: Clause) -> Clause | None:
    """*provided that Turkey agrees*, where the parse takes *provided* for a verb: what stands below it."""
    for child in scene.parsed.children(clause):
        first = child.marker.partition(" ")[0]
        opens = scene.parsed.text[clause.trigger_start : clause.trigger_end].lower() == first
        if first and opens and child.marker in scene.cues.condition_markers:
            return child
    return None


def _treated(scene: Scene, clause: Clause) -> Iterator[Condition]:
    """*says that an attack on either will be treated as one on both*, *any ship would be a target*: what is so."""
    for inner in scene.contents(clause):
        for cue in scene.cues.by_predicate.get((inner.kind, inner.lemma), ()):
            fits = inner.mood in cue.moods and inner.polarity == cue.polarity
            thing = _thing(scene, inner, cue.condition_role) if fits and cue.condition_role is not None else None
            if thing is not None:
                yield thing


def _containers(scene: Scene, clause: Clause) -> Iterator[Clause]:
    while clause.parent is not None and clause.relation in CONTENT:
        clause = scene.parsed.clauses[clause.parent]
        yield clause


def _purposes(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    """*will take steps to ensure its security should …*: what it is done for may have the condition."""
    for clause in clauses:
        yield from (child for child in scene.parsed.children(clause) if child.relation == "purpose")


def _words(scene: Scene, condition: Clause) -> Mention:
    """The condition from its marker to its end, with what is joined to it and a closing quotation mark."""
    parsed = scene.parsed
    start, end = condition.start, condition.end
    marker = parsed.text.lower().rfind(condition.marker, 0, condition.trigger_start) if condition.marker else -1
    if condition.marker in INVERTED and start < marker:
        start = marker
    if 0 <= start - marker <= len(condition.marker) and marker >= parsed.sentences[condition.sentence].start:
        start = marker  # *on condition* stands in front of the clause *that …*
    for child in parsed.children(condition):
        if child.relation == "conjunct":
            end = max(end, child.end)
    for quotation in parsed.quotations:
        if start <= quotation.outer_start < end <= quotation.outer_end:
            end = quotation.outer_end
    return parsed.mention(start, end)


def _phrases(scene: Scene, clause: Clause, *, forbids: bool) -> Iterator[Condition]:
    """*in case of an attack*, from the preposition on."""
    for role in clause.all_roles("complement"):
        if role.phrase is None or not _opens(scene, clause, role.preposition, forbids=forbids):
            continue
        phrase = scene.parsed.phrases[role.phrase]
        start = scene.parsed.text.lower().rfind(role.preposition, 0, phrase.start)
        if start >= 0:
            negative = role.preposition in scene.cues.negative_markers or role.preposition == "without"
            yield Condition(scene.parsed.mention(start, phrase.end), negative=negative)


def _opens(scene: Scene, clause: Clause, preposition: str, *, forbids: bool) -> bool:
    """Whether a phrase behind it is a condition; *without a truce* is one of what will not or may not be."""
    denied = forbids or (clause.polarity == "negative" and clause.mood in ("future", "possible", "obliged"))
    return (preposition == "without" and denied) or preposition in scene.cues.condition_prepositions


def _bare(scene: Scene, clause: Clause) -> Condition | None:
    """*if necessary*: no clause, for it has no predicate."""
    sentence = scene.parsed.sentences[clause.sentence]
    pattern = scene.cues.wordings["bare condition"]
    match = pattern.search(scene.parsed.text, clause.start, min(max(clause.end, clause.start), sentence.end))
    return Condition(scene.parsed.mention(*match.span())) if match else None


def _general(scene: Scene, clauses: tuple[Clause, ...], determiners: frozenset[str]) -> Iterator[Condition]:
    """*any member that is attacked*: the relative clause is the condition."""
    wanted = {
        phrase.index
        for clause in clauses
        for phrase in scene.phrases(clause, "object", "recipient")
        if phrase.determiner in determiners
    }
    for clause in scene.parsed.clauses:
        if clause.relation == "relative" and clause.finite and clause.host in wanted:
            yield Condition(_before_duty(scene, clause, _words(scene, clause)), clause)


def _before_duty(scene: Scene, clause: Clause, words: Mention) -> Mention:
    """*a member that closes a border to inform …*: the infinitive at its end is what the member is bound to do."""
    for child in scene.parsed.children(clause):
        if child.relation == "purpose" and child.marker == "to" and clause.trigger_end < child.start < words.end:
            return scene.parsed.mention(words.start, len(scene.parsed.text[: child.start].rstrip()))
    return words


def _thing(scene: Scene, clause: Clause, role: str) -> Condition | None:
    """The phrase in that role, if it names what may happen: *an attack on one of them*."""
    name = "subject" if role == "subject" else "object"
    for phrase in scene.phrases(clause, "subject" if name == "subject" else "object"):
        if is_act(scene, phrase):
            return Condition(scene.mention(phrase))
    return None


def is_act(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase names an act of somebody: a noun of action, or *any* thing at all."""
    noun = scene.parsed.clause_of_word(phrase.head)
    return (noun is not None and noun.kind == "noun") or phrase.determiner in GENERAL
