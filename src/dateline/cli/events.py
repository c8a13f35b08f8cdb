"""`dateline events`: the events of a store, and what people decide of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from dateline.cli.answers import AnswerFormat, Form, Out, StoreFolder, form_of, write_answer
from dateline.cli.asking import Asked, asks_events
from dateline.cli.reading import say

if TYPE_CHECKING:
    from typer._click import Context

#: Rows of a table where nobody says how many: some screens.
_SHOWN = 100
_First = Annotated[str, typer.Argument(help="A claim, or an event.", metavar="CLAIM")]
_Other = Annotated[str, typer.Argument(help="Another.", metavar="OTHER")]
_Most = Annotated[
    int | None,
    typer.Option("--first", min=1, metavar="N", help="At the most; 100 in a table, else all."),
]
_Note = Annotated[str | None, typer.Option("--note", help="Why, in your own words.")]


class _Group(TyperGroup):
    """`dateline events STORE` lists, without saying so."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Take a first word that is no command as the store to list."""
        if args and args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["list", *args]
        return super().parse_args(ctx, args)


events = typer.Typer(
    cls=_Group,
    no_args_is_help=True,
    help="List the events of a store (`dateline events STORE --type …`), split or merge them.",
)


@events.command("list")
@asks_events
def list_events(
    store: StoreFolder,
    asked: Asked,
    first: _Most = None,
    form: Form = None,
    out: Out = None,
) -> None:
    """List the events of a store that are asked for; `list` need not be said."""
    from dateline.api import open_store  # noqa: PLC0415 - loaded when asked for
    from dateline.render.stored import event_table, flat_event  # noqa: PLC0415

    if first is None and form_of(form, out) is AnswerFormat.TABLE:
        first = _SHOWN
    opened = open_store(store)
    found = opened.events(first=first, **asked)
    write_answer(found, form, out, flat=flat_event, table=event_table)
    if first is not None and (count := opened.count(**asked)) > first:
        say(f"the first {first} of {count} events; `--first` shows more, `--out FILE` has all")


@events.command()
def split(store: StoreFolder, claim: _First, other: _Other, note: _Note = None) -> None:
    """Say that two claims tell of two happenings; kept, and honoured from now on."""
    _decide(store, "split", claim, other, note)


@events.command()
def merge(store: StoreFolder, claim: _First, other: _Other, note: _Note = None) -> None:
    """Say that two claims tell of one happening; kept, and honoured from now on."""
    _decide(store, "merge", claim, other, note)


def _decide(store: StoreFolder, verdict: str, claim: str, other: str, note: str | None) -> None:
    from dateline.records.event import Decision, Verdict  # noqa: PLC0415
    from dateline.store.decide import decide  # noqa: PLC0415

    decided = Decision(verdict=Verdict(verdict), claim=claim, other=other, note=note)
    for event in decide(store, decided):
        typer.echo(event)
