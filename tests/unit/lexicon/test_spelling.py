"""Names in capitals as texts write them."""

import pytest

from dateline.lexicon.library import Library
from dateline.lexicon.spelling import Spelling


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("RED LANTERN PARTY", ("Red Lantern Party",)),
        ("COUNCIL OF THE FENS", ("Council of the Fens",)),
        ("QED", ("QED",)),
        ("NOVEM", ("NOVEM", "Novem")),
        ("RLFX", ("RLFX",)),
        ("UN FEN OFFICE", ("UN Fen Office",)),
        ("RLF YOUTH", ("RLF Youth",)),
        ("AL-MARSH", ("Al-Marsh", "al-Marsh")),
        ("HASSAN AL-MARSH", ("Hassan al-Marsh",)),
        ("DANA O'FEN", ("Dana O'Fen",)),
        ("FISHER'S UNION", ("Fisher's Union",)),
        ("U.R.L. FRONT", ("U.R.L. Front",)),
    ],
)
def test_a_name_is_spelled_as_texts_do(name: str, spellings: tuple[str, ...]) -> None:
    assert Spelling(Library())(name) == spellings
