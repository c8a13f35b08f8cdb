"""Homes: the country of a role that its own phrase does not say, and only where it is clear.

`Police` are those of the country that the same role had before, or in which the sentence
sets its scene (`in Belarus`), or of the only country that it or the sentences just before
it speak of, or of the dateline if it speaks of no other, or of the country that the whole
report tells of; else nothing is said.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dateline.resolve import phrase
from dateline.resolve.pairs import is_pair

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.records.parse import Parse
    from dateline.resolve.knowledge import Naming
    from dateline.resolve.mention import Mention
    from dateline.resolve.roles import Role, Roles
    from dateline.resolve.spoken import SpokenOf

#: Sectors of those who belong to the state or politics of their country.
CIVIC = frozenset({"COP", "GOV", "OPP", "LEG", "JUD", "PTY", "LAB"})
#: Sectors of those who mostly act in their own country.
AT_HOME = CIVIC | {"CVL", "EDU", "AGR", "MED", "SOC", "REL", "JRN", "BUS"}
#: Sectors of those who act where they are, whoever is told of beside them.
LOCAL = frozenset({"COP", "JUD"})
#: Sectors of those who are told of where they live.
SETTLED = AT_HOME | {"ELI", "CRM"}
#: Armed people, who are of the scene if the sentence speaks of no other country.
_ARMED = frozenset({"MIL", "UAF", "REB", "CRM", "PRM"})
#: Sectors of those who are of the country that their sentence is set in.
_SETTING = AT_HOME | _ARMED - {"MIL"}
#: How many sentences back the only country spoken of still holds.
_BACK = 2
_DEFINITE = frozenset({"the", "these", "those", "this"})
#: The share of all that a report says of countries which makes it tell of one.
_MOSTLY = 2 / 3
#: The share with which persons of whom nothing is said are of it as well.
_NEARLY = 0.8
#: Letters that a word for people shares with the word for what they do (`protest`).
_STEM = 7
#: Labels of what stands before a noun and says whose it is.
_DESCRIBING = frozenset({"amod", "compound", "nmod", "poss"})


class Homes:
    """Countries of roles by what stands around them in one report.

    Args:
        parse: the parse of the report.
        roles: the reader of role nouns.
        at: the mention that a token belongs to.
        spoken: the countries that its sentences speak of.
        naming: words that say of which country somebody is.
        home: the country that the report was written in, None if it does not say.
        title: the countries that its title names.
    """

    def __init__(  # noqa: PLR0913
        self,
        parse: Parse,
        roles: Roles,
        at: dict[int, Mention],
        spoken: SpokenOf,
        naming: Naming,
        *,
        home: str | None = None,
        title: frozenset[str] = frozenset(),
    ) -> None:
        self._parse = parse
        self._roles = roles
        self._at = at
        self._spoken = spoken
        self._naming = naming
        self._home = home
        self._title = title
        self._before: dict[str, list[tuple[int, str]]] | None = None

    def country(self, head: int) -> str | None:
        """The country of the role at `head` by an earlier one, else by its sentence."""
        role = self._roles.role(head)
        if role is None or self._foreign(head):
            return None
        again = self._open(head) and not self._counted(head)
        if again and (earlier := self._earlier(head, role)):
            return earlier
        if AT_HOME & set(role.noun.sector):
            back = _BACK if self._open(head) else 0
            near = self.around(head, back=back, rules="GOV" in role.noun.sector)
            if near is None and back and LOCAL & set(role.noun.sector):
                near = self._scene_before(head)
                if self._unless_beside(near) != near:
                    return None  # a report on one country, set in another here
            return near or self.main(head) or self._titular(head, role)
        owned = any(kid.tag == "PRP$" for kid in self._parse.kids(head))  # `its warplanes`
        if owned or not _ARMED & set(role.noun.sector):
            return None
        scene = self.scene(head)
        spoken = {told.country for told in self._spoken.of(self._number(head))}
        return (scene if spoken == {scene} else None) or self.main(head)

    def around(self, head: int, *, back: int = _BACK, rules: bool = False) -> str | None:
        """The scene of the sentence, or the only country spoken of before in it or earlier.

        A country named after the head is one that it deals with (`the army warned Iran`);
        for those who `rule`, so is a state that acts in the same sentence.
        """
        scene = self.scene(head)
        if scene:
            return scene
        number = self._number(head)
        for before in range(number, max(-1, number - back - 1), -1):
            here = before == number
            told = [
                one
                for one in self._spoken.of(before)
                if one.at < head
                and not one.private
                and not (rules and one.state and here)
                and not self._is_away(one.at)
                and (rules or not self._is_armed(one.at))
            ]
            spoken = {one.country for one in told}
            if spoken and (here or not all(one.capital for one in told)):
                only = next(iter(spoken)) if len(spoken) == 1 else None
                return only if here else self._unless_beside(only)
        return self._unless_elsewhere(self._home, number)

    def _unless_beside(self, near: str | None) -> str | None:
        """The country spoken of just before, None if the report tells of another one.

        In a report on Oslo `Police said` is of no country after one sentence on Cork.
        """
        main, share = self._spoken.main
        return near if near == main or share < _MOSTLY else None

    def _titular(self, head: int, role: Role) -> str | None:
        """The only country of the title, for a plain `the government` or `the court`.

        Nothing else may be spoken of in its sentence and just before.
        """
        definite = any(kid.lower == "the" for kid in self._parse.kids(head))
        public = bool(CIVIC & set(role.noun.sector)) and len(self._title) == 1
        if not (public and definite and is_plain(self._parse, head, role.first)):
            return None
        number = self._number(head)
        near = range(max(0, number - _BACK), number + 1)
        spoken = {told.country for n in near for told in self._spoken.of(n)}
        return next(iter(self._title)) if spoken <= self._title else None

    def _scene_before(self, head: int) -> str | None:
        """Where the nearest sentence before is set: `He was held in Rome. Police said`."""
        number = self._number(head)
        back = range(number - 1, max(-1, number - _BACK - 1), -1)
        return next((scene for n in back if (scene := self._spoken.scene(n))), None)

    def _is_away(self, index: int) -> bool:
        """Whether a name says whence somebody is told of: `From Oslo, the minister said`."""
        tokens = self._parse.tokens
        return tokens[index].dep == "pobj" and tokens[tokens[index].head].lower == "from"

    def _is_armed(self, index: int) -> bool:
        """Whether a name says whose arms strike: `Chadian jets killed two farmers`.

        Wherever that was; but `Chad's army dissolved the parliament` at home.
        """
        tokens = self._parse.tokens
        above = tokens[tokens[index].head]
        role = self._roles.role(above.i)
        force = set(role.noun.sector) if role is not None else set()
        armed = "MIL" in force and not AT_HOME & force
        described = tokens[index].dep in _DESCRIBING
        return described and (armed or above.lemma in self._naming.arms)

    def main(self, head: int) -> str | None:
        """The country that the report tells of, if the sentence speaks of no other."""
        country, share = self._spoken.main
        told = country if share >= _MOSTLY else None
        return self._unless_elsewhere(told, self._number(head))

    def nearly_all(self, heads: Iterable[int]) -> str | None:
        """The country that the report tells of with hardly a word of any other.

        None if a sentence of the heads speaks of another, unless the title names it alone.
        """
        country, share = self._spoken.main
        if share >= _NEARLY and self._title == {country}:
            return country
        told = {self._unless_elsewhere(country, self._number(head)) for head in heads}
        return country if share >= _NEARLY and told == {country} else None

    def _unless_elsewhere(self, country: str | None, number: int) -> str | None:
        """A country, None if a sentence speaks of another."""
        return (
            country if {told.country for told in self._spoken.of(number)} <= {country} else None
        )

    def scene(self, head: int) -> str | None:
        """The one country in which the sentence of `head` says that things happen."""
        return self._spoken.scene(self._number(head))

    def _number(self, head: int) -> int:
        return self._parse.sentence_of(head).number

    def _foreign(self, head: int) -> bool:
        """Whether the phrase says that they are of another country or of several.

        States in general are too: `states`, `those countries`, `a country`; and several of
        whom a state has one: `the presidents met in Oslo`.
        """
        kids = self._parse.kids(head)
        role = self._roles.role(head)
        several = self._parse.tokens[head].tag == "NNS" and not self._counted(head)
        if role is not None and several and role.noun.noun in self._naming.single:
            return not any(kid.lower in self._naming.former for kid in kids)
        if role is not None and role.noun.noun in self._naming.states:
            pointing = {"the", "this"} & {k.lower for k in kids}
            if self._parse.tokens[head].tag != "NN" or not pointing:
                return True
        if is_pair(self._parse, self._parse.tokens[head], self._naming):
            return True
        led = self._roles.leader(head) is not None  # `EU-led troops`
        return led or any(k.lower in self._naming.elsewhere for k in kids)

    def _open(self, head: int) -> bool:
        """Whether the phrase is definite, or a plural or collective without determiner.

        So is one whose possessor is: `the suspect's wife`.
        """
        owners = [k.i for k in self._parse.kids(head) if k.dep == "poss" and k.tag == "NN"]
        if owners and self._roles.role(owners[0]):
            return self._open(owners[0])
        determiners = [k.lower for k in self._parse.kids(head) if k.dep == "det"]
        if determiners:
            return determiners[0] in _DEFINITE
        return not any(k.dep == "poss" for k in self._parse.kids(head))

    def _counted(self, head: int) -> bool:
        """Whether a phrase counts those not told of before: `two presidents`."""
        kids = self._parse.kids(head)
        counted = any(kid.dep == "nummod" for kid in kids)
        return counted and not any(kid.dep in {"det", "poss"} for kid in kids)

    def _earlier(self, head: int, role: Role) -> str | None:
        """The country of the nearest earlier phrase with the same noun or stem.

        `The officers` are of `two Greek police officers`.
        """
        if self._before is None:
            self._before = self._read_all()
        told = self._before.get(_stem(role.noun.noun, role), [])
        before = bisect_left(told, (head, ""))
        return told[before - 1][1] if before else None

    def _read_all(self) -> dict[str, list[tuple[int, str]]]:
        """The countries of all nouns whose own phrase says one, by their first letters."""
        found: dict[str, list[tuple[int, str]]] = {}
        for token in self._parse.tokens:
            if token.tag not in {"NN", "NNS"} or token.i in self._at:
                continue
            role = self._roles.role(token.i)
            word = role.noun.noun if role else token.lemma
            if role is None and len(word) < _STEM:
                continue
            country = self._roles.country(token.i)
            if country is None and role and _SETTING & set(role.noun.sector):
                country = self.scene(token.i) if self._open(token.i) else None
            if country:
                found.setdefault(_stem(word, role), []).append((token.i, country))
        return found


def _stem(noun: str, role: Role | None) -> str:
    """The first letters of a noun, of its last word where all are of one force."""
    local = role is not None and not LOCAL.isdisjoint(role.noun.sector)
    return (noun.rsplit(maxsplit=1)[-1] if local else noun)[:_STEM]


def is_plain(parse: Parse, head: int, start: int | None = None) -> bool:
    """Whether nothing but an article stands before the role at `head`.

    Args:
        parse: the parse of the report.
        head: the noun.
        start: where the role begins, if it has several words: `the prime minister`.
    """
    first = phrase.left_edge(parse, head)
    before = parse.tokens[first : head if start is None else start]
    return all(token.tag == "DT" for token in before)
