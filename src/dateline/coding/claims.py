"""Acts to claims: who, to whom, when, where, whether, and according to whom."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.coding.act import DUTY, STANCES
from dateline.coding.attribution import given
from dateline.coding.draft import Draft
from dateline.coding.ground import located
from dateline.coding.once import once
from dateline.coding.relevance import stands_out
from dateline.coding.settle import Told, denied, said, settle, threatened
from dateline.coding.sides import sides_of
from dateline.records.claim import Claim, Status
from dateline.records.span import Span, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.coding.act import Act
    from dateline.coding.again import Retell
    from dateline.coding.amounts import Amounts
    from dateline.coding.attribution import Attributions
    from dateline.coding.codes import Codes
    from dateline.coding.confidence import Confidence
    from dateline.coding.contexts import Contexts
    from dateline.coding.domains import Domains
    from dateline.coding.parties import Parties
    from dateline.coding.slots import Slots
    from dateline.coding.status import Statuses
    from dateline.coding.whose import Whose
    from dateline.records.attribution import Attribution
    from dateline.records.claim import Occurred
    from dateline.records.entity import Party
    from dateline.records.parse import Parse, Token

#: Types and modes whose acts are done where the parties are, if all are of one country.
_LOCAL = frozenset({"PROTEST", "COERCE", "ASSAULT", "MOBILIZE", "RETREAT"})
_RULED = "convict"
_LOCAL_MODES = frozenset({_RULED})
#: Longest trigger in tokens from its verb to its noun; beyond, only the head is shown.
_LONGEST_TRIGGER = 4


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim says what it says: a line for each slot."""

    claim: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """An act that a rule found and that is no claim, with the reason in plain words."""

    type: str
    rule: str
    trigger: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What earlier stages say of a report, as claims need it.

    `spoken` are the blocks in which not the report speaks.
    """

    parse: Parse
    parties: Parties
    whose: Whose
    statuses: Statuses
    attributions: Attributions
    slots: Slots
    amounts: Amounts
    spoken: frozenset[int] = frozenset()


class MakeClaims:
    """Makes claims of acts.

    Args:
        codes: from type, mode and words to CAMEO, quad class and scores.
        contexts: from words and sectors to PLOVER's contexts.
        domains: which sentences are of sport, arts and the like.
        confidence: how likely a claim is right.
        retell: what other sentences say of an act.
        least: how likely it must be right.
    """

    def __init__(
        self,
        codes: Codes,
        contexts: Contexts,
        domains: Domains,
        confidence: Confidence,
        retell: Retell,
        least: float,
    ) -> None:
        self._codes = codes
        self._confidence = confidence
        self._contexts = contexts
        self._retell = retell
        self._domains = domains
        self._least = least

    def __call__(
        self, report: str, acts: Sequence[Act], reading: Reading
    ) -> tuple[tuple[Claim, ...], tuple[Explanation, ...], tuple[Dropped, ...]]:
        """The claims of the report with id `report`, in order, each with its reasons.

        Third come the acts that are no claims, with what spoke against them.
        """
        drafts: list[Draft] = []
        dropped: list[Dropped] = []
        for act in acts:
            made = self._draft(act, reading)
            if isinstance(made, str):
                words = _trigger(act, reading.parse)
                dropped.append(Dropped(act.type, act.rule, words, made))
            else:
                drafts.append(made)
                if not made.is_claim:
                    dropped.append(Dropped(act.type, act.rule, made.trigger, "names no party"))
        claims: list[Claim] = []
        reasons: list[Explanation] = []
        told = self._retell(drafts, reading.parse)
        for draft in once(told, reading.amounts, reading.parse):
            act = draft.told.act
            sure = self._confidence(draft.told, draft.actors, draft.recipients, reading.parse)
            if sure < self._least:
                doubt = f"has a confidence of {sure}, and at least {self._least} is asked for"
                dropped.append(Dropped(act.type, act.rule, draft.trigger, doubt))
                continue
            claim, reason = self._claim(report, draft, sure, reading)
            claims.append(claim)
            reasons.append(reason)
        return tuple(claims), tuple(reasons), tuple(dropped)

    def _draft(self, act: Act, reading: Reading) -> Draft | str:
        """What the act's own sentence says of it, or why it makes no claim."""
        if not act.parties and not act.noun:
            return "names no party"
        if reading.parse.sentence_of(act.head).block in reading.spoken:
            return "stands in a passage that speaks to the reader"
        status, polarity = reading.statuses.of(act.anchor)
        status = Status(act.status) if act.status is not None else status
        voice = act.anchor if act.voice is None else act.voice
        parse = reading.parse
        attribution = reading.attributions.of(voice, given=given(parse, act))
        read = Told(act, status, polarity, attribution)
        told = said(read) if act.type in STANCES or _is_told_to(read) else settle(read)
        if told is None:
            return f"is told as {polarity}, {status}, by {_voices(attribution)}"
        act = told.act
        occurred, when = reading.slots.occurred(_as_said(told, attribution, parse))
        told = _ahead(told, occurred, reading)
        act = told.act
        place, where = reading.slots.place(act)
        sentence = parse.tokens_of(parse.sentence_of(act.head))
        trigger = _trigger(act, parse)
        if told.speakers and attribution[-1].quote is not None:
            content = reading.attributions.content(attribution[-1].quote)
            trigger = _shared(parse, content, sentence) or trigger
        if not act.parties:
            return Draft(told, trigger, occurred=occurred, place=place)
        owners = () if act.bare is None else reading.whose(act.bare)
        sides = sides_of(told, attribution, place, reading.parties, owners)
        if isinstance(sides, str):
            return sides
        told = denied(read, sides[0], parse) or threatened(read, sides[0], parse) or told
        nothing = _nothing(read, told, *sides)
        if nothing is not None:
            return nothing
        if place is None and (act.type in _LOCAL or act.mode in _LOCAL_MODES):
            place, where = reading.slots.scene(told, *sides)
            home, away = (located(side, place, act.type) for side in sides)
            sides = home, away
        domain = self._domains(_lemmas(act, parse))
        if domain is not None and not stands_out(domain, act, (*sides[0], *sides[1])):
            return f"stands in a sentence of {domain.domain}"
        how = {"time": when, "place": where}
        return Draft(told, trigger, *sides, occurred, place, how)

    def _claim(
        self, report: str, draft: Draft, confidence: float, reading: Reading
    ) -> tuple[Claim, Explanation]:
        """The claim of a draft, with its reasons."""
        told, act, parse = draft.told, draft.told.act, reading.parse
        lemmas = _lemmas(act, parse)
        sectors = {s for party in (*draft.actors, *draft.recipients) for s in party.sector}
        contexts = tuple(
            dict.fromkeys((*act.contexts, *self._contexts(lemmas, frozenset(sectors))))
        )
        coded = self._codes(act.type, act.mode, contexts, frozenset(lemmas), act.cameo)
        head = parse.tokens[act.head]  # two acts of one quote have one trigger
        identity = f"{report}|{head.start}|{head.end}|{act.type}|{act.rule}"
        number = hashlib.sha256(identity.encode()).hexdigest()[:16]
        sentence = parse.tokens_of(parse.sentence_of(act.head))
        claim = Claim(
            id=number,
            event=number,
            type=act.type,
            mode=act.mode,
            contexts=contexts,
            cameo=coded.cameo,
            quad_class=coded.quad_class,
            plover_score=coded.plover_score,
            goldstein=coded.goldstein,
            actors=draft.actors,
            recipients=draft.recipients,
            trigger=draft.trigger,
            occurred=draft.occurred,
            place=draft.place,
            status=told.status,
            polarity=told.polarity,
            attribution=told.attribution,
            amounts=reading.amounts.of((act, *draft.again)),
            evidence=cut(parse.text, sentence[0].start, sentence[-1].end),
            rule=act.rule,
            confidence=confidence,
        )
        lines = (
            f"rule: {act.rule}",
            *(f"{slot}: {how}" for slot, how in (act.how | draft.how).items()),
            f"status: {told.status} (as its rule says)"
            if act.status is not None
            else f"status: {reading.statuses.reason(act.anchor)}",
            f"attribution: {_voices(told.attribution)}",
        )
        return claim, Explanation(number, lines)


def _ahead(told: Told, occurred: Occurred | None, reading: Reading) -> Told:
    """An act that a noun names, planned if its day is still to come: `a march on Friday`."""
    ahead = told.status is Status.OCCURRED and reading.slots.occurred.is_ahead(occurred)
    if not told.act.noun or not ahead:
        return told
    return settle(replace(told, status=Status.PLANNED)) or told


def _as_said(told: Told, attribution: Sequence[Attribution], parse: Parse) -> Told:
    """An act done by saying it, as the verb that says it tells it; others as they are."""
    cue = attribution[-1].cue if told.speakers and attribution else None
    said = parse.between(cue.start, cue.end) if cue is not None else ()
    if not said:
        return told
    verb = next((t.i for t in said if t.tag.startswith("VB")), said[0].i)
    return replace(told, act=replace(told.act, head=verb, anchor=verb, noun=False))


def _nothing(
    read: Told, told: Told, actors: Sequence[Party], recipients: Sequence[Party]
) -> str | None:
    """Why an act is none by its sides: its speaker is meant, or nobody might do it."""
    opinion = read.act.type in STANCES and read.act.type != DUTY and told.act.mode != _RULED
    if opinion and read.act.recipients and not recipients:
        return "is said of whoever says it"
    known = any(party.country or party.name for party in (*actors, *recipients))
    if told.status is Status.HYPOTHETICAL and not known:
        return "may be done by nobody in particular"
    return None


def _is_told_to(told: Told) -> bool:
    """Whether somebody says that others must do the act."""
    return told.status is Status.DEMANDED and told.act.status is None and bool(told.attribution)


def _voices(attribution: Sequence[Attribution]) -> str:
    """Who vouches for a claim, outermost first, in plain words."""
    named = [a.speaker.text for a in attribution if a.speaker]
    return " > ".join(named) or "the report's own voice"


def _shared(parse: Parse, content: Span, sentence: Sequence[Token]) -> Span | None:
    """What of a quote stands in a sentence; a quote may go on over many."""
    start = max(content.start, sentence[0].start)
    end = min(content.end, sentence[-1].end)
    return cut(parse.text, start, end) if start < end else None


def _trigger(act: Act, parse: Parse) -> Span:
    """The words that name the act, as one stretch if they stand together."""
    first, last = min(act.trigger), max(act.trigger)
    if last - first > _LONGEST_TRIGGER:
        first = last = act.head
    return cut(parse.text, parse.tokens[first].start, parse.tokens[last].end)


def _lemmas(act: Act, parse: Parse) -> list[str]:
    """The lemmas of the act's sentence."""
    return [token.lemma for token in parse.tokens_of(parse.sentence_of(act.head))]
