"""The proof tree of a casus: as text, as JSON, as a Graphviz graph and as a page with a picture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from itertools import groupby

from dragoman.treaties.casus import Attack, Casus, Duty
from dragoman.treaties.library import TreatyLibrary
from dragoman.treaties.picture import STYLE, picture

LIMITS = (
    "A reading of the treaties' texts as they stand in the library: it says what an attack could set off, "
    "not what a state will do. Not legal advice."
)


def as_text(answer: Casus, library: TreatyLibrary) -> str:
    """The tree in lines: rounds, what each attack sets off, who enters, what is broken, what conflicts."""
    return "\n".join(_lines(answer, library))


def _lines(answer: Casus, library: TreatyLibrary) -> Iterator[str]:
    yield f"{_said(answer.attack)}, {answer.on.isoformat()} (assume: {answer.assume})"
    for one in answer.rounds:
        if one.number > 1 and not one.duties:
            continue
        yield f"\nRound {one.number}"
        for attack in one.attacks:
            yield f"  {_said(attack)}"
            yield from _group_lines([duty for duty in one.duties if duty.attack == attack], library)
        if one.enters:
            yield f"  → enters: {', '.join(one.enters)}"
    if answer.breaches:
        yield "\nBroken by the attack itself"
        yield from _group_lines(answer.breaches, library)
    if answer.conflicts:
        yield "\nConflicts"
        yield from _conflict_lines(answer)
    yield f"\n{LIMITS}"


def _conflict_lines(answer: Casus) -> Iterator[str]:
    """One line for all the states that the same two articles pull apart."""
    states: dict[str, list[str]] = {}
    for one in answer.conflicts:
        duty = f"{one.duty.treaty} {one.duty.article} for {one.duty.beneficiary}"
        against = f"{one.treaty} {one.article} towards {one.towards}"
        states.setdefault(f"{one.kind}: {duty}, {against}", []).append(one.state)
    yield from (f"  {', '.join(sorted(set(who)))}: {what}" for what, who in states.items())


def _said(attack: Attack) -> str:
    place = f" in {attack.place}" if attack.place else ""
    return f"{attack.attacker} attacks {attack.victim}{place}"


def _group_lines(duties: list[Duty] | tuple[Duty, ...], library: TreatyLibrary) -> Iterator[str]:
    if not duties:
        yield "    nothing is set off"
    for (key, article, kind, strength, to, action, caveats), group in groupby(duties, key=_group):
        bearers = ", ".join(duty.bearer for duty in group)
        yield f"    {bearers} → {to}: {kind}, {strength}"
        yield f"      {library.treaty(key).label} ({key}), {article_words(article)}: {action}"
        yield from (f"      but: {caveat}" for caveat in caveats)


def article_words(article: str) -> str:
    """`Article II` where it has a number, else the words that stand for it."""
    return f"Article {article}" if article[0] in "0123456789IVX" else article


def _group(duty: Duty) -> tuple[str, str, str, str, str, str, tuple[str, ...]]:
    return (duty.treaty, duty.article, duty.kind, duty.strength, duty.beneficiary, duty.action, duty.caveats)


def as_json(answer: Casus) -> str:
    """The whole answer, duty by duty; `rounds`, `breaches` and `conflicts` as in the records."""
    value = {
        "attack": _attack(answer.attack),
        "on": answer.on.isoformat(),
        "assume": answer.assume,
        "bound_to_defend": list(answer.bound_to_defend()),
        "rounds": [
            {
                "number": one.number,
                "attacks": [_attack(attack) for attack in one.attacks],
                "duties": [_duty(duty) for duty in one.duties],
                "enters": list(one.enters),
            }
            for one in answer.rounds
        ],
        "breaches": [_duty(duty) for duty in answer.breaches],
        "conflicts": [
            {
                "state": one.state,
                "kind": one.kind,
                "duty": _duty(one.duty),
                "treaty": one.treaty,
                "article": one.article,
                "towards": one.towards,
            }
            for one in answer.conflicts
        ],
        "limits": LIMITS,
    }
    return json.dumps(value, ensure_ascii=False, indent=1)


def _attack(attack: Attack) -> dict[str, str | None]:
    return {"attacker": attack.attacker, "victim": attack.victim, "place": attack.place}


def _duty(duty: Duty) -> dict[str, object]:
    return {
        "bearer": duty.bearer,
        "beneficiary": duty.beneficiary,
        "treaty": duty.treaty,
        "article": duty.article,
        "kind": duty.kind,
        "strength": duty.strength,
        "action": duty.action,
        "reason": duty.reason,
        "round": duty.round,
        "enters": duty.enters,
        "caveats": list(duty.caveats),
    }


def as_dot(answer: Casus) -> str:
    """The duties to fight and to consult as a Graphviz graph; dashed where the bearer decides or is only asked."""
    lines = ["digraph casus {", "  rankdir=LR;", "  node [shape=box];"]
    for one in answer.rounds:
        lines += [
            f'  "{attack.attacker}" -> "{attack.victim}" [label="round {one.number}", color=red];'
            for attack in one.attacks
        ]
    for duty in answer.duties:
        style = "solid" if duty.strength == "automatic" else "dashed"
        label = f"{duty.treaty} {duty.article}, {duty.kind}".replace('"', "'")
        lines.append(f'  "{duty.bearer}" -> "{duty.beneficiary}" [label="{label}", style={style}];')
    return "\n".join([*lines, "}"])


def as_html(answer: Casus, library: TreatyLibrary) -> str:
    """One page without scripts: the picture (SVG) over the tree in text."""
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Casus</title>'
        "<style>body{font:15px/1.5 system-ui;margin:2rem;}pre{white-space:pre-wrap}"
        f"figure{{margin:0;overflow-x:auto}}{STYLE}</style>"
        f"<h1>{escape(_said(answer.attack))}, {answer.on.isoformat()}</h1><figure>{picture(answer)}</figure>"
        f"<pre>{escape(as_text(answer, library))}</pre></html>"
    )
