"""What the documentation says holds of the code."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import dateline
from dateline.cli.app import app
from dateline.export.write import exporters
from dateline.lexicon.library import Library
from dateline.lexicon.ontology import Ontology
from dateline.lexicon.pattern import parse_pattern
from dateline.render.coded import CodedRecord
from dateline.render.schema import record_schema

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert "://" in target or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_are_named_exist(page: Path) -> None:
    data = ROOT / "src" / "dateline" / "data"
    named = re.findall(r"`((?:[\w-]+/)+[\w*-]+\.\w+)`", page.read_text(encoding="utf-8"))
    bases = (ROOT, ROOT / "src" / "dateline", data, data / "lang" / "en")
    for name in named:
        made_by_us = name.startswith("demo/")
        assert made_by_us or any(list(base.glob(name)) for base in bases), name


def test_python_in_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```python\n(.*?)```", _read("README.md"), re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})


def test_the_readme_shows_what_the_sample_report_gives(record: CodedRecord) -> None:
    shown = re.findall(r"<record 'ferry'.*?(?=```)", _read("README.md"), re.DOTALL)
    assert shown == [f"{record!r}\n"], "run `make readme`"


@pytest.mark.parametrize(
    "command",
    [
        *("add", "code", "counts", "events", "explain", "export", "lexicon", "link", "offices"),
        *("plot", "quotes", "relations", "schema", "sql", "store"),
    ],
)
def test_commands_have_help_and_stand_in_the_readme(command: str) -> None:
    assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0
    assert f"dateline {command}" in _read("README.md")


def test_options_that_the_readme_names_exist() -> None:
    help_text = "".join(
        CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).stdout
        for command in ("code", "quotes", "link")
    )
    for option in re.findall(r"`(--[\w-]+)", _read("README.md")):
        assert option in help_text


def test_every_export_stands_on_its_page() -> None:
    page = _read("docs/exports.md")
    for name, exporter in exporters().items():
        assert f"`{name}`" in page
        assert all(table.file.partition(".")[0] in page for table in exporter.tables)


def test_the_table_of_types_is_the_ontology() -> None:
    page = _read("docs/ontology.md")
    for name, about in Ontology(Library()).types.items():
        modes = ", ".join(f"{mode} {score:g}" for mode, score in about.modes.items()) or "–"
        assert f"| {name} | {about.quad_class} | {about.score:g} | {modes} |" in page


def test_patterns_that_the_lexicon_page_shows_can_be_read() -> None:
    shown = re.findall(r"^\| `([^`]*\*[^`]*)` \|", _read("docs/lexicon.md"), re.MULTILINE)
    assert len(shown) > 5
    for pattern in (words for words in shown if " " in words):
        parse_pattern(pattern.replace(r"\|", "|"))


def test_the_published_schema_is_current() -> None:
    assert _read("docs/record.schema.json") == record_schema()


def test_public_names_can_be_had() -> None:
    assert sorted(dateline.__all__) == dateline.__all__
    assert all(getattr(dateline, name) is not None for name in dateline.__all__)


def test_the_version_is_one() -> None:
    assert f'version = "{dateline.__version__}"' in _read("pyproject.toml")
