"""Act rules: the words and frames that name each event type, from `lang/en/acts/*.toml`.

A rule has one pattern and many words, so that a line adds a word, and each word brings the
example that proves it. In an example `[words]actor` and `[words]recipient` mark what the
rule must find.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from dateline.errors import LexiconError
from dateline.lexicon.pattern import Pattern, parse_pattern

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.lexicon.library import Library

#: Where the rules of acts are kept; those of ties have the same form.
ACT_FILES = "lang/en/acts/*.toml"


class RuleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A rule as the file has it. `words` maps a word to its example or examples."""

    id: str
    when: str
    words: dict[str, str | list[str]]
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    mutual: bool = False
    implied: str | None = None
    no: tuple[str, ...] = ()
    note: str | None = None
    drop: bool = False


class ActsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file: rules for verbs and for nouns of one event type."""

    type: str
    verb: tuple[RuleRow, ...] = ()
    noun: tuple[RuleRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of one rule.

    Attributes:
        id: file, rule and word: `accuse.criticize:denounce`, `assault.noun.attack:raid`.
        type: the PLOVER event type, or `NONE` where the words name no event.
        word: the lemma, with particle or modifier (`hit out`, `hunger strike`).
        noun: whether the word is a noun.
        pattern: what fills the slots.
        mutual: whether all parties are actors.
        implied: the sector of who does it where nobody is named (protests: CVL).
        examples: sentences that must code so.
        no: sentences in which the rule must not fire.
    """

    id: str
    type: str
    word: str
    noun: bool
    pattern: Pattern
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    mutual: bool
    implied: str | None
    examples: tuple[str, ...]
    no: tuple[str, ...]


class ActLexicon:
    """All entries, found by the lemma of their head word.

    Args:
        library: the data files.
        files: which of them hold the rules, as a glob.
    """

    def __init__(self, library: Library, files: str = ACT_FILES) -> None:
        self.entries = tuple(_read(library, files))
        self.verbs: dict[str, list[Entry]] = defaultdict(list)
        self.nouns: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            if entry.noun:
                self.nouns[re.split(r"[ -]", entry.word)[-1]].append(entry)
            else:
                self.verbs[entry.word].append(entry)
        for table in (self.verbs, self.nouns):
            for entries in table.values():
                entries.sort(key=_weight, reverse=True)  # stable: file order decides


def _weight(entry: Entry) -> int:
    """Specificity of an entry: what its pattern asks for, and each further word.

    What names no event wins where it asks as much.
    """
    further = 2 * len(re.findall(r"[ -]", entry.word)) * entry.noun
    return entry.pattern.weight + further + (entry.type == "NONE")


def _read(library: Library, files: str) -> list[Entry]:
    """Entries by id: a later folder's rule replaces or drops one of the same id."""
    found: dict[str, Entry] = {}
    for path, file in library.tables(files, ActsFile):
        for noun, rows in ((False, file.verb), (True, file.noun)):
            for row in rows:
                for entry in _entries(path, file.type, row, noun=noun):
                    if row.drop:
                        found.pop(entry.id, None)
                    else:
                        found[entry.id] = entry
    return list(found.values())


def _entries(path: Path, type_: str, row: RuleRow, *, noun: bool) -> list[Entry]:
    try:
        pattern = parse_pattern(row.when)
    except ValueError as error:
        raise LexiconError(path, None, f"rule `{row.id}`: {error}") from error
    return [
        Entry(
            id=f"{path.stem}.{'noun.' * noun}{row.id}:{word.replace(' ', '-')}",
            type=type_,
            word=word,
            noun=noun,
            pattern=pattern,
            mode=row.mode,
            contexts=row.contexts,
            cameo=row.cameo,
            mutual=row.mutual,
            implied=row.implied,
            examples=tuple(examples) if isinstance(examples, list) else (examples,),
            no=row.no if first else (),
        )
        for first, (word, examples) in (
            (n == 0, item) for n, item in enumerate(row.words.items())
        )
    ]
