"""Entity: a person, group, organisation or state, and the words that name it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dateline.records.span import Span


class Kind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    GROUP = "group"
    ORGANIZATION = "organization"
    STATE = "state"
    OTHER = "other"


class Entity(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What mentions of one report refer to.

    `id` is made from kind and name, so that the same name has the same id in every report.
    `country` is ISO 3166-1 alpha-3; `sector` holds PLOVER codes (GOV, MIL, REB, OPP, CVL)
    and IGO, NGO, MNC, JRN.
    """

    id: str
    name: str
    kind: Kind
    country: str | None = None
    sector: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


class Party(Span, frozen=True, kw_only=True, gc=False):
    """A mention in a role: actor, recipient or speaker, with what is known of it.

    `entity` is the id of an entity of the same report, None for a bare noun phrase.
    `basis` says how the role was filled: `stated` in the text, or `inferred`.
    """

    name: str | None = None
    country: str | None = None
    sector: tuple[str, ...] = ()
    entity: str | None = None
    basis: str = "stated"
