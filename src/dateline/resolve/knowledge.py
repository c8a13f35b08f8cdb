"""Knowledge: the tables of actors, titles, organisations and leaders, ready to look up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.lexicon.actors import AgentNoun, Organisation
from dateline.lexicon.phrases import Phrases, phrase_key
from dateline.lexicon.world import Leader, World

if TYPE_CHECKING:
    from dateline.lexicon.library import Library


class Title(msgspec.Struct, frozen=True):
    """A row of `titles.csv`."""

    title: str
    example: str
    office: str | None = None
    sector: tuple[str, ...] = ()


class Partisan(msgspec.Struct, frozen=True):
    """A row of `partisans.csv`."""

    word: str
    country: str | None = None


class OrganisationWord(msgspec.Struct, frozen=True):
    """A row of `organisation_words.csv`."""

    word: str
    sector: tuple[str, ...] = ()


class Naming(msgspec.Struct, frozen=True):
    """`naming.toml`: closed classes of words; the file says what each holds."""

    calendar: frozenset[str]
    former: frozenset[str]
    openings: frozenset[str]
    particles: frozenset[str]
    links: frozenset[str]
    speaking: frozenset[str]
    seekers: frozenset[str]
    within: frozenset[str]
    elsewhere: frozenset[str]
    sites: frozenset[str]
    sited: frozenset[str]
    addressing: frozenset[str]
    ranks: frozenset[str]
    local: frozenset[str]
    affairs: frozenset[str]
    views: frozenset[str]
    suspects: frozenset[str]
    charged: frozenset[str]
    states: frozenset[str]
    single: frozenset[str]
    arms: frozenset[str]
    pairs: frozenset[str]
    others: frozenset[str]
    towns: frozenset[str]
    heading: frozenset[str]
    hitting: frozenset[str]
    identifying: frozenset[str]
    sought: dict[str, str]
    bodies: dict[str, frozenset[str]]


class FirstName(msgspec.Struct, frozen=True):
    """A row of `first_names.csv`."""

    name: str


class Knowledge:
    """What is known of actors before any report is read.

    Attributes:
        world: states and their words.
        nouns: agent nouns by the key of the noun.
        titles: titles by lower-case words.
        organisations: organisations by their names and aliases, case counts.
        leaders: terms of office by the leader's full names and names used alone.
        organisation_words: sector by the word that ends an organisation's name.
        first_names: first names that are no other word.
        partisans: country by the word for people of a party, None where it is of several.
        naming: closed classes of words that help to tell names.
    """

    def __init__(self, library: Library) -> None:
        self.world = World(library)
        self.nouns = {
            phrase_key(row.noun): row for row in library.rows("lang/en/agents.csv", AgentNoun)
        }
        titles = library.rows("lang/en/titles.csv", Title)
        self.titles = Phrases((row.title, row) for row in titles)
        bodies = library.rows("world/organisations.csv", Organisation)
        self.organisations = Phrases(
            (name, row) for row in bodies for name in (row.name, *row.aliases)
        )
        leaders = library.rows("world/leaders.csv", Leader)
        self.leaders = Phrases(
            (name, row) for row in leaders for name in (row.name, *row.variants, *row.alone)
        )
        self.organisation_words = {
            row.word: row.sector
            for row in library.rows("lang/en/organisation_words.csv", OrganisationWord)
        }
        self.first_names = frozenset(
            row.name for row in library.rows("lang/en/first_names.csv", FirstName)
        )
        self.partisans = {
            row.word: row.country for row in library.rows("world/partisans.csv", Partisan)
        }
        self.naming = library.tables("lang/en/naming.toml", Naming)[-1][1]

    def leader(self, name: str, day: str | None) -> tuple[Leader, bool] | None:
        """The term of the leader so called and whether it runs on `day`.

        A term that runs is taken before the latest that is over; None where two leaders
        are meant as likely, or the first term begins after `day`.
        """
        terms = [t for t in self.leaders[name] if day is None or t.since <= day]
        running = [t for t in terms if t.holds(day)]
        if len({t.name for t in running or terms}) != 1:
            return None
        return max(running or terms, key=lambda t: t.since), bool(running)
