"""Goals: the places that somebody reached, where what they then did was done.

`Soldiers entered Goma and shot two men`, `flew to Doha for talks`, `During a visit to Cairo,
he urged them to talk`; and `visited Goma, where he met the mayor`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.coding.act import Act
    from dateline.coding.clauses import Clauses
    from dateline.records.parse import Token
    from dateline.records.place import Place

#: Prepositions of where somebody goes, and of where somebody arrives.
_TO = frozenset({"to", "into", "onto"})
_REACHED = _TO | {"in", "at", "on"}
#: Prepositions of an occasion, as `on a visit to Lima`, and of what a journey is for.
_DURING = frozenset({"during", "on", "in", "at"})
_FOR, _WHERE = "for", "where"
#: Labels of clauses that say what somebody went for, or did on arrival.
_PURPOSE = frozenset({"xcomp", "advcl"})


class Goals:
    """The places reached in one report.

    Args:
        clauses: the clauses and acts of the report.
        classes: of its words, `moving` are verbs of going somewhere, `reaching` those that
            have the place as their object, and `visit` nouns of a journey.
    """

    def __init__(self, clauses: Clauses, classes: Mapping[str, frozenset[str]]) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._moving = classes["moving"]
        self._reaching = classes["reaching"]
        self._visit = classes["visit"]

    def __call__(self, act: Act, named: Sequence[tuple[int, Place]]) -> Place | None:
        """The place reached last before an act of the same people, if any.

        Args:
            act: an act.
            named: the places that its sentence names, each with the token it hangs by.
        """
        reached = None
        for head, place in named:
            verb = self._goal(head)
            if verb is not None and place.name and self._goes_on(act, verb, head):
                reached = place
        return reached

    def where(self, act: Act, named: Sequence[tuple[int, Place]]) -> list[Place]:
        """The places of the noun that a `where` clause with the act describes.

        `flew to Lima, where he met the mayor`, `at a hotel in Lima where they met`.
        """
        tokens = self._parse.tokens
        clause = tokens[self._clauses.first(act.anchor)]
        wheres = (t for t in tokens[clause.head + 1 : clause.i] if t.lower == _WHERE)
        adverb = next((t for t in wheres if self._clauses.first(t.head) == clause.i), None)
        if adverb is None:
            return []
        noun = tokens[clause.head]
        while noun.dep == "appos" and noun.head != noun.i:  # `Lima, Peru, where`
            noun = tokens[noun.head]
        before = [(head, place) for head, place in named if head < adverb.i]
        found = [place for head, place in before if self._is_under(head, noun.i)]
        set_off = tokens[adverb.i - 1].text == ","  # the parser may give it to the verb
        verb = self._clauses.finite(noun.i) if clause.dep == "relcl" else noun.i
        return found or [place for head, place in before if set_off and head > verb][:1]

    def _goal(self, head: int) -> Token | None:
        """The verb by which somebody reaches a place, or on a visit there does something."""
        tokens = self._parse.tokens
        noun = tokens[head]
        while noun.dep in {"appos", "pobj"} and tokens[noun.head].lower == "of":
            noun = tokens[tokens[noun.head].head]  # `the town of Goma`
        above = tokens[noun.head]
        if noun.dep == "dobj":
            return above if above.lemma in self._reaching and self._is_done(above) else None
        if noun.dep != "pobj" or above.dep != "prep":
            return None
        goer = tokens[above.head]
        if goer.lemma in self._visit and above.lower in _TO and goer.tag.startswith("NN"):
            before = tokens[goer.head]
            occasion = goer.dep == "pobj" and before.lower in _DURING
            verb = tokens[before.head]
            return verb if occasion and verb.tag.startswith("VB") else None
        moved = goer.lemma in self._moving and above.lower in _REACHED
        return goer if moved and self._is_done(goer) else None

    def _is_done(self, verb: Token) -> bool:
        return verb.tag.startswith("VB") and not syntax.children(self._parse, verb, "neg")

    def _goes_on(self, act: Act, verb: Token, head: int) -> bool:
        """Whether an act is done by whoever reached a place, once they are there."""
        tokens = self._parse.tokens
        anchor = tokens[act.anchor]
        if anchor.i == verb.i:
            return True
        if anchor.i < head:
            return False
        if act.noun and anchor.dep == "pobj" and tokens[anchor.head].lower == _FOR:
            return tokens[anchor.head].head == verb.i
        while anchor.dep == "conj" and tokens[anchor.head].tag.startswith("VB"):
            if self._has_subject(anchor):
                return False
            anchor = tokens[anchor.head]
            if anchor.i == verb.i:
                return True
        purpose = anchor.dep in _PURPOSE and syntax.has_to(self._parse, anchor)
        if purpose and anchor.head == verb.i:
            return True
        arrived = verb.tag == "VBG" and verb.dep in {"advcl", "pcomp"} and verb.i < anchor.i
        return arrived and self._clauses.finite(verb.i) == anchor.i

    def _has_subject(self, verb: Token) -> bool:
        return bool(syntax.children(self._parse, verb, *syntax.SUBJECTS))

    def _is_under(self, index: int, above: int) -> bool:
        """Whether a token is another or hangs from it, through no verb."""
        tokens = self._parse.tokens
        while index != above:
            if tokens[index].head == index or tokens[index].tag.startswith("VB"):
                return False
            index = tokens[index].head
        return True
