"""Mends of the parse: what its tagger takes for something else, and the language does not.

Each mend is one that the rest of the text decides, and none moves a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.records.parse import Sentence, Token

    Lemmatize = Callable[[str, str], str]

#: Tags that the tagger gives a name at the start of a sentence by mistake.
_COMMON = frozenset({"NN", "JJ", "VB", "VBP"})
#: Tags of words that stand for nothing by themselves and may be an unknown acronym.
_NOT_NAMES = frozenset({"NN", "JJ", "VB", "VBP", "VBN", "VBD", "RB", "IN", "UH", "FW", "CD"})
_PAST = frozenset({"VBN", "VBD"})
_SHORTEST_ACRONYM = 3
_SUBJECT = ("nsubj", "nsubjpass")
_SUBJECTS = frozenset(_SUBJECT)
#: Labels of nouns, and tags of words that cannot stand there by themselves.
_ARGUMENTS = frozenset({*_SUBJECTS, "dobj", "pobj"})
_NO_NOUNS = frozenset({"RB", "VB", "VBP", "MD", "UH", "RP"})
#: Labels that the parser gives a name after a verb by mistake, and tags of such verbs.
_ASTRAY = frozenset({"oprd", "advmod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB"})
#: How far, in tokens, the words of a mended phrase may lie.
_REACH = 12
#: Labels of the noun before a bare verb that the tagger took for a noun too.
_NOUN_PARTS = frozenset({"compound", "nmod", "amod"})


def mend(tokens: list[Token], sentences: list[Sentence], lemmatize: Lemmatize) -> None:
    """Mend the tokens of one report in place of those that are wrong."""
    _name_openings(tokens, sentences, lemmatize)
    for sentence in sentences:
        _name_acronyms(tokens, sentence, lemmatize)
        _name_arguments(tokens, sentence, lemmatize)
    for token in list(tokens):
        if token.tag == "NN" and token.dep == "ccomp":
            _bare_verb(tokens, token, lemmatize)
        elif token.dep == "appos" and token.tag == "NNP" and token.head == token.i - 1:
            _one_name(tokens, token)
        elif token.tag == "NNP" and token.dep in _ASTRAY and token.head == token.i - 1:
            _name_object(tokens, token)
        elif token.tag in _PAST and token.dep == "amod":
            _told_participle(tokens, token, lemmatize)
        elif token.dep == "pobj" and tokens[token.head].dep == "mark":
            _clause_subject(tokens, token)
        elif token.dep == "pobj":
            _late_object(tokens, token)


def _name_openings(
    tokens: list[Token], sentences: list[Sentence], lemmatize: Lemmatize
) -> None:
    """Tag as a name the first word of a sentence that is one elsewhere in the report.

    A capital says nothing at the start of a sentence, and the tagger takes some names for
    common nouns there. Words that the report also writes small stay as they are.
    """
    openings = {sentence.first for sentence in sentences}
    names = {t.text for t in tokens if t.tag == "NNP" and t.i not in openings}
    small = {t.text for t in tokens if t.text.islower()}
    for index in openings:
        token = tokens[index]
        if token.tag in _COMMON and token.text in names and token.lower not in small:
            tokens[index] = _tagged(token, "NNP", lemmatize)


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
        tokens[token.i] = _tagged(token, "NNP", lemmatize)
        verb = tokens[token.head]
        kids = [t for t in inside if t.head == verb.i]
        if (
            token.i == verb.i - 1
            and verb.tag in {"VBD", "VBZ", "VBP"}
            and not any(kid.dep in _SUBJECTS for kid in kids)
        ):
            tokens[token.i] = tokens[token.i]._replace(dep="nsubj")


def _name_arguments(tokens: list[Token], sentence: Sentence, lemmatize: Lemmatize) -> None:
    """Tag as a name a capital word in a noun's place: `the council sued Will on Monday`.

    Not the first word, nor any of a sentence that has nearly all in capitals.
    """
    inside = tokens[sentence.first + 1 : sentence.last]
    if 2 * sum(t.text.islower() for t in inside) < sum(t.text.isalpha() for t in inside):
        return
    for token in inside:
        if token.dep in _ARGUMENTS and token.tag in _NO_NOUNS and token.text.istitle():
            tokens[token.i] = _tagged(token, "NNP", lemmatize)


def _is_acronym(text: str) -> bool:
    return len(text) >= _SHORTEST_ACRONYM and text.isalpha() and text.isupper()


def _bare_verb(tokens: list[Token], token: Token, lemmatize: Lemmatize) -> None:
    """Read the noun of a `that` clause as its verb: `demanded that the cabinet resign`."""
    kids = [t for t in tokens[max(0, token.i - _REACH) : token.i] if t.head == token.i]
    subject = next((k for k in reversed(kids) if k.i == token.i - 1), None)
    marked = any(kid.dep == "mark" for kid in kids)
    if not marked or subject is None or subject.dep not in _NOUN_PARTS:
        return
    if not subject.tag.startswith("NN"):
        return
    tokens[token.i] = _tagged(token, "VB", lemmatize)
    tokens[subject.i] = subject._replace(dep="nsubj")
    for kid in kids:
        if kid.dep in {"det", "poss", "amod", "nummod"} and kid.i < subject.i:
            tokens[kid.i] = kid._replace(head=subject.i)


def _one_name(tokens: list[Token], name: Token) -> None:
    """Make a title and the name right after it one phrase: `Prime Minister Tamm said`."""
    title = tokens[name.head]
    if title.tag != "NNP":
        return
    root = title.head == title.i
    tokens[name.i] = name._replace(head=name.i if root else title.head, dep=title.dep)
    for token in tokens[max(0, title.i - _REACH) : name.i + _REACH]:
        if token.head == title.i and token.i != name.i:
            tokens[token.i] = token._replace(head=name.i)
    tokens[title.i] = title._replace(head=name.i, dep="compound")


def _name_object(tokens: list[Token], name: Token) -> None:
    """Take the name right after a verb for its object: `Rebels attacked Bol`."""
    verb = tokens[name.head]
    near = tokens[verb.i : verb.i + _REACH]
    if verb.tag not in _FINITE or verb.lemma == "be":
        return
    if any(t.head == verb.i and t.dep in {"dobj", "attr", "prt"} for t in near):
        return
    tokens[name.i] = name._replace(dep="dobj")


def _told_participle(tokens: list[Token], verb: Token, lemmatize: Lemmatize) -> None:
    """Read a sentence that the parser took for a noun: `Chad massed troops on the border`.

    The name before the participle is tied to it by no hyphen, so it is who did it.
    """
    noun, name = tokens[verb.head], tokens[verb.i - 1]
    tied = name.head == verb.i and name.dep in {"npadvmod", "nsubj"}
    if not tied or noun.head != noun.i or not name.tag.startswith("NN"):
        return
    tokens[verb.i] = _tagged(verb, "VBD", lemmatize)._replace(head=verb.i, dep="ROOT")
    tokens[name.i] = name._replace(dep="nsubj")
    tokens[noun.i] = noun._replace(head=verb.i, dep="dobj")
    for token in tokens[max(0, verb.i - _REACH) : noun.i + _REACH]:
        if token.head == noun.i and token.i < name.i:
            tokens[token.i] = token._replace(head=name.i)
        elif token.head == noun.i and token.dep == "punct":
            tokens[token.i] = token._replace(head=verb.i)


def _clause_subject(tokens: list[Token], noun: Token) -> None:
    """Give the verb its subject: `after she left`, where `after` was taken to govern `she`."""
    mark = tokens[noun.head]
    verb = tokens[mark.head]
    kids = [t for t in tokens[mark.i : verb.i] if t.head == verb.i]
    if verb.tag.startswith("VB") and noun.i < verb.i:
        passive = any(t.dep == "auxpass" for t in kids)
        if not any(t.dep in _SUBJECTS for t in kids):
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


def _tagged(token: Token, tag: str, lemmatize: Lemmatize) -> Token:
    return token._replace(tag=tag, lemma=lemmatize(token.lower, tag))
