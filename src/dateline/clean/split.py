"""Pages of many stories: each story but the first as an item of its own."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from dateline.clean.layout import ReadLayout
from dateline.clean.published import ReadDates
from dateline.clean.stage import LONGEST, LONGEST_PAGE
from dateline.ingest.fragment import plain_text
from dateline.lexicon.library import Library
from dateline.records.report import Raw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records.report import Provenance, Refusal


class SplitPage:
    """Makes an item of each story of a page.

    Args:
        library: has the words that tell text from furniture.
    """

    def __init__(self, library: Library) -> None:
        self._layout = ReadLayout(library, ReadDates(library))

    def __call__(self, raw: Raw) -> tuple[Raw, ...]:
        """The item itself, whose first story is read, and one for each story that follows.

        These are the text of the page from their headline to the next, whether it is HTML or
        not. Its address and what its markup says are the first story's; the day of
        publication that its carrier gives holds for those that give none.
        """
        text = _shown(raw)
        headlines = self._layout.next_stories(text, LONGEST)
        starts = [line.start for line in headlines] + [len(text)]
        stories = zip(headlines, pairwise(starts), strict=True)
        return raw, *(
            self._story(raw, number, line.text, text[start:end], start)
            for number, (line, (start, end)) in enumerate(stories, 2)
        )

    def _story(self, raw: Raw, number: int, title: str, text: str, offset: int) -> Raw:
        says_day = self._layout(text, LONGEST, title).published is not None
        return Raw(
            id=f"{raw.id}#{number}",
            text=text.rstrip(),
            title=title,
            published=None if says_day else raw.published,
            publisher=raw.publisher,
            language=raw.language,
            where=f"{raw.where or raw.id}#{number}",
            provenance=_at(raw.provenance, offset),
            problems=raw.problems,
        )


def split(items: Iterable[Raw | Refusal]) -> Iterator[Raw | Refusal]:
    """The items, each page of many stories as one item a story; see `SplitPage`."""
    page = _packaged()
    for item in items:
        if isinstance(item, Raw):
            yield from page(item)
        else:
            yield item


@cache
def _packaged() -> SplitPage:
    return SplitPage(Library())


def _shown(raw: Raw) -> str:
    """All the text that a page shows; none of one that is not read."""
    if raw.text is not None:
        return raw.text
    html = raw.html or ""
    return plain_text(html) if len(html) <= LONGEST_PAGE else ""


def _at(provenance: Provenance | None, offset: int) -> Provenance | None:
    return provenance and msgspec.structs.replace(provenance, offset=offset)
