"""Mends of headlines whose verb the tagger took for a noun: `Police fire tear gas`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from dateline.annotate.mending_tags import tagged
from dateline.records.report import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from dateline.lexicon.library import Library
    from dateline.records.parse import Sentence, Token

    Lemmatize = Callable[[str, str], str]

#: Labels of words that are part of the noun after them.
_BEFORE = frozenset({"compound", "nmod", "amod", "nummod", "det", "poss"})
_MANY = frozenset({"NNS", "NNPS"})
#: What the tagger takes verbs for.
_MISREAD = frozenset({"NN", "JJ"})


class HeadlineVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `headline_verbs.csv`: a verb that reads as a noun, and a headline with it."""

    word: str
    example: str


def headline_verbs(library: Library) -> tuple[HeadlineVerb, ...]:
    """The verbs that headlines have right after their subject."""
    return tuple(library.rows("lang/en/headline_verbs.csv", HeadlineVerb))


def mend_headline(
    tokens: list[Token], sentence: Sentence, verbs: Collection[str], lemmatize: Lemmatize
) -> None:
    """Find the verb of a headline that has none, right after a noun of many or a name.

    Args:
        tokens: those of the report; the headline's are mended in place.
        sentence: the headline, or any other sentence, which stays as it is.
        verbs: the words that may be a headline's verb.
        lemmatize: the lemma of a word under a tag.
    """
    inside = tokens[sentence.first : sentence.last]
    if sentence.role is not Role.HEADLINE or any(t.tag[:2] in {"VB", "MD"} for t in inside):
        return
    for subject, verb in pairwise(inside):
        if subject.tag.startswith("NN"):
            many = subject.tag in _MANY or subject.lower == "police"
            misread = verb.lower in verbs and verb.tag in _MISREAD
            one = subject.tag == "NNP" and verb.tag == "NNS" and verb.lemma in verbs
            if ((many and misread) or one) and subject.head >= verb.i:
                _tell(tokens, sentence, subject, verb, lemmatize)
            return
        if subject.dep not in _BEFORE:
            return


def _tell(
    tokens: list[Token], sentence: Sentence, subject: Token, verb: Token, lemmatize: Lemmatize
) -> None:
    """Make a clause of what the parser took for one noun phrase."""
    inside = tokens[sentence.first : sentence.last]
    old = next(token for token in inside if token.head == token.i)
    parts = {k.i for k in inside if k.dep in _BEFORE and k.i > verb.i and k.head == old.i}
    for token in inside:
        if token.head == old.i and token.i not in parts:
            tokens[token.i] = token._replace(head=verb.i)
    if old.i > verb.i:
        tokens[old.i] = old._replace(head=verb.i, dep="dobj")
    for token in inside[: subject.i - sentence.first]:
        tokens[token.i] = token._replace(head=subject.i)
    tokens[subject.i] = subject._replace(head=verb.i, dep="nsubj")
    tag = "VBZ" if verb.tag == "NNS" else "VBP"
    tokens[verb.i] = tagged(verb, tag, lemmatize)._replace(head=verb.i, dep="ROOT")
