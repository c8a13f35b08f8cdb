"""Ontology: PLOVER's types, modes and contexts, and CAMEO's codes, with their scores."""

from __future__ import annotations

import msgspec

from dateline.errors import LexiconError
from dateline.lexicon.library import Library  # noqa: TC001 - msgspec reads annotations


class EventType(msgspec.Struct, frozen=True, kw_only=True):
    """A PLOVER event type. `modes` gives the score of each mode."""

    quad_class: int
    score: float
    recipient_required: bool
    definition: str
    modes: dict[str, float] = {}


class TypesFile(msgspec.Struct, frozen=True):
    """`ontology/types.toml`."""

    types: dict[str, EventType]


class Context(msgspec.Struct, frozen=True):
    """A PLOVER context and what falls under it."""

    context: str
    scope: str


class CameoCode(msgspec.Struct, frozen=True):
    """A CAMEO code with the Goldstein score and quad class that GDELT gives it.

    `icews` is the score in ICEWS where that differs.
    """

    code: str
    label: str
    goldstein: float
    quad_class: int
    icews: float | None = None


class Ontology:
    """What may be coded, and what each code is worth."""

    def __init__(self, library: Library) -> None:
        self.types: dict[str, EventType] = {}
        for _, file in library.tables("ontology/types.toml", TypesFile):
            self.types |= file.types
        self.contexts = {
            row.context: row for row in library.rows("ontology/contexts.csv", Context)
        }
        self.cameo = {row.code: row for row in library.rows("crosswalk/cameo.csv", CameoCode)}

    def score(self, type_: str, mode: str | None) -> float:
        """PLOVER's score of a type, or of its mode where there is one."""
        event_type = self.types[type_]
        return event_type.modes.get(mode, event_type.score) if mode else event_type.score

    def demand(
        self, where: str, type_: str, mode: str | None, contexts: tuple[str, ...]
    ) -> None:
        """Refuse what the ontology does not have.

        Raises:
            LexiconError: type, mode or context is unknown; `where` is the file.
        """
        if type_ not in self.types:
            raise LexiconError(where, None, f"no event type `{type_}`")
        if mode is not None and mode not in self.types[type_].modes:
            known = ", ".join(self.types[type_].modes) or "none"
            raise LexiconError(where, None, f"{type_} has no mode `{mode}` (it has: {known})")
        for context in contexts:
            if context not in self.contexts:
                raise LexiconError(where, None, f"no context `{context}`")
