from dateline.ingest.surrogates import whole
from dateline.records.report import Raw


def test_whole_items_are_returned_as_they_are() -> None:
    raw = Raw(id="a", text="Café 😀")
    assert whole(raw) is raw


def test_halves_of_characters_are_replaced_and_said() -> None:
    raw = whole(Raw(id="a\udcff", text="One \ud800 half"))
    assert (raw.id, raw.text) == ("a\ufffd", "One \ufffd half")
    assert raw.problems[0].stage == "ingest"
