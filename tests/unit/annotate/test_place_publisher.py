"""The publisher's country: from its address, then from its name, else unknown."""

import pytest

from dateline.annotate.parse import Parser
from dateline.annotate.place_publisher import home_of
from dateline.annotate.places import FindPlaces
from dateline.lexicon.library import Library
from dateline.lexicon.world import World
from dateline.records.report import Block, Opening, Report, Role


@pytest.mark.parametrize(
    ("url", "publisher", "home"),
    [
        ("https://www.courier.co.uk/story/1", None, "GBR"),
        ("https://herald.ng/a", None, "NGA"),
        ("https://news.example.com/a", "Kenya Gazette", "KEN"),
        ("https://daily.io/a", None, None),
        ("http://[broken", "The Morning Post", None),
        (None, None, None),
    ],
)
def test_the_address_comes_before_the_name(
    library: Library, url: str | None, publisher: str | None, home: str | None
) -> None:
    opening = Opening(url=url, publisher=publisher)
    assert home_of(opening, World(library), {"io"}) == home


def test_a_town_of_the_publishers_country_is_meant(library: Library, parser: Parser) -> None:
    find = FindPlaces(library)

    def country(town: str, url: str | None) -> str | None:
        text = f"Residents of {town} marched on Saturday."
        block = Block(role=Role.BODY, start=0, end=len(text))
        report = Report(id="r", text=text, opening=Opening(url=url), blocks=(block,))
        return find(report, parser(report))[0].country

    assert country("Halifax", None) == "CAN"
    assert country("Halifax", "https://courier.co.uk/a") == "GBR"
    assert country("London", "https://courier.ca/a") == "GBR"
