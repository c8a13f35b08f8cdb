"""Another tag for a token, as mends of the parse give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.records.parse import Token


def tagged(token: Token, tag: str, lemmatize: Callable[[str, str], str]) -> Token:
    """The token with another tag, and the lemma that it has with it."""
    return token._replace(tag=tag, lemma=lemmatize(token.lower, tag))
