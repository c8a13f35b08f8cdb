"""Operators: words that take an act and make another of it.

`refused to lift its ban` is REJECT, whatever was to be lifted; `called for talks` is
REQUEST; `ended the blockade` is giving way. The table `operator_outcomes.csv` says what
each operator makes of each type; here the inner act is found and the parties flow out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.coding.act import NOTHING, STANCES, Act
from dateline.coding.governed import ORDER, governed
from dateline.coding.operands import ASPECT, PROMISED, SAME, Operands
from dateline.coding.relevance import official
from dateline.coding.views import is_view

if TYPE_CHECKING:
    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.coding.match import Matcher
    from dateline.lexicon.words import Operator, Outcome, Words
    from dateline.records.parse import Parse, Sentence, Token

#: Operators that only take the act in: what somebody is jailed for is no event beside it.
_OWN = "+"
#: A crowd that protests what was done does so in the street, and no more than that.
_CROWD = "PROTEST"
#: The type that striking back is likeliest of, and that threatens most.
_STRIKE = "ASSAULT"
#: The operator of those who come together to say something.
_GATHER = "gather"
#: Types of what somebody is harmed by, and that of harm that one is ordered to do to oneself.
_HARMS = frozenset({"SANCTION", "COERCE"})
_FORCED = "COERCE"
#: The operator of those who say yes, each to the other if they are several.
_AGREE = "agree"
_OURSELVES = frozenset({"'s", "’s", "us", "me"})


def apply_operators(
    sentence: Sentence,
    found: dict[int, Act],
    propositions: Propositions,
    match: Matcher,
    words: Words,
) -> None:
    """Put the operators of a sentence over the acts in `found`, innermost first."""
    parse = propositions.parse
    tokens = [
        token
        for token in parse.tokens_of(sentence)
        if (
            (token.lemma, _pos(token.tag)) in words.operators
            or (
                token.tag.startswith("VB")
                and _with_particle(propositions, token.i) in words.operators
            )
        )
        and not match.fits.is_adjunct(token.i)  # `in order to`
        and not _is_means(parse, token)
    ]
    for token in sorted(tokens, key=lambda t: -_depth(parse, t.i)):
        proposition = propositions.at(token.i)
        rows = words.operators.get((proposition.lemma, _pos(token.tag)), ())
        for operator in rows:
            act = _Operation(operator, proposition, found, propositions, match, words).act()
            if act is not None:
                found[token.i] = act
                break


def _pos(tag: str) -> str:
    return {"VB": "verb", "JJ": "adjective"}.get(tag[:2], "noun")


def _is_means(parse: Parse, noun: Token) -> bool:
    """Whether a noun is what something is done by: `used an order to raise the tax`."""
    return noun.dep == "dobj" and parse.tokens[noun.head].lemma == "use"


def _with_particle(propositions: Propositions, index: int) -> tuple[str, str]:
    return propositions.at(index).lemma, "verb"


def _depth(parse: Parse, index: int) -> int:
    tokens = parse.tokens
    depth = 0
    while tokens[index].head != index:
        index = tokens[index].head
        depth += 1
    return depth


class _Operation(Operands):
    """One operator over what it governs."""

    def __init__(
        self,
        operator: Operator,
        proposition: Proposition,
        found: dict[int, Act],
        propositions: Propositions,
        match: Matcher,
        words: Words,
    ) -> None:
        super().__init__(operator, proposition, propositions, match, words)
        self._found = found

    def act(self) -> Act | None:
        """The act that the operator makes, or None where it governs nothing it takes."""
        content = governed(self._operator, self._proposition, self._found, self._propositions)
        if content is None or self._is_exhortation() or self._is_view(content):
            return None
        if self._operator.operator == _GATHER and not self._is_crowd():
            return None
        if self._is_norm():
            return self._nothing(content)
        own = self._found.get(self._proposition.head)
        if own is not None and content in {*own.taken, *own.trigger}:
            return None  # a rule for this verb with this object knows better
        inner = self._inner(content)
        if own is not None and own.type == _CROWD:
            return self._taking(own, inner) if inner else None
        outcome = self._words.outcome(self._operator.operator, *self._kinds(inner, content))
        if outcome is not None and outcome.type == _OWN:
            return self._taking(own, inner) if own and inner else None
        if outcome is None or (inner is None and self._proposition.head in self._found):
            return None
        return self._make(outcome, inner, content)

    def _is_exhortation(self) -> bool:
        """Whether `let` allows nothing: `let's keep fighting`."""
        tokens = self._propositions.parse.tokens
        after = tokens[self._proposition.head + 1 : self._proposition.head + 2]
        return self._operator.lemma == "let" and any(t.lower in _OURSELVES for t in after)

    def _is_crowd(self) -> bool:
        """Whether those who come together are no officials, who would hold a meeting."""
        parties = map(self._parties.party, self.subjects())
        return not any(party is None or official(party) for party in parties)

    def _is_view(self, content: int) -> bool:
        """Whether it says what somebody thinks of a thing: `she opposes the tax`."""
        viewed = self._proposition.lemma in self._words.classes["view"]
        tokens = self._propositions.parse.tokens
        verb = tokens[self._proposition.head]
        thing = tokens[content].tag.startswith("NN") and content not in self._found
        return viewed and thing and is_view(self._propositions.parse, verb)

    def _is_norm(self) -> bool:
        """Whether nobody orders, but a rule does: `the constitution requires consent`."""
        if self._operator.operator != ORDER or self._proposition.noun:
            return False
        subjects = self._proposition.subjects
        tokens, norms = self._propositions.parse.tokens, self._words.classes["norm"]
        required = self._operator.lemma == "require"
        if required and tokens[self._proposition.head].dep == "acl":  # `the votes required`
            return True
        ruled = any(tokens[i].lemma.lower() in norms for i in subjects)
        return ruled or (bool(subjects) and not self.subjects())

    def _nothing(self, content: int) -> Act | None:
        """What a rule wants done: an act that nobody does, in place of the inner one."""
        inner = self._inner(content)
        if inner is None:
            return None
        head = self._proposition.head
        taken = frozenset({inner.head, *inner.taken} - {head})
        return replace(inner, type=NOTHING, head=head, noun=False, taken=taken)

    def _kinds(self, inner: Act | None, content: int) -> tuple[str, ...]:
        """What the table of outcomes calls the content, finest first."""
        if inner is not None:
            return f"{inner.type}/{inner.mode}", inner.type, "*"
        if self._strikes_back(content):
            return (_STRIKE,)
        verb = self._propositions.parse.tokens[content].tag.startswith("VB")
        return ("-",) if verb else ("thing",)

    def _taking(self, own: Act, inner: Act) -> Act:
        """The verb's own act with the inner one taken in."""
        how = {**own.how, "operator": f"`{self._operator.lemma}` takes in {inner.type}"}
        return replace(own, taken=own.taken | {inner.head}, how=how)

    def _inner(self, content: int) -> Act | None:
        """The act told by the content: its own, or the one that a light verb carries."""
        if content in self._found:
            act = self._found[content]
            return None if act.type in STANCES else act
        for act in self._found.values():
            told = act.anchor == content or self._match.carrier(act.head) == content
            if told and act.type not in STANCES:
                return act
        if self._match.fits.is_generic(content):
            modifiers = self._propositions.at(content).modifiers
            return next((self._found[i] for i in modifiers if i in self._found), None)
        return None

    def _make(self, outcome: Outcome, inner: Act | None, content: int) -> Act:
        inflicted = self._is_inflicted(inner)
        inside = inner.actors if inner and outcome.type == SAME and not inflicted else ()
        actors = inside or self.subjects()
        if inside and inner and inner.mutual and self._operator.operator == ASPECT:
            actors = tuple(dict.fromkeys((*self.subjects(), *inside)))
        several = sum(len(self._parties.parties(actor)) for actor in actors) > 1
        mutual = inner is not None and inner.mutual and several and not self._asked(content)
        recipients = () if mutual else self.recipients(outcome, inner, content, actors)
        mutual = mutual or (self._is_pact(outcome) and several and not recipients)
        head = self._proposition.head
        taken = set() if outcome.keep or inner is None else {inner.head, *inner.taken}
        base = inner if outcome.type == SAME else None
        told = inner.type if inner else "a clause"
        return Act(
            type=_FORCED if inflicted else base.type if base else outcome.type,
            rule=f"operator.{self._operator.operator}:{self._operator.lemma.replace(' ', '-')}"
            + (f" > {inner.rule}" if inner else ""),
            head=head,
            anchor=head,
            trigger=(*self._proposition.words, *(base.trigger if base else ())),
            mode=outcome.mode or (base.mode if base and not inflicted else None),
            contexts=inner.contexts if inner else (),
            cameo=outcome.cameo,
            actors=actors,
            recipients=recipients,
            bare=None if recipients or mutual else self.bare(inner, content),
            mutual=mutual or bool(base and base.mutual),
            status=outcome.status,
            voice=inner.head if inner and outcome.status == "denied" else None,
            noun=self._proposition.noun,
            weight=2 + (inner.weight if inner else 0),
            taken=frozenset(taken - {head}),
            how={"operator": f"`{self._operator.lemma}` over {told}"},
        )

    def _is_inflicted(self, inner: Act | None) -> bool:
        """Whether they are ordered to do to themselves what harms them: `to stop printing`."""
        harm = inner is not None and inner.type in _HARMS and not inner.recipients
        return harm and self._operator.operator == ORDER

    def _is_pact(self, outcome: Outcome) -> bool:
        """Whether several who do it do it with each other: `Mali and Niger agreed to`."""
        return self._operator.operator == _AGREE and outcome.type == PROMISED
