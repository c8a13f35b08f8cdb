"""Sentences of sport, markets, arts and weather tell no events."""

from pathlib import Path

import dateline
from dateline.records.report import Raw

_SENTENCES = Path(__file__).parents[2] / "data" / "no_events.txt"
#: Claims that a hundred such sentences may give at most.
_PER_HUNDRED = 2


def test_sentences_without_politics_give_hardly_a_claim(coder: dateline.Coder) -> None:
    sentences = _SENTENCES.read_text(encoding="utf-8").splitlines()
    coded, problems = [], []
    for number, sentence in enumerate(sentences):
        record = coder.code_raw(Raw(id=str(number), text=sentence))
        problems += [f"{problem}: {sentence}" for problem in record.problems]
        coded += [f"{claim.type} by {claim.rule}: {sentence}" for claim in record.claims]
    assert len(sentences) >= 300
    assert not problems
    assert len(coded) < _PER_HUNDRED * len(sentences) / 100, "\n".join(coded)
