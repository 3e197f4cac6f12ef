"""From an article to its statements: the one place where the finders are called, in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from dragoman.actors import Cast
from dragoman.language.model import Clause, Parsed, Phrase
from dragoman.records import (
    ActorMention,
    Document,
    Form,
    Hop,
    Mention,
    PlaceMention,
    Statement,
    TimeMention,
    content_id,
    distinct,
)  # fmt: skip
from dragoman.speech.acts import act_of, response_of, status_of
from dragoman.speech.chains import link_all, links_of
from dragoman.speech.cues import noun_cues, verb_cues
from dragoman.speech.phrasal import clausal_cues, colon_cues, dash_cues, end_before_reports, keep_to_turns, phrase_cues
from dragoman.speech.quoting import attach_quotations
from dragoman.speech.scene import Finding, Link, Range, Scene, Trial
from dragoman.speech.schema import shipped
from dragoman.times import time_of


def find_statements(
    document: Document,
    parsed: Parsed,
    times: tuple[TimeMention, ...],
    cast: Cast,
    places: tuple[PlaceMention, ...] = (),
) -> tuple[Statement, ...]:
    """Every statement of the article, in the order of the text, each with its chain."""
    return _statements(Scene(document, parsed, times, cast, places, shipped()))


def explain_statements(
    document: Document,
    parsed: Parsed,
    times: tuple[TimeMention, ...],
    cast: Cast,
    places: tuple[PlaceMention, ...] = (),
) -> tuple[Trial, ...]:
    """Which cues fired, and which were tried and refused and why, in the order of the text."""
    scene = Scene(document, parsed, times, cast, places, shipped())
    fired = [
        Trial(span.start, span.end, statement.rule, True)
        for statement in _statements(scene)
        if (span := statement.cue or statement.content[0])
    ]
    return tuple(sorted((*fired, *scene.trials), key=lambda trial: (trial.start, trial.end, not trial.fired)))


def _statements(scene: Scene) -> tuple[Statement, ...]:
    said = [finding for finding in _findings(scene) if _says_something(scene, finding)]
    findings = [finding for finding in link_all(scene, said) if finding.pieces]
    findings.sort(key=lambda finding: finding.start)
    writer = _Writer(scene, findings)
    return tuple(writer.statement(finding) for finding in findings)


def _says_something(scene: Scene, finding: Finding) -> bool:
    """Whether any words are left of the content; what is blank in it goes."""
    text = scene.parsed.text
    finding.pieces = [piece for piece in finding.pieces if text[slice(*piece)].strip()]
    return bool(finding.pieces)


def _findings(scene: Scene) -> list[Finding]:
    nouns = noun_cues(scene)
    verbs = list(verb_cues(scene, nouns))
    said = {
        finding.content_clause.index for finding in verbs if finding.content_clause is not None and not finding.denies
    }
    phrases = [finding.cue for finding in verbs if finding.cue is not None and finding.rule.startswith("idiom")]
    findings = [*verbs, *(noun for noun in nouns.values() if _is_own(noun, said, phrases))]
    findings += [*phrase_cues(scene), *clausal_cues(scene), *colon_cues(scene), *dash_cues(scene)]
    findings = [finding for finding in findings if finding.pieces]
    keep_to_turns(findings)
    end_before_reports(scene, findings)
    return findings + attach_quotations(scene, findings)


def _is_own(noun: Finding, said: set[int], phrases: list[Range]) -> bool:
    """Whether the noun is a cue by itself and not one word of a longer one (*made the case that …*)."""
    within = any(start <= noun.cue[0] and noun.cue[1] <= end for start, end in phrases) if noun.cue else False
    return not within and (bool(noun.speakers) or not _is_said(noun, said))


def _is_said(noun: Finding, said: set[int]) -> bool:
    """*told analysts on a call that …*: what the parser hangs on the call is the verb's already."""
    return noun.content_clause is not None and noun.content_clause.index in said


RESPONSE = re.compile(
    r"[\s,]{1,3}(?:in (?:response|reaction|reply|answer) to|in retaliation for)\s{0,3}$", re.IGNORECASE
)
#: what is said about a speaker and is no part of his name
ASIDE = re.compile(r", (?:who|whom|whose|which|including|where|when|as|[a-z]+ing) ")


class _Writer:
    """Turns findings into records; ids first, so that they can point at each other."""

    def __init__(self, scene: Scene, findings: list[Finding]) -> None:
        self.scene = scene
        self.ids = {id(finding): self._id(finding, number) for number, finding in enumerate(findings)}
        self.speakers: dict[int, tuple[ActorMention, ...]] = {}
        self.mentions = [who.mention.start for who in scene.cast.mentions]
        self.title = next((block.span for block in scene.document.blocks if block.kind == "title"), None)

    def _id(self, finding: Finding, number: int) -> str:
        return content_id(self.scene.document.id, "statement", finding.cue, *finding.pieces, number)

    def statement(self, finding: Finding) -> Statement:
        scene = self.scene
        response, basis = response_of(scene, finding), finding.basis
        pieces = self._without_response(finding.pieces, response)
        return Statement(
            id=self.ids[id(finding)],
            speakers=self._speakers(finding),
            source=self._source(finding),
            cue=scene.parsed.mention(*finding.cue) if finding.cue else None,
            content=tuple(scene.parsed.mention(*piece) for piece in pieces),
            form=self._form(finding),
            speech_act=act_of(scene, finding),
            status=status_of(scene, finding),
            addressees=tuple(who for phrase in finding.addressees for who in scene.actors(phrase)),
            about=distinct(self._about(finding)),
            time=self._time(finding.clause),
            chain=tuple(self._chain(finding)),
            parent=self._parent(finding),
            denies=self.ids.get(id(finding.denies)) if finding.denies else None,
            basis=scene.parsed.mention(basis.start, basis.end) if basis else None,
            in_response_to=scene.parsed.mention(response.start, response.end) if response else None,
            in_title=self.title is not None and self.title.start <= finding.start < self.title.end,
            rule=finding.rule,
        )

    def _without_response(self, pieces: list[Range], response: Phrase | None) -> list[Range]:
        """What is said, without the *in response to X* at its end: that says why, and has a field of its own."""
        if response is None or not pieces or not pieces[-1][0] < response.start < pieces[-1][1] <= response.end:
            return pieces
        start, _ = pieces[-1]
        opening = RESPONSE.search(self.scene.parsed.text, start, response.start)
        kept = opening.start() if opening is not None else start
        return [*pieces[:-1], (start, kept)] if kept > start else pieces

    def _parent(self, finding: Finding) -> str | None:
        parent = finding.parent
        while parent is not None and id(parent) not in self.ids:
            parent = parent.parent
        return self.ids[id(parent)] if parent is not None else None

    def _speakers(self, finding: Finding) -> tuple[ActorMention, ...]:
        """Who speaks; *he* within somebody's statement is looked for among its speakers, so those come first."""
        line = [finding]
        while line[-1].parent is not None and id(line[-1].parent) not in self.speakers:
            line.append(line[-1].parent)
        for one in reversed(line):
            around = self.speakers[id(one.parent)] if one.parent is not None else ()
            found = [who for phrase in one.speakers for who in self.scene.actors(phrase, around)]
            if one.source is not None and not one.speakers:
                found += self.scene.cast.between(*one.source)
            self.speakers[id(one)] = tuple(dict.fromkeys(found))
        return self.speakers[id(finding)]

    def _source(self, finding: Finding) -> Mention | None:
        if finding.source is not None:
            return self.scene.parsed.mention(*finding.source)
        if not finding.speakers:
            return None
        relative = self._relative_pronoun(finding)
        return relative or self._whole(finding.speakers[0], (*finding.pieces, *filter(None, [finding.cue])))

    def _relative_pronoun(self, finding: Finding) -> Mention | None:
        """*the envoy, `who` said …*: like any pronoun it is the source, and `speakers` say for whom it stands."""
        clause = finding.clause
        if clause is None or clause.relation != "relative" or clause.host != finding.speakers[0].index:
            return None
        first = self.scene.parsed.word_at(clause.start)
        if first is None or first.tag not in ("WP", "WDT") or first.start >= clause.trigger_start:
            return None
        return self.scene.parsed.mention(first.start, first.end)

    def _whole(self, phrase: Phrase, others: tuple[Range, ...]) -> Mention:
        """The phrase with all that hangs on it, unless that takes in what is said or by which word."""
        inside = [clause.trigger_start for clause in self.scene.hosted.get(phrase.index, ()) if self._cites(clause)]
        starts = [start for start in (*inside, *(start for start, _ in others)) if phrase.start <= start < phrase.end]
        if starts:
            return self.scene.parsed.mention(phrase.core_start, self._end_before(phrase, min(starts)))
        aside = ASIDE.search(self.scene.parsed.text, phrase.core_end, phrase.end)
        start = self._with_kind(phrase)
        return self.scene.parsed.mention(start, aside.start() if aside else phrase.end)

    def _end_before(self, phrase: Phrase, limit: int) -> int:
        """Where the phrase ends before something in it that is not its own: behind *by*, *of* and their like."""
        ends = [self.scene.parsed.phrases[attachment.phrase].core_end for attachment in phrase.attachments]
        return max([phrase.core_end, *(end for end in ends if end <= limit)])

    def _with_kind(self, phrase: Phrase) -> int:
        """*the state news agency SANA*, which the parser may cut in two: where the kind of outlet begins."""
        before = self.scene.parsed.phrases[phrase.index - 1] if phrase.index else None
        if (
            phrase.kind != "name"
            or phrase.apposition
            or before is None
            or before.core_end + 1 != phrase.start
            or before.kind != "noun"
        ):
            return phrase.start
        return before.start if before.lemma in self.scene.lexicon.outlets else phrase.start

    def _cites(self, clause: Clause) -> bool:
        return self.scene.lexicon.carrier(clause.lemma, cites=True) is not None

    def _form(self, finding: Finding) -> Form:
        quoted = whole = 0
        for start, end in finding.pieces:
            for word in self.scene.parsed.words_between(start, end):
                if word.text[0].isalnum():
                    whole += 1
                    quoted += word.quotation is not None and not self._cue_quoted(finding)
        return "direct" if quoted == whole else "mixed" if quoted else "indirect"

    def _cue_quoted(self, finding: Finding) -> bool:
        """Whether the cue itself stands in a quotation: then its marks are another's."""
        word = self.scene.parsed.word_at(finding.cue[0]) if finding.cue else None
        return word is not None and word.quotation is not None

    def _about(self, finding: Finding) -> Iterator[str | None]:
        mentions = self.scene.cast.mentions
        for start, end in finding.pieces:
            for place in range(bisect_left(self.mentions, start), len(mentions)):
                who = mentions[place]
                if who.mention.start >= end:
                    break
                if who.actor is not None:
                    yield who.actor.country or who.actor.code

    def _time(self, clause: Clause | None) -> TimeMention | None:
        return time_of(self.scene.parsed, self.scene.times, clause) if clause is not None else None

    def _chain(self, finding: Finding) -> Iterator[Hop]:
        seen: set[int] = set()
        for link in links_of(finding):
            if link.phrase.index not in seen:
                seen.add(link.phrase.index)
                yield self._hop(link)
        document = self.scene.document
        for name in (document.agency, document.publisher):
            if name:
                yield Hop(actor=None, publisher=name, kind="published")

    def _hop(self, link: Link) -> Hop:
        phrase = link.phrase
        words = self._whole(phrase, tuple(filter(None, [link.cue])))
        found = self.scene.actors(phrase)
        actor = found[0] if found else ActorMention(mention=words, actor=None, name=words.words, rule="carrier")
        return Hop(
            actor=replace(actor, mention=words),
            cue=self.scene.parsed.mention(*link.cue) if link.cue else None,
            time=self._time(link.clause) if link.kind != "reported" else None,
            kind=link.kind,  # type: ignore[arg-type]
        )
