"""Paths as people write them to the files they stand for."""

from __future__ import annotations

from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def files(path: str) -> Iterator[Path]:
    """The file of this name, all files of a folder, or all that match a pattern, in order.

    Hidden files are left out of folders and patterns. In a pattern `**` stands for folders
    of any depth.

    Raises:
        FileNotFoundError: nothing matches a pattern.
    """
    if Path(path).exists() or not has_magic(path):
        yield from _below(Path(path))
        return
    found = sorted(glob(path, recursive=True))  # noqa: PTH207 - of whole paths
    if not found:
        raise FileNotFoundError(f"no file matches `{path}`")
    for each in found:
        if Path(each).is_file():
            yield Path(each)


def _below(path: Path) -> Iterator[Path]:
    """The path itself, or all files below it that are not hidden."""
    if not path.is_dir():
        yield path
        return
    for below in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in below.relative_to(path).parts)
        if below.is_file() and not hidden:
            yield below
