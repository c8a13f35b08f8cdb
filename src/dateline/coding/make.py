"""Making acts: what an entry and its binding say, with the sides that the pattern left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.coding.act import Act
from dateline.coding.doers import COURT, Doers
from dateline.coding.modes import by_thing, by_weapon
from dateline.coding.purposes import Purposes
from dateline.coding.targets import BESIDE, JUDGING, Targets
from dateline.lexicon.pattern import Slot

if TYPE_CHECKING:
    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.coding.binding import Binding
    from dateline.coding.parties import Parties
    from dateline.lexicon.acts import Entry
    from dateline.lexicon.words import Words

#: Prepositions of the ground on which an act is done.
_WHERE = ("in", "across", "throughout", "near", "around")
#: The type of refusing: what is refused stands for whom, unless two sides share it.
_REFUSAL = "REJECT"
_SHARED = ("talks", "visit", "agreement")
#: The types of blaming and of asking.
_BLAME = "ACCUSE"
_ASKING = "REQUEST"
#: The type of help, and the mode of visits, which both have somewhere to go to.
_HELP = "AID"
_VISIT = "visit"
#: The type of what is done by force, and the preposition of by what, or with whom.
_FORCE = "ASSAULT"
_BY = "with"
#: The type of what is done in a place, and not to it.
_STREET = "PROTEST"
#: Types of what is lent to whoever does something with it.
_LENT = frozenset({"SUPPORT", "AID"})
#: The operator of those who ask.
_ASK = "ask"
#: Types of acts that anti- words aim at somebody.
_HOSTILE = frozenset({"PROTEST", "ACCUSE", "ASSAULT", "SANCTION"})


class MakeActs:
    """Makes the acts of one report of entries that hold for its propositions."""

    def __init__(self, words: Words, propositions: Propositions, parties: Parties) -> None:
        self._words = words
        self._propositions = propositions
        self._parties = parties
        self._doers = Doers(words, propositions, parties)
        self._targets = Targets(words, propositions, parties)
        #: Whom clauses of purpose and content name.
        self.purposes = Purposes(words, propositions, parties, self._targets)

    def __call__(self, entry: Entry, proposition: Proposition, binding: Binding) -> Act:
        """The act that `entry` makes of a proposition, with the parties of its slots."""
        actors = self._doers.actors(proposition, binding.get(Slot.ACTOR))
        how = {slot.lower(): how for slot, how in binding.how.items()}
        objects = binding.get(Slot.OBJECT)
        if not actors and proposition.passive:
            said_of = proposition.objects
            if "from" in how.get("object", ""):  # `were expelled from Chad`
                said_of = objects
            actors = tuple(o for o in objects if o in said_of and self._parties.is_actor(o))
            how["actor"] = "what the passive is said of" if actors else ""
        court = self._doers.court(proposition) if entry.implied == COURT else ()
        if not actors and court:
            actors, how["actor"] = court, "the court that it is done in"
        recipients, found = self._recipients(entry, proposition, binding, actors)
        demands = self._demands(objects) if entry.type == _STREET else ()
        how["recipient"] = found or how.get("recipient", "")
        bare = self._bare(entry, proposition, binding)
        if entry.mutual:
            actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
        if recipients or entry.mutual or bare is None or not self._nameable(bare):
            bare = None
        return Act(
            type=entry.type,
            rule=entry.id,
            head=proposition.head,
            anchor=proposition.head,
            trigger=proposition.words,
            mode=self._mode(entry, proposition, objects),
            contexts=entry.contexts,
            cameo=entry.cameo,
            actors=actors,
            recipients=recipients,
            bare=bare,
            mutual=entry.mutual,
            implied=entry.implied,
            noun=proposition.noun,
            weight=entry.pattern.weight,
            taken=frozenset({*filter(self._nameable, objects), *demands}) - {proposition.head},
            how={slot: reason for slot, reason in how.items() if reason},
        )

    def _mode(
        self, entry: Entry, proposition: Proposition, objects: tuple[int, ...]
    ) -> str | None:
        """How it is done: as the entry says, by what weapon, or by what is asked for."""
        classes = self._words.classes
        if entry.type == _FORCE:
            return by_weapon(entry.mode, proposition, self._propositions, classes)
        if entry.type in {_ASKING, _REFUSAL} and entry.mode is None:
            return by_thing(objects, self._propositions, classes)
        return entry.mode

    def _recipients(
        self, entry: Entry, proposition: Proposition, binding: Binding, actors: tuple[int, ...]
    ) -> tuple[tuple[int, ...], str]:
        """Whom the pattern names, else who stands near; several who act together need none."""
        named = self._struck(entry, proposition, binding.get(Slot.RECIPIENT))
        recipients = tuple(r for r in named if r not in actors)
        if named and not recipients:  # `along its border with Mali`
            recipients = self._parties.beside(actors, *binding.get(Slot.RECIPIENT))
            recipients = tuple(r for r in recipients if r not in actors)
        sides = (*actors, *recipients) if entry.mutual else ()
        together = sum(len(self._parties.parties(side)) for side in sides) > 1
        if recipients or together:
            return recipients, ""
        sited = entry.type == _HELP or entry.mode == _VISIT
        if sited and any(self._parties.site(i) for i in binding.get(Slot.RECIPIENT)):
            return (), ""  # `approved the delivery of tanks to Kyiv`
        obliging = self._doers.obliging(proposition) if entry.type == _ASKING else ()
        if asked := tuple(h for h in obliging if h not in actors):
            return asked, "who does it as asked"
        label = "`as`" in binding.how.get(Slot.OBJECT, "")
        if label and entry.type == _BLAME:  # `called it an attack on Chad`
            return (), ""
        if aimed := self._aimed(entry, proposition, binding, actors):
            return aimed, "whom it is against"
        backed = self._targets.backed(proposition) if entry.type in _LENT else ()
        if backed := tuple(h for h in backed if h not in actors):
            return backed, "who does something with it"
        near, found = self._near(entry, proposition, binding.get(Slot.OBJECT), actors)
        return tuple(h for h in near if not self._is_theirs(h, actors)), found

    def _is_theirs(self, head: int, actors: tuple[int, ...]) -> bool:
        """Whether somebody belongs to who acts: `rejected claims that its army did it`."""
        known = {party.entity for a in actors if (party := self._parties.party(a))}
        return any(owner.entity in known - {None} for owner in self._parties.owners(head))

    def _aimed(
        self, entry: Entry, proposition: Proposition, binding: Binding, actors: tuple[int, ...]
    ) -> tuple[int, ...]:
        """Whom a protest's people, name or signs say that they are against."""
        if entry.type not in _HOSTILE:
            return ()
        named = (proposition.head,) if proposition.noun else ()
        if entry.type != _STREET:
            return self._targets.opposed(named)
        objects = binding.get(Slot.OBJECT)
        opposed = self._targets.opposed((*named, *objects, *binding.get(Slot.ACTOR)))
        return opposed or self._targets.addressed(objects, actors)

    def _struck(
        self, entry: Entry, proposition: Proposition, phrases: tuple[int, ...]
    ) -> tuple[int, ...]:
        """The parties of a recipient's phrases; who backs a removal backs not the removed.

        Nor does who rallies at a square rally against it.
        """
        heads = self._targets.parties(phrases, judging=entry.type in JUDGING)
        if entry.type != _STREET:
            return heads
        at = proposition.prepositions.get("at", ())
        return tuple(h for h in heads if h not in at or self._parties.is_actor(h))

    def _bare(self, entry: Entry, proposition: Proposition, binding: Binding) -> int | None:
        """What stands for a recipient that nobody in it can be, or the ground acted on."""
        asked = any(e.slot is Slot.RECIPIENT for e in entry.pattern.elements)
        direct = binding.how.get(Slot.OBJECT) == "object"
        objects = binding.get(Slot.OBJECT) if direct else ()
        if asked:  # `rejected the results`, but not `launched an attack`
            refused = entry.type == _REFUSAL
            objects = tuple(o for o in objects if refused and not self._is_shared(o))
        topics = proposition.prepositions.get("over", ())
        if entry.type == _STREET:  # `began a strike over pay`
            under = (self._propositions.at(i).prepositions for i in binding.get(Slot.OBJECT))
            topics += tuple(i for names in under for i in names.get("over", ()))
        struck = (*binding.get(Slot.RECIPIENT), *objects)
        if entry.type == _STREET:  # nobody rallies against a square, or against the dead
            topics += proposition.prepositions.get("at", ())
            topics += tuple(filter(self._targets.is_harm, struck))
        tokens = self._propositions.parse.tokens
        if any(tokens[i].lemma == entry.word for i in struck):  # `a series of pardons`
            struck = ()
        named = next((i for i in struck if i not in topics), None)
        if named is None and entry.type != _STREET:
            return self._ground(proposition)
        return named

    def _demands(self, objects: tuple[int, ...]) -> tuple[int, ...]:
        """What signs ask of somebody: `held up banners urging the king to step down`."""
        parse = self._propositions.parse
        clauses = (kid for i in objects for kid in parse.kids(i) if kid.dep == "acl")
        rows = self._words.operators
        return tuple(
            clause.i
            for clause in clauses
            if clause.tag == "VBG"
            and any(row.operator == _ASK for row in rows.get((clause.lemma, "verb"), ()))
        )

    def _is_shared(self, index: int) -> bool:
        """Whether a noun names talks, a visit or a pact, which are nobody's alone."""
        lemma = self._propositions.parse.tokens[index].lemma
        return any(lemma in self._words.classes[name] for name in _SHARED)

    def _near(
        self,
        entry: Entry,
        proposition: Proposition,
        objects: tuple[int, ...],
        actors: tuple[int, ...],
    ) -> tuple[tuple[int, ...], str]:
        """A recipient that the pattern did not name: inside its object, else beside it.

        `vetoed a French draft`: who stands inside the object; then who stands under a
        preposition of the verb or of its object.
        """
        if self._undergoes(entry):  # `to face charges in Chad`: whoever is near does it
            return (), ""
        known = {*actors, *proposition.subjects}
        judging = entry.type in JUDGING
        own = proposition.prepositions.get("as", ())  # `resigned as head of the Chad office`
        objects = tuple(i for i in objects if i not in own)
        for index in objects:
            named = self._targets.parties((index,), judging=judging)
            inside = tuple(h for h in named if h not in {*known, *self._doers.holding(index)})
            if inside and not self._parties.is_actor(index):
                return inside, "inside the object"
        around = [proposition.prepositions]
        around += [self._propositions.at(i).prepositions for i in objects]
        for prepositions in around:
            for name in BESIDE:
                under = [i for i in prepositions.get(name, ()) if not self._is_help(i)]
                if name == _BY and entry.type == _FORCE:  # `fought with sticks in Oslo`
                    under = list(filter(self._parties.is_actor, under))
                phrases = [j for i in under for j in self._met(i)]
                heads = self._targets.parties(phrases, judging=judging)
                carried = filter(self._targets.is_medium, heads) if name == "on" else ()
                beside = tuple(h for h in heads if h not in {*known, *carried})
                if beside:
                    return beside, f"under `{name}`"
        awaited = tuple(h for h in self.purposes.awaited(proposition) if h not in known)
        if awaited:
            return awaited, "who must act first"
        return self.purposes.parties(entry.type, proposition, objects, known)

    def _met(self, index: int) -> tuple[int, ...]:
        """A noun, or with whom it is of talks: `met for a union summit`, `for talks with`."""
        if self._propositions.parse.tokens[index].lemma not in self._words.classes["talks"]:
            return (index,)
        under = self._propositions.at(index).prepositions
        return tuple(i for name in ("with", "between") for i in under.get(name, ()))

    def _is_help(self, index: int) -> bool:
        """Whether a noun names what is lent: `took the town with the support of Chad`."""
        return self._propositions.parse.tokens[index].lemma in self._words.classes["lent"]

    def _undergoes(self, entry: Entry) -> bool:
        """Whether the subject of a verb is whom it is done to: `faced charges`."""
        subject = entry.pattern.subject
        return subject is not None and subject.slot is Slot.RECIPIENT and not entry.noun

    def _ground(self, proposition: Proposition) -> int | None:
        """The stretch of land that an act is done on: `on alert in the northern districts`."""
        tokens = self._propositions.parse.tokens
        under = (i for name in _WHERE for i in proposition.prepositions.get(name, ()))
        return next((i for i in under if tokens[i].lemma in self._words.classes["land"]), None)

    def _nameable(self, index: int) -> bool:
        """Whether a bare phrase may stand as a recipient: a noun or its number, no pronoun."""
        parse = self._propositions.parse
        if parse.tokens[index].tag == "CD":  # `rejected Resolution 40`
            return any(kid.tag == "NNP" for kid in parse.kids(index))
        return parse.tokens[index].tag.startswith("NN")
