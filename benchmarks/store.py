"""How long a large store takes to open and to answer.

    python benchmarks/store.py [FOLDER] [--reports 100000] [--claims 5] [--rounds 20]

The store is made of reports whose claims are made, as in `events.py`, and kept in FOLDER if
that is given, so that it can be asked again. Each question is asked with other values in each
round; p50 and p95 are of all rounds. The first line is of making the store, without coding.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from events import SECTORS, TYPES, Made, country_code

from dateline.api import open_store
from dateline.records.attribution import Quote, QuoteKind
from dateline.records.claim import Claim, Tie, TieEnd
from dateline.records.record import Record
from dateline.records.report import Opening, Raw, Report
from dateline.records.span import Span
from dateline.store.add import Adding, add
from dateline.store.counting import By, Every
from dateline.store.fulltext import find_text
from dateline.store.manifest import is_store
from dateline.store.open import Store
from dateline.store.tables import Tables

DAYS = 365
#: Words of the made texts; the rank of a word gives its frequency, as in any language.
WORDS = 20_000


class Reports:
    """The same reports at every run, with the records that they are coded as."""

    def __init__(self, count: int, claims: int) -> None:
        self._chance = random.Random(2)
        self._told = Made(count * claims, DAYS).claims()
        self._count, self._claims = count, claims
        letters = "abcdefghijklmnoprstuvw"
        self._words = [
            "".join(self._chance.choices(letters, k=self._chance.randint(2, 10)))
            for _ in range(WORDS)
        ]
        self._weights = [1 / rank for rank in range(1, WORDS + 1)]

    def raws(self) -> Iterator[Raw]:
        """The reports as they come."""
        for number in range(self._count):
            yield Raw(id=f"{number:08}", text=self.some(80), publisher=f"paper{number % 300}")

    def some(self, length: int) -> str:
        """Some words of the made language."""
        return " ".join(self._chance.choices(self._words, self._weights, k=length))

    def clean(self, raw: Raw) -> Report:
        """The report, of the day of its first claim."""
        opening = Opening(publisher=raw.publisher, published=_day(int(raw.id), self._count))
        return Report(id=raw.id, text=raw.text or "", opening=opening)

    def code(self, reports: Iterable[Report]) -> Iterator[Record]:
        """The records of reports."""
        for report in reports:
            told = list(islice(self._told, self._claims))
            yield Record(
                id=report.id,
                version="made",
                report=report.opening,
                text=report.text,
                claims=tuple(self._claim(one.claims[0]) for one in told),
                quotes=(self._quote(told[0].claims[0], report),),
                ties=(self._tie(told[0].claims[0]),),
            )

    def _claim(self, claim: Claim) -> Claim:
        fields = {field: getattr(claim, field) for field in claim.__struct_fields__}
        text = self.some(20)
        return Claim(**fields | {"evidence": Span(text=text, start=0, end=len(text))})

    def _quote(self, claim: Claim, report: Report) -> Quote:
        words = Span(text=report.text[:60], start=0, end=60)
        return Quote(kind=QuoteKind.DIRECT, content=words, speaker=claim.actors[0])

    def _tie(self, claim: Claim) -> Tie:
        actor = claim.actors[0]
        fields = {name: getattr(actor, name) for name in TieEnd.__struct_fields__}
        subject = TieEnd(**fields | {"entity": actor.entity or "group:forces"})
        land = TieEnd(text="land", start=0, end=4, country=actor.country)
        return Tie(
            subject=subject,
            predicate="holds_office",
            object=land,
            office="minister",
            evidence=claim.evidence,
            rule="made",
        )


def _day(number: int, count: int) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(1704067200 + 86400 * (number * DAYS // count)))


def make(folder: Path, count: int, claims: int) -> None:
    """Make the store and say what it took."""
    reports = Reports(count, claims)
    start = time.perf_counter()
    how = Adding(clean=reports.clean, code=reports.code, version="made")
    *_, added = add(folder, reports.raws(), how)
    Tables(folder).compact()
    spent = time.perf_counter() - start
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20
    print(
        f"{added.coded} reports, {added.claims} claims, {added.events} events "
        f"in {spent:.0f} s; {size:.0f} MB on disk; peak {_memory():.0f} MB",
        flush=True,
    )


def questions(words: Callable[[int], str]) -> dict[str, Callable[[Store, random.Random], int]]:
    """What is asked, each by a number that chooses its values."""
    return {
        "events --type": lambda s, r: len(s.events(type=r.choice(TYPES)).relation.limit(100)),
        "events --actor": lambda s, r: len(s.events(actor=_codes(r)).arrow()),
        "events --actor --recipient": lambda s, r: len(
            s.events(actor=_country(r), recipient=_country(r)).arrow()
        ),
        "events --between --where": lambda s, r: len(
            s.events(between=_month(r), where=_country(r)).arrow()
        ),
        "events --voices --min-confidence": lambda s, r: len(
            s.events(voices=3, min_confidence=0.5, type=r.choice(TYPES)).arrow()
        ),
        "events --text": lambda s, _: _shown(s, words(2)),
        "events --text, all rows": lambda s, _: len(s.events(text=words(2)).arrow()),
        "text alone": lambda s, _: len(find_text(s.folder, words(2))),
        "counts by month and type": lambda s, _: len(s.counts().arrow()),
        "counts by week and dyad": lambda s, r: len(
            s.counts(Every.WEEK, [By.DYAD], actor=_country(r)).arrow()
        ),
        "counts by day and place": lambda s, r: len(
            s.counts(Every.DAY, [By.PLACE], between=_month(r)).arrow()
        ),
        "quotes --speaker": lambda s, r: len(s.quotes(speaker=_codes(r)).arrow()),
        "relations --subject": lambda s, r: len(s.relations(subject=_country(r)).arrow()),
        "explain": lambda s, r: len(s.explain(f"{r.randrange(2000):08}")[1]),
    }


def _shown(store: Store, words: str) -> int:
    """What a table shows: the first events, and how many there are."""
    return len(store.events(first=100, text=words).arrow()) and store.count(text=words)


def _country(chance: random.Random) -> str:
    return country_code(chance.randrange(100))


def _codes(chance: random.Random) -> str:
    return f"{_country(chance)}:{chance.choice(SECTORS)}"


def _month(chance: random.Random) -> tuple[str, str]:
    month = chance.randint(1, 12)
    return f"2024-{month:02}-01", f"2024-{month:02}-28"


def _times(work: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Milliseconds that half of the rounds do not exceed, and that 95 in 100 do not."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    return taken[rounds // 2], taken[max(-(-rounds * 95 // 100) - 1, 0)]


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Make the store if need be, and print what opening and each question takes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--claims", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch) / "store"
        if not is_store(folder):
            make(folder, options.reports, options.claims)
        half, most = _times(lambda: open_store(folder), options.rounds)
        print(f"{'opening':34} p50 {half:6.0f} ms  p95 {most:6.0f} ms", flush=True)
        store, chance = open_store(folder), random.Random(3)
        made = Reports(1, 1)
        for name, ask in questions(made.some).items():
            half, most = _times(lambda ask=ask: ask(store, chance), options.rounds)
            print(f"{name:34} p50 {half:6.0f} ms  p95 {most:6.0f} ms", flush=True)


if __name__ == "__main__":
    main()
