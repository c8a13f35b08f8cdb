"""Modality: what a verb says of its own act by its tense, modal, adverbs and negation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.status_cues import Effect
from dateline.records.claim import Status

if TYPE_CHECKING:
    from dateline.coding.status_cues import StatusCues
    from dateline.records.parse import Parse, Token

#: Labels of the nouns of a clause that deny it where they name nobody or nothing.
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
#: Tags of what ends a sentence, and a headline lacks.
_ENDS = frozenset({".", "''"})
#: Tags of the verbs of saying under which `would` may be `will` told in the past.
_TOLD = frozenset({"VBD", "VBN"})


class Modality:
    """Reads the verbs of one report.

    Args:
        cues: the words that say whether an act happened.
    """

    def __init__(self, cues: StatusCues, parse: Parse) -> None:
        self._cues = cues
        self._parse = parse

    def of(self, verb: Token) -> tuple[Status, str] | None:
        """The status that the verb's own words say, and why; None where it has no tense."""
        helpers = [kid for kid in self._parse.kids(verb.i) if kid.dep in syntax.AUXILIARIES]
        if self._is_question(verb, helpers):
            return Status.UNKNOWN, "a question"
        if verb.dep == "advcl" and self._is_inverted(verb, helpers):
            return Status.HYPOTHETICAL, "a condition"
        said = self._adverb(verb) or self._modal(verb, helpers)
        if said is not None:
            return said
        if syntax.has_to(self._parse, verb):
            root = verb.head == verb.i
            return (Status.PLANNED, "a headline's infinitive") if root else None
        if self._is_imperative(verb):
            return Status.DEMANDED, "an imperative"
        return self._tense(verb, helpers)

    def is_past(self, verb: Token) -> bool:
        """Whether a verb is told as past: `was able`, `has managed`."""
        kids = (kid for kid in self._parse.kids(verb.i) if kid.dep in syntax.AUXILIARIES)
        words = (verb, *kids)
        return any(word.tag == "VBD" or word.lemma == "have" for word in words)

    def is_supposed(self, verb: Token) -> bool:
        """Whether `would` puts a verb into a supposed world, with all that it tells."""
        kids = (kid for kid in self._parse.kids(verb.i) if kid.dep == "aux")
        return any(self._cues.effect(kid.lower, "modal", "said") for kid in kids)

    def is_negated(self, verb: Token) -> bool:
        """Whether the verb's own clause denies it: `not`, `never`, `no one`, `no talks`."""
        if self._is_counterfactual(verb):
            return True
        for kid in self._parse.kids(verb.i):
            if (kid.dep == "neg" and not self._is_either(kid)) or self._denies(kid):
                return True
            if kid.dep in _ARGUMENTS and self.is_none(kid):
                return True
        return False

    def is_none(self, noun: Token) -> bool:
        """Whether a noun names nobody or nothing: `no talks`, `nobody`, `neither side`."""
        before = (kid for kid in self._parse.kids(noun.i) if kid.dep in {"det", "neg"})
        return self._is_negative(noun.lower, "pronoun", "argument") or any(
            self._is_negative(kid.lower, "determiner", "argument") for kid in before
        )

    def _is_either(self, word: Token) -> bool:
        """Whether `not` only names the other case: `whether or not`."""
        before = self._parse.tokens[max(0, word.i - 2) : word.i]
        return [token.lower for token in before] == ["whether", "or"]

    def _denies(self, word: Token) -> bool:
        """Whether a word beside a verb denies it: `never`, `almost`, `no longer`."""
        before = self._parse.tokens[word.i - 1].lower if word.i else ""
        return any(
            self._is_negative(words, "adverb", "clause")
            for words in (word.lower, f"{before} {word.lower}")
        )

    def _is_negative(self, word: str, pos: str, via: str) -> bool:
        return self._cues.effect(word, pos, via) is Effect.NEGATIVE

    def _tense(self, verb: Token, helpers: list[Token]) -> tuple[Status, str] | None:
        """What the tense says of the act; None where the verb has none."""
        finite = {kid.tag for kid in helpers if kid.lemma != "do"}
        if verb.tag == "VBG":
            if finite & syntax.PRESENT:  # `is marching`, `has been marching`
                return Status.ONGOING, "present progressive"
            return (Status.OCCURRED, "past progressive") if finite else None
        if verb.tag not in syntax.PRESENT | {"VBD"} and not helpers:
            return None
        if verb.tag in syntax.PRESENT and self._cues.effect(verb.lemma, "verb", "subject"):
            return Status.ONGOING, "goes on"
        return Status.OCCURRED, "told as done"

    def _adverb(self, verb: Token) -> tuple[Status, str] | None:
        """What an adverb of the verb says: `allegedly`, `almost`."""
        for kid in self._parse.kids(verb.i):
            effect = self._cues.effect(kid.lower, "adverb", "clause")
            if kid.dep == "advmod" and effect not in {None, Effect.NEGATIVE}:
                return Status(effect), f"`{kid.lower}`"
        return None

    def _modal(self, verb: Token, helpers: list[Token]) -> tuple[Status, str] | None:
        """What a modal verb among a verb's auxiliaries says: `will`, `may`, `must`."""
        if self._is_counterfactual(verb):
            return Status.OCCURRED, "what would have been"
        for kid in (kid for kid in helpers if kid.tag == "MD"):
            felt = self._cues.effect(verb.lemma, "verb", kid.lower)
            if felt is not None:
                return Status(felt), f"`{kid.lower} {verb.lemma}`"
            told = self._cues.effect(kid.lower, "modal", "said")
            if told is not None and (self._is_backshifted(verb) or self._is_refusal(verb)):
                return Status(told), f"`{kid.lower}`, told in the past"
            effect = self._cues.effect(kid.lower, "modal", "clause")
            if effect is not None:
                return Status(effect), f"`{kid.lower}`"
        return None

    def _is_backshifted(self, verb: Token) -> bool:
        """Whether `would` is `will` as somebody said it: `said it would sign`."""
        clause = verb
        while clause.dep == "conj" and self._parse.tokens[clause.head].tag.startswith("VB"):
            clause = self._parse.tokens[clause.head]
        above = self._parse.tokens[clause.head]
        told = clause.dep == "ccomp" and above.tag in _TOLD
        return told and not self._is_conditional(clause)

    def _is_refusal(self, verb: Token) -> bool:
        """Whether `would not` tells what somebody refused: `the king would not sign`."""
        main = verb.head == verb.i
        return main and self.is_negated(verb) and not self._is_conditional(verb)

    def _is_conditional(self, verb: Token) -> bool:
        """Whether a condition stands beside the verb: `if talks fail`, `without a truce`."""
        beside = [kid for kid in self._parse.kids(verb.i) if kid.dep in {"advcl", "prep"}]
        words = [word for kid in beside for word in (kid, *self._parse.kids(kid.i))]
        return any(
            self._cues.effect(word.lower, pos, "condition")
            for word in words
            for pos in ("conjunction", "preposition")
        )

    def _is_counterfactual(self, verb: Token) -> bool:
        """Whether a modal and a perfect tell what was not done: `would have attacked`."""
        helpers = [kid for kid in self._parse.kids(verb.i) if kid.dep == "aux"]
        return any(kid.lemma == "have" and kid.tag in {"VB", "VBP"} for kid in helpers) and any(
            self._is_negative(kid.lower, "modal", "perfect") for kid in helpers
        )

    def _is_inverted(self, verb: Token, helpers: list[Token]) -> bool:
        """Whether an auxiliary stands before the subject: `had the guards come`."""
        kids = self._parse.kids(verb.i)
        subject = next((kid.i for kid in kids if kid.dep in syntax.SUBJECTS), None)
        return subject is not None and any(kid.i < subject for kid in helpers)

    def _is_imperative(self, verb: Token) -> bool:
        """Whether a bare verb opens a sentence or words between quotation marks."""
        kids = {kid.dep for kid in self._parse.kids(verb.i)}
        if verb.tag != "VB" or kids & {"nsubj", "nsubjpass", "aux", "auxpass"}:
            return False
        sentence = self._parse.sentence_of(verb.i)
        ended = self._parse.tokens[sentence.last - 1].tag in _ENDS
        opens = verb.i == sentence.first or self._parse.tokens[verb.i - 1].tag == "``"
        return ended and opens

    def _is_question(self, verb: Token, helpers: list[Token]) -> bool:
        """Whether a sentence asks whether its verb is so, of itself or in what is asked."""
        sentence = self._parse.sentence_of(verb.i)
        asked = self._parse.tokens[sentence.last - 1].text == "?"
        if verb.head == verb.i:
            return asked
        above = self._parse.tokens[verb.head]
        asks = self._cues.effect(above.lemma, "verb", "if") is not None
        return verb.dep == "ccomp" and asks and self._is_inverted(verb, helpers)
