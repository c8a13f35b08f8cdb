"""Acts of headlines, which leave out what other sentences have."""

import pytest

from dateline.api import Coder

_BODY = "\n\nIt was the second time this year, officials said on Monday."


@pytest.mark.parametrize(
    ("headline", "kind", "actors", "recipients"),
    [
        (
            "Opposition leader freed after 10 years in jail",
            "RETREAT",
            [],
            ["Opposition leader"],
        ),
        ("Mayor jailed for fraud", "COERCE", [], ["Mayor"]),
        ("Dozens arrested after march in Oslo", "COERCE", [], ["Dozens"]),
        ("Minister resigned over scandal", "RETREAT", ["Minister"], []),
        ("Turkey shells Kurdish positions in Syria", "ASSAULT", ["Turkey"], ["Syria"]),
        (
            "Police fire tear gas at protesters in Lima",
            "ASSAULT",
            ["Police"],
            ["protesters in Lima"],
        ),
        ("Troops shell town", "ASSAULT", ["Troops"], ["town"]),
        ("Putin, Xi hold talks", "CONSULT", ["Putin", "Xi"], []),
    ],
)
def test_a_headline_tells_its_act(
    coder: Coder, headline: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    record = coder.code(headline + _BODY, published="2024-05-16")
    claim = next(c for c in record.claims if c.type == kind)
    assert [party.text for party in claim.actors] == actors
    assert [party.text for party in claim.recipients] == recipients
