"""Senses: what the rest of a report says of words that by themselves could be an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import arguments, syntax
from dateline.coding.act import NOTHING
from dateline.coding.relevance import hurt_in_private, private

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.coding.act import Act
    from dateline.coding.parties import Parties
    from dateline.records.parse import Parse, Sentence

#: The type of deliberate harm, and its rule that accidents fit as well (`were killed`).
_HARM = "ASSAULT"
_ANY_HARM = "assault.kill:"
#: Types of what storms and floods do to people as well.
_HARMFUL = frozenset({"ASSAULT", "COERCE", "REQUEST", "SANCTION"})
#: Sentences that say what a report is about: its headline and its lead.
_OPENING = 2
#: Sentences before that say where somebody is.
_BACK = 2
#: The type of crowds, whose nouns need no party.
_CROWD = "PROTEST"
#: What crowds hold for those who run for office, as well as against those who rule.
_RALLY = "rally"
#: Words before what the reader knows, and labels of nouns that tell nothing of themselves.
_KNOWN = frozenset({"the", "this", "that", "these", "those", "his", "her", "their"})
_MENTIONED = frozenset({"pobj", "dobj", "conj", "poss"})
#: Types of what people do with their own family in private.
_HOMELY = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "AID", "REQUEST", "REJECT"})
#: Tags of common nouns, and labels of what stands before them.
_COMMON = frozenset({"NN", "NNS"})
_BEFORE = frozenset({"amod", "compound", "nmod"})
#: The type of what only those in power do.
_HELD = "COERCE"
#: Rules of states of emergency and of cut wires: with nature about they coerce nobody.
_EMERGENCY = ("coerce.emergency", "coerce.noun.emergency", "coerce.cut-supply")
#: The type of giving way in deed, and its rules of captives, whose words patients share.
_LETTING_GO = "RETREAT"
_RELEASE = ("retreat.release:release", "retreat.release:discharge", "retreat.noun.release:")
#: Rules of help that those whose work it is give after accidents.
_RESCUE = ("aid.rescue:", "aid.aid:rescue", "aid.noun.rescue:", "retreat.release:free")


class Senses:
    """Leaves out of a report's acts what the rest of it makes something else.

    Args:
        classes: of its nouns `accident` are what harms without anybody's will,
            `nature` those of them that nature does, `creature` animals, `kin` those of
            one's own family, `rescuer` those who help in accidents, `mishap` more words of
            these, `vehicle` what carries people, `cure` words of hospitals, `captivity`
            those of prisons, `electioneering` those of who runs for office, and `demanding`
            those of who protests.
    """

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        self._accidents = classes["accident"]
        self._nature = classes["nature"]
        self._creatures = classes["creature"]
        self._kin = classes["kin"]
        self._rescuers = classes["rescuer"]
        self._mishaps = classes["accident"] | classes["mishap"]
        self._vehicles = classes["vehicle"]
        self._cures = classes["cure"]
        self._captivity = classes["captivity"]
        self._canvass = classes["electioneering"]
        self._demands = classes["demanding"]

    def __call__(self, acts: Sequence[Act], parse: Parse, parties: Parties) -> list[Act]:
        """The acts of a report that are events; `acts` has those too that are none."""
        lemmas = [token.lemma for token in parse.tokens]
        named = {lemmas[act.head] for act in acts if act.type == NOTHING and act.noun}
        told = [
            act for act in acts if act.type != NOTHING and not _is_passing(act, acts, parse)
        ]
        attacked = any(act.type == _HARM and not _befell(act, parties) for act in told)
        return [
            act
            for act in told
            if not (_is_bare(act) and lemmas[act.head] in named)
            and not (act.rule.startswith(_EMERGENCY) and self._is_natural(act, parse))
            and not self._is_blind(act, parse)
            and not self._is_overturned(act, told, parse)
            and not self._is_canvass(act, parse)
            and not self._is_cured(act, parse)
            and not _is_figurative(act, parse, parties)
            and not self._is_of_animals(act, parse)
            and not (act.type in _HOMELY and self._is_of_family(act, parse))
            and not (
                act.rule.startswith(_RESCUE)
                and not attacked
                and self._is_everyday_help(act, parse, parties)
            )
            and not (act.type == _HARM and self._is_mishap(act, told, parse))
            and not (
                _befell(act, parties) and not (attacked and self._struck(act, told, parse))
            )
        ]

    def _is_natural(self, act: Act, parse: Parse) -> bool:
        """Whether its sentence or the report's opening tells what nature did."""
        around = (*parse.sentences[:_OPENING], parse.sentence_of(act.head))
        return any(t.lemma in self._nature for s in around for t in parse.tokens_of(s))

    def _is_of_animals(self, act: Act, parse: Parse) -> bool:
        """Whether all who act or all who are struck are animals: `a dog bit the mayor`."""
        verb = parse.tokens[act.anchor]
        agents = act.actors or (arguments.agents(parse, verb) if verb.tag == "VBN" else ())
        struck = act.recipients or (() if act.bare is None else (act.bare,))
        if act.noun:  # `the release of ten buffalo into the park of Chad`
            struck = arguments.prepositions(parse, verb).get("of", ()) or struck
        return any(
            side and all(self._names(i, self._creatures, parse) for i in side)
            for side in (agents, struck)
        )

    def _is_everyday_help(self, act: Act, parse: Parse, parties: Parties) -> bool:
        """Whether private people are helped out of an accident: `pulled her from the car`.

        Refugees, hostages and those whom nature drives from home are helped in public.
        """
        helped = [party for head in act.recipients if (party := parties.party(head))]
        if not all(map(private, helped)) or self._is_natural(act, parse):
            return False
        around = (parse.sentences[0], parse.sentence_of(act.head))
        words = {token.lemma for s in around for token in parse.tokens_of(s)}
        workers = any(self._names(i, self._rescuers, parse) for i in act.actors)
        return workers or not words.isdisjoint(self._mishaps)

    def _is_mishap(self, act: Act, told: Sequence[Act], parse: Parse) -> bool:
        """Whether somebody came to harm as something crashed: `died when the bus overturned`.

        `injured when their helicopter was shot down` tells an attack too.
        """
        if act.actors or not act.rule.startswith(_ANY_HARM):
            return False
        verb = parse.tokens[act.anchor]
        clauses = (kid for kid in parse.kids(verb.i) if kid.dep == "advcl")
        crashed = any(kid.lemma in self._mishaps for kid in clauses)
        return crashed and not self._struck(act, told, parse)

    def _is_of_family(self, act: Act, parse: Parse) -> bool:
        """Whether somebody deals with their own family: `met her husband`."""
        others = (*act.actors, *act.recipients)
        family = [
            i
            for i in others
            if parse.tokens[i].lemma.lower() in self._kin and self._is_own(parse, i)
        ]
        alone = len(others) - len(family) <= 1  # not `invited the king and his wife`
        return bool(family) and alone

    def _is_own(self, parse: Parse, index: int) -> bool:
        """Whether a noun of kin is of one's own: `his aunt`, and `Grandmother` herself."""
        kids = tuple(parse.kids(index))
        bare = parse.tokens[index].tag != "NNS" and not any(
            kid.dep in {"det", "poss", "nummod", "prep", "relcl"} for kid in kids
        )
        return bare or any(kid.tag == "PRP$" for kid in kids)

    def _names(self, index: int, nouns: frozenset[str], parse: Parse) -> bool:
        """Whether a party's noun is one of `nouns`: a `Kenyan lion` is a lion."""
        noun = parse.tokens[index]
        while noun.dep in _BEFORE and noun.i < noun.head:
            noun = parse.tokens[noun.head]
        return noun.tag in _COMMON and noun.lemma in nouns

    def _is_blind(self, act: Act, parse: Parse) -> bool:
        """Whether what does it has no will: `the storm killed six`, `floods drove us out`."""
        if act.type not in _HARMFUL:
            return False
        verb = parse.tokens[act.anchor]
        done = verb.tag.startswith("VB") and not syntax.is_passive(parse, verb)
        subjects = syntax.children(parse, verb, "nsubj") if done else ()
        named = (parse.tokens[i] for i in act.actors or subjects)
        words = {kid.lemma.lower() for name in named for kid in (name, *parse.kids(name.i))}
        if words == {"it"}:  # `The disease has spread. It has killed nine people.`
            words = _words(parse, *parse.sentences[:_OPENING], parse.sentence_of(verb.i))
        return not words.isdisjoint(self._accidents)

    def _is_overturned(self, act: Act, told: Sequence[Act], parse: Parse) -> bool:
        """Whether a vehicle hurts those in it: `the bus fell into a gorge, killing six`."""
        if not act.rule.startswith(_ANY_HARM) or parse.tokens[act.anchor].tag != "VBG":
            return False
        inside = (parse.tokens[k] for i in act.actors for k in parse.subtree(i) if k <= i)
        moved = any(token.lemma in self._vehicles for token in inside)
        return moved and not self._attacked(act, told, parse)

    def _is_canvass(self, act: Act, parse: Parse) -> bool:
        """Whether a rally is of those who run for office, and against nobody."""
        nouns = (parse.tokens[i] for i in (act.head, *act.taken))
        if act.type != _CROWD or not any(t.lemma == _RALLY and t.tag in _COMMON for t in nouns):
            return False
        words = _words(parse, parse.sentence_of(act.head))
        return not words.isdisjoint(self._canvass) and words.isdisjoint(self._demands)

    def _is_cured(self, act: Act, parse: Parse) -> bool:
        """Whether whoever is released was a patient: `was in hospital`, and no prisoner."""
        if act.type != _LETTING_GO or not act.rule.startswith(_RELEASE):
            return False
        sentence = parse.sentence_of(act.head)
        near = parse.sentences[max(sentence.number - _BACK, 0) : sentence.number + 1]
        words = _words(parse, *near)
        held = not words.isdisjoint(self._captivity)
        return not held and not words.isdisjoint(self._cures)

    def _attacked(self, act: Act, told: Sequence[Act], parse: Parse) -> bool:
        """Whether its sentence tells of an attack beside the harm."""
        sentence = parse.sentence_of(act.head)
        return any(
            other.type == _HARM
            and not other.rule.startswith(_ANY_HARM)
            and parse.sentence_of(other.head) == sentence
            for other in told
        )

    def _struck(self, act: Act, told: Sequence[Act], parse: Parse) -> bool:
        """Whether harm in a sentence that names an accident is told with an attack."""
        sentence = parse.sentence_of(act.head)
        words = {token.lemma for token in parse.tokens_of(sentence)}
        return words.isdisjoint(self._accidents) or self._attacked(act, told, parse)


def _words(parse: Parse, *sentences: Sentence) -> set[str]:
    """The lemmas of sentences, in small letters."""
    return {token.lemma.lower() for s in sentences for token in parse.tokens_of(s)}


def _is_bare(act: Act) -> bool:
    """Whether a noun names the act and nobody is said to do or to suffer it.

    A report that has once said `campaign rally` means one by `the rally`.
    """
    return act.noun and not (act.actors or act.recipients or act.mutual)


def _is_passing(act: Act, acts: Sequence[Act], parse: Parse) -> bool:
    """Whether a bare noun of protest only points to what is told elsewhere.

    `spoke at the rally`, where an earlier sentence tells who rallied; `a protest vote`.
    """
    if act.type != _CROWD or not _is_bare(act):
        return False
    noun = parse.tokens[act.head]
    if noun.dep == "compound":
        return True
    known = any(
        kid.dep in {"det", "poss"} and kid.lower in _KNOWN for kid in parse.kids(noun.i)
    )
    placed = any(kid.dep == "prep" for kid in parse.kids(noun.i))
    first = parse.sentence_of(noun.i).number
    return (
        known
        and not placed
        and noun.dep in _MENTIONED
        and any(
            other.type == _CROWD
            and not _is_bare(other)
            and parse.sentence_of(other.head).number < first
            for other in acts
        )
    )


def _befell(act: Act, parties: Parties) -> bool:
    """Whether private people come to harm, and nobody is said to have done it.

    In a report that tells of no attack it is taken for an accident.
    """
    if act.actors or not act.rule.startswith(_ANY_HARM):
        return False
    struck = [party for head in act.recipients if (party := parties.party(head))]
    return all(map(hurt_in_private, struck))


def _is_figurative(act: Act, parse: Parse, parties: Parties) -> bool:
    """Whether what holds or takes somebody is a thing: `was arrested by the beauty of it`."""
    if act.type != _HELD or act.actors or act.noun:
        return False
    agents = (parse.tokens[i] for i in arguments.agents(parse, parse.tokens[act.anchor]))
    return any(
        token.tag == "NN" and not parties.is_actor(token.i) and not parties.heads(token.i)
        for token in agents
    )
