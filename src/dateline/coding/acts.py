"""Acts: which propositions of a report are events, with their parties.

First every verb and event noun is held against the lexicon; then operators (`refuse to`,
`call for`, `threaten with`) turn the acts they govern into others. An act that another
has taken in is not reported beside it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.act import NOTHING, STANCES, Act
from dateline.coding.carried import Carried
from dateline.coding.duties import duty_of
from dateline.coding.generics import Generics
from dateline.coding.make import MakeActs
from dateline.coding.match import Matcher
from dateline.coding.named import cause, name
from dateline.coding.operators import apply_operators
from dateline.coding.readings import readings
from dateline.coding.senses import Senses
from dateline.coding.views import (
    is_any,
    is_assurance,
    is_description,
    is_label,
    is_lasting,
    is_offence,
    is_omission,
    is_own,
    is_reflexive,
    is_standing,
    is_topic,
    is_view,
)
from dateline.records.report import Role

if TYPE_CHECKING:
    from dateline.annotate.predicates import Propositions
    from dateline.coding.parties import Parties
    from dateline.lexicon.acts import ActLexicon
    from dateline.lexicon.words import Words
    from dateline.records.parse import Sentence, Token

#: Types that a participle before its noun tells: `jailed students`, `besieged rebels`.
_ATTRIBUTES = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "SANCTION", NOTHING})
#: The type of talks, and those of acts that a hyphen ties to who does them: `a UN-brokered
#: truce`, `Chad-backed`.
_TALK = "CONSULT"
_TIED = frozenset({_TALK, "SUPPORT"})
#: Labels of clauses of purpose, and the types of force and of what it is used for.
_PURPOSES = frozenset({"advcl", "relcl", "acl"})
_BY_FORCE = ("ASSAULT", "COERCE")
#: The mode of those who leave their office.
_LEAVING = "resign"


class FindActs:
    """Finds the acts of a report.

    Args:
        lexicon: the act rules.
        words: noun classes, light verbs and operators.
    """

    def __init__(self, lexicon: ActLexicon, words: Words) -> None:
        self._lexicon = lexicon
        self._words = words
        self._types = frozenset(entry.type for entry in lexicon.entries)
        self._senses = Senses(words.classes)
        self._generics = Generics(words.classes)

    def __call__(
        self, propositions: Propositions, parties: Parties, *, hidden: bool = False
    ) -> list[Act]:
        """The acts of the report in order of their heads, none inside another.

        Types that no rule of the lexicon names are left out. With `hidden` also what names
        no event, as rules and operators made it.
        """
        search = _Search(self._lexicon, self._words, propositions, parties)
        parse = propositions.parse
        found = [act for s in parse.sentences for act in search.sentence(s, hidden=hidden)]
        if hidden:
            return found
        told = [
            act
            for act in found
            if not self._generics(act, parse)
            and not is_omission(parse, act)
            and not is_reflexive(parse, act)
            and not is_lasting(parse, act)
            and not is_assurance(parse, act)
            and not is_offence(parse, act, self._words.classes)
            and not is_label(parse, act, self._words.classes)
            and not is_topic(parse, act, self._words.classes)
            and not is_description(parse, act, self._words.classes)
            and not is_any(parse, act)
        ]
        events = self._senses(told, parse, parties)
        return [act for act in events if STANCES.get(act.type, act.type) in self._types]


class _Search:
    """The search through one report."""

    def __init__(
        self,
        lexicon: ActLexicon,
        words: Words,
        propositions: Propositions,
        parties: Parties,
    ) -> None:
        self._lexicon = lexicon
        self._words = words
        self._propositions = propositions
        self._parties = parties
        self._match = Matcher(words, propositions, parties)
        self._make = MakeActs(words, propositions, parties)
        self._carried = Carried(words, propositions, parties, self._match, self._make)

    def sentence(self, sentence: Sentence, *, hidden: bool = False) -> list[Act]:
        """The acts of one sentence, those too that rules say are none."""
        parse = self._propositions.parse
        found: dict[int, Act] = {}
        for token in parse.tokens_of(sentence):
            verbal = token.tag.startswith("VB") or self._is_participle(token)
            act = self._verb(token) if verbal else self._noun(token)
            if act is None:
                act = duty_of(token, self._propositions, self._parties)
            if act is not None:
                found[act.head] = act
        for head, act in tuple(found.items()):
            self._take_in(act, found)
            held = cause(self._held(found[head], found), found, self._propositions)
            found[head] = name(held, found, self._propositions)
        apply_operators(sentence, found, self._propositions, self._match, self._words)
        taken = frozenset(t for act in found.values() for t in act.taken)
        return [act for head, act in sorted(found.items()) if hidden or head not in taken]

    def _take_in(self, act: Act, found: dict[int, Act]) -> None:
        """Let the force that police use take in what for: `fired gas to disperse the crowd`."""
        parse = self._propositions.parse
        verb = parse.tokens[act.head]
        above = syntax.governing_verb(parse, verb)
        outer = found.get(above.i) if above and syntax.has_to(parse, verb) else None
        if outer and verb.dep in _PURPOSES and (outer.type, act.type) == _BY_FORCE:
            found[outer.head] = replace(outer, taken=outer.taken | {act.head})

    def _held(self, act: Act, found: dict[int, Act]) -> Act:
        """A talk that is the purpose of a verb is held where and with whom that verb says.

        `rang the rebels to discuss a truce`; under another talk (`met to discuss`) it is
        the same talk, and that act takes it in.
        """
        parse = self._propositions.parse
        verb = parse.tokens[act.head]
        above = parse.tokens[verb.head]
        purpose = verb.dep == "advcl" and syntax.has_to(parse, verb)
        if act.type != _TALK or not act.mutual or not purpose or not above.tag.startswith("VB"):
            return act
        outer = found.get(above.i)
        if outer is not None and outer.mutual:
            found[above.i] = replace(outer, taken=outer.taken | {act.head})
            return act
        proposition = self._propositions.at(above.i)
        met = proposition.prepositions.get("with", ())
        heads = self._parties.heads(*proposition.subjects, *proposition.objects, *met)
        actors = tuple(dict.fromkeys((*act.actors, *heads)))
        return replace(
            act,
            actors=actors,
            anchor=above.i,
            how={**act.how, "status": f"the purpose of `{above.text}`"},
        )

    def _is_participle(self, token: Token) -> bool:
        """Whether an adjective before its noun is a verb's participle: `jailed students`."""
        return token.tag == "JJ" and token.dep == "amod" and token.lemma != token.lower

    def _verb(self, token: Token) -> Act | None:
        if token.dep in syntax.AUXILIARIES:
            return None
        attribute = token.dep == "amod"
        made = attribute and syntax.maker(self._propositions.parse, token) is not None
        for lemma, proposition in readings(self._propositions, token):
            for entry in self._lexicon.verbs.get(lemma, ()):
                if attribute and entry.type not in _ATTRIBUTES and not proposition.subjects:
                    continue
                if made and (entry.type not in _TIED or lemma in self._words.light):
                    continue  # `a judge-led inquiry`, `rebel-held towns`
                if attribute and token.tag == "VBG" and entry.mode == _LEAVING:
                    continue  # `the retiring general`
                if attribute and lemma in self._words.classes["outlawing"]:
                    continue  # `the banned party`
                binding = self._match.verb(entry, proposition)
                if binding is not None:
                    act = self._make(entry, proposition, binding)
                    return None if self._is_view(token, act) else act
        return None

    def _is_view(self, token: Token, act: Act) -> bool:
        """Whether a verb tells what somebody thinks of a thing, or how they stand."""
        parse = self._propositions.parse
        classes = self._words.classes
        if token.lemma in classes["outlawing"] | classes["placing"]:
            return is_standing(parse, token)  # `the party is banned`, `are stationed there`
        if token.lemma not in classes["view"]:
            return False
        own = not act.recipients and is_own(parse, token)
        return (
            own or (act.bare is not None and is_view(parse, token)) or is_standing(parse, token)
        )

    def _noun(self, token: Token) -> Act | None:
        if not token.tag.startswith("NN"):
            return None
        entries = self._lexicon.nouns.get(token.lemma)
        if not entries or self._is_name(token) or self._is_adverbial(token):
            return None
        if token.dep == "compound" and self._is_of_body(token.head):
            return None
        proposition, light = self._carried.verb(self._propositions.at(token.i))
        for entry in entries:
            binding = self._match.noun(entry, proposition)
            if binding is None:
                continue
            act = self._make(entry, proposition, binding)
            return self._carried.act(act, binding, light)
        return None

    def _is_name(self, token: Token) -> bool:
        """Whether a noun is part of a name (`Tourism Partnership`), headlines aside."""
        sentence = self._propositions.parse.sentence_of(token.i)
        return (
            token.tag.startswith("NNP")
            and token.i != sentence.first
            and sentence.role is not Role.HEADLINE
        )

    def _is_of_body(self, head: int) -> bool:
        """Whether a noun says whose work another is part of: `the rescue charity`."""
        noun = self._propositions.parse.tokens[head]
        return noun.tag in {"NN", "NNS"} and self._parties.is_actor(head)

    def _is_adverbial(self, token: Token) -> bool:
        """Whether a noun only says in what spirit something is done: `in open protest`."""
        parse = self._propositions.parse
        before = parse.tokens[token.head]
        plain = all(kid.dep == "amod" for kid in parse.kids(token.i) if kid.i < token.i)
        adverbial = token.tag == "NN" and before.lower == "in" and plain
        return adverbial and self._match.carrier(token.i) == token.i  # `a rise in aid`
