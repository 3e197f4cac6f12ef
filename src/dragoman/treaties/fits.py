"""Whether something that the news tells is what a pattern waits for, and what stays open about it.

`fit` gives None where it is not, and else the gaps: each says, in words, what the news does not tell or what is not
quite as the pattern has it. No gap means that the words themselves fit, not that they are true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.treaties.occurrences import OFFICIAL, Occurrence, Party

Gaps = tuple[str, ...]
#: codes that fill a pattern's `bearer` and `beneficiary`
Roles = Mapping[str, tuple[str, ...]]
#: sectors of those who fight their own state: who attacks them does not attack it
AGAINST_THEIR_STATE = frozenset({"REB", "OPP", "CRM"})


def fit(pattern: Mapping[str, Any], told: Occurrence, roles: Roles) -> Gaps | None:
    """The gaps between the pattern and what is told; None where what is told is something else.

    Of `all` one part is enough to be a candidate: the others are gaps. What waits for something *not* to happen
    (`not`: *unless …*) is set off by no event; `averts` says which event keeps it from being set off.
    """
    if "any" in pattern:
        found = [gaps for part in pattern["any"] if (gaps := fit(part, told, roles)) is not None]
        return min(found, key=len, default=None)
    if "all" in pattern:
        return _fit_all(pattern["all"], told, roles)
    if "not" in pattern:
        return None
    if "state" in pattern:
        return _fit_war(pattern, told, roles)
    return _fit_event(pattern, told, roles)


def averts(pattern: Mapping[str, Any], told: Occurrence, roles: Roles) -> bool:
    """Whether the event is the one whose absence the pattern waits for (*unless Seoul apologises*)."""
    return "not" in pattern and fit(pattern["not"], told, roles) is not None


def _fit_all(parts: list[Mapping[str, Any]], told: Occurrence, roles: Roles) -> Gaps | None:
    fits = [fit(part, told, roles) for part in parts]
    met = [gaps for gaps in fits if gaps is not None]
    if not met:
        return None
    open_parts = [in_words(part) for part, gaps in zip(parts, fits, strict=True) if gaps is None]
    return (*(gap for gaps in met for gap in gaps), *(f"it also waits for: {part}" for part in open_parts))


def _fit_war(pattern: Mapping[str, Any], told: Occurrence, roles: Roles) -> Gaps | None:
    """An armed attack between states may put both in a state of war."""
    if told.type != "ASSAULT" or told.polarity != "positive":
        return None
    gaps = _fit_side((pattern["of"],), (*told.actors, *told.recipients), roles, told, "who is at war")
    return None if gaps is None else (*gaps, "whether an attack is a state of war is not said")


def _fit_event(pattern: Mapping[str, Any], told: Occurrence, roles: Roles) -> Gaps | None:
    if pattern["type"] != told.type or pattern.get("polarity", "positive") != told.polarity:
        return None
    actors = _fit_side(pattern.get("actors", ()), told.actors, roles, told, "who did it")
    recipients = _fit_side(pattern.get("recipients", ()), told.recipients, roles, told, "to whom it was done")
    if actors is None or recipients is None:
        return None
    return (*actors, *recipients, *_narrowing(pattern, told))


def _narrowing(pattern: Mapping[str, Any], told: Occurrence) -> Iterator[str]:
    """Mode and contexts that the pattern names and the news does not."""
    if pattern.get("mode") and pattern["mode"] != told.mode:
        yield f"it waits for {pattern['mode']}, the news tells of {told.mode or 'no particular kind'}"
    missing = sorted(set(pattern.get("contexts", ())) - set(told.contexts))
    if missing:
        yield f"that it is {', '.join(missing)} is not said"


def _fit_side(names: Iterable[str], side: tuple[Party, ...], roles: Roles, told: Occurrence, what: str) -> Gaps | None:
    """The gaps of the party that fits best; None where there are parties and none of them is meant."""
    names = tuple(names)
    if not names or "any" in names:
        return ()
    wanted = [code for name in names for code in roles.get(name, (name,))]
    if not wanted:
        return None  # a role that nobody is known to have would fit everybody
    if not side:
        return (f"{what} is not said",)
    found = [
        gaps
        for party in side
        for code in wanted
        if (gaps := _is_meant(code, party, is_victim=party in told.recipients)) is not None
    ]
    return min(found, key=len, default=None)


def _is_meant(code: str, party: Party, *, is_victim: bool) -> Gaps | None:
    """Whether the party is whom the code means: the same, or somebody by whom that state acts or whom it protects."""
    if code == party.code:
        return ()
    if party.country is None or party.country != code[:3] or code[3:] not in OFFICIAL:
        return None
    if party.is_official:
        return ()
    if is_victim and party.sector not in AGAINST_THEIR_STATE:
        return (f"it was done to {party}, not to the state as such",)
    return None


def in_words(pattern: Mapping[str, Any]) -> str:
    """A pattern in one line: *AID (military) KOR → UKR*."""
    if "not" in pattern:
        return f"anything but {in_words(pattern['not'])}"
    for key, joint in (("any", " or "), ("all", " and ")):
        if key in pattern:
            return joint.join(in_words(part) for part in pattern[key])
    if "state" in pattern:
        return f"{pattern['state']} of {pattern['of']}"
    contexts = f" ({', '.join(pattern['contexts'])})" if pattern.get("contexts") else ""
    who, whom = (", ".join(pattern.get(role, ())) or "anybody" for role in ("actors", "recipients"))
    return f"{'no ' if pattern.get('polarity') == 'negative' else ''}{pattern['type']}{contexts} {who} → {whom}"
