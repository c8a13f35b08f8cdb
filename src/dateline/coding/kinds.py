"""Kinds: whether a clause is of all of a kind, of anybody, or of what anybody can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.coding.act import Act
    from dateline.records.parse import Parse, Token

PAST = frozenset({"VBD"})
#: Labels of clauses that say which of a noun's kind is meant.
RELATIVE = frozenset({"relcl", "acl"})
#: Modals of what is possible, and of those the ones that as often say what may come.
_POSSIBLE = frozenset({"can", "may", "might", "could", "must", "shall"})
_ABLE = frozenset({"can"})
#: Words that open a condition.
_IF = frozenset({"if", "unless", "when", "where", "once"})
#: Determiners of what is nobody in particular.
_INDEFINITE = frozenset({"a", "an", "any", "every", "each"})
_ANY = frozenset({"any", "every", "each"})
#: Modals and adverbs under which those who are meant are all of their kind.
_OUGHT = frozenset({"can", "may", "must", "should"})
_ALWAYS = frozenset({"always", "never", "often", "rarely", "sometimes"})


def clause(parse: Parse, verb: Token) -> Iterator[Token]:
    """A verb with its auxiliaries."""
    yield verb
    yield from (kid for kid in parse.kids(verb.i) if kid.dep in syntax.AUXILIARIES)


def is_perfect(said: tuple[Token, ...]) -> bool:
    """Whether a clause tells what has been done."""
    return any(token.lemma == "have" and token is not said[0] for token in said)


def is_simple(verb: Token, said: tuple[Token, ...]) -> bool:
    """Whether a verb stands in the simple present, active or passive."""
    present = any(token.tag in syntax.PRESENT for token in said)
    return present and verb.tag != "VBG" and all(token.tag != "MD" for token in said)


def subjects(parse: Parse, verb: Token) -> list[Token]:
    """The grammatical subjects of a verb."""
    return [kid for kid in parse.kids(verb.i) if kid.dep in syntax.SUBJECTS]


def is_anybody(act: Act, parse: Parse) -> bool:
    """Whether all of its parties are nobody in particular: `a court`, `states`."""
    heads = (*act.actors, *act.recipients)
    heads = heads or (() if act.bare is None else (act.bare,))
    return bool(heads) and all(_is_indefinite(parse, head) for head in heads)


def _is_indefinite(parse: Parse, head: int) -> bool:
    """Whether a noun names nobody in particular: no name in it, and not `the` or `two`."""
    noun = parse.tokens[head]
    if noun.tag not in {"NN", "NNS"}:
        return False
    kids = tuple(parse.kids(head))
    if any(kid.dep in {"poss", "nummod"} for kid in kids):
        return False
    if any(parse.tokens[i].tag.startswith("NNP") for i in parse.subtree(head)):
        return False
    before = [kid.lower for kid in kids if kid.dep == "det"]
    named = any(kid.text[0].isupper() and kid.dep in {"amod", "nmod"} for kid in kids)
    return not named and all(word in _INDEFINITE for word in before)


def is_possible(parse: Parse, verb: Token, said: tuple[Token, ...]) -> bool:
    """Whether anybody can do it, or does or may under a condition: `can be removed if`."""
    modals = {token.lower for token in said if token.tag == "MD"}
    if modals & _ABLE:
        return True
    clauses = (kid for kid in parse.kids(verb.i) if kid.dep == "advcl")
    opens = {k.lower for clause in clauses for k in parse.kids(clause.i)}
    possible = bool(modals & _POSSIBLE) or is_simple(verb, said)
    return possible and bool(opens & _IF)


def is_of_a_kind(parse: Parse, verb: Token, said: tuple[Token, ...]) -> bool:
    """Whether it tells which of a kind are meant: `women who have been raped often fall ill`.

    So it does where the sentence says what they must or often do, and of `any act that
    threatens the peace`.
    """
    if verb.dep != "relcl" or any(token.tag in PAST for token in said):
        return False
    noun = parse.tokens[verb.head]
    before = {kid.lower for kid in parse.kids(noun.i) if kid.dep == "det"}
    if before & _ANY and is_simple(verb, said):
        return True
    counted = any(kid.dep in {"det", "poss", "nummod"} for kid in parse.kids(noun.i))
    if noun.tag != "NNS" or counted or noun.dep not in syntax.SUBJECTS:
        return False
    above = parse.tokens[noun.head]
    told = {kid.lower for kid in parse.kids(above.i) if kid.dep in {"aux", "advmod"}}
    duty = above.lemma == "have" and any(kid.dep == "xcomp" for kid in parse.kids(above.i))
    present = any(token.tag in {*syntax.PRESENT, "MD"} for token in clause(parse, above))
    return present and (bool(told & (_OUGHT | _ALWAYS)) or duty)


def is_of_any(act: Act, parse: Parse, verb: Token) -> bool:
    """Whether it is said of all of a kind: `attacks any insect that lands`.

    A decree that does so is news: `signed a decree that bars any stranger`.
    """
    if verb.dep in RELATIVE:
        return False
    heads = (*act.actors, *act.recipients)
    every = any(kid.lower in _ANY for head in heads for kid in parse.kids(head))
    return every and is_simple(verb, tuple(clause(parse, verb)))
