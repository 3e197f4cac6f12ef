"""What takes up somebody who was named before: pronouns, *the bloc*, *the two countries*, *his counterpart*."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.actors import find_actors
from dragoman.language import Parser
from dragoman.records import ActorMention, Document

DAY = date(2024, 6, 25)


def mentions(parser: Parser, text: str, words: str) -> list[ActorMention]:
    document = Document.plain(text, published=DAY)
    cast = find_actors(document, parser.parse(document), ())
    return [who for who in cast.mentions if who.mention.words == words]


def codes(parser: Parser, text: str, words: str) -> list[str | None]:
    return [who.code for who in mentions(parser, text, words)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Putin and Kim signed the pact. The two countries will hold drills.", "The two countries", ["RUS", "PRK"]),
        ("Saudi Crown Prince Mohammed bin Salman and Prime Minister Shehbaz Sharif met. Neither country gave details.",
         "Neither country", ["SAU", "PAK"]),
        ("Biden met Kishida. China protested. The two allies held a drill.", "The two allies", []),
        ("The United States and Japan met. China protested. The two allies held a drill.", "The two allies",
         ["USA", "JPN"]),
        ("Israel put off a vote, accusing Hamas of delay, a day after Qatar said that both sides had agreed.",
         "both sides", ["ISR", "PSEREB"]),
        ("Britain, France and Germany wrote a letter. The foreign ministers of the three countries signed it.",
         "The foreign ministers", ["GBRGOV", "FRAGOV", "DEUGOV"]),
        ("U.S. Secretary of State Antony Blinken met his counterparts, Sergei Lavrov and Hakan Fidan, on Monday.",
         "his counterparts", ["RUSGOV", "TURGOV"]),
    ],
)  # fmt: skip
def test_plurals(parser: Parser, text: str, words: str, expected: list[str]) -> None:
    assert codes(parser, text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Saudi Arabia sent aid. The kingdom had promised it.", "The kingdom", "SAU"),
        ("France sent aid. The kingdom had promised it.", "The kingdom", None),
        ("Mercosur leaders met. The bloc rejected the deal.", "The bloc", "IGOMSR"),
        ("The Mercosur bloc rejected the deal.", "The Mercosur bloc", "IGOMSR"),
        ("The bloc rejected the deal.", "The bloc", "IGOEEC"),
        ("Palestine protested. The boats met off the island of Palawan.", "the island", None),
        ("Reuters quoted a diplomat. An envoy told the same agency why.", "the same agency", "GBRMED"),
        ("A Russian Foreign Ministry spokeswoman spoke in Minsk. The ministry also closed a consulate.", "The ministry",
         "RUSGOV"),
        ("Far-right Israeli National Security Minister Itamar Ben-Gvir threatened on Thursday to quit the government.",
         "the government", "ISRGOV"),
        ("CARICOM backed the International Court of Justice. It called on Venezuela to respect the court's order.",
         "the court", "IGOICJ"),
        ("The Economic Community of West African States met. Mali left the Community.", "the Community", "IGOWAS"),
        ("Armenia left the Russia-led pact because it had failed the country.", "the country", "ARM"),
        ("Iran suspended its work with the International Atomic Energy Agency, accusing the U.N. watchdog of bias.",
         "the U.N. watchdog", "IGOIAE"),
        ("The African Union met. A senior official of the union left.", "A senior official", "IGOAFU"),
        ("ECOWAS would keep its sanctions if the junta did not comply, the president of its commission said.", "its",
         "IGOWAS"),
        ('ECOWAS was not told, its commission said on Sunday. "Mali remains a member," it said in a statement.', "it",
         "IGOWAS"),
        ("The paramilitary Rapid Support Forces denied that it had shelled the camp.", "it", "SDNREB"),
        ("Sudan's army fought the Rapid Support Forces (RSF). The army accused the RSF of looting.", "The army",
         "SDNMIL"),
        ("Hezbollah commanders met in Beirut. The militants fired rockets.", "The militants", "LBNREB"),
        ("Boko Haram leaders said the fighters killed five soldiers.", "the fighters", "NGAREB"),
        ("The unification ministry said the North's leader had visited the site.", "the North's leader", "PRKGOV"),
        ("Serbia shelled a village. Albania summoned the ambassador.", "the ambassador", "SRBGOV"),
        ("Albania summoned the ambassador after Serbia shelled a village.", "the ambassador", "SRBGOV"),
        ("Mali recalled its ambassador from Lisbon.", "its ambassador", "MLIGOV"),
        ("Benjamin Netanyahu's office denied it.", "Benjamin Netanyahu's office", "ISRGOV"),
    ],
)  # fmt: skip
def test_definite_descriptions(parser: Parser, text: str, words: str, code: str | None) -> None:
    found = codes(parser, text, words)
    assert found == ([code] if code else [])


def test_a_broadcaster_with_a_name_of_its_own_is_no_earlier_one(parser: Parser) -> None:
    (who,) = mentions(parser, "TASS reported it. The envoy told the broadcaster TV 2 so.", "the broadcaster TV 2")
    assert who.code is None


def test_the_party_of_a_minister_is_a_party(parser: Parser) -> None:
    text = "Israeli National Security Minister Itamar Ben-Gvir resigned. His party left with him."
    assert codes(parser, text, "His party") == ["ISRPTY"]


@pytest.mark.parametrize("surname", ["Asif", "Gonsalves", "Guterres"])
def test_a_surname_that_looks_like_a_plural(parser: Parser, surname: str) -> None:
    full = {"Asif": "Khawaja Asif", "Gonsalves": "Ralph Gonsalves", "Guterres": "Antonio Guterres"}[surname]
    text = f"{full} spoke on Monday. {surname} later told Reuters that talks had failed."
    (later,) = mentions(parser, text, surname)
    assert later.name == full
