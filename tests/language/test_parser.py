from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import LanguageError
from dragoman.language import Parsed, Parser, datelines_of
from dragoman.records import Block, Document, Span


def sentences(parsed: Parsed) -> list[str]:
    return [parsed.text[s.start : s.end] for s in parsed.sentences]


def test_no_sentence_crosses_a_blank_line(parser: Parser) -> None:
    parsed = parser.parse("Talks resume in Doha\n\nThe envoys met on Monday. They left on Friday.")
    assert sentences(parsed) == ["Talks resume in Doha", "The envoys met on Monday.", "They left on Friday."]


def test_a_closing_mark_belongs_to_the_sentence_before(parser: Parser) -> None:
    parsed = parser.parse('"We will not wait. The border is closed." The minister left the room.')
    assert all(not text.startswith('"') or text.startswith('"We') for text in sentences(parsed))


def test_blocks_of_a_document_are_parsed_apart(parser: Parser) -> None:
    text = "Kyiv and Oslo sign pact\nThe pact covers drones."
    blocks = (Block(kind="title", span=Span(0, 23)), Block(kind="paragraph", span=Span(24, len(text))))
    assert len(parser.parse(Document(id="d", text=text, blocks=blocks)).sentences) == 2


def test_an_aside_does_not_part_a_verb_from_its_object(parser: Parser) -> None:
    text = 'The ministers issued a statement condemning, "in the clearest possible terms," the shelling of the port.'
    parsed = parser.parse(text)
    condemn = next(clause for clause in parsed.clauses if clause.lemma == "condemn")
    role = condemn.role("object")
    assert role is not None
    assert role.phrase is not None
    assert parsed.words_of(parsed.phrases[role.phrase], core=True) == "the shelling"


def test_where_somebody_stands_in_a_picture_is_not_read(parser: Parser) -> None:
    parsed = parser.parse("The senator, second left, and the general, right, attended a funeral.")
    (clause,) = (clause for clause in parsed.clauses if clause.lemma == "attend")
    role = clause.role("subject")
    assert role is not None
    assert role.phrase is not None
    assert len(parsed.phrases[role.phrase].members) == 2


def test_an_unknown_pipeline_is_refused_by_name() -> None:
    with pytest.raises(LanguageError, match="no_such_pipeline"):
        Parser("no_such_pipeline").parse("Talks resumed.")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("aAbK .,;!?\"'“”‘’«»\n\t-–—:()1$€é字א🙂\u200b\xa0"), max_size=300))
def test_any_text_gives_words_that_stand_there(parser: Parser, text: str) -> None:
    parsed = parser.parse(text)
    plain = str.maketrans("“”«»‘’–\xa0\u200b\t\n", '""""\'\'-    ')
    for word in parsed.words:
        assert text[word.start : word.end].translate(plain) == word.text.translate(plain)
    for clause in parsed.clauses:
        assert 0 <= clause.start <= clause.trigger_start < clause.trigger_end <= clause.end <= len(text)
    for phrase in parsed.phrases:
        assert 0 <= phrase.start <= phrase.core_start < phrase.core_end <= len(text)


def test_forms_that_the_lemmatiser_confuses(parser: Parser) -> None:
    parsed = parser.parse("The king hoped for rain. Students staged a sit-in. The court fined two banks.")
    assert [clause.lemma for clause in parsed.clauses if clause.kind == "verb"] == ["hope", "stage", "fine"]


@pytest.mark.parametrize(
    "dateline",
    [
        "MANILA, Philippines -- ",
        "MANILA - ",
        "Havana, Cuba - ",
        "Beirut (Reuters) - ",
        "KYIV, Ukraine (AP) — ",
        "AMMAN, March 15, PETRA - ",
        "Reuters NIAMEY (Reuters) -- ",
        "LA PAZ, Jan. 1 (Xinhua) – ",
    ],
)
def test_a_dateline_is_no_subject(parser: Parser, dateline: str) -> None:
    parsed = parser.parse(f"{dateline}President Rodrigo Duterte would visit Moscow next month.")
    (visit,) = (clause for clause in parsed.clauses if clause.lemma == "visit")
    subject = visit.role("subject")
    assert subject is not None
    assert subject.phrase is not None
    assert parsed.words_of(parsed.phrases[subject.phrase]) == "President Rodrigo Duterte"


def test_a_dateline_is_told_from_a_sentence(parser: Parser) -> None:
    assert datelines_of(parser.parse("AMMAN, March 15, PETRA - The king left.")) == {0}
    assert datelines_of(parser.parse("Amman was quiet. The king left.")) == frozenset()


def test_a_plural_alone_is_no_verb(parser: Parser) -> None:
    assert parser.parse("Kashmiri militants").words[-1].tag == "NNS"
    assert parser.parse("Israel retaliates").words[-1].tag == "VBZ"


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("Army chief General Haftar overthrew President Saleh last July.", "overthrow"),
        ("Rebels retook the town in May.", "retake"),
        ("Last week soldiers overran the post.", "overrun"),
        ("In 2014 the junta forswore nuclear arms and banned parties.", "forswear"),
        ("The Senate overrode the veto.", "override"),
        ("The king forgave the rebels.", "forgive"),
    ],
)
def test_rare_pasts_are_read_as_verbs(parser: Parser, sentence: str, lemma: str) -> None:
    assert lemma in {clause.lemma for clause in parser.parse(sentence).clauses}
    assert "VBD" in {word.tag for word in parser.parse(sentence).words if word.lemma == lemma}
