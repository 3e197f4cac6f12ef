"""What the shipped library says at dates before and after something changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.treaties import Attack, TreatyLibrary, casus, check_treaties


def defenders(victim: str, on: str) -> set[str]:
    day = date.fromisoformat(on)
    return set(casus(Attack(victim=victim), on=day, library=TreatyLibrary.shipped()).bound_to_defend())


def bound(bearer: str, victim: str, on: str) -> set[str]:
    day = date.fromisoformat(on)
    duties = casus(Attack(victim=victim), on=day, library=TreatyLibrary.shipped()).duties
    return {f"{duty.treaty} {duty.article}" for duty in duties if duty.bearer == bearer and duty.kind == "defence"}


CHANGES = [
    ("Russia and Belarus", "RUS", "BLR", "2025-03-12", "2025-03-13", "RUS-BLR-2024 text not opened"),
    ("France and the Emirates", "FRA", "ARE", "2012-04-17", "2012-04-18", "FRA-ARE-2009 4"),
    ("Finland joins NATO", "USA", "FIN", "2023-04-03", "2023-04-04", "NATO 5"),
    ("Sweden joins NATO", "USA", "SWE", "2024-03-06", "2024-03-07", "NATO 5"),
    ("North Macedonia joins NATO", "GRC", "MKD", "2020-03-26", "2020-03-27", "NATO 5"),
    ("Russia and North Korea", "RUS", "PRK", "2024-12-03", "2024-12-04", "RUS-PRK-2024 4"),
    ("the Sahel states ally", "MLI", "NER", "2023-09-15", "2023-09-16", "AES-2023 6"),
    ("Saudi Arabia and Pakistan", "PAK", "SAU", "2025-09-16", "2025-09-17", "SAU-PAK-2025 joint statement"),
]


@pytest.mark.parametrize(("what", "bearer", "victim", "before", "after", "article"), CHANGES)
def test_bound_only_afterwards(what: str, bearer: str, victim: str, before: str, after: str, article: str) -> None:
    assert article not in bound(bearer, victim, before), what
    assert article in bound(bearer, victim, after), what


def test_burkina_faso_and_niger_leave_the_community_and_mali_its_promise_of_peace() -> None:
    assert "ECOWAS-MAD 2" in bound("NGA", "NER", "2025-01-28")
    assert "ECOWAS-MAD 2" not in bound("NGA", "NER", "2025-01-29")
    assert "ECOWAS-MAD 2" not in bound("BFA", "NGA", "2025-01-29")
    peace = TreatyLibrary.shipped().treaty("ECOWAS-1978")
    assert peace.is_party("MLI", date(2025, 1, 28))
    assert not peace.is_party("MLI", date(2025, 1, 29))


def test_armenia_freezes_its_part_in_the_collective_security_treaty() -> None:
    assert "CSTO 4" in bound("KAZ", "ARM", "2024-02-22")
    assert "CSTO 4" not in bound("KAZ", "ARM", "2024-02-23")
    assert "CSTO 4" not in bound("ARM", "KAZ", "2024-02-23")


def test_uzbekistan_was_twice_in_the_collective_security_treaty() -> None:
    stays = [bound("RUS", "UZB", day) for day in ("1998-01-01", "2003-01-01", "2010-01-01", "2015-01-01")]
    assert ["CSTO 4" in articles for articles in stays] == [True, False, True, False]


def test_new_zealand_and_the_united_states_parted_and_australia_stayed_with_both() -> None:
    assert "ANZUS IV" in bound("USA", "NZL", "1985-01-01")
    assert "ANZUS IV" not in bound("USA", "NZL", "1990-01-01")
    assert "ANZUS IV" in bound("AUS", "NZL", "1990-01-01")
    assert "ANZUS IV" in bound("USA", "AUS", "1990-01-01")


def test_the_united_kingdom_left_the_union_but_not_the_alliance() -> None:
    assert bound("GBR", "IRL", "2020-01-31") == {"EU-TEU 42(7)"}
    assert bound("GBR", "IRL", "2020-02-01") == set()
    assert "NATO 5" in bound("GBR", "FRA", "2020-02-01")


def test_the_falklands_lie_outside_the_area_of_the_alliance() -> None:
    attack = Attack(attacker="ARG", victim="GBR", place="FLK")
    answer = casus(attack, on=date(1982, 4, 2), library=TreatyLibrary.shipped())
    assert not any(duty.treaty == "NATO" and duty.kind == "defence" for duty in answer.duties)


def test_what_is_no_alliance_binds_nobody_to_defend() -> None:
    for key in ("AUKUS", "TRA", "BUDAPEST-1994", "FPDA", "SCO-2007", "UN-CHARTER"):
        assert not any(one.kind == "defence" for one in TreatyLibrary.shipped().treaty(key).obligation), key


def test_an_unknown_treaty_is_refused_with_what_to_do() -> None:
    with pytest.raises(DataError, match="treaties list"):
        TreatyLibrary.shipped().treaty("NO-SUCH")


def test_france_no_longer_owes_her_former_colonies_defence() -> None:
    for state, before, after in (("GAB", "2014-09-03", "2014-09-04"), ("COM", "2013-05-26", "2013-05-27")):
        assert any(article.startswith(f"FRA-{state}") for article in bound("FRA", state, before)), state
        assert bound("FRA", state, after) == set(), state
    assert bound("DJI", "FRA", "2020-01-01") == set()


def test_a_treaty_that_takes_anothers_place_is_its_next_phase() -> None:
    assert TreatyLibrary.shipped().first_signed("FRA-DJI-2011") == date(1977, 6, 27)
    assert TreatyLibrary.shipped().first_signed("NATO") == date(1949, 4, 4)


SUCCESSION = """
[[treaty]]
id = "OLD"
label = "Old"
signed = 1990-01-01
ended = 2000-01-01
parties = ["FRA", "DEU"]
source = "recalled"

[[treaty]]
id = "NEW"
label = "New"
replaces = "OLD"
signed = 2001-01-01
parties = ["FRA", "DEU"]
source = "recalled"

[[treaty.obligation]]
article = "1"
kind = "consultation"
action = "consult"
quote = "they shall consult"
"""


def test_a_gap_between_phases_and_words_from_nowhere_are_named(tmp_path: Path) -> None:
    (tmp_path / "new.toml").write_text(SUCCESSION, encoding="utf-8")
    found = "\n".join(map(str, check_treaties(tmp_path)))
    assert "replaces OLD, which ends on 2000-01-01 and not on 2001-01-01" in found
    assert "quoted from a text that was not opened" in found


FAULTY = """
[[treaty]]
id = "X"
label = "X"
signed = 2000-01-01
in_force = 1999-01-01
ended = 1998-01-01
parties = ["FRA", "QQQ"]
joined = { USA = 2001-01-01 }
source = "made up"

[[treaty.obligation]]
article = " "
kind = "defence"
action = "help"
bearers = ["DEU"]
trigger = { tipe = "ASSAULT" }
"""


def test_every_fault_is_named(tmp_path: Path) -> None:
    (tmp_path / "faulty.toml").write_text(FAULTY, encoding="utf-8")
    found = "\n".join(map(str, check_treaties(tmp_path)))
    for fault in (
        "before it was signed", "ended (1998-01-01) before", "USA has a day", "QQQ is no country code",
        "without its article", "names DEU, which is not among the parties", "'tipe' is not known",
    ):  # fmt: skip
        assert fault in found
    assert "faulty.toml:2" in found


def test_a_name_that_stands_twice_is_named(tmp_path: Path) -> None:
    row = '[[treaty]]\nid = "X"\nlabel = "X"\nsigned = 2000-01-01\nsource = "made up"\n'
    (tmp_path / "twice.toml").write_text(row + row, encoding="utf-8")
    (problem,) = check_treaties(tmp_path)
    assert "already stands in twice.toml:1" in str(problem)
