"""Tables, pages, rows and explanations of the sample report."""

from html.parser import HTMLParser
from io import StringIO

import msgspec
import pytest
from rich.console import Console

from dateline.api import Coder
from dateline.records.record import Record
from dateline.records.report import Raw
from dateline.render.coded import CodedRecord
from dateline.render.events import by_event
from dateline.render.explain import explain
from dateline.render.frame import COLUMNS, claim_rows, to_pandas, to_polars
from dateline.render.marked import marked_text
from dateline.render.page import fragment, page
from dateline.render.sayings import sayings
from dateline.render.table import record_table


class _Checked(HTMLParser):
    """Fails on elements that do not nest; gathers the text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            return
        self.open.append(tag)
        tip = ("class", "tip") in attrs
        self.quiet = len(self.open) if tip and not self.quiet else self.quiet

    def handle_endtag(self, tag: str) -> None:
        if self.quiet == len(self.open):
            self.quiet = 0
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.words.append(data)


def _checked(html: str) -> _Checked:
    parser = _Checked()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


def test_the_page_nests_and_keeps_the_text(record: CodedRecord) -> None:
    _checked(page([record, record]))
    words = "".join(_checked(marked_text(record)).words)
    assert " ".join(words.split()) == " ".join(record.text.split())


def test_the_page_fetches_nothing(record: CodedRecord) -> None:
    html = page([record])
    assert not any(mark in html for mark in ("http://", "https://", "src=", "<link", "@import"))


def test_text_that_looks_like_markup_is_shown_as_text(coder: Coder) -> None:
    html = fragment(coder.code("Police arrested a man in <script>alert(1)</script> & Lyon."))
    assert "<script>alert" not in html
    assert "&lt;" in html


def test_every_claim_has_a_card_and_words_in_the_text(record: CodedRecord) -> None:
    html = page([record])
    for claim in record.claims:
        assert f'data-claim="{claim.id}"' in html
        assert claim.id in marked_text(record)


def test_the_table_shows_claims_ties_and_problems(record: CodedRecord, coder: Coder) -> None:
    console = Console(width=160, record=True, file=StringIO())
    console.print(record_table(record))
    console.print(record_table(coder.code("")))
    shown = console.export_text()
    for words in ("PROTEST (demo)", "tie: ", "no claims", "nothing to read"):
        assert words in shown


def test_claims_of_an_event_stand_together(record: CodedRecord) -> None:
    groups = by_event(record)
    assert sum(map(len, groups)) == len(record.claims)
    assert len({claims[0].event for claims in groups}) == len(groups)


def test_rows_fill_frames_of_both_kinds(record: CodedRecord) -> None:
    rows = list(claim_rows([record]))
    assert len(rows) == len(record.claims)
    assert to_pandas([record]).shape == to_polars([record]).shape == (len(rows), len(COLUMNS))
    assert to_pandas([]).shape == to_polars([]).shape == (0, len(COLUMNS))


def test_sayings_are_verbatim_with_their_paragraph(record: CodedRecord) -> None:
    assert record.sayings() == list(sayings([record]))
    for saying in record.sayings():
        assert record.text[saying.start : saying.end] == saying.words
        assert " ".join(saying.words.split()) in saying.context


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police arrested a man in Lyon.", "rule: coerce.arrest:arrest"),
        ("The bakery opens at six.", "no rule matched `opens`"),
    ],
)
def test_explanations_name_the_entry_or_say_that_none_matched(
    coder: Coder, text: str, words: str
) -> None:
    record, coded = coder.explain(Raw(id="text", text=text))
    assert words in explain(record, coded)


def test_a_coded_record_is_the_record(record: CodedRecord) -> None:
    plain = msgspec.json.decode(msgspec.json.encode(record), type=Record)
    assert CodedRecord.of(plain) == record
