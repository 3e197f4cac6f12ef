"""How data sets label what PLOVER's manual labels otherwise; used only when the set is scored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.records import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """How a set labels events: their type, and whether the place of an act may stand for a party nobody names.

    `label` is asked with an event and with those that are its content. `hosts_act`: who hosts a guest is the source, as
    in CAMEO's 043, where the manual has the guest. `voice_acts`: who tells what his own country does may stand for it.
    `suffix` marks the figures in the table.
    """

    suffix: str
    label: Callable[[Event, tuple[Event, ...]], str]
    place_is_party: bool
    hosts_act: bool
    voice_acts: bool


#: how a visit is told as the host's act
HOSTING = ("host", "receiv", "welcom", "greet", "entertain")
#: acts that PLV calls ACCUSE (a court's) and SUPPORT (a host's), by their trigger
EXTRADITIONS = ("extradit",)
INVITATIONS = ("invit",)
#: how a court grants an extradition
GRANTING = ("approv", "grant", "uph", "back", "authori")
#: how sanctions are imposed and prolonged, how ground is taken, and how an order is told
IMPOSING = ("impos", "slap", "levi", "prolong", "renew", "extend", "sanction")
TAKING = ("captur", "overr", "occup", "took", "tak", "seiz", "conquer")
ORDERS = ("order",)
#: how those are sent who are to investigate (CAMEO 09)
SENDING = ("send", "sent", "dispatch")
#: types of what PLV codes as done where it is ordered
ORDERED = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "RETREAT"})


def manual_type(event: Event, inside: tuple[Event, ...] = ()) -> str:
    """The folded type, the plain one where the event does not count (the scorer asks for one all the same)."""
    return event.plover_type or event.type


def plv_type(event: Event, inside: tuple[Event, ...] = ()) -> str:
    """The type in PLV's conventions, which follow CAMEO's roots; found on rows that were read, kept if others agreed.

    Convictions and extraditions are ACCUSE, peacekeepers that are sent AID (CAMEO 074), invitations SUPPORT, attacks on
    computers, blockades (CAMEO 191) and the taking of ground and ships (192) ASSAULT, sanctions that are imposed and
    arrest warrants COERCE (17), what is ordered is what it orders, and a yielding that is only promised is AGREE.
    """
    trigger, words = event.trigger.words.lower(), event.extent.words.lower()
    if event.mode == "convict" or trigger.startswith(EXTRADITIONS):
        return "ACCUSE"
    if event.type == "SUPPORT" and trigger.startswith(GRANTING) and EXTRADITIONS[0] in words:
        return "ACCUSE"
    if trigger.startswith(SENDING) and any(each.mode == "investigate" for each in inside):
        return "ACCUSE"
    if event.type == "MOBILIZE" and "peacekeep" in words:
        return "AID"
    if event.plover_type == "AGREE" and trigger.startswith(INVITATIONS):
        return "SUPPORT"
    if event.type == "REQUEST" and trigger.startswith(ORDERS):
        return next((each.type for each in inside if each.type in ORDERED), manual_type(event))
    if event.type == "SANCTION" and trigger.startswith(IMPOSING) and "sanction" in words:
        return "COERCE"
    if event.type == "THREATEN" and event.mode == "arrest" and "warrant" in words:
        return "COERCE"
    if event.type in ("COERCE", "MOBILIZE") and (event.mode == "cyber" or "blockad" in words):
        return "ASSAULT"
    if event.mode == "seize" and trigger.startswith(TAKING):
        return "ASSAULT"
    if event.plover_type == "CONCEDE" and event.status == "future":
        return "AGREE"
    return manual_type(event)


#: PLV's own: besides its types, who imposed a curfew in a town did so on the town, and where somebody unnamed
#: arrested a journalist the country did
PLV = Convention(suffix="", label=plv_type, place_is_party=True, hosts_act=True, voice_acts=True)
#: PLOVER's manual as it stands
MANUAL = Convention(suffix="_by_the_manual", label=manual_type, place_is_party=False, hosts_act=False, voice_acts=False)
