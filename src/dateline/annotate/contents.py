"""Contents: which words a verb gives to its speaker.

A verb takes the passages beside it in its sentence, and the clause that it governs
(`said that`), follows (`..., officials said`) or interrupts (`Troops, he said, left`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.annotate.beside import (
    from_clause_start,
    headline_rest,
    passage_after,
    passage_before,
)
from dateline.annotate.cues import Form
from dateline.annotate.edges import governed_clause
from dateline.annotate.reading import Quoted, Reading, Stretch
from dateline.annotate.syntax import has_to, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotate.cues import Cue
    from dateline.records.parse import Token

#: Objects that stand for a content told elsewhere (`Moscow denies it`).
_ANAPHORS = frozenset({"it", "this", "that", "these", "those"})


def verb_contents(reading: Reading, verb: Token, cue: Cue) -> list[Stretch]:
    """The pieces of content that a verb gives to its speaker; empty if none."""
    before = passage_before(reading, verb) if cue.takes(Form.QUOTE) else None
    after = passage_after(reading, verb) if cue.takes(Form.QUOTE) else None
    governed = _governed(reading, verb, cue) if before is None else None
    pieces = []
    if before is not None:
        pieces.append(from_clause_start(reading, before))
    if after is not None:
        pieces.append(_joined(after, governed or headline_rest(reading, after)))
    elif governed is not None:
        pieces.extend(_with_passive_subject(reading, verb, cue, governed))
    if not pieces and cue.takes(Form.THAT, Form.QUOTE):
        pieces = _around(reading, verb)
    whole = (reading.whole(piece, verb.i) for piece in pieces)
    return [piece for piece in whole if piece.last > piece.first]


def _joined(after: Quoted, governed: Stretch | None) -> Stretch:
    """A passage after the cue, with the rest of the clause that it begins."""
    if governed is None or governed.last <= after.first:
        return Stretch(after.first, after.last)
    return Stretch(min(after.first, governed.first), max(after.last, governed.last))


def _governed(reading: Reading, verb: Token, cue: Cue) -> Stretch | None:
    """The clause or phrase after the verb that it governs."""
    thing = reading.kid(verb.i, "dobj")
    after = [kid for kid in reading.parse.kids(verb.i) if kid.i > verb.i]
    head = next((kid for kid in after if _governs(reading, kid, cue)), None)
    if head is None and thing is not None and thing.i > verb.i:
        head = next(
            (kid for kid in reading.parse.kids(thing.i) if _hangs_from(reading, kid, cue)), None
        ) or next((kid for kid in after if _predicated(reading, kid, thing, cue)), None)
    if head is None:
        head = next((kid for kid in after if _aims(reading, kid, verb, cue)), None)
    if head is None:
        return None
    found = governed_clause(reading, verb, head)
    if cue.lemma.count(" ") and thing is None:
        thing = _under_preposition(reading, verb, cue)
    if thing is not None and verb.i < thing.i < found.first and _shares(reading, head):
        found = Stretch(reading.span_of(thing.i).first, found.last)
    return found


def _under_preposition(reading: Reading, verb: Token, cue: Cue) -> Token | None:
    """What stands under the preposition of the cue (`called on both armies to stop`)."""
    for kid in reading.parse.kids(verb.i):
        if kid.dep == "prep" and cue.lemma.endswith(f" {kid.lower}"):
            return reading.kid(kid.i, "pobj")
    return None


def _hangs_from(reading: Reading, kid: Token, cue: Cue) -> bool:
    """Whether what belongs to the verb was hung from its object (`told them that ...`)."""
    if kid.dep == "prep":
        return _governs(reading, kid, cue)
    mark = reading.kid(kid.i, "mark")
    return (
        cue.takes(Form.THAT)
        and kid.dep in {"relcl", "acl"}
        and mark is not None
        and mark.lower == "that"
    )


def _predicated(reading: Reading, kid: Token, thing: Token, cue: Cue) -> bool:
    """Whether a noun phrase right after the object says what it is (`the law a disgrace`)."""
    first = reading.span_of(kid.i).first
    return (
        cue.takes(Form.OBJECT)
        and kid.dep in {"npadvmod", "dobj"}
        and first == reading.span_of(thing.i).last
        and reading.tokens[first].tag == "DT"
    )


def _aims(reading: Reading, kid: Token, verb: Token, cue: Cue) -> bool:
    """Whether an infinitive that was parsed as a purpose is what the cue asks for."""
    if kid.dep != "advcl" or not has_to(reading.parse, kid):
        return False
    before = reading.tokens[reading.span_of(kid.i).first - 1]
    if before.text == ",":
        return False
    thing = reading.kid(verb.i, "dobj")
    return cue.takes(Form.TO) if thing is None else cue.takes(Form.OBJECT)


def _shares(reading: Reading, head: Token) -> bool:
    """Whether a clause or phrase has the verb's object for its subject (`him to leave`)."""
    return reading.kid(head.i, "mark", *syntax.SUBJECTS) is None


def _governs(reading: Reading, kid: Token, cue: Cue) -> bool:
    """Whether a dependent has the form that the cue asks of its content."""
    if kid.dep == "ccomp":
        if cue.takes(Form.THAT) and _tells(reading, kid):
            return True
        own = reading.kid(kid.i, *syntax.SUBJECTS)
        return cue.takes(Form.OBJECT) and own is not None
    if kid.dep == "xcomp":
        if has_to(reading.parse, kid):
            return cue.takes(Form.TO, Form.OBJECT)
        return cue.takes(Form.ING if kid.tag == "VBG" else Form.OBJECT)
    if kid.dep == "oprd":
        return cue.takes(Form.OBJECT)
    if kid.dep == "prep":
        if kid.lower in {"for", "with"}:  # `blamed the army for shelling the town`
            doing = reading.kid(kid.i, "pcomp") is not None
            return doing and cue.takes(Form(kid.lower))
        return (kid.lower == "as" and cue.takes(Form.AS)) or (
            kid.lower == "of" and cue.takes(Form.OF)
        )
    return False


def _tells(reading: Reading, clause: Token) -> bool:
    """Whether a clause tells that, whether or how something is, and is no infinitive."""
    if clause.tag in {"VBD", "VBZ", "VBP", "VBN", "MD"}:
        return True
    first = reading.tokens[reading.span_of(clause.i).first]
    if first.tag[0] == "W" or first.lower in {"that", "if", "whether"}:
        return True
    if has_to(reading.parse, clause):
        return False
    return any(
        kid.dep in {"aux", "auxpass", "cop", "mark"}
        and kid.tag in {"MD", "VBD", "VBZ", "VBP", "IN"}
        for kid in reading.parse.kids(clause.i)
    )


def _with_passive_subject(
    reading: Reading, verb: Token, cue: Cue, governed: Stretch
) -> Iterator[Stretch]:
    """The content, with the subject that a passive shares (`The rebels are said to ...`)."""
    subject = reading.kid(verb.i, "nsubjpass")
    clause = cue.takes(Form.THAT, Form.OBJECT, Form.AS, Form.OF)
    if subject is not None and clause and is_passive(reading.parse, verb):
        yield reading.trimmed(reading.span_of(subject.i))
    yield governed


def _around(reading: Reading, verb: Token) -> list[Stretch]:
    """The clause that the cue follows or interrupts."""
    bounds = reading.bounds(verb.i)
    left = next((kid for kid in reading.parse.kids(verb.i) if kid.dep == "ccomp"), None)
    if left is not None and left.i < verb.i:
        if not _leads_to(reading, left, verb):
            return []
        first = bounds.first if verb.head == verb.i else reading.span_of(left.i).first
        before = Stretch(max(first, bounds.first), _frame_start(reading, verb, left))
        return [reading.trimmed(before), *_resumed(reading, verb, bounds)]
    if verb.dep in {"parataxis", "ccomp", "advcl", "nmod"} and _interrupts(reading, verb):
        own, host = reading.span_of(verb.i), reading.span_of(verb.head)
        sides = (Stretch(host.first, own.first), Stretch(own.last, host.last))
        return [reading.trimmed(side) for side in sides]
    return []


def _leads_to(reading: Reading, left: Token, verb: Token) -> bool:
    """Whether a clause before the cue is its content and no sentence of its own."""
    thing = reading.kid(verb.i, "dobj")
    said = thing is not None and thing.tag in {"PRP", "DT"} and thing.lower in _ANAPHORS
    between = reading.tokens[left.i : verb.i]
    return not said and all(token.text != ";" for token in between)


def _resumed(reading: Reading, verb: Token, bounds: Stretch) -> list[Stretch]:
    """What goes on after the cue's clause (`The town is lost, he said, and ...`)."""
    for kid in reading.parse.kids(verb.i):
        resumes = kid.dep in {"conj", "advcl"} and kid.i > verb.i
        cue = reading.cues.get(kid.i)
        speaks = cue is not None and cue.takes(Form.QUOTE)
        if resumes and not speaks and reading.kid(kid.i, *syntax.SUBJECTS):
            comma = next((t.i for t in reading.tokens[verb.i : kid.i] if t.text == ","), kid.i)
            return [reading.trimmed(Stretch(comma, bounds.last))]
    return []


def _interrupts(reading: Reading, verb: Token) -> bool:
    """Whether the cue's clause stands between commas in the clause it is about."""
    own = reading.span_of(verb.i)
    if reading.kid(verb.i, "nsubj", "agent") is None or reading.kid(verb.i, "dobj", "ccomp"):
        return False
    if verb.dep == "advcl":
        mark = reading.kid(verb.i, "mark", "advmod")
        return mark is not None and mark.lower == "as"
    edge = {reading.tokens[own.first].text, reading.tokens[max(0, own.first - 1)].text}
    return bool(edge & {",", "—", "–", "-", "--", "("})


def _frame_start(reading: Reading, verb: Token, content: Token) -> int:
    """Where the cue's clause begins after the content to its left."""
    firsts = [
        reading.span_of(kid.i).first
        for kid in reading.parse.kids(verb.i)
        if content.i < kid.i < verb.i
        and kid.dep in {*syntax.SUBJECTS, "aux", "advmod", "neg", "mark"}
    ]
    return min([verb.i, *firsts])
