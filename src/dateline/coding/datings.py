"""What each time of a report dates: the act and the verb that it hangs from."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from dateline.annotate import syntax

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.coding.clauses import Clauses
    from dateline.records.parse import Token
    from dateline.records.time import Time

#: Labels by which a time stands beside a verb, or inside a larger time that does.
_ADVERBIAL = frozenset(
    {"npadvmod", "advmod", "pobj", "appos", "dobj", "conj", "prep", "pcomp", "agent"}
)
#: Labels by which a time is part of the noun after it.
WITHIN = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
#: Prepositions that set a bound instead of a time.
_BOUNDS = frozenset({"before", "after", "until", "till"})
#: Prepositions of what goes on while something else is done.
_DURING = frozenset({"in", "at", "during"})
_IN, _LASTING = "in", "during"
#: Prepositions of talks and visits, on whose day they are told.
_HELD = _DURING | {"on", "after", "following"}
#: Prepositions with which a time opens a sentence.
_OPENING = frozenset({"in", "on", "at", "by", "during"})
#: News is of the last weeks: what is older than a month is background to it.
_NEWS = timedelta(31)


class Dating(NamedTuple):
    """A time and the token it hangs by.

    `owner` is the nearest act above it and `verb` the verb that it stands beside, None where
    there is none or where it is part of a name. `opens` is set before the first verb of a
    sentence, where a time holds for all that follows; `bound` where it only says before or
    after which something was done; `old` where it was over long before the report.
    """

    at: int
    time: Time
    owner: int | None
    verb: int | None
    opens: bool
    bound: bool
    old: bool


class Datings:
    """Finds what the times of one report date.

    Args:
        clauses: the clauses and acts of the report.
        day: the day of publication, None if unknown.
        happening: verbs that say no more of their subject than that it is so.
        gatherings: nouns of talks and visits.
    """

    def __init__(
        self,
        clauses: Clauses,
        day: date | None,
        happening: frozenset[str],
        gatherings: frozenset[str],
    ) -> None:
        self._clauses = clauses
        self._gatherings = gatherings
        self._happening = happening
        self._parse = clauses.parse
        self._day = day

    def __call__(self, times: Iterable[Time]) -> dict[int, list[Dating]]:
        """The times with what they date, by number of sentence.

        An hour whose day its paragraph does not name dates nothing.
        """
        found = self._clauses.by_sentence(times)
        days: dict[int, set[str | None]] = {}
        datings: dict[int, list[Dating]] = {}
        for number, here in found.items():
            told = days.setdefault(self._parse.sentences[number].block, set())
            told.update(time.first for _, time in here if not _is_by_clock(time))
            dated = [(i, t) for i, t in here if not _is_by_clock(t) or t.first in told]
            datings[number] = [self._of(index, time) for index, time in dated]
        return datings

    def _of(self, index: int, time: Time) -> Dating:
        parse = self._parse
        owner, verb, old = self._clauses.owner(index), self._verb(index), self._is_old(time)
        happened = self._happened(verb)
        if happened is not None:
            act = self._clauses.is_act(happened)
            owner = happened if act else self._clauses.owner(happened)
            spoken_of = parse.tokens[happened].dep == "dobj"
            verb = None if spoken_of else self._verb(happened)
        said = self._said(verb, index)
        if said is not None:
            owner, verb = said if self._clauses.is_act(said) else None, said
        nearer = self._nearer(owner, index) if old and owner is not None else None
        if nearer is not None:
            owner, verb = nearer if self._clauses.is_act(nearer) else None, nearer
        if verb is None and nearer is None and (root := self._fronted(time)) is not None:
            owner, verb = root if self._clauses.is_act(root) else None, root
        before = parse.tokens[parse.sentence_of(index).first : index]
        return Dating(
            at=index,
            time=time,
            owner=owner,
            verb=verb,
            opens=verb is not None and not any(token.tag.startswith("VB") for token in before),
            bound=parse.tokens[parse.tokens[index].head].lower in _BOUNDS,
            old=old,
        )

    def _said(self, verb: int | None, index: int) -> int | None:
        """The verb of saying that a time follows, though the parser gives it to what is said.

        `Mali said on Monday its army had fled`, but `said that on Monday its army fled`.
        """
        tokens = self._parse.tokens
        if verb is None or tokens[verb].dep != "ccomp":
            return None
        above = tokens[verb].head
        subjects = syntax.children(self._parse, tokens[verb], *syntax.SUBJECTS)
        between = tokens[above + 1 : index]
        close = above < index and all(token.dep in {"prep", "det"} for token in between)
        return above if close and subjects and subjects[0] > index else None

    def _fronted(self, time: Time) -> int | None:
        """The main verb of a sentence that a time opens, whatever the parser makes of it.

        `In mid-August, Lopez, on behalf of the ministry, met the guards`.
        """
        parse = self._parse
        inside = parse.between(time.start, time.end)
        if not inside or inside[-1].i + 1 >= len(parse.tokens):
            return None
        sentence = parse.tokens_of(parse.sentence_of(inside[0].i))
        opening = sentence[: inside[0].i - sentence[0].i]
        set_off = parse.tokens[inside[-1].i + 1].text == ","
        if not set_off or len(opening) > 1 or any(t.lower not in _OPENING for t in opening):
            return None
        root = next((token for token in sentence if token.head == token.i), sentence[0])
        return root.i if root.tag.startswith("VB") else None

    def _happened(self, verb: int | None) -> int | None:
        """The noun of which a clause only says that it happened at some time.

        `was shot in a raid that took place on Monday`, `talks expected to begin in May`;
        not what somebody only speaks of: `condemned a raid that happened on Monday`.
        """
        tokens = self._parse.tokens
        if verb is None or tokens[verb].lemma not in self._happening:
            return None
        clause = tokens[verb]
        if clause.dep == "xcomp" and tokens[clause.head].tag == "VBN":
            clause = tokens[clause.head]
        if clause.dep not in {"relcl", "acl"}:
            return None
        noun = tokens[clause.head]
        along = noun.dep == "pobj" and tokens[noun.head].lower in _DURING
        return noun.i if along or self._clauses.is_act(noun.i) else None

    def _nearer(self, owner: int | None, index: int) -> int | None:
        """The verb below the owner that a time of long ago at the end belongs to.

        `Japan accused them of kidnapping fishermen in 1978`; a comma ends the reach of it.
        """
        if owner is None:
            return None
        for token in reversed(self._parse.tokens[owner + 1 : index]):
            if token.tag == ",":
                return None
            if token.tag.startswith("VB") and self._is_under(token, owner):
                return token.i
        return None

    def _is_under(self, token: Token, index: int) -> bool:
        """Whether a verb, no auxiliary, hangs from a token or from what hangs from it."""
        tokens = self._parse.tokens
        while token.i not in {token.head, index}:
            if token.dep in syntax.AUXILIARIES:
                return False
            token = tokens[token.head]
        return token.i == index

    def _verb(self, index: int) -> int | None:
        """The verb that a time stands beside; None where it is part of a name.

        `on Friday` under a verb; not the year of `won the 2016 election`, but that of
        `agreed in the 2016 treaty`. What is done while doing something is done at the same
        time, and what is done during something that opens the clause: `in a statement on
        Friday, he said`.
        """
        tokens = self._parse.tokens
        current, of_noun = tokens[index], False
        if current.dep in WITHIN:
            current = self._occasion(current)
        while current.head != current.i:
            if current.dep not in _ADVERBIAL:
                return None
            above = tokens[current.head]
            if above.tag.startswith(("VB", "MD")) and above.dep != "prep":
                if of_noun and not self._is_along(current, index):
                    return None
                return above.head if above.tag == "VBG" and above.dep == "advcl" else above.i
            of_noun |= current.dep == "prep" and above.tag.startswith("NN")
            current = above
        return current.i

    def _is_along(self, preposition: Token, index: int) -> bool:
        """Whether a time in the phrase of a preposition is that of the verb above it too.

        `in a statement on Friday, he said`, `signed it during a visit on Friday`, `agreed
        after talks on Friday`, `died in clashes over the weekend`; but not `condemned it in
        letters of May`.
        """
        tokens = self._parse.tokens
        held = tokens[tokens[tokens[index].head].head]
        if preposition.lower in _HELD and held.lemma in self._gatherings:
            return True
        if preposition.lower not in _DURING or index < preposition.head:
            return preposition.lower in _DURING
        nouns = syntax.children(self._parse, preposition, "pobj")
        event = preposition.lower == _IN and any(map(self._clauses.is_act, nouns))
        return preposition.lower == _LASTING or (event and tokens[index].head != preposition.i)

    def _occasion(self, time: Token) -> Token:
        """The preposition of the occasion that a time is part of: `at its May congress`."""
        tokens = self._parse.tokens
        noun = time
        while noun.dep in WITHIN:
            noun = tokens[noun.head]
        before = tokens[noun.head]
        held = noun.dep == "pobj" and before.dep == "prep" and before.lower in _DURING
        return before if held and tokens[before.head].tag.startswith("VB") else time

    def _is_old(self, time: Time) -> bool:
        return bool(
            self._day and time.last and date.fromisoformat(time.last) < self._day - _NEWS
        )


def _is_by_clock(time: Time) -> bool:
    """Whether a time names an hour alone, whose day another paragraph may have told."""
    return time.type == "TIME" and time.basis == "text"
