"""A counter on standard error for long work."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")


def counted(items: Iterable[T], *, quiet: bool) -> Iterator[T]:
    """The items, counted on screen as they pass.

    Nothing is shown if `quiet`, if nobody looks at standard error, or if the output itself
    goes to the screen.
    """
    if quiet or sys.stdout.isatty() or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415 - loaded when asked for
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.completed} reports"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reports", total=None)
        for item in items:
            yield item
            progress.advance(task)
