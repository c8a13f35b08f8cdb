"""Places: the names of places of a report and where they are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dateline.annotate.place_choice import choose
from dateline.annotate.place_judge import Judge, accepted
from dateline.annotate.place_names import FindNames, is_demonym, kind_before
from dateline.annotate.place_publisher import home_of
from dateline.annotate.place_words import place_words
from dateline.lexicon.actors import Organisation
from dateline.lexicon.atlas import Atlas
from dateline.records.place import Place

if TYPE_CHECKING:
    from dateline.annotate.place_judge import Judged
    from dateline.annotate.place_names import Name
    from dateline.lexicon.atlas import Referent
    from dateline.lexicon.library import Library
    from dateline.lexicon.world import World
    from dateline.records.parse import Parse
    from dateline.records.report import Report


#: How many words may stand between a nationality and a kind of place, and their tags.
_ADJECTIVES = 3
_BETWEEN = frozenset({"JJ", "NN", "VBN"})


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
        self._kinds = words.kinds
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
        nations = [self._nation(parse, one.name) for one in places]
        places = [_within(one, nation) for one, nation in zip(places, nations, strict=True)]
        home = home_of(report.opening, self._atlas.world, self._open_domains)
        chosen = choose(parse, places, self._votes(report, parse), home)
        named = tuple(
            _place(report, parse, one, referent, nation)
            for one, referent, nation in zip(places, chosen, nations, strict=True)
        )
        opening = self._opening(report)
        return (opening, *named) if opening else named

    def _nation(self, parse: Parse, name: Name) -> str | None:
        """The state whose adjective says where a place lies: `the Malian village of Sobara`.

        Between the two may stand a word or two: `the Russian border region of Kursk`.
        """
        kind = kind_before(parse, name)
        if kind is None or kind.lower not in self._kinds:
            return None
        world, first = self._atlas.world, parse.sentence_of(name.first).first
        for token in reversed(parse.tokens[max(first, kind.i - _ADJECTIVES) : kind.i]):
            if is_demonym(world, token.text):
                return world.meanings(token.text)[0].country
            if token.tag not in _BETWEEN:
                return None
        return None

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


def _within(one: Judged, nation: str | None) -> Judged:
    """A name with those of its places that lie in the state that it is said to lie in."""
    if nation is None:
        return one
    inside = tuple(r for r in one.name.referents if r.country == nation)
    return one._replace(name=one.name._replace(referents=inside))


def _place(
    report: Report,
    parse: Parse,
    one: Judged,
    referent: Referent | None,
    nation: str | None,
) -> Place:
    start = parse.tokens[one.name.first].start
    end = parse.tokens[one.name.last - 1].end
    if referent is None and nation is not None:
        return Place(text=report.text[start:end], start=start, end=end, country=nation)
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
