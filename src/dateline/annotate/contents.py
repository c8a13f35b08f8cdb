"""Contents: which words each cue gives to its speaker.

A cue takes the passages beside it in its sentence, and the clause that it governs
(`said that`), follows (`..., officials said`) or interrupts (`Troops, he said, left`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.annotate.cues import Form
from dateline.annotate.reading import STOPS, Quoted, Reading, Stretch
from dateline.annotate.syntax import has_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.cues import Cue
    from dateline.records.parse import Token

#: Most tokens between a cue and a passage that belongs to it (`said in a statement
#: issued late on Sunday by her office: "..."`).
_GAP = 25


@dataclass(slots=True)
class Speech:
    """A cue at a token with the pieces of its content and its speaker's heads."""

    at: int
    cue: Cue
    pieces: list[Stretch]
    heads: tuple[int, ...] = ()
    words: tuple[int, ...] = field(default=())


def verbal(reading: Reading, verb: Token, cue: Cue) -> list[Stretch]:
    """The pieces of content that a verb gives to its subject; empty if none."""
    before = _passage_before(reading, verb) if cue.takes(Form.QUOTE) else None
    after = _passage_after(reading, verb) if cue.takes(Form.QUOTE) else None
    governed = _governed(reading, verb, cue)
    pieces = []
    if before is not None:
        pieces.append(_from_clause_start(reading, before))
    if after is not None:
        pieces.append(_joined(after, governed))
    elif governed is not None:
        pieces.append(governed)
    if not pieces and cue.takes(Form.THAT, Form.QUOTE):
        pieces = _around(reading, verb)
    return [_whole(reading, piece, verb) for piece in pieces]


def _joined(after: Quoted, governed: Stretch | None) -> Stretch:
    """A passage after the cue, with the rest of the clause that it begins."""
    if governed is None or governed.last <= after.last:
        return Stretch(after.first, after.last)
    return Stretch(min(after.first, governed.first), governed.last)


def _passage_before(reading: Reading, verb: Token) -> Quoted | None:
    """The passage that ends where the clause of the cue begins (`"...," she said`)."""
    start = reading.parse.sentence_of(verb.i).first
    index = verb.i - 1
    while index >= 0 and reading.inside[index] == reading.inside[verb.i]:
        token = reading.tokens[index]
        if index < start - 1 or verb.i - index > _GAP or token.text in STOPS:
            return None
        if index in reading.cues and reading.tokens[index].tag[0] == "V":
            return None
        index -= 1
    if index < 0 or reading.inside[index] < 0 or verb.dep in {"relcl", "acl"}:
        return None
    passage = reading.quoted[reading.inside[index]]
    if not _ends_as_speech(reading, passage) or not _same_block(reading, verb, passage):
        return None
    subject = reading.kid(verb.i, "nsubj", "nsubjpass")
    return passage if subject is None or subject.i >= passage.last else None


def _ends_as_speech(reading: Reading, passage: Quoted) -> bool:
    """Whether a passage ends so that a cue may follow: `,"` `?"` `!"` `",` `—"`."""
    text, end = reading.parse.text, passage.passage.end
    inner = text[passage.passage.start : end].rstrip("”\"'’»` ")[-1:]
    return inner in {",", "?", "!", "-", "—", "…"} or text[end : end + 1] == ","


def _same_block(reading: Reading, verb: Token, passage: Quoted) -> bool:
    sentence_of = reading.parse.sentence_of
    return sentence_of(passage.first).block == sentence_of(verb.i).block


def _passage_after(reading: Reading, verb: Token) -> Quoted | None:
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
    if not _same_block(reading, verb, passage):
        return None
    previous = reading.tokens[index - 1]
    if previous.i == verb.i or previous.text in {",", ":"} or previous.lower == "that":
        return passage
    return None


def _from_clause_start(reading: Reading, passage: Quoted) -> Stretch:
    """A passage before a cue, with the words of the speaker's clause that lead to it."""
    first = passage.first
    text = reading.parse.text[passage.passage.start :].lstrip("“\"'‘«`")
    if text[:1].islower() and first and reading.inside[first - 1] < 0:
        sentence = reading.parse.sentence_of(first - 1)
        if sentence.block == reading.parse.sentence_of(first).block and (
            reading.tokens[first - 1].text not in STOPS
        ):
            first = sentence.first
    return Stretch(first, passage.last)


def _governed(reading: Reading, verb: Token, cue: Cue) -> Stretch | None:
    """The clause or phrase after the verb that it governs."""
    found: Stretch | None = None
    for kid in reading.parse.kids(verb.i):
        if kid.i > verb.i and _governs(reading, kid, cue):
            found = reading.span_of(kid.i)
            found = Stretch(max(found.first, verb.i + 1), found.last)
            break
    if found is None:
        return None
    if cue.takes(Form.OBJECT, Form.OF, Form.AS):
        thing = reading.kid(verb.i, "dobj")
        if thing is not None and verb.i < thing.i < found.first:
            found = Stretch(reading.span_of(thing.i).first, found.last)
    return found


def _governs(reading: Reading, kid: Token, cue: Cue) -> bool:
    """Whether a dependent has the form that the cue asks of its content."""
    if kid.dep == "ccomp":
        if cue.takes(Form.THAT):
            return True
        own = reading.kid(kid.i, "nsubj", "nsubjpass")
        return cue.takes(Form.OBJECT) and own is not None
    if kid.dep == "xcomp":
        if has_to(reading.parse, kid):
            return cue.takes(Form.TO, Form.OBJECT)
        return cue.takes(Form.ING if kid.tag == "VBG" else Form.OBJECT)
    if kid.dep == "oprd":
        return cue.takes(Form.OBJECT)
    if kid.dep == "prep":
        return cue.takes(Form.AS if kid.lower == "as" else Form.OF) and kid.lower in {
            "as",
            "of",
        }
    return False


def _around(reading: Reading, verb: Token) -> list[Stretch]:
    """The clause that the cue follows or interrupts."""
    bounds = reading.bounds(verb.i)
    own = reading.span_of(verb.i)
    left = next((kid for kid in reading.parse.kids(verb.i) if kid.dep == "ccomp"), None)
    if left is not None and left.i < verb.i:
        frame = _frame(reading, verb, left)
        first = bounds.first if verb.head == verb.i else reading.span_of(left.i).first
        return [reading.trimmed(Stretch(max(first, bounds.first), frame.first))]
    if verb.dep in {"parataxis", "ccomp", "advcl"} and _interrupts(reading, verb):
        host = reading.span_of(verb.head)
        sides = (Stretch(host.first, own.first), Stretch(own.last, host.last))
        return [piece for side in sides if (piece := reading.trimmed(side)) and _words(piece)]
    return []


def _interrupts(reading: Reading, verb: Token) -> bool:
    """Whether the cue's clause stands between commas in the clause it is about."""
    own = reading.span_of(verb.i)
    if reading.kid(verb.i, "nsubj") is None or reading.kid(verb.i, "dobj", "ccomp"):
        return False
    before = reading.tokens[own.first - 1].text if own.first else ""
    if verb.dep == "advcl":
        mark = reading.kid(verb.i, "mark", "advmod")
        return mark is not None and mark.lower == "as"
    return before in {",", "—", "–", "-", "--"}


def _words(piece: Stretch) -> bool:
    return piece.last > piece.first


def _frame(reading: Reading, verb: Token, content: Token) -> Stretch:
    """The cue's clause without the content to its left."""
    firsts = [
        reading.span_of(kid.i).first
        for kid in reading.parse.kids(verb.i)
        if content.i < kid.i < verb.i and kid.dep != "punct"
    ]
    return Stretch(min([verb.i, *firsts]), verb.i + 1)


def _whole(reading: Reading, piece: Stretch, verb: Token) -> Stretch:
    """The piece with every passage that it cuts through taken in whole."""
    first, last = piece
    for index in (first, max(first, last - 1)):
        number = reading.inside[index]
        if number >= 0 and number != reading.inside[verb.i]:
            passage = reading.quoted[number]
            first, last = min(first, passage.first), max(last, passage.last)
    if first <= verb.i < last:
        first, last = (piece.first, min(piece.last, verb.i)) if piece.first < verb.i else piece
    return reading.trimmed(Stretch(first, last))


def contents(reading: Reading) -> Iterator[Speech]:
    """Every cue that has a content, with its speaker's heads."""
    for index, cue in reading.cues.items():
        token = reading.tokens[index]
        if token.tag[0] != "V":
            continue
        pieces = [piece for piece in verbal(reading, token, cue) if _words(piece)]
        if pieces:
            heads = reading.propositions.subjects(index)[0]
            yield Speech(index, cue, pieces, heads)
