"""Library: the data files of the package, with a user's folders laid over them.

Rows of CSV and tables of TOML become typed records by `msgspec`, so that a misspelt
column or a word where a number belongs is an error with file and line.
"""

from __future__ import annotations

import csv
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from dateline.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T", bound=msgspec.Struct)

#: The folder of the package's own data.
PACKAGED = Path(__file__).parent.parent / "data"


class Library:
    """Data files by name, looked up in the package and then in overlay folders.

    Args:
        overlays: folders laid out as the package's own `data`; later ones come last, so
            that their rows win wherever a table is keyed. A folder's `replaces.txt` names
            files, one glob a line, that are taken from it and later folders alone.
    """

    def __init__(self, *overlays: Path) -> None:
        self.folders = (PACKAGED, *overlays)
        self._replaces = [_replaces(folder) for folder in overlays]

    def replaced(self, name: str) -> bool:
        """Whether an overlay stands in place of a file of the package; `name` may be a glob."""
        names = [path.relative_to(PACKAGED).as_posix() for path in PACKAGED.glob(name)]
        globs = [glob for globs in self._replaces for glob in globs]
        return any(fnmatch(name, glob) for name in names for glob in globs)

    def rows(self, name: str, kind: type[T]) -> list[T]:
        """The rows of the CSV file `name`, package first, as records of `kind`.

        A row is one line; a cell that holds a tuple is split at `|`; an empty cell leaves the
        default. Lines that start with `#` are comments.

        Raises:
            LexiconError: a row does not fit `kind`; the message has path and line.
        """
        return [row for path in self._paths(name) for row in _read_rows(path, kind)]

    def tables(self, name: str, kind: type[T]) -> list[tuple[Path, T]]:
        """The TOML file `name` from each folder that has it, as records of `kind`.

        `name` may be a glob (`lang/en/acts/*.toml`); files come in order of name.

        Raises:
            LexiconError: a file is no TOML or does not fit `kind`.
        """
        found = []
        for path in self._paths(name):
            try:
                content = tomllib.loads(path.read_text(encoding="utf-8"))
                found.append((path, msgspec.convert(content, kind)))
            except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
                raise LexiconError(path, None, str(error)) from error
        return found

    def path(self, name: str) -> Path | None:
        """The last file of this name, or None."""
        paths = list(self._paths(name))
        return paths[-1] if paths else None

    def _paths(self, name: str) -> Iterator[Path]:
        for number, folder in enumerate(self.folders):
            later = [glob for globs in self._replaces[number:] for glob in globs]
            for path in sorted(folder.glob(name)):
                relative = path.relative_to(folder).as_posix()
                if not any(fnmatch(relative, glob) for glob in later):
                    yield path


def _replaces(folder: Path) -> list[str]:
    """The globs of a folder's `replaces.txt`, comments left out."""
    path = folder / "replaces.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _read_rows(path: Path, kind: type[T]) -> Iterator[T]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    many = {name for name, field in fields.items() if "tuple" in str(field.type)}
    with path.open(encoding="utf-8", newline="") as stream:
        lines = [
            (n, line) for n, line in enumerate(stream, 1) if line.strip() and line[0] != "#"
        ]
        reader = csv.DictReader(line for _, line in lines)
        for (number, _), row in zip(lines[1:], reader, strict=False):
            filled: dict[str, Any] = {
                name: cell.split("|") if name in many else cell
                for name, cell in row.items()
                if name is not None and cell
            }
            if None in row or set(filled) - set(fields):
                extra = sorted(set(filled) - set(fields)) or row.get(None)
                message = f"cells or columns that do not belong: `{extra}`"
                raise LexiconError(path, number, message)
            try:
                yield msgspec.convert(filled, kind, strict=False)
            except msgspec.ValidationError as error:
                raise LexiconError(path, number, str(error)) from error
