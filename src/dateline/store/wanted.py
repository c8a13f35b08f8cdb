"""What events are asked for, as a condition of SQL."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypedDict, cast

from dateline.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dateline.records.entity import Party

Values: TypeAlias = "str | Iterable[str] | None"

#: A party by its codes: `RUS`, `RUS:MIL` or `:MIL`; a place by that of its country.
CODES = re.compile(r"(?P<country>[A-Z]{3})?(?::(?P<sector>[A-Z]{3}))?")
#: Fields of which an event has one value.
_ONE = ("type", "mode", "status")
_NAMED = "contains(lower(coalesce({0}.name, {0}.text)), lower(?))"
_HOLDING = "coalesce(since, holds_from) <= ? AND coalesce(until, past_from, '9999') >= ?"
_PLACED = "(lower(place.name) = lower(?) OR lower(place.admin1) = lower(?))"


class Asked(TypedDict, total=False):
    """What events are asked for. Of several values of a field one must hold; none asks nothing.

    Attributes:
        type: PLOVER types.
        actor: codes of country and sector, `RUS`, `RUS:MIL` or `:MIL`, or part of a name.
        recipient: the same.
        between: the first and the last day; an event of which no day is known is of none.
        reported: the first and the last day on which its first text was published.
        where: codes of countries, or names of places or of their first divisions.
        voices: how many independent origins at the least.
        text: words that the sentences of an event's claims have, or the titles above them.
    """

    type: Values
    mode: Values
    context: Values
    actor: Values
    recipient: Values
    between: tuple[str, str] | None
    reported: tuple[str, str] | None
    where: Values
    status: Values
    voices: int
    min_confidence: float
    text: str | None


class Condition(NamedTuple):
    """A condition of SQL, and what stands for its question marks."""

    sql: str
    values: tuple[Any, ...] = ()


def condition(asked: Asked) -> Condition:
    """What must hold for an event, but for the words of its sentences.

    Raises:
        StoreError: what is asked for is no field of an event, or can be no value of it.
    """
    if unknown := sorted(asked.keys() - Asked.__annotations__.keys()):
        raise StoreError(f"events are not asked for by `{unknown[0]}`")
    return _all(_conditions(asked))


def _conditions(asked: Asked) -> Iterator[Condition]:
    for column in _ONE:
        if values := listed(cast("Values", asked.get(column))):
            yield Condition(f"list_contains(?, {column})", (values,))
    if values := listed(asked.get("context")):
        yield Condition("list_has_any(contexts, ?)", (values,))
    for column in ("actor", "recipient"):
        if values := listed(cast("Values", asked.get(column))):
            party = _any(_party(value, "p") for value in values)
            found = f"len(list_filter({column}s, lambda p: {party.sql})) > 0"
            yield Condition(found, party.values)
    if values := listed(asked.get("where")):
        yield _any(map(_place, values))
    if between := asked.get("between"):
        yield Condition("occurred.first <= ? AND occurred.last >= ?", _days(between))
    if reported := asked.get("reported"):
        yield Condition("reported <= ? AND reported >= ?", _days(reported))
    yield Condition("voices >= ?", (asked.get("voices") or 0,))
    yield Condition("confidence >= ?", (asked.get("min_confidence") or 0.0,))


def relation(asked: Mapping[str, Values], on: str | None) -> Condition:
    """What must hold for a relation: `Store.relations` says what is asked.

    Raises:
        StoreError: it is no field of a relation, or no day.
    """
    if unknown := sorted(asked.keys() - {"subject", "object", "predicate", "office"}):
        raise StoreError(f"relations are not asked for by `{unknown[0]}`")
    return _all(_relation(asked, on))


def _relation(asked: Mapping[str, Values], on: str | None) -> Iterator[Condition]:
    yield Condition("true")
    for end in ("subject", "object"):
        if values := listed(asked.get(end)):
            yield _any(_party(value, end) for value in values)
    for column in ("predicate", "office"):
        if values := listed(asked.get(column)):
            yield Condition(f"list_contains(?, {column})", (values,))
    if on:
        yield Condition(_HOLDING, _days((on, on)))


def quote(speaker: Values, between: tuple[str, str] | None, text: str | None) -> Condition:
    """What must hold for a quote `q` of a report `r`: `Store.quotes` says what is asked.

    Raises:
        StoreError: the days are none.
    """
    found = [Condition("true")]
    if values := listed(speaker):
        found.append(_any(_party(value, "q.speaker") for value in values))
    if between:
        days = "r.published[:10] <= ? AND r.published[:10] >= ?"
        found.append(Condition(days, _days(between)))
    if text:
        found.append(Condition("contains(lower(q.content.text), lower(?))", (text,)))
    return _all(found)


def is_asked(party: Party, values: Iterable[str]) -> bool:
    """Whether a party is one of those that are asked for, as `quote` asks a store."""
    name = _lower(party.text if party.name is None else party.name)
    for value in values:
        codes = CODES.fullmatch(value)
        if codes is None or not value:
            if _lower(value) in name:
                return True
        elif codes["country"] in (None, party.country) and (
            not codes["sector"] or codes["sector"] in party.sector
        ):
            return True
    return False


def _lower(text: str) -> str:
    """A text in small letters, one for each of its own, as SQL makes them."""
    return "".join(letter.lower()[0] for letter in text)


def listed(values: Values) -> list[str]:
    """The values of a field: a single one is one of one."""
    return [values] if isinstance(values, str) else list(values or ())


def _days(between: tuple[str, str]) -> tuple[str, str]:
    """The last day and the first, as a condition compares them."""
    try:
        first, last = (date.fromisoformat(day).isoformat() for day in between)
    except ValueError as error:
        raise StoreError(f"`between` takes two days like 2024-05-31: {error}") from error
    return last, first


def _any(conditions: Iterable[Condition]) -> Condition:
    return _joined(" OR ", conditions)


def _all(conditions: Iterable[Condition]) -> Condition:
    return _joined(" AND ", conditions)


def _joined(word: str, conditions: Iterable[Condition]) -> Condition:
    parts, values = zip(*conditions, strict=True)
    return Condition(f"({word.join(parts)})", tuple(chain.from_iterable(values)))


def _party(value: str, party: str) -> Condition:
    codes = CODES.fullmatch(value)
    if codes is None or not value:
        return Condition(_NAMED.format(party), (value,))
    found = []
    if codes["country"]:
        found.append(Condition(f"{party}.country = ?", (codes["country"],)))
    if codes["sector"]:
        found.append(Condition(f"list_contains({party}.sector, ?)", (codes["sector"],)))
    return _all(found)


def _place(value: str) -> Condition:
    codes = CODES.fullmatch(value)
    if codes and codes["country"] and not codes["sector"]:
        return Condition("place.country = ?", (value,))
    return Condition(_PLACED, (value, value))
