"""Purposes: whom the clauses name that say what an act is about, or for.

`gave money to rebuild schools in Chad`, `an inquiry into whether police lied`, `will not
lift the siege until the rebels disarm`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import arguments, syntax
from dateline.coding.targets import BESIDE, JUDGING

if TYPE_CHECKING:
    from collections.abc import Collection

    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.coding.parties import Parties
    from dateline.coding.targets import Targets
    from dateline.lexicon.words import Words
    from dateline.records.parse import Parse, Token

#: Prepositions of what an act is about, and types of acts whose purpose says for or against
#: whom: `sent guards to help the mayor`, `a lawsuit to block a law of Chad`.
_TOPICS = ("about", "against", "at", "for", "from", "into", "of", "on", "over", "to")
_FOR_SOMEBODY = frozenset({"ACCUSE", "AID", "PROTEST", "MOBILIZE", "CONCEDE", "RETREAT"})
#: The type of asking: whom something is asked for is not who is asked.
_ASKING = "REQUEST"
#: The type of blame, and the preposition of what for.
_BLAME, _OF = "ACCUSE", "of"
#: The type of what is done by force.
_FORCE = "ASSAULT"
#: The operator of those who ask.
_ASK = "ask"
#: Conjunctions of what somebody does, may do or is to do.
_THAT = frozenset({"that", "whether", "for"})
#: Conjunctions of what others must do first.
_UNTIL = frozenset({"until", "till", "unless", "before"})
#: Labels of clauses that say what an act is for or about.
_GOVERNED = frozenset({"advcl", "xcomp", "acl", "ccomp"})


class Purposes:
    """Finds parties in the clauses of purpose and content of one report."""

    def __init__(
        self, words: Words, propositions: Propositions, parties: Parties, targets: Targets
    ) -> None:
        self._authored = words.classes["authored"]
        self._quelling = words.classes["quelling"]
        self._operators = words.operators
        self._propositions = propositions
        self._parse = propositions.parse
        self._parties = parties
        self._targets = targets

    def parties(
        self,
        of: str,
        proposition: Proposition,
        objects: tuple[int, ...],
        known: set[int],
    ) -> tuple[tuple[int, ...], str]:
        """The first party of a clause that says what the act or its object is for or about.

        `gave money to rebuild schools in Chad`, `an inquiry into whether police lied`. What
        else is done for a purpose is done to nobody in it: `went to court to stop the guard`.
        Asked is who is to do something: `a demand that Chad pay the guards`.
        """
        parse = self._parse
        around = [proposition, *map(self._propositions.at, objects)]
        topics = [i for p in around for name in _TOPICS for i in p.prepositions.get(name, ())]
        clauses = [i for i in topics if parse.tokens[i].tag.startswith("VB")]
        for index in (*objects, proposition.head, *topics):
            clauses += [kid.i for kid in parse.kids(index) if self._is_content(of, kid)]
        for clause in clauses:
            inner = self._propositions.at(clause)
            beside = (inner.prepositions.get(name, ()) for name in BESIDE)
            told = self._is_told(clause)
            groups = (inner.objects, *beside, inner.subjects)
            if of == _ASKING:
                groups = (inner.subjects,) if told else ()
            if of == _BLAME and self._is_charge(clause):
                groups = (inner.subjects,)
            for group in groups[::-1] if told else groups:
                judging = of in JUDGING and not self._is_asking(inner)
                named = self._targets.parties(group, judging=judging)
                if heads := tuple(h for h in named if h not in known):
                    return heads, f"in the clause of `{parse.tokens[clause].text}`"
        return (), ""

    def _is_charge(self, clause: int) -> bool:
        """Whether a clause says of what somebody is charged: `charges of insulting her`."""
        preposition = self._parse.tokens[self._parse.tokens[clause].head]
        return preposition.lower == _OF and self._parse.tokens[clause].tag == "VBG"

    def _is_asking(self, clause: Proposition) -> bool:
        """Whether a clause asks for something: `marched to demand the removal of the mayor`."""
        rows = self._operators.get((clause.lemma, "verb"), ())
        return any(row.operator == _ASK for row in rows)

    def _is_content(self, of: str, clause: Token) -> bool:
        """Whether a clause says what a word above it is about, or for whom it is done."""
        parse = self._parse
        if clause.dep not in _GOVERNED and clause.dep != "relcl":
            return False
        if self._is_told(clause.i):
            return clause.dep != "relcl"
        if syntax.has_to(parse, clause):
            verb = parse.tokens[clause.head].tag.startswith("VB")
            quelled = of == _FORCE and clause.lemma in self._quelling
            return clause.dep != "advcl" or not verb or quelled or of in _FOR_SOMEBODY
        return self._is_made(clause)

    def _is_made(self, clause: Token) -> bool:
        """Whether a clause says what was done to a noun, or by whom, if it is theirs.

        `an inquiry into crimes committed by police`, not `in a raid supported by Chad`.
        """
        if clause.dep != "acl" or clause.tag != "VBN":
            return False
        agents = arguments.agents(self._parse, clause)
        made = self._propositions.at(clause.i).lemma in self._authored
        return made or not agents

    def _is_told(self, clause: int) -> bool:
        """Whether a clause tells what somebody does: `claims (that) police lied`."""
        parse = self._parse
        kids = tuple(parse.kids(clause))
        if any(kid.dep == "mark" and kid.lower in _THAT for kid in kids):
            return True
        asked = any(kid.tag == "WRB" for kid in kids)
        finite = not asked and any(kid.dep in syntax.SUBJECTS for kid in kids)
        token = parse.tokens[clause]
        follows = token.dep == "ccomp" and clause > token.head
        return finite and follows and not syntax.has_to(parse, token)

    def awaited(self, proposition: Proposition) -> tuple[int, ...]:
        """Who must act first: `will not lift the siege until the rebels disarm`."""
        kids = self._parse.kids(proposition.head)
        if not any(kid.dep == "neg" for kid in kids):
            return ()
        return first_to_act(proposition.head, _UNTIL, self._propositions, self._parties)


def first_to_act(
    verb: int,
    conjunctions: Collection[str],
    propositions: Propositions,
    parties: Parties,
) -> tuple[int, ...]:
    """Who is to act in a clause that a conjunction ties to a verb: `unless Chad pays`.

    In the clauses that `and` joins to it too.
    """
    parse = propositions.parse
    clauses = (
        kid.i
        for kid in parse.kids(verb)
        if kid.dep == "advcl"
        and any(k.dep == "mark" and k.lower in conjunctions for k in parse.kids(kid.i))
    )
    joined = (i for clause in clauses for i in (clause, *_joined(parse, clause)))
    groups = (propositions.at(i).subjects for i in joined)
    return next((heads for group in groups if (heads := parties.heads(*group))), ())


def _joined(parse: Parse, clause: int) -> tuple[int, ...]:
    """The clauses that `and` joins to a clause."""
    kids = parse.kids(clause)
    return tuple(kid.i for kid in kids if kid.dep == "conj" and kid.tag.startswith("VB"))
