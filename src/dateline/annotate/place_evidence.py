"""What the clear places of a report say for the unclear ones: its countries and divisions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.lexicon.atlas import Referent

#: What a report's countries and divisions add to prominence, which is log10 of people:
#: a country that all other places are in makes a town ten to a hundred times likelier.
_COUNTRY_NAMED, _COUNTRY_SHARE = 0.6, 1.2
_DIVISION_NAMED, _DIVISION_SHARE = 0.6, 0.8
#: What the publisher's country adds: a namesake eight times as large elsewhere weighs as
#: much, so that a Canadian paper's London stays the British one, and its Hamilton does not.
_AT_HOME = 0.9
#: Names of countries from which on a report's silence of another one speaks.
_ENOUGH = 3
_RARE = 0.1
#: Prominence by which the best candidate must lead to be evidence for others.
_CLEAR_LEAD = 1.5

Options = tuple["Referent", ...]


class Evidence:
    """Countries and divisions of one report, by the clear names in it.

    Args:
        options: the candidates of each name.
        votes: countries that the report names otherwise, as by `Chinese officials`.
        home: the country of its publisher, None if unknown.
    """

    def __init__(
        self, options: Iterable[Options], votes: Mapping[str, float], home: str | None = None
    ) -> None:
        self._home = home
        self._said = {found: _says(found) for found in options if found}
        self._countries: Counter[str] = Counter()
        self._divisions: Counter[tuple[str, str]] = Counter()
        for voted, count in votes.items():
            self._countries[voted] += int(count)
        for country, division in self._said.values():
            if country:
                self._countries[country] += 1
                if division:
                    self._divisions[country, division] += 1

    def is_elsewhere(self, country: str | None) -> bool:
        """Whether the report names other countries, and this one not or by the name alone."""
        named = sum(self._countries.values())
        return named >= _ENOUGH and self._countries[country or ""] <= named * _RARE

    def score(self, referent: Referent, found: Options) -> float:
        """How likely the referent is meant, on the scale of prominence.

        What the name itself says, whose candidates are `found`, is no evidence for it.
        """
        score, country = referent.weight, referent.country
        own_country, own_division = self._said[found]
        if not country:
            return score
        if country == self._home:
            score += _AT_HOME
        named = self._countries[country] - (own_country == country)
        if named > 0:
            total = self._countries.total() - (own_country is not None)
            score += _COUNTRY_NAMED + _COUNTRY_SHARE * named / total
        key = (country, referent.admin1 or "")
        placed = self._divisions[key] - (key == (own_country, own_division))
        if placed > 0:
            total = self._divisions.total() - (own_division is not None)
            score += _DIVISION_NAMED + _DIVISION_SHARE * placed / total
        return score


def _says(found: Options) -> tuple[str | None, str | None]:
    """The country and division that a name is surely in, None where it is not sure."""
    ranked = sorted(found, key=lambda r: -r.weight)
    clear = len(ranked) == 1 or ranked[0].weight - ranked[1].weight >= _CLEAR_LEAD
    if clear:
        return ranked[0].country, ranked[0].admin1 if ranked[0].country else None
    countries = {r.country for r in ranked}
    return (ranked[0].country if len(countries) == 1 else None), None
