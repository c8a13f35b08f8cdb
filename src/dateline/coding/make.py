"""Making acts: what an entry and its binding say, with the sides that the pattern left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.act import Act
from dateline.coding.doers import COURT, Doers
from dateline.coding.targets import Targets
from dateline.lexicon.pattern import Slot

if TYPE_CHECKING:
    from dateline.annotate.predicates import Proposition, Propositions
    from dateline.coding.match import Binding
    from dateline.coding.parties import Parties
    from dateline.lexicon.acts import Entry
    from dateline.lexicon.words import Words
    from dateline.records.parse import Token

#: Prepositions under which a recipient may stand beside the pattern, likeliest first.
_BESIDE = (
    *("to", "with", "against", "between", "from", "on", "for", "over", "of", "into"),
    "outside",
)
#: Prepositions of the ground on which an act is done.
_WHERE = ("in", "across", "throughout", "near", "around")
#: The type of refusing: what is refused stands for whom, unless two sides share it.
_REFUSAL = "REJECT"
_SHARED = ("talks", "visit", "agreement")
#: The types of blaming and of asking.
_BLAME = "ACCUSE"
_ASKING = "REQUEST"
#: The type of what is done in a place, and not to it.
_STREET = "PROTEST"
#: The operator of those who ask.
_ASK = "ask"
#: Types of acts that judge what others do, and those that anti- words aim at somebody.
_JUDGING = frozenset({"SUPPORT", "PROTEST", "ACCUSE"})
_HOSTILE = frozenset({"PROTEST", "ACCUSE", "ASSAULT", "SANCTION"})
#: Conjunctions of what somebody does, may do or is to do.
_THAT = frozenset({"that", "whether", "for"})
#: Conjunctions of what others must do first.
_UNTIL = frozenset({"until", "till", "unless", "before"})
#: Labels of clauses that say what an act is for or about.
_GOVERNED = frozenset({"advcl", "xcomp", "acl", "ccomp"})


class MakeActs:
    """Makes the acts of one report of entries that hold for its propositions."""

    def __init__(self, words: Words, propositions: Propositions, parties: Parties) -> None:
        self._words = words
        self._propositions = propositions
        self._parties = parties
        self._doers = Doers(words, propositions, parties)
        self._targets = Targets(words, propositions, parties)

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
            mode=entry.mode,
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
        obliging = self._doers.obliging(proposition) if entry.type == _ASKING else ()
        if asked := tuple(h for h in obliging if h not in actors):
            return asked, "who does it as asked"
        label = "`as`" in binding.how.get(Slot.OBJECT, "")
        if label and entry.type == _BLAME:  # `called it an attack on Chad`
            return (), ""
        if aimed := self._aimed(entry, proposition, binding, actors):
            return aimed, "whom it is against"
        return self._near(entry, proposition, binding.get(Slot.OBJECT), actors)

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
        heads = self._targets.parties(phrases, judging=entry.type in _JUDGING)
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
        struck = (*binding.get(Slot.RECIPIENT), *objects)
        if entry.type == _STREET:  # nobody rallies against a square, or against the dead
            topics += proposition.prepositions.get("at", ())
            topics += tuple(filter(self._targets.is_harm, struck))
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
        judging = entry.type in _JUDGING
        own = proposition.prepositions.get("as", ())  # `resigned as head of the Chad office`
        objects = tuple(i for i in objects if i not in own)
        for index in objects:
            named = self._targets.parties((index,), judging=judging)
            inside = tuple(h for h in named if h not in known)
            if inside and not self._parties.is_actor(index):
                return inside, "inside the object"
        around = [proposition.prepositions]
        around += [self._propositions.at(i).prepositions for i in objects]
        for prepositions in around:
            for name in _BESIDE:
                under = [i for i in prepositions.get(name, ()) if not self._is_help(i)]
                phrases = [j for i in under for j in self._met(i)]
                heads = self._targets.parties(phrases, judging=judging)
                carried = filter(self._targets.is_medium, heads) if name == "on" else ()
                beside = tuple(h for h in heads if h not in {*known, *carried})
                if beside:
                    return beside, f"under `{name}`"
        awaited = tuple(h for h in self._awaited(proposition) if h not in known)
        if awaited:
            return awaited, "who must act first"
        return self.governed(proposition, objects, known, judging=judging)

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

    def _awaited(self, proposition: Proposition) -> tuple[int, ...]:
        """Who must act first: `will not lift the siege until the rebels disarm`."""
        parse = self._propositions.parse
        kids = parse.kids(proposition.head)
        if not any(kid.dep == "neg" for kid in kids):
            return ()
        clauses = (
            kid.i
            for kid in kids
            if kid.dep == "advcl"
            and any(k.dep == "mark" and k.lower in _UNTIL for k in parse.kids(kid.i))
        )
        joined = (i for c in clauses for i in (c, *self._joined(c)))
        inner = [self._propositions.at(clause) for clause in joined]
        groups = [g for i in inner for g in (i.subjects, i.objects)]
        return next((h for group in groups if (h := self._parties.heads(*group))), ())

    def _joined(self, clause: int) -> tuple[int, ...]:
        """The clauses that `and` joins to a clause."""
        kids = self._propositions.parse.kids(clause)
        return tuple(kid.i for kid in kids if kid.dep == "conj" and kid.tag.startswith("VB"))

    def _ground(self, proposition: Proposition) -> int | None:
        """The stretch of land that an act is done on: `on alert in the northern districts`."""
        tokens = self._propositions.parse.tokens
        under = (i for name in _WHERE for i in proposition.prepositions.get(name, ()))
        return next((i for i in under if tokens[i].lemma in self._words.classes["land"]), None)

    def governed(
        self,
        proposition: Proposition,
        objects: tuple[int, ...],
        known: set[int],
        *,
        judging: bool = False,
    ) -> tuple[tuple[int, ...], str]:
        """The first party of a clause that says what the act or its object is for or about.

        `gave money to rebuild schools in Chad`, `an inquiry into whether police lied`.
        """
        parse = self._propositions.parse
        around = [proposition, *map(self._propositions.at, objects)]
        under = [i for p in around for heads in p.prepositions.values() for i in heads]
        clauses = [i for i in under if parse.tokens[i].tag.startswith("VB")]
        for index in (*objects, proposition.head, *under):
            clauses += [
                kid.i
                for kid in parse.kids(index)
                if (kid.dep in _GOVERNED or (kid.dep == "relcl" and syntax.has_to(parse, kid)))
                and (syntax.has_to(parse, kid) or self._is_told(kid.i) or self._is_made(kid))
            ]
        for clause in clauses:
            inner = self._propositions.at(clause)
            beside = (inner.prepositions.get(name, ()) for name in _BESIDE)
            groups = (inner.objects, *beside, inner.subjects)
            for group in groups[::-1] if self._is_told(clause) else groups:
                named = self._targets.parties(group, judging=judging)
                if heads := tuple(h for h in named if h not in known):
                    return heads, f"in the clause of `{parse.tokens[clause].text}`"
        return (), ""

    def _is_made(self, clause: Token) -> bool:
        """Whether a clause says what was done to a noun, or by whom, if it is theirs.

        `an inquiry into crimes committed by police`, not `in a raid supported by Chad`.
        """
        if clause.dep != "acl" or clause.tag != "VBN":
            return False
        agents = syntax.agents(self._propositions.parse, clause)
        made = self._propositions.at(clause.i).lemma in self._words.classes["authored"]
        return made or not agents

    def _is_told(self, clause: int) -> bool:
        """Whether a clause tells what somebody does: `claims (that) police lied`."""
        parse = self._propositions.parse
        kids = tuple(parse.kids(clause))
        if any(kid.dep == "mark" and kid.lower in _THAT for kid in kids):
            return True
        asked = any(kid.tag == "WRB" for kid in kids)
        finite = not asked and any(kid.dep in syntax.SUBJECTS for kid in kids)
        token = parse.tokens[clause]
        follows = token.dep == "ccomp" and clause > token.head
        return finite and follows and not syntax.has_to(parse, token)

    def _nameable(self, index: int) -> bool:
        """Whether a bare phrase may stand as a recipient: a noun or its number, no pronoun."""
        parse = self._propositions.parse
        if parse.tokens[index].tag == "CD":  # `rejected Resolution 40`
            return any(kid.tag == "NNP" for kid in parse.kids(index))
        return parse.tokens[index].tag.startswith("NN")
