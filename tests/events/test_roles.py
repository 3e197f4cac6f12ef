"""Who acts and on whom, where the clause does not say it in its subject and object."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reader import Reader
from dragoman.records import Document, Event

Find = Callable[[str], tuple[Event, ...]]


@pytest.fixture(scope="session")
def find() -> Find:
    """The events of a text, read with everything before them."""
    reader = Reader()
    return lambda text: reader.read(Document.plain(text)).events


def of_type(events: tuple[Event, ...], type_name: str) -> Event:
    (event,) = [event for event in events if event.type == type_name]
    return event


def words(event: Event) -> tuple[list[str], list[str]]:
    return [who.mention.words for who in event.actors], [who.mention.words for who in event.recipients]


@pytest.mark.parametrize(
    ("sentence", "type_name", "actors", "recipients"),
    [
        ("Peru rejected the referendum.", "REJECT", ["Peru"], ["the referendum"]),
        # behind a name that stands between it and the verb
        (
            "Norway returned a portrait of a girl by a painter from the north to its owner.",
            "RETREAT",
            ["Norway"],
            ["its owner"],
        ),
        ("Kenya mobilised troops for a battle against the Somali army.", "MOBILIZE", ["Kenya"], ["the Somali army"]),
        # with whom what moved them was done; who must act first, countryman or not
        (
            "Truck drivers called off a strike hours after striking a bargain with the Chilean government.",
            "CONCEDE",
            ["Truck drivers"],
            ["the Chilean government"],
        ),
        ("Kenya will not lift the embargo until it is sure Mali is paying.", "CONCEDE", ["Kenya"], ["Mali"]),
        # what is looked into, and who is said to have done it
        ("A judge is heading an inquiry into ferry fires, on which schools can rely.", "ACCUSE", None, ["ferry fires"]),
        ("The IAEA is looking into reports that Syria built a reactor.", "ACCUSE", ["The IAEA"], ["Syria"]),
        # whose a plan was when it was first named
        ("Oslo's plan for the island fails, and the Danish minister denounced the plan.", "ACCUSE", None, ["Oslo"]),
        # two sides in one phrase
        ("House and Senate negotiators reached an agreement.", "SUPPORT", ["House", "Senate negotiators"], []),
        # whose the truce or the meeting is, not where
        ("Militants violated Chad's holiday ceasefire in the valley.", "ASSAULT", None, ["Chad's holiday ceasefire"]),
        ("Peru is hosting a United Nations climate summit in Lima.", "CONSULT", ["Peru"], ["United Nations"]),
        ("The army imposed a curfew in Goma.", "COERCE", ["The army"], ["Goma"]),
        ("Kenya mobilised troops for a war against Somalia.", "MOBILIZE", ["Kenya"], ["Somalia"]),
        ("Kenya disputed reports that had appeared in The Times.", "ACCUSE", ["Kenya"], ["The Times"]),
        (
            "Albania's parliament passed a resolution criticising Serbia.",
            "ACCUSE",
            ["Albania's parliament"],
            ["Serbia"],
        ),
        ("Norway condemned the attack on the market in Lagos.", "ACCUSE", ["Norway"], ["the attack"]),
        # what opens the sentence is not what the verb takes
        (
            "On his way back from Jerusalem, the archbishop called on the Coptic pope.",
            "CONSULT",
            ["the archbishop"],
            ["the Coptic pope"],
        ),
        # what somebody feels about it
        ("Norway shelled Oslo to the despair of shopkeepers.", "ASSAULT", ["Norway"], ["Oslo"]),
        # a place is not who is said to have been there
        ("The envoy flew to Kigali, the highest official to do so.", "CONSULT", ["The envoy"], ["Kigali"]),
        ("Ukrainian troops seized the Russian town of Sudzha.", "ASSAULT", None, ["the Russian town of Sudzha"]),
        # what is called one's own and is somebody else
        ("Bhutan sold power to its neighbour.", "COOPERATE", ["Bhutan"], ["its neighbour"]),
        # whom a protest is about
        ("Miners marched through Sofia to demand that the mayor resign.", "PROTEST", ["Miners"], ["the mayor"]),
        ("Nurses walked off the job, demanding better pay from the clinic.", "PROTEST", ["Nurses"], ["the clinic"]),
        # what threatens is not whom it hits
        (
            "The envoy warned that Chad might shell the port of Sudan.",
            "THREATEN",
            ["The envoy"],
            ["the port of Sudan"],
        ),
        ("Rebels raided the village of Gwoza.", "ASSAULT", ["Rebels"], ["the village of Gwoza"]),
        ("A Saudi-led air strike hit a market in Yemen.", "ASSAULT", None, ["a market"]),
        # whom talks are about takes no part in them
        ("Norway and Peru met for talks on Syria.", "CONSULT", ["Norway", "Peru"], []),
        ("The president blamed the unrest on rebels.", "ACCUSE", ["The president"], ["rebels"]),
    ],
)
def test_parties_are_found(
    find: Find, sentence: str, type_name: str, actors: list[str] | None, recipients: list[str]
) -> None:
    acting, acted_on = words(of_type(find(sentence), type_name))
    assert acted_on == recipients
    assert acting == actors or actors is None


@pytest.mark.parametrize(
    ("sentence", "type_name", "codes"),
    [
        ("Hackers working for North Korea broke into the network of a bank.", "COERCE", ["PRK"]),
        ("The Saudi-led air strike on the port was deadly.", "ASSAULT", ["SAU"]),
        ("Italy was among the countries that voted in favour of Kosovo.", "SUPPORT", ["ITA"]),
        ("The coast guard accused Chinese vessels of ramming a boat, injuring four sailors.", "ASSAULT", ["CHN"]),
        ("Chad will boycott a conference that begins on Monday after accusing Sudan of racism.", "ACCUSE", ["TCD"]),
        ("The treaty with Peru was approved in the Australian parliament.", "SUPPORT", ["AUSLEG"]),
    ],
)
def test_who_acts_where_the_subject_does_not_say_so(
    find: Find, sentence: str, type_name: str, codes: list[str]
) -> None:
    event = [event for event in find(sentence) if event.type == type_name][-1]
    assert [who.code for who in event.actors][: len(codes)] == codes


def test_a_place_acted_on_has_its_country(find: Find) -> None:
    event = of_type(find("Uganda sent troops to Goma."), "MOBILIZE")
    assert [(who.code, who.rule) for who in event.recipients] == [("COD", "place acted on")]


def test_who_is_named_inside_the_words_of_a_thing_is_acted_on(find: Find) -> None:
    event = of_type(find("Norway provided tents for barns in Mali."), "AID")
    assert [who.code for who in event.recipients] == ["MLI"]


def test_a_pronoun_that_nothing_takes_up_is_the_speaker(find: Find) -> None:
    event = of_type(find("The Kenyan army says it has attacked the rebels."), "ASSAULT")
    assert event.actors[0].mention.words == "it"
    assert event.actors[0].code == "KENMIL"


def test_the_known_and_the_unknown_of_a_coordination_act_together(find: Find) -> None:
    event = of_type(find("Kenya and the Zorvan bloc condemned Chad."), "ACCUSE")
    assert words(event)[0] == ["Kenya", "the Zorvan bloc"]


def test_who_is_told_what_must_be_done_is_asked(find: Find) -> None:
    event = of_type(find("Kenya said that Chad must release the teachers."), "REQUEST")
    assert words(event) == (["Kenya"], ["Chad"])


def test_what_somebody_must_do_himself_is_no_request(find: Find) -> None:
    assert [event for event in find("The president said he must leave.") if event.type == "REQUEST"] == []


def test_what_somebody_will_not_do_counts_as_a_refusal(find: Find) -> None:
    event = of_type(find("France will not lift the embargo on Chad."), "CONCEDE")
    assert (event.status, event.plover_type) == ("negated", "REJECT")


def test_a_denied_report_tells_of_nothing_that_happened(find: Find) -> None:
    event = of_type(find("Iran denied reports that it had attacked Iraq."), "ASSAULT")
    assert (event.status, event.plover_type) == ("negated", None)


def test_where_several_meet_takes_no_part(find: Find) -> None:
    event = of_type(find("Israel and Hamas met in Doha on Monday."), "CONSULT")
    assert words(event) == (["Israel", "Hamas"], [])


def test_a_list_of_names_acts_together(find: Find) -> None:
    event = of_type(find("Norway, the Netherlands, Chad and Peru condemned the coup."), "ACCUSE")
    assert words(event)[0] == ["Norway", "the Netherlands", "Chad", "Peru"]


def test_what_did_not_happen_counts_as_nothing(find: Find) -> None:
    event = of_type(find("France did not lift the embargo on Chad."), "CONCEDE")
    assert (event.status, event.plover_type) == ("negated", None)


@pytest.mark.parametrize(
    ("sentence", "type_name", "actors", "recipients"),
    [
        # a name is what its title says, and a person is one of the people
        ("The queen rang President Volodymyr Zelensky.", "CONSULT", ["The queen"], ["President Volodymyr Zelensky"]),
        # with the place where unknown people are
        ("Norway provided tents for farmers in Mali.", "AID", ["Norway"], ["farmers in Mali"]),
        # each member of a coordination, by whose it is where nobody knows it
        (
            "A Chinese railway builder and Kenya agreed to cooperate on a port.",
            "AGREE",
            ["A Chinese railway builder", "Kenya"],
            [],
        ),
        # whoever stands behind *with* takes part, known or not
        (
            "Sudan's Umma party signed an agreement with the street traders on a bazaar in Kenya.",
            "SUPPORT",
            ["Sudan's Umma party", "the street traders"],
            [],
        ),
        # *out of* is *from*, and nobody acts on his own
        ("Ethiopia pulled its soldiers out of Somalia.", "RETREAT", ["Ethiopia"], ["Somalia"]),
        # it is done to those of whom there are dozens
        ("Norway deported dozens of fishermen.", "COERCE", ["Norway"], ["dozens of fishermen"]),
        # who refuses to is who acts
        ("The refusal of Serbia to sign surprised them.", "REJECT", ["Serbia"], []),
        # whose the offer is that is refused
        ("Swiss voters rejected a proposal by the ecologists.", "REJECT", ["Swiss voters"], ["the ecologists"]),
        # who is named next, where no slot has anybody known
        ("France provided tents to 9,000 people in the month after a flood in Malawi.", "AID", ["France"],
         ["9,000 people", "Malawi"]),
        # to whom the words go
        ("The premier sent a letter to the head of the World Bank threatening to leave.", "THREATEN", ["The premier"],
         ["the head of the World Bank"]),
        # for whom a refusal waits
        ("Canada will not lift the embargo until Peru frees its prisoners.", "CONCEDE", ["Canada"], ["Peru"]),
        # what is owned by somebody whom nobody knows
        ("The court opened an investigation into Lernout's collapse last year at the British embassy.", "ACCUSE",
         ["The court"], ["Lernout's collapse"]),
        # what the treaty is done to, where nobody stands behind *with*
        ("Peru ratified the treaty.", "SUPPORT", ["Peru"], ["the treaty"]),
        # states and bodies that share a noun
        ("British and EU negotiators reached a deal.", "SUPPORT",
         ["British and EU negotiators", "British and EU negotiators"], []),
        # a place at home is acted on, the forces sent there are not
        ("Nigeria sent soldiers to Jos.", "MOBILIZE", ["Nigeria"], ["Jos"]),
        # a threat is aimed at none of one's own
        ("Britain may suspend aid to Rwanda, its foreign secretary warned.", "THREATEN", ["its foreign secretary"],
         ["Rwanda"]),
        # a thing that is left
        ("The rebels pulled back from the capital.", "RETREAT", ["The rebels"], ["the capital"]),
        # who made the offer does not welcome it
        ("An offer of weapons by Spain was welcomed.", "SUPPORT", [], ["Spain"]),
        # what hangs on the subject
        ("Praise for Peru came from the Chilean president.", "SUPPORT", ["the Chilean president"], ["Peru"]),
        # who does something after a meeting was there
        ("After talks with the emir of Qatar, the Chilean president flew home.", "CONSULT",
         ["the Chilean president", "the emir of Qatar"], []),
        # who ends what is his own
        ("Dutch aid to Rwanda was suspended.", "SANCTION", ["Dutch"], ["Rwanda"]),
    ],
)  # fmt: skip
def test_roles_that_stand_further_off(
    find: Find, sentence: str, type_name: str, actors: list[str], recipients: list[str]
) -> None:
    assert words(of_type(find(sentence), type_name)) == (actors, recipients)


def test_a_body_is_no_party_beside_who_speaks_for_it(find: Find) -> None:
    text = "United Nations Secretary-General Antonio Guterres reiterated the U.N.'s commitment to supporting Lebanon."
    outer = next(event for event in find(text) if event.trigger.words == "reiterated")
    assert [who.code for who in outer.recipients] == ["LBN"]


def test_what_is_lifted_is_no_event_of_its_own(find: Find) -> None:
    events = {event.type: event.plover_type for event in find("The United States lifted its embargo against Libya.")}
    assert events["CONCEDE"] == "CONCEDE"
    assert events["SANCTION"] is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The police arrested 2,000 people in May, according to a human rights group in Srinagar.",
        "France is pushing for a ceasefire, according to a senior Lebanese official.",
        "Croatia has agreed to take part, despite reports in the Slovenian press.",
    ],
)
def test_who_tells_of_an_act_is_none_of_its_sides(find: Find, sentence: str) -> None:
    told = ("a human rights group", "a senior Lebanese official", "the Slovenian press")
    assert not [who for event in find(sentence) for who in event.recipients if who.mention.words in told]


def test_a_preposition_behind_an_object_is_no_particle(find: Find) -> None:
    assert not find("The Chilean president gave a speech in Peru.")


def test_what_names_no_other_side_is_done_to_that_of_the_act_before(find: Find) -> None:
    events = find("Mexico accused Ecuador of lying. Mexico severed diplomatic relations within hours.")
    sanction = of_type(events, "SANCTION")
    assert [who.code for who in sanction.recipients] == ["ECU"]
    assert sanction.recipients[0].rule.endswith("of an act told before")


def test_what_cuts_nobody_off_is_a_refusal(find: Find) -> None:
    refusal = of_type(find("The Sudanese army walked out of the negotiations."), "REJECT")
    assert words(refusal) == (["The Sudanese army"], [])


def test_aid_on_a_condition_is_for_whom_the_condition_names(find: Find) -> None:
    aid = of_type(find("The minister said France would supply missiles if Armenia needed them."), "AID")
    assert words(aid) == (["France"], ["Armenia"])


def test_what_a_message_is_for_stands_before_it(find: Find) -> None:
    thanks = of_type(
        find("The state media of Oman carried the king of Jordan's thank-you message to the emir."), "SUPPORT"
    )
    assert thanks.trigger.words == "thank-you message"
    assert [who.actor.country for who in thanks.actors if who.actor] == ["JOR"]
