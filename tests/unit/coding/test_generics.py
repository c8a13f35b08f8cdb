"""What is so in general is no act; the same words of somebody in particular are one."""

import pytest

import dateline


def _types(coder: dateline.Coder, text: str) -> set[str]:
    return {claim.type for claim in coder.code(text, published="2024-05-16").claims}


@pytest.mark.parametrize(
    "general",
    [
        "The law bars foreigners from owning farms in Kenya.",
        "The constitution of Kenya provides that judges are removed by the senate.",
        "It is common for governments to suspend parliament in Kenya.",
        "Extradition is the process by which Kenya deports a suspect.",
        "A court can jail a smuggler.",
        "A minister may be arrested if parliament agrees.",
        "A militia attacks any guard that comes near.",
        "The general likes arresting protesters in Kenya.",
        "Under the constitution the senate of Kenya impeaches a judge.",
        "A majority of the senate of Kenya is needed to impeach a judge.",
        "The demands of the farmers include dissolving the parliament of Kenya.",
        "You go and ask the ministry of Kenya for a loan.",
        "The parliament of Kenya usually approves treaties with Chad.",
        "Women in Kenya who have been attacked should speak to a lawyer.",
        "The head of the largest party in Kenya is appointed by the king.",
        "The bill would have allowed Kenya to extradite smugglers.",
        "The president's plan calls for cuts in aid to Kenya.",
        "A court jails a thief from the street if he is caught again.",
        "The drama tells of a judge in Kenya who frees a smuggler.",
        "The senator joked that his wife had banned him from the kitchen in Kenya.",
        "Any act that threatens Kenya is watched.",
    ],
)
def test_what_is_so_in_general_is_no_act(coder: dateline.Coder, general: str) -> None:
    assert not _types(coder, general)


@pytest.mark.parametrize(
    ("particular", "told"),
    [
        ("A new law bars reporters from visiting prisons in Kenya.", "COERCE"),
        ("The article said that police arrested a student in Kenya.", "COERCE"),
        ("The court jailed a smuggler in Kenya.", "SANCTION"),
        ("Rebels may attack the capital of Kenya if talks fail.", "ASSAULT"),
        ("Police in Kenya started arresting protesters.", "COERCE"),
        ("The parliament of Kenya approved a treaty with Chad.", "AGREE"),
        ("Protesters in Kenya who have been jailed are 40.", "COERCE"),
        ("The minister of Kenya would allow inspectors to visit the camp.", "CONCEDE"),
        ("The film shows how police beat students in Kenya.", "ASSAULT"),
    ],
)
def test_what_somebody_does_is_an_act(
    coder: dateline.Coder, particular: str, told: str
) -> None:
    assert told in _types(coder, particular)


def test_how_often_it_happens_is_no_event(coder: dateline.Coder) -> None:
    for text in (
        "Attacks on nurses are common in Chad.",
        "Reporters are often attacked in Chad.",
    ):
        assert not coder.code(text, published="2024-05-16").claims
