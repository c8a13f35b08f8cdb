"""Fingerprints: what makes a difference to them and what does not."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.link.fingerprints import SURE, fingerprints, pack, unpack

_LETTERS = st.text("abcdefghij", min_size=SURE, max_size=60)


def test_case_marks_line_breaks_and_figures_make_no_difference(ferry: str) -> None:
    changed = ferry.upper().replace("\n", " ").replace('"', "”").replace("212", "219")
    assert fingerprints(changed).marks.tolist() == fingerprints(ferry).marks.tolist()


def test_accents_make_no_difference() -> None:
    plain = fingerprints("President Fernandez met Senor Munoz in Malaga before the vote")
    accented = fingerprints("President Fernández met Señor Muñoz in Málaga before the vote")
    assert plain.marks.tolist() == accented.marks.tolist()


def test_the_digest_tells_figures_apart(ferry: str) -> None:
    assert fingerprints(ferry).digest != fingerprints(ferry.replace("212", "219")).digest
    assert fingerprints(ferry).digest == fingerprints(ferry.upper()).digest


def test_text_of_another_script_has_fingerprints_of_its_letters() -> None:
    text = "Паром сел на мель в густом тумане недалеко от старого маяка, сообщила полиция."
    assert fingerprints(text).letters > SURE
    assert len(fingerprints(text).marks) > 0


def test_fingerprints_are_the_same_in_every_version() -> None:
    prints = fingerprints(
        "The quick grey heron stood beside the still lake until evening came."
    )
    assert prints.marks.tolist() == [531096854, 670717505, 779787944, 1340262063]


@given(_LETTERS, _LETTERS, _LETTERS)
def test_texts_that_agree_for_long_have_a_fingerprint_in_common(
    shared: str, before: str, after: str
) -> None:
    one, other = fingerprints(before + shared), fingerprints(shared + after)
    assert np.intersect1d(one.marks, other.marks).size > 0


@given(st.text())
def test_any_text_can_be_packed_and_unpacked(text: str) -> None:
    prints = fingerprints(text)
    again = unpack(pack(prints))
    assert pack(again) == pack(prints)
    assert again.marks.tolist() == prints.marks.tolist()
    assert again.figures.tolist() == prints.figures.tolist()
    assert (again.letters, again.digest) == (prints.letters, prints.digest)
