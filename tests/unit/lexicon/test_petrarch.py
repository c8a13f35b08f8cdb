"""Dictionaries in the formats of PETRARCH and TABARI."""

from pathlib import Path

import pytest

import dateline
from dateline.errors import LexiconError
from dateline.lexicon.library import Library
from dateline.lexicon.petrarch import ImportDictionaries, write_overlay

_ACTORS = """\
RED_LANTERN_PARTY_ [NORPTYOPP] ; an invented party
+LANTERN_PARTY_
GREEN_BRIDGE_FRONT_ [NORGOV <990101]
[NORREB >990101]
NORTHLAND_ [NOR]
ODD_ONE_ [NORZZZ]
OLD_GUARD_ [NORMIL <450101]
"""
_AGENTS = "FERRYMAN_ {FERRYMEN_} [~LAB]\n!MACRO! = not read\nRIVER_GUARD [~COP]\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "us.actors.txt", tmp_path / "us.agents.txt"]
    for path, text in zip(paths, (_ACTORS, _AGENTS), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_actors_and_agents_become_rows_of_our_tables(files: list[Path]) -> None:
    imported = ImportDictionaries(Library())(files)
    assert imported.organisations == [
        ("Red Lantern Party", "organization", "PTY|OPP", "NOR", "Lantern Party"),
        ("Green Bridge Front", "organization", "REB", "NOR", ""),
    ]
    assert [row[:3] for row in imported.agents] == [
        ("ferryman", "person", "LAB"),
        ("river guard", "person", "COP"),
    ]


def test_every_line_that_gives_no_row_is_named(files: list[Path]) -> None:
    left = "\n".join(ImportDictionaries(Library())(files).left)
    for words in ("names a state", "no sector for `ZZZ`", "no code that still holds", ":3:"):
        assert words in left


def test_the_overlay_is_read_by_the_coder(files: list[Path], tmp_path: Path) -> None:
    write_overlay(ImportDictionaries(Library())(files), tmp_path / "ours")
    coder = dateline.load(lexicon=(tmp_path / "ours",))
    [claim] = coder.code("The Red Lantern Party accused a ferryman of fraud.").claims
    assert (claim.actors[0].country, claim.actors[0].sector) == ("NOR", ("PTY", "OPP"))
    assert claim.recipients[0].sector == ("LAB",)


def test_a_file_without_codes_is_no_dictionary(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Just some notes.\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="no line has a code"):
        ImportDictionaries(Library())([path])
