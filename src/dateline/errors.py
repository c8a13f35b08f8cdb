"""The errors that dateline raises for wrong use. Bad input is a record's `problems`.

DatelineError
├── InputError     a file or line that cannot be read as reports
├── LexiconError   a data file that says something it cannot mean
├── ModelError     a parser model that is not installed or does not fit
└── StoreError     a store that cannot be opened, written or asked
"""

from __future__ import annotations


class DatelineError(Exception):
    """The base of all errors raised by dateline: one line, made for people."""


class InputError(DatelineError):
    """A file or line that cannot be read as reports."""


class LexiconError(DatelineError):
    """A data file that says something it cannot mean."""

    def __init__(self, path: object, line: int | None, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")


class ModelError(DatelineError):
    """A parser model that is not installed or does not fit."""


class StoreError(DatelineError):
    """A store that cannot be opened, written or asked."""
