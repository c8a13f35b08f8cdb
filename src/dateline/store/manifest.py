"""The manifest of a store: which version of each table belongs to what was added in full.

It is replaced in one step, so that all tables change together or not at all: what a batch
wrote before it was killed is in no version that the manifest names.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from dateline.errors import StoreError
from dateline.store.schema import STORE_VERSION

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "store.json"


class Manifest(msgspec.Struct, frozen=True):
    """What belongs to a store.

    Attributes:
        store: the version of its form.
        tables: the version of each table.
        linked: of how many reports the events, relations and texts are found.
    """

    store: int
    tables: dict[str, int]
    linked: int = 0


def is_store(folder: Path) -> bool:
    """Whether a folder is a store, be it one that cannot be read."""
    return (folder / _NAME).is_file()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a store, None where there is none.

    Raises:
        StoreError: it cannot be read, or is of a newer dateline.
    """
    try:
        manifest = msgspec.json.decode((folder / _NAME).read_bytes(), type=Manifest)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, msgspec.MsgspecError) as error:
        raise StoreError(f"{folder / _NAME}: {error}") from error
    if manifest.store > STORE_VERSION:
        raise StoreError(
            f"{folder}: a store of version {manifest.store}; this dateline reads "
            f"up to {STORE_VERSION}: install a newer one"
        )
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Make this the manifest of a store, in one step."""
    new = folder / f"{_NAME}.new"
    with new.open("wb") as stream:
        stream.write(msgspec.json.encode(manifest))
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(folder / _NAME)
