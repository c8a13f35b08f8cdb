"""Propositions: the one place that undoes syntax.

A verb, an event noun or a participle before a noun becomes a proposition with the same
arguments however the sentence puts it: active, passive, relative, coordinated,
controlled, reduced, or as a noun with possessor and prepositions. Later stages ask for
arguments and never walk the tree themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from dateline.annotate import arguments, syntax

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.records.parse import Parse, Token

#: Prepositions whose clause is done by the object of the verb: `accused X of shelling`.
_OBJECT_CONTROL = frozenset({"against", "as", "of", "from", "for", "into", "with"})


@dataclass(frozen=True, slots=True)
class Proposition:
    """A predicate with its arguments; every number is the index of a token.

    Attributes:
        head: the verb or noun.
        lemma: its lemma, with the particle where it has one (`break off`).
        words: the tokens that name the act: the head and its particle.
        noun: whether the head is a noun.
        passive: whether the text puts it in the passive.
        subjects: who does it, each conjunct apart; the agent of a passive.
        objects: whom or what it is done to; the subject of a passive.
        datives: to whom something is given, where no preposition says so.
        prepositions: what stands under each preposition (`with` -> heads).
        modifiers: of a noun: adjectives, compounds and possessors before it.
        complement: the head of a `to`, `that` or `-ing` clause that it governs.
        borrowed: how a missing subject was found: `control`, `conjunct`, `participle`.
    """

    head: int
    lemma: str
    words: tuple[int, ...]
    noun: bool = False
    passive: bool = False
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    datives: tuple[int, ...] = ()
    prepositions: dict[str, tuple[int, ...]] = field(default_factory=dict)
    modifiers: tuple[int, ...] = ()
    possessors: tuple[int, ...] = ()
    complement: int | None = None
    borrowed: str | None = None


class Propositions:
    """The propositions of one parse, made when asked for and then kept.

    Args:
        parse: the parse of the report.
        classes: classes of words, of which `wielding` are verbs whose subject does by
            their object what follows (`used tanks to clear the square`), `viewing` those
            whose object is the plan of others (`condemned a plan to ban it`), `letting`
            those whose object may do what follows (`let the crowd pass`), and `rank` words
            that single one out who has done something: `the first king to ban it`.
    """

    def __init__(
        self, parse: Parse, classes: Mapping[str, frozenset[str]] = MappingProxyType({})
    ) -> None:
        self.parse = parse
        self._wielding = classes.get("wielding", frozenset())
        self._viewing = classes.get("viewing", frozenset())
        self._ranks = classes.get("rank", frozenset())
        self._letting = classes.get("letting", frozenset())
        self._made: dict[int, Proposition] = {}
        self._pending: set[int] = set()

    def at(self, index: int) -> Proposition:
        """The proposition whose head is the token `index`."""
        made = self._made.get(index)
        if made is None:
            token = self.parse.tokens[index]
            kind = token.tag[:2]
            make = {"VB": self._verb, "JJ": self._adjective}.get(kind, self._noun)
            made = make(token)
            self._made[index] = made
        return made

    def subjects(self, index: int) -> tuple[tuple[int, ...], str | None]:
        """Who does what the verb `index` says, and how that was found.

        Empty where the sentence does not say; endless borrowing is cut off.
        """
        if index in self._pending:
            return (), None
        self._pending.add(index)
        try:
            return self._subjects(self.parse.tokens[index])
        finally:
            self._pending.discard(index)

    def taken(self, index: int) -> tuple[int, ...]:
        """Whom the verb above a purpose takes there: `brought the guard to face a judge`."""
        verb = self.parse.tokens[index]
        above = self.parse.tokens[verb.head]
        purpose = verb.dep == "advcl" and syntax.has_to(self.parse, verb)
        if not purpose or not above.tag.startswith("VB"):
            return ()
        return self.at(above.i).objects

    def bearers(self, index: int) -> tuple[int, ...]:
        """Whose plan, call or report a noun is: its possessor's, else its verb's subject's."""
        noun = self.parse.tokens[index]
        owners = syntax.children(self.parse, noun, "poss")
        if owners:
            return syntax.expand(self.parse, owners)
        above = self.parse.tokens[noun.head]
        held = above.tag.startswith("VB") and above.lemma not in self._viewing
        if held and noun.dep in {"dobj", "attr"}:
            return self.subjects(above.i)[0]
        return ()

    def _verb(self, verb: Token) -> Proposition:
        parse = self.parse
        passive = syntax.is_passive(parse, verb)
        subjects, borrowed = self.subjects(verb.i)
        objects = syntax.expand(parse, arguments.objects(parse, verb))
        datives = syntax.expand(parse, arguments.datives(parse, verb))
        if passive:
            undergoers, borrowed = self._undergoers(verb)
            datives, objects = (undergoers, objects) if objects else (datives, undergoers)
            subjects = syntax.expand(parse, arguments.agents(parse, verb))
        elif not objects:
            objects = self._borrowed_objects(verb)
        particles = syntax.children(parse, verb, "prt")
        return Proposition(
            head=verb.i,
            lemma=" ".join([verb.lemma, *(parse.tokens[p].lower for p in particles)]),
            words=(verb.i, *particles),
            passive=passive,
            subjects=subjects,
            objects=objects,
            datives=datives,
            prepositions=arguments.prepositions(parse, verb),
            complement=syntax.complement(parse, verb),
            borrowed=borrowed,
        )

    def _subjects(self, verb: Token) -> tuple[tuple[int, ...], str | None]:
        """The grammatical subject of an active verb, borrowed where it has none."""
        parse = self.parse
        own = arguments.subjects(parse, verb)
        if own:
            own = (*arguments.listed(parse, verb, own), *own)
            return syntax.expand(parse, arguments.antecedents(parse, verb, own)), None
        head = parse.tokens[verb.head]
        if verb.head == verb.i:
            return (), None
        if verb.dep == "conj" and head.tag[:2] in {"VB", "MD"}:
            return self.subjects(head.i)[0], "conjunct"
        if verb.dep in {"acl", "amod", "relcl"} and head.tag.startswith(("NN", "PRP")):
            return self._of_noun(verb, head)
        if verb.dep in {"xcomp", "ccomp"} and head.tag.startswith(("JJ", "VB")):
            adjective = head.tag.startswith("JJ")
            found = self._of_copula(head) if adjective else self._controller(head)
            return found, "control"
        return self._of_clause_above(verb, head)

    def _of_noun(self, verb: Token, noun: Token) -> tuple[tuple[int, ...], str | None]:
        """The subject of a clause that hangs from a noun: the noun, or whose it is."""
        infinitive = syntax.has_to(self.parse, verb)
        if verb.tag == "VBG" or (verb.dep == "relcl" and not infinitive):
            return syntax.expand(self.parse, (noun.i,)), None
        if verb.dep in {"acl", "relcl"} and infinitive:
            headline = noun.head == noun.i  # `Union to lend Chad money`
            return (noun.i,) if headline else self._of_infinitive(verb, noun), "control"
        return (), None

    def _of_infinitive(self, verb: Token, noun: Token) -> tuple[int, ...]:
        """Who is to do what an infinitive after a noun says.

        `a plan to ban it` is its bearer's, `the first king to ban it` is the king's, and
        in `Ana Moss, the first minister to ban it` and `she was the first to` it is hers.
        """
        before = (self.parse.tokens[i] for i in syntax.children(self.parse, noun, "amod"))
        if any(token.lower in self._ranks for token in before):
            return self._singled_out(noun)
        bare = noun.dep == "dobj" and not syntax.children(self.parse, noun, "det")
        if verb.dep == "acl" or bare:
            return self.bearers(noun.i)
        return syntax.expand(self.parse, (noun.i,))

    def _singled_out(self, noun: Token) -> tuple[int, ...]:
        """Who the first, the last or the only one is."""
        if noun.dep == "appos":
            return (noun.head,)
        return self.bearers(noun.i) if noun.dep == "attr" else (noun.i,)

    def _of_clause_above(self, verb: Token, head: Token) -> tuple[tuple[int, ...], str | None]:
        """The subject of a participle or of a clause under a preposition."""
        above = syntax.governing_verb(self.parse, verb)
        if above is None or verb.dep not in {"advcl", "pcomp", "dep", "parataxis"}:
            return (), None
        if self._is_of_others(verb, above):
            return (), None
        said = self.parse.tokens[head.head]
        if verb.dep == "pcomp" and said.tag.startswith("JJ"):
            return self._of_copula(said), "control"
        if verb.dep == "pcomp" and head.lower in _OBJECT_CONTROL:
            return self._controller(above), "control"
        return self.subjects(above.i)[0], "participle"

    def _is_of_others(self, verb: Token, above: Token) -> bool:
        """Whether an infinitive is what others plan: `foiled a plot to kill the envoy`."""
        if verb.dep != "advcl" or above.lemma not in self._viewing:
            return False
        to = next((k.i for k in self.parse.kids(verb.i) if k.tag == "TO"), None)
        return to is not None and to - 1 in syntax.children(self.parse, above, "dobj")

    def _undergoers(self, verb: Token) -> tuple[tuple[int, ...], str | None]:
        """What a passive verb is done to."""
        head = self.parse.tokens[verb.head]
        while verb.dep == "amod" and head.dep == "compound":  # `the jailed army doctor`
            head = self.parse.tokens[head.head]
        own = arguments.subjects(self.parse, verb)
        if not own and verb.dep in {"acl", "amod"} and head.tag.startswith(("NN", "PRP")):
            return syntax.expand(self.parse, (head.i,)), None
        return self.subjects(verb.i)

    def _controller(self, above: Token) -> tuple[int, ...]:
        """The understood subject of a clause under another verb.

        `urged Kyiv to withdraw`: the object; `promised to withdraw`: the subject; under
        a passive, what the passive is done to.
        """
        if above.lemma in self._wielding:
            return self.at(above.i).subjects
        found = arguments.objects(self.parse, above) or arguments.datives(self.parse, above)
        if found and not syntax.is_passive(self.parse, above):
            return syntax.expand(self.parse, found)
        return self.subjects(above.i)[0]

    def _borrowed_objects(self, verb: Token) -> tuple[int, ...]:
        """An object shared with a conjunct (`condemned and denounced X`) or relative.

        Or with the clause of what it is let do: `allowed observers to watch the vote`.
        """
        parse = self.parse
        clause = syntax.complement(parse, verb)
        if verb.lemma in self._letting and clause is not None:
            return syntax.expand(parse, arguments.subjects(parse, parse.tokens[clause]))
        if verb.dep == "relcl" and parse.tokens[verb.head].tag.startswith("NN"):
            own = syntax.children(parse, verb, "nsubj")
            relative = any(parse.tokens[s].tag in syntax.RELATIVES for s in own)
            open_slot = syntax.complement(parse, verb) is None
            if own and not relative and open_slot and not syntax.stranded(parse, verb):
                return syntax.expand(parse, (verb.head,))
        for kid in parse.kids(verb.i):
            if kid.dep == "conj" and kid.tag == verb.tag and kid.i - verb.i <= 2:
                return syntax.expand(parse, arguments.objects(parse, kid))
        return ()

    def _of_copula(self, adjective: Token) -> tuple[int, ...]:
        """Of whom an adjective is said: its own subject, that of the verb above, or its noun.

        `found the guard guilty` gives the adjective a subject without a verb.
        """
        own = syntax.children(self.parse, adjective, "nsubj")
        if own:
            return syntax.expand(self.parse, own)
        above = self.parse.tokens[adjective.head]
        if above.tag.startswith("VB"):
            return self.subjects(above.i)[0]
        return (above.i,) if above.tag.startswith("NN") and above.i != adjective.i else ()

    def _adjective(self, adjective: Token) -> Proposition:
        """An adjective; before its noun it may be a participle (`jailed students`)."""
        before = adjective.dep == "amod" and adjective.head > adjective.i
        return Proposition(
            head=adjective.i,
            lemma=adjective.lemma,
            words=(adjective.i,),
            passive=before,
            subjects=() if before else self._of_copula(adjective),
            objects=(adjective.head,) if before else (),
            prepositions=arguments.prepositions(self.parse, adjective),
            complement=syntax.complement(self.parse, adjective),
        )

    def _noun(self, noun: Token) -> Proposition:
        parse = self.parse
        return Proposition(
            head=noun.i,
            lemma=noun.lemma if noun.tag[:3] != "NNP" else noun.lower,
            words=(noun.i,),
            noun=True,
            prepositions=arguments.prepositions(parse, noun),
            modifiers=syntax.children(parse, noun, "amod", "compound", "nmod"),
            possessors=arguments.owners(parse, noun),
            complement=syntax.complement(parse, noun),
        )
