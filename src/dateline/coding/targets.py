"""Targets: whom an act is aimed at where no slot of its pattern says so.

What people are `anti-` they protest against, the words on a sign are spoken to somebody,
and whoever is outraged at a killing is not outraged at the dead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.act import STANCES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.coding.parties import Parties
    from dateline.lexicon.words import Words
    from dateline.records.parse import Token

#: Prepositions under which a recipient may stand beside the pattern, likeliest first.
BESIDE = (
    *("to", "with", "against", "between", "from", "on", "for", "over", "of", "into"),
    "outside",
)
#: Types of acts, and of what is said of others, that judge what they do.
JUDGING = frozenset({"SUPPORT", "PROTEST", "ACCUSE", *STANCES})
#: Operators of what a sign may say to or of those whom it is held up against.
_SPOKEN = frozenset({"ask", "order", "condemn", "accuse"})
#: Prepositions under which stands what helps somebody to do something, or fails to.
_BACKED = frozenset({"with", "without"})
#: Sectors of those who carry what others say.
_MEDIA = frozenset({"JRN", "MNC"})


class Targets:
    """Finds whom acts are aimed at in one report."""

    def __init__(self, words: Words, propositions: Propositions, parties: Parties) -> None:
        self._harms = words.classes["undoing"]
        self._words = words
        self._propositions = propositions
        self._parse = propositions.parse
        self._parties = parties

    def parties(self, phrases: Sequence[int], *, judging: bool) -> tuple[int, ...]:
        """The parties of phrases; of harm, for who judges it, those alone who do it.

        The army in `anger at the army's killing of a student`, nobody in `anger at the
        killing of a student`.
        """
        harms = [i for i in phrases if judging and self.is_harm(i)]
        plain = self._parties.heads(*(i for i in phrases if i not in harms))
        doing = (i for harm in harms for i in self._doing(self._propositions.at(harm)))
        return tuple(dict.fromkeys((*plain, *self._parties.heads(*doing))))

    def is_medium(self, head: int) -> bool:
        """Whether a party only carries what is said `on` it: a broadcaster, a platform."""
        party = self._parties.party(head)
        return party is not None and not _MEDIA.isdisjoint(party.sector)

    def is_harm(self, noun: int) -> bool:
        """Whether a noun names what undoes or hurts somebody."""
        return self._parse.tokens[noun].lemma in self._harms

    def _doing(self, harm: Proposition) -> tuple[int, ...]:
        """Who does harm that a noun names: whose it is, if `of` says to whom it is done."""
        by = harm.prepositions.get("by", ())
        if by or "of" not in harm.prepositions:
            return by
        nations = (m for m in harm.modifiers if self._parties.is_actor(m))
        return (*harm.possessors, *nations)

    def backed(self, proposition: Proposition) -> tuple[int, ...]:
        """Who does something with what others lend: `with the union's backing, she ran`."""
        tokens = self._parse.tokens
        noun = tokens[proposition.head]
        under = tokens[noun.head]
        lent = noun.lemma in self._words.classes["lent"] and under.lower in _BACKED
        if not lent or noun.dep != "pobj" or not tokens[under.head].tag.startswith("VB"):
            return ()
        return self._parties.heads(*self._propositions.at(under.head).subjects, doing=True)

    def opposed(self, nouns: Iterable[int]) -> tuple[int, ...]:
        """Whom people or their acts are against: `an anti-government rally`."""
        modifiers = (m for noun in nouns for m in self._propositions.at(noun).modifiers)
        joined = syntax.expand(self._parse, modifiers)
        return tuple(m for m in joined if self._parties.is_opposed(m))

    def addressed(self, signs: Iterable[int], known: Collection[int]) -> tuple[int, ...]:
        """To or of whom signs speak: `placards asking the council to stay`."""
        after = (self._parse.tokens[i + 1] for i in signs if i + 1 < len(self._parse.tokens))
        spoken = (i for token in after if token.tag == "VBG" for i in self._spoken_to(token))
        return tuple(h for h in self._parties.heads(*spoken) if h not in known)

    def _spoken_to(self, verb: Token) -> Iterator[int]:
        """Those whom a verb of asking or blaming is addressed to."""
        proposition = self._propositions.at(verb.i)
        for row in self._words.operators.get((verb.lemma, "verb"), ()):
            if row.operator in _SPOKEN:
                yield from proposition.objects
                for name in row.recipient:
                    yield from proposition.prepositions.get(name, ())
