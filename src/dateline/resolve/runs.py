"""Runs: stretches of capitalised words that may hold names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.syntax import HYPHENS
from dateline.records.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from dateline.records.parse import Parse, Sentence, Token
    from dateline.resolve.knowledge import Knowledge

_PROPER = frozenset({"NNP", "NNPS"})
#: First letters of the tags of verbs, which a headline in title case does not leave small.
_VERBS = frozenset({"VB", "MD"})
#: Above this share of capitalised words a sentence is set in title case.
_TITLE_CASE = 0.7
#: Fewest words by which the case of a sentence can be judged.
_FEW_WORDS = 4
#: Letters of the longest syllable of a Korean or Chinese given name (`Myung`, `Liang`).
_SYLLABLE = 5
#: Longest name, in tokens.
_LONGEST = 14


class Runs:
    """Cuts a sentence into runs of capitalised words.

    Args:
        knowledge: capitalised words for bodies, after which `of` and `for` carry on a name,
            and the small words inside names.
        known: the end of the known name that starts at a word of a list, None if none does;
            such a name runs on over `and`, `the` and apostrophes.
    """

    def __init__(
        self, knowledge: Knowledge, known: Callable[[list[str], int], int | None]
    ) -> None:
        self._heads = frozenset(knowledge.organisation_words)
        self._naming = knowledge.naming
        self._titles = knowledge.titles
        self._world = knowledge.world
        self._known = known
        self._people = frozenset(
            noun for noun, row in knowledge.nouns.items() if row.kind is not Kind.OTHER
        )

    def __call__(
        self, parse: Parse, sentence: Sentence, surnames: Collection[str] = ()
    ) -> Iterator[tuple[int, int]]:
        """The first and last (exclusive) token of each run, in order.

        `surnames` are those told before: `Rios` may look like a plural.
        """
        tokens = parse.tokens
        index = sentence.first
        while index < sentence.last:
            opening = index == sentence.first and self._opens(tokens[index])
            if opening or (
                not _starts(tokens[index], sentence.first)
                and not self._begins(tokens, index, sentence.last, surnames)
            ):
                index += 1
                continue
            end = self._end(tokens, index, min(sentence.last, index + _LONGEST))
            yield index, end
            index = end

    def _opens(self, token: Token) -> bool:
        """Whether a word begins a sentence and no name: `Many Syrians`, but not `Last`."""
        return token.lower in self._naming.openings and token.tag not in _PROPER

    def _begins(
        self, tokens: tuple[Token, ...], index: int, stop: int, surnames: Collection[str]
    ) -> bool:
        """Whether a word that is not tagged so is a name or starts one of several words."""
        token = tokens[index]
        if not _capital(token):
            return False
        if token.tag == "NNS" and (token.text in surnames or self._states(token.text)):
            return True
        words = [token.text for token in tokens[index : min(stop, index + _LONGEST)]]
        return (self._known(words, 0) or 0) > 1

    def _states(self, word: str) -> bool:
        return self._world.longest([word], 0) is not None

    def _end(self, tokens: tuple[Token, ...], first: int, stop: int) -> int:
        """The end of the run that starts at `first`."""
        words = [token.text for token in tokens[first:stop]]
        end = first + (self._known(words, 0) or self._title(words, 0) or 1)
        body = tokens[first].text in self._heads
        while end < stop:
            token = tokens[end]
            if _capital(token) and not (token.tag == "PRP" or token.tag.startswith("VB")):
                body = body or token.text in self._heads
                at = end - first
                end = first + (self._known(words, at) or self._title(words, at) or at + 1)
                continue
            step = self._bridge(tokens, first, end, stop, body=body)
            if step == end:
                break
            end = step
            body = body or tokens[end - 1].text in self._heads
        return end

    def _title(self, words: list[str], at: int) -> int | None:
        """The end of a title at a word that a name follows: `US Secretary of State`."""
        found = self._titles.longest([word.lower() for word in words], at)
        named = found is not None and found[0] < len(words) and words[found[0]][0].isupper()
        return found[0] if found and named else None

    def _bridge(
        self, tokens: tuple[Token, ...], first: int, end: int, stop: int, *, body: bool
    ) -> int:
        """Where a run goes on after small words at `end`; `end` if it does not."""
        after = end
        if (
            tokens[end].text in HYPHENS
            or tokens[end].text == "&"
            or (tokens[end].tag == "POS" and self._owns(tokens, end, stop))
        ):
            after = end + 1
        elif body and tokens[end].lower in self._naming.links:
            after = end + 1
            if after < stop and tokens[after].lower == "the":
                after += 1
        elif tokens[end].lower in self._naming.particles:
            while after < stop and (
                tokens[after].lower in self._naming.particles or tokens[after].text in HYPHENS
            ):
                after += 1
        if after < stop and _syllable(tokens, first, after):
            return after + 1
        if after == end or after >= stop or not _capital(tokens[after]):
            return end
        return after + 1

    def _owns(self, tokens: tuple[Token, ...], end: int, stop: int) -> bool:
        """Whether people own a body that is named after them: `Metal Workers' Union`."""
        people, after = tokens[end - 1], tokens[min(end + 1, stop - 1)]
        word = people.lower
        known = {word, word.removesuffix("s")} & self._people
        plural = people.tag == "NNPS" or word.endswith("s") or word == "people"
        return bool(known) and plural and after.text in self._heads


def title_case(parse: Parse, sentence: Sentence) -> bool:
    """Whether a sentence is a headline whose words all have capitals, its verb too."""
    if any(t.tag[:2] in _VERBS and t.text[0].islower() for t in parse.tokens_of(sentence)):
        return False
    words = [t for t in parse.tokens_of(sentence) if t.text.isalpha() and len(t.text) > 3]
    capitals = sum(t.text[0].isupper() for t in words)
    return len(words) >= _FEW_WORDS and capitals >= _TITLE_CASE * len(words)


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and any(c.isalpha() for c in token.text)


def _syllable(tokens: tuple[Token, ...], first: int, index: int) -> bool:
    """Whether a word ends a given name of two syllables: `Moon Jae-in`, `Tsai Ing-wen`."""
    token, before = tokens[index], tokens[index - 2 : index]
    if index - first < 3 or len(before) != 2 or before[1].text not in HYPHENS:
        return False
    return (
        token.tag in {"NN", "NNP", "IN"}
        and token.text.islower()
        and max(len(token.text), len(before[0].text)) <= _SYLLABLE
        and before[0].end == before[1].start
        and before[1].end == token.start
    )


def _starts(token: Token, beginning: int) -> bool:
    """Whether a run may start here: a proper noun, or an adjective with a capital."""
    if not _capital(token):
        return token.lower == "al" and token.tag in _PROPER
    if token.tag in _PROPER:
        return True
    return token.tag in {"JJ", "NN", "NNS", "VBN", "VBG"} and (
        token.i != beginning or token.tag == "JJ"
    )
