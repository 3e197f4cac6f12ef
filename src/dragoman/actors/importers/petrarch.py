"""Reads the actor and agent dictionaries of TABARI and PETRARCH, thirty years of which exist.

    entries, problems = read_petrarch(Path("Phoenix.Countries.actors.txt"))

An actor is `NAME [CODE]`, with underscores for spaces, codes that hold at a time (`[CODE <20080120]`, before that day;
`[CODE >20130119]`, after it; `[CODE 20080120-20121109]`, on the days from one to the other) and other names behind `+`.
An agent has a `~` in its code, where the country's goes, and its plural in braces: `{}` for none. `!PERSON! = MAN, MEN`
makes a word that stands for several. `#` and `<!-- -->` are comments. What is not of this form is reported with its
line and left out; nothing stops the reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from pydantic import ValidationError

from dragoman.actors.library import Entries, fold
from dragoman.actors.schema import Listed, ListedTerm, Role
from dragoman.data_files import Entry, Problem, Row

NOBODY = frozenset({"---", "###"})
"""Codes by which a dictionary says that a name is nobody's."""
CENTURY = 30
"""Two-digit years up to this one are of this century: TABARI's dictionaries begin in 1979."""
SMALL_WORDS = frozenset({"OF", "THE", "AND", "FOR", "IN", "ON", "DE", "LA", "DU", "DA", "BIN", "VAN", "DER", "AL"})

_COMMENT = re.compile(r"<\s*!\s*--.*?--\s*>")
_HASH = re.compile(r"(\[[^\]]*\])|#.*")
"""A code, which may hold a `#`, or a comment."""
_CODE = re.compile(
    r"\s*(?P<code>[A-Z~/+\-*#][A-Z0-9~/+\-*#]*?)?\s*(?P<when>[<>]\s*\d+|(?<=\s)\d+\s*-\s*\d+|)\s*", re.IGNORECASE
)
_MACRO = re.compile(r"!(\w+)!")


@dataclass(slots=True)
class _Draft:
    """An entry while its lines are being read."""

    line: int
    names: list[str] = field(default_factory=list)
    codes: list[tuple[int, str]] = field(default_factory=list)
    plural: str | None = None


@dataclass(slots=True)
class _Import:
    """One file: what was found so far, and what was wrong."""

    path: Path
    macros: dict[str, tuple[str, ...]] = field(default_factory=dict)
    actors: list[Entry[Row]] = field(default_factory=list)
    roles: list[Entry[Row]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def complain(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.path, line, message))


def read_petrarch(path: Path) -> tuple[Entries, tuple[Problem, ...]]:
    """The entries of an actor or agent dictionary, as tables `actor` and `role`, and the lines that are none."""
    text = path.read_text(encoding="utf-8", errors="replace")
    found = _Import(path)
    for draft in _drafts(found, text):
        _settle(found, draft)
    return {"actor": tuple(found.actors), "role": tuple(found.roles)}, tuple(found.problems)


# --- lines ------------------------------------------------------------------------------------------------------


def _drafts(found: _Import, text: str) -> Iterator[_Draft]:
    """Entries with all their lines."""
    draft: _Draft | None = None
    for number, line in _lines(found, text):
        words = line.strip()
        if words.startswith("!") and "=" in words:
            _read_macro(found, number, words)
        elif words[0] in "+[" or line[0].isspace():
            if draft is None:
                found.complain(number, f"{words!r} belongs to no entry")
            else:
                _read_into(found, draft, number, words.removeprefix("+"), is_name=words[0] not in "[{")
        else:
            if draft:
                yield draft
            draft = _Draft(number)
            _read_into(found, draft, number, words, is_name=True)
    if draft:
        yield draft


def _lines(found: _Import, text: str) -> Iterator[tuple[int, str]]:
    """Numbered lines without comments, of which `<!--` may span several."""
    opened = 0
    for number, line in enumerate(text.splitlines(), start=1):
        line = _COMMENT.sub(" ", line)
        if opened:
            _, closed, line = line.partition("-->")
            if not closed:
                continue
            opened = 0
        line = _HASH.sub(lambda found: found[1] or "", line)
        if start := re.search(r"<\s*!\s*--", line):
            opened, line = number, line[: start.start()]
        if line.strip():
            yield number, line.rstrip()
    if opened:
        found.complain(opened, "a comment is opened and not closed")


def _read_macro(found: _Import, number: int, words: str) -> None:
    name, _, values = words.partition("=")
    macro = _MACRO.fullmatch(name.strip())
    if macro is None:
        found.complain(number, f"{name.strip()!r} is no word in exclamation marks")
    else:
        found.macros[macro[1]] = tuple(value.strip() for value in values.split(",") if value.strip())


def _read_into(found: _Import, draft: _Draft, number: int, words: str, *, is_name: bool) -> None:
    """Name, plural and codes of one line."""
    if words.count("[") != words.count("]") or words.count("{") != words.count("}"):
        found.complain(number, f"a bracket is not closed, or not opened, in {words!r}")
        return
    name = re.split(r"[\[{;]", words, maxsplit=1)[0]
    if is_name and name.strip(" _\t"):
        draft.names.append(name)
    if plural := re.search(r"\{([^}]*)\}", words):
        draft.plural = plural[1].strip()
    draft.codes += [(number, code) for code in re.findall(r"\[([^\]]*)\]", words)]


# --- entries ----------------------------------------------------------------------------------------------------


def _settle(found: _Import, draft: _Draft) -> None:
    """Turn a draft into an actor or a role, or say why it is none."""
    names = [form for name in draft.names for form in _forms(found, draft.line, name)]
    if not names:
        return
    if not draft.codes:
        found.complain(draft.line, f"{draft.names[0].strip()!r} has no code")
    elif any("~" in code for _, code in draft.codes):
        _settle_role(found, draft, names)
    else:
        _settle_actor(found, draft, names)


def _settle_role(found: _Import, draft: _Draft, names: list[str]) -> None:
    line, written = draft.codes[0]
    code = written.strip().upper()
    plurals = tuple(_words(plural).lower() for plural in (draft.plural or "").split(",") if plural.strip())
    is_macro = any("!" in name for name in draft.names)
    try:
        row = Role(
            nouns=tuple(name.lower() for name in names),
            code=code.strip("~"),
            before=code.endswith("~"),
            countable=not is_macro and draft.plural != "",
            plurals=plurals,
        )
    except ValidationError:
        found.complain(line, f"{written.strip()!r} is no code of an agent; write [~GOV] or [NGO~]")
        return
    found.roles.append(Entry(found.path, draft.line, row))


def _settle_actor(found: _Import, draft: _Draft, names: list[str]) -> None:
    always: list[str | None] = []
    terms: list[ListedTerm] = []
    for line, written in draft.codes:
        try:
            code, first, last = _read_code(written)
            if first or last:
                terms.append(ListedTerm.model_validate({"code": code, "from": first, "until": last}))
            else:
                ListedTerm(code=code)
                always.append(code)
        except ValidationError:
            found.complain(line, f"{written.strip()!r} is no code")
        except ValueError as error:
            found.complain(line, f"in [{written.strip()}]: {error}")
    if terms or always:
        code = always[0] if always else None
        row = Listed(id=_id(found, names[0]), code=code, names=tuple(dict.fromkeys(names)), terms=tuple(terms))
        found.actors.append(Entry(found.path, draft.line, row))


def _read_code(written: str) -> tuple[str | None, str | None, str | None]:
    """Code, first and last day of what stands in brackets; raise `ValueError` with what is wrong."""
    match = _CODE.fullmatch(written)
    if match is None or match["code"] is None:
        raise ValueError("no code, or no date of six or eight digits behind it")
    code = None if match["code"] in NOBODY else match["code"].upper()
    when = match["when"].replace(" ", "")
    if not when:
        return code, None, None
    if when[0] == "<":
        return code, None, (_day(when[1:]) - timedelta(days=1)).isoformat()
    if when[0] == ">":
        return code, (_day(when[1:]) + timedelta(days=1)).isoformat(), None
    first, last = (_day(each) for each in when.split("-"))
    if last < first:
        raise ValueError(f"{last} comes before {first}")
    return code, first.isoformat(), last.isoformat()


def _day(digits: str) -> date:
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= CENTURY else "19") + digits
    if len(digits) != 8:
        raise ValueError(f"{digits!r} is not a day; write YYYYMMDD")
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise ValueError(f"there is no day {digits}") from None


# --- names ------------------------------------------------------------------------------------------------------


def _forms(found: _Import, line: int, name: str) -> Iterator[str]:
    """The name as news writes it, once for each way to fill its macros."""
    parts = re.split(r"!(\w+)!", name)
    unknown = [macro for macro in parts[1::2] if macro not in found.macros]
    if unknown or "!" in "".join(parts[::2]):
        found.complain(line, f"{name.strip()!r} asks for {unknown or '!'}, which is not defined before it")
        return
    choices = [found.macros[part] if number % 2 else (part,) for number, part in enumerate(parts)]
    for chosen in product(*choices):
        if words := _words("".join(chosen)):
            yield _capitalised(words)


def _words(name: str) -> str:
    return " ".join(name.replace("_", " ").split())


def _capitalised(words: str) -> str:
    """Dictionaries are in capitals: *SAM GAMGEE* is *Sam Gamgee*, *U.S.* and *UN* stay; the article is small."""
    if words != words.upper():
        return words
    article = "the " if words.startswith("THE ") else ""
    first, *others = words[len(article) :].split()
    small = (word.lower() if word in SMALL_WORDS else _capitalised_word(word) for word in others)
    return article + " ".join((_capitalised_word(first), *small))


def _capitalised_word(word: str) -> str:
    if len(word) < 3 or "." in word or not re.search("[AEIOUY]", word):
        return word
    return re.sub(r"[^\W_']+(?:'[^\W_]+)?", lambda part: part[0][0] + part[0][1:].lower(), word)


def _id(found: _Import, name: str) -> str:
    """A key made of the name, with a number where another entry has it already."""
    slug = fold(name).replace(" ", "-") or "entry"
    number = 1
    while (key := slug if number == 1 else f"{slug}-{number}") in found.ids:
        number += 1
    found.ids.add(key)
    return key
