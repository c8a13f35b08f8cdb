"""Tables of text: a row is a report, and a broken row costs itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest import sheet
from dateline.ingest.sheet import read_sheet
from dateline.records.report import Raw, Refusal


def _read(data: str | bytes, **columns: str) -> list[Raw | Refusal]:
    raw = data if isinstance(data, bytes) else data.encode()
    return list(read_sheet(iter(raw.splitlines(keepends=True)), "a.csv", columns))


def _texts(found: list[Raw | Refusal]) -> list[str | None]:
    return [item.text if isinstance(item, Raw) else item.problem.message for item in found]


def test_columns_are_known_by_name() -> None:
    (raw,) = _read('\ufeffid,title,text\n7,Rain,"Rain fell, they said.\nAll day."\n')
    assert isinstance(raw, Raw)
    assert (raw.id, raw.title, raw.text) == ("7", "Rain", "Rain fell, they said.\nAll day.")
    assert raw.provenance is not None
    assert (raw.where, raw.provenance.record) == ("a.csv:2", 2)


def test_columns_may_have_names_of_their_own() -> None:
    (raw,) = _read("body;date;nr\nRain fell.;2024-05-31;1\n", text="body", published="date")
    assert isinstance(raw, Raw)
    assert (raw.text, raw.published, raw.id) == ("Rain fell.", "2024-05-31", "a.csv:2")


def test_a_table_without_text_is_refused_with_the_names_it_has() -> None:
    (refusal,) = _read("body,date\nRain fell.,2024-05-31\n")
    assert isinstance(refusal, Refusal)
    assert "has no column `text`; it has `body`, `date`" in refusal.problem.message
    (refusal,) = _read("text\nRain.\n", title="head")
    assert isinstance(refusal, Refusal)
    assert "has no column `head`" in refusal.problem.message


@pytest.mark.parametrize(
    "broken",
    [
        "2,too,many\n",
        "2\n",
        '2,"not closed\n',
        '2,"closed" in the middle\n',
    ],
)
def test_a_broken_row_is_refused_and_the_rest_is_read(broken: str) -> None:
    found = _read(f'id,text\n1,First.\n{broken}3,"Third, and\nlonger."\n4,Fourth.\n')
    assert _texts(found)[0] == "First."
    assert "a.csv:3: " in (_texts(found)[1] or "")
    assert _texts(found)[2:] == ["Third, and\nlonger.", "Fourth."]


def test_an_open_mark_at_the_end_costs_its_line() -> None:
    found = _read('id,text\n1,"open\n2,Second.\n3,Third.\n')
    assert isinstance(found[0], Refusal)
    assert _texts(found)[1:] == ["Second.", "Third."]


def test_a_row_of_too_many_lines_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "_MOST_LINES", 3)
    found = _read('text\n"a\nb\nc\nd\ne"\n')
    assert "not closed within 3 lines" in (_texts(found)[0] or "")


def test_a_file_of_broken_rows_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "_MOST_BROKEN", 3)
    found = _read("text,id\nRain.,1\n" + "broken\n" * 9)
    assert len(found) == 5
    assert "the rest is not read" in (_texts(found)[4] or "")


def test_a_line_too_long_is_refused_and_the_next_read() -> None:
    lines = iter([b"text\n", None, b"Rain fell.\n"])
    first, second = read_sheet(lines, "a.csv", {})
    assert isinstance(first, Refusal)
    assert isinstance(second, Raw)


def test_blank_lines_and_empty_rows_are_nothing() -> None:
    assert _texts(_read("text,id\n\n,\nRain.,1\n")) == ["Rain."]


@given(st.text(alphabet='ab,;"\n\r\x00é', max_size=80))
def test_any_text_is_read_to_its_end(text: str) -> None:
    _read(f"text,id\n{text}")
    _read(text)
