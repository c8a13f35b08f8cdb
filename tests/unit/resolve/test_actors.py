"""Who acts, by names, short forms, pronouns and roles, in small reports of our own."""

from pathlib import Path

import msgspec

from dateline.api import Coder
from dateline.records.entity import Party

_REPORTS = Path(__file__).parents[2] / "data" / "actors.jsonl"
#: Share of reports whose last act has the right parties.
_LEAST = 0.8


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A party: part of the name or of the words, and what else the text says, if it does.

    An empty country is none; `sector` is one of the party's, `sectors` are all.
    """

    name: str
    country: str | None = None
    sector: str | None = None
    sectors: frozenset[str] | None = None

    def fits(self, party: Party) -> bool:
        """Whether a party is the one expected."""
        named = self.name in (party.name or "") or self.name.lower() in party.text.lower()
        home = self.country in {None, party.country or ""}
        whole = self.sectors in {None, frozenset(party.sector)}
        return named and home and whole and (self.sector is None or self.sector in party.sector)


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A report and the parties of the last act with the trigger, in order."""

    text: str
    trigger: str
    actors: tuple[Expected, ...]
    recipients: tuple[Expected, ...] | None = None


def test_four_of_five_acts_have_their_actors(coder: Coder) -> None:
    lines = _REPORTS.read_text(encoding="utf-8").splitlines()
    cases = [msgspec.json.decode(line, type=Case) for line in lines]
    faults = [fault for case in cases if (fault := _fault(case, coder))]
    assert len(cases) >= 25
    assert len(faults) <= (1 - _LEAST) * len(cases), "\n".join(faults)


def _fault(case: Case, coder: Coder) -> str:
    """What is wrong with the parties, empty where nothing is."""
    claims = coder.code(case.text, published="2020-11-12", id="a").claims
    told = [claim for claim in claims if case.trigger in claim.trigger.text]
    found = told[-1].actors if told else ()
    struck = told[-1].recipients if told else ()
    if _fit(case.actors, found) and (case.recipients is None or _fit(case.recipients, struck)):
        return ""
    parties = [(p.text, p.country, p.sector) for p in (*found, *struck)]
    return f"{case.text} `{case.trigger}`: {parties}"


def _fit(expected: tuple[Expected, ...], found: tuple[Party, ...]) -> bool:
    """Whether parties are those expected, in order."""
    return len(found) == len(expected) and all(
        one.fits(party) for one, party in zip(expected, found, strict=True)
    )
