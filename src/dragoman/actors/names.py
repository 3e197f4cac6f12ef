"""Finds every name and role noun of the library in a text: one pass over one automaton.

Text and patterns are folded one character to one (accents off, small letters, punctuation to spaces), so
that *Lukashenko’s*, *Kim Jong Un* and *Kim Jong-un* meet their entries and offsets stay true. Capitals are
checked afterwards: *us* is not *US*, *Who* is not *WHO*, *polish* is not *Polish*.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.actors.library import Library, NameSense, SenseKind, without_article
from dragoman.actors.schema import Role
from dragoman.actors.usage import usage_words

#: what stands before a name and turns it into something else: a *pro-Russian* group is not Russia's
DETACHING = ("pro-", "anti-", "non-", "un-", "pro–", "anti–")


#: last words of bodies' names that are common nouns in small letters (*a human rights council*)
_COMMON_LAST_WORDS = frozenset({"Council", "Community", "Conference", "Alliance", "Support", "Seven", "Eight"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A role noun: what it says of whoever bears it.

    `words` is the singular (*foreign minister*); `kinds` are the kinds of office that it names; `institution`
    marks those that take the sector of what they speak for (*spokesman*); `group` is a ministry, army or crew,
    `thing` a warship or missile that acts for whoever owns it.
    """

    words: str
    sector: str
    kinds: frozenset[str] = frozenset()
    plural: bool = False
    group: bool = False
    thing: bool = False
    institution: bool = False
    office: bool = False
    local: bool = True


@dataclass(frozen=True, slots=True)
class NameHit:
    """A form of the library in the text, all that it can name, and the role that it can be."""

    start: int
    end: int
    senses: tuple[NameSense, ...]
    title: Title | None = None

    def sense(self, *kinds: SenseKind) -> NameSense | None:
        """The first sense of one of the kinds (of any, if none is given)."""
        return next((sense for sense in self.senses if not kinds or sense.kind in kinds), None)


class NameFinder:
    """The automaton of all forms of a library; `find` takes time linear in the text."""

    def __init__(self, library: Library) -> None:
        self._forms: dict[str, list[tuple[str, NameSense]]] = {}
        for form, sense in library.names():
            if sense.kind != "agent":
                self._forms.setdefault(fold(without_article(form)), []).append((form, sense))
        self._titles = {fold(form): title for form, title in _titles(library).items()}
        shadows = {fold(words) for words in usage_words("shadows")}  # the South China Sea is not China's name
        self._patterns = list(self._forms.keys() | self._titles.keys() | shadows)
        self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.LeftmostLongest)

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, library: Library) -> NameFinder:
        """The finder of a library, built once."""
        return cls(library)

    def find(self, text: str) -> tuple[NameHit, ...]:
        """Every hit, in text order, none inside another."""
        return tuple(self._hits(text))

    def _hits(self, text: str) -> Iterator[NameHit]:
        folded = fold(text) + " "
        for index, start, end in self._matches(folded):
            first, last = start, end - 1  # the pattern opens with a space that the text does not have
            if text[max(0, first - 5) : first].lower().endswith(DETACHING):
                continue
            pattern, words = self._patterns[index], text[first:last]
            article = text[max(0, first - 4) : first]
            senses = tuple(
                sense
                for form, sense in self._forms.get(pattern, ())
                if _article_fits(form, article)
                and (not sense.case_sensitive or _capitals_fit(form, words) or _is_body_in_small(form, sense, words))
            )
            title = self._titles.get(pattern)
            if senses or title:
                yield NameHit(first, last, senses, title)

    def _matches(self, folded: str) -> Iterator[tuple[int, int, int]]:
        """Patterns that end with a word, as the automaton gives them.

        One that ends inside a word (*Bedouin tribe*smen) hides neither a shorter one nor what begins in it: the search
        goes on there.
        """
        begin: int | None = 0
        while begin is not None:
            at, begin = begin, None
            for index, start, end in self._automaton.find_matches_as_indexes(folded[at:] if at else folded):
                first, inner = at + start, folded.rfind(" ", at + start + 1, at + end)
                if not folded[at + end].isalnum():
                    yield index, first, at + end
                elif inner > first:
                    shorter = next(self._matches(folded[first:inner] + " "), None)
                    begin = folded.find(" ", first + 1)
                    if shorter and shorter[1] == 0:
                        begin = first + shorter[2]
                        yield shorter[0], first, begin
                    break


def _titles(library: Library) -> dict[str, Title]:
    """Every role noun in singular and plural; one that names a kind of office too keeps what the agent says of it."""
    found: dict[str, Title] = {}
    for agent in library.agents:
        title = Title(
            words="",
            sector=agent.sector,
            group=agent.kind != "person",
            thing=agent.kind == "thing",
            institution=agent.institution,
            office=agent.office,
            local=agent.local,
        )
        singulars = {plural_of(noun): noun for noun in agent.nouns}
        for noun in agent.nouns:
            if noun not in singulars:
                found[noun] = replace(title, words=noun, plural=_looks_plural(noun))
        found |= {plural: replace(title, words=noun, plural=True) for plural, noun in singulars.items()}
    for part in library.parts:
        for noun in part.members:
            title = Title(words=noun, sector=part.sector, plural=_looks_plural(noun), group=True, local=False)
            found.setdefault(noun, title)
    for words, (sector, kinds) in _office_titles(library).items():
        known = found.get(words, Title(words=words, sector=sector))
        title = replace(known, kinds=kinds, office=True, plural=False)
        found |= {words: title, plural_of(words): replace(title, plural=True)}
    for role in library.roles:
        for noun in role.nouns:
            _add_role(found, role, noun)
    return found


def _add_role(found: dict[str, Title], role: Role, noun: str) -> None:
    """A user's noun keeps what is known of the same noun, but for the code; without a plural the known one goes."""
    title = replace(found.get(noun, Title(words=noun, sector="", office=role.countable)), sector=role.code)
    found[noun] = title
    if not role.countable:
        found.pop(plural_of(noun), None)
        return
    for plural in role.plurals or (plural_of(noun),):
        found[plural] = replace(title, plural=True)


def _office_titles(library: Library) -> dict[str, tuple[str, frozenset[str]]]:
    found: dict[str, tuple[str, frozenset[str]]] = {}
    named: list[tuple[str, str, tuple[str, ...]]]
    named = [(words, kind.sector, (kind.id,)) for kind in library.kinds.values() for words in kind.titles]
    named += [(words, row.sector, row.kinds) for row in library.offices for words in (row.title, *row.titles)]
    for words, sector, kinds in named:
        first_sector, others = found.get(words.lower(), (sector, frozenset()))
        found[words.lower()] = first_sector, others | frozenset(kinds)
    return found


def _looks_plural(noun: str) -> bool:
    return noun.endswith(("men", "people")) or (noun.endswith("s") and not noun.endswith("ss"))


def plural_of(words: str) -> str:
    """The regular plural: *ministries*, *chiefs of staff*, *coaches*."""
    noun, of, rest = words.partition(" of ")
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        plural = noun[:-1] + "ies"
    elif noun.endswith(("s", "x", "ch", "sh")):
        plural = noun + "es"
    elif noun.endswith("man"):
        plural = noun[:-3] + "men"
    else:
        plural = noun + "s"
    return plural + of + rest


def fold(words: str) -> str:
    """A space and then the words, each character folded to one."""
    return " " + words.translate(_FOLDED)


def _article_fits(form: str, before: str) -> bool:
    """Papers need their own article (*The Times*); of other names it is no part."""
    return not form.startswith("The ") or before == "The "


def _capitals_fit(form: str, words: str) -> bool:
    """Whether the capitals that tell the name from a word are there: the first one, and those of acronyms."""
    form = without_article(form)
    if form == words:
        return True
    return all(
        part == found if len(part) > 1 and part.isupper() else found[0].isupper() or number > 0 or not part[0].isupper()
        for number, (part, found) in enumerate(zip(_WORD.findall(form), _WORD.findall(words), strict=False))
    )


def _is_body_in_small(form: str, sense: NameSense, words: str) -> bool:
    """*The european union*: a body's name of several words that is no common noun, all in small letters."""
    if sense.kind != "body" or sense.ambiguous or not words.islower():
        return False
    parts = [part for part in _WORD.findall(form) if part[0].isupper()]
    return len(parts) > 1 and not any(part.isupper() for part in parts) and parts[-1] not in _COMMON_LAST_WORDS


def _fold_table() -> dict[int, str]:
    table = {ord(mark): " " for mark in "\t\n\r\"'`“”‘’„«»()[]{}/‐‑‒–—-,;:!?\u00a0"}
    for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)):
        letter = unicodedata.normalize("NFKD", chr(code))[0].lower()
        if letter.isascii() and letter.isalpha():
            table[code] = letter
    return table | {ord(a): b for a, b in zip("łŁøØđĐıßæÆ", "lloodd" + "isaa", strict=True)}


_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?")
_FOLDED = _fold_table()
