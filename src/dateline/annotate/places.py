"""Places: the names of places of a report and where they are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dateline.annotate.place_choice import choose
from dateline.annotate.place_judge import Judge, accepted
from dateline.annotate.place_names import FindNames, is_demonym
from dateline.annotate.place_publisher import home_of
from dateline.annotate.place_words import place_words
from dateline.lexicon.actors import Organisation
from dateline.lexicon.atlas import Atlas
from dateline.records.place import Place

if TYPE_CHECKING:
    from dateline.annotate.place_judge import Judged
    from dateline.lexicon.atlas import Referent
    from dateline.lexicon.library import Library
    from dateline.lexicon.world import World
    from dateline.records.parse import Parse
    from dateline.records.report import Report


class FindPlaces:
    """Finds the places that a report names.

    Args:
        library: the tables of the world and of the language.
        world: the states, where the caller has read them already.
    """

    def __init__(self, library: Library, world: World | None = None) -> None:
        self._atlas = Atlas(library, world)
        words = place_words(library)
        self._open_domains = words.open_domains
        self._names = FindNames(self._atlas, words)
        self._judge = Judge(words, _bodies(library))

    def __call__(self, report: Report, parse: Parse) -> tuple[Place, ...]:
        """The places in order. Nationalities and organisations are none."""
        judged = [
            self._judge(parse, name)
            for sentence in parse.sentences
            for name in self._names(parse, sentence)
        ]
        places = accepted(parse, judged)
        home = home_of(report.opening, self._atlas.world, self._open_domains)
        chosen = choose(parse, places, self._votes(report, parse), home)
        named = tuple(
            _place(report, parse, one, referent)
            for one, referent in zip(places, chosen, strict=True)
        )
        opening = self._opening(report)
        return (opening, *named) if opening else named

    def _opening(self, report: Report) -> Place | None:
        """The place that the dateline names, which is read as no sentence."""
        line = report.opening.dateline
        found = self._atlas.find(line.place)[:1] if line and line.place else ()
        at = line.text.find(line.place) if line and line.place else -1
        if line is None or line.place is None or at < 0 or not found:
            return None
        start = line.start + at
        return _resolved(report, start, start + len(line.place), found[0])

    def _votes(self, report: Report, parse: Parse) -> Counter[str]:
        """The countries of nationalities, and of the place that the dateline names."""
        votes: Counter[str] = Counter()
        seen = {token.text for token in parse.tokens if token.text[:1].isupper()}
        world = self._atlas.world
        for word in seen:
            if is_demonym(world, word):
                country = world.meanings(word)[0].country
                if country:
                    votes[country] += 1
        line = report.opening.dateline
        for referent in self._atlas.find(line.place)[:1] if line and line.place else ():
            if referent.country:
                votes[referent.country] += 1
        return votes


def _place(report: Report, parse: Parse, one: Judged, referent: Referent | None) -> Place:
    start = parse.tokens[one.name.first].start
    end = parse.tokens[one.name.last - 1].end
    return _resolved(report, start, end, referent)


def _resolved(report: Report, start: int, end: int, referent: Referent | None) -> Place:
    text = report.text[start:end]
    if referent is None:
        return Place(text=text, start=start, end=end)
    return Place(
        text=text,
        start=start,
        end=end,
        name=referent.name,
        country=referent.country,
        admin1=referent.admin1,
        latitude=referent.latitude,
        longitude=referent.longitude,
        geonameid=referent.geonameid,
        precision=referent.precision,
    )


def _bodies(library: Library) -> frozenset[str]:
    """The names of the organisations of the tables."""
    rows = library.rows("world/organisations.csv", Organisation)
    return frozenset(name for row in rows for name in (row.name, *row.aliases))
