"""The clean stage: raw item to report."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.clean.language import ENGLISH
from dateline.clean.layout import Layout, ReadLayout
from dateline.clean.page import Page, read_page
from dateline.clean.published import ReadDates, first_known, published_in_url
from dateline.lexicon.library import Library
from dateline.records.report import (
    READ_ROLES,
    Block,
    Opening,
    Problem,
    PublishedBasis,
    Report,
    Role,
)

if TYPE_CHECKING:
    from dateline.records.report import Raw

#: A report is read to here, in code points; the longest of a year's wire files have 60,000.
LONGEST = 400_000
#: A longer page is not read: to take the text out of one needs forty times its size, and a
#: second for each million of code points.
LONGEST_PAGE = 12_000_000


class CleanReport:
    """Makes reports of raw items.

    Args:
        library: has the words that tell text from furniture.
    """

    def __init__(self, library: Library) -> None:
        self._dates = ReadDates(library)
        self._layout = ReadLayout(library, self._dates)

    def __call__(self, raw: Raw, *, published: str | None = None) -> Report:
        """The report of a raw item; whatever is wrong with it is among its problems.

        Args:
            raw: the item; plain text stays as it is, of HTML the main text is taken.
            published: the day of publication, if it is known better than the item does.
        """
        problems = list(raw.problems)
        page = self._page(raw, problems)
        layout = self._layout(page.text, LONGEST, page.title, shown=page.shown)
        problems += _shortcomings(layout)
        if len(page.text) > LONGEST:
            message = f"only the first {LONGEST} of {len(page.text)} characters were read"
            problems.append(Problem("clean", message))
        language = raw.language or self._layout.language(page.text, layout.blocks)
        blocks = layout.blocks
        if layout.no_report:
            blocks = tuple(_unread(block) for block in blocks)
        if not language.lower().startswith(ENGLISH):
            problems.append(Problem("clean", f"not English ({language}): not coded"))
            blocks = tuple(_unread(block) for block in blocks)
        return Report(
            id=raw.id,
            text=page.text,
            provenance=raw.provenance,
            opening=self._opening(raw, page, layout, published, language, problems),
            blocks=blocks,
            problems=tuple(problems),
        )

    def _page(self, raw: Raw, problems: list[Problem]) -> Page:
        if raw.text is not None:
            return Page(text=raw.text, title=raw.title, url=raw.url, publisher=raw.publisher)
        html = raw.html or ""
        if len(html) > LONGEST_PAGE:
            message = f"the page has more than {LONGEST_PAGE} characters, and is not read"
            problems.append(Problem("clean", message))
            return Page(title=raw.title)
        try:
            return read_page(html, raw.title)
        except Exception as error:  # noqa: BLE001 - a page may break lxml in any way
            problems.append(Problem("clean", f"the page cannot be read: {error}"))
            return Page(title=raw.title)

    def _opening(
        self,
        raw: Raw,
        page: Page,
        layout: Layout,
        published: str | None,
        language: str,
        problems: list[Problem],
    ) -> Opening:
        url = raw.url or page.url
        day, basis = first_known(
            (
                (PublishedBasis.GIVEN, self._given(published, problems)),
                (PublishedBasis.GIVEN, self._given(raw.published, problems)),
                (PublishedBasis.MARKUP, self._given(page.published, problems)),
                (PublishedBasis.URL, published_in_url(url) if url else None),
                (PublishedBasis.DATELINE, layout.published),
            )
        )
        return Opening(
            title=raw.title or page.title or layout.headline,
            published=day,
            published_basis=basis,
            publisher=raw.publisher or page.publisher,
            url=url,
            language=language,
            authors=tuple(dict.fromkeys(page.authors + layout.authors)),
            credits=layout.credits,
            dateline=layout.dateline,
        )

    def _given(self, value: str | None, problems: list[Problem]) -> str | None:
        if not value or not value.strip():
            return None
        read = self._dates.given(value)
        if read is None:
            problems.append(Problem("clean", f"`{value[:40]}` is no date of publication"))
        return read


def clean(raw: Raw, *, published: str | None = None) -> Report:
    """The report of a raw item, by the data of the package alone; see `CleanReport`."""
    return _packaged()(raw, published=published)


@cache
def _packaged() -> CleanReport:
    return CleanReport(Library())


def _shortcomings(layout: Layout) -> list[Problem]:
    """What a page lacks to be read as a report."""
    if layout.no_report:
        return [Problem("clean", f"no report but {layout.no_report}: not coded")]
    if not any(block.role in READ_ROLES for block in layout.blocks):
        return [Problem("clean", "nothing to read")]
    found = []
    if layout.goes_on:
        found.append(Problem("clean", "the page goes on with other stories; this is the first"))
    if layout.cut_off:
        found.append(Problem("clean", "the page shows only the beginning, before a wall"))
    return found


def _unread(block: Block) -> Block:
    """The block in a role that is not read for claims."""
    if block.role not in READ_ROLES:
        return block
    return Block(role=Role.CHROME, start=block.start, end=block.end)
