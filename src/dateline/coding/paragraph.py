"""Paragraph: the time that its earlier sentences tell, where an act goes on from it.

A time that opens a sentence sets the scene for those after it: `On Monday in Lyon ...`. One
that stands elsewhere is that of its own act, and holds for what is told of the same people
or things: `Gunmen attacked a bus on Monday. They shot the driver.`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.coding.lengths import is_dated, is_short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dateline.coding.act import Act
    from dateline.coding.clauses import Clauses
    from dateline.coding.datings import Dating
    from dateline.coding.tenses import Tenses
    from dateline.coding.threads import Threads
    from dateline.records.parse import Sentence, Token

#: Penn tags of quotation marks.
_OPEN, _CLOSE = "``", "''"
#: Types of harm and of protest, which many sentences tell of, and types of words, which are
#: mostly said later of what was done.
_LASTING = frozenset({"ASSAULT", "PROTEST"})
_OF_WORDS = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
#: How many sentences of a paragraph go on from one that says when.
_GOING_ON = 3


class Paragraph:
    """What the paragraphs of one report say of when.

    Args:
        clauses: the clauses and acts of the report.
        tenses: how its verbs tell.
        datings: what its times date, by number of sentence.
        day: the day of publication, None if unknown.
        threads: which acts go on from which sentences.
    """

    def __init__(
        self,
        clauses: Clauses,
        tenses: Tenses,
        datings: Mapping[int, Sequence[Dating]],
        day: date | None,
        threads: Threads,
    ) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._tenses = tenses
        self._datings = datings
        self._day = day
        self._threads = threads

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

    def occasion(self, act: Act) -> Dating | None:
        """The time that the paragraph told of the occasion at which an act was done."""
        for sentence in self._threads.occasions(act):
            times = [
                one
                for one in self._datings.get(sentence.number, ())
                if is_dated(one.time) and not self._is_aside(one)
            ]
            if times:
                return times[0] if len(times) == 1 and self._is_over(times[0]) else None
        return None

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

        What a sentence opens with holds for the rest; a month or year of long ago does not.
        Other times hold for the next sentence, and for harm as long as it is told of.
        """
        if one.old and not is_short(one.time):
            return False
        there = self._parse.sentence_of(one.at)
        speaks = any(kid.dep == "ccomp" for kid in self._parse.kids(self._root(there).i))
        if one.opens and not one.old and not speaks:
            of_words = act.type in _OF_WORDS
            if not of_words or self._threads.takes_up(act, there.number):
                return True
        near = self._parse.sentence_of(act.head).number - there.number == 1
        if speaks or act.type not in _LASTING:
            return near and self._threads.akin(act, there.number)
        return self._threads.akin(act, there.number)

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
