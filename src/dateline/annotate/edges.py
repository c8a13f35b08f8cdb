"""Edges: where a clause that a cue governs begins and ends.

The parser hangs what follows a clause now from the clause, now from the cue. What is
said ends before the next thing that the reporter tells: a further cue of the same speaker
(`and vowed to`, `, adding that`), or another's (`, while X said`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.annotate.cues import Form
from dateline.annotate.reading import Reading, Stretch

if TYPE_CHECKING:
    from dateline.records.parse import Token

#: Subordinators whose clause after a cue's content still belongs to it.
_CONDITIONS = frozenset({"if", "unless", "because", "until", "once", "should"})
#: Subordinators that set another's words against what was said before.
_CONTRASTS = frozenset({"while", "though", "although", "whereas", "but", "as"})
_BREAKS = frozenset({",", "-", "--", "–", "—"})
_JOINTS = frozenset({"and", "but", "or", "while"})


def governed_clause(reading: Reading, cue: Token, head: Token) -> Stretch:
    """The words of the clause under `head` that the cue before it gives to its speaker."""
    first, last = reading.span_of(head.i)
    first = max(first, cue.i + 1)
    last = _extended(reading, cue, head, last)
    for token in _inside(reading, head, first, last):
        if _tells_anew(reading, cue, token):
            last = min(last, _joint(reading, token, first))
    last = min(last, _reporters_own(reading, cue, head, last))
    return reading.trimmed(Stretch(first, last))


def _reporters_own(reading: Reading, cue: Token, head: Token, last: int) -> int:
    """Where a relative clause of the reporter's own ends the stretch (`..., which is six`)."""
    for index in range(last - 1, head.i, -1):
        if reading.tokens[index].dep != "relcl":
            continue
        first, end = reading.span_of(index)
        if reading.tokens[first].text in _BREAKS:
            first += 1
        if (
            end >= last - 1
            and first > head.i + 1
            and reading.tokens[first - 1].text in _BREAKS
            and reading.tokens[first].tag in {"WDT", "WP", "WP$", "IN"}
            and reading.inside[first] == reading.inside[cue.i]
        ):
            return first
    return last


def _inside(reading: Reading, head: Token, first: int, last: int) -> list[Token]:
    """The verbs of the stretch other than its head, outside quotation."""
    return [
        reading.tokens[index]
        for index in range(first, last)
        if index > head.i
        and reading.tokens[index].tag[:2] == "VB"
        and reading.inside[index] == reading.inside[head.i]
    ]


def _extended(reading: Reading, cue: Token, head: Token, last: int) -> int:
    """Take in what the parser hung from the cue though it follows the clause."""
    for kid in reading.parse.kids(cue.i):
        if kid.i < last or kid.i < head.i or kid.dep == "punct":
            continue
        if kid.dep == "advcl":
            mark = reading.kid(kid.i, "mark", "advmod")
            if mark is None or mark.lower not in _CONDITIONS:
                break
        elif kid.dep != "cc" and not (kid.dep == "conj" and _goes_on(reading, cue, kid)):
            break
        if kid.dep != "cc":
            last = max(last, reading.span_of(kid.i).last)
    return last


def _goes_on(reading: Reading, cue: Token, conjunct: Token) -> bool:
    """Whether a clause coordinated to the cue is more of what was said."""
    if conjunct.i in reading.cues or cue.tag != "VBD":
        return False
    subject = reading.kid(conjunct.i, *syntax.SUBJECTS)
    return subject is not None and conjunct.tag != "VBD"


def _tells_anew(reading: Reading, cue: Token, verb: Token) -> bool:
    """Whether a verb in the content is the reporter's next cue and no part of what was said."""
    word = reading.cues.get(verb.i)
    if word is None:
        return False
    own = reading.kid(verb.i, *syntax.SUBJECTS)
    if verb.dep == "conj":
        aux = reading.kid(verb.i, *syntax.AUXILIARIES, "neg")
        return (
            own is None
            and aux is None
            and word.takes(Form.QUOTE)
            and same_tense(reading, verb, cue)
        )
    if verb.dep != "advcl":
        return False
    if verb.tag == "VBG" and own is None:
        return reading.after_comma(verb.i) and word.takes(Form.QUOTE, Form.AS)
    mark = reading.kid(verb.i, "mark", "advmod")
    contrast = mark is not None and mark.lower in _CONTRASTS
    return contrast and own is not None


def same_tense(reading: Reading, verb: Token, cue: Token) -> bool:
    """Whether a verb coordinated inside a content is rather coordinated to the cue.

    `accused X of breaking the deal and promised to`: its form is the cue's and not that of
    the verb that it is parsed to go with; in the past tense the cue wins.
    """
    if verb.tag == cue.tag == "VBD":
        return True
    past = {"VBD", "VBN"}
    alike = verb.tag == cue.tag or {verb.tag, cue.tag} <= past
    return alike and reading.tokens[verb.head].tag not in {verb.tag, cue.tag, "MD"}


def _joint(reading: Reading, verb: Token, first: int) -> int:
    """Where the clause of the verb begins, its conjunction or comma included."""
    index = verb.i
    for kid in reading.parse.kids(verb.i):
        if kid.i < verb.i:
            index = min(index, reading.span_of(kid.i).first)
    while index - 1 > first and (
        reading.tokens[index - 1].text == ","
        or reading.tokens[index - 1].lower in _JOINTS
        or reading.tokens[index - 1].tag == "RB"
    ):
        index -= 1
    return index
