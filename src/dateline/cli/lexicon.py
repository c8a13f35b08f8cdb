"""`dateline lexicon`: prove the data files, look things up in them, try a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dateline.lexicon.library import Library

lexicon = typer.Typer(
    help="Check, show and try the data files that coding follows.", no_args_is_help=True
)

Folders = Annotated[
    list[Path] | None,
    typer.Option("--lexicon", metavar="DIR", help="A folder laid over the package's data."),
]


@lexicon.command()
def check(folders: Folders = None) -> None:
    """Run the example of every entry; exit with 1 if one does not code as it says."""
    from dateline.check import check_lexicon  # noqa: PLC0415 - loads the parser

    faults = check_lexicon(_library(folders))
    for fault in faults:
        typer.echo(str(fault))
    if faults:
        raise typer.Exit(1)


@lexicon.command(name="import")
def import_(
    files: Annotated[
        list[Path], typer.Argument(help="PETRARCH or TABARI dictionaries of actors or agents.")
    ],
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to write.")],
) -> None:
    """Read actors and agents of others into a folder for `--lexicon`."""
    from dateline.lexicon.petrarch import ImportDictionaries, write_overlay  # noqa: PLC0415

    imported = ImportDictionaries(_library(None))(files)
    write_overlay(imported, to)
    for line in imported.left:
        typer.echo(line, err=True)
    counts = f"{len(imported.organisations)} actors and {len(imported.agents)} agents"
    typer.echo(f"{counts} written to {to}, {len(imported.left)} lines named above")


@lexicon.command()
def show(
    event_type: Annotated[str, typer.Argument(metavar="TYPE", help="As in PROTEST.")],
    folders: Folders = None,
) -> None:
    """List the entries of an event type, with their patterns and examples."""
    from dateline.lexicon.acts import ActLexicon  # noqa: PLC0415
    from dateline.lexicon.ontology import Ontology  # noqa: PLC0415

    library = _library(folders)
    known = Ontology(library).types
    wanted = event_type.upper()
    if wanted not in known:
        raise typer.BadParameter(f"no type `{event_type}` (there are: {', '.join(known)})")
    about = known[wanted]
    typer.echo(f"{wanted}, quad class {about.quad_class}, score {about.score}")
    typer.echo(about.definition)
    for entry in ActLexicon(library).entries:
        if entry.type == wanted:
            mode = f" ({entry.mode})" if entry.mode else ""
            typer.echo(f"\n{entry.id}{mode}\n    {entry.pattern.text}")
            for example in entry.examples:
                typer.echo(f"    {example}")


@lexicon.command(name="try")
def try_(
    text: Annotated[str, typer.Argument(help="A sentence or more.")], folders: Folders = None
) -> None:
    """Code a text and say for each claim which entry matched, and how."""
    from dateline.api import load  # noqa: PLC0415 - loads the coder
    from dateline.records.report import Raw  # noqa: PLC0415
    from dateline.render.explain import explain  # noqa: PLC0415

    coder = load(lexicon=folders or (), with_predicates=True)
    record, coded = coder.explain(Raw(id="text", text=text))
    typer.echo(explain(record, coded), nl=False)


def _library(folders: list[Path] | None) -> Library:
    from dateline.errors import LexiconError  # noqa: PLC0415
    from dateline.lexicon.library import Library  # noqa: PLC0415

    for folder in folders or ():
        if not folder.is_dir():
            raise LexiconError(folder, None, "no such folder of data files")
    return Library(*(folders or ()))
