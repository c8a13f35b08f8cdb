"""Whom a noun without a name of its own stands for."""

import pytest

from dateline.annotate.parse import Parser
from dateline.lexicon.library import Library
from dateline.records.report import Block, Report, Role
from dateline.resolve.entities import ResolveEntities

_TWO = "The prime minister of Peru, Ana Holm, met the prime minister of Chile, Joe Bell. "


@pytest.fixture(scope="session")
def resolve(library: Library) -> ResolveEntities:
    return ResolveEntities(library)


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Foreign minister Ana Moss came. The foreign minister left.", "minister", "Ana Moss"),
        (_TWO + "Holm left early. The prime minister apologised.", "minister", "Ana Holm"),
        (_TWO + "Holm praised Bell. The prime minister apologised.", "minister", None),
        (_TWO + "Bell urged the prime minister to stay.", "minister", None),
        ("US Ambassador to Germany Ana Moss criticised Iran.", "Ambassador", "Ana Moss"),
        ("Joe Bell was not the candidate. The candidate left.", "candidate", None),
        ("The Senate found that the network had lied.", "network", None),
        ("The Quill Party lost, and the group broke up.", "group", "Quill Party"),
        ("The virus reached Chad. It has killed ten.", "It", None),
        ("Chad left the pact. It will close its border.", "It", "Chad"),
    ],
)  # fmt: skip
def test_nouns_stand_for_those_named(
    text: str, word: str, name: str | None, parser: Parser, resolve: ResolveEntities
) -> None:
    report = Report(id="r", text=text, blocks=(Block(role=Role.BODY, start=0, end=len(text)),))
    parse = parser(report)
    head = max(token.i for token in parse.tokens if token.text == word)
    party = resolve(report, parse, ()).party(head)
    assert (party.name if party else None) == name
