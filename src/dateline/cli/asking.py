"""The options by which commands ask a store for events."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from dateline.cli.reading import iso_day

#: The options by their names, as a store takes them.
Asked = dict[str, Any]
_Names = list[str] | None
_OPTIONS: dict[str, tuple[Any, Any]] = {
    "type": (
        _Names,
        typer.Option("--type", metavar="TYPE", help="PLOVER type; may be repeated, as others."),
    ),
    "mode": (_Names, typer.Option("--mode", metavar="MODE", help="PLOVER mode.")),
    "context": (_Names, typer.Option("--context", metavar="CONTEXT", help="PLOVER context.")),
    "actor": (
        _Names,
        typer.Option(
            "--actor", metavar="PARTY", help="Codes, RUS, RUS:MIL or :MIL, or part of a name."
        ),
    ),
    "recipient": (_Names, typer.Option("--recipient", metavar="PARTY", help="As --actor.")),
    "between": (
        tuple[str, str] | None,
        typer.Option("--between", metavar="DAY DAY", help="The first and the last day."),
    ),
    "reported": (
        tuple[str, str] | None,
        typer.Option("--reported", metavar="DAY DAY", help="The same of its first report."),
    ),
    "where": (
        _Names,
        typer.Option("--where", metavar="PLACE", help="Code of a country, or name of a place."),
    ),
    "status": (_Names, typer.Option("--status", metavar="STATUS", help="occurred, planned, …")),
    "voices": (
        int | None,
        typer.Option("--voices", min=1, help="Independent origins at the least."),
    ),
    "min_confidence": (
        float | None,
        typer.Option("--min-confidence", min=0, max=1, help="Of the surest claim."),
    ),
    "text": (
        str | None,
        typer.Option(
            "--text", metavar="WORDS", help="Words of a claim's sentence or its report's title."
        ),
    ),
}
_BY_NAME = inspect.Parameter.KEYWORD_ONLY


def asks_events(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that ask for events; it takes them as its `asked`."""

    @functools.wraps(command)
    def with_options(**given: Any) -> None:  # noqa: ANN401 - whatever the options hold
        asked = {name: given.pop(name) for name in _OPTIONS}
        for day in (*(asked["between"] or ()), *(asked["reported"] or ())):
            iso_day(day)
        command(**given, asked=asked)

    own = inspect.signature(command, eval_str=True).parameters.values()
    options = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[kind, option],
        )
        for name, (kind, option) in _OPTIONS.items()
    ]
    kept = [one for one in own if one.name != "asked"]
    signature = inspect.Signature([*kept, *options])
    with_options.__signature__ = signature  # type: ignore[attr-defined]  # what typer reads
    with_options.__annotations__ = {p.name: p.annotation for p in signature.parameters.values()}
    return with_options
