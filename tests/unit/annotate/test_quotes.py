"""Quotes are found with their words, their cue and the words of their speaker."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.parse import Parser
from dateline.annotate.quotes import FindQuotes, RawQuote
from dateline.lexicon.library import Library
from dateline.records.attribution import QuoteKind
from dateline.records.report import Block, Report, Role

FIND = FindQuotes(Library())
PARSE = Parser()
_MARKS = ['"', "“", "”", "'", "’", ":", "-", ",", ".", "\n"]
_WORDS = [
    "said",
    "he",
    "that",
    "according",
    "to",
    "claim",
    "is",
    "was",
    "told",
    "sure",
    "of",
]


def report_of(text: str, role: Role = Role.BODY) -> Report:
    """A report whose blocks are the lines of the text."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(role=role, start=start, end=start + len(line)))
        start += len(line) + 1
    return Report(id="x", text=text, blocks=tuple(blocks))


def quotes_of(text: str, role: Role = Role.BODY) -> tuple[RawQuote, ...]:
    """The quotes of a text."""
    report = report_of(text, role)
    return FIND(report, PARSE(report))


def words(quote: RawQuote) -> tuple[str | None, str | None, str]:
    """Speaker, cue and content of a quote as words."""
    return (
        quote.speaker.text if quote.speaker else None,
        quote.cue.text if quote.cue else None,
        quote.content.text,
    )


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        (
            '"The river is rising," the mayor said.',
            "the mayor",
            "said",
            '"The river is rising,"',
        ),
        (
            '"The river is rising," said the mayor.',
            "the mayor",
            "said",
            '"The river is rising,"',
        ),
        (
            "The mayor said: “The river is rising.”",
            "The mayor",
            "said",
            "“The river is rising.”",
        ),
    ],
)
def test_direct_speech_keeps_its_marks(text: str, speaker: str, cue: str, content: str) -> None:
    (quote,) = quotes_of(text)
    assert quote.kind is QuoteKind.DIRECT
    assert words(quote) == (speaker, cue, content)


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        (
            "The envoy said that talks would resume on Friday.",
            "The envoy",
            "said",
            "that talks would resume on Friday",
        ),
        ("Three ships sank, officials said.", "officials", "said", "Three ships sank"),
        (
            "Prices rose in May, according to two officials.",
            "two officials",
            "according to",
            "Prices rose in May",
        ),
        (
            "His accusation that the army shelled the town angered many.",
            "His",
            "accusation",
            "that the army shelled the town",
        ),
        (
            "The poll that the opposition and the clergy say was rigged is over.",
            "the opposition and the clergy",
            "say",
            "was rigged",
        ),
        (
            "She made it clear that the vote was over.",
            "She",
            "clear",
            "that the vote was over",
        ),
        (
            "The envoy was quoted as saying that the war is over.",
            "The envoy",
            "saying",
            "that the war is over",
        ),
    ],
)
def test_indirect_speech_is_the_clause_that_is_given(
    text: str, speaker: str, cue: str, content: str
) -> None:
    (quote,) = quotes_of(text)
    assert quote.kind is QuoteKind.INDIRECT
    assert words(quote) == (speaker, cue, content)


def test_a_clause_with_some_words_quoted_is_mixed() -> None:
    (quote,) = quotes_of('The general said the valley was "under heavy pressure" from floods.')
    assert quote.kind is QuoteKind.MIXED
    assert quote.content.text == 'the valley was "under heavy pressure" from floods'


def test_a_split_quotation_has_one_cue_for_all_its_pieces() -> None:
    first, second = quotes_of('"We will stay," he added. "They will go." The crowd left.')
    assert (first.cue, first.speaker) == (second.cue, second.speaker)
    assert second.content.text == '"They will go."'


def test_paragraphs_of_quotation_go_to_the_same_speaker() -> None:
    found = quotes_of("“The river rose.\n“We left at night,” said the baker.")
    assert [words(quote)[0] for quote in found] == ["the baker", "the baker"]


def test_an_interrupting_cue_leaves_two_pieces() -> None:
    found = quotes_of("Troops, he said, left the town.")
    assert [words(quote) for quote in found] == [
        ("he", "said", "Troops"),
        ("he", "said", "left the town"),
    ]


def test_two_cues_of_one_sentence_share_the_speaker_and_part_the_content() -> None:
    first, second = quotes_of(
        "Officials told the paper the plant was shut and said it would reopen."
    )
    assert words(first) == ("Officials", "told", "the plant was shut")
    assert words(second) == ("Officials", "said", "it would reopen")


@pytest.mark.parametrize(
    "text",
    [
        'The "peace plan" was published on Monday.',
        'It was a so-called "liberation" of the town.',
        "Please note that the office is closed.",
    ],
)
def test_scare_quotes_and_orders_to_the_reader_are_no_speech(text: str) -> None:
    assert quotes_of(text) == ()


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Port to close in March - diplomat", "diplomat", "Port to close in March"),
        ("Report: Minister to resign", "Report", "Minister to resign"),
        ("Novak: Pressure 'unacceptable'", "Novak", "Pressure 'unacceptable'"),
    ],
)
def test_headlines_name_their_speaker_at_an_edge(text: str, speaker: str, content: str) -> None:
    (quote,) = quotes_of(text, Role.HEADLINE)
    assert (words(quote)[0], quote.content.text) == (speaker, content)


def test_a_label_before_a_passage_names_its_speaker() -> None:
    (quote,) = quotes_of('Votes rose - Novak: "We have won the day."')
    assert words(quote) == ("Novak", ":", '"We have won the day."')


def test_a_thing_spoken_of_is_marked_as_topic() -> None:
    (quote,) = quotes_of("The agency warned of a flood in the valley.")
    assert quote.topic
    assert quote.content.text == "a flood in the valley"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(_MARKS + _WORDS) | st.text(max_size=3),
        max_size=25,
    )
)
def test_any_string_gives_quotes_whose_words_stand_in_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    for role in (Role.BODY, Role.HEADLINE):
        for quote in quotes_of(text, role):
            for span in (quote.content, quote.cue, quote.speaker):
                assert span is None or span.text == text[span.start : span.end]
