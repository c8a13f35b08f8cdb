"""Speakers are resolved where they are known and stay bare words where they are not."""

from dateline.annotate.parse import Parser
from dateline.annotate.quotes import FindQuotes
from dateline.lexicon.library import Library
from dateline.records.entity import Party
from dateline.records.parse import Parse
from dateline.records.report import Block, Report, Role
from dateline.resolve.speakers import Spoken, resolve_speakers


class OnePerson:
    """Entities of a report in which the name `Novak` alone is known."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse

    def party(self, head: int) -> Party | None:
        token = self._parse.tokens[head]
        if token.text != "Novak":
            return None
        return Party(text="Novak", start=token.start, end=token.end, name="Jana Novak")


def spoken(parser: Parser, library: Library, text: str) -> tuple[Spoken, ...]:
    block = Block(role=Role.HEADLINE, start=0, end=len(text))
    report = Report(id="x", text=text, blocks=(block,))
    parse = parser(report)
    return resolve_speakers(FindQuotes(library)(report, parse), OnePerson(parse))


def test_a_known_speaker_has_a_name(parser: Parser, library: Library) -> None:
    (found,) = spoken(parser, library, "Novak said that the bridge was safe.")
    assert found.quote.speaker is not None
    assert found.quote.speaker.name == "Jana Novak"


def test_an_unnamed_speaker_is_the_bare_words(parser: Parser, library: Library) -> None:
    (found,) = spoken(parser, library, "Two officials said that the bridge was safe.")
    assert found.quote.speaker == Party(text="Two officials", start=0, end=13)


def test_speakers_together_are_one_bare_party(parser: Parser, library: Library) -> None:
    (found,) = spoken(parser, library, "Novak and the bishop said that the war was over.")
    assert found.quote.speaker is not None
    assert found.quote.speaker.text == "Novak and the bishop"
    assert found.quote.speaker.name is None


def test_a_colon_after_a_label_makes_no_speech(parser: Parser, library: Library) -> None:
    assert spoken(parser, library, "Weather Update: Snow to fall in the north") == ()
    assert len(spoken(parser, library, "Novak: Bridge is safe")) == 1
    assert len(spoken(parser, library, "Poll: Most voters want early vote")) >= 1
