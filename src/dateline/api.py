"""The library's face: load a coder, code a text, stream many reports.

>>> coder = dateline.load()
>>> record = coder.code("Police detained 20 students.", published="2024-05-01")
>>> record.claims[0].type
'COERCE'
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.annotate.parse import DEFAULT_MODEL
from dateline.coding.confidence import LIKELY
from dateline.errors import LexiconError
from dateline.pipeline import Settings
from dateline.records.report import Raw
from dateline.render.coded import CodedRecord
from dateline.workers import in_parallel, make_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.coding.stage import Coded
    from dateline.records.report import Refusal, Report
    from dateline.store.add import Added, Adding
    from dateline.store.open import Store


class Coder:
    """Codes reports. Made by `load`; safe to keep for a whole session."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._pipeline = make_pipeline(settings)

    def code(
        self,
        text: str,
        *,
        published: str | None = None,
        title: str | None = None,
        url: str | None = None,
        id: str = "text",  # noqa: A002 - the contract's name
    ) -> CodedRecord:
        """The record of a plain text.

        Args:
            text: the report; all offsets of the record point into it.
            published: its day of publication, an ISO date.
            title: its headline, where the text has none.
            url: where it was found.
            id: comes back unchanged.
        """
        return self.code_raw(Raw(id=id, text=text, published=published, title=title, url=url))

    @property
    def version(self) -> str:
        """Of the package and of its data, as records say it."""
        return self._pipeline.version

    def clean(self, raw: Raw, published: str | None = None) -> Report:
        """The report of a raw item, not coded."""
        return self._pipeline.clean(raw, published)

    def code_raw(self, raw: Raw | Report, published: str | None = None) -> CodedRecord:
        """The record of a report as it came, text or HTML, or of one that is cleaned."""
        return CodedRecord.of(self._pipeline(raw, published)[0])

    def explain(self, raw: Raw, published: str | None = None) -> tuple[CodedRecord, Coded]:
        """The record, and for each claim why it says what it says."""
        record, coded = self._pipeline(raw, published)
        return CodedRecord.of(record), coded

    def pipe(
        self, raws: Iterable[Raw | Report], *, published: str | None = None, jobs: int = 1
    ) -> Iterator[CodedRecord]:
        """The records of many reports, in their order and in constant memory.

        Args:
            raws: the reports, as they came or cleaned; read no further ahead than the
                workers need.
            published: a day of publication for all that carry none.
            jobs: how many processes work.
        """
        if jobs <= 1:
            yield from (self.code_raw(raw, published) for raw in raws)
        else:
            version = self._pipeline.version
            records = in_parallel(self.settings, raws, published, jobs, version)
            yield from map(CodedRecord.of, records)


def load(
    *,
    model: str | None = None,
    lexicon: Iterable[str | Path] = (),
    with_predicates: bool = False,
    min_confidence: float = LIKELY,
) -> Coder:
    """A coder with all its data read.

    Args:
        model: a spaCy English pipeline to parse with, None for the one installed with us.
        lexicon: folders with data files of your own, laid over ours.
        with_predicates: whether records list every verb and event noun with its status.
        min_confidence: leave out claims below it; 0 for all.

    Raises:
        LexiconError: a data file says something it cannot mean.
        ModelError: the model is not installed or does not fit.
    """
    folders = tuple(str(folder) for folder in lexicon)
    for folder in folders:
        if not Path(folder).is_dir():
            raise LexiconError(folder, None, "no such folder of data files")
    settings = Settings(
        model=model or DEFAULT_MODEL,
        lexicon=folders,
        with_predicates=with_predicates,
        min_confidence=min_confidence,
    )
    return Coder(settings)


def open_store(folder: str | Path) -> Store:
    """A store to ask, as it is now, whatever is added to it later.

    >>> store = dateline.open_store("corpus")
    >>> store.events(type="ASSAULT", actor="RUS:MIL", voices=2).polars()

    Raises:
        StoreError: there is none, or it cannot be read.
    """
    from dateline.store.open import Store  # noqa: PLC0415 - what only stores need

    return Store(Path(folder))


def add_to_store(
    coder: Coder,
    folder: str | Path,
    raws: Iterable[Raw | Refusal],
    *,
    published: str | None = None,
    jobs: int = 1,
) -> Iterator[Added]:
    """Add reports to a store, each once; what was done so far, after each batch.

    A page of many stories is as many reports.

    Raises:
        StoreError: another process adds to it, or it cannot be read or written.
    """
    from dateline.clean.split import split  # noqa: PLC0415 - what only pages need
    from dateline.store.add import add  # noqa: PLC0415 - what only stores need

    yield from add(Path(folder), split(raws), _adding(coder, published, jobs))


def recode_store(
    coder: Coder, old: str | Path, new: str | Path, *, jobs: int = 1
) -> Iterator[Added]:
    """Code the reports of a store anew into another; what was done so far, after each batch.

    Raises:
        StoreError: the old one is no store, or the new one is the same or is written to.
    """
    from dateline.store.recode import recode  # noqa: PLC0415

    yield from recode(Path(old), Path(new), _adding(coder, None, jobs))


def _adding(coder: Coder, published: str | None, jobs: int) -> Adding:
    from dateline.store.add import Adding  # noqa: PLC0415

    return Adding(
        clean=partial(coder.clean, published=published),
        code=partial(coder.pipe, jobs=jobs),
        version=coder.version,
    )
