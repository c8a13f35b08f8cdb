"""Writing an export: its files, and the manifest that counts what they could not carry."""

from __future__ import annotations

from importlib.metadata import entry_points, version
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dateline.errors import InputError
from dateline.export import flat, gdelt, gkg, icews, jsonld, phoenix, plover, polecat
from dateline.export.codes import Codes
from dateline.export.exporter import FEATURES, Corpus, Exporter
from dateline.export.layout import WRITERS
from dateline.lexicon.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.export.exporter import Table
    from dateline.records.record import Record

#: Our own exporters.
_OWN = (
    *(flat.CSV, flat.PARQUET),
    *(gdelt.EXPORTER, gkg.EXPORTER, icews.EXPORTER, jsonld.EXPORTER, phoenix.EXPORTER),
    *(plover.EXPORTER, polecat.EXPORTER),
)
#: The entry points by which exporters of other packages are found.
GROUP = "dateline.exporters"


class File(msgspec.Struct, frozen=True):
    """A file of an export. `columns` is empty where rows are nested."""

    name: str
    rows: int
    columns: tuple[str, ...]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What an export wrote and what it could not.

    Attributes:
        format: the exporter's name.
        dateline: the version of the package that wrote it.
        coded_by: the versions that coded the records.
        events: how many events the claims make.
        left_out: events that are not in the files, by reason.
        not_carried: events that are in the files without something, by what it is.
    """

    format: str
    dateline: str
    coded_by: tuple[str, ...]
    reports: int
    claims: int
    events: int
    files: tuple[File, ...]
    left_out: dict[str, int]
    not_carried: dict[str, int]


def exporters() -> dict[str, Exporter]:
    """All exporters by name, those of other packages over our own.

    Raises:
        InputError: a package registers as an exporter what is none.
    """
    found = {exporter.name: exporter for exporter in _OWN}
    for point in entry_points(group=GROUP):
        exporter = point.load()
        if not isinstance(exporter, Exporter):
            raise InputError(
                f"the entry point `{point.name}` of `{point.value}` is no exporter"
            )
        found[exporter.name] = exporter
    return dict(sorted(found.items()))


def write_export(
    exporter: Exporter,
    records: Iterable[Record],
    out: str | Path,
    library: Library | None = None,
) -> Manifest:
    """Write the files of a format and the manifest beside them.

    Args:
        exporter: one of `exporters`.
        records: the coded reports; all are held in memory.
        out: a folder, made if need be; or a file, if it has a suffix and the format is of
            one file.
        library: for the crosswalks; the package's own if none is given.

    Raises:
        InputError: the files cannot be written; none that was there is lost.
    """
    out = Path(out)
    corpus = Corpus(records, Codes(library or Library()))
    one_file = bool(out.suffix) and not out.is_dir()
    if one_file and len(exporter.tables) > 1:
        raise InputError(f"`{exporter.name}` is of several files: give a folder, not `{out}`")
    try:
        files = tuple(
            _write(table, corpus, out if one_file else out / table.file)
            for table in exporter.tables
        )
        manifest = _manifest(exporter, corpus, files)
        path = out if one_file else out / exporter.name
        content = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
        path.with_name(f"{path.name}.manifest.json").write_bytes(content + b"\n")
    except OSError as error:
        raise InputError(f"`{out}` cannot be written: {error.strerror or error}") from error
    return manifest


def _write(table: Table, corpus: Corpus, path: Path) -> File:
    """One file, whole or not at all: it takes its place when it is done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        rows = WRITERS[table.form](table, table.rows(corpus), part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return File(path.name, rows, tuple(table.columns))


def _manifest(exporter: Exporter, corpus: Corpus, files: tuple[File, ...]) -> Manifest:
    losses = corpus.losses
    if not exporter.counts_itself:
        for fact in corpus.facts:
            for feature, has in FEATURES.items():
                if feature not in exporter.carries and has(fact):
                    losses.leave_unsaid(feature)
    return Manifest(
        format=exporter.name,
        dateline=version("dateline"),
        coded_by=tuple(sorted({record.version for record in corpus.records})),
        reports=len(corpus.records),
        claims=sum(len(h.tellings) for h in corpus.happenings),
        events=len(corpus.happenings),
        files=files,
        left_out=dict(sorted(losses.left_out.items())),
        not_carried=dict(sorted(losses.not_carried.items())),
    )
