"""Joined: times that a sentence says of one verb and that hold for another of it too.

`Police arrested two men and charged them on Monday`, `has banned rallies since the vote in
February`, `took over in 1999 after ousting his rival`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.lengths import as_occurred, drawn_out, is_dated, is_short

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dateline.coding.act import Act
    from dateline.coding.clauses import Clauses
    from dateline.coding.datings import Dating
    from dateline.coding.tenses import Tenses
    from dateline.records.claim import Occurred
    from dateline.records.parse import Token

_SINCE, _AFTER, _BEFORE, _WHERE, _BE = "since", "after", "before", "where", "be"
#: Prepositions that set no bound and no length.
_ON = frozenset({"on", "in", "at", "during", "of"})
#: Labels of what may stand between a verb and the time at its end; what else follows the
#: time belongs to that verb alone: `charged them on Monday with murder`.
_BESIDE = frozenset({"punct", "cc", "conj", "npadvmod", "advmod"})
#: Words of a clause that counts from something else: `a week after the vote`.
_COUNTED = frozenset({"after", "before", "prior"})


class Joined:
    """Times of verbs that are joined to that of an act, in one report.

    Args:
        clauses: the clauses and acts of the report.
        tenses: how its verbs tell.
        day: the day of publication, None if unknown.
    """

    def __init__(self, clauses: Clauses, tenses: Tenses, day: date | None) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._tenses = tenses
        self._day = day

    def since(self, act: Act, here: Sequence[Dating]) -> Occurred | None:
        """The time from what an act in the perfect has lasted since, until the report.

        `has shelled the city since the war began in May`, `since the vote on 3 March`.
        """
        verb = self._tenses.verb(act)
        if self._day is None or not self._tenses.is_perfect(verb):
            return None
        for one in here:
            if is_dated(one.time) and self._is_since(one, verb):
                iso = self._day.isoformat()
                return drawn_out(as_occurred(one.time, "inferred"), iso, iso)
        return None

    def after(self, act: Act, here: Sequence[Dating]) -> Occurred | None:
        """The year of what somebody did after the act: `fled in 2012 after accusing him`."""
        gerund = self._parse.tokens[act.anchor]
        preposition = self._parse.tokens[gerund.head]
        if gerund.dep != "pcomp" or preposition.lower != _AFTER:
            return None
        above = self._parse.tokens[preposition.head]
        if not above.tag.startswith("VB") or syntax.is_passive(self._parse, above):
            return None
        years = [o for o in here if o.verb == above.i and o.time.text.isdigit()]
        return as_occurred(years[0].time, "inferred") if len(years) == 1 else None

    def near(self, act: Act, here: Sequence[Dating]) -> Dating | None:
        """The one time of a sentence, where its verb shares it with that of the act."""
        verb = self._parse.tokens[act.anchor]
        dated = [one for one in here if is_dated(one.time) and one.verb is not None]
        if len(dated) != 1 or not verb.tag.startswith("VB") or dated[0].bound:
            return None
        one = dated[0]
        other = self._parse.tokens[one.verb or 0]
        shared = (
            self._trails(verb, other, one)
            or self._stands_before(verb, other)
            or (is_short(one.time) and self._goes_on(verb, other))
            or (is_short(one.time) and self._ends(verb, other))
            or self._asks(verb, other, one)
        )
        return one if shared else None

    def is_counted(self, act: Act, here: Sequence[Dating]) -> bool:
        """Whether a clause opens with how long before or after something else it was.

        `A week after the vote, police raided the office` is no news of the day.
        """
        tokens = self._parse.tokens
        for one in here:
            unit = tokens[one.at]
            marks = (k for k in self._parse.kids(unit.head) if k.dep == "mark")
            counted = any(token.lower in _COUNTED for token in (tokens[unit.head], *marks))
            if unit.dep == "npadvmod" and counted and unit.i < act.anchor:
                return True
        return False

    def is_past(self, act: Act, here: Sequence[Dating]) -> bool:
        """Whether a verb that goes on from that of an act is of another day.

        `A jury convicted him, and he was jailed in 2016` is no news of the day either, nor
        is what ends with a day that may be its own: `accused them of shelling it on Monday`.
        """
        tokens = self._parse.tokens
        for one in here:
            verb = tokens[one.verb] if one.verb is not None else None
            if verb is None or not is_dated(one.time):
                continue
            if one.old and act.anchor in self._chain(verb):
                return True
            below = (
                verb.dep in {"pcomp", "xcomp"} and self._clauses.finite(verb.i) == act.anchor
            )
            if below and verb.i < one.at and is_short(one.time):
                return True
        return False

    def _is_since(self, one: Dating, verb: Token) -> bool:
        """Whether a time stands under a `since` that hangs from a verb."""
        tokens = self._parse.tokens
        current = tokens[one.at]
        while current.head not in {current.i, verb.i}:
            current = tokens[current.head]
        if current.head != verb.i or current.i == verb.i:
            return False
        if current.dep == "advcl":
            return any(
                k.dep == "mark" and k.lower == _SINCE for k in self._parse.kids(current.i)
            )
        return current.lower == _SINCE

    def _trails(self, verb: Token, other: Token, one: Dating) -> bool:
        """Whether a time ends the last of some verbs that say one thing after the other.

        `shelled the town, killed six people and took the bridge on Monday`. After a comma
        two verbs are told apart, and so are an old time's unless they share a passive: `was
        convicted of fraud and jailed in 2008`.
        """
        chain = self._chain(other)
        if verb.i not in chain or not self._at_end(other, one):
            return False
        joined = [self._parse.tokens[i] for i in (other.i, *chain[: chain.index(verb.i)])]
        if any(syntax.children(self._parse, token, *syntax.SUBJECTS) for token in joined):
            return False
        passive = syntax.is_passive(self._parse, verb)
        if not self._tenses.is_told(verb) or any(
            passive == bool(syntax.children(self._parse, token, "dobj")) for token in joined
        ):
            return False
        helped = any(syntax.children(self._parse, token, "aux", "auxpass") for token in joined)
        if helped or (not is_short(one.time) and not passive):
            return False
        comma = any(t.text == "," for t in self._parse.tokens[verb.i : other.i])
        return not comma or len(joined) > 1

    def _at_end(self, verb: Token, one: Dating) -> bool:
        """Whether nothing but more of when and where follows a time under its verb."""
        tokens = self._parse.tokens
        after = [kid for kid in self._parse.kids(verb.i) if kid.i > one.at]
        time = tokens[tokens[one.at].head]
        if one.at < verb.i or (tokens[one.at].dep == "pobj" and time.lower not in _ON):
            return False
        return all(
            kid.dep in _BESIDE or kid.lower in _ON or kid.lower == "near" for kid in after
        )

    def _stands_before(self, verb: Token, other: Token) -> bool:
        """Whether a clause with its own subject goes on from one that a time dates.

        `The army killed four rebels on Sunday; three soldiers were wounded`.
        """
        told = all(map(self._tenses.is_told, (verb, other)))
        if not told or other.i > verb.i or not self._has_subject(verb):
            return False
        between = self._parse.tokens[other.i : verb.i]
        if other.dep in {"ccomp", "parataxis"} and other.head == verb.i:
            return any(token.text == ";" for token in between)
        if verb.dep == "parataxis" and verb.head == other.i:
            return any(token.text == ";" for token in between)
        said = self._parse.tokens[verb.head]
        return verb.dep == "conj" and other.dep == "ccomp" and other.head == said.i > other.i

    def _asks(self, verb: Token, other: Token, one: Dating) -> bool:
        """Whether a past time ends what somebody was told to do: `told them to go last May`.

        They were not told later than that. What something was done for on a day was done
        then too: `used gas to clear the square on Friday`.
        """
        past = self._day is not None and (one.time.last or "") < self._day.isoformat()
        purpose = other.dep == "advcl" and is_short(one.time)
        below = (other.dep == "xcomp" or purpose) and other.head == verb.i
        asked = below and syntax.has_to(self._parse, other) and one.at > other.i
        return asked and past and bool(one.time.last) and self._tenses.is_told(verb)

    def _ends(self, verb: Token, other: Token) -> bool:
        """Whether an act put an end to what a time dates: `killed two before he was shot`."""
        marks = {k.lower for k in self._parse.kids(verb.i) if k.dep == "mark"}
        parties = syntax.children(self._parse, verb, "dobj", *syntax.SUBJECTS)
        same = any(self._parse.tokens[i].tag == "PRP" for i in parties)
        below = verb.dep == "advcl" and verb.head == other.i and _BEFORE in marks
        return below and same and self._tenses.is_told(verb)

    def _goes_on(self, verb: Token, other: Token) -> bool:
        """Whether what was done where somebody came, or they were just doing, was done then.

        `flew to Lima, where he met them on Monday`, `shot men who were fleeing on Monday`.
        """
        helpers = syntax.children(self._parse, other, "aux")
        lasting = other.tag == "VBG" and any(
            self._parse.tokens[i].lemma == _BE and self._parse.tokens[i].tag == "VBD"
            for i in helpers
        )
        adverbs = syntax.children(self._parse, other, "advmod")
        there = any(self._parse.tokens[i].lower == _WHERE for i in adverbs)
        there &= other.i > verb.i and self._tenses.is_told(other)
        below = other.dep in {"relcl", "advcl"} and self._clauses.finite(other.i) == verb.i
        return (lasting or there) and below and self._tenses.is_told(verb)

    def _has_subject(self, verb: Token) -> bool:
        return bool(syntax.children(self._parse, verb, *syntax.SUBJECTS))

    def _chain(self, verb: Token) -> list[int]:
        """The verbs that a verb is joined to, from the nearest on."""
        tokens, chain = self._parse.tokens, []
        while verb.dep == "conj" and tokens[verb.head].tag.startswith("VB"):
            verb = tokens[verb.head]
            chain.append(verb.i)
        return chain
