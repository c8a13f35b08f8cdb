"""Who acts, by names, short forms, pronouns and roles, in small reports of our own."""

from pathlib import Path

import msgspec

from dateline.api import Coder
from dateline.records.entity import Party

_REPORTS = Path(__file__).parents[2] / "data" / "actors.jsonl"
#: Share of reports whose last act has the right actors.
_LEAST = 0.8


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An actor: part of the name or of the words, and what else the text says, if it does."""

    name: str
    country: str | None = None
    sector: str | None = None

    def fits(self, party: Party) -> bool:
        """Whether a party is the one expected."""
        named = self.name in (party.name or "") or self.name in party.text
        home = self.country in {None, party.country}
        return named and home and (self.sector is None or self.sector in party.sector)


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A report and the actors of the last act with the trigger, in order."""

    text: str
    trigger: str
    actors: tuple[Expected, ...]


def test_four_of_five_acts_have_their_actors(coder: Coder) -> None:
    lines = _REPORTS.read_text(encoding="utf-8").splitlines()
    cases = [msgspec.json.decode(line, type=Case) for line in lines]
    faults = [fault for case in cases if (fault := _fault(case, coder))]
    assert len(cases) >= 25
    assert len(faults) <= (1 - _LEAST) * len(cases), "\n".join(faults)


def _fault(case: Case, coder: Coder) -> str:
    """What is wrong with the actors, empty where nothing is."""
    claims = coder.code(case.text, published="2020-11-12", id="a").claims
    named = [claim.actors for claim in claims if case.trigger in claim.trigger.text]
    found = named[-1] if named else ()
    if len(found) == len(case.actors) and all(
        one.fits(party) for one, party in zip(case.actors, found, strict=True)
    ):
        return ""
    return f"{case.text} `{case.trigger}`: {[(p.text, p.country, p.sector) for p in found]}"
