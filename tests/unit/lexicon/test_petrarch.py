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
MARSH_COUNCIL_
	[NORGOV 19890120-19930120]
	[NORLEGQQQ >19930120]
PAST_COUNCIL_ [NORGOV 890120-930120]
RLFX_ [NORREB]
QED_ [NORMIL]
<MARKER>
"""
_AGENTS = """\
[~GOV] ; no name above
FERRYMAN_ {FERRYMEN_} [~LAB]
!MACRO! = not read
RIVER_GUARD {RIVER_GUARDS} [~COP]
DYKE_WARDEN_ [NORGOV]
"""


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
        ("Marsh Council", "organization", "LEG", "NOR", ""),
        ("RLFX", "organization", "REB", "NOR", "Rlfx"),
        ("QED", "organization", "MIL", "NOR", ""),
    ]


def test_every_entry_of_a_file_of_agents_is_one(files: list[Path]) -> None:
    imported = ImportDictionaries(Library())(files)
    assert [row[:3] for row in imported.agents] == [
        ("ferryman", "person", "LAB"),
        ("ferrymen", "person", "LAB"),
        ("river guard", "person", "COP"),
        ("dyke warden", "person", "GOV"),
    ]


def test_every_line_that_gives_no_row_is_named(files: list[Path]) -> None:
    left = "\n".join(ImportDictionaries(Library())(files).left)
    for words in (
        "`NORTHLAND` names a state",
        "`ODD ONE` has no code of a sector",
        "`OLD GUARD` has no code that still holds",
        "`PAST COUNCIL` has no code that still holds",
        "`MARSH COUNCIL`: 1 codes of other days left out",
        "`QQQ` stands for no sector: left out of 1 codes",
        "`ZZZ` stands for no sector",
        "not read: `<MARKER>`",
        "not read: `!MACRO! = not read`",
        "belongs to no name above it: `[~GOV]`",
        "an agent of `NOR` is taken without it",
        ":3:",
    ):
        assert words in left


def test_an_acronym_is_found_in_capitals(files: list[Path], tmp_path: Path) -> None:
    write_overlay(ImportDictionaries(Library())(files), tmp_path / "ours")
    coder = dateline.load(lexicon=(tmp_path / "ours",))
    [claim] = coder.code("RLFX accused the ferrymen of fraud.").claims
    assert (claim.actors[0].country, claim.actors[0].sector) == ("NOR", ("REB",))
    assert claim.recipients[0].sector == ("LAB",)


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
