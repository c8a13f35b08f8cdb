"""The words of a language that tell whether a name is a place: `place_words.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from dateline.lexicon.library import Library


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Classes of words, lower case; the file says what each is for."""

    connectors: frozenset[str]
    locatives: frozenset[str]
    verbs: frozenset[str]
    parts: frozenset[str]
    divisions: frozenset[str]
    towns: frozenset[str]
    features: frozenset[str]
    kinds: frozenset[str]
    offices: frozenset[str]
    honorifics: frozenset[str]
    organisations: frozenset[str]
    heads_with_of: frozenset[str]
    open_domains: frozenset[str]
    bodies_with_of: frozenset[str]
    public_bodies: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    dwellers_of: frozenset[str]
    dwellers: frozenset[str]
    things: frozenset[str]
    strict_locatives: frozenset[str]
    weekdays_and_months: frozenset[str]

    def is_class_word(self, word: str) -> bool:
        """Whether the word names a kind of place or body, so that it is no name alone."""
        kinds = (self.parts, self.divisions, self.towns, self.features, self.kinds)
        bodies = (self.organisations, self.offices, self.honorifics)
        return any(word in words for words in (*kinds, *bodies))


def place_words(library: Library) -> PlaceWords:
    """The words, those of overlays joined to the package's own."""
    _, words = zip(*library.tables("lang/en/place_words.toml", PlaceWords), strict=True)
    return PlaceWords(
        **{
            name: frozenset().union(*(getattr(file, name) for file in words))
            for name in PlaceWords.__struct_fields__
        }
    )
