"""Mends of verbs: what is no noun, whose subject a noun is, and what is done to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
_PAST = frozenset({"VBN", "VBD"})
#: Labels of verbs that make a clause, and what the tagger takes some verbs for.
_CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "conj"})
_PRESENT = {"NN": "VBP", "JJ": "VBP", "NNS": "VBZ"}


def mend_verb(tokens: list[Token], token: Token, lemmatize: Lemmatize) -> None:
    """Mend a verb, or a noun that should stand beside one, in its place among the tokens."""
    if token.tag == "NNP" and token.text.islower():
        _small_noun(tokens, token, lemmatize)
    elif token.tag == "NN" and token.dep == "ccomp":
        _bare_verb(tokens, token, lemmatize)
    elif token.tag in _PRESENT and token.dep in _CLAUSES:
        _verb_with_both(tokens, token, lemmatize)
    elif token.tag in FINITE and token.i:
        _subject_before(tokens, token)
    if token.tag in _PAST and token.dep == "amod":
        _told_participle(tokens, token, lemmatize)
    elif token.tag == "JJ" and token.dep == "amod" and 0 < token.i < len(tokens) - 1:
        _told_outcome(tokens, token)
    else:
        _mend_object(tokens, token)


def _mend_object(tokens: list[Token], token: Token) -> None:
    """Give a noun beside a verb its place as subject, object or what that is called."""
    above = tokens[token.head]
    going = above.dep == "aux" and tokens[above.head].tag == "VBG"
    if token.dep in SUBJECTS and going:  # `Chad and Mali are mediating`
        tokens[token.i] = token._replace(head=above.head)
    elif token.dep == "pobj" and tokens[token.head].dep == "mark":
        _clause_subject(tokens, token)
    elif token.dep == "pobj":
        _late_object(tokens, token)
    elif token.dep == "conj" and tokens[token.head].dep == "pobj":
        _second_object(tokens, token)
    elif token.dep == "dobj" and token.tag in {"NN", "NNS"}:
        _predicate(tokens, token)
        _one_object(tokens, token)
        _dative(tokens, tokens[token.i])
    elif token.dep == "npadvmod" and token.tag.startswith("NN"):
        _object_after_bracket(tokens, token)
        _given(tokens, token)


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
    if any(token.tag in FINITE for token in inside):
        return
    verb = next((t for t in inside if t.dep == "acl" and t.head == root.i), None)
    if verb is None or verb.tag != "VBN" or not root.tag.startswith("NN"):
        return
    for token in inside:
        if token.head == root.i and (token.i > verb.i or token.i == root.i):
            tokens[token.i] = token._replace(head=verb.i)
    tokens[root.i] = root._replace(head=verb.i, dep="nsubj")
    tokens[verb.i] = verb._replace(head=verb.i, dep="ROOT", tag="VBD")


def tagged(token: Token, tag: str, lemmatize: Lemmatize) -> Token:
    """The token with another tag, and the lemma that it has with it."""
    return token._replace(tag=tag, lemma=lemmatize(token.lower, tag))


def _small_noun(tokens: list[Token], token: Token, lemmatize: Lemmatize) -> None:
    """Take a small word with an article for no name: `banned a march`, which is no month."""
    near = tokens[max(0, token.i - _REACH) : token.i]
    if token.text.isalpha() and any(t.head == token.i and t.dep == "det" for t in near):
        tokens[token.i] = tagged(token, "NN", lemmatize)


def _bare_verb(tokens: list[Token], token: Token, lemmatize: Lemmatize) -> None:
    """Read the noun of a `that` clause as its verb: `demanded that the cabinet resign`."""
    kids = [t for t in tokens[max(0, token.i - _REACH) : token.i] if t.head == token.i]
    subject = next((k for k in reversed(kids) if k.i == token.i - 1), None)
    marked = any(kid.dep == "mark" for kid in kids)
    if not marked or subject is None or subject.dep not in _NOUN_PARTS:
        return
    if not subject.tag.startswith("NN"):
        return
    tokens[token.i] = tagged(token, "VB", lemmatize)
    tokens[subject.i] = subject._replace(dep="nsubj")
    for kid in kids:
        if kid.dep in {"det", "poss", "amod", "nummod"} and kid.i < subject.i:
            tokens[kid.i] = kid._replace(head=subject.i)


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
    if noun.head != verb.i or noun.dep not in _NOUN_PARTS or not noun.tag.startswith("NN"):
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
    if noun.dep == "nsubj" and not _second_clause(tokens, noun):
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


def _second_clause(tokens: list[Token], noun: Token) -> bool:
    """Whether the verb of a noun has a subject of its own: `Chad sent jets after Mali fled`."""
    between = tokens[noun.i + 1 : noun.head]
    kids = [t for t in between if t.head == noun.head]
    return any(k.dep == "mark" for k in kids) and any(k.dep in SUBJECTS for k in kids)


def _told_outcome(tokens: list[Token], word: Token) -> None:
    """Give the verb what it makes somebody: `shot dead two guards`, no `dead two guards`."""
    verb, after = tokens[word.i - 1], tokens[word.i + 1]
    noun = tokens[word.head]
    own = after.head == noun.i and after.dep in {"det", "nummod", "poss"}
    if verb.tag in FINITE and noun.head == verb.i and own:
        tokens[word.i] = word._replace(head=verb.i, dep="oprd")


def _clause_subject(tokens: list[Token], noun: Token) -> None:
    """Give the verb its subject: `after she left`, where `after` was taken to govern `she`."""
    mark = tokens[noun.head]
    verb = tokens[mark.head]
    kids = [t for t in tokens[mark.i : verb.i] if t.head == verb.i]
    if verb.tag.startswith("VB") and noun.i < verb.i:
        passive = any(t.dep == "auxpass" for t in kids)
        if not any(t.dep in SUBJECTS for t in kids):
            tokens[noun.i] = noun._replace(head=verb.i, dep=_SUBJECT[passive])


def _late_object(tokens: list[Token], noun: Token) -> None:
    """Give the verb the second noun of a preposition: `freed on bail two ministers`."""
    preposition = tokens[noun.head]
    verb = tokens[preposition.head]
    if not verb.tag.startswith("VB") or preposition.head != preposition.i - 1:
        return
    if preposition.dep == "prt":  # `wrote off the debts`
        tokens[noun.i] = noun._replace(head=verb.i, dep="dobj")
        return
    kids = [t for t in tokens[verb.i : noun.i + _REACH] if t.head in {verb.i, preposition.i}]
    if any(t.dep in {"dobj", "attr", "auxpass"} for t in kids):
        return
    if any(t.dep == "pobj" and t.head == preposition.i and t.i < noun.i for t in kids):
        tokens[noun.i] = noun._replace(head=verb.i, dep="dobj")


def _second_object(tokens: list[Token], noun: Token) -> None:
    """Join the second of two objects to the first: `sent rice to Chad and oil to Mali`."""
    preposition = tokens[tokens[noun.head].head]
    verb = tokens[preposition.head]
    then = tokens[noun.i + 1 : noun.i + 2]
    if not any(t.dep == "prep" and t.lower == preposition.lower for t in then):
        return
    between = tokens[verb.i : preposition.i]
    first = next((t for t in between if t.head == verb.i and t.dep == "dobj"), None)
    if first is not None and verb.tag.startswith("VB"):
        tokens[noun.i] = noun._replace(head=first.i)


def _predicate(tokens: list[Token], noun: Token) -> None:
    """Take for what `it` is called the noun that the parser took for a second object.

    `She called it "an attack on the court"`.
    """
    verb = tokens[noun.head]
    after = tokens[min(verb.i + 1, len(tokens) - 1)]
    if (
        after.lower == "it"
        and after.head == verb.i
        and after.dep == "dobj"
        and noun.i > after.i
    ):
        tokens[noun.i] = noun._replace(dep="oprd")


def _one_object(tokens: list[Token], noun: Token) -> None:
    """Make one noun of two objects that stand together: `jailed two people smugglers`."""
    first = tokens[noun.i - 1]
    if first.dep != "dobj" or first.head != noun.head or not first.tag.startswith("NN"):
        return
    tokens[first.i] = first._replace(head=noun.i, dep="compound")
    for token in tokens[max(0, first.i - _REACH) : first.i]:
        if token.head == first.i:
            tokens[token.i] = token._replace(head=noun.i)


def _dative(tokens: list[Token], noun: Token) -> None:
    """Take the first of two objects for whom it is given to: `promised Chad ten trucks`.

    Of one thing it may say what somebody is called: `called the envoy a liar`.
    """
    verb = tokens[noun.head]
    between = tokens[verb.i + 1 : noun.i]
    first = next((t for t in between if t.head == verb.i and t.dep == "dobj"), None)
    if noun.tag != "NNS" or noun.dep != "dobj" or first is None:
        return
    if all(first.i < t.head <= noun.i for t in tokens[first.i + 1 : noun.i]):
        tokens[first.i] = first._replace(dep="dative")


def _given(tokens: list[Token], noun: Token) -> None:
    """Take for the object what somebody is given: `gave the rebels two days to leave`."""
    verb = tokens[noun.head]
    kids = [t for t in tokens[verb.i : noun.i] if t.head == verb.i]
    given = any(kid.dep == "dative" for kid in kids)
    if given and not any(kid.dep == "dobj" for kid in kids):
        tokens[noun.i] = noun._replace(dep="dobj")


def _object_after_bracket(tokens: list[Token], noun: Token) -> None:
    """Take the noun after a verb for its object: `The Workers' Front (WF) led a march`.

    After a bracket the parser takes it for a measure: `rose a point`.
    """
    verb = tokens[noun.head]
    kids = [t for t in tokens[max(0, verb.i - _REACH) : noun.i + _REACH] if t.head == verb.i]
    between = tokens[verb.i + 1 : noun.i]
    if verb.tag not in FINITE or not verb.i or tokens[verb.i - 1].text != ")":
        return
    if any(t.head != noun.i for t in between) or noun.i < verb.i:
        return
    if not any(t.dep in {"dobj", "attr", "ccomp", "xcomp", "auxpass"} for t in kids):
        tokens[noun.i] = noun._replace(dep="dobj")
