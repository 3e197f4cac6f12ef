"""The picture of a casus: well formed, a box for everything, a line to every box but the first."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from dragoman.treaties import Attack, Casus, TreatyLibrary, casus, proof

LIBRARY = TreatyLibrary.shipped()
ANSWER = casus(Attack(attacker="KOR", victim="PRK"), on=date(2025, 6, 25), library=LIBRARY)


def svg(answer: Casus) -> ElementTree.Element:
    page = proof.as_html(answer, LIBRARY)
    return ElementTree.fromstring(page[page.index("<svg") : page.index("</svg>") + len("</svg>")])


def test_the_picture_has_a_box_for_each_attack_and_article_and_a_line_to_each_box() -> None:
    boxes, lines = svg(ANSWER).findall("g"), svg(ANSWER).findall("path")
    setting_off = {duty.attack for duty in ANSWER.duties}
    groups = {(duty.attack, duty.treaty, duty.article, duty.kind, duty.enters) for duty in ANSWER.duties}
    assert len(boxes) == len(setting_off) + len(groups)
    # every box but the first attack is reached from the left
    reached = {line.get("d", "").rsplit(" ", 2)[1:][0] + " " + line.get("d", "").rsplit(" ", 1)[1] for line in lines}
    starts = {f"{rect.get('x')} {int(str(rect.get('y'))) + 20}" for box in boxes for rect in box.findall("rect")}
    assert starts - reached == {"0 50"}


def test_nobody_bound_gives_no_picture() -> None:
    nothing = casus(Attack(attacker="CHE", victim="PRY"), on=date(2025, 6, 25), library=TreatyLibrary(()))
    assert "Nothing is set off." in proof.as_html(nothing, LIBRARY)
