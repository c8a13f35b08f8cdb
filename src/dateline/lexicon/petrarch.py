"""PETRARCH and TABARI dictionaries of actors and agents, read into an overlay folder.

The formats as their files have them: names in capitals with `_` for spaces, codes in
brackets with dates (`[USAGOV 090120-170120]`, `<` before, `>` after), `+` before a synonym
of the actor above, `;` or `#` before a comment; of agents a plural in braces and `~` where
the country goes (`MINISTER_ {MINISTERS_} [~GOV]`).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from dateline.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dateline.lexicon.library import Library

_CODE = re.compile(r"\[\s*([~A-Z0-9]*)\s*([<>]?)\s*([\d-]*)\s*\]")
_PLURAL = re.compile(r"\{([^}]*)\}")
_CODE_LENGTH = 3


class SectorCode(msgspec.Struct, frozen=True):
    """A row of `cameo_sectors.csv`."""

    code: str
    sector: str


@dataclass(slots=True)
class Actor:
    """An actor or agent of a dictionary, with the codes that hold for it."""

    where: str
    name: str
    synonyms: list[str] = field(default_factory=list)
    codes: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Imported:
    """What became of a dictionary: rows of our tables, and lines that gave none."""

    organisations: list[tuple[str, ...]] = field(default_factory=list)
    agents: list[tuple[str, ...]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


class ImportDictionaries:
    """Reads dictionaries. `library` has the codes of states and sectors.

    Raises:
        LexiconError: a dictionary cannot be read, or has no code in any line.
    """

    def __init__(self, library: Library) -> None:
        rows = library.rows("crosswalk/cameo_sectors.csv", SectorCode)
        self._sectors = {row.code: row.sector for row in rows}
        path = library.path("world/countries.csv")
        lines = path.read_text(encoding="utf-8").splitlines() if path else []
        self._states = {line[:_CODE_LENGTH] for line in lines if not line.startswith("#")}

    def __call__(self, paths: Iterable[Path]) -> Imported:
        """The rows of all dictionaries, in order."""
        found = Imported()
        for path in paths:
            try:
                actors = list(_actors(path))
            except (OSError, UnicodeDecodeError) as error:
                raise LexiconError(path, None, f"cannot be read: {error}") from error
            if not any(actor.codes for actor in actors):
                raise LexiconError(path, None, "no line has a code in brackets")
            for actor in actors:
                self._add(actor, found)
        return found

    def _add(self, actor: Actor, found: Imported) -> None:
        current = [code for code, sign, _ in actor.codes if sign != "<"]
        if not current:
            found.left.append(f"{actor.where}: `{actor.name}` has no code that still holds")
            return
        if len(actor.codes) > 1:
            dropped = len(actor.codes) - 1
            found.left.append(f"{actor.where}: `{actor.name}`: {dropped} dated codes left out")
        country, sectors, unknown = self._read(current[-1])
        if unknown:
            found.left.append(f"{actor.where}: `{actor.name}`: no sector for `{unknown}`")
        elif not sectors:
            found.left.append(f"{actor.where}: `{actor.name}` names a state, not a body")
        elif "~" in current[-1]:
            noun = actor.name.lower()
            example = f"The {noun} spoke."
            found.agents.append((noun, "person", "|".join(sectors), "", example))
        else:
            names = "|".join(map(_spelled, actor.synonyms))
            row = (_spelled(actor.name), "organization", "|".join(sectors), country, names)
            found.organisations.append(row)

    def _read(self, code: str) -> tuple[str, list[str], str]:
        """Country, sectors and what cannot be read of a code such as `USAGOVMIL`."""
        plain = code.replace("~", "").replace("-", "")
        parts = [plain[i : i + _CODE_LENGTH] for i in range(0, len(plain), _CODE_LENGTH)]
        country = parts.pop(0) if parts and parts[0] in self._states else ""
        sectors = [self._sectors[part] for part in parts if part in self._sectors]
        unknown = next((part for part in parts if part not in self._sectors), "")
        return country, list(dict.fromkeys(sectors)), "" if sectors else unknown


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


def _actors(path: Path) -> Iterator[Actor]:
    """The actors of a file, each with its synonyms and codes."""
    actor: Actor | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = re.split(r"[;#]", line, maxsplit=1)[0].rstrip()
        if not text.strip():
            continue
        name = _PLURAL.sub("", text.split("[", 1)[0]).strip().strip("_").replace("_", " ")
        name = re.sub(r"\s+", " ", name).strip()
        if name.startswith("+") and actor:
            actor.synonyms.append(name[1:].strip())
        elif name and not name.startswith(("!", "<")):
            if actor:
                yield actor
            actor = Actor(f"{path}:{number}", name)
        if actor:
            actor.codes += _CODE.findall(text)
    if actor:
        yield actor


def _spelled(name: str) -> str:
    """A name in capitals as texts write it: `RED CRESCENT` is `Red Crescent`."""
    small = {"of", "the", "and", "for", "in", "on", "de", "la", "al"}
    words = name.lower().split()
    return " ".join(w if n and w in small else w.capitalize() for n, w in enumerate(words))
