"""Mends of objects: what is done to whom, and what somebody is given or called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.mending_clauses import clause_subject
from dateline.annotate.syntax import FINITE, SUBJECTS

if TYPE_CHECKING:
    from dateline.records.parse import Token

#: Nouns that an adjective stands behind: `nothing new`.
_ANYTHING = frozenset({"something", "anything", "nothing", "everything"})
#: Nouns that say how much or how long: `cheered up a bit`.
_MEASURES = frozenset({"bit", "little", "lot", "day", "week", "month", "year", "hour", "time"})
#: Prepositions that the tagger takes for adjectives.
_PENDING = "pending"
PREPOSITIONS = frozenset({_PENDING, "outside", "inside", "opposite"})
#: How far, in tokens, the words of a mended phrase may lie.
_REACH = 12


def mend_object(tokens: list[Token], token: Token) -> None:
    """Give a noun beside a verb its place as subject, object or what that is called."""
    above = tokens[token.head]
    going = above.dep == "aux" and tokens[above.head].tag == "VBG"
    if token.dep in SUBJECTS and going:  # `Chad and Mali are mediating`
        tokens[token.i] = token._replace(head=above.head)
    elif token.dep == "pobj" and tokens[token.head].dep == "mark":
        clause_subject(tokens, token)
    elif token.dep == "pobj":
        _late_object(tokens, token)
    elif token.dep == "conj" and tokens[token.head].dep == "pobj":
        _second_object(tokens, token)
    elif token.dep == "dobj" and token.tag in {"NN", "NNS"}:
        _predicate(tokens, token)
        _one_object(tokens, token)
        _dative(tokens, tokens[token.i])
    elif token.dep == "agent":
        _agent_of_object(tokens, token)
    elif token.dep == "npadvmod" and token.tag.startswith("NN"):
        _object_after_bracket(tokens, token)
        _object_after_particle(tokens, tokens[token.i])
        _given(tokens, token)


def told_outcome(tokens: list[Token], word: Token) -> None:
    """Give the verb what it makes somebody: `shot dead two guards`, no `dead two guards`."""
    verb, after = tokens[word.i - 1], tokens[word.i + 1]
    noun = tokens[word.head]
    if noun.i < word.i:
        _called(tokens, word, noun)
        return
    own = after.head == noun.i and after.dep in {"det", "nummod", "poss"}
    killed = word.lower == "dead" and verb.lemma == "shoot"  # `shot dead rebel leader Moss`
    if verb.tag in FINITE and (killed or (noun.head == verb.i and own)):
        tokens[word.i] = word._replace(head=verb.i, dep="oprd")


def mend_preposition(tokens: list[Token], word: Token) -> None:
    """Read as a preposition what the parser took to describe a noun after its verb.

    `was jailed pending trial`, where no trial is jailed; `rallied outside parliament`.
    """
    noun = tokens[word.head]
    verb = tokens[noun.head]
    beside = word.lower == _PENDING or verb.i == word.i - 1
    after = noun.i > word.i > verb.i and verb.tag.startswith("VB")
    if word.dep == "amod" and after and beside:
        tokens[word.i] = word._replace(tag="IN", dep="prep", head=verb.i)
        tokens[noun.i] = noun._replace(head=word.i, dep="pobj")


def _called(tokens: list[Token], word: Token, noun: Token) -> None:
    """Give the verb what it calls its object: `called the raid "shameful"`.

    The parser took the adjective to describe the noun, which it would do from before it.
    """
    verb = tokens[noun.head]
    alone = not any(
        t.head == word.i for t in tokens[word.i : word.i + _REACH] if t.dep != "conj"
    )
    named = noun.tag in {"NN", "NNS", "NNP"} and noun.lower not in _ANYTHING
    if noun.dep == "dobj" and verb.tag.startswith("VB") and alone and named:
        tokens[word.i] = word._replace(head=verb.i, dep="oprd")


def _late_object(tokens: list[Token], noun: Token) -> None:
    """Give the verb the second noun of a preposition: `freed on bail two ministers`."""
    preposition = tokens[noun.head]
    verb = tokens[preposition.head]
    if not verb.tag.startswith("VB") or preposition.head != preposition.i - 1:
        return
    if preposition.dep == "prt":  # `wrote off the debts`
        tokens[noun.i] = noun._replace(head=verb.i, dep="dobj")
        return
    kids = [t for t in tokens[verb.i : noun.i + _REACH] if t.head in {verb.i, preposition.i}]
    if any(t.dep in {"dobj", "attr", "auxpass"} for t in kids):
        return
    if any(t.dep == "pobj" and t.head == preposition.i and t.i < noun.i for t in kids):
        tokens[noun.i] = noun._replace(head=verb.i, dep="dobj")


def _second_object(tokens: list[Token], noun: Token) -> None:
    """Join the second of two objects to the first: `sent rice to Chad and oil to Mali`."""
    preposition = tokens[tokens[noun.head].head]
    verb = tokens[preposition.head]
    then = tokens[noun.i + 1 : noun.i + 2]
    if not any(t.dep == "prep" and t.lower == preposition.lower for t in then):
        return
    between = tokens[verb.i : preposition.i]
    first = next((t for t in between if t.head == verb.i and t.dep == "dobj"), None)
    if first is not None and verb.tag.startswith("VB"):
        tokens[noun.i] = noun._replace(head=first.i)


def _predicate(tokens: list[Token], noun: Token) -> None:
    """Take for what `it` is called the noun that the parser took for a second object.

    `She called it "an attack on the court"`.
    """
    verb = tokens[noun.head]
    after = tokens[min(verb.i + 1, len(tokens) - 1)]
    if (
        after.lower == "it"
        and after.head == verb.i
        and after.dep == "dobj"
        and noun.i > after.i
    ):
        tokens[noun.i] = noun._replace(dep="oprd")


def _one_object(tokens: list[Token], noun: Token) -> None:
    """Make one noun of two objects that stand together: `jailed two people smugglers`."""
    first = tokens[noun.i - 1]
    if first.dep != "dobj" or first.head != noun.head or not first.tag.startswith("NN"):
        return
    tokens[first.i] = first._replace(head=noun.i, dep="compound")
    for token in tokens[max(0, first.i - _REACH) : first.i]:
        if token.head == first.i:
            tokens[token.i] = token._replace(head=noun.i)


def _dative(tokens: list[Token], noun: Token) -> None:
    """Take the first of two objects for whom it is given to: `promised Chad ten trucks`.

    Of one thing it may say what somebody is called: `called the envoy a liar`.
    """
    verb = tokens[noun.head]
    between = tokens[verb.i + 1 : noun.i]
    first = next((t for t in between if t.head == verb.i and t.dep == "dobj"), None)
    if noun.tag != "NNS" or noun.dep != "dobj" or first is None:
        return
    if all(first.i < t.head <= noun.i for t in tokens[first.i + 1 : noun.i]):
        tokens[first.i] = first._replace(dep="dative")


def _given(tokens: list[Token], noun: Token) -> None:
    """Take for the object what somebody is given: `gave the rebels two days to leave`."""
    verb = tokens[noun.head]
    kids = [t for t in tokens[verb.i : noun.i] if t.head == verb.i]
    given = any(kid.dep == "dative" for kid in kids)
    if given and not any(kid.dep == "dobj" for kid in kids):
        tokens[noun.i] = noun._replace(dep="dobj")


def _object_after_particle(tokens: list[Token], noun: Token) -> None:
    """Take for the object what stands after a verb and its particle: `broke up a march`."""
    verb, particle = tokens[noun.head], tokens[max(0, noun.i - 2)]
    article = tokens[noun.i - 1]
    ours = particle.dep == "prt" and particle.head == verb.i and article.head == noun.i
    if not ours or article.dep != "det" or noun.lemma in _MEASURES:
        return
    kids = [t for t in tokens[max(0, verb.i - _REACH) : noun.i + _REACH] if t.head == verb.i]
    if noun.dep != "npadvmod" or any(t.dep in {"dobj", "auxpass"} for t in kids):
        return
    tokens[noun.i] = noun._replace(dep="dobj")


def _agent_of_object(tokens: list[Token], by: Token) -> None:
    """Give an object who did it, as its verb is none that is done to anybody.

    `broke up a march by farmers`, where no farmers broke it up.
    """
    verb, noun = tokens[by.head], tokens[by.i - 1]
    near = tokens[max(0, verb.i - _REACH) : verb.i]
    passive = verb.tag == "VBN" or any(t.dep == "auxpass" and t.head == verb.i for t in near)
    if not passive and noun.head == verb.i and noun.dep == "dobj":
        tokens[by.i] = by._replace(head=noun.i, dep="prep")


def _object_after_bracket(tokens: list[Token], noun: Token) -> None:
    """Take the noun after a verb for its object: `The Workers' Front (WF) led a march`.

    After a bracket the parser takes it for a measure: `rose a point`.
    """
    verb = tokens[noun.head]
    kids = [t for t in tokens[max(0, verb.i - _REACH) : noun.i + _REACH] if t.head == verb.i]
    between = tokens[verb.i + 1 : noun.i]
    if verb.tag not in FINITE or not verb.i or tokens[verb.i - 1].text != ")":
        return
    if any(t.head != noun.i for t in between) or noun.i < verb.i:
        return
    if not any(t.dep in {"dobj", "attr", "ccomp", "xcomp", "auxpass"} for t in kids):
        tokens[noun.i] = noun._replace(dep="dobj")
