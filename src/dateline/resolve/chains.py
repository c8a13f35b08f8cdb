"""Chains: mentions of one report that name the same thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.records.entity import Kind
from dateline.resolve.mention import OFFICIAL, merged
from dateline.resolve.spelling import WORD, Wholes, is_slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.records.parse import Parse
    from dateline.resolve.knowledge import Knowledge
    from dateline.resolve.mention import Mention, Office

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}s?")
_SPEAKS_FOR = frozenset({Kind.PERSON, None})
#: Sectors of parties, which who governs is more than of.
_PARTIES = frozenset({"PTY", "OPP"})
#: Sectors of those who are no mere civilians.
_PUBLIC = OFFICIAL | _PARTIES | {
    "REB", "PRM", "CRM", "ELI", "BUS", "JRN", "MED", "REL", "NGO", "SOC", "AGR"
}  # fmt: skip
#: Letters of the shortest surname in which a slip is told.
_SLIP = 5
_SLUG = re.compile(r"[^\w]+")


class Chain:
    """Mentions of one thing and all that they say of it together.

    `inferred` where its country is only that of the whole report.
    """

    def __init__(self, mention: Mention) -> None:
        self.name = mention.name
        self.kind: Kind | None = mention.kind
        self.country: str | None = None
        self.inferred = False
        self.sector: tuple[str, ...] = ()
        self.offices: tuple[Office, ...] = ()
        self.mentions: list[Mention] = []
        self.add(mention)

    def add(self, mention: Mention) -> None:
        """Take a mention in; the first country said stands."""
        self.mentions.append(mention)
        self.kind = self.kind or mention.kind
        self.country = self.country or mention.country
        if self.kind is not Kind.STATE:
            self.sector = merged(self.sector, mention.sector)
        self.offices += tuple(o for o in mention.offices if o not in self.offices)
        if self.kind is Kind.PERSON:
            self.sector = self._at_once()

    def _at_once(self) -> tuple[str, ...]:
        """The sectors that one person can be of: who left an office is none of its officials.

        Who left one for another still governs (`the minister Joe Bell, a former general`);
        who governs is no opposition, and neither a mere party nor a civilian beside it.
        """
        without: frozenset[str] = frozenset()
        left = {office.office for office in self.offices if office.former}
        holds = {o.office for o in self.offices if not (o.former or o.sought)} - left
        if "ELI" in self.sector:
            without = frozenset({"ELI"}) if holds else OFFICIAL
        elif "GOV" in self.sector:
            without = _PARTIES if holds else frozenset({"OPP"})
        if not _PUBLIC.isdisjoint(self.sector):
            without |= {"CVL"}
        if "COP" in self.sector:  # a sergeant of police has a soldier's rank
            without |= {"MIL"}
        return tuple(code for code in self.sector if code not in without)

    @property
    def id(self) -> str:
        """The id of the entity: its kind and its name, in lower case."""
        return f"{self.kind}:{_SLUG.sub('-', self.name.casefold()).strip('-')}"

    @property
    def words(self) -> list[str]:
        """The words of the name."""
        return WORD.findall(self.name)


def link(
    mentions: Sequence[Mention], knowledge: Knowledge, parse: Parse, day: str | None
) -> dict[int, Chain]:
    """The chain of each mention, by its first token.

    Names alike join first, then names in brackets and initials, then parts of longer names
    and surnames, misspelt ones last; leaders of states are known by name and by the day of
    the report.
    """
    chains: dict[tuple[str, bool], Chain] = {}
    of: dict[int, Chain] = {}
    short: list[Mention] = []
    parts: list[tuple[Mention, str]] = []
    whole = Wholes(mentions)
    for mention in mentions:
        if mention.kind in _SPEAKS_FOR and len(WORD.findall(mention.name)) == 1:
            short.append(mention)
        elif name := whole(mention):
            parts.append((mention, name))
        else:
            of[mention.first] = _join(chains, mention)
    for mention, name in parts:
        of[mention.first] = _join(chains, mention, name)
    for mention in short:
        chain = (
            _in_brackets(parse, mention, of)
            or _by_initials(mention, chains.values())
            or _by_surname(mention, of)
            or _misspelt(mention, chains.values())
        )
        if chain:
            chain.add(mention)
            of[mention.first] = chain
        else:
            of[mention.first] = _join(chains, mention)
    for chain in chains.values():
        _know(chain, knowledge, day)
    return of


def _join(
    chains: dict[tuple[str, bool], Chain], mention: Mention, name: str | None = None
) -> Chain:
    """The chain of the mentions of a name, that of the mention if no other is given."""
    name = name or mention.name
    key = (name.casefold().replace(".", ""), mention.kind is Kind.OTHER)
    chain = chains.get(key)
    if chain is None:
        chain = chains[key] = Chain(mention)
    else:
        chain.add(mention)
    return chain


def _in_brackets(parse: Parse, mention: Mention, of: dict[int, Chain]) -> Chain | None:
    """The chain of the name before, where the mention stands alone in brackets after it."""
    before, after = mention.first - 1, mention.last
    tokens = parse.tokens
    if before < 1 or after >= len(tokens):
        return None
    if tokens[before].text != "(" or tokens[after].text != ")":
        return None
    chain = next((of[m] for m in range(before - 1, max(-1, before - 15), -1) if m in of), None)
    if chain and chain.mentions[-1].last == before and len(chain.words) > 1:
        return chain
    return None


def _by_initials(mention: Mention, chains: Iterable[Chain]) -> Chain | None:
    """The body whose capitals the mention is made of, or whose acronym it was said to be."""
    if not _ACRONYM.fullmatch(mention.name):
        return None
    letters = mention.name.replace(".", "")
    for chain in chains:
        if chain.kind in {Kind.ORGANIZATION, Kind.GROUP, None} and len(chain.words) > 1:
            named = {m.name for m in chain.mentions}
            capitals = "".join(w[0] for w in chain.words if w[0].isupper())
            if mention.name in named or capitals == letters:
                return chain
    return None


def _by_surname(mention: Mention, of: dict[int, Chain]) -> Chain | None:
    """The person with this word in the name: last named before, else first after."""
    name = mention.name.casefold()
    fits = [
        (first, chain)
        for first, chain in of.items()
        if chain.kind in _SPEAKS_FOR and len(chain.words) > 1
        and name in [w.casefold() for w in chain.words]
    ]  # fmt: skip
    last = [(f, c) for f, c in fits if c.words[-1].casefold() == name]
    fits = last or fits
    before = [pair for pair in fits if pair[0] < mention.first]
    if before:  # who was called so already is meant again, whatever relatives were named since
        called = [(f, c) for f, c in before if name in {m.name.casefold() for m in c.mentions}]
        return max(called or before, key=lambda pair: pair[0])[1]
    return min(fits, key=lambda pair: pair[0])[1] if fits else None


def _misspelt(mention: Mention, chains: Iterable[Chain]) -> Chain | None:
    """The one person whose surname is the mention but for a slip: `Ana Lopez`, `Lopze`."""
    if len(mention.name) < _SLIP or mention.known or mention.place:
        return None
    fits = {
        chain.id: chain
        for chain in chains
        if chain.kind is Kind.PERSON and len(chain.words) > 1
        and is_slip(mention.name.casefold(), chain.words[-1].casefold())
    }  # fmt: skip
    return next(iter(fits.values())) if len(fits) == 1 else None


def _know(chain: Chain, knowledge: Knowledge, day: str | None) -> None:
    """Fill in what the table of leaders knows; what the text says stands."""
    if chain.kind not in _SPEAKS_FOR:
        return
    titled = (f"{office.office.capitalize()} {chain.name}" for office in chain.offices)
    known = (knowledge.leader(name, day) for name in (chain.name, *titled))
    found = next(filter(None, known), None)
    if found is None or (chain.country and chain.country != found[0].country):
        return
    term, running = found
    chain.kind = Kind.PERSON
    chain.country = term.country
    if len(chain.words) == 1:
        chain.name = term.name
    left = any("ELI" in mention.sector for mention in chain.mentions)
    if not chain.sector:
        chain.sector = ("GOV",) if running else ("ELI",)
    elif left and not running and OFFICIAL & set(chain.sector):  # still called `President X`
        chain.sector = ("ELI", *(code for code in chain.sector if code not in OFFICIAL))
