"""`dragoman check`: every room's own check of its data files, in one list."""

from __future__ import annotations

from pathlib import Path

from dragoman.actors import check_actors, check_own_actors
from dragoman.commitments import check_commitments
from dragoman.data_files import Problem
from dragoman.events import check_events
from dragoman.intake import check_intake
from dragoman.language.schema import check_language
from dragoman.places import check_places
from dragoman.speech import check_speech
from dragoman.times import check_times
from dragoman.treaties import check_treaties

PACKAGE = Path(__file__).parent.parent
CHECKS = (
    check_intake, check_language, check_times, check_actors, check_places, check_speech, check_events,
    check_treaties, check_commitments,
)  # fmt: skip


def all_problems() -> tuple[tuple[Problem, ...], int]:
    """What is wrong in any data file, and how many data files there are."""
    problems = tuple(problem for check in CHECKS for problem in check())
    return problems, sum(1 for _ in PACKAGE.rglob("*.toml"))


def own_problems(files: list[Path]) -> tuple[tuple[Problem, ...], int]:
    """What is wrong in a user's own actor files, each by itself, and how many files there are."""
    return tuple(problem for path in files for problem in check_own_actors(path)), len(files)
