"""Mends of the parse: what its tagger takes for something else, and the language does not.

Each mend is one that the rest of the text decides, and none moves a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.mending_headlines import mend_headline
from dateline.annotate.mending_names import mend_name
from dateline.annotate.mending_objects import PREPOSITIONS, mend_preposition
from dateline.annotate.mending_openings import mend_opening
from dateline.annotate.mending_tags import tagged
from dateline.annotate.mending_verbs import mend_clause, mend_verb, tell_participle
from dateline.annotate.syntax import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from dateline.records.parse import Sentence, Token

    Lemmatize = Callable[[str, str], str]

#: Tags that the tagger gives a name at the start of a sentence by mistake.
_COMMON = frozenset({"NN", "JJ", "VB", "VBP"})
#: Tags of words that stand for nothing by themselves and may be an unknown acronym.
_NOT_NAMES = frozenset({"NN", "JJ", "VB", "VBP", "VBN", "VBD", "RB", "IN", "UH", "FW", "CD"})
_SHORTEST_ACRONYM = 3
#: Labels of nouns, and tags of words that cannot stand there by themselves.
_ARGUMENTS = frozenset({*SUBJECTS, "dobj", "pobj"})
_NO_NOUNS = frozenset({"RB", "VB", "VBP", "MD", "UH", "RP"})
#: Labels that the parser gives a name after a verb by mistake, and tags of such verbs.
_ASTRAY = frozenset({"oprd", "advmod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB"})
#: How far, in tokens, the words of a mended phrase may lie.
_REACH = 12


def mend(
    tokens: list[Token],
    sentences: list[Sentence],
    lemmatize: Lemmatize,
    verbs: Collection[str] = (),
    known: Collection[str] = (),
    openings: Collection[str] = (),
) -> None:
    """Mend the tokens of one report in place of those that are wrong.

    Args:
        tokens: the tokens of the report.
        sentences: its sentences.
        lemmatize: the lemma of a word under a tag.
        verbs: words of headlines that may be their verbs.
        known: words that are names wherever they stand.
        openings: words that begin no name at the start of a sentence.
    """
    _name_openings(tokens, sentences, lemmatize, known)
    for sentence in sentences:
        mend_opening(tokens, sentence, openings, lemmatize)
        mend_headline(tokens, sentence, verbs, lemmatize)
        _name_listed(tokens, sentence, lemmatize)
        _name_acronyms(tokens, sentence, lemmatize)
        _name_arguments(tokens, sentence, lemmatize)
        tell_participle(tokens, sentence)
    for token in list(tokens):
        mend_name(tokens, tokens[token.i])
    for token in list(tokens):
        if token.lower in PREPOSITIONS:
            mend_preposition(tokens, token)
        mend_verb(tokens, tokens[token.i], lemmatize)
        mend_clause(tokens, tokens[token.i], lemmatize)
        if token.tag == "NNP" and token.dep in _ASTRAY and token.head == token.i - 1:
            _name_object(tokens, token)


def _name_openings(
    tokens: list[Token],
    sentences: list[Sentence],
    lemmatize: Lemmatize,
    known: Collection[str],
) -> None:
    """Tag as a name the first word of a sentence that is one elsewhere, or is known as one.

    A capital says nothing at the start of a sentence, and the tagger takes some names for
    common nouns there. Words that the report also writes small stay as they are.
    """
    openings = {sentence.first for sentence in sentences}
    names = {t.text for t in tokens if t.tag == "NNP" and t.i not in openings}
    names.update(known)
    small = {t.text for t in tokens if t.text.islower()}
    for index in openings:
        token = tokens[index]
        if token.tag in _COMMON and token.text in names and token.lower not in small:
            tokens[index] = tagged(token, "NNP", lemmatize)


def _name_acronyms(tokens: list[Token], sentence: Sentence, lemmatize: Lemmatize) -> None:
    """Tag as a name a word all in capitals among small ones: `MSF provided tents`.

    One that a verb has before it in a subject's place and without a subject is that.
    """
    inside = tokens[sentence.first : sentence.last]
    if not any(t.text.islower() and t.tag.startswith("VB") for t in inside):
        return
    for token in inside:
        if not _is_acronym(token.text) or token.tag not in _NOT_NAMES:
            continue
        tokens[token.i] = tagged(token, "NNP", lemmatize)
        verb = tokens[token.head]
        kids = [t for t in inside if t.head == verb.i]
        if (
            token.i == verb.i - 1
            and verb.tag in {"VBD", "VBZ", "VBP"}
            and not any(kid.dep in SUBJECTS for kid in kids)
        ):
            tokens[token.i] = tokens[token.i]._replace(dep="nsubj")


def _name_arguments(tokens: list[Token], sentence: Sentence, lemmatize: Lemmatize) -> None:
    """Tag as a name a capital word in a noun's place: `the council sued Will on Monday`.

    So is one taken for an adverb right after a verb: `shelled Mosul`. Not the first word,
    nor any of a sentence that has nearly all in capitals.
    """
    inside = tokens[sentence.first + 1 : sentence.last]
    if 2 * sum(t.text.islower() for t in inside) < sum(t.text.isalpha() for t in inside):
        return
    for token in inside:
        astray = token.dep in _ASTRAY and token.head == token.i - 1
        placed = astray or token.dep in _ARGUMENTS
        if placed and token.tag in _NO_NOUNS and token.text.istitle():
            tokens[token.i] = tagged(token, "NNP", lemmatize)


def _name_listed(tokens: list[Token], sentence: Sentence, lemmatize: Lemmatize) -> None:
    """Take a capital word before a comma and a subject that is a name for its like.

    `Chad, Niger sign deal`, where the tagger took `Chad` for a verb.
    """
    inside = tokens[sentence.first : sentence.first + 3]
    if len(inside) < 3 or inside[1].text != "," or not inside[0].tag.startswith("VB"):
        return
    first, _, subject = inside
    if subject.tag == "NNP" and subject.dep == "nsubj" and first.head == subject.head:
        tokens[first.i] = tagged(first, "NNP", lemmatize)._replace(dep="dep")


def _is_acronym(text: str) -> bool:
    return len(text) >= _SHORTEST_ACRONYM and text.isalpha() and text.isupper()


def _name_object(tokens: list[Token], name: Token) -> None:
    """Take the name right after a verb for its object: `Rebels attacked Bol`."""
    verb = tokens[name.head]
    near = tokens[verb.i : verb.i + _REACH]
    if verb.tag not in _FINITE or verb.lemma == "be":
        return
    if any(t.head == verb.i and t.dep in {"dobj", "attr", "prt"} for t in near):
        return
    tokens[name.i] = name._replace(dep="dobj")
