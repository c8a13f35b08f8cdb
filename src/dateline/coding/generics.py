"""Generics: clauses that tell how things are in general, and of no act of anybody.

What a constitution provides, what usually happens, what anybody can do under some
condition, and what somebody likes doing are so without having been done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.kinds import (
    PAST,
    RELATIVE,
    clause,
    is_anybody,
    is_of_a_kind,
    is_of_any,
    is_perfect,
    is_possible,
    is_simple,
    subjects,
)
from dateline.records.report import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.coding.act import Act
    from dateline.records.parse import Parse, Token

#: Labels of a clause that hangs from another, on the way up to what lays it down.
_UNDER = frozenset({"ccomp", "xcomp", "conj", "advcl", "pcomp", "prep"})
#: Words before a rule that is not in force yet, so that it is news.
_NEW = frozenset({"new", "proposed", "draft", "planned"})
_INSIDE = _UNDER | {"relcl", "pobj", "dobj"}
#: Verbs whose passive says what must be there first.
_NEEDING = frozenset({"need", "require"})
#: Verbs that say what a thing is or holds.
_STATING = frozenset({"be", "include"})
_YOU = frozenset({"you", "one"})
_OURS = frozenset({"us", "me"})
#: Verbs that say what a word means.
_MEANING = frozenset({"mean"})
#: Modals of what a text would bring about.
_WOULD = frozenset({"could", "may", "might", "would", "will"})
#: Tags of names.
_NAMED = frozenset({"NNP", "NNPS"})
#: Furthest climb from an act to what makes it general.
_CLIMB = 8


class Generics:
    """Tells which acts of a report are so in general.

    Args:
        classes: of its words `norm` are what lays down rules, `customary` adjectives of
            what is usual or lawful, `usually` the adverbs of it, `liking` verbs of taste,
            `wish` nouns of what is wanted, `plea` words for asking a court, `tenure` verbs of
            who is put into office, `draft` texts of what is to be so, `work` nouns of what
            tells stories and `jest` verbs of joking.
    """

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        self._norms = classes["norm"]
        self._customary = classes["customary"]
        self._usually = classes["usually"]
        self._liking = classes["liking"]
        self._wishes = classes["wish"]
        self._pleas = classes["plea"]
        self._tenure = classes["tenure"]
        self._drafts = classes["draft"]
        self._works = classes["work"]
        self._jests = classes["jest"]

    def __call__(self, act: Act, parse: Parse) -> bool:
        """Whether an act is told of as what is so in general."""
        verb = parse.tokens[act.anchor]
        if not verb.tag.startswith("VB"):
            return self._is_common(parse, verb)
        if parse.sentence_of(verb.i).role is Role.HEADLINE:
            return False
        said = tuple(clause(parse, verb))
        if (
            self._is_drafted(parse, verb, said)
            or is_of_a_kind(parse, verb, said)
            or self._is_invented(act, parse, verb)
        ):
            return True
        if any(token.tag in PAST for token in said) or is_perfect(said):
            return False
        nobody = is_anybody(act, parse)
        return (
            self._is_laid_down(parse, verb, nobody=nobody)
            or self._is_liked(parse, verb)
            or self._is_wanted(parse, verb)
            or self._is_pleaded(parse, verb)
            or _is_procedure(parse, verb)
            or _is_told_to_you(act, parse, verb)
            or (is_simple(verb, said) and self._is_usual(parse, verb))
            or self._is_of_office(act, parse, verb, said)
            or (nobody and (is_possible(parse, verb, said) or is_of_any(act, parse, verb)))
        )

    def _is_common(self, parse: Parse, noun: Token) -> bool:
        """Whether it is said how often such things happen: `attacks on nurses are common`."""
        verb = parse.tokens[noun.head]
        given = any(kid.dep in {"det", "poss", "nummod"} for kid in parse.kids(noun.i))
        if noun.tag != "NNS" or noun.dep != "nsubj" or given or verb.tag not in syntax.PRESENT:
            return False
        kids = parse.kids(verb.i)
        said = any(kid.dep == "acomp" and kid.lemma in self._customary for kid in kids)
        return said or self._is_usual(parse, verb)

    def _is_laid_down(self, parse: Parse, verb: Token, *, nobody: bool) -> bool:
        """Whether a rule says so, or it is said to be usual or lawful.

        `the law bars foreigners from owning land`, `the constitution provides that judges
        are appointed`, `it is common for governments to suspend parliaments`.
        """
        current = verb
        for _ in range(_CLIMB):
            present = any(t.tag in syntax.PRESENT for t in clause(parse, current))
            if present and self._rules(parse, current):
                return True
            if current.head == current.i or current.dep not in _UNDER:
                return False
            above = parse.tokens[current.head]
            if self._is_custom(parse, above):
                return True
            if nobody and current.dep == "ccomp" and above.lemma in _MEANING:
                return True
            current = above
        return False

    def _rules(self, parse: Parse, verb: Token) -> bool:
        """Whether the subject of a verb is a rule in force, or it is done under one."""
        kids = tuple(parse.kids(verb.i))
        under = (kid for kid in kids if kid.dep == "prep" and kid.lower == "under")
        named = [kid.i for kid in kids if kid.dep == "nsubj"]
        named += [i for kid in under for i in syntax.children(parse, kid, "pobj")]
        return any(
            parse.tokens[i].lemma.lower() in self._norms
            and not any(k.lower in _NEW for k in parse.kids(i))
            for i in named
        )

    def _is_drafted(self, parse: Parse, verb: Token, said: tuple[Token, ...]) -> bool:
        """Whether it is what a text would allow or ask for: `a bill that would let police`.

        A plan calls for what is to be so whenever it is told of.
        """
        named = subjects(parse, verb)
        if verb.dep in RELATIVE and all(kid.tag in syntax.RELATIVES for kid in named):
            named = [parse.tokens[verb.head]]
        modal = any(token.lower in _WOULD for token in said if token.tag == "MD")
        calls = verb.lemma == "call" and any(k.lower == "for" for k in parse.kids(verb.i))
        drafted = any(kid.lemma.lower() in self._drafts for kid in named)
        return drafted and (modal or calls)

    def _is_invented(self, act: Act, parse: Parse, verb: Token) -> bool:
        """Whether it is a joke or part of a story: `the play tells how a queen poisons a king`.

        Stories have people of no name: `the film shows how police beat her` is told of her.
        """
        heads = (*act.actors, *act.recipients)
        unnamed = any(
            kid.lower in {"a", "an"} for i in heads for kid in parse.kids(i) if kid.dep == "det"
        )
        current = verb
        for _ in range(_CLIMB):
            above = parse.tokens[current.head]
            if current.dep == "ccomp" and above.lemma in self._jests:
                return True
            told = unnamed and current.i != above.i and above.tag in syntax.PRESENT
            if told and any(t.lemma in self._works for t in subjects(parse, above)):
                return True
            if current.head == current.i or current.dep not in _INSIDE:
                return False
            current = above
        return False

    def _is_of_office(
        self, act: Act, parse: Parse, verb: Token, said: tuple[Token, ...]
    ) -> bool:
        """Whether it says who is put into an office: `the envoy is appointed by the king`."""
        if verb.tag != "VBN" or verb.lemma not in self._tenure or not is_simple(verb, said):
            return False
        heads = (parse.tokens[i] for i in (*act.actors, *act.recipients))
        titles = (t for t in heads if t.tag in _NAMED)
        return all(
            any(kid.dep == "det" for kid in parse.kids(t.i)) or t.dep == "conj" for t in titles
        )

    def _is_custom(self, parse: Parse, word: Token) -> bool:
        """Whether a word says that what hangs from it is usual, or what it needs.

        `it is common to suspend it`, `a majority is needed to remove him`.
        """
        helpers = [kid for kid in parse.kids(word.i) if kid.dep == "auxpass"]
        if word.tag == "VBN" and word.lemma in _NEEDING:
            return any(kid.tag in syntax.PRESENT for kid in helpers)
        be = word if word.lemma == "be" else parse.tokens[word.head]
        said = [word] if word.tag == "JJ" else []
        said += [kid for kid in parse.kids(be.i) if kid.dep == "acomp"]
        present = be.lemma == "be" and be.tag in syntax.PRESENT
        empty = any(kid.lower == "it" for kid in parse.kids(be.i) if kid.dep == "nsubj")
        return present and empty and any(token.lemma in self._customary for token in said)

    def _is_liked(self, parse: Parse, verb: Token) -> bool:
        """Whether it is what somebody likes doing: `likes dropping bombs`."""
        while verb.dep == "conj" and parse.tokens[verb.head].tag.startswith("VB"):
            verb = parse.tokens[verb.head]
        above = parse.tokens[verb.head]
        return verb.tag == "VBG" and verb.dep == "xcomp" and above.lemma in self._liking

    def _is_wanted(self, parse: Parse, verb: Token) -> bool:
        """Whether it is what a demand or plan is about: `their demands include freeing him`."""
        above = parse.tokens[verb.head]
        while above.lemma == "include" and above.tag == "VBG" and above.dep == "prep":
            above = parse.tokens[above.head]
        said = verb.tag == "VBG" and verb.dep in {"xcomp", "ccomp", "pcomp", "attr", "advcl"}
        named = [above, *(subjects(parse, above) if above.lemma in _STATING else ())]
        wished = (t for t in named if t.tag.startswith("NN"))
        return said and any(token.lemma in self._wishes for token in wished)

    def _is_pleaded(self, parse: Parse, verb: Token) -> bool:
        """Whether a court is asked to do it: `sued to stop the vote`, `a suit to block it`."""
        if not syntax.has_to(parse, verb) or verb.dep not in {"xcomp", "advcl", "acl"}:
            return False
        above = parse.tokens[verb.head]
        named = [above, *(kid for kid in parse.kids(above.i) if kid.dep == "dobj")]
        return any(token.lemma in self._pleas for token in named)

    def _is_usual(self, parse: Parse, verb: Token) -> bool:
        """Whether it usually happens: `parliaments usually approve treaties`."""
        kids = parse.kids(verb.i)
        return any(kid.dep == "advmod" and kid.lower in self._usually for kid in kids)


def _is_procedure(parse: Parse, verb: Token) -> bool:
    """Whether it says how something is done: `the process by which states charge a man`."""
    present = any(token.tag in syntax.PRESENT for token in clause(parse, verb))
    return (
        verb.dep in RELATIVE
        and present
        and any(
            kid.dep == "prep"
            and kid.lower in {"by", "through", "under"}
            and any(k.lower == "which" for k in parse.kids(kid.i))
            for kid in parse.kids(verb.i)
        )
    )


def _is_told_to_you(act: Act, parse: Parse, verb: Token) -> bool:
    """Whether it is what anybody does: `you go and ask the ministry`."""
    struck = {parse.tokens[i].lower for i in act.recipients}
    named = {kid.lower for kid in parse.kids(verb.i) if kid.dep in {"dobj", "pobj"}}
    if (struck | named) & _OURS:
        return False
    while verb.dep == "conj" and verb.head != verb.i and not subjects(parse, verb):
        verb = parse.tokens[verb.head]
    simple = verb.tag in syntax.PRESENT | {"VB"}
    return simple and any(k.lower in _YOU and k.dep == "nsubj" for k in subjects(parse, verb))
