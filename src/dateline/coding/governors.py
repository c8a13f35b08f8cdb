"""Governors: the words above or beside an act that say whether it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.predicates import Propositions
    from dateline.coding.status_cues import Effect, StatusCues
    from dateline.records.parse import Token

#: Labels of clauses that a verb, noun or adjective governs.
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl"})
#: Where a noun stands under its verb, by label.
_VIA = {"dobj": "object", "nsubjpass": "object", "nsubj": "subject"}
_KINDS = {"VB": "verb", "MD": "modal", "JJ": "adjective", "NN": "noun"}

#: What a word does to an act, with that word.
Found = tuple["Effect", str]


class Governors:
    """Finds what governs the acts of one report.

    Args:
        cues: the words that say whether an act happened.
    """

    def __init__(self, cues: StatusCues, propositions: Propositions) -> None:
        self._cues = cues
        self._propositions = propositions
        self._parse = propositions.parse

    def over(self, act: Token) -> Found | None:
        """The word that governs a clause or noun: `plans to visit`, `a call for talks`."""
        opened = self._opened(act)
        if opened is not None:
            return opened
        head = self._parse.tokens[act.head]
        if act.dep in {"pcomp", "pobj"} and head.tag in {"IN", "TO"}:
            return self._through(head, act)
        if act.dep in _CLAUSES and act.tag.startswith("VB"):
            if act.dep == "advcl" and not head.tag.startswith(("VB", "JJ")):
                return None
            return self._look_up(head, syntax.shape(self._parse, act.i))
        via = _VIA.get(act.dep)
        return self._look_up(head, via) if via else None

    def beside(self, noun: Token) -> Found | None:
        """The word right beside a noun: `a possible attack`, `a withdrawal plan`."""
        for kid in self._parse.kids(noun.i):
            if kid.dep in {"amod", "compound"}:
                effect = self._cues.effect(kid.lower, "adjective", "before")
                if effect is not None:
                    return effect, f"`{kid.lower}` before it"
        head = self._parse.tokens[noun.head]
        effect = self._cues.effect(head.lemma, "noun", "compound")
        if noun.dep == "compound" and effect is not None:
            return effect, f"`{head.lemma}` after it"
        return None

    def _opened(self, clause: Token) -> Found | None:
        """The conjunction that opens a clause: `if rebels attack`."""
        for kid in self._parse.kids(clause.i):
            effect = self._cues.effect(kid.lower, "conjunction", "clause")
            if kid.dep == "mark" and effect is not None:
                return effect, kid.lower
        return None

    def _through(self, preposition: Token, act: Token) -> Found | None:
        """The preposition above an act, or the word above that: `called for a visit`."""
        before = self._parse.tokens[preposition.i - 1].lower if preposition.i else ""
        for words in (f"{before} {preposition.lower}", preposition.lower):
            effect = self._cues.effect(words, "preposition", "clause")
            if effect is not None and act.dep == "pcomp":
                return effect, preposition.lower
        return self._look_up(self._parse.tokens[preposition.head], preposition.lower)

    def _look_up(self, word: Token, via: str) -> Found | None:
        """What a word does to an act that stands under it."""
        for lemma, pos in self._readings(word):
            effect = self._cues.effect(lemma, pos, via)
            if effect is not None:
                return effect, lemma
        return None

    def _readings(self, word: Token) -> Iterator[tuple[str, str]]:
        """The entries that a word may be: `called on`, `have yet`, `broke off`, then itself."""
        kind = _KINDS.get(word.tag[:2])
        if kind is None:
            return
        if kind != "verb":
            own = (word.lower, word.lemma) if kind == "adjective" else (word.lemma,)
            yield from ((lemma, kind) for lemma in own)
            return
        beside = (k for k in self._parse.kids(word.i) if k.dep in {"prep", "advmod"})
        lemmas = [f"{word.lemma} {k.lower}" for k in beside]
        lemmas += [self._propositions.at(word.i).lemma, word.lemma]
        if word.tag != "VBN":
            yield from ((lemma, kind) for lemma in lemmas)
            return
        for part in ("verb", "adjective"):
            yield from ((lemma, part) for lemma in (*lemmas, word.lower))
