"""Tense: which way a clause looks, by its verb and helpers."""

from typing import TYPE_CHECKING

import pytest

from dateline.annotate.time_tense import Tense, TenseReader
from dateline.records.report import Block, Report, Role

if TYPE_CHECKING:
    from dateline.annotate.parse import Parser

TENSE = TenseReader(
    frozenset({"will", "may"}), frozenset({"schedule", "due"}), frozenset({"friday"})
)


@pytest.mark.parametrize(
    ("text", "role", "tense"),
    [
        ("The ministers met on Friday.", Role.BODY, Tense.PAST),
        ("The ministers have met on Friday.", Role.BODY, Tense.PAST),
        ("The ministers will meet on Friday.", Role.BODY, Tense.FUTURE),
        ("The ministers plan to meet on Friday.", Role.BODY, Tense.FUTURE),
        ("The ministers are meeting on Friday.", Role.BODY, Tense.FUTURE),
        ("The meeting was scheduled for Friday.", Role.BODY, Tense.FUTURE),
        ("The union called a strike for Friday.", Role.BODY, Tense.FUTURE),
        ("The fair opens on Friday.", Role.BODY, Tense.PRESENT),
        ("Protesters march on Friday.", Role.CAPTION, Tense.PAST),
        ("A paper published on Friday says so.", Role.BODY, Tense.PAST),
        ("The Friday paper.", Role.BODY, Tense.OPEN),
    ],
)
def test_the_verb_says_which_way_the_clause_looks(
    text: str, role: Role, tense: Tense, parser: "Parser"
) -> None:
    report = Report(id="r", text=text, blocks=(Block(role=role, start=0, end=len(text)),))
    parse = parser(report)
    friday = next(token.i for token in parse.tokens if token.text == "Friday")
    assert TENSE(parse, friday) is tense
