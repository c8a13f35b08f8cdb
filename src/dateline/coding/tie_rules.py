"""Tie rules: the verbs and nouns by which a text says that one belongs to another.

They are of the same kind as the rules of acts, from `lang/en/ties/*.toml`: ACTOR is the
tie's subject, RECIPIENT its object. A noun's subject is what it is said of: the subject of
its copula or the name it stands beside. What a verb says that its subject or object is
(`became mayor`, `was elected mayor`) stands for a rule under `as`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dateline.annotate import syntax
from dateline.coding.match import Matcher
from dateline.coding.readings import readings
from dateline.lexicon.pattern import Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.coding.parties import Parties
    from dateline.lexicon.acts import ActLexicon, Entry
    from dateline.lexicon.words import Words
    from dateline.records.parse import Token

#: Where the rules of ties are kept.
TIE_FILES = "lang/en/ties/*.toml"
#: Verbs that say that their subject is what their attribute says.
_COPULAS = frozenset({"be", "become", "remain"})
_NAME_LABELS = frozenset({"appos", "compound", "nmod"})


class Found(NamedTuple):
    """A rule at a token, with the heads of the phrases at its ends.

    `said` is the verb that says it; None where a noun stands beside a name.
    """

    entry: Entry
    at: int
    said: int | None
    subjects: tuple[int, ...]
    objects: tuple[int, ...]


class TieRules:
    """Finds where the rules of ties hold.

    Args:
        lexicon: the rules; the type of an entry is a predicate of the contract.
        words: noun classes.
    """

    def __init__(self, lexicon: ActLexicon, words: Words) -> None:
        self.entries = lexicon.entries
        self._lexicon = lexicon
        self._words = words

    def __call__(self, propositions: Propositions, parties: Parties) -> Iterator[Found]:
        """The rules that hold in a report, the first that does at each token."""
        match = Matcher(self._words, propositions, parties)
        for token in propositions.parse.tokens:
            found = (
                _found(entry, token, proposition, propositions, match)
                for entry, proposition in self._at(token, propositions)
            )
            first = next((one for one in found if one is not None), None)
            if first is not None:
                yield first

    def _at(
        self, token: Token, propositions: Propositions
    ) -> Iterator[tuple[Entry, Proposition]]:
        """The entries under which a word stands, each with the word as it reads it."""
        if token.tag.startswith("VB"):
            for lemma, proposition in readings(propositions, token):
                for entry in self._lexicon.verbs.get(lemma, ()):
                    yield entry, proposition
        elif token.tag.startswith("NN"):
            for entry in self._lexicon.nouns.get(token.lemma, ()):
                yield entry, propositions.at(token.i)


def _found(
    entry: Entry,
    token: Token,
    proposition: Proposition,
    propositions: Propositions,
    match: Matcher,
) -> Found | None:
    if entry.noun:
        binding = match.noun(entry, proposition)
        said, subjects = _said_of(token, propositions)
    else:
        binding = match.verb(entry, _with_said(proposition, propositions))
        said, subjects = token.i, binding.get(Slot.ACTOR) if binding else ()
    objects = binding.get(Slot.RECIPIENT) if binding else ()
    return Found(entry, token.i, said, subjects, objects) if subjects and objects else None


def _with_said(proposition: Proposition, propositions: Propositions) -> Proposition:
    """The proposition with what it says that somebody is put under `as`."""
    parse = propositions.parse
    said = syntax.children(parse, parse.tokens[proposition.head], "attr", "oprd")
    if not said:
        return proposition
    return replace(proposition, prepositions={**proposition.prepositions, "as": said})


def _said_of(noun: Token, propositions: Propositions) -> tuple[int | None, tuple[int, ...]]:
    """The copula of a noun and its subject, or the name that it stands beside."""
    parse = propositions.parse
    above = parse.tokens[noun.head]
    if noun.dep == "conj":
        return _said_of(above, propositions)
    if noun.dep == "attr" and above.lemma in _COPULAS:
        return above.i, propositions.at(above.i).subjects
    if noun.dep in _NAME_LABELS and above.tag.startswith("NN"):
        return None, (above.i,)
    return None, syntax.children(parse, noun, "appos")
