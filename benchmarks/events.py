"""How many claims a second are gathered into events, and whether that lasts.

    python benchmarks/events.py [--count 500000] [--days 365] [--step 50000]

Claims are made: of two hundred countries and their arms, some thousand people and as many
towns, the frequent ones far more often than the rare, half of them without a day of their
own, and a third told by several reports. They come by the day as news does. Making them is
counted too.
"""

import argparse
import random
import resource
import time
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dateline.link.bundles import Bundle
from dateline.link.days import shifted
from dateline.link.decisions import Decisions
from dateline.link.gather import gather
from dateline.link.told import Source, Told
from dateline.records.claim import Claim, EventPlace, Occurred, Status
from dateline.records.entity import Party
from dateline.records.place import Precision
from dateline.records.span import Span

TYPES = ("ASSAULT", "PROTEST", "COERCE", "CONSULT", "ACCUSE", "AID", "SANCTION", "AGREE")
SECTORS = ("GOV", "MIL", "COP", "OPP", "CVL", "REB", "JUD", "LEG")
#: Bundles put in order at once, and days after which one may still come.
HELD, LATE = 20_000, 7
FIRST_DAY = date(2024, 1, 1)


def country_code(number: int) -> str:
    """A code of three letters, as countries have."""
    return f"Q{chr(65 + number // 26)}{chr(65 + number % 26)}"


class Made:
    """Makes the same claims at every run, one after the other."""

    def __init__(self, count: int, days: int) -> None:
        self._count = count
        self._chance = random.Random(1)
        self._days = days
        self._rare = [1 / rank for rank in range(1, 201)]

    def claims(self) -> Iterator[Told]:
        """The claims, each told by one report."""
        told: list[Claim] = []
        for number in range(self._count):
            again = told and self._chance.random() < 1 / 3
            claim = self._chance.choice(told[-2000:]) if again else self._claim(number)
            told.append(claim)
            yield self._told(claim, number)

    def _told(self, claim: Claim, number: int) -> Told:
        """The claim as the next report tells it, on its day or one of the next two."""
        day = date.fromisoformat(claim.id[:10]) + timedelta(self._chance.choice((0, 0, 1, 2)))
        occurred = claim.occurred if self._chance.random() < 1 / 2 else _news(day.isoformat())
        name = f"{number:08}"
        source = Source(report=name, published=day.isoformat(), text=name, voice=name[-3:])
        fields = {field: getattr(claim, field) for field in claim.__struct_fields__}
        fields |= {"id": name, "event": name, "occurred": occurred}
        return Told(source=source, claims=(Claim(**fields),))

    def _claim(self, number: int) -> Claim:
        day = (FIRST_DAY + timedelta(self._day(number))).isoformat()
        kind = self._chance.randrange(len(TYPES))
        return Claim(
            id=day,
            event=day,
            type=TYPES[kind],
            mode=self._chance.choice((None, "one", "two")),
            quad_class=4,
            actors=(self._party(),),
            recipients=(self._party(),) if self._chance.random() < 3 / 4 else (),
            place=self._place() if self._chance.random() < 1 / 3 else None,
            occurred=Occurred(value=day, first=day, last=day, basis="stated"),
            status=Status.OCCURRED,
            trigger=Span(text="did", start=0, end=3),
            evidence=Span(text=f"sentence {self._chance.random()}", start=0, end=3),
            rule="made",
            confidence=0.7,
        )

    def _day(self, number: int) -> int:
        """The day of a claim, counted from the first."""
        return number * self._days // self._count

    def _country(self) -> int:
        return self._chance.choices(range(200), self._rare)[0]

    def _party(self) -> Party:
        country = self._country()
        code, number = country_code(country), self._chance.randrange(5)
        named = self._chance.random() < 1 / 3
        name = f"Person{number} of{code}" if named else None
        return Party(
            text=name or "forces",
            start=0,
            end=6,
            name=name,
            country=code,
            sector=(self._chance.choice(SECTORS),),
            entity=f"person:{number}-{code}" if named else None,
        )

    def _place(self) -> EventPlace:
        country = self._country()
        town = f"Town{self._chance.randrange(5)}-{country}"
        return EventPlace(
            name=town, country=country_code(country), precision=Precision.CITY, basis="clause"
        )


def _news(day: str) -> Occurred:
    """The day of a report that gives none to its news."""
    return Occurred(value=day, first=day, last=day, basis="published")


def main() -> None:
    """Print rate and memory after each step."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=500_000)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--step", type=int, default=50_000)
    options = parser.parse_args()
    made = Made(options.count, options.days).claims()
    start, events = time.process_time(), 0
    for events, _ in enumerate(gather(in_order(made), Decisions()), 1):
        if events % options.step == 0:
            _say(events, start)
    _say(events, start)


def in_order(tellings: Iterable[Told]) -> Iterator[Bundle]:
    """Bundles by day, of tellings that come a week late at the most."""
    held: list[Bundle] = []
    for told in tellings:
        held.append(Bundle((told,)))
        if len(held) == HELD:
            held.sort(key=_day)
            ready = bisect_left(held, shifted(held[-1].day, -LATE), key=_day)
            yield from held[:ready]
            del held[:ready]
    yield from sorted(held, key=_day)


def _day(bundle: Bundle) -> str:
    return bundle.day


def _say(events: int, start: float) -> None:
    spent = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{events:>7} events, {events / spent:>6.0f} a second, {memory:>5.0f} MB", flush=True)


if __name__ == "__main__":
    main()
