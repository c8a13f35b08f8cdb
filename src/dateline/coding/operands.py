"""Operands: who acts and to whom where an operator makes the act.

Of `refused to lift its ban on Chad` the subject is the operator's, and Chad stands inside
what it governs; `asked the army to leave` is addressed to its object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.purposes import first_to_act
from dateline.coding.relevance import private
from dateline.lexicon.words import Lightness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.coding.act import Act
    from dateline.coding.match import Matcher
    from dateline.lexicon.words import Operator, Outcome, Words

#: The operator of those who say that somebody did something.
ACCUSE = "accuse"
#: The operators of those who back or condemn an act, and types whose acts hurt somebody.
_JUDGING = frozenset({"praise", "condemn"})
_CONFLICT = frozenset(
    {"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
)
#: As its outcome, an operator keeps the type of the inner act.
SAME = "="
#: The operator of those who begin, go on with or have done an act: it is theirs as it is.
ASPECT = "aspect"
#: What somebody says they will do, and the articles of nobody in particular.
PROMISED = "AGREE"
_ANY = frozenset({"a", "an", "any"})
#: Types of what somebody will do, or not do, on a condition, and its conjunctions.
_CONDITIONAL = frozenset({"THREATEN", "REJECT"})
_UNLESS = frozenset({"unless", "until", "if"})
#: The operator of those who ask, and what those do who refuse.
_ASK = "ask"
_REFUSED = "REJECT"
#: Prepositions of a plan or wish with which something is done.
_SPIRIT = frozenset({"in", "with"})
#: Where whoever an act is aimed at may stand, when neither operator nor act says more.
_ADDRESSEES = ("to", "with", "on", "against", "from")


class Operands:
    """Finds the parties of one operator over what it governs.

    Args:
        operator: its row of the table, which says to whom it is addressed.
        proposition: the operator in the text.
        propositions: the propositions of the report.
        match: the matcher of the report.
        words: light verbs and classes of words.
    """

    def __init__(
        self,
        operator: Operator,
        proposition: Proposition,
        propositions: Propositions,
        match: Matcher,
        words: Words,
    ) -> None:
        self._operator = operator
        self._proposition = proposition
        self._propositions = propositions
        self._match = match
        self._parties = match.parties
        self._words = words

    def subjects(self) -> tuple[int, ...]:
        """Who asks, refuses or promises; of a noun, whose it is."""
        proposition = self._proposition
        subjects: tuple[int, ...] = proposition.subjects
        if proposition.noun:
            nations = [m for m in proposition.modifiers if self._parties.is_actor(m)]
            subjects = (
                *proposition.possessors,
                *nations,
                *proposition.prepositions.get("by", ()),
            )
            subjects = subjects or self._match.givers(proposition)
            verb = self._verb_of_noun()
            if not subjects and verb is not None and not self._is_of_others(verb):
                subjects = verb.subjects
        heads = self._parties.heads(*subjects, doing=not proposition.noun)
        return heads or self._parties.heads(
            *(a for i in subjects for a in self._propositions.bearers(i))
        )

    def _verb_of_noun(self) -> Proposition | None:
        """The verb of a noun that is an operator: its object, or in what spirit it is done.

        `made an attempt to`, `fired gas in an attempt to`, `left with a promise to`.
        """
        parse = self._propositions.parse
        noun = parse.tokens[self._proposition.head]
        above = parse.tokens[noun.head]
        if noun.dep == "pobj" and above.lower in _SPIRIT:
            a_few = any(kid.lower in _ANY for kid in parse.kids(noun.i) if kid.dep == "det")
            held, above = a_few, parse.tokens[above.head]
        else:
            held = noun.dep in {"dobj", "attr"}
        verb = self._proposition.noun and held and above.tag.startswith("VB")
        return self._propositions.at(above.i) if verb else None

    def _is_of_others(self, verb: Proposition) -> bool:
        """Whether the object of a verb is what others plan or call for: `condemned a plan`."""
        return self._suffers(verb) or verb.lemma in self._words.classes["viewing"]

    def _suffers(self, verb: Proposition) -> bool:
        """Whether the subject of a verb is whom its object is aimed at: `faced calls to`."""
        rows = self._words.light.get(verb.lemma, ())
        return verb.lemma != "be" and any(row.kind is Lightness.UNDERGO for row in rows)

    def recipients(
        self, outcome: Outcome, inner: Act | None, content: int, actors: tuple[int, ...]
    ) -> tuple[int, ...]:
        """Whom it is addressed to: as the operator says, else who is in the inner act."""
        for candidates in self._candidates(outcome, inner, content):
            heads = tuple(h for h in self._parties.heads(*candidates) if h not in actors)
            if outcome.type == PROMISED:
                heads = tuple(h for h in heads if not self._is_anybody(h))
            if heads:
                return heads
        return self._awaited(content, actors) if outcome.type in _CONDITIONAL else ()

    def _awaited(self, content: int, actors: tuple[int, ...]) -> tuple[int, ...]:
        """Who must act first: `threatened to close the road unless the council paid`."""
        for verb in (self._proposition.head, content):
            heads = first_to_act(verb, _UNLESS, self._propositions, self._parties)
            if heads:
                return tuple(h for h in heads if h not in actors)
        return ()

    def _candidates(
        self, outcome: Outcome, inner: Act | None, content: int
    ) -> list[tuple[int, ...]]:
        """Groups of those whom it may be aimed at, likeliest first."""
        found = self._addressed(content)
        if inner is not None and self._is_of_doers(outcome, inner, content):
            return [*found, () if inner.mutual else inner.actors]
        clause = self._propositions.at(content)
        wanted = self._operator.operator == _ASK and clause.passive
        if inner is not None:
            sides = [inner.actors, () if wanted else inner.recipients]
            found += sides[::-1] if outcome.type == SAME else sides
        else:
            objects = () if wanted or self._strikes_back(content) else clause.objects
            found += [clause.subjects, objects, clause.datives]
            found += [clause.prepositions[n] for n in _ADDRESSEES if n in clause.prepositions]
            if outcome.type == PROMISED:
                found += self._beneficiaries(clause)
        under = self._proposition.prepositions
        found += [under[name] for name in _ADDRESSEES if name in under]
        found.append((content,))
        return found

    def _addressed(self, content: int) -> list[tuple[int, ...]]:
        """Those to whom the operator itself says that it is addressed."""
        proposition = self._proposition
        found: list[tuple[int, ...]] = []
        for place in self._operator.recipient:
            if place == "object":
                found += [proposition.objects, proposition.datives]
            else:
                found.append(proposition.prepositions.get(place, ()))
        verb = self._verb_of_noun()
        if verb is not None and self._suffers(verb):
            found.append(verb.subjects)
        return [tuple(c for c in group if c != content) for group in found]

    def _strikes_back(self, content: int) -> bool:
        """Whether a clause is of revenge, not aimed at its object: `avenge the dead`."""
        lemma = self._propositions.parse.tokens[content].lemma
        return lemma in self._words.classes["retaliating"]

    def _asked(self, content: int) -> bool:
        """Whether those who are asked are to do it: `Chad and Niger urged Mali to meet`."""
        found = (head for group in self._addressed(content) for head in group)
        return self._operator.operator == _ASK and bool(self._parties.heads(*found))

    def _is_of_doers(self, outcome: Outcome, inner: Act, content: int) -> bool:
        """Whether it is aimed at none but who does the inner act.

        Whom an act struck is not accused of it; who backs strikes on Chad does not back
        Chad, nor does who votes against a war on Chad reject it.
        """
        if self._operator.operator == ACCUSE:
            return True
        noun = self._propositions.parse.tokens[content].tag.startswith("NN")
        refused = outcome.type == _REFUSED and noun
        return inner.type in _CONFLICT and (refused or self._operator.operator in _JUDGING)

    def _beneficiaries(self, clause: Proposition) -> Iterator[tuple[int, ...]]:
        """For whom something is promised: `offered to pay fines for the prisoners`."""
        tokens = self._propositions.parse.tokens
        for noun in (clause, *map(self._propositions.at, clause.objects)):
            under = noun.prepositions.get("for", ())
            yield tuple(i for i in under if tokens[i].tag != "NN" or self._is_determined(i))

    def _is_determined(self, noun: int) -> bool:
        """Whether a noun has an article or a possessor: not `president` in `for president`."""
        kids = self._propositions.parse.kids(noun)
        return any(kid.dep in {"det", "poss"} for kid in kids)

    def _is_anybody(self, head: int) -> bool:
        """Whether a noun is somebody of whom nothing is known: `vowed to appoint a woman`."""
        parse = self._propositions.parse
        party = self._parties.party(head)
        known = party is not None and (party.country or not private(party))
        articles = (kid.lower for kid in parse.kids(head) if kid.dep == "det")
        nobody = parse.tokens[head].tag == "NN" and not known
        return nobody and not _ANY.isdisjoint(articles)

    def bare(self, inner: Act | None, content: int) -> int | None:
        """A phrase that stands for whom it is aimed at where nobody in it can act."""
        tokens = self._propositions.parse.tokens
        if inner is not None and self._operator.operator == ACCUSE:
            blamed = self._proposition.objects
            return next((i for i in blamed if tokens[i].tag.startswith("NN")), None)
        if inner is not None and self._operator.operator in _JUDGING:
            return content if tokens[content].tag.startswith("NN") else None
        if inner is not None and (inner.bare is not None or self._operator.operator == ASPECT):
            return inner.bare
        clause = self._propositions.at(content)
        if self._strikes_back(content):
            return None
        others = (i for i in clause.subjects if i not in self._proposition.subjects)
        inside = (content, *others, *clause.objects)
        if clause.complement is not None:  # `refused to allow the plane to land`
            inside += self._propositions.at(clause.complement).subjects
        told = inner.head if inner and inner.head != content else None
        if inner is None and (site := self._site(content)) is not None:
            return site
        return next(  # `plans to impose a curfew` is not aimed at the curfew
            (
                i
                for i in inside
                if i != told
                and tokens[i].tag.startswith("NN")
                and not (self._parties.is_actor(i) and self._is_anybody(i))
                and not self._is_abstract(i)
            ),
            None,
        )

    def _is_abstract(self, noun: int) -> bool:
        """Whether a noun names nothing in particular: `refused to give up power`."""
        parse = self._propositions.parse
        return parse.tokens[noun].tag == "NN" and not any(parse.kids(noun))

    def _site(self, clause: int) -> int | None:
        """The place of a clause, for those who live there: `agreed to build a port in Oslo`."""
        parse = self._propositions.parse
        under = (parse.tokens[i] for i in parse.subtree(clause) if self._parties.site(i))
        for token in under:
            verb = syntax.governing_verb(parse, token)
            if token.dep == "pobj" and verb is not None and verb.i == clause:
                return token.i
        return None
