"""Types: what agencies write every day, in sentences of our own kept as data."""

from pathlib import Path

from dateline.api import Coder

DATA = Path(__file__).parents[2] / "data" / "types.txt"
#: Share of sentences in which one of the types that they tell is found.
_LEAST = 0.8


def test_four_of_five_sentences_have_their_type(coder: Coder) -> None:
    lines = [line for line in DATA.read_text("utf-8").splitlines() if line[:1] != "#"]
    missed = []
    for line in lines:
        types, _, text = line.partition("|")
        found = {claim.type for claim in coder.code(text, published="2020-11-10").claims}
        if not found & set(types.split("/")) and (found or types != "NONE"):
            missed.append(line)
    assert len(missed) <= (1 - _LEAST) * len(lines), missed
