"""Cues: words that give words, beliefs or intents to somebody, and what they commit to."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from dateline.lexicon.library import Library
    from dateline.records.parse import Parse, Token

#: The data file, in the folder of its language.
CUES = "lang/en/cues.csv"


class CueKind(StrEnum):
    """What kind of word a cue is."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PREPOSITION = "preposition"


class Commits(StrEnum):
    """Whom a cue commits to the truth of its content."""

    WRITER = "writer"
    SPEAKER = "speaker"
    AGAINST = "against"
    NONE = "none"


class Form(StrEnum):
    """What the content of a cue looks like."""

    THAT = "that"
    QUOTE = "quote"
    TO = "to"
    OBJECT = "object"
    AS = "as"
    OF = "of"
    ING = "ing"
    THING = "thing"


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """One word of saying, believing or intending; see the head of the data file."""

    lemma: str
    kind: CueKind
    act: str
    commits: Commits
    content: tuple[Form, ...]
    example: str = ""

    def takes(self, *forms: Form) -> bool:
        """Whether the content may have one of the forms."""
        return any(form in self.content for form in forms)


class Cues:
    """The cues of a library, found by kind and lemma."""

    def __init__(self, library: Library) -> None:
        self.rows = library.rows(CUES, Cue)
        self._rows = {(row.kind, row.lemma): row for row in self.rows}

    def at(self, parse: Parse, token: Token) -> Cue | None:
        """The cue that a verb or noun is, alone or with its particle (`point out`)."""
        kind = CueKind.VERB if token.tag[0] == "V" else CueKind.NOUN
        for kid in parse.kids(token.i) if kind is CueKind.VERB else ():
            if kid.dep == "prt":
                return self._rows.get((kind, f"{token.lemma} {kid.lower}"))
        return self._rows.get((kind, token.lemma))
