"""Quotations and who speaks in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Statement

Read = Callable[[str], tuple[Statement, ...]]


def told(one: Statement) -> tuple[str, str, str]:
    return one.source.words if one.source else "", " … ".join(piece.words for piece in one.content), one.form


@pytest.mark.parametrize(
    ("text", "source", "content", "form"),
    [
        ('"The pact is dead," the minister said.', "the minister", "The pact is dead,", "direct"),
        ("“The pact is dead,” said the minister.", "the minister", "The pact is dead,", "direct"),
        ('The minister said: "The pact is dead."', "The minister", "The pact is dead.", "direct"),
        ("The minister said the pact was dead.", "The minister", "the pact was dead", "indirect"),
        (
            'The minister said the pact was "dead".',
            "The minister",
            'the pact was "dead"',
            "mixed",
        ),
    ],
)
def test_form_and_speaker(read: Read, text: str, source: str, content: str, form: str) -> None:
    (one,) = read(text)
    given, words, kind = told(one)
    assert (given, words.strip(' ,."'), kind) == (source, content.strip(' ,."'), form)


def test_second_half_belongs_to_the_same_speaker(read: Read) -> None:
    (one,) = read('"The pact is dead," the minister said. "We will not revive it."')
    assert [piece.words.strip(",.") for piece in one.content] == ["The pact is dead", "We will not revive it"]


@pytest.mark.parametrize(
    "text",
    ['The so-called "Green Line" divides the city.', 'The film "Cold War" opened the festival.'],
)
def test_quotation_marks_that_hold_no_speech(read: Read, text: str) -> None:
    assert read(text) == ()


def test_unclosed_quotation_runs_into_the_next_paragraph(read: Read) -> None:
    text = '"The pact is dead, the minister said.\n\n"We will not revive it," she added.'
    assert all(text[p.start : p.end] == p.words for one in read(text) for p in one.content)


@pytest.mark.parametrize(
    "text",
    [
        '"The harbour is safe," the envoy said on Thursday on "Meet the Press."',
        '"The harbour is safe," the envoy told the "Good Morning Europe" programme.',
    ],
)
def test_a_title_is_no_part_of_what_is_said(read: Read, text: str) -> None:
    (one,) = read(text)
    assert told(one)[:2] == ("the envoy", "The harbour is safe,")


def test_a_report_inside_a_quotation_ends_with_it(read: Read) -> None:
    text = '"Out of the blue, he said the harbour was lost," an officer recalled.'
    inner, outer = sorted(read(text), key=lambda one: one.parent is None)
    assert told(outer)[0] == "an officer"
    assert inner.parent == outer.id
    assert [piece.words for piece in inner.content] == ["the harbour was lost"]


def test_whoever_a_colon_follows_speaks(read: Read) -> None:
    (one,) = read('The foreign minister shrugged: "We have no money left."')
    assert told(one) == ("The foreign minister", "We have no money left.", "direct")


def test_a_quotation_opened_behind_a_colon_runs_on_into_the_next_paragraph(read: Read) -> None:
    (one,) = read('The bishop said: "The roof has fallen in.\n\n"We shall build it again."')
    assert [piece.words for piece in one.content] == ["The roof has fallen in.", "We shall build it again."]
    assert one.form == "direct"


def test_a_modal_in_what_is_said_makes_no_supposed_statement(read: Read) -> None:
    (one,) = read('"We went there because nobody else would," said the bishop.')
    assert one.status == "said"


def test_a_short_answer_is_speech(read: Read) -> None:
    (one,) = read('"No," the envoy said. "Never."')
    assert told(one) == ("the envoy", "No, … Never.", "direct")


TRANSCRIPT = """"HOST: Let us begin with the plant. Who closed the valve?

"INSPECTOR: The night crew closed it.

"Nobody had asked them before.

"(CROSSTALK.)

"HOST: I don't want to interrupt, but who are they?"
"""


def test_a_quoted_transcript_is_as_many_statements_as_it_has_turns(read: Read) -> None:
    assert [told(one)[:2] for one in read(TRANSCRIPT)] == [
        ("HOST", "Let us begin with the plant. Who closed the valve?"),
        ("INSPECTOR", "The night crew closed it … Nobody had asked them before. … (CROSSTALK.)"),
        ("HOST", "I don't want to interrupt, but who are they?"),
    ]


def test_a_quotation_goes_on_behind_the_report_in_its_middle(read: Read) -> None:
    (one,) = read("“The trick,” the envoy explained after a pause, “is to stop.”")
    assert [piece.words.strip(",.") for piece in one.content] == ["The trick", "is to stop"]


def test_a_report_of_its_own_behind_a_question_says_who_asks(read: Read) -> None:
    (one,) = read("“Why is this not proof that the bank is too big to fail?” Senators from both parties demanded.")
    assert told(one)[0] == "Senators from both parties"


def test_more_of_a_quotation_belongs_to_who_spoke_not_to_whom_he_mentions(read: Read) -> None:
    text = (
        '"These are strange days," said a lawyer for the navy, who has been challenging the ministry for years. '
        '"I do not know what it wants."'
    )
    spoken = next(one for one in read(text) if one.form == "direct")
    assert [piece.words for piece in spoken.content] == ["These are strange days,", "I do not know what it wants."]


def test_whoever_the_sentence_between_is_about_speaks(read: Read) -> None:
    text = "“We lost,” the general said. The envoy waved at the map. “We did not.”"
    assert [told(one)[:2] for one in read(text)] == [("the general", "We lost,"), ("The envoy", "We did not.")]


def test_a_statement_that_is_read_out_is_his_who_reads_it(read: Read) -> None:
    text = "The bishop read a statement at the gate.\n\n“We have failed them.\n\n“Nobody who lied will stay.”"
    assert [told(one)[0] for one in read(text)] == ["The bishop"]


def test_a_heading_in_quotation_marks_is_no_speech(read: Read) -> None:
    text = "The minister said the fleet was ready.\n\n'Ready for the Long Storm.'\n\nIt sails in May."
    assert [told(one)[1] for one in read(text)] == ["the fleet was ready"]


@pytest.mark.parametrize("mark", ["", "“"])
def test_turns_of_those_who_speak_by_their_names(read: Read, mark: str) -> None:
    lines = ["Tapper: Will he win?", "Clinton: I think he might. It is up to you.", "Tapper: And then?"]
    text = "\n\n".join(mark + line for line in lines)
    turns = [told(one)[:2] for one in read(text) if one.rule == "transcript"]
    assert turns == [
        ("Tapper", "Will he win?"),
        ("Clinton", "I think he might. It is up to you"),
        ("Tapper", "And then?"),
    ]


def test_questions_and_answers(read: Read) -> None:
    text = "Q. Who closed the valve?\n\nA. My boss told me that it was stuck.\n\nQ. And then?"
    given = read(text)
    assert [told(one)[0] for one in given if one.parent is None] == ["Q", "A", "Q"]
    assert [told(one)[:2] for one in given if one.parent is not None] == [("My boss", "it was stuck")]


def test_a_colon_brings_in_the_next_paragraph(read: Read) -> None:
    (one,) = read("The senator said in a statement:\n\n“This bill will hurt families. It must not pass.”")
    assert (told(one)[0], one.cue and one.cue.words) == ("The senator", "said")


def test_what_stands_before_a_report_and_its_quotation_is_the_writers(read: Read) -> None:
    (one,) = read('Asked about it again on Saturday, the mayor said, "I was against it. Everybody knows."')
    assert told(one)[:2] == ("the mayor", "I was against it. Everybody knows.")


def test_a_quotation_joined_to_what_is_said_is_part_of_it(read: Read) -> None:
    (one,) = read("The envoy tells his supporters to “go and vote” and then “go and sit there with your friends.”")
    assert told(one)[1].endswith("and then “go and sit there with your friends.”")


def test_those_who_listen_do_not_speak(read: Read) -> None:
    text = "“We have to do better,” the mayor said. The crowd roared. “And when we do, it will be because of you.”"
    assert {told(one)[0] for one in read(text)} == {"the mayor"}


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“He is a liar,” one man shouted. “Traitor!” yelled another.", "another", "Traitor!"),
        (
            "“I am no spy,” he told me. When I asked who was, he paused. “You would not know him.”",
            "he",
            "You would not know him.",
        ),
    ],
)
def test_who_speaks_behind_or_before(read: Read, text: str, source: str, content: str) -> None:
    assert (source, content) in [told(one)[:2] for one in read(text)]


def test_one_who_is_asked_says_not_what_he_is_asked(read: Read) -> None:
    given = read("Asked if he would apologise, the minister said no.")
    assert [one.source for one in given] == [None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The minister\'s message to the farmers: "Wait for the rain."', "The minister"),
        ('The verdict of the judge: "Too little, and a year late."', "the judge"),
        ('For the fishermen, the question is simpler: "Can we fish or can we not?"', "the fishermen"),
        ('The minister\'s answer was short: "Wait for the rain."', "The minister"),
        ('"The search is over." With those words the captain left.', "the captain"),
        ('The town has one question, "Will the mill ever open again?"', ""),
    ],
)
def test_who_speaks_without_a_cue(read: Read, text: str, speaker: str) -> None:
    (one,) = [one for one in read(text) if one.form == "direct"]
    assert (one.source.words if one.source else "") == speaker


def test_what_is_told_of_in_nobodys_quotation_is_said_in_it(read: Read) -> None:
    text = 'Overheard at the fair: "I think the bank said that it would close on Friday."'
    outer = next(one for one in read(text) if one.form == "direct" and one.parent is None)
    assert all(one.parent is not None for one in read(text) if one.id != outer.id)
