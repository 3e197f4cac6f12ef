"""Finds the cues of the lexicon in the clauses and phrases of an article, and what each of them says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.language.model import Clause, Phrase
from dragoman.speech.acts import EXPECTING
from dragoman.speech.content import Content, contents, said_from, tidy, told_above
from dragoman.speech.idioms import idiom_at, taken_by
from dragoman.speech.reports import content_beside, lost_subject, spoken
from dragoman.speech.scene import Finding, Range, Scene
from dragoman.speech.schema import Complement, Cue

#: complements that only somebody, not something, can have
PERSONAL: frozenset[Complement] = frozenset(
    {"object", "about", "attribute", "infinitive", "order", "gerund", "reproach"}
)
#: complements by which a poll, a letter or an advertisement may tell of something, too
TELLING: frozenset[Complement] = frozenset({"object", "about", "attribute", "reproach", "order"})
#: in these moods a cue with a bare object (*obliged to defend Japan*, *if they support the plan*) tells no words
LINKING = frozenset({"be", "remain", "stay", "seem", "appear", "become", "grow", "feel", "sound", "look", "get"})
#: nouns that count people
COUNTED = frozenset({"number", "handful", "group", "pair", "couple", "host", "score", "array", "part", "rest"})
#: what one does in order to say something, and by which it is said
OCCASIONS = frozenset(
    {
        "take", "use", "rise", "hold", "issue", "write", "call", "phone", "gather", "pause", "go", "join", "seize",
        "step", "stand", "meet", "release", "interrupt", "post", "tweet", "return", "turn", "appear", "convene", "get",
    }
)  # fmt: skip
UNSAID = frozenset({"conditional", "obliged", "purpose"})


def verb_cues(scene: Scene, nouns: dict[int, Finding]) -> Iterator[Finding]:
    """Statements by verbs and predicative adjectives; `nouns` are the noun cues found before, by phrase."""
    for clause in scene.parsed.clauses:
        idiom = _by_idiom(scene, clause)
        if idiom is not None:
            yield idiom
            continue
        rows = scene.lexicon.cues(clause.kind, clause.lemma) if clause.kind != "noun" else []
        rows = _with_adverb(scene, clause) or rows or _linked(scene, clause) or _felt(scene, clause)
        if rows:
            finding = _from_clause(scene, clause, rows)
            if finding is not None and not _said_by_noun(scene, finding, nouns):
                yield finding


def _with_adverb(scene: Scene, clause: Clause) -> list[Cue]:
    """*shot back*, *lashed out*: the entries of the verb with the adverb behind it, which the parser keeps apart."""
    if clause.kind != "verb":
        return []
    behind = scene.parsed.word_at(clause.trigger_end + 1)
    adverb = behind is not None and behind.start == clause.trigger_end + 1 and behind.tag in ("RB", "RP", "IN")
    return scene.lexicon.cues("verb", f"{clause.lemma} {behind.text.lower()}") if behind is not None and adverb else []


def _linked(scene: Scene, clause: Clause) -> list[Cue]:
    """*remains sceptical that …*: the entries of the adjective behind a linking verb."""
    if clause.kind != "verb" or clause.lemma not in LINKING:
        return []
    behind = scene.parsed.words_between(clause.trigger_end, min(clause.end, clause.trigger_end + 40))
    adjective = next((word for word in behind if word.pos != "ADV"), None)
    said = adjective is not None and adjective.pos in ("ADJ", "VERB")
    return scene.lexicon.cues("adjective", adjective.lemma) if adjective is not None and said else []


def _felt(scene: Scene, clause: Clause) -> list[Cue]:
    """*was heartened that …*, *is torn about …*: the entries of an adjective that the tagger takes for a passive."""
    word = scene.parsed.words[clause.head]
    passive = clause.kind == "verb" and clause.voice == "passive" and word.tag == "VBN"
    return scene.lexicon.cues("adjective", word.text.lower()) if passive else []


def _by_idiom(scene: Scene, clause: Clause) -> Finding | None:
    """*made it clear that …*: the predicate with the words behind it."""
    name, rows, last = idiom_at(scene, clause)
    content = taken_by(scene, clause, rows, last) if rows else None
    if content is None:
        return None
    cue = clause.trigger_start, max(clause.trigger_end, scene.parsed.words[last].end)
    return _finding(scene, clause, content, f"idiom:{name}", cue)


def _from_clause(scene: Scene, clause: Clause, rows: list[Cue]) -> Finding | None:
    rule = f"{clause.kind}:{clause.lemma}"
    span = (clause.trigger_start, clause.trigger_end)
    as_content = any(role.preposition == "as" for role in clause.all_roles("content"))
    if as_content and scene.lexicon.carrier(clause.lemma, cites=True):
        return None  # *quoted X as saying*: the inner verb is the cue
    content = (
        spoken(scene, clause, rows)
        or contents(scene, clause, rows)
        or _quoted_as(scene, clause, rows)
        or content_beside(scene, clause, rows)
    )
    if content is None or not content.pieces:
        scene.refuse(span, rule, "has no complement that its entries take")
        return None
    return _finding(scene, clause, content, rule, span)


def _finding(scene: Scene, clause: Clause, content: Content, rule: str, span: Range) -> Finding | None:
    content.pieces = _within_quotation(scene, clause, content.pieces)
    speakers = _speakers(scene, clause, content)
    reason = _impersonal(scene, clause, content, speakers)
    if reason:
        scene.refuse(span, rule, reason)
        return None
    return Finding(
        rule=f"{rule}+{content.complement}",
        cue=span,
        act=content.row.act,
        kind=content.row.kind,
        clause=clause,
        heads={clause.index},
        speakers=[*speakers, *_joined(scene, clause, speakers)],
        pieces=content.pieces,
        complement=content.complement,
        content_clause=content.clause,
        addressees=content.addressees,
        beside=content.beside,
    )


def _speakers(scene: Scene, clause: Clause, content: Content) -> list[Phrase]:
    """Who says it: the subject of the predicate or of the cue above, or one whom the parser makes no subject."""
    speakers = scene.phrases(told_above(scene, clause) or clause, "subject")
    if clause.voice == "passive" and content.row in _felt(scene, clause):
        speakers = scene.phrases(clause, "object")
    if clause.quotation is None:  # *"Shame!" yelled another*: the parser may take a word of the quotation
        speakers = [phrase for phrase in speakers if phrase.quotation is None or not _is_said(phrase, content)]
    return content.speakers or speakers or lost_subject(scene, clause)


def _is_said(phrase: Phrase, content: Content) -> bool:
    return content.complement == "quote" and any(
        a <= phrase.core_start and phrase.core_end <= b for a, b in content.pieces
    )


def _within_quotation(scene: Scene, clause: Clause, pieces: list[Range]) -> list[Range]:
    """What is told of within a quotation ends with it."""
    around = scene.outermost(clause.quotation)
    if around is None:
        return pieces
    clipped = [(max(start, around.start), min(end, around.end)) for start, end in pieces]
    return [(start, end) for start, end in clipped if start < end]


def _joined(scene: Scene, clause: Clause, speakers: list[Phrase]) -> list[Phrase]:
    """*A joined B and C in condemning D*: B and C condemn it too."""
    subjects = {phrase.index for phrase in speakers}
    for above in scene.parsed.ancestors(clause):
        if subjects.isdisjoint(phrase.index for phrase in scene.phrases(above, "subject")):
            return []
        if above.lemma == "join":
            return scene.phrases(above, "object")
    return []


def _impersonal(scene: Scene, clause: Clause, content: Content, speakers: list[Phrase]) -> str:
    """Why nobody says this, or nothing."""
    if content.complement == "object" and clause.kind == "verb" and _is_supposed(scene, clause):
        return "an attitude that is only supposed"
    if not speakers:
        if clause.voice == "passive" and content.complement in ("that", "quote", "question"):
            return ""
        if clause.voice == "passive" and content.row.kind == "speech" and content.row.act and clause.finite:
            return ""
        return "nobody says it" if content.complement != "quote" else ""
    somebody = any(_is_somebody(scene, phrase, content) for phrase in speakers)
    personal = content.complement in PERSONAL or clause.kind == "adjective"
    if content.complement == "gerund" and content.row.act in ("deny", "confirm"):
        personal = False  # nothing but somebody denies having done something
    if personal and (not somebody or (not any(map(scene.actors, speakers)) and _is_expletive(scene, speakers[0]))):
        return "its subject is not somebody"
    return "its subject is empty" if clause.kind == "verb" and _is_expletive_subject(scene, clause, speakers) else ""


def _is_somebody(scene: Scene, phrase: Phrase, content: Content) -> bool:
    """Whether the phrase may speak or want: an actor, a pronoun, people; of documents, one that tells of something."""
    if scene.is_somebody(phrase) or phrase.kind == "pronoun" or _some_of_them(scene, phrase):
        return True
    return content.complement in TELLING and content.row.kind == "speech" and scene.is_document(phrase)


def _some_of_them(scene: Scene, phrase: Phrase) -> bool:
    """*two of the jurors*, *a growing number of doctors*."""
    counted = scene.parsed.words[phrase.head].pos == "NUM" or phrase.lemma in COUNTED
    return counted and any(
        a.preposition == "of" and scene.is_somebody(scene.parsed.phrases[a.phrase]) for a in phrase.attachments
    )


def _is_supposed(scene: Scene, clause: Clause) -> bool:
    """Whether it is only a possibility, a duty or an aim; *is expected to condemn* is told of as expected."""
    above = scene.parsed.clauses[clause.parent] if clause.parent is not None else None
    if above is not None and clause.marker == "to" and clause.relation == "content" and _asks_for(scene, above):
        return True
    if clause.mood == "purpose" and above is not None and _is_occasion_for(scene, above):
        return False
    aimed_at = clause.mood == "future" and not clause.finite and (above is None or above.lemma not in EXPECTING)
    return clause.mood in UNSAID or aimed_at


def _is_occasion_for(scene: Scene, above: Clause) -> bool:
    """*took to Twitter to denounce the ruling*, *wrote to thank them*: what was done to say it has been done."""
    done = scene.parsed.words[above.head].tag in ("VBD", "VBN") and above.mood == "asserted"
    return done and above.lemma.split()[0] in OCCASIONS and above.polarity == "positive"


def _asks_for(scene: Scene, above: Clause) -> bool:
    """*called on all parties to honour the deal*: what somebody is asked to do is not yet done."""
    return any(
        row.act in ("request", "demand", "offer", "threaten") for row in scene.lexicon.cues(above.kind, above.lemma)
    )


def _is_expletive(scene: Scene, phrase: Phrase) -> bool:
    return scene.parsed.words[phrase.head].text.lower() in ("it", "this", "that", "there", "which", "what")


def _is_expletive_subject(scene: Scene, clause: Clause, speakers: list[Phrase]) -> bool:
    text = scene.parsed.words[speakers[0].head].text.lower()
    return text == "there" or (text in ("this", "that", "which", "what") and not scene.actors(speakers[0]))


def _quoted_as(scene: Scene, clause: Clause, rows: list[Cue]) -> Content | None:
    """*"…," X was quoted as saying*: the content hangs on the verb above."""
    if clause.marker != "as" or clause.parent is None:
        return None
    above = scene.parsed.clauses[clause.parent]
    return contents(scene, above, rows) if scene.lexicon.carrier(above.lemma, cites=True) else None


def _said_by_noun(scene: Scene, finding: Finding, nouns: dict[int, Finding]) -> bool:
    """Whether the verb only brings in a noun cue (*repeated his warning that …*); one that denies it points there."""
    if finding.complement != "object" or finding.clause is None:
        return False
    said = next((nouns[p.index] for p in scene.phrases(finding.clause, "object") if p.index in nouns), None)
    if said is None:
        return False
    if finding.act in ("deny", "reject"):
        finding.pieces, finding.denies, finding.content_clause = list(said.pieces), said, said.content_clause
        return False
    return not said.speakers or {p.index for p in said.speakers} == {p.index for p in finding.speakers}


def noun_cues(scene: Scene) -> dict[int, Finding]:
    """Statements by nouns (*X's claim that …*, *expressed hope of …*), by the noun's phrase."""
    found: dict[int, Finding] = {}
    for phrase in scene.parsed.phrases:
        rows = scene.lexicon.cues("noun", phrase.lemma) if phrase.kind == "noun" else []
        if rows:
            finding = _from_noun(scene, phrase, rows)
            if finding is not None:
                found[phrase.index] = finding
    return found


def _from_noun(scene: Scene, phrase: Phrase, rows: list[Cue]) -> Finding | None:
    word = scene.parsed.words[phrase.head]
    noun = scene.parsed.clause_of_word(phrase.head)
    governor = scene.object_of.get(phrase.index)
    light = governor if governor is not None and governor.lemma in scene.lexicon.light else None
    offer = _noun_content(scene, phrase, noun, rows) or _beside_noun(scene, phrase, light, rows)
    rule = f"noun:{phrase.lemma}"
    if offer is None:
        scene.refuse((word.start, word.end), rule, "has no complement that its entries take")
        return None
    row, complement, pieces, inner = offer
    speakers = _noun_speakers(scene, phrase, noun, light, row)
    if not speakers and complement not in ("that", "quote"):
        scene.refuse((word.start, word.end), rule, "nobody says it")
        return None
    carried = light is not None and light.trigger_start < word.start and light.sentence == phrase.sentence
    return Finding(
        rule=f"{rule}+{complement}",
        cue=(light.trigger_start, word.end) if light is not None and carried else (word.start, word.end),
        act=row.act,
        kind=row.kind,
        clause=light or noun,
        heads={clause.index for clause in (light, noun) if clause is not None},
        speakers=speakers,
        pieces=pieces,
        complement=complement,
        content_clause=inner,
        addressees=[scene.parsed.phrases[a.phrase] for a in phrase.attachments if a.preposition in row.to],
    )


NounOffer = tuple[Cue, Complement, list[Range], Clause | None]


def _noun_content(scene: Scene, phrase: Phrase, noun: Clause | None, rows: list[Cue]) -> NounOffer | None:
    """What the noun takes: a clause before a prepositional phrase."""
    for row in rows:
        for clause, preposition in _noun_clauses(scene, phrase, noun):
            if clause.finite and clause.marker in ("that", "") and "that" in row.takes and clause.start > phrase.head:
                return row, "that", [tidy(scene, clause.start, clause.end)], clause
            if clause.marker == "to" and not clause.finite and "infinitive" in row.takes:
                return row, "infinitive", [tidy(scene, clause.start, clause.end)], clause
            if preposition in row.prepositions and not clause.finite:
                return row, "gerund", [tidy(scene, clause.start, clause.end)], clause
    for row in rows:
        for attachment in phrase.attachments if "about" in row.takes else ():
            if attachment.preposition in row.prepositions:
                inner = scene.parsed.phrases[attachment.phrase]
                return row, "about", [tidy(scene, inner.start, inner.end)], None
    return None


def _beside_noun(scene: Scene, phrase: Phrase, light: Clause | None, rows: list[Cue]) -> NounOffer | None:
    """*voiced relief at the news*, *aired the fear that …*: what the parser hangs on the verb that carries the noun."""
    for role in light.roles if light is not None else ():
        for row in rows:
            if role.clause is not None and role.name == "content":
                clause = scene.parsed.clauses[role.clause]
                near = clause.start == phrase.end + 1 or said_from(scene, clause) == phrase.end + len(" that")
                if near and clause.marker == "that" and "that" in row.takes:
                    return row, "that", [tidy(scene, clause.start, clause.end)], clause
                of_it = clause.start == phrase.core_end + len(role.preposition) + 2
                if of_it and role.preposition in row.prepositions:
                    return row, "gerund", [tidy(scene, clause.start, clause.end)], clause
            elif role.phrase is not None and role.name == "complement" and role.preposition in row.prepositions:
                inner = scene.parsed.phrases[role.phrase]
                if inner.start == phrase.end + len(role.preposition) + 2 and "about" in row.takes:
                    return row, "about", [tidy(scene, inner.start, inner.end)], None
    willing = next((row for row in rows if "infinitive" in row.takes), None)
    for clause in scene.parsed.children(light) if light is not None else ():
        if willing is not None and clause.marker == "to" and clause.start == phrase.end + 1:
            return willing, "infinitive", [tidy(scene, clause.start, clause.end)], clause
    return None


def _noun_clauses(scene: Scene, phrase: Phrase, noun: Clause | None) -> Iterator[tuple[Clause, str]]:
    """Clauses that hang on the noun and are its content, not a relative clause about it."""
    for role in noun.roles if noun is not None else ():
        if role.name == "content" and role.clause is not None:
            yield scene.parsed.clauses[role.clause], role.preposition
    for clause in scene.subject_of.get(phrase.index, ()):
        if clause.lemma == "be":  # *the governor's view is that …*
            yield from (
                (scene.parsed.clauses[role.clause], "")
                for role in clause.all_roles("content")
                if role.clause is not None
            )
    for clause in scene.hosted.get(phrase.index, ()):
        about_it = any(r.filled_by in ("relative", "participle") and r.phrase == phrase.index for r in clause.roles)
        if clause.trigger_start > phrase.core_end and not about_it and clause.marker in ("that", "to"):
            yield clause, ""


def _noun_speakers(scene: Scene, phrase: Phrase, noun: Clause | None, light: Clause | None, row: Cue) -> list[Phrase]:
    """Whose noun it is: its own subject or owner, who it comes from, or the subject of the verb that carries it."""
    if noun is not None and (own := [p for p in scene.phrases(noun, "subject") if scene.actors(p)]):
        named = [p for p in own if p.kind != "pronoun"]
        return named or own
    if phrase.possessor is not None:
        return [scene.parsed.phrases[phrase.possessor]]
    sources = [
        a.phrase for a in phrase.attachments if a.preposition in ("by", "from", "among") and a.preposition not in row.to
    ]
    if sources:
        return [scene.parsed.phrases[index] for index in sources]
    if light is not None:
        return scene.phrases(light, "subject")
    return [p for p in map(scene.parsed.phrases.__getitem__, _names_before(phrase, scene)) if scene.actors(p)]


def _names_before(phrase: Phrase, scene: Scene) -> Iterable[int]:
    """Phrases made of the modifiers before a noun (*a Reuters report*)."""
    heads = {p.head: p.index for p in scene.parsed.phrases[max(0, phrase.index - 4) : phrase.index]}
    return (heads[index] for index in phrase.modifiers if index in heads)
