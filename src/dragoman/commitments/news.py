"""Many events ordered by type and sides, so that each commitment is held against the few that can matter to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.commitments.changes import read_changes
from dragoman.commitments.standing import TOGETHER, Pattern, Standing, whole_action
from dragoman.treaties import Occurrence, Party
from dragoman.treaties.fits import Roles
from dragoman.treaties.patterns import leaves

#: stands for everybody, and for a side that nobody is named for
ANYBODY, NOBODY = "*", "?"
#: type, one who did it, one to whom it was done
Key = tuple[str, str, str]
Found = dict[tuple[str, str], Occurrence]


class News:
    """The events by type and sides, and those that tell by a word what became of something by who says it."""

    def __init__(self, occurrences: Iterable[Occurrence]) -> None:
        self._deeds: dict[Key, Found] = {}
        self._words: dict[str, Found] = {}
        changes = read_changes()
        for told in occurrences:
            one = (told.document, told.id)
            actors, recipients = _names(told.actors), _names(told.recipients)
            for actor in actors | {ANYBODY}:
                for recipient in recipients | {ANYBODY}:
                    self._deeds.setdefault((told.type, actor, recipient), {})[one] = told
            if changes.taking.match(told.trigger) or changes.breaking.match(told.trigger):
                for actor in actors:
                    self._words.setdefault(actor, {})[one] = told

    def awaited(self, one: Standing) -> tuple[Occurrence, ...]:
        """The events that may be what the commitment waits for, those of which a side is not said among them."""
        return tuple(self._of(one.trigger, one.roles).values()) if one.trigger is not None else ()

    def of(self, one: Standing) -> tuple[Occurrence, ...]:
        """The events that may change the commitment: what it waits for, its act, a word of its bearers about it."""
        found: Found = {}
        for name in _names(one.bearers):
            found |= self._words.get(name, {})
        for pattern in (whole_action(one), one.trigger):
            if pattern is not None:
                found |= self._of(pattern, one.roles)
        return tuple(found.values())

    def _of(self, pattern: Pattern, roles: Roles) -> Found:
        found: Found = {}
        for key in _keys(pattern, roles):
            found |= self._deeds.get(key, {})
        return found


def _keys(pattern: Pattern, roles: Roles) -> Iterator[Key]:
    for leaf in leaves(pattern):
        if "of" in leaf:  # at war is who attacks and who is attacked
            for who in _wanted((leaf["of"],), roles):
                yield "ASSAULT", who, ANYBODY
                yield "ASSAULT", ANYBODY, who
            continue
        actors = _wanted(leaf.get("actors", ()), roles)
        recipients = _wanted(leaf.get("recipients", ()), roles)
        if leaf["type"] in TOGETHER and actors | recipients != {ANYBODY}:  # done together: no direction
            for who in (actors | recipients) - {ANYBODY, NOBODY}:
                yield leaf["type"], who, ANYBODY
                yield leaf["type"], ANYBODY, who
            continue
        for actor in actors:
            yield from ((leaf["type"], actor, recipient) for recipient in recipients)


def _wanted(names: Iterable[str], roles: Roles) -> set[str]:
    """Who may stand on a side, the side that nobody is named for included; everybody where the pattern names nobody."""
    names = set(names)
    codes = {code for name in names for code in roles.get(name, (name,))}
    if not names or "any" in names:
        return {ANYBODY}
    return {part for code in codes for part in (code, code[:3])} | {NOBODY}


def _names(parties: tuple[Party, ...]) -> set[str]:
    return {name for party in parties for name in (party.country, party.code) if name} or {NOBODY}
