"""PETRARCH and TABARI dictionaries of actors and agents, read into an overlay folder.

The formats as their files have them: names in capitals with `_` for spaces, codes in
brackets with dates (`[USAGOV 090120-170120]`, `<` before, `>` after), on the line of the
name or on lines of their own below it, `+` before a synonym of the actor above, `;` or `#`
before a comment; of agents a plural in braces and `~` where the country goes
(`MINISTER_ {MINISTERS_} [~GOV]`).
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dateline.errors import LexiconError
from dateline.lexicon.world import World

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dateline.lexicon.library import Library

_CODE = re.compile(r"\[\s*([~A-Z0-9-]*)\s*([<>]?=?)\s*([\d-]*)\s*\]")
_PLURAL = re.compile(r"\{([^}]*)\}")
_COMMENT = re.compile(r"[;#]")
_CODE_LENGTH = 3
#: A name of one word with no more letters is written in capitals (`NATO`), and where it has
#: more than the second number also with one capital: `WHO` is never `Who`.
_ACRONYM, _ONLY_CAPITALS = 6, 3


class SectorCode(msgspec.Struct, frozen=True):
    """A row of `cameo_sectors.csv`."""

    code: str
    sector: str


class Code(NamedTuple):
    """A code and whether the dates beside it say that it is over."""

    text: str
    over: bool


@dataclass(slots=True)
class Entry:
    """An actor or agent of a dictionary, with its codes in order."""

    where: str
    name: str
    plural: str = ""
    synonyms: list[str] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)


@dataclass(slots=True)
class Imported:
    """What became of a dictionary: rows of our tables, and lines that gave none.

    `unknown` counts the parts of codes that stand for no sector of ours.
    """

    organisations: list[tuple[str, ...]] = field(default_factory=list)
    agents: list[tuple[str, ...]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)


class ImportDictionaries:
    """Reads dictionaries. `library` has the codes of states and sectors.

    Raises:
        LexiconError: a dictionary cannot be read, or has no code in any line.
    """

    def __init__(self, library: Library) -> None:
        rows = library.rows("crosswalk/cameo_sectors.csv", SectorCode)
        self._sectors = {row.code: row.sector for row in rows}
        self._states = frozenset(World(library).countries)

    def __call__(self, paths: Iterable[Path]) -> Imported:
        """The rows of all dictionaries, in order."""
        found = Imported()
        for path in paths:
            try:
                lines = path.read_text(encoding="utf-8").splitlines()
            except (OSError, UnicodeDecodeError) as error:
                raise LexiconError(path, None, f"cannot be read: {error}") from error
            entries = _entries(path, lines, found.left)
            codes = [code.text for entry in entries for code in entry.codes]
            if not codes:
                raise LexiconError(path, None, "no line has a code in brackets")
            agents = any("~" in code for code in codes)
            for entry in entries:
                self._add(entry, found, agents=agents)
        found.left += [
            f"`{part}` stands for no sector: left out of {count} codes"
            for part, count in sorted(found.unknown.items())
        ]
        return found

    def _add(self, entry: Entry, found: Imported, *, agents: bool) -> None:
        """Make the row of an entry; in a file with `~` every entry is an agent."""
        said = f"{entry.where}: `{entry.name}`"
        current = [code.text for code in entry.codes if not code.over]
        if not current:
            found.left.append(f"{said} has no code that still holds")
            return
        if len(entry.codes) > 1:
            found.left.append(f"{said}: {len(entry.codes) - 1} codes of other days left out")
        country, sectors, unknown = self._read(current[-1])
        found.unknown.update(unknown)
        if not sectors:
            what = "names a state, not a body" if not unknown else "has no code of a sector"
            found.left.append(f"{said} {what}")
        elif agents:
            if country:
                found.left.append(f"{said}: an agent of `{country}` is taken without it")
            found.agents += _agents(entry, sectors)
        else:
            found.organisations.append(_organisation(entry, sectors, country))

    def _read(self, code: str) -> tuple[str, list[str], list[str]]:
        """Country, sectors and unknown parts of a code such as `USAGOVMIL`."""
        plain = code.replace("~", "").replace("-", "")
        parts = [plain[i : i + _CODE_LENGTH] for i in range(0, len(plain), _CODE_LENGTH)]
        country = parts.pop(0) if parts and parts[0] in self._states else ""
        sectors = [self._sectors[part] for part in parts if part in self._sectors]
        unknown = [part for part in parts if part not in self._sectors]
        return country, list(dict.fromkeys(sectors)), unknown


def write_overlay(imported: Imported, folder: Path) -> None:
    """Write the rows into `folder`, laid out for `--lexicon`."""
    for name, header, rows in (
        ("world/organisations.csv", "name,kind,sector,country,aliases", imported.organisations),
        ("lang/en/agents.csv", "noun,kind,sector,whose,example", imported.agents),
    ):
        if rows:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w", encoding="utf-8", newline="") as stream:
                writer = csv.writer(stream, lineterminator="\n")
                writer.writerows([header.split(","), *rows])


def _entries(path: Path, lines: list[str], left: list[str]) -> list[Entry]:
    """The entries of a dictionary; lines that are none are added to `left`."""
    entries: list[Entry] = []
    for number, line in enumerate(lines, 1):
        text = _COMMENT.split(line, maxsplit=1)[0].strip()
        where = f"{path}:{number}"
        if not text:
            continue
        codes = [_code(*found) for found in _CODE.findall(text)]
        name = _plain(_PLURAL.sub("", text.split("[", 1)[0]))
        if name.startswith(("!", "<", "@", "&")) or not (name or codes):
            left.append(f"{where}: not read: `{text}`")
        elif name and not name.startswith("+"):
            plural = _PLURAL.search(text)
            entries.append(Entry(where, name, _plain(plural[1]) if plural else "", [], codes))
        elif not entries:
            left.append(f"{where}: belongs to no name above it: `{text}`")
        else:
            entries[-1].codes += codes
            if name:
                entries[-1].synonyms.append(name[1:].strip())
    return entries


def _code(text: str, sign: str, days: str) -> Code:
    """A code with its dates: over where they name an end, before or after a `-`."""
    return Code(text, sign.startswith("<") or "-" in days.strip("-"))


def _plain(name: str) -> str:
    """A name as words: `RED_LANTERN_PARTY_` is `RED LANTERN PARTY`."""
    return " ".join(name.replace("_", " ").split())


def _organisation(entry: Entry, sectors: list[str], country: str) -> tuple[str, ...]:
    name, *others = dict.fromkeys(
        spelling for name in (entry.name, *entry.synonyms) for spelling in _spellings(name)
    )
    return name, "organization", "|".join(sectors), country, "|".join(others)


def _agents(entry: Entry, sectors: list[str]) -> list[tuple[str, ...]]:
    """The row of an agent, and one of its plural where no rule makes it of the singular."""
    noun, plural = entry.name.lower(), entry.plural.lower()
    regular = {f"{noun}s", f"{noun}es", f"{noun[:-1]}ies", ""}
    nouns = [noun] if plural in regular else [noun, plural]
    return [(n, "person", "|".join(sectors), "", f"The {n} spoke.") for n in nouns]


def _spellings(name: str) -> list[str]:
    """A name in capitals as texts write it: `Red Crescent`, and `NATO` or `Nato`."""
    small = {"of", "the", "and", "for", "in", "on", "de", "la", "al"}
    words = name.lower().split()
    written = " ".join(w if n and w in small else w.capitalize() for n, w in enumerate(words))
    if len(words) > 1 or len(name) > _ACRONYM:
        return [written]
    return [name] if len(name) <= _ONLY_CAPITALS else [name, written]
