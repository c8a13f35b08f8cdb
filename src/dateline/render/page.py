"""Records as one HTML page that needs nothing but itself: text beside what was read in it."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from dateline.render import wording
from dateline.render.events import by_event
from dateline.render.marked import marked_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records.attribution import Quote
    from dateline.records.claim import Claim
    from dateline.records.record import Record

_LEGEND = (
    ("q1", "cooperation in words"),
    ("q2", "cooperation in deeds"),
    ("q3", "conflict in words"),
    ("q4", "conflict in deeds"),
)


def page(records: Iterable[Record]) -> str:
    """The page of all records."""
    return "".join(page_parts(records))


def page_parts(records: Iterable[Record]) -> Iterator[str]:
    """The page piece by piece, so that a long stream of records needs no memory."""
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Coded reports</title>\n<style>\n{_asset('page.css')}</style>\n"
        "</head>\n<body>\n"
    )
    for record in records:
        yield _section(record)
    yield f"<script>\n{_asset('page.js')}</script>\n</body>\n</html>\n"


def fragment(record: Record) -> str:
    """One record as a piece of HTML with its style, for a notebook."""
    return f"<style>\n{_asset('page.css')}</style>\n{_section(record)}"


def _asset(name: str) -> str:
    return files("dateline.render").joinpath(name).read_text(encoding="utf-8")


def _section(record: Record) -> str:
    return (
        '<section class="dateline-report">\n'
        f"<header>{_heading(record)}{_legend()}</header>\n"
        f'<article lang="en">\n{marked_text(record)}\n</article>\n'
        f"<aside>\n{_events(record)}{_quotes(record)}{_ties(record)}{_problems(record)}</aside>\n"
        "</section>\n"
    )


def _heading(record: Record) -> str:
    report = record.report
    facts = (report.published and f"published {report.published}", report.publisher, report.url)
    told = " · ".join(escape(fact) for fact in facts if fact)
    return f"<h1>{escape(record.id)}</h1><p>{told}</p>"


def _legend() -> str:
    kinds = "".join(f'<li><mark class="act {q}">{name}</mark></li>' for q, name in _LEGEND)
    rest = "".join(
        f'<li><span class="{kind}">{kind}</span></li>'
        for kind in ("actor", "recipient", "time", "place", "quote")
    )
    return f'<ul class="legend">{kinds}{rest}</ul>'


def _events(record: Record) -> str:
    groups = "".join(
        f'<li class="event">{"".join(map(_card, claims))}</li>' for claims in by_event(record)
    )
    title = "Events" if record.claims else "No events"
    counted = any(wording.when(claim.occurred).endswith("*") for claim in record.claims)
    note = "<p><small>* the day of publication; the text does not say when</small></p>\n"
    return f"<h4>{title}</h4>\n<ol>{groups}</ol>\n{note if counted else ''}"


def _card(claim: Claim) -> str:
    to_whom = f" → {escape(wording.parties(claim.recipients))}" if claim.recipients else ""
    facts = (
        wording.when(claim.occurred),
        wording.where(claim.place),
        wording.status(claim),
        f"according to {wording.according_to(claim.attribution)}" if claim.attribution else "",
        *(f"{amount.of}: {wording.flat(amount.text)}" for amount in claim.amounts),
        f"confidence {claim.confidence:.2f}",
    )
    told = " · ".join(escape(fact) for fact in facts if fact and fact != wording.NOT_SAID)
    return (
        f'<div class="claim q{claim.quad_class}" tabindex="0" data-claim="{claim.id}">'
        f"<b>{escape(wording.act(claim))}</b>"
        f"<p>{escape(wording.parties(claim.actors))}{to_whom}</p>"
        f"<small>{told}</small></div>"
    )


def _quotes(record: Record) -> str:
    if not record.quotes:
        return ""
    ordered = sorted(record.quotes, key=_speaker)
    groups = "".join(
        f"<dt>{escape(name)}</dt>"
        + "".join(f"<dd>{escape(wording.flat(quote.content.text))}</dd>" for quote in quotes)
        for name, quotes in groupby(ordered, key=_speaker)
    )
    return f"<h4>Quotes</h4>\n<dl>{groups}</dl>\n"


def _speaker(quote: Quote) -> str:
    return wording.party(quote.speaker) if quote.speaker else "nobody is named"


def _ties(record: Record) -> str:
    if not record.ties:
        return ""
    held = "".join(f"<li>{escape(wording.tie(tie))}</li>" for tie in record.ties)
    return f"<h4>Ties</h4>\n<ul>{held}</ul>\n"


def _problems(record: Record) -> str:
    if not record.problems:
        return ""
    told = "".join(f"<li>{escape(f'{p.stage}: {p.message}')}</li>" for p in record.problems)
    return f'<h4>Problems</h4>\n<ul class="problems">{told}</ul>\n'
