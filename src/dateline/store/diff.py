"""What two stores say of the same reports: which claims are new, gone or changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from dateline.store.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Row = dict[str, Any]
#: What is compared of two claims with one trigger, each as plain words.
_SAID = """
    SELECT r.item, r.id AS report, c.trigger.start AS start, c.trigger.end AS end,
        c.trigger.text AS words, c.type, c.mode,
        list_sort(list_transform(c.actors, lambda p: coalesce(p.name, p.text))) AS actors,
        list_sort(list_transform(c.recipients, lambda p: coalesce(p.name, p.text)))
            AS recipients,
        c.occurred.value AS occurred, coalesce(c.place.name, c.place.text) AS place, c.status,
        list_transform(c.attribution, lambda a: coalesce(a.speaker.name, a.speaker.text))
            AS attribution,
        c.evidence.text AS evidence
    FROM claims c JOIN reports r USING (number) ORDER BY r.item, start, "end", c.type, c.id
"""
_COMPARED = (
    "type",
    "mode",
    "actors",
    "recipients",
    "occurred",
    "place",
    "status",
    "attribution",
)


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that only one of two stores has, or that says something else in the other.

    Attributes:
        change: `added`, `removed` or `changed`.
        fields: what is other: none where a claim is only in one.
        before: what the old store says of these, or of all.
        after: what the new one says.
    """

    change: str
    report: str
    words: str
    evidence: str
    fields: tuple[str, ...] = ()
    before: Row | None = None
    after: Row | None = None


def changes(old: Path, new: Path) -> Iterator[Change]:
    """How the claims of two stores differ, of the reports that both have.

    Raises:
        StoreError: one of them is no store.
    """
    before, after = Reader(old), Reader(new)
    common = set(before.items()) & set(after.items())
    ones, others = _by_trigger(before, common), _by_trigger(after, common)
    for key in sorted(ones.keys() | others.keys()):
        yield from _of_trigger(ones.get(key, []), others.get(key, []))


def _by_trigger(store: Reader, items: set[str]) -> dict[tuple[Any, ...], list[Row]]:
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in store.dicts(_SAID):
        if row["item"] in items:
            found.setdefault((row["item"], row["start"], row["end"]), []).append(row)
    return found


def _of_trigger(ones: list[Row], others: list[Row]) -> Iterator[Change]:
    """The changes among claims of one trigger: those that agree most are compared."""
    others = list(others)
    for one in ones:
        if not others:
            yield _only("removed", one)
            continue
        other = min(others, key=lambda row: len(_differing(one, row)))
        others.remove(other)
        if fields := _differing(one, other):
            yield Change(
                change="changed",
                report=one["report"],
                words=one["words"],
                evidence=one["evidence"],
                fields=fields,
                before={field: one[field] for field in fields},
                after={field: other[field] for field in fields},
            )
    yield from (_only("added", other) for other in others)


def _only(change: str, row: Row) -> Change:
    said = {field: row[field] for field in _COMPARED}
    return Change(
        change=change,
        report=row["report"],
        words=row["words"],
        evidence=row["evidence"],
        before=said if change == "removed" else None,
        after=said if change == "added" else None,
    )


def _differing(one: Row, other: Row) -> tuple[str, ...]:
    return tuple(field for field in _COMPARED if one[field] != other[field])
