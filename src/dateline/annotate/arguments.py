"""Arguments: who and what a verb or noun has beside it: subjects, objects, prepositions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.syntax import (
    CLIMB,
    RELATIVES,
    SUBJECTS,
    children,
    expand,
    hyphened,
    is_passive,
)

if TYPE_CHECKING:
    from dateline.records.parse import Parse, Token

#: The word that begins a source: `According to the mayor`.
_SOURCE = "according"
#: A noun and the name beside it.
_PAIR = 2
#: Prepositions under whose noun the agent of a passive may be hung by mistake.
_PLACING = frozenset({"to", "in", "at", "from", "into", "on", "near", "during", "after"})


def listed(parse: Parse, verb: Token, subjects: tuple[int, ...]) -> tuple[int, ...]:
    """Names that a headline puts before its subject with a comma: `Putin, Xi hold talks`."""
    first = parse.tokens[subjects[0]]
    before = [kid for kid in parse.kids(verb.i) if kid.dep in {"dep", "npadvmod"}]
    many = verb.tag == "VBP" and first.tag.startswith("NNP")
    return tuple(
        kid.i
        for kid in before
        if many and kid.tag == "NNP" and kid.i == first.i - 2
        if parse.tokens[first.i - 1].text == ","
    )


def subjects(parse: Parse, verb: Token) -> tuple[int, ...]:
    """The subjects of a verb, without what only stresses one: `who had himself been shot`."""
    own = children(parse, verb, *SUBJECTS)
    plain = (i for i in own if not parse.tokens[i].lower.endswith(("self", "selves")))
    return (
        _named_once(parse, verb, tuple(plain) or own) if len(own) > 1 else _acting(parse, own)
    )


def _acting(parse: Parse, found: tuple[int, ...]) -> tuple[int, ...]:
    """A subject without the source named before it, if the parser took both for one list.

    `According to the mayor, Ana Moss, Quill left`.
    """
    if not found or parse.tokens[parse.sentence_of(found[0]).first].lower != _SOURCE:
        return found
    several = expand(parse, found)
    last = min(parse.subtree(several[-1]))
    apart = len(several) > 1 and parse.tokens[last - 1].text == ","
    return several[-1:] if apart and parse.tokens[found[0]].dep in SUBJECTS else found


def _named_once(parse: Parse, verb: Token, found: tuple[int, ...]) -> tuple[int, ...]:
    """The subjects of a verb, a noun and the name that it describes taken for one.

    `A nurse from Lima, Moss was freed`; `Members of the band Quill left`.
    """
    if len(found) != _PAIR or found[1] > verb.i:
        return found
    noun, name = (parse.tokens[i] for i in found)
    if noun.tag[:3] not in {"NN", "NNS"} or not name.tag.startswith("NNP"):
        return found
    before = parse.tokens[min(parse.subtree(name.i)) - 1]
    if before.text == ",":
        described = children(parse, noun, "det") and noun.tag == "NN"
        return (name.i,) if described else found
    return (noun.i,) if before.i in parse.subtree(noun.i) else found


def owners(parse: Parse, noun: Token) -> tuple[int, ...]:
    """Whose a noun is, all of them: `Moss and Bell's trial`, however it was parsed."""
    own = expand(parse, children(parse, noun, "poss"))
    first = parse.tokens[noun.head]
    if noun.dep != "conj" or not own or not first.tag.startswith("NNP"):
        return own
    name = parse.tokens[min(own)]
    before = parse.tokens[min(parse.subtree(name.i)) - 1]
    joined = before.dep == "cc" and before.i == first.i + 1 and name.tag.startswith("NNP")
    return (first.i, *own) if joined else own


def objects(parse: Parse, verb: Token) -> tuple[int, ...]:
    """The direct objects of a verb, relative pronouns put back to what they stand for."""
    own = children(parse, verb, "dobj") or _fleeing(parse, verb)
    return antecedents(parse, verb, own) if own else ()


def _fleeing(parse: Parse, verb: Token) -> tuple[int, ...]:
    """An object that the parser took for the subject of what it is doing.

    `accepted refugees fleeing the war`.
    """
    return tuple(
        noun
        for kid in parse.kids(verb.i)
        if kid.dep == "ccomp" and kid.tag == "VBG" and not children(parse, kid, "aux", "mark")
        for noun in children(parse, kid, "nsubj")
        if noun > verb.i and parse.tokens[noun].tag.startswith("NN")
    )


def datives(parse: Parse, verb: Token) -> tuple[int, ...]:
    """The nouns to whom something is given where no preposition says so."""
    return tuple(
        kid.i
        for kid in parse.kids(verb.i)
        if kid.dep == "dative" and kid.tag[:2] in {"NN", "PR"}
    )


def antecedents(parse: Parse, verb: Token, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Relative pronouns replaced by the noun that the relative clause hangs from."""
    clause = verb
    for _ in range(CLIMB):
        if clause.dep in {"relcl", "acl"} or clause.head == clause.i:
            break
        clause = parse.tokens[clause.head]
    noun = parse.tokens[clause.head]
    if clause.dep not in {"relcl", "acl"}:
        return heads
    return tuple(
        noun.i
        if parse.tokens[head].tag in RELATIVES
        or (parse.tokens[head].lower == "that" and parse.tokens[head].tag != "DT")
        else head
        for head in heads
    )


def agents(parse: Parse, verb: Token) -> tuple[int, ...]:
    """Who a passive says did it: under `by`, or before a hyphen (`Moscow-backed`)."""
    found: list[int] = []
    for kid in parse.kids(verb.i):
        if kid.dep == "agent" or (kid.dep == "prep" and kid.lower == "by"):
            found.extend(children(parse, kid, "pobj"))
        elif kid.dep in {"npadvmod", "compound", "nmod", "amod"} and hyphened(parse, kid, verb):
            found.append(kid.i)
    return tuple(found) or _far_agents(parse, verb) or _shared_agents(parse, verb)


def _shared_agents(parse: Parse, verb: Token) -> tuple[int, ...]:
    """The agent of the passive that goes on from one: `was shot and killed by police`."""
    for kid in parse.kids(verb.i):
        if kid.dep == "conj" and kid.tag == "VBN" and not children(parse, kid, "auxpass"):
            return agents(parse, kid) if is_passive(parse, verb) else ()
    return ()


def _far_agents(parse: Parse, verb: Token) -> tuple[int, ...]:
    """The agent of a passive that the parser hung from a noun before it.

    `was flown to the village by the army`, `was criticised in a statement by the union`.
    """
    if verb.tag != "VBN":
        return ()
    placing = (k for k in parse.kids(verb.i) if k.dep == "prep" and k.lower in _PLACING)
    return tuple(
        index
        for preposition in placing
        for noun in children(parse, preposition, "pobj")
        for kid in parse.kids(noun)
        if kid.dep == "prep" and kid.lower == "by"
        for index in children(parse, kid, "pobj")
    )


#: Adverbs that make one preposition with `of`, and that the parser may hang from it.
_BEFORE_OF = frozenset({"instead", "because", "ahead", "regardless", "irrespective"})


def prepositions(parse: Parse, token: Token) -> dict[str, tuple[int, ...]]:
    """What stands under each preposition of a token; compound ones as one (`out of`).

    A clause under a preposition (`accused of shelling`) is given by its verb.
    """
    found: dict[str, tuple[int, ...]] = {}
    for kid in parse.kids(token.i):
        if kid.dep not in {"prep", "agent", "dative", "prt", "advmod"} or kid.tag not in {
            "IN",
            "TO",
            "RP",
            "VBG",
            "VBN",
            "RB",
        }:
            continue
        name, last = kid.lower, kid
        before = parse.tokens[max(0, kid.i - 1)]
        if before.head == kid.i and before.lower in _BEFORE_OF:
            name = f"{before.lower} {name}"
        while True:
            deeper = [k for k in parse.kids(last.i) if k.dep == "prep" and k.i == last.i + 1]
            if not deeper:
                break
            last = deeper[0]
            name = f"{name} {last.lower}"
        under = expand(parse, children(parse, last, "pobj", "pcomp"))
        if under:
            found[name] = found.get(name, ()) + under
            if kid.tag == "RB" and last.lower not in {kid.lower, "of"}:
                found[last.lower] = found.get(last.lower, ()) + under  # `pulled back from`
    called = children(parse, token, "oprd")
    if called:  # `named her minister` is `named her as minister`
        found["as"] = found.get("as", ()) + expand(parse, called)
    return found
