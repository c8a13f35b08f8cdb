"""Things spoken of: `announced the arrest`, `warned of a flood`, `critical of the law`.

Nothing is said of them here; the speaker tells them, or takes a stand on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.cues import Form
from dateline.annotate.edges import governed_clause
from dateline.annotate.reading import Stretch

if TYPE_CHECKING:
    from dateline.annotate.cues import Cue
    from dateline.annotate.reading import Reading
    from dateline.records.parse import Token


def thing_of(reading: Reading, word: Token, cue: Cue) -> list[Stretch]:
    """The noun phrase that a cue speaks of: its object, or what its preposition governs."""
    if cue.takes(Form.FIGURE):
        return _figure(reading, word)
    if not cue.takes(Form.THING):
        return []
    holder = word
    for kid in reading.parse.kids(word.i):
        if kid.dep == "prep" and cue.lemma.endswith(f" {kid.lower}"):
            holder = kid
            break
    thing = reading.kid(holder.i, *(("dobj",) if holder is word else ("pobj", "pcomp")))
    if thing is None or thing.i < word.i or thing.tag.startswith(("PRP", "W", "EX")):
        return []
    found = governed_clause(reading, word, thing)
    for kid in reading.parse.kids(word.i):
        if kid.dep == "prep" and kid.lower == "as" and kid.i == found.last:
            found = Stretch(found.first, reading.span_of(kid.i).last)
    piece = reading.whole(found, word.i)
    return [piece] if piece.last > piece.first else []


def _figure(reading: Reading, verb: Token) -> list[Stretch]:
    """What somebody puts at a number, with the number (`the damage at two million`)."""
    thing, at = reading.kid(verb.i, "dobj"), reading.kid(verb.i, "prep")
    if thing is None or at is None or at.lower != "at":
        return []
    first, last = reading.span_of(thing.i).first, reading.span_of(at.i).last
    counted = any(reading.tokens[index].tag == "CD" for index in range(at.i, last))
    piece = reading.whole(Stretch(first, last), verb.i)
    return [piece] if counted and verb.i < first < at.i else []
