"""Speech after a clause and a colon: `Moss was blunt: "The talks are over."`.

No verb says that anything is said. Whoever the clause is about says it, if it names them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.continued import owners_of
from dateline.annotate.headlines import MARK
from dateline.annotate.reading import Stretch
from dateline.annotate.speeches import Speech
from dateline.annotate.syntax import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.annotate.reading import Quoted, Reading
    from dateline.records.parse import Token

#: Fewest tokens of a speech, its quotation marks included.
_SHORTEST = 6
#: Pronouns that stand for those who may speak.
_PERSONS = frozenset({"he", "she", "they"})


def introduced_speeches(reading: Reading, known: Sequence[Speech]) -> Iterator[Speech]:
    """The speech of each passage after a colon that nobody is known to speak."""
    taken = owners_of(reading, known)
    for number, passage in enumerate(reading.quoted):
        colon = passage.first - 1
        if number in taken or not _is_introduced(reading, passage):
            continue
        if heads := _subjects(reading, reading.tokens[colon]):
            piece = reading.trimmed(Stretch(passage.first, passage.last))
            yield Speech(colon, MARK, [piece], heads)


def _is_introduced(reading: Reading, passage: Quoted) -> bool:
    """Whether a passage stands after a colon and is a sentence of its own."""
    if not passage.first or reading.tokens[passage.first - 1].text != ":":
        return False
    text = reading.parse.text[passage.passage.start : passage.passage.end]
    long = passage.last - passage.first >= _SHORTEST
    return long and text.lstrip("“\"'‘«`")[:1].isupper()


def _subjects(reading: Reading, colon: Token) -> tuple[int, ...]:
    """Whom the clause before a colon is about, if they are named and can speak."""
    first = reading.parse.sentence_of(colon.i).first
    before = reading.tokens[first : colon.i]
    verbs = (t for t in before if t.tag in FINITE and reading.inside[t.i] < 0)
    for verb in verbs:
        subjects = reading.propositions.subjects(verb.i)[0]
        if verb.dep in {"ROOT", "ccomp"} and subjects:
            named = all(_can_speak(reading, reading.tokens[i]) for i in subjects)
            return subjects if named and max(subjects) < verb.i else ()
    return ()


def _can_speak(reading: Reading, subject: Token) -> bool:
    named = subject.tag == "NNP" or subject.lower in _PERSONS
    return named or reading.lexicon.is_voice(subject)
