"""Quotes are found with their words, their cue and the words of their speaker."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.parse import Parser
from dateline.annotate.quotes import FindQuotes, RawQuote
from dateline.lexicon.library import Library
from dateline.records.attribution import QuoteKind
from dateline.records.report import Block, Report, Role

FIND = FindQuotes(Library())


def report_of(text: str) -> Report:
    """A report whose body is the text, one block a line."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(role=Role.BODY, start=start, end=start + len(line)))
        start += len(line) + 1
    return Report(id="x", text=text, blocks=tuple(blocks))


def quotes_of(parser: Parser, text: str) -> tuple[RawQuote, ...]:
    """The quotes of a text."""
    report = report_of(text)
    return FIND(report, parser(report))


def words(quote: RawQuote) -> tuple[str | None, str | None, str]:
    """Speaker, cue and content of a quote as words."""
    return (
        quote.speaker.text if quote.speaker else None,
        quote.cue.text if quote.cue else None,
        quote.content.text,
    )


def test_a_direct_quote_before_its_cue_keeps_its_marks(parser: Parser) -> None:
    (quote,) = quotes_of(parser, '"The river is rising," the mayor said.')
    assert quote.kind is QuoteKind.DIRECT
    assert words(quote) == ("the mayor", "said", '"The river is rising,"')


def test_an_indirect_quote_is_the_clause_with_its_that(parser: Parser) -> None:
    (quote,) = quotes_of(parser, "The envoy said that talks would resume on Friday.")
    assert quote.kind is QuoteKind.INDIRECT
    assert words(quote) == ("The envoy", "said", "that talks would resume on Friday")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab \"“”‘’'.,:-\n said he that")))
def test_any_string_gives_quotes_whose_words_stand_in_the_text(text: str) -> None:
    report = report_of(text)
    for quote in FIND(report, PARSE(report)):
        for span in (quote.content, quote.cue, quote.speaker):
            assert span is None or span.text == text[span.start : span.end]


PARSE = Parser()
