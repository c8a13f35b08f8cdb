"""Which place of a name is meant: by what contains it, the report's countries, prominence."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from dateline.annotate.place_evidence import Evidence
from dateline.annotate.place_judge import Follows, contains_next, held_by_next, is_country

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.annotate.place_evidence import Options
    from dateline.annotate.place_judge import Judged
    from dateline.annotate.place_names import Name
    from dateline.lexicon.atlas import Referent
    from dateline.records.parse import Parse

#: Candidates of a name that are compared with those of the name after it.
_COMPARED = 60
#: By how much less prominent a namesake is too far-fetched in the midst of a list.
_FAR_FETCHED = 3.0
#: Prominence, log10 of people, below which a town in a country not named is doubtful.
_SMALL = 4.5
#: How far apart a town and what contains it may lie, in kilometres.
_IN_REGION_KM, _IN_TOWN_KM = 700.0, 60.0
#: A name of a town and of its division is the division beside other divisions.
_AMONG_DIVISIONS = 1.5
#: Tokens between the names of a list, and of one of people: `Ana Moss of Utah, Joe Bell of`.
_LIST_GAP, _PEOPLE_GAP = 3, 7


def choose(
    parse: Parse,
    places: Sequence[Judged],
    votes: Mapping[str, float],
    home: str | None = None,
) -> list[Referent | None]:
    """The referent of each place, None where no table has the name.

    `votes` are the countries that the report names otherwise, as by `Chinese officials`,
    and `home` is the publisher's.
    The same name is the same place throughout, unless what contains it says otherwise.
    """
    fitting = [_of_kind(one) for one in places]
    options = _contained(parse, places, list(fitting))
    evidence = Evidence(options, votes, home)
    best: list[Referent | None] = []
    told: dict[str, Referent] = {}
    for index, found in enumerate(options):
        chosen = _best(parse, places, options, index, evidence) if found else None
        if chosen and len(found) < len(fitting[index]):
            told.setdefault(places[index].name.text, chosen)
        best.append(chosen)
    return [
        told.get(one.name.text, chosen) if found == one.name.referents else chosen
        for one, chosen, found in zip(places, best, options, strict=True)
    ]


def _best(
    parse: Parse,
    places: Sequence[Judged],
    options: Sequence[Options],
    index: int,
    evidence: Evidence,
) -> Referent | None:
    """The likeliest candidate of a place.

    None where all are small and none is in a country that the report names: the place
    meant is then likelier one that no table has.
    """
    found = options[index]
    among = _among_divisions(parse, places, options, index)

    def likely(referent: Referent) -> float:
        beside = referent.kind == "division" and among is not None
        bonus = _AMONG_DIVISIONS if beside and referent.country == among else 0.0
        return evidence.score(referent, found) + bonus

    chosen = max(found, key=likely)
    small = chosen.weight < _SMALL and len(found) == len(places[index].name.referents)
    return None if small and evidence.is_elsewhere(chosen.country) else chosen


def distance_km(a: Referent, b: Referent) -> float:
    """The great-circle distance."""
    la, lb = math.radians(a.latitude), math.radians(b.latitude)
    half = math.radians(b.longitude - a.longitude) / 2
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(half) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def _of_kind(one: Judged) -> Options:
    """The referents that fit the word after the name: `Idlib province`.

    A country's own name is a town's only inside it: `Panama city`, but not `the US capital`.
    """
    wanted: frozenset[str] = frozenset()
    if one.follows is Follows.DIVISION:
        wanted = frozenset({"division", "subdivision", "region"})
    elif one.follows is Follows.TOWN:
        wanted = frozenset({"city"})
    fit = tuple(r for r in one.name.referents if r.kind in wanted)
    if is_country(one.name):
        fit = tuple(r for r in fit if r.country == one.name.referents[0].country)
    return fit or one.name.referents


def _contained(parse: Parse, places: Sequence[Judged], options: list[Options]) -> list[Options]:
    """Candidates narrowed where a place is followed by what contains it, last pair first.

    What is said to be of a place and lies in none of that name is not in the atlas: `the
    Northern District of Ruritania`, a court's.
    """
    for index in range(len(places) - 2, -1, -1):
        here, following = places[index].name, places[index + 1].name
        # `Niger, Nigeria and Togo` is a list.
        listed = is_country(here) and is_country(following)
        of_next = not is_country(here) and _is_of(parse, here, following)
        if of_next or (held_by_next(parse, here, following) and not listed):
            pairs = [
                (inner, outer)
                for outer in options[index + 1][:_COMPARED]
                for inner in options[index][:_COMPARED]
                if _inside(inner, outer)
            ]
            if pairs and not _far_fetched(parse, places, options, index, pairs[0][0]):
                options[index] = tuple(dict.fromkeys(inner for inner, _ in pairs))
                options[index + 1] = tuple(dict.fromkeys(outer for _, outer in pairs))
            elif of_next and options[index + 1]:
                options[index] = ()
    return options


def _is_of(parse: Parse, name: Name, following: Name) -> bool:
    """Whether a name is of the next one: `the Eastern Province of Zambia`."""
    return following.first == name.last + 1 and parse.tokens[name.last].lower == "of"


def _far_fetched(
    parse: Parse,
    places: Sequence[Judged],
    options: Sequence[Options],
    index: int,
    inner: Referent,
) -> bool:
    """Whether a list explains better than containment: `Utah, Washington, West Virginia`."""
    if inner.weight > options[index][0].weight - _FAR_FETCHED or not index:
        return False
    return contains_next(parse, places[index - 1].name, places[index].name)


def _inside(inner: Referent, outer: Referent) -> bool:
    """Whether the one may lie in the other."""
    if inner.country != outer.country or inner.kind == "country" or inner == outer:
        return False
    if outer.kind == "country":
        return True
    if outer.kind == "division":
        return inner.kind != "division" and inner.admin1 in {outer.admin1, None}
    far = _IN_REGION_KM if outer.kind == "region" else _IN_TOWN_KM
    return distance_km(inner, outer) <= far


def _among_divisions(
    parse: Parse,
    places: Sequence[Judged],
    options: Sequence[Options],
    index: int,
) -> str | None:
    """The country whose divisions are named right beside the place, as in a list."""
    here = places[index].name
    for other in (index - 1, index + 1):
        if not 0 <= other < len(places) or not options[other]:
            continue
        name, first = places[other].name, options[other][0]
        gap = max(here.first - name.last, name.first - here.last)
        people = _is_home(parse, here) and _is_home(parse, name)
        if first.kind == "division" and gap <= (_PEOPLE_GAP if people else _LIST_GAP):
            same = parse.sentence_of(name.first) == parse.sentence_of(here.first)
            if same and not contains_next(parse, here, name):
                return first.country
    return None


def _is_home(parse: Parse, name: Name) -> bool:
    """Whether a place is what somebody named is of: `Ana Moss of Utah`."""
    before = parse.tokens[max(0, name.first - 2) : name.first]
    return len(before) > 1 and before[0].tag == "NNP" and before[1].lower == "of"
