"""What `dragoman read` does with many sources: read them, keep them, print them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import IO, Literal, Self

from rich.console import Console
from rich.progress import track

from dragoman.actors import BESIDE_LEDGER, Library
from dragoman.annotate import Lines, to_html
from dragoman.commitments import Standing, standing_in
from dragoman.errors import DragomanError, SourceError
from dragoman.events.ontology import BESIDE_LEDGER as ONTOLOGY_BESIDE
from dragoman.faces.brief import print_brief
from dragoman.faces.files import atomic
from dragoman.faces.triggers import by_act, triggers_of
from dragoman.intake import load
from dragoman.ledger import Added, Ledger, Reject, Run
from dragoman.reader import Reader
from dragoman.records import Reading
from dragoman.treaties import Candidate

Form = Literal["brief", "json", "jsonl", "html"]


class Shelf:
    """Reads sources and, where there is a ledger, keeps them batch by batch; the ledger is opened first."""

    def __init__(
        self,
        path: Path | None,
        *,
        model: str,
        batch: int,
        actors: tuple[Path, ...] = (),
        only_own: bool = False,
        ontology: str | None = None,
    ) -> None:
        self._path, self._model, self._batch = path, model, batch
        self._only_own = only_own
        self._library = Library.empty() if only_own else Library.shipped()
        beside = path / BESIDE_LEDGER if path is not None else None
        self._actors = ((beside,) if beside is not None and beside.is_file() else ()) + actors
        self._ontology = ontology or _ontology_beside(path)
        self._ledger: Ledger | None = None
        self._waiting: list[Standing] | None = None
        self.added: Added | None = None

    def __enter__(self) -> Self:
        if self._path is not None:
            self._ledger = Ledger.open(self._path)
            self.added = Added()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._ledger is not None:
            self._ledger.close()

    def read_all(self, sources: list[str], *, published: date | None) -> Iterator[tuple[str, Reading | DragomanError]]:
        """Each source with its reading, or with the error that refused it."""
        reader: Reader | None = None
        run: Run | None = None
        waiting: list[Reading] = []
        rejects: list[Reject] = []
        for source in _shown(sources):
            try:
                document = load(source, published=published)
                reader = reader or self._reader()
                run = run or self._start(reader)
                reading = reader.read(document)
            except DragomanError as error:
                rejects.append(Reject(source=source, code=error.code, message=str(error)))
                yield source, error
                continue
            waiting.append(reading)
            yield source, reading
            if len(waiting) >= self._batch:
                self._keep(waiting, rejects, run)
        self._keep(waiting, rejects, run)

    def _reader(self) -> Reader:
        return Reader(model=self._model, library=self._library, actors=self._actors, ontology=self._ontology)

    def triggers(self, reading: Reading) -> tuple[Candidate, ...]:
        """What the reading's events may have set off, commitments that the ledger held before it among them."""
        if self._waiting is None:
            self._waiting = self._ledger.waiting(on=date.today()) if self._ledger is not None else []
        found = triggers_of(reading, self._waiting)
        self._waiting += standing_in(reading)
        return found

    def _start(self, reader: Reader) -> Run:
        return Run.start(model=reader.parser.model_version, own_files=reader.own_files, only_own=self._only_own)

    def _keep(self, waiting: list[Reading], rejects: list[Reject], run: Run | None) -> None:
        if self._ledger is not None and self.added is not None and (waiting or rejects):
            self.added += self._ledger.add(waiting, run=run or Run.start(model=self._model), rejects=rejects)
        waiting.clear()
        rejects.clear()


def _ontology_beside(ledger: Path | None) -> Path | None:
    """The ontology that lies in the ledger's folder, a file or a folder."""
    if ledger is None:
        return None
    return next((ledger / name for name in ONTOLOGY_BESIDE if (ledger / name).exists()), None)


def _shown(sources: list[str]) -> Iterator[str]:
    """The sources with a progress bar on a terminal, where there are several."""
    quiet = len(sources) < 2 or not sys.stderr.isatty()
    yield from track(sources, description="reading", console=Console(stderr=True), disable=quiet)


class Output:
    """Prints readings in a form, or writes them to a file that appears only when it is whole."""

    def __init__(self, *, form: Form, target: Path | None, many: bool, console: Console) -> None:
        if form == "html" and many and target is None:
            raise SourceError("html of several articles needs a folder; name it with -o FOLDER", code="D122")
        self._form, self._target, self._many, self._console = form, target, many, console
        self._stack = ExitStack()
        self._file: IO[str] = sys.stdout
        self._written = 0

    def __enter__(self) -> Self:
        if self._target is not None and not self._in_folder:
            self._file = self._stack.enter_context(atomic(self._target))
            self._console = Console(file=self._file, width=self._console.width, highlight=False)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._form == "json" and self._many and error is None:
            self._file.write("\n]\n" if self._written else "[]\n")
        if self._target is not None and not self._in_folder and not self._written:
            error = error or SourceError("nothing was read", code="D123")  # tells `atomic` to leave no file
            self._stack.__exit__(type(error), error, at)
            return
        self._stack.__exit__(kind, error, at)

    @property
    def _in_folder(self) -> bool:
        return self._form == "html" and self._many

    @property
    def shows_triggers(self) -> bool:
        """Whether the form has a place for what may have been set off."""
        return self._form in ("brief", "html")

    def write(self, source: str, reading: Reading, *, triggers: tuple[Candidate, ...] = ()) -> None:
        """Add one reading to the output, with what its events may have set off."""
        if self._in_folder and self._target is not None:
            with atomic(self._target / f"{reading.document.id}.html") as page:
                page.write(to_html(reading, triggers=_lines(triggers)))
        elif self._form == "html":
            self._file.write(to_html(reading, triggers=_lines(triggers)))
        elif self._form == "brief":
            if self._written:
                self._console.rule()
            print_brief(reading, self._console, triggers=triggers)
        elif self._form == "jsonl":
            self._file.write(json.dumps(reading.to_dict(), ensure_ascii=False) + "\n")
        else:
            lead = ("[\n" if not self._written else ",\n") if self._many else ""
            tail = "" if self._many else "\n"
            self._file.write(lead + json.dumps(reading.to_dict(), ensure_ascii=False, indent=1) + tail)
        self._written += 1


def _lines(triggers: tuple[Candidate, ...]) -> Iterator[Lines]:
    """The acts that may have set something off, as the page shows them."""
    for one in by_act(triggers):
        open_questions = (f"open: {'; '.join(one.open)}",) if one.open else ()
        yield one.act, one.words, (*open_questions, *one.lines)
