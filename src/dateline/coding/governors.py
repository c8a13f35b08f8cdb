"""Governors: the words above or beside an act that say whether it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.annotate import syntax
from dateline.coding.status_cues import Effect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.predicates import Propositions
    from dateline.coding.status_cues import StatusCues
    from dateline.records.parse import Token

#: Labels of clauses that a verb, noun or adjective governs.
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl"})
#: Labels of nouns that a verb brings about or bears on.
_OBJECTS = frozenset({"dobj", "nsubjpass"})
#: What an infinitive that is done may be, and how the table calls its place.
_PERFORMED = (("speech", "performed"), ("outcome", "reached"), ("purpose", "gathered"))
_KINDS = {"VB": "verb", "MD": "modal", "JJ": "adjective", "NN": "noun"}

#: Determiners of a noun that the text brings up, where it has one at all.
_NEW = frozenset({"a", "an", "another", "more", "new", "some", "further"})


class Governor(NamedTuple):
    """A word that says more of an act.

    Attributes:
        effect: what it does to the act.
        word: its entry in the table.
        at: its token; None for a word that tells of no act itself, as a conjunction.
    """

    effect: Effect
    word: str
    at: int | None = None


class Governors:
    """Finds what governs the acts of one report.

    Args:
        cues: the words that say whether an act happened.
    """

    def __init__(self, cues: StatusCues, propositions: Propositions) -> None:
        self._cues = cues
        self._propositions = propositions
        self._parse = propositions.parse

    def over(self, act: Token) -> Governor | None:
        """The word that governs a clause or noun: `plans to visit`, `a call for talks`."""
        head = self._parse.tokens[act.head]
        opened = self._opened(act, head)
        if opened is not None:
            return opened
        if act.dep in {"pcomp", "pobj"} and head.tag in {"IN", "TO"}:
            return self._through(head, act)
        return self._of_clause(act, head) if act.tag.startswith("VB") else self._of(act, head)

    def raising(self, subject: Token) -> int | None:
        """The clause that a noun is the subject of by way of the verb above it.

        `talks are to begin`, `the visit is due to end`: None where it is no such verb.
        """
        head = self._parse.tokens[subject.head]
        if self._is_intent(subject):
            return None
        for word in (head, self._predicate(head)):
            below = syntax.children(self._parse, word, "xcomp")
            if below and self._look_up(word, "raising") is not None:
                return below[0]
        return None

    def beside(self, noun: Token) -> Governor | None:
        """The word right beside a noun: `a possible attack`, `a withdrawal plan`."""
        for kid in self._parse.kids(noun.i):
            if kid.dep in {"amod", "compound"}:
                effect = self._cues.effect(kid.lower, "adjective", "before")
                if effect is not None:
                    return Governor(effect, kid.lower)
        head = self._parse.tokens[noun.head]
        effect = self._cues.effect(head.lemma, "noun", "compound")
        if noun.dep == "compound" and effect is not None:
            return Governor(effect, head.lemma)
        return None

    def is_new(self, noun: Token) -> bool:
        """Whether the text brings the noun up: `announced talks`, not `the arrest`."""
        kids = self._parse.kids(noun.i)
        return all(
            kid.dep != "poss" and (kid.dep != "det" or kid.lower in _NEW) for kid in kids
        )

    def _of_clause(self, clause: Token, head: Token) -> Governor | None:
        """The word above a clause: `plans to visit`, `a deadline to leave`."""
        shape = syntax.shape(self._parse, clause.i)
        if clause.dep not in _CLAUSES and not (clause.dep == "relcl" and shape == "to"):
            return None
        if clause.dep == "advcl" and not head.tag.startswith(("VB", "JJ")):
            return None
        if clause.dep == "acl" and clause.tag == "VBN" and shape == "that":
            return None  # `demand enjoyed by`, where nothing is demanded
        if clause.dep == "advcl" and shape == "that" and self._is_beside(clause):
            return None
        if head.dep == "pobj" and head.head == head.i - 1 and self._is_in(head):
            return None  # `in order to free them`, where nothing is ordered
        return self._performed(clause, head, shape) or self._look_up(head, shape)

    def _is_beside(self, clause: Token) -> bool:
        """Whether a conjunction sets a clause beside what is said: `found nothing after`."""
        opens = (kid for kid in self._parse.kids(clause.i) if kid.dep in {"mark", "advmod"})
        return any(kid.tag in {"IN", "WRB"} and kid.lower != "that" for kid in opens)

    def _is_in(self, noun: Token) -> bool:
        """Whether a noun stands bare under `in`."""
        return self._parse.tokens[noun.head].lower == "in" and noun.tag == "NN"

    def _of(self, noun: Token, head: Token) -> Governor | None:
        """The word that a noun is the subject or object of."""
        if noun.dep == "nsubj":
            return self._look_up(self._predicate(head), "subject")
        if noun.dep == "dobj" and self.is_new(noun) and not self._is_intent(noun):
            return self._look_up(head, "new") or self._look_up(head, "object")
        return self._look_up(head, "object") if noun.dep in _OBJECTS else None

    def _is_intent(self, noun: Token) -> bool:
        """Whether a noun names what is had in mind, which is there once told: `a plan to`."""
        effect = self._cues.effect(noun.lemma, "noun", "to")
        return effect in {Effect.PLANNED, Effect.DEMANDED}

    def _opened(self, clause: Token, head: Token) -> Governor | None:
        """What a clause's conjunction says, with the word above it or by itself.

        `unclear if rebels attacked`, `called for him to leave`; `if rebels attack`.
        """
        for kid in self._parse.kids(clause.i):
            if kid.dep == "mark" and head.i != clause.i:
                above = self._look_up(self._predicate(head), kid.lower)
                effect = self._cues.effect(kid.lower, "conjunction", "clause")
                if above is not None:
                    return above
                if effect is not None:
                    return Governor(effect, kid.lower)
        return None

    def _through(self, preposition: Token, act: Token) -> Governor | None:
        """The preposition above an act, or the word above that: `called for a visit`."""
        before = self._parse.tokens[preposition.i - 1].lower if preposition.i else ""
        for words in (f"{before} {preposition.lower}", preposition.lower):
            via = "clause" if act.dep == "pcomp" else "object"
            effect = self._cues.effect(words, "preposition", via)
            if effect is not None:
                return Governor(effect, words)
        above = self._parse.tokens[preposition.head]
        doing = f"{preposition.lower} ing" if act.dep == "pcomp" else preposition.lower
        return self._look_up(above, doing) or self._look_up(above, preposition.lower)

    def _performed(self, act: Token, head: Token, shape: str) -> Governor | None:
        """An infinitive that is done with its verb: `would like to thank`, `rose to close at`.

        What people come together to do they do: `rallied to protest`.
        """
        for pos, via in _PERFORMED if shape == "to" else ():
            effect = self._cues.effect(act.lemma, pos, via)
            above = self._look_up(head, via) if effect else None
            if effect and above:
                return Governor(effect, above.word, None if pos == "speech" else above.at)
        return None

    def _predicate(self, verb: Token) -> Token:
        """The adjective that a verb says of its subject, else the verb."""
        said = syntax.children(self._parse, verb, "acomp")
        return self._parse.tokens[said[0]] if said else verb

    def _look_up(self, word: Token, via: str) -> Governor | None:
        """What a word does to an act that stands under it."""
        for lemma, pos in self._readings(word):
            effect = self._cues.effect(lemma, pos, via)
            if effect is not None:
                return Governor(effect, lemma, word.i)
        return None

    def _readings(self, word: Token) -> Iterator[tuple[str, str]]:
        """The entries that a word may be: `called on`, `be going`, `broke off`, then itself."""
        kind = _KINDS.get(word.tag[:2])
        if kind is None:
            return
        if kind != "verb":
            own = (word.lower, word.lemma) if kind == "adjective" else (word.lemma,)
            yield from ((lemma, kind) for lemma in own)
            return
        beside = (k for k in self._parse.kids(word.i) if k.dep in {"prep", "advmod"})
        lemmas = [f"{word.lemma} {k.lower}" for k in beside]
        progressive = any(kid.lemma == "be" for kid in self._parse.kids(word.i))
        form = f"be {word.lower}" if progressive and word.tag == "VBG" else word.lower
        lemmas += [form, self._propositions.at(word.i).lemma, word.lemma]
        if word.tag != "VBN":
            yield from ((lemma, kind) for lemma in lemmas)
            return
        for part in ("verb", "adjective"):
            yield from ((lemma, part) for lemma in lemmas)
