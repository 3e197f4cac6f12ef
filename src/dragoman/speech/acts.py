"""What a statement does (warn, deny, hope …) and whether it was made at all."""

from __future__ import annotations

from dragoman.language.model import Clause, Phrase
from dragoman.records import SpeechAct, StatementStatus
from dragoman.speech.scene import Finding, Scene

FIRST_PERSON = frozenset({"i", "we"})
THIRD_PERSON = frozenset({"he", "she", "it", "they"})
EXPECTING = frozenset({"expect", "due", "likely", "set", "schedule", "anticipate", "predict"})
DECLINING = frozenset({"decline", "refuse"})
REACTING = frozenset({"respond", "react", "reply"})
RESPONSES = ("in response to", "in reaction to", "in reply to", "in answer to", "in retaliation for", "responding to")
HYPOTHETICAL = frozenset({"possible", "obliged", "wished", "conditional", "purpose"})


def act_of(scene: Scene, finding: Finding) -> SpeechAct:
    """The act of the cue; under a neutral cue that of the occasion, or of the content's own main clause."""
    if finding.act is not None:
        return finding.act
    occasion = _occasion(scene, finding)
    if occasion is not None:
        return occasion
    return _act_of_content(scene, finding) or "say"


def _occasion(scene: Scene, finding: Finding) -> SpeechAct | None:
    """*in a thank-you message, …*: the message says what it is."""
    for phrase in _occasions(scene, finding):
        words = [scene.parsed.words[index].text.lower() for index in phrase.modifiers]
        words += [scene.parsed.phrases[a.phrase].lemma for a in phrase.attachments if a.preposition == "of"]
        for word in words:
            if word in scene.lexicon.occasions:
                return scene.lexicon.occasions[word]
    return None


def _occasions(scene: Scene, finding: Finding) -> list[Phrase]:
    if finding.clause is None:
        return []
    found = [p for p in scene.phrases(finding.clause, "complement", ("in", "via", "through")) if scene.is_document(p)]
    for link in finding.links:
        if link.clause is not None:
            found += [p for p in scene.phrases(link.clause, "object") if scene.is_document(p)]
    return found


def _act_of_content(scene: Scene, finding: Finding) -> SpeechAct | None:
    clause = finding.content_clause
    if clause is None or finding.complement not in ("that", "quote"):
        return None
    if _by_speaker(scene, finding, clause):
        rows = scene.lexicon.cues(clause.kind, clause.lemma)
        acts = [row.act for row in rows if row.act not in (None, "say", "announce")]
        if acts and clause.polarity == "positive":
            return acts[0]
    if clause.polarity == "negative" and clause.mood == "asserted" and _answers_charge(scene, clause):
        return "deny"
    if "must" in clause.modals and not _by_speaker(scene, finding, clause):
        return "demand"
    return None


def _answers_charge(scene: Scene, clause: Clause) -> bool:
    return clause.lemma in scene.lexicon.charges or clause.base in scene.lexicon.charges


def _by_speaker(scene: Scene, finding: Finding, clause: Clause) -> bool:
    """Whether the clause's subject is the one who speaks."""
    return any(is_speaker(scene, finding, phrase) for phrase in scene.phrases(clause, "subject"))


def is_speaker(scene: Scene, finding: Finding, phrase: Phrase) -> bool:
    """Whether the phrase, within what the finding says, stands for its speaker."""
    word = scene.parsed.words[phrase.head].text.lower()
    if word in FIRST_PERSON:
        return True
    if word in THIRD_PERSON and _other_pronoun(scene, finding, word):
        return False
    mine = {who.actor.id for speaker in finding.speakers for who in scene.actors(speaker) if who.actor}
    theirs = {who.actor.id for who in scene.actors(phrase) if who.actor}
    if theirs and mine:
        return bool(mine & theirs)
    return word in THIRD_PERSON and phrase.quotation is None and not theirs


def _other_pronoun(scene: Scene, finding: Finding, word: str) -> bool:
    """*She said that he …*: two pronouns that differ are two persons."""
    heads = [scene.parsed.words[speaker.head].text.lower() for speaker in finding.speakers]
    return bool(heads) and all(head in THIRD_PERSON and head != word for head in heads)


def status_of(scene: Scene, finding: Finding) -> StatementStatus:
    """Said, or only expected, declined or supposed."""
    clause = finding.clause
    if finding.rule.startswith("phrase"):
        return "said"  # its clause is what is said
    if clause is None or clause.kind == "noun" or scene.parsed.words[clause.head].tag == "VBD":
        return "declined" if clause is not None and _is_declined(scene, clause, finding) else "said"
    above = next((a for a in scene.parsed.ancestors(clause)), None)
    if clause.relation == "content" and above is not None and above.lemma in EXPECTING:
        return "expected"
    if _is_declined(scene, clause, finding):
        return "declined"
    if clause.polarity == "negative" and finding.kind == "speech":
        return "declined"
    if clause.mood == "future" and finding.kind == "speech":
        return "expected"
    if clause.mood in HYPOTHETICAL and finding.kind == "speech":
        return "hypothetical"
    return "said"


def _is_declined(scene: Scene, clause: Clause, finding: Finding) -> bool:
    declines = clause.kind == "verb" and clause.lemma in DECLINING and clause.polarity == "positive"
    return declines and _is_saying(scene, finding.content_clause)


def _is_saying(scene: Scene, clause: Clause | None) -> bool:
    """*declined to say*, *refused to comment*."""
    return clause is not None and any(row.act is None for row in scene.lexicon.cues(clause.kind, clause.lemma))


def response_of(scene: Scene, finding: Finding) -> Phrase | None:
    """What the statement answers: *in response to X*, *responding to X*, *asked about X*."""
    for clause in (finding.clause, finding.content_clause):
        if clause is None:
            continue
        found = scene.phrases(clause, "complement", RESPONSES)
        if found:
            return found[0]
        for child in scene.parsed.children(clause):
            found = scene.phrases(child, "complement", RESPONSES) if child.kind == "noun" else _reaction(scene, child)
            if found:
                return found[0]
    return None


def _reaction(scene: Scene, child: Clause) -> list[Phrase]:
    if child.relation not in ("adverbial", "relative", "parataxis"):
        return []
    if child.lemma in REACTING:
        return scene.phrases(child, "complement", ("to",))
    return scene.phrases(child, "complement", ("about",)) if child.lemma == "ask" else []
