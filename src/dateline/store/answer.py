"""What a store answers: rows, as Arrow, polars, pandas or DuckDB take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb
    import pandas as pd
    import polars as pl
    import pyarrow as pa


class Answer:
    """Rows that were asked for.

    Attributes:
        relation: them as a DuckDB relation, on which more can be asked.
    """

    def __init__(self, relation: duckdb.DuckDBPyRelation) -> None:
        self.relation = relation

    def __len__(self) -> int:
        return len(self.relation)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The rows, each by the names of its columns."""
        for batch in self.relation.to_arrow_reader():
            yield from batch.to_pylist()

    def __repr__(self) -> str:
        return repr(self.relation)

    def arrow(self) -> pa.Table:
        """The rows as an Arrow table."""
        return self.relation.to_arrow_table()

    def pandas(self) -> pd.DataFrame:
        """The rows as a pandas frame."""
        frame: pd.DataFrame = self.relation.df()
        return frame

    def polars(self) -> pl.DataFrame:
        """The rows as a polars frame."""
        frame: pl.DataFrame = self.relation.pl()
        return frame
