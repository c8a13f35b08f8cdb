"""Parties and times of claims, however the sentence puts them."""

import pytest

from dateline.api import Coder
from dateline.records.claim import Claim

PUBLISHED = "2020-11-10"


def claims_of(coder: Coder, text: str, type_: str) -> list[Claim]:
    found = coder.code(text, published=PUBLISHED).claims
    return [claim for claim in found if claim.type == type_]


def countries(claim: Claim, slot: str) -> list[str | None]:
    return [party.country for party in getattr(claim, slot)]


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("Egyptian and Greek foreign ministers condemned Turkey.", "ACCUSE", ["EGY", "GRC"]),
        ("The presidents of Chad and Niger met in Lagos.", "CONSULT", ["TCD", "NER"]),
        ("Turkey was condemned in a statement by Egypt.", "ACCUSE", ["EGY"]),
        ("Food was airlifted to the villages by the Pakistani army.", "AID", ["PAK"]),
        ("A court in Oslo found the minister guilty of taking bribes.", "SANCTION", ["NOR"]),
        ("EU to lend Ukraine 5 billion euros", "AGREE", [None]),
    ],
)
def test_each_actor_has_its_country(
    coder: Coder, text: str, type_: str, actors: list[str]
) -> None:
    assert [countries(claim, "actors") for claim in claims_of(coder, text, type_)] == [actors]


def test_each_state_of_a_shared_noun_has_the_sector_of_the_noun(coder: Coder) -> None:
    text = "Nigerian and British armed forces shelled the rebels."
    (claim,) = claims_of(coder, text, "ASSAULT")
    assert [(p.text, p.country, p.sector) for p in claim.actors] == [
        ("Nigerian", "NGA", ("MIL",)),
        ("British armed forces", "GBR", ("MIL",)),
    ]


def test_a_talk_that_is_a_purpose_is_held_with_whom_its_verb_names(coder: Coder) -> None:
    (claim,) = claims_of(coder, "Ministers met with the rebels to discuss a truce.", "CONSULT")
    assert claim.status == "occurred"


def test_a_state_acts_as_its_government(coder: Coder) -> None:
    text = "Brazil recognised the interim government of Bolivia."
    assert claims_of(coder, text, "SUPPORT")


def test_a_crowd_is_of_those_it_counts(coder: Coder) -> None:
    (claim,) = claims_of(
        coder, "Thousands of troops have sworn loyalty to the king.", "SUPPORT"
    )
    assert claim.actors[0].sector == ("MIL",)


def test_an_act_before_what_is_told_has_no_day_of_its_own(coder: Coder) -> None:
    text = "On Monday, Iran acknowledged that its army had shot down a Ukrainian jet."
    (claim,) = claims_of(coder, text, "ASSAULT")
    assert claim.occurred is None


def test_the_year_of_a_name_dates_nothing(coder: Coder) -> None:
    text = "Chad arrested two aides of the winner of the 2016 election."
    (claim,) = claims_of(coder, text, "COERCE")
    assert claim.occurred is not None
    assert claim.occurred.basis == "published"


def test_nobody_is_made_up_for_a_protest_without_a_place(coder: Coder) -> None:
    (claim,) = claims_of(coder, "Mass protests over prices went on.", "PROTEST")
    assert claim.actors == ()


def test_a_crowd_without_a_name_is_that_of_the_state_it_is_in(coder: Coder) -> None:
    (claim,) = claims_of(coder, "In Chad, mass protests over prices went on.", "PROTEST")
    assert [(p.text, p.country, p.sector) for p in claim.actors] == [("Chad", "TCD", ("CVL",))]


def test_a_crowd_without_a_name_in_a_town_is_nobody_in_particular(coder: Coder) -> None:
    (claim,) = claims_of(coder, "In Lyon, mass protests over prices went on.", "PROTEST")
    assert claim.actors == ()
    assert claim.place is not None
    assert claim.place.country == "FRA"


def test_what_the_text_places_nowhere_is_where_the_dateline_is(coder: Coder) -> None:
    text = (
        "Police detain marchers\n\nMINSK, Nov 10 (Reuters) - Police detained 20 students on "
        "Tuesday after a march.\n\nRebels attacked a convoy in Mali on Monday.\n"
    )
    found = {c.type: c.place for c in coder.code(text, published=PUBLISHED).claims}
    detained, attacked = found["COERCE"], found["ASSAULT"]
    assert detained is not None
    assert attacked is not None
    assert (detained.name, detained.basis) == ("Minsk", "dateline")
    assert (attacked.name, attacked.basis) == ("Mali", "clause")


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Haftar's army declared a truce in Tripoli.", "CONCEDE", ["Tripoli"]),
        ("Chadian troops stood on alert in the northern districts.", "MOBILIZE",
         ["the northern districts"]),
        ("Chad will not lift the siege until Niger disarms.", "REJECT", ["Niger"]),
        ("Chad broke Niger's ceasefire.", "ASSAULT", ["Niger"]),
        ("Chad returned dozens of stolen drums to Ghana.", "RETREAT", ["Ghana"]),
        ("The envoy is pushing for the Chadian government to free the hostages.", "REQUEST",
         ["the Chadian government"]),
        ("Police opened an inquiry into claims that two soldiers beat villagers.", "ACCUSE",
         ["two soldiers"]),
        ("A judge in Chad ordered nine activists jailed.", "COERCE", ["nine activists"]),
        ("Chad ordered the newspaper to suspend publication.", "COERCE", ["the newspaper"]),
        ("Chad is massing tanks along its border with Niger.", "MOBILIZE", ["Niger"]),
        ("Ghana returned a mask that was stolen from a tomb to Niger.", "RETREAT", ["Niger"]),
        ("Ghana announced aid to help farmers in Niger.", "AID", ["farmers"]),
        ("Ghana has agreed to set up a dairy in Niamey.", "AGREE", ["Niamey"]),
        ("Ghana wants Niger to open the road.", "REQUEST", ["Niger"]),
        ("Ghana recommended that the army lift the siege.", "REQUEST", ["the army"]),
        ("Ghana gave approval for Niger to use the road.", "CONCEDE", ["Niger"]),
        ("The union has rejected the election results.", "REJECT", ["the election results"]),
        ("Ghana will not accept refugees fleeing the flood.", "REJECT", ["refugees"]),
        ("The rebels let the hostages go.", "RETREAT", ["the hostages"]),
        ("A court in Ghana found the minister not guilty.", "CONCEDE", ["the minister"]),
    ],
)  # fmt: skip
def test_an_act_strikes_whom_its_sentence_names_in_whatever_way(
    coder: Coder, text: str, type_: str, recipients: list[str]
) -> None:
    (claim,) = claims_of(coder, text, type_)
    assert [party.text for party in claim.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The report suggested that Niger had opened the road.", "REQUEST"),
        ("The president of Ghana called the king to discuss a truce.", "REQUEST"),
        ("A court in Ghana found the minister not guilty.", "SANCTION"),
    ],
)
def test_what_is_meant_otherwise_is_no_act_of_the_type(
    coder: Coder, text: str, type_: str
) -> None:
    assert claims_of(coder, text, type_) == []


def test_a_month_after_a_name_is_part_of_it(coder: Coder) -> None:
    (claim,) = claims_of(coder, "Rosa May held talks with Chad on Monday.", "CONSULT")
    assert claim.actors[0].text == "Rosa May"


def test_who_tells_what_they_will_do_speaks_for_his_side(coder: Coder) -> None:
    text = "The chairman of the union said they will not end the strike."
    (claim,) = claims_of(coder, text, "REJECT")
    assert [party.sector for party in claim.actors] == [("LAB",)]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Mali and Niger have agreed to build a road.", "AGREE"),
        ("French and Chadian envoys have agreed a deal on the Nigerien border.", "SUPPORT"),
    ],
)
def test_several_who_agree_agree_with_each_other(coder: Coder, text: str, type_: str) -> None:
    (claim,) = claims_of(coder, text, type_)
    assert len(claim.actors) == 2
    assert claim.recipients == ()


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Police held dozens of Ugandans. They were freed by a court.", "RETREAT", "UGA"),
        ("Chad's army shot Guards Prefect Omar Bello, who had himself shot a Togolese envoy.",
         "ASSAULT", "TGO"),
    ],
)  # fmt: skip
def test_a_pronoun_means_those_whom_its_clause_calls_for(
    coder: Coder, text: str, type_: str, recipients: str
) -> None:
    assert [recipients] in [
        countries(claim, "recipients") for claim in claims_of(coder, text, type_)
    ]


def test_a_thing_that_was_acted_on_is_nobody(coder: Coder) -> None:
    text = (
        "Peru's congress approved a bill on mines, but it was rejected by the Senate of Peru."
    )
    (claim,) = claims_of(coder, text, "REJECT")
    assert not claim.recipients


def test_a_person_is_not_meant_by_the_pronoun_of_a_body(coder: Coder) -> None:
    text = "The Chamber of Deputies confirmed Ana Moss, but the Senate of Peru dismissed her."
    (claim,) = claims_of(coder, text, "SANCTION")
    assert [party.name for party in claim.recipients] == ["Ana Moss"]


def test_who_is_named_twice_is_one_party(coder: Coder) -> None:
    text = "A bomb killed the Iraqi premier Adel Nasser, who had himself been a general."
    (claim,) = claims_of(coder, text, "ASSAULT")
    assert [party.name for party in claim.recipients] == ["Adel Nasser"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Presidents Ana Moss of Chad and Joe Bell of Peru met.", ["Ana Moss", "Joe Bell"]),
        ("Ministers Ana Moss and Joe Bell visited Chad.", ["Ana Moss", "Joe Bell"]),
        ("Chadian monks and the Bishop of Lublin, Joe Bell, met.", [None, "Joe Bell"]),
    ],
)
def test_a_name_belongs_to_the_noun_beside_it(
    coder: Coder, text: str, actors: list[str | None]
) -> None:
    (claim,) = claims_of(coder, text, "CONSULT")
    assert [party.name for party in claim.actors] == actors


@pytest.mark.parametrize(
    ("text", "type_", "slot", "parties"),
    [
        ("Six of the monks praised Chad.", "SUPPORT", "actors", [("Six of the monks", None)]),
        ("Chad met a number of Iranian envoys.", "CONSULT", "actors",
         [("Chad", "TCD"), ("a number of Iranian envoys", "IRN")]),
        ("Iran accused members of the Iraqi army of theft.", "ACCUSE", "recipients",
         [("members of the Iraqi army", "IRQ")]),
        ("Russia and Turkey's foreign ministers met.", "CONSULT", "actors",
         [("Russia", "RUS"), ("Turkey's foreign ministers", "TUR")]),
        ("Iran condemned Olen, the state oil company of Chad.", "ACCUSE", "recipients",
         [("Olen", "TCD")]),
        ("Iran praised the plan of a Chadian bank.", "SUPPORT", "recipients",
         [("a Chadian bank", "TCD")]),
        ("Iran approved the new budget.", "SUPPORT", "recipients", []),
    ],
)  # fmt: skip
def test_a_party_is_its_whole_phrase(
    coder: Coder, text: str, type_: str, slot: str, parties: list[tuple[str, str | None]]
) -> None:
    (claim,) = claims_of(coder, text, type_)
    assert [(party.text, party.country) for party in getattr(claim, slot)] == parties


def test_where_a_thing_is_nobody_acts(coder: Coder) -> None:
    text = "Shootings in Chad killed three Kenyan guards."
    assert not [a for claim in claims_of(coder, text, "ASSAULT") for a in claim.actors]


@pytest.mark.parametrize(
    ("text", "type_", "actors"),
    [
        ("Peru will use the force of the law to jail the protesters.", "COERCE", ["Peru"]),
        ("Chad used tanks to attack the rebels.", "ASSAULT", ["Chad"]),
        ("The army took steps to jail the protesters.", "COERCE", ["The army"]),
        ("Chad became the first state to ban the party.", "COERCE", ["Chad"]),
        ("Iran launched missiles targeting guards in Iraq.", "ASSAULT", ["Iran"]),
        (
            "The mayor has met many envoys, including speaking to the Peruvian parliament.",
            "CONSULT",
            ["The mayor", "many envoys", "The mayor", "the Peruvian parliament"],
        ),
        ("The Trump campaign accused the mayor of fraud.", "ACCUSE", ["The Trump campaign"]),
        (
            "Peru's security minister Wiranto jailed the rebels.",
            "COERCE",
            ["Peru's security minister Wiranto"],
        ),
        ("A lawsuit filed by Chad against the bank was rejected.", "ACCUSE", ["Chad"]),
        ("Leaders of Chad met in Niamey for an AU summit.", "CONSULT", ["Leaders of Chad"]),
        ('Mayor Ana Moss was blunt: "We will jail the rebels."', "COERCE", ["We"]),
    ],
)
def test_who_acts_is_found_in_whatever_construction(
    coder: Coder, text: str, type_: str, actors: list[str]
) -> None:
    found = [p.text for claim in claims_of(coder, text, type_) for p in claim.actors]
    assert found == actors


@pytest.mark.parametrize(
    ("text", "type_", "recipients"),
    [
        ("Chad will extradite the guard to face charges in Mali.", "ACCUSE", ["the guard"]),
        ("The king, who had himself been jailed, ruled Chad.", "COERCE", ["The king"]),
        ("The closure of parliament by Queen Ana at the request of the cabinet was a shock.",
         "REQUEST", ["Queen Ana"]),
        ("Moss lashed out at the city's mayor on Monday, accusing her of fraud.", "ACCUSE",
         ["the city's mayor", "the city's mayor"]),
        ("Students in Lima marched, carrying placards asking the king to lift the curfew.",
         "PROTEST", ["the king"]),
    ],
)  # fmt: skip
def test_whom_an_act_is_done_to_is_found_in_whatever_construction(
    coder: Coder, text: str, type_: str, recipients: list[str]
) -> None:
    found = [p.text for claim in claims_of(coder, text, type_) for p in claim.recipients]
    assert found == recipients


def test_who_condemns_a_plan_has_none(coder: Coder) -> None:
    text = "The president condemned plans to jail the students."
    assert not any(claim.actors for claim in claims_of(coder, text, "COERCE"))


def test_who_is_killed_in_a_raid_is_killed_by_whose_it_is(coder: Coder) -> None:
    text = (
        "Two guards were killed in an army raid on the camp. The mayor died in the Syrian war."
    )
    killed = [c for c in claims_of(coder, text, "ASSAULT") if c.trigger.text == "killed"]
    assert [party.text for claim in killed for party in claim.actors] == ["army"]
    text = "The soldier was killed in the Syrian war."
    assert not any(claim.actors for claim in claims_of(coder, text, "ASSAULT"))


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Two Georgians were killed in Kyiv.", ("CVL",)),
        ("Dozens of Georgians were wounded in Kyiv.", ("CVL",)),
        ("Georgians were wounded in Kyiv.", ()),
    ],
)
def test_those_of_a_nation_who_are_counted_are_people(
    coder: Coder, text: str, sector: tuple[str, ...]
) -> None:
    (claim,) = claims_of(coder, text, "ASSAULT")
    assert [(p.country, p.sector) for p in claim.recipients] == [("GEO", sector)]


def test_people_of_a_nation_elsewhere_are_not_its_states(coder: Coder) -> None:
    (claim,) = claims_of(coder, "Lima's police seized phones from ethnic Serbs.", "COERCE")
    assert [(p.country, p.sector) for p in claim.recipients] == [("PER", ("CVL",))]
