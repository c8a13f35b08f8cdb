"""Lines of dictionaries in the format of PETRARCH and TABARI."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.lexicon.dictionary import Entry, read_entries


def read(text: str) -> tuple[list[Entry], list[str]]:
    return read_entries("ours", text.splitlines())


def current(text: str) -> str | None:
    return read(text)[0][0].current


def test_a_code_on_its_own_line_is_of_the_entry_above() -> None:
    [entry], left = read("REED_PARTY_\n+REEDS_\n\t[NOROPP <940101]\n\t[NORGOV >931231]\n")
    assert [code.text for code in entry.codes] == ["NOROPP", "NORGOV"]
    assert entry.synonyms == ["REEDS"]
    assert left == []


def test_a_code_below_a_line_that_is_not_read_is_of_nobody() -> None:
    [entry], left = read("REED_PARTY_ [NORPTY]\n<MARKERS>\n\t[NORREB]\n+MOSS_PARTY_\n")
    assert entry.current == "NORPTY"
    assert entry.synonyms == []
    assert left == [
        "ours:2: not read: `<MARKERS>`",
        "ours:3: belongs to no name above it: `[NORREB]`",
        "ours:4: belongs to no name above it: `+MOSS_PARTY_`",
    ]


def test_a_synonym_with_a_code_of_its_own_changes_nothing() -> None:
    [entry], left = read("REED_PARTY_ [NORPTY]\n+REED_ARMY_ [NORREB]\n")
    assert (entry.current, entry.synonyms) == ("NORPTY", [])
    assert left == ["ours:2: a synonym with a code of its own: `+REED_ARMY_ [NORREB]`"]


def test_a_code_with_an_end_is_over() -> None:
    assert current("REED_ [NORGOV 890120-930120]") is None
    assert current("REED_ [NORGOV 19890120 - 19930120]") is None
    assert current("REED_ [NORGOV <940101]") is None
    assert current("REED_ [NORGOV 19890120-]") == "NORGOV"


def test_the_last_code_to_begin_holds_before_one_without_dates() -> None:
    assert current("REED_ [NORGOV >990101] [NORELI]") == "NORGOV"
    assert current("REED_ [NORGOV >20100101] [NORMIL >990101]") == "NORGOV"
    assert current("REED_ [NORELI] [NORLEG] [NORGOV <990101]") == "NORLEG"


def test_years_of_two_digits_are_of_either_century() -> None:
    assert current("REED_ [NORGOV >010101] [NORMIL >990101]") == "NORGOV"


def test_all_that_is_no_name_code_or_comment_is_named() -> None:
    codes = "[NORGOV/MIL] [---] [NORGOV 1999] old [NORMIL] [x ; ours"
    [entry], left = read(f"# ours\nREED_ {codes}\n!FEN! = A, B\n{{}}\n")
    assert entry.current == "NORMIL"
    assert left == [
        "ours:2: not read: `old [x [NORGOV/MIL] [---] [NORGOV 1999]`",
        "ours:3: not read: `!FEN! = A, B`",
        "ours:4: not read: `{}`",
    ]


@given(st.text(alphabet="AZ_~+[]{}<>!;# \t\n-019"))
def test_any_text_is_read(text: str) -> None:
    entries, left = read(text)
    assert all(entry.name for entry in entries)
    assert len(left) <= 2 * len(text.splitlines())
