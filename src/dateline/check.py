"""The lexicon proves itself: every entry's example is coded and must come out as it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.annotate.mending_headlines import headline_verbs
from dateline.annotate.parse import Parser
from dateline.annotate.predicates import Propositions
from dateline.coding.act import NOTHING, STANCES
from dateline.coding.acts import FindActs
from dateline.coding.amounts import FindAmounts
from dateline.coding.attribution import Attributions
from dateline.coding.contexts import Contexts
from dateline.coding.domains import Domains
from dateline.coding.parties import Parties
from dateline.coding.status import FindStatus
from dateline.coding.tie_rules import TIE_FILES, TieRules
from dateline.lexicon.acts import ActLexicon, Entry
from dateline.lexicon.ontology import Ontology
from dateline.lexicon.words import Lightness, Words
from dateline.records.report import Block, Report, Role
from dateline.resolve.entities import ResolveEntities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.coding.act import Act
    from dateline.lexicon.library import Library
    from dateline.records.parse import Parse

#: `[words]mark` in an example: what the entry must find there.
_MARK = re.compile(r"\[([^\]]+)\]([a-z]+)")


@dataclass(frozen=True, slots=True)
class Fault:
    """An example that does not code as its entry says."""

    entry: str
    example: str
    message: str

    def __str__(self) -> str:
        return f"{self.entry}: {self.message}: `{self.example}`"


def check_lexicon(library: Library) -> list[Fault]:
    """What is wrong with the data files, example by example; [] if nothing is.

    Raises:
        LexiconError: a file cannot be read at all.
    """
    return list(_Check(library).faults())


class _Check:
    """Codes examples with the rules alone."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lexicon = ActLexicon(library)
        self._words = Words(library)
        self._ontology = Ontology(library)
        self._acts = FindActs(self._lexicon, self._words)
        self._ties = TieRules(ActLexicon(library, TIE_FILES), self._words)
        self._parser = Parser.of(library)
        self._entities = ResolveEntities(library)

    def faults(self) -> Iterator[Fault]:
        for entry in self._lexicon.entries:
            if entry.type not in {NOTHING, *STANCES}:
                self._ontology.demand(entry.id, entry.type, entry.mode, entry.contexts)
            for example in entry.examples:
                yield from self._entry(entry, example)
            for sentence in entry.no:
                if any(act.rule == entry.id for act in self._coded(sentence)[1]):
                    yield Fault(entry.id, sentence, "a `no` example matched")
        for entry in self._ties.entries:
            for example in entry.examples:
                yield from self._tie(entry, example)
        if not self._library.replaced("lang/en/acts/*.toml"):  # they are proven on acts
            yield from self._operators()
            yield from self._light_verbs()
        yield from self._headlines()
        yield from self._contexts()
        yield from self._domains()
        yield from self._amounts()
        yield from self._status()

    def _entry(self, entry: Entry, example: str) -> Iterator[Fault]:
        parse, acts = self._coded(example)
        acts = [act for act in acts if act.parties]
        if entry.type == NOTHING:
            if acts:
                yield Fault(entry.id, example, f"codes as {acts[0].type} by {acts[0].rule}")
            return
        mine = [act for act in acts if act.rule == entry.id]
        if not mine:
            got = ", ".join(f"{act.type} by {act.rule}" for act in acts) or "nothing"
            yield Fault(entry.id, example, f"does not fire (coded: {got})")
            return
        for words, role in _MARK.findall(example):
            if role not in {"actor", "recipient"}:
                yield Fault(entry.id, example, f"no mark `{role}` (actor or recipient)")
            elif not _fills(parse, mine[0], role, words):
                yield Fault(entry.id, example, f"`{words}` is not found as {role}")

    def _tie(self, entry: Entry, example: str) -> Iterator[Fault]:
        parse, parties = self._read(example)
        found = (f for f in self._ties(parties.propositions, parties) if f.entry is entry)
        mine = next(found, None)
        if mine is None:
            yield Fault(entry.id, example, "does not fire")
            return
        for words, role in _MARK.findall(example):
            heads = mine.subjects if role == "actor" else mine.objects
            if not any(parse.tokens[head].text in words.split() for head in heads):
                yield Fault(entry.id, example, f"`{words}` is not found as {role}")

    def _headlines(self) -> Iterator[Fault]:
        for row in headline_verbs(self._library):
            parse = self._parser(_report(row.example, Role.HEADLINE))
            verb = next((t for t in parse.tokens if t.lower == row.word), None)
            if verb is None or not verb.tag.startswith("VB"):
                yield Fault(f"headline.{row.word}", row.example, "is not read as its verb")

    def _operators(self) -> Iterator[Fault]:
        for rows in self._words.operators.values():
            for row in rows:
                name = f"operator.{row.operator}:{row.lemma.replace(' ', '-')}"
                acts = self._coded(row.example, hidden=True)[1]
                by = f"`{row.lemma}` "
                if not any(
                    a.rule.startswith(name) or a.how.get("operator", "").startswith(by)
                    for a in acts
                ):
                    yield Fault(name, row.example, "does not fire")

    def _light_verbs(self) -> Iterator[Fault]:
        for rows in self._words.light.values():
            for row in rows:
                acts = self._coded(row.example)[1]
                suffers = row.kind is Lightness.UNDERGO
                if not any(act.recipients if suffers else act.actors for act in acts):
                    yield Fault(f"light verb `{row.lemma}`", row.example, "binds nobody")

    def _amounts(self) -> Iterator[Fault]:
        finder = FindAmounts(self._library)
        for row in finder.counters:
            parse, acts = self._coded(row.example)
            amounts = finder(Propositions(parse), Attributions(()))
            if acts and not any(a.of == row.of for a in amounts.of(acts)):
                yield Fault(f"amount `{row.lemma}`", row.example, f"counts no {row.of}")

    def _domains(self) -> Iterator[Fault]:
        domains = Domains(self._library)
        for row in domains.rows:
            parse, _ = self._coded(row.example)
            found = domains([token.lemma for token in parse.tokens])
            if found is None or found.domain != row.domain:
                yield Fault(f"domain `{row.domain}`", row.example, "is not found")

    def _contexts(self) -> Iterator[Fault]:
        contexts = Contexts(self._library)
        for cue in contexts.cues:
            parse, _ = self._coded(cue.example)
            lemmas = [token.lemma for token in parse.tokens]
            if cue.context not in contexts(lemmas, frozenset(cue.sectors)):
                yield Fault(f"context `{cue.context}`", cue.example, "is not found")

    def _status(self) -> Iterator[Fault]:
        finder = FindStatus(self._library)
        for cue in finder.cues.rows:
            name = f"status of `{cue.lemma}`"
            mark = _MARK.search(cue.example)
            if mark is None:
                yield Fault(name, cue.example, "marks no act")
                continue
            parse, _ = self._coded(cue.example)
            last = parse.between(mark.start(), mark.start() + len(mark[1]))[-1]
            status, polarity = finder(Propositions(parse)).of(last.i)
            got = {str(status), str(polarity)}
            if mark[2] not in got:
                yield Fault(name, cue.example, f"is {status}, {polarity}")

    def _coded(self, example: str, *, hidden: bool = False) -> tuple[Parse, list[Act]]:
        """The parse and acts of an example."""
        parse, parties = self._read(example)
        return parse, self._acts(parties.propositions, parties, hidden=hidden)

    def _read(self, example: str) -> tuple[Parse, Parties]:
        """The parse and parties of an example, its marks taken out."""
        report = _report(_MARK.sub(r"\1", example))
        parse = self._parser(report)
        entities = self._entities(report, parse, ())
        classes = self._words.classes
        return parse, Parties(Propositions(parse, classes), entities, (), classes)


def _report(text: str, role: Role = Role.BODY) -> Report:
    """A report of one sentence."""
    block = Block(role=role, start=0, end=len(text))
    return Report(id="example", text=text, blocks=(block,))


def _fills(parse: Parse, act: Act, role: str, words: str) -> bool:
    heads = act.actors if role == "actor" else act.recipients
    if role == "recipient" and act.bare is not None:
        heads = (*heads, act.bare)
    return any(parse.tokens[head].text in words.split() for head in heads)
