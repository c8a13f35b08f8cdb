"""Views: verbs that tell what somebody thinks of a thing, and of no act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.records.report import Role

if TYPE_CHECKING:
    from dateline.records.parse import Parse, Token

#: Tags of the present tense.
_PRESENT = frozenset({"VBZ", "VBP"})
_SPEAKERS = frozenset({"i", "we"})


def is_view(parse: Parse, token: Token) -> bool:
    """Whether a verb of view stands in the present tense: `she supports gun rights`.

    In a headline the present tense tells what was done, and `we condemn it` does so by
    being said.
    """
    if token.tag not in _PRESENT or parse.sentence_of(token.i).role is Role.HEADLINE:
        return False
    return not any(kid.lower in _SPEAKERS and kid.dep == "nsubj" for kid in parse.kids(token.i))


def is_own(parse: Parse, token: Token) -> bool:
    """Whether somebody holds to what is theirs: `defended his plan`."""
    things = (kid for kid in parse.kids(token.i) if kid.dep == "dobj")
    return any(kid.tag == "PRP$" for thing in things for kid in parse.kids(thing.i))


def is_standing(parse: Parse, token: Token) -> bool:
    """Whether a passive in the present tells how things stand: `are backed by Iran`."""
    if token.tag != "VBN":
        return False
    return any(kid.dep == "auxpass" and is_view(parse, kid) for kid in parse.kids(token.i))
