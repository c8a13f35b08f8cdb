"""Writes what the sample report gives into the README, in place of what stood there."""

import re
from pathlib import Path

import dateline

ROOT = Path(__file__).parent.parent
_SHOWN = re.compile(r"<record 'ferry'.*?(?=```)", re.DOTALL)


def main() -> None:
    """Code the sample and write its record into the README."""
    text = (ROOT / "examples" / "ferry.txt").read_text(encoding="utf-8")
    record = dateline.load().code(text, published="2024-05-16", id="ferry")
    readme = ROOT / "README.md"
    before = readme.read_text(encoding="utf-8")
    readme.write_text(_SHOWN.sub(lambda _: f"{record!r}\n", before), encoding="utf-8")


if __name__ == "__main__":
    main()
