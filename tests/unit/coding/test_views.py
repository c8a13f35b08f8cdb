"""What people think is no act; what they say they reject is."""

import pytest

import dateline


def _types(coder: dateline.Coder, text: str) -> set[str]:
    return {claim.type for claim in coder.code(text, published="2024-05-16").claims}


def test_to_oppose_a_thing_is_a_view_and_to_have_opposed_it_an_act(
    coder: dateline.Coder,
) -> None:
    assert not _types(coder, "The party of Kenya's president opposes the tax.")
    assert _types(coder, "Kenya's president opposed the tax on Monday.") == {"REJECT"}


def test_whoever_says_that_they_reject_a_thing_does_so(coder: dateline.Coder) -> None:
    assert _types(coder, '"We reject the offer," the minister of Kenya said.') == {"REJECT"}


def test_who_is_backed_by_whom_is_no_act(coder: dateline.Coder) -> None:
    assert not _types(coder, "The rebels are backed by Chad.")


def test_to_hold_to_ones_own_plan_is_a_view(coder: dateline.Coder) -> None:
    assert not _types(coder, "The president of Kenya defended his plan on Monday.")
    assert _types(coder, "The president of Kenya defended the army's plan.") == {"SUPPORT"}


def test_not_to_have_done_it_is_no_refusal(coder: dateline.Coder) -> None:
    assert not _types(coder, "The senate of Kenya had not confirmed the judge.")
    assert not _types(coder, "There is no guarantee that the envoy of Kenya will come.")
    assert _types(coder, "Kenya will not release the pilots.") == {"REJECT"}


def test_who_deals_with_themselves_deals_with_nobody(coder: dateline.Coder) -> None:
    assert not _types(coder, "The minister of Kenya defended himself.")
    assert not _types(coder, "The minister of Kenya praised his own staff.")


def test_what_somebody_has_long_thought_is_no_act(coder: dateline.Coder) -> None:
    told = "The union has been critical of the government of Kenya"
    assert _types(coder, f"{told}.") == {"ACCUSE"}
    assert not _types(coder, f"{told} for many years.")


def test_fights_that_go_on_for_decades_are_no_news(coder: dateline.Coder) -> None:
    assert not _types(coder, "The army of Chad has fought rebels for decades.")


def test_what_a_view_or_a_story_is_about_is_not_told(coder: dateline.Coder) -> None:
    assert not _types(coder, "Her stance on sanctions against Chad is unchanged.")
    assert not _types(coder, "The museum tells the story of the siege of Ostrava.")
    assert not _types(coder, "The president of Chad is known for attacks on the press.")
    known = "The bishop repeated his opposition to the arrest of the mayor in Chad."
    assert _types(coder, known) == {"COERCE"}


def test_a_label_is_the_act_of_whoever_calls_a_thing_so(coder: dateline.Coder) -> None:
    told = "The ministry of Kenya characterised the raid as a violation of the treaty."
    assert _types(coder, told) == {"ACCUSE"}
    told = "The senator from Kenya called the inquiry a coup to unseat the president."
    assert _types(coder, told) == {"ACCUSE"}


def test_what_a_label_takes_for_known_is_told(coder: dateline.Coder) -> None:
    told = (
        "The rebels described the fire in Kenya as revenge for the army's massacre of miners."
    )
    assert "ASSAULT" in _types(coder, told)


def test_the_words_of_a_view_are_those_of_its_own_sentence(coder: dateline.Coder) -> None:
    text = "“The visit is unacceptable. The sun is out today,” the Kenyan president said."
    (claim,) = coder.code(text).claims
    assert claim.trigger.text == "“The visit is unacceptable."


def test_what_a_thing_is_called_is_said_of_no_speakers_country(coder: dateline.Coder) -> None:
    text = "The president of Mali spoke out against the raid, calling it an aggression on Mali."
    (claim,) = coder.code(text).claims
    assert claim.type == "ACCUSE"
    assert "MLI" not in {party.country for party in claim.recipients}


def test_not_to_have_backed_a_thing_is_a_view_where_others_tell_it(
    coder: dateline.Coder,
) -> None:
    assert not _types(coder, "The minister of Chad said that he did not support the tax.")


def test_what_was_so_already_is_no_promise(coder: dateline.Coder) -> None:
    gave = "The minister of Chad gave assurances that she"
    assert not _types(coder, f"{gave} had not met the envoy.")
    assert "AGREE" in _types(coder, f"{gave} would free the pilots of Kenya.")


def test_an_offence_that_is_punished_is_nobodys_act(coder: dateline.Coder) -> None:
    told = "The senate of Poland passed a law on prison terms for"
    assert "ASSAULT" not in _types(coder, f"{told} sexual abuse.")


def test_who_says_that_they_did_not_do_it_denies_it(coder: dateline.Coder) -> None:
    told = "The ministry of Kenya said it did not brief the senate of Chad."
    record = coder.code(told, published="2024-05-16")
    assert [(c.type, c.status.value) for c in record.claims] == [("CONSULT", "denied")]
    assert _types(coder, told.replace("did", "would")) == {"REJECT"}


def test_what_somebody_may_have_done_is_nothing_that_is_agreed_to(
    coder: dateline.Coder,
) -> None:
    assert not _types(coder, "A judge in Kenya agreed the book may have held secret files.")


@pytest.mark.parametrize("word", ["defended", "praised"])
def test_nobody_supports_their_own_doing(coder: dateline.Coder, word: str) -> None:
    assert coder.code(f"The minister of Kenya {word} her decision.").claims == ()


def test_a_view_that_describes_somebody_is_no_act(coder: dateline.Coder) -> None:
    assert not _types(coder, "Senators opposing the ban in Chad live far from the capital.")
    assert not _types(coder, "The party, which supports the king of Chad, is small.")
    voted = "The law passed in Chad, with ten senators opposing the minister."
    assert "REJECT" in _types(coder, voted)


def test_any_attack_is_none_yet(coder: dateline.Coder) -> None:
    told = "Chad would be responsible for any attack on the convoy of Mali."
    assert "ASSAULT" not in _types(coder, told)
