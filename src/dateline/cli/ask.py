"""`dateline counts`, `relations` and `explain`: what a store knows."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dateline.cli.answers import AnswerFormat, Form, Out, StoreFolder, write_answer
from dateline.cli.asking import Asked, asks_events
from dateline.cli.reading import iso_day
from dateline.store.counting import By, Every, On

_Party = list[str] | None


@asks_events
def counts(
    store: StoreFolder,
    asked: Asked,
    every: Annotated[
        Every | None, typer.Option("--every", help="Length of the times; none: all at once.")
    ] = None,
    on: Annotated[
        On, typer.Option("--on", help="The day that counts: occurred, or first reported.")
    ] = On.OCCURRED,
    by: Annotated[
        list[By] | None, typer.Option("--by", help="What to tell apart; may be repeated.")
    ] = None,
    form: Form = None,
    out: Out = None,
) -> None:
    """Count events by time and by type, dyad or place, with their mean intensity.

    Only what occurred or goes on is counted, unless --status says otherwise.
    """
    from dateline.api import open_store  # noqa: PLC0415 - loaded when asked for

    write_answer(open_store(store).counts(every, by or [By.TYPE], on=on, **asked), form, out)


def relations(
    store: StoreFolder,
    subject: Annotated[
        _Party, typer.Option("--subject", metavar="PARTY", help="Part of a name, or codes.")
    ] = None,
    object_: Annotated[
        _Party, typer.Option("--object", metavar="PARTY", help="As --subject.")
    ] = None,
    predicate: Annotated[
        _Party, typer.Option("--predicate", help="holds_office, member_of, …")
    ] = None,
    office: Annotated[_Party, typer.Option("--office", help="president, …")] = None,
    on: Annotated[
        str | None,
        typer.Option(callback=iso_day, metavar="DAY", help="A day on which it held."),
    ] = None,
    form: Form = None,
    out: Out = None,
) -> None:
    """List who holds which office, belongs to what, leads whom, with the days of it."""
    from dateline.api import open_store  # noqa: PLC0415

    asked = {"subject": subject, "object": object_, "predicate": predicate, "office": office}
    write_answer(open_store(store).relations(on=on, **asked), form, out)


def explain(
    store: StoreFolder,
    event: Annotated[str, typer.Argument(help="An event, or one of its claims.")],
    form: Annotated[
        AnswerFormat, typer.Option("--format", "-f", help="table or jsonl.")
    ] = AnswerFormat.TABLE,
) -> None:
    """Show an event: each claim with its sentence, its report, and why it belongs here."""
    import msgspec  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415

    from dateline.api import open_store  # noqa: PLC0415
    from dateline.render.stored import explained  # noqa: PLC0415

    found, claims = open_store(store).explain(event)
    if form is AnswerFormat.TABLE:
        out = sys.stdout
        Console(file=out, width=None if out.isatty() else 140).print(explained(found, claims))
    else:
        typer.echo(msgspec.json.encode({**found, "claims": claims}).decode())
