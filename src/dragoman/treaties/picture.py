"""The proof tree of a casus as a picture (SVG): attacks, what each sets off, whom that draws in, from left to right.

One column for the attacks of a round and one for the duties that they set off. A line leads from the attack to each
duty, and from a duty that draws its bearers in to the attack on them in the next round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from dragoman.treaties.casus import Attack, Casus, Duty, Round

WIDTH, HEIGHT, GAP, COLUMN, MARGIN = 300, 40, 10, 380, 30
#: letters that fit in a box
LETTERS = 46


@dataclass(frozen=True, slots=True)
class Box:
    """A box at a place: an attack, or the duties of several bearers under one article."""

    x: int
    y: int
    style: str
    lines: tuple[str, str]
    hint: str
    attack: Attack
    bearers: frozenset[str] = frozenset()

    @property
    def right(self) -> tuple[int, int]:
        """Where lines leave."""
        return self.x + WIDTH, self.y + HEIGHT // 2

    @property
    def left(self) -> tuple[int, int]:
        """Where lines arrive."""
        return self.x, self.y + HEIGHT // 2


def picture(answer: Casus) -> str:
    """The picture; a sentence where nothing is set off."""
    rounds = [one for one in answer.rounds if one.duties]
    if not rounds:
        return "<p>Nothing is set off.</p>"
    columns = [column for number, one in enumerate(rounds) for column in _columns(number, one)]
    boxes = [box for column in columns for box in column]
    lines = [*_set_off(columns), *_draws_in(columns)]
    height = max(box.y for box in boxes) + HEIGHT + MARGIN
    heads = (
        f'<text x="{number * 2 * COLUMN}" y="18" class="head">Round {one.number}</text>'
        for number, one in enumerate(rounds)
    )
    return (
        f'<svg viewBox="-4 0 {COLUMN * len(columns)} {height}" role="img" aria-label="what is set off">'
        f"{''.join(heads)}{''.join(lines)}{''.join(map(_drawn, boxes))}</svg>"
    )


def _columns(number: int, one: Round) -> tuple[list[Box], list[Box]]:
    """The attacks of the round that set something off, and the duties beside them, each group at its attack."""
    attacks: list[Box] = []
    duties: list[Box] = []
    y = MARGIN
    for attack in one.attacks:
        groups = list(_groups(duty for duty in one.duties if duty.attack == attack))
        if not groups:
            continue
        place = f" in {attack.place}" if attack.place else ""
        words = (f"{attack.attacker} attacks {attack.victim}{place}", "")
        attacks.append(Box(number * 2 * COLUMN, y, "attack", words, words[0], attack))
        for group in groups:
            duties.append(_duty_box(number, y, group))
            y += HEIGHT + GAP
        y += GAP
    return attacks, duties


def _groups(duties: Iterable[Duty]) -> Iterator[list[Duty]]:
    """The duties under one article towards one state, those that draw somebody in first."""

    def key(duty: Duty) -> tuple[bool, str, str, str, str]:
        return (not duty.enters, duty.treaty, duty.article, duty.kind, duty.beneficiary)

    for _, group in groupby(sorted(duties, key=key), key=key):
        yield list(group)


def _duty_box(number: int, y: int, group: list[Duty]) -> Box:
    first = group[0]
    bearers = ", ".join(duty.bearer for duty in group)
    words = (f"{bearers} → {first.beneficiary}", f"{first.treaty} {first.article}: {first.kind}, {first.strength}")
    style = first.strength.split()[0]
    drawn_in = frozenset(duty.bearer for duty in group if duty.enters)
    return Box((number * 2 + 1) * COLUMN, y, style, words, f"{bearers}: {first.action}", first.attack, drawn_in)


def _set_off(columns: list[list[Box]]) -> Iterator[str]:
    for attacks, duties in zip(columns[::2], columns[1::2], strict=True):
        for attack in attacks:
            yield from (_line(attack, duty) for duty in duties if duty.attack == attack.attack)


def _draws_in(columns: list[list[Box]]) -> Iterator[str]:
    """From a duty that draws somebody in to the attack on him, or by him, in the next round."""
    for duties, attacks in zip(columns[1::2], columns[2::2], strict=False):
        for duty in duties:
            for attack in attacks:
                if {attack.attack.victim, attack.attack.attacker} & duty.bearers:
                    yield _line(duty, attack)


def _line(one: Box, other: Box) -> str:
    (x, y), (to_x, to_y) = one.right, other.left
    middle = (x + to_x) // 2
    return f'<path class="{one.style}" d="M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}"/>'


def _drawn(box: Box) -> str:
    lines = "".join(
        f'<text x="{box.x + 8}" y="{box.y + 16 * (number + 1)}">{escape(_short(words))}</text>'
        for number, words in enumerate(box.lines)
    )
    hint = f"<title>{escape(box.hint)}</title>"
    return (
        f'<g class="{box.style}">{hint}<rect x="{box.x}" y="{box.y}" width="{WIDTH}" height="{HEIGHT}" rx="4"/>'
        f"{lines}</g>"
    )


def _short(words: str) -> str:
    return words if len(words) <= LETTERS else f"{words[: LETTERS - 1]}…"


STYLE = (
    "svg{font:12px system-ui;width:100%;min-width:48rem}svg .head{font-weight:bold}"
    "svg rect{fill:#fff;stroke-width:1.5}svg path{fill:none;stroke-width:1.2}"
    "svg .attack rect,svg path.attack{stroke:#555}svg .attack rect{fill:#fbe9e7}"
    "svg .automatic rect,svg path.automatic{stroke:#b3261e}svg .own rect,svg path.own{stroke:#8a5a00}"
    "svg .consult rect,svg path.consult{stroke:#4a5568;stroke-dasharray:4 3}"
)
