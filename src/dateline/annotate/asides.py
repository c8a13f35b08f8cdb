"""What is given by cues other than verbs: `according to`, `a claim that`, `reportedly`.

Each function takes a cue's token and gives the pieces of its content and the heads of who
speaks; no pieces where the word is no cue here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.annotate.cues import CueKind, Form
from dateline.annotate.edges import governed_clause
from dateline.annotate.reading import Reading, Stretch
from dateline.annotate.speakers import noun_speakers
from dateline.annotate.syntax import children, expand, has_to
from dateline.annotate.things import thing_of

if TYPE_CHECKING:
    from dateline.annotate.cues import Cue
    from dateline.records.parse import Token

#: What a word gives: the pieces of its content and who speaks.
Given = tuple[list[Stretch], tuple[int, ...]]
_NOTHING: Given = ([], ())
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "pcomp"})


def given_by(reading: Reading, token: Token, cue: Cue) -> Given:
    """What a cue that is no verb gives to its speaker."""
    if cue.kind is CueKind.PREPOSITION:
        under = _deepest(reading, token)
        heads = expand(reading.parse, children(reading.parse, under, "pobj"))
        return (_clause_around(reading, token), heads) if heads else _NOTHING
    if cue.kind is CueKind.ADVERB:
        return _sides(reading, token, reading.span_of(token.head)), ()
    if cue.kind is CueKind.ADJECTIVE:
        return _adjective(reading, token, cue)
    return _noun(reading, token, cue)


def _deepest(reading: Reading, token: Token) -> Token:
    """The last preposition of a compound one (`according` -> `to`)."""
    inner = reading.kid(token.i, "prep", "prt")
    return inner if inner is not None and inner.i == token.i + 1 else token


def _clause_around(reading: Reading, aside: Token) -> list[Stretch]:
    """The clause that an aside stands in, without the aside."""
    clause = _clause_of(reading, aside)
    around = reading.bounds(aside.i) if clause is None else reading.span_of(clause.i)
    return _sides(reading, aside, around)


def _sides(reading: Reading, aside: Token, around: Stretch) -> list[Stretch]:
    """What stands in a stretch before and after an aside."""
    own, bounds = reading.span_of(aside.i), reading.bounds(aside.i)
    sides = (
        Stretch(max(around.first, bounds.first), own.first),
        Stretch(own.last, min(around.last, bounds.last)),
    )
    pieces = (reading.whole(reading.trimmed(side), aside.i) for side in sides)
    return [piece for piece in pieces if _says(reading, piece)]


def _says(reading: Reading, piece: Stretch) -> bool:
    """Whether a piece is more than a conjunction."""
    length = piece.last - piece.first
    return length > 1 or (length == 1 and reading.tokens[piece.first].tag not in {"IN", "CC"})


def _clause_of(reading: Reading, aside: Token) -> Token | None:
    """The verb of the subordinate clause that the aside stands in, None in a main clause."""
    token = reading.tokens[aside.head]
    while token.head != token.i:
        subject = reading.kid(token.i, *syntax.SUBJECTS)
        if subject is not None and token.dep in _CLAUSES:
            return token
        token = reading.tokens[token.head]
    return None


def _noun(reading: Reading, noun: Token, cue: Cue) -> Given:
    """What a noun gives: its own clause, or that of `his view is that`."""
    speakers = noun_speakers(reading, noun)
    above = reading.tokens[noun.head]
    if cue.takes(Form.ASIDE) and noun.dep == "pobj" and above.lower == "in" and speakers:
        return _clause_around(reading, above), speakers
    for kid in reading.parse.kids(noun.i):
        if kid.i > noun.i and _names(reading, kid, cue):
            return [reading.whole(governed_clause(reading, noun, kid), noun.i)], speakers
    if noun.dep == "nsubj" and above.lemma == "be" and cue.takes(Form.THAT):
        clause = reading.kid(above.i, "ccomp")
        if clause is not None and clause.i > above.i:
            return [reading.whole(governed_clause(reading, above, clause), above.i)], speakers
    return thing_of(reading, noun, cue), speakers


def _names(reading: Reading, kid: Token, cue: Cue) -> bool:
    """Whether a dependent of a noun says what the claim, promise or fear is."""
    if kid.dep == "prep":
        return kid.lower == "of" and cue.takes(Form.OF)
    if kid.dep not in {"acl", "ccomp", "xcomp", "relcl"}:
        return False
    if has_to(reading.parse, kid):
        return cue.takes(Form.TO)
    mark = next((k for k in reading.parse.kids(kid.i) if k.lower == "that"), None)
    if mark is None or not cue.takes(Form.THAT):
        return False
    if mark.dep == "mark" or kid.dep != "relcl":
        return True
    told = kid.i in reading.cues or reading.lexicon.is_light(reading.parse, kid)
    return mark.dep == "dobj" and not told


def _adjective(reading: Reading, word: Token, cue: Cue) -> Given:
    """What an adjective gives to the subject of its clause (`he is sure that`)."""
    above = reading.tokens[word.head]
    holder = word if reading.kid(word.i, *syntax.SUBJECTS) else above
    if holder.lower == "it" or not holder.tag.startswith(("VB", "MD", "JJ")):
        return _NOTHING
    if reading.tokens[holder.head].lemma == "make" and holder.dep == "ccomp":
        holder = reading.tokens[holder.head]
    speakers = reading.propositions.subjects(holder.i)[0]
    if not speakers or reading.tokens[speakers[0]].lower in {"it", "there", "this", "that"}:
        return _NOTHING
    for head in (word, above):
        for kid in reading.parse.kids(head.i):
            if kid.i > word.i and _completes(reading, kid, cue):
                return [reading.whole(governed_clause(reading, word, kid), word.i)], speakers
    return thing_of(reading, word, cue), speakers


def _completes(reading: Reading, kid: Token, cue: Cue) -> bool:
    """Whether a dependent is the clause that an adjective asks for."""
    if kid.dep not in {"ccomp", "xcomp", "advcl", "acl"}:
        return False
    if has_to(reading.parse, kid):
        return cue.takes(Form.TO)
    mark = reading.kid(kid.i, "mark")
    thatlike = mark.lower in {"that", "if", "whether"} if mark else kid.dep == "ccomp"
    return thatlike and cue.takes(Form.THAT)
