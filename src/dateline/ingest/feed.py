"""RSS and Atom: an entry of a feed is a report, or the summary of one."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.ingest.fragment import plain_text
from dateline.ingest.refused import place, refused
from dateline.ingest.sniff import HEAD_BYTES, decode
from dateline.records.report import Problem, Provenance, Raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dateline.records.report import Refusal

#: A feed that declares entities of its own can grow without bound when they are filled in;
#: feeds need none.
_ENTITY = "<!entity"
_DECLARED = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z][\w.-]*)")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_SUMMARY = Problem("ingest", "the feed gives a summary only")


class _Source(msgspec.Struct, frozen=True):
    """What a feed says of all its entries."""

    file: str
    publisher: str | None
    language: str | None
    fetched: str | None
    problems: tuple[Problem, ...]


def read_feed(data: bytes, name: str, fetched: str | None = None) -> Iterator[Raw | Refusal]:
    """The entries of a feed, with their whole text where it gives that.

    Args:
        data: the feed.
        name: its file or address, for messages.
        fetched: when it was fetched from there, an ISO time.
    """
    text = _decoded(data)
    if _ENTITY in text.lower():
        yield refused(name, "the feed declares entities of its own, which are not filled in")
        return
    import feedparser  # noqa: PLC0415 - loaded when a file needs it

    headers = {"content-type": "application/xml; charset=utf-8"}
    feed = feedparser.parse(text.encode(errors="replace"), response_headers=headers)
    if not feed.entries:
        broken = feed.get("bozo_exception")
        yield refused(
            name, f"no feed that can be read: {broken}" if broken else "the feed is empty"
        )
        return
    source = _Source(
        file=name,
        publisher=feed.feed.get("title") or None,
        language=feed.feed.get("language") or None,
        fetched=fetched,
        problems=_problems(feed),
    )
    for number, entry in enumerate(feed.entries, 1):
        yield _read_entry(entry, source, number)


def _decoded(data: bytes) -> str:
    """The text of a feed, without the declaration of a character set that it has no more."""
    declared = _DECLARED.search(data[:HEAD_BYTES])
    text, _ = decode(data, declared[1].decode() if declared else None)
    return _DECLARATION.sub("", text.lstrip("\ufeff"), count=1)


def _problems(feed: Mapping[str, Any]) -> tuple[Problem, ...]:
    """What is wrong with a feed whose entries could be read nevertheless."""
    if not feed.get("bozo"):
        return ()
    return (Problem("ingest", f"the feed is broken: {feed.get('bozo_exception')}"),)


def _read_entry(entry: Mapping[str, Any], source: _Source, number: int) -> Raw | Refusal:
    name = entry.get("id") or entry.get("link") or None
    whole = max(
        (part.get("value") or "" for part in entry.get("content", ())), key=len, default=""
    )
    text = plain_text(whole or entry.get("summary") or "")
    title = plain_text(entry.get("title") or "") or None
    if not text and title is None:
        return refused(source.file, "the entry is empty", record=number, name=name)
    where = place(source.file, number)
    return Raw(
        id=name or where,
        text=text,
        title=title,
        published=_published(entry),
        url=entry.get("link") or None,
        publisher=source.publisher,
        language=source.language,
        where=where,
        provenance=Provenance(file=source.file, record=number, fetched=source.fetched),
        problems=source.problems + (() if whole else (_SUMMARY,)),
    )


def _published(entry: Mapping[str, Any]) -> str | None:
    """When an entry was published, in universal time; as it is written if that is unclear."""
    parsed = entry.get("published_parsed")
    if parsed is None:
        return entry.get("published") or None
    return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat()
