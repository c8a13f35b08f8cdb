"""Where a report was published, as far as its address and its publisher's name say."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Collection

    from dateline.lexicon.world import World
    from dateline.records.report import Opening

#: The top-level domain of the United Kingdom, whose ISO code is GB.
_UNITED_KINGDOM = "uk"


def home_of(opening: Opening, world: World, open_domains: Collection[str]) -> str | None:
    """The ISO alpha-3 code of the publisher's country, None where nothing says it.

    The country domain of the address comes first (`.ng`, `.co.uk`), then a country in the
    name of the publisher (`Kenya Gazette`). `open_domains` are those that are sold to
    anybody, such as `.io`.
    """
    last = _last_label(opening.url)
    if last and last not in open_domains:
        code = world.code_of("GB" if last == _UNITED_KINGDOM else last.upper())
        if code:
            return code
    words = (opening.publisher or "").split()
    named = (world.country_of_name(w) or world.country_of_adjective(w) for w in words)
    return next((code for code in named if code), None)


def _last_label(url: str | None) -> str | None:
    """The last part of the host of a URL, None where it has none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.rpartition(".")[2] if host else None
