"""Who is meant: names and their descriptions, possessors, pronouns, nationalities."""

import pytest

from dateline.api import Coder

PUBLISHED = "2020-11-10"


def sides(coder: Coder, text: str, type_: str) -> list[tuple[list[str], list[str]]]:
    claims = coder.code(text, published=PUBLISHED).claims
    found = [claim for claim in claims if claim.type == type_]
    return [([p.text for p in c.actors], [p.text for p in c.recipients]) for c in found]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        # a noun in front describes the subject, and so does one before its name
        ("A native of Kano, Okoro was arrested by police.", "COERCE", ["police"], ["Okoro"]),
        (
            "Members of the Iraqi Shiite militia Kataib Hezbollah attacked US troops.",
            "ASSAULT",
            ["Members of the Iraqi Shiite militia"],
            ["US troops"],
        ),
        # whose a conviction is undergoes it, all of them
        ("The editor's conviction in Malta was quoted.", "SANCTION", [], ["The editor"]),
        (
            "The court heard Kofi Boateng and Joe Bell's convictions were unsafe.",
            "SANCTION",
            [],
            ["Kofi Boateng", "Joe Bell"],
        ),
        # a body before an inquiry holds it
        ("A Senate inquiry was opened into the bank.", "ACCUSE", ["Senate"], ["the bank"]),
        # those who are asked to meet each other are asked, however many ask
        (
            "The leaders of Peru and Chile urged Mali and Niger to resume talks.",
            "REQUEST",
            ["The leaders of Peru", "Chile"],
            ["Mali", "Niger"],
        ),
        # where a bus is says not whose it is; whom anger is at is not what it is over
        (
            "Rebels opened fire on a bus in northern Mali.",
            "ASSAULT",
            ["Rebels"],
            ["a bus in northern Mali"],
        ),
        (
            "The unions voiced anger at the minister over the cuts.",
            "ACCUSE",
            ["The unions"],
            ["the minister"],
        ),
        # what workers strike over is nobody
        ("Nurses in Peru began a strike over unpaid wages.", "PROTEST", ["Nurses in Peru"], []),
        # an adverb with a capital is no first name
        ("Afterwards Macron visited Chad.", "CONSULT", ["Macron"], ["Chad"]),
        # whoever is accused is no border
        (
            "Burundi closed its border with Rwanda, accusing it of backing rebels.",
            "ACCUSE",
            ["Burundi"],
            ["Rwanda"],
        ),
        # who is hurt in a fight is hurt by the other side, unless it is somebody's own
        (
            "Two soldiers were killed in a gun battle with militants near Quetta.",
            "ASSAULT",
            ["militants"],
            ["Two soldiers"],
        ),
        # an army that somebody is accused of using is no other party
        (
            "Sudan rejected accusations that its army had lied to Chad.",
            "REJECT",
            ["Sudan"],
            ["accusations"],
        ),
        # a visit goes where they arrive, whatever their trip is to
        (
            "The crown prince arrived in Athens on his first trip to the European Union.",
            "CONSULT",
            ["The crown prince"],
            ["Athens"],
        ),
        # a name after its title does what follows
        (
            "Tunisia's president Kais Saied dissolved parliament.",
            "COERCE",
            ["Tunisia's president Kais Saied"],
            ["parliament"],
        ),
        # a march by somebody is broken up, and nobody is who broke it up by them
        (
            "Police broke up a march by supporters of the opposition leader.",
            "COERCE",
            ["Police"],
            ["supporters of the opposition leader"],
        ),
        # whom somebody avenges is not whom it hits
        ("Chad vowed to avenge the general.", "THREATEN", ["Chad"], []),
        ("Chad vowed to retaliate against Mali.", "THREATEN", ["Chad"], ["Mali"]),
        # all who are driven out are, whatever they are
        (
            "Mali expelled French troops and the UN mission.",
            "SANCTION",
            ["Mali"],
            ["French troops", "the UN mission"],
        ),
        # what somebody leaves is no object of the verb before
        ("The minister resigned and fled the country.", "RETREAT", ["The minister"], []),
        # a campaign acts by itself
        (
            "Senator Ann Bell resigned, and her campaign accused the newspaper of lying.",
            "ACCUSE",
            ["her campaign"],
            ["the newspaper"],
        ),
        # the act itself is nobody
        ("President Bell issued a series of seven pardons.", "CONCEDE", ["President Bell"], []),
        # the poor are people
        ("Aid workers gave food to the poor.", "AID", ["Aid workers"], ["the poor"]),
        # a participle before two nouns is of the last
        (
            "The jailed newspaper editor Ana Moss met a lawyer.",
            "COERCE",
            [],
            ["The jailed newspaper editor Ana Moss"],
        ),
    ],
)
def test_parties_are_who_is_meant(
    coder: Coder, text: str, type_: str, actors: list[str], recipients: list[str]
) -> None:
    assert (actors, recipients) in sides(coder, text, type_)


@pytest.mark.parametrize(
    ("text", "type_", "slot", "country"),
    [
        ("Israel said Hezbollah had attacked its troops.", "ASSAULT", "recipients", "ISR"),
        ("Armenia said Azerbaijan fired on its soldiers.", "ASSAULT", "recipients", "ARM"),
        ("The attackers, four Tajik citizens, were arrested.", "COERCE", "recipients", "TJK"),
        ("Iran jailed a Frenchman for spying.", "COERCE", "recipients", "FRA"),
        ("Amazon workers in Germany went on strike.", "PROTEST", "actors", "DEU"),
        ("A Saudi-led coalition air strike hit a prison in Yemen.", "ASSAULT", "actors", "SAU"),
    ],
)
def test_countries_are_of_those_meant(
    coder: Coder, text: str, type_: str, slot: str, country: str
) -> None:
    claims = coder.code(text, published=PUBLISHED).claims
    found = [getattr(claim, slot) for claim in claims if claim.type == type_]
    assert [[p.country for p in side] for side in found] == [[country]] * len(found)
    assert found


def test_own_campaign_is_no_party(coder: Coder) -> None:
    claims = coder.code("Senator Ann Bell suspended her campaign.").claims
    assert not any(claim.recipients for claim in claims)


def test_side_before_a_name(coder: Coder) -> None:
    (claim,) = coder.code("The opposition Movement for Change met the Chadian army.").claims
    assert claim.actors[0].sector == ("OPP",)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Gazprom cut supplies on Monday. Ukraine accused the company of blackmail.", "RUS"),
        ("Facebook removed the posts. Russia accused the company of bias.", "USA"),
        ("Gazprom sued a company in Chad. Ukraine accused the company of bias.", "TCD"),
        ("Quill is a broadcaster in Kenya. Senators accused the network of bias.", "KEN"),
    ],
)
def test_the_company_is_the_one_named(coder: Coder, text: str, country: str) -> None:
    claims = coder.code(text, published=PUBLISHED).claims
    accused = [claim for claim in claims if claim.trigger.text == "accused"]
    assert [p.country for claim in accused for p in claim.recipients] == [country]


def test_a_man_is_of_the_nation_of_his_name(coder: Coder) -> None:
    text = "A man identified as Omar Haddad, a Tunisian citizen, stabbed a guard in Nice."
    (claim,) = coder.code(text, published=PUBLISHED).claims
    assert claim.actors[0].country == "TUN"


def test_former_leaders_are_of_their_states(coder: Coder) -> None:
    (claim,) = coder.code("President Jimmy Carter met Anwar Sadat.").claims
    assert [p.country for p in claim.actors] == ["USA", "EGY"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        # a source is no party, however the parser joined it to the subject
        (
            "According to the governor of Borno, Babagana Zulum, Boko Haram killed 43 farmers.",
            ["NGA"],
            ["NGA"],
        ),
        ("According to the mayor, Ana Moss, and the police, Chad killed ten.", ["TCD"], [None]),
        # a name with `and` in it is one
        ("Poland's ruling Law and Justice party criticised Ukraine.", ["POL"], ["UKR"]),
        # whose general he is
        ("Zelensky dismissed his top general, Valerii Moss.", ["UKR"], ["UKR"]),
        ("The army killed the bishop, an Italian.", [None], ["ITA"]),
        ("Congolese militia CODECO killed 40 Ugandans.", ["COD"], ["UGA"]),
    ],
)
def test_countries_on_both_sides(
    coder: Coder, text: str, actors: list[str | None], recipients: list[str | None]
) -> None:
    (claim,) = coder.code(text, published=PUBLISHED).claims
    assert [p.country for p in claim.actors] == actors
    assert [p.country for p in claim.recipients] == recipients


def test_foreigners_are_not_of_the_place(coder: Coder) -> None:
    (claim,) = coder.code("Foreign police beat two Zambian students in Lusaka.").claims
    assert [p.country for p in claim.actors] == [None]
