"""From a parsed article to its cast: names first, then persons, then every phrase in the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dragoman.actors.cast import Cast
from dragoman.actors.describe import STATE_KINDS, Scene, of_the_states_named
from dragoman.actors.library import Library, NameSense
from dragoman.actors.names import NameFinder, NameHit
from dragoman.actors.people import find_person_runs, find_persons
from dragoman.actors.resolve import Resolver
from dragoman.actors.usage import Usage
from dragoman.actors.where import NOWHERE, Places
from dragoman.language.model import Parsed, Word
from dragoman.records import Actor, ActorMention, Document, Mention, TimeMention

#: nouns that make a name of what stands before them, whatever that is otherwise (*Lebanon County*, *Jordan Road*)
LOCAL_NAMES = frozenset(
    {
        "County",
        "Township",
        "Street",
        "Avenue",
        "Road",
        "Creek",
        "Boulevard",
        "Heights",
        "Lane",
        "Springs",
        "Ranch",
        "Town",
    }
)


def find_actors(
    document: Document,
    parsed: Parsed,
    times: tuple[TimeMention, ...],
    *,
    library: Library | None = None,
    places: Places = NOWHERE,
) -> Cast:
    """Every actor that the article names, takes up or describes, at the article's date.

    `times` are taken for what other rooms find in them: an event at another day asks `Cast.of(phrase, on=…)`.
    `places` are the gazetteer's answers for cities and regions: *Shanghai police* are China's.
    """
    library = library or Library.shipped()
    hits = _settled(NameFinder.of(library).find(parsed.text), parsed, library)
    hits = tuple(hit for hit in hits if not _ends_town(hit, parsed, places) and not _opens_local_name(hit, parsed))
    scene = Scene(document.id, parsed, library, Usage.of(parsed), document.published, _by_word(hits, parsed), places)
    scene.runs = find_person_runs(scene)
    main = _country_in_play(document, scene, hits)
    resolver = Resolver(document, scene, main, find_persons(scene, main))
    resolver.resolve()
    found = [mention for index in sorted(resolver.by_phrase) for mention in resolver.by_phrase[index]]
    if not parsed.phrases:
        found = list(resolver.name_alone())
    mentions = _with_fullest_names(_without_nested(found, resolver.owners), library)
    named = {(mention.mention, mention.actor): mention for mention in mentions}
    return Cast(
        parsed=parsed,
        library=library,
        on=scene.on,
        mentions=tuple(mentions),
        by_phrase=_renamed(resolver.by_phrase, named),
        owners=_renamed(resolver.owners, named),
    )


def _by_word(hits: Iterable[NameHit], parsed: Parsed) -> dict[int, NameHit]:
    return {word.index: hit for hit in hits for word in parsed.words_between(hit.start, hit.end)}


def _settled(hits: tuple[NameHit, ...], parsed: Parsed, library: Library) -> tuple[NameHit, ...]:
    """The hits without the senses that this article does not bear out.

    A short form (*the North*) or a form with another meaning (*Georgia*) needs its state named elsewhere by a
    form that is clear, or, where only one state has the form, other states in play.
    """
    clear = {
        s.actor[:3]
        for hit in hits
        for s in hit.senses
        if s.kind in (*STATE_KINDS, "body") and s.kind != "short" and not s.ambiguous
    }
    # the North is spoken of beside South Korea
    told = clear | {s.actor[:3] for hit in hits for s in hit.senses if s.kind == "person"}
    houses = {s.actor[:3] for hit in hits for s in hit.senses if s.kind == "residence" and not s.ambiguous}
    beside = (clear | houses) & library.directed_states
    clear_or_beside = clear | library.directed_states if beside else clear
    settled = []
    roles = _roles_behind(hits, parsed.text)
    for hit, following in zip(hits, roles, strict=True):
        before_role = following is not None
        senses = tuple(
            sense
            for sense in hit.senses
            if (
                _stands_before_role(sense, hit, following, told)
                if sense.ambiguous and following and sense.kind != "residence"
                else _borne_out(sense, hit, clear_or_beside if sense.kind == "short" else clear, parsed, told)
            )
            or (before_role and sense.kind in STATE_KINDS and _borne_out(sense, hit, clear, parsed, told))
        )
        if senses or hit.title:
            settled.append(replace(hit, senses=of_the_states_named(senses, clear)))
    return tuple(settled)


def _roles_behind(hits: tuple[NameHit, ...], text: str) -> list[NameHit | None]:
    """For each hit the role right behind it, also of names that are joined before one (*House and Senate* members)."""
    found: list[NameHit | None] = [None] * len(hits)
    for place in range(len(hits) - 2, -1, -1):
        hit, following = hits[place], hits[place + 1]
        if following.title and following.start - hit.end == 1:
            found[place] = following
        elif following.senses and text[hit.end : following.start] in (" and ", ", ", ", and "):
            found[place] = found[place + 1]
    return found


def _borne_out(sense: NameSense, hit: NameHit, clear: set[str], parsed: Parsed, told: set[str]) -> bool:
    """Whether the states that the text names (`clear`), and persons (`told`), leave the sense its form."""
    country = sense.actor[:3]
    if sense.kind == "short" and len(sense.actor) == 3:
        rivals = {s.actor for s in hit.senses if s.kind == "short" and s.actor in clear}
        word = parsed.word_at(hit.end - 1)
        return rivals == {sense.actor} and word is not None and word.tag.startswith("NNP")
    if not sense.ambiguous or sense.kind in ("person", "family_name"):
        return True
    if sense.kind not in (*STATE_KINDS, "residence"):
        words = parsed.words_between(hit.start, hit.end)
        named = words[-1:] and (words[-1].tag.startswith("NNP") or _is_title_case(words))
        named = named and not (sense.kind == "organisation" and _is_thing(hit, parsed))
        return bool(named) and len(hit.senses) == 1
    rivals = {s.actor[:3] for s in hit.senses} - {country}
    if sense.usual and not rivals & told:  # in another state's news a *Constitutional Council* is a role of its own
        return country in told or not told or hit.title is None or sense.kind != "residence"
    if not rivals and parsed.text[hit.start : hit.end].isupper():
        return True  # US and UN are told from words by their capitals
    if rivals & clear:
        return country in clear and sense is hit.senses[0]
    if sense.kind == "name" and not clear and not rivals:
        return _is_told_by_its_use(sense, hit, parsed)
    return country in clear or (bool(clear) and not rivals and sense.kind != "residence")


def _is_told_by_its_use(sense: NameSense, hit: NameHit, parsed: Parsed) -> bool:
    """Whether an ambiguous name of a state that stands without others is used like one (*Chad rejected the claim*).

    It is not where the words that its entry gives for the other meaning are about, nor inside a longer name.
    """
    word = parsed.word_at(hit.end - 1)
    told = (sense.ambiguous or "").partition(" with ")[2]
    if (
        word is None
        or not word.tag.startswith("NNP")
        or any(other in parsed.text for other in told.split(", ") if other)
    ):
        return False
    around = (parsed.words[i] for i in (word.index - 1, word.index + 1) if 0 <= i < len(parsed.words))
    return not any(other.tag == "NNP" and other.sentence == word.sentence for other in around)


def _ends_town(hit: NameHit, parsed: Parsed, places: Places) -> bool:
    """Whether the name of a people or region is the end of a town's: *Tal Afar* is nobody of the Afar."""
    word = parsed.word_at(hit.start) if hit.sense("part") else None
    before = parsed.words[word.index - 1] if word is not None and word.index else None
    if before is None or before.tag != "NNP" or hit.start - before.end != 1:
        return False
    return places.country(parsed.text[before.start : hit.end]) is not None


def _opens_local_name(hit: NameHit, parsed: Parsed) -> bool:
    """Whether it begins the name of a county or street: *Dane County* is nobody of the Danes."""
    word = parsed.word_at(hit.end + 1) if hit.sense(*STATE_KINDS) else None
    return word is not None and word.text in LOCAL_NAMES


def _is_thing(hit: NameHit, parsed: Parsed) -> bool:
    """Whether the article tells the thing from the firm that is called so: *the Amazon*, but not *the Democrats*."""
    words = parsed.text[hit.start : hit.end]
    return " " not in words and not words.endswith("s") and parsed.text[: hit.start].lower().endswith("the ")


def _is_title_case(words: tuple[Word, ...]) -> bool:
    """Whether several words are all written as a name: the *Liberal Democratic Party*."""
    return len(words) > 1 and all(word.text[:1].isupper() for word in words if len(word.text) > 3)


def _stands_before_role(sense: NameSense, hit: NameHit, role: NameHit, clear: set[str]) -> bool:
    """Whether a role noun right behind settles it: an *Indian* diplomat, *Wagner* fighters, the *RIA* news agency.

    Where several states have the form (*Congolese* troops) only the usual one, if no other is named; nor for media
    before other roles (the *Foreign Affairs* secretary).
    """
    if sense.kind == "medium":
        return role.title is not None and role.title.sector == "MED" and role.title.group
    rivals = {s.actor[:3] for s in hit.senses if s.kind in STATE_KINDS} - {sense.actor[:3]}
    told = not rivals or (sense.usual and not rivals & clear)
    if sense.kind == "metonym":  # Oslo police
        return told and role.title is not None and role.title.sector in ("COP", "JUD")
    return sense.kind in ("adjective", "demonym", "group", "body", "organisation") and told


def _country_in_play(document: Document, scene: Scene, hits: tuple[NameHit, ...]) -> str | None:
    """The country that the article is about: by far the most named, or the dateline's if it is among the first two.

    Another than the one named first must be named so much the more: a neighbour that is blamed twice is not it.
    """
    named = [state for hit in hits if (state := scene.state_of(hit))]
    counts = Counter(named)
    for hit in hits:
        tenures = scene.library.tenures(sense.actor) if (sense := hit.sense("person")) else ()
        counts.update({tenure.office.country for tenure in tenures if tenure.office.country})
    ranked = counts.most_common(2)
    dateline = next((scene.state_of(hit) for hit in NameFinder.of(scene.library).find(document.place or "")), None)
    if not ranked or (dateline and dateline in dict(ranked)):
        return dateline
    most, times = ranked[0]
    first = named[0] if named else most
    alone = len(ranked) == 1 or times >= 2 * ranked[1][1]
    return most if alone and (first == most or times >= 4 * counts[first]) else None


def _without_nested(mentions: list[ActorMention], owners: dict[int, tuple[ActorMention, ...]]) -> list[ActorMention]:
    """All mentions and owners in text order; inside a person's or role's mention only possessors of things stay."""
    found = {(m.mention.start, m.mention.end, m.actor.id if m.actor else ""): m for m in mentions}
    for owned in owners.values():
        for m in owned:
            found.setdefault((m.mention.start, m.mention.end, m.actor.id if m.actor else ""), m)
    ordered = sorted(found.values(), key=lambda m: (m.mention.start, -m.mention.end))
    kept: list[ActorMention] = []
    for m in ordered:
        outer = kept[-1].mention if kept else None
        if outer is None or not outer.covers(m.mention) or outer == m.mention:
            kept.append(m)
    return kept


def _with_fullest_names(mentions: list[ActorMention], library: Library) -> list[ActorMention]:
    """States and bodies under the longest name that the article gives them; a capital takes the country's name.

    *Landlocked Ethiopia* and *southern Israel* are no names: what stands before a country's name is left out.
    """
    names: dict[str, str] = {}
    for m in mentions:
        named = m.rule in ("country name", "short form") or m.rule.startswith("name of")
        if not m.actor or not named:
            continue
        words = _bare_name(m, library) if m.rule == "country name" else m.mention.words
        if len(words) > len(names.get(m.actor.id, "")):
            names[m.actor.id] = words
    return [replace(m, name=names[m.actor.id]) if m.actor and m.actor.id in names else m for m in mentions]


def _bare_name(mention: ActorMention, library: Library) -> str:
    """The longest end of the words that is a name of the country, with its article; all of them where none is."""
    words = mention.mention.words.split()
    code = mention.actor.country if mention.actor else None
    for first in range(len(words)):
        if library.country_of_name(" ".join(words[first:])) == code:
            has_article = first == 1 and words[0].lower() == "the"
            return " ".join(words[0 if has_article else first :])
    return mention.mention.words


def _renamed(
    found: dict[int, tuple[ActorMention, ...]], named: dict[tuple[Mention, Actor | None], ActorMention]
) -> dict[int, tuple[ActorMention, ...]]:
    return {
        index: tuple(named.get((mention.mention, mention.actor), mention) for mention in mentions)
        for index, mentions in found.items()
        if mentions
    }
