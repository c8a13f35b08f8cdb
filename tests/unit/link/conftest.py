"""Invented reports for the tests of copies."""

import pytest

FERRY = """The ferry between Halden and the outer islands ran aground in thick fog early on
Tuesday with 212 passengers aboard, the harbour office said, and two people were slightly hurt.

The captain had reduced speed before the hull touched a sandbank near the old lighthouse.
Lifeboats from three villages took off children and elderly passengers within 40 minutes.

"We heard a long scraping sound and then everything was quiet," said Marta Lindholm, who was
on her way to school with her brother. "The crew gave out blankets and told us to wait."

Transport minister Oskar Brandt said that an inquiry would look at the radar, which had been
repaired twice since spring. The operator promised to publish the log of the voyage by Friday.

The union of seamen has asked for years that the channel be marked with more buoys. A plan to
dredge it was put off last winter, after the county council had voted against a loan."""

BACKGROUND = """The islands have been without a bridge since the storm of 1987, and some 4,000
people who live there depend on two ferries, one of which is forty years old.

In a vote two years ago most of the islanders rejected a tunnel because of its toll. The
county has since paid a part of every ticket, and the money runs out at the end of next year."""

STRIKE = """Teachers in the county of Halden walked out on Wednesday over a plan to close nine
village schools, and parents carried their desks to the square before the town hall.

Head teacher Ines Dahl told the crowd that her pupils would have to leave home before six in
the morning. The county says that classes of fewer than ten cannot be paid for any longer.

Talks are to go on next Monday with a mediator whom both sides know from the strike of the
bus drivers. Until then lessons are given by students and by retired teachers."""


@pytest.fixture(scope="session")
def ferry() -> str:
    """A report of some 180 words."""
    return FERRY


@pytest.fixture(scope="session")
def strike() -> str:
    """Another of some 110 words."""
    return STRIKE


@pytest.fixture(scope="session")
def background() -> str:
    """Paragraphs that stand below many reports."""
    return BACKGROUND
