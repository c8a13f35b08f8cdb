"""Status: whether an act happened, is going on, is planned, demanded, denied or supposed.

What the verb itself says comes first (tense, modal, negation); then each word above it
that says more, from `status.csv`: `plans to visit`, `denied shelling`, `a possible
attack`. A noun has no tense: what governs it decides, else it is taken to have happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.governors import Governors
from dateline.coding.modality import Modality
from dateline.coding.status_cues import Effect, StatusCues
from dateline.coding.verdict import Verdict, govern, polarity_of
from dateline.records.claim import Polarity, Status

if TYPE_CHECKING:
    from dateline.annotate.predicates import Propositions
    from dateline.coding.governors import Governor
    from dateline.lexicon.library import Library
    from dateline.records.parse import Token

#: How far up the words that govern an act are asked.
_CLIMB = 5
_OPENING = frozenset({"mark", "advmod"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
#: Labels of clauses of purpose.
_PURPOSES = frozenset({"acl", "advcl"})
#: Labels of clauses that share the tense of the verb above them.
_SHARED = frozenset({"conj", "xcomp", "pcomp", "ccomp"})
#: Labels of nouns whose verb says whether they happen: its subject, or what it brings about.
_CARRIED = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
#: What verbs do that tell what came of a plan.
_SETTLED = frozenset({Effect.SAME, Effect.NEGATIVE, Effect.REFUSED})
#: Labels of an adjective that its verb says of the subject.
_SAID_OF = frozenset({"acomp", "oprd"})


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
        said = self._modality.of(verb)
        polarity = polarity_of(negative=self._modality.is_negated(verb))
        status, reason = said or (Status.OCCURRED, "told as done")
        own = Verdict(status, polarity, reason)
        if verb.head == verb.i or depth == 0:
            return own
        governor = self._governors.over(verb)
        if governor is not None:
            return self._under(governor, own, depth)
        ahead = self._ahead(verb, depth)
        if ahead is not None:
            return Verdict(Status.PLANNED, polarity, ahead)
        if said is None and self._is_shared(verb):
            return self._shared(verb, polarity, depth)
        if said is None and self._is_purpose(verb, depth):
            return Verdict(Status.HYPOTHETICAL, polarity, "a purpose")
        return own

    def _is_purpose(self, verb: Token, depth: int) -> bool:
        """Whether a clause says what for, beside a verb or a thing that is not there yet.

        `went to fight gangs`, `was told to send a force to fight gangs`.
        """
        if not syntax.has_to(self._parse, verb):
            return False
        thing = self._parse.tokens[verb.head]
        wanted = verb.dep == "relcl" and thing.dep == "dobj"
        return verb.dep in _PURPOSES or (
            wanted and not self._verdict(thing.head, depth - 1).real
        )

    def _is_shared(self, verb: Token) -> bool:
        """Whether a verb without tense is as real as the word above it.

        `will see prices fall`, `will send a letter telling them`.
        """
        return verb.dep in _SHARED or (verb.dep == "acl" and verb.tag == "VBG")

    def _shared(self, verb: Token, polarity: Polarity, depth: int) -> Verdict:
        """The status of a verb without tense: that of the verb above, which may deny it."""
        above = self._verdict(verb.head, depth - 1)
        alone = verb.dep == "acl" or (verb.dep == "conj" and not self._is_alternative(verb))
        denied = not alone and above.negative
        return above._replace(polarity=Polarity.NEGATIVE if denied else polarity)

    def _is_alternative(self, verb: Token) -> bool:
        """Whether `or` joins a verb to the one before it: `did not sign or ratify it`."""
        between = self._parse.kids(verb.head)
        return any(kid.dep == "cc" and kid.lower == "or" and kid.i < verb.i for kid in between)

    def _ahead(self, verb: Token, depth: int) -> str | None:
        """Why a clause lies ahead that no word puts there, None if it does not.

        `Union to lend Chad money`, `talks to be held in May`, `will leave when it ends`.
        """
        above = self._parse.tokens[verb.head]
        if syntax.has_to(self._parse, verb):
            if above.head == above.i and self._is_headline(verb, above):
                return "a headline's infinitive"
            noun = verb.dep in {"acl", "relcl"} and above.tag.startswith("NN")
            passive = noun and syntax.is_passive(self._parse, verb)
            return "an infinitive of what is to be done" if passive else None
        if verb.dep != "advcl" or not above.tag.startswith("VB") or not self._is_timing(verb):
            return None
        planned = self._verdict(above.i, depth - 1).status is Status.PLANNED
        return f"the time of `{above.text}`, which is planned" if planned else None

    def _is_headline(self, verb: Token, above: Token) -> bool:
        """Whether an infinitive is all that a sentence tells: `Queen to open dam`."""
        tokens = self._parse.tokens_of(self._parse.sentence_of(verb.i))
        told = above.tag in _PARTICIPLES or any(token.tag in syntax.FINITE for token in tokens)
        return verb.dep == "acl" or not told

    def _is_timing(self, clause: Token) -> bool:
        """Whether a clause says when another act is done: `until the talks end`."""
        opens = (kid for kid in self._parse.kids(clause.i) if kid.dep in _OPENING)
        return any(self._cues.effect(kid.lower, "conjunction", "time") for kid in opens)

    def _under(self, governor: Governor, own: Verdict, depth: int) -> Verdict:
        """The verdict of an act under a word that says more of it."""
        own = own._replace(reason=f"`{governor.word}` above it")
        above = Verdict(Status.OCCURRED, Polarity.POSITIVE, own.reason)
        past = True
        if governor.at is not None:
            word = self._parse.tokens[governor.at]
            if word.dep in _SAID_OF:
                word = self._parse.tokens[word.head]
            above = self._verdict(word.i, depth - 1)
            past = self._modality.is_past(word)
        return govern(
            governor.effect, above._replace(reason=own.reason), own, told_as_past=past
        )

    def _of_noun(self, noun: Token, depth: int) -> Verdict:
        polarity = polarity_of(negative=self._modality.is_none(noun))
        bare = Verdict(Status.OCCURRED, polarity, "a noun that nothing qualifies")
        beside = self._governors.beside(noun)
        governor = None
        if depth and noun.head != noun.i:
            governor = self._governors.over(noun)
        if beside is not None and not _outdone(beside, governor):
            return govern(
                beside.effect,
                bare._replace(polarity=Polarity.POSITIVE),
                bare._replace(reason=f"`{beside.word}` beside it"),
                told_as_past=True,
            )
        if depth == 0 or noun.head == noun.i:
            return bare
        if governor is not None:
            return self._under(governor, bare, depth)
        return self._carried(noun, bare, depth)

    def _carried(self, noun: Token, bare: Verdict, depth: int) -> Verdict:
        """The status of a noun by that of its verb, or of the noun it is coordinated to."""
        above = self._parse.tokens[noun.head]
        if noun.dep == "conj":
            return self._verdict(above.i, depth - 1)
        if noun.dep not in _CARRIED or not above.tag.startswith("VB"):
            return bare
        subject = noun.dep.startswith("nsubj")
        raising = self._governors.raising(noun) if subject else None
        carried = self._verdict(above.i if raising is None else raising, depth - 1)
        if noun.dep == "nsubj" and raising is None and self._is_given(noun, above, carried):
            return bare
        lasting = carried.status is Status.ONGOING and above.tag not in syntax.PRESENT
        if not subject and carried.real and not lasting:
            return bare  # `follows a raid`, where the raid is over
        return bare._replace(
            status=carried.status, reason=f"as `{above.text}`: {carried.reason}"
        )

    def _is_given(self, noun: Token, verb: Token, verdict: Verdict) -> bool:
        """Whether a subject is there though its verb may not be: `the strike could last`."""
        possible = verdict.status is Status.HYPOTHETICAL
        told = possible and not self._modality.is_supposed(verb)
        return told and not self._governors.is_new(noun)


def _outdone(beside: Governor, governor: Governor | None) -> bool:
    """Whether a verb that tells what came of a plan outdoes it: `held the planned talks`."""
    return (
        beside.effect is Effect.PLANNED and governor is not None and governor.effect in _SETTLED
    )
