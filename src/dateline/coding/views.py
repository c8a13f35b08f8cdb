"""Views: verbs that tell what somebody thinks of a thing, and of no act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.records.report import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.coding.act import Act
    from dateline.records.parse import Parse, Token

#: Types of what somebody may be asked to do and refuse.
_REFUSABLE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
#: Auxiliaries and adverbs under which what was not done was not refused.
_UNDONE = frozenset({"have", "could"})
_YET = "yet"
_NOT_YET = frozenset({_YET, "immediately"})
#: The type of what somebody says they will do.
_PROMISED = "AGREE"
#: Types of acts that are done to others.
_TOWARDS_OTHERS = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "CONSULT", "AID"})
_BACKING = "SUPPORT"
_SELVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_SPEAKERS = frozenset({"i", "we"})
#: Types of views and of wars, and words that say that they have gone on for long.
_OPINIONS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "ASSAULT"})
_LONG = frozenset({"always", "long"})
_YEARS = frozenset({"decade", "year"})
#: Labels of what hangs inside a label, words that open it, and of what is known already.
_INSIDE = frozenset({"pobj", "pcomp", "prep", "conj", "dobj"})
_OPENING = frozenset({"as", "to"})
_GIVEN = frozenset({"the", "this", "that", "these", "those"})
#: Prepositions of what a view or a story is about.
_OF = "of"
_ABOUT = frozenset({"about", "against", "for", "of", "on", "over", "to", "toward", "towards"})
#: Furthest climb from an act to the label that it stands in.
_CLIMB = 6


def is_view(parse: Parse, token: Token) -> bool:
    """Whether a verb of view stands in the present tense: `she supports gun rights`.

    In a headline the present tense tells what was done, and `we condemn it` does so by
    being said. Told by others the tense goes back: `said that she did not support it`.
    """
    kids = tuple(parse.kids(token.i))
    if token.dep == "ccomp" and any(kid.dep == "neg" for kid in kids):
        return any(kid.lower == "did" and kid.dep == "aux" for kid in kids)
    if token.tag not in syntax.PRESENT or parse.sentence_of(token.i).role is Role.HEADLINE:
        return False
    return not any(kid.lower in _SPEAKERS and kid.dep == "nsubj" for kid in kids)


def is_own(parse: Parse, token: Token) -> bool:
    """Whether somebody holds to what is theirs: `defended his plan`."""
    things = (kid for kid in parse.kids(token.i) if kid.dep == "dobj")
    return any(kid.tag == "PRP$" for thing in things for kid in parse.kids(thing.i))


def is_standing(parse: Parse, token: Token) -> bool:
    """Whether a passive in the present tells how things stand: `are backed by Iran`."""
    if token.tag != "VBN":
        return False
    return any(kid.dep == "auxpass" and is_view(parse, kid) for kid in parse.kids(token.i))


def is_reflexive(parse: Parse, act: Act) -> bool:
    """Whether somebody deals with nobody but themselves: `challenged himself`.

    Nor does whoever praises what is theirs: `thanked her own staff`.
    """
    if act.type not in _TOWARDS_OTHERS:
        return False
    own = (kid for i in act.recipients for kid in parse.kids(i))
    if act.type == _BACKING and any(kid.lower == "own" for kid in own):
        return True
    kids = [kid for kid in parse.kids(act.head) if kid.dep in {"dobj", "ccomp", "dative"}]
    inner = [k for kid in kids if kid.dep == "ccomp" for k in parse.kids(kid.i)]
    return any(word.lower in _SELVES for word in (*kids, *inner))


def is_omission(parse: Parse, act: Act) -> bool:
    """Whether something was not done, and nobody is said to have refused it.

    `had not confirmed the judge`, `could not support him`, `did not meet him immediately`;
    not to agree is to refuse, however it came about.
    """
    verb = parse.tokens[act.anchor]
    if act.status is not None:
        return False
    if act.noun and not act.actors and not act.light:  # `there is no guarantee`
        return any(kid.lower == "no" and kid.dep == "det" for kid in parse.kids(act.head))
    kids = tuple(parse.kids(verb.i))
    if not any(kid.dep == "neg" for kid in kids):
        return False
    if act.type not in _REFUSABLE:  # `have not agreed yet`
        return act.type == _PROMISED and any(kid.lower == _YET for kid in kids)
    passive = any(kid.dep == "auxpass" for kid in kids)
    helpers = {kid.lemma if kid.tag != "MD" else kid.lower for kid in kids if kid.dep == "aux"}
    adverbs = {kid.lower for kid in kids if kid.dep == "advmod"}
    return not passive and bool(helpers & _UNDONE or adverbs & _NOT_YET)


def is_lasting(parse: Parse, act: Act) -> bool:
    """Whether it has gone on for long: `has been critical of the law for years`."""
    if act.type not in _OPINIONS or act.noun:
        return False
    kids = tuple(parse.kids(act.anchor))
    if not any(kid.dep == "aux" and kid.lemma == "have" for kid in kids):
        return False
    spans = (k for kid in kids if kid.lower == "for" for k in parse.kids(kid.i))
    return any(kid.lower in _LONG for kid in kids) or any(k.lemma in _YEARS for k in spans)


def is_assurance(parse: Parse, act: Act) -> bool:
    """Whether a promise is of what was so already: `assurances that she had not lied`."""
    if act.type != _PROMISED or not act.noun:
        return False
    noun = parse.tokens[act.head]
    inside = (kid for kid in parse.kids(noun.i) if kid.dep in {"acl", "ccomp", "relcl"})
    beside = (kid for kid in parse.kids(noun.head) if kid.dep == "ccomp" and kid.i > noun.i)
    return any(_is_told_of(parse, kid) for kid in (*inside, *beside))


def _is_told_of(parse: Parse, verb: Token) -> bool:
    """Whether a clause tells the whole of what was so: not `the promise that he had made`."""
    kids = tuple(parse.kids(verb.i))
    named = any(k.dep in syntax.SUBJECTS and k.tag not in {"WDT", "WP"} for k in kids)
    whole = verb.dep != "relcl" or any(k.dep in {"dobj", "acomp", "attr"} for k in kids)
    past = verb.tag == "VBD" or any(k.lower == "had" for k in kids if k.dep == "aux")
    return named and whole and past


def is_offence(parse: Parse, act: Act, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether a bare noun names what is punished, whoever does it: `prison terms for rape`.

    Of somebody's own it tells: `the punishment for his attack on the guard`.
    """
    noun = parse.tokens[act.head]
    above = parse.tokens[noun.head]
    if not act.noun or noun.tag != "NN" or noun.dep != "pobj":
        return False
    told = any(kid.dep in {"det", "poss", "prep", "nummod"} for kid in parse.kids(noun.i))
    return not told and parse.tokens[above.head].lemma in classes["penal"]


def is_description(parse: Parse, act: Act, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether a view only says of whom the sentence tells: `groups opposing the ban`.

    `the senator, who opposes it`, `rebels seeking a state`; what a statement criticising
    it says is said.
    """
    verb = parse.tokens[act.head]
    if verb.lemma not in classes["view"] | classes["wanting"]:
        return False
    if verb.dep == "acl":
        noun = parse.tokens[verb.head]
        who = noun.lemma not in classes["document"] and not _is_absolute(parse, noun)
        return verb.tag == "VBG" and who
    named = (kid for kid in parse.kids(verb.i) if kid.dep == "nsubj")
    return (
        verb.dep == "relcl"
        and verb.tag in syntax.PRESENT
        and any(kid.tag in syntax.RELATIVES for kid in named)
    )


def _is_absolute(parse: Parse, noun: Token) -> bool:
    """Whether what follows a noun is told of it: `passed, with ten members opposing it`."""
    while noun.dep in {"conj", "dobj", "acl"}:  # `three backing it and ten opposing it`
        noun = parse.tokens[noun.head]
    above = parse.tokens[noun.head]
    return above.dep == "pcomp" or (noun.dep == "pobj" and above.lower == "with")


def is_any(parse: Parse, act: Act) -> bool:
    """Whether it is one that may never come: `responsible for any attack`.

    Who denies any attack denies it.
    """
    nouns = (i for i in act.trigger if parse.tokens[i].tag.startswith("NN"))
    some = any(k.lower == "any" for i in nouns for k in parse.kids(i) if k.dep == "det")
    return some and act.status is None


def is_topic(parse: Parse, act: Act, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether a noun is what a view or a story is about: `her stance on sanctions`.

    Of views what is known already is told: `her opposition to the arrest of the mayor`.
    """
    token = parse.tokens[act.head]
    while token.dep == "conj":
        token = parse.tokens[token.head]
    before = parse.tokens[token.head]
    if not act.noun or token.dep != "pobj" or before.lower not in _ABOUT:
        return False
    above = parse.tokens[before.head].lemma
    if before.lower == _OF:
        return above in classes["storied"]
    known = any(kid.lower in _GIVEN or kid.dep == "poss" for kid in parse.kids(act.head))
    renown = before.lower == "for" and above in classes["renown"]
    return renown or (above in classes["stance"] and not known)


def is_label(parse: Parse, act: Act, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether an act is only what somebody calls a thing, or stands in such a label.

    `called the inquiry a coup to unseat her`, `described the march as an attack on
    order`, `amounts to an act of war`; what the label takes for known is told: `described
    it as revenge for the raid`.
    """
    token = parse.tokens[act.head]
    for _ in range(_CLIMB):
        above = parse.tokens[token.head]
        if token.dep == "oprd" and above.lemma in classes["naming"]:
            return True
        if token.dep in {"pobj", "pcomp"} and above.lower in _OPENING:
            named = "naming" if above.lower == "as" else "amounting"
            verb = parse.tokens[above.head]
            verb = parse.tokens[verb.head] if verb.dep == "dobj" else verb
            if verb.lemma in classes[named]:
                return True
        if token.dep == "dobj" and above.lemma in classes["amounting"]:
            return True
        kids = tuple(parse.kids(token.i))
        if token.tag == "VB" and token.dep == "advcl" and above.lemma in classes["naming"]:
            return any(kid.dep in {"oprd", "attr"} for kid in parse.kids(above.i))
        purpose = token.tag == "VB" and token.dep in {"acl", "relcl"}
        known = any(kid.lower in _GIVEN or kid.dep == "poss" for kid in kids)
        inside = token.dep in _INSIDE and not (token.tag.startswith("NN") and known)
        if token.head == token.i or not (inside or purpose):
            return False
        token = above
    return False
