"""The words of claims' sentences, to be found: an index beside the tables, made of them."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import tantivy

from dateline.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.store.reader import Reader

FOLDER = "text"
#: Memory that the index is written with, in bytes: what tantivy asks for at the least.
_HEAP = 15_000_000
_FIELDS = ["sentence", "title"]
_ADDED = """
    SELECT serial, evidence.text, title FROM claims JOIN reports USING (number)
    WHERE serial > ?
"""


def index_text(store: Reader) -> None:
    """Put into the index of a store the claims that it lacks.

    Raises:
        StoreError: it cannot be written; `dateline store reindex` makes it anew.
    """
    folder = store.folder / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        index = tantivy.Index(_schema(), path=str(folder))
        writer = index.writer(heap_size=_HEAP, num_threads=1)
        for serial, sentence, title in store.rows(_ADDED, _last(index)):
            added = tantivy.Document()
            added.add_integer("serial", serial)
            added.add_text("sentence", sentence)
            added.add_text("title", title or "")
            writer.add_document(added)
        writer.commit()
        writer.wait_merging_threads()
    except (OSError, ValueError) as error:
        raise StoreError(
            f"{folder}: {error}; `dateline store reindex` makes it anew"
        ) from error


def reindex(store: Reader) -> None:
    """Make the index of a store anew.

    Raises:
        StoreError: it cannot be written.
    """
    rmtree(store.folder / FOLDER, ignore_errors=True)
    index_text(store)


def indexed(folder: Path) -> int:
    """How many claims the index of a store has; none if it cannot be read."""
    try:
        with _opened(folder / FOLDER) as index:
            return index.searcher().num_docs
    except (OSError, ValueError):
        return 0


def find_text(folder: Path, words: str) -> list[int]:
    """The serials of the claims whose sentences, or titles above them, have all the words.

    Args:
        folder: of the store.
        words: each in any form; those in quotation marks follow each other; a minus before
            a word excludes it.

    Raises:
        StoreError: there is no index, or these are no words to look for.
    """
    if not (folder / FOLDER).is_dir():
        raise StoreError(f"{folder}: no index of words; `dateline store reindex` makes it")
    try:
        with _opened(folder / FOLDER) as index:
            query = index.parse_query(words, _FIELDS, conjunction_by_default=True)
            searcher = index.searcher()
            found = searcher.search(query, limit=max(searcher.num_docs, 1), count=False).hits
            serials = searcher.fast_field_values("serial", [at for _, at in found])
    except ValueError as error:
        raise StoreError(f"`{words}` cannot be looked for: {error}") from error
    return [int(serial) for serial in serials if serial is not None]


@contextmanager
def _opened(folder: Path) -> Iterator[tantivy.Index]:
    """The index in a folder, to be read.

    Even for that tantivy makes a lock there; where it must not, links to the files are read.
    """
    if os.access(folder, os.W_OK):
        yield tantivy.Index.open(str(folder))
        return
    with TemporaryDirectory() as links:
        for file in folder.iterdir():
            if file.suffix != ".lock":
                (Path(links) / file.name).symlink_to(file.resolve())
        yield tantivy.Index.open(links)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("serial", fast=True)
    for field in _FIELDS:
        builder.add_text_field(field, tokenizer_name="en_stem")
    return builder.build()


def _last(index: tantivy.Index) -> int:
    """The greatest serial that the index has, -1 if it has none."""
    searcher = index.searcher()
    every = tantivy.Query.all_query()
    found = searcher.search(every, limit=1, count=False, order_by_field="serial").hits
    return int(found[0][0]) if found else -1
