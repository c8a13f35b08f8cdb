"""Amounts: how many died, were hurt, were arrested or took part, as numbers with words.

A number belongs to the act whose verb counts it (`killed 12 people`), to a verb beside
it (`killing 12`), or, for those who act, to the act's own subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline.annotate import syntax
from dateline.coding.figures import Figures
from dateline.records.claim import Amount

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.annotate.predicates import Propositions
    from dateline.coding.act import Act
    from dateline.coding.attribution import Attributions
    from dateline.lexicon.library import Library
    from dateline.records.parse import Parse, Token

#: Labels of what came of an act, below its verb: `left 12 dead and 30 wounded`.
_RESULTS = ("oprd", "acomp", "xcomp", "ccomp", "advcl", "conj", "dobj")

#: What the words count that say what harm came of an act.
_HARM = frozenset({"dead", "injured"})


class Counter(msgspec.Struct, frozen=True):
    """A word that counts people: what it counts and where the number stands."""

    lemma: str
    of: str
    how: str
    example: str


class FindAmounts:
    """Finds the amounts of the acts of a report."""

    def __init__(self, library: Library) -> None:
        self._figures = Figures(library)
        self.counters = tuple(library.rows("lang/en/amounts.csv", Counter))
        self._counters = {row.lemma: row for row in self.counters}

    def __call__(self, propositions: Propositions, attributions: Attributions) -> Amounts:
        """The amounts of one report, to be asked for by act."""
        return Amounts(self._figures, self._counters, propositions, attributions)


class Amounts:
    """The amounts of one report."""

    def __init__(
        self,
        figures: Figures,
        counters: dict[str, Counter],
        propositions: Propositions,
        attributions: Attributions,
    ) -> None:
        self._figures = figures
        self._counters = counters
        self._propositions = propositions
        self._attributions = attributions

    def of(self, acts: Iterable[Act]) -> tuple[Amount, ...]:
        """The amounts that belong to acts told as one, in the order of the text."""
        parse = self._propositions.parse
        found: dict[int, Amount] = {}
        for index in (i for act in acts for i in self._counting(act, parse)):
            token = parse.tokens[index]
            counter = self._counter(token)
            if counter is None:
                continue
            for head in self._counted(counter, token):
                amount = self._amount(head, counter.of, index)
                if amount is not None:
                    found.setdefault(amount.start, amount)
        return tuple(found[start] for start in sorted(found))

    def harms(self, act: Act) -> bool:
        """Whether a verb says that people came to harm, whom a number might count."""
        counter = self._counters.get(self._propositions.parse.tokens[act.head].lemma)
        return counter is not None and counter.of in _HARM

    def _counter(self, token: Token) -> Counter | None:
        """What a word counts; after `leave` a participle says it of who is left."""
        said = self._counters.get(token.lower)
        above = self._propositions.parse.tokens[token.head]
        if said is not None and said.how == "attribute" and above.lemma == "leave":
            return said
        return self._counters.get(token.lemma) or said

    def _counting(self, act: Act, parse: Parse) -> Iterable[int]:
        """The act's own words, and the verbs and adjectives that say what came of it."""
        yield act.head
        if act.anchor != act.head:
            yield act.anchor
        for kid in parse.kids(act.anchor):
            if kid.dep in {"advcl", "oprd", "acomp", "xcomp"} and kid.tag in {
                "VBG",
                "JJ",
                "VBN",
            }:
                yield kid.i
            elif kid.dep == "conj" and kid.tag == parse.tokens[act.anchor].tag:
                yield from () if syntax.children(parse, kid, "nsubj") else (kid.i,)
            if kid.dep == "advcl" and kid.tag == "VBG":
                yield from syntax.children(parse, kid, *_RESULTS)
        above = parse.tokens[parse.tokens[act.anchor].head]
        if parse.tokens[act.anchor].dep == "pobj":  # `died in the raid`
            yield above.head
        if parse.tokens[act.anchor].dep == "nsubj":
            yield above.i
            yield from syntax.children(parse, above, *_RESULTS)

    def _counted(self, counter: Counter, token: Token) -> tuple[int, ...]:
        if counter.how == "attribute":
            parse = self._propositions.parse
            above = parse.tokens[token.head]
            own = syntax.children(parse, token, "nsubj")
            if not own and syntax.children(parse, token, "nummod"):
                return (token.i,)  # `leaving 12 dead`
            return own or (
                self._propositions.at(above.i).objects if above.tag[:2] == "VB" else ()
            )
        proposition = self._propositions.at(token.i)
        return proposition.objects if counter.how == "object" else proposition.subjects

    def _amount(self, head: int, of: str, counting: int) -> Amount | None:
        """The number before a noun, or that the noun itself is."""
        parse = self._propositions.parse
        under = self._propositions.at(head).prepositions.get("of", ())
        inside = [i for i in under if parse.tokens[i].tag == "CD"]  # `a crowd of 5,000`
        read = self._figures.read(parse, inside[0] if inside else head)
        if read is None:
            return None
        (low, best, high), first, last = read
        start, end = parse.tokens[first].start, parse.tokens[last].end
        return Amount(
            of=of,
            low=low,
            best=best,
            high=high,
            text=parse.text[start:end],
            start=start,
            end=end,
            attribution=self._attributions.of(counting),
        )
