"""Rows of named fields to raw items, whatever table they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.ingest.refused import place, refused
from dateline.records.report import Provenance, Raw

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.records.report import Problem, Refusal

#: What a row may say of a report.
FIELDS = ("id", "text", "html", "title", "published", "url", "publisher", "language")


def columns_of(names: Iterable[str], asked: Mapping[str, str]) -> dict[str, str]:
    """For each field the column that holds it.

    Args:
        names: the columns that there are.
        asked: for fields whose column has another name, that name.

    Raises:
        ValueError: a column that was asked for is not there, or none holds text.
    """
    there = list(names)
    for column in asked.values():
        if column not in there:
            raise ValueError(f"has no column `{column}`; it has {_listed(there)}")
    found = {field: field for field in FIELDS if field in there} | dict(asked)
    if not found.keys() & {"text", "html"}:
        raise ValueError(
            f"has no column `text`; it has {_listed(there)} (hint: --columns text=NAME)"
        )
    return found


def raw_of_row(
    row: Mapping[str, str | None], file: str, record: int, problems: tuple[Problem, ...] = ()
) -> Raw | Refusal:
    """The report in a row.

    Args:
        row: its fields; those that are empty are taken for unknown.
        file: where it was read.
        record: its line or number there.
        problems: what was wrong with its bytes.
    """
    said = {field: value for field in FIELDS if (value := row.get(field))}
    name = said.pop("id", None)
    if "text" not in said and "html" not in said:
        return refused(file, "has neither `text` nor `html`", record=record, name=name)
    if "text" in said:
        said.pop("html", None)
    where = place(file, record)
    return Raw(
        id=where if name is None else name,
        where=where,
        provenance=Provenance(file=file, record=record),
        problems=problems,
        **said,
    )


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names[:20]) or "none"
