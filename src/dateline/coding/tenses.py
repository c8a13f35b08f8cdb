"""How a verb tells its act: as past, as lasting, as earlier than the rest, as to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.coding.act import Act
    from dateline.coding.clauses import Clauses
    from dateline.records.parse import Token

#: Auxiliaries that put an act before what the text tells.
_PLUPERFECT = frozenset({"had", "'d", "’d"})
#: Prepositions whose gerund was done before, `jailed for shooting`; the last of them only
#: beside a verb or adjective: `accused of lying`, but `a policy of seizing land`.
_GROUNDS = frozenset({"for", "after", "over", "since", "despite", "following"})
_OF, _WITH, _AFTER = "of", "with", "after"
#: The verb of the outcome of harm, which is told where and when that was done.
_DIE = "die"
#: Prepositions whose noun came before the verb: `resigned after the protests`.
_FOLLOWED = frozenset({"after", "following", "despite"})
#: Prepositions whose noun happens with the verb: `ended in protests`, `met by riots`.
_ALONG = frozenset({"in", "during", "with", "by", "at", "amid", "through", "as"})
#: Determiners by which a noun names what the reader knows of: `the attack`, `their claim`.
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
#: Conjunctions of clauses that go on at the time of the verb above.
_MEANWHILE = frozenset({"as", "while", "when"})
#: Conjunctions of clauses before or after it, or of its reasons.
_APART = frozenset({"after", "before", "since", "until", "till", "because", "once"})
#: Labels of verbs that share the time of the verb above.
_SHARING = frozenset({"conj", "parataxis", "dep"})


class Tenses:
    """Reads the tenses of one report.

    Args:
        clauses: the clauses and acts of the report.
        classes: of its words `generic` are nouns that say nothing themselves, as `series`;
            `lent` is what others do something with, and `viewing` verbs judge what was
            done; `earlier` adverbs and `previous`
            adjectives put an act before what the text tells.
    """

    def __init__(self, clauses: Clauses, classes: Mapping[str, frozenset[str]]) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._generic = classes["generic"]
        self._lent = classes["lent"]
        self._earlier = classes["earlier"]
        self._previous = classes["previous"]
        self._viewing = classes["viewing"]

    def verb(self, act: Act) -> Token:
        """The verb whose tense holds for an act: its own, or the one that its noun is under."""
        anchor = self._parse.tokens[act.anchor]
        if anchor.tag.startswith("VB"):
            return anchor
        return self._parse.tokens[self._clauses.finite(act.anchor)]

    def is_told(self, verb: Token) -> bool:
        """Whether a verb stands in the simple past, as what is told does."""
        helpers = self._helpers(verb)
        if not helpers:
            return verb.tag == "VBD"
        return all(kid.tag == "VBD" and kid.lemma == "be" for kid in helpers)

    def is_perfect(self, verb: Token) -> bool:
        """Whether a verb stands in the present perfect: `has signed`."""
        helpers = self._helpers(verb)
        return any(kid.lemma == "have" and kid.tag in syntax.PRESENT for kid in helpers)

    def holds(self, verb: Token) -> bool:
        """Whether a verb stands in the present: `backs`, `is backed`, `are marching`."""
        helpers = self._helpers(verb)
        if not helpers:
            return verb.tag in syntax.PRESENT
        return helpers[0].tag in syntax.PRESENT and all(kid.lemma == "be" for kid in helpers)

    def is_finite(self, verb: Token) -> bool:
        """Whether a verb has a tense, of its own or by an auxiliary."""
        return any(token.tag in syntax.FINITE for token in (verb, *self._helpers(verb)))

    def finite(self, verb: Token) -> Token | None:
        """The verb with a tense that a verb shares, its own or that of one above."""
        while not self.is_finite(verb):
            if verb.head == verb.i or not _shares(verb):
                return None
            verb = self._parse.tokens[verb.head]
        return verb

    def is_on_line(self, verb: Token, *, through_words: bool = False) -> bool:
        """Whether a finite verb is the sentence's own, or goes on at its time.

        `through_words` lets through what somebody says.
        """
        while verb.head != verb.i:
            goes_on = verb.dep == "advcl" and self._mark(verb) in _MEANWHILE
            said = through_words and verb.dep == "ccomp"
            if not (goes_on or said or _shares(verb)):
                return False
            verb = self._parse.tokens[verb.head]
        return True

    def has_own_time(self, verb: Token) -> bool:
        """Whether a clause was or will be done at another time than the verb above it.

        `resigned after police shot a man`, `said that police shot a man`, `said it would`.
        """
        if verb.dep == "advcl":
            return self._mark(verb) in _APART
        past = self.is_told(verb) and verb.tag != "VBG"
        return verb.dep == "ccomp" and (past or self.is_perfect(verb) or self.lies_ahead(verb))

    def lies_ahead(self, verb: Token) -> bool:
        """Whether a modal puts the act of a verb ahead."""
        return any(kid.tag == "MD" for kid in self._helpers(verb))

    def is_earlier(self, act: Act) -> bool:
        """Whether the text says that an act lies before what it tells.

        `had signed`, `jailed for shooting`, `an earlier protest`. An event noun is as early
        as its clause.
        """
        anchor, head = self._parse.tokens[act.anchor], self._parse.tokens[act.head]
        if self.is_ground(anchor):
            return True
        if act.noun and any(
            kid.dep == "amod" and kid.lower in self._previous
            for kid in self._parse.kids(head.i)
        ):
            return True
        verbs = {self.verb(act).i, head.i, *act.trigger}
        return any(
            (kid.dep == "aux" and kid.lower in _PLUPERFECT and kid.tag == "VBD")
            or (kid.dep == "advmod" and kid.lower in self._earlier)
            for verb in verbs
            for kid in self._parse.kids(verb)
        )

    def is_recalled(self, act: Act) -> bool:
        """Whether a noun names an act without telling it: `condemned the attack`.

        A subject tells, unless it is only judged (`the raid was condemned`), as do an object
        that is new to the reader, what happens along with the verb, and what is lent for it:
        `with her help, they fled`.
        """
        noun = self._parse.tokens[act.anchor]
        while noun.tag.startswith("NN") and noun.head != noun.i:
            above = self._parse.tokens[noun.head]
            if noun.dep in syntax.SUBJECTS:
                return noun.dep == "nsubjpass" and above.lemma in self._viewing
            if noun.dep == "pobj" and above.lower == _OF:
                noun = self._parse.tokens[above.head]
                if noun.lemma not in self._generic:
                    return True
                continue
            if noun.dep == "pobj" and above.lower == _WITH and noun.lemma in self._lent:
                return False
            if (
                noun.dep == "pobj"
                and above.lower == _WITH
                and self._parse.tokens[above.head].tag == "NN"
            ):
                return True  # `arrested in connection with an attack`
            if noun.dep == "pobj":
                return above.lower not in _ALONG or self.is_known(noun)
            if noun.dep not in {"conj", "appos", "compound", "nmod"}:
                return self.is_known(noun)
            noun = above
        return False

    def is_known(self, noun: Token) -> bool:
        """Whether a noun is marked as known to the reader: `the attack`, `his threats`."""
        kids = self._parse.kids(noun.i)
        return any(
            kid.dep == "poss" or (kid.dep == "det" and kid.lower in _KNOWN) for kid in kids
        )

    def is_ground(self, token: Token) -> bool:
        """Whether a gerund is what something else is done for, or a noun what it follows.

        `jailed for shooting`, `resigned after the protests`.
        """
        tokens = self._parse.tokens
        while token.dep in {"conj", "xcomp", "compound"} and token.head != token.i:
            token = tokens[token.head]
        preposition = tokens[token.head]
        if token.dep == "pobj":
            return preposition.lower in _FOLLOWED
        if token.dep != "pcomp":
            return False
        if tokens[preposition.head].lemma == _DIE and preposition.lower == _AFTER:
            return False  # `died in Aden on Tuesday after being shot`
        beside_noun = tokens[preposition.head].tag.startswith("NN")
        return preposition.lower in _GROUNDS or (preposition.lower == _OF and not beside_noun)

    def _mark(self, verb: Token) -> str:
        kids = self._parse.kids(verb.i)
        return next((k.lower for k in kids if k.dep in {"mark", "advmod"}), "")

    def _helpers(self, verb: Token) -> list[Token]:
        return [kid for kid in self._parse.kids(verb.i) if kid.dep in syntax.AUXILIARIES]


def _shares(verb: Token) -> bool:
    """Whether a verb shares the time of the one above: `said, adding`, `kept shelling`."""
    return verb.dep in _SHARING or (verb.tag == "VBG" and verb.dep in {"advcl", "xcomp"})
