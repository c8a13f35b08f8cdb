"""Layout: every line of a text in its role, and what the opening and close say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.clean.blocks import paragraphs
from dateline.clean.boilerplate import kept, main_run
from dateline.clean.language import language_of
from dateline.clean.lines import Kind, ReadLines
from dateline.clean.opening import ReadOpening
from dateline.records.report import Block, Dateline, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.clean.lines import Line
    from dateline.clean.published import ReadDates
    from dateline.lexicon.library import Library

#: So many lines from its ends a report says of itself what it is.
_EDGE = 6
#: A heading between paragraphs has no more words.
_SUBHEAD_WORDS = 12


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """The blocks of a text and what its opening says."""

    blocks: tuple[Block, ...] = ()
    headline: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    dateline: Dateline | None = None


class ReadLayout:
    """Gives every line of a text its role.

    Args:
        library: has the words that tell text from furniture.
        dates: reads dates.
    """

    def __init__(self, library: Library, dates: ReadDates) -> None:
        self._lines = ReadLines(library, dates)
        self._read = ReadOpening(library, dates)
        self._dates = dates

    def __call__(
        self, text: str, limit: int, title: str | None, *, extracted: bool = False
    ) -> Layout:
        """The layout of the first `limit` code points of a text.

        Args:
            text: the text.
            limit: where reading ends.
            title: the headline, if it is known.
            extracted: whether the text is a report's alone, taken out of its page before.
        """
        lines = self._lines(text, paragraphs(text, limit))
        run = range(len(lines)) if extracted else main_run(lines)
        roles = self._roles(lines, run, title)
        blocks, dateline = self._blocks(text, lines, roles)
        return self._layout(lines, roles, blocks, dateline)

    def language(self, text: str, blocks: Sequence[Block]) -> str:
        """The language of what blocks of a text say."""
        body = [block for block in blocks if block.role is Role.BODY] or list(blocks)
        sample = " ".join(text[block.start : block.end][:4000] for block in body[:20])
        return language_of(sample, self._lines.function_words)

    def _roles(self, lines: Sequence[Line], run: range, title: str | None) -> list[Role]:
        roles = [Role.CHROME] * len(lines)
        body = kept(lines, run) if run else _said(lines)
        for index in body:
            roles[index] = Role.BODY
        first = min(body, default=0)
        headline = self._read.headline(lines, sorted(body), title)
        for index in range(max(0, first - _EDGE), min(len(lines), first + _EDGE)):
            if self._read.is_byline(lines[index]):
                roles[index] = Role.BYLINE
            elif self._dates.whole(lines[index].text):
                roles[index] = Role.DATELINE
        self._captions(lines, roles, first)
        last = max(body, default=0)
        for index in range(max(0, last - _EDGE), min(len(lines), last + _EDGE)):
            if self._read.is_credit(lines[index]):
                roles[index] = Role.CREDIT
        if headline is not None:
            roles[headline] = Role.HEADLINE
        _subheads(lines, roles)
        return roles

    def _captions(self, lines: Sequence[Line], roles: list[Role], first: int) -> None:
        """Captions stand right above the lead, or are the first paragraph before it."""
        for index in range(max(0, first - _EDGE), min(len(lines) - 1, first + 1)):
            if roles[index] in (Role.CHROME, Role.BODY) and self._read.is_caption(lines[index]):
                roles[index] = Role.CAPTION

    def _blocks(
        self, text: str, lines: Sequence[Line], roles: Sequence[Role]
    ) -> tuple[tuple[Block, ...], Dateline | None]:
        """The blocks in order; a dateline is cut off the paragraph it begins."""
        blocks: list[Block] = []
        dateline = None
        leads = 2
        for line, role in zip(lines, roles, strict=True):
            start = line.start
            if role is Role.DATELINE and dateline is None:
                dateline = Dateline(
                    text=line.text, start=line.start, end=line.end, date=line.text
                )
            if role is Role.BODY and leads:
                leads -= 1
                found = self._read.dateline(text, line.start, line.end)
                if found and found.end < line.end:
                    dateline, leads = found, 0
                    blocks.append(Block(role=Role.DATELINE, start=start, end=found.end))
                    start = _skip_space(text, found.end, line.end)
            if start < line.end:
                blocks.append(Block(role=role, start=start, end=line.end))
        return tuple(blocks), dateline

    def _layout(
        self,
        lines: Sequence[Line],
        roles: Sequence[Role],
        blocks: tuple[Block, ...],
        dateline: Dateline | None,
    ) -> Layout:
        by_role = list(zip(lines, roles, strict=True))
        owed = [
            self._read.owed(line.text)
            for line, role in by_role
            if role in (Role.BYLINE, Role.CREDIT)
        ]
        agencies = [name for each in owed for name in each.credits]
        agency = self._read.dateline_agency(dateline) if dateline else None
        dates = [
            self._dates.within(line.text) for line, role in by_role if role is Role.DATELINE
        ]
        if dateline:
            dates.append(self._dates.within(dateline.text))
        return Layout(
            blocks=blocks,
            headline=next((line.text for line, role in by_role if role is Role.HEADLINE), None),
            published=next((day for day in dates if day), None),
            authors=tuple(dict.fromkeys(name for each in owed for name in each.authors)),
            credits=tuple(dict.fromkeys([agency, *agencies] if agency else agencies)),
            dateline=dateline,
        )


def _said(lines: Sequence[Line]) -> set[int]:
    """In a text without a paragraph of prose: every line that is not furniture."""
    return {
        index
        for index, line in enumerate(lines)
        if line.kind in (Kind.SENTENCE, Kind.SHORT, Kind.PROSE)
    }


def _subheads(lines: Sequence[Line], roles: list[Role]) -> None:
    """Short lines of the body between paragraphs of prose are headings."""
    body = [index for index, role in enumerate(roles) if role is Role.BODY]
    for before, here, after in zip(body, body[1:], body[2:], strict=False):
        line = lines[here]
        if (
            line.kind is Kind.SHORT
            and line.words <= _SUBHEAD_WORDS
            and lines[before].kind is Kind.PROSE
            and lines[after].kind is Kind.PROSE
        ):
            roles[here] = Role.SUBHEAD


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
