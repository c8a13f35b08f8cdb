"""Acts told again: what an earlier or later sentence of a report says of the same act.

`Rebels stormed a bank in Oslo on Monday. Two guards were hurt in the attack.` A noun that
the reader knows points to the act that the report told before, and so does harm to the same
person. The tellings of one act lend each other what their own sentences leave out, where
all that could be meant agree; whatever speaks for another act leaves them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.coding.lending import lend
from dateline.coding.same import (
    agree,
    is_answer,
    is_armed,
    is_official,
    same_place,
    same_side,
    vouched,
)
from dateline.records.claim import HAPPENED, Polarity
from dateline.records.report import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.coding.act import Act
    from dateline.coding.draft import Draft
    from dateline.records.parse import Parse, Token

_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_HARM, _CROWD = "ASSAULT", "PROTEST"
#: How many letters verb and noun of one act begin with alike: `shoot` and `shooting`.
_STEM = 4
#: Types of deeds that many sentences may tell; of words there are too many alike.
_DEEDS = frozenset({_HARM, _CROWD, "COERCE", "SANCTION", "CONSULT", "MOBILIZE", "RETREAT"})
_PLURAL = frozenset({"NNS", "NNPS"})
#: Labels of clauses that tell of a noun what need be no news.
_DESCRIBING = frozenset({"acl", "relcl", "amod"})
#: Labels of what stands inside a name.
_INSIDE = frozenset({"compound", "nmod"})
#: Types of what officials do to one after the other.
_OFFICIAL = frozenset({"COERCE", "SANCTION", "ACCUSE"})
#: How many sentences back those are known who underwent an act.
_NEAR = 6


class Retell:
    """Lends the tellings of one act what they lack.

    Args:
        classes: of nouns, `assault` are those of any attack; `apart` are words before
            a noun by which it is not the one told before.
    """

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        self._attacks = classes["assault"]
        self._apart = classes["apart"]

    def __call__(self, drafts: Sequence[Draft], parse: Parse) -> list[Draft]:
        """The drafts that are claims, with what other sentences say of the same acts."""
        meant: dict[int, list[int]] = {}
        for i, draft in enumerate(drafts):
            if _is_told(draft):
                found = self._named(i, drafts) or self._antecedents(i, drafts, parse)
                meant[i] = found or self._undergone(i, drafts, parse)
        lent = {i: list(found) for i, found in meant.items()}
        for i, found in meant.items():
            for j in found:
                lent.setdefault(j, []).append(i)
        for i in tuple(lent):
            beyond = [k for j in lent[i] for k in meant.get(j, ())]
            lent[i] = [
                k
                for k in dict.fromkeys((*lent[i], *beyond))
                if k != i and _is_shared(drafts[i], drafts[k], parse)
            ]
        return [
            lend(
                draft, [drafts[j] for j in lent.get(i, ())], self._doer(i, drafts, parse), parse
            )
            for i, draft in enumerate(drafts)
            if draft.is_claim
        ]

    def _named(self, i: int, drafts: Sequence[Draft]) -> list[int]:
        """The noun of its own clause that names what a verb tells."""
        noun = drafts[i].told.act.named
        return [
            j
            for j, other in enumerate(drafts)
            if other.told.act.head == noun and _lends(other, drafts[i])
        ]

    def _antecedents(self, i: int, drafts: Sequence[Draft], parse: Parse) -> list[int]:
        """The acts told before that a known noun may mean, if they may be one."""
        act = drafts[i].told.act
        noun = _noun(act, parse)
        if not self._is_known(noun, parse):
            return []
        here = parse.sentence_of(act.head)
        akin = [
            j
            for j, other in enumerate(drafts[:i])
            if _lends(other, drafts[i]) and self._is_akin(noun, other, drafts[i], parse)
        ]
        agreeing = [j for j in akin if agree(drafts[j], drafts[i])]
        before = [j for j in agreeing if _is_shared(drafts[i], drafts[j], parse)]
        beside = [j for j in akin if parse.sentence_of(drafts[j].told.act.head) == here]
        if any(j not in before for j in beside):
            return []
        before = _without_answers(before, drafts)
        if not _is_one([drafts[j] for j in before]):
            before = [
                j
                for j in before
                if parse.sentence_of(drafts[j].told.act.head).block == here.block
            ]
        return before[::-1] if _is_one([drafts[j] for j in before]) else []

    def _undergone(self, i: int, drafts: Sequence[Draft], parse: Parse) -> list[int]:
        """Other tellings of what somebody underwent, where nobody is said to do it.

        Of what one person did; of some of those whom the report has told of (`the guard was
        killed`, `two others were hurt`) in the sentences before; of how many came to harm,
        in a report of one attack.
        """
        draft = drafts[i]
        if draft.told.act.type != _HARM or draft.actors or not draft.recipients:
            return []
        entity = draft.recipients[0].entity if len(draft.recipients) == 1 else None
        if entity is not None and entity.startswith("person:"):
            others = [
                j
                for j, other in enumerate(drafts)
                if j != i
                and [party.entity for party in other.recipients] == [entity]
                and agree(other, draft)
            ]
        elif self._is_toll(draft, parse):
            others = list(range(i))
        elif self._is_one_of_them(draft, parse):
            here = parse.sentence_of(draft.told.act.head).number
            others = [
                j
                for j, other in enumerate(drafts[:i])
                if here - parse.sentence_of(other.told.act.head).number <= _NEAR
            ]
        else:
            return []
        others = _without_answers([j for j in others if _lends(drafts[j], draft)], drafts)
        return others[::-1] if _is_one([draft, *(drafts[j] for j in others)]) else []

    def _is_toll(self, draft: Draft, parse: Parse) -> bool:
        """Whether a sentence says how many were hurt: `Two women and a man were wounded`.

        Soldiers and gunmen may have come to harm by the other side.
        """
        act = draft.told.act
        if any(is_official(party) or is_armed(party) for party in draft.recipients):
            return False
        verb = parse.tokens[act.head]
        if act.noun or verb.dep not in {"ROOT", "ccomp"} or not act.recipients:
            return False
        struck = (parse.tokens[r] for r in act.recipients)
        return any(kid.dep == "auxpass" for kid in parse.kids(verb.i)) and any(
            noun.tag == "CD" or any(kid.dep == "nummod" for kid in parse.kids(noun.i))
            for noun in struck
        )

    def _is_one_of_them(self, draft: Draft, parse: Parse) -> bool:
        """Whether a verb is done to some of those whom the report knows."""
        act, party = draft.told.act, draft.recipients[0]
        if len(draft.recipients) != 1:
            return False
        told = parse.tokens[act.head].dep not in _DESCRIBING
        if act.noun or not act.recipients or not told or is_armed(party):
            return False
        noun = parse.tokens[act.recipients[0]]
        kids = tuple(parse.kids(noun.i))
        known = any(kid.dep == "det" and kid.lower in _KNOWN for kid in kids)
        other = any(kid.lemma in self._apart for kid in (noun, *kids))
        return (known and noun.tag == "NN") or other

    def _doer(self, i: int, drafts: Sequence[Draft], parse: Parse) -> Draft | None:
        """What the sentence before tells of the same officials, who go on doing it.

        `Police arrested two men. A third was arrested on Monday.`
        """
        draft = drafts[i]
        act = draft.told.act
        verb = parse.tokens[act.head]
        passive = any(kid.dep == "auxpass" for kid in parse.kids(verb.i))
        if draft.actors or not passive or act.type not in _OFFICIAL or draft.told.speakers:
            return None
        here = parse.sentence_of(verb.i)
        for other in reversed(drafts[:i]):
            head = parse.tokens[other.told.act.head]
            sentence = parse.sentence_of(head.i)
            if sentence.block != here.block or here.number - sentence.number > 1:
                return None
            if head.lemma == verb.lemma and other.told.act.type == act.type:
                going = vouched(other, draft) and all(map(is_official, other.actors))
                return other if going and same_place(other.place, draft.place) else None
        return None

    def _is_known(self, noun: Token, parse: Parse) -> bool:
        """Whether a noun is one that the reader knows, and no other: `the attack`."""
        if not noun.tag.startswith("NN") or parse.sentence_of(noun.i).role is Role.HEADLINE:
            return False
        kids = tuple(parse.kids(noun.i))
        known = any(kid.dep == "det" and kid.lower in _KNOWN for kid in kids)
        apart = any(
            kid.lemma in self._apart or kid.tag in {"JJS", "CD"} or kid.dep == "nummod"
            for kid in kids
            if kid.i < noun.i
        )
        return known and not apart

    def _is_akin(self, noun: Token, other: Draft, draft: Draft, parse: Parse) -> bool:
        """Whether a noun may name the act of another telling, by its word and number."""
        act = other.told.act
        if (act.mutual and not draft.actors) or parse.tokens[act.head].tag == "VB":
            return False
        head = _noun(act, parse)
        crowd = act.type == _CROWD
        many = noun.tag in _PLURAL
        if many != (head.tag in _PLURAL) and not (crowd and many):
            return False
        if act.mode == draft.told.act.mode and (crowd or act.mode is not None):
            return True
        begin = min(len(noun.lemma), len(head.lemma), _STEM)
        if noun.lemma[:begin] == head.lemma[:begin]:
            return True
        return act.type == _HARM and noun.lemma in self._attacks


def _noun(act: Act, parse: Parse) -> Token:
    """The noun that names an act, its verb's too: `the talks`, in `attended the talks`."""
    if act.noun or act.named is not None:
        return parse.tokens[act.head if act.noun else act.named or act.head]
    taken = [i for i in act.taken if parse.tokens[i].tag in {"NN", "NNS"}]
    return parse.tokens[taken[0] if len(taken) == 1 else act.head]


def _is_told(draft: Draft) -> bool:
    """Whether an act is told as done, by deeds and not by words."""
    told = draft.told
    done = told.status in HAPPENED and told.polarity is Polarity.POSITIVE
    return done and not told.speakers and told.act.type in _DEEDS


def _lends(one: Draft, other: Draft) -> bool:
    """Whether one telling may be of the act that another tells."""
    return _is_told(one) and one.told.act.type == other.told.act.type


def _is_shared(noun: Draft, other: Draft, parse: Parse) -> bool:
    """Whether another telling is of those whose act a noun says it is.

    `The killing of a guard` is of nobody else.
    """
    act = noun.told.act
    if not act.noun or not any(_is_of(parse, victim) for victim in act.recipients):
        return True
    return not other.recipients or same_side(noun.recipients, other.recipients)


def _is_of(parse: Parse, victim: int) -> bool:
    """Whether a name or noun stands under `of`."""
    noun = parse.tokens[victim]
    while noun.dep in _INSIDE and noun.head != noun.i:
        noun = parse.tokens[noun.head]
    return parse.tokens[noun.head].lower == "of"


def _is_one(drafts: Sequence[Draft]) -> bool:
    """Whether all tellings may be of one act."""
    return all(agree(a, b) for n, a in enumerate(drafts) for b in drafts[:n])


def _without_answers(numbers: Sequence[int], drafts: Sequence[Draft]) -> list[int]:
    """Tellings without those of who strikes back: `police shot the gunman`."""
    return [
        i
        for i in numbers
        if not any(is_answer(drafts[i], drafts[j]) for j in numbers if j != i)
    ]
