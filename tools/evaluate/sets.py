"""The gold sets: how each is answered and which of its scorer's figures are reported.

A set is a function from its folder and a reader to (number of records, figures). A set whose part is
not built raises `NotBuiltError` with what is missing.
"""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import permutations, product
from pathlib import Path
from types import ModuleType
from typing import Any

from dragoman.actors import Library
from dragoman.actors.library import fold
from dragoman.actors.schema import Holder
from dragoman.actors.spelling import persons_like
from dragoman.intake import clean_page, clean_text
from dragoman.language import Parsed
from dragoman.places import country_of_bare_name
from dragoman.reader import Reader
from dragoman.records import ActorMention, Document, Event, Mention, Reading, Statement
from tools.evaluate import treaties
from tools.evaluate.conventions import HOSTING, MANUAL, PLV, Convention
from tools.evaluate.ngec import manual_codes, ngec_codes
from tools.evaluate.scoring import Rows, load, options, printed, scorer

Figures = dict[str, float]
Answer = Callable[[Path, Reader], tuple[int, Figures]]


OWN_ARTICLES = Path("tests/gold/articles")
#: the set of an own article that names none, and the set whose misses nobody looks at
FIRST_SET, UNREAD_SET = "first", "unread"
#: how the figures of rows 3 mod 4 are called, from which nothing was built
UNREAD = "_unread_quarter"


class NotBuiltError(Exception):
    """The part of Dragoman that would answer this set is not there yet."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A set's name as it stands in the table, the file it needs, and how it is answered."""

    name: str
    file: str
    answer: Answer


def spans(*mentions: Mention | None) -> list[list[int]]:
    """Mentions as lists of offsets."""
    return [[mention.start, mention.end] for mention in mentions if mention is not None]


# ---------------------------------------------------------------- article


def article(folder: Path, reader: Reader) -> tuple[int, Figures]:
    """The one real page, everything at once."""
    right, asked, _ = checks(scorer(folder), folder, reader)
    return asked, {"checks_right": right}


def checks(module: ModuleType, folder: Path, reader: Reader) -> tuple[int, int, list[str]]:
    """How many of the article's checks are right, of how many; and what is wrong, a line each."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    text = (folder / "article.txt").read_text(encoding="utf-8")
    reading = reader.read(clean_text(text, published=date.fromisoformat(gold["published"])))
    module.HERE = folder  # type: ignore[attr-defined]
    *wrong, last = printed(module, ["{pred}"], folder / "gold.json", [reading.to_dict()]).strip().splitlines()
    right, _, asked, *_ = last.split()
    return int(right), int(asked), wrong


def siblings(articles: list[Path]) -> Answer:
    """Our own articles of the same form (tests/gold/articles), scored by the real article's score.py."""

    def answer(folder: Path, reader: Reader) -> tuple[int, Figures]:
        results = [checks(sibling_scorer(folder, each), each, reader) for each in articles]
        right, asked = sum(right for right, _, _ in results), sum(asked for _, asked, _ in results)
        said = sum(map(_checks_of_statements, articles))
        missed = sum(line.startswith("statement ") for _, _, wrong in results for line in wrong)
        return asked, {"share_right": right / asked, "statements_right": 1 - missed / said}

    return answer


def sibling_sets() -> tuple[GoldSet, ...]:
    """One gold set for every set of our own articles: `article/siblings` the first, `article/siblings_NAME` others."""
    return tuple(
        GoldSet("article/siblings" + f"_{name}" * (name != FIRST_SET), "article/gold.json", siblings(articles))
        for name, articles in own_articles().items()
    )


def _checks_of_statements(own: Path) -> int:
    """How many of the scorer's checks are of statements and their chains: found, speakers, form, act, and the rest."""
    gold = json.loads((own / "gold.json").read_text(encoding="utf-8"))
    keys = ("speaker", "about", "on", "on_or_null")
    return sum(4 + sum(key in one for key in keys) + len(one.get("via", ())) for one in gold["statements"])


def own_articles(folder: Path = OWN_ARTICLES) -> dict[str, list[Path]]:
    """The folders of our own articles by the set that their gold.json names, the first set first."""
    found: dict[str, list[Path]] = {FIRST_SET: []}
    for gold in sorted(folder.glob("*/gold.json")):
        name = json.loads(gold.read_text(encoding="utf-8")).get("set", FIRST_SET)
        found.setdefault(name, []).append(gold.parent)
    return {name: articles for name, articles in found.items() if articles}


def sibling_scorer(folder: Path, own: Path) -> ModuleType:
    """The real article's scorer, asking for our article's lead where it asks for the real one's."""
    gold = json.loads((own / "gold.json").read_text(encoding="utf-8"))
    return scorer(folder, given={"lead": gold["page"]["lead"]})


# ---------------------------------------------------------------- events


def plv(folder: Path, reader: Reader) -> tuple[int, Figures]:
    """The PLOVER type of a marked pair, from the plain sentence; halves by even and odd rows.

    Nothing was built from the rows of the last quarter (3 mod 4), from the other odd ones only lately. The figures
    follow the set's own conventions (conventions.py), those with `_by_the_manual` do not.
    """
    module, gold = scorer(folder), load(folder / "plv_train.jsonl")
    readings = {row["id"]: _plain(reader, row["text"]) for row in gold}
    figures: Figures = {}
    for convention in (PLV, MANUAL):
        predictions = {key: {"id": key, "events": pairs(reading, convention)} for key, reading in readings.items()}
        for name, rows in (("", gold), ("_even_rows", gold[::2]), ("_odd_rows", gold[1::2]), (UNREAD, gold[3::4])):
            result = module.score_pair(rows, predictions, options(boot=0))
            figures |= {
                f"root_macro_f1{name}{convention.suffix}": result["main"]["macro_f1"],
                f"root_accuracy{name}{convention.suffix}": result["main"]["accuracy"],
                f"coverage{name}{convention.suffix}": result["coverage"],
                f"quad_accuracy{name}{convention.suffix}": result["quad"]["accuracy"],
            }
    return len(gold), figures


def petr_unit(folder: Path, reader: Reader) -> tuple[int, Figures]:
    """Codes and type from the plain sentence with the imported actor lists alone; halves by even and odd rows."""
    module, gold = scorer(folder), load(folder / "petr_unit.jsonl")
    lists = [folder / "petr_unit_actors.txt", folder / "petr_unit_agents.txt"]
    listed = Reader(model=reader.parser.model, library=Library.empty(), actors=lists)
    predictions = {}
    for row in gold:
        day = f"{row['date'][:4]}-{row['date'][4:6]}-{row['date'][6:]}"
        document = Document.plain(row["text"], published=date.fromisoformat(day))
        parsed = listed.parser.parse(document)
        predictions[row["id"]] = {"events": _coded(listed.read_parsed(document, parsed), parsed)}
    figures: Figures = {}
    for name, rows in (("", gold), ("_even", gold[::2]), ("_odd", gold[1::2])):
        result = module.score_events(rows, predictions, options(active_only=False, by_category=False))["all"]
        figures |= {f"codes_f1{name}": result["actors"]["f1"], f"full_f1{name}": result["full"]["f1"]}
    return len(gold), figures


def _coded(reading: Reading, parsed: Parsed) -> Rows:
    """Outermost events of main verbs as directed pairs of codes, with the unfolded type.

    The set codes what a sentence's main clauses say, not its nouns and asides (*an attack*, *after crowds …*).
    """
    return [
        {"type": event.type, "source": _cut(source), "target": _cut(target)}
        for event in reading.events
        if event.parent is None and _is_main(parsed, event)
        for source, target in _directed(event)
    ]


MAIN_RELATIONS = frozenset({"root", "content", "conjunct", "parataxis", "light"})


def _is_main(parsed: Parsed, event: Event) -> bool:
    clause = parsed.clause_of_word(word.index) if (word := parsed.word_at(event.trigger.start)) else None
    if clause is None or (clause.kind == "noun" and not clause.light):
        return False
    return all(each.relation in MAIN_RELATIONS for each in (clause, *parsed.ancestors(clause)))


def _directed(event: Event) -> Iterator[tuple[ActorMention, ActorMention]]:
    """Who to whom. Of a mutual event the set mirrors meetings and what a compound does; else the verb divides."""
    actors, recipients = ([who for who in side if who.code] for side in (event.actors, event.recipients))
    if event.recipients or len(actors) < 2:
        return product(actors, recipients)
    before = [who for who in actors if who.mention.start < event.trigger.start]
    behind = [who for who in actors if who not in before]
    if not (before and behind):
        return permutations(actors, 2)
    pairs = list(product(before, behind))
    return iter(pairs + [(b, a) for a, b in pairs] if event.type == "CONSULT" else pairs)


def _cut(who: ActorMention) -> dict[str, str]:
    """The scorer's country is a code's first three letters, its sector the rest."""
    code = who.code or ""
    return {"country": code[:3], "sector": code[3:]}


def _plain(reader: Reader, text: str, published: str | None = None) -> Reading:
    day = date.fromisoformat(published) if published else None
    return reader.read(Document.plain(text, published=day))


def pairs(reading: Reading, convention: Convention) -> Rows:
    """The events in the scorer's form, each with the type that the convention gives it.

    Of a compound side every mention is a span, and all that mean the same.
    """
    named: dict[str, list[Mention]] = {}
    for who in reading.actors:
        named.setdefault(who.actor.id if who.actor else who.name, []).append(who.mention)
    said = {statement.id: statement.speakers for statement in reading.statements}
    inside: dict[str | None, tuple[Event, ...]] = {}
    for event in reading.events:
        inside[event.parent] = (*inside.get(event.parent, ()), event)
    rows = []
    for event in reading.events:
        label = convention.label(event, inside.get(event.id, ()))
        speakers = said.get(event.statement or "", ())
        rows += [{"type": label, **_pair(each, convention, named, speakers)} for each in _with_mutual(event)]
    return rows


def _with_mutual(event: Event) -> Iterator[Event]:
    """The event, and where several consult with somebody, their consulting with one another."""
    yield event
    if event.type == "CONSULT" and event.recipients and len(event.actors) > 1:
        yield replace(event, recipients=())


def _pair(
    event: Event, convention: Convention, named: dict[str, list[Mention]], speakers: tuple[ActorMention, ...]
) -> dict[str, Any]:
    reciprocal = not event.recipients and len(event.actors) > 1
    actors, recipients = (event.actors[:1], event.actors[1:]) if reciprocal else (event.actors, event.recipients)
    counts = not event.parent and event.plover_type is not None
    if convention.hosts_act and not reciprocal and _is_guest(event):
        actors, recipients = recipients, actors
    where = (event.place.mention,) if convention.place_is_party and event.place is not None and counts else ()
    voices = _voices(speakers, actors) if convention.voice_acts else ()
    return {
        "score": event.confidence + counts,
        "confidence": event.confidence,
        "reciprocal": reciprocal,
        "source": {"spans": (_side(actors, named) or spans(*where)) + spans(*voices)},
        "target": {"spans": _side(recipients, named) + (spans(*where) if actors else [])},
    }


def _voices(speakers: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]) -> list[Mention]:
    """Speakers who tell what their own country does (*Ankara's president said it would …*)."""
    countries = {who.actor.country for who in actors if who.actor} - {None}
    return [who.mention for who in speakers if who.actor and who.actor.country in countries]


def _is_guest(event: Event) -> bool:
    """Whether who acts is the one that the verb says somebody hosts (*Oslo received the king*)."""
    hosted = event.mode == "visit" and event.trigger.words.lower().startswith(HOSTING)
    return hosted and any(who.mention.start > event.trigger.start for who in event.actors)


def _side(mentions: tuple[ActorMention, ...], named: dict[str, list[Mention]]) -> list[list[int]]:
    """The words in the event, and where else the sentence names the same actor (*Ethiopia said it would …*)."""
    own = [who.mention for who in mentions]
    others = [word for who in mentions for word in named.get(who.actor.id if who.actor else who.name, ())]
    return spans(*dict.fromkeys((*own, *others)))


# ---------------------------------------------------------------- attribution, chains


def polnear(folder: Path, reader: Reader) -> tuple[int, Figures]:
    """Sources, cues and contents in whole articles; halves by even and odd articles."""
    module, gold = scorer(folder), load(folder / "polnear_dev.jsonl")
    predictions = {row["id"]: attributions(row["id"], _plain(reader, row["text"])) for row in gold}
    figures: Figures = {}
    for name, rows in (("", gold), ("_even", gold[::2]), ("_odd", gold[1::2])):
        result = score_attributions(module, rows, predictions)
        for group in ("all", "speech"):
            figures[f"content_source_f1_{group}{name}"] = result[group]["content+source"]["f1"]
        figures[f"direct_content_overlap_f1{name}"] = result["direct"]["content overlap"]["f1"]
        figures[f"indirect_speech_recall{name}"] = result["indirect speech"]["content overlap"]["r"]
    return len(gold), figures


def score_attributions(module: ModuleType, gold: Rows, predictions: dict[str, Any]) -> Any:
    """The scorer's summary: by class, by criterion, precision, recall and F1."""
    return module.summary(module.add([module.score_one(row, predictions[row["id"]], Counter()) for row in gold]))


def attributions(row_id: str, reading: Reading) -> dict[str, Any]:
    """The statements of a reading in the scorer's form."""
    number = {statement.id: index for index, statement in enumerate(reading.statements)}
    return {
        "id": row_id,
        "attributions": [
            {
                "source": spans(statement.source),
                "cue": spans(statement.cue),
                "content": spans(*statement.content),
                "parent": number.get(statement.parent or ""),
            }
            for statement in reading.statements
        ],
    }


def chains(folder: Path, reader: Reader) -> tuple[int, Figures]:
    """Nested reports: who said it, and through whom it reached us."""
    gold = load(folder / "dev.jsonl")
    predictions = [
        {"id": row["id"], "statements": [_chained(s) for s in _plain(reader, row["text"]).statements]} for row in gold
    ]
    last = printed(scorer(folder), ["{gold}", "{pred}"], folder / "dev.jsonl", predictions).strip().splitlines()[-1]
    result = json.loads(last)
    return len(gold), {"recall": result["recall"], "chain_right": result["chain_right"]}


def _chained(statement: Statement) -> dict[str, Any]:
    return {
        "speaker": statement.source.words if statement.source else "",
        "cue": statement.cue.words if statement.cue else "",
        "content": " ".join(piece.words for piece in statement.content),
        "via": [hop.actor.mention.words for hop in statement.chain if hop.actor is not None],
    }


# ---------------------------------------------------------------- page, time


def pages(folder: Path, reader: Reader) -> tuple[int, Figures]:
    """Main text, title, author and date of real pages, beside trafilatura's own on the same pages."""
    import trafilatura

    module, gold = scorer(folder), load(folder / "pages_dev.jsonl")
    ours, theirs = {}, {}
    for row in gold:
        html = (folder / row["html"]).read_bytes()
        ours[row["id"]] = _page(row["id"], html)
        theirs[row["id"]] = {"id": row["id"], "text": trafilatura.extract(html) or ""}
    kept = {row["id"]: row for row in gold if row["english"]}
    result, anchor = module.score(kept, ours), module.score(kept, theirs)
    names = ("f1", "furniture_lines_per_100_pages", "pages_with_repeats", "title_right_of_gold", "date_right_of_gold")
    return len(kept), {name: result[name] for name in names} | {"f1_trafilatura": anchor["f1"]}


def _page(row_id: str, html: bytes) -> dict[str, Any]:
    from dragoman.errors import DragomanError

    try:
        document = clean_page(html)
    except DragomanError:
        return {"id": row_id, "text": ""}
    published = document.published.isoformat() if document.published else None
    return {"id": row_id, "text": document.text, "title": document.title, "author": document.byline, "date": published}


def meantime(folder: Path, reader: Reader) -> tuple[int, Figures]:
    """Time expressions against the page's date; halves by even and odd documents."""
    module, gold = scorer(folder), load(folder / "meantime.jsonl")
    predictions = {
        row["id"]: {"timexes": [_timex(time) for time in _plain(reader, row["text"], row["dct"]).times]} for row in gold
    }
    figures: Figures = {}
    for name, rows in (("", gold), ("_even", gold[::2]), ("_odd", gold[1::2])):
        result = module.score(rows, predictions)
        figures |= {f"{metric}_f1{name}": result[metric]["f1"] for metric in ("relaxed", "value", "day")}
    return len(gold), figures


def _timex(time: Any) -> dict[str, Any]:
    return {"start": time.mention.start, "end": time.mention.end, "type": time.type, "value": time.value}


# ---------------------------------------------------------------- actors


def aliases(folder: Path, reader: Reader) -> tuple[int, Figures]:
    """Which country a name, adjective, city or region belongs to; halves by even and odd rows."""
    gold = load(folder / "aliases_dev.jsonl")
    found = {row["id"]: country_of_bare_name(row["text"], library=reader.library) for row in gold}
    predictions = {row: {"country": country} for row, country in found.items()}
    figures: Figures = {}
    for name, rows in (("", gold), ("_even", gold[::2]), ("_odd", gold[1::2])):
        _, part = _accuracy(scorer(folder), rows, predictions, ("alias",))
        figures |= {f"{metric}{name}": value for metric, value in part.items()}
    return len(gold), figures


#: what the sets call an office, and the library's kind of it
OFFICE_KINDS = {
    "prime minister": "head_of_government",
    "secretary of state for foreign and commonwealth affairs": "foreign_minister",
    "secretary of state for foreign, commonwealth and development affairs": "foreign_minister",
    "secretary of state for defence": "defence_minister",
}


def office_holders(file: str) -> Answer:
    """Who held the office on that day, and was this person in it."""

    def answer(folder: Path, reader: Reader) -> tuple[int, Figures]:
        gold = load(folder / file)
        predictions = {row["id"]: _office(reader, row) for row in gold}
        module, kinds = scorer(folder), ("holder", "status")
        figures: Figures = {}
        for name, rows in (("", gold), ("_even", gold[::2]), ("_odd", gold[1::2])):
            _, found = _accuracy(module, rows, predictions, kinds)
            figures |= {f"{metric}{name}": figure for metric, figure in found.items()}
        return len(gold), figures

    return answer


def _office(reader: Reader, row: dict[str, Any]) -> dict[str, Any]:
    day = date.fromisoformat(row["date"])
    answer = reader.library.office_holder(row["country"], _kind_of_office(row["office"]), day)
    if row["kind"] == "holder":
        return {"person": _spellings(answer.tenures[0].holder) if len(answer.tenures) == 1 else None}
    if answer.status == "not_covered":
        return {"in_office": None}
    persons = {tenure.person for tenure in answer.tenures}
    asked = {person for form in row["person"].split(" / ") for person in _persons(reader, form, row["country"])}
    return {"in_office": bool(persons & asked)}


def _spellings(holder: Holder) -> str:
    """The name in every spelling that the library has of it, in plain letters."""
    return " ".join(fold(form) for form in (*holder.aliases, holder.name))


def _persons(reader: Reader, name: str, country: str) -> set[str]:
    exact = {tenure.person for tenure in reader.library.who(name)}
    return exact or set(persons_like(reader.library, name, country=country))


def _kind_of_office(title: str) -> str:
    """The library's kind for an office as the sets call it."""
    return OFFICE_KINDS.get(title.lower(), title.lower().replace(" ", "_"))


def _accuracy(
    module: ModuleType, gold: Rows, predictions: dict[str, Any], kinds: tuple[str, ...]
) -> tuple[int, Figures]:
    result = module.score(gold, predictions)
    asked, answered, right = (sum(result[kind][key] for kind in kinds) for key in ("asked", "answered", "right"))
    return asked, {"accuracy": right / asked, "precision": right / answered if answered else 0.0}


#: the day on which NGEC asks of everybody of whom it names no other: its questions are of 2022
NGEC_TODAY = date(2022, 6, 30)


def ngec(folder: Path, reader: Reader) -> tuple[int, Figures]:
    """Country and sector of a mention; halves by even and odd rows, and the quarter that nothing was built from.

    The figures follow the set's own conventions (ngec.py), those with `_by_the_manual` do not.
    """
    module, gold = scorer(folder.parent / "events"), load(folder / "ngec_half.jsonl")
    found = [(row["id"], row["text"], *_mention(reader, row)) for row in gold]
    figures: Figures = {}
    theirs = {key: ngec_codes(who, words=words, is_time=when) for key, words, who, when in found}
    manual = {key: manual_codes(who) for key, _, who, _ in found}
    for suffix, codes in (("", theirs), ("_by_the_manual", manual)):
        predictions = {key: {"id": key, **each} for key, each in codes.items()}
        for name, rows in (("", gold), ("_even", gold[::2]), ("_odd", gold[1::2]), (UNREAD, gold[3::4])):
            result = module.score_actor(rows, predictions, options(all=False, show=0))
            figures[f"country_and_sector{name}{suffix}"] = result["country_and_sector"]["rate"]
    return len(gold), figures


def _mention(reader: Reader, row: dict[str, Any]) -> tuple[ActorMention | None, bool]:
    """The first mention in the words, which is their head's (*people in the UK*), read after their context.

    And whether the words are a time, which is nobody.
    """
    context, words = row.get("context") or "", row["text"]
    text = context if words in context else f"{context}\n\n{words}".strip()
    start = text.rfind(words) if words not in context else context.find(words)
    reading = reader.read(Document.plain(text, published=_day_asked(row.get("date", ""))))
    inside = [who for who in reading.actors if start <= who.mention.start and who.mention.end <= start + len(words)]
    is_time = any(start <= time.mention.start and time.mention.words == words for time in reading.times)
    return next(iter(inside), None), is_time


def _day_asked(written: str) -> date:
    """*2022-03-01*, *12 April 2022*, *Today*."""
    for shape in ("%Y-%m-%d", "%d %B %Y"):
        with contextlib.suppress(ValueError):
            return datetime.strptime(written[:10] if shape == "%Y-%m-%d" else written, shape).date()
    return NGEC_TODAY


def re3d(file: str) -> Answer:
    """Where organisations, persons and places stand, overlap counting; halves by even and odd documents."""

    def answer(folder: Path, reader: Reader) -> tuple[int, Figures]:
        module, gold = scorer(folder.parent / "events"), load(folder / file)
        predictions = {row["id"]: _spans(row["id"], _plain(reader, row["text"])) for row in gold}
        wanted = options(types=["Organisation", "Person", "Location"], any_type=True)
        figures: Figures = {}
        for name, rows in (("", gold), ("_even", gold[::2]), ("_odd", gold[1::2])):
            figures[f"overlap_f1{name}"] = module.score_spans(rows, predictions, wanted)["overlap_untyped"]["f1"]
        return len(gold), figures

    return answer


def _spans(row_id: str, reading: Reading) -> dict[str, Any]:
    places = {(place.mention.start, place.mention.end) for place in reading.places}
    actors = {(who.mention.start, who.mention.end) for who in reading.actors}
    found = [{"begin": begin, "end": end, "type": "Organisation"} for begin, end in actors - places]
    return {"id": row_id, "spans": found + [{"begin": begin, "end": end, "type": "Location"} for begin, end in places]}


# ---------------------------------------------------------------- treaties


SETS: tuple[GoldSet, ...] = (
    GoldSet("article/article", "article/gold.json", article),
    *sibling_sets(),
    GoldSet("events/plv_train", "events/plv_train.jsonl", plv),
    GoldSet("events/petr_unit", "events/petr_unit.jsonl", petr_unit),
    GoldSet("attribution/polnear_dev", "attribution/polnear_dev.jsonl", polnear),
    GoldSet("chains/dev", "chains/dev.jsonl", chains),
    GoldSet("page/pages_dev", "page/pages_dev.jsonl", pages),
    GoldSet("time/meantime", "time/meantime.jsonl", meantime),
    GoldSet("actors/aliases_dev", "actors/aliases_dev.jsonl", aliases),
    GoldSet("actors/leaders_dev", "actors/leaders_dev.jsonl", office_holders("leaders_dev.jsonl")),
    GoldSet("actors/ministers_dev", "actors/ministers_dev.jsonl", office_holders("ministers_dev.jsonl")),
    GoldSet("actors/ngec_half", "actors/ngec_half.jsonl", ngec),
    GoldSet("actors/re3d_centcom", "actors/re3d_centcom.jsonl", re3d("re3d_centcom.jsonl")),
    GoldSet("actors/re3d_ukgov", "actors/re3d_ukgov.jsonl", re3d("re3d_ukgov.jsonl")),
    GoldSet("actors/re3d_wikipedia", "actors/re3d_wikipedia.jsonl", re3d("re3d_wikipedia.jsonl")),
    GoldSet("treaties/questions_dev", "treaties/questions_dev.jsonl", treaties.questions),
    GoldSet("treaties/alliances_dev", "treaties/alliances_dev.jsonl", treaties.alliances),
)
