"""Spoken: of which countries the sentences of a report speak, and where they are set."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from dateline.lexicon.actors import STATELESS
from dateline.records.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dateline.records.parse import Parse, Token
    from dateline.resolve.knowledge import Knowledge
    from dateline.resolve.mention import Mention
    from dateline.resolve.roles import Roles

#: How often a report names the country that it tells of at least, and how early.
_OFTEN, _OPENING = 3, 3
#: The state whose church has its people everywhere.
_OF_ALL = "VAT"
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})


class Spoken(NamedTuple):
    """A country that a sentence speaks of, at a token.

    `state` where it stands for itself; `private` where it is some person's; `capital` where
    a government is told of by its town, wherever the report is set.
    """

    at: int
    country: str
    state: bool
    private: bool
    capital: bool


class SpokenOf:
    """The countries that one report speaks of.

    Args:
        parse: the parse of the report.
        roles: the reader of role nouns.
        at: the mention that a token belongs to.
        told: the country of what a mention names, None if unknown, and whether it is of a
            private person, who does not stand for his country.
        knowledge: nationality adjectives, and words that set a scene.
        title: the countries that its title names.
        placed: the countries of longer names of places by their tokens: `British Columbia`.
    """

    def __init__(  # noqa: PLR0913
        self,
        parse: Parse,
        roles: Roles,
        at: dict[int, Mention],
        told: Callable[[Mention], tuple[str | None, bool]],
        knowledge: Knowledge,
        *,
        title: frozenset[str] = frozenset(),
        placed: Mapping[int, str | None],
    ) -> None:
        self._parse = parse
        self._roles = roles
        self._at = at
        self._country_of = told
        self._adjective = knowledge.world.country_of_adjective
        self._naming = knowledge.naming
        self._title = title
        self._placed = placed
        self._told: dict[int, tuple[Spoken, ...]] = {}
        self._scenes: dict[int, str | None] = {}

    @cached_property
    def main(self) -> tuple[str | None, float]:
        """The country that the report names most, often and early, and its share of all."""
        told = [self.of(sentence.number) for sentence in self._parse.sentences]
        counts = Counter(one.country for spoken in told for one in spoken if not one.private)
        counts.update(self._title)
        counts.pop(_OF_ALL, None)
        if not counts:
            return None, 0
        country, count = counts.most_common(1)[0]
        private = Counter(one.country for spoken in told for one in spoken if one.private)
        count += private[country]
        total = counts.total() + private[country] + len(private.keys() - {country})
        early = any(one.country == country for spoken in told[:_OPENING] for one in spoken)
        if count < _OFTEN or not (early or country in self._title):
            return None, 0
        return country, count / total

    def scene(self, number: int) -> str | None:
        """The one country in which a sentence says that things happen."""
        if number not in self._scenes:
            self._scenes[number] = self._find_scene(number)
        return self._scenes[number]

    def of(self, number: int) -> tuple[Spoken, ...]:
        """The countries that the names and nationalities of a sentence belong to."""
        if number not in self._told:
            tokens = self._parse.tokens_of(self._parse.sentences[number])
            self._told[number] = tuple(told for t in tokens if (told := self._read(t)))
        return self._told[number]

    def names(self, number: int, until: int) -> tuple[str, ...]:
        """The countries that a sentence speaks of before a token, each once, in order.

        Not those that only say where: `met the envoy of Chad in Oslo`.
        """
        told = (
            one
            for one in self.of(number)
            if one.at < until and not one.private and not self._within(one.at)
        )
        return tuple(dict.fromkeys(t.country for t in told))

    def _read(self, token: Token) -> Spoken | None:
        """The country that a token speaks of."""
        mention = self._at.get(token.i)
        if mention and not STATELESS.isdisjoint(mention.sector):
            return None  # a paper or a firm is told of anywhere
        private = False
        if mention:
            country, private = self._country_of(mention)
        elif token.i in self._placed:
            country = self._placed[token.i]
        elif token.text[0].isupper() and token.tag.startswith(("JJ", "NN")):
            country = self._adjective(token.text)
        else:
            return None
        state = mention is not None and mention.kind is Kind.STATE and self._acts(token)
        agent = token.dep == "pobj" and self._parse.tokens[token.head].lower == "by"
        speaks = token.dep == "nsubj" or agent
        capital = state and speaks and mention is not None and mention.place
        return Spoken(token.i, country, state, private, capital) if country else None

    def _acts(self, token: Token) -> bool:
        """Whether a state acts or is acted on: not in `the history of Chad`."""
        tokens = self._parse.tokens
        above = tokens[token.head]
        under = token.dep == "pobj" and above.lower == "of" and tokens[above.head].tag == "NN"
        return token.dep in _ARGUMENTS and not (under and self._roles.role(above.head) is None)

    def _find_scene(self, number: int) -> str | None:
        sentence = self._parse.sentences[number]
        countries = set()
        for token in self._parse.tokens_of(sentence):
            mention = self._at.get(token.i)
            if mention is None or mention.head != token.i or mention.country is None:
                continue
            if self._within(token.i):
                countries.add(mention.country)
        return countries.pop() if len(countries) == 1 else None

    def _within(self, index: int) -> bool:
        """Whether a name stands under `in`, alone or coordinated."""
        tokens = self._parse.tokens
        token = tokens[index]
        while token.dep in {"conj", "appos", "poss"} and token.head != token.i:
            token = tokens[token.head]
        return token.dep == "pobj" and tokens[token.head].lower in self._naming.within
