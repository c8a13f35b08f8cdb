"""Layout: every line of a text in its role, and what the opening and close say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.clean.blocks import paragraphs
from dateline.clean.boilerplate import kept, main_run
from dateline.clean.captions import ReadCaptions
from dateline.clean.credits import ReadCredits
from dateline.clean.datelines import ReadDatelines
from dateline.clean.kind import no_report, shows_beginning_only
from dateline.clean.language import language_of
from dateline.clean.lines import Kind, ReadLines
from dateline.clean.opening import ReadOpening
from dateline.clean.opening_words import OpeningWords
from dateline.clean.stories import next_stories
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
    """The blocks of a text and what its opening says.

    Attributes:
        no_report: why the page is none of a report, if it is none.
        cut_off: whether a wall stands before the rest of the report.
        goes_on: whether the page goes on with other stories, which are chrome.
    """

    blocks: tuple[Block, ...] = ()
    headline: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    dateline: Dateline | None = None
    no_report: str | None = None
    cut_off: bool = False
    goes_on: bool = False


class ReadLayout:
    """Gives every line of a text its role.

    Args:
        library: has the words that tell text from furniture.
        dates: reads dates.
    """

    def __init__(self, library: Library, dates: ReadDates) -> None:
        words = OpeningWords(library)
        self._datelines = ReadDatelines(words, dates)
        self._lines = ReadLines(library, dates, self._datelines)
        self._opening = ReadOpening(words, dates)
        self._credits = ReadCredits(words)
        self._is_caption = ReadCaptions(words, dates)
        self._dates = dates

    def __call__(
        self, text: str, limit: int, title: str | None, *, shown: str | None = None
    ) -> Layout:
        """The layout of the first `limit` code points of a text.

        Args:
            text: the text.
            limit: where reading ends.
            title: the headline, if it is known.
            shown: all that the page shows, if the text is the report's alone, taken out of
                its page before.
        """
        lines = self._lines(text, paragraphs(text, limit))
        run = main_run(lines) if shown is None else range(len(lines))
        others = next_stories(lines, run, self._credits.names_writer)
        run = range(run.start, others[0]) if others else run
        roles = self._roles(lines, run, title)
        blocks, dateline = self._blocks(text, lines, roles)
        layout = self._layout(lines, roles, blocks, dateline)
        if shown is not None:
            lines = self._lines(shown, paragraphs(shown, limit))
        return msgspec.structs.replace(
            layout,
            no_report=no_report(lines),
            cut_off=shows_beginning_only(lines),
            goes_on=bool(others),
        )

    def next_stories(self, text: str, limit: int) -> tuple[Line, ...]:
        """The headlines with which a page goes on to other stories, none if it is no report."""
        lines = self._lines(text, paragraphs(text, limit))
        others = next_stories(lines, main_run(lines), self._credits.names_writer)
        return tuple(lines[i] for i in others) if others and not no_report(lines) else ()

    def language(self, text: str, blocks: Sequence[Block]) -> str:
        """The language of what blocks of a text say."""
        body = [block for block in blocks if block.role is Role.BODY] or list(blocks)
        sample = " ".join(text[block.start : block.end][:4000] for block in body[:20])
        return language_of(sample, self._lines.function_words)

    def _roles(self, lines: Sequence[Line], run: range, title: str | None) -> list[Role]:
        roles = [Role.CHROME] * len(lines)
        body = sorted(kept(lines, run) if run else _said(lines))
        for index in body:
            roles[index] = Role.BODY
        _subheads(lines, roles)
        headline = self._opening.headline(lines, body, title)
        first, last = (body[0], body[-1]) if body else (0, 0)
        self._mark_opening(lines, roles, first, headline)
        for index in range(max(0, last - _EDGE), min(len(lines), last + _EDGE)):
            if self._credits.is_credit(lines[index]):
                roles[index] = Role.CREDIT
        if headline is not None:
            roles[headline] = Role.HEADLINE
        return roles

    def _mark_opening(
        self, lines: Sequence[Line], roles: list[Role], first: int, headline: int | None
    ) -> None:
        """Give bylines, lines of a date and captions around the first paragraph their role.

        A name alone on its line is a byline below the headline.
        """
        for index in range(max(0, first - _EDGE), min(len(lines), first + _EDGE)):
            line = lines[index]
            named = headline is not None and headline < index < first
            if self._credits.is_byline(line) or (named and self._credits.is_name(line)):
                roles[index] = Role.BYLINE
            elif self._dates.whole(line.text):
                roles[index] = Role.DATELINE
            elif index <= first and len(lines) > 1 and self._is_caption(line):
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
                found = self._datelines(text, line.start, line.end)
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
        in_role = _by_role(lines, roles)
        owed = [
            self._credits.owed(line.text)
            for line in in_role[Role.BYLINE] + in_role[Role.CREDIT]
        ]
        agency = self._datelines.agency(dateline) if dateline else None
        agencies = [agency] if agency else []
        agencies += [name for each in owed for name in each.credits]
        return Layout(
            blocks=blocks,
            headline=next((line.text for line in in_role[Role.HEADLINE]), None),
            published=self._published(lines, roles, dateline),
            authors=tuple(dict.fromkeys(name for each in owed for name in each.authors)),
            credits=tuple({name.casefold(): name for name in reversed(agencies)}.values())[
                ::-1
            ],
            dateline=dateline,
        )

    def _published(
        self, lines: Sequence[Line], roles: Sequence[Role], dateline: Dateline | None
    ) -> str | None:
        """The first whole date that a dateline, or a stamp close to the lead, says."""
        first = next((i for i, role in enumerate(roles) if role is Role.BODY), 0)
        near = lines[max(0, first - _EDGE) : first]
        said = [line.text for line in near if line.kind is Kind.STAMP]
        said += [line.text for line in _by_role(lines, roles)[Role.DATELINE]]
        said += [dateline.text] if dateline else []
        return next((day for day in map(self._dates.within, said) if day), None)


def _by_role(lines: Sequence[Line], roles: Sequence[Role]) -> dict[Role, list[Line]]:
    found: dict[Role, list[Line]] = {role: [] for role in Role}
    for line, role in zip(lines, roles, strict=True):
        found[role].append(line)
    return found


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
            and line.text[0].isalnum()
            and not line.text.endswith(":")
            and lines[before].kind is Kind.PROSE
            and lines[after].kind is Kind.PROSE
        ):
            roles[here] = Role.SUBHEAD


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
