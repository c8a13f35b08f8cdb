"""Dictionary: the entries of a file in the format of PETRARCH or TABARI.

Names are in capitals with `_` for spaces. Codes stand in brackets with dates
(`[USAGOV 090120-170120]`, `<` before, `>` after), on the line of the name or on lines of
their own below it. `+` comes before a synonym of the entry above, `;` or `#` before a
comment. Agents have a plural in braces and `~` where the country goes
(`MINISTER_ {MINISTERS_} [~GOV]`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMMENT = re.compile(r"[;#]")
_PLURAL = re.compile(r"\{([^}]*)\}")
_BRACKET = re.compile(r"\[([^\]]*)\]")
_DAY = r"(\d{8}|\d{6})"
_CODE = re.compile(
    rf"(?P<code>[~A-Z0-9-]*[A-Z][~A-Z0-9-]*)"
    rf"(?:\s*(?:<=?\s*(?P<until>{_DAY})|>=?\s*(?P<after>{_DAY})"
    rf"|(?P<since>{_DAY})\s*-\s*(?P<to>{_DAY})?))?"
)
#: First signs of lines that are macros, markers, and sets of synonyms of verbs.
_UNREAD = ("<", "@", "&")
#: The last year of two digits that is of this century, as PETRARCH reads them.
_PIVOT = "30"


class Code(NamedTuple):
    """A code, the day (`20090120`) from which it holds, and whether it is over."""

    text: str
    since: str = ""
    over: bool = False


@dataclass(slots=True)
class Entry:
    """A name of a dictionary, where it stands, and its codes in order.

    `agent` says that a plural or a `~` marks it as a common noun.
    """

    where: str
    name: str
    plural: str = ""
    agent: bool = False
    synonyms: list[str] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)

    @property
    def current(self) -> str | None:
        """The code that holds: the last to begin, else the last without dates."""
        holding = [code for code in self.codes if not code.over]
        return max(reversed(holding), key=lambda code: code.since).text if holding else None


def read_entries(source: str, lines: Iterable[str]) -> tuple[list[Entry], list[str]]:
    """The entries of the lines of `source`, and what was not read, each with its line."""
    entries: list[Entry] = []
    left: list[str] = []
    entry: Entry | None = None
    for number, line in enumerate(lines, 1):
        text = _COMMENT.split(line, maxsplit=1)[0].strip()
        where = f"{source}:{number}"
        before, bracket, after = text.partition("[")
        name = _plain(_PLURAL.sub("", before))
        codes, odd = _codes(bracket + after)
        if (
            name.startswith(_UNREAD)
            or "!" in name
            or (text and not (name.strip("+") or bracket))
        ):
            left.append(f"{where}: not read: `{text}`")
            entry = None
            continue
        if odd:
            left.append(f"{where}: not read: `{odd}`")
        plural = _PLURAL.search(before)
        names = name.removeprefix("+").strip(), _plain(plural[1]) if plural else ""
        if name and not name.startswith("+"):
            marked = plural is not None or "~" in before
            entry = Entry(where, *names, agent=marked, codes=codes)
            entries.append(entry)
        elif text and entry is None:
            left.append(f"{where}: belongs to no name above it: `{text}`")
        elif entry and name and bracket:
            left.append(f"{where}: a synonym with a code of its own: `{text}`")
        elif entry:
            entry.synonyms += filter(None, names)
            entry.codes += codes
    for entry in entries:
        entry.agent |= any("~" in code.text for code in entry.codes)
    return entries, left


def _codes(text: str) -> tuple[list[Code], str]:
    """The codes in the brackets of a text, and what of it is none."""
    codes, odd = [], [_BRACKET.sub(" ", text)]
    for bracket in _BRACKET.finditer(text):
        found = _CODE.fullmatch(bracket[1].strip())
        if found is None:
            odd.append(bracket[0])
        else:
            over = bool(found["until"] or found["to"])
            codes.append(Code(found["code"], _day(found["after"] or found["since"]), over))
    return codes, " ".join(" ".join(odd).split())


def _day(digits: str | None) -> str:
    """A day with its century: `930120` is `19930120`; empty where there is none."""
    if digits is None or len(digits) == len("YYYYMMDD"):
        return digits or ""
    return ("20" if digits[:2] <= _PIVOT else "19") + digits


def _plain(name: str) -> str:
    """A name as words: `RED_LANTERN_PARTY_` is `RED LANTERN PARTY`."""
    return " ".join(re.sub(r"[_~]", " ", name).split())
