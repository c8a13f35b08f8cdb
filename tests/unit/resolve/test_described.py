"""What the words around a name, wherever they stand, say of its bearer."""

import pytest

from dateline.annotate.parse import Parser
from dateline.lexicon.library import Library
from dateline.records.report import Block, Report, Role
from dateline.resolve.entities import ResolveEntities


@pytest.fixture(scope="session")
def resolve(library: Library) -> ResolveEntities:
    return ResolveEntities(library)


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Baker and mayor Joe Bell of Ghana spoke.", "Joe Bell", "GHA", ("GOV",)),
        ("He met officers Joe Bell and Ida Moss.", "Ida Moss", None, ("COP",)),
        ("Speaker of the parliament Ana Moss spoke.", "Ana Moss", None, ("LEG",)),
        ("A Kenyan nurse, Ana Moss was hurt.", "Ana Moss", "KEN", ("MED",)),
        ("The head of the Miners' Union, Ana Moss, spoke.", "Ana Moss", None, ("LAB",)),
        ("Joe Bell, a retired Chilean general, spoke.", "Joe Bell", "CHL", ("ELI",)),
        ("Joe Bell, a Ghanaian stargazer, was hurt.", "Joe Bell", "GHA", ()),
        ("The conservative judge Ana Moss spoke.", "Ana Moss", None, ("JUD",)),
        ("Ana Moss, the Republican Senate Majority Leader, spoke.", "Ana Moss", "USA",
         ("LEG", "PTY")),
        ("Karen Moss, a nurse, was hurt.", "Karen Moss", None, ("MED",)),
        ("An adviser to Mayor Joe Bell spoke.", "Joe Bell", None, ("GOV",)),
        ("A former adviser for President Joe Bell spoke.", "Joe Bell", None, ("GOV",)),
        ("The Welsh mayor Joe Bell, a father of two, was hurt.", "Joe Bell", "GBR", ("GOV",)),
        ("Joe Bell of the Polish finance ministry spoke.", "Joe Bell", "POL", ("GOV",)),
        ("Roman Catholic bishop Joe Bell spoke.", "Joe Bell", None, ("REL",)),
        ("The Kenyan interior minister Joe Bell, a former general, spoke.", "Joe Bell", "KEN",
         ("GOV", "COP")),
        ("Police sergeant Joe Bell, a colonel, spoke.", "Joe Bell", None, ("COP",)),
        ("The US ambassador to Germany Ana Moss spoke.", "Ana Moss", "USA", ("GOV",)),
        ("The leader of Quill, Ana Moss, criticised Peru.", "Ana Moss", None, ()),
        ("US Secretary of State Ana Moss spoke.", "Ana Moss", "USA", ("GOV",)),
        ("Joe Bell serves as mayor of Accra.", "Joe Bell", "GHA", ("GOV",)),
        ("Joe Bell served as mayor of Accra.", "Joe Bell", None, ()),
        ("Joe Bell, who is a senator in Kenya, spoke.", "Joe Bell", "KEN", ("LEG",)),
    ],
)  # fmt: skip
def test_descriptions_give_country_and_sector(
    text: str,
    name: str,
    country: str | None,
    sector: tuple[str, ...],
    parser: Parser,
    resolve: ResolveEntities,
) -> None:
    report = Report(id="r", text=text, blocks=(Block(role=Role.BODY, start=0, end=len(text)),))
    found = {entity.name: entity for entity in resolve(report, parser(report), ()).entities}
    assert (found[name].country, found[name].sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "word", "country", "sector"),
    [
        ("Police held a suspect. The suspect's wife left.", "wife", None, ("CVL",)),
        ("A retired general spoke.", "general", None, ("ELI",)),
        ("Three Republican Representatives objected.", "Representatives", "USA",
         ("LEG", "PTY")),
        ("The police sergeant spoke.", "sergeant", None, ("COP",)),
        ("Two Greek police officers drove off. It rained. The officers wept.", "officers",
         "GRC", ("COP",)),
        ("The Greek president came. In the history of Peru, two presidents fell.",
         "presidents", "PER", ("GOV",)),
        ("The ministry's lawyer spoke.", "lawyer", None, ("GOV",)),
        ("The cabinet met in Poland. Other states objected.", "states", None, ("GOV",)),
        ("Joe Bell, a Finn, was charged in Chad. The suspect wept.", "suspect", "FIN", ()),
        ("Afterwards Joe Bell spoke.", "Bell", None, ()),
    ],
)  # fmt: skip
def test_roles_without_a_name(
    text: str,
    word: str,
    country: str | None,
    sector: tuple[str, ...],
    parser: Parser,
    resolve: ResolveEntities,
) -> None:
    report = Report(id="r", text=text, blocks=(Block(role=Role.BODY, start=0, end=len(text)),))
    parse = parser(report)
    head = max(token.i for token in parse.tokens if token.text == word)
    party = resolve(report, parse, ()).party(head)
    assert party is not None
    assert (party.country, party.sector) == (country, sector)
    assert not party.text.startswith("Afterwards")
