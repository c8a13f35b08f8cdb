"""The coding stage: acts, claims and ties of one report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.annotate.predicates import Propositions
from dateline.coding.acts import FindActs
from dateline.coding.again import Retell
from dateline.coding.amounts import FindAmounts
from dateline.coding.attribution import Attributions
from dateline.coding.claims import Dropped, Explanation, MakeClaims, Reading
from dateline.coding.clauses import Clauses
from dateline.coding.codes import Codes
from dateline.coding.confidence import LIKELY, Confidence
from dateline.coding.contexts import Contexts
from dateline.coding.domains import Domains
from dateline.coding.goals import Goals
from dateline.coding.parties import Parties
from dateline.coding.scenes import Scenes
from dateline.coding.slots import Slots
from dateline.coding.status import FindStatus
from dateline.coding.tenses import Tenses
from dateline.coding.terms import Terms
from dateline.coding.threads import Threads
from dateline.coding.ties import FindTies
from dateline.coding.triggers import FindPredicates
from dateline.coding.voice import spoken_blocks
from dateline.coding.when import When
from dateline.coding.whose import Whose
from dateline.lexicon.acts import ActLexicon
from dateline.lexicon.ontology import Ontology
from dateline.lexicon.words import Words
from dateline.lexicon.world import World

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.lexicon.library import Library
    from dateline.records.claim import Claim, Predicate, Tie
    from dateline.records.parse import Parse
    from dateline.records.place import Place
    from dateline.records.report import Report
    from dateline.records.time import Time
    from dateline.resolve.entities import Entities
    from dateline.resolve.speakers import Spoken


@dataclass(frozen=True, slots=True)
class Coded:
    """What the coding stage makes of a report.

    Attributes:
        explanations: the reasons of the claims, in their order.
        dropped: acts that rules found and that are no claims.
    """

    claims: tuple[Claim, ...]
    ties: tuple[Tie, ...]
    explanations: tuple[Explanation, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    predicates: tuple[Predicate, ...] | None = None


class CodeReport:
    """Codes reports that earlier stages have read.

    Args:
        library: the data files.
        with_predicates: whether to give every verb and event noun with its status.
        min_confidence: claims below it are left out.
    """

    def __init__(
        self, library: Library, *, with_predicates: bool = False, min_confidence: float = LIKELY
    ) -> None:
        self._words = words = Words(library)
        ontology = Ontology(library)
        self._acts = FindActs(ActLexicon(library), words)
        self._ties = FindTies(library, words)
        self._claims = MakeClaims(
            Codes(library, ontology),
            Contexts(library),
            Domains(library),
            Confidence(library),
            Retell(words.classes),
            min_confidence,
        )
        self._status = FindStatus(library)
        self._world = World(library)
        self._amounts = FindAmounts(library)
        self._predicates = FindPredicates(library) if with_predicates else None

    def __call__(
        self,
        report: Report,
        parse: Parse,
        times: Sequence[Time],
        places: Sequence[Place],
        entities: Entities,
        spoken: Sequence[Spoken],
    ) -> Coded:
        """The claims and ties of a report, with the reasons for each claim."""
        propositions = Propositions(parse, self._words.classes)
        parties = Parties(propositions, entities, places, self._words.classes)
        acts = self._acts(propositions, parties)
        attributions = Attributions(spoken)
        clauses = Clauses(parse, acts)
        tenses = Tenses(clauses, self._words.classes)
        threads = Threads(clauses, tenses, self._words.classes)
        day = report.opening.day
        when = When(clauses, tenses, times, day, self._words.happening, threads)
        scenes = Scenes(
            clauses, tenses, places, self._world, self._words.classes["ground"], threads
        )
        reading = Reading(
            parse=parse,
            parties=parties,
            whose=Whose(propositions, parties, self._words),
            statuses=self._status(propositions),
            attributions=attributions,
            slots=Slots(clauses, tenses, when, scenes, Goals(clauses, self._words.classes)),
            amounts=self._amounts(propositions, attributions),
            spoken=spoken_blocks(report, parse, attributions),
        )
        claims, explanations, dropped = self._claims(report.id, acts, reading)
        return Coded(
            claims=claims,
            ties=self._ties(
                propositions,
                reading,
                entities,
                claims,
                Terms(clauses, times),
                day,
            ),
            explanations=explanations,
            dropped=dropped,
            predicates=self._predicates(parse, reading.statuses, attributions)
            if self._predicates
            else None,
        )
