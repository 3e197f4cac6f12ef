"""Reports that stand beside what they report: *The deal, he added, is dead*, *The port is open, a colonel told AFP*.

The parser often takes such a report for the main clause without its content, for a conjunct, or for something about
the last noun before the comma; here the surface decides.
"""

from __future__ import annotations

from dragoman.language.model import Clause, Phrase, Quotation, Sentence, Word
from dragoman.speech.content import Content, addressees_of, cue_zone, inside, tidy, without
from dragoman.speech.scene import Range, Scene
from dragoman.speech.schema import Cue

#: words of the longest sentence that is searched for such reports; what is longer is no sentence
LONGEST = 300
#: characters of a report in the middle of a quotation
LONGEST_REPORT = 200
#: marks at a quotation's end behind which its report follows
BREAKING = (",", "?", "!", "—", "–", "-", "…")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: what may stand behind a report that closes its sentence
CLOSING = " .!?\n\"'”’)"


def spoken(scene: Scene, clause: Clause, rows: list[Cue]) -> Content | None:
    """*"The trick," he said, "is to stop."*: a report right behind a quotation, which may go on behind it."""
    row = next((row for row in rows if "quote" in row.takes), None)
    if row is None or clause.kind != "verb" or not clause.finite or clause.quotation is not None:
        return None
    before = _quotation_before(scene, clause)
    if before is None:
        return None
    after = _goes_on(scene, clause)
    pieces = [inside(scene, quotation) for quotation in (before, after) if quotation is not None]
    said = next(iter(scene.clauses_in.get(before.index, ())), None)
    return Content(row, "quote", pieces, said, addressees_of(scene, clause, row, "quote"))


def _quotation_before(scene: Scene, clause: Clause) -> Quotation | None:
    """The quotation that ends where the report begins, with a mark that breaks off rather than ends."""
    before, _ = scene.outer_near(clause.trigger_start)
    if before is None or not before.closed or before.outer_end > clause.trigger_start:
        return None
    text = scene.parsed.text
    between = text[before.outer_end : clause.trigger_start]
    breaks_off = between.startswith(",") or text[before.start : before.end].rstrip().endswith(BREAKING)
    if not (breaks_off and _opens(text, before)):
        return None
    first = before.outer_end + len(between) - len(between.lstrip(" ,"))
    speakers = [*scene.phrases(clause, "subject"), *_right_before(scene, clause)]
    return before if first == clause.trigger_start or any(p.core_start == first for p in speakers) else None


def _opens(text: str, quotation: Quotation) -> bool:
    """Whether the quotation begins a sentence: *he called it "too little," she said* is no quotation of hers."""
    words = text[max(0, quotation.outer_start - 3) : quotation.outer_start].rstrip(" \t\xa0")
    return not words or words.endswith(("\n", ".", "!", "?", "”", '"', "’", ")"))


def _goes_on(scene: Scene, clause: Clause) -> Quotation | None:
    """The quotation that begins behind the report and a comma, in the same sentence."""
    _, after = scene.outer_near(clause.trigger_end)
    if after is None:
        return None
    between = scene.parsed.text[clause.trigger_end : after.outer_start]
    apart = "\n" in between or ". " in between or len(between) > LONGEST_REPORT
    return after if between.rstrip().endswith((",", "—", "–")) and not apart else None


def content_beside(scene: Scene, clause: Clause, rows: list[Cue]) -> Content | None:
    """The rest of the sentence, where the parser has left the cue without a content of its own."""
    row = next((row for row in rows if "that" in row.takes and row.kind == "speech"), None)
    if row is None or clause.kind != "verb" or not clause.finite:
        return None
    sentence = scene.parsed.sentences[clause.sentence]
    if scene.parsed.words[clause.head].quotation is not None or sentence.last - sentence.first > LONGEST:
        return None
    return _cut_out(scene, clause, row) or _closing(scene, clause, row)


def _cut_out(scene: Scene, clause: Clause, row: Cue) -> Content | None:
    """*The deal, he added, is dead*: the parser has seen the report, and what stands around it is said."""
    if not scene.phrases(clause, "subject"):
        return None
    sentence = scene.parsed.sentences[clause.sentence]
    zone = cue_zone(scene, clause)
    before = scene.parsed.text[sentence.start : zone[0]].rstrip()
    if not before.endswith(",") or any(phrase.start < zone[0] for phrase in scene.phrases(clause, "object")):
        return None
    second = _second_verb(scene, clause)
    main = second or _main_clause(scene, clause, sentence.start, zone[0])
    headline = zone[0] == clause.trigger_start and before.count(" ") >= 2  # *Israel ready for a pause, says mediator*
    if (main is None and not headline) or not _is_tag(scene, clause, row):
        return None
    hole = (zone[0], max(zone[1], clause.end if clause.start >= zone[0] and second is None else zone[1]))
    pieces = without(scene, (sentence.start, sentence.end), hole)
    if not pieces:
        return None
    if clause.relation == "root" and second is None:
        pieces = [*pieces[:1], *_condition_behind(scene, clause)]
    return Content(row, "that", pieces, main, addressees_of(scene, clause, row, "that"), beside=hole)


def _second_verb(scene: Scene, clause: Clause) -> Clause | None:
    """*The accounts, the banker explained, were safe*: what the parser takes for a second verb of the report's."""
    for other in scene.parsed.children(clause):
        before = scene.parsed.text[clause.trigger_end : max(clause.trigger_end, other.trigger_start)].rstrip()
        if other.finite and other.relation == "conjunct" and other.start > clause.trigger_end and before.endswith(","):
            return other
    return None


def _condition_behind(scene: Scene, clause: Clause) -> list[Range]:
    """*They would return, he said, should the war go on*: the condition is part of what is said."""
    return [
        tidy(scene, max(child.start, clause.trigger_end), child.end)
        for child in scene.parsed.children(clause)
        if child.relation == "condition" and child.trigger_start > clause.trigger_end
    ]


def _is_tag(scene: Scene, clause: Clause, row: Cue) -> bool:
    """Whether the cue may be a report beside its content: its clause hangs on nothing, or closes the sentence.

    In the second case it has no object but the one spoken to.
    """
    if clause.relation in ("root", "parataxis"):
        return True
    objects = scene.phrases(clause, "object")
    sentence = scene.parsed.sentences[clause.sentence]
    closes = not scene.parsed.text[clause.end : sentence.end].strip(CLOSING)
    if not closes or clause.voice == "passive" or clause.marker or bool(objects) != row.addressed:
        return False
    subject = scene.phrases(clause, "subject")[0]
    return clause.relation == "conjunct" or (clause.relation == "relative" and clause.host == subject.index)


def _main_clause(scene: Scene, clause: Clause, start: int, end: int) -> Clause | None:
    """The first finite clause whose predicate stands in the range, before the cue's own in the text."""
    above = scene.parsed.clauses[clause.parent] if clause.parent is not None else None
    if above is not None and above.sentence == clause.sentence and above.finite:
        return above
    for index in range(clause.index - 1, -1, -1):
        other = scene.parsed.clauses[index]
        if other.trigger_start < start:
            return None
        if other.finite and other.kind != "noun" and other.trigger_end <= end and other.relation in ("root", "content"):
            return other
    return None


def _closing(scene: Scene, clause: Clause, row: Cue) -> Content | None:
    """*He met the envoy, Sergei Lavrov, the agency reported*: the phrase before the cue, behind a comma, speaks."""
    sentence = scene.parsed.sentences[clause.sentence]
    if clause.voice == "passive" or scene.phrases(clause, "object") or _verb_behind(scene, clause, sentence):
        return None
    speaker = _behind_comma(scene, clause)
    if speaker is None or scene.outermost(speaker.quotation) is not None:
        return None
    if not _is_whole(list(scene.parsed.words_between(sentence.start, speaker.core_start))):
        return None
    hole = (speaker.core_start, max(clause.trigger_end, clause.end))
    piece = tidy(scene, sentence.start, speaker.core_start)
    main = _main_clause(scene, clause, sentence.start, speaker.core_start)
    return Content(row, "that", [piece], main, beside=hole, speakers=[speaker])


def _behind_comma(scene: Scene, clause: Clause) -> Phrase | None:
    """The nearest phrase between a comma and the cue that is somebody or an outlet."""
    near = sorted(_right_before(scene, clause), key=lambda phrase: -phrase.core_start)
    return next((p for p in near if _follows_comma(scene, p) and (scene.actors(p) or scene.is_outlet(p))), None)


def _follows_comma(scene: Scene, phrase: Phrase) -> bool:
    return scene.parsed.text[max(0, phrase.core_start - 2) : phrase.core_start] in (", ", '" ', "” ", "' ", "’ ", "» ")


def _verb_behind(scene: Scene, clause: Clause, sentence: Sentence) -> bool:
    return any(word.tag in FINITE for word in scene.parsed.words_between(clause.trigger_end, sentence.end))


def _is_whole(words: list[Word]) -> bool:
    """Whether the words before a report have a verb of their own, and are not only *When he arrived,*."""
    return any(word.tag in FINITE for word in words) and words[0].tag not in ("IN", "WRB", "CC")


def _right_before(scene: Scene, clause: Clause) -> list[Phrase]:
    """The phrases that end where the cue begins."""
    text, start = scene.parsed.text, clause.trigger_start
    end = len(text[max(0, start - 2) : start].rstrip(" ,")) + max(0, start - 2)
    return [p for p in scene.phrases_ending.get(end, ()) if p.sentence == clause.sentence and p.kind != "pronoun"]


def lost_subject(scene: Scene, clause: Clause) -> list[Phrase]:
    """*The ministers of three states, the E3, said …*: the phrase that ends before a verb without a subject."""
    if not clause.finite or clause.voice == "passive" or clause.kind != "verb":
        return []
    first = scene.parsed.sentences[clause.sentence].start
    near = [p for p in _right_before(scene, clause) if _follows_comma(scene, p) or p.core_start == first]
    longest = min(near, key=lambda phrase: phrase.start, default=None)
    return [longest] if longest is not None and scene.actors(longest) else []
