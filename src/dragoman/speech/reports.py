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
#: marks that end a sentence
ENDING = (".", "?", "!", "…")
#: marks that close a quotation within the quotation
WITHIN = " \xa0'’\"”"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: a sentence that begins with a verb begins with a participle, whichever of them the tagger takes it for
PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
#: what a noun phrase begins with
NOMINAL = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
#: what may stand behind a report that closes its sentence
CLOSING = " .!?\n\"'”’)"


def spoken(scene: Scene, clause: Clause, rows: list[Cue]) -> Content | None:
    """The quotations that a report touches, whatever the parser makes of them.

    *"The trick," he said, "is to stop."*; *Asked again, he said, "Never."*
    """
    row = next((row for row in rows if "quote" in row.takes), None)
    if row is None or clause.kind != "verb" or not clause.finite or clause.quotation is not None:
        return None
    before = _quotation_before(scene, clause)
    after = _goes_on(scene, clause) if before is not None else _quotation_behind(scene, clause)
    quotations = [quotation for quotation in (before, after) if quotation is not None]
    if not quotations:
        return None
    pieces = [inside(scene, quotation) for quotation in quotations]
    said = next(iter(scene.clauses_in.get(quotations[0].index, ())), None)
    return Content(row, "quote", pieces, said, addressees_of(scene, clause, row, "quote"))


def _quotation_before(scene: Scene, clause: Clause) -> Quotation | None:
    """The quotation that ends where the report begins, with a mark that breaks off rather than ends."""
    before, _ = scene.outer_near(clause.trigger_start)
    if before is None or not before.closed or before.outer_end > clause.trigger_start:
        return None
    text = scene.parsed.text
    between = text[before.outer_end : clause.trigger_start]
    breaks_off = between.startswith(",") or text[before.start : before.end].rstrip(WITHIN).endswith(BREAKING)
    if not (breaks_off and _opens(text, before)):
        return None
    first = before.outer_end + len(between) - len(between.lstrip(" ,"))
    speakers = [*scene.phrases(clause, "subject"), *_right_before(scene, clause)]
    return before if first == clause.trigger_start or any(p.core_start == first for p in speakers) else None


def _quotation_behind(scene: Scene, clause: Clause) -> Quotation | None:
    """*Asked again, he said, "Never."*: the whole sentence in marks behind a report that begins with a participle."""
    _, after = scene.outer_near(clause.trigger_end)
    first = scene.parsed.words[scene.parsed.sentences[clause.sentence].first]
    if after is None or first.tag not in PARTICIPLES or first.start >= clause.trigger_start:
        return None
    text = scene.parsed.text
    between, words = text[clause.trigger_end : after.outer_start], text[after.start : after.end].strip(WITHIN)
    apart = "\n" in between or ". " in between or len(between) > LONGEST_REPORT
    if apart or not between.rstrip().endswith((",", ":")) or not words[:1].isupper() or not words.endswith(ENDING):
        return None
    report = scene.parsed.words_between(clause.trigger_end, after.outer_start)
    return None if any(word.tag in FINITE or word.lemma == "that" for word in report) else after


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
    if row is None or clause.kind != "verb" or not (clause.finite or clause.relation == "root"):
        return None
    sentence = scene.parsed.sentences[clause.sentence]
    if scene.parsed.words[clause.head].quotation is not None or sentence.last - sentence.first > LONGEST:
        return None
    return _cut_out(scene, clause, row) or _closing(scene, clause, row) or _behind(scene, clause, row)


def _behind(scene: Scene, clause: Clause, row: Cue) -> Content | None:
    """*tweeted in the morning that …*, *says the flurry of tweets was …*: a whole clause that the parser has lost."""
    if scene.phrases(clause, "object") or not scene.phrases(clause, "subject"):
        return None
    own = [other.start for other in scene.parsed.children(clause) if other.relation == "conjunct"]
    end = min([scene.parsed.sentences[clause.sentence].end, *own])
    first = _said_behind(clause, scene.parsed.words_between(clause.trigger_end, end))
    if first is None:
        return None
    inner = next((c for c in scene.parsed.children(clause) if c.finite and c.start >= first), None)
    return Content(row, "that", [tidy(scene, first, end)], inner, addressees_of(scene, clause, row, "that"))


def _said_behind(clause: Clause, words: tuple[Word, ...]) -> int | None:
    """Where what is said begins: behind a *that* before any verb, or under *say* at a noun phrase that has a verb."""
    verb = next((place for place, word in enumerate(words) if word.tag in FINITE), len(words))
    that = next((word for word in words[:verb] if word.text.lower() == "that" and word.tag in ("IN", "WDT")), None)
    if that is not None:
        return that.end if verb < len(words) or that == words[0] else None
    unbroken = 0 < verb < len(words) and not any(word.tag == "WRB" for word in words[:verb])
    return words[0].start if clause.lemma == "say" and unbroken and words[0].pos in NOMINAL else None


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
    """Whether the words before a report have a verb of their own, and are no *When he arrived,* or *Asked why,*."""
    return any(word.tag in FINITE for word in words) and words[0].tag not in ("IN", "WRB", "CC", *PARTICIPLES)


def _right_before(scene: Scene, clause: Clause) -> list[Phrase]:
    """The phrases that end where the cue begins."""
    text, start = scene.parsed.text, clause.trigger_start
    end = len(text[max(0, start - 2) : start].rstrip(" ,")) + max(0, start - 2)
    return [p for p in scene.phrases_ending.get(end, ()) if p.sentence == clause.sentence and p.kind != "pronoun"]


def _inverted_subject(scene: Scene, clause: Clause) -> Phrase | None:
    """*"Shame!" yelled another.*: whoever stands right behind a verb that stands right behind a quotation."""
    before, _ = scene.outer_near(clause.trigger_start)
    if before is None or scene.parsed.text[before.outer_end : clause.trigger_start].strip(" ,"):
        return None
    behind = scene.parsed.words_between(clause.trigger_end, clause.trigger_end + 40)
    heads = (scene.phrase_of_word.get(word.index) for word in behind)
    phrases = (scene.parsed.phrases[index] for index in heads if index is not None)
    next_to_it = [phrase for phrase in phrases if phrase.core_start == clause.trigger_end + 1]
    return max(next_to_it, key=lambda phrase: phrase.core_end, default=None)


def _turned(scene: Scene, clause: Clause) -> list[Phrase]:
    """*She wants a truce, favors talks and opposes …*: the parser may take the first of the verbs for what is said."""
    while clause.relation == "conjunct" and clause.parent is not None:
        clause = scene.parsed.clauses[clause.parent]
    for role in clause.all_roles("content"):
        first = scene.parsed.clauses[role.clause] if role.clause is not None else clause
        same = scene.parsed.words[first.head].tag == scene.parsed.words[clause.head].tag
        between = scene.parsed.text[first.end : max(first.end, clause.trigger_start)]
        if same and first.end <= clause.trigger_start and between == ", " and first.quotation is None:
            return scene.phrases(first, "subject")
    return []


def lost_subject(scene: Scene, clause: Clause) -> list[Phrase]:
    """*The ministers of three states, the E3, said …*: the phrase that ends before a verb without a subject."""
    if not clause.finite or clause.voice == "passive" or clause.kind != "verb":
        return []
    turned = _turned(scene, clause)
    if turned:
        return turned
    inverted = _inverted_subject(scene, clause)
    if inverted is not None:
        return [inverted]
    first = scene.parsed.sentences[clause.sentence].start
    near = [p for p in _right_before(scene, clause) if _follows_comma(scene, p) or p.core_start == first]
    longest = min(near, key=lambda phrase: phrase.start, default=None)
    return [longest] if longest is not None and scene.actors(longest) else []
