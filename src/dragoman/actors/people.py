"""The persons of an article: which names are one person, and whether the library knows them on that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from dragoman.actors.describe import PERSON_KINDS, STATE_KINDS, Description, PersonRun, Scene
from dragoman.actors.holders import BROAD_KINDS, holder_of, titles_of
from dragoman.actors.library import PARTISAN, Tenure, family_name
from dragoman.actors.library import fold as plain
from dragoman.actors.names import NameHit
from dragoman.actors.schema import last_day
from dragoman.actors.usage import usage_words
from dragoman.language.model import Word
from dragoman.records import Actor, content_id

FEMALE = frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "madame", "lady", "queen", "princess", "dame", "spokeswoman"})
MALE = frozenset({"mr", "mr.", "sir", "lord", "king", "prince", "sheikh", "mister", "emir", "sultan", "spokesman"})


_SURNAME_TAGS = frozenset({"NNP", "NNPS", "NNS", "NN"})
"""What the tagger takes a surname for: *Asif* and *Gonsalves* look like plurals."""

_NUMERALS = frozenset({"I", "II", "III", "IV", "V", "VI"})
"""What may follow a ruler's name that the library has without it: *Prince Albert II*."""

NEARLY_THE_SAME = 0.88
"""Share of common letters from which two spellings are one name."""

LONG_KNOWN = 12
"""Years after which a former leader is no longer called by the surname alone."""

OFTEN = 3
"""How often the country in play is named before a title without a country counts as its."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in this article. `gender` is "m", "f" or ""; `kinds` the kinds of office held on the article's day."""

    name: str
    actor: Actor
    rule: str
    gender: str = ""
    kinds: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    leads: bool = False
    runs: tuple[PersonRun, ...] = ()


@dataclass(slots=True)
class _Cluster:
    """Names taken for one person while they are being gathered."""

    names: list[tuple[str, ...]] = field(default_factory=list)
    runs: list[PersonRun] = field(default_factory=list)
    evidence: list[Description] = field(default_factory=list)
    gender: str = ""

    @property
    def fullest(self) -> PersonRun:
        return max(self.runs, key=lambda run: run.last - run.first)

    def same_name(self, name: tuple[str, ...]) -> bool:
        """Whether a name of several words is another form of this one's."""
        return any(
            name == other
            or (name[0], name[-1]) == (other[0], other[-1])
            or set(name) < set(other)
            or set(other) < set(name)
            for other in self.names
            if len(other) > 1
        )


_BEFORE_PLACES = frozenset(
    {"in", "at", "near", "into", "to", "from", "through", "across", "around", "outside", "inside"}
)


def find_person_runs(scene: Scene) -> dict[int, PersonRun]:
    """Every personal name by the index of each of its words."""
    found: dict[int, PersonRun] = {}
    words = scene.parsed.words
    index = 0
    while index < len(words):
        last = _run_from(scene, words[index])
        if last is not None:
            hit = scene.hits.get(index)
            rest = scene.parsed.text[hit.end : words[last - 1].end].strip() if hit else ""
            whole = hit if hit and (hit.end == words[last - 1].end or rest in _NUMERALS) else None
            run = PersonRun(index, last, words[index].start, words[last - 1].end, whole)
            found |= dict.fromkeys(range(index, last), run)
        index = last or index + 1
    return found | _bare_surnames(scene, found)


def _bare_surnames(scene: Scene, runs: dict[int, PersonRun]) -> dict[int, PersonRun]:
    """Names that stand alone and are the last word of a fuller name somewhere in the article."""
    words = scene.parsed.words
    last_words = {words[run.last - 1].text for run in runs.values() if run.last - run.first > 1}
    return {
        word.index: PersonRun(word.index, word.index + 1, word.start, word.end, scene.hits.get(word.index))
        for word in words
        if word.text in last_words and word.tag in _SURNAME_TAGS and word.index not in runs
        and _is_free(scene.hits.get(word.index)) and not _inside_entity(scene, word)
    }  # fmt: skip


def _is_free(hit: NameHit | None) -> bool:
    """Whether nothing but persons is called so."""
    return hit is None or (hit.title is None and all(sense.kind in (*PERSON_KINDS, "part") for sense in hit.senses))


def _run_from(scene: Scene, first: Word) -> int | None:
    """Where (half-open) the personal name ends that begins at the word; None if none does."""
    words, index = scene.parsed.words, first.index
    hit = scene.hits.get(index)
    if first.text.lower() in _BEFORE_PLACES or first.text.lower() in usage_words("openers"):
        return None  # Near Tal Afar, Echoing Wen
    if hit and hit.sense("person"):
        return _end_of_name(scene, index, hit.end)
    if not first.text[:1].isupper() or first.tag not in ("NNP", "NNPS", "NN", "FW", "JJ", "UH", "VB", "IN"):
        return None
    before = words[index - 1] if index and words[index - 1].sentence == first.sentence else None
    titled = before is not None and scene.hits.get(before.index) is not hit and _announces_name(scene, before)
    named = first.entity == "PERSON" or titled or _is_surname(scene, first, hit)
    if not named or _is_other_name(hit) or (hit and hit.title and not hit.senses):
        return None
    people = hit is not None and hit.title is not None and hit.title.sector == "ETH"
    if people and (first.text.endswith("s") or (before is not None and before.text.lower() == "the")):
        return None  # Kashmiris, the Kikuyu
    last = _end_of_name(scene, index, first.end)
    if last - index > 1 and words[last - 1].text.lower() in usage_words("landforms"):
        return None  # the Thomas Shoal
    after = words[last] if last < len(words) else None
    if before is not None and not titled and _stands_before_place(scene, before, after):
        name = scene.parsed.text[first.start : words[last - 1].end]
        of_office = before.text == "of"
        if (scene.places.listed if of_office else scene.places.country)(name) is not None:
            return None  # fled to Lampedusa, the governor of Negros Oriental
    acts = after is not None and after.tag in ("VBD", "VBZ", "MD")
    if acts and last - index == 1 and not titled and scene.places.regions(first.text):
        return None  # Kerala accused them, but not Turkana raiders
    alone = all((other := scene.hits.get(i)) is not None and other.sense(*STATE_KINDS) for i in range(index, last))
    return None if alone and not (titled and first.entity == "PERSON") else last


def _stands_before_place(scene: Scene, before: Word, after: Word | None) -> bool:
    """Whether a place stands there, if the name is one's: *fled to*, *the governor of*, *captured*, *the … plant*."""
    if before.lemma in usage_words("place_objects") and before.pos == "VERB":
        return True
    if before.text.lower() == "the" and after is not None and after.text in usage_words("landforms"):
        return True
    office = scene.hits.get(before.index - 1) if before.text == "of" else None
    of_place = office and office.title and (office.title.office or office.title.words in usage_words("inhabitants"))
    return before.text.lower() in _BEFORE_PLACES or bool(of_place)


def _end_of_name(scene: Scene, index: int, end: int) -> int:
    words = scene.parsed.words
    last = index + 1
    while last < len(words) and words[last].sentence == words[index].sentence:
        word, hit = words[last], scene.hits.get(last)
        inside = word.start < end
        joined = word.text in ("-", ".") or words[last - 1].text == "-"
        goes_on = word.entity == "PERSON" and word.tag not in ("POS", ",", ":", "CC", "``", "''", "-LRB-", "-RRB-")
        goes_on = goes_on or (word.tag == "NNP" and words[index].entity != "PERSON" and word.entity in ("", "PERSON"))
        if not inside and not (goes_on and (joined or word.text[0].isupper() or word.entity == "PERSON")):
            break
        if not inside and (
            _is_other_name(hit)
            or (hit and hit.title)
            or (hit and hit.sense("person") and " " in scene.parsed.text[hit.start : hit.end])
        ):
            break
        last += 1
    return last


def _announces_name(scene: Scene, word: Word) -> bool:
    """Whether a personal name must follow: behind *Mr* or the title of one person."""
    if word.text.lower() in usage_words("honorifics"):
        return True
    hit = scene.hits.get(word.index)
    title = hit.title if hit else None
    return bool(title and title.office and not title.plural and not title.group and word.text[0].isupper())


def _is_surname(scene: Scene, word: Word, hit: NameHit | None) -> bool:
    before = scene.parsed.words[word.index - 1].text if word.index else ""
    if word.entity in ("GPE", "LOC") and before.lower() in ("the", "in", "at", "near"):
        return False  # a tribunal in The Hague
    sentence = scene.parsed.sentences[word.sentence]
    alone = sentence.last - sentence.first == 1
    return bool(hit and hit.sense("family_name") and not hit.sense(*STATE_KINDS)) and (word.tag == "NNP" or alone) and (
        word.entity in ("", "PERSON", "ORG", "GPE", "NORP") and not _inside_entity(scene, word)
    )  # fmt: skip


def _inside_entity(scene: Scene, word: Word) -> bool:
    words = scene.parsed.words
    around = [words[i] for i in (word.index - 1, word.index + 1) if 0 <= i < len(words)]
    return bool(word.entity) and any(other.entity == word.entity and other.tag == "NNP" for other in around)


def _is_other_name(hit: NameHit | None) -> bool:
    """Names that no person bears: nationalities, bodies, media."""
    return bool(hit and not hit.sense(*PERSON_KINDS, "name", "metonym", "part") and hit.senses)


def find_persons(scene: Scene, country_in_play: str | None) -> tuple[Person, ...]:
    """Every person named, with all forms of the name; `scene.runs` must be filled."""
    for index in [index for index, run in scene.runs.items() if not _name(scene, run)]:
        del scene.runs[index]  # honorifics alone are nobody's name
    runs = list(dict.fromkeys(scene.runs.values()))
    clusters: list[_Cluster] = []
    for run in runs:
        if len(_name(scene, run)) > 1:
            _put(scene, run, clusters)
    for run in runs:
        if len(_name(scene, run)) == 1:
            _put_surname(scene, run, clusters)
    cluster_of = {run: cluster for cluster in clusters for run in cluster.runs}
    for run in runs:
        cluster_of[run].evidence += _evidence(scene, run)
    return tuple(_settle(scene, cluster, country_in_play) for cluster in clusters)


def _name(scene: Scene, run: PersonRun) -> tuple[str, ...]:
    words = scene.parsed.text[run.start : run.end]
    return tuple(part for part in plain(words).split() if part not in usage_words("honorifics"))


def _put(scene: Scene, run: PersonRun, clusters: list[_Cluster]) -> None:
    name = _name(scene, run)
    ids = _library_ids(run)
    for cluster in clusters:
        known = frozenset(i for other in cluster.runs for i in _library_ids(other))
        if cluster.same_name(name) or (ids and ids & known):
            break
    else:
        cluster = _Cluster()
        clusters.append(cluster)
    cluster.names.append(name)
    cluster.runs.append(run)
    cluster.gender = cluster.gender or _gender_before(scene, run)


def _put_surname(scene: Scene, run: PersonRun, clusters: list[_Cluster]) -> None:
    (name,) = _name(scene, run) or ("",)
    gender = _gender_before(scene, run)
    fitting = [
        cluster
        for cluster in clusters
        if any(name in (full[-1], full[0]) or (len(full) > 2 and name in full) for full in cluster.names)
        and not (gender and cluster.gender and gender != cluster.gender)
    ]
    by_surname = [cluster for cluster in fitting if any(name == full[-1] for full in cluster.names)] or fitting
    earlier = [(other.start, cluster) for cluster in by_surname for other in cluster.runs if other.start < run.start]
    if earlier:
        cluster = max(earlier, key=lambda found: found[0])[1]
    elif by_surname:
        cluster = by_surname[0]
    else:
        cluster = _Cluster()
        clusters.append(cluster)
    cluster.names.append((name,))
    cluster.runs.append(run)
    cluster.gender = cluster.gender or gender


def _library_ids(run: PersonRun) -> frozenset[str]:
    return frozenset(sense.actor for sense in run.hit.senses if sense.kind == "person") if run.hit else frozenset()


def _gender_before(scene: Scene, run: PersonRun) -> str:
    words = scene.parsed.words
    before = {word.text.lower() for word in words[max(0, run.first - 2) : run.first + 1]}
    return "f" if before & FEMALE else "m" if before & MALE else ""


def _evidence(scene: Scene, run: PersonRun) -> Iterator[Description]:
    """What the title, the appositions and *X is the minister* say of the person."""
    phrases = scene.parsed.phrases
    said = [scene.describe(title)] if (title := scene.phrase_of_title_before(run)) else []
    for phrase in scene.phrases_of(run):
        said.append(scene.describe(phrase))
        said += [scene.describe(phrases[i]) for i in phrase.apposition if phrases[i].head not in scene.runs]
        for clause, role in scene.usage.roles_of(phrase):
            attribute = clause.role("attribute")
            if role.name == "subject" and attribute and attribute.phrase is not None and clause.polarity == "positive":
                said.append(scene.describe(phrases[attribute.phrase]))
    return (each for each in said if (each.title and not each.title.plural and not each.title.group) or each.country)


def _without_honorific(scene: Scene, run: PersonRun) -> str:
    """*Kari Nordmann* for *Mrs. Kari Nordmann*."""
    words = scene.parsed.words
    first = run.first
    while first < run.last - 1 and words[first].text.lower() in (*usage_words("honorifics"), "."):
        first += 1
    return scene.parsed.text[words[first].start : run.end]


def _settle(scene: Scene, cluster: _Cluster, country_in_play: str | None) -> Person:
    evidence = max(
        cluster.evidence, key=lambda e: (e.title is not None, e.country is not None or e.institution is not None),
        default=Description(),
    )  # fmt: skip
    run = cluster.fullest
    name = _without_honorific(scene, run)
    titles = frozenset(each.title_words for each in cluster.evidence if each.title)
    known, rule = _in_library(scene, cluster, evidence, country_in_play)
    if known:
        return _known_person(scene, known, rule, name, cluster, evidence)
    country = evidence.country
    rule = "title" if evidence.title else "nationality" if country else "unknown person"
    if country_in_play and not country and _may_serve(scene, evidence, country_in_play):
        country, rule = country_in_play, "title; country in play"
    sector = evidence.sector or ("CVL" if country else None)
    code = _code(evidence, country, sector)
    actor = Actor(
        id="doc:" + content_id(scene.document, "person", plain(name)),
        code=code, country=country, sector=sector, label=name, office=evidence.title_words or None,
    )  # fmt: skip
    kinds = evidence.title.kinds - BROAD_KINDS if evidence.title and not evidence.rank else frozenset()
    gender = cluster.gender
    return Person(
        name=name, actor=actor, rule=rule, gender=gender, kinds=kinds, titles=titles, runs=tuple(cluster.runs),
        leads=bool(titles & usage_words("leaders")),
    )  # fmt: skip


def _may_serve(scene: Scene, evidence: Description, country: str) -> bool:
    """Whether a title without a country is the country in play's: often named, and nobody else known to hold it."""
    if evidence.title is None or evidence.institution or evidence.title.sector == "CVL":
        return False
    often = sum(scene.state_of(hit) == country for hit in set(scene.hits.values())) >= OFTEN
    taken = scene.on is not None and holder_of(scene.library, country, evidence.title_words, scene.on) is not None
    return often and not taken


def _code(evidence: Description, country: str | None, sector: str | None) -> str | None:
    body = evidence.institution
    if body and body.code and not body.id.startswith("kind:"):
        return body.code
    return f"{country}{sector}" if country and sector else None


def _in_library(
    scene: Scene, cluster: _Cluster, evidence: Description, country_in_play: str | None
) -> tuple[str | None, str]:
    """The library's id of the person, where the name, the day and the words agree on one."""
    full = {i: None for run in cluster.runs for i in _library_ids(run)}
    if full:
        fitting = [i for i in full if _agrees(scene.library.tenures(i), evidence)]
        return _only(scene, fitting), "name in the library"
    surnames = {i: None for run in cluster.runs for i in _holders_of_surname(scene, run)}
    fitting = [
        i for i in surnames if _in_office(scene, tenures := scene.library.tenures(i)) and _agrees(tenures, evidence)
    ]
    if any(len(name) > 1 for name in cluster.names):
        spelt = [i for i in fitting if any(_spelt_alike(scene, i, name) for name in cluster.names if len(name) > 1)]
        return _only(scene, spelt), "other spelling of a name in the library"
    if evidence.title is None:
        fitting = [i for i in fitting if _leads(scene, i) or _plausible(scene, i) or _is_sole_bearer(scene, i)]
    if not fitting and evidence.title is None and len(surnames) == 1 and _has_led(scene, *surnames):
        return next(iter(surnames)), "surname of a former leader"
    return (fitting[0] if len(fitting) == 1 else None), "surname of an office holder of the day"


def _holders_of_surname(scene: Scene, run: PersonRun) -> Iterator[str]:
    """Whose family name the first or last word of the name is."""
    for index in (run.first, run.last - 1):
        hit = scene.hits.get(index)
        if hit is not None and hit.start >= run.start and hit.end <= run.end:
            yield from (sense.actor for sense in hit.senses if sense.kind == "family_name")


def _spelt_alike(scene: Scene, person: str, name: tuple[str, ...]) -> bool:
    """*Mohammed* for *Mohamed*: the words of the two names are nearly the same."""
    known = plain(scene.library.tenures(person)[0].holder.name)
    return SequenceMatcher(None, known, " ".join(name)).ratio() >= NEARLY_THE_SAME


def _leads(scene: Scene, person: str) -> bool:
    return any(bool(t.office.leads) and _in_office(scene, (t,)) for t in scene.library.tenures(person))


def _has_led(scene: Scene, person: str) -> bool:
    """Whether the person led a country before the article's day and within LONG_KNOWN years of it."""
    tenures = scene.library.tenures(person)
    ends = (last_day(t.holder.until) for t in tenures if t.office.leads and t.holder.until)
    last = max(ends, default=None)
    return scene.on is not None and last is not None and 0 <= (scene.on - last).days <= LONG_KNOWN * 366


def _agrees(tenures: tuple[Tenure, ...], evidence: Description) -> bool:
    return not evidence.country or evidence.country in {tenure.office.country for tenure in tenures}


def _in_office(scene: Scene, tenures: tuple[Tenure, ...]) -> bool:
    return any(t.covers(scene.on) if scene.on else t.holder.until is None for t in tenures)


def _plausible(scene: Scene, person: str) -> bool:
    """Whether the article speaks of the person's country at all."""
    countries = {tenure.office.country for tenure in scene.library.tenures(person)}
    return any(scene.state_of(hit) in countries for hit in scene.hits.values())


def _is_sole_bearer(scene: Scene, person: str) -> bool:
    """Whether nobody else in the library has the family name of this minister: *Lavrov* alone needs no title."""
    tenures = scene.library.tenures(person)
    ministers = any("minister" in kind for t in tenures for kind in t.office.kinds)
    return ministers and len({t.person for t in scene.library.who(family_name(tenures[0].holder))}) == 1


def _only(scene: Scene, ids: Iterable[str]) -> str | None:
    """The one of them; of several the one in office that day."""
    ids = list(ids)
    if len(ids) > 1:
        ids = [i for i in ids if _in_office(scene, scene.library.tenures(i))]
    return ids[0] if len(ids) == 1 else None


def _known_person(scene: Scene, person: str, rule: str, name: str, cluster: _Cluster, evidence: Description) -> Person:
    tenures = scene.library.tenures(person)
    held = tuple(t for t in tenures if _in_office(scene, (t,)))
    titled = [
        t for t in tenures if evidence.title and not evidence.former and evidence.title.kinds & set(t.office.kinds)
    ]
    # where the day does not say which office, the words do: *the president, overthrown last July*
    retired = all(tenure.office.sector == "ELI" for tenure in held)
    named = titled[0].office.id if titled and (scene.on is None or retired) else None
    titles = frozenset(each.title_words for each in cluster.evidence if each.title)
    actor = scene.library.actor(person, on=scene.on, office=named)
    home = evidence.country or (actor.country if actor.sector is None and not evidence.institution else None)
    if not held and not named and evidence.title and home:  # known for an office that is still to come
        actor = replace(
            actor,
            code=_code(evidence, home, evidence.sector),
            country=home,
            sector=evidence.sector,
            office=evidence.title_words,
        )
    if evidence.former and actor.country and actor.sector in PARTISAN:  # presented as what he was, not as a politician
        actor = replace(actor, code=f"{actor.country}ELI", sector="ELI", office=None)
    return Person(
        name=name,
        actor=actor,
        rule=rule,
        gender=tenures[0].holder.gender,
        kinds=frozenset(kind for tenure in held for kind in tenure.office.kinds) - BROAD_KINDS,
        titles=titles | titles_of(scene.library, held),
        leads=any(bool(tenure.office.leads) for tenure in held),
        runs=tuple(cluster.runs),
    )
