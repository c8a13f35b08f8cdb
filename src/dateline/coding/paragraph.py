"""Paragraph: the time that its earlier sentences tell, where an act goes on from it.

A time that opens a sentence sets the scene for those after it: `On Monday in Lyon ...`. One
that stands elsewhere is that of its own act, and holds for what is told of the same people
or things: `Gunmen attacked a bus on Monday. They shot the driver.`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.lengths import is_dated, is_short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dateline.coding.act import Act
    from dateline.coding.clauses import Clauses
    from dateline.coding.datings import Dating
    from dateline.coding.tenses import Tenses
    from dateline.records.parse import Sentence, Token

#: Prepositions of an occasion at which something was done.
_AT = frozenset({"at", "during"})
#: Penn tags of quotation marks.
_OPEN, _CLOSE = "``", "''"
#: How many sentences of a paragraph go on from one that says when.
_GOING_ON = 3
#: The type of harm, which is told again and again of those who were hurt.
_HARM = "ASSAULT"


class Paragraph:
    """What the paragraphs of one report say of when.

    Args:
        clauses: the clauses and acts of the report.
        tenses: how its verbs tell.
        datings: what its times date, by number of sentence.
        day: the day of publication, None if unknown.
        alike: classes of nouns for the same people: `police`, `officers`.
    """

    def __init__(
        self,
        clauses: Clauses,
        tenses: Tenses,
        datings: Mapping[int, Sequence[Dating]],
        day: date | None,
        alike: Sequence[frozenset[str]] = (),
    ) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._tenses = tenses
        self._datings = datings
        self._day = day
        self._alike = alike

    def last_told(self, act: Act) -> Dating | None:
        """The time that the paragraph told last, where the act goes on from it in the past.

        A time that is not over tells nothing of a past act, and one longer than a week
        too little.
        """
        here = self._parse.sentence_of(act.head)
        if self._day is None or not self._is_told(act):
            return None
        for number in range(here.number - 1, max(-1, here.number - 1 - _GOING_ON), -1):
            sentence = self._parse.sentences[number]
            times = [one for one in self._datings.get(number, ()) if is_dated(one.time)]
            told = [one for one in times if not self._is_aside(one)]
            if sentence.block != here.block or len(told) > 1 or self._is_quoted(sentence):
                return None
            if times:
                found = told[0] if told and told[0].verb == self._root(sentence).i else None
                return found if found and self._is_over(found) else None
            if not self._tenses.is_told(self._root(sentence)):
                return None
        return None

    def _is_occasion(self, act: Act, told: Dating) -> bool:
        """Whether an act was done at what a time was told of: `during the debate`."""
        parse = self._parse
        before = {t.lemma for t in parse.tokens_of(parse.sentence_of(told.at)) if t.tag == "NN"}
        return any(
            token.dep == "pobj"
            and token.lemma in before
            and parse.tokens[token.head].lower in _AT
            and self._tenses.is_known(token)
            for token in parse.tokens_of(parse.sentence_of(act.head))
        )

    def _is_told(self, act: Act) -> bool:
        """Whether an act and its sentence are told in the past, one after the other."""
        verb = self._tenses.verb(act)
        root = self._root(self._parse.sentence_of(act.head))
        on_line = self._tenses.is_on_line(verb, through_words=True)
        return on_line and all(map(self._tenses.is_told, (verb, root)))

    def _is_over(self, one: Dating) -> bool:
        """Whether a time is over, and is either long ago or no longer than a week."""
        last = one.time.last
        if not self._day or last is None or last >= self._day.isoformat():
            return False
        return one.old or is_short(one.time)

    def goes_on(self, act: Act, one: Dating) -> bool:
        """Whether an act was done at the time that its paragraph told last.

        What a sentence opens with holds for the rest; of a month or year
        long ago only what happened at that occasion is told.
        """
        if one.old and not is_short(one.time):
            return self._is_occasion(act, one)
        verb = self._root(self._parse.sentence_of(one.at))
        speaks = any(kid.dep == "ccomp" for kid in self._parse.kids(verb.i))
        scene = one.opens and not one.old and not speaks
        return scene or self._is_akin(act, one) or self._is_occasion(act, one)

    def _is_akin(self, act: Act, one: Dating) -> bool:
        """Whether an act is told of the same people, things or harm as a dated sentence.

        `A bomb went off on Monday. Two people died.` Not so what others do: `The army took
        the town on Monday. Turkey recalled its envoy.`
        """
        parse = self._parse
        here, there = parse.sentence_of(act.head), parse.sentence_of(one.at)
        before = {t.lemma.lower() for t in parse.tokens_of(there) if t.tag[:2] in {"NN", "JJ"}}
        anchor = parse.tokens[act.anchor]
        subjects = syntax.children(parse, anchor, *syntax.SUBJECTS)
        involved = {*act.actors, *act.recipients, *subjects, *act.taken, act.named, act.bare}
        if act.noun:
            involved.add(act.head)
        for index in involved - {None}:
            token = parse.tokens[index or 0]
            if parse.sentence_of(token.i) != here:
                continue
            lemma = token.lemma.lower()
            if token.tag[:2] == "NN" and any(not c.isdisjoint(before) for c in self._of(lemma)):
                return True
            if token.tag.startswith("PRP") and here.number - there.number == 1:
                return True
        told = [a for t in parse.tokens_of(there) for a in self._clauses.acts_at(t.i)]
        same = [a for a in told if a.type == act.type]
        known = all(map(self._is_known, map(parse.tokens.__getitem__, act.actors)))
        again = any(parse.tokens[a.head].lemma == parse.tokens[act.head].lemma for a in same)
        return known and bool(same) and (act.type == _HARM or again)

    def _of(self, lemma: str) -> list[frozenset[str]]:
        """The classes of those who may be meant by a noun again, itself alone the least."""
        return [frozenset({lemma}), *(one for one in self._alike if lemma in one)]

    def _is_known(self, noun: Token) -> bool:
        """Whether a party is named or known to the reader: `the gunman`, no `Turkish jets`."""
        return noun.tag in {"NNP", "NNPS"} or self._tenses.is_known(noun)

    def _is_aside(self, one: Dating) -> bool:
        """Whether a time is that of a clause beside what its sentence tells.

        `met on Monday to plan the vote`, with a day of the vote; `the vote to be held in May`.
        """
        if one.verb is None or one.bound:
            return False
        verb = self._tenses.finite(self._parse.tokens[one.verb])
        return verb is None or verb.dep == "relcl"

    def _is_quoted(self, sentence: Sentence) -> bool:
        """Whether what a sentence tells is somebody's own words."""
        tags = [token.tag for token in self._parse.tokens_of(sentence)]
        verb = self._root(sentence).i - sentence.first
        opened = tags[:verb].count(_OPEN) > tags[:verb].count(_CLOSE)
        return opened or tags[verb:].count(_CLOSE) > tags[verb:].count(_OPEN)

    def _root(self, sentence: Sentence) -> Token:
        tokens = self._parse.tokens_of(sentence)
        return next((token for token in tokens if token.head == token.i), tokens[0])
