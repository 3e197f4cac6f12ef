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
from dragoman.places import PLACES
from dragoman.records import Actor, ActorMention

Codes = dict[str, str]

#: how a capital, or a form of the state, that acts says so in the mention's rule
CAPITAL_RULES = ("capital", "host named by its capital")
#: how a state that stands beside what acts says so
STATE_BESIDE = ("before a noun", "nationality")
#: how a person that the library knows says so
PERSON_RULES = ("name in the library", "surname of", "other spelling")
#: sectors that are only called otherwise
SECTORS = {"MED": "JRN"}
#: kinds of people and bodies by the last words of the mention, in the singular
KINDS: dict[str, tuple[str, ...]] = {
    "AGR": ("farmer", "peasant", "herder", "herdsman", "rancher", "fisherman", "fisher", "cattleman", "sharecropper",
            "farm worker", "farmworker", "farm labourer", "farm laborer", "agricultural worker", "field hand", "grower",
            "agricultural labourer", "agricultural laborer", "banana producer", "milk producer", "grain producer",
            "rural worker", "pastoralist", "shepherd", "dairyman", "farmhand", "fruit picker", "farmers' union",
            "farmers' association", "agriculturalist"),
    "MED": ("doctor", "nurse", "medic", "paramedic", "hospital", "clinic", "ambulance", "physician", "surgeon",
            "midwife", "dentist", "psychiatrist", "social worker", "medical staff", "medical worker", "health worker",
            "cardiologist", "caregiver", "health facility", "medical association", "medical personnel", "pediatrician",
            "paediatrician", "pharmaceutical firm", "pharmaceutical company", "health professional", "ambulance crew",
            "medical team", "medical group", "health care worker", "healthcare worker"),
    "PRM": ("paramilitary", "paramilitary force", "paramilitary group", "paramilitary unit", "self-defence force",
            "self-defense force", "self-defence group", "self-defense group", "self-defence militia",
            "self-defense militia", "private army", "pro-government militia", "vigilante group",
            "paramilitary police", "private security force", "paramilitary organisation", "paramilitary organization"),
    "SOC": ("environmentalist", "conservationist", "ecologist", "civil society", "social movement", "protest movement",
            "protest group", "pro-democracy group", "pro-democracy movement", "league", "civil society group",
            "corruption watchdog", "resistance movement"),
    "GOV": ("attorney general", "firefighter", "fireman", "fire brigade", "regulator", "ruling party",
            "governing party", "ruling coalition", "ruling alliance", "national news agency", "official news agency",
            "state news agency", "state-run news agency", "state media", "state television", "state-run media",
            "state-owned media", "state-run television", "state tv", "state radio", "state broadcaster", "fire service",
            "fire department", "fire chief", "national airline", "state hospital", "tourist board", "capital city",
            "prosecutor general", "securities and exchange commission", "state-owned news agency"),
    "COP": ("police station", "police post", "immigration inspector", "immigration agent", "immigration officer",
            "immigration police", "border patrol", "border patrol agent", "border agent", "prison", "prison official",
            "prison authority", "jail", "anti-drug agency", "anti-drug agent", "anti-narcotics agency", "jail guard",
            "law enforcement", "law enforcement agency", "law enforcement official"),
    "PRE": ("breakaway state", "breakaway republic", "breakaway region", "self-proclaimed republic",
            "self-declared republic", "self-proclaimed state", "unrecognised state", "unrecognized state",
            "disputed region", "unrecognised country", "unrecognized country", "partially recognised country",
            "partially recognized country", "partially recognised state", "partially recognized state",
            "partially recognised region", "partially recognized region", "de facto state", "quasi-state"),
    "PTY": ("opposition party", "opposition coalition", "opposition mp", "opposition lawmaker", "shadow minister",
            "leader of the opposition", "political wing"),
    "BUS": ("tanker", "oil tanker", "freighter", "cargo ship", "merchant ship", "container ship", "merchant vessel",
            "supertanker", "cargo vessel", "boss", "top executive"),
    "JUD": ("lawyer", "barrister", "attorney", "defense lawyer", "defence lawyer", "solicitor"),
    "EDU": ("intellectual", "kindergarten", "preschool"),
    "LAB": ("employee", "staff member", "organized labor", "organised labour"),
    "JRN": ("blogger", "publisher", "writer", "commentator", "website", "publishing house"),
    "SPY": ("secret police",),
    "CVL": ("protester", "demonstrator", "activist", "campaigner", "dissident", "defector", "deserter", "detainee",
            "rioter", "migrant", "immigrant", "suspect", "ethnic minority", "elder", "ethnic group",
            "indigenous people", "landowner", "migrant worker", "mob", "native", "scientist", "shopkeeper",
            "taxi driver", "exile", "mutineer", "political prisoner", "opposition supporter", "protest leader",
            "airliner", "passenger plane", "the poor"),
    "CRM": ("prisoner", "inmate", "looter", "illegal migrant", "illegal immigrant"),
    "UAF": ("gunman", "militant", "militia", "militiaman", "fighter", "mercenary", "armed man", "armed group",
            "combatant", "marauder", "armed band", "armed citizen", "death squad", "hit squad", "invader", "assailant"),
    "REB": ("freedom fighter", "opposition fighter", "rebel fighter", "shiite militia", "shia militia", "mujahideen",
            "uprising", "raider"),
    "ELI": ("first lady", "retired general", "exiled leader", "exiled politician", "first family", "honorary consul",
            "president's wife", "president's husband", "president's son", "president's daughter", "exiled government",
            "government in exile", "government-in-exile", "ousted president", "ousted prime minister", "ousted leader",
            "ousted premier"),
    "REF": ("expatriate", "displaced person", "displaced people", "displaced family"),
    "MIL": ("border guard", "coast guard", "gendarmerie", "gendarme", "barracks", "battleship", "frigate", "naval base",
            "military base", "prisoner of war"),
    "BUD": ("buddhist",), "HIN": ("hindu",), "JEW": ("jew",), "CHR": ("christian", "catholic"), "MOS": ("muslim",),
    "JNK": ("volcano", "flood", "flooding", "earthquake", "wildfire", "typhoon", "hurricane", "tornado", "tsunami",
            "blizzard", "drought", "landslide", "avalanche", "heatwave", "heat wave", "cyclone", "mudslide",
            "sandstorm", "tropical storm", "storm", "rain", "natural disaster", "volcanic eruption", "aftershock"),
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
#: what names such a state in any words, with the country that it is part of
UNRECOGNISED_NAMES = {
    "South Osseti": "GEO", "Abkhaz": "GEO", "Transnistria": "MDA", "Trans-Dniester": "MDA", "Luhansk": "UKR",
    "Donetsk": "UKR", "Nagorno-Karabakh": "AZE", "Artsakh": "AZE", "Somaliland": "SOM", "Northern Cyprus": "CYP",
    "North Cyp": "CYP", "Turkish Cyp": "CYP",
}  # fmt: skip
#: the offices of those who head one, by their ids in the library
HEADS_OF_UNRECOGNISED = {
    "RUS.donetsk-head": "UKR", "RUS.luhansk-head": "UKR", "GEO.abkhazia-president": "GEO",
    "GEO.south-ossetia-president": "GEO", "MDA.transnistria-president": "MDA", "AZE.karabakh-president": "AZE",
    "SOM.somaliland-president": "SOM",
}  # fmt: skip
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
#: bodies that are countries of their own, with the sectors of their organs; their roles keep the sector of the role
UNIONS = {"EU": "EUR", "UN": "UNO"}
ORGANS = {
    "EU.commission": "GOV", "EU.council": "GOV", "EU.EEAS": "GOV", "EU.ECB": "GOV", "EU.eurozone": "GOV",
    "EU.parliament": "LEG", "EU.ECJ": "JUD", "EU.EPPO": "JUD", "EU.Eurojust": "JUD", "EU.Frontex": "COP",
    "EU.Europol": "COP", "UN.security-council": "GOV", "UN.general-assembly": "LEG", "UN.ICJ": "JUD",
}  # fmt: skip
#: agencies that are known as bodies by themselves
APART = frozenset({"UN.IAEA", "UN.command", "UN.IMO"})
#: territories are the country that they belong to
TERRITORIES = {
    territory: state
    for state, territories in {
        "DNK": "GRL FRO", "USA": "PRI GUM VIR ASM MNP UMI", "MAR": "ESH", "NOR": "SJM BVT", "FIN": "ALA",
        "FRA": "GUF PYF ATF GLP MTQ MYT NCL REU BLM MAF SPM WLF", "NLD": "ABW CUW SXM BES",
        "GBR": "AIA BMU IOT CYM FLK GIB GGY JEY IMN MSR PCN SHN SGS TCA VGB", "NZL": "NIU TKL COK",
        "AUS": "CXR CCK HMD NFK",
    }.items()
    for territory in territories.split()
}  # fmt: skip
#: armed groups are of the country that they come from, by their ids in the library
ORIGINS = {"FDLR": "RWA", "ADF": "UGA", "RedTabara": "BDI", "FNL": "BDI", "PKK": "TUR", "Polisario": "MAR"}
_BEHIND = re.compile(r",|\s(?:of|in|from|at|for|to|who|with)\s")
#: roles at the head of a body, which are what the body is
_HEADS = re.compile(r"(?:president|chairman|chairwoman|chair|head|leader|director|secretary-general) of (.+)")


def manual_codes(who: ActorMention | None) -> Codes:
    """Country and sector as PLOVER's manual has them."""
    actor = who.actor if who else None
    return {"country": actor.country or "", "sector": actor.sector or ""} if actor else {}


def ngec_codes(who: ActorMention | None, *, words: str = "", is_time: bool = False) -> Codes:
    """Country and sector in NGEC's conventions, of a mention in `words`.

    The EU (EUR) and the UN (UNO) are countries of their own, other intergovernmental bodies are the country IGO and
    other bodies of all countries the country NGO; a territory is its state; a capital that acts is its GOV, another
    town or province its people (CVL); a state that few recognise is PRE; somebody unknown is UNK, and a time is no
    actor at all (JNK).
    """
    codes = manual_codes(who)
    if is_time and who is None:
        return {"country": "", "sector": "JNK"}
    if (who is None or who.rule == "unknown person") and (country := PLACES.country(words)):
        return {"country": TERRITORIES.get(country, country), "sector": "CVL"}
    if who is None:
        kind = _kind(words)
        return {"country": "", "sector": kind} if kind else codes
    if who.actor is None:
        return {"country": "", "sector": "UNK"} if who.rule == "pronoun, open" else codes
    if who.actor.sector == "IGO" and not who.actor.country:
        return _body_codes(who.actor)
    if who.actor.sector == "NGO" and not who.actor.country and _is_listed(who.actor.id):
        return {"country": "NGO", "sector": ""}
    if (region := _unrecognised(who, words or who.mention.words)) is not None:
        return {"country": region, "sector": "PRE"}
    group = _group_named(who.mention.words)
    country = ORIGINS.get(group, codes["country"])
    codes |= {"country": TERRITORIES.get(country, country)}
    if who.rule.startswith(CAPITAL_RULES):
        return codes | {"sector": "GOV"}
    if who.rule.endswith(STATE_BESIDE):
        return codes | {"sector": _kind(words) or codes["sector"]}
    if group and codes["sector"] == "REB" and group not in PARAMILITARY | UNRECOGNISED:
        return codes
    return codes | {"sector": _sector(who, codes["sector"], words or who.mention.words)}


def _unrecognised(who: ActorMention, words: str) -> str | None:
    """The country of a region that calls itself a state, where the words name it or somebody who heads it."""
    heads = (state for head, state in HEADS_OF_UNRECOGNISED.items() if who.actor and who.actor.office == head)
    return next((state for name, state in UNRECOGNISED_NAMES.items() if name in words), None) or next(heads, None)


def _body_codes(actor: Actor) -> Codes:
    """A body's codes, and those of who serves it: *EU lawmakers* are EUR and LEG, NATO's IGO alone."""
    body = _bodies().get(actor.id) or _bodies().get(_body_of_office(actor)) or _bodies().get(actor.code or "")
    country = UNIONS.get((body or "").partition(".")[0], "IGO")
    if body is None or country == "IGO" or body in APART:
        return {"country": "IGO", "sector": ""}
    if actor.id == body:
        return {"country": country, "sector": ORGANS.get(body, "")}
    own = _sector_of_role(actor.label or "") if actor.id.startswith("doc:") else ORGANS.get(body, "GOV")
    return {"country": country, "sector": own}


@cache
def _bodies() -> dict[str, str]:
    """The body's id by id and by code, the whole before its organs."""
    bodies = Library.shipped().bodies
    return {body.code: body.id for body in reversed(bodies)} | {body.id: body.id for body in bodies}


def _body_of_office(actor: Actor) -> str:
    offices = {office.id: office.body or "" for office in Library.shipped().offices}
    return offices.get(actor.office or "", "")


def _sector_of_role(label: str) -> str:
    """The sector of a role by the longest end of its words that names one: *EU lawmaker*; officials where none does."""
    words = _BEHIND.split(label.lower())[0].split()
    ends = (" ".join(words[first:]) for first in range(len(words)))
    found = [sector for end in ends if (sector := _agents().get(end))]
    sector = next((sector for sector in found if sector != "IGO"), "" if found else "GOV")
    return _kind(label) or {"UNK": ""}.get(sector, SECTORS.get(sector, sector))


@cache
def _agents() -> dict[str, str]:
    return {noun.lower(): agent.sector for agent in Library.shipped().agents for noun in agent.nouns}


@cache
def _is_listed(actor: str) -> bool:
    return any(row.id == actor for row in Library.shipped().organisations)


def _group_named(words: str) -> str:
    """The id of the armed group whose name stands in the words."""
    padded = f" {words} "
    return next((group for name, group in _groups() if name in padded), "")


@cache
def _groups() -> tuple[tuple[str, str], ...]:
    rows = Library.shipped().groups
    return tuple((f" {name.removeprefix('the ')} ", row.id) for row in rows for name in row.names if len(name) > 2)


def _sector(who: ActorMention, sector: str, words: str) -> str:
    """The sector that NGEC's list of agents has for the words, else the manual's."""
    assert who.actor is not None
    if who.actor.id in UNRECOGNISED:
        return "PRE"
    if who.actor.id in PARAMILITARY:
        return "PRM"
    if who.actor.id in _state_media() or (sector == "OPP" and _has_led(who.actor.id)):
        return "ELI" if sector == "OPP" else "GOV"
    if who.rule.startswith(PERSON_RULES):
        return _sector_of_person(who.actor, sector)
    if sector == "ELI":
        return sector
    return _kind(who.mention.words) or _kind(who.actor.label or "") or _headed(words) or SECTORS.get(sector, sector)


def _sector_of_person(actor: Actor, sector: str) -> str:
    """Ministers of defence are GOV, opponents politicians; who never served in a government is no old elite.

    Those are still what they were: a politician, a soldier, a judge.
    """
    if actor.office in _defence_ministries():
        return "GOV"
    if sector != "ELI":
        return "PTY" if sector == "OPP" else SECTORS.get(sector, sector)
    sectors = [tenure.office.sector for tenure in Library.shipped().tenures(actor.id)] if actor.office is None else []
    if not sectors or "GOV" in sectors or "IGO" in sectors or "ELI" in sectors:
        return sector
    return "PTY" if sectors[-1] in ("LEG", "OPP") else SECTORS.get(sectors[-1], sectors[-1])


@cache
def _defence_ministries() -> frozenset[str]:
    return frozenset(office.id for office in Library.shipped().offices if "defence_minister" in office.kinds)


def _headed(words: str) -> str | None:
    """The sector of the body that somebody heads."""
    found = _HEADS.match(words.lower().removeprefix("the "))
    return _kind(found[1]) if found else None


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
    words = words.lower()
    parts = [_singular(word) for word in (words if words in _KIND_OF else _BEHIND.split(words)[0]).split()]
    ends = (" ".join(parts[first:]) for first in range(max(0, len(parts) - 4), len(parts)))
    return next((_KIND_OF[end] for end in ends if end in _KIND_OF), None)


def _singular(word: str) -> str:
    """*men* and *armies* as the kinds have them; a word that does not count is left."""
    if word.endswith("men"):
        return word[:-2] + "an"
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s") if not word.endswith("ss") else word


_KIND_OF = {" ".join(map(_singular, words.split())): sector for sector, kinds in KINDS.items() for words in kinds}
