"""Where the content of a statement begins and ends, and which complement of the cue it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.language.model import Clause, Phrase, Quotation
from dragoman.speech.scene import Range, Scene
from dragoman.speech.schema import Complement, Cue

#: the complement that holds where a cue has several
PRIORITY: tuple[Complement, ...] = (
    "quote", "that", "question", "order", "infinitive", "gerund", "attribute", "reproach", "about", "object",
)  # fmt: skip
QUESTION_WORDS = frozenset({"whether", "if", "how", "what", "who", "whom", "whose", "why", "when", "where", "which"})
#: prepositions of what somebody is judged for; it belongs to what is said of him
FOR_WHAT = ("as", "for", "over")
LEADING = re.compile(r"(?:[\s,;:.…–—-]|that\b(?!\s*[.,]))+", re.IGNORECASE)
OUTER = " \t\n\r\u00a0,;:.…–—-"
#: verbs that say more of what somebody has begun to say
MORE = frozenset(
    {"add", "note", "stress", "emphasize", "emphasise", "explain", "insist", "caution", "point out", "continue"}
)
AMOUNTS = frozenset({"MONEY", "PERCENT", "CARDINAL", "QUANTITY"})
LINKS = ("and", "but", "or")
WHERE = frozenset({"at", "in", "near", "off", "against", "from", "between", "into", "inside", "outside"})
BEHIND = re.compile(r" (?P<preposition>on|upon|for|to|with) (?=\w)")
#: words by which a clause behind a comma tells what happened beside the saying, not what was said
BESIDE_SAYING = frozenset({"as", "after", "amid", "hours after", "days after", "even as", "just as"})
NARRATOR = re.compile(r"(?:,| [–—-]{1,2}) (?:which|who|whose|whom|where) ")
#: what may stand between two clauses of one thing said
LINKED = re.compile(r",?(?: (?:and|but|or|then|also|to|of|not|in \w+ \w+),?){0,4} ?")
#: modals of what is reported of the future
MOVED = frozenset({"would", "could", "might", "should"})
BREAK = re.compile(r"[,;–—]")


@dataclass(slots=True)
class Content:
    """What a cue takes: the entry that allows it, the pieces, their main clause, and whom it is said to.

    `beside` is the place of the whole report where it stands beside what it reports (*…, X said on Monday*), and
    `speakers` are those that the parser has not given to the predicate.
    """

    row: Cue
    complement: Complement
    pieces: list[Range]
    clause: Clause | None = None
    addressees: list[Phrase] = field(default_factory=list)
    beside: Range | None = None
    speakers: list[Phrase] = field(default_factory=list)


def contents(scene: Scene, clause: Clause, rows: list[Cue]) -> Content | None:
    """The complement of the predicate that makes it a statement, by the entries of its word; None if there is none."""
    offers = _with_quoted_end(clause, list(_offers(scene, clause)))
    for complement in PRIORITY:
        for row in rows:
            if complement not in row.takes:
                continue
            for name, preposition, pieces, inner in offers:
                if (
                    name == complement
                    and any(a < b for a, b in pieces)
                    and (preposition is None or preposition in row.prepositions)
                ):
                    return Content(row, complement, pieces, inner, addressees_of(scene, clause, row, complement))
    return None


def _with_quoted_end(clause: Clause, offers: list[Offer]) -> list[Offer]:
    """*said they were tired of hearing "no deal"*: what begins without marks behind the cue ends with the quotation."""
    begun = [o for o in offers if o[0] == "that" and o[2] and o[2][0][0] >= clause.trigger_end]
    quoted = [o for o in offers if o[0] == "quote" and begun and o[2][0][0] > begun[0][2][0][0]]
    if not quoted:
        return offers
    start, end = begun[0][2][0][0], max(piece[1] for offer in quoted for piece in offer[2])
    whole: Offer = ("that", None, [(start, max(end, begun[0][2][-1][1]))], begun[0][3])
    return [whole, *(offer for offer in offers if offer[0] not in ("quote", "that"))]


Offer = tuple[Complement, str | None, list[Range], Clause | None]


def _offers(scene: Scene, clause: Clause) -> Iterator[Offer]:
    """Every complement that the predicate has, with the preposition before it where the entry must allow it."""
    objects = scene.phrases(clause, "object") or scene.phrases(clause, "recipient")
    for role in clause.roles:
        if role.name == "content" and role.clause is not None:
            yield from _clausal(scene, clause, scene.parsed.clauses[role.clause], role.preposition, objects)
    for child in scene.parsed.children(clause):
        if (
            child.relation in ("condition", "adverbial")
            and child.marker in ("whether", "if")
            and child.start > clause.head
        ):
            yield "question", None, [tidy(scene, child.start, child.end)], child
        if child.relation == "purpose" and child.marker == "to" and not objects and clause.trigger_end < child.start:
            yield "infinitive", None, [tidy(scene, child.start, child.end)], child  # *threatened on Monday to leave*
        elif child.relation == "purpose" and child.marker == "to" and objects and objects[-1].end + 1 == child.start:
            yield "order", None, [tidy(scene, objects[0].start, child.end)], child  # *goaded them to strike*
    yield from _written(scene, clause)
    yield from _nominal(scene, clause, objects)


def _written(scene: Scene, clause: Clause) -> Iterator[Offer]:
    """*informed the agency in a letter that it would leave*: the parser hangs what is said on the letter."""
    for document in scene.phrases(clause, "complement", ("in", "via", "through", "with", "by", "on", "at", "during")):
        is_where = scene.is_document(document) or _is_occasion(scene, document)
        for child in scene.hosted.get(document.index, ()) if is_where else ():
            whole = any(role.name == "subject" and role.filled_by == "syntax" for role in child.roles)
            that = child.marker == "that" or scene.parsed.text[child.start : child.start + 5].lower() == "that "
            if child.finite and that and whole and child.start > clause.trigger_end:
                yield "that", None, [tidy(scene, child.start, child.end)], child


def _clausal(scene: Scene, clause: Clause, child: Clause, preposition: str, objects: list[Phrase]) -> Iterator[Offer]:
    quotation = scene.outermost(child.quotation)
    if (
        quotation is not None
        and not preposition
        and quotation != scene.outermost(clause.quotation)
        and child.start >= quotation.outer_start
    ):
        yield "quote", None, [inside(scene, quotation)], child
        return
    pieces = around_cue(scene, clause, child)
    tag = scene.parsed.words[child.head].tag
    if child.finite or child.marker == "that" or (tag == "VB" and _has_subject(scene, child)):
        yield ("question" if _asks(scene, child) else "that"), None, pieces, child
        yield "that", None, pieces, child
    elif child.marker == "to" or tag == "VB":
        first = scene.parsed.word_at(child.start)
        if first is not None and first.text.lower() in QUESTION_WORDS:
            yield "question", None, pieces, child
        if objects and objects[0].start < child.start:
            yield "order", None, [tidy(scene, objects[0].start, child.end)], child
        else:
            yield from _ordered(scene, clause, child)
        yield "infinitive", None, pieces, child
    elif preposition and preposition != "as":
        start = (
            objects[0].start if objects and preposition in FOR_WHAT and objects[0].start < child.start else child.start
        )
        end = _goes_on_to(scene, clause, child)
        if objects:
            yield "reproach", preposition, [tidy(scene, start, end)], child
        yield "about", preposition, [tidy(scene, child.start, end)], child  # *warned Athens against extending …*
        if start < child.start:
            yield "object", None, [tidy(scene, start, end)], child
        elif objects and objects[0].start < child.start:
            yield "attribute", preposition, [tidy(scene, objects[0].start, end)], child
        yield "gerund", preposition, pieces, child
    elif tag == "VBG" and preposition != "as":
        yield "gerund", None, pieces, child
    elif child.kind == "adjective" or preposition == "as":
        start = min([child.start, *(phrase.start for phrase in objects)])
        yield "attribute", None, [tidy(scene, start, child.end)], child


def _has_subject(scene: Scene, child: Clause) -> bool:
    """*said the tax breaks “do nothing for the economy”*: what the tagger takes for an infinitive has a subject."""
    own = any(role.name == "subject" and role.filled_by == "syntax" for role in child.roles)
    return own and child.marker == "" and any(p.start < child.trigger_start for p in scene.phrases(child, "subject"))


def _goes_on_to(scene: Scene, clause: Clause, child: Clause) -> int:
    """Where the last of the clauses that the parser hangs beside the first ends, if they follow one another.

    *accused them of hiding the file and of burning it*; *said it has respect and the rest was noise*.
    """
    end = child.end
    for role in clause.all_roles("content"):
        other = scene.parsed.clauses[role.clause] if role.clause is not None else child
        if other.start >= end and LINKED.fullmatch(scene.parsed.text, end, other.start):
            end = other.end
    return end


def _second_half(scene: Scene, clause: Clause, child: Clause, other: Clause) -> bool:
    """Whether what the parser takes for a second predicate beside the cue is one of what is said.

    *wants to raise wages and cut rents*: the form is the first one's; *noted it had failed, but others had helped*:
    tense follows the cue's.
    """
    if other.relation != "conjunct" or other.quotation != child.quotation:
        return False
    tag, above = scene.parsed.words[other.head].tag, scene.parsed.words[clause.head].tag
    own = any(role.name == "subject" and role.filled_by == "syntax" for role in other.roles)
    if child.marker == "to":
        return not own and (tag == "VB" or (tag == "VBP" and above not in ("VBP", "VB")))
    if own and above in ("VBZ", "VBP", "VBG") and _same_pronoun(scene, child, other):
        return True  # *says she hopes to win, but she knows it is late*
    moved = (child.perfect and other.perfect) or bool(MOVED & {*child.modals} and MOVED & {*other.modals})
    return own and above == "VBD" and moved


def _same_pronoun(scene: Scene, child: Clause, other: Clause) -> bool:
    words = [{p.lemma for p in scene.phrases(c, "subject") if p.kind == "pronoun"} for c in (child, other)]
    return bool(words[0] & words[1])


def _ordered(scene: Scene, clause: Clause, child: Clause) -> Iterator[Offer]:
    """*called on Minsk to release them*, *appealed to both sides to stop*: who is to act is a complement."""
    for role in clause.all_roles("complement"):
        phrase = scene.parsed.phrases[role.phrase] if role.phrase is not None else None
        if phrase is not None and role.preposition and clause.trigger_end <= phrase.start < child.start:
            yield "order", role.preposition, [tidy(scene, phrase.start, child.end)], child
            return
    behind = BEHIND.match(scene.parsed.text, clause.trigger_end, child.start + 1)
    if behind is not None:  # the parser has made the phrase the subject of what is to be done
        yield "order", behind["preposition"], [tidy(scene, behind.end(), child.end)], child


def _nominal(scene: Scene, clause: Clause, objects: list[Phrase]) -> Iterator[Offer]:
    behind = [
        (role.preposition, scene.parsed.phrases[role.phrase])
        for role in clause.roles
        if role.name == "complement"
        and role.phrase is not None
        and role.filled_by != "relative"
        and scene.parsed.phrases[role.phrase].start >= clause.trigger_end
    ]
    attributes = scene.phrases(clause, "attribute")
    as_what = [phrase for preposition, phrase in behind if preposition in ("as", "to", "with")]
    if objects and (attributes or as_what):
        whole = [*objects, *(attributes or as_what)]
        complement = None if attributes or any(p == "as" for p, _ in behind) else "to"
        yield "attribute", complement, _without_aside(scene, _hull(scene, clause, whole)), None
    for preposition, phrase in behind:
        if f"{clause.lemma} {preposition}" in scene.lexicon.particled and phrase.start > clause.trigger_end:
            yield "object", None, _without_aside(scene, _hull(scene, clause, [phrase])), None
            yield "reproach", "for", *_what_for(scene, clause, phrase)
        complement_name: Complement = "reproach" if objects else "about"
        whole = [*objects, phrase] if preposition in FOR_WHAT else [phrase]
        yield complement_name, preposition, _without_aside(scene, _hull(scene, clause, whole)), None
        yield "about", preposition, _without_aside(scene, [tidy(scene, phrase.start, phrase.end)]), None
    if clause.voice == "passive":  # *were baffled by the vote*: what does it to them is what they think about
        for phrase in scene.phrases(clause, "subject"):
            yield "about", "by", _hull(scene, clause, [phrase]), None
    if objects:
        tail = [phrase for preposition, phrase in behind if preposition in FOR_WHAT]
        tail += _where_it_is(scene, objects[-1], behind)
        hull = _without_aside(scene, _hull(scene, clause, [*objects, *tail]))
        yield "object", None, _with_contact(scene, clause, hull), None


def _what_for(scene: Scene, clause: Clause, phrase: Phrase) -> tuple[list[Range], Clause | None]:
    """*tore into the insurers for hiding the file*: from who is blamed to what for; nothing where nothing is told."""
    for role in clause.roles:
        if role.preposition in ("for", "over") and role.name in ("complement", "content"):
            whole = scene.parsed.phrases[role.phrase] if role.phrase is not None else None
            inner = scene.parsed.clauses[role.clause] if role.clause is not None else None
            other = whole or inner
            if other is not None and other.start >= phrase.end:
                return [tidy(scene, phrase.start, other.end)], inner
    return [], None


def _with_contact(scene: Scene, clause: Clause, hull: list[Range]) -> list[Range]:
    """*cited remarks he had made*, *mentioned raising taxes and cutting rents*: the object and what belongs to it."""
    (start, end), text = hull[-1], scene.parsed.text
    for other in scene.parsed.children(clause):
        if other.start < end or other.quotation != clause.quotation:
            continue
        between = text[end : other.start]
        bare = other.relation == "content" and other.finite and not other.marker and between == " "
        gerund = scene.parsed.words[other.head].tag == "VBG" and between in (" and ", " or ", ", ")
        more = other.relation == "conjunct" and gerund and scene.parsed.words[clause.head].tag != "VBG"
        if bare or more:
            end = other.end
    return [*hull[:-1], tidy(scene, start, end)]


def _without_aside(scene: Scene, pieces: list[Range]) -> list[Range]:
    return [(start, before_aside(scene, start, end)) for start, end in pieces]


def before_aside(scene: Scene, start: int, end: int) -> int:
    """*praised the plan, which includes a tax cut*: the aside is the writer's."""
    aside = NARRATOR.search(scene.parsed.text, start, end)
    return aside.start() if aside is not None else end


def _where_it_is(scene: Scene, last: Phrase, behind: list[tuple[str, Phrase]]) -> list[Phrase]:
    """*condemned the raid at the shoal*: where a deed was done is part of it, where or when it is told of is not."""
    deed = scene.parsed.clause_of_word(last.head)
    is_deed = deed is not None and deed.kind == "noun"
    for preposition, phrase in behind:
        belongs = (
            preposition == "by"
            or (preposition == "at" and phrase.entity in AMOUNTS)
            or (is_deed and preposition in WHERE and phrase.entity not in ("DATE", "TIME"))
        )
        follows = phrase.start == last.end + len(preposition) + 2
        if belongs and follows and not _is_occasion(scene, phrase):
            return [phrase]
    return []


def _is_occasion(scene: Scene, phrase: Phrase) -> bool:
    """Where something is said (*in a letter*, *at a press conference*), not where it is."""
    said_in = scene.is_document(phrase) or phrase.lemma in scene.lexicon.press
    return said_in or phrase.lemma in (
        "meeting",
        "summit",
        "call",
        "talk",
        "visit",
        "conference",
        "session",
        "time",
        "term",
    )


def _hull(scene: Scene, clause: Clause, phrases: list[Phrase]) -> list[Range]:
    """From the first of the phrases to the last, or each by itself where the predicate stands between them."""
    start, end = min(phrase.start for phrase in phrases), max(phrase.end for phrase in phrases)
    if start < clause.trigger_start < end:
        return [tidy(scene, phrase.start, phrase.end) for phrase in sorted(phrases, key=lambda p: p.start)]
    return [tidy(scene, start, end)]


def _asks(scene: Scene, child: Clause) -> bool:
    first = scene.parsed.word_at(child.start)
    return first is not None and first.text.lower() in QUESTION_WORDS


def addressees_of(scene: Scene, clause: Clause, row: Cue, complement: Complement) -> list[Phrase]:
    """Whom it is said to, by the entry."""
    found = scene.phrases(clause, "recipient")
    if complement == "reproach" or (
        row.addressed and complement in ("that", "quote", "question", "about", "infinitive")
    ):
        found += scene.phrases(clause, "object")
    if row.to:
        found += scene.phrases(clause, "complement", row.to)
    return found


def inside(scene: Scene, quotation: Quotation) -> Range:
    """What stands between the marks, without white space at its ends."""
    words = scene.parsed.text[quotation.start : quotation.end]
    start = quotation.start + len(words) - len(words.lstrip())
    return start, max(start, quotation.start + len(words.rstrip()))


def tidy(scene: Scene, start: int, end: int) -> Range:
    """The span without complementiser and outer punctuation; a quotation that it cuts is taken whole."""
    text = scene.parsed.text
    leading = LEADING.match(text, start, end)
    start = leading.end() if leading else start
    end = _without_outer(text, start, end)
    for quotation in _at_ends(scene, start, end):
        if quotation.start < end <= quotation.outer_end and start <= quotation.start:
            end = quotation.outer_end
        elif quotation.outer_start <= start < quotation.end < end:
            start = quotation.outer_start
    return start, max(start, end)


def _without_outer(text: str, start: int, end: int) -> int:
    """Where the span ends without punctuation, white space and a link that nothing follows."""
    while end > start:
        if text[end - 1] in OUTER or text[end - 1].isspace():
            end -= 1
            continue
        link = next((word for word in LINKS if text.startswith(word, end - len(word))), None)
        first = end - len(link) if link else end
        if link is None or first <= start or not (text[first - 1].isspace() or text[first - 1] == ","):
            break
        end = first
    return end


def _at_ends(scene: Scene, start: int, end: int) -> Iterator[Quotation]:
    for offset in (start, end - 1):
        word = scene.parsed.word_at(offset)
        quotation = scene.outermost(word.quotation) if word else None
        if quotation is not None:
            yield quotation


def around_cue(scene: Scene, clause: Clause, child: Clause) -> list[Range]:
    """The child's span, without the words of the cue where they stand in its middle (*The deal, he said, is dead*)."""
    zone = cue_zone(scene, clause)
    return without(scene, (said_from(scene, child), _said_to(scene, clause, child)), zone)


def _said_to(scene: Scene, clause: Clause, child: Clause) -> int:
    """Where what is said ends: before what happened meanwhile (*…, as others left*), or what the speaker did next."""
    end = child.end
    if clause.trigger_start > child.trigger_start or child.quotation is not None:
        return end
    end = _goes_on_to(scene, clause, child)
    for other in scene.parsed.children(child):
        if told_above(scene, other) == clause:
            end = min(end, _before_link(scene, other))
        comma = scene.parsed.text.rfind(",", child.trigger_end, other.start)
        apart = comma > 0 and not scene.parsed.text[comma + 1 : other.start].strip()
        meanwhile = other.relation == "adverbial" and other.finite and other.marker in BESIDE_SAYING and apart
        if meanwhile or _denies_too(scene, child, other):
            end = min(end, _before_link(scene, other))
    return _behind_colon(scene, clause, _with_more(scene, clause, child, end))


def _behind_colon(scene: Scene, clause: Clause, end: int) -> int:
    """*notes that three things are rising: wages, …*: what a colon brings in belongs to it, but no quotation."""
    sentence, text = scene.parsed.sentences[clause.sentence], scene.parsed.text
    if text[end : end + 2] != ": " or end >= sentence.end:
        return end
    _, after = scene.outer_near(end)
    return end if after is not None and after.outer_start < sentence.end else sentence.end


def _with_more(scene: Scene, clause: Clause, child: Clause, end: int) -> int:
    """The end with what the parser hangs on the cue: a condition, or a second half."""
    for other in scene.parsed.children(clause):
        if other.sentence != clause.sentence or other.start < child.end:
            continue
        if other.relation == "condition":  # *said they would leave if …*: the condition is theirs
            end = max(end, other.end)
        elif LINKED.fullmatch(scene.parsed.text, end, other.start) and _second_half(scene, clause, child, other):
            end = max(end, *(c.end for c in (other, *_conjuncts(scene, other))))
    return end


def _conjuncts(scene: Scene, clause: Clause) -> Iterator[Clause]:
    for other in scene.parsed.children(clause):
        if other.relation == "conjunct" and other.start >= clause.trigger_end:
            yield other
            yield from _conjuncts(scene, other)


def told_above(scene: Scene, clause: Clause) -> Clause | None:
    """The cue whose speaker is a later cue's too, though the parser hangs that one in what the first one says.

    *said the talks had failed, adding that …*; *said it would leave and denied that …*.
    """
    inner = scene.parsed.clauses[clause.parent] if clause.parent is not None else None
    if inner is None or inner.relation != "content" or inner.parent is None or inner.kind == "noun":
        return None
    outer = scene.parsed.clauses[inner.parent]
    if {outer.quotation, inner.quotation, clause.quotation} != {None} or outer.trigger_start > inner.trigger_start:
        return None
    if clause.kind != "verb" or not (_is_telling(scene, outer) and _is_telling(scene, clause)):
        return None
    tag, above = scene.parsed.words[clause.head].tag, scene.parsed.words[outer.head].tag
    if tag == "VBG":
        behind_comma = scene.parsed.text.endswith(", ", 0, clause.trigger_start)
        beside = (
            clause.relation == "adverbial" and behind_comma and (clause.lemma in MORE or not _somebody(scene, inner))
        )
        return outer if beside or (clause.relation == "conjunct" and above == "VBG" and inner.finite) else None
    own = any(role.name == "subject" and role.filled_by == "syntax" for role in clause.roles)
    return outer if clause.relation == "conjunct" and not own and _is_the_cues(scene, inner, clause) else None


def _denies_too(scene: Scene, child: Clause, other: Clause) -> bool:
    """*denied that it could be used and did not rule out …*."""
    own = any(role.name == "subject" and role.filled_by == "syntax" for role in other.roles)
    did = "did" in [word.text.lower() for word in scene.parsed.words_between(other.start, other.trigger_end)]
    backshifted = child.perfect or scene.parsed.words[child.head].tag != "VBD"
    return other.relation == "conjunct" and did and backshifted and not own and other.quotation is None


def _is_telling(scene: Scene, clause: Clause) -> bool:
    return any(
        row.kind == "speech" and {"that", "quote"} & {*row.takes} for row in scene.lexicon.cues("verb", clause.lemma)
    )


def _somebody(scene: Scene, clause: Clause) -> bool:
    return any(scene.actors(phrase) for phrase in scene.phrases(clause, "subject"))


def _is_the_cues(scene: Scene, child: Clause, other: Clause) -> bool:
    """*said it would leave and denied that …*: a past tense behind a modal, or beside a thing, is the cue's."""
    linked = scene.parsed.text.endswith((" and ", " but "), 0, other.trigger_start)
    past = scene.parsed.words[other.head].tag in ("VBD", "VBN") and not other.perfect and not other.modals
    says = other.role("content") is not None
    return linked and past and says and (bool(child.modals) or not _somebody(scene, child))


def _before_link(scene: Scene, other: Clause) -> int:
    """Where the word that links a clause to the one before begins, or the clause itself."""
    start = min(other.start, other.trigger_start)
    return start - len(" and") if scene.parsed.text.endswith((" and ", " but "), 0, start) else start


def said_from(scene: Scene, child: Clause) -> int:
    """Where a clause begins: behind its own *that*, before which an aside may stand (*said, citing X, that …*)."""
    if child.marker != "that":
        return child.start
    subjects = scene.phrases(child, "subject") or scene.phrases(child, "object")
    first = min((p.start for p in subjects if p.start > child.start), default=child.trigger_start)
    for word in reversed(list(scene.parsed.words_between(child.start, min(first, child.trigger_start)))):
        if word.text.lower() == "that" and word.tag == "IN":
            return word.end
    return child.start


def cue_zone(scene: Scene, clause: Clause) -> Range:
    """From the first to the last word among predicate, speaker and those spoken to."""
    inner = [r.clause for r in clause.roles if r.name == "content" and r.clause is not None]
    taken = [
        phrase
        for name in ("subject", "recipient")
        for phrase in scene.phrases(clause, name)
        if not any(_owns(scene, index, phrase) for index in inner)
    ]
    starts = [clause.trigger_start, *(phrase.core_start for phrase in taken if phrase.sentence == clause.sentence)]
    ends = [clause.trigger_end, *(phrase.core_end for phrase in taken if phrase.sentence == clause.sentence)]
    return min(starts), max(ends)


def _owns(scene: Scene, index: int, phrase: Phrase) -> bool:
    roles = scene.parsed.clauses[index].roles
    return any(role.phrase == phrase.index and role.filled_by == "syntax" for role in roles)


def without(scene: Scene, whole: Range, hole: Range) -> list[Range]:
    """The span less the hole, which is widened to the commas or dashes around it."""
    (start, end), (first, last) = whole, hole
    if last <= start or end <= first:
        return [tidy(scene, start, end)]
    text = scene.parsed.text
    aside = first <= start or bool(BREAK.search(text[max(start, first - 2) : first]))
    if aside:  # *the mine, he said, is closed*, not *the mine which he said is closed*
        close = BREAK.search(text, last, end)
        last = close.end() if close else end
    pieces = [tidy(scene, start, first)] if first > start else []
    pieces += [tidy(scene, last, end)] if last < end else []
    return [piece for piece in pieces if piece[0] < piece[1]]
