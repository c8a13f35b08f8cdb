"""Whether acts happened, and according to whom, over the cases that news makes."""

import json
from pathlib import Path

import dateline
from dateline.records.record import Record
from dateline.records.report import Raw

_SENTENCES = Path(__file__).parents[2] / "data" / "status.jsonl"
#: Share of the sentences that must be right, field by field.
_RIGHT = 0.9


def test_nine_in_ten_have_the_right_status_polarity_and_speakers() -> None:
    coder = dateline.load(with_predicates=True)
    cases = [json.loads(line) for line in _SENTENCES.read_text(encoding="utf-8").splitlines()]
    wrong: dict[str, list[str]] = {"status": [], "polarity": [], "speakers": []}
    for number, case in enumerate(cases):
        read = _read(coder.code_raw(Raw(id=str(number), text=case["text"])), case["trigger"])
        for field, faults in wrong.items():
            if read.get(field) != case[field]:
                faults.append(f"{case[field]} not {read.get(field)}: {case['text']}")
    assert len(cases) >= 150
    for field, faults in wrong.items():
        assert len(faults) <= (1 - _RIGHT) * len(cases), f"{field}:\n" + "\n".join(faults)


def _read(record: Record, trigger: str) -> dict[str, object]:
    """Status, polarity and speakers, outermost first, of the predicate of that word."""
    for predicate in record.predicates or ():
        if trigger in predicate.trigger.text.split():
            named = (layer.speaker for layer in predicate.attribution)
            return {
                "status": str(predicate.status),
                "polarity": str(predicate.polarity),
                "speakers": [speaker.text if speaker else "?" for speaker in named],
            }
    return {}
