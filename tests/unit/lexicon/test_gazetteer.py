"""The gazetteer finds towns and divisions by folded name, fast, from its one file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import LexiconError
from dateline.lexicon.gazetteer import Gazetteer, PlaceKind, fold
from dateline.lexicon.gazetteer_file import GazetteerFile, Row, write_gazetteer
from dateline.lexicon.library import Library


@pytest.fixture(scope="module")
def gazetteer(library: Library) -> Gazetteer:
    return Gazetteer(library)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("São Paulo", "sao paulo"),
        ("SAO PAULO", "sao paulo"),
        ("Sana’a", "sanaa"),
        ("Łódź", "lodz"),
        ("St. Louis", "saint louis"),
        ("Al-Hasakah", "al hasakah"),
        ("Tromsø", "tromso"),
        ("", ""),
    ],
)
def test_case_marks_and_hyphens_do_not_count(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(fold(fold(text)))


def test_the_largest_place_of_a_name_comes_first(gazetteer: Gazetteer) -> None:
    first = gazetteer.find("Birmingham")[0]
    assert (first.country, first.division) == ("GBR", "England")
    assert {place.division for place in gazetteer.find("Birmingham")} >= {"Alabama"}


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Sochi", PlaceKind.CITY, "RUS"),
        ("Kiev", PlaceKind.CITY, "UKR"),
        ("Texas", PlaceKind.DIVISION, "USA"),
        ("Sichuan", PlaceKind.DIVISION, "CHN"),
        ("Bavaria", PlaceKind.DIVISION, "DEU"),
        ("Fairfax County", PlaceKind.SUBDIVISION, "USA"),
    ],
)
def test_towns_and_divisions_have_their_names(
    gazetteer: Gazetteer, name: str, kind: PlaceKind, country: str
) -> None:
    found = gazetteer.find(name)[0]
    assert (found.kind, found.country) == (kind, country)


def test_a_bare_surname_is_no_county(gazetteer: Gazetteer) -> None:
    kinds = {(place.kind, place.country) for place in gazetteer.find("Jefferson")}
    assert (PlaceKind.SUBDIVISION, "USA") not in kinds


def test_unknown_and_empty_names_find_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Xyzzyville") == ()
    assert gazetteer.find("") == ()
    assert gazetteer.find("\ud800") == ()


def test_a_file_gives_back_what_was_written(tmp_path: Path) -> None:
    rows = [
        Row("Ałma", 0, "POL", "Mazovia", 52.25, 21.0, 1200, 7),
        Row("Alma", 1, "CAN", "", 48.5, -71.5, 30_000, 8),
    ]
    names = [("alma", 0, False), ("alma", 1, True), ("stara alma", 0, True)]
    write_gazetteer(tmp_path / "a.bin", rows, names)
    file = GazetteerFile(tmp_path / "a.bin")
    assert sorted(file.find("alma")) == [(0, False), (1, True)]
    assert file.find("beta") == []
    assert [file.row(n) for n in (0, 1)] == rows


def test_a_library_without_gazetteer_is_an_error(tmp_path: Path) -> None:
    library = Library()
    library.folders = (tmp_path,)
    with pytest.raises(LexiconError, match="missing"):
        Gazetteer(library)
