from __future__ import annotations

import json
from datetime import date

from dragoman.treaties import Attack, TreatyLibrary, casus, proof

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
