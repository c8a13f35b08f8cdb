"""PETRARCH and TABARI dictionaries of actors and agents, made into an overlay folder."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from dateline.errors import LexiconError
from dateline.lexicon.actors import STATELESS, AgentNoun, Organisation
from dateline.lexicon.dictionary import Entry, read_entries
from dateline.lexicon.spelling import Spelling
from dateline.lexicon.world import World
from dateline.records.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dateline.lexicon.library import Library

_CODE_LENGTH = 3
#: Sectors whose bodies have a code without a country; of others it is a noun (`[COP]`).
_BODIES = STATELESS | {"IMG"}


class SectorCode(msgspec.Struct, frozen=True):
    """A row of `cameo_sectors.csv`."""

    code: str
    sector: str


class Meaning(msgspec.Struct, frozen=True):
    """What a code such as `USAGOVMIL` says; `unknown` are parts that no table has."""

    country: str | None
    sectors: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def role(self) -> bool:
        """Whether it is of anybody in a role, rather than of a body or of a state's."""
        return not self.country and not self.unknown and not _BODIES & set(self.sectors)


@dataclass(slots=True)
class Imported:
    """What became of dictionaries: rows of our tables, and what of their lines was left."""

    organisations: list[Organisation] = field(default_factory=list)
    agents: list[AgentNoun] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


class ImportDictionaries:
    """Reads dictionaries. `library` has the codes of states and sectors.

    Raises:
        LexiconError: a dictionary cannot be read, or has no code in any line.
    """

    def __init__(self, library: Library) -> None:
        rows = library.rows("crosswalk/cameo_sectors.csv", SectorCode)
        self._sectors = {row.code: row.sector for row in rows}
        self._states = frozenset(World(library).countries)
        self._nouns = {row.noun: row for row in library.rows("lang/en/agents.csv", AgentNoun)}
        self._spellings = Spelling(library)

    def __call__(self, paths: Iterable[Path]) -> Imported:
        """The rows of all dictionaries, in order."""
        found = Imported()
        unknown: Counter[str] = Counter()
        for path in paths:
            try:
                lines = path.read_text(encoding="utf-8").splitlines()
            except (OSError, UnicodeDecodeError) as error:
                raise LexiconError(path, None, f"cannot be read: {error}") from error
            entries, left = read_entries(str(path), lines)
            if not any(entry.codes for entry in entries):
                raise LexiconError(path, None, "no line has a code in brackets")
            found.left += left
            mostly_agents = sum(entry.agent for entry in entries) * 2 > len(entries)
            for entry in entries:
                entry.agent |= mostly_agents
                unknown.update(self._add(entry, found))
        found.left += [
            f"`{part}` stands for no sector: left out of {count} codes"
            for part, count in sorted(unknown.items())
        ]
        return found

    def _add(self, entry: Entry, found: Imported) -> tuple[str, ...]:
        """Make the rows of an entry; back come the parts of its code that nothing has."""
        said = f"{entry.where}: `{entry.name}`"
        current = entry.current
        if current is None:
            found.left.append(f"{said} has no code that still holds")
            return ()
        if len(entry.codes) > 1:
            found.left.append(f"{said}: {len(entry.codes) - 1} codes of other days left out")
        meaning = self._read(current)
        if not meaning.sectors:
            what = "has no code of a sector" if meaning.unknown else "names a state, not a body"
            found.left.append(f"{said} {what}")
        elif entry.agent or meaning.role:
            if meaning.country:
                found.left.append(
                    f"{said}: an agent of `{meaning.country}` is taken without it"
                )
            found.agents += self._agents(entry, meaning.sectors)
        else:
            found.organisations.append(self._organisation(entry, meaning))
        return meaning.unknown

    def _read(self, code: str) -> Meaning:
        """What the parts of a code stand for, three letters each."""
        plain = code.replace("~", "").replace("-", "")
        parts = [plain[i : i + _CODE_LENGTH] for i in range(0, len(plain), _CODE_LENGTH)]
        country = parts.pop(0) if parts[0] in self._states else None
        sectors = dict.fromkeys(self._sectors[part] for part in parts if part in self._sectors)
        unknown = tuple(part for part in parts if part not in self._sectors)
        return Meaning(country, tuple(sectors), unknown)

    def _organisation(self, entry: Entry, meaning: Meaning) -> Organisation:
        """The row of a body, with all spellings of all its names."""
        names = (entry.name, *entry.synonyms)
        name, *others = dict.fromkeys(s for name in names for s in self._spellings(name))
        kind = Kind.ORGANIZATION
        return Organisation(name, kind, meaning.sectors, meaning.country, tuple(others))

    def _agents(self, entry: Entry, sectors: tuple[str, ...]) -> list[AgentNoun]:
        """The rows of an agent, its synonyms, and a plural that no rule makes.

        A noun that our own table has keeps what a dictionary does not say: its kind, and
        whose sector it takes.
        """
        noun, plural = entry.name.lower(), entry.plural.lower()
        regular = {f"{noun}s", f"{noun}es", f"{noun[:-1]}ies", ""}
        nouns = [
            noun,
            *([] if plural in regular else [plural]),
            *map(str.lower, entry.synonyms),
        ]
        rows = []
        for each in nouns:
            ours = self._nouns.get(each) or AgentNoun(each, Kind.PERSON, f"The {each} spoke.")
            rows.append(msgspec.structs.replace(ours, sector=sectors))
        return rows


def write_overlay(imported: Imported, folder: Path) -> None:
    """Write the rows into `folder`, laid out for `--lexicon`."""
    _write(folder / "world/organisations.csv", imported.organisations)
    _write(folder / "lang/en/agents.csv", imported.agents)


def _write(path: Path, rows: list[Organisation] | list[AgentNoun]) -> None:
    """A table of the rows, as the library reads it; none where there are none."""
    if not rows:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(field.encode_name for field in msgspec.structs.fields(type(rows[0])))
        for row in rows:
            cells = msgspec.structs.astuple(row)
            writer.writerow("|".join(c) if isinstance(c, tuple) else c for c in cells)
