"""Whether a place stands for the state or people there, or only says where."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.records.parse import Parse
    from dateline.resolve.knowledge import Naming
    from dateline.resolve.mention import Mention

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "poss", "agent"})
#: Prepositions under which a capital is a party whatever it hangs from.
_PARTIES = frozenset({"with", "against", "by", "between"})
#: Prepositions under which it is one if a noun stands above (`pressure from`).
_OF_NOUNS = frozenset({"from", "to", "on", "of", "for"})


def stands_for_state(parse: Parse, mention: Mention, naming: Naming) -> bool:
    """Whether a capital, town or region acts or is acted on: `Moscow said`, `with Paris`.

    Under a noun of `sited` it only says where: `a flight to Paris`, `the streets of Lima`;
    under a verb of `addressing` it is meant itself: `called on Paris to act`.
    """
    tokens = parse.tokens
    token = tokens[mention.head]
    after = tokens[mention.last : mention.last + 2]
    if (
        len(after) == 2
        and after[0].text == "-"
        and after[0].start == tokens[mention.last - 1].end
    ):
        return True
    while token.dep == "conj" and token.head != token.i:
        token = tokens[token.head]
    if token.dep in _ARGUMENTS:
        return True
    above = tokens[token.head]
    if token.dep != "pobj":
        return False
    if above.lower in _PARTIES:
        return True
    owner = tokens[above.head]
    if owner.tag.startswith("VB"):
        return f"{owner.lemma} {above.lower}" in naming.addressing
    noun = owner.tag.startswith("NN") and owner.lemma not in naming.sited
    return noun and above.lower in _OF_NOUNS
