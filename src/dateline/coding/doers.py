"""Doers: who acts where the grammar puts something else, or nobody, in the actor's place.

Documents act for those who issue them, courses of conduct are somebody's, courts stand
under `in`, and whoever does something at somebody's request is who was asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax

if TYPE_CHECKING:
    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.coding.parties import Parties
    from dateline.lexicon.words import Words

#: The sector of those who pass sentence, and the prepositions of before whom.
COURT = "JUD"
_BEFORE = ("in", "at", "before")
#: Prepositions of whom or what a document goes to.
_SENT = frozenset({"to", "on", "in", "for", "with"})
#: How a participle stands with what a document is sent to: `on the wall blaming them`.
_PARTICIPLES = frozenset({("acl", "pobj"), ("pcomp", "pcomp")})
#: Prepositions of at whose request somebody acts.
_OBLIGING = frozenset({"at", "on", "upon", "per"})
#: Labels of clauses that are part of what a verb above says.
_WITHIN = frozenset({"xcomp", "advcl"})


class Doers:
    """Finds who acts in the propositions of one report."""

    def __init__(self, words: Words, propositions: Propositions, parties: Parties) -> None:
        self._classes = words.classes
        self._propositions = propositions
        self._parse = propositions.parse
        self._parties = parties

    def actors(self, proposition: Proposition, named: tuple[int, ...]) -> tuple[int, ...]:
        """Who acts, also through a document, by arms, in a raid or by a course of conduct.

        `published a report accusing the army`, `posted a note on the wall blaming the
        guards`, `launched rockets hitting a school`, `was killed in an army raid`, `has a
        policy of seizing farms`.
        """
        written = tuple(self._document(i, proposition) for i in named)
        if actors := self._parties.heads(*written, doing=True):
            return actors
        striking = named or (() if proposition.passive else proposition.subjects)
        things = (
            *filter(self._is_issued, written),
            *filter(self._is_launched, striking),
            *self._conduct(proposition),
        )
        bearers = (a for i in things for a in self._propositions.bearers(i))
        raiding = () if named else self._raiders(proposition)
        if not named and proposition.passive:
            raiding += tuple(i for o in proposition.objects for i in self.holding(o))
        return self._parties.heads(*bearers, *raiding, doing=True)

    def _raiders(self, proposition: Proposition) -> tuple[int, ...]:
        """Whose raid a passive is told of in: `was killed in an army raid on the camp`."""
        raids = proposition.prepositions.get("in", ()) if proposition.passive else ()
        attacks = (
            self._propositions.at(i)
            for i in raids
            if self._parse.tokens[i].lemma in self._classes["foray"]
        )
        doing = (
            i
            for raid in attacks
            for i in (*raid.possessors, *raid.prepositions.get("by", ()), *raid.modifiers)
        )
        return tuple(i for i in doing if self._parties.is_actor(i))

    def holding(self, noun: int) -> tuple[int, ...]:
        """Who holds an inquiry that is named after them: `a senate hearing`."""
        if self._parse.tokens[noun].lemma not in self._classes["inquiry"]:
            return ()
        before = self._propositions.at(noun).modifiers
        return tuple(i for i in before if self._parties.is_body(i))

    def court(self, proposition: Proposition) -> tuple[int, ...]:
        """The court that a sentence is passed in: `was jailed at a court in Lyon`."""
        under = (i for name in _BEFORE for i in proposition.prepositions.get(name, ()))
        found = ((i, self._parties.party(i)) for i in under if self._parties.is_actor(i))
        return tuple(i for i, party in found if party is not None and COURT in party.sector)

    def obliging(self, proposition: Proposition) -> tuple[int, ...]:
        """Who does what they are asked: `closed the road at the request of the union`.

        Or whose deed it is: `its closure by the army at the request of the union`.
        """
        noun = self._parse.tokens[proposition.head]
        above = self._parse.tokens[noun.head]
        verb = self._parse.tokens[above.head]
        asked = proposition.noun and noun.dep == "pobj" and above.lower in _OBLIGING
        if not asked:
            return ()
        if verb.tag.startswith("NN"):  # `its closure by the army at the request of`
            by = self._parse.tokens[verb.head].lower == "by" and verb.dep == "pobj"
            under = self._propositions.at(verb.i).prepositions
            return self._parties.heads(*((verb.i,) if by else under.get("by", ())), doing=True)
        if not verb.tag.startswith("VB"):
            return ()
        while verb.dep in _WITHIN and syntax.has_to(self._parse, verb):
            verb = self._parse.tokens[verb.head]  # `sent guards to close the road at`
        return self._parties.heads(*self._propositions.at(verb.i).subjects, doing=True)

    def _document(self, noun: int, proposition: Proposition) -> int:
        """What is written to or on a noun, where it is the document that says it."""
        tokens = self._parse.tokens
        verb = tokens[proposition.head]
        placed = verb if tokens[noun].head == verb.i else tokens[noun]
        above = tokens[placed.head]
        participle = verb.tag == "VBG" and (verb.dep, placed.dep) in _PARTICIPLES
        if not participle or above.lower not in _SENT:
            return noun
        written = (above.head, *self._propositions.at(above.head).objects)
        documents = self._classes["document"]
        return next((i for i in written if tokens[i].lemma in documents), noun)

    def _is_issued(self, noun: int) -> bool:
        """Whether a document is somebody's, or the object of who issues it."""
        document = self._parse.tokens[noun].lemma in self._classes["document"]
        return document and self._is_made(noun)

    def _is_launched(self, noun: int) -> bool:
        """Whether arms or an attack are somebody's, or the object of who launches them."""
        lemma = self._parse.tokens[noun].lemma
        arms = lemma in self._classes["projectile"] or lemma in self._classes["attack"]
        return arms and self._is_made(noun)

    def _is_made(self, noun: int) -> bool:
        """Whether a thing is somebody's, or the object of who makes or sends it."""
        token = self._parse.tokens[noun]
        owned = bool(syntax.children(self._parse, token, "poss"))
        return owned or self._propositions.at(token.head).lemma in self._classes["authored"]

    def _conduct(self, proposition: Proposition) -> tuple[int, ...]:
        """The noun of conduct that a clause is `of`, where its verb says who goes by it."""
        parse = self._parse
        verb = parse.tokens[proposition.head]
        of = parse.tokens[verb.head]
        noun = parse.tokens[of.head]
        under = verb.dep == "pcomp" and of.lower == "of"
        if not under or noun.lemma not in self._classes["conduct"]:
            return ()
        owned = bool(syntax.children(parse, noun, "poss"))
        practised = parse.tokens[noun.head].lemma in self._classes["practise"]
        return (noun.i,) if owned or practised else ()
