"""The index of marks."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.link.index import Index


@given(st.lists(st.sets(st.integers(0, 20), max_size=8), max_size=40))
def test_every_posting_is_found_whether_sorted_yet_or_not(texts: list[set[int]]) -> None:
    known = Index(wait=10)
    for number, marks in enumerate(texts):
        known.add(np.array(sorted(marks), np.uint32), number)
    marks, numbers = known.find(np.arange(21, dtype=np.uint32))
    found = sorted(zip(marks.tolist(), numbers.tolist(), strict=True))
    assert found == sorted((mark, n) for n, marks in enumerate(texts) for mark in marks)


def test_an_empty_index_finds_nothing() -> None:
    marks, numbers = Index().find(np.arange(3, dtype=np.uint32))
    assert marks.size == numbers.size == 0
