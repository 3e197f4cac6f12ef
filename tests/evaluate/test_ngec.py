"""How NGEC labels actors that the manual labels otherwise."""

from __future__ import annotations

import pytest
from tools.evaluate.ngec import manual_codes, ngec_codes

from dragoman.reader import Reader
from dragoman.records import Document


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("sentence", "manual", "ngec"),
    [
        ("Nigerian herders blocked the road.", "NGACVL", "NGAAGR"),
        ("Indian doctors went on strike.", "INDCVL", "INDMED"),
        ("Indian Muslims held a protest.", "INDREL", "INDMOS"),
        ("Iraqi clerics held a protest.", "IRQREL", "IRQREL"),
        ("TASS reported the attack.", "RUSMED", "RUSGOV"),
        ("Reuters reported the attack.", "GBRMED", "GBRJRN"),
        ("The European Union condemned the attack.", "IGO", "EUR"),
        ("Beijing condemned the attack.", "CHN", "CHNGOV"),
        ("Abkhazia condemned the attack.", "GEOREB", "GEOPRE"),
        ("Masked gunmen attacked the village.", "UNK", "UAF"),
        ("EU lawmakers condemned the attack.", "IGO", "EURLEG"),
        ("The European Commission condemned the attack.", "IGO", "EURGOV"),
        ("The UN Security Council condemned the attack.", "IGO", "UNOGOV"),
        ("UNICEF condemned the attack.", "IGO", "UNO"),
        ("NATO condemned the attack.", "IGO", "IGO"),
        ("Amnesty International condemned the attack.", "NGO", "NGO"),
        ("The FDLR condemned the attack.", "CODREB", "RWAREB"),
        ("Greenland's prime minister condemned the attack.", "GRLGOV", "DNKGOV"),
    ],
)
def test_conventions_differ_where_they_should(reader: Reader, sentence: str, manual: str, ngec: str) -> None:
    (who, *_) = reader.read(Document.plain(sentence)).actors
    assert ["".join(codes.values()) for codes in (manual_codes(who), ngec_codes(who))] == [manual, ngec]


def test_who_is_unknown_has_a_sector_of_its_own_and_a_time_is_junk(reader: Reader) -> None:
    (who,) = reader.read(Document.plain("He condemned the attack.")).actors
    assert ngec_codes(who) == {"country": "", "sector": "UNK"}
    assert ngec_codes(None, is_time=True) == {"country": "", "sector": "JNK"}
    assert ngec_codes(None) == {}


@pytest.mark.parametrize(
    ("words", "ngec"),
    [
        ("Kharkiv", {"country": "UKR", "sector": "CVL"}),
        ("a Greek tanker", {"country": "GRC", "sector": "BUS"}),
        ("the earthquake", {"country": "", "sector": "JNK"}),
        ("the president of the Kenyan Football League", {"country": "KEN", "sector": "SOC"}),
    ],
)
def test_words_that_name_no_actor_here_are_some_there(reader: Reader, words: str, ngec: dict[str, str]) -> None:
    who = next(iter(reader.read(Document.plain(words)).actors), None)
    assert ngec_codes(who, words=words) == ngec
