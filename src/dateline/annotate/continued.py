"""Continued speech: passages that no cue claims but that go on with a speech before them.

`"...," she said. "..."` is one speech, and so are paragraphs of quotation that follow
each other. A passage inside a sentence that no cue claims is a scare quote and stays out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.cues import Form
from dateline.annotate.reading import STOPS, Quoted, Reading, Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.annotate.speeches import Speech


def continue_speeches(reading: Reading, speeches: list[Speech]) -> None:
    """Give each unclaimed passage that goes on with a speech to it, as one more piece."""
    owners = owners_of(reading, speeches)
    for number, passage in enumerate(reading.quoted):
        if number in owners or not _begins_sentence(reading, passage):
            continue
        owner = _spoken_before(reading, passage, number, owners) or _told_before(
            reading, passage, speeches
        )
        if owner is not None:
            owner.pieces.append(reading.trimmed(Stretch(passage.first, passage.last)))
            owners[number] = owner
    for number in range(len(reading.quoted) - 2, -1, -1):
        passage, following = reading.quoted[number], number + 1
        if number not in owners and reading.quoted[following].passage.continued:
            owner = owners.get(following)
            if owner is not None:
                owner.pieces.append(reading.trimmed(Stretch(passage.first, passage.last)))
                owners[number] = owner


def owners_of(reading: Reading, speeches: Sequence[Speech]) -> dict[int, Speech]:
    """The speech that each claimed passage belongs to."""
    owners: dict[int, Speech] = {}
    for speech in speeches:
        for first, last in speech.pieces:
            for number in {reading.inside[first], reading.inside[last - 1]} - {-1}:
                if number != reading.inside[speech.at]:
                    owners.setdefault(number, speech)
    return owners


def _begins_sentence(reading: Reading, passage: Quoted) -> bool:
    """Whether the passage stands where a sentence may begin, and is one."""
    text = reading.parse.text[passage.passage.start : passage.passage.end]
    if passage.first == 0 or _new_block(reading, passage):
        return True
    before = reading.tokens[passage.first - 1]
    stopped = before.text in STOPS or reading.inside[before.i] >= 0
    return stopped and not text.lstrip("“\"'‘«`")[:1].islower()


def _new_block(reading: Reading, passage: Quoted) -> bool:
    sentence_of = reading.parse.sentence_of
    return sentence_of(passage.first).block != sentence_of(passage.first - 1).block


def _spoken_before(
    reading: Reading, passage: Quoted, number: int, owners: dict[int, Speech]
) -> Speech | None:
    """The speech that ends where the passage begins: nothing but its cue's clause between."""
    owner = owners.get(number - 1)
    if owner is None:
        return None
    previous = reading.quoted[number - 1]
    sentence = reading.parse.sentence_of(passage.first - 1)
    between = range(previous.last, passage.first)
    if not any(reading.tokens[index].text[0].isalnum() for index in between):
        return owner
    if _new_block(reading, passage) and not _fills_block(reading, passage):
        return None
    return owner if owner.at >= sentence.first and owner.at in between else None


def _fills_block(reading: Reading, passage: Quoted) -> bool:
    """Whether nothing stands in the passage's paragraph beside it."""
    if passage.passage.continued:
        return True
    after = passage.last
    sentence_of = reading.parse.sentence_of
    return after >= len(reading.tokens) or (
        sentence_of(after).block != sentence_of(passage.first).block
    )


def _told_before(reading: Reading, passage: Quoted, speeches: list[Speech]) -> Speech | None:
    """The speech of the sentence that ends where the passage begins, in the same block."""
    if not passage.first or _new_block(reading, passage):
        return None
    sentence = reading.parse.sentence_of(passage.first - 1)
    return next(
        (
            speech
            for speech in speeches
            if sentence.first <= speech.at < passage.first
            and speech.cue.takes(Form.QUOTE)
            and reading.inside[speech.at] < 0
        ),
        None,
    )
