"""Passages that speak to the reader tell no events."""

import dateline

_ANSWER = "We asked the government to release the prisoners and I thanked the minister."


def _types(coder: dateline.Coder, text: str) -> list[str]:
    return [claim.type for claim in coder.code(text, published="2024-05-16").claims]


def test_an_answer_of_an_interview_makes_no_claims(coder: dateline.Coder) -> None:
    text = f"Soldiers shelled the village on Monday.\n\n{_ANSWER}"
    assert _types(coder, text) == ["ASSAULT"]


def test_the_same_words_between_quotation_marks_do(coder: dateline.Coder) -> None:
    text = f'"{_ANSWER}" the mayor said on Monday.'
    assert "REQUEST" in _types(coder, text)


def test_private_people_who_are_only_named_meet_without_a_claim(coder: dateline.Coder) -> None:
    assert not _types(coder, "Anna Lindqvist met Peter Holm at a concert on Monday.")
    assert "CONSULT" in _types(coder, "President Anna Lindqvist met Peter Holm on Monday.")
