"""Record: all that was read in one report, as it is written out."""

from __future__ import annotations

import msgspec

from dateline.records.attribution import Quote
from dateline.records.claim import Claim, Predicate, Tie
from dateline.records.entity import Entity
from dateline.records.lineage import Lineage
from dateline.records.place import Place
from dateline.records.report import Block, Opening, Problem, Provenance
from dateline.records.time import Time


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The coded report. Offsets are code points into `text`."""

    id: str
    version: str
    provenance: Provenance | None = None
    report: Opening = Opening()
    text: str = ""
    blocks: tuple[Block, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    ties: tuple[Tie, ...] = ()
    predicates: tuple[Predicate, ...] | None = None
    lineage: Lineage | None = None
    problems: tuple[Problem, ...] = ()
