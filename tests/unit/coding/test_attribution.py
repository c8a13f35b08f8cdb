"""A word's attribution is the chain of those who say it, outermost first."""

import dateline
from dateline.annotate.parse import Parser
from dateline.annotate.quotes import FindQuotes
from dateline.coding.attribution import Attributions
from dateline.lexicon.library import Library
from dateline.records.entity import Party
from dateline.records.report import Block, Report, Role
from dateline.resolve.speakers import resolve_speakers


class NobodyKnown:
    """Entities of a report in which no name is known."""

    def party(self, head: int) -> Party | None:  # noqa: ARG002
        return None


def chain(parser: Parser, library: Library, text: str, word: str) -> list[str | None]:
    """The speakers over a word, outermost first."""
    report = Report(id="x", text=text, blocks=(Block(role=Role.BODY, start=0, end=len(text)),))
    parse = parser(report)
    spoken = resolve_speakers(FindQuotes(library)(report, parse), NobodyKnown())
    index = next(token.i for token in parse.tokens if token.text == word)
    return [
        layer.speaker.text if layer.speaker else None
        for layer in Attributions(spoken).of(index)
    ]


def test_the_reports_own_voice_has_no_layers(parser: Parser, library: Library) -> None:
    assert chain(parser, library, "The army shelled the town.", "shelled") == []


def test_speech_in_speech_gives_two_layers(parser: Parser, library: Library) -> None:
    text = "The general said the minister had denied that troops shelled the town."
    assert chain(parser, library, text, "shelled") == ["The general", "the minister"]
    assert chain(parser, library, text, "denied") == ["The general"]
    assert chain(parser, library, text, "said") == []


def test_an_accusation_is_attributed_but_not_the_accusing(
    parser: Parser, library: Library
) -> None:
    text = "The minister accused the rebels of shelling a school."
    assert chain(parser, library, text, "shelling") == ["The minister"]
    assert chain(parser, library, text, "accused") == []


def test_what_is_demanded_is_nobodys_testimony(parser: Parser, library: Library) -> None:
    text = "The council urged both armies to leave the city."
    assert chain(parser, library, text, "leave") == []


def test_an_unnamed_claim_is_a_layer_without_a_speaker(
    parser: Parser, library: Library
) -> None:
    text = "Claims that his country armed the rebels angered the envoy."
    assert chain(parser, library, text, "armed") == [None]


def test_who_rejects_a_claim_is_a_layer_over_it(parser: Parser, library: Library) -> None:
    text = "The envoy rejected claims that his country armed the rebels."
    assert chain(parser, library, text, "armed") == ["The envoy", None]


def test_what_somebody_is_to_do_is_nobodys_testimony(parser: Parser, library: Library) -> None:
    text = "The parliament agreed to lift the curfew."
    assert chain(parser, library, text, "lift") == []


def test_an_infinitive_of_what_is_so_is_testimony(parser: Parser, library: Library) -> None:
    text = "The rebels claimed to have shelled the port."
    assert chain(parser, library, text, "shelled") == ["The rebels"]


def test_words_told_in_the_words_of_somebody_are_theirs(
    parser: Parser, library: Library
) -> None:
    text = "In the words of the coroner, the guards strangled the prisoner."
    assert chain(parser, library, text, "strangled") == ["the coroner"]


def test_who_puts_a_figure_at_a_number_tells_it(parser: Parser, library: Library) -> None:
    text = "The governor put the number of deaths at forty."
    assert chain(parser, library, text, "deaths") == ["The governor"]
    assert chain(parser, library, "The cook put the soup at the door.", "soup") == []


def test_what_a_passive_is_reported_by_whom_is_theirs(parser: Parser, library: Library) -> None:
    text = "The rebels were reported by local media to have shelled the town."
    assert chain(parser, library, text, "shelled") == ["local media"]


def test_what_is_only_referred_to_is_the_reports(parser: Parser, library: Library) -> None:
    text = "The minister referred to the riots as a disgrace."
    assert chain(parser, library, text, "riots") == []


def test_what_is_judged_or_dates_is_the_reports(coder: dateline.Coder) -> None:
    def voices(text: str, word: str) -> list[int]:
        claims = coder.code(text, published="2024-05-16").claims
        return [len(c.attribution) for c in claims if c.trigger.text == word]

    judged = "The president of Kenya criticized the senators for ignoring the army's raids."
    assert voices(judged, "raids") == [0]
    dated = "As a result of Sunday's riot in Kenya, according to the mayor, nine were arrested."
    assert voices(dated, "riot") == [0]
    assert voices(dated, "arrested") == [1]


def test_who_speaks_is_no_second_speaker_within_speech(
    parser: Parser, library: Library
) -> None:
    text = '"I believe that troops shelled the town," the mayor said.'
    assert chain(parser, library, text, "shelled") == ["the mayor"]
