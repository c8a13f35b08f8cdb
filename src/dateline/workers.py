"""Many reports read at once, each in one of several processes, in their order."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.lexicon.library import Library
from dateline.pipeline import Pipeline, Settings
from dateline.records.record import Record
from dateline.records.report import Opening, Problem, Raw, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

#: Reports handed to each worker ahead of the one that is waited for: enough to keep all
#: busy, few enough that memory does not grow with the stream.
_AHEAD = 8
#: Libraries that would start threads of their own in each worker.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS")


def make_pipeline(settings: Settings) -> Pipeline:
    """The pipeline with these settings."""
    return Pipeline(Library(*(Path(folder) for folder in settings.lexicon)), settings)


_worker: Pipeline | None = None


def _start(settings: Settings) -> None:
    """Make the pipeline of a worker process."""
    global _worker  # noqa: PLW0603 - a process has one pipeline, as its initializer leaves it
    _worker = make_pipeline(settings)


def _work(raw: Raw | Report, published: str | None) -> Record:
    if _worker is None:
        raise RuntimeError("the worker was not started")
    return _worker(raw, published)[0]


def in_parallel(
    settings: Settings,
    raws: Iterable[Raw | Report],
    published: str | None,
    jobs: int,
    version: str,
) -> Iterator[Record]:
    """Records in order; a report whose worker dies gets a record that says so."""
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    stream = iter(raws)
    ended = False
    while not ended:
        queued: deque[Raw | Report] = deque()
        try:
            with ProcessPoolExecutor(jobs, initializer=_start, initargs=(settings,)) as pool:
                futures: deque[Future[Record]] = deque()
                while not ended or queued:
                    while not ended and len(queued) < jobs * _AHEAD:
                        raw = next(stream, None)
                        ended = raw is None
                        if raw is not None:
                            queued.append(raw)
                            futures.append(pool.submit(_work, raw, published))
                    if queued:
                        record = futures.popleft().result()
                        queued.popleft()
                        yield record
        except BrokenProcessPool:
            yield from _one_by_one(settings, queued, published, version)


def _one_by_one(
    settings: Settings, raws: deque[Raw | Report], published: str | None, version: str
) -> Iterator[Record]:
    """The records of the reports that were in work when a process ended.

    Each is read alone, so that only the one that ends its process is lost.
    """
    while raws:
        try:
            with ProcessPoolExecutor(1, initializer=_start, initargs=(settings,)) as pool:
                while raws:
                    record = pool.submit(_work, raws[0], published).result()
                    raws.popleft()
                    yield record
        except BrokenProcessPool:
            yield _lost(raws.popleft(), version)


def _lost(item: Raw | Report, version: str) -> Record:
    """The record of a report that could not be read."""
    opening = (
        Opening(title=item.title, url=item.url, publisher=item.publisher)
        if isinstance(item, Raw)
        else item.opening
    )
    return Record(
        id=item.id,
        version=version,
        provenance=item.provenance,
        report=opening,
        text=item.text or "",
        problems=(
            Problem("run", "the process that read this report ended before it was done"),
        ),
    )
