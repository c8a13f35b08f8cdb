"""What an operator governs: the clause or noun that the act it takes stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.act import FIRST_PERSON

if TYPE_CHECKING:
    from collections.abc import Container

    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.lexicon.words import Operator

#: The operator of those who are obeyed.
ORDER = "order"
#: The operator of those who ask, and what verbs in a clause of theirs are not.
_ASK = "ask"
_WILLING = frozenset({_ASK, "agree"})
_FINITE = frozenset({"VBD", "VBZ"})
#: Tags of what is to be done to somebody: `ordered them jailed` is often read as past.
_DONE = frozenset({"VBN", "VBD"})
#: The preposition of whom somebody pleads with.
_WITH = "with"
#: Tags of names and pronouns, which whoever is asked has.
_NAMES = frozenset({"NNP", "NNPS", "PRP"})
#: Labels of clauses of what others are to do.
_CLAUSES = frozenset({"advcl", "ccomp", "xcomp"})
#: Where an act stands that others are to do: `wants the army to withdraw`.
_OTHERS = "others"
#: Where an act stands that should be done: `recommended that the army withdraw`.
_SHOULD = "should"
_CLAUSE_SHAPES = frozenset({"to", "that", "ing", _OTHERS, _SHOULD})


def governed(
    operator: Operator,
    proposition: Proposition,
    found: Container[int],
    propositions: Propositions,
) -> int | None:
    """The head of the clause or noun that an operator governs, None if it governs nothing.

    Args:
        operator: the row of the table, which says where the act may stand.
        proposition: the operator in the text, with its arguments.
        found: the heads of the acts found so far.
        propositions: the propositions of the report.
    """
    return _Governed(operator, proposition, found, propositions).content()


class _Governed:
    """The search for what one operator governs."""

    def __init__(
        self,
        operator: Operator,
        proposition: Proposition,
        found: Container[int],
        propositions: Propositions,
    ) -> None:
        self._operator = operator
        self._proposition = proposition
        self._found = found
        self._propositions = propositions

    def content(self) -> int | None:
        """The head of the clause or noun that the operator governs."""
        found = map(self._at, self._operator.via)
        return next((content for content in found if content is not None), None)

    def _at(self, via: str) -> int | None:
        """What stands where the table says that the act may stand."""
        proposition = self._proposition
        if via in _CLAUSE_SHAPES:
            return self._clause(via)
        if via == "object" and proposition.objects:
            return self._to_be_done() or proposition.objects[0]
        if via in proposition.prepositions:
            return proposition.prepositions[via][0]
        if (late := self._after_verb(via)) is not None:
            return late
        return (self._for_clause() if via == "for" else None) or self._beside_object(via)

    def _after_verb(self, via: str) -> int | None:
        """What the parser hung from the verb of a noun: `claimed responsibility today for`."""
        parse = self._propositions.parse
        noun = parse.tokens[self._proposition.head]
        if not self._proposition.noun or noun.dep != "dobj":
            return None
        under = self._propositions.at(noun.head).prepositions.get(via, ())
        return next((i for i in under if i > noun.i), None)

    def _clause(self, via: str) -> int | None:
        """The clause that the operator governs, if it is of the shape that the table says."""
        clause = self._proposition.complement
        if clause is None and via == "to":
            clause = self._far_infinitive()
        if clause is None:
            return None
        if via == _OTHERS:
            return clause if self._is_others(clause) else None
        if via == _SHOULD:
            return clause if syntax.is_wish(self._propositions.parse, clause) else None
        purpose = via == "to" and self._is_purpose()
        fits = syntax.shape(self._propositions.parse, clause) == via and not purpose
        return clause if fits and not self._is_assertion(clause) else None

    def _far_infinitive(self) -> int | None:
        """What a verb's own subject is to do, told after its time or place.

        `threatened on Monday to attack`, which the parser takes for a purpose, as it is of
        a verb that asks others (`called on Monday to discuss it`).
        """
        parse = self._propositions.parse
        others = self._operator.operator in {_ASK, ORDER} or bool(self._proposition.objects)
        if others and not self._is_addressed():
            return None
        kids = (k for k in parse.kids(self._proposition.head) if k.dep == "advcl")
        return next(
            (
                kid.i
                for kid in kids
                if syntax.has_to(parse, kid)
                and not syntax.children(parse, kid, "mark")  # no `in order to`
            ),
            None,
        )

    def _is_addressed(self) -> bool:
        """Whether a verb that asks somebody to do it names whom: `pressed Chad to free her`."""
        tokens = self._propositions.parse.tokens
        if _WITH in self._operator.recipient and _WITH in self._proposition.prepositions:
            return True
        asks = self._operator.operator in {_ASK, ORDER} and not self._proposition.passive
        addressed = asks and "object" in self._operator.recipient
        return addressed and any(
            tokens[i].tag in _NAMES and tokens[i].i > self._proposition.head
            for i in self._proposition.objects
        )

    def _beside_object(self, via: str) -> int | None:
        """A verb that the parser tied to the object: `convicted the students of lying`."""
        tokens = self._propositions.parse.tokens
        under = (
            self._propositions.at(index).prepositions.get(via, ())
            for index in self._proposition.objects
        )
        return next((u[0] for u in under if u and tokens[u[0]].tag.startswith("VB")), None)

    def _is_purpose(self) -> bool:
        """Whether a `to` clause says what for: `called the envoy to discuss a truce`.

        So it does beside an object that is not whom the operator is addressed to.
        """
        proposition = self._proposition
        aimed = bool(proposition.objects) and not proposition.passive and not proposition.noun
        return aimed and "object" not in self._operator.recipient

    def _is_assertion(self, clause: int) -> bool:
        """Whether a finite clause says what is and not what is asked for.

        `insisted that the mayor was free`, beside `insisted that the mayor be freed`;
        `agreed that the food was poor`, beside `agreed that the guards would leave`; nor
        what may have been: `agreed that the guards could have left`.
        """
        parse = self._propositions.parse
        verb = parse.tokens[clause]
        finite = (verb, *(kid for kid in parse.kids(clause) if kid.dep in syntax.AUXILIARIES))
        asks = self._operator.operator in _WILLING and syntax.shape(parse, clause) == "that"
        told = any(t.tag in _FINITE and t.lower != t.lemma for t in finite)
        return asks and (told or any(t.lower == "have" and t.i != clause for t in finite))

    def _is_others(self, clause: int) -> bool:
        """Whether others than the subject are to do it: `wants the army to withdraw`."""
        parse = self._propositions.parse
        told = any(
            kid.dep in syntax.SUBJECTS and kid.lower not in FIRST_PERSON
            for kid in parse.kids(clause)
        )
        return told and syntax.shape(parse, clause) == "to"

    def _to_be_done(self) -> int | None:
        """What an order is to do to its object: `ordered the students jailed`."""
        if self._operator.operator != ORDER:
            return None
        kids = self._propositions.parse.kids(self._proposition.objects[0])
        done = (kid.i for kid in kids if kid.dep == "acl" and kid.tag in _DONE)
        return next((i for i in done if i in self._found), None)

    def _for_clause(self) -> int | None:
        """What others are to do: `is pushing hard for the army to withdraw`."""
        parse = self._propositions.parse
        clauses = (k for k in parse.kids(self._proposition.head) if k.dep in _CLAUSES)
        return next(
            (
                clause.i
                for clause in clauses
                if any(k.dep == "mark" and k.lower == "for" for k in parse.kids(clause.i))
            ),
            None,
        )
