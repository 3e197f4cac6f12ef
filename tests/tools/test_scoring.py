"""A gold folder's scorer is run as it stands, or with other strings for the literals it assigns."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.evaluate.scoring import printed, scorer

SCORER = """
import sys
from pathlib import Path


def main():
    lead = "the real article's lead"
    print(lead, len(Path(sys.argv[1]).read_text()))
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    return tmp_path


def test_scorer_as_it_stands(gold: Path) -> None:
    assert printed(scorer(gold), ["{pred}"], gold, []) == "the real article's lead 0\n"


def test_a_literal_is_replaced_by_its_variable(gold: Path) -> None:
    given = scorer(gold, given={"lead": 'our "own" lead'})
    assert printed(given, ["{pred}"], gold, [{}]) == 'our "own" lead 3\n'


@pytest.mark.parametrize("source", ["", 'lead = "a"\nlead = "b"\n', "lead = 1\n", 'other = "a"\n', 'lead = x = "a"\n'])
def test_a_scorer_that_has_changed_is_refused(tmp_path: Path, source: str) -> None:
    (tmp_path / "score.py").write_text(source, encoding="utf-8")
    with pytest.raises(ValueError, match="lead is not assigned one string, once"):
        scorer(tmp_path, given={"lead": "our lead"})
