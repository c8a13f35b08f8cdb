"""How many reports a second are told from copies, and whether that lasts.

    python benchmarks/copies.py [REPORTS.jsonl] [--count 20000]

With a file, its reports are cleaned first, which is not counted. Without one, reports are
made: of 150 to 500 words, a third of them copies with a local lead, half of these cut off,
and all with one of fifty paragraphs of background, which is harder than news is.
"""

import argparse
import json
import random
import resource
import time
from pathlib import Path

from dateline.clean.stage import clean
from dateline.link.carrier import carrier
from dateline.link.lineage import Lineages
from dateline.records.report import Opening, Raw, Report

#: Words of the made reports; the rank of a word gives its frequency, as in any language.
WORDS = 20_000


def made_reports(count: int) -> list[Report]:
    """The same reports at every run."""
    chance = random.Random(1)
    words = [
        "".join(chance.choices("abcdefghijklmnoprstuvw", k=chance.randint(2, 10)))
        for _ in range(WORDS)
    ]
    weights = [1 / rank for rank in range(1, WORDS + 1)]

    def some(length: int) -> list[str]:
        return chance.choices(words, weights, k=length)

    background = [some(80) for _ in range(50)]
    texts: list[list[str]] = []
    for _ in range(count):
        if texts and chance.random() < 1 / 3:
            copied = chance.choice(texts)
            kept = copied if chance.random() < 1 / 2 else copied[: len(copied) * 2 // 3]
            texts.append(some(20) + kept)
        else:
            texts.append(some(chance.randint(150, 500)) + chance.choice(background))
    return [
        Report(id=str(n), text=" ".join(text), opening=Opening(published="2024-03-05"))
        for n, text in enumerate(texts)
    ]


def read_reports(path: Path, count: int) -> list[Report]:
    """The first `count` reports of a JSON Lines file, cleaned."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(count), lines, strict=False)]
    return [
        clean(
            Raw(
                id=str(row.get("id")),
                text=row["text"],
                title=row.get("title"),
                published=row.get("published"),
            )
        )
        for row in rows
    ]


def main() -> None:
    """Print rate, time and memory after each tenth of the reports."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="?", type=Path)
    parser.add_argument("--count", type=int, default=20_000)
    options = parser.parse_args()
    if options.reports:
        reports = read_reports(options.reports, options.count)
    else:
        reports = made_reports(options.count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    known, step, total = Lineages(), max(1, len(reports) // 10), 0.0
    for first in range(0, len(reports), step):
        part = reports[first : first + step]
        start = time.process_time()
        for report in part:
            known.add(carrier(report))
        spent = time.process_time() - start
        total += spent
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        print(f"{len(known):>7} reports  {len(part) / spent:>6.0f} a second  {grown:>5.0f} MB")
    texts = len({known.lineage(number).text for number in range(len(known))})
    print(f"{len(known)} reports, {texts} texts, {len(known) / total:.0f} reports a second")


if __name__ == "__main__":
    main()
