"""Threads: from which earlier sentences of its paragraph an act goes on.

It may be of the same people and things: `Gunmen attacked a bus on Monday. They shot the
driver.` What others do beside it is another act: `The army took the town on Monday. Turkey
recalled its envoy.` Or it was done at what they tell of: `The debate was on Monday in Lima.
... During the debate, he called her a liar.`
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from dateline.annotate import syntax

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.coding.act import Act
    from dateline.coding.clauses import Clauses
    from dateline.coding.tenses import Tenses
    from dateline.records.parse import Sentence, Token

#: The type of harm, which is told again and again of those who were hurt.
_HARM = "ASSAULT"
#: The type of protest, and those of what a crowd does and has done to it.
_CROWD = "PROTEST"
_QUELLING = frozenset({_HARM, _CROWD, "COERCE"})
#: Prepositions of where and when with which a sentence opens.
_OPENING = frozenset({"in", "on", "at", "near", "outside"})
#: Labels of those who take part.
_INVOLVED = syntax.SUBJECTS | syntax.PATIENTS
#: Prepositions of an occasion; under the first stands nothing that is not one.
_DURING, _AT = "during", "at"


class Threads:
    """The threads of one report.

    Args:
        clauses: the clauses and acts of the report.
        tenses: how its verbs tell.
        classes: of nouns, `police` and `troops` are for the same people, `talks`, `visit`
            and `protest` are what people come together for.
    """

    def __init__(
        self, clauses: Clauses, tenses: Tenses, classes: Mapping[str, frozenset[str]]
    ) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._tenses = tenses
        self._alike = tuple(classes[name] for name in ("police", "troops"))
        #: Nouns of talks and visits.
        self.gatherings = classes["talks"] | classes["visit"]
        self._occasions = self.gatherings | classes["protest"]

    def akin(self, act: Act, first: int) -> bool:
        """Whether an act goes on from the sentence of that number, or from one that does."""
        here = self._parse.sentence_of(act.head).number
        linked = [first]
        for number in range(first + 1, here):
            before = self._nouns(linked)
            tokens = self._parse.tokens_of(self._parse.sentences[number])
            involved = (token for token in tokens if token.dep in _INVOLVED)
            if any(self._is_meant(token, before, linked) for token in involved):
                linked.append(number)
        return self._is_akin(act, linked)

    def takes_up(self, act: Act, number: int) -> bool:
        """Whether an act is done to a thing that a sentence told of: `The pact was signed`."""
        tokens = self._parse.tokens
        things = {act.bare, act.named, *act.taken} - {None}
        nouns = (tokens[i] for i in things if i is not None)
        before = self._nouns([number])
        return any(t.lemma.lower() in before and self._tenses.is_known(t) for t in nouns)

    def occasions(self, act: Act) -> Iterator[Sentence]:
        """The sentences of its paragraph that told the occasion of an act, the last first."""
        here = self._parse.sentence_of(act.head)
        nouns = [t for t in self._parse.tokens_of(here) if self._is_occasion(t, act)]
        for number in range(here.number - 1, -1, -1) if nouns else ():
            sentence = self._parse.sentences[number]
            if sentence.block != here.block:
                return
            told = {t.lemma for t in self._parse.tokens_of(sentence) if t.tag == "NN"}
            if any(noun.lemma in told for noun in nouns):
                yield sentence

    def shares_ground(self, act: Act, number: int) -> bool:
        """Whether an act may be done where another of a sentence before it was.

        Harm, and what is done again, mostly is; not so: `He robbed a bar in Lima. Six were
        arrested`.
        """
        types = {one.type for one in self.acts(number)}
        return act.type in {_HARM, *types} or self.opens(number) or self.akin(act, number)

    def opens(self, number: int) -> bool:
        """Whether a sentence opens with where or when, for those after it too.

        `In Lima, thousands met`, `On Monday a man opened fire at a bar in Lima`.
        """
        tokens = self._parse.tokens_of(self._parse.sentences[number])
        root = next((token for token in tokens if token.head == token.i), tokens[0])
        kids = tuple(self._parse.kids(root.i))
        subject = next((kid.i for kid in kids if kid.dep in syntax.SUBJECTS), -1)
        return any(
            kid.i < subject and (kid.dep == "npadvmod" or kid.lower in _OPENING) for kid in kids
        )

    def _is_akin(self, act: Act, numbers: Sequence[int]) -> bool:
        """Whether an act has somebody or something in common with some sentences.

        Harm and what a verb tells once more are of the same act where only people known to
        the reader do it: `Two people died`, `The gunman shot a guard`. So is what is done to
        a crowd: `Police shot ten people`.
        """
        tokens = self._parse.tokens
        before = self._nouns(numbers)
        if any(self._is_meant(tokens[i], before, numbers) for i in self._involved(act)):
            return True
        told = [other for number in numbers for other in self.acts(number)]
        if act.type in _QUELLING and any(other.type == _CROWD for other in told):
            return True
        same = [other for other in told if other.type == act.type]
        again = any(tokens[other.head].lemma == tokens[act.head].lemma for other in same)
        known = all(self._is_known(tokens[i]) for i in act.actors)
        return known and bool(same) and (act.type == _HARM or again or not act.actors)

    def _involved(self, act: Act) -> set[int]:
        """The words of an act's sentence for those who take part, and for the act."""
        here = self._parse.sentence_of(act.head)
        subjects = syntax.children(
            self._parse, self._parse.tokens[act.anchor], *syntax.SUBJECTS
        )
        named = {
            i for i in (act.named, act.bare, act.head if act.noun else None) if i is not None
        }
        involved = {*act.actors, *act.recipients, *subjects, *act.taken, *named}
        return {i for i in involved if self._parse.sentence_of(i) == here}

    def _is_meant(self, token: Token, before: set[str], numbers: Sequence[int]) -> bool:
        """Whether a noun is one of those told before, or a pronoun follows on them."""
        if token.tag.startswith("PRP"):
            return self._parse.sentence_of(token.i).number - 1 in numbers
        lemma = token.lemma.lower()
        classes = [frozenset({lemma}), *(one for one in self._alike if lemma in one)]
        return token.tag[:2] == "NN" and any(not c.isdisjoint(before) for c in classes)

    def _is_known(self, noun: Token) -> bool:
        """Whether a party is named or known to the reader: `the gunman`, no `Turkish jets`."""
        return noun.tag in {"NNP", "NNPS"} or self._tenses.is_known(noun)

    def _nouns(self, numbers: Sequence[int]) -> set[str]:
        """The nouns of some sentences, with what stands before others: `Turkish troops`."""
        sentences = (self._parse.sentences[number] for number in numbers)
        words = chain.from_iterable(map(self._parse.tokens_of, sentences))
        return {word.lemma.lower() for word in words if word.tag[:2] in {"NN", "JJ"}}

    def acts(self, number: int) -> list[Act]:
        """The acts of the sentence of that number."""
        tokens = self._parse.tokens_of(self._parse.sentences[number])
        return [act for token in tokens for act in self._clauses.acts_at(token.i)]

    def _is_occasion(self, noun: Token, act: Act) -> bool:
        """Whether a known noun is that at which an act was done: `during the debate`."""
        tokens = self._parse.tokens
        before = tokens[noun.head]
        if noun.dep != "pobj" or noun.tag != "NN" or not self._tenses.is_known(noun):
            return False
        if before.lower != _DURING and not (
            before.lower == _AT and noun.lemma in self._occasions
        ):
            return False
        above = {self._clauses.first(act.anchor), self._clauses.finite(act.anchor), act.anchor}
        return before.head in above
