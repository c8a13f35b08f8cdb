"""Dictionaries in the formats of PETRARCH and TABARI."""

from pathlib import Path

import pytest

import dateline
from dateline.errors import LexiconError
from dateline.lexicon.actors import AgentNoun
from dateline.lexicon.library import Library
from dateline.lexicon.petrarch import ImportDictionaries, Imported, write_overlay

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


def imported(tmp_path: Path, text: str) -> Imported:
    """What a dictionary of these lines becomes."""
    path = tmp_path / "ours.txt"
    path.write_text(text, encoding="utf-8")
    return ImportDictionaries(Library())([path])


def agents(found: Imported) -> list[tuple[str, str]]:
    return [(row.noun, "|".join(row.sector)) for row in found.agents]


def test_actors_become_organisations(files: list[Path]) -> None:
    found = ImportDictionaries(Library())(files)
    assert [
        (row.name, "|".join(row.sector), row.country, "|".join(row.aliases))
        for row in found.organisations
    ] == [
        ("Red Lantern Party", "PTY|OPP", "NOR", "Lantern Party"),
        ("Green Bridge Front", "REB", "NOR", ""),
        ("Marsh Council", "LEG", "NOR", ""),
        ("RLFX", "REB", "NOR", ""),
        ("QED", "MIL", "NOR", ""),
    ]


def test_every_entry_of_a_file_of_agents_is_one(files: list[Path]) -> None:
    assert agents(ImportDictionaries(Library())(files)) == [
        ("ferryman", "LAB"),
        ("ferrymen", "LAB"),
        ("river guard", "COP"),
        ("dyke warden", "GOV"),
    ]


def test_one_agent_makes_no_agents_of_the_actors_around_it(tmp_path: Path) -> None:
    found = imported(tmp_path, "REED_PARTY_ [NORPTY]\nFERRYMAN_ [~LAB]\nMOSS_PARTY_ [NORPTY]\n")
    assert [row.name for row in found.organisations] == ["Reed Party", "Moss Party"]
    assert agents(found) == [("ferryman", "LAB")]


def test_synonyms_of_an_agent_are_agents(tmp_path: Path) -> None:
    found = imported(tmp_path, "FERRYMAN~ {FERRYMEN} [~LAB]\n+BARGEMAN_ {BARGEMEN_}\n")
    nouns = [noun for noun, _ in agents(found)]
    assert nouns == ["ferryman", "ferrymen", "bargeman", "bargemen"]


def test_a_code_of_a_role_without_a_country_is_of_a_noun(tmp_path: Path) -> None:
    lines = "POLICE_ [COP]\nREED_AID_ [NGO]\nMOSS_ARMY_ [IMGQQQ]\nFEN_PEOPLE_ [QQQREB]\n"
    found = imported(tmp_path, lines)
    assert agents(found) == [("police", "COP")]
    assert [row.name for row in found.organisations] == ["Reed Aid", "Moss Army", "Fen People"]


def test_a_noun_that_we_know_keeps_its_kind(tmp_path: Path) -> None:
    known = {row.noun: row for row in Library().rows("lang/en/agents.csv", AgentNoun)}
    [row] = imported(tmp_path, "POLICE_ [~COP]\n").agents
    assert (row.kind, row.whose) == (known["police"].kind, known["police"].whose)


def test_a_part_that_nothing_has_is_named_once(tmp_path: Path) -> None:
    left = imported(tmp_path, "REED_ARMY_ [NORMILQQQ]\nMOSS_ARMY_ [SWEMILQQQ]\n").left
    assert left == ["`QQQ` stands for no sector: left out of 2 codes"]


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
