"""Cues that are no predicate: *according to X*, *in X's view*, *as X put it*, *X: …*."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from dragoman.language.model import Clause, Phrase
from dragoman.speech.content import cue_zone, inside, said_from, tidy, without
from dragoman.speech.scene import Finding, Range, Scene

#: a line of a transcript: one to four words in capital letters, a colon, and words that begin a sentence
TURN = re.compile(
    r"""^[\"“']{0,2}(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}): +(?P<words>[\"“']?[A-Z].+)$""", re.MULTILINE
)
#: such a line with a name as it is written in running text
NAMED_TURN = re.compile(
    r"""^[\"“']{0,2}(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})(?: \([^)\n]{1,40}\))?: +"""
    r"""(?P<words>[\"“']?[A-Z].*)$""",
    re.MULTILINE,
)
#: a line of questions and answers
QUESTION_OR_ANSWER = re.compile(r"""^[\"“']{0,2}(?P<name>[QA])[:.] +(?P<words>[\"“']?\w.+)$""", re.MULTILINE)
#: characters of one line that is a turn by itself; shorter ones are in a text that has several
LONG_TURN = 20
MARKS = ' \t\xa0.,;…–—-"“”'
#: a dash and what stands behind it to the end of the line
DASH = re.compile(r'[ \n]{1,2}(?P<dash>[–—-]) ?(?P<name>[^\n–—.!?:"”“]{3,80})$', re.MULTILINE)


def phrase_cues(scene: Scene) -> Iterator[Finding]:
    """*According to X, …* and *in X's view, …*: the sentence or clause around is the content."""
    seen: set[int] = set()
    for clause in scene.parsed.clauses:
        if clause.kind == "noun":
            continue
        for role in clause.all_roles("complement"):
            if role.phrase is None or role.phrase in seen:
                continue
            phrase = scene.parsed.phrases[role.phrase]
            speaker = phrase if role.preposition in scene.lexicon.prepositions else None
            if (role.preposition, phrase.lemma) in scene.lexicon.owned:
                speaker = _owner(scene, phrase)
            if speaker is not None:
                seen.add(role.phrase)
                yield _attributed(scene, clause, role.preposition, phrase, speaker)
    yield from _stray(scene, seen)


def _stray(scene: Scene, seen: set[int]) -> Iterator[Finding]:
    """*according to X* where the parser hangs it on a noun."""
    for phrase in scene.parsed.phrases:
        for attachment in phrase.attachments:
            if attachment.preposition in ("according to", "as per") and attachment.phrase not in seen:
                seen.add(attachment.phrase)
                speaker = scene.parsed.phrases[attachment.phrase]
                clause = scene.parsed.innermost_clause(phrase.start, phrase.core_end)
                if clause is not None and clause.sentence == phrase.sentence:
                    yield _attributed(scene, clause, attachment.preposition, speaker, speaker)


def _owner(scene: Scene, phrase: Phrase) -> Phrase | None:
    if phrase.possessor is not None:
        return scene.parsed.phrases[phrase.possessor]
    return next((scene.parsed.phrases[a.phrase] for a in phrase.attachments if a.preposition == "of"), None)


def _attributed(scene: Scene, clause: Clause, preposition: str, phrase: Phrase, speaker: Phrase) -> Finding:
    first = max(0, phrase.start - len(preposition) - 2)
    offset = scene.parsed.text[first : phrase.start].lower().rfind(preposition)
    start = first + offset if offset >= 0 else phrase.start
    if clause.marker == "that" and clause.parent is not None and start < said_from(scene, clause):
        clause = scene.parsed.clauses[clause.parent]  # *warned, according to X, that …*
    owners = _behind_document(scene, speaker)
    last = _end_of_aside(scene, start, speaker, phrase) if speaker.index != phrase.index else phrase.end
    end = start + len(preposition) if speaker.index == phrase.index and offset >= 0 else phrase.core_end
    host = _host(scene, clause, whole_sentence=_closes_sentence(scene, clause, start, phrase.end))
    return Finding(
        rule=f"phrase:{preposition}",
        cue=(start, end),
        clause=clause,
        speakers=owners or [speaker],
        of_document=scene.is_document(speaker) and not owners,
        pieces=without(scene, _span(scene, host), (start, last)),
        complement="that",
        content_clause=host if _closes_sentence(scene, clause, start, phrase.end) else clause,
    )


def _end_of_aside(scene: Scene, start: int, speaker: Phrase, phrase: Phrase) -> int:
    """Between commas the phrase ends at the second one (*is, in the words of the envoy, the last chance*)."""
    text = scene.parsed.text
    comma = text.find(",", speaker.core_end, phrase.end)
    return comma if comma > 0 and text[:start].rstrip().endswith(",") else phrase.end


def _behind_document(scene: Scene, phrase: Phrase) -> list[Phrase]:
    """Whose document it is: *a statement from the ministry*, *the ministry's letter*."""
    if not scene.is_document(phrase):
        return []
    if phrase.possessor is not None:
        return [scene.parsed.phrases[phrase.possessor]]
    owners = [scene.parsed.phrases[a.phrase] for a in phrase.attachments if a.preposition in ("by", "from", "of")]
    return [owner for owner in owners if scene.actors(owner)]


def _host(scene: Scene, clause: Clause, *, whole_sentence: bool) -> Clause:
    """The clause that the phrase belongs to: the highest one, or the highest that nobody else says."""
    while clause.parent is not None and (whole_sentence or clause.relation not in ("content", "relative")):
        clause = scene.parsed.clauses[clause.parent]
    return clause


def _closes_sentence(scene: Scene, clause: Clause, start: int, end: int) -> bool:
    """*X warned that …, according to TASS*: behind a comma at the end it speaks of the whole sentence."""
    sentence, text = scene.parsed.sentences[clause.sentence], scene.parsed.text
    behind_comma = text[sentence.start : start].rstrip().endswith(",")
    word = scene.parsed.word_at(start)
    quoted = word is not None and word.quotation is not None
    return behind_comma and not quoted and not text[end : sentence.end].strip(" .!?\n")


def _span(scene: Scene, host: Clause) -> Range:
    if host.parent is None:
        sentence = scene.parsed.sentences[host.sentence]
        return sentence.start, sentence.end
    return host.start, host.end


def end_before_reports(scene: Scene, findings: list[Finding]) -> None:
    """Take a closing *, according to TASS* or *, a poll showed* out of what others say in that sentence."""
    together: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        sentence = scene.parsed.sentence_at(finding.cue[0]) if finding.cue else None
        if sentence is not None:
            together[sentence.index].append(finding)
    for group in together.values():
        for report in group:
            hole = _place_beside(scene, report)
            for other in group if hole is not None else ():
                if hole and other is not report and other.cue is not None and other.cue[1] <= hole[0]:
                    other.pieces = [part for piece in other.pieces for part in _cut(scene, piece, hole)]


def _place_beside(scene: Scene, finding: Finding) -> Range | None:
    """Where a report stands that closes its sentence and is no part of what others say in it."""
    if finding.beside is not None or not finding.rule.startswith("phrase:") or finding.cue is None:
        return finding.beside
    hole = (finding.cue[0], max(speaker.end for speaker in finding.speakers))
    closes = finding.clause is not None and _closes_sentence(scene, finding.clause, *hole)
    return hole if closes else None


def _cut(scene: Scene, piece: Range, hole: Range) -> list[Range]:
    return without(scene, piece, hole) if piece[0] < hole[0] < piece[1] else [piece]


def clausal_cues(scene: Scene) -> Iterator[Finding]:
    """*as the mediator put it*: the sentence around is the content."""
    for clause in scene.parsed.clauses:
        if (clause.marker, clause.lemma) not in scene.lexicon.clausal or not scene.phrases(clause, "subject"):
            continue
        if clause.relation == "content" or clause.voice == "passive":
            continue
        above = _commented(scene, clause)
        if above is None:
            continue
        sentence = scene.parsed.sentences[clause.sentence]
        first, last = cue_zone(scene, clause)
        hole = (min(clause.start, first), last if clause.parent is None else max(clause.end, last))
        yield Finding(
            rule=f"clausal:{clause.marker} {clause.lemma}",
            cue=(clause.trigger_start, clause.trigger_end),
            clause=clause,
            heads={clause.index},
            speakers=scene.phrases(clause, "subject"),
            pieces=without(scene, (sentence.start, sentence.end), hole),
            complement="that",
            content_clause=above,
        )


def _commented(scene: Scene, clause: Clause) -> Clause | None:
    """What an *as X said* comments on: the clause above, or the next one where the parser has turned them round."""
    if clause.parent is not None:
        return scene.parsed.clauses[clause.parent]
    for index in range(clause.index + 1, len(scene.parsed.clauses)):
        following = scene.parsed.clauses[index]
        if following.sentence != clause.sentence:
            break
        if following.kind != "noun" and following.finite:
            return following
    return None


def dash_cues(scene: Scene) -> Iterator[Finding]:
    """*"…" – Commissioner X* and the headline *No talks before spring – minister*: who stands behind a dash says it."""
    text = scene.parsed.text
    for tail in DASH.finditer(text):
        speaker = _phrase_from(scene, *tail.span("name"))
        if speaker is None:
            continue
        quotation = next((q for q in scene.outer if q.closed and q.outer_end == tail.start()), None)
        line = text.rfind("\n", 0, tail.start()) + 1
        if quotation is not None:
            piece = inside(scene, quotation)
        elif scene.actors(speaker) and _is_headline(scene, line, tail.start()):
            piece = tidy(scene, line, tail.start())
        else:
            continue
        if piece[0] >= piece[1]:  # nothing but marks before the dash
            continue
        yield Finding(
            rule="dash",
            cue=tail.span("dash"),
            speakers=[speaker],
            source=tail.span("name"),
            pieces=[piece],
            complement="quote" if quotation is not None else "that",
        )


def _phrase_from(scene: Scene, start: int, end: int) -> Phrase | None:
    """The phrase that begins there and whose head stands before the end."""
    for word in scene.parsed.words_between(start, end):
        index = scene.phrase_of_word.get(word.index)
        if index is not None and scene.parsed.phrases[index].core_start == start:
            return scene.parsed.phrases[index]
    return None


def _is_headline(scene: Scene, start: int, end: int) -> bool:
    """Whether the words are a clause and no finished sentence."""
    whole = scene.parsed.innermost_clause(start, start + 1) or scene.parsed.innermost_clause(end - 1, end)
    return whole is not None and not any(mark in scene.parsed.text[start:end] for mark in ".!?")


def colon_cues(scene: Scene) -> Iterator[Finding]:
    """*Minister: talks will go on*: a name or office, a colon, and what is said."""
    text = scene.parsed.text
    transcript = {turn.cue for turn in _turns(scene)}
    for sentence in scene.parsed.sentences:
        colon = text.find(":", sentence.start, min(sentence.end, sentence.start + 60))
        if colon <= sentence.start or (colon, colon + 1) in transcript or not text[colon + 1 : colon + 3].strip():
            continue
        speaker = _phrase_spanning(scene, sentence.index, sentence.start, colon)
        if speaker is not None and (scene.actors(speaker) or scene.is_document(speaker)):
            yield Finding(
                rule="colon",
                cue=(colon, colon + 1),
                speakers=[speaker],
                pieces=[tidy(scene, colon + 1, sentence.end)],
                complement="that",
            )
    yield from _turns(scene)


def _turns(scene: Scene) -> Iterator[Finding]:
    """*WALLACE: …*, *Q: …*: who speaks in a transcript keeps the floor to the end of his paragraph."""
    text = scene.parsed.text
    turns = list(TURN.finditer(text))
    several = len(turns) > 1
    turns = [turn for turn in turns if several or len(turn["words"]) > LONG_TURN]
    named = list(NAMED_TURN.finditer(text))
    names = {turn["name"] for turn in named}
    if 1 < len(names) < len(named):  # two who speak by turns
        turns = named
    asked = list(QUESTION_OR_ANSWER.finditer(text))
    if {turn["name"] for turn in asked} == {"Q", "A"}:
        turns += asked
    for turn in turns:
        yield Finding(
            rule="transcript",
            cue=(turn.end("name"), turn.end("name") + 1),
            source=turn.span("name"),
            pieces=[_bare(text, *turn.span("words"))],
            complement="that",
        )


def keep_to_turns(findings: list[Finding]) -> None:
    """What is told of within the turn of a transcript does not begin before it: the parser takes the name along."""
    turns = sorted((turn.source[0], *turn.pieces[0]) for turn in findings if turn.rule == "transcript" and turn.source)
    for finding in findings:
        if finding.rule != "transcript":
            finding.pieces = [_behind_name(piece, turns) for piece in finding.pieces]


def _behind_name(piece: Range, turns: list[tuple[int, int, int]]) -> Range:
    place = bisect_right(turns, (piece[0] + 1,)) - 1
    if place < 0 or not turns[place][0] <= piece[0] < turns[place][1] < piece[1]:
        return piece
    return turns[place][1], piece[1]


def _bare(text: str, start: int, end: int) -> Range:
    """The words without white space, dashes and marks at their ends."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(MARKS))
    return first, max(first, start + len(words.rstrip(MARKS)))


def _phrase_spanning(scene: Scene, sentence: int, start: int, end: int) -> Phrase | None:
    first = scene.parsed.sentences[sentence]
    heads = range(first.first, first.last)
    for phrase in _phrases_of(scene, heads):
        if phrase.core_start == start and phrase.core_end == end:
            return phrase
    return None


def _phrases_of(scene: Scene, heads: range) -> Iterator[Phrase]:
    for word in heads:
        index = scene.phrase_of_word.get(word)
        if index is not None:
            yield scene.parsed.phrases[index]
