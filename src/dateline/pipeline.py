"""The pipeline: one report through every stage, from raw item to record.

Nothing here knows of files or screens. What goes wrong in a stage costs what that stage
would have found, is said in the record's `problems`, and the rest of the record stands.
"""

from __future__ import annotations

import hashlib
import logging
from importlib.metadata import version
from typing import TYPE_CHECKING, TypeVar

import msgspec

from dateline.annotate.parse import DEFAULT_MODEL, Parser
from dateline.annotate.places import FindPlaces
from dateline.annotate.quotes import FindQuotes
from dateline.annotate.times import FindTimes
from dateline.clean.stage import clean
from dateline.coding.confidence import LIKELY
from dateline.coding.stage import Coded, CodeReport
from dateline.ingest.surrogates import whole
from dateline.link.events import link_claims
from dateline.records.parse import Parse
from dateline.records.record import Record
from dateline.records.report import Problem, Raw, Report, Role
from dateline.resolve.entities import ResolveEntities
from dateline.resolve.speakers import resolve_speakers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dateline.lexicon.library import Library
    from dateline.records.place import Place
    from dateline.records.time import Time
    from dateline.resolve.speakers import Spoken

T = TypeVar("T")
_LOGGER = logging.getLogger(__name__)
_LOGGER.addHandler(logging.NullHandler())  # who wants the tracebacks sets a handler


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How reports are coded.

    Attributes:
        model: the spaCy English pipeline that parses.
        lexicon: folders of data files laid over the package's own.
        with_predicates: whether to write every verb and event noun with its status.
        min_confidence: claims below it are left out.
    """

    model: str = DEFAULT_MODEL
    lexicon: tuple[str, ...] = ()
    with_predicates: bool = False
    min_confidence: float = LIKELY


class Pipeline:
    """All stages, made once and called for each report.

    Raises:
        LexiconError: a data file says something it cannot mean.
        ModelError: the parser's model is not installed or does not fit.
    """

    def __init__(self, library: Library, settings: Settings) -> None:
        self._settings = settings
        self.version = f"{version('dateline')}+{data_version(library)}"
        self._parse = Parser.of(library, settings.model)
        self._times = FindTimes(library)
        self._places = FindPlaces(library)
        self._quotes = FindQuotes(library)
        self._entities = ResolveEntities(library)
        self._code = CodeReport(
            library,
            with_predicates=settings.with_predicates,
            min_confidence=settings.min_confidence,
        )

    def __call__(self, raw: Raw | Report, published: str | None = None) -> tuple[Record, Coded]:
        """The record of a report, and what the coding stage says of its claims.

        Args:
            raw: the report as it came, or cleaned.
            published: its day of publication, if the user gives one, for one as it came.
        """
        report = self.clean(raw, published) if isinstance(raw, Raw) else raw
        problems = list(report.problems)
        parse = _guard(
            problems, "parse", lambda: self._parse(report), Parse(report.text, (), ())
        )
        no_times: tuple[Time, ...] = ()
        times = _guard(problems, "times", lambda: self._all_times(report, parse), no_times)
        no_places: tuple[Place, ...] = ()
        places = _guard(problems, "places", lambda: self._places(report, parse), no_places)
        entities = _guard(
            problems,
            "entities",
            lambda: self._entities(report, parse, places),
            None,
        )
        nothing = Coded(claims=(), ties=())
        if entities is None:
            return self._record(report, problems, nothing, times=times, places=places), nothing
        nobody: tuple[Spoken, ...] = ()
        spoken = _guard(
            problems,
            "quotes",
            lambda: resolve_speakers(self._quotes(report, parse), entities),
            nobody,
        )
        coded = _guard(
            problems,
            "coding",
            lambda: self._code(report, parse, times, places, entities, spoken),
            nothing,
        )
        record = self._record(
            report,
            problems,
            coded,
            times=times,
            places=places,
            entities=entities.entities,
            quotes=tuple(said.quote for said in spoken),
        )
        return record, coded

    def clean(self, raw: Raw, published: str | None = None) -> Report:
        """The report of a raw item, with the problems met so far."""
        problems: list[Problem] = []
        raw = whole(raw)
        report = _guard(
            problems,
            "clean",
            lambda: clean(raw, published=published),
            Report(id=raw.id, text=raw.text or raw.html or "", provenance=raw.provenance),
        )
        return msgspec.structs.replace(report, problems=(*report.problems, *problems))

    def _all_times(self, report: Report, parse: Parse) -> tuple[Time, ...]:
        """The times of the text, and of the dateline, whose own date dates no act."""
        times = self._times(report, parse)
        if any(block.role is Role.DATELINE for block in report.blocks):
            opening = self._parse(report, (Role.DATELINE,))
            times = tuple(sorted((*self._times(report, opening), *times), key=_start))
        return times

    def _record(
        self, report: Report, problems: list[Problem], coded: Coded, **layers: object
    ) -> Record:
        return Record(
            id=report.id,
            version=self.version,
            provenance=report.provenance,
            report=report.opening,
            text=report.text,
            blocks=report.blocks,
            claims=link_claims(coded.claims),
            ties=coded.ties,
            predicates=coded.predicates,
            problems=tuple(problems),
            **layers,  # type: ignore[arg-type]  # the layers found before coding
        )


def _start(time: Time) -> int:
    return time.start


def _guard(problems: list[Problem], stage: str, make: Callable[[], T], otherwise: T) -> T:
    """What `make` gives, or `otherwise` and a problem that names the stage."""
    try:
        return make()
    except Exception as error:
        _LOGGER.exception("stage `%s` failed", stage)
        message = f"this stage could not read the report ({type(error).__name__}: {error})"
        problems.append(Problem(stage, message))
        return otherwise


def data_version(library: Library) -> str:
    """Eight hexadecimal digits that change with any data file of any folder."""
    digest = hashlib.sha256()
    for folder in library.folders:
        for path in _files(folder):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
