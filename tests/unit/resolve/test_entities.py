"""Who a report names, and which party a phrase stands for."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.annotate.parse import Parser
from dateline.lexicon.library import Library
from dateline.records.entity import Party
from dateline.records.report import Block, Opening, Report, Role
from dateline.resolve.entities import Entities, ResolveEntities


def report_of(text: str) -> Report:
    return Report(id="r", text=text, blocks=(Block(role=Role.BODY, start=0, end=len(text)),))


@pytest.fixture(scope="session")
def resolve(library: Library) -> ResolveEntities:
    return ResolveEntities(library)


def read(text: str, parser: Parser, resolve: ResolveEntities) -> Entities:
    report = report_of(text)
    return resolve(report, parser(report), ())


def party_of(text: str, word: str, parser: Parser, resolve: ResolveEntities) -> Party | None:
    report = report_of(text)
    parse = parser(report)
    head = max(token.i for token in parse.tokens if token.text == word)
    return resolve(report, parse, ()).party(head)


@pytest.mark.parametrize(
    ("text", "word", "said", "country", "sector"),
    [
        ("Russian forces shelled the hill.", "forces", "Russian forces", "RUS", ("MIL",)),
        ("A Kremlin spokesman denied it.", "spokesman", "A Kremlin spokesman", "RUS", ("GOV",)),
        ("Police in Poland held two men.", "Police", "Police", "POL", ("COP",)),
        ("Turkish-backed rebels left.", "rebels", "Turkish-backed rebels", None, ("REB",)),
        (
            "The Ukrainian parliament met.",
            "parliament",
            "The Ukrainian parliament",
            "UKR",
            ("LEG",),
        ),
        ("He met the Kenyan leader.", "leader", "the Kenyan leader", "KEN", ("GOV",)),
        ("Moscow rejected the plan.", "Moscow", "Moscow", "RUS", ("GOV",)),
    ],
)
def test_phrase_gives_country_and_sector(
    text: str,
    word: str,
    said: str,
    country: str | None,
    sector: tuple[str, ...],
    parser: Parser,
    resolve: ResolveEntities,
) -> None:
    party = party_of(text, word, parser, resolve)
    assert party is not None
    assert (party.text, party.country, party.sector) == (said, country, sector)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=120))
def test_any_text_is_read_and_spans_say_what_stands_there(
    text: str, parser: Parser, resolve: ResolveEntities
) -> None:
    report = report_of(text)
    parse = parser(report)
    found = resolve(report, parse, ())
    spans = [m for entity in found.entities for m in entity.mentions]
    spans += [p for t in parse.tokens if (p := found.party(t.i))]
    assert all(text[s.start : s.end] == s.text for s in spans)


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Spain's Supreme Court met.", "Court", "ESP"),
        ("The Senate met.", "Senate", None),
        ("Bahraini courts jailed five activists.", "activists", "BHR"),
        ("The government condemned a test by North Korea.", "government", None),
        ("Iran accused the president of lying.", "president", None),
        ("Foreign tourists left Egypt.", "tourists", None),
        ("Unrest grew in Zambia. The government fell.", "government", "ZMB"),
        ("Israel and Iran spoke. The government fell.", "government", None),
        ("Kenyan police came. They left.", "They", "KEN"),
        ("The Iraqi premier praised his deputy.", "deputy", "IRQ"),
        ("An envoy met Moon Jae-in of South Korea.", "Korea", "KOR"),
    ],
)
def test_country_comes_from_what_is_spoken_of_before(
    text: str, word: str, country: str | None, parser: Parser, resolve: ResolveEntities
) -> None:
    party = party_of(text, word, parser, resolve)
    assert party is not None
    assert party.country == country


def test_a_report_of_one_country_tells_of_its_people(
    parser: Parser, resolve: ResolveEntities
) -> None:
    opening = (
        "Fog closed roads in Latvia. Latvian ships stayed in port. The Latvian coast froze. "
    )
    told = opening + "Nobody slept for a while. A long night passed. "
    for end, country in (
        ("A driver was hurt.", "LVA"),
        ("Fog closed a road in Spain. Police came.", None),
        ("World leaders sent help.", None),
        ("A driver was hurt near the border with Estonia.", None),
    ):
        word = next(w for w in ("driver", "Police", "leaders") if w in end)
        party = party_of(told + end, word, parser, resolve)
        assert party is not None
        assert party.country == country


def test_a_person_in_a_report_of_one_country_is_inferred_to_be_of_it(
    parser: Parser, resolve: ResolveEntities
) -> None:
    opening = "Fog closed roads in Latvia. Latvian ships stayed in port. Latvia's coast froze. "
    for end, country, basis in (
        ("Joe Bell was hurt.", "LVA", "inferred"),
        ("Joe Bell was hurt near the border with Estonia.", None, "stated"),
        ("Joe Bell, a Finn, was hurt.", "FIN", "stated"),
    ):
        party = party_of(opening + "Ana Moss, a nurse, slept. " + end, "Bell", parser, resolve)
        assert party is not None
        assert (party.country, party.basis) == (country, basis)


@pytest.mark.parametrize(
    ("title", "country"),
    [("Samoa calls for calm", "WSM"), ("Samoa and Fiji call for calm", None), (None, None)],
)
def test_the_title_tells_whose_government_acts(
    title: str | None, country: str | None, parser: Parser, resolve: ResolveEntities
) -> None:
    report = report_of("Storms cut the roads. The government called for calm.")
    report = msgspec.structs.replace(report, opening=Opening(title=title))
    parse = parser(report)
    head = next(token.i for token in parse.tokens if token.text == "government")
    party = resolve(report, parse, ()).party(head)
    assert party is not None
    assert party.country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Securities and Exchange Commission fined it.",
            "Securities and Exchange Commission",
        ),
        ("Moon Jae-in arrived on Monday.", "Moon Jae-in"),
        ("Kim Jong-un arrived on Monday.", "Kim Jong-un"),
        ("Save the Children said so.", "Save the Children"),
        ("Protester Ana Silva said so.", "Ana Silva"),
        ("Barack Obama called David Cameron.", "Barack Obama"),
        ("Barbados said so.", "Barbados"),
    ],
)
def test_names_are_whole(
    text: str, name: str, parser: Parser, resolve: ResolveEntities
) -> None:
    assert name in [entity.name for entity in read(text, parser, resolve).entities]


@pytest.mark.parametrize(
    ("day", "sector"), [("2018-05-01", ("GOV",)), ("2020-05-01", ("ELI",)), ("2010-05-01", ())]
)
def test_a_leader_rules_for_the_term_alone(
    day: str, sector: tuple[str, ...], parser: Parser, resolve: ResolveEntities
) -> None:
    report = msgspec.structs.replace(
        report_of("Theresa May spoke to reporters."), opening=Opening(published=day)
    )
    found = resolve(report, parser(report), ()).entities
    assert [e.sector for e in found if e.name == "Theresa May"] == [sector]


def test_a_street_is_no_person(parser: Parser, resolve: ResolveEntities) -> None:
    found = read("Crowds met on Maria Smith Street.", parser, resolve).entities
    assert "Maria Smith Street" not in [entity.name for entity in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Lima shot a guard. Lima fled.", "Ana Lima"),
        ("Ana Lima shot a guard. She fled to Lima.", None),
        ("The envoy left in anger. Lima said so.", "Peru"),
    ],
)
def test_a_surname_that_a_town_has_too_is_the_persons(
    text: str, name: str, parser: Parser, resolve: ResolveEntities
) -> None:
    report = report_of(text)
    parse = parser(report)
    found = resolve(report, parse, ())
    party = found.party(max(token.i for token in parse.tokens if token.text == "Lima"))
    assert (party.name if party else None) == name


def test_a_surname_that_looks_like_a_plural_is_linked(
    parser: Parser, resolve: ResolveEntities
) -> None:
    found = read("Maria Rios resigned. Rios met officials.", parser, resolve).entities
    assert [len(e.mentions) for e in found if e.name == "Maria Rios"] == [2]


def test_a_report_that_names_its_publisher_names_a_paper(
    resolve: ResolveEntities, parser: Parser
) -> None:
    text = "The minister told Harbourlight that talks had begun."
    report = Report(
        id="a",
        text=text,
        opening=Opening(publisher="news.harbourlight.org"),
        blocks=(Block(role=Role.BODY, start=0, end=len(text)),),
    )
    found = resolve(report, parser(report), ()).entities
    assert [(e.name, e.sector) for e in found if e.name == "Harbourlight"] == [
        ("Harbourlight", ("JRN",))
    ]


@pytest.mark.parametrize(
    ("text", "word", "name", "sector"),
    [
        ("Joe Bell is chief executive of Hong Kong.", "Bell", "Joe Bell", ("GOV",)),
        ("Former CIA deputy director Joe Bell spoke.", "Bell", "Joe Bell", ("ELI",)),
        ("She left her former husband Joe Bell.", "Bell", "Joe Bell", ("CVL",)),
        ("The Kenyan Senate Majority Leader Joe Bell spoke.", "Bell", "Joe Bell", ("LEG",)),
        ("The Ministry of Works of Chad met. The Ministry fell.", "Ministry",
         "Ministry of Works of Chad", ("GOV",)),
        ("Ana Bell won. Bell spoke. Her son Joe Bell left. Bell wept.", "Bell", "Ana Bell", ()),
        ("President Ana Bell, candidate for president, spoke.", "Bell", "Ana Bell",
         ("GOV",)),
    ],
)  # fmt: skip
def test_what_is_said_of_a_name_gives_its_sector(
    text: str, word: str, name: str, sector: tuple[str, ...], parser: Parser,
    resolve: ResolveEntities,
) -> None:  # fmt: skip
    party = party_of(text, word, parser, resolve)
    assert party is not None
    assert (party.name, party.sector) == (name, sector)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Iraq War veteran Joe Bell spoke.", None),
        ("Iraq army veteran Joe Bell spoke.", "IRQ"),
        (
            "Kenyan leader Ana Moss praised Kenyan voters. From Oman, Minister Joe Bell spoke.",
            "KEN",
        ),
    ],
)
def test_a_country_beside_a_name_need_not_be_its_own(
    text: str, country: str | None, parser: Parser, resolve: ResolveEntities
) -> None:
    party = party_of(text, "Bell", parser, resolve)
    assert party is not None
    assert party.country == country
