from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors import Cast, find_actors
from dragoman.actors.library import Library
from dragoman.actors.names import NameFinder, fold, plural_of
from dragoman.actors.schema import UsageWords
from dragoman.actors.usage import USAGE_FILE
from dragoman.data_files import read_rows
from dragoman.language import Parser
from dragoman.records import Document

Read = Callable[..., Cast]
DAY = date(2024, 6, 25)


@pytest.fixture(scope="session")
def read(parser: Parser) -> Read:
    def read(text: str, on: date | None = DAY) -> Cast:
        document = Document.plain(text, published=on)
        return find_actors(document, parser.parse(document), ())

    return read


def codes(cast: Cast) -> dict[str, str | None]:
    return {mention.mention.words: mention.code for mention in cast.mentions}


def names(cast: Cast) -> dict[str, str]:
    return {mention.mention.words: mention.name for mention in cast.mentions}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("South Korea protested on Monday.", "South Korea", "KOR"),
        ("Pirates boarded two Japanese tankers.", "Japanese", "JPN"),
        ("Russians voted on Sunday.", "Russians", "RUS"),
        ("The Kremlin rejected the offer.", "The Kremlin", "RUSGOV"),
        ("NATO called for calm.", "NATO", "IGONAT"),
        ("Hamas fired rockets at the town.", "Hamas", "PSEREB"),
        ("Yonhap news agency reported the launch.", "Yonhap news agency", "KORMED"),
        ("Russian troops crossed the river.", "Russian troops", "RUSMIL"),
        ("A Pentagon official confirmed the strike.", "A Pentagon official", "USAMIL"),
        ("North Korea's state media carried the message.", "North Korea's state media", "PRKMED"),
        ("Iran's foreign ministry condemned the raid.", "Iran's foreign ministry", "IRNGOV"),
        ("A NATO spokesman declined to comment.", "A NATO spokesman", "IGONAT"),
        ("Officials in Kenya closed the border.", "Officials", "KENGOV"),
        ("A former Japanese prime minister praised the plan.", "A former Japanese prime minister", "JPNELI"),
        ("The US warned Iran.", "The US", "USA"),
    ],
)
def test_names_and_kinds_have_their_code(read: Read, text: str, words: str, code: str) -> None:
    assert codes(read(text))[words] == code


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Moscow warned of consequences.", "Moscow", "RUS"),
        ("Moscow's new treaty angered its neighbours.", "Moscow", "RUS"),
        ("Relations with Moscow are poor.", "Moscow", "RUS"),
        ("Denmark sent arms to Kyiv.", "Kyiv", "UKR"),
        ("The pact is not directed at Seoul.", "Seoul", "KOR"),
        ("The envoys urged Tehran to return to the deal.", "Tehran", "IRN"),
        ("Tensions between Ankara and Athens rose.", "Athens", "GRC"),
        ("The minister cancelled his visit to Beijing.", "Beijing", "CHN"),
        ("The visit to Russia was cancelled.", "Russia", "RUS"),
    ],
)
def test_capital_that_acts_is_its_government(read: Read, text: str, words: str, code: str) -> None:
    assert codes(read(text))[words] == code


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("The leaders held a summit in Moscow.", "Moscow"),
        ("They signed it after their talks in Pyongyang.", "Pyongyang"),
        ("The envoys arrived in Tehran on Monday.", "Tehran"),
        ("A train from Moscow was late.", "Moscow"),
        ("The minister flew to Beijing.", "Beijing"),
        ("Rebels shelled Kinshasa.", "Kinshasa"),
        ("London's streets were empty.", "London"),
    ],
)
def test_capital_as_a_place_is_no_actor(read: Read, text: str, city: str) -> None:
    assert city not in codes(read(text))


def test_person_has_one_name_and_code_wherever_mentioned(read: Read) -> None:
    cast = read(
        "Norway's deputy fisheries minister arrived on Monday. "
        "Norwegian Deputy Fisheries Minister Kari Nordmann said the quota would stand. "
        "Nordmann left at noon. She declined to say more."
    )
    assert names(cast)["Norway's deputy fisheries minister"] == "Kari Nordmann"
    assert names(cast)["Nordmann"] == names(cast)["She"] == "Kari Nordmann"
    assert set(codes(cast).values()) == {"NORGOV"}


def test_apposition_gives_office_and_country(read: Read) -> None:
    cast = read("Kari Nordmann, Norway's deputy fisheries minister, met reporters.")
    assert codes(cast)["Kari Nordmann"] == "NORGOV"


def test_title_before_a_name_belongs_to_the_mention(read: Read) -> None:
    cast = read("U.S. Secretary of State Antony Blinken spoke first.")
    assert codes(cast)["U.S. Secretary of State Antony Blinken"] == "USAGOV"


def test_other_first_name_is_another_person(read: Read) -> None:
    cast = read("Australian farmer Peter Putin sued the bank.")
    assert codes(cast)["Australian farmer Peter Putin"] == "AUSCVL"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Egypt and Jordan agreed on Sunday. The two countries will trade gas.", "The two countries", {"EGY", "JOR"}),
        ("Egypt and Jordan agreed on Sunday. Both sides praised the deal.", "Both sides", {"EGY", "JOR"}),
        (
            "Italy, Malta and Greece met. The three countries signed a letter.",
            "The three countries",
            {"ITA", "MLT", "GRC"},
        ),
        ("India will hold talks with Nepal. The two neighbours share a river.", "The two neighbours", {"IND", "NPL"}),
    ],
)
def test_plurals_are_their_members(read: Read, text: str, words: str, expected: set[str]) -> None:
    assert {mention.code for mention in read(text).mentions if mention.mention.words == words} == expected


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("NATO met on Monday. The alliance called for calm.", "The alliance", "IGONAT"),
        ("Iran's foreign ministry protested. The ministry summoned the envoy.", "The ministry", "IRNGOV"),
        ("Japan protested. The country recalled its ambassador.", "The country", "JPN"),
        ("North Korea fired a missile. The North gave no reason.", "The North", "PRK"),
        ("Kenyan police arrested the men. They were armed, police said.", "police", "KENCOP"),
        ("South Korea said it could send arms.", "it", "KOR"),
    ],
)
def test_what_takes_up_an_actor(read: Read, text: str, words: str, code: str) -> None:
    assert codes(read(text))[words] == code


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("South Korea said it would be a mistake to wait.", "it"),
        ("Iran's state media reported it on Monday.", "it"),
        ("Pro-Russian separatists shelled the town.", "Russian"),
        ("Michael Jordan smiled at the crowd in Chad.", "Jordan"),
        ("Trust us, the farmers said.", "us"),
        ("He wore polish on his boots.", "polish"),
        ("The turkey was cold.", "turkey"),
    ],
)
def test_what_is_nobody(read: Read, text: str, words: str) -> None:
    assert words not in codes(read(text))


def test_pronoun_without_antecedent_stays_open(read: Read) -> None:
    (mention,) = [mention for mention in read("He left.").mentions if mention.mention.words == "He"]
    assert mention.actor is None
    assert mention.rule == "pronoun, open"


def test_kinds_of_the_country_in_play_say_so(read: Read) -> None:
    (police,) = [m for m in read("Police clashed with crowds in Kenya.").mentions if m.mention.words == "Police"]
    assert (police.code, police.rule) == ("KENCOP", "role; country in play")


def test_foreign_backed_militia_is_not_the_backers_own(read: Read) -> None:
    assert codes(read("Iran-backed militias attacked the base."))["Iran-backed militias"] is None


def test_reading_is_deterministic(read: Read) -> None:
    text = "The French president met his German counterpart. The two leaders agreed. Paris said it was pleased."
    assert read(text).mentions == read(text).mentions


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text) + 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["Russia", "the US", "us", "Kim Jong Un", "NATO’s", "\n", "“Iran”", "a", "U.S.,"])))
def test_hits_are_ordered_and_stand_alone(parts: list[str]) -> None:
    text = " ".join(parts)
    hits = NameFinder.of(Library.shipped()).find(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(hits))
    assert all(
        not text[hit.start - 1 : hit.start].isalnum() and not text[hit.end : hit.end + 1].isalnum() for hit in hits
    )


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("ministry", "ministries"),
        ("chief of staff", "chiefs of staff"),
        ("spokesman", "spokesmen"),
        ("coach", "coaches"),
    ],
)
def test_plurals(singular: str, plural: str) -> None:
    assert plural_of(singular) == plural


@pytest.mark.parametrize("entry", read_rows(USAGE_FILE, "usage", UsageWords), ids=lambda entry: str(entry.line))
def test_usage_examples_show_one_of_their_words(parser: Parser, entry: object) -> None:
    row = entry.row  # type: ignore[attr-defined]
    parsed = parser.parse(row.example)
    seen = {word.lemma.lower() for word in parsed.words} | {word.text.lower() for word in parsed.words}
    assert any(all(part in seen for part in words.split()) for words in row.words)


def test_a_form_that_ends_inside_a_word_does_not_hide_the_others(read: Read) -> None:
    assert codes(read("Finnish border guards closed the crossing."))["Finnish border guards"] == "FINCOP"
    finder = NameFinder.of(Library.shipped())
    words = "Bedouin tribesmen of South Africans"
    assert [words[hit.start : hit.end] for hit in finder.find(words)] == ["Bedouin", "tribesmen", "South Africans"]


@pytest.mark.parametrize("text", ["The Dane County sheriff spoke.", "Turk Street merchants protested."])
def test_a_people_that_begins_a_local_name_is_nobody(read: Read, text: str) -> None:
    assert not {"DNK", "TUR"} & {(code or "")[:3] for code in codes(read(text)).values()}


@pytest.mark.parametrize(
    "dateline",
    ["AMMAN, March 15, PETRA - ", "LA PAZ, Bolivia -- ", "Reuters NIAMEY (Reuters) -- ", "ACCRA, Jan. 1 (Xinhua) – "],
)
def test_nobody_in_a_dateline_acts(read: Read, dateline: str) -> None:
    assert codes(read(f"{dateline}Chilean miners left the talks on Monday.")) == {"Chilean miners": "CHLLAB"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("The international criminal court", "IGOICC"),
        ("The european union", "IGOEEC"),
        ("The united nations", "IGOUNO"),
        ("The human rights council", None),
    ],
)
def test_a_body_in_small_letters(read: Read, words: str, code: str | None) -> None:
    assert codes(read(f"{words} condemned the raid on Monday.")).get(words) == code


def test_part_of_a_name_with_hyphens_is_nobody(read: Read) -> None:
    assert "Sharif" not in codes(read("Gunmen attacked Mazar-i-Sharif on Monday."))
    assert codes(read("Lashkar-e-Taiba attacked a hotel."))["Lashkar-e-Taiba"] == "PAKREB"
