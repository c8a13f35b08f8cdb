"""Exporter: what a format is, and what its rows are made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from dateline.export.facts import facts
from dateline.export.gather import gather
from dateline.export.losses import Losses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from dateline.export.codes import Codes
    from dateline.export.facts import Fact
    from dateline.export.gather import Happening
    from dateline.records.record import Record

Row = dict[str, object]


class Form(StrEnum):
    """How the rows of a table are laid out in a file."""

    TAB = "tab"  # tabs, no header, no quoting
    HEADED_TAB = "headed-tab"  # the same under a line of names
    CSV = "csv"
    JSON = "json"  # all rows in one array
    JSON_LINES = "json-lines"
    PARQUET = "parquet"


class Corpus:
    """Records to export, with what all exporters ask of them.

    Args:
        records: kept in memory, since an event may be told in any of them.
        codes: the crosswalks.

    Attributes:
        losses: where exporters count what they cannot write.
    """

    def __init__(self, records: Iterable[Record], codes: Codes) -> None:
        self.records = tuple(records)
        self.codes = codes
        self.losses = Losses()

    def count_codes(self, fact: Fact, project: Literal["cameo", "icews"]) -> None:
        """Count what of a fact's parties stays unsaid for want of a code."""
        for feature in sorted(self.codes.without_code(fact.event, project)):
            self.losses.leave_unsaid(feature)

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """All events, whatever their status."""
        return gather(self.records)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The events that are told as done; the rest is counted once."""
        return tuple(facts(self.happenings, self.losses, self.codes.ontology.cameo))


@dataclass(frozen=True, slots=True)
class Table:
    """One file of a format.

    Attributes:
        file: its name in the folder of an export.
        form: its layout.
        columns: its columns in order, with the type of each; empty for nested JSON.
        rows: its rows; a key that a row lacks, or None, is written as `empty`.
        empty: what stands in a text file where nothing is known.
        head: of a JSON file, what stands above its rows.
    """

    file: str
    form: Form
    columns: Mapping[str, type]
    rows: Callable[[Corpus], Iterator[Row]]
    empty: str = ""
    head: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format, registered as an entry point of the group `dateline.exporters`.

    Attributes:
        name: as the command takes it.
        about: in a line what it is.
        tables: its files.
        carries: which of `FEATURES` it has room for.
        counts_itself: whether it is made from more than facts, so that its rows count what
            they lose.
    """

    name: str
    about: str
    tables: Sequence[Table]
    carries: frozenset[str] = frozenset()
    counts_itself: bool = False


def _is_long(fact: Fact) -> bool:
    occurred = fact.event.occurred
    return occurred is not None and occurred.first != occurred.last


#: What an event may have that a format may have no room for.
FEATURES: Mapping[str, Callable[[Fact], object]] = {
    "mode": lambda fact: fact.event.mode,
    "contexts": lambda fact: fact.event.contexts,
    "attribution": lambda fact: any(t.claim.attribution for t in fact.tellings),
    "amounts": lambda fact: any(t.claim.amounts for t in fact.tellings),
    "time of more than a day": _is_long,
    "confidence": lambda fact: fact.event.confidence is not None,
    "voices": lambda fact: fact.event.voices > 1,
}
