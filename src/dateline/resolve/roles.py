"""Roles: common nouns for those who act, with the country and sector their phrase gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.lexicon.phrases import phrase_key
from dateline.records.entity import Kind
from dateline.resolve import phrase
from dateline.resolve.mention import merged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dateline.lexicon.actors import AgentNoun
    from dateline.records.parse import Parse, Token
    from dateline.resolve.knowledge import Knowledge
    from dateline.resolve.mention import Mention

#: Words of the longest agent noun, before and after its head.
_BEFORE, _AFTER = 3, 2
#: Prepositions under which the body or state of a role stands.
_OWNERS = ("of", "from", "for", "at", "with", "in")
#: Sectors of those who are often far from home: `in` says where they are, not whose.
_AWAY = frozenset({"MIL", "UAF", "REF", "JRN", "NGO", "IGO", "MNC", "CRM", "ELI"})
#: Sectors of bodies that put their own in place of `fighters` and `gunmen`.
_ARMED = frozenset({"REB", "PRM", "CRM", "MIL"})
#: Labels of nouns.
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
#: Deepest chain of roles that is followed: `a spokesman for the head of the army`.
_DEPTH = 3


class Role(NamedTuple):
    """An agent noun in the text: tokens `first` to `last` (exclusive) around `head`."""

    noun: AgentNoun
    first: int
    last: int


class Roles:
    """Reads the roles of one report.

    Args:
        parse: the parse of the report.
        knowledge: the table of agent nouns, and states.
        mention_at: the mention that a token belongs to.
        possessor: the country of a possessive pronoun, None if unknown.
    """

    def __init__(
        self,
        parse: Parse,
        knowledge: Knowledge,
        mention_at: dict[int, Mention],
        possessor: Callable[[int], str | None],
    ) -> None:
        self._parse = parse
        self._knowledge = knowledge
        self._mention_at = mention_at
        self._possessor = possessor
        self._roles: dict[int, Role | None] = {}

    def role(self, head: int) -> Role | None:
        """The agent noun whose head is this token, the longest that fits."""
        if head not in self._roles:
            self._roles[head] = self._look_up(head)
        return self._roles[head]

    def country(self, head: int, depth: int = _DEPTH) -> str | None:
        """The country that the phrase of `head` gives it, None if none or several."""
        modifiers = list(phrase.modifiers(self._parse, head))
        for modifier in modifiers:
            beside = {modifier.lower, self._parse.tokens[modifier.head].lower}
            if not beside.isdisjoint(self._knowledge.naming.affairs):
                continue
            country = self._of_word(modifier)
            if country:
                return country
        role = self.role(head)
        away = role is not None and bool(_AWAY & set(role.noun.sector))
        away = away and not any(m.lower in self._knowledge.naming.local for m in modifiers)
        for name in _OWNERS if not away else _OWNERS[:3]:
            found = {
                self._mention_country(token.i) or self._inner_country(token.i, depth)
                for token in self._under(head, name)
            }
            if len(found) == 1 and None not in found:
                return found.pop()
            if found:
                return None
        return None

    def sector(self, head: int, *, country: str | None, depth: int = _DEPTH) -> tuple[str, ...]:
        """The sectors of the role at `head`, those of its body put for its own."""
        role = self.role(head)
        if role is None:
            return ()
        own = role.noun.sector
        bodies = self._bodies(head, role, depth)
        if role.noun.whose and bodies:
            return bodies
        if "IGO" in bodies:
            return merged(own, ("IGO",))
        if own == ("UAF",) and _ARMED & set(bodies):
            return bodies
        if not own and role.noun.whose == "state" and country:
            return ("GOV",)
        if role.noun.whose and self._of_state(head):  # `the chief executive of Hong Kong`
            return ("GOV",)
        return own

    def _of_state(self, head: int) -> bool:
        """Whether a role is one `of` a state."""
        owners = (self._mention_at.get(token.i) for token in self._under(head, "of"))
        return any(owner is not None and owner.kind is Kind.STATE for owner in owners)

    def _bodies(self, head: int, role: Role, depth: int) -> tuple[str, ...]:
        """The sectors of the nearest body that the role belongs to."""
        if depth == 0:
            return ()
        inside = range(role.first, role.last)
        for modifier in phrase.modifiers(self._parse, head):
            rank = modifier.lower in self._knowledge.naming.ranks
            idle = rank or modifier.i in inside
            found = () if idle else self._sector_of(modifier.i, depth)
            if found:
                return found
        for name in ("of", "for", "from", "in", "at", "with"):
            for token in self._under(head, name):
                found = self._sector_of(token.i, depth)
                if found:
                    return found
        return ()

    def _sector_of(self, index: int, depth: int) -> tuple[str, ...]:
        mention = self._mention_at.get(index)
        if mention:
            return mention.sector if mention.kind is not Kind.OTHER else ()
        if self.role(index):
            return self.sector(index, country=None, depth=depth - 1)
        return ()

    def _inner_country(self, index: int, depth: int) -> str | None:
        if depth == 0 or self.role(index) is None:
            return None
        return self.country(index, depth - 1)

    def _of_word(self, token: Token) -> str | None:
        """The country that a modifier says: a name, a nationality, a pronoun."""
        if token.tag == "PRP$":
            return self._possessor(token.i)
        return self._mention_country(token.i) or self.nation(token.i)

    def nation(self, index: int) -> str | None:
        """The country of a nationality: `Greek`, `an Australian`."""
        tokens = self._parse.tokens
        word = tokens[index].text
        if not word[0].isupper():
            return None
        world = self._knowledge.world
        pair = f"{tokens[index - 1].text} {word}" if index else word
        return world.country_of_adjective(pair) or world.country_of_adjective(word)

    def _mention_country(self, index: int) -> str | None:
        mention = self._mention_at.get(index)
        return mention.country if mention else None

    def _under(self, head: int, name: str) -> Iterator[Token]:
        """What stands under a preposition of `head`, coordinated nouns too."""
        parse = self._parse
        for kid in parse.kids(head):
            if kid.dep == "prep" and kid.lower == name:
                stack = [k for k in parse.kids(kid.i) if k.dep == "pobj"]
                while stack:
                    token = stack.pop()
                    yield token
                    stack.extend(k for k in parse.kids(token.i) if k.dep == "conj")

    def _is_noun(self, token: Token) -> bool:
        """Whether an adjective or participle stands for people: `the accused`."""
        definite = any(kid.dep == "det" for kid in self._parse.kids(token.i))
        return definite and token.tag in {"JJ", "VBN"} and token.dep in _ARGUMENTS

    def _look_up(self, head: int) -> Role | None:
        tokens = self._parse.tokens
        token = tokens[head]
        if not token.tag.startswith("NN") and not self._is_noun(token):
            return None
        forms = (token.lower, singular(token))
        stop = min(len(tokens), head + _AFTER + 1)
        after = "".join(t.lower for t in tokens[head + 1 : stop])
        for form in forms:
            noun = self._knowledge.nouns.get(phrase_key(form + after))
            if noun and len(after) > 2:
                return Role(noun, head, stop)
        for first in range(max(0, head - _BEFORE), head + 1):
            before = "".join(t.lower for t in tokens[first:head])
            for form in forms:
                noun = self._knowledge.nouns.get(phrase_key(before + form))
                if noun:
                    return Role(noun, first, head + 1)
        return None


def singular(token: Token) -> str:
    """The singular of a noun; names keep their plural in the parse's lemmas."""
    if token.tag == "NNPS" and token.lower.endswith("s"):
        return token.lower[:-1]
    return token.lemma.lower()
