"""Files, folders and streams become raw items, and what is no report is refused."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.read import read_raws
from dateline.records.report import Provenance, Raw, Refusal


def from_stdin(data: bytes) -> list[Raw | Refusal]:
    return list(read_raws(["-"], BytesIO(data)))


def test_a_folder_gives_its_files_in_order_of_name(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Second.")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "page.html").write_text("<p>First.</p>")
    (tmp_path / ".hidden.txt").write_text("Never.")
    raws = list(read_raws([str(tmp_path)]))
    assert [raw.id for raw in raws] == [
        str(tmp_path / "a" / "page.html"),
        str(tmp_path / "b.txt"),
    ]
    assert [type(raw) for raw in raws] == [Raw, Raw]


def test_a_file_that_is_missing_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "here.txt").write_text("Here.")
    refused, read = read_raws([str(tmp_path / "gone.txt"), str(tmp_path / "here.txt")])
    assert isinstance(refused, Refusal)
    assert "gone.txt: No such file" in refused.problem.message
    assert isinstance(read, Raw)


def test_lines_of_json_are_reports_and_a_bad_line_costs_itself() -> None:
    good = {"id": 7, "text": "Rain fell.", "title": "Rain", "published": "2020-11-10"}
    data = "\n".join([json.dumps(good), "{broken", '{"id": "x"}', "", '{"html": "<p>A</p>"}'])
    first, second, third, fourth = from_stdin(data.encode())
    assert isinstance(first, Raw)
    assert (first.id, first.text, first.title) == ("7", "Rain fell.", "Rain")
    assert isinstance(second, Refusal)
    assert second.problem.message.startswith("-:2: ")
    assert isinstance(third, Refusal)
    assert (third.id, third.where) == ("x", "-:3")
    assert isinstance(fourth, Raw)
    assert (fourth.id, fourth.html) == ("-:5", "<p>A</p>")


def test_a_stream_is_known_by_its_first_character() -> None:
    page, text = from_stdin(b"\n  <html><p>Rain</p>") + from_stdin(b"\n Rain fell.\n")
    assert isinstance(page, Raw)
    assert (page.id, page.html, page.text) == ("-", "\n  <html><p>Rain</p>", None)
    assert isinstance(text, Raw)
    assert (text.id, text.html, text.text) == ("-", None, "\n Rain fell.\n")


def test_line_ends_stay_as_they_are() -> None:
    (raw,) = from_stdin(b"One.\r\nTwo.\r\n")
    assert isinstance(raw, Raw)
    assert raw.text == "One.\r\nTwo.\r\n"


def test_character_sets_are_told_by_mark_then_by_fit() -> None:
    words = "Le café a été fermé après la grève à Orléans."
    for data in (words.encode("utf-16"), words.encode("utf-8-sig"), words.encode("cp1252")):
        (raw,) = from_stdin(data)
        assert isinstance(raw, Raw)
        assert raw.text == words


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_a_mark(order: str) -> None:
    words = "The café – a “bar” – closed\nafter the strike."
    (raw,) = from_stdin(words.encode(order))
    assert isinstance(raw, Raw)
    assert (raw.text, raw.problems) == (words, ())
    page = f"<html><body><p>{words}</p></body></html>"
    (raw,) = from_stdin(page.encode(order))
    assert isinstance(raw, Raw)
    assert raw.html == page
    lines = '{"id": "1", "text": "One."}\n{"id": "2", "text": "Two."}\n'
    assert [item.id for item in from_stdin(lines.encode(order))] == ["1", "2"]


@pytest.mark.parametrize("data", [bytes(4000), b"\x00\x01" * 2000, b"\x07\x00" * 2000])
def test_numbers_of_two_bytes_are_no_utf_16(data: bytes) -> None:
    assert isinstance(from_stdin(data)[0], Refusal)


def test_broken_utf8_is_replaced_and_said() -> None:
    (raw,) = from_stdin("“Rain” fell for days on the hills – ".encode() * 10 + b"\xff at last.")
    assert isinstance(raw, Raw)
    assert raw.text is not None
    assert raw.text.endswith("\ufffd at last.")
    assert "1 broken" in raw.problems[0].message


def test_html_says_its_character_set() -> None:
    page = '<html><meta charset="iso-8859-2"><p>Łódź</p>'
    (raw,) = from_stdin(page.encode("iso-8859-2"))
    assert isinstance(raw, Raw)
    assert raw.html == page


def test_binary_files_are_refused() -> None:
    (refused,) = from_stdin(b"\x7fELF\x02\x01\x00\x00\x00\x00" * 20)
    assert isinstance(refused, Refusal)


def test_nothing_on_standard_input_is_an_empty_report() -> None:
    provenance = Provenance(file="-")
    assert from_stdin(b"") == [Raw(id="-", text="", where="-", provenance=provenance)]


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    for raw in from_stdin(data):
        assert isinstance(raw, Raw | Refusal)


def test_compressed_data_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(bytes((n * 7919) % 251 for n in range(5000)))
    (refusal,) = read_raws([str(path)])
    assert isinstance(refusal, Refusal)
