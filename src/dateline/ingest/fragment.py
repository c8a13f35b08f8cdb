"""HTML to plain text, paragraph by paragraph, with all that it shows."""

from __future__ import annotations

import re

from lxml import etree, html

#: Elements that begin a paragraph of their own.
_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|d[dlt]|div|figcaption|figure|footer|h[1-6]|"
    "header|hr|li|main|nav|[ou]l|p|pre|section|table|t[dhr]"
)
#: Elements whose content is not shown.
_HIDDEN = frozenset({"head", "noscript", "script", "style", "template"})


def plain_text(fragment: str) -> str:
    """The text of a page or a piece of one, with a blank line between paragraphs.

    It is empty where elements stand in each other hundreds deep, which no page needs.
    """
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = fragment.replace("\0", " ").encode(errors="replace")
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        return ""
    paragraphs: list[list[str]] = [[]]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if _BLOCKS.fullmatch(element.tag):
            paragraphs.append([])
        if event == "end":
            paragraphs[-1].append(element.tail or "")
        elif element.tag in _HIDDEN:
            walk.skip_subtree()
        else:
            paragraphs[-1].append(element.text or "")
    joined = (" ".join("".join(parts).split()) for parts in paragraphs)
    return "\n\n".join(paragraph for paragraph in joined if paragraph)
