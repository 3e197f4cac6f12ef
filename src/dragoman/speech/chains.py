"""On whose word: who carried, quoted or reported a statement, from the speaker outward."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from itertools import islice

from dragoman.language.model import Clause, Phrase
from dragoman.speech.acts import is_speaker
from dragoman.speech.scene import Finding, Link, Range, Scene

#: *, as quoted by* behind a speaker
AS_QUOTED = re.compile(r", as (?P<verb>\w{4,12}) by ")


def link_all(scene: Scene, findings: list[Finding]) -> list[Finding]:
    """Give every statement its carriers, its parent and its ground; return those that remain statements."""
    for finding in findings:
        _quoted_as_saying(scene, finding)
        _told_outlet(scene, finding)
        _in_document(scene, finding)
        _carried_message(scene, finding)
        _as_quoted(scene, finding)
    citations = {clause.index for finding in findings for clause in _citing(scene, finding)}
    for finding in findings:  # *citing X* in itself says no more than the chain does
        finding.carrier_only = finding.clause is not None and finding.clause.index in citations
    findings = [finding for finding in findings if not finding.carrier_only]
    _nest(findings)
    by_head = {head: finding for finding in findings for head in finding.heads}
    for finding in findings:
        _only_carries(scene, finding, by_head)
    kept = [finding for finding in findings if not finding.carrier_only]
    return [finding for finding in kept if not _repeats_itself(scene, finding)]


def _quoted_as_saying(scene: Scene, finding: Finding) -> None:
    """*X was quoted as saying by Y*, *Y quoted X as saying*."""
    clause = finding.clause
    if clause is None or clause.marker != "as" or clause.parent is None or not finding.rule.startswith("verb"):
        return
    above = scene.parsed.clauses[clause.parent]
    carrier = scene.lexicon.carrier(above.lemma, cites=True)
    if carrier is None:
        return
    finding.speakers = scene.phrases(above, "object") or finding.speakers
    finding.heads.add(above.index)
    finding.clause = above
    finding.cue = (min(above.trigger_start, clause.trigger_start), max(above.trigger_end, clause.trigger_end))
    finding.links += [
        Link(phrase, carrier.kind, above, (above.trigger_start, above.trigger_end))
        for phrase in scene.phrases(above, "subject")
    ]


def _told_outlet(scene: Scene, finding: Finding) -> None:
    """*told the state broadcaster*, *said in an interview with Le Monde*."""
    for phrase in finding.addressees:
        if scene.is_outlet(phrase):
            finding.links.append(Link(phrase, "reported", finding.clause, finding.cue))
    for document in _documents(scene, finding):
        if document.lemma == "interview":
            for attachment in document.attachments:
                if attachment.preposition in ("with", "to", "by", "for", "on"):
                    phrase = scene.parsed.phrases[attachment.phrase]
                    if scene.is_outlet(phrase):
                        finding.links.append(Link(phrase, "reported", finding.clause))


def _documents(scene: Scene, finding: Finding) -> Iterator[Phrase]:
    """Statements, letters, interviews in which it was said, or that say it."""
    clause = finding.clause
    seen: set[int] = set()
    phrases = list(finding.speakers)
    if clause is not None:
        phrases += scene.phrases(clause, "complement")
    for phrase in phrases:
        if phrase.index not in seen and scene.is_document(phrase):
            seen.add(phrase.index)
            yield phrase


def _in_document(scene: Scene, finding: Finding) -> None:
    """*in a statement carried by Y*, *according to a memo seen by Y*."""
    for document in _documents(scene, finding):
        for clause in scene.hosted.get(document.index, ()):
            carrier = scene.lexicon.carrier(clause.lemma, cites=clause.lemma in ("quote", "cite")) or None
            if carrier is None or clause.voice != "passive":
                continue
            for phrase in scene.phrases(clause, "subject"):
                finding.links.append(Link(phrase, carrier.kind, clause, (clause.trigger_start, clause.trigger_end)))
        for attachment in document.attachments:  # *an interview broadcast by X*, taken for a noun by the parser
            phrase = scene.parsed.phrases[attachment.phrase]
            carrier = scene.lexicon.carrier(document.lemma, cites=False)
            if attachment.preposition == "by" and carrier and carrier.kind == "carried" and scene.is_outlet(phrase):
                finding.links.append(Link(phrase, "carried", finding.clause))


def _as_quoted(scene: Scene, finding: Finding) -> None:
    """*The minister, as quoted by Y, said …*: what hangs on the speaker between commas."""
    for speaker in finding.speakers[:1]:
        aside = AS_QUOTED.search(scene.parsed.text, speaker.core_end, max(speaker.end, speaker.core_end))
        word = scene.parsed.word_at(aside.start("verb")) if aside is not None else None
        carrier = scene.lexicon.carrier(word.lemma, cites=False) if word is not None else None
        if aside is None or carrier is None:
            continue
        behind = (p for p in scene.parsed.phrases[speaker.index + 1 :] if p.core_start >= aside.end())
        for phrase in islice(behind, 1):
            finding.links.append(Link(phrase, carrier.kind, finding.clause, aside.span("verb")))


def _carried_message(scene: Scene, finding: Finding) -> None:
    """*State media carried X's message, in which he …*."""
    clause = finding.clause
    if clause is None or clause.relation != "relative":
        return
    for above in scene.parsed.ancestors(clause):
        carrier = scene.lexicon.carrier(above.lemma, cites=False)
        if carrier is not None and any(map(scene.is_document, scene.phrases(above, "object"))):
            for phrase in scene.phrases(above, "subject"):
                finding.links.append(Link(phrase, carrier.kind, above, (above.trigger_start, above.trigger_end)))
            return


def _citing(scene: Scene, finding: Finding) -> Iterator[Clause]:
    """*Y, quoting X, wrote that …*: X speaks and Y carries; a cited document is the ground. Gives what cites."""
    clause = finding.clause
    if clause is None or not finding.rule.startswith("verb") or finding.complement in ("gerund", "infinitive"):
        return
    mine = {phrase.index for phrase in finding.speakers}
    for child in _citations(scene, finding, clause):
        inside = finding.content_clause is not None and child.parent == finding.content_clause.index
        beside = finding.beside is not None and child.parent == clause.index
        if not inside and not beside and not mine & {phrase.index for phrase in scene.phrases(child, "subject")}:
            continue
        yield child
        for cited in scene.phrases(child, "object")[:1]:
            if scene.is_document(cited) or not scene.actors(cited):
                finding.basis = cited
                continue
            finding.links += [Link(phrase, "reported", clause, finding.cue) for phrase in finding.speakers]
            finding.speakers = [cited]
            finding.act = finding.act if finding.act != "announce" else None  # the report's act is not the speaker's
            finding.source = _cited_whole(scene, cited, child)
            finding.cue = (child.trigger_start, child.trigger_end)


def _cited_whole(scene: Scene, cited: Phrase, child: Clause) -> Range:
    """The one cited with *from …*, *in …* behind, which the parser hangs on the participle."""
    behind = [phrase.end for phrase in scene.phrases(child, "complement") if phrase.start > cited.start]
    return cited.start, max([cited.end, *behind])


def _citations(scene: Scene, finding: Finding, clause: Clause) -> Iterator[Clause]:
    """Participles of citing in the same sentence, on the cue, on its subject, or between it and its *that*."""
    hosts = scene.phrases(clause, "subject")
    nearby = [*scene.parsed.children(clause), *(c for host in hosts for c in scene.hosted.get(host.index, ()))]
    if finding.content_clause is not None and finding.pieces:
        first = finding.pieces[0][0]
        nearby += [
            c for c in scene.parsed.children(finding.content_clause) if clause.trigger_end <= c.start < c.end <= first
        ]
    for child in {child.index: child for child in nearby}.values():
        if scene.lexicon.carrier(child.lemma, cites=True) and not child.finite and child.voice == "active":
            yield child


def _nest(findings: list[Finding]) -> None:
    """A statement whose cue stands in another's content is inside that one."""
    pieces = sorted(((start, -end, number) for number, finding in enumerate(findings) for start, end in finding.pieces))
    cues = sorted((finding.cue[0], finding.cue[1], number) for number, finding in enumerate(findings) if finding.cue)
    around: list[tuple[int, int]] = []  # the pieces that have begun, by where they stop
    place = 0
    for start, end, number in cues:
        while place < len(pieces) and pieces[place][0] <= start:
            insort(around, (-pieces[place][1], pieces[place][2]))
            place += 1
        del around[: bisect_left(around, (start + 1, -1))]
        for stop in range(bisect_left(around, (end, -1)), len(around)):
            if around[stop][1] != number:
                _hang(findings[number], findings[around[stop][1]])
                break


def _hang(inner: Finding, outer: Finding) -> bool:
    """Put one statement inside another, unless that would turn a chain into a ring."""
    above: Finding | None = outer
    while above is not None:
        if above is inner:
            return False
        above = above.parent
    inner.parent = outer
    return True


def _only_carries(scene: Scene, finding: Finding, by_head: dict[int, Finding]) -> None:
    """*…, the agency reported* above somebody's statement is a link in its chain, no statement of its own."""
    if finding.content_clause is None or not any(_passes_on(scene, finding, phrase) for phrase in finding.speakers):
        return
    inner = by_head.get(finding.content_clause.index)
    if inner is None or inner is finding or finding.rule.startswith("noun"):
        return
    if _hang(inner, finding):
        finding.carrier_only = finding.complement != "quote" and (inner.kind == "speech" or not finding.of_document)


def _passes_on(scene: Scene, finding: Finding, phrase: Phrase) -> bool:
    """An outlet; or, behind *according to*, a document that is nobody's."""
    if scene.is_outlet(phrase):
        return True
    return finding.rule.startswith("phrase") and scene.is_document(phrase)


def _repeats_itself(scene: Scene, finding: Finding) -> bool:
    """Whether somebody only says within an own statement what he thinks or says (*said he hoped that …*)."""
    parent = finding.parent
    while parent is not None and parent.carrier_only:
        parent = parent.parent
    if parent is None:
        return False
    own = bool(finding.speakers) and all(
        is_speaker(scene, parent, phrase) or _speaks_for(scene, parent, finding, phrase) for phrase in finding.speakers
    )
    if own and finding.cue:
        scene.refuse(finding.cue, finding.rule, "the speaker's own words about the same statement")
    return own


def _speaks_for(scene: Scene, parent: Finding, finding: Finding, phrase: Phrase) -> bool:
    """*Orban said his government supports the bid*: the attitude is the speaker's own to tell."""
    if finding.kind != "attitude" or finding.complement != "object":
        return False
    mine = {who.code for speaker in parent.speakers for who in scene.actors(speaker) if who.code}
    return any(who.code in mine for who in scene.actors(phrase))


def links_of(finding: Finding) -> Iterator[Link]:
    """Who passed the statement on, from the speaker outward."""
    yield from finding.links
    parent = finding.parent
    while parent is not None:
        if not parent.of_document:
            yield from (Link(phrase, "reported", parent.clause, parent.cue) for phrase in parent.speakers)
        yield from parent.links
        parent = parent.parent
