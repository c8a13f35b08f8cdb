"""What bytes are: text or not, in which character set, in which format."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from dateline.records.report import Problem

#: Byte-order marks and what they stand for; the longer before those that begin them.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How much of a stream is looked at to tell what it is.
HEAD_BYTES = 4096
#: Text holds no NUL, scraped text a stray one; a file with more than this share is binary.
_NUL_SHARE = 0.05
#: Latin letters in UTF-16 have a NUL as every second byte; dashes and quotes have none.
_WIDE_SHARE = 0.8
#: Fewer bytes do not tell UTF-16 without a mark from others.
_LEAST_WIDE = 16
#: Control characters that no text holds, and the share above which a file is binary: scraped
#: text has one in thousands, compressed data one in ten.
_CONTROLS = bytes({*range(1, 32)} - {*b"\b\t\n\v\f\r\x1b"})
_CONTROL_SHARE = 0.02
#: Broken UTF-8 with no more bad sequences than this share of its bytes is still UTF-8.
_BROKEN_SHARE = 0.01
#: English and its neighbours in an eight-bit set have fewer high bytes than this share;
#: Cyrillic, Greek, Arabic and East Asian text has most of its letters there.
_FOREIGN_SHARE = 0.2


#: The first element of a feed, after what XML may have before it.
_FEED = re.compile(
    r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL | re.IGNORECASE,
)


class Format(StrEnum):
    """The formats that are read."""

    PLAIN = "plain text"
    HTML = "HTML"
    JSONL = "JSON Lines"
    CSV = "CSV"
    PARQUET = "Parquet"
    FEED = "RSS or Atom"
    WARC = "WARC"


#: How files of some formats begin.
_FIRST_BYTES = {b"PAR1": Format.PARQUET, b"WARC/": Format.WARC}


def is_binary(head: bytes) -> bool:
    """Whether the first bytes of a file are no text: many NULs or other control characters.

    A byte-order mark says that they are text.
    """
    if head.startswith(tuple(mark for mark, _ in _MARKS)):
        return False
    return _unmarked(head) is None and _is_none_of_text(head)


def is_wide(head: bytes) -> bool:
    """Whether a line feed is more than one byte in a text that begins like this."""
    marked = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return marked or _unmarked(head) is not None


def _is_none_of_text(data: bytes) -> bool:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return data.count(0) > _NUL_SHARE * len(data) or controls > _CONTROL_SHARE * len(data)


def _unmarked(data: bytes) -> str | None:
    """The UTF-16 that bytes are without a mark that says so, if they are."""
    head = data[:HEAD_BYTES]
    if len(head) < _LEAST_WIDE:
        return None
    for name, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        text = head.decode(name, errors="ignore").encode()
        if high.count(0) >= _WIDE_SHARE * len(high) and not _is_none_of_text(text):
            return name
    return None


def format_of(head: bytes) -> Format:
    """The format of a file whose name says nothing, by its first bytes.

    Tables of text look like any text, and are known by their name alone.
    """
    for mark, form in _FIRST_BYTES.items():
        if head.startswith(mark):
            return form
    text = decode(head)[0].lstrip("\ufeff \t\r\n\v\f")
    if text.startswith("<"):
        return Format.FEED if _FEED.match(text) else Format.HTML
    return Format.JSONL if text.startswith("{") else Format.PLAIN


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[Problem, ...]]:
    """The text of bytes, and what was wrong with them.

    A byte-order mark wins, then NULs as in UTF-16, then UTF-8 if it fits, then the character
    set that the carrier declares, then UTF-8 with few broken places, then the likeliest of
    the others.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _forced(data[len(mark) :], name)
    if wide := _unmarked(data):
        return _forced(data, wide)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            return data.decode(declared), ()
        except (LookupError, ValueError):
            pass
    text, problems = _forced(data, "utf-8")
    if text.count("\ufffd") <= _BROKEN_SHARE * len(data) and any(_multibyte(text)):
        return text, problems
    guessed = _guess(data)
    return _forced(data, guessed) if guessed else (text, problems)


def _multibyte(text: str) -> list[str]:
    """Characters that only stand in a text that was UTF-8 in part."""
    return [char for char in text if char > "\x7f" and char != "\ufffd"]


def _forced(data: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    text = data.decode(name, errors="replace")
    broken = text.count("\ufffd") - (name == "utf-8") * data.count("\ufffd".encode())
    if broken <= 0:
        return text, ()
    message = f"{broken} broken characters of {name} replaced by \ufffd"
    return text, (Problem("ingest", message),)


def _guess(data: bytes) -> str | None:
    """The likeliest eight-bit or East Asian character set, or None.

    Text that is all but ASCII is taken for the web's default, Windows 1252.
    """
    if sum(byte > 0x7F for byte in data[:HEAD_BYTES]) < _FOREIGN_SHARE * len(data[:HEAD_BYTES]):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, seldom needed

    best = from_bytes(data[: 64 * HEAD_BYTES]).best()
    return best.encoding if best else None
