"""Settle: what the whole report tells of names whose own words do not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.lexicon.actors import STATELESS
from dateline.records.entity import Kind
from dateline.resolve.homes import CIVIC, SETTLED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dateline.resolve.chains import Chain
    from dateline.resolve.homes import Homes

#: Letters of the shortest name that is looked for in a publisher's.
_SHORTEST_NAME = 4


def settle(chains: Iterable[Chain], homes: Homes, publisher: str | None) -> None:
    """Give those without a country the one that is spoken of around them.

    A report that names its own publisher names a paper: `told the Courier`.
    """
    for chain in chains:
        if not chain.sector and _publishes(chain, _letters(publisher or "")):
            chain.kind, chain.sector = Kind.ORGANIZATION, ("JRN",)
        named = chain.kind in {Kind.PERSON, Kind.ORGANIZATION}
        if named and not chain.country and not STATELESS & set(chain.sector):
            chain.country = _home_of(chain, homes)


def _home_of(chain: Chain, homes: Homes) -> str | None:
    """The country spoken of around public bodies and officials, else that of the report.

    Firms, schools and private persons are told of in countries of others as well.
    """
    heads = [mention.head for mention in chain.mentions if mention.sector]
    ways: list[Callable[[int], str | None]] = []
    ways += [homes.around] if CIVIC & set(chain.sector) else []
    ways += [homes.main] if SETTLED & set(chain.sector) else []
    return next((home for way in ways for head in heads if (home := way(head))), None)


def _publishes(chain: Chain, publisher: str) -> bool:
    """Whether a name is that of the report's publisher."""
    if chain.kind in {Kind.STATE, Kind.PERSON} or any(m.place for m in chain.mentions):
        return False
    name = _letters(chain.name)
    return len(name) >= _SHORTEST_NAME and name in publisher


def _letters(name: str) -> str:
    """A name as an address writes it, `en.courier.org`: its letters alone."""
    return "".join(filter(str.isalpha, name.casefold()))
