"""Runs the score.py of a gold folder in this process, without copying a line of it."""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.util
import io
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

Rows = list[dict[str, Any]]


def load(path: Path) -> Rows:
    """The records of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def scorer(folder: Path, *, given: Mapping[str, str] | None = None) -> ModuleType:
    """The score.py of the folder as a module; its sibling modules can be imported while it loads.

    `given` puts other strings in place of literals that the scorer assigns, by the variable's name: so one scorer
    serves articles that it was not written for. Raises `ValueError` unless each stands there exactly once.
    """
    path = folder / "score.py"
    spec = importlib.util.spec_from_file_location(f"gold_score_{folder.name}", path)
    if spec is None:
        raise FileNotFoundError(f"no score.py in {folder}")
    module = importlib.util.module_from_spec(spec)
    code = compile(_with(given or {}, path), str(path), "exec")
    sys.modules[spec.name] = module  # dataclasses look their module up while they are made
    sys.path.insert(0, str(folder))
    try:
        exec(code, vars(module))
    finally:
        sys.path.remove(str(folder))
    return module


def _with(given: Mapping[str, str], path: Path) -> ast.Module:
    """The scorer's syntax tree with the given strings in place of its own."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for name, value in given.items():
        literals = [node.value for node in ast.walk(tree) if isinstance(node, ast.Assign) and _names(node) == [name]]
        match literals:
            case [ast.Constant(value=str()) as literal]:
                literal.value = value
            case _:
                raise ValueError(f"{path}: {name} is not assigned one string, once; the scorer has changed")
    return tree


def _names(assignment: ast.Assign) -> list[str]:
    return [target.id for target in assignment.targets if isinstance(target, ast.Name)]


def printed(module: ModuleType, arguments: list[str], gold: Path, predictions: Iterable[dict[str, Any]]) -> str:
    """What the scorer's command line prints for the predictions; `{gold}` and `{pred}` stand for the files."""
    with tempfile.TemporaryDirectory() as folder:
        pred = Path(folder) / "pred.jsonl"
        pred.write_text("".join(json.dumps(row) + "\n" for row in predictions), encoding="utf-8")
        argv = [argument.format(gold=gold, pred=pred) for argument in arguments]
        out = io.StringIO()
        before, sys.argv = sys.argv, [str(module.__file__), *argv]
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
                module.main(*argv) if module.main.__code__.co_argcount else module.main()
        finally:
            sys.argv = before
        return out.getvalue()


def options(**values: object) -> argparse.Namespace:
    """Options as a scorer's functions expect them from its command line."""
    return argparse.Namespace(**values)
