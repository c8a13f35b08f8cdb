"""When and where an act was done: which time and place of the text belong to it.

A time or place belongs to the nearest verb or event noun above it in the parse. Where
the act's own clause says nothing, the only one of its sentence may be taken, and says so
in its basis; a place of the sentence is never taken from another act's clause.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from dateline.records.claim import EventPlace, Occurred
from dateline.records.place import Precision
from dateline.records.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from dateline.coding.act import Act
    from dateline.lexicon.world import World
    from dateline.records.entity import Party
    from dateline.records.parse import Parse
    from dateline.records.place import Place
    from dateline.records.time import Time

S = TypeVar("S", bound=Span)

#: Times that say for how long or how often, not when; they date an act only by their days.
_UNDATED = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
#: Labels by which a name is part of a larger phrase.
_INSIDE = frozenset({"conj", "appos", "compound", "nmod", "poss"})
#: Prepositions under which a place says where an act was done.
_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "outside",
        "inside",
        "across",
        "around",
        "off",
        "along",
        "throughout",
    }
)


#: Auxiliaries and adverbs that put an act before what the text tells.
_PLUPERFECT = frozenset({"had", "'d", "’d"})
_EARLIER = frozenset({"previously", "formerly", "once", "originally", "historically"})
#: Labels by which a time is part of the noun after it.
_WITHIN = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
#: Labels by which a time stands beside a verb, or inside a larger time that does.
_ADVERBIAL = frozenset({"npadvmod", "advmod", "pobj", "appos", "nummod", "dobj", "conj"})


class Slots:
    """Times and places of one report, by the act that they belong to.

    Args:
        parse: the parse of the report.
        acts: all acts found; an expression below one of them belongs to it.
        times, places: what the text says of when and where.
        day: the day of publication, None if unknown.
        world: the countries, for acts that are placed by their parties.
    """

    def __init__(
        self,
        parse: Parse,
        acts: Sequence[Act],
        times: Iterable[Time],
        places: Iterable[Place],
        day: date | None,
        world: World,
    ) -> None:
        self._parse = parse
        self._anchors = {a.anchor for a in acts} | {a.head for a in acts}
        self._times = self._by_sentence(times)
        self._places = self._by_sentence(places)
        self._day = day
        self._world = world

    def occurred(self, act: Act) -> tuple[Occurred | None, str]:
        """When the act was done, and how that was found, in plain words."""
        times = self._times[self._parse.sentence_of(act.head).number]
        own = [t for head, t in times if _dated(t) and self._dates(head, act)]
        if own:
            return _when(_finest(own), "stated"), f"`{_finest(own).text}` in its clause"
        if self._is_earlier(act):
            return None, "earlier than what is told"
        near = [
            t
            for head, t in times
            if _dated(t) and self._is_adverbial(head) and self._shares_clause(head, act)
        ]
        if len(near) == 1:
            return _when(near[0], "inferred"), f"`{near[0].text}` in its sentence"
        if self._day is not None and not near:
            iso = self._day.isoformat()
            return Occurred(
                value=iso, first=iso, last=iso, basis="published"
            ), "the day of publication"
        return None, "the text does not say when"

    def place(self, act: Act) -> tuple[EventPlace | None, str]:
        """Where the act was done, and how that was found, in plain words."""
        places = self._places[self._parse.sentence_of(act.head).number]
        own = [
            p
            for head, p in places
            if self._located(head) and self._owner(head) in {act.head, act.anchor}
        ]
        if own:
            return _where(_smallest(own), "clause"), f"`{_smallest(own).text}` in its clause"
        near = [
            p for head, p in places if self._located(head) and self._shares_clause(head, act)
        ]
        countries = {p.country for p in near}
        if near and len(countries) == 1:
            return _where(
                _smallest(near), "sentence"
            ), f"`{_smallest(near).text}` in its sentence"
        return None, "the text does not say where"

    def home(self, parties: Sequence[Party]) -> tuple[EventPlace | None, str]:
        """The country of the parties, if it is the same for all."""
        countries = {party.country for party in parties if party.country}
        if len(countries) != 1:
            return None, "the text does not say where"
        country = self._world.countries.get(countries.pop())
        if country is None:
            return None, "the text does not say where"
        place = EventPlace(
            name=country.name,
            country=country.code,
            latitude=country.latitude,
            longitude=country.longitude,
            geonameid=country.geonameid,
            precision=Precision.COUNTRY,
            basis="actor",
        )
        return place, "the country of the parties"

    def _by_sentence(self, spans: Iterable[S]) -> dict[int, list[tuple[int, S]]]:
        """The spans that hold a token with the token they hang by, by sentence."""
        found: dict[int, list[tuple[int, S]]] = defaultdict(list)
        for span in spans:
            head = self._head(span)
            if head is not None:
                found[self._parse.sentence_of(head).number].append((head, span))
        return found

    def _head(self, span: Span) -> int | None:
        """The token of a span that hangs from outside it."""
        inside = self._parse.between(span.start, span.end)
        numbers = {token.i for token in inside}
        for token in inside:
            if token.head == token.i or token.head not in numbers:
                return token.i
        return None

    def _owner(self, index: int) -> int | None:
        """The nearest act above a token, stopping at a verb that is none."""
        tokens = self._parse.tokens
        current = index
        while tokens[current].head != current:
            current = tokens[current].head
            if current in self._anchors:
                return current
            if tokens[current].tag.startswith("VB"):
                return None
        return None

    def _dates(self, index: int, act: Act) -> bool:
        """Whether a time stands in the act's clause, and in no name of another thing there.

        `arrested an aide of the winner of the 2016 vote` is not of 2016; `the 2016 attack` is.
        """
        if self._owner(index) not in {act.head, act.anchor}:
            return False
        tokens = self._parse.tokens
        current = tokens[index]
        while current.dep in _WITHIN and current.head != current.i:
            current = tokens[current.head]
        noun = current.i != index and not current.tag.startswith(("VB", "MD"))
        return not noun or current.i in {act.head, act.anchor}

    def _is_earlier(self, act: Act) -> bool:
        """Whether the text says that an act lies before what it tells: `had signed`.

        Neither the day of publication nor that of another verb is then its day. An event
        noun is as early as its clause.
        """
        tokens = self._parse.tokens
        verb = tokens[act.anchor]
        if not verb.tag.startswith("VB"):
            verb = tokens[self._clause(act.anchor)]
        return any(
            (kid.dep == "aux" and kid.lower in _PLUPERFECT and kid.tag == "VBD")
            or (kid.dep == "advmod" and kid.lower in _EARLIER)
            for kid in self._parse.kids(verb.i)
        )

    def _is_adverbial(self, index: int) -> bool:
        """Whether a time says when something is done, and is no part of a name.

        `on Friday` under a verb; not the year of `the 2016 election`.
        """
        tokens = self._parse.tokens
        current = tokens[index]
        while current.head != current.i and tokens[current.head].tag != "IN":
            if current.dep not in _ADVERBIAL:
                return False
            current = tokens[current.head]
            if current.tag.startswith(("VB", "MD")):
                return True
        preposition = tokens[current.head]
        above = tokens[preposition.head]
        return above.tag.startswith(("VB", "MD")) or preposition.head == preposition.i

    def _shares_clause(self, index: int, act: Act) -> bool:
        """Whether a token stands under the verb that the act hangs from, or itself."""
        return self._clause(index) in {self._clause(act.anchor), act.anchor}

    def _clause(self, index: int) -> int:
        """The nearest finite verb at or above a token, or the root."""
        tokens = self._parse.tokens
        current = index
        while tokens[current].head != current:
            if tokens[current].tag in {"VBD", "VBZ", "VBP", "VB", "MD"} and current != index:
                return current
            current = tokens[current].head
        return current

    def _located(self, index: int) -> bool:
        """Whether a place stands where it says where: under `in`, `at` and their like.

        `in the resort of Sochi` says it of Sochi too.
        """
        tokens = self._parse.tokens
        current = tokens[index]
        while current.head != current.i:
            above = tokens[current.head]
            if current.dep == "pobj" and above.lower in _WHERE:
                return True
            if current.dep not in _INSIDE and above.lower != "of" and current.lower != "of":
                return False
            current = above
        return False


def _dated(time: Time) -> bool:
    return (
        time.value is not None
        and time.value not in _UNDATED
        and (time.type in {"DATE", "TIME"} or time.first is not None)
    )


def _finest(times: Sequence[Time]) -> Time:
    """The time with the longest value: days before months, months before years."""
    return max(times, key=lambda t: (t.type in {"DATE", "TIME"}, len(t.value or "")))


def _smallest(places: Sequence[Place]) -> Place:
    """The finest place: a point or city before a region before a country."""
    order = {"point": 0, "city": 1, "region": 2, "country": 3, None: 4}
    return min(places, key=lambda p: order[p.precision])


def _when(time: Time, basis: str) -> Occurred:
    return Occurred(
        value=time.value,
        first=time.first,
        last=time.last,
        text=time.text,
        start=time.start,
        end=time.end,
        basis=basis,
    )


def _where(place: Place, basis: str) -> EventPlace:
    return EventPlace(
        text=place.text,
        start=place.start,
        end=place.end,
        name=place.name,
        country=place.country,
        admin1=place.admin1,
        latitude=place.latitude,
        longitude=place.longitude,
        geonameid=place.geonameid,
        precision=place.precision,
        basis=basis,
    )
