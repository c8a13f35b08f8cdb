"""Whether a text is English, and if not, what it is."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
#: A text is judged by this many words from its beginning.
_LOOKED_AT = 400
#: Fewer words than these say too little: they are taken for English unless the script is other.
_ENOUGH = 20
#: English running text has 35 to 50 function words in a hundred by the list used here, lists
#: of names 10; other languages share a few short ones (`a`, `on`, `in`, `his`).
_ENGLISH_SHARE = 0.13
#: The name of a text's language that is told to be English.
ENGLISH = "en"


def language_of(text: str, function_words: frozenset[str]) -> str:
    """The code (ISO 639-1) of the language of a text; short texts are given the benefit."""
    words = [word.lower() for word in _WORD.findall(text[: 20 * _LOOKED_AT])[:_LOOKED_AT]]
    if _is_english(words, function_words):
        return ENGLISH
    import py3langid  # noqa: PLC0415 - loads a model of some MB, seldom needed

    return str(py3langid.classify(" ".join(words))[0])


def _is_english(words: list[str], function_words: frozenset[str]) -> bool:
    if not words:
        return True
    latin = sum(word < "\u0250" for word in words) / len(words)
    if latin < 0.5:
        return False
    if len(words) < _ENOUGH:
        return True
    return sum(word in function_words for word in words) / len(words) >= _ENGLISH_SHARE
