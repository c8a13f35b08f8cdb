"""Words that stand for countries are found, with their case and at their longest."""

import pytest

from dateline.lexicon.library import Library
from dateline.lexicon.world import WordKind, World


@pytest.fixture(scope="module")
def world(library: Library) -> World:
    return World(library)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Belarus", "BLR"),
        ("Burma", "MMR"),
        ("U.S.", "USA"),
        ("UK", "GBR"),
        ("Côte d’Ivoire", "CIV"),
        ("Bosnia-Herzegovina", "BIH"),
        ("Kosovo", "KOS"),
        ("North Korea", "PRK"),
        ("Democratic Republic of Congo", "COD"),
        ("us", None),
        ("Soviet Union", None),
        ("East Germany", "DEU"),
        ("", None),
    ],
)
def test_a_country_has_all_its_names(world: World, name: str, code: str | None) -> None:
    assert world.country_of_name(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Belarusian", "BLR"),
        ("Chechen", "RUS"),
        ("Kurdish", None),
        ("South Korean", "KOR"),
        ("Dutch", "NLD"),
    ],
)
def test_an_adjective_tells_its_country(world: World, word: str, code: str | None) -> None:
    assert world.country_of_adjective(word) == code


@pytest.mark.parametrize(
    ("word", "code"), [("Poles", "POL"), ("Briton", "GBR"), ("Finns", "FIN"), ("poles", None)]
)
def test_a_people_tells_its_country(world: World, word: str, code: str | None) -> None:
    assert world.country_of_people(word) == code


@pytest.mark.parametrize(
    ("name", "code"), [("Kremlin", "RUS"), ("Minsk", "BLR"), ("Downing Street", "GBR")]
)
def test_a_seat_tells_its_government(world: World, name: str, code: str) -> None:
    assert world.country_of_government(name) == code


def test_the_longest_name_is_taken(world: World) -> None:
    words = ["in", "South", "Sudan", "and", "Guinea", "-", "Bissau", "."]
    end, meanings = world.longest(words, 1) or (0, ())
    assert (end, meanings[0].country) == (3, "SSD")
    end, meanings = world.longest(words, 4) or (0, ())
    assert (end, meanings[0].country) == (7, "GNB")
    assert world.longest(words, 4, 5) is not None
    assert world.longest(words, 0) is None


def test_a_kurdish_word_is_known_without_a_country(world: World) -> None:
    (meaning,) = world.meanings("Kurdish")
    assert meaning.kind is WordKind.ADJECTIVE
    assert meaning.country is None
    assert meaning.regional


def test_every_state_has_a_code_a_place_and_an_adjective_or_is_a_dependency(
    world: World,
) -> None:
    assert len(world.countries) > 230
    for code, country in world.countries.items():
        assert len(code) == 3
        assert len(country.iso2) == 2
        assert -90 <= country.latitude <= 90
        assert -180 <= country.longitude <= 180
        assert world.country_of_name(country.name) == code
