"""World: the states, their peoples and governments, and the words that stand for them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dateline.lexicon.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.lexicon.library import Library

#: Words of a title, `U.S.` and the like whole.
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+")


class Country(msgspec.Struct, frozen=True):
    """A row of `countries.csv`; the file says what each column holds."""

    code: str
    iso2: str
    name: str
    latitude: float
    longitude: float
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    seats: tuple[str, ...] = ()
    governments: tuple[str, ...] = ()
    geonameid: int | None = None


class Leader(msgspec.Struct, frozen=True, rename={"since": "from", "until": "to"}):
    """A row of `leaders.csv`: one term of office, in ISO months or years."""

    name: str
    country: str
    office: str
    since: str
    until: str | None = None
    variants: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()

    def holds(self, day: str | None) -> bool:
        """Whether the office was held on a day; an unknown day is taken for one in office."""
        return day is None or (
            self.since <= day and (self.until is None or day[: len(self.until)] <= self.until)
        )


class FormerState(msgspec.Struct, frozen=True):
    """A row of `former_states.csv`."""

    name: str
    latitude: float
    longitude: float
    code: str | None = None
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    governments: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()

    @property
    def country(self) -> str | None:
        """Today's state on its land, where it is only one."""
        return self.successors[0] if len(self.successors) == 1 else None


class RegionalAdjective(msgspec.Struct, frozen=True):
    """A row of `regional_adjectives.csv`."""

    adjective: str
    people: tuple[str, ...] = ()
    country: str | None = None


class WordKind(StrEnum):
    """How a word stands for a country."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    GOVERNMENT = "government"


class CountryWord(NamedTuple):
    """A meaning of a word: how it stands for a country, and for which.

    `country` is None where the word belongs to several states or to none (`Kurdish`).
    `regional` words are of a part of a state or of a people (`Chechen`).
    """

    kind: WordKind
    country: str | None
    regional: bool = False


class World:
    """The tables of `data/world` on states. Names are compared with their case.

    Attributes:
        countries: each state's row by its code.
        former: the rows of states that are no more, by name.
    """

    def __init__(self, library: Library) -> None:
        self.countries = {row.code: row for row in library.rows("world/countries.csv", Country)}
        former = library.rows("world/former_states.csv", FormerState)
        self.former = {name: row for row in former for name in (row.name, *row.names)}
        regional = library.rows("world/regional_adjectives.csv", RegionalAdjective)
        self._iso2 = {row.iso2: row.code for row in self.countries.values()}
        self._words = Phrases(
            (
                *_state_words(tuple(self.countries.values())),
                *_former_words(former),
                *_regional_words(regional),
            )
        )

    def code_of(self, iso2: str) -> str | None:
        """The alpha-3 code for an alpha-2 code."""
        return self._iso2.get(iso2)

    def countries_in(self, text: str) -> Iterator[str]:
        """The countries that the words of a title name: `Chad`, `the Chadian army`."""
        words = _WORD.findall(text)
        at = 0
        while at < len(words):
            end, meanings = self._words.longest(words, at) or (at + 1, ())
            named = (m for m in meanings[:1] if m.kind is not WordKind.GOVERNMENT)
            yield from (m.country for m in named if m.country and not m.regional)
            at = end

    def country_of_name(self, name: str) -> str | None:
        """The code of the country called so: `Burma`, `the UK` without its article."""
        return self._country(name, WordKind.NAME)

    def country_of_adjective(self, word: str) -> str | None:
        """The code of the country of a nationality or region: `Belarusian`, `Chechen`."""
        return self._country(word, WordKind.ADJECTIVE)

    def country_of_people(self, word: str) -> str | None:
        """The code of the country of a noun for people: `Pole`, `Britons`."""
        return self._country(word, WordKind.PEOPLE)

    def country_of_government(self, name: str) -> str | None:
        """The code of the country whose government the name stands for: `Kremlin`."""
        return self._country(name, WordKind.GOVERNMENT)

    def meanings(self, name: str) -> tuple[CountryWord, ...]:
        """All that exactly this word or name may mean, likeliest first."""
        return self._words[name]

    def longest(
        self, words: Sequence[str], start: int, stop: int | None = None
    ) -> tuple[int, tuple[CountryWord, ...]] | None:
        """The end and meanings of the longest country word from `words[start]` on."""
        return self._words.longest(words, start, stop)

    def _country(self, word: str, kind: WordKind) -> str | None:
        for meaning in self._words[word]:
            if meaning.kind is kind:
                return meaning.country
        return None


def _state_words(states: Sequence[Country]) -> Iterator[tuple[str, CountryWord]]:
    """Words of today's states, country by country."""
    for state in states:
        yield from _words(state, state.code)
        for town in state.seats:
            yield town, CountryWord(WordKind.GOVERNMENT, state.code)


def _former_words(states: Sequence[FormerState]) -> Iterator[tuple[str, CountryWord]]:
    """Words of former states, with today's state where it is only one."""
    for state in states:
        yield from _words(state, state.country)


def _words(state: Country | FormerState, code: str | None) -> Iterator[tuple[str, CountryWord]]:
    for name in dict.fromkeys((state.name, *state.names)):
        yield name, CountryWord(WordKind.NAME, code)
    for word in state.adjectives:
        yield word, CountryWord(WordKind.ADJECTIVE, code)
    for word in state.people:
        yield word, CountryWord(WordKind.PEOPLE, code)
    for name in state.governments:
        yield name, CountryWord(WordKind.GOVERNMENT, code)


def _regional_words(
    rows: Sequence[RegionalAdjective],
) -> Iterator[tuple[str, CountryWord]]:
    for row in rows:
        yield row.adjective, CountryWord(WordKind.ADJECTIVE, row.country, regional=True)
        for word in row.people:
            yield word, CountryWord(WordKind.PEOPLE, row.country, regional=True)
