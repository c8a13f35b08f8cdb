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
    LIGHT = "light"
    VOICE = "voice"
    MARK = "mark"


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
    FOR = "for"
    WITH = "with"
    ING = "ing"
    THING = "thing"
    FIGURE = "figure"
    ASIDE = "aside"


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """One word of saying, believing or intending; the data file explains its columns."""

    lemma: str
    kind: CueKind
    act: str
    commits: Commits
    content: tuple[Form, ...]
    example: str = ""

    def takes(self, *forms: Form) -> bool:
        """Whether the content may have one of the forms."""
        return any(form in self.content for form in forms)


#: First letter of a Penn tag -> the kind of cue it may be.
_KINDS = {
    "V": CueKind.VERB,
    "N": CueKind.NOUN,
    "J": CueKind.ADJECTIVE,
    "R": CueKind.ADVERB,
}


class Cues:
    """The cues of a library, found by kind and lemma."""

    def __init__(self, library: Library) -> None:
        self.rows = library.rows(CUES, Cue)
        self._rows = {(row.kind, row.lemma): row for row in self.rows}
        self._paired = {
            (row.kind, row.lemma.split()[0]) for row in self.rows if " " in row.lemma
        }
        self._openers = {
            row.lemma.split()[0] for row in self.rows if row.kind is CueKind.PREPOSITION
        }

    def at(self, parse: Parse, token: Token) -> Cue | None:
        """The cue that a word is, alone or with its particle (`point out`)."""
        if token.lower in self._openers and token.i + 1 < len(parse.tokens):
            pair = f"{token.lower} {parse.tokens[token.i + 1].lower}"
            found = self._rows.get((CueKind.PREPOSITION, pair))
            if found is not None:
                return found
        kind = _KINDS.get(token.tag[0])
        if kind is None or token.tag[:3] == "NNP":
            return None
        found = self._with_preposition(parse, token, kind)
        if found is not None or kind is not CueKind.VERB:
            return found or self._rows.get((kind, token.lemma))
        found = self._rows.get((kind, _with_particle(parse, token)))
        if token.tag == "VBN" and (found is None or token.dep == "acomp"):
            return self._adjective(parse, token) or found
        return found

    def _adjective(self, parse: Parse, token: Token) -> Cue | None:
        """The cue of a participle that is used as an adjective (`are convinced that`)."""
        found = self._with_preposition(parse, token, CueKind.ADJECTIVE)
        return found or self._rows.get((CueKind.ADJECTIVE, token.lower))

    def _with_preposition(self, parse: Parse, token: Token, kind: CueKind) -> Cue | None:
        """The cue of a word with its preposition, where no clause follows (`warn of`)."""
        if (kind, token.lemma) not in self._paired and token.tag != "VBN":
            return None
        word = token.lower if kind is CueKind.ADJECTIVE else token.lemma
        plain = self._rows.get((kind, token.lemma))
        hearer = plain is not None and plain.takes(Form.OBJECT)
        kids = tuple(parse.kids(token.i))
        deps = {kid.dep for kid in kids}
        if "ccomp" in deps or ("dobj" in deps and not hearer):
            return None
        for kid in kids:
            found = self._rows.get((kind, f"{word} {kid.lower}")) if kid.dep == "prep" else None
            if found is not None and ("xcomp" not in deps or found.takes(Form.OBJECT)):
                return found
        return None

    def is_light(self, parse: Parse, verb: Token) -> bool:
        """Whether the verb's subject speaks the noun that is its object."""
        return (CueKind.LIGHT, _with_particle(parse, verb)) in self._rows

    def is_voice(self, noun: Token) -> bool:
        """Whether the noun may speak in the short hand of headlines (`Poll: ...`)."""
        return (CueKind.VOICE, noun.lower) in self._rows


def _with_particle(parse: Parse, verb: Token) -> str:
    """The verb's lemma with its particle."""
    for kid in parse.kids(verb.i):
        if kid.dep == "prt":
            return f"{verb.lemma} {kid.lower}"
    return verb.lemma
