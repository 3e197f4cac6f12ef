"""Country and sector as PLOVER's manual has them, and as NGEC, the coder of POLECAT, has them by its list of agents.

NGEC has sectors that the manual folds (AGR, MED for medicine, PRM, SOC, UAF, PRE, JRN, those who are called by their
creed) and gives some kinds of people another sector. Used only when a set that follows it is scored; both figures are
printed.
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.actors import Library
from dragoman.errors import DataError
from dragoman.records import ActorMention

Codes = dict[str, str]

#: how a capital, or a form of the state, that acts says so in the mention's rule
CAPITAL_RULES = ("capital", "host named by its capital")
#: sectors that are only called otherwise
SECTORS = {"MED": "JRN"}
#: kinds of people and bodies by the last words of the mention, in the singular
KINDS: dict[str, tuple[str, ...]] = {
    "AGR": ("farmer", "peasant", "herder", "herdsman", "rancher", "fisherman", "fisher", "cattleman", "sharecropper"),
    "MED": ("doctor", "nurse", "medic", "paramedic", "hospital", "clinic", "ambulance", "physician", "surgeon",
            "midwife", "dentist", "psychiatrist", "social worker", "medical staff", "medical worker", "health worker"),
    "PRM": ("paramilitary", "paramilitary force", "paramilitary group", "paramilitary unit", "self-defence force",
            "self-defense force", "self-defence group", "self-defense group", "self-defence militia",
            "self-defense militia", "private army", "pro-government militia", "vigilante group"),
    "SOC": ("environmentalist", "conservationist", "ecologist", "civil society", "social movement", "protest movement",
            "protest group", "pro-democracy group", "pro-democracy movement", "league", "civil society group"),
    "GOV": ("attorney general", "firefighter", "fireman", "fire brigade", "regulator", "ruling party",
            "governing party", "ruling coalition", "ruling alliance", "national news agency", "official news agency",
            "state news agency", "state-run news agency", "state media", "state television", "state-run media"),
    "PRE": ("breakaway state", "breakaway republic", "breakaway region", "self-proclaimed republic",
            "self-declared republic", "self-proclaimed state", "unrecognised state", "unrecognized state",
            "disputed region"),
    "CVL": ("protester", "demonstrator", "activist", "campaigner", "dissident", "defector", "deserter", "detainee",
            "rioter", "migrant", "immigrant", "suspect", "ethnic minority", "elder"),
    "CRM": ("prisoner", "inmate", "looter", "illegal migrant", "illegal immigrant"),
    "UAF": ("gunman", "militant", "militia", "militiaman", "fighter", "mercenary", "armed man", "armed group",
            "combatant", "marauder"),
    "ELI": ("first lady", "retired general", "exiled leader", "exiled politician"),
    "REF": ("expatriate",),
    "MIL": ("border guard", "coast guard", "gendarmerie"),
    "BUD": ("buddhist",), "HIN": ("hindu",), "JEW": ("jew",), "CHR": ("christian", "catholic"), "MOS": ("muslim",),
    "BUS": ("tanker", "oil tanker", "freighter", "cargo ship", "merchant ship", "container ship"),
}  # fmt: skip
#: armed groups on a government's side, by their ids in the library
PARAMILITARY = frozenset(
    {"AhluSunna", "VDP", "PMF", "AUC", "Wagner", "Janjaweed", "BasijMilitia", "grp.koglweogo", "grp.dan-na-ambassagou",
     "grp.civilian-joint-task-force", "grp.amotekun", "grp.tribal-mobilization-forces", "grp.national-defence-forces"}
)  # fmt: skip
#: states that few recognise are none of rebels, by their ids in the library
UNRECOGNISED = frozenset(
    {"TRNC", "DNR", "LuhanskPeoplesRepublic", "Karabakh", "Abkhazia", "SouthOssetia", "Transnistria"}
)
#: agencies that a state runs, which are its government (GOVJRN), by their ids in the library; broadcasters say so there
STATE_AGENCIES = frozenset(
    f"media.{name}" for name in (
        "angop", "aps", "ethiopian-news-agency", "news-agency-of-nigeria", "suna", "telam", "abi", "agencia-brasil",
        "prensa-latina", "notimex", "bakhtar-news-agency", "xinhua", "china-news-service", "antara", "kazinform",
        "montsame", "bernama", "associated-press-of-pakistan", "philippine-news-agency", "central-news-agency", "uza",
        "vietnam-news-agency", "ata", "armenpress", "azertac", "belta", "tass", "ria-novosti", "ukrinform", "wam",
        "bahrain-news-agency", "mena", "irna", "iraqi-news-agency", "petra", "kuna", "national-news-agency", "lana",
        "map", "oman-news-agency", "wafa", "qna", "saudi-press-agency", "sana", "tap", "anadolu", "saba",
    )
)  # fmt: skip
_BEHIND = re.compile(r",|\s(?:of|in|from|at|for|to|who|with)\s")
_KIND_OF = {words: sector for sector, kinds in KINDS.items() for words in kinds}


def manual_codes(who: ActorMention | None, *, is_time: bool = False) -> Codes:
    """Country and sector as PLOVER's manual has them."""
    actor = who.actor if who else None
    return {"country": actor.country or "", "sector": actor.sector or ""} if actor else {}


def ngec_codes(who: ActorMention | None, *, is_time: bool = False) -> Codes:
    """Country and sector in NGEC's conventions.

    The EU is a country of its own (EUR), other intergovernmental bodies are the country IGO; a capital that acts is
    its GOV; a state that few recognise is PRE; somebody unknown is UNK, and a time is no actor at all (JNK).
    """
    codes = manual_codes(who)
    if who is None or who.actor is None:
        if is_time:
            return {"country": "", "sector": "JNK"}
        return {"country": "", "sector": "UNK"} if who and who.rule == "pronoun, open" else codes
    if who.actor.sector == "IGO" and not who.actor.country:
        return {"country": "EUR" if who.actor.code == "IGOEEC" else "IGO", "sector": ""}
    if who.rule.startswith(CAPITAL_RULES):
        return codes | {"sector": "GOV"}
    return codes | {"sector": _sector(who, codes["sector"])}


def _sector(who: ActorMention, sector: str) -> str:
    """The sector that NGEC's list of agents has for the words, else the manual's."""
    assert who.actor is not None
    if who.actor.id in UNRECOGNISED:
        return "PRE"
    if who.actor.id in PARAMILITARY:
        return "PRM"
    if who.actor.id in _state_media() or (sector == "OPP" and _has_led(who.actor.id)):
        return "ELI" if sector == "OPP" else "GOV"
    if sector == "ELI":
        return sector
    return _kind(who.mention.words) or _kind(who.actor.label or "") or SECTORS.get(sector, sector)


@cache
def _state_media() -> frozenset[str]:
    return STATE_AGENCIES | {medium.id for medium in Library.shipped().media if medium.kind == "state"}


def _has_led(person: str) -> bool:
    """Whether somebody led a country once: opponents who did are its old elite."""
    try:
        tenures = Library.shipped().tenures(person)
    except (DataError, KeyError):
        return False
    return any(tenure.office.leads and tenure.holder.until for tenure in tenures)


def _kind(words: str) -> str | None:
    """The sector of the longest kind that the words end with, before what tells whose it is."""
    parts = [_singular(word) for word in _BEHIND.split(words.lower())[0].split()]
    ends = (" ".join(parts[first:]) for first in range(max(0, len(parts) - 3), len(parts)))
    return next((_KIND_OF[end] for end in ends if end in _KIND_OF), None)


def _singular(word: str) -> str:
    """*men* and *armies* as the kinds have them; a word that does not count is left."""
    if word.endswith("men"):
        return word[:-2] + "an"
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s") if not word.endswith("ss") else word
