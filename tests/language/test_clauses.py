"""One short sentence a construction; tests/gold/clauses holds those of real length."""

from __future__ import annotations

import pytest

from dragoman.language import Clause, Parsed, Parser
from dragoman.language.model import RoleName
from dragoman.records import Document


def clause_of(parsed: Parsed, word: str) -> Clause:
    return next(c for c in parsed.clauses if parsed.text[c.trigger_start : c.trigger_end].startswith(word))


def fillers(parsed: Parsed, clause: Clause, name: RoleName, preposition: str | None = None) -> list[str]:
    return [
        parsed.words_of(member, core=True)
        for role in clause.all_roles(name, preposition)
        if role.phrase is not None
        for member in parsed.members(parsed.phrases[role.phrase])
    ]


@pytest.mark.parametrize(
    ("text", "word", "subjects", "objects"),
    [
        ("The minister was detained by two officers.", "detained", ["two officers"], ["The minister"]),
        ("The treaty signed by Cairo and Rome was published.", "signed", ["Cairo", "Rome"], ["The treaty"]),
        ("Berlin agreed to send tanks to Kyiv.", "send", ["Berlin"], ["tanks"]),
        ("Paris urged Iran to halt enrichment.", "halt", ["Iran"], ["enrichment"]),
        ("Paris accused Moscow of sending drones.", "sending", ["Moscow"], ["drones"]),
        ("Rome issued a statement condemning the raid.", "condemning", ["Rome"], ["the raid"]),
        ("The guards stormed the ministry and seized the archive.", "seized", ["The guards"], ["the archive"]),
        ("The pact that Ankara rejected was revised.", "rejected", ["Ankara"], ["The pact"]),
        ("Norway's recognition of Palestine angered Israel.", "recognition", ["Norway"], ["Palestine"]),
        ("Russian shelling of Kharkiv went on.", "shelling", ["Russian"], ["Kharkiv"]),
        ("Sanctions were imposed on two banks by Canada.", "Sanctions", ["Canada"], ["two banks"]),
        ("The envoy called the launch unacceptable.", "called", ["The envoy"], ["the launch"]),
    ],
)
def test_roles_are_logical(parser: Parser, text: str, word: str, subjects: list[str], objects: list[str]) -> None:
    parsed = parser.parse(text)
    clause = clause_of(parsed, word)
    assert fillers(parsed, clause, "subject") == subjects
    assert fillers(parsed, clause, "object") == objects


@pytest.mark.parametrize(
    ("text", "word", "mood", "polarity"),
    [
        ("The army will leave the town.", "leave", "future", "positive"),
        ("Sweden remains committed to peace with Peru.", "committed", "asserted", "positive"),
        ("The army did not leave the town.", "leave", "asserted", "negative"),
        ("No soldier left the town.", "left", "asserted", "negative"),
        ("Neither Mali nor Niger left the bloc.", "left", "asserted", "negative"),
        ("The army may leave the town.", "leave", "possible", "positive"),
        ("The army must leave the town.", "leave", "obliged", "positive"),
        ("If the army leaves the town, the rebels will return.", "leaves", "conditional", "positive"),
        ("Should Moscow attack Poland, NATO will respond.", "attack", "conditional", "positive"),
        ("The army refused to leave the town.", "leave", "asserted", "negative"),
        ("The king hopes that the army will leave the town.", "leave", "wished", "positive"),
        ("The envoys met in order to end the war.", "end", "purpose", "positive"),
        ("The cabinet discussed a possible visit to Oslo.", "visit", "possible", "positive"),
        ("The ministers will hold talks on Friday.", "talks", "future", "positive"),
    ],
)
def test_mood_and_polarity(parser: Parser, text: str, word: str, mood: str, polarity: str) -> None:
    clause = clause_of(parser.parse(text), word)
    assert (clause.mood, clause.polarity) == (mood, polarity)


@pytest.mark.parametrize(
    ("text", "word", "relation", "parent"),
    [
        ("The envoy said that the talks had failed.", "failed", "content", "said"),
        ("The talks have failed, reports Kyodo news agency.", "failed", "content", "reports"),
        ("The talks will fail if Rome walks out.", "walks", "condition", "fail"),
        ("Police fired after the crowd broke the gate.", "broke", "adverbial", "fired"),
        ("The hope that the truce would hold faded.", "hold", "content", "hope"),
        ("Rome issued a warning to Tripoli.", "warning", "light", "issued"),
    ],
)
def test_what_a_clause_hangs_on(parser: Parser, text: str, word: str, relation: str, parent: str) -> None:
    parsed = parser.parse(text)
    clause = clause_of(parsed, word)
    assert clause.parent is not None
    above = parsed.clauses[clause.parent]
    assert (clause.relation, parsed.text[above.trigger_start : above.trigger_end]) == (relation, parent)


def test_whom_and_through_whom(parser: Parser) -> None:
    parsed = parser.parse("Lavrov was quoted as saying by the Russian agency Interfax.")
    quote, say = clause_of(parsed, "quoted"), clause_of(parsed, "saying")
    assert fillers(parsed, quote, "subject") == ["the Russian agency Interfax"]
    assert fillers(parsed, say, "subject") == ["Lavrov"]


def test_prepositions_of_several_words_are_one(parser: Parser) -> None:
    parsed = parser.parse("In response to the raid, Kabul closed the crossing.")
    assert fillers(parsed, clause_of(parsed, "closed"), "complement", "in response to") == ["the raid"]


@pytest.mark.parametrize(
    ("text", "predicate", "marker"),
    [
        ("Were NATO to send troops to Ukraine, Russia would regard them as targets, the Kremlin said.", "send", "were"),
        (
            "Russia would take additional steps to ensure its security should the forces of other NATO members be "
            "deployed on Finnish soil.",
            "deployed",
            "should",
        ),
        ("If Tehran agrees, the envoys will meet in Muscat, the Omani minister said.", "agrees", "if"),
    ],
)
def test_inversions_and_fronted_conditions_are_conditions(
    parser: Parser, text: str, predicate: str, marker: str
) -> None:
    parsed = parser.parse(text)
    conditions = {
        parsed.text[clause.trigger_start : clause.trigger_end]: clause.marker
        for clause in parsed.clauses
        if clause.relation == "condition"
    }
    assert conditions == {predicate: marker}


@pytest.mark.parametrize(
    ("sentence", "lemma", "polarity", "mood"),
    [
        ("India has not only condemned Pakistan but expelled its envoy.", "condemn", "positive", "asserted"),
        ("Serbia has yet to recognise Kosovo.", "recognise", "negative", "asserted"),
        ("Without consulting Canada, Denmark expelled the consul.", "expel", "positive", "asserted"),
        ("Without consulting Canada, Denmark expelled the consul.", "consult", "negative", "asserted"),
        ("Far from condemning Russia, Belarus praised it.", "condemn", "negative", "asserted"),
        ("It is not true that Poland attacked Belarus.", "attack", "negative", "asserted"),
        ("It is true that Poland attacked Belarus.", "attack", "positive", "asserted"),
        ("Not one minister visited Taiwan.", "visit", "negative", "asserted"),
        ("Did Israel bomb the convoy?", "bomb", "positive", "question"),
        ("Will China invade Taiwan?", "invade", "positive", "question"),
        ("Why did Moscow expel the envoy?", "expel", "positive", "asserted"),
        ("Seoul fears that Pyongyang will attack Japan.", "attack", "positive", "possible"),
        ("The rebels were supposed to release the nuns.", "release", "positive", "obliged"),
        ("Pyongyang has the ability to bomb Seoul.", "bomb", "positive", "possible"),
        ("The minister insisted that the closure protects Finland.", "protect", "positive", "asserted"),
        ("The court demands that the prisoners be freed.", "free", "positive", "obliged"),
        ("In the event of an attack on Japan, Washington will respond.", "attack", "positive", "conditional"),
        ("Iran pledged not to attack Israel.", "attack", "negative", "future"),
        ("The two states agreed not to threaten or use force.", "use", "negative", "future"),
        ("Iran did not promise not to attack Israel.", "attack", "positive", "future"),
        ("The ships turned back so as not to provoke the garrison.", "provoke", "negative", "purpose"),
        ("In the event of a war, Japan would support Seoul.", "support", "positive", "conditional"),
    ],
)
def test_polarity_and_mood_by_what_surrounds_a_clause(
    parser: Parser, sentence: str, lemma: str, polarity: str, mood: str
) -> None:
    (clause,) = [clause for clause in parser.parse(Document.plain(sentence)).clauses if clause.lemma == lemma]
    assert (clause.polarity, clause.mood) == (polarity, mood)


@pytest.mark.parametrize(
    ("sentence", "lemma", "wanted"),
    [
        ("Police arrested and deported the refugees.", "arrest", ["the refugees"]),
        ("Brazil has neither condemned nor praised Venezuela.", "condemn", ["Venezuela"]),
        ("The army came and destroyed the town.", "come", []),
        ("The senator holds Iran accountable for the attack.", "hold", ["Iran"]),
        ("The police set the students free.", "set", ["the students"]),
        ("Ecuador declared the ambassador of Mexico persona non grata.", "declare", ["the ambassador"]),
    ],
)
def test_objects_of_joined_verbs_and_of_small_clauses(
    parser: Parser, sentence: str, lemma: str, wanted: list[str]
) -> None:
    parsed = parser.parse(Document.plain(sentence))
    (clause,) = [clause for clause in parsed.clauses if clause.lemma == lemma]
    objects = [parsed.phrases[role.phrase] for role in clause.all_roles("object") if role.phrase is not None]
    assert [parsed.words_of(phrase, core=True) for phrase in objects] == wanted


def test_a_phrase_that_begins_as_a_marker_makes_no_condition_of_its_clause(parser: Parser) -> None:
    parsed = parser.parse(Document.plain("In the event of a war, Japan would support Seoul."))
    (clause,) = [clause for clause in parsed.clauses if clause.lemma == "support"]
    assert (clause.relation, clause.marker) == ("root", "")
