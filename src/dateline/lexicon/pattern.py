"""The pattern language of act rules.

A pattern names what fills the places around its word, `*`:

    ACTOR * RECIPIENT                  subject acts on object
    ACTOR * OBJECT:talks with RECIPIENT   the object is of the class `talks`
    ACTOR * OBJECT=blame on|upon RECIPIENT   the object is the word `blame`
    ACTOR/JUD * RECIPIENT              the subject's sector is JUD
    RECIPIENT * OBJECT:aid from ACTOR  converse: the subject receives
    ACTOR * (with RECIPIENT)           in brackets: may be missing
    RECIPIENT's * (by ACTOR)           of a noun: what its possessor is

What stands before `*` is the subject, the first slot after it without a preposition the
object. `!` before a class or word forbids it: `OBJECT!=fire`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_ELEMENT = re.compile(
    r"(?P<slot>[A-Z]+)(?:/(?P<sectors>[A-Z|]+))?(?:(?P<not>!)?(?P<kind>[:=])(?P<names>[\w|'-]+))?$"
)


class Slot(StrEnum):
    """What an argument is to the act. OBJECT is neither actor nor recipient."""

    ACTOR = "ACTOR"
    RECIPIENT = "RECIPIENT"
    OBJECT = "OBJECT"


@dataclass(frozen=True, slots=True)
class Element:
    """One argument of a pattern.

    Attributes:
        slot: what fills it.
        prepositions: the prepositions it may stand under; empty for subject and object.
        classes: names of noun classes, one of which its head must be in.
        words: lemmas, one of which its head must be.
        sectors: sector codes, one of which the party must have.
        forbidden: whether `classes` and `words` name what it must not be.
        optional: whether the act stands without it.
    """

    slot: Slot
    prepositions: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    forbidden: bool = False
    optional: bool = False

    @property
    def weight(self) -> int:
        """How much it asks for: a pattern that asks for more wins."""
        needed = 0 if self.optional else 1
        named = 2 * bool(self.classes) + 3 * bool(self.words)
        if self.forbidden or self.optional:
            named = 0
        return needed + named + 2 * bool(self.sectors) + bool(self.prepositions) * needed


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern. `subject` and `object` are None where it says nothing of them.

    Of a noun, `subject` is its possessor.
    """

    text: str
    subject: Element | None = None
    object: Element | None = None
    others: tuple[Element, ...] = ()

    @property
    def elements(self) -> tuple[Element, ...]:
        """All elements in order."""
        return tuple(e for e in (self.subject, self.object, *self.others) if e)

    @property
    def weight(self) -> int:
        """How specific the pattern is."""
        return sum(element.weight for element in self.elements)


def parse_pattern(text: str) -> Pattern:
    """The pattern that `text` says.

    Raises:
        ValueError: the text is no pattern; the message says what is wrong with it.
    """
    before, star, after = text.partition("*")
    if not star or "*" in after:
        message = f"`{text}` needs exactly one `*`"
        raise ValueError(message)
    subjects = _elements(before.replace("'s", " "), text)
    follow = _elements(after, text)
    bare = [e for e in follow if not e.prepositions]
    if len(subjects) > 1 or len(bare) > 1 or any(e.prepositions for e in subjects):
        message = f"`{text}` has more than one subject or object"
        raise ValueError(message)
    return Pattern(
        text=text,
        subject=subjects[0] if subjects else None,
        object=bare[0] if bare else None,
        others=tuple(e for e in follow if e.prepositions),
    )


def _elements(text: str, whole: str) -> list[Element]:
    found: list[Element] = []
    optional, prepositions = False, ""
    for part in text.replace("(", " ( ").replace(")", " ) ").split():
        if part in "()":
            optional = part == "("
        elif part[0].islower():
            prepositions = f"{prepositions} {part}".strip()
        else:
            found.append(_element(part, prepositions, whole, optional=optional))
            prepositions = ""
    if prepositions:
        message = f"`{whole}`: no slot after `{prepositions}`"
        raise ValueError(message)
    return found


def _element(part: str, prepositions: str, whole: str, *, optional: bool) -> Element:
    match = _ELEMENT.match(part)
    if match is None or match["slot"] not in Slot.__members__:
        message = f"`{whole}`: `{part}` is no slot (one of {', '.join(Slot)})"
        raise ValueError(message)
    names = tuple((match["names"] or "").split("|")) if match["names"] else ()
    return Element(
        slot=Slot(match["slot"]),
        prepositions=tuple(p.replace("_", " ") for p in prepositions.split("|") if p),
        classes=names if match["kind"] == ":" else (),
        words=names if match["kind"] == "=" else (),
        sectors=tuple(match["sectors"].split("|")) if match["sectors"] else (),
        forbidden=bool(match["not"]),
        optional=optional,
    )
