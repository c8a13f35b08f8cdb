"""Readings: the words under which a verb may stand in the lexicon."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.annotate import arguments, syntax
from dateline.records.report import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.records.parse import Token

#: Verbs that say no more than what is said beside them.
_COPULAS = frozenset({"be", "remain", "become"})
#: Tags of words that can be a verb's particle: `break off`, `hand over`, `set free`.
_PARTICLES = frozenset({"RP", "RB", "IN", "JJ"})
#: Labels of adjectives that belong to what a verb says.
_SAID = frozenset({"ccomp", "oprd", "acomp", "xcomp", "advcl", "advmod", "dobj"})


def readings(propositions: Propositions, token: Token) -> Iterator[tuple[str, Proposition]]:
    """A verb as its words can be read: hyphened, with a particle, alone; last as a passive.

    Where the parser took a particle for a preposition (`handed over the men`), what
    stands under it is the object.
    """
    tokens = propositions.parse.tokens
    proposition = propositions.at(token.i)
    if token.lemma in _COPULAS:
        yield from _beside_copula(propositions, token, proposition)
    if token.i >= 2 and tokens[token.i - 1].text == "-":
        yield f"{tokens[token.i - 2].lower}-{token.lemma}", proposition
    for said in _said(propositions, token, proposition):
        denied = any(kid.dep == "neg" for kid in propositions.parse.kids(said.i))
        words = f"not {said.lower}" if denied else said.lower
        yield f"{token.lemma} {words}", _with(propositions, proposition, said)
    yield proposition.lemma, proposition
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if proposition.lemma == token.lemma and after is not None and after.tag in _PARTICLES:
        words = f"{token.lemma} {after.lower}"
        under = proposition.prepositions.get(after.lower, ())
        if under and not proposition.objects:
            yield words, replace(proposition, objects=under)
        yield words, proposition
    if _lacks_be(propositions, token, proposition):
        agents = proposition.prepositions.get("by", ())
        undergone = proposition.subjects
        yield (
            proposition.lemma,
            replace(proposition, passive=True, subjects=agents, objects=undergone),
        )


def _lacks_be(propositions: Propositions, token: Token, proposition: Proposition) -> bool:
    """Whether a headline may leave out `is` before a verb: `Editor freed after a year`."""
    parse = propositions.parse
    done_to = proposition.objects or proposition.complement is not None
    if done_to or proposition.passive or not proposition.subjects:
        return False
    if token.tag == "VBN" and token.head == token.i:
        return not syntax.children(parse, token, *syntax.AUXILIARIES)
    return token.tag == "VBD" and parse.sentence_of(token.i).role is Role.HEADLINE


def _beside_copula(
    propositions: Propositions, token: Token, proposition: Proposition
) -> Iterator[tuple[str, Proposition]]:
    """`be` with what somebody is said to be: `is open to talks`."""
    parse = propositions.parse
    for said in syntax.children(parse, token, "acomp", "attr", "prep"):
        beside = arguments.prepositions(parse, parse.tokens[said])
        merged = {**beside, **proposition.prepositions}
        yield f"be {parse.tokens[said].lemma}", replace(proposition, prepositions=merged)


def _said(
    propositions: Propositions, token: Token, proposition: Proposition
) -> Iterator[Token]:
    """The words that belong to what a verb says: `found her guilty`, `let him go`.

    The parser hangs some from the object that they stand behind.
    """
    parse = propositions.parse
    for kid in parse.kids(token.i):
        bare = kid.tag == "VB" and kid.dep == "ccomp" and not syntax.has_to(parse, kid)
        said = kid.tag == "JJ" and kid.dep in _SAID and parse.tokens[kid.i - 1].text != "-"
        if bare or kid.tag == "UH" or said:
            yield kid
    for head in proposition.objects:
        for kid in parse.kids(head):
            if kid.tag == "JJ" and kid.dep == "amod" and kid.i > head:
                yield kid


def _with(propositions: Propositions, proposition: Proposition, said: Token) -> Proposition:
    """The proposition with a word that belongs to it and what stands under that word."""
    parse = propositions.parse
    told = syntax.expand(parse, syntax.children(parse, said, "nsubj", "dobj"))
    if not told and said.tag == "JJ":  # `found his ban unlawful`, read as one noun phrase
        told = syntax.children(parse, said, "poss", "compound")
    others = tuple(o for o in proposition.objects if o != said.i)
    return replace(
        proposition,
        objects=told or others,
        words=tuple(sorted((*proposition.words, said.i))),
        prepositions={**arguments.prepositions(parse, said), **proposition.prepositions},
    )
