"""Gives quotations to their speakers: to a cue in the sentence, to the statement before, across paragraphs.

A quotation that is no speech (scare quotes, titles, nicknames, names of laws) stays what it is: words in a sentence.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterator

from dragoman.language.model import Clause, Phrase, Quotation
from dragoman.speech.content import inside
from dragoman.speech.reports import lost_subject
from dragoman.speech.scene import Finding, Range, Scene

#: a quotation that has as many words, and is a sentence by its marks, needs no verb to be speech
LONG_ENOUGH = 3
ENDS_LIKE_SPEECH = (",", ".", "!", "?", "—", "…", "–")


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
        self.last: Finding | None = None

    def run(self) -> list[Finding]:
        for run in _runs(self.scene):
            self._run_of(run)
        return self.made

    def _run_of(self, run: list[Quotation]) -> None:
        owners = [self._owner(quotation) for quotation in run]
        finding = next((owner for owner in owners if owner is not None), None)
        if finding is None and any(map(self._is_speech, run)):
            finding = self._floating(run[0])
        if finding is None:
            for quotation in run:
                self.scene.refuse(
                    (quotation.outer_start, quotation.outer_end), "quotation", "no speech: no cue takes it"
                )
            return
        self.last = finding
        for quotation in run:
            piece = inside(self.scene, quotation)
            if piece[0] < piece[1] and not self._covered(finding, piece):
                insort(finding.pieces, piece)

    def _owner(self, quotation: Quotation) -> Finding | None:
        """The statement that has the quotation already, or the cue in its sentence that takes it."""
        taken = self.taken.at(quotation.start)
        if taken is not None:
            return taken
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
        first = max(0, quotation.outer_start - 2)
        colon = parsed.text.find(":", first, quotation.outer_start)
        clause = parsed.innermost_clause(colon - 1, colon) if colon > 0 else None
        while clause is not None and not (clause.finite and self._subjects(clause)):
            clause = parsed.clauses[clause.parent] if clause.parent is not None else None
        if clause is None or clause.trigger_start > colon or clause.quotation is not None:
            return None
        finding = Finding(
            rule="colon quotation",
            cue=(colon, colon + 1),
            speakers=self._subjects(clause),
            complement="quote",
            content_clause=next(iter(self.scene.clauses_in.get(quotation.index, ())), None),
        )
        self.made.append(finding)
        return finding

    def _subjects(self, clause: Clause) -> list[Phrase]:
        """The subject, if it is somebody."""
        found = self.scene.phrases(clause, "subject") if clause.kind != "noun" else []
        return [phrase for phrase in found if self.scene.actors(phrase)]

    def _from_cue(self, clause: Clause, quotation: Quotation) -> Finding | None:
        row = next(row for row in self.scene.lexicon.cues("verb", clause.lemma) if "quote" in row.takes)
        finding = Finding(
            rule=f"verb:{clause.lemma}+quote",
            cue=(clause.trigger_start, clause.trigger_end),
            act=row.act,
            kind=row.kind,
            clause=clause,
            heads={clause.index},
            speakers=self.scene.phrases(clause, "subject") or lost_subject(self.scene, clause),
            complement="quote",
            content_clause=next(iter(self.scene.clauses_in.get(quotation.index, ())), None),
            addressees=self.scene.phrases(clause, "recipient"),
        )
        self.by_clause[clause.index] = finding
        self.made.append(finding)
        return finding

    def _nearest_cue(self, quotation: Quotation) -> Clause | None:
        """The nearest cue outside quotation marks in the sentences that the quotation touches."""
        parsed = self.scene.parsed
        first = parsed.sentence_at(quotation.outer_start)
        last = parsed.sentence_at(max(quotation.outer_start, quotation.outer_end - 1))
        if first is None or last is None:
            return None
        numbers = {first.index, last.index}
        after = parsed.word_at(quotation.outer_end + 1)
        if after is not None and after.start >= quotation.outer_end and after.text[:1].islower():
            numbers.add(after.sentence)  # *"Will it hold?" he asked*: the parser begins a sentence behind the mark
        near = [clause for number in numbers for clause in self.openers.get(number, ())]
        near = [
            clause for clause in near if not self._is_inside(clause, quotation) and self._may_take(clause, quotation)
        ]
        return min(near, key=lambda clause: _gap(clause, quotation), default=None)

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
        if self._is_title(quotation, words):
            return False
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

    def _floating(self, quotation: Quotation) -> Finding | None:
        """A quotation that is a sentence by itself: more of the statement right before, or by its speaker."""
        parsed = self.scene.parsed
        sentence = parsed.sentence_at(quotation.outer_start)
        if sentence is None or parsed.text[sentence.start : quotation.outer_start].strip():
            return None
        before = self._statement_before(quotation.outer_start)
        if before is None:
            return None
        between = parsed.text[before.pieces[-1][1] : quotation.outer_start] if before.pieces else "\n"
        if "\n" not in between and before.complement == "quote" and len(between) < 200:
            return before
        finding = Finding(
            rule="floating quotation",
            cue=None,
            speakers=list(before.speakers),
            complement="quote",
            content_clause=next(iter(self.scene.clauses_in.get(quotation.index, ())), None),
            pieces=[inside(self.scene, quotation)],
        )
        self.made.append(finding)
        return finding

    def _statement_before(self, offset: int) -> Finding | None:
        place = bisect_right(self.starts, offset) - 1
        earlier = self.outside[place] if place >= 0 else None
        candidates = [f for f in (earlier, self.last) if f is not None and f.speakers and f.start < offset]
        return max(candidates, key=lambda f: f.start, default=None)

    def _in_quotation(self, finding: Finding) -> bool:
        word = self.scene.parsed.word_at(finding.start)
        return word is not None and word.quotation is not None and finding.rule != "transcript"

    @staticmethod
    def _covered(finding: Finding, piece: Range) -> bool:
        place = bisect_right(finding.pieces, (piece[0], piece[1]))
        near = finding.pieces[max(0, place - 1) : place + 1]
        return any(start <= piece[0] and piece[1] <= end for start, end in near)


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
