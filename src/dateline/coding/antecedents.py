"""Antecedents: which noun of its own sentence a pronoun stands for.

What other sentences name is `resolve`'s to find; here grammar alone decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import arguments, syntax
from dateline.records.entity import Kind
from dateline.resolve.pronouns import MANY, THINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from dateline.annotate.predicates import Propositions
    from dateline.records.parse import Token

#: Kinds that a pronoun of persons may stand for.
_PERSONS = frozenset({Kind.PERSON, None})
#: The preposition of what somebody is praised, blamed or punished for.
_FOR = "for"
#: Prepositions of whom a verb is aimed at.
_AIMING = ("at", "on", "to", "with", "against")


class Antecedents:
    """Finds the antecedents of pronouns in one report.

    Args:
        propositions: the propositions of the report.
        is_actor: whether a token names someone who can act.
        kind: what a noun or name is of, None where nothing says so.
        is_band: whether a name stands for its fighters or members.
        classes: noun classes, of which `collective` are singular nouns of many, `charging`
            verbs of accusing, and `alleging` those of saying of what.
        hitters: who strikes what a possessive owns.
    """

    def __init__(
        self,
        propositions: Propositions,
        is_actor: Callable[[int], bool],
        kind: Callable[[int], Kind | None],
        is_band: Callable[[int], bool],
        classes: Mapping[str, frozenset[str]],
        hitters: Callable[[int], Collection[int]],
    ) -> None:
        self._propositions = propositions
        self._hitters = hitters
        self._parse = propositions.parse
        self._is_actor = is_actor
        self._kind = kind
        self._is_band = is_band
        self._collectives = classes.get("collective", frozenset())
        self._charging = classes.get("charging", frozenset())
        self._alleging = classes.get("alleging", frozenset())

    def __call__(self, pronoun: Token) -> int | None:
        """The noun of the same sentence that a pronoun stands for, None if none agrees.

        A possessive looks to the subject of its own clause first, one that something is
        done to to what was done something to before; then come subjects and objects of the
        clauses above, then the first subject before it.
        """
        parse = self._parse
        verb = syntax.governing_verb(parse, pronoun)
        own = self._propositions.subjects(verb.i)[0] if verb else ()
        hitters = self._hitters(pronoun.i)
        if (thing := self._undergone(pronoun, own)) is not None:
            return thing
        candidates = [*self._judged(pronoun), *own] if pronoun.tag == "PRP$" else []
        if verb is not None and pronoun.dep in syntax.SUBJECTS:
            candidates += self._charged(verb)
        while verb is not None:
            verb = syntax.governing_verb(parse, verb)
            if verb is not None:
                candidates += self._propositions.subjects(verb.i)[0]
                candidates += syntax.expand(parse, arguments.objects(parse, verb))
                candidates += self._aimed_at(verb)
        sentence = parse.sentence_of(pronoun.i)
        before = parse.tokens[sentence.first : pronoun.i]
        candidates += [t.i for t in before if t.dep in syntax.SUBJECTS]
        if self._is_charged(pronoun):  # `closed its border with Mali, accusing it of lies`
            candidates += [t.i for t in reversed(before) if t.dep == "pobj"]
        barred = () if pronoun.tag == "PRP$" or pronoun.dep in syntax.SUBJECTS else own
        barred = (*barred, *hitters)
        fitting = (
            candidate
            for candidate in candidates
            if candidate < pronoun.i
            and candidate not in barred
            and self._is_actor(candidate)
            and self._agree(pronoun, parse.tokens[candidate])
        )
        found = next(fitting, None)
        return self._spokesman(pronoun) if found is None else found

    def _judged(self, possessive: Token) -> tuple[int, ...]:
        """Whose doing somebody is judged for: Bell's, in `criticised Bell for her speech`."""
        parse = self._parse
        noun = parse.tokens[possessive.head]
        preposition = parse.tokens[noun.head]
        verb = parse.tokens[preposition.head]
        if noun.dep != "pobj" or preposition.lower != _FOR or not verb.tag.startswith("VB"):
            return ()
        return (*syntax.expand(parse, arguments.objects(parse, verb)), *self._aimed_at(verb))

    def _charged(self, verb: Token) -> tuple[int, ...]:
        """Of whom an accuser says it: `accused the editor, claiming he had beaten a guard`."""
        parse = self._parse
        claim = parse.tokens[verb.head]
        accusing = parse.tokens[claim.head]
        if (verb.dep, claim.dep) != ("ccomp", "advcl") or claim.lemma not in self._alleging:
            return ()
        if accusing.lemma not in self._charging:
            return ()
        return syntax.expand(parse, arguments.objects(parse, accusing))

    def _aimed_at(self, verb: Token) -> tuple[int, ...]:
        """Whom a verb is aimed at: `hit out at the editor, accusing her of lies`."""
        under = self._propositions.at(verb.i).prepositions
        return tuple(i for name in _AIMING for i in under.get(name, ()))

    def _is_charged(self, pronoun: Token) -> bool:
        """Whether somebody is accused, as no thing can be: `accused it of lying`."""
        verb = self._parse.tokens[pronoun.head]
        return pronoun.dep in syntax.PATIENTS and verb.lemma in self._charging

    def _undergone(self, pronoun: Token, own: tuple[int, ...]) -> int | None:
        """Whom or what something was done to last: `approved a bill, but it was rejected`."""
        if pronoun.dep not in syntax.PATIENTS or self._is_charged(pronoun):
            return None
        parse = self._parse
        before = parse.tokens[parse.sentence_of(pronoun.i).first : pronoun.i]
        undergone = (
            token.i
            for token in reversed(before)
            if token.dep in syntax.PATIENTS
            and token.i not in own
            and self._agree(pronoun, token)
        )
        return next(undergone, None)

    def _spokesman(self, pronoun: Token) -> int | None:
        """Who says what `they` will do, where none else agrees: he speaks for his side."""
        parse = self._parse
        clause = parse.tokens[pronoun.head]
        will = any(kid.tag == "MD" and kid.dep == "aux" for kid in parse.kids(clause.i))
        if pronoun.lower != "they" or clause.dep != "ccomp" or not will:
            return None
        subjects = self._propositions.subjects(clause.head)[0]
        return next((s for s in subjects if self._parse.tokens[s].tag != "PRP"), None)

    def _agree(self, pronoun: Token, noun: Token) -> bool:
        """Whether number and kind of a noun allow the pronoun."""
        if not noun.tag.startswith("NN"):
            return False
        many = noun.tag in {"NNS", "NNPS"} or bool(syntax.children(self._parse, noun, "conj"))
        if pronoun.lower in MANY:
            band = pronoun.dep in syntax.SUBJECTS and self._is_band(noun.i)
            return many or band or noun.lemma in self._collectives
        kind = self._kind(noun.i)
        if pronoun.lower in THINGS:
            return kind is not Kind.PERSON and (not many or noun.tag == "NNPS")
        return not many and kind in _PERSONS and self._is_actor(noun.i)
