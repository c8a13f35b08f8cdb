from collections.abc import Callable
from pathlib import Path

import msgspec

from dateline.export.gkg import COLUMNS
from dateline.export.write import Manifest
from dateline.records.attribution import Quote, QuoteKind
from dateline.records.claim import Claim, Status
from dateline.records.entity import Entity, Kind
from dateline.records.place import Place, Precision
from dateline.records.record import Record
from dateline.records.span import Span
from dateline.records.time import Time, TimeType

PUBLISHED = (
    "GKGRECORDID DATE SourceCollectionIdentifier SourceCommonName DocumentIdentifier Counts "
    "V2Counts Themes V2Themes Locations V2Locations Persons V2Persons Organizations "
    "V2Organizations V2Tone Dates GCAM SharingImage RelatedImages SocialImageEmbeds "
    "SocialVideoEmbeds Quotations AllNames Amounts TranslationInfo Extras"
)


def _full(record: Record) -> Record:
    """The record with one of all that the format holds."""
    span = Span(text="Rebels", start=0, end=6)
    return msgspec.structs.replace(
        record,
        entities=(
            Entity(id="p", name="Nino Abo; Jr", kind=Kind.PERSON, mentions=(span, span)),
            Entity(id="o", name="Hill Post", kind=Kind.ORGANIZATION, mentions=(span,)),
        ),
        places=(
            Place(
                text="Sumi",
                start=29,
                end=33,
                name="Sumi",
                country="GEO",
                latitude=42.5,
                longitude=43.25,
                precision=Precision.CITY,
            ),
        ),
        times=tuple(
            Time(text="day", start=n, end=n + 3, value=value, type=TimeType.DATE)
            for n, value in enumerate(("2024", "2024-05", "2024-05-13", "XXXX-05-13", "P3M"))
        ),
        quotes=(
            Quote(
                kind=QuoteKind.DIRECT,
                content=Span(text="one | two", start=3, end=12),
                cue=Span(text="said", start=14, end=18),
            ),
            Quote(kind=QuoteKind.INDIRECT, content=span),
        ),
    )


def test_a_report_comes_back_as_it_was_read(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
    tab: Callable[..., list[dict[str, str]]],
) -> None:
    assert list(COLUMNS) == PUBLISHED.split()
    denied = shelling("c2", event="e2", status=Status.DENIED)
    folder, manifest = export("gkg", [_full(report(shelling(), denied))])
    (row,) = tab(folder / "gdelt.gkg.csv", COLUMNS, header=False)
    assert (row["GKGRECORDID"], row["DATE"]) == ("20240514000000-0", "20240514000000")
    assert row["V2Counts"] == "KILL#2##4#Sumi, Imereti, Georgia#GG##42.5#43.25##0;"
    assert row["V2Locations"] == "4#Sumi, Georgia#GG###42.5#43.25##29;"
    assert (row["Persons"], row["V2Persons"]) == (
        "nino abo jr;",
        "Nino Abo Jr,0;Nino Abo Jr,0;",
    )
    assert row["Dates"] == "1#0#0#2024#0;2#5#0#2024#1;3#5#13#2024#2;4#5#13#0#3;"
    assert row["Quotations"] == "3|9|said|one two"
    assert manifest.not_carried == {"quote in other words": 1}


def test_a_report_without_a_day_is_left_out(
    report: Callable[..., Record], export: Callable[..., tuple[Path, Manifest]]
) -> None:
    _, manifest = export("gkg", [report(day=None)])
    assert manifest.left_out == {"report without a day": 1}
