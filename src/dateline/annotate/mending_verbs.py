"""Mends of verbs: what is no noun, whose subject a noun is, and what is done to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.mending_clauses import (
    bare_verb,
    content_clause,
    described_under,
    later_clause,
    noun_before_verb,
    second_clause,
    subject_after_place,
    told_before_speaker,
    verb_after_aside,
    verb_among_nouns,
)
from dateline.annotate.mending_objects import mend_object, told_outcome
from dateline.annotate.mending_tags import tagged
from dateline.annotate.syntax import AUXILIARIES, FINITE, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.records.parse import Sentence, Token

    Lemmatize = Callable[[str, str], str]

_SUBJECT = ("nsubj", "nsubjpass")
#: How far, in tokens, the words of a mended phrase may lie.
_REACH = 12
#: Labels of the noun before a verb that the tagger took for a noun too.
_NOUN_PARTS = frozenset({"compound", "nmod", "amod"})
#: Labels of what says when or how, which the parser gives some names before a verb.
_ADVERBIAL = frozenset({"advmod", "npadvmod"})
_PAST = frozenset({"VBN", "VBD"})
#: Labels of verbs that make a clause, and what the tagger takes some verbs for.
_CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "conj"})
#: Labels of a verb that may belong to a clause before it.
_GOING_ON = frozenset({"conj", "advcl", "ROOT", "ccomp"})
_PRESENT = {"NN": "VBP", "JJ": "VBP", "NNS": "VBZ"}


def mend_verb(tokens: list[Token], token: Token, lemmatize: Lemmatize) -> None:
    """Mend a verb, or a noun that should stand beside one, in its place among the tokens."""
    if token.tag == "NNP" and token.text.islower():
        _small_noun(tokens, token, lemmatize)
    elif token.tag == "NN" and token.dep == "ccomp":
        bare_verb(tokens, token, lemmatize)
    elif token.tag in _PRESENT and token.dep in _CLAUSES:
        _verb_with_both(tokens, token, lemmatize)
    elif token.tag in FINITE and token.i:
        _subject_before(tokens, token)
        subject_after_place(tokens, tokens[token.i])
    elif token.tag == "VBG" and token.dep == "aux":
        noun_before_verb(tokens, token, lemmatize)
    elif token.dep == "mark" and token.lower == "that":
        verb_among_nouns(tokens, token, lemmatize)
    if token.tag in _PAST and token.dep == "amod":
        _told_participle(tokens, token, lemmatize)
        _told_after_place(tokens, tokens[token.i], lemmatize)
        _joined_participle(tokens, token, lemmatize)
    elif token.tag == "JJ" and token.dep == "amod" and 0 < token.i < len(tokens) - 1:
        told_outcome(tokens, token)
    elif token.dep != "conj" or not token.tag.startswith("VB"):
        mend_object(tokens, token)


def mend_clause(tokens: list[Token], verb: Token, lemmatize: Lemmatize) -> None:
    """Mend what a verb belongs to that goes on from another, or stands under a preposition."""
    if not verb.tag.startswith("VB"):
        return
    if verb.dep in {"pcomp", "pobj"}:
        described_under(tokens, verb)
    elif verb.dep == "relcl":
        content_clause(tokens, verb)
    elif verb.dep == "acl":
        told_before_speaker(tokens, verb, lemmatize)
    elif verb.dep in _GOING_ON and verb.tag in {*FINITE, "VBN"}:
        verb_after_aside(tokens, verb)
    if tokens[verb.i].dep == "conj":
        later_clause(tokens, tokens[verb.i])


def tell_participle(tokens: list[Token], sentence: Sentence) -> None:
    """Take a participle for the verb of a sentence that has none and is no headline.

    `Hundreds of students protested in Dhaka.`, where it was taken to describe the noun.
    """
    inside = tokens[sentence.first : sentence.last]
    if inside[-1].text != ".":
        return
    root = next((token for token in inside if token.head == token.i), inside[0])
    kids = {token.dep for token in inside if token.head == root.i}
    if root.tag == "VBN" and "nsubj" in kids and not kids & AUXILIARIES:
        tokens[root.i] = root._replace(tag="VBD")
    told = [t for t in inside if t.dep == "acl" and t.head == root.i and t.tag == "VBN"]
    verb = told[-1] if told else None
    if verb is None or not root.tag.startswith("NN"):
        return
    if any(t.tag in FINITE and (t.dep, t.head) != ("conj", verb.i) for t in inside):
        return
    for token in inside:
        if token.head == root.i and (token.i > verb.i or token.i == root.i):
            tokens[token.i] = token._replace(head=verb.i)
        elif token.dep == "oprd" and token.head == verb.i and token.tag.startswith("NN"):
            tokens[token.i] = token._replace(dep="dobj")
    tokens[root.i] = root._replace(head=verb.i, dep="nsubj")
    tokens[verb.i] = verb._replace(head=verb.i, dep="ROOT", tag="VBD")


def _small_noun(tokens: list[Token], token: Token, lemmatize: Lemmatize) -> None:
    """Take a small word with an article for no name: `banned a march`, which is no month."""
    near = tokens[max(0, token.i - _REACH) : token.i]
    if token.text.isalpha() and any(t.head == token.i and t.dep == "det" for t in near):
        tokens[token.i] = tagged(token, "NN", lemmatize)


def _verb_with_both(tokens: list[Token], token: Token, lemmatize: Lemmatize) -> None:
    """Read as a verb what has a subject and an object: `Gunmen storm hotel`."""
    near = tokens[max(0, token.i - _REACH) : token.i + _REACH]
    kids = [kid for kid in near if kid.head == token.i and kid.i != token.i]
    if not any(kid.dep == "dobj" and kid.i > token.i for kid in kids):
        return
    before = [kid for kid in kids if kid.i < token.i]
    subject = next((kid for kid in before if kid.dep == "nsubj"), None)
    if token.tag == "NNS":
        subject = next((k for k in before if k.i == token.i - 1 and k.tag != "NNS"), subject)
    if subject is None or any(kid.tag == "POS" for kid in kids):
        return
    tokens[token.i] = tagged(token, _PRESENT[token.tag], lemmatize)
    _subject_before(tokens, tokens[token.i])


def _subject_before(tokens: list[Token], verb: Token) -> None:
    """Take the noun right before a verb for its subject: `Army shells`, no part of it."""
    noun = tokens[verb.i - 1]
    astray = noun.dep in _NOUN_PARTS or (noun.tag == "NNP" and noun.dep in _ADVERBIAL)
    if noun.head != verb.i or not astray or not noun.tag.startswith("NN"):
        return
    kids = [t for t in tokens[max(0, verb.i - _REACH) : verb.i] if t.head == verb.i]
    if any(kid.dep in SUBJECTS for kid in kids):
        return
    tokens[noun.i] = noun._replace(dep="nsubj")
    for kid in kids[:-1]:
        if kid.dep in {*_NOUN_PARTS, "det", "poss", "nummod"}:
            tokens[kid.i] = kid._replace(head=noun.i)


def _told_participle(tokens: list[Token], verb: Token, lemmatize: Lemmatize) -> None:
    """Read a sentence that the parser took for a noun: `Chad massed troops on the border`.

    The name before the participle is tied to it by no hyphen, so it is who did it.
    """
    noun, name = tokens[verb.head], tokens[verb.i - 1]
    while noun.dep == "compound":
        noun = tokens[noun.head]
    tied = name.head == verb.i and name.dep in {"npadvmod", "nsubj"}
    if not tied or not name.tag.startswith("NN"):
        return
    if noun.dep == "nsubj" and not second_clause(tokens, noun):
        return
    if noun.dep not in {"ROOT", "nsubj"}:
        return
    above = tokens[noun.head]
    root = above.dep == "ROOT"
    tokens[verb.i] = tagged(verb, "VBD", lemmatize)._replace(
        head=verb.i if root else above.head, dep=above.dep
    )
    tokens[name.i] = name._replace(dep="nsubj")
    tokens[noun.i] = noun._replace(head=verb.i, dep="dobj")
    if above.i != noun.i:
        tokens[above.i] = above._replace(head=verb.i, dep="advcl")
    for token in tokens[max(0, name.i - _REACH) : noun.i + _REACH]:
        if token.head == noun.i and token.i < name.i:
            tokens[token.i] = token._replace(head=name.i)
        elif token.head == noun.i and token.dep in {"punct", "advmod"}:
            tokens[token.i] = token._replace(head=verb.i)


def _told_after_place(tokens: list[Token], verb: Token, lemmatize: Lemmatize) -> None:
    """Read a sentence taken for a noun and its apposition: `Police in Oslo used tear gas`.

    So is `Peru's president Ana Moss dissolved parliament`, whose name is an apposition too.

    No comma parts the two, as it does `a judge, retired colonel Moss`.
    """
    noun, subject = tokens[verb.head], tokens[tokens[verb.head].head]
    apposed = noun.dep == "appos" and subject.head == subject.i and subject.i < verb.i
    if verb.dep != "amod" or not apposed or not subject.tag.startswith("NN"):
        return
    before = tokens[subject.i + 1 : verb.i]
    if not before or any(t.dep == "punct" for t in before):
        return
    named = before[-1].dep == "appos" and all(t.tag == "NNP" for t in before)
    if not named and before[0].tag != "IN":
        return
    if any(t.head == noun.i and t.i < verb.i for t in before):  # `the banned union`
        return
    tokens[verb.i] = tagged(verb, "VBD", lemmatize)._replace(head=verb.i, dep="ROOT")
    tokens[noun.i] = noun._replace(head=verb.i, dep="dobj")
    for token in tokens[verb.i + 1 : subject.i + 3 * _REACH]:
        if token.head == subject.i and token.i != noun.i:
            purpose = token.dep == "relcl" and token.tag == "VB"
            dep = "advcl" if purpose else token.dep
            tokens[token.i] = token._replace(head=verb.i, dep=dep)
    tokens[subject.i] = subject._replace(head=verb.i, dep="nsubj")


def _joined_participle(tokens: list[Token], verb: Token, lemmatize: Lemmatize) -> None:
    """Read a verb before another that goes on from it: `Chad's king fled Faya and called`.

    The parser took it to describe its object, and that for the subject beyond the `and`.
    """
    noun, name = tokens[verb.head], tokens[verb.i - 1]
    after = tokens[noun.head]
    between = [t for t in tokens[noun.i + 1 : after.i] if t.head == noun.i]
    joined = any(t.dep == "cc" for t in between) and all(t.dep != "conj" for t in between)
    if noun.dep not in SUBJECTS or not joined or name.head != noun.i:
        return
    if not name.tag.startswith("NN") or name.dep not in _NOUN_PARTS:
        return
    root = after.head == after.i
    tokens[verb.i] = tagged(verb, "VBD", lemmatize)._replace(
        head=verb.i if root else after.head, dep=after.dep
    )
    tokens[name.i] = name._replace(head=verb.i, dep="nsubj")
    tokens[noun.i] = noun._replace(head=verb.i, dep="dobj")
    tokens[after.i] = after._replace(head=verb.i, dep="conj")
    for token in tokens[max(0, name.i - _REACH) : after.i]:
        if token.head == noun.i and token.i < name.i:
            tokens[token.i] = token._replace(head=name.i)
        elif token.head == noun.i and token.dep == "cc":
            tokens[token.i] = token._replace(head=verb.i)
