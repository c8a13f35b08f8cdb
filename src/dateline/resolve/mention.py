"""Mention: a name in the text with all that the name and the words beside it say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.records.entity import Kind  # noqa: TC001 - msgspec reads it at run time

if TYPE_CHECKING:
    from collections.abc import Callable


#: Sectors that people hold an office of, and leave with it.
OFFICIAL = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "IGO"})


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office that the text gives to somebody.

    `first` to `last` (exclusive) are the tokens that name it. `former` where the text says
    so; `sought` where its bearer only stands for it.
    """

    office: str
    country: str | None = None
    former: bool = False
    sought: bool = False
    first: int
    last: int


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A name: tokens `first` to `last` (exclusive) without title.

    `head` is the token by which it hangs in the sentence. `kind` is None where nothing
    says what is named. `place` is set where the words also name a town or region.
    """

    first: int
    last: int
    head: int
    name: str
    kind: Kind | None
    country: str | None = None
    sector: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    known: bool = False
    place: bool = False

    def having(self, **changes: object) -> Mention:
        """The mention with some fields changed."""
        replace: Callable[..., Mention] = msgspec.structs.replace
        return replace(self, **changes)


def merged(*sectors: tuple[str, ...]) -> tuple[str, ...]:
    """Sectors in order, each once."""
    return tuple(dict.fromkeys(code for codes in sectors for code in codes))
