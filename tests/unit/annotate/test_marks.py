"""Quotation marks are paired whatever their shape, over paragraphs and inside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.marks import Passage, find_passages
from dateline.records.report import Block, Report, Role


def passages(text: str) -> tuple[Passage, ...]:
    block = Block(role=Role.BODY, start=0, end=len(text))
    return find_passages(Report(id="x", text=text, blocks=(block,)))


def quoted(text: str) -> list[str]:
    return [text[passage.start : passage.end] for passage in passages(text)]


@pytest.mark.parametrize(
    "passage",
    ['"Go home,"', "“Go home,”", "«Go home,»", "'Go home,'", "‘Go home,’", "''Go home,''"],
)
def test_every_shape_of_mark_makes_a_passage(passage: str) -> None:
    assert quoted(f"Then {passage} he said.") == [passage]


def test_apostrophes_open_and_close_nothing() -> None:
    assert quoted("The workers' boats weren't there in the '90s, the mayor's son said.") == []


def test_a_possessive_does_not_close_a_single_quoted_passage() -> None:
    assert quoted("‘The workers’ boats are gone,’ he said.") == [
        "‘The workers’ boats are gone,’"
    ]


def test_a_passage_inside_another_is_nested() -> None:
    outer, inner = passages("“They told us ‘no’ again,” she said.")
    assert not outer.nested
    assert inner.nested


def test_a_passage_reopened_in_the_next_paragraph_is_continued() -> None:
    first, second = passages("“The river rose.\n“We left,” she said.")
    assert not first.closed
    assert second.continued


def test_a_passage_that_never_closes_ends_with_its_paragraph() -> None:
    assert quoted('"The river rose, she said.\nNobody came.') == ['"The river rose, she said.']


@given(st.text(alphabet=st.sampled_from("ab ,.\n\"“”‘’'`«»„")))
def test_passages_lie_inside_the_text_in_order(text: str) -> None:
    found = passages(text)
    assert all(0 <= passage.start < passage.end <= len(text) for passage in found)
    assert [p.start for p in found] == sorted(p.start for p in found)
