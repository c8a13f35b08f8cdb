"""Names that are parts of others, and names misspelt."""

import pytest

from dateline.annotate.parse import Parser
from dateline.lexicon.library import Library
from dateline.records.report import Block, Report, Role
from dateline.resolve.entities import ResolveEntities
from dateline.resolve.spelling import is_slip


@pytest.fixture(scope="session")
def resolve(library: Library) -> ResolveEntities:
    return ResolveEntities(library)


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("lopez", "lopze", True),
        ("lopez", "lopes", True),
        ("lopez", "loopez", True),
        ("lopez", "lope", True),
        ("lopez", "lopez", False),
        ("lopez", "kopez", False),
        ("lopez", "lozpe", False),
        ("lopez", "loops", False),
    ],
)
def test_a_slip_is_of_one_letter(one: str, other: str, *, slip: bool) -> None:
    assert is_slip(one, other) is slip
    assert is_slip(other, one) is slip


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ana Moss Bell spoke. Moss Bell left. Ana Moss slept.", {"Ana Moss Bell": 3}),
        ("The mayor, Ana Lopez, resigned. Police held Lopze.", {"Ana Lopez": 2}),
        ("The mayor, Ana Lopez, resigned. Joe Lopes called Lopex.", {"Ana Lopez": 1}),
        ("Mayor Joe Bell Moss and Mayor Ana Bell Moss met. Bell Moss left.",
         {"Joe Bell Moss": 1, "Ana Bell Moss": 1}),
        ("The Chadian Air Force left. The Air Force denied it.", {"Chadian Air Force": 2}),
    ],
)  # fmt: skip
def test_names_are_linked(
    text: str, mentions: dict[str, int], parser: Parser, resolve: ResolveEntities
) -> None:
    report = Report(id="r", text=text, blocks=(Block(role=Role.BODY, start=0, end=len(text)),))
    found = resolve(report, parser(report), ()).entities
    counts = {entity.name: len(entity.mentions) for entity in found}
    assert {name: counts.get(name) for name in mentions} == mentions
