"""A newly signed treaty in the news as an entry for the library: TOML with its gaps marked, for a person to check.

What the news tells stands there – who signed on which day, what it is said to oblige to – with the words it rests on;
what no news tells is a `GAP: …`, which `dragoman check FILE` names until it is filled.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.commitments.standing import Pattern, Standing
from dragoman.treaties import Occurrence, TreatyLibrary
from dragoman.treaties.candidates import HAPPENED
from dragoman.treaties.check import GAP
from dragoman.treaties.fits import in_words
from dragoman.treaties.patterns import types_in
from dragoman.treaties.wording import read_wording

#: types and triggers of the events by which a treaty comes about
SIGNING = frozenset({"SUPPORT", "AGREE", "COOPERATE"})
SIGNED = re.compile(r"sign|conclud|seal|initial", re.IGNORECASE)
#: news of one signing come within so many days; a treaty signed so near to one of the library is that one
NEAR = timedelta(days=30)
HELP = frozenset({"AID", "ASSAULT", "SUPPORT", "COOPERATE", "MOBILIZE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A treaty that the news tells of and the library does not hold."""

    parties: tuple[str, ...]
    signed: date
    news: tuple[Occurrence, ...]
    obligations: tuple[Standing, ...]

    @property
    def id(self) -> str:
        """The key it would have: `FIN-NOR-2025`."""
        return "-".join((*self.parties, str(self.signed.year)))


def drafts(
    occurrences: Iterable[Occurrence], commitments: Iterable[Standing], *, library: TreatyLibrary
) -> tuple[Draft, ...]:
    """The treaties between states that are said to have been signed and that the library does not hold, by day."""
    groups: list[list[Occurrence]] = []
    owed = tuple(commitments)
    for told in sorted(filter(_is_signing, occurrences), key=lambda one: (str(one.day), one.document, one.id)):
        same = next((group for group in groups if _is_same(group[0], told)), None)
        groups.append([told]) if same is None else same.append(told)
    found = (_draft(group, owed) for group in groups)
    return tuple(one for one in found if not _is_known(one, library))


def _is_signing(told: Occurrence) -> bool:
    nouns = read_wording().nouns
    return (
        told.type in SIGNING
        and told.status in HAPPENED
        and told.day is not None
        and SIGNED.match(told.trigger) is not None
        and not nouns.keys().isdisjoint(re.findall(r"[\w-]+", told.words.lower()))
        and len(_parties(told)) > 1
    )


def _parties(told: Occurrence) -> tuple[str, ...]:
    both = (*told.actors, *told.recipients)
    return tuple(sorted({str(party.country) for party in both if party.is_official}))


def _is_same(one: Occurrence, other: Occurrence) -> bool:
    if one.day is None or other.day is None:
        return False
    return _parties(one) == _parties(other) and abs(one.day - other.day) <= NEAR


def _draft(news: list[Occurrence], commitments: tuple[Standing, ...]) -> Draft:
    parties = _parties(news[0])
    days = [told.day for told in news if told.day is not None and told.day_is_told] or [
        told.day for told in news if told.day is not None
    ]
    documents = {told.document for told in news}
    owed = (one for one in commitments if one.document in documents and one.kind in ("obligation", "prohibition"))
    about = (one for one in owed if one.treaty is None and {who.country for who in one.bearers} <= {*parties})
    return Draft(parties=parties, signed=min(days), news=tuple(news), obligations=tuple(about))


def _is_known(draft: Draft, library: TreatyLibrary) -> bool:
    return any(
        set(draft.parties) <= set(treaty.parties) and abs(treaty.signed - draft.signed) <= NEAR
        for treaty in library.treaties
    )


def as_toml(found: Iterable[Draft]) -> str:
    """The drafts as a file of the library, every gap marked."""
    return "\n".join(line for draft in found for line in _lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    yield "# Drafted from the news, for a person to check: fill each GAP; `dragoman check FILE` names what is left."
    yield "[[treaty]]"
    yield f"id = {_text(draft.id)}"
    yield f"label = {_text(f'{GAP} its full name')}"
    if not any(told.day_is_told for told in draft.news):
        yield "# the day is the page's: the news does not say when it was signed"
    yield f"signed = {draft.signed.isoformat()}"
    yield '# in_force = the day it came into force, or "never"; without it the treaty is counted from its signature'
    yield f"parties = {json.dumps(list(draft.parties))}"
    yield f"source = {_text(f'{GAP} the text that you opened, or recalled')}"
    yield f"note = {_text(' | '.join(_told(told) for told in draft.news))}"
    for one in draft.obligations:
        yield from _obligation_lines(one)
    if not draft.obligations:
        yield "# the news tells of no obligation: add [[treaty.obligation]] from the text"
    yield ""


def _told(told: Occurrence) -> str:
    return f"“{' '.join(told.words.split())}” ({told.source}, document {told.document})"


def _obligation_lines(one: Standing) -> Iterator[str]:
    yield ""
    yield "[[treaty.obligation]]"
    yield f"# “{' '.join(one.words.split())}” (document {one.document})"
    yield f"article = {_text(f'{GAP} its number')}"
    yield f"kind = {_text(_kind(one) or f'{GAP} defence, neutrality, non-aggression, consultation or assurance')}"
    yield f"strength = {_text(f'{GAP} automatic, own decision or consult')}"
    yield f"action = {_text(f'{GAP} what is owed, in words')}"
    yield from (f"# {what}: {in_words(pattern)}" for what, pattern in _patterns(one))
    if not one.mutual:
        yield f"bearers = {json.dumps(sorted({str(who.country) for who in one.bearers}))}"


def _patterns(one: Standing) -> Iterator[tuple[str, Pattern]]:
    """What was read of the act and of what it waits for, where anything was."""
    for what, pattern in (("to be done", one.action), ("it waits for", one.trigger)):
        if pattern is not None:
            yield what, pattern


def _kind(one: Standing) -> str | None:
    """The kind that what is to be done, and what it waits for, make of it; None where they do not say."""
    action = one.action or {}
    if action.get("type") == "CONSULT":
        return "consultation"
    if action.get("type") == "ASSAULT" and action.get("polarity") == "negative":
        return "non-aggression"
    attacked = one.trigger is not None and "ASSAULT" in types_in(one.trigger)
    return "defence" if attacked and action.get("type") in HELP else None


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
