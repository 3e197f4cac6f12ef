"""The roles of nouns of action: *Putin's warning to Seoul*, *talks between A and B*, *issued a statement*."""

from __future__ import annotations

from dataclasses import replace

from dragoman.language.drafts import Draft, Workshop
from dragoman.language.model import Attachment, Phrase, Role, RoleName
from dragoman.language.schema import LightVerb, Nominalisation

#: prepositions behind which the one who acts stands
AGENTS = frozenset({"by", "of", "from"})
#: participles behind a hyphen that say whose act it is
LED = frozenset({"led", "launched", "ordered", "orchestrated", "organised", "organized", "run", "staged", "imposed"})
#: prepositions of the other party, which the parser hangs on the one who acts (*attacks by Chad | on Sudan*)
OTHERS = frozenset({"on", "against", "toward", "towards"})
#: those that may belong to the one who acts unless that is a name (*aid by Chad | to Sudan*)
OTHERS_BEHIND_NAMES = OTHERS | {"of", "to", "for", "with", "over", "at", "near", "about"}


def nominal_roles(shop: Workshop, draft: Draft) -> None:
    """Fill a noun's roles from possessor, nationality, prepositions; then from a light verb around it."""
    phrase = shop.table.phrases[shop.table.by_head[draft.head]]
    family = shop.grammar.nouns[draft.lemma][1]
    if phrase.possessor is not None and shop.table.phrases[phrase.possessor].entity not in ("DATE", "TIME"):
        behind = any(attachment.preposition == "of" for attachment in phrase.attachments)
        patient = family.possessor == "object" and not (behind and family.of == "object")
        draft.add("object" if patient else "subject", phrase.possessor, "possessive")
    for modifier in shop.table.nationalities.get(draft.head, ()):
        draft.add(family.possessor if phrase.possessor is None else "complement", modifier, "adjective")
    for leader in _leaders(shop, draft) if not draft.roles else ():
        draft.add("subject", leader, "adjective")
    attachments = _attachments(shop, phrase)
    agent = any(attachment.preposition == "by" for attachment in attachments)
    free = not (agent or draft.roles)
    acts = free and any(_is_other(shop, family, one) for one in attachments if one.preposition != "of")
    decides = free and (_has_infinitive(shop, draft) or _has_other(family, attachments))
    for attachment in attachments:
        if shop.table.phrases[attachment.phrase].entity in ("DATE", "TIME"):
            continue
        role = _role_of(family, attachment.preposition, agent=agent)
        is_name = shop.table.phrases[attachment.phrase].kind == "name"
        if attachment.preposition == "of" and (decides or (acts and is_name)):
            role = "subject"  # *the refusal of the king to sign*, *the support of Norway for Peru*
        preposition = attachment.preposition if role == "complement" else ""
        draft.add(role, attachment.phrase, "nominal", preposition)
    verb = _carrier(shop, draft)
    if verb is not None and _carried(shop, draft, verb):
        draft.relation, draft.parent = "light", verb.head


def _carrier(shop: Workshop, draft: Draft) -> Draft | None:
    """The verb that may carry the noun; of a coordination, the one that carries the first of them."""
    above, own = shop.draft_of(draft.parent), shop.table.by_head[draft.head]
    if above is not None and above.kind == "noun" and above.light:
        joined = shop.table.coordination.get(own) == shop.table.by_head[above.head]
        return shop.draft_of(above.parent) if joined else above
    return above


def _leaders(shop: Workshop, draft: Draft) -> list[int]:
    """*a Saudi-led air strike*: who leads it."""
    tree, by_head = shop.tree, shop.table.by_head
    led = [child for child in tree.kids(draft.head, "amod") if tree.text[child].lower() in LED]
    names = (name for child in led for name in tree.kids(child, "npadvmod", "compound", "nsubj"))
    return [by_head[name] for name in names if name in by_head]


def _attachments(shop: Workshop, phrase: Phrase) -> tuple[Attachment, ...]:
    """What hangs on the noun, and what hangs on the one who acts though it is the other party."""
    found = list(phrase.attachments)
    for attachment in phrase.attachments:
        agent = shop.table.phrases[attachment.phrase]
        if attachment.preposition in AGENTS:
            meant = OTHERS_BEHIND_NAMES if agent.kind == "name" else OTHERS
            found += (one for one in agent.attachments if one.preposition in meant - {attachment.preposition})
    return tuple(found)


def _is_other(shop: Workshop, family: Nominalisation, attachment: Attachment) -> bool:
    """Whether the other party stands there (*the support of Norway | for Peru*), so that *of* is who acts."""
    is_party = shop.table.phrases[attachment.phrase].kind == "name"
    return is_party and attachment.preposition in (*OTHERS, "to", "for", *family.object_prepositions)


def _has_other(family: Nominalisation, attachments: tuple[Attachment, ...]) -> bool:
    """*the raid of the police on the embassy*: what is attacked stands behind *on*, so that *of* is who acts."""
    there = {one.preposition for one in attachments}
    return "of" in there and not there.isdisjoint(OTHERS.intersection(family.object_prepositions))


def _has_infinitive(shop: Workshop, draft: Draft) -> bool:
    """*the refusal of the king to sign*: who is to do it is who acts."""
    tree = shop.tree
    verbs = tree.kids(draft.head, "acl", "relcl", "xcomp", "ccomp")
    return any(tree.tag[verb] == "VB" and tree.tag[verb - 1] == "TO" for verb in verbs)


def carried_by_participle(shop: Workshop, draft: Draft) -> None:
    """*sanctions imposed on X by Y*, *the talks that Oman hosted*: a light verb that hangs on the noun."""
    if draft.light:
        return
    for child in shop.tree.kids(draft.head, "acl", "relcl"):
        verb = shop.drafts.get(child)
        if verb is not None and verb.kind == "verb" and verb.host is not None and _carried(shop, draft, verb):
            return


def _role_of(family: Nominalisation, preposition: str, *, agent: bool) -> RoleName:
    if preposition == "by":
        return "subject"
    if preposition == "of":
        return "object" if agent else family.of
    return "object" if preposition in family.object_prepositions else "complement"


def _carried(shop: Workshop, draft: Draft, verb: Draft) -> bool:
    """Take over from a light verb who does it and to whom; say whether it is one."""
    if verb.kind == "noun":
        return False
    family = shop.grammar.nouns[draft.lemma][1]
    slot = _slot(shop, draft, verb)
    if slot is None:
        return False
    if verb.lemma == "be" and slot == "attribute":
        draft.light = "be"
        draft.add("subject", verb.filler("subject"), "light")
        return True
    light = _light_verb(shop, draft, verb, slot)
    if light is None:
        return False
    draft.light = verb.lemma
    if light.prepositions.get("of") == "subject":
        _turn_round(shop, draft)
    own = [role for role in draft.roles if role.name == "subject"]
    if (
        light.subject == "subject"
        and verb.filler("subject") is not None
        and all(_is_pronoun(shop, r.phrase) for r in own)
    ):
        draft.roles = [role for role in draft.roles if role not in own]  # *Putin expressed his hope*
        own = []
    for role in tuple(verb.roles):
        name = _inherited(role, light, family)
        if name is None or role.phrase is None or role.phrase in (_own_phrases(shop, draft)):
            continue
        if name != "subject" or not own:
            draft.add(name, role.phrase, "light", role.preposition if name == "complement" else "")
    return True


def _turn_round(shop: Workshop, draft: Draft) -> None:
    """*enjoys the backing of the army*: whose it is acts, and is not what it is done to."""
    phrase = shop.table.phrases[shop.table.by_head[draft.head]]
    behind = {attachment.phrase for attachment in phrase.attachments if attachment.preposition == "of"}
    draft.roles = [
        replace(role, name="subject") if role.name == "object" and role.phrase in behind else role
        for role in draft.roles
    ]


def _own_phrases(shop: Workshop, draft: Draft) -> tuple[int, ...]:
    """The noun's phrase and, of a coordination, the first phrase, which stands for all."""
    own = shop.table.by_head[draft.head]
    first = shop.table.coordination.get(own, own)
    return (own,) if first == own else (own, first)


def _is_pronoun(shop: Workshop, phrase: int | None) -> bool:
    return phrase is not None and shop.table.phrases[phrase].kind == "pronoun"


def _slot(shop: Workshop, draft: Draft, verb: Draft) -> str | None:
    """Where the noun stands in the verb: `object`, `attribute`, or the preposition before it."""
    own = _own_phrases(shop, draft)
    if verb.surface in own and verb.voice == "active":
        return "subject"
    for role in verb.roles:
        if role.phrase in own:
            return role.preposition if role.name == "complement" else role.name
    return None


def _light_verb(shop: Workshop, draft: Draft, verb: Draft, slot: str) -> LightVerb | None:
    rows = shop.grammar.light_verbs.get(verb.lemma, ())
    named = next((row for row in rows if row.slot == slot and draft.lemma in row.nouns), None)
    return named or next((row for row in rows if row.slot == slot and row.any_nominalisation), None)


def _inherited(role: Role, light: LightVerb, family: Nominalisation) -> RoleName | None:
    if role.name == "subject":
        return light.subject
    if role.name == "recipient":
        return light.indirect or "recipient"
    if role.name == "object" and light.slot != "object":
        return light.indirect or "object"
    if role.name == "complement":
        if role.preposition in light.prepositions:
            return light.prepositions[role.preposition]
        return _role_of(family, role.preposition, agent=False) if role.preposition != "by" else None
    return None
