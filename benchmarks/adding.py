"""What keeping reports costs: `add` against the bare coder, and whether that lasts.

    python benchmarks/adding.py [REPORTS.jsonl] [--counts 2000 20000] [--jobs 2]

Without a file, reports are made of sentences that the lexicon has for examples, under the
dateline of one of the world's capitals, a fifth of them copies with another first sentence.
The bare coder takes the first reports, as many as `--bare` says, in as many processes. For
each count a store is made anew.
"""

import argparse
import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

import random
import re
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

import dateline
from dateline.lexicon.acts import ActLexicon
from dateline.lexicon.library import Library
from dateline.lexicon.world import Country

FIRST_DAY = date(2024, 1, 1)
#: Reports of a day; so more reports are of more days, as in a corpus that grows.
A_DAY = 60
#: `[words]mark` in an example.
_MARK = re.compile(r"\[([^\]]+)\][a-z]+")
#: Sentences of a report.
LENGTH = 12


def made_reports(count: int) -> Iterator[dateline.Raw]:
    """The same reports at every run."""
    chance = random.Random(1)
    entries = ActLexicon(Library()).entries
    sentences = [_MARK.sub(r"\1", example) for entry in entries for example in entry.examples]
    states = Library().rows("world/countries.csv", Country)
    capitals = [state.capital for state in states if state.capital]
    bodies: list[list[str]] = []
    for number in range(count):
        copied = bodies and chance.random() < 1 / 5
        if copied:
            lead, *rest = chance.choice(bodies[-500:])
            body = [f"{lead.partition(' - ')[0]} - {chance.choice(sentences)}", *rest]
        else:
            body = chance.choices(sentences, k=LENGTH)
            body[0] = f"{chance.choice(capitals).upper()} - {body[0]}"
            bodies.append(body)
        day = FIRST_DAY + timedelta(number // A_DAY)
        yield dateline.Raw(
            id=f"{number:06}",
            text="\n\n".join(" ".join(body[n : n + 3]) for n in range(0, LENGTH, 3)),
            published=day.isoformat(),
            publisher=f"paper{chance.randrange(200)}",
        )


def rate_of_coder(coder: dateline.Coder, raws: list[dateline.Raw], jobs: int) -> float:
    """Reports a second, once the processes have started."""
    coded = coder.pipe(raws, jobs=jobs)
    next(coded)
    start = time.perf_counter()
    return sum(1 for _ in coded) / (time.perf_counter() - start)


def main() -> None:
    """Print the rates, the memory of the parent, and what a report costs at each count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="?")
    parser.add_argument("--counts", type=int, nargs="+", default=[2000, 20_000])
    parser.add_argument("--bare", type=int, default=600)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    coder = dateline.load()
    bare = list(islice(_raws(options.reports, options.bare), options.bare))
    rate = rate_of_coder(coder, bare, options.jobs)
    print(f"bare coder, {options.jobs} processes: {rate:.1f} reports a second", flush=True)
    for count in options.counts:
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            raws = islice(_raws(options.reports, count), count)
            *_, added = dateline.add_to_store(coder, folder, raws, jobs=options.jobs)
            spent = time.perf_counter() - start
        done = added.coded + added.copies
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{done} reports ({added.copies} copies), {added.claims} claims, {added.events} "
            f"events: {done / spent:.1f} reports a second, {added.coded / spent:.1f} coded "
            f"({added.coded / spent / rate:.2f} of the bare coder), "
            f"{1000 * spent / done:.1f} ms each, peak of the parent {memory:.0f} MB",
            flush=True,
        )


def _raws(path: str | None, count: int) -> Iterator[dateline.Raw]:
    if path is None:
        return made_reports(count)
    return (raw for raw in dateline.read_raws([path]) if isinstance(raw, dateline.Raw))


if __name__ == "__main__":
    main()
