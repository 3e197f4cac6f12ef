"""Gives quotations to their speakers: to a cue in the sentence, to the statement before, across paragraphs.

A quotation that is no speech (scare quotes, titles, nicknames, names of laws) stays what it is: words in a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterator

from dragoman.language.model import Clause, Phrase, Quotation, Sentence, Word
from dragoman.speech.content import inside
from dragoman.speech.reports import lost_subject
from dragoman.speech.scene import Finding, Range, Scene

#: a quotation that has as many words, and is a sentence by its marks, needs no verb to be speech
LONG_ENOUGH = 3
ENDS_LIKE_SPEECH = (",", ".", "!", "?", "—", "…", "–")
#: characters between two quotations of which the second may be more of the first
NEAR = 200
#: who only answers to what somebody says (*The crowd roared.*)
LISTENERS = frozenset({"crowd", "audience", "supporter", "fan", "hall", "room", "congregation", "rally"})
#: words between two quotations of one statement
JOINING = re.compile(r"""[”"’]?,? (?:and|but|or)(?: \w+){0,4} |[”"’]?, (?:an? |the |not |to )?""")
#: words in marks that tell how something was said
MANNER = re.compile(r"(?:in|with)\b.*\b(?:terms?|words?|language|manner)\b")
#: what stands before some words in marks that tell what somebody makes of something
BEHIND_AS = re.compile(r" as (?:an? |the )?$")
#: verbs behind which *as "…"* tells what somebody is, does or is called
NOT_SAYING = frozenset(
    {
        "be", "become", "remain", "serve", "act", "work", "pose", "star", "appear", "function", "double", "dress",
        "start", "begin", "end", "use", "know", "list", "register", "market", "sell", "operate", "trade", "count",
    }
)  # fmt: skip
#: how a sentence begins that tells who said the quotation before it
POINTS_BACK = re.compile(r"(?:That|Those|These|This|Such|So|Thus|With (?:that|those|these))\b")
#: statements before a quotation that may stand in one sentence
SEVERAL = 6
#: words of a report that stands in a sentence of its own behind a quotation (*"Who knew?" One of the deputies asked.*)
SHORT_REPORT = 25


def attach_quotations(scene: Scene, findings: list[Finding]) -> list[Finding]:
    """Give each quotation that no cue has taken yet to its statement; return the new statements."""
    return _Attacher(scene, findings).run()


class _Attacher:
    """Goes through the quotations once, in the order of the text."""

    def __init__(self, scene: Scene, findings: list[Finding]) -> None:
        self.scene = scene
        self.made: list[Finding] = []
        self.by_clause = {f.clause.index: f for f in findings if f.clause is not None and f.rule.startswith("verb")}
        self.openers = _openers(scene)
        self.outside = sorted((f for f in findings if not self._in_quotation(f)), key=lambda f: f.start)
        self.taken = _Cover([(piece, f) for f in self.outside for piece in f.pieces])
        self.starts = [f.start for f in self.outside]
        self.turn_at = {f.source[0]: f for f in self.outside if f.rule == "transcript" and f.source is not None}
        self.last: Finding | None = None

    def run(self) -> list[Finding]:
        for run in _runs(self.scene):
            for turn in self._turns(run):
                self._run_of(turn)
        return self.made

    def _turns(self, run: list[Quotation]) -> Iterator[list[Quotation]]:
        """A quotation that runs on over the paragraphs of a transcript is as many as it has turns."""
        turn: list[Quotation] = []
        for quotation in run:
            if turn and quotation.start in self.turn_at:
                yield turn
                turn = []
            turn.append(quotation)
        yield turn

    def _run_of(self, run: list[Quotation]) -> None:
        owners = [self._owner(quotation) for quotation in run]
        finding = next((owner for owner in owners if owner is not None), None)
        if finding is None and any(map(self._is_speech, run)):
            finding = self._floating(run[0])
        if finding is None and len(run) == 1:
            finding = self._partial(run[0])
        if finding is None and any(map(self._is_speech, run)):
            finding = self._nobodys(run[0])
        if finding is None:
            for quotation in run:
                self.scene.refuse(
                    (quotation.outer_start, quotation.outer_end), "quotation", "no speech: no cue takes it"
                )
            return
        self.last = finding
        for quotation in run:
            piece = inside(self.scene, quotation)
            has_it = quotation.start in self.turn_at or self._covered(finding, piece)
            if piece[0] < piece[1] and not has_it:
                insort(finding.pieces, piece)

    def _owner(self, quotation: Quotation) -> Finding | None:
        """The statement that has the quotation already, or the cue in its sentence that takes it."""
        taken = self.turn_at.get(quotation.start) or self.taken.at(quotation.start)
        if taken is not None:
            return taken
        if self._goes_on(quotation):
            return self.last
        joined = self._joined_to(quotation)
        if joined is not None:
            joined.pieces[-1] = (joined.pieces[-1][0], quotation.outer_end)
            return joined
        if not self._is_speech(quotation):
            return None
        clause = self._nearest_cue(quotation)
        if clause is None:
            return self._behind_colon(quotation)
        finding = self.by_clause.get(clause.index)
        if finding is None:
            finding = self._from_cue(clause, quotation)
        return finding

    def _behind_colon(self, quotation: Quotation) -> Finding | None:
        """*He shrugged: "No money."*: whoever the sentence before the colon is about."""
        parsed = self.scene.parsed
        colon = self._colon_before(quotation)
        if not colon:
            return None
        sentence = parsed.sentence_at(colon)
        words_of = self._words_of(sentence, colon) if sentence is not None else []
        speakers = words_of or self._about(parsed.innermost_clause(colon - 1, colon), colon)
        return self._finding("colon quotation", (colon, colon + 1), speakers, quotation) if speakers else None

    def _words_of(self, sentence: Sentence, end: int) -> list[Phrase]:
        """*His message to voters: "…"*, *The verdict of the steward: "…"*, *For the fishermen, it is simple: "…"*.

        The first phrase of the sentence is something that is somebody's, or names him for whom the rest holds.
        """
        text = self.scene.parsed.text
        phrases = [p for p in self._phrases_of(sentence) if p.core_end <= end]
        first = min(phrases, key=lambda phrase: (phrase.start, -phrase.end), default=None)
        if first is None:
            return []
        if text[sentence.start : first.start] in ("For ", "To ") and self.scene.is_somebody(first):
            return [first] if text[first.end : first.end + 1] == "," else []
        definite = first.determiner == "the" and first.number == "plural" and not first.entity
        if text[sentence.start : first.start] == "For " and definite:
            return [first]
        if first.start != sentence.start or self.scene.is_somebody(first):
            return []
        owners = [first.possessor] if first.possessor is not None else []
        owners += [a.phrase for a in first.attachments if a.preposition in ("of", "from", "by")]
        found = [self.scene.parsed.phrases[index] for index in owners]
        return [owner for owner in found if self.scene.is_somebody(owner)][:1]

    def _phrases_of(self, sentence: Sentence) -> Iterator[Phrase]:
        for word in range(sentence.first, sentence.last):
            index = self.scene.phrase_of_word.get(word)
            if index is not None:
                yield self.scene.parsed.phrases[index]

    def _about(self, clause: Clause | None, end: int) -> list[Phrase]:
        """Somebody who is the subject of the clause, or of the first one above that has such a subject."""
        while clause is not None and not (clause.finite and self._subjects(clause)):
            clause = self.scene.parsed.clauses[clause.parent] if clause.parent is not None else None
        if clause is None or clause.trigger_start > end or clause.quotation is not None:
            return []
        return self._subjects(clause)

    def _finding(self, rule: str, cue: Range | None, speakers: list[Phrase], quotation: Quotation) -> Finding:
        finding = Finding(
            rule=rule,
            cue=cue,
            speakers=speakers,
            complement="quote",
            content_clause=next(iter(self.scene.clauses_in.get(quotation.index, ())), None),
        )
        self.made.append(finding)
        return finding

    def _subjects(self, clause: Clause) -> list[Phrase]:
        """The subject, if it is somebody."""
        found = self.scene.phrases(clause, "subject") if clause.kind != "noun" else []
        if clause.voice == "passive":  # *The captain was unmoved.*
            found += self.scene.phrases(clause, "object")
        return [phrase for phrase in found if self.scene.is_somebody(phrase)]

    def _from_cue(self, clause: Clause, quotation: Quotation) -> Finding | None:
        row = next(row for row in self.scene.lexicon.cues("verb", clause.lemma) if "quote" in row.takes)
        speakers = self.scene.phrases(clause, "subject") or lost_subject(self.scene, clause)
        finding = self._finding(
            f"verb:{clause.lemma}+quote", (clause.trigger_start, clause.trigger_end), speakers, quotation
        )
        finding.act, finding.kind = row.act, row.kind
        finding.clause, finding.heads = clause, {clause.index}
        finding.addressees = self.scene.phrases(clause, "recipient")
        self.by_clause[clause.index] = finding
        return finding

    def _nearest_cue(self, quotation: Quotation) -> Clause | None:
        """The nearest cue outside quotation marks in the sentences that the quotation touches."""
        near = [clause for number in self._sentences_near(quotation) for clause in self.openers.get(number, ())]
        near = [
            clause for clause in near if not self._is_inside(clause, quotation) and self._may_take(clause, quotation)
        ]
        return min(near, key=lambda clause: _gap(clause, quotation), default=None)

    def _sentences_near(self, quotation: Quotation) -> set[int]:
        """Where the quotation begins and ends, the report behind it, and what brings it in with a colon."""
        parsed = self.scene.parsed
        touched = [parsed.sentence_at(quotation.outer_start), parsed.sentence_at(quotation.outer_end - 1)]
        after = parsed.word_at(quotation.outer_end + 1)
        if after is not None and after.start >= quotation.outer_end and self._is_report(after, quotation):
            touched.append(parsed.sentences[after.sentence])  # *"Will it hold?" he asked*: a sentence to the parser
        colon = self._colon_before(quotation)
        if colon is not None:  # *The ministry said in a statement:*, and the quotation in the next paragraph
            touched.append(parsed.sentence_at(colon))
        return {sentence.index for sentence in touched if sentence is not None}

    def _colon_before(self, quotation: Quotation) -> int | None:
        """Where the colon stands with which what goes before brings in the quotation."""
        first = max(0, quotation.outer_start - 4)
        before = self.scene.parsed.text[first : quotation.outer_start].rstrip()
        return first + len(before) - 1 if before.endswith(":") else None

    def _is_report(self, after: Word, quotation: Quotation) -> bool:
        """*"Why now?" Senator X asked.*: whether the sentence right behind a mark only says who speaks."""
        if after.text[:1].islower():
            return True
        text, sentence = self.scene.parsed.text, self.scene.parsed.sentences[after.sentence]
        if sentence.start < quotation.outer_end or "\n" in text[quotation.outer_end : after.start]:
            return False
        rest = text[after.start : sentence.end]
        short = sentence.last - sentence.first <= SHORT_REPORT
        return short and not text[quotation.start : quotation.outer_end].endswith((".", ".”", '."')) and ":" not in rest

    def _goes_on(self, quotation: Quotation) -> bool:
        """*"The trick," he said, "is to stop."*: more of a sentence that the quotation before it has begun."""
        if self.last is None or self.last.complement != "quote" or not self.last.pieces:
            return False
        text = self.scene.parsed.text
        end = self.last.pieces[-1][1]
        between = text[end : quotation.outer_start]
        behind_comma = between.rstrip().endswith(",") and text[end - 1] in ",—–"
        cue = self.last.cue
        around = cue is not None and end <= cue[0] and cue[1] <= quotation.outer_start
        return around and behind_comma and "\n" not in between and len(between) < NEAR

    def _joined_to(self, quotation: Quotation) -> Finding | None:
        """*told them to "go and vote" and then "go and sit there"*: the statement whose words the quotation goes on."""
        place = bisect_right(self.starts, quotation.outer_start)
        text, sentence = self.scene.parsed.text, self.scene.parsed.sentence_at(quotation.outer_start)
        for finding in reversed(self.outside[max(0, place - SEVERAL) : place]):
            if not finding.pieces or sentence is None or self._sentence_of(finding) != sentence.index:
                continue
            end = finding.pieces[-1][1]
            cue_before = finding.cue is not None and finding.cue[1] <= finding.pieces[-1][0]
            if cue_before and end <= quotation.outer_start and JOINING.fullmatch(text, end, quotation.outer_start):
                return finding
        return None

    def _may_take(self, clause: Clause, quotation: Quotation) -> bool:
        """A cue that has its content elsewhere takes a quotation only right behind that content."""
        finding = self.by_clause.get(clause.index)
        if finding is None or finding.complement == "quote":
            return True
        return 0 <= quotation.outer_start - finding.pieces[-1][1] <= 3

    @staticmethod
    def _is_inside(clause: Clause, quotation: Quotation) -> bool:
        return quotation.outer_start <= clause.trigger_start < quotation.outer_end

    def _is_speech(self, quotation: Quotation) -> bool:
        clauses = self.scene.clauses_in.get(quotation.index, ())
        if any(clause.finite for clause in clauses):
            return True
        words = self.scene.parsed.text[quotation.start : quotation.end]
        if self._is_title(quotation, words) or words.startswith("("):
            return False  # a title, or *(Laughter)* in a transcript
        whole = words.rstrip().endswith(ENDS_LIKE_SPEECH) and words[:1].isupper()
        long = words.count(" ") + 1 >= LONG_ENOUGH or self._stands_apart(quotation)
        return not quotation.closed or (whole and long)

    def _stands_apart(self, quotation: Quotation) -> bool:
        """*"No," the envoy said.*: it begins its sentence, or follows a comma or colon."""
        parsed = self.scene.parsed
        sentence = parsed.sentence_at(quotation.outer_start)
        first = sentence.start if sentence is not None else 0
        before = parsed.text[max(first, quotation.outer_start - 3) : quotation.outer_start].rstrip()
        return not before or before.endswith((",", ":"))

    def _is_title(self, quotation: Quotation, words: str) -> bool:
        """*said on "Meet the Press."*: behind a word, and each long word of it is a name's."""
        before = self.scene.parsed.text[max(0, quotation.outer_start - 2) : quotation.outer_start]
        long = [word for word in words.split() if len(word) > LONG_ENOUGH]
        return before[:1].isalpha() and before[1:] == " " and bool(long) and all(word[0].isupper() for word in long)

    def _is_heading(self, quotation: Quotation) -> bool:
        """*'Ready for the Storm.'* in a line of its own: each long word begins with a capital letter."""
        text = self.scene.parsed.text
        line = text[text.rfind("\n", 0, quotation.outer_start) + 1 : quotation.outer_start].strip()
        behind = text[quotation.outer_end : quotation.outer_end + 3].split("\n")[0].strip(" .")
        long = [word for word in text[quotation.start : quotation.end].split() if len(word) > LONG_ENOUGH]
        return not line and not behind and len(long) > 1 and all(word[:1].isupper() for word in long)

    def _floating(self, quotation: Quotation) -> Finding | None:
        """A quotation that is a sentence by itself: more of the statement right before, or by its speaker."""
        parsed = self.scene.parsed
        sentence = parsed.sentence_at(quotation.outer_start)
        if sentence is None or parsed.text[sentence.start : quotation.outer_start].strip():
            return None
        if self._is_heading(quotation):
            return None
        before = self._statement_before(quotation.outer_start)
        if before is not None and before.complement == "quote" and self._is_more(before, quotation, sentence):
            return before
        told_of = self._told_of_before(sentence, before)
        speakers = told_of or (list(before.speakers) if before is not None else [])
        if not speakers:
            return None
        finding = self._finding("floating quotation", None, speakers, quotation)
        finding.pieces = [inside(self.scene, quotation)]
        return finding

    def _nobodys(self, quotation: Quotation) -> Finding | None:
        """Words that are said, though the text does not tell by whom; what is told of in them is said in them."""
        words = self.scene.parsed.text[quotation.start : quotation.end].count(" ") + 1
        long = words > (LONG_ENOUGH if self._stands_apart(quotation) else 2 * LONG_ENOUGH)
        speakers = self._told_of_behind(quotation)
        if not speakers and (not long or not self.scene.clauses_in.get(quotation.index) or self._is_heading(quotation)):
            return None
        speakers = self._told_of_around(quotation) or speakers
        finding = self._finding("quotation", None, speakers, quotation)
        finding.pieces = [inside(self.scene, quotation)]
        return finding

    def _partial(self, quotation: Quotation) -> Finding | None:
        """*waved it away as "a rounding error"*, and what goes on to some words in marks (*the mood as "frozen"*)."""
        parsed = self.scene.parsed
        words = parsed.text[quotation.start : quotation.end]
        if not quotation.closed or _is_name(words):
            return None
        word = parsed.word_at(quotation.outer_start - 2)
        clause = parsed.clause_of_word(word.index) or parsed.innermost_clause(word.start, word.end) if word else None
        while clause is not None and clause.kind != "verb":
            clause = parsed.clauses[clause.parent] if clause.parent is not None else None
        if clause is None or not self._may_quote(clause, quotation):
            return None
        said = self.by_clause.get(clause.index)
        if said is not None:
            return self._longer(said, quotation, words)
        if not BEHIND_AS.search(parsed.text, max(0, quotation.outer_start - 8), quotation.outer_start):
            return None
        cue = clause.trigger_start, clause.trigger_end
        finding = self._finding("quoted words", cue, self._subjects(clause), quotation)
        named = [p for p in self.scene.phrases(clause, "object") if clause.trigger_end <= p.start < quotation.start]
        start = named[0].start if named else quotation.start
        finding.pieces = [(start, quotation.outer_end if named else quotation.end)]
        finding.clause, finding.complement = clause, "attribute"
        return finding

    @staticmethod
    def _longer(said: Finding, quotation: Quotation, words: str) -> Finding | None:
        """*described the mood in the room as "frozen"*: what is said goes on to the end of the quotation."""
        start, end = said.pieces[-1]
        if said.cue is None or start < said.cue[1] or end > quotation.outer_start or MANNER.match(words):
            return None
        said.pieces[-1] = (start, quotation.outer_end)
        return said

    def _may_quote(self, clause: Clause, quotation: Quotation) -> bool:
        """Whether somebody does what the clause tells, and the quotation stands behind it in the same sentence."""
        sentence = self.scene.parsed.sentence_at(quotation.outer_start)
        behind = (
            sentence is not None and clause.sentence == sentence.index and clause.trigger_end < quotation.outer_start
        )
        done = clause.mood == "asserted" and clause.voice == "active" and clause.lemma not in NOT_SAYING
        return behind and done and clause.quotation is None and bool(self._subjects(clause))

    def _told_of_around(self, quotation: Quotation) -> list[Phrase]:
        """*He turned to the jury, "This is a house, not a hotel."*: whom the rest of the sentence is about."""
        parsed = self.scene.parsed
        sentence = parsed.sentence_at(quotation.outer_start)
        if sentence is None or not parsed.text[sentence.start : quotation.outer_start].strip():
            return []
        before = quotation.outer_start - 2
        return self._about(parsed.innermost_clause(before - 1, before), quotation.outer_start)

    def _told_of_behind(self, quotation: Quotation) -> list[Phrase]:
        """*"It's over." With those words the captain left.*: whom the sentence that points back is about."""
        parsed = self.scene.parsed
        before = parsed.sentence_at(quotation.outer_end - 1)
        if before is None or before.index + 1 >= len(parsed.sentences):
            return []
        behind = parsed.sentences[before.index + 1]
        apart = "\n" in parsed.text[before.end - 1 : behind.start]
        if apart or not POINTS_BACK.match(parsed.text, behind.start, behind.end):
            return []
        clauses = (clause for clause in parsed.clauses if clause.sentence == behind.index)
        return next((found for clause in clauses if (found := self._subjects(clause))), [])

    def _is_more(self, before: Finding, quotation: Quotation, sentence: Sentence) -> bool:
        """Whether nothing but a report stands between a statement's words and the quotation."""
        end = before.pieces[-1][1]
        between = self.scene.parsed.text[end : quotation.outer_start]
        report = self.scene.parsed.sentence_at(max(end, before.cue[1] if before.cue else 0) - 1)
        next_to_it = report is not None and report.index >= sentence.index - 1
        return next_to_it and "\n" not in between and len(between) < NEAR

    def _told_of_before(self, sentence: Sentence, before: Finding | None) -> list[Phrase]:
        """*He waves at the window. "Look!"*: whom the sentence before is about, where it holds no statement.

        In the paragraph before it must speak of a statement, a letter or the like.
        """
        parsed = self.scene.parsed
        stated = before is not None and self._sentence_of(before) >= sentence.index - 1 and not _is_beside(before)
        if not sentence.index or stated:
            return []
        told = parsed.sentences[sentence.index - 1]
        same_paragraph = "\n" not in parsed.text[told.end - 1 : sentence.start]
        words = {word.lemma for word in parsed.words[told.first : told.last]}
        if not same_paragraph and not words & self.scene.lexicon.documents:
            return []
        about = self._about(parsed.innermost_clause(told.start, told.start + 1), told.end)
        return [phrase for phrase in about if phrase.lemma not in LISTENERS]

    def _statement_before(self, offset: int) -> Finding | None:
        """The nearest statement before; of those in its sentence a quotation, or else the one around the others."""
        place = bisect_right(self.starts, offset)
        near = self.outside[max(0, place - SEVERAL) : place]
        if self.last is not None:
            near.append(self.last)
        near = [finding for finding in near if finding.speakers and finding.pieces and finding.start < offset]
        if not near:
            return None
        latest = self._sentence_of(max(near, key=lambda finding: finding.start))
        together = [finding for finding in near if self._sentence_of(finding) == latest]
        quoting = [finding for finding in together if finding.complement == "quote"]
        return max(quoting or together, key=lambda f: (sum(end - start for start, end in f.pieces), f.start))

    def _sentence_of(self, finding: Finding) -> int:
        sentence = self.scene.parsed.sentence_at(finding.start)
        return sentence.index if sentence is not None else -1

    def _in_quotation(self, finding: Finding) -> bool:
        word = self.scene.parsed.word_at(finding.start)
        return word is not None and word.quotation is not None and finding.rule != "transcript"

    @staticmethod
    def _covered(finding: Finding, piece: Range) -> bool:
        place = bisect_right(finding.pieces, (piece[0], piece[1]))
        near = finding.pieces[max(0, place - 1) : place + 1]
        return any(start <= piece[0] and piece[1] <= end for start, end in near)


def _is_name(words: str) -> bool:
    """Whether each long word begins with a capital letter."""
    long = [word for word in words.split() if len(word) > LONG_ENOUGH]
    return bool(long) and all(word[:1].isupper() for word in long)


def _is_beside(finding: Finding) -> bool:
    """*When I asked who, he paused.*: whether the statement is only beside what its sentence tells."""
    clause = finding.clause
    return clause is not None and clause.relation in ("adverbial", "relative") and finding.complement != "quote"


class _Cover:
    """Which statement's content covers an offset; the outermost where several do."""

    def __init__(self, pieces: list[tuple[Range, Finding]]) -> None:
        self.pieces: list[tuple[Range, Finding]] = []
        for (start, end), finding in sorted(pieces, key=lambda p: (p[0][0], -p[0][1])):
            if not self.pieces or end > self.pieces[-1][0][1]:
                self.pieces.append(((start, end), finding))
        self.starts = [start for (start, _), _ in self.pieces]

    def at(self, offset: int) -> Finding | None:
        place = bisect_right(self.starts, offset) - 1
        if place < 0:
            return None
        (_, end), finding = self.pieces[place]
        return finding if offset < end else None


def _openers(scene: Scene) -> dict[int, list[Clause]]:
    """Verbs outside quotation marks that take a quotation, by sentence."""
    found: dict[int, list[Clause]] = {}
    for clause in scene.parsed.clauses:
        unquoted = clause.kind == "verb" and clause.quotation is None
        if unquoted and any("quote" in row.takes for row in scene.lexicon.cues("verb", clause.lemma)):
            found.setdefault(clause.sentence, []).append(clause)
    return found


def _gap(clause: Clause, quotation: Quotation) -> int:
    return max(quotation.outer_start - clause.trigger_end, clause.trigger_start - quotation.outer_end)


def _runs(scene: Scene) -> Iterator[list[Quotation]]:
    """Quotations one by one; those that run on over paragraphs together."""
    run: list[Quotation] = []
    for quotation in scene.outer:
        if run and not scene.parsed.text[run[-1].outer_end : quotation.outer_start].strip():
            run.append(quotation)
        else:
            if run:
                yield run
            run = [quotation]
        if quotation.closed:
            yield run
            run = []
    if run:
        yield run
