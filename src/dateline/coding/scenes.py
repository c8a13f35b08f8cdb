"""Where an act was done whose own sentence does not say: the scene that a report sets.

The sentences before it in its paragraph say it best, then the dateline, then the country of
its parties, then the one country in which the report places anything, if it is nearly the
only one that it names. What speaks against one of these leaves the act without a place:
another country in its sentence, or parties that act abroad as well as at home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import syntax
from dateline.coding.located import event_place, is_another_time, is_located, smallest
from dateline.coding.relevance import nationals
from dateline.coding.seats import seat
from dateline.records.claim import HAPPENED, EventPlace
from dateline.records.place import Precision
from dateline.records.report import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.coding.act import Act
    from dateline.coding.clauses import Clauses
    from dateline.coding.settle import Told
    from dateline.coding.tenses import Tenses
    from dateline.coding.threads import Threads
    from dateline.lexicon.world import World
    from dateline.records.entity import Party
    from dateline.records.place import Place

#: How many sentences of a paragraph go on where one of them was.
_GOING_ON = 3
#: Sectors whose people act abroad as well as at home, or tell of what others did.
_ABROAD = frozenset({"MIL", "REB", "JRN", "IGO", "NGO", "MNC"})
#: The share of the places named that lie in the only country of a report.
_NEARLY_ALL = 2 / 3
#: Acts that are done where the actors are, whoever they are aimed at.
_OWN_GROUND = frozenset({"PROTEST", "COERCE"})
#: Labels of clauses that describe a noun.
_DESCRIBING = frozenset({"acl", "relcl"})
#: The preposition of what somebody is found guilty of, mostly where they did it.
_OF, _OVER = "of", "over"
_UNSAID = "the text does not say where"


class Scenes:
    """The scenes of one report.

    Args:
        clauses: the clauses and acts of the report.
        tenses: how its verbs tell.
        places: what the text says of where.
        world: the countries.
        ground: nouns beside which the name of a country says where.
        threads: which acts go on from which sentences.
    """

    def __init__(
        self,
        clauses: Clauses,
        tenses: Tenses,
        places: Sequence[Place],
        world: World,
        ground: frozenset[str],
        threads: Threads,
    ) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._ground = ground
        self._tenses = tenses
        self._threads = threads
        self._named: Mapping[int, Sequence[tuple[int, Place]]] = clauses.by_sentence(places)
        self._world = world
        unread = (p for p in places if not self._parse.between(p.start, p.end))
        #: The place of the dateline, which the parse leaves out.
        self._dateline = next((place for place in unread if place.country), None)
        self._dateline = None if self._is_elsewhere() else self._dateline
        #: The countries that the report names.
        self._countries = [place.country for place in places if place.country]
        self._only = self._only_country()

    def __call__(
        self, told: Told, actors: Sequence[Party], recipients: Sequence[Party]
    ) -> tuple[EventPlace | None, str]:
        """Where the act was done, and how that was found, in plain words.

        Whom people protest against may be far away, and whom police arrest from abroad.
        """
        alone = told.act.type in _OWN_GROUND and any(party.country for party in actors)
        parties = actors if alone else (*actors, *recipients)
        aims = {party.country for party in recipients if alone and party.country}
        homes = {party.country for party in parties if party.country}
        before = self._before(told)
        if before is not None and homes <= {before.country}:
            return event_place(before, "paragraph"), f"`{before.text}` in its paragraph"
        if self._dateline is not None and homes <= {self._dateline.country}:
            return event_place(self._dateline, "dateline"), (
                f"`{self._dateline.text}` in the dateline"
            )
        if len(homes) == 1 and self._is_home(told, parties, homes | aims):
            if (inside := self._inside(told, homes)) is not None:
                return event_place(inside, "sentence"), f"`{inside.text}` in its sentence"
            named = self.named(self._parse.sentence_of(told.act.head).number)
            if (own := seat(self._parse, told.act, named, actors)) is not None:
                return event_place(own, "actor"), f"`{own.text}` of who acts"
            return self._country(homes.pop(), "actor"), "the country of the parties"
        if self._only and homes <= {self._only} and self._is_scene(told, self._only):
            return self._country(self._only, "report"), "the country that the report tells of"
        return None, _UNSAID

    def occasion(self, act: Act) -> Place | None:
        """The place that the paragraph told of the occasion at which an act was done."""
        for sentence in self._threads.occasions(act):
            located = self._located(sentence.number)
            if located:
                return smallest(located) if len({p.country for p in located}) == 1 else None
        return None

    def named(self, number: int) -> Sequence[tuple[int, Place]]:
        """The places that a sentence names, each with the token that it hangs by."""
        return self._named.get(number, ())

    def located(self, number: int) -> list[tuple[int, Place]]:
        """Those of them that say where something is."""
        return [
            (head, place)
            for head, place in self.named(number)
            if is_located(self._parse, head, place, self._ground)
        ]

    def _is_elsewhere(self) -> bool:
        """Whether the first sentence names another town of the country of the dateline.

        `KYIV - Missiles hit Odesa` was written in Kyiv, and nothing of it was done there.
        """
        line = self._dateline
        first = next((s.number for s in self._parse.sentences if s.role is Role.BODY), -1)
        towns = (p for _, p in self.named(first) if p.precision is not Precision.COUNTRY)
        return line is not None and any(
            p.country == line.country and p.name != line.name for p in towns
        )

    def _only_country(self) -> str | None:
        """The one country in which the report places anything, if it names hardly another."""
        located = {p.country for number in self._named for p in self._located(number)}
        located |= {self._dateline.country} if self._dateline is not None else set()
        only = next(iter(located - {None}), None)
        if only is None or len(located - {None}) > 1:
            return None
        share = self._countries.count(only) / len(self._countries)
        return only if share >= _NEARLY_ALL else None

    def _is_scene(self, told: Told, country: str) -> bool:
        """Whether an act is told as done, and its sentence names no other country."""
        here = self._parse.sentence_of(told.act.head)
        return self._goes_on(told) and not self._others(here.number, {country})

    def _before(self, told: Told) -> Place | None:
        """The place that the paragraph named last, where the act goes on from it."""
        here = self._parse.sentence_of(told.act.head)
        if not self._goes_on(told) or self._named.get(here.number):
            return None
        lemmas: set[str] = set()
        for number in range(here.number - 1, max(-1, here.number - 1 - _GOING_ON), -1):
            sentence = self._parse.sentences[number]
            if sentence.block != here.block:
                return None
            lemmas |= {token.lemma for token in self._parse.tokens_of(sentence)}
            located = self._located(number)
            if located:
                one = len({place.country for place in located}) == 1
                meant = one and self._is_meant(told.act, lemmas)
                going = meant and self._threads.shares_ground(told.act, number)
                return smallest(located) if going and located[0].country else None
            if self._named.get(number):
                return None
        return None

    def _inside(self, told: Told, homes: set[str]) -> Place | None:
        """The one town or region of the parties' country that the sentence names.

        `Kenyan police fired on a crowd to clear a bridge in Kisumu`.
        """
        number = self._parse.sentence_of(told.act.head).number
        finer = [
            place
            for head, place in self.located(number)
            if place.country in homes
            and place.precision is not Precision.COUNTRY
            and not self._describes(head, told.act)
            and not self._is_apart(head, told.act)
        ]
        names = {place.name for place in finer}
        return finer[0] if len(names) == 1 and self._goes_on(told) else None

    def _describes(self, index: int, act: Act) -> bool:
        """Whether a place only says who or what something is: `a nurse based in Kano`.

        What those are told to do to whom something is done is no such thing: `gassed nurses
        marching in Kano`.
        """
        tokens = self._parse.tokens
        while tokens[index].dep not in _DESCRIBING and tokens[index].head != index:
            index = tokens[index].head
        doing = tokens[index].tag == "VBG" and tokens[index].head in act.recipients
        return tokens[index].dep in _DESCRIBING and not doing

    def _is_apart(self, index: int, act: Act) -> bool:
        """Whether a place is that of what was done at another time than the act.

        `jailed him for joining a march in Baku`, `left after police shot a man in Kano`.
        """
        tokens = self._parse.tokens
        if is_another_time(self._parse, index):
            return True
        while index != act.anchor and tokens[index].head != index:
            verb = tokens[index]
            said_first = verb.dep == "ccomp" and index < act.anchor  # `nine died; he fled`
            before = tokens[verb.head].lower
            ground = before != _OF and self._tenses.is_ground(verb)
            ground |= verb.dep == "pobj" and before == _OVER and self._clauses.is_act(index)
            if ground or (self._tenses.has_own_time(verb) and not said_first):
                return True
            index = verb.head
        return False

    def _is_meant(self, act: Act, lemmas: set[str]) -> bool:
        """Whether an act goes on from sentences: told like them, or named by them."""
        head = self._parse.tokens[act.head]
        if self._parse.tokens[act.anchor].tag.startswith("NN"):
            return self._tenses.is_known(head) and head.lemma in lemmas
        verb = self._tenses.finite(self._tenses.verb(act))
        return (
            verb is not None
            and self._tenses.is_told(verb)
            and self._tenses.is_on_line(verb, through_words=True)
        )

    def _goes_on(self, told: Told) -> bool:
        """Whether an act is told as done, and not as earlier than the rest."""
        return told.status in HAPPENED and not self._tenses.is_earlier(told.act)

    def _is_home(self, told: Told, parties: Sequence[Party], known: set[str]) -> bool:
        """Whether parties of one country did an act there, by all that is told.

        `known` are the countries that their sentence may name.
        """
        number = self._parse.sentence_of(told.act.head).number
        settled = not all(self._acts_abroad(party) for party in parties if party.country)
        told_there = not self._countries or not known.isdisjoint(self._countries)
        return settled and told_there and not self._others(number, known)

    def _acts_abroad(self, party: Party) -> bool:
        """Whether a party acts abroad as well as at home: an army, an agency, a state."""
        country = self._world.countries.get(party.country or "")
        state = country is not None and party.name == country.name  # its capital too
        if nationals(party):
            return True
        if party.sector and not state:
            return not _ABROAD.isdisjoint(party.sector)
        return country is not None and party.name in {country.name, None}

    def _others(self, number: int, homes: set[str]) -> set[str]:
        """The countries besides those given that a sentence names, not as those who act."""
        return {
            place.country
            for head, place in self._named.get(number, ())
            if place.country and self._parse.tokens[head].dep not in syntax.SUBJECTS
        } - homes

    def _located(self, number: int) -> list[Place]:
        return [place for _, place in self.located(number)]

    def _country(self, code: str | None, basis: str) -> EventPlace | None:
        if (country := self._world.countries.get(code or "")) is None:
            return None
        return EventPlace(
            name=country.name,
            country=country.code,
            latitude=country.latitude,
            longitude=country.longitude,
            geonameid=country.geonameid,
            precision=Precision.COUNTRY,
            basis=basis,
        )
