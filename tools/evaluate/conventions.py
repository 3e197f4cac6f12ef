"""How data sets label what PLOVER's manual labels otherwise; used only when the set is scored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.records import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """How a set labels events: their type, and whether the place of an act may stand for a party nobody names.

    `suffix` marks the figures in the table.
    """

    suffix: str
    label: Callable[[Event], str]
    place_is_party: bool


#: acts that PLV calls ACCUSE (a court's) and SUPPORT (a host's), by their trigger
EXTRADITIONS = ("extradit",)
INVITATIONS = ("invit",)


def manual_type(event: Event) -> str:
    """The folded type, the plain one where the event does not count (the scorer asks for one all the same)."""
    return event.plover_type or event.type


def plv_type(event: Event) -> str:
    """The type in PLV's conventions.

    Convictions and extraditions are ACCUSE, invitations SUPPORT, attacks on computers ASSAULT, and a yielding that
    is only promised is AGREE.
    """
    trigger = event.trigger.words.lower()
    if event.mode == "convict" or trigger.startswith(EXTRADITIONS):
        return "ACCUSE"
    if event.plover_type == "AGREE" and trigger.startswith(INVITATIONS):
        return "SUPPORT"
    if event.type == "COERCE" and event.mode == "cyber":
        return "ASSAULT"
    if event.plover_type == "CONCEDE" and event.status == "future":
        return "AGREE"
    return manual_type(event)


#: PLV's own: besides its types, who imposed a curfew in a town did so on the town, and where somebody unnamed
#: arrested a journalist the country did
PLV = Convention(suffix="", label=plv_type, place_is_party=True)
#: PLOVER's manual as it stands
MANUAL = Convention(suffix="_by_the_manual", label=manual_type, place_is_party=False)
