"""Raw items as they come and reports as they are read: the fixed text all spans point into."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from dateline.records.span import Span


class Problem(msgspec.Struct, frozen=True, gc=False):
    """What could not be read, in plain words, and at which stage."""

    stage: str
    message: str


class Provenance(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Where a report was read.

    Attributes:
        file: the file or address; `-` is the standard input.
        record: the line, row or entry of it, from 1 on; of a web archive the byte at which
            the record begins when unzipped, from 0 on; None if the file is one report.
        fetched: when it was fetched from the web, an ISO time.
        offset: the code point at which the report begins in the text of its page, if it is
            not the first of its page.
    """

    file: str
    record: int | None = None
    fetched: str | None = None
    offset: int | None = None


class Raw(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A report as it came, with all that its carrier says of it.

    Exactly one of `text` and `html` is set. `published` is as given, not yet read.
    `where` names the file and line for messages; `problems` are of its bytes. A caller that
    has its reports from elsewhere gives no `provenance`.
    """

    id: str
    text: str | None = None
    html: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    where: str = ""
    provenance: Provenance | None = None
    problems: tuple[Problem, ...] = ()


class Refusal(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An item that holds no report, and why; `where` names its file and line."""

    id: str
    where: str
    problem: Problem


class Role(StrEnum):
    """What a block of a page is."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    CAPTION = "caption"
    BODY = "body"
    SUBHEAD = "subhead"
    CREDIT = "credit"
    CHROME = "chrome"


#: The roles whose text is read for claims.
READ_ROLES = frozenset({Role.HEADLINE, Role.SUBHEAD, Role.BODY, Role.CAPTION})


class Block(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One block of the page, `text[start:end]`, and its role."""

    role: Role
    start: int
    end: int


class PublishedBasis(StrEnum):
    """Where the publication date was read."""

    GIVEN = "given"
    MARKUP = "markup"
    URL = "url"
    DATELINE = "dateline"


class Dateline(Span, frozen=True, kw_only=True, gc=False):
    """The opening `MINSK, Nov 10 (Reuters) -`: its place and date as text says them."""

    place: str | None = None
    date: str | None = None


class Opening(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What the report says of itself: the `report` object of the contract."""

    title: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    dateline: Dateline | None = None

    @property
    def day(self) -> date | None:
        """The day of publication, if the report has one."""
        return date.fromisoformat(self.published[:10]) if self.published else None


class Report(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A cleaned report: its `text` is final, its `blocks` are sorted and disjoint."""

    id: str
    text: str
    provenance: Provenance | None = None
    opening: Opening = Opening()
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()
