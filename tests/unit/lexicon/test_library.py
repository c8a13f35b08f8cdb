"""Data files of the package and of a user's folders."""

from pathlib import Path

import dateline
from dateline.check import check_lexicon
from dateline.lexicon.library import Library

_PROTEST_ONLY = Path(__file__).parents[3] / "examples" / "protest-only"


def test_a_folder_can_stand_in_place_of_files() -> None:
    files = [path for path, _ in Library(_PROTEST_ONLY).tables("lang/en/acts/*.toml", dict)]
    assert files == [_PROTEST_ONLY / "lang/en/acts/protest.toml"]


def test_the_example_of_a_protest_only_coder_proves_itself() -> None:
    assert check_lexicon(Library(_PROTEST_ONLY)) == []


def test_a_protest_only_coder_codes_protests_alone() -> None:
    coder = dateline.load(lexicon=(_PROTEST_ONLY,))
    record = coder.code(
        "Students marched against the government in Lima. Police in Lima arrested 20 students, "
        "and the minister said they must go home. The union called for talks."
    )
    assert [claim.type for claim in record.claims] == ["PROTEST"]


def test_a_replaced_file_is_known_by_a_glob_that_it_fits(tmp_path: Path) -> None:
    (tmp_path / "replaces.txt").write_text("lang/en/acts/protest.toml\n", encoding="utf-8")
    assert Library(tmp_path).replaced("lang/en/acts/*.toml")
    assert not Library(tmp_path).replaced("lang/en/ties/*.toml")
    assert not Library().replaced("lang/en/acts/*.toml")
