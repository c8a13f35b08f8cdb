"""Lemmas by word and Penn tag, from the tables that the English model carries.

The model's own lemmatizer asks for parts of speech that cost a sixth of a stock run; a
Penn tag says enough. Words whose stock lemma is wrong stand in `data/lang/en/lemmas.csv`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.lexicon.library import Library

#: Penn tag prefix -> the part of speech of the model's rule tables.
_PART = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}
#: Forms of `be` and `have` that the rule tables leave as they are.
_AUXILIARIES = {
    **dict.fromkeys(("am", "'m", "’m", "are", "'re", "’re", "is", "was", "were"), "be"),
    **dict.fromkeys(("been", "being", "be"), "be"),
    **dict.fromkeys(("has", "have", "had", "having", "'ve", "’ve"), "have"),
    **dict.fromkeys(("does", "did", "done", "doing", "do"), "do"),
    "'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "'d": "would", "’d": "would",
    "n't": "not", "n’t": "not",
}  # fmt: skip


class Lemmas:
    """Looks up lemmas; remembers what it has seen.

    Args:
        tables: the `lookups` of a spaCy rule lemmatizer.
        corrections: (word, tag) -> lemma, where the tables are wrong; a tag may be
            shortened to its first letter.
    """

    def __init__(self, tables: Any, corrections: Mapping[tuple[str, str], str]) -> None:  # noqa: ANN401 - spaCy's lookups are untyped
        self._rules = tables.get_table("lemma_rules", {})
        self._index = tables.get_table("lemma_index", {})
        self._exceptions = tables.get_table("lemma_exc", {})
        self._corrections = corrections
        self._seen: dict[tuple[str, str], str] = {}

    def __call__(self, lower: str, tag: str) -> str:
        """The lemma of a lower-case word under a Penn tag."""
        key = (lower, tag)
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = self._look_up(lower, tag)
        return found

    def _look_up(self, lower: str, tag: str) -> str:
        correction = self._corrections.get((lower, tag)) or self._corrections.get(
            (lower, tag[:1])
        )
        if correction:
            return correction
        if lower in _AUXILIARIES and tag[:1] in "VMR":
            return _AUXILIARIES[lower]
        part = _PART.get(tag[:1])
        if part is None or tag in {"NN", "VB", "VBP", "JJ", "RB", "NNP"}:
            return lower
        exceptions = self._exceptions.get(part, {}).get(lower)
        if exceptions:
            return str(exceptions[0])
        return self._by_rule(lower, part)

    def _by_rule(self, lower: str, part: str) -> str:
        index = self._index.get(part, {})
        unlisted = None
        for old, new in self._rules.get(part, []):
            if not lower.endswith(old):
                continue
            form = lower[: len(lower) - len(old)] + new
            if form in index:
                return str(form)
            unlisted = unlisted or form
        return str(unlisted or lower)


class Correction(msgspec.Struct, frozen=True):
    """A row of `lemmas.csv`; `tag` is a Penn tag or its first letter."""

    word: str
    tag: str
    lemma: str


def corrections(library: Library) -> dict[tuple[str, str], str]:
    """The lemmas that the data files set right, by word and tag."""
    rows = library.rows("lang/en/lemmas.csv", Correction)
    return {(row.word, row.tag): row.lemma for row in rows}
