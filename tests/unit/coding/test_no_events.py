"""Sentences without politics tell no events: sport, markets, arts, weather, private life."""

from pathlib import Path

import pytest

import dateline
from dateline.records.report import Raw

_DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(
    ("file", "most"),
    [("no_events.txt", 5), ("everyday.txt", 12)],
)
def test_sentences_without_politics_give_hardly_a_claim(
    coder: dateline.Coder, file: str, most: int
) -> None:
    sentences = (_DATA / file).read_text(encoding="utf-8").splitlines()
    coded, problems = [], []
    for number, sentence in enumerate(sentences):
        record = coder.code_raw(Raw(id=str(number), text=sentence))
        problems += [f"{problem}: {sentence}" for problem in record.problems]
        coded += [f"{claim.type} by {claim.rule}: {sentence}" for claim in record.claims]
    assert len(sentences) >= 150
    assert not problems
    assert len(coded) <= most, "\n".join(coded)
