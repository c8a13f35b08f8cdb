"""What the tests share: one parser for the whole session."""

from pathlib import Path

import pytest

from dateline.annotate.parse import Parser
from dateline.api import Coder, load
from dateline.lexicon.library import Library
from dateline.render.coded import CodedRecord


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def library() -> Library:
    return Library()


@pytest.fixture(scope="session")
def coder() -> Coder:
    return load(with_predicates=True, min_confidence=0)


@pytest.fixture(scope="session")
def sample() -> str:
    return (Path(__file__).parent.parent / "examples" / "ferry.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def record(coder: Coder, sample: str) -> CodedRecord:
    """The record of the sample report."""
    return coder.code(sample, published="2024-05-16", id="ferry")
