"""Turns news reports into event data: who did what to whom, when, where, and who says so."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.api import Coder, add_to_store, load, open_store
    from dateline.errors import DatelineError, InputError, LexiconError, ModelError, StoreError
    from dateline.export.exporter import Exporter
    from dateline.export.write import Manifest, exporters, write_export
    from dateline.ingest.read import read_raws
    from dateline.records.attribution import Attribution, Quote
    from dateline.records.claim import Claim, Tie
    from dateline.records.entity import Entity, Party
    from dateline.records.place import Place
    from dateline.records.record import Record
    from dateline.records.report import Problem, Raw, Refusal
    from dateline.records.span import Span
    from dateline.records.time import Time
    from dateline.render.coded import CodedRecord
    from dateline.render.frame import claim_rows, to_pandas, to_polars
    from dateline.render.page import page
    from dateline.store.open import Store

__version__ = "0.1.0"

__all__ = [
    "Attribution",
    "Claim",
    "CodedRecord",
    "Coder",
    "DatelineError",
    "Entity",
    "Exporter",
    "InputError",
    "LexiconError",
    "Manifest",
    "ModelError",
    "Party",
    "Place",
    "Problem",
    "Quote",
    "Raw",
    "Record",
    "Refusal",
    "Span",
    "Store",
    "StoreError",
    "Tie",
    "Time",
    "__version__",
    "add_to_store",
    "claim_rows",
    "exporters",
    "load",
    "open_store",
    "page",
    "read_raws",
    "to_pandas",
    "to_polars",
    "write_export",
]

#: Where each public name lives; a module is loaded when its name is first asked for.
_HOMES = {
    "api": ("Coder", "add_to_store", "load", "open_store"),
    "errors": ("DatelineError", "InputError", "LexiconError", "ModelError", "StoreError"),
    "export.exporter": ("Exporter",),
    "export.write": ("Manifest", "exporters", "write_export"),
    "ingest.read": ("read_raws",),
    "records.attribution": ("Attribution", "Quote"),
    "records.claim": ("Claim", "Tie"),
    "records.entity": ("Entity", "Party"),
    "records.place": ("Place",),
    "records.record": ("Record",),
    "records.report": ("Problem", "Raw", "Refusal"),
    "records.span": ("Span",),
    "records.time": ("Time",),
    "render.coded": ("CodedRecord",),
    "render.frame": ("claim_rows", "to_pandas", "to_polars"),
    "render.page": ("page",),
    "store.open": ("Store",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module `dateline` has no attribute `{name}`")
    return getattr(import_module(f"dateline.{home}"), name)


def __dir__() -> list[str]:
    return __all__
