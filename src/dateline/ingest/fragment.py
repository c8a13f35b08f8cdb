"""Pieces of HTML to plain text, paragraph by paragraph."""

from __future__ import annotations

import re
from html.parser import HTMLParser

#: Elements that begin a paragraph of their own.
_BLOCKS = re.compile(
    "address|article|aside|blockquote|br|d[dlt]|div|figcaption|figure|footer|h[1-6]|header|hr|"
    "li|main|nav|[ou]l|p|pre|section|table|t[dhr]"
)
#: Elements whose content is not shown.
_HIDDEN = frozenset({"script", "style", "template", "noscript"})


class _Paragraphs(HTMLParser):
    """Gathers the text of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[str]] = [[]]
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._hidden += tag in _HIDDEN
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN and self._hidden > 0
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.found[-1].append(data)

    def _break(self, tag: str) -> None:
        if _BLOCKS.fullmatch(tag):
            self.found.append([])


def plain_text(html: str) -> str:
    """The text of a piece of HTML, with a blank line between paragraphs."""
    parser = _Paragraphs()
    parser.feed(html)
    parser.close()
    paragraphs = (re.sub(r"\s+", " ", "".join(parts)).strip() for parts in parser.found)
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
