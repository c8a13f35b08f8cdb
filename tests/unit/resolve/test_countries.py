"""How many of the parties found get the right country, over all regions of the world."""

from pathlib import Path

import msgspec
import pytest

from dateline.annotate.parse import Parser
from dateline.annotate.places import FindPlaces
from dateline.clean.stage import clean
from dateline.lexicon.library import Library
from dateline.records.entity import Party
from dateline.records.report import Raw
from dateline.resolve.entities import ResolveEntities

_SENTENCES = Path(__file__).parents[2] / "data" / "countries.jsonl"


class Expected(msgspec.Struct, frozen=True):
    """A party of a sentence, and the country and sector that it has to be given."""

    words: str
    start: int
    end: int
    country: str | None
    sector: str | None


class Sentence(msgspec.Struct, frozen=True):
    """A line of the file: a text with the day of its publication, and its parties."""

    text: str
    published: str
    parties: tuple[Expected, ...]


class Reader:
    """Reads the parties of sentences."""

    def __init__(self, library: Library, parser: Parser) -> None:
        self._parser = parser
        self._places = FindPlaces(library)
        self._resolve = ResolveEntities(library)

    def __call__(self, sentence: Sentence) -> list[tuple[Expected, Party]]:
        """The parties that are found, beside what is expected of them."""
        report = clean(Raw(id="s", text=sentence.text, published=sentence.published))
        parse = self._parser(report)
        entities = self._resolve(report, parse, self._places(report, parse))
        found = []
        for expected in sentence.parties:
            inside = {t.i for t in parse.between(expected.start, expected.end)}
            heads = [i for i in sorted(inside) if parse.tokens[i].head not in inside - {i}]
            parties = [party for head in heads if (party := entities.party(head))]
            found += [(expected, parties[0])] if parties else []
        return found


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    decode = msgspec.json.Decoder(Sentence).decode
    return [decode(line) for line in _SENTENCES.read_bytes().splitlines()]


@pytest.fixture(scope="module")
def found(
    library: Library, parser: Parser, sentences: list[Sentence]
) -> list[tuple[Expected, Party]]:
    read = Reader(library, parser)
    return [pair for sentence in sentences for pair in read(sentence)]


def test_the_sentences_are_three_hundred(sentences: list[Sentence]) -> None:
    assert len(sentences) == 300


def test_nearly_all_parties_are_found(
    sentences: list[Sentence], found: list[tuple[Expected, Party]]
) -> None:
    assert len(found) >= 0.95 * sum(len(sentence.parties) for sentence in sentences)


def test_countries_are_right_in_92_of_100(found: list[tuple[Expected, Party]]) -> None:
    right = sum(expected.country == party.country for expected, party in found)
    assert right >= 0.92 * len(found)


def test_sectors_are_right_in_92_of_100(found: list[tuple[Expected, Party]]) -> None:
    plain = [(e.sector, p.sector) for e, p in found if e.sector]
    assert sum(sector in sectors for sector, sectors in plain) >= 0.92 * len(plain)
