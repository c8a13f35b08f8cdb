"""Pronouns: which name of the text before they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.records.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from dateline.records.parse import Parse, Token
    from dateline.resolve.chains import Chain
    from dateline.resolve.mention import Mention

PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
THINGS = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
#: Pronouns that may stand for somebody who acts.
PRONOUNS = PERSONAL | THINGS | MANY | {"who", "whom", "whose", "i", "we", "us", "me", "our"}
#: How many sentences back a name is looked for.
_BACK = 2
_BODIES = frozenset({Kind.ORGANIZATION, Kind.GROUP, Kind.STATE})
_GROUPS = frozenset({Kind.ORGANIZATION, Kind.GROUP})
#: Prepositions of whom a verb is aimed at, and the label of those who stand there.
_AIMING = frozenset({"at", "on", "against"})
_AIMED = "aimed"
_PLURAL = frozenset({"NNS", "NNPS"})
_SINGULAR = frozenset({"NN"})
#: First letters of the tags of names and pronouns.
_ADDRESSED = frozenset({"NNP", "PRP"})


class Pronouns:
    """Resolves the pronouns of one report.

    Args:
        parse: the parse of the report.
        mentions: its names in order.
        chain_of: the chain of a mention.
        is_role: whether a token is a common noun for people.
        is_body: whether it is one for a body: `the army`.
        hitting: lemmas of verbs that nobody does to what is his own.
    """

    def __init__(
        self,
        parse: Parse,
        mentions: list[Mention],
        chain_of: Callable[[Mention], Chain],
        is_role: Callable[[int], bool],
        is_body: Callable[[int], bool],
        hitting: Container[str] = (),
    ) -> None:
        self._parse = parse
        self._hitting = hitting
        self._is_role = is_role
        self._is_body = is_body
        self._chain_of = chain_of
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            number = parse.sentence_of(mention.first).number
            self._by_sentence.setdefault(number, []).append(mention)

    def antecedent(self, index: int) -> int | None:
        """The noun that a pronoun stands for: a relative one's, or one without a name."""
        tokens = self._parse.tokens
        if tokens[index].lower.endswith(("self", "selves")):
            return self._subject(index)
        if tokens[index].lower in MANY:
            return self._noun(index, _PLURAL)
        if tokens[index].lower in THINGS:
            return self._body(index) if self.chain(index) is None else None
        if tokens[index].lower in PERSONAL:
            return self._noun(index, _SINGULAR) if self.chain(index) is None else None
        if tokens[index].lower not in RELATIVE or tokens[index].tag not in {"WP", "WDT", "WP$"}:
            return None
        current = index
        while tokens[current].head != current:
            if tokens[current].dep == "relcl":
                return tokens[current].head
            current = tokens[current].head
        return None

    def _subject(self, index: int) -> int | None:
        """The subject of a reflexive's own clause: `the king, who had shot himself`."""
        tokens = self._parse.tokens
        verb = tokens[index]
        while verb.head != verb.i and not verb.tag.startswith("VB"):
            verb = tokens[verb.head]
        subjects = (kid.i for kid in self._parse.kids(verb.i) if kid.dep in syntax.SUBJECTS)
        return next((subject for subject in subjects if subject < index), None)

    def _body(self, index: int) -> int | None:
        """The body that was the subject here or in the sentence before, for a subject `it`.

        And for `its`: `Chad's army said its troops had left`.
        """
        tokens = self._parse.tokens
        if tokens[index].dep not in syntax.SUBJECTS and tokens[index].tag != "PRP$":
            return None
        here = self._parse.sentence_of(index).number
        barred = self._rivals(index)
        for number in range(here, max(-1, here - 2), -1):
            subjects = [
                token.i
                for token in self._parse.tokens_of(self._parse.sentences[number])
                if token.i < index and token.dep in syntax.SUBJECTS and token.i not in barred
            ]
            if subjects:
                first = subjects[0]
                return first if tokens[first].tag == "NN" and self._is_body(first) else None
        return None

    def _noun(self, index: int, tags: frozenset[str]) -> int | None:
        """The likeliest with one of the tags, here or just before; else the only one."""
        here = self._parse.sentence_of(index).number
        barred = self._rivals(index)
        for number in range(here, max(-1, here - 2), -1):
            fits = [
                token.i
                for token in self._parse.tokens_of(self._parse.sentences[number])
                if token.i < index and token.tag in tags and token.i not in barred
                and self._is_role(token.i)
            ]  # fmt: skip
            for deps in self._likeliest(index):
                found = [i for i in fits if self._label(i) in deps]
                if found:
                    return found[-1] if number == here else found[0]
            if fits:
                return fits[0] if len(fits) == 1 else None
        return None

    def chain(self, index: int) -> Chain | None:
        """The chain that a personal pronoun stands for, None where it is not clear."""
        lower = self._parse.tokens[index].lower
        if lower in PERSONAL:
            return self._nearest(index, frozenset({Kind.PERSON}), _BACK)
        if lower in THINGS:
            return self._nearest(index, _BODIES, 1)
        return None

    def body(self, index: int) -> Chain | None:
        """The body that `the group` stands for: a subject, or the only one just told of.

        Not who says what it did: `The senate found that the network had lied.`
        """
        return self._nearest(
            index, _GROUPS, 1, barred=self._sayers(index) | self._before_nouns()
        )

    def _before_nouns(self) -> frozenset[int]:
        """Names that only tell what kind of thing it is: `a senate hearing`, no senator."""
        compounds = (token for token in self._parse.tokens if token.dep == "compound")
        return frozenset(
            t.i for t in compounds if not self._is_role(t.head) and not self._is_body(t.head)
        )

    def _nearest(
        self,
        index: int,
        kinds: frozenset[Kind],
        back: int,
        barred: frozenset[int] = frozenset(),
    ) -> Chain | None:
        """The subject of the sentence, or of the one before; else the only name that fits.

        A state that is no subject is none: `The virus reached Chad. It has killed ten.`
        """
        sentence = self._parse.sentence_of(index)
        barred |= self._rivals(index)
        for number in range(sentence.number, sentence.number - back - 1, -1):
            fits = [
                (mention, chain)
                for mention in self._by_sentence.get(number, ())
                if mention.last <= index and (chain := self._chain_of(mention)).kind in kinds
                and mention.head not in barred and not self._hidden(mention, index)
            ]  # fmt: skip
            if not fits:
                continue
            subjects = [c for m, c in fits if self._parse.tokens[m.head].dep in syntax.SUBJECTS]
            if subjects:
                return subjects[-1] if number == sentence.number else subjects[0]
            only = fits[-1][1] if len({c.id for _, c in fits}) == 1 else None
            return None if only and only.kind is Kind.STATE else only
        return None

    def _likeliest(self, index: int) -> tuple[frozenset[str], ...]:
        """The labels of the nouns that a pronoun means, likeliest first.

        To whom something is done, something was done before: `Police held the men. They
        were freed.`
        """
        if self._label(index) == "nsubjpass":
            return syntax.PATIENTS | {_AIMED}, syntax.SUBJECTS
        return (syntax.SUBJECTS,)

    def _label(self, index: int) -> str:
        """The label of a noun, or of what counts it: `dozens of protesters`.

        One of its own has whom a verb is aimed at: `fired at the protesters`.
        """
        tokens = self._parse.tokens
        token = tokens[index]
        above = tokens[token.head]
        if token.dep == "pobj" and above.lower in _AIMING:
            return _AIMED
        counted = token.dep == "pobj" and above.lower == "of"
        return tokens[above.head].dep if counted else token.dep

    def _rivals(self, index: int) -> set[int]:
        """The other subjects and objects of the pronoun's verb, whom it cannot mean."""
        tokens = self._parse.tokens
        token = tokens[index]
        if token.tag == "PRP$":
            return self.hitters(index)
        if token.tag != "PRP" or token.lower.endswith("self"):
            return set()
        verb = tokens[token.head]
        while not verb.tag.startswith("VB") and verb.head != verb.i:  # `killed six of them`
            verb = tokens[verb.head]
        rivals = {
            kid.i
            for kid in self._parse.kids(verb.i)
            if kid.dep in {"nsubj", "dobj", "nsubjpass"}
        }
        rivals |= self._controllers(verb)
        while verb.dep == "conj" and not any(tokens[i].dep in syntax.SUBJECTS for i in rivals):
            verb = tokens[verb.head]  # `met the envoy and invited him`
            rivals |= {kid.i for kid in self._parse.kids(verb.i) if kid.dep in syntax.SUBJECTS}
        return rivals

    def hitters(self, index: int) -> set[int]:
        """Who strikes what a possessive owns, by another's word: `said Chad shelled its camps`.

        Nobody in somebody else's report of him shells what is his own.
        """
        tokens = self._parse.tokens
        noun = tokens[tokens[index].head]
        verb = tokens[noun.head]
        if noun.dep == "pobj" and verb.lower in _AIMING:
            verb = tokens[verb.head]
        struck = noun.dep in {"dobj", "pobj"} and tokens[index].lower in THINGS | MANY
        if not struck or verb.dep != "ccomp" or verb.lemma not in self._hitting:
            return set()
        return {kid.i for kid in self._parse.kids(verb.i) if kid.dep == "nsubj"}

    def _controllers(self, verb: Token) -> set[int]:
        """Who does what an infinitive or participle says: `asked Moss to press him`.

        There he is not Moss, nor are the guards in `the guards fired, killing six of them`
        or `the guards used gas to clear them`.
        """
        tokens = self._parse.tokens
        while verb.dep == "xcomp" or (verb.dep == "advcl" and verb.tag == "VBG"):
            done = verb.dep == "xcomp"
            verb = tokens[verb.head]
            kids = tuple(self._parse.kids(verb.i))
            objects = (kid for kid in kids if kid.dep == "dobj" and done)
            taken = {k.i for k in objects if k.tag[:3] in _ADDRESSED or self._is_role(k.i)}
            taken = taken or {kid.i for kid in kids if kid.dep in syntax.SUBJECTS}
            if taken:
                return taken
        return set()

    def _sayers(self, index: int) -> frozenset[int]:
        """The subjects of the verbs whose clause of content a noun stands in."""
        tokens, found, current = self._parse.tokens, set[int](), index
        while tokens[current].head != current:
            clause = tokens[current]
            current = clause.head
            if clause.dep == "ccomp":
                kids = self._parse.kids(current)
                found |= {kid.i for kid in kids if kid.dep in syntax.SUBJECTS}
        return frozenset(found)

    def _hidden(self, mention: Mention, index: int) -> bool:
        """Whether a state is only where something happens, `in Chad`, or whose somebody is.

        `The president of Chad called it a lie` is of no state; one may be a later subject.
        """
        token = self._parse.tokens[mention.head]
        above = self._parse.tokens[token.head]
        places = {"in", "near", "at", "across"}
        if self._parse.tokens[index].dep not in syntax.SUBJECTS:
            places.add("of")
        return mention.kind is Kind.STATE and (
            token.dep in {"compound", "nmod", "npadvmod"}
            or (token.dep == "pobj" and above.lower in places)
        )
