"""The atlas joins states, regions and the gazetteer, the most prominent first."""

import pytest

from dateline.lexicon.atlas import Atlas
from dateline.lexicon.library import Library
from dateline.records.place import Precision


@pytest.fixture(scope="module")
def atlas(library: Library) -> Atlas:
    return Atlas(library)


def test_a_state_comes_before_its_namesakes(atlas: Atlas) -> None:
    first, second, *_ = atlas.find("Georgia")
    assert (first.kind, first.country) == ("country", "GEO")
    assert (second.kind, second.country) == ("division", "USA")


@pytest.mark.parametrize(
    ("name", "country", "precision"),
    [
        ("Strait of Hormuz", None, Precision.REGION),
        ("Nagorno-Karabakh", "AZE", Precision.REGION),
        ("Kremlin", "RUS", Precision.POINT),
        ("Soviet Union", None, Precision.COUNTRY),
        ("East Germany", "DEU", Precision.COUNTRY),
        ("UKRAINE", "UKR", Precision.COUNTRY),
    ],
)
def test_what_no_gazetteer_has_is_in_our_tables(
    atlas: Atlas, name: str, country: str | None, precision: Precision
) -> None:
    found = atlas.find(name)[0]
    assert (found.country, found.precision) == (country, precision)


def test_a_town_of_our_table_keeps_its_number(atlas: Atlas) -> None:
    found = atlas.find("Bethlehem")[0]
    assert found.country == "PSE"
    assert found.geonameid is not None


def test_a_division_of_our_table_keeps_its_number(atlas: Atlas) -> None:
    found = atlas.find("Xinjiang")[0]
    assert found.country == "CHN"
    assert found.kind == "division"
    assert found.geonameid is not None


def test_an_abbreviation_is_of_the_divisions_that_use_it(atlas: Atlas) -> None:
    assert [r.name for r in atlas.division_of_short("Ore.")] == ["Oregon"]
    assert atlas.division_of_short("Ruritania") == ()


def test_an_unknown_name_is_nothing(atlas: Atlas) -> None:
    assert atlas.find("Xyzzyville") == ()
