"""Names: runs of capitalised words cut into mentions of persons, bodies and states."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dateline.lexicon.world import CountryWord, WordKind
from dateline.records.entity import Kind
from dateline.resolve import phrase
from dateline.resolve.knowledge import Title
from dateline.resolve.mention import OFFICIAL, Mention, Office, merged
from dateline.resolve.runs import Runs, title_case

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from dateline.records.parse import Parse, Token
    from dateline.records.place import Place
    from dateline.resolve.knowledge import Knowledge


#: Words of a first name and a surname.
_FULL = 2
#: Prepositions of whence and whither, under which a town is a town.
_COURSE = frozenset({"to", "from"})
#: Labels of a name that belongs to the noun after it.
_BESIDE = frozenset({"compound", "amod", "nmod"})


class _Piece(NamedTuple):
    """A stretch of a run being cut, and what came before it in the run."""

    first: int
    last: int
    title: Title | None
    title_at: int
    country: str | None


class Names:
    """Finds the names of a report.

    Args:
        knowledge: tables of organisations, titles and states.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._bodies = knowledge.organisation_words
        self._runs = Runs(knowledge, self._end_of_known)

    def __call__(self, parse: Parse, places: tuple[Place, ...]) -> list[Mention]:
        """The mentions in order of the text; none overlap."""
        settled = _by_token(parse, places)
        found: list[Mention] = []
        surnames, called = set[str](), set[str]()
        for sentence in parse.sentences:
            headline = title_case(parse, sentence)
            for first, last in self._runs(parse, sentence, surnames):
                alone = parse.tokens[first] if last == first + 1 else None
                if alone and self._is_surname(parse, alone, called, persons=surnames):
                    found.append(_mention(parse, first, last, parse.tokens[first].text, None))
                    continue
                cut = self._cut(parse, first, last, settled)
                kept = [m for m in cut if m.known or not headline]
                surnames |= {parse.tokens[m.last - 1].text for m in kept if _personal(m)}
                called |= {parse.tokens[m.last - 1].text for m in kept if _full(m)}
                found.extend(kept)
        return found

    def _end_of_known(self, words: list[str], at: int) -> int | None:
        """The end of the organisation of the tables whose name starts at a word."""
        known = self._knowledge.organisations.longest(words, at)
        return known[0] if known else None

    def _cut(
        self, parse: Parse, first: int, last: int, places: Mapping[int, Place]
    ) -> Iterator[Mention]:
        """The mentions of one run, from left to right."""
        tokens = parse.tokens
        words = [token.text for token in tokens[first:last]]
        at, title, title_at, country = 0, None, 0, None
        while at < len(words):
            known = self._knowledge.organisations.longest(words, at)
            rank = self._title(tokens[first:last], at)
            if known and rank and known[0] < rank[0] < len(words):  # `Senate President X`
                known = None
            if known is None and self._idle(words[at]):
                at += 1
                continue
            if known:
                row = known[1][0]
                yield _mention(
                    parse, first + at, first + known[0], row.name, row.kind,
                    country=row.country or (None if row.stateless else country),
                    sector=row.sector, known=True,
                )  # fmt: skip
                at, title, country = known[0], None, row.country
                continue
            state = self._state_at(words, at, tokens[first + at : last], places.get(first + at))
            if state:
                yield from self._state(parse, first + at, first + state[0], state[1], places)
                at, country = state[0], state[1][0].country
                continue
            if rank is None and at == 0 and len(words) > 1:
                rank = self._opening_role(parse, first)
            if rank:
                at, title, title_at = rank[0], rank[1][0], first + at
                continue
            end = self._end_of_name(words, at)
            if title is None and at and _is_goal(parse, first):
                country = None
            piece = _Piece(first + at, first + end, title, title_at, country)
            yield from self._named(parse, piece, places)
            at, title, country = end, None, None

    def _state_at(
        self, words: list[str], at: int, rest: tuple[Token, ...], place: Place | None
    ) -> tuple[int, tuple[CountryWord, ...]] | None:
        """The word for a state at a word of a run, None where another name begins there.

        A person's, a body's, or that of a place elsewhere: `Karen Moss`, `Turkish Airlines`,
        `British Columbia`.
        """
        state = self._knowledge.world.longest(words, at)
        if state is None or self._called(words, at) or self._longer_name(words, at, state[0]):
            return None
        longer = place is not None and place.end > rest[state[0] - at - 1].end
        elsewhere = place is not None and place.country not in {m.country for m in state[1]}
        return None if longer and elsewhere else state

    def _is_surname(
        self, parse: Parse, token: Token, called: Collection[str], *, persons: Collection[str]
    ) -> bool:
        """Whether the name of a town or people is somebody's: `Jo Lima left. Lima said`.

        A state's is not, nor one that says where or whose something is: `in Lima`. That of
        a body is a person's: `Ana Ford left. Ford said`.
        """
        if token.text not in called or token.dep in _BESIDE:
            return False
        if token.text in persons and self._knowledge.organisations[token.text]:
            return True
        above = parse.tokens[token.head].lower
        if token.dep == "pobj" and above in self._knowledge.naming.within | _COURSE:
            return False
        known = self._knowledge.world.longest([token.text], 0)
        return known is not None and all(m.kind is not WordKind.NAME for m in known[1])

    def _called(self, words: list[str], at: int) -> bool:
        """Whether a first name begins the last two words."""
        return len(words) == at + _FULL and words[at] in self._knowledge.first_names

    def _title(
        self, tokens: tuple[Token, ...], at: int
    ) -> tuple[int, tuple[Title, ...]] | None:
        """The title that starts at a word: `President`, or `Presidents` of several names."""
        words = [token.text.lower() for token in tokens]
        found = self._knowledge.titles.longest(words, at)
        if found is None and words[at].endswith("s"):
            return self._knowledge.titles.longest(
                [*words[:at], words[at].removesuffix("s")], at
            )
        return found

    def _opening_role(self, parse: Parse, first: int) -> tuple[int, tuple[Title, ...]] | None:
        """A role noun that has its capital from the start of the sentence, as a title."""
        token = parse.tokens[first]
        noun = self._knowledge.nouns.get(token.lower)
        if first != parse.sentence_of(first).first or noun is None:
            return None
        if noun.kind is not Kind.PERSON or token.text in self._knowledge.first_names:
            return None
        return 1, (Title(title=noun.noun, example=noun.example, sector=noun.sector),)

    def _idle(self, word: str) -> bool:
        naming = self._knowledge.naming
        return word.lower() in naming.calendar | naming.former or not word[0].isupper()

    def _longer_name(self, words: list[str], at: int, end: int) -> bool:
        """Whether a country's name only begins a body's: `Turkish Airlines`, `Bank of X`."""
        rest = words[end:]
        bodies = self._knowledge.organisation_words
        for word in rest:
            if word in bodies:
                return True
            if not word[0].isupper():
                return False
            if word.lower() in {"president", "prime", "foreign", "minister", "secretary"}:
                return "Ministry" in rest or "Department" in rest
        return at > 0 and words[at - 1] == "of" and any(w in bodies for w in words[:at])

    def _state(
        self,
        parse: Parse,
        first: int,
        last: int,
        meanings: tuple[CountryWord, ...],
        places: Mapping[int, Place],
    ) -> Iterator[Mention]:
        """A country's name or a word for its people or government as a mention."""
        kinds = {meaning.kind: meaning for meaning in meanings}
        token = parse.tokens[last - 1]
        world = self._knowledge.world
        sector: tuple[str, ...] = ()
        if token.tag == "JJ" and WordKind.NAME not in kinds:
            return
        for kind in (WordKind.NAME, WordKind.GOVERNMENT, WordKind.PEOPLE):
            meaning = kinds.get(kind)
            if meaning is None:
                continue
            place = places.get(first)
            if kind is WordKind.NAME and place and place.country != meaning.country:
                return
            if kind is WordKind.GOVERNMENT and not _governs(token, place, meaning):
                return
            if kind is WordKind.PEOPLE and not _plural(token):
                continue
            if kind is WordKind.GOVERNMENT:
                sector = ("GOV",)
            row = world.countries.get(meaning.country or "")
            text = _text(parse, first, last)
            if kind is WordKind.PEOPLE:
                yield _mention(parse, first, last, text, Kind.GROUP,
                               country=meaning.country, known=True)  # fmt: skip
            elif row:
                yield _mention(
                    parse, first, last, row.name, Kind.STATE, country=row.code,
                    sector=sector, known=True,
                    place=text == row.capital or text in row.seats,
                )  # fmt: skip
            return

    def _end_of_name(self, words: list[str], at: int) -> int:
        """Where the name that starts at `at` ends: before the next title or to the end."""
        lower = [w.lower() for w in words]
        bodies = [i for i in range(at, len(words)) if words[i] in self._bodies]
        for index in range(bodies[-1] + 1 if bodies else at + 1, len(words)):
            title = self._knowledge.titles.longest(lower, index)
            office = title is not None and bool(bodies) and bool(title[1][0].office)
            if title and (title[0] < len(words) or office):
                return index
            if bodies and words[index].islower():  # `Office of the High Commissioner for Peace`
                return len(words)
            month = lower[index] in self._knowledge.naming.calendar
            if month and not bodies and not self._surname(words, at, index):
                return index
        return len(words)

    def _surname(self, words: list[str], at: int, index: int) -> bool:
        """Whether the name of a month is the surname after a first name: `Theresa May`."""
        return index == at + 1 and words[at] in self._knowledge.first_names

    def _named(
        self, parse: Parse, piece: _Piece, places: Mapping[int, Place]
    ) -> Iterator[Mention]:
        """The mention of a stretch with neither titles nor known names in it."""
        words = [token.text for token in parse.tokens[piece.first : piece.last]]
        text = _text(parse, piece.first, piece.last)
        bodies = self._knowledge.organisation_words
        key = self._body(words)
        place = places.get(piece.first)
        located = place is not None and place.name == text  # the West Bank is no bank
        if piece.title is None and key is not None and not located:
            if len(words) == 1:
                return
            country = piece.country or self._country_inside(words)
            sector = bodies[key] or self._sector_inside(words) or self._members(words)
            yield _mention(parse, piece.first, piece.last, text, Kind.ORGANIZATION,
                           country=country, sector=sector)  # fmt: skip
            return
        if place and piece.title is None:
            country = piece.country or place.country  # `the Chadian Federal District`
            yield _mention(parse, piece.first, piece.last, place.name or place.text, Kind.OTHER,
                           country=country, known=True, place=True)  # fmt: skip
            return
        if piece.title is None and len(words) > 1 and words[-1] in self._knowledge.naming.sites:
            yield _mention(parse, piece.first, piece.last, text, Kind.OTHER)
            return
        kind = None
        if piece.title or (len(words) > 1 and words[0] in self._knowledge.first_names):
            kind = Kind.PERSON
        offices: tuple[Office, ...] = ()
        sector = ()
        former = piece.title is not None and self._former(parse, piece.title_at)
        if piece.title:
            sector = piece.title.sector
            if piece.title.office:
                offices = (
                    Office(office=piece.title.office, country=piece.country, former=former,
                           first=piece.title_at, last=piece.first),
                )  # fmt: skip
        if former and OFFICIAL & set(sector):
            sector = ("ELI",)
        yield _mention(parse, piece.first, piece.last, text, kind, country=piece.country,
                       sector=merged(sector), offices=offices)  # fmt: skip

    def _body(self, words: list[str]) -> str | None:
        """The word that says what kind of body a name is of, None if none does.

        The last (`Interior Ministry`), else the first (`Ministry of Justice`), else the one
        before `of` (`Interior Ministry of Kenya`).
        """
        bodies = self._knowledge.organisation_words
        if words[-1] in bodies:
            return words[-1]
        if words[0] in bodies and len(words) > 2:
            return words[0]
        before = words[words.index("of") - 1] if "of" in words[1:] else None
        return before if before in bodies else None

    def _former(self, parse: Parse, index: int) -> bool:
        """Whether `former`, `ex-` and the like stand before a title, a nationality between."""
        before: tuple[Token, ...] = parse.tokens[phrase.before(parse, index) : index]
        return any(token.lower in self._knowledge.naming.former for token in before)

    def _sector_inside(self, words: list[str]) -> tuple[str, ...]:
        """The sectors of the body that a name ends with: `Libyan House of Representatives`."""
        for at in range(1, len(words)):
            known = self._knowledge.organisations.longest(words, at)
            if known and known[0] == len(words):
                return known[1][0].sector
        return ()

    def _members(self, words: list[str]) -> tuple[str, ...]:
        """The sectors of the people that a body is named after: `Metal Workers' Union`."""
        owners = [w for w, mark in pairwise(words) if mark in {"'", "’", "'s", "’s"}]
        nouns = (self._knowledge.nouns.get(w.lower().removesuffix("s")) for w in owners)
        sectors = (noun.sector for noun in nouns if noun and "CVL" not in noun.sector)
        found = next(sectors, ())
        return ("LAB",) if "LAB" in found else found

    def _country_inside(self, words: list[str]) -> str | None:
        """The country of the first nationality or country in a name."""
        for at in range(len(words)):
            state = self._knowledge.world.longest(words, at)
            if state:
                return state[1][0].country
        return None


def _by_token(parse: Parse, places: tuple[Place, ...]) -> dict[int, Place]:
    """Each place at its first token."""
    found = {}
    for place in places:
        inside = parse.between(place.start, place.end)
        if inside:
            found[inside[0].i] = place
    return found


def _is_goal(parse: Parse, first: int) -> bool:
    """Whether a run of names stands under `to`: `the envoy to Chad Ana Moss`."""
    return first > 0 and parse.tokens[first - 1].lower == "to"


def _governs(token: Token, place: Place | None, meaning: CountryWord) -> bool:
    """Whether a seat of government may be meant: no town elsewhere, or one that acts."""
    return place is None or place.country == meaning.country or token.dep == "nsubj"


def _personal(mention: Mention) -> bool:
    """Whether a mention is a person's name of several words."""
    return mention.kind is Kind.PERSON and mention.last - mention.first > 1


def _full(mention: Mention) -> bool:
    """Whether a mention may be a first name and a surname, and is of nothing else."""
    words = mention.last - mention.first
    return mention.kind in {Kind.PERSON, None} and not mention.known and words == _FULL


def _plural(token: Token) -> bool:
    return token.tag in {"NNPS", "NNS"} or (token.tag == "NNP" and token.text.endswith("s"))


def _text(parse: Parse, first: int, last: int) -> str:
    return parse.text[parse.tokens[first].start : parse.tokens[last - 1].end]


def _mention(  # noqa: PLR0913
    parse: Parse,
    first: int,
    last: int,
    name: str,
    kind: Kind | None,
    *,
    country: str | None = None,
    sector: tuple[str, ...] = (),
    offices: tuple[Office, ...] = (),
    known: bool = False,
    place: bool = False,
) -> Mention:
    """A mention whose head is the token that hangs from outside it, the last such."""
    head = last - 1
    for index in range(last - 1, first - 1, -1):
        above = parse.tokens[index].head
        if above == index or not first <= above < last:
            head = index
            break
    return Mention(
        first=first, last=last, head=head, name=" ".join(name.split()), kind=kind,
        country=country, sector=sector, offices=offices, known=known, place=place,
    )  # fmt: skip
