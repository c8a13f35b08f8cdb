"""Settle: what the whole report tells of names whose own words do not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.lexicon.actors import STATELESS
from dateline.records.entity import Kind
from dateline.resolve.homes import CIVIC, LOCAL, SETTLED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dateline.resolve.chains import Chain
    from dateline.resolve.homes import Homes

#: Letters of the shortest name that is looked for in a publisher's.
_SHORTEST_NAME = 4


def settle(
    chains: Iterable[Chain], homes: Homes, nouns: Mapping[int, int], publisher: str | None
) -> None:
    """Give those without a country the one that is spoken of around them.

    A report that names its own publisher names a paper: `told the Courier`.

    Args:
        chains: those named.
        homes: what is spoken of where.
        nouns: the noun that says what somebody is, by the first token of the name.
        publisher: who published the report.
    """
    for chain in chains:
        if not chain.sector and _publishes(chain, _letters(publisher or "")):
            chain.kind, chain.sector = Kind.ORGANIZATION, ("JRN",)
        named = chain.kind in {Kind.PERSON, Kind.ORGANIZATION}
        if not named or chain.country or _is_stateless(chain):
            continue
        chain.country = _home_of(chain, homes, nouns)
        rebel = "REB" in chain.sector
        if chain.kind is Kind.PERSON and not chain.country and not rebel:
            chain.country = homes.nearly_all(mention.head for mention in chain.mentions)
            chain.inferred = chain.country is not None


def _is_stateless(chain: Chain) -> bool:
    """Whether a body is of many countries, or a person of such bodies alone."""
    sector = set(chain.sector)
    if chain.kind is Kind.PERSON:
        return "IGO" in sector or (bool(sector) and sector <= STATELESS)
    return bool(STATELESS & sector)


def _home_of(chain: Chain, homes: Homes, nouns: Mapping[int, int]) -> str | None:
    """The country spoken of around public bodies and officials, else that of the report.

    Firms, schools and private persons are told of in countries of others as well, so a
    private person is of the country that nearly all of the report tells of, or of none known.
    """
    told = (nouns.get(mention.first) for mention in chain.mentions)
    again = (homes.country(noun) for noun in told if noun is not None)
    if LOCAL & set(chain.sector) and (home := next(filter(None, again), None)):
        return home
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
