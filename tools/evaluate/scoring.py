"""Runs the score.py of a gold folder in this process, without copying a line of it."""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

Rows = list[dict[str, Any]]


def load(path: Path) -> Rows:
    """The records of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def scorer(folder: Path) -> ModuleType:
    """The score.py of the folder as a module; its sibling modules can be imported while it loads."""
    path = folder / "score.py"
    spec = importlib.util.spec_from_file_location(f"gold_score_{folder.name}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no score.py in {folder}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up while they are made
    sys.path.insert(0, str(folder))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(folder))
    return module


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
