"""Mends of the first word of a sentence, which has a capital whatever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.annotate.mending_tags import tagged

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from dateline.lexicon.library import Library
    from dateline.records.parse import Sentence, Token

    Lemmatize = Callable[[str, str], str]

#: Labels of what belongs to the name after it.
_PARTS = frozenset({"compound", "nmod", "amod"})


class _Naming(msgspec.Struct, frozen=True):
    """What `naming.toml` says of openings."""

    openings: frozenset[str]


def openings(library: Library) -> frozenset[str]:
    """The words that begin no name at the start of a sentence."""
    return library.tables("lang/en/naming.toml", _Naming)[-1][1].openings


def mend_opening(
    tokens: list[Token],
    sentence: Sentence,
    words: Collection[str],
    lemmatize: Lemmatize,
) -> None:
    """Part an adverb from the name after it: `Afterwards Macron visited Chad`.

    Args:
        tokens: the tokens of the report.
        sentence: the sentence that may begin so.
        words: those that begin no name.
        lemmatize: the lemma of a word under a tag.
    """
    first = tokens[sentence.first]
    name = tokens[first.head]
    if first.tag != "NNP" or first.dep not in _PARTS or first.lower not in words:
        return
    above = tokens[name.head]
    if name.i > first.i and above.tag.startswith("VB"):
        tokens[first.i] = tagged(first, "RB", lemmatize)._replace(head=above.i, dep="advmod")
