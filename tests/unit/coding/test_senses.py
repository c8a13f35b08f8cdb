"""What a report says elsewhere decides what its words mean."""

import dateline

_HURT = "Nine villagers were injured and two were killed on Monday."


def _types(coder: dateline.Coder, text: str) -> set[str]:
    return {claim.type for claim in coder.code(text, published="2024-05-16").claims}


def test_harm_that_nobody_did_is_an_accident(coder: dateline.Coder) -> None:
    assert not _types(coder, f"A gas stove blew up in Ostrava.\n\n{_HURT}")


def test_harm_beside_an_attack_is_its_harm(coder: dateline.Coder) -> None:
    assert _types(coder, f"Rebels shelled a village in Chad.\n\n{_HURT}") == {"ASSAULT"}


def test_soldiers_are_not_killed_by_accident(coder: dateline.Coder) -> None:
    assert _types(coder, "Three soldiers were killed in Chad on Monday.") == {"ASSAULT"}


def test_a_rally_once_called_a_campaign_rally_is_one_throughout(coder: dateline.Coder) -> None:
    told = "The rally in Lyon, France ended late."
    assert _types(coder, told) == {"PROTEST"}
    assert not _types(coder, f"She spoke at a campaign rally on Monday. {told}")


def test_harm_of_an_accident_stays_one_beside_an_attack(coder: dateline.Coder) -> None:
    crash = "Nine villagers were injured in a stampede on Monday."
    told = coder.code(f"Rebels shelled a village in Chad.\n\n{crash}", published="2024-05-16")
    assert [claim.trigger.text for claim in told.claims] == ["shelled"]


def test_an_emergency_against_nature_coerces_nobody(coder: dateline.Coder) -> None:
    told = "The president of Chad declared a state of emergency on Monday"
    assert _types(coder, f"{told}.") == {"COERCE"}
    assert not _types(coder, f"{told} after the earthquake.")


def test_what_harms_without_a_will_attacks_nobody(coder: dateline.Coder) -> None:
    assert not coder.code("Typhoon Vera killed six soldiers of the Kenyan army.").claims


def test_animals_take_no_part_in_politics(coder: dateline.Coder) -> None:
    assert not _types(coder, "The ministry of Kenya ordered the killing of 300 pigs.")
    assert not _types(coder, "A soldier from Kenya was attacked by a dog.")
    assert _types(coder, "Rebels attacked a dog owner in Kenya.") == {"ASSAULT"}


def test_to_meet_ones_own_family_is_private(coder: dateline.Coder) -> None:
    assert not _types(coder, "The president of Kenya met his wife in Boston.")
    assert _types(coder, "The president of Kenya met the king and his wife.") == {"CONSULT"}


def test_a_protest_told_before_is_told_once(coder: dateline.Coder) -> None:
    told = "Students protested in Lyon, France."
    record = coder.code(f"{told} A deputy spoke at the protest.", published="2024-05-16")
    assert [claim.trigger.text for claim in record.claims] == ["protested"]


def test_in_order_to_orders_nothing(coder: dateline.Coder) -> None:
    told = "The president of Kenya met the rebels in order to elect a leader."
    assert _types(coder, told) == {"CONSULT"}


def test_a_court_that_finds_against_somebody_convicts(coder: dateline.Coder) -> None:
    told = "The court said the president's ban was unlawful in Kenya."
    assert _types(coder, told) >= {"SANCTION"}


def test_to_sue_is_the_act_and_what_for_is_none(coder: dateline.Coder) -> None:
    told = "The government of Kenya sued to stop publication of the book."
    assert _types(coder, told) == {"ACCUSE"}


def test_who_is_to_leave_office_promises_nothing(coder: dateline.Coder) -> None:
    claims = coder.code("The president of Kenya is to step down on Friday.").claims
    assert [(c.type, c.mode, str(c.status)) for c in claims] == [
        ("RETREAT", "resign", "planned")
    ]


def test_help_after_accidents_is_everyday(coder: dateline.Coder) -> None:
    assert not _types(coder, "Rescuers pulled a driver from a car in Kenya.")
    assert not _types(coder, "A bus overturned in Kenya. The army extracted the tourists.")
    assert _types(coder, "The navy of Kenya rescued 40 migrants from a boat.") == {"AID"}
    assert _types(coder, "Soldiers rescued villagers from the flood in Kenya.") == {"AID"}


def test_who_is_hurt_as_something_crashes_is_hurt_by_nobody(coder: dateline.Coder) -> None:
    told = "Three soldiers were killed in Kenya when their helicopter"
    assert not _types(coder, f"{told} crashed.")
    assert _types(coder, "Three soldiers were killed in Kenya when rebels attacked.")


def test_power_cut_in_a_storm_coerces_nobody(coder: dateline.Coder) -> None:
    told = "The government of Kenya cut power to the coast"
    assert _types(coder, f"{told}.") == {"COERCE"}
    assert not _types(coder, f"{told} before the storm.")


def test_only_those_who_can_hold_arrest(coder: dateline.Coder) -> None:
    assert not _types(coder, "The king of Kenya was arrested by the beauty of the hills.")
    assert _types(coder, "The king of Kenya was arrested by gunmen.")


def test_it_that_kills_in_a_report_of_a_disease_is_the_disease(coder: dateline.Coder) -> None:
    told = "Officials of Chad spoke on Monday of {}. Since May it has killed nine villagers."
    assert not _types(coder, told.format("the virus"))


def test_whose_work_an_act_is_does_not_make_it_done(coder: dateline.Coder) -> None:
    assert not _types(coder, "The rescue charity renamed its boat in Malta on Monday.")


def test_a_banned_party_is_not_banned_by_the_way(coder: dateline.Coder) -> None:
    assert not _types(coder, "The banned party in Turkey has nine branches.")


def test_nights_in_a_row_are_nothing_that_is_protested(coder: dateline.Coder) -> None:
    told = "It was the fourth night in a row that Serbians protested."
    assert _types(coder, told) == {"PROTEST"}


def test_a_rally_of_those_who_run_for_office_is_no_protest(coder: dateline.Coder) -> None:
    told = "Supporters came to a rally for the candidate in Lyon, France"
    assert not _types(coder, f"{told}.")
    assert _types(coder, f"{told} to protest against the court.") == {"PROTEST"}


def test_a_bus_that_falls_attacks_nobody(coder: dateline.Coder) -> None:
    told = "A bus of soldiers from Chad fell into a gorge, killing six."
    assert not _types(coder, told)


def test_patients_are_released_from_no_captivity(coder: dateline.Coder) -> None:
    ill = "The president of Chad went to hospital on Monday with a fever."
    assert "RETREAT" not in _types(coder, f"{ill} His release was quick.")
    held = "The editor was taken from prison to a hospital in Chad."
    assert "RETREAT" in _types(coder, f"{held} The army released the editor on Monday.")
