"""Phrase: the stretch of a noun phrase that names its party, and what modifies its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.records.parse import Parse, Token

_BEFORE = frozenset(
    {"det", "predet", "amod", "compound", "nmod", "nummod", "quantmod", "poss", "npadvmod",
     "advmod"}
)  # fmt: skip
_NAMING = frozenset({"amod", "compound", "nmod", "poss", "npadvmod"})
_EDGES = frozenset({'"', "“", "'", "‘", "(", "[", ",", "-", "–", "—", ":", ";", "”", "’", "``"})
_HYPHENS = frozenset({"-", "–", "‑"})
#: Beginnings that turn a nationality or a body into something else.
_PREFIXES = frozenset({"pro", "anti", "non", "post", "ex", "counter", "inter", "trans"})
#: How many words before a phrase may still say something of it.
_NEAR = 3
#: Longest phrase before its head, in tokens.
_LONGEST = 14


def left_edge(parse: Parse, head: int) -> int:
    """The first token of the phrase of `head`: its determiner or outermost modifier."""
    first = head
    stack = [head]
    while stack:
        for kid in parse.kids(stack.pop()):
            if kid.i < head and kid.dep in _BEFORE and not _is_outside(parse, kid):
                first = min(first, kid.i)
                stack.append(kid.i)
    first = max(first, head - _LONGEST)
    inside = parse.tokens[first:head]
    cuts = [token.i for token in inside if token.text in {",", ";", ":"}]
    if cuts and not _listed(parse, first, head):
        first = cuts[-1] + 1
    while first < head and _is_edge(parse.tokens[first]):
        first += 1
    return first


def _is_edge(token: Token) -> bool:
    """Whether a word stands before a phrase that it is no part of: `neither Chad nor`."""
    return token.text in _EDGES or token.tag == "CC"


def before(parse: Parse, first: int) -> int:
    """The first of the words directly before `first`, none beyond a preposition or verb."""
    start = first
    for token in reversed(parse.tokens[max(0, first - _NEAR) : first]):
        if token.tag in {"IN", "TO"} or (token.tag.startswith("VB") and token.dep != "amod"):
            break
        start = token.i
    return start


def modifiers(parse: Parse, head: int) -> Iterator[Token]:
    """The nouns, names and adjectives before `head`, nearest first.

    Without those bound by a hyphen to another word: in `Turkish-backed rebels` the rebels
    are not Turkish, in `pro-Russian separatists` not Russian.
    """
    kids = [kid for kid in parse.kids(head) if kid.i < head and kid.dep in _NAMING]
    for kid in reversed(kids):
        if bound(parse, kid.i):
            continue
        yield kid
        if kid.dep in {"compound", "nmod", "poss", "amod"} and not kid.tag.startswith("VB"):
            yield from modifiers(parse, kid.i)


def bound(parse: Parse, index: int) -> bool:
    """Whether a hyphen ties the token to a participle after or a prefix before it."""
    tokens = parse.tokens
    after = tokens[index + 1 : index + 3]
    if len(after) == 2 and after[0].text in _HYPHENS and after[0].start == tokens[index].end:
        return not after[1].text[0].isupper()
    before = tokens[max(0, index - 2) : index]
    return (
        len(before) == 2
        and before[1].text in _HYPHENS
        and before[0].lower in _PREFIXES
        and before[1].end == tokens[index].start
    )


def bare(parse: Parse, head: int) -> bool:
    """Whether nothing stands before `head` that narrows it."""
    return not any(kid.i < head and kid.dep in _BEFORE for kid in parse.kids(head))


def _is_outside(parse: Parse, token: Token) -> bool:
    """Whether a modifier is a clause, or an adverb of the sentence: `Afterwards Moss left`."""
    if token.tag == "RB" and token.text[0].isupper():
        return token.dep in _NAMING or parse.tokens[token.head].tag == "NNP"
    return token.tag.startswith("VB") and any(
        kid.dep in {"nsubj", "dobj", "aux"} for kid in parse.kids(token.i)
    )


def _listed(parse: Parse, first: int, head: int) -> bool:
    """Whether the commas before `head` part its own adjectives: `big, angry crowds`."""
    return all(
        token.tag.startswith(("JJ", "NN", "VB", "RB", "DT", "PR", "CC", "CD", "PO"))
        or token.text in {",", "-"}
        for token in parse.tokens[first:head]
    ) and not any(token.tag in {"NNP", "NNPS"} for token in parse.tokens[first:head])
