"""Status: whether an act happened, is going on, is planned, demanded, denied or supposed.

What the verb itself says comes first (tense, modal, negation); then each word above it
that says more, from `status.csv`: `plans to visit`, `denied shelling`, `a possible
attack`. A noun has no tense: what governs it decides, else it is taken to have happened.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dateline.annotate import syntax
from dateline.records.claim import Polarity, Status

if TYPE_CHECKING:
    from dateline.annotate.predicates import Propositions
    from dateline.lexicon.library import Library
    from dateline.records.parse import Parse, Token

#: How far up the words that govern an act are asked.
_CLIMB = 5
_FUTURE = frozenset({"will", "shall", "wo", "'ll", "’ll"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "would", "'d", "’d"})
_BACKSHIFTED = frozenset({"would", "'d", "’d"})
_CONDITIONS = frozenset({"if", "unless", "without", "otherwise"})
_DUTY = frozenset({"must", "should", "ought"})
_NEVER = frozenset({"no", "neither", "nobody", "none", "nothing"})
#: Words that open a clause which says when another act is done, and their labels.
_TEMPORAL = frozenset({"when", "after", "before", "until", "once", "till", "whenever"})
_OPENING = frozenset({"mark", "advmod"})
#: Labels of clauses that share the tense of the verb above them.
_SHARED = frozenset({"conj", "xcomp", "pcomp"})
#: Labels of nouns whose verb says whether they happen: its subject, or what it brings about.
_CARRIED = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


class Effect(StrEnum):
    """What a word does to the act that it governs; a status, or `negative`."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    DEMANDED = "demanded"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    UNKNOWN = "unknown"
    NEGATIVE = "negative"


class StatusCue(msgspec.Struct, frozen=True):
    """A row of `status.csv`."""

    lemma: str
    pos: str
    via: tuple[str, ...]
    effect: Effect
    example: str


class Verdict(NamedTuple):
    """The status of one token, with the reason in plain words."""

    status: Status
    polarity: Polarity
    reason: str


class FindStatus:
    """Finds the status of acts. Holds the cues; made once."""

    def __init__(self, library: Library) -> None:
        self.cues = tuple(library.rows("lang/en/status.csv", StatusCue))
        table: dict[tuple[str, str, str], Effect] = {}
        for cue in self.cues:
            for via in cue.via:
                table[cue.lemma, cue.pos, via] = cue.effect
        self._table = table

    def __call__(self, propositions: Propositions) -> Statuses:
        """The statuses of one report, to be asked for by token."""
        return Statuses(self._table, propositions)


class Statuses:
    """The status of each verb and noun of one report."""

    def __init__(
        self, table: dict[tuple[str, str, str], Effect], propositions: Propositions
    ) -> None:
        self._table = table
        self._propositions = propositions
        self._parse: Parse = propositions.parse
        self._made: dict[int, Verdict] = {}

    def of(self, index: int) -> tuple[Status, Polarity]:
        """Status and polarity of the verb or noun at a token."""
        verdict = self._verdict(index)
        return verdict.status, verdict.polarity

    def reason(self, index: int) -> str:
        """How the status of a token was found, in plain words."""
        verdict = self._verdict(index)
        return f"{verdict.status} ({verdict.reason})"

    def _verdict(self, index: int, depth: int = _CLIMB) -> Verdict:
        made = self._made.get(index)
        if made is None:
            token = self._parse.tokens[index]
            verb = token.tag.startswith(("VB", "MD"))
            made = self._of_verb(token, depth) if verb else self._of_noun(token, depth)
            if depth == _CLIMB:  # a climb that was cut short may know too little
                self._made[index] = made
        return made

    def _of_verb(self, verb: Token, depth: int) -> Verdict:
        own = self._own(verb)
        polarity = Polarity.NEGATIVE if self._negated(verb) else Polarity.POSITIVE
        if verb.head == verb.i or depth == 0:
            return _verdict(own or (Status.OCCURRED, "told as done"), polarity)
        governed = self._governed(verb)
        if governed is not None:
            effect, cue = governed
            return self._apply(effect, f"`{cue}` above it", verb, polarity, depth, own)
        if own is None and verb.dep in _SHARED:
            above = self._verdict(verb.head, depth - 1)
            both = Polarity.NEGATIVE in {
                polarity,
                above.polarity if verb.dep != "conj" else polarity,
            }
            return Verdict(above.status, Polarity.NEGATIVE if both else polarity, above.reason)
        ahead = self._ahead(verb, depth)
        if ahead is not None:
            return _verdict((Status.PLANNED, ahead), polarity)
        if own is None and verb.dep in {"advcl", "acl"} and syntax.has_to(self._parse, verb):
            return _verdict((Status.HYPOTHETICAL, "a purpose"), polarity)
        return _verdict(own or (Status.OCCURRED, "told as done"), polarity)

    def _ahead(self, verb: Token, depth: int) -> str | None:
        """Why a clause lies ahead that no word puts there, None if it does not.

        `Union to lend Chad money`, `talks to be held in May`, `will leave when it ends`.
        """
        above = self._parse.tokens[verb.head]
        if syntax.has_to(self._parse, verb):
            if verb.dep == "acl" and above.head == above.i:
                return "a headline's infinitive"
            noun = verb.dep in {"acl", "relcl"} and above.tag.startswith("NN")
            passive = noun and syntax.is_passive(self._parse, verb)
            return "an infinitive of what is to be done" if passive else None
        opens = {kid.lower for kid in self._parse.kids(verb.i) if kid.dep in _OPENING}
        if verb.dep != "advcl" or not opens & _TEMPORAL or not above.tag.startswith("VB"):
            return None
        planned = self._verdict(above.i, depth - 1).status is Status.PLANNED
        return f"the time of `{above.text}`, which is planned" if planned else None

    def _own(self, verb: Token) -> tuple[Status, str] | None:
        """What the verb's own auxiliaries say; None where it has no tense of its own."""
        auxiliaries = [kid for kid in self._parse.kids(verb.i) if kid.dep in {"aux", "auxpass"}]
        words = {kid.lower for kid in auxiliaries}
        if self._is_question(verb):
            return Status.UNKNOWN, "a question"
        said = self._adverb(verb) or self._modal(verb, words)
        if said is not None:
            return said
        if syntax.has_to(self._parse, verb):
            root = verb.head == verb.i
            return (Status.PLANNED, "a headline's infinitive") if root else None
        finite = {kid.tag for kid in auxiliaries if kid.lemma != "do"}
        if verb.tag == "VBG":
            if finite & {"VBZ", "VBP"} and "been" not in words:
                return Status.ONGOING, "present progressive"
            return (Status.OCCURRED, "past progressive") if finite else None
        if verb.tag in {"VBD", "VBZ", "VBP"} or auxiliaries:
            if (verb.lemma, "verb", "subject") in self._table and verb.tag in {"VBZ", "VBP"}:
                return Status.ONGOING, "goes on"
            return Status.OCCURRED, "told as done"
        return None

    def _adverb(self, verb: Token) -> tuple[Status, str] | None:
        """What an adverb of the verb says: `allegedly`, `almost`."""
        for kid in self._parse.kids(verb.i):
            effect = self._table.get((kid.lower, "adverb", "clause"))
            if kid.dep == "advmod" and effect not in {None, Effect.NEGATIVE}:
                return Status(effect), f"`{kid.lower}`"
        return None

    def _modal(self, verb: Token, words: set[str]) -> tuple[Status, str] | None:
        """What the modal verbs among a verb's auxiliaries say."""
        if words & _FUTURE:
            return Status.PLANNED, "future"
        if words & _BACKSHIFTED and self._is_backshifted(verb):
            return Status.PLANNED, "future, told in the past"
        if words & _POSSIBLE:
            return Status.HYPOTHETICAL, "a modal of possibility"
        return (Status.DEMANDED, "a modal of duty") if words & _DUTY else None

    def _is_backshifted(self, verb: Token) -> bool:
        """Whether `would` is `will` as somebody said it: `said it would sign`."""
        clause = verb
        while clause.dep == "conj" and self._parse.tokens[clause.head].tag.startswith("VB"):
            clause = self._parse.tokens[clause.head]
        above = self._parse.tokens[clause.head]
        conditions = (kid for kid in self._parse.kids(clause.i) if kid.dep in {"advcl", "prep"})
        supposed = any(
            kid.lower in _CONDITIONS
            or any(mark.lower in _CONDITIONS for mark in self._parse.kids(kid.i))
            for kid in conditions
        )
        return clause.dep == "ccomp" and above.tag in {"VBD", "VBN"} and not supposed

    def _is_question(self, verb: Token) -> bool:
        sentence = self._parse.sentence_of(verb.i)
        last = self._parse.tokens[sentence.last - 1]
        return last.text == "?" and verb.head == verb.i

    def _negated(self, verb: Token) -> bool:
        """Whether the verb's own clause denies it: `not`, `never`, `no one`, `no talks`."""
        for kid in self._parse.kids(verb.i):
            if kid.dep == "neg" or kid.lower in {"never", "neither"}:
                return True
            if self._table.get((kid.lower, "adverb", "clause")) is Effect.NEGATIVE:
                return True
            if kid.lower == "longer" and any(k.dep == "neg" for k in self._parse.kids(kid.i)):
                return True
            if kid.dep in {"nsubj", "nsubjpass", "dobj"} and self._is_none(kid):
                return True
        return False

    def _is_none(self, noun: Token) -> bool:
        first = (kid.lower for kid in self._parse.kids(noun.i) if kid.dep in {"det", "neg"})
        return noun.lower in _NEVER or any(word in _NEVER for word in first)

    def _governed(self, token: Token) -> tuple[Effect, str] | None:
        """The effect of the word that governs a clause or noun, with that word."""
        parse = self._parse
        head = parse.tokens[token.head]
        for kid in parse.kids(token.i):
            if kid.dep == "mark" and (kid.lower, "conjunction", "clause") in self._table:
                return self._table[kid.lower, "conjunction", "clause"], kid.lower
        if token.dep in {"pcomp", "pobj"} and head.tag in {"IN", "TO"}:
            before = self._parse.tokens[head.i - 1].lower if head.i else ""
            found = self._table.get((f"{before} {head.lower}", "preposition", "clause"))
            found = found or self._table.get((head.lower, "preposition", "clause"))
            if found is not None and token.dep == "pcomp":
                return found, head.lower
            above = parse.tokens[head.head]
            return self._look_up(above, head.lower)
        if token.dep in {"xcomp", "ccomp", "acl", "advcl"} and token.tag.startswith("VB"):
            if token.dep == "advcl" and not head.tag.startswith(("VB", "JJ")):
                return None
            return self._look_up(head, syntax.shape(parse, token.i))
        if token.dep in {"dobj", "nsubjpass"}:
            return self._look_up(head, "object")
        if token.dep == "nsubj":
            return self._look_up(head, "subject")
        return None

    def _look_up(self, word: Token, via: str) -> tuple[Effect, str] | None:
        kind = {"VB": "verb", "JJ": "adjective", "NN": "noun"}.get(word.tag[:2])
        if kind is None:
            return None
        lemmas = []
        if kind == "verb":  # `called on X to`, `has yet to`, then `broke off`, then the verb
            beside = (k for k in self._parse.kids(word.i) if k.dep in {"prep", "advmod"})
            lemmas = [f"{word.lemma} {k.lower}" for k in beside]
            lemmas.append(self._propositions.at(word.i).lemma)
        lemmas += [word.lower, word.lemma] if kind == "adjective" else [word.lemma]
        if kind == "verb" and word.tag == "VBN":
            kinds = (
                (lemma, k) for k in ("verb", "adjective") for lemma in (*lemmas, word.lower)
            )
        else:
            kinds = ((lemma, kind) for lemma in lemmas)
        for lemma, part in kinds:
            effect = self._table.get((lemma, part, via))
            if effect is not None:
                return effect, lemma
        return None

    def _apply(
        self,
        effect: Effect,
        reason: str,
        token: Token,
        polarity: Polarity,
        depth: int,
        own: tuple[Status, str] | None = None,
    ) -> Verdict:
        """The status of an act under a word that says more of it.

        Under a word that is itself unreal the act is as unreal: `may agree to visit`.
        """
        if effect is Effect.NEGATIVE:
            return Verdict(Status.OCCURRED, Polarity.NEGATIVE, reason)
        if effect in {Effect.OCCURRED, Effect.ONGOING}:
            if own is not None and own[0] is not Status.OCCURRED:
                return _verdict(own, polarity)
            return Verdict(Status(effect), polarity, reason)
        if depth and self._denies(self._parse.tokens[token.head]):
            polarity = Polarity.NEGATIVE
        return Verdict(Status(effect), polarity, reason)

    def _denies(self, word: Token) -> bool:
        """Whether the word that governs an act is itself denied: `did not agree to`."""
        if word.tag.startswith(("VB", "MD")):
            return self._negated(word)
        return word.tag.startswith("NN") and self._is_none(word)

    def _beside(self, noun: Token) -> tuple[Effect, str] | None:
        """What a word right beside a noun says: `a possible attack`, `a withdrawal plan`."""
        for kid in self._parse.kids(noun.i):
            if kid.dep in {"amod", "compound"}:
                effect = self._table.get((kid.lower, "adjective", "before"))
                if effect is not None:
                    return effect, f"`{kid.lower}` before it"
        head = self._parse.tokens[noun.head]
        effect = self._table.get((head.lemma, "noun", "compound"))
        if noun.dep == "compound" and effect is not None:
            return effect, f"`{head.lemma}` after it"
        return None

    def _of_noun(self, noun: Token, depth: int) -> Verdict:
        polarity = Polarity.NEGATIVE if self._is_none(noun) else Polarity.POSITIVE
        beside = self._beside(noun)
        if beside is not None:
            return self._apply(beside[0], beside[1], noun, polarity, 0)
        if depth == 0 or noun.head == noun.i:
            return Verdict(Status.OCCURRED, polarity, "a noun that nothing qualifies")
        governed = self._governed(noun)
        if governed is not None:
            effect, cue = governed
            return self._apply(effect, f"`{cue}` above it", noun, polarity, depth)
        above = self._parse.tokens[noun.head]
        if noun.dep in _CARRIED and above.tag.startswith("VB"):
            carried = self._verdict(above.i, depth - 1)
            if noun.dep.startswith("nsubj") or carried.status is not Status.OCCURRED:
                return Verdict(carried.status, polarity, f"as `{above.text}`: {carried.reason}")
        if noun.dep == "conj":
            return self._verdict(above.i, depth - 1)
        return Verdict(Status.OCCURRED, polarity, "a noun that nothing qualifies")


def _verdict(own: tuple[Status, str], polarity: Polarity) -> Verdict:
    return Verdict(own[0], polarity, own[1])
