"""Status: whether an act happened, is going on, is planned, demanded, denied or supposed.

What the verb itself says comes first (tense, modal, negation); then each word above it
that says more, from `status.csv`: `plans to visit`, `denied shelling`, `a possible
attack`. A noun has no tense: what governs it decides, else it is taken to have happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.annotate import syntax
from dateline.coding.governors import Governors
from dateline.coding.modality import Modality
from dateline.coding.status_cues import Effect, StatusCues
from dateline.records.claim import Polarity, Status

if TYPE_CHECKING:
    from dateline.annotate.predicates import Propositions
    from dateline.lexicon.library import Library
    from dateline.records.parse import Token

#: How far up the words that govern an act are asked.
_CLIMB = 5
_OPENING = frozenset({"mark", "advmod"})
#: Labels of clauses that share the tense of the verb above them.
_SHARED = frozenset({"conj", "xcomp", "pcomp"})
#: Labels of nouns whose verb says whether they happen: its subject, or what it brings about.
_CARRIED = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
#: A status, and why.
_Said = tuple[Status, str]
_DONE: _Said = (Status.OCCURRED, "told as done")


class Verdict(NamedTuple):
    """The status of one token, with the reason in plain words."""

    status: Status
    polarity: Polarity
    reason: str


class FindStatus:
    """Finds the status of acts. Holds the cues; made once."""

    def __init__(self, library: Library) -> None:
        self.cues = StatusCues(library)

    def __call__(self, propositions: Propositions) -> Statuses:
        """The statuses of one report, to be asked for by token."""
        return Statuses(self.cues, propositions)


class Statuses:
    """The status of each verb and noun of one report."""

    def __init__(self, cues: StatusCues, propositions: Propositions) -> None:
        self._cues = cues
        self._parse = propositions.parse
        self._modality = Modality(cues, propositions.parse)
        self._governors = Governors(cues, propositions)
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
        own = self._modality.of(verb)
        polarity = _polarity(negative=self._modality.is_negated(verb))
        if verb.head == verb.i or depth == 0:
            return _told(own or _DONE, polarity)
        governed = self._governors.over(verb)
        if governed is not None:
            effect, cue = governed
            return self._under(effect, f"`{cue}` above it", verb, polarity, own)
        if own is None and verb.dep in _SHARED:
            return self._shared(verb, polarity, depth)
        ahead = self._ahead(verb, depth)
        if ahead is not None:
            return Verdict(Status.PLANNED, polarity, ahead)
        if own is None and verb.dep in {"advcl", "acl"} and syntax.has_to(self._parse, verb):
            return Verdict(Status.HYPOTHETICAL, polarity, "a purpose")
        return _told(own or _DONE, polarity)

    def _shared(self, verb: Token, polarity: Polarity, depth: int) -> Verdict:
        """The status of a verb without tense: that of the verb above, which may deny it."""
        above = self._verdict(verb.head, depth - 1)
        denied = verb.dep != "conj" and above.polarity is Polarity.NEGATIVE
        both = Polarity.NEGATIVE if denied else polarity
        return Verdict(above.status, both, above.reason)

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
        if verb.dep != "advcl" or not above.tag.startswith("VB") or not self._is_timing(verb):
            return None
        planned = self._verdict(above.i, depth - 1).status is Status.PLANNED
        return f"the time of `{above.text}`, which is planned" if planned else None

    def _is_timing(self, clause: Token) -> bool:
        """Whether a clause says when another act is done: `until the talks end`."""
        opens = (kid for kid in self._parse.kids(clause.i) if kid.dep in _OPENING)
        return any(self._cues.effect(kid.lower, "conjunction", "time") for kid in opens)

    def _under(
        self,
        effect: Effect,
        reason: str,
        act: Token,
        polarity: Polarity,
        own: _Said | None = None,
    ) -> Verdict:
        """The status of an act under a word that says more of it."""
        if effect is Effect.NEGATIVE:
            return Verdict(Status.OCCURRED, Polarity.NEGATIVE, reason)
        if effect in {Effect.OCCURRED, Effect.ONGOING}:
            if own is not None and own[0] is not Status.OCCURRED:
                return _told(own, polarity)
            return Verdict(Status(effect), polarity, reason)
        if self._is_denied(self._parse.tokens[act.head]):
            polarity = Polarity.NEGATIVE
        return Verdict(Status(effect), polarity, reason)

    def _is_denied(self, word: Token) -> bool:
        """Whether the word that governs an act is itself denied: `did not agree to`."""
        if word.tag.startswith(("VB", "MD")):
            return self._modality.is_negated(word)
        return word.tag.startswith("NN") and self._modality.is_none(word)

    def _of_noun(self, noun: Token, depth: int) -> Verdict:
        polarity = _polarity(negative=self._modality.is_none(noun))
        beside = self._governors.beside(noun)
        if beside is not None:
            return self._beside(*beside, polarity)
        bare = Verdict(Status.OCCURRED, polarity, "a noun that nothing qualifies")
        if depth == 0 or noun.head == noun.i:
            return bare
        governed = self._governors.over(noun)
        if governed is not None:
            effect, cue = governed
            return self._under(effect, f"`{cue}` above it", noun, polarity)
        return self._carried(noun, polarity, depth) or bare

    def _beside(self, effect: Effect, reason: str, polarity: Polarity) -> Verdict:
        if effect is Effect.NEGATIVE:
            return Verdict(Status.OCCURRED, Polarity.NEGATIVE, reason)
        return Verdict(Status(effect), polarity, reason)

    def _carried(self, noun: Token, polarity: Polarity, depth: int) -> Verdict | None:
        """The status of a noun by that of its verb, or of the noun it is coordinated to."""
        above = self._parse.tokens[noun.head]
        if noun.dep in _CARRIED and above.tag.startswith("VB"):
            carried = self._verdict(above.i, depth - 1)
            if noun.dep.startswith("nsubj") or carried.status is not Status.OCCURRED:
                return Verdict(carried.status, polarity, f"as `{above.text}`: {carried.reason}")
        return self._verdict(above.i, depth - 1) if noun.dep == "conj" else None


def _polarity(*, negative: bool) -> Polarity:
    return Polarity.NEGATIVE if negative else Polarity.POSITIVE


def _told(said: _Said, polarity: Polarity) -> Verdict:
    return Verdict(said[0], polarity, said[1])
