"""Every cue of the lexicon is proved by its own example."""

from pathlib import Path

from dateline.annotate.check_cues import check_cues
from dateline.annotate.parse import Parser
from dateline.annotate.quotes import FindQuotes
from dateline.lexicon.library import Library


def test_every_cue_yields_a_quote_in_its_example(parser: Parser, library: Library) -> None:
    assert list(check_cues(FindQuotes(library), parser)) == []


def test_a_cue_without_a_working_example_is_told(parser: Parser, tmp_path: Path) -> None:
    folder = tmp_path / "lang" / "en"
    folder.mkdir(parents=True)
    rows = (
        "lemma,kind,act,commits,content,example\n"
        "sing,verb,say,speaker,quote,\n"
        "hum,verb,say,speaker,quote,The band hummed.\n"
    )
    (folder / "cues.csv").write_text(rows, encoding="utf-8")
    told = list(check_cues(FindQuotes(Library(tmp_path)), parser))
    assert told == [
        "verb `sing` has no example",
        "verb `hum` yields no quote in `The band hummed.`",
    ]
