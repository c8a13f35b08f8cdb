"""HTML to text: the report of a page and what its markup says of it."""

from __future__ import annotations

import msgspec

from dateline.ingest.fragment import plain_text


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a page, headline first, and its metadata as written.

    Attributes:
        shown: all that the page shows, if the text was taken out of it.
    """

    text: str = ""
    shown: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()


def read_page(html: str, title: str | None = None) -> Page:
    """The main text of a page, its headline on the first line; empty if none is found.

    Args:
        html: the page.
        title: the headline, if the carrier gives it.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - loads for most of a second

    found = bare_extraction(
        html,
        fast=True,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    shown = plain_text(html)
    if found is None or isinstance(found, dict):
        return Page(title=title, shown=shown)
    title = title or found.title
    body = found.text or ""
    first = body.partition("\n")[0].strip()
    text = f"{title}\n\n{body}" if title and body and first != title.strip() else body
    return Page(
        text=text,
        shown=shown,
        title=title,
        published=found.date,
        url=found.url,
        publisher=found.sitename,
        authors=tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
    )
