"""What the tests share: one parser for the whole session."""

import pytest

from dateline.annotate.parse import Parser
from dateline.lexicon.library import Library


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def library() -> Library:
    return Library()
