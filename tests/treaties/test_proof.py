from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree

from dragoman.treaties import Attack, Casus, TreatyLibrary, casus, proof

LIBRARY = TreatyLibrary.shipped()
ANSWER = casus(Attack(attacker="KOR", victim="PRK"), on=date(2025, 6, 25), library=LIBRARY)


def test_text_names_bearer_article_and_limits() -> None:
    text = proof.as_text(ANSWER, LIBRARY)
    assert "RUS → PRK: defence, automatic" in text
    assert "Article 4" in text
    assert "→ enters: CHN, RUS" in text
    assert text.endswith("Not legal advice.")


def test_json_holds_every_duty() -> None:
    value = json.loads(proof.as_json(ANSWER))
    assert sum(len(one["duties"]) for one in value["rounds"]) == len(ANSWER.duties)
    assert value["attack"] == {"attacker": "KOR", "victim": "PRK", "place": None}


def test_dot_draws_attack_and_duty() -> None:
    dot = proof.as_dot(ANSWER)
    assert '"KOR" -> "PRK" [label="round 1", color=red];' in dot
    assert '"RUS" -> "PRK" [label="RUS-PRK-2024 4, defence", style=solid];' in dot


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
