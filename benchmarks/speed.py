"""CPU time of the whole coder against spaCy's stock small pipeline over the same reports.

    python benchmarks/speed.py [REPORTS.jsonl] [--count 300] [--rounds 3]

Both take the reports in turn, one part after another, so that a busy machine burdens
both alike. Without a file, reports are made from the paragraphs of the sample report.
"""

import argparse
import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

import json
import random
import resource
import time
from collections.abc import Callable
from pathlib import Path

import spacy

import dateline
from dateline.annotate.parse import DEFAULT_MODEL

SAMPLE = Path(__file__).parents[1] / "examples/ferry.txt"
#: Reports in one turn of either side, and in one batch of the stock pipeline.
PART, BATCH = 30, 8


def made_reports(count: int) -> list[str]:
    """Reports of eight paragraphs drawn from the sample, the same at every run."""
    chance = random.Random(1)
    paragraphs = SAMPLE.read_text(encoding="utf-8").strip().split("\n\n")[2:-1]
    return ["\n\n".join(chance.choices(paragraphs, k=8)) for _ in range(count)]


def read_reports(path: Path, count: int) -> list[str]:
    """The first `count` texts of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line).get("text") for line in lines]
    return [text for text in texts if text][:count]


def cpu_time(work: Callable[[], object]) -> float:
    """Seconds of CPU that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure both and print the ratio and the memory."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="?", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    texts = (
        read_reports(options.reports, options.count)
        if options.reports
        else made_reports(options.count)
    )
    coder = dateline.load()
    coder.code(texts[0])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory of the coder after one report: {peak:.0f} MB")
    stock = spacy.load(DEFAULT_MODEL)
    ours = theirs = 0.0
    for _ in range(options.rounds):
        for first in range(0, len(texts), PART):
            part = texts[first : first + PART]
            ours += cpu_time(lambda part=part: [coder.code(text) for text in part])
            theirs += cpu_time(lambda part=part: list(stock.pipe(part, batch_size=BATCH)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(texts)} reports, {options.rounds} rounds, CPU seconds:")
    print(f"dateline {ours:.2f}, stock {theirs:.2f}, ratio {ours / theirs:.2f}")
    print(f"peak memory with both loaded: {peak:.0f} MB")


if __name__ == "__main__":
    main()
