"""What the tagger takes for another part of speech, and who does what all the same."""

from __future__ import annotations

import pytest
from tests.language.test_repairs import Roles, roles_of

from dragoman.language import Parser


@pytest.mark.parametrize(
    ("sentence", "lemma", "roles"),
    [
        # plurals that look like verbs
        (
            "Burmese soldiers razed eleven Karen villages close to the frontier.",
            "raze",
            {"object": "eleven Karen villages"},
        ),
        ("Hamas and Fatah, rivals for two decades, concluded a pact in Cairo.", "conclude", {"object": "a pact"}),
        # that, where the verb lacks its object
        (
            "Chad asked Mali to cut its subsidies, a suggestion that the Malian minister rejected.",
            "reject",
            {"subject": "the Malian minister", "object": "a suggestion"},
        ),
        # what somebody tells in an aside
        (
            "Separatists in Goma, their commander told a Russian television channel, tied two volunteers to a post.",
            "tie",
            {"subject": "Separatists", "object": "two volunteers"},
        ),
        # a past tense that looks like a modifier
        (
            "Nurses at four public hospitals in Lagos, unpaid since February, downed tools on Thursday.",
            "down",
            {"subject": "Nurses", "object": "tools"},
        ),
        # what comes from others is each of those behind it
        ("Mali expelled the envoy, earning a rebuke from Chad and praise from Niger.", "praise", {"from": "Niger"}),
        (
            "The islands were recognised as a state by Gabon.",
            "recognise",
            {"subject": "Gabon", "object": "The islands"},
        ),
        # a verb of saying behind its speaker, taken for a participle
        (
            "Pemex had bankrolled a plot to sabotage the refinery, Venezuela's oil minister alleged on Sunday.",
            "allege",
            {"subject": "Venezuela's oil minister"},
        ),
        # a particle, and a participle behind *have*
        ("Tehran let the woman out on bail.", "let out", {"subject": "Tehran", "object": "the woman"}),
        ("The junta had the editor arrested on Monday.", "arrest", {"subject": "The junta", "object": "the editor"}),
        ("The militia had barbers thrown into cells.", "throw", {"subject": "The militia", "object": "barbers"}),
        # where villages are that are razed is not where they are moved to
        ("China sailed a warship close to Taiwan.", "sail", {"to": "Taiwan"}),
    ],
)
def test_roles_in_spite_of_tags(parser: Parser, sentence: str, lemma: str, roles: Roles) -> None:
    found = roles_of(parser, sentence, lemma)
    assert {name: found.get(name) for name in roles} == roles


def test_who_owns_the_subject_of_a_relative_clause_is_not_its_object(parser: Parser) -> None:
    sentence = "Cambodia, whose delegates had flown home from Kuala Lumpur, was silent."
    assert "object" not in roles_of(parser, sentence, "fly")


def test_where_something_is_that_is_razed(parser: Parser) -> None:
    assert "to" not in roles_of(parser, "Soldiers razed three villages close to the border.", "raze")
