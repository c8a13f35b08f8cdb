"""Passages beside a cue: the quotation that its clause follows or introduces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.annotate.labels import label_of
from dateline.annotate.reading import STOPS, Quoted, Reading, Stretch
from dateline.records.report import Role

if TYPE_CHECKING:
    from dateline.records.parse import Token

#: Most tokens between a cue and a passage that belongs to it (`said in a statement
#: issued late on Sunday by her office: "..."`).
_GAP = 25


def passage_before(reading: Reading, verb: Token) -> Quoted | None:
    """The passage that ends where the clause of the cue begins (`"...," she said`)."""
    if verb.dep in {"relcl", "acl"} or (
        verb.tag == "VBG" and reading.kid(verb.i, "aux", *syntax.SUBJECTS) is None
    ):
        return None
    index = verb.i - 1
    while index >= 0 and reading.inside[index] == reading.inside[verb.i]:
        token = reading.tokens[index]
        if verb.i - index > _GAP or token.text in STOPS:
            return None
        if index in reading.cues and token.tag[0] == "V":
            return None
        index -= 1
    if index < 0 or reading.inside[index] < 0:
        return None
    passage = reading.quoted[reading.inside[index]]
    fits = _ends_as_speech(reading, passage) and _same_block(reading, verb, passage)
    return passage if fits and not _anothers(reading, verb, passage) else None


def _anothers(reading: Reading, verb: Token, passage: Quoted) -> bool:
    """Whether a passage ends another's clause and the cue has a clause of its own.

    `Though the minister spoke of "a mistake," he claimed that ...`
    """
    clause = reading.kid(verb.i, "ccomp")
    before = passage.first - 1
    return (
        clause is not None
        and clause.i > verb.i
        and before >= reading.parse.sentence_of(verb.i).first
        and reading.inside[before] < 0
        and reading.tokens[before].text not in STOPS
    )


def _ends_as_speech(reading: Reading, passage: Quoted) -> bool:
    """Whether a passage ends so that a cue may follow: `,"` `?"` `!"` `",` `—"`."""
    text, end = reading.parse.text, passage.passage.end
    inner = text[passage.passage.start : end].rstrip("”\"'’»` ")[-1:]
    return inner in {",", "?", "!", "-", "—", "…"} or text[end : end + 1] == ","


def _same_block(reading: Reading, verb: Token, passage: Quoted) -> bool:
    sentence_of = reading.parse.sentence_of
    return sentence_of(passage.first).block == sentence_of(verb.i).block


def passage_after(reading: Reading, verb: Token) -> Quoted | None:
    """The passage that the cue introduces (`said: "..."`, `told the paper that "..."`)."""
    index = verb.i + 1
    while index < len(reading.tokens) and reading.inside[index] == reading.inside[verb.i]:
        token = reading.tokens[index]
        if index - verb.i > _GAP or token.text in STOPS:
            return None
        if index in reading.cues and token.tag[0] == "V":
            return None
        index += 1
    if index >= len(reading.tokens) or reading.inside[index] < 0:
        return None
    passage = reading.quoted[reading.inside[index]]
    previous = reading.tokens[index - 1]
    introduced = previous.text in {",", ":"} or previous.lower == "that"
    if (previous.i != verb.i and not introduced) or label_of(reading, passage):
        return None
    return passage if _same_block(reading, verb, passage) else None


def from_clause_start(reading: Reading, passage: Quoted) -> Stretch:
    """A passage before a cue, with the words of the speaker's clause that lead to it."""
    first = passage.first
    if not first or reading.inside[first - 1] >= 0:
        return Stretch(first, passage.last)
    sentence = reading.parse.sentence_of(first - 1)
    leads = sentence.block == reading.parse.sentence_of(first).block and (
        reading.tokens[first - 1].text not in STOPS
    )
    return Stretch(sentence.first if leads else first, passage.last)


def headline_rest(reading: Reading, after: Quoted) -> Stretch | None:
    """The rest of a headline whose content begins with a passage but does not end with it."""
    sentence = reading.parse.sentence_of(after.last - 1)
    if sentence.role is not Role.HEADLINE or _ends_as_speech(reading, after):
        return None
    return Stretch(after.last, sentence.last)
