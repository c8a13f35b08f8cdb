"""Ties: who belongs to what, holds which office, stands for it or leads it.

Verbs (`comprises`, `belongs to`) and nouns (`a member of`, `SCO dialogue partners`) are
rules of the same kind as those of acts, from `lang/en/ties/*.toml`: ACTOR is the tie's
subject, RECIPIENT its object. A noun's subject is what it is said of: the subject of its
copula or the name it stands beside. Offices come from the entities' own titles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.match import Matcher
from dateline.lexicon.pattern import Slot
from dateline.records.claim import Status, Tie, TieEnd
from dateline.records.span import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.annotate.predicates import Propositions
    from dateline.coding.claims import Reading
    from dateline.lexicon.acts import ActLexicon, Entry
    from dateline.lexicon.words import Words
    from dateline.records.claim import Claim
    from dateline.records.entity import Entity, Party
    from dateline.records.parse import Token
    from dateline.resolve.entities import Entities
    from dateline.resolve.mention import Office

#: Verbs that say that their subject is what their attribute says.
_COPULAS = frozenset({"be", "become", "remain"})
_NAME_LABELS = frozenset({"appos", "compound", "nmod"})


class FindTies:
    """Finds the ties that a report asserts.

    Args:
        lexicon: the tie rules; the type of an entry is a predicate of the contract.
        words: noun classes.
    """

    def __init__(self, lexicon: ActLexicon, words: Words) -> None:
        self._lexicon = lexicon
        self._words = words

    def __call__(
        self,
        propositions: Propositions,
        reading: Reading,
        entities: Entities,
        claims: Iterable[Claim],
    ) -> tuple[Tie, ...]:
        """The ties of the report, each subject and object apart, each once."""
        by_id = {entity.id: entity for entity in entities.entities}
        found = [
            *self._by_rule(propositions, reading),
            *(
                _of_office(by_id[holder], office, reading, claims)
                for holder, office in entities.offices
                if holder in by_id
            ),
        ]
        unique: dict[tuple[object, ...], Tie] = {}
        for tie in found:
            key = (
                tie.subject.entity or tie.subject.text,
                tie.predicate,
                tie.object.entity or tie.object.text,
                tie.office,
            )
            known = unique.get(key)
            if known is None or (known.until is None and tie.until is not None):
                unique[key] = tie
        return tuple(unique.values())

    def _by_rule(self, propositions: Propositions, reading: Reading) -> Iterator[Tie]:
        match = Matcher(self._words, propositions, reading.parties)
        for token in reading.parse.tokens:
            if token.tag.startswith("VB"):
                entries = self._lexicon.verbs.get(propositions.at(token.i).lemma, ())
            elif token.tag.startswith("NN"):
                entries = self._lexicon.nouns.get(token.lemma, ())
            else:
                continue
            for entry in entries:
                ends = _ends(entry, token, propositions, match)
                if ends is not None:
                    yield from _ties(entry, token, ends, reading)
                    break


def _of_office(
    holder: Entity, office: Office, reading: Reading, claims: Iterable[Claim]
) -> Tie:
    """The tie of an office that the text gives somebody.

    Whoever resigned, as the report tells it, held the office until then.
    """
    resigned = next((c for c in claims if _resigns(c, holder)), None)
    former = office.former or resigned is not None
    predicate = "held_office" if former else "holds_office"
    until = resigned.occurred.value if resigned and resigned.occurred else None
    tokens = reading.parse.tokens
    first, last = tokens[office.first], tokens[office.last - 1]
    sentence = reading.parse.tokens_of(reading.parse.sentence_of(first.i))
    named = holder.mentions[0]
    return Tie(
        subject=TieEnd(
            text=named.text,
            start=named.start,
            end=named.end,
            name=holder.name,
            country=holder.country,
            sector=holder.sector,
            entity=holder.id,
        ),
        predicate="candidate_for" if office.sought else predicate,
        object=TieEnd(
            text=reading.parse.text[first.start : last.end],
            start=first.start,
            end=last.end,
            country=office.country or holder.country,
        ),
        office=office.office,
        until=None if office.sought else until,
        attribution=reading.attributions.of(first.i),
        evidence=cut(reading.parse.text, sentence[0].start, sentence[-1].end),
        rule="office",
    )


def _resigns(claim: Claim, holder: Entity) -> bool:
    """Whether a claim tells that somebody gave up office."""
    if (claim.type, claim.mode) != ("RETREAT", "resign") or claim.status != Status.OCCURRED:
        return False
    return any(actor.entity == holder.id for actor in claim.actors)


def _ends(
    entry: Entry, token: Token, propositions: Propositions, match: Matcher
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The subjects and objects that a rule finds at a token."""
    proposition = propositions.at(token.i)
    binding = (match.noun if entry.noun else match.verb)(entry, proposition)
    if binding is None:
        return None
    subjects, objects = binding.get(Slot.ACTOR), binding.get(Slot.RECIPIENT)
    if entry.noun:
        subjects = _said_of(token, propositions)
    return (subjects, objects) if subjects and objects else None


def _said_of(noun: Token, propositions: Propositions) -> tuple[int, ...]:
    """What a noun is said of: its copula's subject, or the name that it stands beside."""
    parse = propositions.parse
    above = parse.tokens[noun.head]
    if noun.dep == "conj":
        return _said_of(above, propositions)
    if noun.dep == "attr" and above.lemma in _COPULAS:
        return propositions.at(above.i).subjects
    if noun.dep in _NAME_LABELS and above.tag.startswith("NN"):
        return (above.i,)
    return syntax.children(parse, noun, "appos")


def _ties(
    entry: Entry, token: Token, ends: tuple[tuple[int, ...], tuple[int, ...]], reading: Reading
) -> Iterator[Tie]:
    """One tie for each subject and object."""
    status, _ = reading.statuses.of(token.i)
    sentence = reading.parse.tokens_of(reading.parse.sentence_of(token.i))
    evidence = cut(reading.parse.text, sentence[0].start, sentence[-1].end)
    subjects, objects = (_named(side, reading) for side in ends)
    for subject in subjects:
        for object_ in objects:
            if subject.start != object_.start:
                yield Tie(
                    subject=_end(subject),
                    predicate=entry.type,
                    object=_end(object_),
                    status=status,
                    attribution=reading.attributions.of(token.i),
                    evidence=evidence,
                    rule=entry.id,
                )


def _named(heads: Iterable[int], reading: Reading) -> list[Party]:
    """The parties that stand at the tokens or inside their phrases."""
    inside = (index for head in heads for index in reading.parties.heads(head))
    return [party for index in inside if (party := reading.parties.party(index)) is not None]


def _end(party: Party) -> TieEnd:
    return TieEnd(
        text=party.text,
        start=party.start,
        end=party.end,
        name=party.name,
        country=party.country,
        sector=party.sector,
        entity=party.entity,
    )
